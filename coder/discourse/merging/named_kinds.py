"""Which acts a noun may name: "the blast" a bombing, "the murder" an act that killed one person.

In: acts, and a noun told as known. Out: whether its kind is theirs. A general word ("the attack")
names none.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Self

from coder.discourse.acts import Act, weapons_of
from coder.discourse.merging.conflicts import GENERAL
from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import is_plural
from coder.lexicon.closed import THE_THIS_THAT
from coder.lexicon.words import noun_classes
from coder.rules.model import TriggerForm
from coder.rules.ruleset import RuleSet
from coder.values.labels import CasualtyKind, EventType, WeaponType

_UNSPECIFIED = "unspecified"
_NOUN = "noun"
_EXPLODING = frozenset(
    {
        WeaponType.EXPLOSIVE_DEVICE,
        WeaponType.VEHICLE_BOMB,
        WeaponType.SUICIDE_VEST,
        WeaponType.LANDMINE,
        WeaponType.GRENADE,
    }
)


class Named(NamedTuple):
    """The kind that a noun names; ``is_of_one``: by its number it tells of one person's death."""

    type: EventType
    subtype: str
    means: WeaponType | None
    is_of_one: bool

    @classmethod
    def of(cls, draft: Draft) -> Self:
        """The kind of an act told by a noun."""
        head = draft.reading.sentence.norms[draft.last - 1]
        return cls(draft.type, draft.subtype, draft.frame.means, _is_of_one(draft.type, head))

    @property
    def is_general(self) -> bool:
        """As "the attack", "the violence", which may be any."""
        is_bare = self.subtype == _UNSPECIFIED and self.means is None
        return self.type in GENERAL and is_bare and not self.is_of_one


def is_of_kind(act: Act, named: Named) -> bool:
    """As in "A bus was bombed. ... Police shot two men. ... It claimed the bombing".

    Or "the blast" of what a bomb did, "the ambush" of an ambush, and "the shooting" of shots.
    """
    if named.is_of_one and _killed_one(act):
        return True
    if named.type in GENERAL:
        kinds = {draft.subtype for draft in act.witnesses if draft.type is named.type}
        is_same = named.subtype != _UNSPECIFIED and named.subtype in kinds
        return is_same or named.means in weapons_of(act)
    is_blast = named.type is EventType.BOMBING and act.main.type in GENERAL
    return act.main.type is named.type or (is_blast and not _EXPLODING.isdisjoint(weapons_of(act)))


def of_named_kind(acts: Sequence[Act], reading: Reading, rules: RuleSet) -> Sequence[Act]:
    """The acts that a sentence may mean which names one by a noun for its kind; else all."""
    if len(acts) < 2:  # noqa: PLR2004 - nothing to choose from
        return acts
    kinds = list(_kinds_named(reading, rules))
    if not kinds or any(kind.is_general for kind in kinds):
        return acts
    fitting = [
        act
        for act in acts
        if any(is_of_kind(act, kind) for kind in kinds)
        or any(draft.reading is reading for draft in act.drafts)
    ]
    return fitting or acts


def _kinds_named(reading: Reading, rules: RuleSet) -> Iterator[Named]:
    """The kinds of the nouns for a known act: "claimed responsibility for the car bombing"."""
    norms, deeds = reading.sentence.norms, noun_classes()["deed"]
    for at in reading.clauses.headed(deeds, "N"):
        group = reading.clauses.chunks[at]
        if norms[group.first] not in THE_THIS_THAT:
            continue
        for form in _forms(norms[group.first : group.head + 1], rules):
            frame = rules.frames[form.frame]
            is_of_one = _is_of_one(frame.type, norms[group.head])
            yield Named(frame.type, frame.subtype, frame.means, is_of_one)


def _forms(words: tuple[str, ...], rules: RuleSet) -> Sequence[TriggerForm]:
    """The forms of a trigger that end in the head of a noun group; the longest alone."""
    for start in range(len(words)):
        found = [
            form
            for form in rules.trigger_forms.get(words[start], ())
            if form.pos == _NOUN and form.words == words[start + 1 :]
        ]
        if found:
            return found
    return ()


def _is_of_one(kind: EventType, head: str) -> bool:
    return kind is EventType.KILLING and not is_plural(head)


def _killed_one(act: Act) -> bool:
    dead = [
        claim.best or 0
        for draft in act.witnesses
        for claim in draft.claims
        if claim.kind is CasualtyKind.KILLED
    ]
    return max(dead, default=0) == 1
