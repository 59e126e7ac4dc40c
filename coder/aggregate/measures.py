"""Sums of figures that are not always told, and the number of events for which they are.

Polars adds up nulls to 0. Here a sum is null where events are there and none tells the figure, and
0 only where a figure says so or no event is there at all.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from coder.aggregate.dating import WEIGHT
from coder.values.counting import MEASURES as NAMES

_DIGITS = 9
"""Shares are rounded to this many digits, so that the order of adding cannot be seen."""

N_EVENTS = "n_events"
N_INCIDENTS = "n_incidents"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure of an event in persons: the first of ``columns`` that is told."""

    name: str
    columns: tuple[str, ...]

    @property
    def sum(self) -> str:
        """The column of its sum."""
        return f"{self.name}_sum"

    @property
    def n_known(self) -> str:
        """The column that says how many events the sum adds up."""
        return f"{self.name}_n_known"

    def figure(self) -> pl.Expr:
        """The figure of one event, wide enough to be added up."""
        return pl.coalesce(self.columns).cast(pl.Int64)


def _by_kind(kind: str) -> Measure:
    columns = (f"{kind}_best", f"{kind}_low") if kind in ("killed", "injured") else None
    return Measure(name=kind, columns=columns or (f"{kind}_best",))


MEASURES = {kind: _by_kind(kind) for kind in NAMES}
"""Figures by name: the best figure, where there is only a minimum the minimum."""

KILLED_BOUNDS = (
    Measure(name="killed_low", columns=("killed_low",)),
    MEASURES["killed"],
    Measure(name="killed_high", columns=("killed_high", "killed_best", "killed_low")),
)


def measures_of(wanted: Sequence[str]) -> tuple[Measure, ...]:
    """The measures of these names; ``ValueError`` for a name that is none."""
    unknown = [name for name in wanted if name not in MEASURES]
    if unknown:
        raise ValueError(f"no figure: {', '.join(unknown)}; there are {', '.join(MEASURES)}")
    return tuple(MEASURES[name] for name in wanted)


def tally(
    rows: pl.LazyFrame,
    by: Sequence[str],
    measures: Sequence[Measure],
    *,
    weighted: bool = False,
    more: Sequence[pl.Expr] = (),
) -> pl.LazyFrame:
    """One row a group: events, incidents, then each sum with its number of known figures.

    ``weighted``: rows count with their weight, so that numbers of events are no integers.
    ``more`` are further aggregates, which stand before the sums. Without ``by`` it is one row.
    """
    weight = pl.col(WEIGHT) if weighted else None
    found = [
        _count(pl.lit(value=True), weight).alias(N_EVENTS),
        pl.col("incident_id").n_unique().cast(pl.Int64).alias(N_INCIDENTS),
        *more,
    ]
    for measure in measures:
        figure = measure.figure()
        weighed = figure if weight is None else figure * weight
        found.append(_round(weighed.sum(), weight).alias(measure.sum))
        found.append(_count(figure.is_not_null(), weight).alias(measure.n_known))
    grouped = rows.group_by(list(by)).agg(found) if by else rows.select(found)
    return grouped.with_columns(
        unless_unknown(pl.col(measure.sum), pl.col(measure.n_known)) for measure in measures
    )


def unless_unknown(total: pl.Expr, n_known: pl.Expr) -> pl.Expr:
    """The sum, null where events are there and no figure is."""
    return pl.when((n_known > 0) | (pl.col(N_EVENTS) == 0)).then(total)


def count_where(condition: pl.Expr, *, weighted: bool = False) -> pl.Expr:
    """How many rows satisfy the condition; rows for which it is unknown do not."""
    return _count(condition.fill_null(value=False), pl.col(WEIGHT) if weighted else None)


def _count(condition: pl.Expr, weight: pl.Expr | None) -> pl.Expr:
    if weight is None:
        # A literal alone would not be as long as the group.
        return (condition & pl.col("incident_id").is_not_null()).cast(pl.Int64).sum()
    return _round((weight * condition.cast(pl.Int64)).sum(), weight)


def _round(total: pl.Expr, weight: pl.Expr | None) -> pl.Expr:
    return total if weight is None else total.cast(pl.Float64).round(_DIGITS)
