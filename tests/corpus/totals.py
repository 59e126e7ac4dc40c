"""The total of one kind of casualty of an event; codebook 2.5, policy ``conservative``.

Written apart from the records on purpose: it checks the engine's rows, not the wide columns.
"""

from collections.abc import Iterable

from coder.values.events import Casualty, Event
from coder.values.labels import CasualtyKind, Qualifier

Bounds = tuple[int | None, int | None, int | None]


def _rows(event: Event, kind: CasualtyKind) -> list[Casualty]:
    return [
        row
        for row in event.casualties
        if row.kind is kind
        and row.subset_of is None
        and not row.is_superseded
        and not row.is_cumulative
    ]


def bounds(event: Event, kind: CasualtyKind) -> Bounds:
    """Low, best, high: claims for the whole event compete, disjoint rows add up."""
    rows = _rows(event, kind)
    whole = [row for row in rows if row.is_event_total]
    if whole:
        highs = [row.high for row in whole]
        return (
            min((row.low for row in whole if row.low is not None), default=None),
            min((row.best for row in whole if row.best is not None), default=None),
            None if None in highs else max(high for high in highs if high is not None),
        )
    return (
        _sum(row.low for row in rows),
        _sum(row.best for row in rows),
        None if any(row.high is None for row in rows) else _sum(row.high for row in rows),
    )


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def qualifiers(event: Event, kind: CasualtyKind) -> frozenset[Qualifier]:
    """How the numbers behind the total are stated."""
    return frozenset(row.qualifier for row in _rows(event, kind))
