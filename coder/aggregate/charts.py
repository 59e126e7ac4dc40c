"""Two charts that do not say more than the records: events by type, and deaths with their bounds.

They need the extra ``plot`` (Matplotlib). A period in which no document was read is shaded and
never drawn as zero; nothing is interpolated. Under each figure stands what was counted, how many
events are dated to the day, and how many rest on one source. Figures are drawn without a screen;
the same tables give the same bytes of SVG.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

import polars as pl

from coder.aggregate.coverage import documents_read
from coder.aggregate.dating import Dating
from coder.aggregate.grouping import fatalities, timeseries
from coder.aggregate.measures import N_EVENTS
from coder.aggregate.reports import quality, sources
from coder.aggregate.rows import FILTER
from coder.values.counting import Dates, Period, WeekStart

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

COLOURS = (
    *("#332288", "#88CCEE", "#44AA99", "#117733", "#999933"),
    *("#DDCC77", "#CC6677", "#882255", "#AA4499"),
)
"""Told apart by colour-blind readers (Paul Tol's scheme "muted")."""
REST = "#DDDDDD"
"""The grey of the same scheme, for the types that no colour is left for."""

_SIZE = (9.0, 4.8)
"""Inches."""
_BAR = 0.9
"""Share of its period that a bar fills."""
_NOTE_SIZE = 7


class Options(TypedDict, total=False):
    """What a chart hands on to the aggregates."""

    dates: Dates
    week_start: WeekStart
    countable: bool
    representative: bool
    types: Sequence[str] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Counted:
    """What a chart shows: an aggregate by period, the tables it comes from, and how."""

    tables: Mapping[str, pl.DataFrame]
    frame: pl.DataFrame
    freq: Period
    options: Options


@dataclass(frozen=True, slots=True, kw_only=True)
class _Span:
    """The periods of a chart, the first and the last included, and where nobody looked."""

    periods: list[date]
    ends: list[date]
    is_observed: list[bool]


def event_types(
    tables: Mapping[str, pl.DataFrame],
    freq: Period = "month",
    *,
    title: str | None = None,
    **options: Unpack[Options],
) -> "Figure":
    """Stacked bars: events of each type by period.

    ``tables`` are ``events``, ``documents`` and ``attributions``. Types beyond the most frequent
    nine are one grey bar. Events without a day are told in the note. Raises ``ImportError`` without
    Matplotlib.
    """
    found = timeseries(tables["events"], "event_type", freq, measures=(), **options)
    counted = _Counted(tables=tables, frame=found, freq=freq, options=options)
    span = _span(counted)
    figure, axes = _blank(span, title or f"Events by type and {freq}", "events")
    dated = found.drop_nulls(freq).with_columns(pl.col("event_type").cast(pl.String))
    numbers = dated.group_by("event_type").agg(pl.col(N_EVENTS).sum())
    ranked = numbers.sort(N_EVENTS, "event_type", descending=[True, False])["event_type"].to_list()
    named = ranked[: len(COLOURS)]
    bars = [(name, dated.filter(event_type=name), colour) for name, colour in zip(named, COLOURS)]  # noqa: B905 - fewer types than colours
    rest = dated.filter(~pl.col("event_type").is_in(named))
    if rest.height:
        bars.append((f"{len(ranked) - len(named)} other types", rest, REST))
    base = [0.0] * len(span.periods)
    days: Any = span.periods  # Matplotlib takes dates and spans of time, its annotations do not
    widths: Any = [(end - day) * _BAR for day, end in zip(span.periods, span.ends, strict=True)]
    for name, rows, colour in bars:
        of_day = dict(rows.group_by(freq).agg(pl.col(N_EVENTS).sum()).rows())
        heights = [float(of_day.get(day, 0)) for day in span.periods]
        axes.bar(days, heights, widths, bottom=base, color=colour, label=name, align="edge")
        base = [below + height for below, height in zip(base, heights, strict=True)]
    _finish(figure, axes, counted)
    return figure


def deaths(
    tables: Mapping[str, pl.DataFrame],
    freq: Period = "month",
    *,
    title: str | None = None,
    **options: Unpack[Options],
) -> "Figure":
    """A line of deaths by period, with the band from the minima to the largest figures told.

    ``tables`` as for :func:`event_types`. A period whose events tell no toll has no point and a
    cross on the axis: its deaths are unknown, not zero.
    """
    found = fatalities(tables["events"], freq, **options)
    counted = _Counted(tables=tables, frame=found, freq=freq, options=options)
    span = _span(counted)
    figure, axes = _blank(span, title or f"Deaths by {freq}", "deaths")
    rows = {row[freq]: row for row in found.iter_rows(named=True)}
    best = _values(span, rows, "killed_sum")
    low, high = (_values(span, rows, f"killed_{bound}_sum") for bound in ("low", "high"))
    middles = [day + (end - day) / 2 for day, end in zip(span.periods, span.ends, strict=True)]
    days: Any = middles
    axes.fill_between(days, low, high, color=COLOURS[1], alpha=0.5, linewidth=0)
    # A period between two that nobody looked at has no width to fill.
    axes.vlines(days, low, high, color=COLOURS[1], linewidth=4, label="lowest to highest")
    axes.plot(days, best, color=COLOURS[0], marker="o", markersize=3, label="best figure")
    unknown: Any = [
        middle
        for day, middle in zip(span.periods, middles, strict=True)
        if day in rows and rows[day]["killed_sum"] is None
    ]
    if unknown:
        axes.plot(
            *(unknown, [0] * len(unknown)),
            "x",
            color=COLOURS[7],
            label="toll unknown",
            clip_on=False,
        )
    axes.set_ylim(bottom=0)
    _finish(figure, axes, counted)
    return figure


def save(figure: "Figure", path: Path) -> None:
    """Write a figure as ``.svg``, ``.png`` or ``.pdf``, without a date in it.

    Raises ``ValueError`` for another suffix.
    """
    import matplotlib as mpl  # noqa: PLC0415 - an extra, and heavy

    kind = path.suffix.lower().removeprefix(".")
    if kind not in ("svg", "png", "pdf"):
        raise ValueError(f"a chart is .svg, .png or .pdf, not {path.suffix or path.name}")
    undated = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {}}[kind]
    drawn = BytesIO()
    with mpl.rc_context({"svg.hashsalt": "coder"}):
        figure.savefig(drawn, format=kind, metadata=undated, dpi=150)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(drawn.getvalue())


def _span(counted: _Counted) -> _Span:
    """From the first to the last period with an event or a document."""
    freq = counted.freq
    when = Dating(period=freq, week_start=counted.options.get("week_start", "monday"))
    read = documents_read(counted.tables["documents"], when).collect()
    days = pl.concat([counted.frame[freq].drop_nulls(), read[freq]]).sort()
    if days.is_empty():
        return _Span(periods=[], ends=[], is_observed=[])
    span = when.span(days[0], days[-1]).with_columns(when.next(pl.col(freq)).alias("end"))
    known = pl.col(freq).is_in(days.implode())
    return _Span(
        periods=span[freq].to_list(),
        ends=span["end"].to_list(),
        is_observed=span.select(known).to_series().to_list(),
    )


def _values(span: _Span, rows: Mapping[date, Mapping[str, Any]], column: str) -> list[float]:
    """The figure of each period: 0 where nothing happened, no number where none is known."""
    found = []
    for day, is_observed in zip(span.periods, span.is_observed, strict=True):
        value = rows[day][column] if day in rows else (0 if is_observed else None)
        found.append(float("nan") if value is None else float(value))
    return found


def _blank(span: _Span, title: str, unit: str) -> "tuple[Figure, Axes]":
    """Axes with the title, the unit, and a shade where no document was read."""
    try:
        from matplotlib.figure import Figure  # noqa: PLC0415 - an extra, and heavy
    except ImportError as error:  # pragma: no cover - the tests have it
        raise ImportError("charts need Matplotlib: pip install 'incident-coder[plot]'") from error
    figure = Figure(figsize=_SIZE, layout="constrained")
    axes = figure.add_subplot()
    axes.set_title(title, loc="left")
    axes.set_ylabel(unit)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    label = "no document read"
    for day, end, is_observed in zip(span.periods, span.ends, span.is_observed, strict=True):
        if not is_observed:
            shade: Any = (day, end)
            axes.axvspan(*shade, facecolor="#EEEEEE", hatch="///", edgecolor="white", label=label)
            label = "_again"  # one line in the legend
    return figure, axes


def _finish(figure: "Figure", axes: "Axes", counted: _Counted) -> None:
    """The legend, and under the figure what was counted and how well it is known."""
    if axes.get_legend_handles_labels()[0]:
        legend = axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
        for text in legend.get_texts():
            text.set_fontsize(_NOTE_SIZE + 1)
    figure.supxlabel("\n".join(_note(counted)), fontsize=_NOTE_SIZE, x=0.01, ha="left")


def _note(counted: _Counted) -> list[str]:
    """What was counted, from how many documents, and how precise and how well supported it is."""
    tables, options = counted.tables, counted.options
    rows: dict[str, Any] = {
        key: value
        for key, value in options.items()
        if key in ("countable", "representative", "types")
    }
    told = sources(tables["events"], tables["attributions"], **rows).row(0, named=True)
    known = quality(tables["events"], **rows)
    by_day = known.filter(field="date_precision", value="day")["share"].sum()
    undated = float(counted.frame.filter(pl.col(counted.freq).is_null())[N_EVENTS].sum())
    counting = counted.frame[FILTER][0] if counted.frame.height else "nothing counted"
    events = f"{told[N_EVENTS]:,} events in {tables['documents'].height:,} documents"
    single = told["share_single_source"]
    support = "no event names a source"
    if single is not None:
        support = f"{told['n_attributed']:,} name a source, {single:.0%} of these only one"
    precision = f"{by_day:.0%} dated to the day, {undated:,.0f} without a day"
    return [f"{events} ({counting})", f"{precision}; {support}"]
