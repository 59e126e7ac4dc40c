"""Two runs over the same documents: which events were gained, lost and changed, by field.

An event's id follows from its trigger and type, so an event whose trigger or type was corrected has
another id in the new run. What ids do not match is therefore matched by its words, the surest sign
first: the same trigger, overlapping triggers, the same sentence and type, a clause that both runs
read as telling it, the same sentence and class. Only what is left then is gained or lost.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import polars as pl

from coder.errors import SchemaError
from coder.records.columns import tables

Frames: TypeAlias = Mapping[str, pl.DataFrame]

CHANGES = pl.Schema(
    {
        "change": pl.Enum(["gained", "lost", "changed"]),
        "table": pl.Enum(["documents", "events"]),
        "doc_id": pl.String(),
        "old_event_id": pl.String(),
        "new_event_id": pl.String(),
        "field": pl.String(),
        "old": pl.String(),
        "new": pl.String(),
        "matched_by": pl.String(),
    }
)
"""One row a document or event that was gained or lost, and one a field of what was changed."""

NOT_COMPARED = frozenset(
    {
        *("event_id", "doc_id", "incident_id", "is_representative", "geometry"),
        *("schema_version", "coder_version", "rules_version", "n_events", "n_countable"),
    }
)
"""Columns that say nothing of their own: ids, versions, and what follows from other columns."""

PARTS = ("actors", "casualties", "targets", "weapons", "attributions")
"""Long tables compared as a whole, each as one field of the event: ``actors (rows)`` ..."""

_OFFSETS = frozenset({"event_id", "doc_id", "section", "sent_idx", "char_start", "char_end"})
_KEY = ("doc_id", "section")
_TRIGGER = ("trigger_start", "trigger_end")
_SENTENCE = ("char_start", "char_end")
_NEEDED = ("event_id", *_KEY, *_TRIGGER, *_SENTENCE, "event_type", "event_class")


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What changed between two runs.

    ``changes`` has the columns of :data:`CHANGES`, in the order of documents; ``n_same`` counts
    events without any change, ``n_old`` and ``n_new`` all events.
    """

    changes: pl.DataFrame
    n_same: int
    n_old: int
    n_new: int

    def n_events(self, change: str) -> int:
        """How many events were ``gained``, ``lost`` or ``changed``."""
        events = self.changes.filter(table="events", change=change)
        return events.select("old_event_id", "new_event_id").n_unique()

    def n_documents(self, change: str) -> int:
        """The same of documents."""
        return self.changes.filter(table="documents", change=change)["doc_id"].n_unique()

    def fields(self) -> pl.DataFrame:
        """In how many events each field changed: ``field``, ``n_events``; most frequent first."""
        changed = self.changes.filter(table="events", change="changed")
        counts = changed.group_by("field").agg(pl.len().cast(pl.Int64).alias("n_events"))
        return counts.sort("n_events", "field", descending=[True, False])

    def __bool__(self) -> bool:
        """Whether anything differs."""
        return not self.changes.is_empty()


def compare_tables(old: Frames, new: Frames) -> Differences:
    """The changes from ``old`` to ``new``; both need ``events``, more tables say more.

    Raises :class:`SchemaError` where ``events`` or one of its ids and offsets is missing.
    """
    before, after = _events(old, "OLD"), _events(new, "NEW")
    pairs = _match(before, after, old, new)
    lost = before.filter(~pl.col("_row").is_in(pairs["_row"].implode()))
    gained = after.filter(~pl.col("_row").is_in(pairs["_row_new"].implode()))
    changed = _changed(before, after, pairs, old, new)
    found = pl.concat(
        [
            _documents(old, new),
            changed,
            *(_whole(rows, name) for rows, name in ((lost, "lost"), (gained, "gained"))),
        ]
    )
    n_changed = changed.select("old_event_id", "new_event_id").n_unique()
    return Differences(
        changes=found.sort(
            "table", "doc_id", "change", "old_event_id", "new_event_id", "field", nulls_last=True
        ),
        n_same=pairs.height - n_changed,
        n_old=before.height,
        n_new=after.height,
    )


def _events(frames: Frames, name: str) -> pl.DataFrame:
    events = frames.get("events")
    lost = [column for column in _NEEDED if events is None or column not in events.columns]
    if events is None or lost:
        raise SchemaError(f"{name} has no events, or they have no column {', '.join(lost)}")
    # An id that an older version gave twice is told apart by its order.
    return events.with_columns(
        pl.int_range(pl.len()).alias("_row"),
        pl.int_range(pl.len()).over("event_id").alias("_copy"),
    ).with_columns(pl.col("section", "event_type", "event_class").cast(pl.String))


def _match(before: pl.DataFrame, after: pl.DataFrame, old: Frames, new: Frames) -> pl.DataFrame:
    """Pairs of rows, one to one: ``_row`` of the old events, ``_row_new``, ``matched_by``."""
    found: list[pl.DataFrame] = []
    for name, pairs in _candidates(old, new):
        taken = pl.concat(found) if found else _no_pairs()
        left = before.filter(~pl.col("_row").is_in(taken["_row"].implode()))
        right = after.filter(~pl.col("_row").is_in(taken["_row_new"].implode()))
        if left.is_empty() or right.is_empty():
            break
        found.append(pairs(left, right).with_columns(pl.lit(name).alias("matched_by")))
    return pl.concat(found) if found else _no_pairs()


def _no_pairs() -> pl.DataFrame:
    schema = {"_row": pl.Int64, "_row_new": pl.Int64, "matched_by": pl.String}
    return pl.DataFrame(schema=schema)


class _By:
    """Rows that agree in columns, the first with the first, the second with the second."""

    def __init__(self, *columns: str) -> None:
        self.columns = columns

    def __call__(self, left: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
        keys = [*self.columns, "_place"]
        place = pl.int_range(pl.len()).over(self.columns, order_by=["trigger_start", "_row"])
        sides = [
            frame.with_columns(place.alias("_place")).select(*keys, "_row")
            for frame in (left, right)
        ]
        return sides[0].join(sides[1], on=keys, suffix="_new").select("_row", "_row_new")


class _Overlapping:
    """Rows of a section whose triggers share a code point, each in one pair: first come first."""

    def __call__(self, left: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
        columns = (*_KEY, *_TRIGGER, "_row")
        joined = left.select(columns).join(right.select(columns), on=_KEY, suffix="_new")
        meet = (pl.col("trigger_start") < pl.col("trigger_end_new")) & (
            pl.col("trigger_start_new") < pl.col("trigger_end")
        )
        return _one_to_one(joined.filter(meet))


class _Told:
    """Rows of which one run's main trigger is a clause that the other run merged into its event."""

    def __init__(self, old: pl.DataFrame, new: pl.DataFrame) -> None:
        self.old, self.new = old, new

    def __call__(self, left: pl.DataFrame, right: pl.DataFrame) -> pl.DataFrame:
        joined = _clauses(left, self.old).join(
            _clauses(right, self.new), on=[*_KEY, *_TRIGGER], suffix="_new"
        )
        return _one_to_one(joined)


def _clauses(events: pl.DataFrame, mentions: pl.DataFrame) -> pl.DataFrame:
    columns = ("event_id", "section", *_TRIGGER)
    told = mentions.select(columns).with_columns(pl.col("section").cast(pl.String))
    return events.select("event_id", "doc_id", "_row").join(told, on="event_id")


def _one_to_one(joined: pl.DataFrame) -> pl.DataFrame:
    """Of pairs that share a row the first; what that leaves over may still match by other signs."""
    pairs = joined.select("_row", "_row_new").unique().sort("_row", "_row_new")
    once = pairs.unique("_row", keep="first", maintain_order=True)
    return once.unique("_row_new", keep="first", maintain_order=True)


def _candidates(old: Frames, new: Frames) -> Iterator[tuple[str, "_By | _Overlapping | _Told"]]:
    yield "id", _By("event_id", "_copy")
    yield "trigger", _By(*_KEY, *_TRIGGER)
    yield "overlapping trigger", _Overlapping()
    yield "sentence and type", _By(*_KEY, *_SENTENCE, "event_type")
    if "event_mentions" in old and "event_mentions" in new:
        yield "clause", _Told(old["event_mentions"], new["event_mentions"])
    yield "sentence and class", _By(*_KEY, *_SENTENCE, "event_class")


def _whole(rows: pl.DataFrame, change: str) -> pl.DataFrame:
    """Gained or lost events: what they were stands in ``old`` or ``new``."""
    side, other = ("old", "new") if change == "lost" else ("new", "old")
    shown = pl.col("event_type")
    if {"countable", "evidence_text"} <= set(rows.columns):
        counts = pl.concat_str(pl.lit("countable: "), "countable")
        shown = pl.concat_str(shown, counts, "evidence_text", separator=", ")
    return _as_changes(
        rows.select(
            "doc_id",
            pl.col("event_id").alias(f"{side}_event_id"),
            shown.alias(side),
            pl.lit(None, pl.String).alias(f"{other}_event_id"),
            pl.lit(None, pl.String).alias(other),
        ),
        change,
        "events",
    )


def _changed(
    before: pl.DataFrame, after: pl.DataFrame, pairs: pl.DataFrame, old: Frames, new: Frames
) -> pl.DataFrame:
    """One row for each field in which a pair differs."""
    fields = [name for name in before.columns if name in after.columns and name not in NOT_COMPARED]
    fields = [name for name in fields if not name.startswith("_")]
    wide = [_as_text(_with_parts(*side), fields) for side in ((before, old), (after, new))]
    parts = [
        name for name in wide[0].columns if name in wide[1].columns and name.endswith("(rows)")
    ]
    joined = pairs.join(wide[0], on="_row").join(
        wide[1].rename({"_row": "_row_new"}), on="_row_new", suffix=" new"
    )
    joined = joined.rename({"event_id": "old_event_id", "event_id new": "new_event_id"})
    kept = ("doc_id", "old_event_id", "new_event_id", "matched_by")
    return _fields_that_differ(joined, [*fields, *parts], kept, "events")


def _with_parts(events: pl.DataFrame, frames: Frames) -> pl.DataFrame:
    """The events with the rows of each long table as one text."""
    for name in PARTS:
        if name in frames:
            told = _rows_as_text(frames[name], name).rename({"_rows": _rows_of(name)})
            events = events.join(told, on="event_id", how="left", maintain_order="left")
    return events


def _rows_of(table: str) -> str:
    """The name of the field that holds the rows of a long table."""
    return f"{table} (rows)"


def _rows_as_text(frame: pl.DataFrame, table: str) -> pl.DataFrame:
    """``event_id`` and its rows, one after the other, without nulls and offsets."""
    columns = [name for name in frame.columns if name not in _OFFSETS and not name.endswith("_idx")]
    cells = [
        pl.when(pl.col(name).is_not_null()).then(
            pl.concat_str(pl.lit(f"{name}="), _cell(frame.schema[name], name))
        )
        for name in columns
    ]
    row = pl.concat_str(cells, separator=" ", ignore_nulls=True).alias("_rows")
    return (
        frame.sort(tables()[table].key, maintain_order=True)
        .select("event_id", row)
        .group_by("event_id", maintain_order=True)
        .agg(pl.col("_rows").str.join("; "))
    )


def _as_text(events: pl.DataFrame, fields: Sequence[str]) -> pl.DataFrame:
    parts = [name for name in events.columns if name.endswith("(rows)")]
    return events.select(
        "_row",
        "event_id",
        "doc_id",
        *(_cell(events.schema[name], name).alias(name) for name in fields),
        *parts,
    )


def _cell(dtype: pl.DataType, name: str) -> pl.Expr:
    column = pl.col(name)
    if isinstance(dtype, pl.List):
        return column.cast(pl.List(pl.String)).list.join(";")
    if dtype == pl.Binary:
        return column.bin.encode("hex")
    return column.cast(pl.String)


def _documents(old: Frames, new: Frames) -> pl.DataFrame:
    """Documents of one run only, and what changed about the others."""
    if "documents" not in old or "documents" not in new:
        return _none()
    before, after = old["documents"], new["documents"]
    shared = [name for name in before.columns if name in after.columns and name not in NOT_COMPARED]
    sides = [
        frame.unique("doc_id", keep="first", maintain_order=True).select(
            "doc_id", *(_cell(frame.schema[name], name).alias(name) for name in shared)
        )
        for frame in (before, after)
    ]
    joined = sides[0].join(sides[1], on="doc_id", suffix=" new")
    found = _fields_that_differ(joined, shared, ("doc_id",), "documents")
    alone = (
        _as_changes(
            sides[0].join(sides[1], on="doc_id", how="anti").select("doc_id"), "lost", "documents"
        ),
        _as_changes(
            sides[1].join(sides[0], on="doc_id", how="anti").select("doc_id"), "gained", "documents"
        ),
    )
    return pl.concat([*alone, found])


def _fields_that_differ(
    joined: pl.DataFrame, fields: Sequence[str], kept: Sequence[str], table: str
) -> pl.DataFrame:
    """One row a field and row in which ``field`` and ``field new`` are not the same."""
    differs = {field: pl.col(field).ne_missing(pl.col(f"{field} new")) for field in fields}
    # All at once first: most fields do not differ anywhere.
    any_row = joined.select(differs[field].any().alias(field) for field in fields)
    found = [
        joined.filter(differs[field]).select(
            *kept,
            pl.lit(field).alias("field"),
            pl.col(field).alias("old"),
            pl.col(f"{field} new").alias("new"),
        )
        for field in fields
        if any_row[field].item()
    ]
    return pl.concat([_as_changes(one, "changed", table) for one in found] or [_none()])


def _as_changes(rows: pl.DataFrame, change: str, table: str) -> pl.DataFrame:
    """Rows in the columns of ``CHANGES``; those that are missing are null."""
    lacking = [name for name in CHANGES if name not in (*rows.columns, "change", "table")]
    return rows.with_columns(
        pl.lit(change).alias("change"),
        pl.lit(table).alias("table"),
        *(pl.lit(None, pl.String).alias(name) for name in lacking),
    ).select(pl.col(name).cast(dtype) for name, dtype in CHANGES.items())


def _none() -> pl.DataFrame:
    return pl.DataFrame(schema=CHANGES)
