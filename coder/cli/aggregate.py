"""``coder aggregate``: counts and sums over the tables of a run."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from coder.cli.choices import Day
from coder.cli.counting import (
    CountOptions,
    RowOptions,
    by_choice,
    day_choices,
    incidents_choice,
    measures_choice,
    output_choices,
    perpetrator_choice,
    row_choices,
    tables_choice,
    write_counted,
)
from coder.values.counting import LABELS, PERIODS, Label, Period, Perpetrator

if TYPE_CHECKING:
    import polars as pl


@click.group()
def aggregate() -> None:
    """Count events and add up figures of TABLES: a folder, an events file, or nested records.

    Countable events that stand for their incident are counted, unless told otherwise; the column
    "filter" says so. Beside every sum stands the number of events whose figure is known. A sum is
    empty, never 0, where events are there and no figure is.
    """


@aggregate.command()
@tables_choice
@by_choice
@incidents_choice
@day_choices
@row_choices
@output_choices
def fatalities(
    *,
    tables: Path,
    by: tuple[str, ...],
    incidents: bool,
    out: Path | None,
    force: bool,
    **options: Unpack[CountOptions],
) -> int:
    r"""Deaths, by country and month unless --by says otherwise: low, best and high.

    \b
    Example:
      coder aggregate fatalities records --by admin1 --by week --week-start sunday
    """
    from coder.aggregate import fatalities as count  # noqa: PLC0415 - loads Polars

    events, keys = _events(incidents), by or ("country", "month")
    return write_counted(tables, lambda read: count(read(events), keys, **options), out, force)


def _events(incidents: bool) -> str:
    return "incidents" if incidents else "events"


@aggregate.command()
@tables_choice
@by_choice
@click.option(
    "--freq", type=click.Choice(PERIODS), default="month", show_default=True, help="The period."
)
@measures_choice
@incidents_choice
@day_choices
@row_choices
@output_choices
def timeseries(
    *,
    tables: Path,
    by: tuple[str, ...],
    freq: Period,
    measures: tuple[str, ...],
    incidents: bool,
    out: Path | None,
    force: bool,
    **options: Unpack[CountOptions],
) -> int:
    r"""Events and figures by period, and by event type unless --by says otherwise.

    \b
    Example:
      coder aggregate timeseries records --freq week --measure killed -o weeks.csv
    """
    from coder.aggregate import timeseries as count  # noqa: PLC0415 - loads Polars

    events, keys, wanted = _events(incidents), by or ("event_type",), measures or _FIGURES
    return write_counted(
        tables,
        lambda read: count(read(events), keys, freq, measures=wanted, **options),
        out,
        force,
    )


_FIGURES = ("killed", "injured")


@aggregate.command()
@tables_choice
@click.option(
    "--unit", default="admin1", show_default=True, help="country, admin1 to admin3, or a column."
)
@click.option(
    "--units",
    "listed",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="CSV or Parquet file with the columns of the unit, such as iso3 and admin1_name.",
)
@click.option(
    "--country", "countries", multiple=True, help="All units of this country; may be repeated."
)
@click.option("--start", type=Day(), required=True, help="First day of the panel.")
@click.option("--end", type=Day(), required=True, help="Last day of the panel.")
@click.option(
    "--freq", type=click.Choice(PERIODS), default="week", show_default=True, help="The period."
)
@click.option(
    "--covers",
    help="Column of documents with the country that a document covers, such as dateline_iso3.  "
    "[default: every document covers all units]",
)
@measures_choice
@incidents_choice
@day_choices
@row_choices
@output_choices
def panel(
    *,
    tables: Path,
    unit: str,
    listed: Path | None,
    countries: tuple[str, ...],
    start: date,
    end: date,
    freq: Period,
    covers: str | None,
    measures: tuple[str, ...],
    incidents: bool,
    out: Path | None,
    force: bool,
    **options: Unpack[CountOptions],
) -> int:
    r"""Every unit in every period, with explicit zeros and whether anybody looked.

    The units come from --units, or with --country from the gazetteer.

    \b
    Example:
      coder aggregate panel records --country IRQ --start 2017-12-01 --end 2017-12-31
    """
    from coder.aggregate import panel as count  # noqa: PLC0415 - loads Polars
    from coder.aggregate.units import read_units  # noqa: PLC0415 - the same

    events, wanted = _events(incidents), measures or _FIGURES[:1]

    def counted(read: "Callable[[str], pl.LazyFrame]") -> "pl.LazyFrame":
        return count(
            read(events),
            read("documents"),
            units=read_units(unit, listed, countries),
            start=start,
            end=end,
            unit=unit,
            freq=freq,
            measures=wanted,
            coverage={"iso3": covers} if covers else None,
            **options,
        )

    return write_counted(tables, counted, out, force)


@aggregate.command()
@tables_choice
@click.option("--undirected", is_flag=True, help="A on B and B on A are one pair.")
@click.option(
    "--label",
    type=click.Choice(LABELS),
    default="name",
    show_default=True,
    help="What an actor goes by.",
)
@by_choice
@day_choices
@row_choices
@output_choices
def dyads(
    *,
    tables: Path,
    undirected: bool,
    label: Label,
    by: tuple[str, ...],
    out: Path | None,
    force: bool,
    **options: Unpack[CountOptions],
) -> int:
    r"""Pairs of actors: how often, and how many died.

    \b
    Example:
      coder aggregate dyads records --label type
    """
    from coder.aggregate import dyads as count  # noqa: PLC0415 - loads Polars

    return write_counted(
        tables,
        lambda read: count(read("events"), directed=not undirected, label=label, by=by, **options),
        out,
        force,
    )


@aggregate.command()
@tables_choice
@perpetrator_choice
@by_choice
@measures_choice
@day_choices
@row_choices
@output_choices
def by_perpetrator(
    *,
    tables: Path,
    perpetrator: Perpetrator,
    by: tuple[str, ...],
    measures: tuple[str, ...],
    out: Path | None,
    force: bool,
    **options: Unpack[CountOptions],
) -> int:
    r"""Events and figures by who did them, and how sure the text is of that.

    \b
    Example:
      coder aggregate by-perpetrator records --perpetrator fractional
    """
    from coder.aggregate import by_perpetrator as count  # noqa: PLC0415 - loads Polars

    return write_counted(
        tables,
        lambda read: count(
            read("events"),
            read("actors"),
            perpetrator=perpetrator,
            by=by,
            measures=measures or _FIGURES,
            **options,
        ),
        out,
        force,
    )


@aggregate.command()
@tables_choice
@perpetrator_choice
@by_choice
@day_choices
@row_choices
@output_choices
def civilians_killed_by_actor(
    *,
    tables: Path,
    perpetrator: Perpetrator,
    by: tuple[str, ...],
    out: Path | None,
    force: bool,
    **options: Unpack[CountOptions],
) -> int:
    r"""Civilians killed, by perpetrator and by how sure the text is.

    \b
    Example:
      coder aggregate civilians-killed-by-actor records --by country
    """
    from coder.aggregate import civilians_killed_by_actor as count  # noqa: PLC0415

    return write_counted(
        tables,
        lambda read: count(
            read("events"), read("actors"), perpetrator=perpetrator, by=by, **options
        ),
        out,
        force,
    )


@aggregate.command()
@tables_choice
@by_choice
@day_choices
@row_choices
@output_choices
def sources(
    *,
    tables: Path,
    by: tuple[str, ...],
    out: Path | None,
    force: bool,
    **options: Unpack[CountOptions],
) -> int:
    r"""Who tells the events: shares of single sources and of belligerents.

    With --by source_type an event counts once with each type of its sources.

    \b
    Example:
      coder aggregate sources records --by source_type
    """
    from coder.aggregate import sources as count  # noqa: PLC0415 - loads Polars

    return write_counted(
        tables,
        lambda read: count(read("events"), read("attributions"), by=by, **options),
        out,
        force,
    )


@aggregate.command()
@tables_choice
@by_choice
@row_choices
@output_choices
def quality(
    *,
    tables: Path,
    by: tuple[str, ...],
    out: Path | None,
    force: bool,
    **options: Unpack[RowOptions],
) -> int:
    r"""How well the events are known: shares of precisions, bases, qualifiers and gaps.

    \b
    Example:
      coder aggregate quality records
    """
    from coder.aggregate import quality as count  # noqa: PLC0415 - loads Polars

    return write_counted(tables, lambda read: count(read("events"), by=by, **options), out, force)
