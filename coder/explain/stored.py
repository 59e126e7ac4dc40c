"""Records of an earlier run on the terminal: a table of events, and one event whole."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from coder.explain.describing import bounds
from coder.explain.marking import Mark
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

_NOT_SHOWN = frozenset({"event_id", "doc_id", "section", "sent_idx", "char_start", "char_end"})


def render_table(events: Sequence[Row]) -> Table:
    """The events as a table, one a row."""
    columns = ("event", "type", "status", "date", "place", "actor 1", "actor 2", "killed", "words")
    table = Table(*columns, box=None, header_style="bold", pad_edge=False, expand=True)
    for column in table.columns:
        column.overflow = "ellipsis"
        column.no_wrap = True
    table.columns[-1].ratio = 1
    for row in events:
        table.add_row(*(Text(cell) for cell in _cells(row)))
    return table


def _cells(row: Row) -> Iterator[str]:
    yield _text(row, "event_id")[:11]
    yield _text(row, "event_type")
    yield ", ".join(_text(row, name) for name in ("modality", "recency", "scope"))
    days = list(dict.fromkeys(_text(row, name) for name in ("date_start", "date_end")))
    yield "/".join(days).strip("/")
    names = ("place_name", "admin1_name", "iso3")
    yield ", ".join(name for name in (_text(row, column) for column in names) if name)
    yield _text(row, "actor1_name")
    yield _text(row, "actor2_name")
    low, best, high = (row.get(f"killed_{bound}") for bound in ("low", "best", "high"))
    killed = bounds(cast("int | None", low), cast("int | None", best), cast("int | None", high))
    yield "" if killed == "?" else killed
    yield " ".join(_text(row, "evidence_text").split())


def _text(row: Row, column: str) -> str:
    value = row.get(column)
    return "" if value is None else str(value)


def render_whole(event: Row, parts: Mapping[str, Sequence[Row]]) -> RenderableType:
    """One event: its sentence with the words marked, then every field that says something."""
    start = cast("int", event["char_start"])
    marks = [
        Mark(cast("int", row["char_start"]) - start, cast("int", row["char_end"]) - start, label)
        for table, column in _LABELS.items()
        for row in parts.get(table, ())
        if row.get("section") == event["section"] and (label := _text(row, column))
        # A clause's own sentence is no evidence of one field; its trigger is.
        if table != "event_mentions"
    ]
    trigger = (event.get("trigger_start"), event.get("trigger_end"))
    if isinstance(trigger[0], int) and isinstance(trigger[1], int):
        marks.append(Mark(trigger[0] - start, trigger[1] - start, _text(event, "event_type")))
    fields = [(name, _shown(value)) for name, value in event.items() if _says(name, value)]
    rows = [
        (
            table,
            ", ".join(
                f"{name} {_shown(value)}" for name, value in row.items() if _says(name, value)
            ),
        )
        for table in _LABELS
        for row in parts.get(table, ())
    ]
    return Panel(
        Group(
            marked_text(_text(event, "evidence_text"), marks),
            Text(),
            fact_table(fields),
            Text(),
            fact_table(rows),
        ),
        title=Text(_text(event, "event_id")),
        title_align="left",
    )


def _says(name: str, value: object) -> bool:
    return (
        value is not None
        and value != []
        and not isinstance(value, bytes)
        and (name not in _NOT_SHOWN)
    )


def _shown(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return str(value)
