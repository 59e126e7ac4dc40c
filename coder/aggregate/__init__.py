"""Counts and sums over the tables of a run that do not lie.

Plain functions on Polars frames: eager in, eager out; lazy in, lazy out. All of them

- count countable rows that stand for their incident, unless told otherwise, and say in the column
  ``filter`` which rows those were and how dates were assigned;
- put the number of events whose figure is known beside every sum, and give null, never 0, where
  events are there and no figure is;
- return rows in a fixed order, whatever the order and the chunks of the input.

Importing this package also registers the namespace ``incidents`` of Polars frames:
``events.incidents.monthly()``. Charts stand in :mod:`coder.aggregate.charts`.
"""

from coder.aggregate.coverage import panel
from coder.aggregate.grouping import dyads, fatalities, timeseries
from coder.aggregate.namespace import IncidentsNamespace
from coder.aggregate.perpetrators import by_perpetrator, civilians_killed_by_actor
from coder.aggregate.reports import quality, sources
from coder.aggregate.units import country_units

__all__ = [
    "IncidentsNamespace",
    "by_perpetrator",
    "civilians_killed_by_actor",
    "country_units",
    "dyads",
    "fatalities",
    "panel",
    "quality",
    "sources",
    "timeseries",
]
