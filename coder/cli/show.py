"""``coder show``: records in the terminal."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coder.cli.console import out_console
from coder.cli.exits import DONE
from coder.errors import InputError

if TYPE_CHECKING:
    import polars as pl


@click.command()
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option("--event", "event_id", help="Show this event whole; its beginning is enough.")
@click.option("--all", "everything", is_flag=True, help="Also events that are not countable.")
@click.option("--statements", is_flag=True, help="What was said: demands, threats, denials ...")
@click.option("--control", is_flag=True, help="Who holds which place.")
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="Rows.")
def show(  # noqa: PLR0917 - one option each
    path: Path,
    event_id: str | None,
    everything: bool,
    statements: bool,
    control: bool,
    limit: int,
) -> int:
    r"""Show the records of PATH: a folder of tables, an events file, or nested records (.jsonl).

    With --event one record with its sentence and the words marked. With --statements or --control
    what is told beside the events and is never counted.

    \b
    Example:
      coder show records --all
    """
    from coder.explain.stored import render_table, render_whole  # noqa: PLC0415 - loads Rich
    from coder.formats.stored import find_event, read_stored  # noqa: PLC0415 - loads Polars

    tables = read_stored(path)
    console = out_console()
    if event_id is not None:
        found = find_event(tables, event_id)
        console.print(render_whole(found.row, found.parts))
        return DONE
    if statements or control:
        _show_beside(tables, limit, statements=statements, control=control)
        return DONE
    events = tables["events"].to_dicts() if "events" in tables else []
    chosen = [row for row in events if everything or row["countable"]]
    console.print(render_table(chosen[:limit]))
    left_out = len(events) - min(len(chosen), limit)
    if left_out:
        click.echo(
            f"{left_out} more events: --all adds those that are not countable, --limit rows",
            err=True,
        )
    return DONE


def _show_beside(
    tables: "dict[str, pl.DataFrame]", limit: int, *, statements: bool, control: bool
) -> None:
    from coder.explain.beside import render_control, render_statements  # noqa: PLC0415 - Rich

    console = out_console()
    for name, is_wanted, render in (
        ("statements", statements, render_statements),
        ("control_states", control, render_control),
    ):
        if not is_wanted:
            continue
        if name not in tables:
            raise InputError(f"holds no table {name}: give the folder of a run", source=name)
        rows = tables[name].to_dicts()
        console.print(render(rows[:limit]))
        if len(rows) > limit:
            click.echo(f"{len(rows) - limit} more rows of {name}: --limit shows them", err=True)
