"""Which place a name means, decided for all names of a document together.

The score of a reading adds up how well known the place is, what its head noun says, which areas
stand beside it in the text, and which countries the document is about. Population decides last.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise
from typing import TypeAlias

from coder.gazetteer.store import Entry
from coder.mentions.places.quarters import VILLAGES
from coder.mentions.places.spans import PlaceSpan
from coder.mentions.places.standing import (
    WITH_STATE,
    abroad_under_heading,
    are_cities,
    people_abroad,
    standing,
    standing_in,
    states_told,
    times_larger,
)
from coder.values.kinds import AREAS, LOWER_AREAS, POINT_LEVELS
from coder.values.labels import PlaceLevel

_CONTAINED = 7.0
_COUNTRY_CONTEXT = 3.6
_SAME_SENTENCE = 1.2
_HEAD_AGREES = 3.0
_HEAD_DISAGREES = -2.5
_NEARNESS = 1.5
_COUNTRYSIDE = 3.0
_SEAT = 1.0
_SAME_ADMIN1 = 0.8
_KEPT_CANDIDATES = 5
_EXPLICIT, _PEOPLE, _DATELINE, _CLEAR, _BODY = 1.0, 0.8, 1.6, 0.6, 0.5
_BAND = 0.1  # the weight of a country whose band may fight abroad
_SATURATED = 4.0
_COUNTRY = PlaceLevel.COUNTRY
_PLACE = PlaceLevel.PLACE
_INTERNATIONAL = PlaceLevel.INTERNATIONAL
_DISTRICT = "district"


def resolve(
    spans: Sequence[PlaceSpan],
    *,
    dateline: Iterable[Entry] = (),
    bodies: Iterable[Entry] = (),
    bands: Iterable[Entry] = (),
) -> dict[str, float]:
    """Choose an entry for each span (``chosen``, ``scores``); returns the weight of each country.

    One name has one meaning in a document unless an area beside it says otherwise. All are ranked
    twice: the second time they know of each other's areas.
    """
    places = [span for span in spans if not span.is_demonym and span.entries]
    weights = _country_weights(spans, places, ((_DATELINE, dateline), (_BODY, bodies)))
    for iso in [iso for entry in bands for iso in entry.countries]:
        weights.setdefault(iso, _BAND)
    in_sentence = _countries_by_sentence(spans)
    by_name: dict[str, list[PlaceSpan]] = defaultdict(list)
    for span in places:
        by_name[span.key].append(span)
    states = states_told(places)
    groups = [_Group(spans, weights, in_sentence, states) for spans in by_name.values()]
    for _ in range(2):
        areas = _chosen_areas(places)
        for group in groups:
            group.choose(areas)
    for span in spans:
        if span.is_demonym:
            span.chosen = _best_people(span.entries, weights)
    return weights


def settle_areas(spans: Sequence[PlaceSpan]) -> None:
    """Let an area beside a town be the one of that name the town lies in.

    In "Isulan, Sultan Kudarat" the province is meant, though a larger town is called so too.
    """
    for span in spans:
        area, entry = span.area, span.chosen
        if area is None or entry is None or area.chosen is None or entry.lies_in(area.chosen):
            continue
        outer = next((other for other in area.entries if entry.lies_in(other)), None)
        if outer is not None:
            area.chosen = outer


def drop_joined(spans: Sequence[PlaceSpan]) -> None:
    """Drop towns of two countries side by side: "the Cano Limon pipeline" is one name."""
    for left, right in pairwise(spans):
        one, other = left.chosen, right.chosen
        if left.last != right.first or one is None or other is None:
            continue
        towns = one.level is other.level is _PLACE
        if towns and one.iso2 != other.iso2 and not (left.is_demonym or right.is_demonym):
            for span in (left, right):
                span.chosen, span.certain = None, False


def drop_namesakes(spans: Sequence[PlaceSpan]) -> None:
    """Take a city quarter for one no gazetteer has where the document is about other areas.

    Every second city has a Salihiyah; that of another one is not meant. Nor is a village or a
    district called like a town of a country that nothing else in the document lies in.
    """
    for span in abroad_under_heading(spans):
        _forget(span)
    quarters = [span for span in spans if _is_quarter(span)]
    small = [span for span in spans if _is_small(span)]
    if not quarters and not small:
        return
    areas = {
        span.chosen.admin1_code
        for span in spans
        if span.chosen is not None and span.chosen.admin1_code and not _is_quarter(span)
        if not _is_small(span)
    }
    countries = {code.partition(".")[0] for code in areas}
    for span in quarters:
        chosen = span.chosen
        if span.area is None and areas and chosen and chosen.admin1_code not in areas:
            if chosen.level is not PlaceLevel.DISTRICT and chosen.iso2 in countries:
                continue  # a town of the country may have a quarter of its own name
            _forget(span)
    for span in small if countries else ():
        if span.area is None and span.chosen and span.chosen.iso2 not in countries:
            _forget(span)


def _forget(span: PlaceSpan) -> None:
    """Take a name for one that no gazetteer has."""
    span.entries, span.chosen, span.scores, span.certain = (), None, [], True


def _is_small(span: PlaceSpan) -> bool:
    """Whether the words call a village or part of a province what the gazetteer has as larger."""
    if span.chosen is None:
        return False
    if span.chosen.level is PlaceLevel.ADMIN1:
        return span.head_word == _DISTRICT  # a county may be a province
    is_small = span.head in LOWER_AREAS or span.head_word in VILLAGES
    return is_small and span.chosen.level is _PLACE


def _is_quarter(span: PlaceSpan) -> bool:
    """Whether the words call the name a quarter and the gazetteer knows one of that name."""
    return span.head == "district" and span.chosen is not None and span.chosen.level in POINT_LEVELS


def _country_weights(
    spans: Sequence[PlaceSpan],
    places: Sequence[PlaceSpan],
    told: Iterable[tuple[float, Iterable[Entry]]],
) -> dict[str, float]:
    """How much a document is about each country, 0 to 1."""
    counts: dict[str, float] = defaultdict(float)
    for weight, entries in told:
        for iso in [iso for entry in entries for iso in entry.countries]:
            counts[iso] += weight
    for span in spans:
        if span.is_demonym:
            for iso in {iso for entry in span.entries[:2] for iso in entry.countries}:
                counts[iso] += _PEOPLE
        elif span.entries and standing(span).is_country and span.entries[0].iso2:
            counts[span.entries[0].iso2] += _EXPLICIT
    seen: set[str] = set()
    for span in places:
        is_country = span.entries[0].level is _COUNTRY
        if span.certain and not is_country and span.name not in seen:
            seen.add(span.name)
            for iso in standing(span).clear:
                counts[iso] += _CLEAR
    return {iso: min(1.0, 0.35 + count / _SATURATED) for iso, count in counts.items()}


def _countries_by_sentence(spans: Sequence[PlaceSpan]) -> Mapping[int, set[str]]:
    found: dict[int, set[str]] = defaultdict(set)
    for span in spans:
        best = span.entries[0] if span.entries else None
        if best is None or best.level is not _COUNTRY or not best.iso2:
            continue
        if span.is_demonym or standing(span).is_country:
            found[span.sentence].add(best.iso2)
    return found


def _chosen_areas(places: Sequence[PlaceSpan]) -> dict[str, float]:
    """Admin-1 areas that other names of the document lie in, by their codes."""
    found: dict[str, float] = defaultdict(float)
    counted = set()
    for span in places:
        entry = span.chosen
        if entry is not None and entry.admin1_code and span.name not in counted:
            counted.add(span.name)
            found[entry.admin1_code] += 1.0
    return found


class _Group:
    """The spans of one name: they mean one entry, but an area or head noun may say otherwise.

    What an area or head noun beside one span proves also counts for the spans that have none.
    """

    __slots__ = ("own", "plain", "readings")

    def __init__(
        self,
        spans: list[PlaceSpan],
        weights: Mapping[str, float],
        in_sentence: Mapping[int, set[str]],
        states: Mapping[str, float] | None,
    ) -> None:
        self.own = [span for span in spans if _has_own_evidence(span)]
        self.plain = [span for span in spans if not _has_own_evidence(span)] if self.own else spans
        self.readings = [
            _readings(span, weights, in_sentence.get(span.sentence, _NOWHERE), states)
            for span in self.own
        ]
        if self.plain:
            nearby: AbstractSet[str] = _NOWHERE
            if in_sentence:
                nearby = _NOWHERE.union(
                    *[in_sentence.get(span.sentence, _NOWHERE) for span in self.plain]
                )
            self.readings.append(_readings(self.plain[0], weights, nearby, states))

    def choose(self, areas: Mapping[str, float]) -> None:
        """Give the spans scores and entries; ``areas`` are those of the other names so far."""
        own, plain = self.own, self.plain
        for span, readings in zip(own, self.readings, strict=False):
            _rank(span, readings, areas)
        if not plain:
            return
        first = plain[0]
        _rank(first, self.readings[-1], areas)
        if own:
            shared = {entry.number: score for score, entry in first.scores}
            for span in own:
                for score, entry in span.scores:
                    shared[entry.number] = max(shared.get(entry.number, -99.0), score)
            entries = {entry.number: entry for span in (first, *own) for _, entry in span.scores}
            first.scores = _best(
                [(-score, number, entries[number]) for number, score in shared.items()]
            )
            first.chosen = first.scores[0][1]
        for span in plain[1:]:
            span.scores, span.chosen = first.scores, first.chosen


def _has_own_evidence(span: PlaceSpan) -> bool:
    return span.area is not None or span.head is not None or span.relation is not None


_NOWHERE: frozenset[str] = frozenset()
_Readings: TypeAlias = list[tuple[float, Entry]]


def _readings(
    span: PlaceSpan,
    weights: Mapping[str, float],
    nearby: AbstractSet[str],
    states: Mapping[str, float] | None,
) -> _Readings:
    """What each entry of a name is worth by itself, by the countries of the document and by size.

    Areas are left to :func:`_rank`, which knows those of the other names. ``states``: those told of
    the country whose towns are told with a state, null where none of its towns is told either.
    """
    worth = standing_in(span, weights)
    seats = worth.seats
    is_country = len(worth.entries) > 1 and worth.is_country
    most = max(map(people_abroad, worth.entries))
    found = []
    for entry, own in zip(worth.entries, worth.known, strict=True):
        score = own
        if entry.iso2 == WITH_STATE and most > times_larger(entry, states) * entry.population:
            score -= _SEAT  # "Palmyra": told without its state, the larger abroad
        else:
            score += _country_score(span, entry, weights, nearby, is_country=is_country)
        if seats:
            seat = seats.get(entry.admin1_code)
            if seat is not None and entry.population >= seat:
                score += _SEAT if entry.level is _PLACE else 0.0
        found.append((score, entry))
    return found


def _rank(span: PlaceSpan, readings: _Readings, areas: Mapping[str, float]) -> None:
    chosen_code = span.chosen.admin1_code if span.chosen is not None else None
    area, relation, head = span.area, span.relation, span.head
    near = _countries_nearby(readings) if relation else None
    scored = []
    for base, entry in readings:
        score = base
        code = entry.admin1_code
        if area is not None:
            score += _area_score(span, area, entry, areas)
        elif code and (areas or chosen_code):
            own = 1.0 if code == chosen_code else 0.0
            score += _SAME_ADMIN1 * min(2.0, areas.get(code, 0.0) - own)
        if relation is not None:
            score += _relation_score(relation, entry, near)
        if head is not None:
            score += _head_score(head, entry)
        scored.append((-score, entry.number, entry))
    span.scores = _best(scored)
    span.chosen = span.scores[0][1]


def _best(scored: list[tuple[float, int, Entry]]) -> list[tuple[float, Entry]]:
    """The best of entries with negative scores and numbers, with scores; of equals the larger."""
    if len(scored) > 1:
        scored.sort(key=lambda item: (item[0], -item[2].population, item[1]))
    return [(-score, entry) for score, _, entry in scored[:_KEPT_CANDIDATES]]


def _country_score(
    span: PlaceSpan,
    entry: Entry,
    weights: Mapping[str, float],
    nearby: AbstractSet[str],
    *,
    is_country: bool,
) -> float:
    """What the countries the document is about, and those of the sentence, say for a place."""
    if is_country and entry.level is _INTERNATIONAL:
        return _COUNTRY_CONTEXT
    if entry.level is _COUNTRY:
        if is_country and entry.population > 0:
            return _COUNTRY_CONTEXT
        return _COUNTRY_CONTEXT * _weight(entry, weights) if len(span.entries) > 1 else 0.0
    countries = entry.countries
    if len(countries) == 1:
        score = _COUNTRY_CONTEXT * weights.get(countries[0], 0.0)
    else:
        score = _COUNTRY_CONTEXT * _weight(entry, weights)
    if nearby and not nearby.isdisjoint(countries):
        score += _SAME_SENTENCE
    return score


def _area_score(
    span: PlaceSpan, area: PlaceSpan, entry: Entry, areas: Mapping[str, float]
) -> float:
    """What other names of the document and the area beside the name say for this province."""
    score = 0.0
    code = entry.admin1_code
    if code:
        chosen = span.chosen
        own = 1.0 if chosen is not None and chosen.admin1_code == code else 0.0
        score += _SAME_ADMIN1 * min(2.0, areas.get(code, 0.0) - own)
    if any(entry.lies_in(other) for other in area.entries) and not are_cities(span, area, entry):
        score += _CONTAINED
    if area.chosen is not None and entry.lies_in(area.chosen):
        score += 1.0
    return score


def _relation_score(relation: str, entry: Entry, near: Sequence[str] | None) -> float:
    """Events happen near towns, in the countryside of provinces."""
    if relation == "countryside":
        return _COUNTRYSIDE if entry.level is PlaceLevel.ADMIN1 else 0.0
    return _NEARNESS if entry.level is _PLACE and (near is None or entry.iso2 in near) else 0.0


def _countries_nearby(readings: _Readings) -> Sequence[str] | None:
    """Where a town of the name is looked for: "near Crete" is no town abroad. Null: anywhere."""
    best = max(readings, key=lambda reading: reading[0])[1]
    return None if best.level is _PLACE else best.countries


def _weight(entry: Entry, weights: Mapping[str, float]) -> float:
    countries = entry.countries
    if len(countries) == 1:
        return weights.get(countries[0], 0.0)
    return max((weights.get(iso, 0.0) for iso in countries), default=0.0)


def _head_score(head: str, entry: Entry) -> float:
    """Whether a province is called one; the order of areas varies between countries."""
    if head in {"admin1", "admin2", "admin3"}:
        agrees = entry.level in AREAS or entry.kind == "region"
    elif head == "place":
        agrees = entry.level is _PLACE
    else:
        agrees = entry.level in {PlaceLevel.FEATURE, PlaceLevel.SITE, PlaceLevel.DISTRICT}
    return _HEAD_AGREES if agrees else _HEAD_DISAGREES


def _best_people(entries: Sequence[Entry], weights: Mapping[str, float]) -> Entry:
    return max(entries, key=lambda entry: _weight(entry, weights))
