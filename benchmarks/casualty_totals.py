"""The total of one kind of casualty of an event, when ``coder.records`` is not asked for it."""

from coder.values.events import Casualty, Event
from coder.values.labels import CasualtyKind

Bounds = tuple[int | None, int | None, int | None]


def totals(event: Event, kind: CasualtyKind) -> Bounds:
    """Low, best and high of the disjoint rows of ``kind``; an event total stands alone."""
    rows = [
        row
        for row in event.casualties
        if row.kind is kind
        and row.subset_of is None
        and not row.is_cumulative
        and not row.is_superseded
    ]
    whole = [row for row in rows if row.is_event_total]
    if whole:
        return _conservative(whole)
    return _sum(rows)


def _conservative(rows: list[Casualty]) -> Bounds:
    """The lowest claim, with the widest bounds."""
    lows = [row.low for row in rows if row.low is not None]
    bests = [row.best for row in rows if row.best is not None]
    highs = [row.high for row in rows if row.high is not None]
    return (
        min(lows, default=None),
        min(bests, default=None),
        max(highs) if len(highs) == len(rows) else None,
    )


def _sum(rows: list[Casualty]) -> Bounds:
    if not rows:
        return None, None, None
    lows = [row.low for row in rows if row.low is not None]
    bests = [row.best for row in rows if row.best is not None]
    highs = [row.high for row in rows if row.high is not None]
    return (
        sum(lows) if lows else None,
        sum(bests) if bests else None,
        sum(highs) if len(highs) == len(rows) else None,
    )
