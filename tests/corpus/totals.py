"""The totals of an event as its published record states them."""

from dataclasses import asdict
from functools import lru_cache

from coder.records.casualty_summary import Bounds, CasualtySummary, summarise
from coder.records.models import Casualty
from coder.values import events as engine
from coder.values.labels import CasualtyKind, Qualifier, SourceType

_TOTALS = {
    CasualtyKind.ABDUCTED: "abducted_best",
    CasualtyKind.ARRESTED: "arrested_best",
    CasualtyKind.RELEASED: "released_best",
    CasualtyKind.DISPLACED: "displaced_best",
}


def _row(row: engine.Casualty) -> Casualty:
    fields = asdict(row)
    span = row.span
    del fields["span"]
    fields["civilian"] = fields.pop("is_civilian")
    fields["attr_idx"] = fields.pop("attribution_idx")
    fields.update(section=span.section, char_start=span.start, char_end=span.end)
    return Casualty.model_validate(fields)


@lru_cache(maxsize=512)
def _summary(rows: tuple[engine.Casualty, ...], sources: tuple[SourceType, ...]) -> CasualtySummary:
    return summarise([_row(row) for row in rows], sources=sources)


def _summary_of(event: engine.Event) -> CasualtySummary:
    sources = tuple(source.source_type for source in event.attributions)
    return _summary(event.casualties, sources)


def _rows(event: engine.Event, kind: CasualtyKind) -> list[engine.Casualty]:
    return [
        row
        for row in event.casualties
        if row.kind is kind and row.subset_of is None and not row.is_superseded
    ]


def bounds(event: engine.Event, kind: CasualtyKind) -> Bounds:
    """Low, best and high; of the kinds without bounds in the wide table the best alone."""
    summary = _summary_of(event)
    if kind is CasualtyKind.KILLED:
        return summary.killed
    if kind is CasualtyKind.INJURED:
        return summary.injured
    if kind in _TOTALS:
        return Bounds(best=getattr(summary, _TOTALS[kind]))
    rows = _rows(event, kind)
    return Bounds(rows[0].low, rows[0].best, rows[0].high) if len(rows) == 1 else Bounds()


def qualifiers(event: engine.Event, kind: CasualtyKind) -> frozenset[Qualifier]:
    """How the numbers behind the total are stated."""
    if kind is CasualtyKind.KILLED:
        qualifier = _summary_of(event).killed_qualifier
        return frozenset() if qualifier is None else frozenset({qualifier})
    return frozenset(row.qualifier for row in _rows(event, kind))
