"""Sentences -> place mentions with coordinates, levels and containing areas, resolved jointly.

``places_scan`` finds names of the gazetteer, ``places_unlisted`` names it lacks, ``places_syntax``
reads the words between them, ``places_resolve`` chooses between places of one name and
``places_doubt`` drops what is no place after all; this module puts the steps in order.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from coder.gazetteer.store import Entry, Gazetteer
from coder.lexicon.words import noun_classes
from coder.mentions.places.capital import (
    CAPITAL,
    GROUND,
    THIS,
    told_capitals,
    told_here,
    told_territories,
)
from coder.mentions.places.doubt import Doubts
from coder.mentions.places.nations import drop_outside
from coder.mentions.places.pairs import BORDER, borders, roads
from coder.mentions.places.quarters import SUBURB_DEGREES, city_around, lie_within
from coder.mentions.places.resolve import drop_joined, drop_namesakes, resolve, settle_areas
from coder.mentions.places.scan import SentenceScan
from coder.mentions.places.sites import without_site_names
from coder.mentions.places.spans import DocumentNames, PlaceSpan, document_names
from coder.mentions.places.spellings import transliterated
from coder.mentions.places.syntax import (
    AREA_HEADS,
    link_areas,
    listed_area,
    prove_contained,
    set_relations,
    share_areas,
)
from coder.mentions.places.unlisted import UnlistedNames
from coder.values.kinds import BELOW_PROVINCE, POINT_LEVELS
from coder.values.labels import GeoPrecision, PlaceLevel
from coder.values.mentions import PlaceMention
from coder.values.text import Sentence
from coder.values.value import value

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
_IN_TOWN = frozenset({PlaceLevel.ADMIN2, PlaceLevel.PLACE})
_PLACE = PlaceLevel.PLACE


@value
class PlaceScan:
    """The possible places of one document, sentence by sentence, before any is resolved."""

    sentences: Sequence[Sentence]
    names: DocumentNames
    spans: list[list[PlaceSpan]]


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
    scan = place_spans(sentences, gazetteer, blocked)
    return resolved_places(scan, dateline=dateline, source=source)


def place_spans(
    sentences: Sequence[Sentence],
    gazetteer: Gazetteer,
    blocked: Sequence[Collection[tuple[int, int]]] | None = None,
) -> PlaceScan:
    """The first half of :func:`find_places`: what may be a place, whichever it is."""
    names = document_names(sentences, gazetteer)
    per_sentence = [
        _spans(sentence, position, names, blocked[position] if blocked is not None else ())
        for position, sentence in enumerate(sentences)
    ]
    return PlaceScan(sentences=sentences, names=names, spans=per_sentence)


def resolved_places(
    scan: PlaceScan,
    *,
    dateline: str | None = None,
    source: str | None = None,
    bodies: Collection[str] = (),
    bands: Collection[str] = (),
) -> tuple[tuple[PlaceMention, ...], ...]:
    """The second half: which place each name means, and which are none. Uses the scan up.

    ``bodies``: ISO codes of countries whose police or parties the text names; ``bands``: those of
    groups that fight abroad as well.
    """
    sentences, names, per_sentence = scan.sentences, scan.names, scan.spans
    gazetteer = names.gazetteer
    everything = [span for spans in per_sentence for span in spans]
    if not everything:
        return tuple(() for _sentence in sentences)
    context = _context_entries(gazetteer, dateline, source)
    served, home = _country_entries(gazetteer, bodies), _country_entries(gazetteer, bands)
    unknown = [span for span in everything if not span.entries]
    weights = resolve(everything, dateline=context, bodies=served, bands=home)
    share_areas(unknown)
    for span in unknown:
        span.entries = transliterated(span, gazetteer, weights)
        span.is_spelling = bool(span.entries)
    if any(span.entries for span in unknown):
        weights = resolve(everything, dateline=context, bodies=served, bands=home)
    drop_namesakes(everything)
    settle_areas(everything)
    for spans, sentence in zip(per_sentence, sentences, strict=True):
        drop_joined(spans)
        drop_outside(spans, sentence)
    for position, sentence in enumerate(sentences):
        if CAPITAL in sentence.vocabulary:
            per_sentence[position] = told_capitals(
                per_sentence[position], sentence, position, gazetteer, weights
            )
        if not sentence.vocabulary.isdisjoint(GROUND | noun_classes()["territory"]):
            per_sentence[position] = told_territories(per_sentence[position], sentence, position)
        if dateline and THIS in sentence.vocabulary:
            per_sentence[position] = told_here(per_sentence[position], sentence, position, context)
    doubts = Doubts(everything, names, weights, sentences)
    return tuple(
        tuple([_mention(span, sentence) for span in spans if doubts.is_kept(span, sentence)])
        for sentence, spans in zip(sentences, per_sentence, strict=True)
    )


def _spans(
    sentence: Sentence,
    position: int,
    names: DocumentNames,
    blocked: Collection[tuple[int, int]],
) -> list[PlaceSpan]:
    """The possible places of one sentence from left to right, with areas and relations set."""
    scan = SentenceScan(sentence, position, names, blocked)
    spans = scan.spans()
    if scan.beside.cased or _names_behind_of(sentence, names) or _open_list(spans, names):
        free = scan.free(spans)
        if True in free:
            unlisted = UnlistedNames(sentence, position, spans, names, free, beside=scan.beside)
            spans = sorted([*spans, *unlisted.spans()], key=lambda span: span.first)
    if BORDER in sentence.vocabulary and (found := borders(sentence, position, names.gazetteer)):
        spans = sorted([*spans, *found], key=lambda span: span.first)
    spans = [span for span in spans if not _is_river_bank(span, sentence)]
    spans = without_site_names(spans, sentence, names.lists)
    if spans:
        link_areas(spans, sentence, names.lists)
        prove_contained(spans, scan.beside)
        set_relations(spans, sentence, names.lists)
    if not noun_classes()["road"].isdisjoint(sentence.vocabulary):
        spans = sorted(
            [*spans, *roads(sentence, position, names.gazetteer)], key=lambda span: span.first
        )
    return spans


def _names_behind_of(sentence: Sentence, names: DocumentNames) -> bool:
    """Whether a head noun and "of" can prove a name: the "village of ..."."""
    norms = sentence.norms
    if "of" not in norms or names.lists.heads.keys().isdisjoint(sentence.vocabulary):
        return False
    heads = names.lists.heads
    return not heads.keys().isdisjoint(
        [norms[i] for i, word in enumerate(norms[1:]) if word == "of"]
    )


def _open_list(spans: Sequence[PlaceSpan], names: DocumentNames) -> bool:
    """Whether a plural head noun can prove names without a word of its own before them."""
    return any(span.head_word in names.lists.list_heads for span in spans)


def _is_river_bank(span: PlaceSpan, sentence: Sentence) -> bool:
    """As in "on the West Bank of the river", which is not the Palestinian territory."""
    if span.name != "west bank":
        return False
    return span.last < len(sentence.norms) and sentence.norms[span.last] == "of"


def _country_entries(gazetteer: Gazetteer, isos: Collection[str]) -> tuple[Entry, ...]:
    return tuple([entry for iso in isos if (entry := gazetteer.country(iso)) is not None])


def _context_entries(
    gazetteer: Gazetteer, dateline: str | None, source: str | None
) -> tuple[Entry, ...]:
    """What the place of writing and the publisher's name say of the country.

    A publisher is called after a country ("Syrian Arab News Agency"), while its other words may be
    towns by accident (an agency's initials).
    """
    found: list[Entry] = []
    for part in (dateline or "").split(","):
        found.extend(gazetteer.lookup(part.strip())[:1])
    for word in (source or "").split():
        entries = gazetteer.demonyms(word) or gazetteer.lookup(word)
        found.extend(entry for entry in entries[:1] if entry.level is PlaceLevel.COUNTRY)
    return tuple(found)


def _mention(span: PlaceSpan, sentence: Sentence) -> PlaceMention:
    start, end = sentence.starts[span.first], sentence.ends[span.last - 1]
    text = sentence.text[start:end]
    entry = span.chosen
    if entry is None:
        return _unknown_mention(span, start, end, sentence)
    around = _town_of_site(span, entry)
    if span.head_word == CAPITAL:
        rule = "place-capital"
    elif span.is_demonym:
        rule = "place-demonym"
    elif span.area is not None:
        rule = "place-contained"
    else:
        rule = "place-name" if span.certain else "place-in-context"
    near = span.relation is not None
    mention = PlaceMention(
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
        admin1=around.admin1,
        admin1_code=around.admin1_code,
        admin2=around.admin2,
        admin2_code=around.admin2_code,
        latitude=entry.latitude,
        longitude=entry.longitude,
        gazetteer_id=entry.gazetteer_id,
        population=entry.population or None,
        precision=(
            GeoPrecision.NEAR_PLACE
            if near and entry.level in POINT_LEVELS
            else _PRECISION[entry.level]
        ),
        relation=span.relation,
        is_demonym=span.is_demonym,
        in_town=_town_around(span, entry, around),
        candidates=tuple(span.scores),
        rule_id=rule,
    )
    is_area = entry.level is _PLACE and (span.head in AREA_HEADS or _is_called_after(span, entry))
    return _area_of_town(span, mention) if is_area else mention


def _is_called_after(span: PlaceSpan, town: Entry) -> bool:
    """As in "on the Kano river", "in the Godavari valley": what no list has, and not the town.

    A valley or hill is told of by the town in it, where that is the town's first name.
    """
    if span.head != PlaceLevel.FEATURE:
        return False
    return span.head_word in noun_classes()["water"] or town.key != span.key


def _town_around(span: PlaceSpan, entry: Entry, around: Entry) -> str | None:
    """The town that what is told lies in: a camp's, or the city of "Lima's Miraflores district"."""
    if around is entry and entry.level in BELOW_PROVINCE:
        around = city_around(entry, span.area) or entry
    return None if around is entry else around.name


def _town_of_site(span: PlaceSpan, site: Entry) -> Entry:
    """The town of the same name that a camp lies in, whose areas are those of the camp; or itself.

    As in "the Kakuma refugee camp": a list of sites names the country alone.
    """
    if site.level is not PlaceLevel.SITE or site.admin1 is not None:
        return site
    return next(
        (
            town
            for town in span.entries
            if town.level is _PLACE
            and town.key == site.key
            and town.iso2 == site.iso2
            and lie_within(town, site, SUBURB_DEGREES)
        ),
        site,
    )


def _area_of_town(span: PlaceSpan, town: PlaceMention) -> PlaceMention:
    """A district the gazetteer lacks that is called after its town; it has no point of its own."""
    area = span.area.chosen if span.area is not None else None
    if span.chosen is not None:
        area = city_around(span.chosen, span.area) or area
    level = _quarter_or_area(span, area)
    is_admin2 = level is PlaceLevel.ADMIN2
    return replace(
        town,
        level=level,
        kind=span.head_word,
        admin2=town.name if is_admin2 else town.admin2,
        admin2_code=None if is_admin2 else town.admin2_code,
        gazetteer_id=None,
        population=None,
        precision=_PRECISION[level],
        is_demonym=False,
        rule_id="place-area-of-town",
    )


def _quarter_or_area(span: PlaceSpan, area: Entry | None) -> PlaceLevel:
    """The level of an area no gazetteer has, by its head noun and by what it lies in.

    Every area of the first order is in the gazetteer: a province it lacks is one of the second. A
    district of a city is a quarter of it.
    """
    level = PlaceLevel(span.head or "place")
    if level is PlaceLevel.ADMIN1 and area is not None:
        return PlaceLevel.ADMIN2
    if area is not None and area.level is PlaceLevel.PLACE and level in _IN_TOWN:
        return PlaceLevel.DISTRICT
    return level


def _unknown_mention(span: PlaceSpan, start: int, end: int, sentence: Sentence) -> PlaceMention:
    """A name the gazetteer lacks: level from its head noun, areas from the text, never a point."""
    around = listed_area(span.area)
    area = around.chosen if around is not None else None
    level = _quarter_or_area(span, area)
    text = name = sentence.text[start:end]
    if span.head in AREA_HEADS and level is not PlaceLevel.ADMIN1:
        name = sentence.text[start : sentence.ends[span.name_last - 1]]  # without "County"
    admin2 = area.admin2 if area else None
    if span.area is not None and span.area is not around:  # "Ntamba, Nangade district"
        admin2 = _unlisted_admin2(span.area, sentence)
    return PlaceMention(
        start=start,
        end=end,
        first=span.first,
        last=span.last,
        text=text,
        name=name,
        level=level,
        kind=span.head_word,
        country=area.country if area else None,
        iso3=area.iso3 if area else None,
        iso2=area.iso2 if area else None,
        admin1=area.admin1 if area else (text if level is PlaceLevel.ADMIN1 else None),
        admin1_code=area.admin1_code if area else None,
        admin2=name if level is PlaceLevel.ADMIN2 else admin2,
        admin2_code=area.admin2_code if area else None,
        latitude=None,
        longitude=None,
        gazetteer_id=None,
        population=None,
        precision=(
            GeoPrecision.NEAR_PLACE
            if span.relation is not None and level in POINT_LEVELS
            else _PRECISION[level]
        ),
        relation=span.relation,
        rule_id="place-head-noun" if span.head_word else "place-unlisted-contained",
    )


def _unlisted_admin2(area: PlaceSpan, sentence: Sentence) -> str:
    """The widest of the areas no gazetteer has: "Fagai in Atsang chiefdom of Kaura district"."""
    while area.area is not None and not area.area.entries:
        area = area.area
    return " ".join(sentence.words[area.first : area.name_last])
