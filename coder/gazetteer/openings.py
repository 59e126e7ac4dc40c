"""What a word can be for a place name, known before any place is looked up.

Nearly every word of a text is no place, and in a text of capitals nothing but the words themselves
can tell. ``data/openings.tsv`` lists the words that names of several words begin with, and the
words that name a place whatever stands beside them; a bitmap rules out nearly all others.

Run ``python -m coder.gazetteer.openings`` when the embedded gazetteer has changed; a test fails
when the file is stale. Any other gazetteer is asked itself, word by word.
"""

import sqlite3
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from importlib import resources
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeAlias

from coder.gazetteer.names import WELL_KNOWN, name_key
from coder.gazetteer.words import place_words
from coder.values.kept import Kept

FAMOUS: Final = 1
"""The word is a demonym, a country or the main name of a city too large to be overlooked."""
COMMON: Final = 2
"""An everyday word or a given name, which is a place only by the way."""


class Opening(NamedTuple):
    """How names begin with a word that may name a place alone or with others.

    ``bits`` are those above. The longest name has ``longest`` words, and ``seconds`` are the words
    that names go on with, as :class:`Seconds` gives them; empty, any word may follow.
    """

    bits: int
    longest: int
    seconds: frozenset[str]

    def longest_with(self, second: str) -> int:
        """How many words the longest name can have whose second word is this ``second``."""
        return self.longest if not self.seconds or second in self.seconds else 1


Rows: TypeAlias = Callable[[str, Sequence[object]], Iterable[tuple[Any, ...]]]
"""The rows a query of the gazetteer gives for values."""

NO_WORDS: Final[frozenset[str]] = frozenset()
_NO_ROW: Final = (1, False, NO_WORDS)
_FILE = "openings.tsv"
_MARK = "# filter "
_HEADER = (
    "# Made by `python -m coder.gazetteer.openings` from places.sqlite. Licence: as that, CC BY 4.0"
    " (GeoNames).\n"
    "# Columns: first word of names; how many words the longest has; 1 if the word alone is famous;"
    " the words that can follow.\n"
)
_LONGER = (
    "SELECT key FROM name WHERE key > ? AND key < ?"
    " UNION SELECT key FROM demonym WHERE key > ? AND key < ?"
)
_ALL_LONGER = (
    "SELECT key FROM name WHERE key LIKE '% %' UNION SELECT key FROM demonym WHERE key LIKE '% %'"
)
_PEOPLES = "SELECT n.key FROM demonym n WHERE true"
_LARGE = (
    "SELECT n.key, p.name, a.level FROM name n JOIN place p ON p.id = n.id"
    " LEFT JOIN area a ON a.id = n.id"
    " WHERE (p.population >= ? OR a.level = 'country')"
)


class Openings(Kept[str, Opening | None]):
    """The openings of the words asked for so far, by lower-case form.

    Null stands for a word that no name begins with. ``own`` are the keys of the user's places;
    their first words are famous.
    """

    most = 60_000

    def __init__(self, rows: Rows, own: Iterable[str] = ()) -> None:
        super().__init__()
        ((packed,),) = rows("SELECT value FROM meta WHERE key = 'filter'", ())
        self._filter = zlib.decompress(packed)
        self._listed = _listed(zlib.crc32(packed))
        self._rows = rows
        self._own: dict[str, set[str]] = {}
        for key in own:
            self._own.setdefault(key.partition(" ")[0], set()).add(key)
        self.second_of = Seconds()
        lists = place_words()
        self._common = lists.common | lists.given_names

    def __missing__(self, word: str) -> Opening | None:
        """Read the row of a word, or ask the bitmap."""
        found = self._opening(word) if word[:1].isalpha() else None
        return self.keep(word, found)

    def may_be_name(self, key: str) -> bool:
        """Whether a name or demonym may have this key; false is certain."""
        bit = zlib.crc32(key.encode()) % (len(self._filter) << 3)
        return bool(self._filter[bit >> 3] & (1 << (bit & 7)))

    def longest(self, word: str) -> int:
        """How many words the longest name has that begins with this one; at least 1."""
        found = self[word]
        return 1 if found is None else found.longest

    def _opening(self, word: str) -> Opening | None:
        key = name_key(word)
        first, _, more = key.partition(" ")
        longest, is_famous, seconds = self._row(first)
        own = self._own.get(first)
        if own is not None:
            longest = max([longest, *(len(key.split()) for key in own)])
            seconds |= {second for key in own for second in key.split()[1:2]}
        if more and longest > 1:
            longest = longest if more.split()[0] in seconds else 1
            seconds = NO_WORDS
        if longest == 1 and own is None and not self.may_be_name(key):
            return None
        bits = COMMON if word in self._common else 0
        if own is not None or (is_famous and not more):
            bits |= FAMOUS
        return Opening(bits, longest, seconds)

    def _row(self, first: str) -> tuple[int, bool, frozenset[str]]:
        """The longest name from a word on, whether it is famous alone, and the second words."""
        if self._listed is None:
            return self._asked_row(first)
        row = self._listed.get(first)
        if row is None:
            return _NO_ROW
        _, longest, famous, following = row.split("\t")
        return int(longest), famous == "1", frozenset(following.split())

    def _asked_row(self, first: str) -> tuple[int, bool, frozenset[str]]:
        bounds = (first + " ", first + "!")
        longer = self._rows(_LONGER, bounds * 2) if self.may_be_name(first + " ") else ()
        words = [key.split() for (key,) in longer]
        is_famous = self.may_be_name(first) and bool(_famous(self._rows, first))
        return max(map(len, words), default=1), is_famous, frozenset(found[1] for found in words)


class Seconds(Kept[str, str]):
    """A word as it stands second in a key; for a mark, which stands in none, the empty word."""

    most = 60_000

    def __missing__(self, word: str) -> str:
        """Make the form of a word."""
        found = name_key(word).partition(" ")[0]
        return self.keep(word, found)


def _listed(mark: int) -> dict[str, str] | None:
    """The rows of the file by their first word; null if it was made from another gazetteer."""
    text = (resources.files("coder.gazetteer") / "data" / _FILE).read_text("utf-8")
    _, _, rows = text.partition(f"{_MARK}{mark}\n")
    return {row[: row.index("\t")]: row for row in rows.splitlines()} if rows else None


def _famous(rows: Rows, key: str | None = None) -> set[str]:
    """The keys of peoples, countries and large cities; those of other names of cities are not."""
    asked, values = ("", ()) if key is None else (" AND n.key = ?", (key,))
    found = {key for (key,) in rows(_PEOPLES + asked, values)}
    for name_of, name, level in rows(_LARGE + asked, (WELL_KNOWN, *values)):
        if level == "country" or name_key(name) == name_of:
            found.add(name_of)
    return found


def opening_rows(rows: Rows) -> Iterator[str]:
    """The rows of one gazetteer, sorted: see the header of the file."""
    seconds: dict[str, set[str]] = {}
    longest: dict[str, int] = {}
    for (key,) in rows(_ALL_LONGER, ()):
        words = key.split()
        seconds.setdefault(words[0], set()).add(words[1])
        longest[words[0]] = max(longest.get(words[0], 1), len(words))
    famous = {key for key in _famous(rows) if " " not in key}
    for word in sorted(famous | seconds.keys()):
        following = " ".join(sorted(seconds.get(word, ())))
        yield f"{word}\t{longest.get(word, 1)}\t{int(word in famous)}\t{following}"


def main() -> int:
    """Write the file for the embedded gazetteer."""
    folder = Path(__file__).parent / "data"
    (folder / _FILE).write_text(openings_text(folder / "places.sqlite"), encoding="utf-8")
    return 0


def openings_text(gazetteer: Path) -> str:
    """The text of the file for one gazetteer."""
    with closing(sqlite3.connect(f"{gazetteer.as_uri()}?mode=ro&immutable=1", uri=True)) as opened:
        ((packed,),) = opened.execute("SELECT value FROM meta WHERE key = 'filter'")
        rows = "\n".join(opening_rows(opened.execute))
    return f"{_HEADER}{_MARK}{zlib.crc32(packed)}\n{rows}\n"


if __name__ == "__main__":
    sys.exit(main())
