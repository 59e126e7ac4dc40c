"""What those who did an act are told to have used, in a clause that tells no act of its own.

As in "The attackers used machetes", "They were armed with rifles", "The soldiers fired mortars".
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence

from coder.discourse.acts import Act
from coder.events.reading import Reading
from coder.events.roles.nominals import is_fighter
from coder.events.senses.violence import is_violent
from coder.lexicon.closed import HE_SHE_THEY
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.mentions.weapons import find_weapons
from coder.values.labels import EventType
from coder.values.mentions import WeaponMention

_MAX_DISTANCE = 3
_WIELDING = sign("wielding")


def attach_means(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Give the last act of violence told before the weapons its doers used."""
    wielding = [item for item in readings if item.signs & _WIELDING]
    if not wielding:
        return
    told = _acts_by_sentence(acts)
    own: dict[int, set[int]] = defaultdict(set)
    for draft in (draft for act in acts for draft in act.drafts):
        own[id(draft.reading)].add(draft.chunk)
    for reading in wielding:
        act = _act_before(told, reading)
        if act is not None:
            found = _used(reading, act, own[id(reading)])
            act.means += [(reading, weapon) for weapon in found]


def _acts_by_sentence(acts: Sequence[Act]) -> dict[int, Act]:
    """For each sentence that tells of violence the last act it tells."""
    return {
        draft.reading.sentence.index: act
        for act in acts
        if is_violent(act.main.type)
        for draft in act.witnesses
    }


def _act_before(told: Mapping[int, Act], reading: Reading) -> Act | None:
    """The act of violence told last before a sentence, and not too far off."""
    index = reading.sentence.index
    near = range(index - 1, index - 1 - _MAX_DISTANCE, -1)
    return next((told[at] for at in near if at in told), None)


def _used(reading: Reading, act: Act, own: Collection[int]) -> Iterator[WeaponMention]:
    """The weapons behind a verb of use whose subject are those who did it.

    ``own`` are the acts of the sentence, each of which has the weapons of its clause.
    """
    clauses = reading.clauses
    for number in clauses.headed(noun_classes()["wielding"], "VXG"):
        if clauses.chunks[number].negated or not _did_it(reading, number, act):
            continue
        left, right = clauses.clause(number)
        if any(left <= chunk < right for chunk in own):
            continue
        first, last = clauses.chunks[number].last, clauses.chunks[right - 1].last
        for weapon in find_weapons(reading.sentence, reading.lexicon, reading.places):
            if first <= weapon.first < last:
                yield weapon


def _did_it(reading: Reading, verb: int, act: Act) -> bool:
    """Whether the subject is "they", "the attackers", or called as those who did it were.

    Or one of another name for the same side: "rebels stormed it ... the guerrillas used mortars".
    Beside a bomb those may be another blow.
    """
    told = [(draft, filler) for draft in act.witnesses for filler in draft.by_role("perpetrator")]
    doers = {draft.head_word(filler) for draft, filler in told}
    is_bomb = act.main.type is EventType.BOMBING
    is_by_fighters = not is_bomb and any(is_fighter(filler.nominal) for _, filler in told)
    for number in reading.clauses.subject(verb):
        nominal = reading.nominal(number)
        head = reading.sentence.norms[nominal.head]
        if head in HE_SHE_THEY:
            return bool(doers)
        if nominal.is_definite and (head in doers or head in noun_classes()["attacker"]):
            return True
        if is_by_fighters and nominal.is_definite and is_fighter(nominal):
            return True
    return False
