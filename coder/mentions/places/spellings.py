"""Other spellings of listed names, by their consonants, in the countries of a text."""

import re
from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher

from coder.gazetteer.names import ARTICLES, coarse_key, name_key
from coder.gazetteer.store import Entry, Gazetteer
from coder.gazetteer.words import arabic_countries
from coder.mentions.places.spans import PlaceSpan
from coder.mentions.places.syntax import listed_area
from coder.values.labels import PlaceLevel

_MAX_COUNTRIES = 4
_MIN_WEIGHT = 0.55  # of a country whose transliterations are tried
_SAME_SOUND = 0.86
_MANY_CONSONANTS = 5
_TOWN = 10_000  # before villages of that sound in other countries


def transliterated(
    span: PlaceSpan, gazetteer: Gazetteer, weights: Mapping[str, float]
) -> tuple[Entry, ...]:
    """Entries whose name is another spelling of an unknown one, in the document's countries.

    Where the text says the province, or a town, only those in it.
    """
    outer = listed_area(span.area)
    provinces = _provinces(outer.entries if outer is not None else ())
    countries = sorted(
        (iso for iso in weights if weights[iso] >= _MIN_WEIGHT),
        key=lambda iso: (-weights[iso], iso),
    )[:_MAX_COUNTRIES]
    found = gazetteer.lookup_coarse(span.name, countries)
    if not found and not provinces:
        found = _anywhere(span.name, gazetteer)
    own = _sound(span.name)
    ranked = []
    for entry in found:
        other = _sound(entry.name)
        if provinces and entry.admin1_code not in provinces:
            continue
        if (own[-1:] in _OPEN) == (other[-1:] in _OPEN) and _consonants(own) == _consonants(other):
            ranked.append((SequenceMatcher(None, own, other).ratio(), entry))
    best = max((ratio for ratio, _entry in ranked), default=0.0)
    return tuple(entry for ratio, entry in ranked if ratio == best and best >= _SAME_SOUND)


def _anywhere(name: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    """Places of one country alone for a name with an article, or with many consonants.

    As in "Maarat al-Numan", "Tuz Khormato": nothing else need be known of the country.
    """
    is_arabic = not ARTICLES.isdisjoint(name_key(name).split())
    if not is_arabic and len(coarse_key(name)) < _MANY_CONSONANTS:
        return ()
    found = gazetteer.lookup_coarse_anywhere(name)
    if is_arabic:
        found = tuple([entry for entry in found if entry.iso2 in arabic_countries()])
    if len({entry.iso2 for entry in found}) > 1:
        found = tuple([entry for entry in found if entry.population >= _TOWN])
    return found if len({entry.iso2 for entry in found}) == 1 else ()


def _provinces(areas: Sequence[Entry]) -> set[str | None]:
    """The codes of the provinces among some areas, of their towns where there are none."""
    listed = [entry for entry in areas if entry.level is PlaceLevel.ADMIN1]
    towns = [entry for entry in areas if entry.level is PlaceLevel.PLACE]
    return {entry.admin1_code for entry in listed or towns}


_VOWELS = str.maketrans({"e": "a", "y": "i", "o": "u", "w": "u", "q": "k", "c": "k", "h": None})
_OPEN = frozenset("aiu")
_DOUBLE, _VOWEL = re.compile(r"(.)\1"), re.compile(r"[aiu]+")


def _sound(name: str) -> str:
    """A name with the vowels that transliterations confuse made one; articles are left out."""
    words = [word for word in name_key(name).split() if word not in ARTICLES]
    return "".join(words).translate(_VOWELS).replace("ii", "i").replace("uu", "u")


def _consonants(sound: str) -> str:
    """Its consonants: two of a kind are one side by side, and two with a vowel between them."""
    return _VOWEL.sub("", _DOUBLE.sub(r"\1", sound))
