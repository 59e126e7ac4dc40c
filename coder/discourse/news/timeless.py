"""Texts about games, films and books in which no act of violence has a day or a place.

"He has strangled five women by then; we see two of them die": a plot, whatever the tense.
"""

from collections.abc import Sequence

from coder.discourse.news.domains import figurative_domain, names_own_kind, tells_of_play
from coder.discourse.news.little_told import befell_somebody
from coder.events.drafts import Draft
from coder.events.senses.violence import is_violent
from coder.values.labels import EventType

_SHORT, _LONG = 180, 1500  # characters: longer texts tell of more than one thing
_FICTION = "fiction"
FIGURATIVE = frozenset(
    {
        EventType.ARMED_ATTACK,
        EventType.ARMED_CLASH,
        EventType.SHELLING,
        EventType.BOMBING,
        EventType.KILLING,
        EventType.AGREEMENT,
        EventType.MILITARY_OPERATION,
        EventType.TERRITORIAL_CHANGE,
        EventType.PROPERTY_ATTACK,
        EventType.ABDUCTION,
        EventType.RELEASE,
        EventType.AIR_STRIKE,
    }
)
"""Types that words of sport, trade and debate tell of without any violence."""

Group = tuple[list[Draft], str]


def without_plays(groups: Sequence[Group], text: str) -> list[Group] | None:
    """What is left where a game or a story tells all acts; null where none does."""
    if tells_of_play(text):
        return [group for group in groups if not _is_played_out(group[0])]
    if _is_timeless(groups, text):
        return [group for group in groups if not any(map(_is_blow, group[0]))]
    return None


def _is_played_out(drafts: Sequence[Draft]) -> bool:
    """Whether acts of a text about a game hit nobody of whom a day and a place are told."""
    is_forceful = any(is_violent(draft.type) for draft in drafts) or all(
        draft.type in FIGURATIVE for draft in drafts
    )
    return is_forceful and not any(map(befell_somebody, drafts))


def _is_timeless(groups: Sequence[Group], text: str) -> bool:
    blows = [draft for group in groups for draft in group[0] if _is_blow(draft)]
    if not (blows and _SHORT <= len(text) <= _LONG) or any(
        draft.times or draft.places for draft in blows
    ):
        return False
    return figurative_domain(text) == _FICTION and not names_own_kind(text)


def _is_blow(draft: Draft) -> bool:
    """Whether a draft would be counted; what is only planned or feared is told as no act."""
    return is_violent(draft.type) and draft.countable
