"""The small word lists beside the gazetteer, each read once and shared."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """Words around place names, by what they prove; all in lower case.

    The header of ``data/place_words.tsv`` says what each class means. ``heads`` and ``prefixes``
    give the level of the places they name ("river": feature). ``name_ends`` may end a name without
    a capital. ``head_openers`` are the words between such a head noun and the name behind it,
    ``long_heads`` the heads of several words by the first of them, the longest first.
    ``used_in``: the only countries (two-letter codes) that have such areas, for heads few use.
    """

    heads: dict[str, str]
    long_heads: dict[str, tuple[str, ...]]
    prefixes: dict[str, str]
    used_in: dict[str, frozenset[str]]
    list_heads: frozenset[str]
    weak_heads: frozenset[str]
    name_ends: frozenset[str]
    no_name_of: frozenset[str]
    near: frozenset[str]
    near_phrases: frozenset[tuple[str, str]]
    surroundings: frozenset[str]
    part_phrases: frozenset[tuple[str, str]]
    behind_places: frozenset[str]
    units: frozenset[str]
    area_links: frozenset[str]
    inside: frozenset[str]
    other_prepositions: frozenset[str]
    directions: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    offices: frozenset[str]
    buildings: frozenset[str]
    papers: frozenset[str]
    diseases: frozenset[str]
    streets: frozenset[str]
    street_openers: frozenset[str]
    crafts: frozenset[str]
    times: frozenset[str]
    saying: frozenset[str]
    openers: frozenset[str]
    particles: frozenset[str]
    name_particles: frozenset[str]
    name_openers: frozenset[str]
    article_prefixes: frozenset[str]
    place_openers: frozenset[str]
    contractions: frozenset[str]
    common: frozenset[str]
    given_names: frozenset[str]
    entering: frozenset[str]
    taking: frozenset[str]
    head_openers: frozenset[str]

    def head_at(self, norms: Sequence[str], i: int) -> tuple[str | None, int]:
        """The head noun that begins at token ``i``, None without one, and where it ends."""
        word = norms[i] if i < len(norms) else ""
        for phrase in self.long_heads.get(word, ()):
            end = i + phrase.count(" ") + 1
            if " ".join(norms[i:end]) == phrase:
                return phrase, end
        return (word, i + 1) if word in self.heads else (None, i)


def _rows(name: str) -> list[list[str]]:
    text = (resources.files("coder.gazetteer") / "data" / name).read_text("utf-8")
    return [
        line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")
    ]


@cache
def place_words() -> PlaceWords:
    """The lists, read on first use."""
    rows = _rows("place_words.tsv")

    def of(kind: str, value: str | None = None) -> frozenset[str]:
        return frozenset(row[0] for row in rows if row[1] == kind and value in {None, row[2]})

    return PlaceWords(
        heads={row[0]: row[2] for row in rows if row[1] == "head"},
        long_heads=_by_first_word(row[0] for row in rows if row[1] == "head" and " " in row[0]),
        prefixes={row[0]: row[2] for row in rows if row[1] == "prefix"},
        used_in={row[0]: frozenset(row[2].split()) for row in rows if row[1] == "used_in"},
        entering=of("entering"),
        taking=of("taking"),
        list_heads=of("list_head"),
        weak_heads=of("weak_head"),
        name_ends=of("name_end") | of("head"),
        no_name_of=of("no_name_of"),
        near=of("near"),
        near_phrases=frozenset((row[0], row[2]) for row in rows if row[1] == "near_phrase"),
        surroundings=of("surroundings"),
        part_phrases=frozenset((row[0], row[2]) for row in rows if row[1] == "part_phrase"),
        behind_places=of("behind_place"),
        units=of("unit"),
        area_links=of("area_link"),
        inside=of("preposition", "in"),
        other_prepositions=of("preposition", "from"),
        directions=of("direction"),
        titles=of("title"),
        bodies=of("body"),
        offices=of("office"),
        buildings=of("building"),
        papers=of("paper"),
        diseases=of("disease"),
        streets=of("street"),
        street_openers=of("street_opener"),
        crafts=of("craft"),
        times=of("time"),
        saying=of("saying"),
        openers=of("opener"),
        particles=of("particle"),
        name_particles=of("name_particle"),
        name_openers=of("name_opener"),
        article_prefixes=of("article_prefix"),
        place_openers=of("place_opener"),
        contractions=of("contraction"),
        common=frozenset(row[0] for row in _rows("common_words.tsv")),
        given_names=frozenset(row[0] for row in _rows("given_names.tsv")),
        head_openers=of("prefix") | {"of"},
    )


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        first = phrase.partition(" ")[0]
        found[first] = (*found.get(first, ()), phrase)
    return found


@cache
def capitals() -> dict[str, str]:
    """Two-letter country code -> the name of the town its "capital" stands for."""
    return {row[0]: row[1] for row in _rows("capitals.tsv")}


@cache
def arabic_countries() -> frozenset[str]:
    """Two-letter codes of the countries whose names of places may begin with an Arabic article."""
    return frozenset(row[0] for row in _rows("country_groups.tsv") if row[1] == "arabic")
