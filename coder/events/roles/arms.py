"""Who acts by arms and craft the sentence names: "regime barrel bombs", "attacked with drones"."""

from collections.abc import Sequence

from coder.events.drafts import Filler
from coder.events.reading import Reading
from coder.events.roles.modifiers import says_what_kind
from coder.events.roles.owners import words_of_scene
from coder.events.roles.role_types import is_plausible
from coder.events.roles.slots import Slots
from coder.grammar.clauses import groups_behind
from coder.lexicon.closed import OF_FROM
from coder.rules.model import DOING_PLACES, FLYING, FORCES, HARMS, Frame

_CARRYING = frozenset({"with", "wielding", "brandishing", "carrying", "holding"})
_ARMED = frozenset({"armed", "equipped"})
_INSTRUMENT = "instrument"
OPERATIONS = frozenset({"operation", "operations", "sweep", "sweeps", "crackdown"})
_OTHER = frozenset({"other", "another"})
LED_BY = frozenset({"by", "of"})
_BEFORE_OWNER = "D#J"  # "a Russian missile", "three more rebel shells"


def owners_of_arms(reading: Reading, frame: Frame, fillers: Sequence[Filler]) -> list[Filler]:
    """Whose weapon it was: "regime barrel bombs killed", "by the bullets of the army"."""
    role = frame.role("perpetrator")
    if role is None:
        return []
    found: list[Filler] = []
    for filler in fillers:
        nominal = filler.nominal
        weapon = nominal.weapon
        if filler.role != "instrument" or weapon is None:
            continue
        # "the shelling of the army" may be what befell it: its own frame tells
        is_act = nominal.head in reading.event_heads
        of_whom = None if is_act else reading.of_what(nominal.chunk, OF_FROM)
        if of_whom is not None and reading.nominal(of_whom).fillers & role.fillers & FORCES:
            found.append(Filler("perpetrator", reading.nominal(of_whom), None, "modifier"))
        if weapon.first <= nominal.first:
            continue
        first = nominal.first
        while first < weapon.first - 1 and reading.tags[first] in _BEFORE_OWNER:
            first += 1
        if words_of_scene(reading, first, nominal.last):
            continue  # "a Kenya car bomb attack killed"
        # "a settler's bullet": whose it was, without the mark
        last = weapon.first - (reading.tags[weapon.first - 1] == "S")
        owner = reading.modifier(nominal.chunk, first, last)
        is_other = reading.sentence.norms[owner.head] in _OTHER  # "the other bomb"
        is_party = owner.actor is not None and not says_what_kind(owner) and not is_other
        if is_party and owner.fillers & role.fillers:
            found.append(Filler("perpetrator", owner, None, "modifier"))
    return found


def leaders_of_operation(
    reading: Reading, frame: Frame, slots: Slots, fillers: Sequence[Filler]
) -> list[Filler]:
    """Whose operation it was: "killed in a police operation", "an operation by the army killed"."""
    role = None if OPERATIONS.isdisjoint(reading.vocabulary) else frame.role("perpetrator")
    harmed = [filler.nominal for filler in fillers if filler.effect in HARMS] if role else []
    if role is None or not harmed or any("authority" in whom.fillers for whom in harmed):
        return []  # "two soldiers died in an army operation": not by their own side
    found: list[Filler] = []
    for number in (*slots.subject, *groups_behind(slots.phrases, "in", "during")):
        if reading.clauses.head_words[number] not in OPERATIONS:
            continue
        group = reading.clauses.chunks[number]
        behind = reading.of_what(number, LED_BY)
        leaders = [reading.nominal(behind)] if behind is not None else []
        leaders += [
            reading.modifier(number, first, group.head)
            for first in range(group.first, group.head)
            if reading.tags[first] not in _BEFORE_OWNER
        ][:1]
        found += [
            Filler("perpetrator", leader, None, "modifier")
            for leader in leaders
            if leader.actor is not None and leader.fillers & role.fillers & FORCES
        ]
    return found


def users_of_craft(
    reading: Reading, frame: Frame, offers: Sequence[tuple[str, int]], fillers: Sequence[Filler]
) -> list[Filler]:
    """As in "the army attacked the town with drones": who acts where else the craft itself does."""
    role = frame.role("perpetrator")
    if role is None or role.fillers != FLYING:
        return []
    if not any(it.role == "instrument" and it.nominal.fillers >= FLYING for it in fillers):
        return []
    found: list[Filler] = []
    for via, number in offers:
        nominal = reading.nominal(number)
        is_party = nominal.actor is not None and bool(nominal.fillers & FORCES)
        party = nominal if is_party else reading.state(nominal, acts=True, bare=True)
        if via in DOING_PLACES and party is not None:
            found.append(Filler(role.name, party, None, via))
    return found


def arms_of_doers(
    reading: Reading, frame: Frame, doers: Sequence[int], fillers: Sequence[Filler]
) -> list[Filler]:
    """As in "a man with a knife lunged at", "a youth armed with an axe": what a frame asks for."""
    role = frame.role(_INSTRUMENT)
    if role is None or any(it.role == _INSTRUMENT for it in fillers):
        return []
    kinds, heads = reading.clauses.kinds, reading.clauses.head_words
    for number in doers:
        behind = number + 1
        if kinds[behind : behind + 1] in {"J", "X"} and heads[behind] in _ARMED:
            behind += 1
        if kinds[behind + 1 : behind + 2] == "N" and heads[behind] in _CARRYING:
            arm = reading.nominal(behind + 1)
            if is_plausible(reading, role, arm, "with"):
                return [Filler(_INSTRUMENT, arm, role.effect, "with")]
    return []
