"""Every method of the namespace says what its function says."""

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from coder import aggregate
from tests.unit.aggregate.made import DAY, actor, document, events, source, table

EVENTS = events({"killed_best": 3}, {"killed_low": 2, "iso3": "NER"}, {"countable": False})
ACTORS = table("actors", [actor(0)])
SOURCES = table("attributions", [source(0, "A watchdog")])
DOCUMENTS = table("documents", [document("d1", DAY)])
PANEL = {"units": ["MLI"], "unit": "country", "start": DAY, "end": DAY}


@pytest.mark.parametrize("is_lazy", [False, True])
def test_methods_are_the_functions(is_lazy: bool) -> None:
    events = EVENTS.lazy() if is_lazy else EVENTS
    own = aggregate.IncidentsNamespace(events)
    monthly = aggregate.fatalities(events, ["admin1", "month"], dates="split")
    civilians = aggregate.civilians_killed_by_actor(events, ACTORS)
    pairs = [
        (own.monthly(), aggregate.fatalities(events)),
        (own.monthly(["admin1"], dates="split"), monthly),
        (own.fatalities("country"), aggregate.fatalities(events, "country")),
        (own.timeseries(freq="week"), aggregate.timeseries(events, freq="week")),
        (own.dyads(directed=False), aggregate.dyads(events, directed=False)),
        (own.by_perpetrator(ACTORS), aggregate.by_perpetrator(events, ACTORS)),
        (own.civilians_killed_by_actor(ACTORS), civilians),
        (own.sources(SOURCES), aggregate.sources(events, SOURCES)),
        (own.quality(), aggregate.quality(events)),
        (own.panel(DOCUMENTS, **PANEL), aggregate.panel(events, DOCUMENTS, **PANEL)),  # type: ignore[arg-type]  # a bag of options
    ]
    for method, function in pairs:
        assert isinstance(method, type(events))
        assert_frame_equal(method.lazy(), function.lazy())
    assert own.countable().lazy().collect().height == 2


def test_frames_have_the_namespace() -> None:
    assert isinstance(EVENTS.incidents, aggregate.IncidentsNamespace)  # type: ignore[attr-defined]  # registered
    assert isinstance(EVENTS.lazy().incidents.monthly(), pl.LazyFrame)  # type: ignore[attr-defined]  # registered
