"""The town of an act that names none, told in a sentence behind it.

As in "Gunmen killed 14 in Mali. The attackers stormed the village of A". The sentence has to take
the act for known: a definite noun for one of its parts ("the hospital", "the gunmen", "the
blast"), or bombs and shells without an article ("Shells landed in A").
"""

from collections.abc import Iterator, Mapping, Sequence

from coder.discourse.acts import Act
from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.status.habits import is_present
from coder.events.status.presupposed import is_definite_act
from coder.grammar import Chunk
from coder.lexicon.closed import KNOWN, THIS_THAT
from coder.lexicon.words import noun_classes
from coder.mentions.places.syntax import BETWEEN
from coder.text.items import item_of
from coder.values.kinds import BOMBARDMENT, POINT_LEVELS
from coder.values.labels import EventType, PlaceLevel, Scope
from coder.values.mentions import PlaceMention

_ONE_OF_MANY = frozenset({"first", "deadliest", "bloodiest", "worst", "biggest", "largest", "one"})
_GOING_ON = frozenset({"they", "he", "she", "it"})
_MOVING = frozenset(
    {"from", "to", "towards", "toward", "for", "with", "like", "by", "of", "against"}
)
_ATTACKERS = frozenset({"attackers", "assailants"})
_TOOK_PLACE = ("took", "place")
_SOON = 2  # sentences
_MAX_DISTANCE = 3
_MAX_WALK = 24
_DISTRICT, _SITE = PlaceLevel.DISTRICT, PlaceLevel.SITE


def attach_told_places(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Give each act that names no town the town a sentence behind it tells; 3 sentences at most."""
    telling = {
        reading.sentence.index: reading
        for reading in readings
        if any(place.level in POINT_LEVELS and not place.is_demonym for place in reading.places)
    }
    if not telling:
        return
    for act in acts:
        known = finest(act)
        if known is _SITE or known is _DISTRICT:
            continue
        for reading, distance in _behind(act, telling):
            found = _told(act, reading, distance)
            if found is not None and _refines(found, known, act):
                act.told_place = found, reading
                break


def goes_into_detail(act: Act, group: Act) -> bool:
    """Whether a sentence that takes the act for known tells it again with the town."""
    reading = group.main.reading
    distance = reading.sentence.index - act.sentence
    if not 0 < distance <= _MAX_DISTANCE or not any(
        place.level in POINT_LEVELS for draft in group.drafts for place in draft.places
    ):
        return False
    if act.main.type is EventType.ARMED_CLASH and _brings_bombs(group):
        return False
    known = finest(act)
    if known is PlaceLevel.SITE or known is PlaceLevel.DISTRICT:
        return False
    leading = noun_classes()["retold_act"].union(_things_hit(act))
    found = _told(act, reading, distance, leading)
    return found is not None and _refines(found, known, act)


def _brings_bombs(group: Act) -> bool:
    """As in "helicopters dropped two bombs on A" behind clashes: no noun takes these for known."""
    return group.main.type in BOMBARDMENT and any(
        not filler.nominal.is_definite for filler in group.main.by_role("instrument")
    )


def says_where_it_was(act: Act, group: Act) -> bool:
    """As in "A bomb went off in Zamboanga. The blast tore through an eatery in B, 10 km away".

    The sentence behind the only one that told an act names it and tells by its verb where it was:
    a village that no gazetteer has may be there.
    """
    first = act.drafts[0].reading.sentence.index
    if act.sentence > max(first, 0) or group.main.reading.sentence.index != act.sentence + 1:
        return False
    is_one = act.main.scope is group.main.scope is Scope.SINGLE
    return is_one and any(map(_is_told_by_its_noun, group.drafts))


def _is_told_by_its_noun(draft: Draft) -> bool:
    """Whether a definite noun for the act, or for what did it, stands before the verb of its place.

    Also "The rockets fell on a school in the Ziraat quarter": those that were told to be fired.
    """
    nouns = [draft.chunk] if draft.support == "occurrence" and is_definite_act(draft) else []
    nouns += [
        filler.nominal.chunk
        for filler in draft.by_role("instrument")
        if filler.nominal.is_definite and filler.nominal.chunk < draft.chunk
    ]
    clauses = draft.reading.clauses
    at = [clauses.at_token[place.first] for place in draft.places]
    return (
        bool(nouns and at)
        and draft.places[0].iso3 is None
        and all(not {"V", "X"}.isdisjoint(clauses.kinds[nouns[0] + 1 : number]) for number in at)
    )


def _behind(act: Act, telling: Mapping[int, Reading]) -> Iterator[tuple[Reading, int]]:
    """The sentences behind those of the act, each with its distance, in the order of the text."""
    own = {draft.reading.sentence.index for draft in act.witnesses}
    near = {index + step for index in own for step in range(1, _MAX_DISTANCE + 1)} - own
    for at in sorted(near):
        if at in telling:
            yield telling[at], at - max(index for index in own if index < at)


def finest(act: Act) -> PlaceLevel | None:
    """How fine the finest place of an act is; null where it is no finer than an area."""
    levels = [
        place.level
        for draft in act.witnesses
        for place in draft.places
        if place.relation != BETWEEN  # "a train travelling between A and B": no place of the act
    ]
    return next((level for level in _ORDER if level in levels), None)


_ORDER = (PlaceLevel.SITE, PlaceLevel.DISTRICT, PlaceLevel.PLACE)


def _refines(place: PlaceMention, known: PlaceLevel | None, act: Act) -> bool:
    """Whether the place is finer than what the act names, and nothing contradicts it."""
    if known is PlaceLevel.PLACE and place.level is PlaceLevel.PLACE:
        return False
    return all(may_lie_in(place, area) for draft in act.witnesses for area in draft.places)


def may_lie_in(place: PlaceMention, area: PlaceMention) -> bool:
    """Whether nothing known of a place contradicts that it lies in an area or a town.

    A place whose country is known lies in no country that no gazetteer has.
    """
    if place.iso3 is None or area.iso3 is None:
        return area.level is not PlaceLevel.COUNTRY or place.iso3 is None
    if place.iso3 != area.iso3:
        return False
    return area.admin1 is None or place.admin1 in {None, area.admin1}


def may_lie_within(parts: Sequence[Draft], wholes: Sequence[Draft]) -> bool:
    """Whether each place of some drafts may lie in all those of others."""
    areas = [area for draft in wholes for area in draft.places]
    return all(
        may_lie_in(place, area) for draft in parts for place in draft.places for area in areas
    )


def _told(
    act: Act, reading: Reading, distance: int, leading: frozenset[str] | None = None
) -> PlaceMention | None:
    """The first place of a sentence that a part of the act leads to."""
    classes = noun_classes()
    norms = reading.sentence.norms
    if reading.vocabulary & classes["elsewhere"] or _days_differ(act, reading):
        return None
    if act.main.scope is Scope.SERIES and reading.vocabulary & _ONE_OF_MANY:
        return None  # "attacks killed 38. The first blast killed 24 at a market in Karrada"
    items = {item_of(act.main.reading.sentence), item_of(reading.sentence)} - {None}
    if len(items) > 1:
        return None
    parts = leading or classes["retold"].union(
        norm for draft in act.witnesses for norm in _heads_of(draft)
    )
    for place in reading.places:
        if place.is_demonym or place.level not in POINT_LEVELS or place.relation == "outside":
            continue
        if not _stands_where(reading, place):
            continue
        link = _link(reading, place, parts, distance)
        if link is None:
            continue
        if not _is_elsewhere(norms[link : place.first]) and not _is_held(reading, link, place):
            return place
    return None


def _is_elsewhere(between: Sequence[str]) -> bool:
    """As in "the attackers fled to A": what stands between the known and the place leads away."""
    if between[:2] == _TOOK_PLACE:
        between = between[2:]
    classes = noun_classes()
    away, behind = classes["led_away"], classes["behind_prep"]
    return not (away.isdisjoint(between) and behind.isdisjoint(between))


def _is_held(reading: Reading, link: int, place: PlaceMention) -> bool:
    """As in "The rebels already hold A": what is so, and not what they did there."""
    clauses = reading.clauses
    doer, at = clauses.at_token[link - 1], clauses.at_token[place.first]
    return "armed" in reading.nominal(doer).fillers and any(
        clauses.kinds[number] == "V" and is_present(reading, clauses.chunks[number])
        for number in range(doer + 1, at)
    )


def _heads_of(draft: Draft) -> Iterator[str]:
    for filler in draft.fillers:
        reading, nominal = draft.meant_by(filler)
        if "pronoun" not in nominal.fillers:
            yield reading.sentence.norms[nominal.head]


def _things_hit(act: Act) -> Iterator[str]:
    """As in "opened fire on a train. The train was stopped near A when a bomb went off"."""
    for draft in act.witnesses:
        for filler in draft.by_role("target"):
            if filler.nominal.target is not None:
                noun = draft.head_word(filler)
                yield from (noun, noun.removeprefix("mini"))  # "a minibus ... the bus"


def _stands_where(reading: Reading, place: PlaceMention) -> bool:
    """Behind a preposition of place, or what a verb hits: not where somebody came from."""
    clauses = reading.clauses
    number = clauses.at_token[place.first]
    if number == 0:
        return False
    before = clauses.kinds[number - 1]
    if before == "P":
        word = reading.sentence.norms[clauses.chunks[number - 1].last - 1]
        return word not in _MOVING or _is_apposition(reading, number - 1)
    return before in "VXGN,"


def _is_apposition(reading: Reading, number: int) -> bool:
    """As in "the village of A": the noun group before "of" says what A is."""
    clauses = reading.clauses
    if clauses.kinds[number - 1 : number] != "N":
        return False
    norms = reading.sentence.norms
    return (
        norms[clauses.chunks[number].last - 1] == "of"
        and clauses.head_words[number - 1] in noun_classes()["place_noun"]
    )


def _link(
    reading: Reading, place: PlaceMention, parts: frozenset[str], distance: int
) -> int | None:
    """The token behind the noun group that takes the act for known; null without one."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    number = clauses.at_token[place.first]
    for at in range(number - 1, max(-1, number - _MAX_WALK), -1):
        kind = clauses.kinds[at]
        if kind in ":U":
            return None
        if kind != "N":
            continue
        group = clauses.chunks[at]
        if norms[group.first] in KNOWN and norms[group.head] in parts:
            return group.last
        if distance <= _SOON and norms[group.head] in _ATTACKERS:
            return group.last  # "Some 60 attackers targeted villagers in A": who attacked before
        if at == 0 and norms[group.head] in noun_classes()["munition"]:
            return group.last
        is_next = distance == 1 and norms[group.first] in _GOING_ON
        if at == 0 and (is_next or _came_about(reading, group)):
            return group.last
    return None


def _came_about(reading: Reading, subject: Chunk) -> bool:
    """As in "This happened in A", "The sad event occurred in A"."""
    norms, classes = reading.sentence.norms, noun_classes()
    is_known = norms[subject.head] in classes["anaphor"] or norms[subject.head] in THIS_THAT
    return is_known and norms[subject.last] in classes["comes_about"]


def _days_differ(act: Act, reading: Reading) -> bool:
    own = {time.first for draft in act.witnesses for time in draft.times if time.first is not None}
    told = {time.first for time in reading.times if time.first is not None}
    return bool(own and told and not own & told)


def tells_rape_of_others(draft: Draft) -> bool:
    """As in "Rebels killed nine people. Six women were raped": no part of what befell the nine.

    And in "a survivor said that one of them raped her": who she is stands beside.
    """
    return draft.type is EventType.SEXUAL_VIOLENCE and any(
        (filler.antecedent is None and not filler.nominal.is_definite)
        or (filler.antecedent is not None and filler.antecedent[0] is draft.reading)
        for filler in draft.by_role("victim")
    )
