"""Aggregates that need the wide ``events`` table alone: deaths, series in time, pairs of actors."""

from collections.abc import Collection, Sequence

import polars as pl

from coder.aggregate.dating import Dating, period_of
from coder.aggregate.measures import (
    KILLED_BOUNDS,
    MEASURES,
    Measure,
    count_where,
    measures_of,
    tally,
)
from coder.aggregate.rows import Frame, Rows, finish, names, with_units
from coder.values.counting import LABELS, PERIODS, Dates, Label, Period, WeekStart, checked


def fatalities(
    events: Frame,
    by: str | Sequence[str] = ("country", "month"),
    *,
    dates: Dates = "end",
    week_start: WeekStart = "monday",
    countable: bool = True,
    representative: bool = True,
    types: Collection[str] | None = None,
) -> Frame:
    """Deaths by area, period or any column of ``events``; the table ``incidents`` works as well.

    ``by`` names columns, areas (``country``, ``admin1`` ... with the levels above) and at most one
    period (``day``, ``week``, ``month``, ``quarter``, ``year``: a column with its first day).

    Persons, in three sums, each beside the number of events that it adds up:

    - ``killed_low_sum``: the minima told; at least so many in all;
    - ``killed_sum``: the best figures, or the minimum where there is only one;
    - ``killed_high_sum``: the maxima, or the best figure where no maximum is told; an upper bound
      only where ``killed_n_bounded`` equals ``n_events``.

    ``n_deadly`` counts events with at least one known death, ``killed_n_unknown`` those that tell
    no figure. Raises ``ValueError`` for an unknown choice, :class:`coder.SchemaError` for a
    missing column.
    """
    keys = with_units(by)
    when = Dating(period=period_of(keys), dates=dates, week_start=week_start)
    rows = Rows(countable=countable, representative=representative, types=types)
    killed = MEASURES["killed"]
    weighted = when.is_split
    chosen = rows.of(events, *_needed(keys, when, KILLED_BOUNDS))
    found = tally(
        when.assign(chosen),
        keys,
        KILLED_BOUNDS,
        weighted=weighted,
        more=[
            count_where(killed.figure() > 0, weighted=weighted).alias("n_deadly"),
            count_where(killed.figure().is_null(), weighted=weighted).alias("killed_n_unknown"),
            count_where(pl.col("killed_high").is_not_null(), weighted=weighted).alias(
                "killed_n_bounded"
            ),
        ],
    )
    return finish(events, found, keys, [*rows.words(), *when.words()])


def timeseries(
    events: Frame,
    by: str | Sequence[str] = "event_type",
    freq: Period = "month",
    *,
    measures: Sequence[str] = ("killed", "injured"),
    dates: Dates = "end",
    week_start: WeekStart = "monday",
    countable: bool = True,
    representative: bool = True,
    types: Collection[str] | None = None,
) -> Frame:
    """Events and figures by period and, for example, event type; periods without events are absent.

    For explicit zeros use :func:`coder.aggregate.panel`, which knows what was observed.
    """
    checked(freq, PERIODS, name="freq")
    keys = tuple(dict.fromkeys([freq, *with_units(by)]))
    when = Dating(period=period_of(keys), dates=dates, week_start=week_start)
    rows = Rows(countable=countable, representative=representative, types=types)
    wanted = measures_of(measures)
    chosen = when.assign(rows.of(events, *_needed(keys, when, wanted)))
    found = tally(chosen, keys, wanted, weighted=when.is_split)
    return finish(events, found, keys, [*rows.words(), *when.words()])


def dyads(
    events: Frame,
    *,
    directed: bool = True,
    label: Label = "name",
    by: str | Sequence[str] = (),
    dates: Dates = "end",
    week_start: WeekStart = "monday",
    countable: bool = True,
    representative: bool = True,
    types: Collection[str] | None = None,
) -> Frame:
    """Pairs of actors: how often, and how many died. Every event is in one pair, so none is double.

    The pair is ``actor1`` and ``actor2`` of the wide table, by name or by ``actor_type``; null
    where none is told. With ``directed`` actor 1 acted on actor 2 where the column ``directed``
    says so; acts in which both acted on each other have no direction, so their pair is put in
    alphabetical order. Without ``directed`` every pair is, and the column is left out.
    """
    checked(label, LABELS, name="label")
    more = with_units(by)
    when = Dating(period=period_of(more), dates=dates, week_start=week_start)
    rows = Rows(countable=countable, representative=representative, types=types)
    columns = (f"actor1_{label}", f"actor2_{label}", "directed")
    killed = (MEASURES["killed"],)
    chosen = rows.of(events, *columns, *_needed(more, when, killed))
    first, second = (pl.col(column).cast(pl.String) for column in columns[:2])
    # Null last: with one actor told, it stands first.
    swap = (second < first).fill_null(value=first.is_null())
    if directed:
        swap = swap & ~pl.col("directed")
    paired = when.assign(chosen).with_columns(
        pl.when(swap).then(second).otherwise(first).alias("actor1"),
        pl.when(swap).then(first).otherwise(second).alias("actor2"),
    )
    keys = ("actor1", "actor2", *(("directed",) if directed else ()), *more)
    found = tally(paired, keys, killed, weighted=when.is_split)
    words = [f"pairs={'directed' if directed else 'undirected'} by {label}"]
    return finish(events, found, keys, [*rows.words(), *when.words(), *words])


def _needed(keys: Sequence[str], when: Dating, measures: Sequence[Measure]) -> tuple[str, ...]:
    """The columns of ``events`` that the aggregate reads."""
    days = ("date_start", "date_end") if when.period else ()
    told = [column for measure in measures for column in measure.columns]
    return (*(key for key in names(keys) if key != when.period), *days, *told)
