"""The small word lists beside the gazetteer, each read once and shared."""

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceWords:
    """Words around place names, by what they prove. All in lower case.

    ``heads`` and ``prefixes`` give the level ("river": feature); the sets are what
    ``place_words.tsv`` documents.
    """

    heads: dict[str, str]
    prefixes: dict[str, str]
    near: frozenset[str]
    inside: frozenset[str]
    other_prepositions: frozenset[str]
    directions: frozenset[str]
    titles: frozenset[str]
    bodies: frozenset[str]
    offices: frozenset[str]
    times: frozenset[str]
    saying: frozenset[str]
    common: frozenset[str]
    given_names: frozenset[str]


def _rows(name: str) -> list[list[str]]:
    text = (resources.files("coder.gazetteer") / "data" / name).read_text("utf-8")
    return [
        line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")
    ]


@lru_cache(maxsize=1)
def place_words() -> PlaceWords:
    """The lists, read on first use."""
    rows = _rows("place_words.tsv")

    def of(kind: str, value: str | None = None) -> frozenset[str]:
        return frozenset(
            row[0] for row in rows if row[1] == kind and value in {None, row[2]}
        )

    return PlaceWords(
        heads={row[0]: row[2] for row in rows if row[1] == "head"},
        prefixes={row[0]: row[2] for row in rows if row[1] == "prefix"},
        near=of("near"),
        inside=of("preposition", "in"),
        other_prepositions=of("preposition", "from"),
        directions=of("direction"),
        titles=of("title"),
        bodies=of("body"),
        offices=of("office"),
        times=of("time"),
        saying=of("saying"),
        common=frozenset(row[0] for row in _rows("common_words.tsv")),
        given_names=frozenset(row[0] for row in _rows("given_names.tsv")),
    )
