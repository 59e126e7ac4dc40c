"""The place of an act: named by its clause, by a noun that refers back, or by what stands before.

Codebook 2.3 and 2.4. "the river", "the town" stand for the last place of their kind; an act that
names no place at all happened where the act before it did.
"""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from operator import itemgetter

from coder.discourse.acts import Act
from coder.discourse.setting.elaboration import may_lie_in
from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.setting.elsewhere import WAY
from coder.events.status.attribution import find_sources
from coder.events.status.speech import is_place_of_speech
from coder.lexicon.words import noun_classes
from coder.mentions.places.event_place import event_place, is_some_way_off
from coder.text.items import item_of
from coder.values.events import EventPlace
from coder.values.kinds import AREAS, LOWER_AREAS, POINT_LEVELS, WIDE, WIDE_OR_PROVINCE
from coder.values.labels import PlaceLevel
from coder.values.mentions import PlaceMention, TargetMention

_BACK = frozenset({"the", "that", "this", "its", "same", "said"})
_SETTLED = frozenset({PlaceLevel.PLACE})
_QUARTER = frozenset({PlaceLevel.DISTRICT})
_THERE = "there"
# What kind or level of place a word refers back to.
_LEVELS = {
    _THERE: _SETTLED | _QUARTER,
    "town": _SETTLED,
    "city": _SETTLED,
    "village": _SETTLED,
    "capital": _SETTLED,
    "neighborhood": _QUARTER,
    "neighbourhood": _QUARTER,
    "quarter": _QUARTER,
    "suburb": _QUARTER | _SETTLED,
    "district": AREAS | _QUARTER,
    "province": AREAS,
    "governorate": AREAS,
    "department": AREAS,
    "state": AREAS,
    "region": AREAS,
    "area": _SETTLED | _QUARTER | AREAS,
    "locality": _SETTLED,
    "township": _SETTLED | AREAS,
}
_WITHIN = frozenset(_LEVELS) | {"in", "the", "of", "territory", "countryside", "part", "outskirts"}
_SITES = frozenset({"facility", "site"})  # a village or a convoy is no site
_APART = frozenset({"separately", "elsewhere"})
_MAX_BACK = 6
_INTO, _NEXT = frozenset({"to", "into"}), 3  # "into neighbouring Chad"
_AROUND = 200  # places before and behind an act that may fill what its own leave open
_MAX_ADDRESS = 14
_OFTEN = 2  # mentions of a country and what lies in it
_VERBS = frozenset("VXZGK")


def place_of(
    act: Act,
    places: Sequence[tuple[int, PlaceMention]],
    previous: EventPlace | None,
    readings: Sequence[Reading] = (),
) -> EventPlace:
    """The place of an act. ``places`` are the document's, each with its sentence index.

    ``readings``: its sentences, which say who spoke where.
    """
    drafts = [act.main, *(draft for draft in act.drafts if draft is not act.main)]
    cut = bisect_right(places, act.main.reading.sentence.index, key=itemgetter(0))
    near = [*reversed(places[max(0, cut - _AROUND) : cut]), *places[cut : cut + _AROUND]]
    context = tuple(place for _, place in near if not place.is_demonym)
    named = next((draft for draft in drafts if draft.places), None)
    text: str | None
    if named is not None:
        closer = _closer(named, drafts)
        text = _address(closer, list(closer.places))
        # A quarter or a hall has its town from the clause that names it.
        chosen = [*closer.places, *(named.places if closer is not named else ())]
        chosen = _innermost(closer, chosen)
    else:
        found = next(
            (
                found
                for draft in drafts
                if (found := _referred_place(draft, places, readings)) is not None
            ),
            None,
        )
        is_elsewhere = _is_told_apart(act.main)
        if found is None and previous is not None and act.told_place is None and not is_elsewhere:
            return previous
        chosen = [found[0]] if found is not None else []
        text = found[1] if found is not None else None
    if act.told_place is not None:
        told, reading = act.told_place
        chosen = [told, *chosen]
        text = reading.words(told.first, told.last)
    if previous is not None and _is_in_front_of(previous, named, chosen):
        return previous
    site = _site_of(act)
    if not chosen:
        context = _most_told_first(context, [place for _, place in near])
    elif all(place.iso3 is None for place in chosen):
        gone_to = [item[1] for item in near if _is_gone_to(*item, readings)]
        context = tuple(place for place in context if place not in gone_to)
        context = _once_told_last(context, [place for _, place in near])
    return event_place(
        chosen,
        context,
        text,
        site_name=None if site is None else site.text,
        site_type=None if site is None else site.type,
    )


def _innermost(draft: Draft, chosen: list[PlaceMention]) -> list[PlaceMention]:
    """As in "in the village of A in the B district of C": in A; B and C lie around it."""
    reading = draft.reading
    told = [it for it in chosen if it.relation is None and not it.is_demonym]
    told = [it for it in told if it in reading.places]
    if len(told) <= 1:
        return chosen
    inner, *outer = sorted(told, key=lambda place: place.first)
    alike = [place for place in outer if {place.level, inner.level} <= POINT_LEVELS]
    alike += [place for place in outer if place.level is inner.level and place not in alike]
    names = {at for place in reading.places for at in range(place.first, place.last)}
    way = range(inner.last, outer[-1].first)
    words = [reading.sentence.norms[at] for at in way if at not in names]
    is_within = _WITHIN.issuperset(set(words) - noun_classes()["compass"])
    if words[:1] != ["in"] or not is_within:
        return chosen
    return [replace(it, relation="around") if it in alike else it for it in chosen]


def _is_gone_to(index: int, place: PlaceMention, readings: Sequence[Reading]) -> bool:
    """As in "villagers crossed into Niger": a country that people leave for is another one."""
    if place.level is not PlaceLevel.COUNTRY:
        return False
    for reading in readings:
        if reading.sentence.index == index:
            before = reading.sentence.norms[max(place.first - _NEXT, 0) : place.first]
            leaves = reading.vocabulary & noun_classes()["led_away"]
            return bool(leaves) and not _INTO.isdisjoint(before)
    return False


def _is_told_apart(draft: Draft) -> bool:
    """As in "Separately, the navy said it had sunk a boat": not where the last act was."""
    return draft.reading.clauses.front[0] in _APART


def _is_in_front_of(front: EventPlace, named: Draft | None, chosen: Sequence[PlaceMention]) -> bool:
    """Whether an entry has its town in front, of the country that alone its words name.

    As in "KERBALA - The intelligence chief of Iraq's southern provinces was hurt in a blast". Or a
    town that only says how far off it was: "HILLA - A bomb hurt two 100 km south of Baghdad".
    """
    item = item_of(named.reading.sentence) if named is not None else None
    return (
        item is not None
        and item.head is not None
        and front.place_name is not None
        and bool(chosen)
        and all(
            place.level is PlaceLevel.COUNTRY or (place.relation or "").endswith(" of")
            for place in chosen
        )
        and {place.iso3 for place in chosen} == {front.iso3}
    )


def _most_told_first(
    context: Sequence[PlaceMention], places: Sequence[PlaceMention]
) -> tuple[PlaceMention, ...]:
    """The places with those of the country first that the text tells most of."""
    told = Counter(place.iso3 or "" for place in places)
    return tuple(sorted(context, key=lambda place: -told[place.iso3 or ""]))


def _once_told_last(
    context: Sequence[PlaceMention], places: Sequence[PlaceMention]
) -> tuple[PlaceMention, ...]:
    """The places with countries behind that are told of once, where a text has another subject.

    As in "in Cape Town ... in revenge for raids on Libya ... in the suburb of A", listed nowhere.
    """
    told = Counter(place.iso3 or "" for place in places)
    told.pop("", None)
    if max(told.values(), default=0) < _OFTEN:
        return tuple(context)
    return tuple(sorted(context, key=lambda place: told[place.iso3 or ""] == 1))


def _site_of(act: Act) -> TargetMention | None:
    """The building or ground that was hit; a headline's words count where the text has none."""
    found = [
        (draft.reading.sentence.index < 0, filler.nominal.target)
        for draft in act.drafts
        for filler in draft.fillers
        if filler.nominal.target is not None
        and filler.nominal.target.kind in _SITES
        and filler.role in {"target", "territory"}
    ]
    return min(found, key=lambda item: item[0], default=(False, None))[1]


_PARTS = frozenset({PlaceLevel.DISTRICT, PlaceLevel.SITE})
_COARSE = AREAS | WIDE


def _closer(named: Draft, drafts: Sequence[Draft]) -> Draft:
    """The first clause of the act that names a town where this one names only an area around it.

    "A strike hit a school in Idlib province. The strike in the town of Hass killed 22 children."
    """
    inside = _inside_beside(named, drafts)
    if inside is not None:
        return inside
    told = [place for place in named.places if not is_some_way_off(place)] or named.places
    if any(place.level not in _COARSE for place in told):
        return _quarter_in(named, drafts)
    for draft in drafts:
        fine = [p for p in draft.places if p.level in POINT_LEVELS and not _is_out_of(p, told)]
        if fine and all(may_lie_in(fine[0], area) for area in told):
            return draft
    for levels, outer in ((LOWER_AREAS, WIDE_OR_PROVINCE), (AREAS, WIDE)):
        if any(place.level not in outer for place in told):
            continue  # "killed in Kashmir. The encounter took place in Baramulla district"
        for draft in drafts:
            areas = [p for p in draft.places if p.level in levels and (p.iso3 or outer != WIDE)]
            if areas and all(may_lie_in(areas[0], wide) for wide in told):
                return draft
    return named


def _inside_beside(named: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """As in "killed near A. The attack occurred at B, a village": where it was, not what is near.

    B is in the province of A, or no gazetteer knows where else it is.
    """
    first = named.places[0]
    if first.relation is None or first.level not in POINT_LEVELS:
        return None
    for draft in drafts:
        for place in draft.places[:1]:
            is_there = place.iso3 is None or place.admin1 == first.admin1
            if place.relation is None and place.level in POINT_LEVELS and is_there:
                return draft
    return None


def _is_out_of(place: PlaceMention, areas: Sequence[PlaceMention]) -> bool:
    """As in "outside A", which need not be in the area told, but is if A is one of its towns."""
    return place.relation == "outside" and not all(
        area.level in AREAS and place.admin1 is not None and area.admin1 == place.admin1
        for area in areas
    )


def _quarter_in(named: Draft, drafts: Sequence[Draft]) -> Draft:
    """The first clause that names a quarter or a site where this one names only its town."""
    if any(place.level in _PARTS for place in named.places):
        return named
    for draft in drafts:
        parts = [p for p in draft.places if p.level in _PARTS and p.relation != "outside"]
        if parts and all(may_lie_in(parts[0], town) for town in named.places):
            return draft
    return named


def _address(draft: Draft, chosen: list[PlaceMention]) -> str:
    """The words from the first to the last of the chosen names where they stand together."""
    reading = draft.reading
    first = min(place.first for place in chosen)
    last = max(place.last for place in chosen)
    if (
        last - first < _MAX_ADDRESS
        and _VERBS.isdisjoint(reading.tags[first:last])
        and WAY.isdisjoint(reading.sentence.norms[first:last])
    ):
        return reading.words(first, last)
    return ", ".join(dict.fromkeys(place.text for place in chosen))


def _referred_place(
    draft: Draft, places: Sequence[tuple[int, PlaceMention]], readings: Sequence[Reading]
) -> tuple[PlaceMention, str] | None:
    """The place "the river" or "the town" of the clause refers back to, and the words for it."""
    reading = draft.reading
    norms = reading.sentence.norms
    clauses = reading.clauses
    left, right = clauses.clause(draft.chunk)
    for token in range(clauses.chunks[left].first, clauses.chunks[right - 1].last):
        norm = norms[token]
        if norm == _THERE and token > clauses.chunks[draft.chunk].first:
            found = _last_of_kind(norm, reading.sentence.index, places, readings)
            if found is not None:
                return found, found.text
        if (norm not in _LEVELS and norm not in noun_classes()["place_kind"]) or norms[
            token - 1
        ] not in _BACK:
            continue
        found = _last_of_kind(norm, reading.sentence.index, places, readings)
        if found is not None:
            group = clauses.at_token[token]
            last = clauses.group_end(group)
            if clauses.kinds[group - 2 : group] == "NP" and clauses.first_words[group - 1] == "of":
                group -= 2  # "the west bank of the river"
            return found, reading.words(clauses.chunks[group].first, last)
    return None


def _last_of_kind(
    noun: str,
    sentence: int,
    places: Sequence[tuple[int, PlaceMention]],
    readings: Sequence[Reading],
) -> PlaceMention | None:
    """The place of a kind told last; none where somebody spoke: "a ministry in Juba said"."""
    levels = _LEVELS.get(noun, frozenset())
    first = bisect_left(places, sentence - _MAX_BACK, key=itemgetter(0))
    last = bisect_left(places, sentence, key=itemgetter(0))
    for index, place in reversed(places[first:last]):
        is_kind = not place.is_demonym and (place.level in levels or place.kind == noun)
        if is_kind and not _is_of_speaker(index, place, readings):
            return place
    return None


def _is_of_speaker(index: int, place: PlaceMention, readings: Sequence[Reading]) -> bool:
    return any(
        is_place_of_speech(reading.clauses, source, reading.clauses.at_token[place.first])
        for reading in readings
        if reading.sentence.index == index and place in reading.places
        for source in find_sources(reading)
    )
