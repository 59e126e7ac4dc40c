"""Options and output that the commands of ``coder aggregate`` share."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

import click

from coder.cli.choices import stacked
from coder.cli.exits import DONE
from coder.values.counting import DATES, MEASURES, PERPETRATORS, WEEK_STARTS, Dates, WeekStart

if TYPE_CHECKING:
    import polars as pl


class RowOptions(TypedDict):
    """The values of ``row_choices``."""

    types: tuple[str, ...] | None
    countable: bool
    representative: bool


class CountOptions(RowOptions):
    """Those and the values of ``day_choices``."""

    dates: Dates
    week_start: WeekStart


def split_at_commas(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> object:
    """``--by country,month`` is ``--by country --by month``."""
    return tuple(name for value in values for name in value.split(","))


def _null_if_none(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> object:
    return values or None


tables_choice = click.argument("tables", type=click.Path(path_type=Path, exists=True))
by_choice = click.option(
    "--by",
    multiple=True,
    callback=split_at_commas,
    help="Group by this: country, admin1 to admin3, day, week, month, quarter, year, or a column "
    "of events; several with commas, or repeated.",
)
measures_choice = click.option(
    "--measure",
    "measures",
    multiple=True,
    type=click.Choice(MEASURES),
    help="Figure to add up; may be repeated.",
)
perpetrator_choice = click.option(
    "--perpetrator",
    type=click.Choice(PERPETRATORS),
    default="primary",
    show_default=True,
    help="How an event with several perpetrators counts: for the first, whole for each (rows do "
    "not add up), or in equal parts.",
)
incidents_choice = click.option(
    "--incidents",
    is_flag=True,
    help="Read the table of incidents with its reconciled numbers, not the events that stand for "
    "them.",
)
day_choices = stacked(
    click.option(
        "--dates",
        type=click.Choice(DATES),
        default="end",
        show_default=True,
        help="Where events of several days count: on the last one, spread over them, or nowhere "
        "unless one period holds them.",
    ),
    click.option(
        "--week-start",
        type=click.Choice(WEEK_STARTS),
        default="monday",
        show_default=True,
        help="First day of a week.",
    ),
)
row_choices = stacked(
    click.option(
        "--type",
        "types",
        multiple=True,
        callback=_null_if_none,
        help="Only events of this type; may be repeated.",
    ),
    click.option(
        "--all",
        "countable",
        flag_value=False,
        default=True,
        help="Also events that are not countable: plans, threats, denials, background, totals.",
    ),
    click.option(
        "--reports",
        "representative",
        flag_value=False,
        default=True,
        help="Every report of an incident, not only the one that stands for it.",
    ),
)
output_choices = stacked(
    click.option(
        "-o",
        "--out",
        type=click.Path(path_type=Path),
        help=".csv, .parquet or .arrow.  [default: CSV to standard output]",
    ),
    click.option("--force", is_flag=True, help="Replace an output that exists."),
)


def write_counted(
    tables: Path,
    count: "Callable[[Callable[[str], pl.LazyFrame]], pl.LazyFrame]",
    out: Path | None,
    force: bool,
) -> int:
    """Count over the tables and write the result; a wrong choice is wrong usage."""
    from coder.errors import CoderError  # noqa: PLC0415 - keeps --help quick
    from coder.formats.outputs import check_free  # noqa: PLC0415 - the same
    from coder.formats.stored import scan_stored  # noqa: PLC0415 - the same
    from coder.formats.table_outputs import frame_as_csv, write_frame_beside  # noqa: PLC0415

    if out is not None:
        check_free(out, force=force, inputs=[tables], is_file=True)
    try:
        found = count(lambda table: scan_stored(tables, table)).collect()
    except CoderError:
        raise
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    if out is None:
        click.echo(frame_as_csv(found), nl=False)
    else:
        write_frame_beside(found, out)
    return DONE
