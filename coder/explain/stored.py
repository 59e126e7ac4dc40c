"""Records of an earlier run on the terminal: a table of events, and one event whole."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from coder.explain.describing import bounds
from coder.explain.evidence import Mark, within
from coder.explain.terminal import fact_table, marked_text

Row = Mapping[str, object]
"""One row of a table: column -> value."""

_LABELS = {
    "event_mentions": "event_type",
    "actors": "role",
    "casualties": "kind",
    "targets": "target_type",
    "weapons": "weapon_type",
    "attributions": "stance",
    "evidence": "field",
}
"""Long tables, and the column that says what a row's words stand for."""

_COLUMNS = (
    ("event", 11),
    ("type", 16),
    ("status", 10),
    ("date", 10),
    ("place", 18),
    ("actor 1", 16),
    ("actor 2", 16),
    ("killed", 12),
    ("words", None),
)
"""Columns of the table of events, and the most they may take; the last takes what is left."""

_NOT_SHOWN = frozenset({"event_id", "doc_id", "section", "sent_idx", "char_start", "char_end"})


def render_table(events: Sequence[Row]) -> Table:
    """The events as a table, one a row."""
    table = Table(box=None, header_style="bold", pad_edge=False, expand=True, padding=(0, 1))
    for name, widest in _COLUMNS:
        ratio = None if widest else 1
        table.add_column(name, overflow="ellipsis", no_wrap=True, max_width=widest, ratio=ratio)
    for row in events:
        table.add_row(*(Text(cell) for cell in _cells(row)))
    return table


def _cells(row: Row) -> Iterator[str]:
    yield _text(row, "event_id")[:11]
    yield _text(row, "event_type")
    usual = ("occurred", "current", "single")
    status = (_text(row, name) for name in ("modality", "recency", "scope"))
    yield ", ".join(one for one in status if one not in usual) or "occurred"
    yield _text(row, "date_start") or _text(row, "date_end")
    names = ("place_name", "admin1_name", "iso3")
    yield ", ".join(name for name in (_text(row, column) for column in names) if name)
    yield _text(row, "actor1_name")
    yield _text(row, "actor2_name")
    low, best, high = (row.get(f"killed_{bound}") for bound in ("low", "best", "high"))
    killed = bounds(cast("int | None", low), cast("int | None", best), cast("int | None", high))
    yield "" if killed == "?" else killed
    yield " ".join(_text(row, "evidence_text").split())


def render_incidents(incidents: Sequence[Row]) -> Table:
    """Rows of ``incidents`` as a table: what happened, and who and how many tell it."""
    table = Table(box=None, header_style="bold", pad_edge=False, padding=(0, 1))
    for name in ("incident", "type", "date", "place", "killed", "reports", "sources", "differ in"):
        table.add_column(name, overflow="ellipsis", no_wrap=True, max_width=28)
    for row in incidents:
        _, kind, _, day, place, _, _, killed, _ = _cells({**row, "evidence_text": ""})
        conflicts = ", ".join(cast("Sequence[str]", row["conflicts"]))
        cells = (
            *(_text(row, "incident_id")[:11], kind, day, place, killed),
            *(_text(row, "n_reports"), _text(row, "n_independent_sources"), conflicts),
        )
        table.add_row(*(Text(cell) for cell in cells))
    return table


def _text(row: Row, column: str) -> str:
    value = row.get(column)
    return "" if value is None else str(value)


def render_whole(event: Row, parts: Mapping[str, Sequence[Row]]) -> RenderableType:
    """One event: its sentences with the words marked, then every field that says something."""
    rows = [
        (table, ", ".join(f"{name} {value}" for name, value in _stated(row)))
        for table in _LABELS
        for row in parts.get(table, ())
    ]
    return Panel(
        Group(
            *_sentences(event, parts),
            Text(),
            fact_table(_stated(event)),
            Text(),
            fact_table(rows),
        ),
        title=Text(_text(event, "event_id")),
        title_align="left",
    )


def _sentences(event: Row, parts: Mapping[str, Sequence[Row]]) -> Iterator[Text]:
    """The sentences that tell the event, once each, in the order of the text."""
    marks: dict[str, list[Mark]] = {}
    for table, column in _LABELS.items():
        # The offsets of a clause are those of its sentence; what it marks is its trigger.
        prefix = "trigger" if table == "event_mentions" else "char"
        for row in parts.get(table, ()):
            marks.setdefault(_text(row, "section"), []).append(_mark(row, prefix, column))
    if "trigger_start" in event:
        marks.setdefault(_text(event, "section"), []).append(_mark(event, "trigger", "event_type"))
    told = {
        (_text(row, "section"), cast("int", row["char_start"])): _text(row, "text")
        for row in parts.get("event_mentions", ())
    }
    own = (_text(event, "section"), cast("int", event["char_start"]))
    told.setdefault(own, _text(event, "evidence_text"))
    for (section, start), words in sorted(told.items(), key=lambda item: item[0][::-1]):
        yield marked_text(words, within(marks.get(section, ()), start, start + len(words)))


def _mark(row: Row, prefix: str, column: str) -> Mark:
    start, end = (cast("int", row[f"{prefix}_{side}"]) for side in ("start", "end"))
    return Mark(start, end, _text(row, column))


def _stated(row: Row) -> Iterator[tuple[str, str]]:
    """Columns and values of a row that say something and are not only addresses."""
    for name, value in row.items():
        if value is None or value == [] or isinstance(value, bytes) or name in _NOT_SHOWN:
            continue
        yield name, "; ".join(map(str, value)) if isinstance(value, list) else str(value)
