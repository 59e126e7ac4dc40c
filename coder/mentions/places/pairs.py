"""Two names that a hyphen joins: "the Kenya-Somalia border", "the Juba-Nimule road"."""

from coder.gazetteer.store import Entry, Gazetteer
from coder.lexicon.words import noun_classes
from coder.mentions.places.spans import PlaceSpan
from coder.mentions.places.syntax import BETWEEN
from coder.values.labels import PlaceLevel
from coder.values.text import Sentence

BORDER = "border"
_PAIR = 2
_LONGEST = 3  # words of a town's name
_IN = frozenset({"in", "near", "at", "outside"})
_ON = frozenset({"on", "along", "off", "beside"})


def borders(sentence: Sentence, position: int, gazetteer: Gazetteer) -> list[PlaceSpan]:
    """As in "the Kenya-Somalia border", "the Turkish-Syrian border": between two countries."""
    found = []
    for at, halves in _joined(sentence, frozenset({BORDER})):
        if all(_is_country(half, gazetteer) for half in halves):
            span = PlaceSpan(
                sentence=position,
                first=at - 1,
                last=at + 1,
                name_last=at + 1,
                name=f"{sentence.norms[at - 1]} {BORDER}",
                entries=(),
                certain=True,
                head=PlaceLevel.FEATURE,
                head_word=BORDER,
            )
            found.append(span)
    return found


def roads(sentence: Sentence, position: int, gazetteer: Gazetteer) -> list[PlaceSpan]:
    """As in "on the Kabul-Kandahar highway": the two towns it runs between, in one word."""
    found = []
    for first, at, halves in _roads_between(sentence, gazetteer):
        found += [
            PlaceSpan(
                sentence=position,
                first=first,
                last=at,
                name_last=at,
                name=half,
                entries=towns,
                certain=True,
                cue=True,
                relation=BETWEEN,
            )
            for half in halves
            if (towns := _towns(half, gazetteer))
        ]
    return found + _roads_of_one(sentence, position, gazetteer)


def _roads_between(sentence: Sentence, gazetteer: Gazetteer) -> list[tuple[int, int, list[str]]]:
    """Where the names of two towns with a hyphen stand before a road, and these.

    Names of several words are taken where the gazetteer has both: "the Kaduna-Birnin Gwari road".
    """
    norms, words = sentence.norms, sentence.words
    found = []
    for at, norm in enumerate(norms):
        if norm not in noun_classes()["road"] or not at:
            continue
        first = at
        while first and words[first - 1].istitle() and at - first < _LONGEST + 1:
            first -= 1
        for start in range(first, at):
            halves = " ".join(norms[start:at]).split("-")
            if len(halves) != _PAIR:
                continue
            if at - start == 1 or all(_towns(half, gazetteer) for half in halves):
                found.append((start, at, halves))
                break
    return found


def _roads_of_one(sentence: Sentence, position: int, gazetteer: Gazetteer) -> list[PlaceSpan]:
    """As in "on the Bouar road", "along the Apopa highway": near the town that it leads to."""
    norms, words, named = sentence.norms, sentence.words, noun_classes()["road"]
    found = []
    for at, norm in enumerate(norms):
        if norm not in named or at < _PAIR + 1 or not words[at].islower():
            continue
        first = at - 1
        while first > 1 and words[first - 1].istitle() and at - first < _LONGEST:
            first -= 1
        name = " ".join(norms[first:at])
        if not words[first].istitle() or norms[first - 1] != "the" or norms[first - 2] not in _ON:
            continue
        towns = _towns(name, gazetteer)
        # "the Damascus highway in Lebanon": where on it is told
        if towns and not _IN.intersection(norms[at + 1 : at + 2]):
            found.append(
                PlaceSpan(
                    sentence=position,
                    first=first,
                    last=at,
                    name_last=at,
                    name=name,
                    entries=towns,
                    certain=True,
                    cue=True,
                    relation="near",
                )
            )
    return found


def _joined(sentence: Sentence, nouns: frozenset[str]) -> list[tuple[int, list[str]]]:
    """Where one of some nouns stands behind two names joined by a hyphen, and these."""
    found = []
    for at, norm in enumerate(sentence.norms):
        if norm in nouns and at and "-" in sentence.norms[at - 1]:
            halves = sentence.norms[at - 1].split("-")
            if len(halves) == _PAIR:
                found.append((at, halves))
    return found


def _towns(name: str, gazetteer: Gazetteer) -> tuple[Entry, ...]:
    return tuple(e for e in gazetteer.lookup(name) if e.level is PlaceLevel.PLACE)


def _is_country(word: str, gazetteer: Gazetteer) -> bool:
    found = gazetteer.demonyms(word) or gazetteer.lookup(word)
    return bool(found) and found[0].level is PlaceLevel.COUNTRY
