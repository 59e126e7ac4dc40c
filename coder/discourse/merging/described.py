"""Whether a later clause tells of persons told before, whom it takes for known without a name.

"Gunmen shot a nurse ... The nurse was hit twice", "three fishermen ... the three", "a man ... he":
what befalls such persons, or is done by them, is the act told before and no second one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coder.discourse.acts import HARM, Act
from coder.events.drafts import Draft, Filler
from coder.events.reading import Reading
from coder.events.roles.names import is_person_name
from coder.events.roles.nominals import Nominal, is_aged
from coder.lexicon.words import noun_classes
from coder.rules.model import ACTING_ROLES, HIT_ROLES
from coder.values.labels import CasualtyKind

_SOON = 4  # sentences in which "the nurse", "the man" is still the one told of
_FAR = 10  # sentences in which "the two officers" are the two told of
_CAUGHT = frozenset({"suspect", "accused"})
_WOUNDS = HARM | {CasualtyKind.HARMED, None}
_PARTIES = HIT_ROLES | ACTING_ROLES
_KILLED = CasualtyKind.KILLED


@dataclass(slots=True)
class _Persons:
    """Persons as one clause tells them. ``is_known``: by a definite noun or a pronoun."""

    reading: Reading
    nominal: Nominal
    effect: str | None
    is_pronoun: bool

    @property
    def head(self) -> str:
        return self.reading.sentence.norms[self.nominal.head]

    @property
    def is_known(self) -> bool:
        return self.is_pronoun or (self.nominal.is_definite and not is_person_name(self.nominal))

    @property
    def number(self) -> int | None:
        return number_of(self.nominal)


def number_of(whom: Nominal) -> int | None:
    """How many persons a noun group tells; null for a plural without a count."""
    if whom.quantity is not None:
        return whom.quantity.best
    return None if whom.actor is not None and whom.actor.is_plural else 1


def same_harmed(act: Act, group: Act) -> bool:
    """Whether all who come to harm in a group are known, and came to harm in an act."""
    return _are_known(act, _is_hit, list(_persons(group, _is_hit)))


def same_killed(act: Act, group: Act) -> bool:
    """Whether all who die in a group are known, and died in an act: nobody dies twice."""
    new = list(_persons(group, _is_killed))
    if any(whom.is_pronoun and whom.number != 1 for whom in new):
        return False  # "some of them": of whom, the nearest act says best
    return _are_known(act, _is_killed, new)


def same_doers(act: Act, group: Act) -> bool:
    """As in "killed three rebels who ... The three had opened fire": all who act are known.

    They are counted again, by the number of persons told before.
    """
    new = list(_persons(group, _is_acting))
    return all(whom.nominal.quantity is not None for whom in new) and _are_known(
        act, _is_party, new
    )


def same_sides(act: Act, group: Act) -> bool:
    """As in "clashes of herders and farmers ... Herders fired on the farmers": the two sides."""
    new = {whom.head for whom in _persons(group, _is_party) if not whom.is_pronoun}
    sides = {whom.head for whom in _persons(act, _is_acting)}
    return len(new) > 1 and new <= sides


def hits_survivors(act: Act, group: Act) -> bool:
    """As in "Gunmen then opened fire on the survivors": on those whom the act told before left."""
    return act.is_told_violence and any(
        whom.is_known and whom.head in noun_classes()["survivor"]
        for whom in _persons(group, _is_hit)
    )


def _are_known(act: Act, is_meant: Callable[[Filler], bool], new: list[_Persons]) -> bool:
    """Whether all of the persons are known as some of those that an act tells in a role."""
    if not new or not all(whom.is_known for whom in new):
        return False
    old = list(_persons(act, is_meant))
    return all(any(_is_one(told, whom, act) for told in old) for whom in new)


def _is_one(told: _Persons, whom: _Persons, act: Act) -> bool:
    """Whether persons taken for known are those told before in an act."""
    if not _may_suffer_both(told.effect, whom.effect):
        return False
    if told.reading is whom.reading and told.nominal.chunk == whom.nominal.chunk:
        return True
    distance = whom.reading.sentence.index - told.reading.sentence.index
    is_counted = whom.head == told.head and whom.number == told.number and told.number != 1
    if whom.is_pronoun or not 0 <= distance <= (_FAR if is_counted and whom.number else _SOON):
        return False
    return _may_count_the_same(told, whom) and _may_be_called_so(told, whom, act)


def _may_count_the_same(told: _Persons, whom: _Persons) -> bool:
    """Not where two numbers differ, nor of a kind: "attacks the people ... hits the people"."""
    numbers = {told.number, whom.number}
    if whom.number is None and (whom.effect is None or told.number is None):
        return whom.effect is not None and not told.nominal.is_definite
    return len(numbers) == 1 or None in numbers


def _may_be_called_so(told: _Persons, whom: _Persons, act: Act) -> bool:
    """By the same noun, the number alone, or a noun for anybody, be there one who may be meant."""
    if told.head == whom.head:
        return not is_person_name(told.nominal)
    if told.number is None or told.number != whom.number:
        return False
    if "number" in whom.nominal.fillers or whom.head in noun_classes()["harmed_killed"]:
        return told.number > 1
    is_caught = whom.effect == CasualtyKind.ARRESTED and whom.head in _CAUGHT
    is_aged_one = is_aged(whom.reading.sentence.norms, whom.nominal.head)
    if not (is_caught or is_aged_one or whom.head in noun_classes()["anybody"]):
        return False
    return all(other.head == told.head or other.number != 1 for other in _persons(act, _is_party))


def _may_suffer_both(one: str | None, other: str | None) -> bool:
    """Whether one act may do both: who was taken and who was killed are others of a kind."""
    return one == other or not {one, other} - _WOUNDS


def _is_hit(filler: Filler) -> bool:
    return filler.role in HIT_ROLES


def _is_killed(filler: Filler) -> bool:
    return filler.role in HIT_ROLES and filler.effect == _KILLED


def _is_acting(filler: Filler) -> bool:
    return filler.role in ACTING_ROLES


def _is_party(filler: Filler) -> bool:
    return filler.role in _PARTIES


def _persons(part: Act, is_meant: Callable[[Filler], bool]) -> Iterator[_Persons]:
    for draft in part.witnesses:
        for filler in draft.fillers:
            if is_meant(filler) and (found := _read(draft, filler)) is not None:
                yield found


def _read(draft: Draft, filler: Filler) -> _Persons | None:
    """The persons of a filler; null for things, and for a pronoun that stands for nobody told."""
    reading, nominal = draft.meant_by(filler)
    is_person = nominal.actor is not None or not nominal.fillers.isdisjoint({"name", "number"})
    if not is_person and "person" not in nominal.fillers:
        return None
    return _Persons(reading, nominal, filler.effect, is_pronoun=filler.antecedent is not None)
