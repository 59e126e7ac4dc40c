"""What leads up to another act of its sentence, ends it, or says where its means lay before."""

from itertools import pairwise, repeat

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.devices import instruments
from coder.rules.model import TYPE_PRECEDENCE
from coder.values.events import class_of
from coder.values.labels import EventClass, EventType, Modality, Tactic

_DEFUSED = "device_defused"
_WEAPONS_DISRUPTION = EventType.WEAPONS_DISRUPTION
_ANYBODY = frozenset({"person", "pronoun"})
_HELD_GROUND = frozenset({"armed", "place", "territory", "facility", "authority"})
_UNDER = frozenset({"under", "beneath", "underneath"})
_OF_SOMEBODY = frozenset({"vehicle", "facility"})
_SHIELDS = frozenset({"shield", "shields"})
_USING = frozenset({"use", "uses", "used", "using", "hold", "holds", "held", "holding"})
_FIGHTS = frozenset({EventType.ARMED_CLASH, EventType.ARMED_ATTACK, EventType.SHELLING})
_SMALL = frozenset({"camp", "village", "hamlet", "compound", "settlement"})
_BY_FORCE = frozenset(TYPE_PRECEDENCE) | {EventType.ARREST, EventType.RELEASE}
_SURRENDER, _OFFENSIVE = "surrender", "offensive"


def without_hiding_places(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that tell where weapons lay that the same sentence says were found.

    As in "troops found four mines hidden in a house", "seized a bomb planted under a bridge": one
    find (codebook 2.12, 4).
    """
    found = {
        filler.nominal.chunk
        for draft in drafts
        if draft.type is _WEAPONS_DISRUPTION
        for filler in draft.by_role("instrument")
    }
    if not found:
        return drafts
    _settle_made_safe(drafts)
    return [draft for draft in drafts if not _tells_where(draft, found)]


def settle_state_of_bodies(drafts: list[Draft]) -> None:
    """Make no act of the state in which bodies are found: "14 bodies, most of them burned"."""
    found = {
        filler.nominal.chunk
        for draft in drafts
        if draft.subtype == "body_found"
        for filler in draft.by_role("victim")
    }
    for draft in drafts if found else ():
        parties = [filler for filler in draft.fillers if filler.role != "instrument"]
        if parties and all(
            filler.antecedent is not None and filler.antecedent[1].chunk in found
            for filler in parties
        ):
            draft.support = "dependent"
            draft.claims = []
            draft.fillers = [filler for filler in draft.fillers if filler not in parties]


def without_approaches(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that tell how a house was surrounded where people were then taken.

    As in "police surrounded a house and arrested two men": the means of an act make no second
    record (codebook 2). A town that is surrounded is under siege besides, "them" are not.
    """
    return [
        draft
        for draft in drafts
        if draft.frame.tactic is not Tactic.SIEGE
        or draft.construction != "active"
        or not (_is_of_people(draft) or (_is_of_house(draft) and _leads_up(draft, drafts)))
    ]


def without_shields(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that say how people were used in the fight that is told with them.

    As in "troops who used villagers as human shields fought with rebels": a tactic, nobody held
    for a demand.
    """
    if len(drafts) <= 1 or not uses_shields(drafts[0].reading):
        return drafts
    if not any(draft.type in _FIGHTS and draft.support != "dependent" for draft in drafts):
        return drafts
    return [draft for draft in drafts if not _is_use_of_shields(draft)]


def _is_use_of_shields(draft: Draft) -> bool:
    norms = draft.reading.sentence.norms
    return draft.type is EventType.ABDUCTION and (
        norms[draft.first] in _USING or not _SHIELDS.isdisjoint(norms[draft.first : draft.last])
    )


def uses_shields(reading: Reading) -> bool:
    """Whether a sentence tells of human shields."""
    if _SHIELDS.isdisjoint(reading.vocabulary) or "human" not in reading.vocabulary:
        return False
    return any(
        one == "human" and other in _SHIELDS for one, other in pairwise(reading.sentence.norms)
    )


_FLIGHT = EventType.DISPLACEMENT


def without_departures(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that tell how attackers went: "attacked a convoy and withdrew".

    What is given up is told with "from" or a day of its own: "attacked A and withdrew from B".
    """
    drafts = _without_flights(drafts)
    left = [draft for draft in drafts if draft.subtype == "withdrawal" and _only_goes(draft)]
    if not left:
        return drafts
    return [draft for draft in drafts if draft not in left or not _ends_attack(draft, drafts)]


def _without_flights(drafts: list[Draft]) -> list[Draft]:
    """The drafts without an advance of those who give up: "defected and crossed into Jordan".

    And without the flight of attackers: "threw a grenade at a house and fled".
    """
    doers = {
        item.nominal.chunk
        for draft in drafts
        if class_of(draft.type) is EventClass.VIOLENCE
        for item in draft.by_role("perpetrator")
    }
    drafts = [
        it
        for it in drafts
        if it.type is not _FLIGHT or doers.isdisjoint(claim.nominal.chunk for claim in it.claims)
    ]
    gave_up = {
        item.nominal.chunk
        for draft in drafts
        if draft.subtype == _SURRENDER
        for item in draft.fillers
    }
    if not gave_up:
        return drafts
    return [it for it in drafts if it.subtype != _OFFENSIVE or gave_up.isdisjoint(it.subjects)]


def _only_goes(draft: Draft) -> bool:
    norms, start = draft.reading.sentence.norms, draft.reading.sentence.starts[draft.first]
    has_day = any(time.start > start for time in draft.times)
    return bool(draft.subjects) and not has_day and norms[draft.last : draft.last + 1] != ("from",)


def _ends_attack(draft: Draft, drafts: list[Draft]) -> bool:
    return any(
        class_of(it.type) is EventClass.VIOLENCE
        and it.subjects == draft.subjects
        and it.chunk < draft.chunk
        for it in drafts
    )


def _leads_up(draft: Draft, drafts: list[Draft]) -> bool:
    return any(
        other.subjects == draft.subjects and other.chunk > draft.chunk
        for other in drafts
        if other.type in _BY_FORCE
    )


def _is_of_people(draft: Draft) -> bool:
    """As in "gunmen surrounded them": who is stopped is under no siege."""
    reading = draft.reading
    behind = reading.clauses.objects(draft.chunk)
    return bool(behind) and all(
        reading.nominal(number).fillers & _ANYBODY
        and not reading.nominal(number).fillers & _HELD_GROUND
        for number in behind
    )


def _is_of_house(draft: Draft) -> bool:
    """As in "surrounded a house", "a village": what armed men may storm at once, and no town."""
    targets = [filler.nominal for filler in draft.by_role("target")]
    norms = draft.reading.sentence.norms
    return bool(targets) and all(
        norms[target.head] in _SMALL
        or ("facility" in target.fillers and "territory" not in target.fillers)
        for target in targets
    )


def _settle_made_safe(drafts: list[Draft]) -> None:
    """As in "a device hidden under a bridge was made safe": laid, and so a bombing foiled."""
    for draft in drafts:
        if draft.subtype == _DEFUSED and (
            any(map(_lies_under, instruments(draft), repeat(draft.reading)))
            or any(
                it.type is EventType.BOMBING and instruments(it) & instruments(draft)
                for it in drafts
            )
        ):
            draft.type, draft.subtype, draft.modality = EventType.BOMBING, "ied", Modality.FOILED


def _lies_under(device: int, reading: Reading) -> bool:
    """As in "a pipe bomb (that was) found beneath a car": where nobody stores it."""
    clauses = reading.clauses
    if reading.nominal(device).weapon is None:
        return False  # a bag is no bomb yet
    at = next((at for at in range(device + 1, device + 5) if clauses.kinds[at : at + 2] == "PN"), 0)
    is_under = bool(at) and clauses.first_words[at] in _UNDER
    return is_under and not _OF_SOMEBODY.isdisjoint(reading.nominal(at + 1).fillers)


def _tells_where(draft: Draft, found: set[int]) -> bool:
    return (
        draft.type is EventType.BOMBING
        and draft.modality is not Modality.FOILED
        and draft.construction == "participle"
        and not draft.claims
        and (draft.chunk - 1 in found or not found.isdisjoint(instruments(draft)))
    )
