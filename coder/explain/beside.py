"""Statements and states of control on the terminal: one row each."""

from collections.abc import Iterator, Mapping, Sequence

from rich.table import Table
from rich.text import Text

Row = Mapping[str, object]

_STATEMENTS = (("kind", 12), ("who", 22), ("to whom", 20), ("said on", 10), ("event", 11))
_CONTROL = (("kind", 16), ("who", 22), ("other", 20), ("place", 26), ("since", 10), ("as of", 10))


def render_statements(rows: Sequence[Row]) -> Table:
    """Rows of ``statements``: who said what to whom, and about which event."""
    table = _table((*_STATEMENTS, ("what", None)))
    for row in rows:
        table.add_row(*(Text(cell) for cell in _statement(row)))
    return table


def render_control(rows: Sequence[Row]) -> Table:
    """Rows of ``control_states``: who holds which place, since when."""
    table = _table((*_CONTROL, ("words", None)))
    for row in rows:
        table.add_row(*(Text(cell) for cell in _state(row)))
    return table


def _table(columns: Sequence[tuple[str, int | None]]) -> Table:
    table = Table(box=None, header_style="bold", pad_edge=False, expand=True, padding=(0, 1))
    for name, widest in columns:
        ratio = None if widest else 1
        table.add_column(name, overflow="ellipsis", no_wrap=True, max_width=widest, ratio=ratio)
    return table


def _statement(row: Row) -> Iterator[str]:
    yield _first(row, "kind")
    yield _first(row, "speaker_name", "speaker_text")
    yield _first(row, "addressee_name", "addressee_text")
    yield _first(row, "date_start", "date_end")
    yield _first(row, "event_id")[:11]
    yield _first(row, "topic_text", "text")


def _state(row: Row) -> Iterator[str]:
    kind = _first(row, "kind")
    yield kind if _first(row, "recency") == "current" else f"{kind} (past)"
    yield _first(row, "actor_name", "actor_text")
    yield _first(row, "other_name", "other_text")
    yield _first(row, "place_text")
    yield _first(row, "since_start", "since_end")
    yield _first(row, "as_of")
    yield _first(row, "text")


def _first(row: Row, *columns: str) -> str:
    """The first of the columns that says something, on one line."""
    found = next((row[name] for name in columns if row.get(name) is not None), "")
    return " ".join(str(found).split())
