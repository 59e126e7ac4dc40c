"""Inputs as the user names them -> the list of files to read, each with its kind."""

import glob
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path, PurePath

from coder.errors import InputError
from coder.formats.compression import SUFFIXES, Compression


class Kind(StrEnum):
    """What a file holds."""

    TXT = "txt"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"


KINDS = {
    ".txt": Kind.TXT,
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".parquet": Kind.PARQUET,
}
STDIN = "-"


class MissingInputError(InputError):
    """There is nothing to read at the place the user named: wrong usage, exit code 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One file to read. ``path`` is null for standard input.

    ``doc_id`` is the id of a file that is one document; null where rows bring their own ids, and
    for text on standard input.
    """

    name: str
    path: Path | None
    kind: Kind
    compression: Compression = Compression.NONE
    doc_id: str | None = None


def expand_inputs(inputs: Sequence[str | Path], kind: Kind | None = None) -> tuple[Source, ...]:
    """The files behind paths, folders, globs and ``-``, in the order given, folders sorted by name.

    ``kind`` overrides the suffix. Raises :class:`MissingInputError` where nothing can be found.
    """
    found = [source for given in inputs for source in _expand(os.fspath(given), kind)]
    return tuple(_distinct_ids(found))


def _expand(given: str, kind: Kind | None) -> Iterator[Source]:
    if given == STDIN:
        yield Source(name="<stdin>", path=None, kind=kind or Kind.JSONL)
        return
    if not given:
        raise MissingInputError("an empty name; give a file, a folder, a glob or -", source="input")
    path = Path(given)
    if path.is_dir():
        yield from _folder(path, kind)
    elif path.exists():
        yield _file(path, path.name, kind)
    elif glob.has_magic(given):
        yield from _globbed(given, kind)
    else:
        raise MissingInputError("no such file or folder", source=given)


def _folder(folder: Path, kind: Kind | None) -> Iterator[Source]:
    """The readable files below a folder; hidden ones and other suffixes are skipped."""
    count = 0
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if any(part.startswith(".") for part in inside.parts) or not path.is_file():
            continue
        if recognise(path)[0] is None:
            continue
        count += 1
        yield _file(path, inside.as_posix(), kind)
    if not count:
        raise MissingInputError(
            f"the folder holds no file to read ({_suffix_list()})", source=str(folder)
        )


def _globbed(pattern: str, kind: Kind | None) -> Iterator[Source]:
    # Path.glob refuses absolute patterns.
    paths = [Path(name) for name in sorted(glob.glob(pattern, recursive=True))]  # noqa: PTH207
    files = [path for path in paths if path.is_file()]
    if not files:
        raise MissingInputError("no file fits this pattern", source=pattern)
    for path in files:
        yield _file(path, path.name, kind)


def _file(path: Path, name: str, kind: Kind | None) -> Source:
    by_suffix, compression = recognise(path)
    chosen = kind or by_suffix
    if chosen is None:
        raise MissingInputError(
            f"unknown suffix '{path.suffix}': rename the file or give --input-format "
            f"({_suffix_list()})",
            source=str(path),
        )
    if chosen is Kind.PARQUET and compression is not Compression.NONE:
        raise MissingInputError(
            "Parquet is packed inside already: unpack the file first", source=str(path)
        )
    doc_id = _bare(name) if chosen is Kind.TXT else None
    return Source(name=str(path), path=path, kind=chosen, compression=compression, doc_id=doc_id)


def recognise(path: PurePath) -> tuple[Kind | None, Compression]:
    """Kind and packing that the suffixes promise.

    >>> recognise(PurePath("news/May.jsonl.gz"))
    (<Kind.JSONL: 'jsonl'>, <Compression.GZIP: 'gz'>)
    """
    compression = SUFFIXES.get(path.suffix.lower(), Compression.NONE)
    inner = path.with_suffix("") if compression is not Compression.NONE else path
    return KINDS.get(inner.suffix.lower()), compression


def _bare(name: str) -> str:
    """The name without the suffixes that only say how the file is stored."""
    path = PurePath(name)
    if path.suffix.lower() in SUFFIXES:
        path = path.with_suffix("")
    if path.suffix.lower() in KINDS:
        path = path.with_suffix("")
    return path.as_posix()


def _distinct_ids(sources: Sequence[Source]) -> Iterator[Source]:
    """Two files of one name in two folders keep apart: both get their path as the id."""
    holders: dict[str, set[Path]] = {}
    for source in sources:
        if source.doc_id is not None and source.path is not None:
            holders.setdefault(source.doc_id, set()).add(source.path)
    for source in sources:
        if source.doc_id is not None and len(holders[source.doc_id]) > 1:
            yield replace(source, doc_id=_bare(PurePath(source.name).as_posix()))
        else:
            yield source


def _suffix_list() -> str:
    return ", ".join(KINDS) + "; text formats also .gz, .zst"
