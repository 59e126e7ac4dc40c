"""``coder diff``: what a new run tells differently."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coder.cli.exits import DONE, FAILED_SOME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coder.tables.comparing import Differences

_WIDTH = 60


@click.command()
@click.argument("old", type=click.Path(path_type=Path, exists=True))
@click.argument("new", type=click.Path(path_type=Path, exists=True))
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help="All changes, one a row: .csv, .parquet or .arrow.",
)
@click.option("--force", is_flag=True, help="Replace an output that exists.")
@click.option(
    "--limit", type=click.IntRange(min=0), default=20, show_default=True, help="Changes shown."
)
@click.option("--check", is_flag=True, help="Exit code 1 where anything differs.")
def diff(*, old: Path, new: Path, out: Path | None, force: bool, limit: int, check: bool) -> int:
    r"""Compare two runs: events gained, lost and changed, by field.

    OLD and NEW are folders of tables, events files or nested records. An event whose trigger or
    type changed counts as changed, not as lost and gained. Ids and versions are not compared.

    \b
    Example:
      coder diff records records-new
    """
    from coder.api.stored import diff as compare  # noqa: PLC0415 - loads Polars

    if out is not None:
        from coder.formats.outputs import check_free  # noqa: PLC0415 - only with an output

        check_free(out, force=force, inputs=[old, new], is_file=True)
    found = compare(old, new)
    for line in _lines(found, limit):
        click.echo(line)
    if out is not None:
        from coder.formats.table_outputs import write_frame_beside  # noqa: PLC0415 - the same

        write_frame_beside(found.changes, out)
    return FAILED_SOME if check and found else DONE


def _lines(found: "Differences", limit: int) -> "Iterator[str]":
    counts = [f"{found.n_documents(name):,} {name}" for name in ("gained", "lost", "changed")]
    yield f"documents  {', '.join(counts)}"
    yield f"events     {found.n_old:,} in OLD, {found.n_new:,} in NEW: {found.n_same:,} the same"
    for name in ("gained", "lost", "changed"):
        yield f"  {name:<20} {found.n_events(name):>7,}"
    fields = found.fields()
    if not fields.is_empty():
        yield "fields changed"
        for field, number in fields.iter_rows():
            yield f"  {field:<20} {number:>7,}"
    # Gained and lost events first: a label of the enumeration sorts by its position.
    shown = found.changes.sort("change", maintain_order=True).head(limit)
    for row in shown.iter_rows(named=True):
        yield _line(row)
    if found.changes.height > shown.height:
        yield f"and {found.changes.height - shown.height:,} more (--limit, or all with -o)"


_SIGNS = {"gained": "+", "lost": "-", "changed": "~"}


def _line(row: dict[str, str | None]) -> str:
    """``~ doc ev_1: killed_best: 3 -> 4``; a gained or lost event with its sentence."""
    sign = _SIGNS[row["change"] or ""]
    who = " ".join(
        part for part in (row["doc_id"], row["old_event_id"] or row["new_event_id"]) if part
    )
    if row["change"] != "changed":
        told = row["old"] or row["new"]
        return f"{sign} {who}" + (f": {_short(told)}" if told else "")
    return f"{sign} {who}: {row['field']}: {_short(row['old'])} -> {_short(row['new'])}"


def _short(value: str | None) -> str:
    if value is None:
        return "null"
    line = " ".join(value.split())
    return line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1]}…"
