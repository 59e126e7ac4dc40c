"""Acts that only say since when: "its largest attack since the start of the invasion"."""

from collections.abc import Sequence

from coder.events.drafts import Draft
from coder.events.together.sequels import preposition_of

_SINCE, _OF = "since", "of"
_STARTS = frozenset({"start", "beginning", "outbreak", "onset", "launch", "outset", "eve"})
_BEST = frozenset({"worst", "first", "most", "bloodiest"})
_NOTE = "since when"


def settle_anchors(drafts: Sequence[Draft]) -> None:
    """Put behind what another act of its sentence is only counted or ranked from.

    With a day of its own it is news; whom it harmed makes it news too, but for "the worst since".
    """
    for draft in drafts:
        if _SINCE not in draft.reading.vocabulary or draft.support == "verb":
            continue
        at = _since(draft)
        if at is None or not any(it.chunk < at for it in drafts):
            continue
        is_news = _has_own_day(draft) or draft.claims or draft.by_role("victim")
        if _is_ranked(draft, at) or not is_news:
            draft.put_behind(_NOTE)


def is_anchor(draft: Draft) -> bool:
    """Whether the act only says since when."""
    return draft.status_note == _NOTE


def _since(draft: Draft) -> int | None:
    """The chunk of the "since" that an act hangs on, also by "the start of"; null for none."""
    clauses, at = draft.reading.clauses, draft.chunk - 1
    if preposition_of(draft) == _OF and clauses.kinds[at - 1 : at + 1] == "NP":
        at -= 2 if clauses.head_words[at - 1] in _STARTS else 0
    is_since = at > 0 and clauses.first_words[at] == _SINCE
    return at if is_since else None


def _is_ranked(draft: Draft, since: int) -> bool:
    """As in "the deadliest attack since", "for the first time since"."""
    before = draft.reading.sentence.norms[: draft.reading.clauses.chunks[since].first]
    return any(norm in _BEST or (norm.endswith("est") and len(norm) > 5) for norm in before)  # noqa: PLR2004


def _has_own_day(draft: Draft) -> bool:
    start = draft.reading.sentence.starts[draft.first]
    return any(time.start > start for time in draft.times)
