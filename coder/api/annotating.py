"""Annotation of files: one row a mention, as JSONL or as a table."""

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, BinaryIO, get_args, get_type_hints

from coder.api.annotations import Annotation
from coder.errors import InputError
from coder.formats.decoding import ReadOptions
from coder.formats.incoming import Problem
from coder.formats.outputs import Shape, beside, check_free, shape_of
from coder.formats.sources import Kind
from coder.values.labels import DocumentStatus

if TYPE_CHECKING:
    import polars as pl

    from coder.api.coding import Coder


def annotate_to_output(
    coder: "Coder",
    inputs: Sequence[str | Path],
    out: Path | None,
    *,
    force: bool = False,
    kind: Kind | None = None,
    read: ReadOptions | None = None,
    seen: Callable[[], None] = lambda: None,
) -> tuple[Problem, ...]:
    """Write the mentions of ``inputs`` to ``out`` (null: JSONL to standard output).

    Returns what could not be read. ``seen`` is called once a document.
    """
    if out is not None:
        if shape_of(out) is Shape.TABLES:
            raise InputError("must end in .jsonl, .parquet, .csv or .arrow", source=str(out))
        check_free(out, force=force)
    problems: list[Problem] = []

    def found() -> Iterator[Annotation]:
        for incoming in coder.read_files(inputs, kind=kind, read=read):
            problems.extend(incoming.problems)
            if incoming.document is not None and incoming.status is DocumentStatus.CODED:
                yield from coder.annotate_document(incoming.document)
            seen()

    if out is None or shape_of(out) is Shape.JSONL:
        with _lines(out) as stream:
            for one in found():
                stream.write(json.dumps(one.as_json(), ensure_ascii=False).encode() + b"\n")
    else:
        _write_table(out, found())
    return tuple(problems)


def _lines(out: Path | None) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdout.buffer) if out is None else _file_beside(out)


@contextmanager
def _file_beside(out: Path) -> Iterator[BinaryIO]:
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = beside(out)
    try:
        with unfinished.open("wb") as file:
            yield file
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)


def _write_table(out: Path, found: Iterator[Annotation]) -> None:
    from coder.formats.table_outputs import write_beside, write_frame  # noqa: PLC0415 - Polars

    out.parent.mkdir(parents=True, exist_ok=True)
    frame = annotation_frame(found)
    write_beside(out, lambda place: write_frame(frame, place, out))


def annotation_frame(found: Iterator[Annotation]) -> "pl.DataFrame":
    """Mentions as a frame, one column a field."""
    import polars as pl  # noqa: PLC0415 - only where a table is asked for

    from coder.api.frames import dtype_of  # noqa: PLC0415 - the same

    schema = {name: dtype_of(_plain(hint)) for name, hint in get_type_hints(Annotation).items()}
    rows = [tuple(getattr(one, name) for name in schema) for one in found]
    return pl.DataFrame(rows, schema=schema, orient="row")


def _plain(hint: object) -> type:
    """The type of a field without its null."""
    kinds = [kind for kind in get_args(hint) if kind is not type(None)]
    chosen = kinds[0] if isinstance(hint, UnionType) else hint
    if not isinstance(chosen, type):  # pragma: no cover - the fields are declared in one place
        raise TypeError(f"{hint!r} is no type of a column")
    return chosen
