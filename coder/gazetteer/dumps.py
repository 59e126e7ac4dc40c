"""GeoNames dumps and user tables as streams of rows: what each file is, and its lines.

The layouts are those of https://download.geonames.org/export/dump/: tab-separated UTF-8 without a
header and without quoting. A row that cannot be read is counted and left out; a file whose layout
nobody knows is an :class:`InputError`.

A dump carries names in every script, airport codes and phrases. Kept are the name itself and other
names in Latin script of ordinary length: what English news can write.
"""

import io
import zipfile
from collections.abc import Container, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import IO

from coder.errors import InputError
from coder.gazetteer.names import ARTICLES, MAX_NAME_WORDS, name_key

_DUMP_COLUMNS = 19
_ALTERNATE_COLUMNS = (8, 10)
_ADMIN_COLUMNS = 4
_POLE, _DATE_LINE = 90.0, 180.0
# What lies beside the data in GeoNames' archives.
_NO_DATA = ("readme", "iso-languagecodes", "featurecodes", "timezones", "hierarchy")
# In ``alternateNames`` these are no names but addresses, codes and numbers.
_NO_NAMES = frozenset(
    {"link", "post", "iata", "icao", "faac", "tcid", "unlc", "abbr", "wkdt", "phon", "piny"}
)
_SHORTEST, _LONGEST = 4, 40
_MOST_NAMES = 40  # of one place; capitals have hundreds, in languages nobody codes


class Layout(StrEnum):
    """What a file holds."""

    DUMP = "dump"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    ALTERNATES = "alternates"
    USER = "user"


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpRow:
    """A row of the main dump. Empty cells are ``""``; ``population`` 0 means unknown."""

    geonameid: int
    name: str
    ascii_name: str
    alternatives: tuple[str, ...]
    latitude: float
    longitude: float
    code: str
    iso2: str
    also_in: tuple[str, ...]
    admin1: str
    admin2: str
    population: int
    modified: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One table: a file, or a member of an archive. ``size`` is what reading it moves through."""

    path: Path
    layout: Layout
    member: str | None = None

    @property
    def name(self) -> str:
        """The file, with the member of an archive behind it."""
        return str(self.path) if self.member is None else f"{self.path}:{self.member}"


@dataclass(slots=True)
class Reading:
    """How far the reading of one part has come. ``done`` and ``size`` are bytes on disk."""

    size: int
    done: int = 0
    rows: int = 0
    unread: int = 0
    first_unread: int | None = None

    def skip(self) -> None:
        """Count the present row as one that could not be read."""
        self.unread += 1
        if self.first_unread is None:
            self.first_unread = self.rows


def parts_of(paths: list[Path]) -> list[Part]:
    """The tables in the files, in the order in which they are compiled.

    Names of areas come first, dumps next, then other names, and the user's own rows last, which
    may replace what stands in a dump. Raises :class:`InputError` for what is no such file.
    """
    found = [part for path in paths for part in _parts_in(path)]
    order = (Layout.ADMIN1, Layout.ADMIN2, Layout.DUMP, Layout.ALTERNATES, Layout.USER)
    return sorted(found, key=lambda part: order.index(part.layout))


def _parts_in(path: Path) -> Iterator[Part]:
    if not path.is_file():
        raise InputError("there is no such file", source=str(path))
    if path.suffix.lower() in {".csv", ".tsv"}:
        yield Part(path=path, layout=Layout.USER)
    elif path.suffix.lower() != ".zip":
        yield Part(path=path, layout=_layout(path, None))
    else:
        yield from _members(path)


def _members(path: Path) -> Iterator[Part]:
    try:
        with zipfile.ZipFile(path) as archive:
            names = [name for name in archive.namelist() if name.lower().endswith(".txt")]
    except zipfile.BadZipFile as error:
        raise InputError(f"is no zip archive: {error}", source=str(path)) from error
    wanted = [name for name in names if not Path(name).stem.lower().startswith(_NO_DATA)]
    if not wanted:
        raise InputError("holds no table (.txt) of GeoNames", source=str(path))
    for name in wanted:
        yield Part(path=path, layout=_layout(path, name), member=name)


def _layout(path: Path, member: str | None) -> Layout:
    """The layout the first row has; names of files are not trusted."""
    part = Part(path=path, layout=Layout.DUMP, member=member)
    with ExitStack() as stack:
        lines = _open(part, stack)[0]
        try:
            first = next((line for line in lines if line.strip()), "")
        except UnicodeDecodeError as error:
            raise InputError(f"is not UTF-8: {error.reason}", source=part.name) from error
    cells = first.rstrip("\r\n").split("\t")
    if len(cells) == _DUMP_COLUMNS:
        return Layout.DUMP
    if len(cells) in _ALTERNATE_COLUMNS and cells[0].isdigit() and cells[1].isdigit():
        return Layout.ALTERNATES
    if len(cells) == _ADMIN_COLUMNS and cells[0].count(".") in {1, 2}:
        return Layout.ADMIN1 if cells[0].count(".") == 1 else Layout.ADMIN2
    raise InputError(
        f"is no table of GeoNames: its first row has {len(cells)} columns "
        f"(19 in a dump, 8 or 10 with other names, 4 with codes of areas)",
        source=part.name,
        row=1,
    )


def _open(part: Part, stack: ExitStack) -> tuple[IO[str], IO[bytes]]:
    """The lines of a part, and the file on disk whose position tells how far they are read."""
    raw = stack.enter_context(part.path.open("rb"))
    if part.member is None:
        return io.TextIOWrapper(raw, encoding="utf-8-sig", newline="\n"), raw
    archive = stack.enter_context(zipfile.ZipFile(raw))
    inner = stack.enter_context(archive.open(part.member))
    return io.TextIOWrapper(inner, encoding="utf-8-sig", newline="\n"), raw


def read_cells(part: Part, reading: Reading) -> Iterator[list[str]]:
    """The cells of every row, stripped of the line end only; quotes are ordinary characters."""
    with ExitStack() as stack:
        lines, raw = _open(part, stack)
        try:
            for line in lines:
                reading.rows += 1
                if line.strip():
                    yield line.rstrip("\r\n").split("\t")
                if reading.rows % 4096 == 0:
                    reading.done = raw.tell()
        except UnicodeDecodeError as error:
            raise InputError(
                f"is not UTF-8: {error.reason}", source=part.name, row=reading.rows + 1
            ) from error
    reading.done = reading.size


def dump_rows(part: Part, reading: Reading) -> Iterator[DumpRow]:
    """The rows of the main dump; those without a number, a name or a point are skipped."""
    for cells in read_cells(part, reading):
        row = _dump_row(cells) if len(cells) == _DUMP_COLUMNS else None
        if row is None:
            reading.skip()
        else:
            yield row


def _dump_row(cells: list[str]) -> DumpRow | None:
    try:
        number, latitude, longitude = int(cells[0]), float(cells[4]), float(cells[5])
        population = int(cells[14] or 0)
    except ValueError:
        return None
    on_earth = abs(latitude) <= _POLE and abs(longitude) <= _DATE_LINE  # false of "nan" too
    if number <= 0 or not cells[1] or not on_earth:
        return None
    return DumpRow(
        geonameid=number,
        name=cells[1],
        ascii_name=cells[2],
        alternatives=tuple(cells[3].split(",")) if cells[3] else (),
        latitude=latitude,
        longitude=longitude,
        code=f"{cells[6]}.{cells[7]}",
        iso2=cells[8],
        also_in=tuple(filter(None, cells[9].split(","))),
        admin1=cells[10],
        admin2=cells[11],
        population=max(0, population),
        modified=cells[18],
    )


def alternate_rows(part: Part, reading: Reading) -> Iterator[tuple[int, str]]:
    """GeoNames ids with another name each; links, codes and numbers are left out."""
    for cells in read_cells(part, reading):
        if len(cells) not in _ALTERNATE_COLUMNS or not cells[1].isdigit():
            reading.skip()
        elif cells[2] not in _NO_NAMES and cells[3]:
            yield int(cells[1]), cells[3]


def admin_rows(part: Part, reading: Reading) -> Iterator[tuple[tuple[str, ...], str, str]]:
    """Codes of areas (country, first level, second level), the name, and the name in ASCII."""
    for cells in read_cells(part, reading):
        codes = tuple(cells[0].split("."))
        if len(cells) != _ADMIN_COLUMNS or len(codes) not in {2, 3} or not cells[1]:
            reading.skip()
        else:
            yield codes, cells[1], cells[2]


def usable_key(name: str) -> str | None:
    """The key of another name; null for codes, other scripts and phrases.

    >>> usable_key("Deir ez-Zor"), usable_key("DEZ"), usable_key("دير الزور")
    ('deir ez zor', None, None)
    """
    if not _SHORTEST <= len(name) <= _LONGEST or name.isupper():
        return None
    key = name_key(name)
    if not key.isascii() or not key.replace(" ", "").isalpha() or key.count(" ") >= MAX_NAME_WORDS:
        return None
    return key


def other_names(
    name: str, others: Iterable[str], *, taken: Container[str] = (), with_bare: bool = False
) -> list[str]:
    """The keys of a place, its own name first; ``taken`` keys are left to what they mean first.

    ``with_bare``: "Al Mayadin" is also written "Mayadin".
    """
    main = name_key(name)
    keys = dict.fromkeys([main] if main and main.count(" ") < MAX_NAME_WORDS else [])
    article, _, rest = main.partition(" ")
    if with_bare and article in ARTICLES and len(rest) >= _SHORTEST:
        keys[rest] = None
        if rest.endswith("ah"):
            keys[rest[:-1]] = None
    for other in others:
        if len(keys) >= _MOST_NAMES:
            break
        key = usable_key(other)
        if key is not None and key not in taken:
            keys[key] = None
    return list(keys)
