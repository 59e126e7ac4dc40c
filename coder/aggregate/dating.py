"""From the days of an event to the period it is counted in.

Most events have one day. For the others the rule is an argument, never silent:

- ``end``: the last possible day, else the first (an open date has only one of them);
- ``split``: an event with both days is spread evenly over its days and counts in each period with
  its share; an open date has nothing to spread and counts where its one day lies;
- ``drop``: events are left out unless both days lie in the same period.

Events without any day are counted in a row whose period is null (``drop`` leaves them out too).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from coder.values.counting import DATES, PERIODS, WEEK_STARTS, Dates, Period, WeekStart, checked

_EVERY = {"day": "1d", "week": "1w", "month": "1mo", "quarter": "1q", "year": "1y"}
WEIGHT = "_weight"
"""The share with which a row counts; there only under ``split`` and for shared perpetrators."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """How days become periods. ``period`` null: days do not matter."""

    period: Period | None
    dates: Dates = "end"
    week_start: WeekStart = "monday"

    def __post_init__(self) -> None:
        """Refuse words that are none of the choices."""
        checked(self.dates, DATES, name="dates")
        checked(self.week_start, WEEK_STARTS, name="week_start")
        if self.period is not None:
            checked(self.period, PERIODS, name="freq")

    @property
    def is_split(self) -> bool:
        """Whether rows count in shares."""
        return self.period is not None and self.dates == "split"

    def words(self) -> list[str]:
        """What was chosen, in a few words each."""
        if self.period is None:
            return []
        found = [f"dates={self.dates}"]
        return [*found, f"week_start={self.week_start}"] if self.period == "week" else found

    def begin(self, day: pl.Expr) -> pl.Expr:
        """The first day of the period in which ``day`` lies."""
        if self.period is None:
            raise ValueError("no period to begin")
        days = WEEK_STARTS.index(self.week_start) if self.period == "week" else 0
        every = _EVERY[self.period]
        return day.dt.offset_by(f"-{days}d").dt.truncate(every).dt.offset_by(f"{days}d")

    def next(self, first: pl.Expr) -> pl.Expr:
        """The first day of the period after the one that begins on ``first``."""
        return first.dt.offset_by(_EVERY[self.period or "day"])

    def assign(self, events: pl.LazyFrame) -> pl.LazyFrame:
        """The events with the column of their period (its first day), and with weights if split."""
        if self.period is None:
            return events
        start, end = pl.col("date_start"), pl.col("date_end")
        last = pl.coalesce(end, start)
        if self.dates == "split":
            return self._split(events, pl.coalesce(start, end), last)
        period = self.begin(last).alias(self.period)
        if self.dates == "drop":
            events = events.filter(self.begin(start) == self.begin(end))
        return events.with_columns(period)

    def _split(self, events: pl.LazyFrame, first: pl.Expr, last: pl.Expr) -> pl.LazyFrame:
        period = self.period or "day"
        begun = pl.date_ranges(self.begin(first), self.begin(last), _EVERY[period])
        spread = events.with_columns(begun.alias(period)).explode(period)
        here = pl.col(period)
        until = pl.min_horizontal(last, self.next(here).dt.offset_by("-1d"))
        days = (until - pl.max_horizontal(first, here)).dt.total_days() + 1
        share = days / ((last - first).dt.total_days() + 1)
        return spread.with_columns(share.fill_null(1.0).alias(WEIGHT))

    def span(self, start: date, end: date) -> pl.DataFrame:
        """Every period from the one of ``start`` to the one of ``end``, both inclusive."""
        if self.period is None:
            raise ValueError("no period to span")
        if start > end:
            raise ValueError(f"the span ends on {end}, before it begins on {start}")
        first, last = (pl.select(self.begin(pl.lit(day, pl.Date))).item() for day in (start, end))
        return pl.select(pl.date_range(first, last, _EVERY[self.period]).alias(self.period))


def period_of(by: Sequence[str]) -> Period | None:
    """The period among the names to group by; ``ValueError`` for more than one.

    >>> period_of(["iso3", "month"])
    'month'
    """
    found = [period for period in PERIODS if period in by]
    if len(found) > 1:
        raise ValueError(f"group by one period, not by {' and '.join(found)}")
    return found[0] if found else None
