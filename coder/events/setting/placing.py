"""Where an act was: which of the places of its sentence belong to it, the surest first."""

import re
from collections.abc import Iterable

from coder.events.drafts import Draft, SourceDraft
from coder.events.reading import Reading, is_title
from coder.events.roles.names import is_one_person, is_part_of_name, is_person_name
from coder.events.setting.elsewhere import (
    WAY,
    is_by_known_act,
    is_home_of_doers,
    is_modifier,
    is_nationality,
    is_of_another,
    is_of_care,
    is_of_other_act,
    is_party,
    without_homes,
)
from coder.events.status.own_words import line_of
from coder.events.status.speech import is_place_of_speech
from coder.gazetteer.words import place_words
from coder.grammar import Clauses
from coder.lexicon.closed import A_OR_ONE, ALL_OF_BE
from coder.lexicon.words import noun_classes
from coder.mentions.places.event_place import is_measured_from
from coder.mentions.places.syntax import BETWEEN
from coder.rules.model import DOING_ROLES, GROUPS_OF_PEOPLE
from coder.values.kinds import POINT_LEVELS, UPPER_AREAS
from coder.values.labels import EventType, PlaceLevel
from coder.values.mentions import PlaceMention

_MADE = frozenset({"made", "manufactured", "produced", "built", "assembled"})
_BY, _DONE_BY = "by", frozenset({"VP", "XP", "KP"})
_LOCATIVE = frozenset(
    {"in", "at", "near", "on", "outside", "inside", "around", "across", "along", "behind", "off"}
    | {"between", "under", "over", "within", "throughout", "against", "of", "towards", "by", "to"}
    | {"next", "opposite", "beside", "beyond"}
)
_NOWHERE = -9  # a score that leaves a place out
_LIES_IN = re.compile("N,?W(?P<verb>[VX])(?:PN)?P$")
_LYING = ALL_OF_BE | {"lies", "located", "situated"}
_AROUND = -1  # of a chain at most
_LED_TO = 5  # more than any other place of the sentence
_MAX_PLACES = 12  # the nearest: a list of more names is no address
_CHAIN_GAP = 4
_OWNED_GAP = 8  # "Iraq's oil-rich northern city of"
_ROUGHLY = frozenset({"about", "some", "around", "roughly", "nearly", "approximately", "just"})
_BEARING_GAP = 14  # ", some 60 km (37 miles) south of the old mining town of"
_APART = frozenset('VXLZGKC:U"')  # tags that end an address
_OPENING = frozenset({",", "("})
_TAKES = frozenset("VXG")
_LINKS = frozenset("PC")
_WAY_THERE = frozenset({"for", "to"})
_OF_DOER = 2  # "Israel air strike kills six": there, unless the clause says where
_FROM_THERE = frozenset(
    {EventType.DISPLACEMENT, EventType.ABDUCTION, EventType.ARREST, EventType.RELEASE}
    | {EventType.MILITARY_OPERATION, EventType.TERRITORIAL_CHANGE}
)


def places_by_sentence(readings: Iterable[Reading]) -> tuple[tuple[int, PlaceMention], ...]:
    """The places of a document that may say where, each with the index of its sentence."""
    return tuple(
        (reading.sentence.index, place)
        for reading in readings
        for place in reading.places
        if not is_modifier(reading, place) and not is_party(reading, place)
    )


def places_of(draft: Draft, sources: list[SourceDraft]) -> list[PlaceMention]:
    """The places of its sentence that belong to an act: the surest, its chain behind it."""
    if "care" in draft.frame.tags:
        return []  # "are being treated in Jos": not where they came to harm
    reading = draft.reading
    named = [item.nominal for item in draft.fillers if is_person_name(item.nominal)]
    places = [
        p
        for p in reading.places
        if not (p.is_demonym or is_modifier(reading, p) or is_party(reading, p))
        and not any(is_part_of_name(reading, p, nominal) for nominal in named)
        and not (_is_of_line_before(draft, p) or is_of_another(reading, p, draft.chunk))
    ]
    if not places:
        return []
    near = without_homes(reading, places, draft.first)[:_MAX_PLACES]
    scored = [
        (
            _worth(draft, _described(reading, place, near), sources),
            -abs(place.first - draft.first),
            place,
        )
        for place in near
        if draft.support != "dependent" or not is_of_care(reading, place)
    ]
    scored.sort(key=lambda item: (-item[0], -item[1], item[2].first))
    if not scored or scored[0][0] < 0:
        return []
    best = scored[0]
    first = _finer(best[2], scored)
    chain = [first, best[2]] if first is not best[2] else [first]
    rest = sorted((item[2] for item in scored[1:] if item[0] >= -1), key=lambda place: place.first)
    for place in rest:
        told = _described(reading, place, near)
        is_known = told is not place and told.iso3 is not None  # what lies so far from it
        number = reading.clauses.at_token[place.first]
        is_in_country = best[2].level is PlaceLevel.COUNTRY and place.level in POINT_LEVELS
        is_abroad = is_in_country and place.iso3 not in {None, best[2].iso3}
        if is_abroad or is_known or (best[2].relation is None and _whose(reading, number)):
            continue  # "shot dead a trader from Kano in Jos", "a Vienna doctor in Peru"
        if _is_way_there(reading, place) and not _is_way_there(reading, best[2]):
            continue  # "attacked a bus bound for Tripoli near Sirte"
        is_pair = place.relation == BETWEEN == best[2].relation
        if is_pair or any(_is_chained(reading, place, other) for other in chain):
            chain.append(place)
    return chain


def _is_of_line_before(draft: Draft, place: PlaceMention) -> bool:
    """As in the headline "Gunmen kill three in Gao, bomb hits police": the bomb may be elsewhere.

    Only where others act: "Blast in Gao market, three killed" tells one matter.
    """
    if not is_title(draft.reading.sentence):
        return False
    if place.first >= draft.first:  # "Man killed in ambush; explosives seized in Dimapur"
        return _is_behind_semicolon(draft, place)
    return (
        draft.support == "verb"
        and draft.construction == "active"
        and any(filler.role in DOING_ROLES for filler in draft.fillers)
        and place.first < line_of(draft)[0]
    )


def _is_behind_semicolon(draft: Draft, place: PlaceMention) -> bool:
    """Whether another verb of a headline stands between a semicolon and a place."""
    norms, clauses = draft.reading.sentence.norms, draft.reading.clauses
    if ";" not in norms[draft.last : place.first]:
        return False
    mark = clauses.at_token[norms.index(";", draft.last)]
    return any(kind in "VX" for kind in clauses.kinds[mark : clauses.at_token[place.first]])


def _described(
    reading: Reading, place: PlaceMention, places: Iterable[PlaceMention]
) -> PlaceMention:
    """The place that a distance to this one tells of: "Baiji, 180 km north of Baghdad"; else this.

    The act is where the one told of is, which the distance only helps to find.
    """
    if not is_measured_from(place):
        return place
    return next((other for other in places if _leads_on(reading, other, place)), place)


def _finer(best: PlaceMention, scored: list[tuple[int, int, PlaceMention]]) -> PlaceMention:
    """A town of the clause inside the area that stands nearest: "in al-Bab and ... Aleppo".

    In a country a town that is told as surely: "in Gao, the largest town in the north of Mali".
    """
    is_country = best.level is PlaceLevel.COUNTRY
    if not is_country and (best.level not in UPPER_AREAS or best.admin1 is None):
        return best
    for score, _, place in scored:
        is_in = place.iso3 == best.iso3 if is_country else place.admin1 == best.admin1
        inside = place.level in POINT_LEVELS and place.relation is None and is_in
        if inside and score >= (scored[0][0] if is_country else 1) > 0:
            return place
    return best


def _worth(draft: Draft, place: PlaceMention, sources: list[SourceDraft]) -> int:
    """The score of a place; the one that the act's own clause with "where" stands behind is it."""
    if "where" in draft.reading.vocabulary and _is_led_to(draft, place):
        return _LED_TO
    if _lies_around(draft.reading, place):
        return _AROUND
    return _score(draft, place, sources)


def _score(draft: Draft, place: PlaceMention, sources: list[SourceDraft]) -> int:
    reading = draft.reading
    clauses = reading.clauses
    number = clauses.at_token[place.first]
    while clauses.wider and number > 1 and clauses.lies_in_next(number - 2):
        number -= 2  # "in Homs, Syria": what the town is to the act
    if (
        is_of_other_act(reading, draft.chunk, number)
        or _is_doer(reading, place, number)
        or _is_agent(reading, place, number)
        or _is_home(reading, place, number)
        or _is_origin(draft, place, number)
        or is_home_of_doers(draft, number)
        or any(
            source.first <= place.first < source.last
            or (
                not (source.verb or number) < draft.chunk < number  # "reported a raid in Gao"
                and is_place_of_speech(clauses, source, number)
            )
            for source in sources
        )
    ):
        return _NOWHERE
    before = clauses.kinds[number - 1 : number]
    preposition = _preposition(reading, number)
    is_way_there = draft.type is EventType.DISPLACEMENT and preposition in _WAY_THERE
    is_beside = is_way_there or is_measured_from(place) or _is_from_others(draft, number)
    for filler in draft.fillers:
        nominal = filler.nominal
        if nominal.first <= place.first < nominal.last and not is_beside:
            if nominal.place is not None or "place" in nominal.fillers:
                is_doer = filler.role == "perpetrator" and place.level is PlaceLevel.COUNTRY
                return _OF_DOER if is_doer else 4
            if nominal.target is not None:
                return 3
            is_whose = filler.effect is not None and is_nationality(reading, place)
            return _NOWHERE if is_whose or is_modifier(reading, place) else 0
    left, right = clauses.clause(draft.chunk)
    score = 1 if left <= number < right else 0
    # no way is "12 km from Gao", "close to Gao"
    if before == "P" and preposition in WAY and place.relation is None:
        return score + _of_way(draft, preposition)
    score += _is_taken(clauses, number)
    if any(number in phrase.groups for phrase in clauses.phrases(draft.chunk)) or (
        draft.governor is not None
        and any(number in phrase.groups for phrase in clauses.phrases(draft.governor))
    ):
        score += 2
    elif before == "P" and preposition in _LOCATIVE:
        score += 1
    return score


def _lies_around(reading: Reading, place: PlaceMention) -> bool:
    """As in "in A, which is in the state of B": the area, which only says where A lies."""
    clauses = reading.clauses
    told = _LIES_IN.search(clauses.kinds, 0, clauses.at_token[place.first])
    return told is not None and clauses.head_words[told.start("verb")] in _LYING


def _is_led_to(draft: Draft, place: PlaceMention) -> bool:
    """As in "the consul in Lima, where a bomb killed two": the act is in the clause behind."""
    clauses = draft.reading.clauses
    kinds, number = clauses.kinds, clauses.at_token[place.first]
    at = number + 1 + (kinds[number + 1 : number + 2] == ",")
    if kinds[at : at + 1] != "W" or clauses.first_words[at] != "where":
        return False
    left, right = clauses.clause(draft.chunk)
    return left <= at + 1 < right


def _is_doer(reading: Reading, place: PlaceMention, number: int) -> bool:
    """As in "Spain intercepted the calls of fighters hurt by the blast": a country that acts.

    Not one that something befalls: "Iraq saw 30 bombings", "Iraq was hit by a wave of bombings".
    """
    clauses = reading.clauses
    kinds = clauses.kinds
    if place.level is not PlaceLevel.COUNTRY or kinds[number : number + 2] != "NX":
        return False
    if place.last != clauses.chunks[number].last or kinds[number - 1 : number] in _LINKS:
        return False
    verb = clauses.chunks[number + 1]
    norms = reading.sentence.norms
    return norms[verb.head] not in noun_classes()["seeing"] and ALL_OF_BE.isdisjoint(
        norms[verb.first : verb.last]
    )


def _is_agent(reading: Reading, place: PlaceMention, number: int) -> bool:
    """As in "rebels paid by Washington ambushed a truck": a capital that does something."""
    clauses = reading.clauses
    group = clauses.chunks[number]
    return (
        (place.first, place.last) == (group.first, group.last)
        and clauses.kinds[number - 2 : number] in _DONE_BY
        and reading.sentence.norms[group.first - 1] == _BY
    )


def _is_home(reading: Reading, place: PlaceMention, number: int) -> bool:
    """As in "a Kano woman was killed": where one person is from, and not where it was done.

    A headline says so where it was: "Kano trader shot dead".
    """
    group = reading.clauses.chunks[number]
    if place.level not in POINT_LEVELS or place.last > group.head:
        return False
    if reading.sentence.norms[group.first] not in A_OR_ONE:
        return False
    nominal = reading.nominal(number)
    return (
        is_one_person(nominal)
        and nominal.place is None
        and nominal.fillers.isdisjoint(GROUPS_OF_PEOPLE)
    )


def _is_origin(draft: Draft, place: PlaceMention, number: int) -> bool:
    """As in "rifles shipped from Miami", "a settler from Punjab": where what is met comes from.

    Of people a town may be where it was done; who is taken or driven away is so from there.
    """
    if _is_where_made(draft.reading, number):
        return True
    if number > 2 and draft.reading.clauses.head_words[number - 2] == "direction":  # noqa: PLR2004
        number -= 2  # "came from the direction of Goma"
    if draft.type in _FROM_THERE or _preposition(draft.reading, number) != "from":
        return False
    clauses = draft.reading.clauses
    before = clauses.chunks[number - 2] if number > 1 else None
    if before is not None and before.kind in "XKGV":
        return draft.reading.sentence.norms[before.head] in noun_classes()["brought_from"]
    whose = _whose(draft.reading, number)
    is_of_others = _is_from_others(draft, number)
    if whose is None or is_of_others or place.level is not PlaceLevel.ADMIN1:
        return is_of_others or (whose is not None and place.level is PlaceLevel.COUNTRY)
    # "The attack left two workers from Bihar dead": it was told where
    return is_by_known_act(draft.reading, whose) or clauses.first_words[whose] in A_OR_ONE


def _is_where_made(reading: Reading, number: int) -> bool:
    """As in "the mines, made in Czechoslovakia, killed two", and not "charges made in Lima"."""
    clauses = reading.clauses
    if not clauses.kinds.endswith(("XP", "KP"), 0, number) or _preposition(reading, number) != "in":
        return False
    if clauses.head_words[number - 2] not in _MADE:
        return False
    thing = number - 3 - (clauses.kinds[number - 3 : number - 2] == ",")
    return thing >= 0 and not {"weapon", "vehicle"}.isdisjoint(reading.nominal(thing).fillers)


def _is_way_there(reading: Reading, place: PlaceMention) -> bool:
    """As in "bound for Tripoli", "travelling to Timbuktu", "linking Sarir to Tobruk"."""
    number = reading.clauses.at_token[place.first]
    is_phrase = reading.clauses.kinds[number - 1 : number] == "P"
    return is_phrase and place.relation is None and _preposition(reading, number) in _WAY_THERE


def _whose(reading: Reading, number: int) -> int | None:
    """The people that "from" before a place says something of; null where it says it of none."""
    if not reading.clauses.kinds.endswith("NP", 0, number):
        return None
    is_people = "person" in reading.nominal(number - 2).fillers
    return number - 2 if is_people and _preposition(reading, number) == "from" else None


def _is_from_others(draft: Draft, number: int) -> bool:
    """As in "shut themselves in with pilgrims from Novi Sad": not where it was done."""
    whose = _whose(draft.reading, number)
    return whose is not None and whose not in {it.nominal.chunk for it in draft.fillers}


def _preposition(reading: Reading, number: int) -> str:
    """The word that ties a group to what is before it: "from" also in "from nearby Kano"."""
    if not number:
        return ""
    group = reading.clauses.chunks[number - 1]
    words = reading.sentence.norms[group.first : group.last]
    return next((word for word in words if word in WAY), words[-1])


def _of_way(draft: Draft, preposition: str) -> int:
    """What a way from or to a place is worth; who flees is driven from the one, not the other."""
    if draft.type is not EventType.DISPLACEMENT:
        return -1
    return 1 if preposition == "from" else _NOWHERE


def _is_taken(clauses: Clauses, number: int) -> bool:
    """As in "captured Bama": what a verb has as its object is where it was done."""
    before = clauses.kinds[number - 1 : number]
    return before in _TAKES and number in clauses.objects(number - 1)


def _is_chained(reading: Reading, place: PlaceMention, other: PlaceMention) -> bool:
    """Names a few words apart with no verb, or a bearing, between make one address."""
    first, last = sorted((place, other), key=lambda place: place.first)
    between = reading.tags[first.last : last.first]
    is_owned = reading.sentence.norms[first.last : first.last + 1] == ("'s",)
    gap = _OWNED_GAP if is_owned else _CHAIN_GAP
    is_near = len(between) <= gap and _APART.isdisjoint(between)
    return is_near or _leads_on(reading, first, last)


def _leads_on(reading: Reading, first: PlaceMention, last: PlaceMention) -> bool:
    """Whether a bearing leads from one place to another: "A, some 40 km (25 miles) north of B"."""
    words = reading.sentence.norms[first.last : last.first]
    if len(words) > 1 and words[0] in place_words().heads and words[1] in _OPENING:
        words = words[1:]  # "A village, 40 km north of B"
    if not 0 < len(words) <= _BEARING_GAP or last.relation is None:
        return False
    if not _APART.isdisjoint(reading.tags[first.last : last.first]):
        return False
    word = (*words, "")[1] if words[0] in _OPENING else words[0]
    return word[:1].isdigit() or word in _ROUGHLY or word in place_words().directions
