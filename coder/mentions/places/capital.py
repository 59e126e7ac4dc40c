"""Places told without a name: "the Iraqi capital", "in this city", "off the Libyan coast"."""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from coder.gazetteer.store import Entry, Gazetteer
from coder.gazetteer.words import PlaceWords, capitals, place_words
from coder.lexicon.closed import ARTICLES
from coder.lexicon.words import noun_classes, word_tags
from coder.mentions.places.spans import PlaceSpan
from coder.values.labels import PlaceLevel
from coder.values.text import Sentence

CAPITAL = "capital"
THIS = "this"
_TOWN_WORDS = frozenset({"city", "town"})
GROUND = _TOWN_WORDS | {"village", "province", "district", "park", "forest", "island"}
_OVER = frozenset({"off", "on", "over", "along", "from", "inside"})
_MOST_BETWEEN = 3  # words: "in this southern port city"
_OWNER = frozenset({"'s", "\u2019s", "'", "\u2019"})
_HUB = 4  # words: "of the hub of"
_BEARING_ENDS = frozenset({"of", "from", "near", "outside"})
_MOST_OF_CAPITAL = 7  # tokens: "of the country's capital, X"
_MAIN_COUNTRY = 0.6  # of the weight of all countries told


def told_capitals(
    spans: list[PlaceSpan],
    sentence: Sentence,
    position: int,
    gazetteer: Gazetteer,
    weights: Mapping[str, float],
) -> list[PlaceSpan]:
    """The spans of one sentence with the capitals that are told through their country.

    ``weights`` are those of the document's countries: "in the capital" alone is that of the country
    most told.
    """
    norms = sentence.norms
    for at in [at for at, norm in enumerate(norms) if norm == CAPITAL]:
        last = at + 2 if norms[at + 1 : at + 2] == ("city",) else at + 1
        behind = norms[last] if last < len(norms) else ""
        if behind in noun_classes()["capital_money"] or _is_named(spans, norms, last):
            continue
        country = _country(spans, norms, at, last)
        if country is None and behind != "of" and _is_bare(norms, at):
            country = _main_country(gazetteer, weights)
        town = _town(country, gazetteer)
        if town is not None:
            spans = sorted([*spans, _span(town, position, at, last)], key=attrgetter("first"))
    return spans


def told_here(
    spans: list[PlaceSpan], sentence: Sentence, position: int, written: Iterable[Entry]
) -> list[PlaceSpan]:
    """The spans of one sentence with the town of writing where it stands as "in this city"."""
    norms = sentence.norms
    town = next((entry for entry in written if entry.level is PlaceLevel.PLACE), None)
    if town is None or _TOWN_WORDS.isdisjoint(sentence.vocabulary):
        return spans
    inside = place_words().inside | {"of"}
    for at in [at for at, norm in enumerate(norms) if norm == THIS and norms[at - 1] in inside]:
        behind = norms[at + 1 : at + 2 + _MOST_BETWEEN]
        found = [at + 2 + far for far, norm in enumerate(behind) if norm in _TOWN_WORDS]
        if found:
            here = _span(town, position, at, found[0])
            spans = sorted([*spans, here], key=attrgetter("first"))
    return spans


def told_territories(spans: list[PlaceSpan], sentence: Sentence, position: int) -> list[PlaceSpan]:
    """The spans of one sentence with countries told by what is theirs: "off the Libyan coast".

    Also "in a Kenyan village", "in a Ugandan national park".
    """
    norms, theirs = sentence.norms, noun_classes()["territory"] | GROUND
    found = []
    for span in spans:
        country, at = span.chosen, span.last
        if not span.is_demonym or country is None or country.level is not PlaceLevel.COUNTRY:
            continue
        ground = next((k for k in range(at, min(at + 3, len(norms))) if norms[k] in theirs), None)
        if ground is None or not _is_inside(norms, span.first):
            continue
        if all(word_tags().get(word, "J") in "JN" for word in norms[at:ground]):
            found.append(_span(country, position, ground, ground + 1))
    return sorted([*spans, *found], key=attrgetter("first")) if found else spans


def _is_inside(norms: Sequence[str], at: int) -> bool:
    """As in "in a | Kenyan village", "off the | Libyan coast", "in a remote | Kenyan village"."""
    inside = place_words().inside | place_words().near | _OVER
    for before in range(at - 1, max(at - _MOST_BETWEEN, -1), -1):
        if norms[before] in inside:
            return True
        if norms[before] not in ARTICLES and word_tags().get(norms[before]) != "J":
            return False
    return False


def _is_named(spans: Sequence[PlaceSpan], norms: Sequence[str], last: int) -> bool:
    """As in "the Kyrgyz capital, Bishkek": its own name says where it is."""
    start = last + 1 if norms[last : last + 1] == (",",) else last
    return any(span.first == start and not span.is_demonym for span in spans)


def _country(spans: Sequence[PlaceSpan], norms: Sequence[str], at: int, last: int) -> Entry | None:
    """The country beside the word: "Iraqi", "Iraq's", "of Iraq", and not "of Iraq's Anbar"."""
    before = at - 1 if at and norms[at - 1] in _OWNER else at
    behind = last + 1 if norms[last : last + 1] == ("of",) else -1
    for span in spans:
        country = span.chosen
        if (
            (
                span.last == before
                or (span.first == behind and _OWNER.isdisjoint(norms[span.last : span.last + 1]))
            )
            and country is not None
            and country.level is PlaceLevel.COUNTRY
        ):
            return country
    return None


def _is_bare(norms: Sequence[str], at: int) -> bool:
    words = place_words()
    return (
        at > 1
        and norms[at - 1] == "the"
        and (norms[at - 2] in words.inside or norms[at - 2] in words.near)
    )


def _town(country: Entry | None, gazetteer: Gazetteer) -> Entry | None:
    name = capitals().get(country.iso2 or "") if country is not None else None
    if country is None or name is None:
        return None
    return next(
        (
            entry
            for entry in gazetteer.lookup(name)
            if entry.level is PlaceLevel.PLACE and entry.iso2 == country.iso2
        ),
        None,
    )


def _main_country(gazetteer: Gazetteer, weights: Mapping[str, float]) -> Entry | None:
    if not weights:
        return None
    iso, weight = max(weights.items(), key=lambda item: item[1])
    return gazetteer.country(iso) if weight >= _MAIN_COUNTRY * sum(weights.values()) else None


def _span(town: Entry, position: int, first: int, last: int) -> PlaceSpan:
    return PlaceSpan(
        sentence=position,
        first=first,
        last=last,
        name_last=last,
        name=town.name,
        entries=(town,),
        certain=True,
        cue=True,
        head_word=CAPITAL,
        chosen=town,
        scores=[(1.0, town)],
    )


def before_hub(i: int, norms: Sequence[str], words: PlaceWords) -> int:
    """As in "north of the gold-mining hub of Kamituga": where the words for the town begin."""
    if i > _HUB and norms[i - 1] == "of" and norms[i - 2] not in words.directions:
        for at in (i - 3, i - 4, i - 5):
            if at > 0 and norms[at] == "the" and norms[at - 1] in _BEARING_ENDS:
                return at
    return i


def before_capital(i: int, norms: Sequence[str]) -> int:
    """As in "south of Chechnya's capital, Grozny": where the words for the town at ``i`` begin."""
    if CAPITAL not in norms[max(i - 2, 0) : i]:
        return i
    for at in range(i - 2, max(i - _MOST_OF_CAPITAL, 0), -1):
        if norms[at] in {"of", "from"}:
            return at + 1
    return i
