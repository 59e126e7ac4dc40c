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
_MASSACRE = "massacre"
_NOUN = "noun"
_AT = frozenset({"on", "against", "of", "in", "at", "outside", "near"})
_NOUNS = "NEns"
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
    """The kind that a noun names, with what the act was done, and whether it is one or more."""

    type: EventType
    subtype: str
    means: frozenset[WeaponType]
    is_plural: bool

    @classmethod
    def of(cls, draft: Draft) -> Self:
        """The kind of an act told by a noun."""
        means = {
            filler.nominal.weapon.type
            for filler in draft.by_role("instrument")
            if filler.nominal.weapon is not None
        } | ({draft.frame.means} if draft.frame.means is not None else set())
        head = draft.reading.sentence.norms[draft.last - 1]
        return cls(draft.type, draft.subtype, frozenset(means), is_plural(head))

    @property
    def is_of_one(self) -> bool:
        """As "the murder": one person's death."""
        is_killing = self.type is EventType.KILLING and self.subtype != _MASSACRE
        return is_killing and not self.is_plural

    @property
    def is_general(self) -> bool:
        """As "the attack", "the violence", which may be any."""
        is_bare = self.subtype == _UNSPECIFIED and not self.means
        return self.type in GENERAL and is_bare and not self.is_of_one


def is_of_kind(act: Act, named: Named) -> bool:
    """As in "A bus was bombed. ... Police shot two men. ... It claimed the bombing".

    Or "the blast" of what a bomb did, "the ambush" of an ambush, and "the shooting" of shots.
    """
    dead = _dead(act)
    if (dead == 1 and named.is_of_one) or (dead > 1 and named.subtype == _MASSACRE):
        return True
    if named.type in GENERAL:
        kinds = {draft.subtype for draft in act.witnesses if draft.type is named.type}
        is_same = named.subtype != _UNSPECIFIED and named.subtype in kinds
        return is_same or not named.means.isdisjoint(weapons_of(act))
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


def describing(reading: Reading, number: int) -> Iterator[str]:
    """The words behind and before the noun of an act that say which: where, whom or what it hit.

    As in "the attack on the labourers", "the Lahore blast", "the wedding attack".
    """
    clauses, norms = reading.clauses, reading.sentence.norms
    group = clauses.chunks[number]
    if norms[group.first] in THE_THIS_THAT:
        inside = range(group.first, group.head)
        yield from (norms[token] for token in inside if reading.tags[token] in _NOUNS)
    if clauses.kinds[number : number + 3] == "NPN" and clauses.first_words[number + 1] in _AT:
        whom = reading.nominal(number + 2)
        if whom.is_definite or whom.place is not None:
            yield norms[whom.head]


def _kinds_named(reading: Reading, rules: RuleSet) -> Iterator[Named]:
    """The kinds of the nouns for a known act: "claimed responsibility for the car bombing"."""
    norms, deeds = reading.sentence.norms, noun_classes()["deed"]
    for at in reading.clauses.headed(deeds, "N"):
        group = reading.clauses.chunks[at]
        if norms[group.first] not in THE_THIS_THAT:
            continue
        for form in _forms(norms[group.first : group.head + 1], rules):
            frame = rules.frames[form.frame]
            means = frozenset(() if frame.means is None else (frame.means,))
            yield Named(frame.type, frame.subtype, means, is_plural(norms[group.head]))


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


def _dead(act: Act) -> int:
    """How many one sentence counts that were killed."""
    dead = (
        claim.best or 0
        for draft in act.witnesses
        for claim in draft.claims
        if claim.kind is CasualtyKind.KILLED
    )
    return max(dead, default=0)
