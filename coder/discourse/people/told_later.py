"""Who a person harmed was, told of the name in a later sentence; and the name of one without any.

"Ruiz, 44, was a councilman of the Front" after "two men shot Luis Ruiz"; "the judge, Ana Paz,"
after "a judge was shot". Such sentences tell no act and mostly are not read: the text is searched.
"""

from collections.abc import Sequence
from dataclasses import replace

from coder.discourse.blame.tied import HELD_WORDS
from coder.discourse.people.persons import FullNames, is_named, is_unnamed
from coder.lexicon.closed import ARTICLES
from coder.lexicon.words import noun_classes
from coder.mentions.actors.typing import type_actor
from coder.rules.model import HIT_ROLES
from coder.text import tokenise
from coder.values.events import EventActor
from coder.values.kinds import PLAIN_PEOPLE
from coder.values.labels import ActorType, Role
from coder.values.text import Sentence

_WINDOW = 160  # characters behind a name
_MAX_LOOKS = 6
_MOST = 10  # words that say what somebody is
_AGE_WITHIN = 6  # tokens: ", who was 44,"
_BEHIND_NAME = (", ", " was ", " is ", " had ", " has ")
_WAS = (("was",), ("is",), ("had", "been"), ("has", "been"), ("had", "served", "as"))
_ENDS = frozenset(".,;:()!?") | {
    *("and", "at", "before", "but", "by", "for", "from", "in", "on", "since", "that", "to"),
    *("until", "when", "where", "who", "whose", "with"),
}
_HE = ("He ", "She ", "The victim ", "The dead man ", "The dead woman ")
_ONE_WORKED = {("worked",), ("leaves",), ("lived",)}
_ONE_WAS = _ONE_WORKED | {("was",), ("had",), ("died",)}


def with_what_is_told_later(rows: list[EventActor], names: FullNames) -> list[EventActor]:
    """The rows with what later sentences say of the persons harmed."""
    hit = [row for row in rows if row.role in HIT_ROLES]
    return [_completed(row, rows, hit, names) if row in hit else row for row in rows]


def _completed(
    row: EventActor, rows: Sequence[EventActor], hit: Sequence[EventActor], names: FullNames
) -> EventActor:
    if is_named(row):
        if row.description is not None or row.type not in PLAIN_PEOPLE:
            return row
        return _described(row, names, is_alone=len(hit) == 1 and not _is_by_one(rows))
    if len(hit) == 1 and is_unnamed(row):
        name = names.bearer_behind(row.text, (row.description or "").rsplit(" ", 1)[-1])
        if name is None and not _is_by_one(rows):
            name = _opening_next(row, names)
        return row if name is None else replace(row, name=name)
    return row


def _opening_next(row: EventActor, names: FullNames) -> str | None:
    """As in "Jose Rojas, 60, was taken from his farm" behind "kidnapped a rancher": no suspect."""
    text = names.section.text
    stop = text.find(". ", text.find(row.text) + len(row.text))
    name = names.name_at(stop + 2) if stop > 0 else None
    if name is None:
        return None
    at = stop + 2 + len(name)
    cut = tokenise(names.section, at, min(at + _WINDOW, len(text)), 0)
    behind = _behind_age(cut.norms)
    if behind is None:
        return None
    verb, following = cut.norms[behind : behind + 1], cut.norms[behind + 1 : behind + 2]
    is_held = following != () and following[0] in HELD_WORDS
    is_told = verb in _ONE_WAS if behind else verb in _ONE_WORKED
    return name if is_told and not is_held else None


def _is_by_one(rows: Sequence[EventActor]) -> bool:
    """Whether "he" may be the one who did it."""
    return any(
        row.role is Role.PERPETRATOR and row.number in {None, 1} and not row.text.endswith("men")
        for row in rows
    )


def _described(row: EventActor, names: FullNames, *, is_alone: bool) -> EventActor:
    """As in "Ruiz, 44, was a councilman of the Front", "He had been mayor of Gao"."""
    text = names.section.text
    start = text.find(row.text)
    short = (row.name or "").rsplit(" ", 1)[-1]
    if start < 0 or not short:
        return row
    at = start + len(row.text)
    places = []
    if is_alone and (stop := text.find(". ", at)) > 0:
        places = [stop + 1 + len(it) for it in _HE if text.startswith(it, stop + 2)]
    for _ in range(_MAX_LOOKS):
        at = text.find(short, at)
        if at < 0:
            break
        at += len(short)
        places += [at] if text.startswith(_BEHIND_NAME, at) else []
    found = (_what(names, place) for place in places)
    said, kind = next((it for it in found if it is not None), (None, ActorType.UNKNOWN))
    if said is None:
        return row
    return replace(row, description=said, type=row.type if kind is ActorType.UNKNOWN else kind)


def _what(names: FullNames, at: int) -> tuple[str, ActorType] | None:
    """The words and the type of what somebody "was"; null for other words behind the name."""
    section = names.section
    cut = tokenise(section, at, min(at + _WINDOW, len(section.text)), 0)
    first = _behind_was(cut)
    if first is None:
        return None
    norms = cut.norms
    last = first
    while last < min(len(norms), first + _MOST) and norms[last] not in _ENDS:
        last += 1
    head = next((at for at in range(first, last) if norms[at] == "of"), last) - 1
    if last in {first, len(norms)} or norms[head] in noun_classes()["told_victim"]:
        return None
    actor = type_actor(cut, first, head + 1, head, names.lexicon)
    if actor is None or actor.is_plural or actor.name is not None:
        return None
    return cut.as_written(first, last), actor.type


def _behind_was(cut: Sentence) -> int | None:
    """Where a noun may begin that says what somebody is: ", 44, was a | councilman"."""
    norms = cut.norms
    at = _behind_age(norms)
    if at is None:
        return None
    was = next((it for it in _WAS if norms[at : at + len(it)] == it), None)
    if was is None:
        return None
    at += len(was)
    return at + (norms[at : at + 1] != () and norms[at] in ARTICLES)


def _behind_age(norms: Sequence[str]) -> int | None:
    """Where the words behind a name and an age begin; null where something else stands there."""
    if norms[:1] != (",",):
        return 0
    ends = [it for it in range(2, min(_AGE_WITHIN, len(norms))) if norms[it] == ","]
    return ends[0] + 1 if ends and norms[ends[0] - 1].isdigit() else None
