"""``events.incidents.monthly()``: the aggregates as methods of Polars frames.

Thin on purpose: every method is one call of a function of this package. Type checkers do not see
namespaces; the functions are the API.
"""

from collections.abc import Sequence
from typing import Any, Generic

import polars as pl

from coder.aggregate import coverage, grouping, perpetrators, reports
from coder.aggregate.rows import Frame, Rows, like
from coder.values.counting import Period

_Any = pl.DataFrame | pl.LazyFrame


@pl.api.register_dataframe_namespace("incidents")
@pl.api.register_lazyframe_namespace("incidents")
class IncidentsNamespace(Generic[Frame]):
    """The namespace ``incidents`` of a frame with the columns of ``events``.

    Options are those of the functions in :mod:`coder.aggregate`.
    """

    def __init__(self, events: Frame) -> None:
        self._events = events

    def countable(self) -> Frame:
        """The rows that count: countable, and one an incident."""
        return like(self._events, Rows().of(self._events))

    def monthly(self, by: str | Sequence[str] = "country", **options: Any) -> Frame:  # noqa: ANN401
        """:func:`coder.aggregate.fatalities` by month."""
        columns = (by,) if isinstance(by, str) else tuple(by)
        return grouping.fatalities(self._events, (*columns, "month"), **options)

    def fatalities(self, *by: str, **options: Any) -> Frame:  # noqa: ANN401
        """:func:`coder.aggregate.fatalities`; no names: one row for all."""
        return grouping.fatalities(self._events, by, **options)

    def timeseries(
        self,
        by: str | Sequence[str] = "event_type",
        freq: Period = "month",
        **options: Any,  # noqa: ANN401
    ) -> Frame:
        """:func:`coder.aggregate.timeseries`."""
        return grouping.timeseries(self._events, by, freq, **options)

    def dyads(self, **options: Any) -> Frame:  # noqa: ANN401
        """:func:`coder.aggregate.dyads`."""
        return grouping.dyads(self._events, **options)

    def panel(self, documents: _Any, **options: Any) -> Frame:  # noqa: ANN401
        """:func:`coder.aggregate.panel`."""
        return coverage.panel(self._events, documents, **options)

    def by_perpetrator(self, actors: _Any, **options: Any) -> Frame:  # noqa: ANN401
        """:func:`coder.aggregate.by_perpetrator`."""
        return perpetrators.by_perpetrator(self._events, actors, **options)

    def civilians_killed_by_actor(self, actors: _Any, **options: Any) -> Frame:  # noqa: ANN401
        """:func:`coder.aggregate.civilians_killed_by_actor`."""
        return perpetrators.civilians_killed_by_actor(self._events, actors, **options)

    def sources(self, attributions: _Any, **options: Any) -> Frame:  # noqa: ANN401
        """:func:`coder.aggregate.sources`."""
        return reports.sources(self._events, attributions, **options)

    def quality(self, **options: Any) -> Frame:  # noqa: ANN401
        """:func:`coder.aggregate.quality`."""
        return reports.quality(self._events, **options)
