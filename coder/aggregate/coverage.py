"""Panels: every unit in every period, with zeros that are told apart from never looking.

Zero events is not zero coverage. The units and the span are given, not taken from the events, and
the table ``documents`` says in which cells anybody could have told of an event.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import TypeAlias

import polars as pl

from coder.aggregate.dating import Dating
from coder.aggregate.measures import N_EVENTS, N_INCIDENTS, Measure, measures_of, tally
from coder.aggregate.rows import Frame, Rows, check_columns, finish, with_units
from coder.values.counting import Dates, Period, WeekStart
from coder.values.labels import DocumentStatus

Units: TypeAlias = pl.DataFrame | Sequence[str] | Sequence[tuple[str, ...]]

N_DOCUMENTS = "n_documents"
OBSERVED = "observed"
N_UNPLACED = "n_unplaced"


def panel(
    events: Frame,
    documents: pl.DataFrame | pl.LazyFrame,
    *,
    units: Units,
    start: date,
    end: date,
    unit: str | Sequence[str] = "admin1",
    freq: Period = "week",
    measures: Sequence[str] = ("killed",),
    coverage: Mapping[str, str] | None = None,
    dates: Dates = "end",
    week_start: WeekStart = "monday",
    countable: bool = True,
    representative: bool = True,
    types: Collection[str] | None = None,
) -> Frame:
    """Events and figures of each of ``units`` in each period from ``start`` to ``end``.

    ``unit`` names an area (``country``, ``admin1`` ...) or columns of ``events``; ``units`` lists
    its values: names for one column, tuples or a frame for several. The span is widened to whole
    periods.

    ``observed`` is true where a document that was coded appeared in the period, or an event is
    there. Every document is taken to cover all units, unless ``coverage`` maps columns of the unit
    to columns of ``documents``: ``{"iso3": "dateline_iso3"}`` counts for a country the documents
    written there. ``n_documents`` is their number.

    A sum is 0 in an observed cell without events, null in one that was not observed, and null where
    events are there and none tells the figure. ``n_unplaced``, the same in every row, counts events
    that are in no cell: without a day, outside the span, or of no listed unit.

    Raises ``ValueError`` for an unknown choice or a unit listed twice, :class:`coder.SchemaError`
    for a missing column.
    """
    places = with_units(unit)
    when = Dating(period=freq, dates=dates, week_start=week_start)
    rows = Rows(countable=countable, representative=representative, types=types)
    wanted = measures_of(measures)
    figures = [column for measure in wanted for column in measure.columns]
    chosen = rows.of(events, *places, "date_start", "date_end", *figures)
    chosen = chosen.with_columns(pl.col(place).cast(pl.String) for place in places)
    keys = [*places, freq]
    cells = _listed(units, places).join(when.span(start, end), how="cross").lazy()
    found = tally(when.assign(chosen), keys, wanted, weighted=when.is_split)
    read = _documents(documents, when, places, coverage or {})
    on = [freq, *(coverage or {})]
    joined = cells.join(found, on=keys, how="left").join(read, on=on, how="left")
    total = chosen.select(pl.len().alias(N_UNPLACED))
    filled = _filled(joined, wanted, when).join(total, how="cross")
    filled = filled.with_columns(
        (pl.col(N_UNPLACED) - pl.col(N_EVENTS).sum()).cast(_count_dtype(when)).round(9)
    )
    columns = [figure for measure in wanted for figure in (measure.sum, measure.n_known)]
    result = filled.select(
        *keys, OBSERVED, N_DOCUMENTS, N_EVENTS, N_INCIDENTS, *columns, N_UNPLACED
    )
    words = _words(coverage or {})
    return finish(events, result, keys, [*rows.words(), *when.words(), *words])


def _count_dtype(when: Dating) -> type[pl.Float64 | pl.Int64]:
    return pl.Float64 if when.is_split else pl.Int64


def _words(coverage: Mapping[str, str]) -> list[str]:
    pairs = ", ".join(f"{unit}={column}" for unit, column in coverage.items())
    return [f"coverage={pairs or 'all documents'}"]


def _listed(units: Units, places: Sequence[str]) -> pl.DataFrame:
    """The units as a frame with the columns of the unit."""
    if isinstance(units, pl.DataFrame):
        check_columns(units.columns, places, table="units")
        listed = units.select(pl.col(place).cast(pl.String) for place in places)
    else:
        values = [(name,) if isinstance(name, str) else tuple(name) for name in units]
        wrong = [value for value in values if len(value) != len(places)]
        if wrong:
            raise ValueError(f"a unit is {', '.join(places)}; found {wrong[0]}")
        listed = pl.DataFrame(values, schema=dict.fromkeys(places, pl.String), orient="row")
    if listed.is_duplicated().any():
        raise ValueError("a unit is listed twice")
    return listed


def _documents(
    documents: pl.DataFrame | pl.LazyFrame,
    when: Dating,
    places: Sequence[str],
    coverage: Mapping[str, str],
) -> pl.LazyFrame:
    """Coded documents by period of publication and by what they cover."""
    lost = [column for column in coverage if column not in places]
    if lost:
        raise ValueError(f"coverage names {', '.join(lost)}, which is no column of the unit")
    return documents_read(documents, when, coverage)


def documents_read(
    documents: pl.DataFrame | pl.LazyFrame, when: Dating, coverage: Mapping[str, str] | None = None
) -> pl.LazyFrame:
    """How many coded documents appeared in each period: the period, ``coverage``, their number."""
    named = coverage or {}
    lazy = documents.lazy()
    needed = ("status", "pub_date", *named.values())
    check_columns(lazy.collect_schema().names(), needed, table="documents")
    coded = lazy.filter(
        pl.col("status").cast(pl.String) == DocumentStatus.CODED.value,
        pl.col("pub_date").is_not_null(),
    )
    period = when.begin(pl.col("pub_date")).alias(when.period or "")
    covered = [pl.col(column).cast(pl.String).alias(unit) for unit, column in named.items()]
    return coded.group_by(period, *covered).agg(pl.len().cast(pl.Int64).alias(N_DOCUMENTS))


def _filled(cells: pl.LazyFrame, measures: Sequence[Measure], when: Dating) -> pl.LazyFrame:
    """Zeros where nothing was found; sums only where somebody looked."""
    counts = [N_EVENTS, *(measure.n_known for measure in measures)]
    zero = pl.lit(0, _count_dtype(when))
    filled = cells.with_columns(
        *(pl.col(column).fill_null(zero) for column in counts),
        pl.col(N_INCIDENTS).fill_null(0),
        pl.col(N_DOCUMENTS).fill_null(0),
    ).with_columns(((pl.col(N_DOCUMENTS) > 0) | (pl.col(N_EVENTS) > 0)).alias(OBSERVED))
    is_zero = pl.col(OBSERVED) & (pl.col(N_EVENTS) == 0)
    return filled.with_columns(
        pl.when(is_zero).then(zero).otherwise(pl.col(measure.sum)).alias(measure.sum)
        for measure in measures
    )
