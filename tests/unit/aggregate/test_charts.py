"""What a figure shows and what it does not draw, read from its own parts."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest

from coder.aggregate import charts
from coder.values.labels import EventType
from tests.unit.aggregate.made import document, events, source, table

pytest.importorskip("matplotlib", reason="charts need the extra plot")

# Three months: one with events, one that nobody read about, one without events.
MARCH, APRIL, MAY = date(2020, 3, 1), date(2020, 4, 1), date(2020, 5, 1)
DOCUMENTS = table("documents", [document("d1", date(2020, 3, 4)), document("d2", date(2020, 5, 4))])
SOURCES = table("attributions", [source(0, "The army")])


def _tables(*rows: Mapping[str, object]) -> dict[str, pl.DataFrame]:
    return {"events": events(*rows), "documents": DOCUMENTS, "attributions": SOURCES}


def _axes(figure: Any) -> Any:  # noqa: ANN401 - Matplotlib's types are wider than what is there
    (axes,) = figure.axes
    return axes


def _labels(figure: Any) -> list[str]:  # noqa: ANN401 - the same
    return [text.get_text() for text in _axes(figure).get_legend().get_texts()]


def _note(figure: Any) -> str:  # noqa: ANN401 - the same
    text: str = figure.get_supxlabel()
    return text


def test_bars_are_stacked_and_unread_periods_shaded() -> None:
    figure = charts.event_types(_tables({}, {}, {"event_type": "protest"}))
    axes = _axes(figure)
    assert _labels(figure) == ["no document read", "bombing", "protest"]
    first, second = axes.containers
    assert [bar.get_height() for bar in first] == [2, 0, 0]
    assert [bar.get_y() for bar in second] == [2, 0, 0]
    assert axes.get_title(loc="left") == "Events by type and month"


def test_types_without_a_colour_are_one_bar() -> None:
    rows = [{"event_type": kind.value} for kind in EventType]
    figure = charts.event_types(_tables(*rows))
    assert len(_labels(figure)) == 1 + len(charts.COLOURS) + 1
    assert _labels(figure)[-1] == f"{len(EventType) - len(charts.COLOURS)} other types"


def test_the_note_says_what_was_counted_and_how_well_it_is_known() -> None:
    undated = {"date_start": None, "date_end": None, "date_precision": "unknown"}
    figure = charts.event_types(_tables({}, undated, {"countable": False}))
    assert _note(figure).splitlines() == [
        "2 events in 2 documents (countable; representative; dates=end)",
        "50% dated to the day, 1 without a day; 1 name a source, 100% of these only one",
    ]
    every = charts.event_types(_tables({}, undated, {"countable": False}), countable=False)
    assert "3 events in 2 documents (representative; dates=end)" in _note(every)


def test_deaths_have_a_band_and_no_point_where_nobody_looked() -> None:
    told = {"killed_low": 2, "killed_best": 3, "killed_high": 5}
    figure = charts.deaths(_tables(told), title="Dead")
    axes = _axes(figure)
    (line,) = axes.lines
    best = [float(value) for value in line.get_ydata()]
    assert best[0] == 3
    assert best[1] != best[1]
    assert best[2] == 0
    bounds = axes.collections[-1]
    assert [point[1] for point in bounds.get_segments()[0]] == [2, 5]
    assert axes.get_title(loc="left") == "Dead"


def test_an_unknown_toll_is_a_cross_and_no_zero() -> None:
    figure = charts.deaths(_tables({}))
    axes = _axes(figure)
    line, crosses = axes.lines
    assert line.get_ydata()[0] != line.get_ydata()[0]
    assert crosses.get_marker() == "x"
    assert len(crosses.get_xdata()) == 1
    assert "toll unknown" in _labels(figure)


def test_nothing_to_draw_is_an_empty_figure() -> None:
    empty = {"events": events(), "documents": DOCUMENTS.clear(), "attributions": SOURCES.clear()}
    for draw in (charts.event_types, charts.deaths):
        assert "0 events in 0 documents (nothing counted)" in _note(draw(empty))


@pytest.mark.parametrize("suffix", [".svg", ".png", ".pdf"])
def test_the_same_tables_give_the_same_bytes(tmp_path: Path, suffix: str) -> None:
    files = [tmp_path / f"{name}{suffix}" for name in ("a", "b")]
    for file in files:
        charts.save(charts.deaths(_tables({"killed_best": 1}), "week"), file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_another_format_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"a chart is \.svg, \.png or \.pdf, not \.doc"):
        charts.save(charts.deaths(_tables()), tmp_path / "a.doc")
