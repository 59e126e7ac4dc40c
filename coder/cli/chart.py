"""``coder chart``: events by type, and deaths, as a figure."""

from pathlib import Path
from typing import Unpack

import click

from coder.cli.choices import stacked
from coder.cli.counting import CountOptions, day_choices, row_choices, tables_choice
from coder.cli.exits import DONE
from coder.values.counting import PERIODS, Period

_figure_choices = stacked(
    click.option(
        "-o",
        "--out",
        type=click.Path(path_type=Path),
        required=True,
        help=".svg, .png or .pdf.",
    ),
    click.option(
        "--freq", type=click.Choice(PERIODS), default="month", show_default=True, help="The period."
    ),
    click.option("--title", help="Title of the figure."),
    click.option("--force", is_flag=True, help="Replace an output that exists."),
)


@click.group()
def chart() -> None:
    """Draw the events of TABLES, the folder of a run. Needs the extra "plot" (Matplotlib).

    Periods in which no document was read are shaded, never drawn as zero. Under the figure stands
    what was counted, how precise the dates are, and how many events rest on a single source.
    """


@chart.command()
@tables_choice
@_figure_choices
@day_choices
@row_choices
def event_types(
    *,
    tables: Path,
    out: Path,
    freq: Period,
    title: str | None,
    force: bool,
    **options: Unpack[CountOptions],
) -> int:
    r"""Stacked bars: events of each type by period.

    \b
    Example:
      coder chart event-types records --freq week -o types.svg
    """
    return _draw("event_types", tables, out, freq, title=title, force=force, options=options)


@chart.command()
@tables_choice
@_figure_choices
@day_choices
@row_choices
def deaths(
    *,
    tables: Path,
    out: Path,
    freq: Period,
    title: str | None,
    force: bool,
    **options: Unpack[CountOptions],
) -> int:
    r"""A line of deaths by period, with the band from the lowest to the highest figures.

    \b
    Example:
      coder chart deaths records -o deaths.png
    """
    return _draw("deaths", tables, out, freq, title=title, force=force, options=options)


def _draw(
    name: str,
    tables: Path,
    out: Path,
    freq: Period,
    *,
    title: str | None,
    force: bool,
    options: CountOptions,
) -> int:
    """Draw the figure of this name and write it; a wrong choice is wrong usage."""
    from coder.aggregate import charts  # noqa: PLC0415 - loads Polars
    from coder.errors import CoderError  # noqa: PLC0415 - keeps --help quick
    from coder.formats.outputs import check_free  # noqa: PLC0415 - the same
    from coder.formats.stored import scan_stored  # noqa: PLC0415 - the same

    check_free(out, force=force, inputs=[tables], is_file=True)
    needed = ("events", "documents", "attributions")
    read = {table: scan_stored(tables, table).collect() for table in needed}
    draw = charts.event_types if name == "event_types" else charts.deaths
    try:
        charts.save(draw(read, freq, title=title, **options), out)
    except CoderError:
        raise
    except (ValueError, ImportError) as error:
        raise click.UsageError(str(error)) from error
    return DONE
