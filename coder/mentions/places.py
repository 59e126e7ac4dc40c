"""Sentences -> place mentions with coordinates, levels and containing areas, resolved jointly.

``places_spans`` finds names, ``places_syntax`` reads the words between them, ``places_resolve``
chooses between places of one name; this module puts the steps in order and makes the values.
"""

from collections.abc import Collection, Sequence

from coder.gazetteer.store import Entry, Gazetteer
from coder.gazetteer.words import PlaceWords, place_words
from coder.mentions.places_resolve import resolve
from coder.mentions.places_spans import PlaceSpan, SentenceScan, scan_lower_words
from coder.mentions.places_syntax import (
    find_unknown,
    link_areas,
    set_relations,
    transliterated,
)
from coder.values.labels import CaseProfile, GeoPrecision, PlaceLevel
from coder.values.mentions import PlaceCandidate, PlaceMention
from coder.values.text import Sentence

_WELL_KNOWN = 500_000  # a city of this size is no surname even as a subject of "said"
_MIN_CONTEXT = 0.5  # a merely possible name counts when its country is talked about this much
_PRECISION = {
    PlaceLevel.INTERNATIONAL: GeoPrecision.INTERNATIONAL,
    PlaceLevel.COUNTRY: GeoPrecision.COUNTRY,
    PlaceLevel.ADMIN1: GeoPrecision.ADMIN1,
    PlaceLevel.ADMIN2: GeoPrecision.ADMIN2,
    PlaceLevel.ADMIN3: GeoPrecision.ADMIN3,
    PlaceLevel.PLACE: GeoPrecision.PLACE,
    PlaceLevel.DISTRICT: GeoPrecision.PLACE,
    PlaceLevel.FEATURE: GeoPrecision.FEATURE,
    PlaceLevel.SITE: GeoPrecision.SITE,
}
_POINT_LEVELS = frozenset({PlaceLevel.PLACE, PlaceLevel.DISTRICT, PlaceLevel.SITE})


def find_places(
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
    *,
    dateline: str | None = None,
    source: str | None = None,
    blocked: Sequence[Collection[tuple[int, int]]] | None = None,
) -> tuple[tuple[PlaceMention, ...], ...]:
    """The place mentions of each sentence of one document, in order.

    ``dateline`` is the place of writing and ``source`` the publisher; both only weigh between
    places of one name. ``blocked[i]`` has token ranges of sentence ``i`` that belong to people,
    organisations or weapons. Demonyms are returned too, marked as such.
    """
    words = place_words()
    lower_words = scan_lower_words(sentences)
    persons: set[str] = set()
    surnames: set[str] = set()
    per_sentence: list[list[PlaceSpan]] = []
    for position, sentence in enumerate(sentences):
        ranges = blocked[position] if blocked is not None else ()
        scan = SentenceScan(
            sentence, position, gazetteer, words, ranges, persons, surnames, lower_words
        )
        known = list(scan.spans())
        spans = sorted(
            [*known, *_unknown(sentence, position, known, scan, words, gazetteer, lower_words)],
            key=lambda span: span.first,
        )
        spans = [span for span in spans if not _is_river_bank(span, sentence)]
        link_areas(spans, sentence, words)
        set_relations(spans, sentence, words)
        per_sentence.append(spans)
    everything = [span for spans in per_sentence for span in spans]
    context = _context_entries(gazetteer, dateline, source)
    weights = resolve(everything, dateline=context)
    _find_transliterations(everything, gazetteer, weights, context)
    sure = {span.name for span in everything if span.certain and span.name not in persons}
    result = []
    for sentence, spans in zip(sentences, per_sentence, strict=True):
        result.append(
            tuple(
                _mention(span, sentence)
                for span in spans
                if _is_kept(span, sentence, words, weights, persons, surnames, sure)
            )
        )
    return tuple(result)


def _unknown(
    sentence: Sentence,
    position: int,
    known: Sequence[PlaceSpan],
    scan: SentenceScan,
    words: PlaceWords,
    gazetteer: Gazetteer,
    lower_words: frozenset[str],
) -> list[PlaceSpan]:
    """Places the gazetteer lacks; only looked for where a capitalised word is left over."""
    taken = [not cap for cap in scan.caps]
    for index in scan.blocked:
        if index < len(taken):
            taken[index] = True
    for span in known:
        for index in range(span.first, span.last):
            taken[index] = True
    if False not in taken:
        return []
    return list(find_unknown(sentence, position, taken, known, words, gazetteer, lower_words))


def _is_river_bank(span: PlaceSpan, sentence: Sentence) -> bool:
    """ "on the West Bank of the river": the bank is the river's, not the Palestinian territory."""
    if span.name != "west bank":
        return False
    following = sentence.norms[span.last] if span.last < len(sentence.norms) else ""
    return following == "of" or not sentence.words[span.first][0].isupper()


def _context_entries(
    gazetteer: Gazetteer, dateline: str | None, source: str | None
) -> tuple[Entry, ...]:
    found: list[Entry] = []
    for text in (dateline, source):
        for part in (text or "").split(","):
            entries = gazetteer.lookup(part.strip()) or gazetteer.demonyms(part.strip())
            found.extend(entries[:1])
    return tuple(found)


def _find_transliterations(
    spans: Sequence[PlaceSpan],
    gazetteer: Gazetteer,
    weights: dict[str, float],
    context: tuple[Entry, ...],
) -> None:
    """Give unknown names that are a known one in another spelling its entries."""
    changed = False
    for span in spans:
        if not span.entries:
            span.entries = transliterated(span, gazetteer, weights)
            changed = changed or bool(span.entries)
    if changed:
        resolve(spans, dateline=context)


def _is_kept(
    span: PlaceSpan,
    sentence: Sentence,
    words: PlaceWords,
    weights: dict[str, float],
    persons: set[str],
    surnames: set[str],
    sure: set[str],
) -> bool:
    if span.is_demonym:
        return True
    entry = span.chosen
    if entry is None:
        return span.certain
    following = sentence.norms[span.last] if span.last < len(sentence.norms) else ""
    previous = sentence.norms[span.first - 1] if span.first else ""
    is_town = entry.level is PlaceLevel.PLACE and span.name_last - span.first == 1
    if is_town and not span.cue and entry.population < _WELL_KNOWN:
        if following in words.saying or previous in words.saying or span.name in surnames:
            return False
        if _has_age(span, sentence):
            return False
    if span.name in persons and not span.cue and entry.level is not PlaceLevel.COUNTRY:
        return False
    if span.certain:
        return True
    in_context = max((weights.get(iso, 0.0) for iso in entry.countries), default=0.0)
    common = span.name in words.common or span.name in words.given_names
    if sentence.case is not CaseProfile.MIXED:
        return (
            not common
            and in_context >= _MIN_CONTEXT
            and span.cue
        )
    if common:
        return False
    return span.name in sure or in_context >= _MIN_CONTEXT


def _has_age(span: PlaceSpan, sentence: Sentence) -> bool:
    """ "Campbell, 42, ..." is a person."""
    norms, j = sentence.norms, span.last
    return (
        j + 2 < len(norms)
        and norms[j] == ","
        and norms[j + 1].isdigit()
        and len(norms[j + 1]) == 2  # noqa: PLR2004 - an age, not a year
        and norms[j + 2] in {",", "."}
    )


def _mention(span: PlaceSpan, sentence: Sentence) -> PlaceMention:
    start, end = sentence.starts[span.first], sentence.ends[span.last - 1]
    text = sentence.text[start:end]
    entry = span.chosen
    area = span.area.chosen if span.area is not None else None
    if entry is None:
        return _unknown_mention(span, start, end, text, area)
    if span.is_demonym:
        rule = "place-demonym"
    elif span.area is not None:
        rule = "place-contained"
    else:
        rule = "place-name" if span.certain else "place-in-context"
    near = span.relation is not None
    return PlaceMention(
        start=start,
        end=end,
        first=span.first,
        last=span.last,
        text=text,
        name=entry.name,
        level=entry.level,
        kind=entry.kind,
        country=entry.country,
        iso3=entry.iso3,
        iso2=entry.iso2,
        admin1=entry.admin1,
        admin1_code=entry.admin1_code,
        admin2=entry.admin2,
        admin2_code=entry.admin2_code,
        latitude=entry.latitude,
        longitude=entry.longitude,
        gazetteer_id=entry.gazetteer_id,
        population=entry.population or None,
        precision=(
            GeoPrecision.NEAR_PLACE
            if near and entry.level in _POINT_LEVELS
            else _PRECISION[entry.level]
        ),
        relation=span.relation,
        is_demonym=span.is_demonym,
        candidates=tuple(_candidate(score, other) for score, other in span.scores),
        rule_id=rule,
    )


def _candidate(score: float, entry: Entry) -> PlaceCandidate:
    return PlaceCandidate(
        gazetteer_id=entry.gazetteer_id,
        name=entry.name,
        level=entry.level,
        iso3=entry.iso3,
        admin1=entry.admin1,
        latitude=entry.latitude,
        longitude=entry.longitude,
        score=round(score, 3),
    )


def _unknown_mention(
    span: PlaceSpan, start: int, end: int, text: str, area: Entry | None
) -> PlaceMention:
    """A name the gazetteer lacks: level from its head noun, areas from the text, never a point."""
    level = PlaceLevel(span.head or "place")
    return PlaceMention(
        start=start,
        end=end,
        first=span.first,
        last=span.last,
        text=text,
        name=text,
        level=level,
        kind=span.head_word,
        country=area.country if area else None,
        iso3=area.iso3 if area else None,
        iso2=area.iso2 if area else None,
        admin1=area.admin1 if area else (text if level is PlaceLevel.ADMIN1 else None),
        admin1_code=area.admin1_code if area else None,
        admin2=area.admin2 if area else None,
        admin2_code=area.admin2_code if area else None,
        latitude=None,
        longitude=None,
        gazetteer_id=None,
        population=None,
        precision=(
            GeoPrecision.NEAR_PLACE
            if span.relation is not None and level in _POINT_LEVELS
            else _PRECISION[level]
        ),
        relation=span.relation,
        rule_id="place-head-noun" if span.head_word else "place-unlisted-contained",
    )
