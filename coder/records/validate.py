"""Whether a set of tables, or a file of nested records, satisfies the published schema.

Returns problems instead of raising, so that one run shows everything that is wrong.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import polars as pl
from pydantic import ValidationError

from coder.records.columns import Column, tables
from coder.records.crosscheck import complaints
from coder.records.frame_schema import dtype_of
from coder.records.models import Event
from coder.records.taxonomy import CLASSES, subtypes
from coder.records.versions import SCHEMA_VERSION
from coder.values.labels import DatePrecision, EventType, Modality, Recency, Scope
from coder.values.options import CasualtyPolicy

MAX_ROWS_SHOWN = 5
"""Problems of one kind are listed for this many rows; one more tells how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something that breaks the schema. ``row`` counts from 1; null where no row is at fault."""

    source: str
    message: str
    row: int | None = None
    field: str | None = None

    def __str__(self) -> str:
        """The problem as one line: where, then what."""
        row = f", row {self.row}" if self.row is not None else ""
        field = f", {self.field}" if self.field is not None else ""
        return f"{self.source}{row}{field}: {self.message}"


def validate_tables(
    frames: Mapping[str, pl.DataFrame], policy: CasualtyPolicy | None = None
) -> list[Problem]:
    """Check tables by name: columns, dtypes, labels, nulls, bounds, keys; then across them.

    Across tables: references, numbers of rows, representatives of incidents, and with the casualty
    ``policy`` of the run the sums of casualties. A table that is not given is not missed, and what
    it would have to agree with is not checked.
    """
    problems: list[Problem] = []
    sound: dict[str, pl.DataFrame] = {}
    for name, frame in frames.items():
        if name not in tables():
            problems.append(Problem(source=name, message="is no table of this schema"))
            continue
        found = list(_columns(name, frame))
        problems += found
        if not found:
            sound[name] = frame
            problems += _rows(name, frame)
    for name, frame in sound.items():
        problems += _references(name, frame, sound)
    for complaint in complaints(sound, policy):
        frame = sound[complaint.table]
        broken = pl.lit(complaint.broken)
        problems += _listed(complaint.table, frame, broken, complaint.field, complaint.message)
    return problems


def validate_path(path: Path) -> list[Problem]:
    """Check a folder of tables, one table, or nested records (``.jsonl``, ``.ndjson``).

    A table is a Parquet file, or an Arrow file (``.arrow``), which holds ``events``.
    """
    if path.suffix in {".jsonl", ".ndjson"}:
        return _nested_file(path)
    if path.is_file() and path.suffix not in {".parquet", ".arrow"}:
        message = (
            "is nothing that can be checked: give a folder of tables, a .parquet or .arrow table, "
            "or nested records (.jsonl)"
        )
        return [Problem(source=path.name, message=message)]
    files = sorted(path.glob("*.parquet")) if path.is_dir() else [path]
    if not files:
        return [Problem(source=str(path), message="holds no Parquet file")]
    frames: dict[str, pl.DataFrame] = {}
    problems = []
    policy: CasualtyPolicy | None = None
    for file in files:
        try:
            name, version, frame = _read(file)
            policy = policy or _policy(file)
        except (pl.exceptions.PolarsError, OSError) as error:
            problems.append(Problem(source=file.name, message=f"cannot be read: {error}"))
            continue
        frames[name] = frame
        if version != SCHEMA_VERSION:
            message = f"has schema version {version}; this package reads {SCHEMA_VERSION}"
            problems.append(Problem(source=file.name, message=message))
    return problems + validate_tables(frames, policy)


def _policy(file: Path) -> CasualtyPolicy | None:
    """The casualty policy a file was written with; null where it does not say, or says two."""
    if file.suffix != ".parquet":
        return None
    try:
        return CasualtyPolicy(pl.read_parquet_metadata(file).get("casualty_policy", ""))
    except ValueError:
        return None


def _read(file: Path) -> tuple[str, str, pl.DataFrame]:
    """The table a file holds, its schema version (ours where none is told) and its rows."""
    if file.suffix == ".arrow":
        return "events", SCHEMA_VERSION, pl.read_ipc(file)
    metadata = pl.read_parquet_metadata(file)
    name = metadata.get("table", file.stem)
    return name, metadata.get("schema_version", SCHEMA_VERSION), pl.read_parquet(file)


def _nested_file(path: Path) -> list[Problem]:
    try:
        with path.open(encoding="utf-8") as lines:
            return list(validate_lines(lines, source=path.name))
    except (OSError, UnicodeDecodeError) as error:
        return [Problem(source=path.name, message=f"cannot be read: {error}")]


def validate_lines(lines: Iterable[str], *, source: str) -> Iterator[Problem]:
    """Check nested records, one event a line; empty lines are skipped."""
    seen: set[str] = set()
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            event_id = Event.model_validate_json(line).event_id
        except ValidationError as error:
            for found in error.errors():
                yield Problem(
                    source=source,
                    row=number,
                    field=".".join(map(str, found["loc"])) or None,
                    message=found["msg"],
                )
            continue
        if event_id in seen:
            message = "the key is not unique"
            yield Problem(source=source, row=number, field="event_id", message=message)
        seen.add(event_id)


def _columns(name: str, frame: pl.DataFrame) -> Iterator[Problem]:
    declared = {column.name: column for column in tables()[name].columns}
    for missing in [column for column in declared if column not in frame.columns]:
        yield Problem(source=name, field=missing, message="the column is missing")
    for column, dtype in frame.schema.items():
        if column not in declared:
            yield Problem(source=name, field=column, message="is no column of this table")
        elif dtype != dtype_of(declared[column]):
            yield _wrong_dtype(name, declared[column], dtype)


def _wrong_dtype(name: str, column: Column, found: pl.DataType) -> Problem:
    message = f"has dtype {found}, should be {dtype_of(column)}"
    if column.vocabulary is not None and isinstance(found, pl.Enum):
        unknown = set(found.categories.to_list()) - {member.value for member in column.vocabulary}
        message = f"has labels that are not in {column.vocabulary.__name__}: {sorted(unknown)}"
    return Problem(source=name, field=column.name, message=message)


def _rows(name: str, frame: pl.DataFrame) -> Iterator[Problem]:
    """Problems of single rows: nulls, keys and what the columns must satisfy together."""
    table = tables()[name]
    for column in table.columns:
        if not column.nullable:
            yield from _listed(name, frame, pl.col(column.name).is_null(), column.name, "is null")
    if table.key:
        key = ", ".join(table.key)
        yield from _listed(
            name, frame, pl.struct(table.key).is_duplicated(), key, "the key is not unique"
        )
    for field, message, broken in _RULES.get(name, ()):
        yield from _listed(name, frame, broken, field, message)


def _listed(
    name: str, frame: pl.DataFrame, broken: pl.Expr, field: str, message: str
) -> Iterator[Problem]:
    rows = frame.select(broken.fill_null(value=False).arg_true()).to_series().to_list()
    for row in rows[:MAX_ROWS_SHOWN]:
        yield Problem(source=name, row=row + 1, field=field, message=message)
    if len(rows) > MAX_ROWS_SHOWN:
        more = f"{message}: {len(rows) - MAX_ROWS_SHOWN} more rows"
        yield Problem(source=name, field=field, message=more)


def _references(
    name: str, frame: pl.DataFrame, frames: Mapping[str, pl.DataFrame]
) -> Iterator[Problem]:
    for column in tables()[name].columns:
        other = frames.get(column.references or "")
        if other is None:
            continue
        key = tables()[column.references or ""].key[0]
        known = other[key].implode()
        lost = pl.col(column.name).is_not_null() & ~pl.col(column.name).is_in(known)
        yield from _listed(name, frame, lost, column.name, f"is not in {column.references}")
    if name == "casualties":
        yield from _subsets(frame)
        for field, target in (("actor_idx", "actors"), ("attr_idx", "attributions")):
            if target in frames:
                yield from _positions(frame, field, frames[target])


def _subsets(frame: pl.DataFrame) -> Iterator[Problem]:
    parents = frame.select("event_id", pl.col("casualty_id").alias("subset_of"))
    yield from _unmatched(frame, parents, "subset_of", "is no casualty_id of the event")


def _positions(frame: pl.DataFrame, field: str, other: pl.DataFrame) -> Iterator[Problem]:
    yield from _unmatched(
        frame, other.select("event_id", field), field, "is no such row of the event"
    )


def _unmatched(
    frame: pl.DataFrame, known: pl.DataFrame, field: str, message: str
) -> Iterator[Problem]:
    pairs = known.unique().with_columns(pl.lit(value=True).alias("_is_known"))
    joined = frame.join(pairs, on=["event_id", field], how="left", maintain_order="left")
    lost = pl.col(field).is_not_null() & pl.col("_is_known").is_null()
    yield from _listed("casualties", joined, lost, field, message)


def _unordered(prefix: str) -> pl.Expr:
    low, best, high = (pl.col(f"{prefix}{bound}") for bound in ("low", "best", "high"))
    zero = pl.lit(0)
    return (
        (low > best).fill_null(value=False)
        | (best > high).fill_null(value=False)
        | (low > high).fill_null(value=False)
        | (pl.min_horizontal(low, best, high) < zero).fill_null(value=False)
    )


def _wrong_subtype() -> pl.Expr:
    pairs = [f"{kind}/{subtype}" for kind in EventType for subtype in sorted(subtypes(kind))]
    pair = pl.concat_str(pl.col("event_type").cast(pl.String), "event_subtype", separator="/")
    return ~pair.is_in(pairs)


def _wrong_class() -> pl.Expr:
    classes = {kind.value: group.value for kind, group in CLASSES.items()}
    expected = pl.col("event_type").cast(pl.String).replace_strict(classes)
    return pl.col("event_class").cast(pl.String) != expected


def _wrong_countable() -> pl.Expr:
    happened = (
        pl.col("modality")
        .cast(pl.String)
        .is_in([Modality.OCCURRED.value, Modality.ATTEMPTED.value, Modality.FOILED.value])
    )
    derived = (
        happened
        & (pl.col("recency").cast(pl.String) == Recency.CURRENT.value)
        & (pl.col("scope").cast(pl.String) != Scope.SUMMARY.value)
    )
    return pl.col("countable") != derived


def _apart(one: str, other: str) -> pl.Expr:
    """One of two columns is null where the other is not."""
    return pl.col(one).is_null() != pl.col(other).is_null()


_BOUNDS = "low <= best <= high does not hold"
_OFFSETS = (
    "char_start, char_end",
    "is no range of code points",
    (pl.col("char_start") < 0) | (pl.col("char_end") < pl.col("char_start")),
)
_TRIGGER = (
    "trigger_start, trigger_end",
    "is no range of code points",
    (pl.col("trigger_start") < 0) | (pl.col("trigger_end") < pl.col("trigger_start")),
)
_COUNTS = tuple(
    (f"{prefix}_*", _BOUNDS, _unordered(f"{prefix}_")) for prefix in ("killed", "injured")
)
_DAYS = (
    "date_start, date_end",
    "the last day is before the first",
    pl.col("date_start") > pl.col("date_end"),
)

_RULES: Mapping[str, tuple[tuple[str, str, pl.Expr], ...]] = {
    "events": (
        _OFFSETS,
        _TRIGGER,
        *_COUNTS,
        _DAYS,
        ("crowd_size_*", _BOUNDS, _unordered("crowd_size_")),
        (
            "date_precision",
            "day needs date_start and date_end on the same day",
            (pl.col("date_precision").cast(pl.String) == DatePrecision.DAY.value)
            & ~pl.col("date_start").eq_missing(pl.col("date_end"))
            | (pl.col("date_precision").cast(pl.String) == DatePrecision.DAY.value)
            & pl.col("date_start").is_null(),
        ),
        (
            "lat, lon",
            "stand together or not at all",
            pl.col("lat").is_null() != pl.col("lon").is_null(),
        ),
        (
            "geometry",
            "stands exactly where lat and lon stand",
            pl.col("geometry").is_null() != pl.col("lat").is_null(),
        ),
        (
            "lat, lon",
            "is no place on earth",
            (pl.col("lat").abs() > 90) | (pl.col("lon").abs() > 180),  # noqa: PLR2004 (degrees)
        ),
        (
            "coord_basis",
            "stands exactly where lat and lon stand",
            pl.col("coord_basis").is_null() != pl.col("lat").is_null(),
        ),
        ("confidence", "is not between 0 and 1", ~pl.col("confidence").is_between(0, 1)),
        ("event_subtype", "is no subtype of event_type", _wrong_subtype()),
        ("event_class", "is not the class of event_type", _wrong_class()),
        ("countable", "does not follow from modality, recency and scope", _wrong_countable()),
        (
            "event_id",
            "is not ev_ and 16 hexadecimal digits",
            ~pl.col("event_id").str.contains(r"^ev_[0-9a-f]{16}$"),
        ),
    ),
    "event_mentions": (_OFFSETS, _TRIGGER, *_COUNTS),
    "casualties": (_OFFSETS, ("low, best, high", _BOUNDS, _unordered(""))),
    "incidents": (*_COUNTS, _DAYS),
    "statements": (
        _OFFSETS,
        _TRIGGER,
        _DAYS,
        ("event_link", "stands exactly where event_id stands", _apart("event_link", "event_id")),
        ("speaker_*", "words and offsets stand together", _apart("speaker_text", "speaker_start")),
        ("topic_*", "words and offsets stand together", _apart("topic_text", "topic_start")),
    ),
    "control_states": (
        _OFFSETS,
        _TRIGGER,
        (
            "event_relation",
            "stands exactly where event_id stands",
            _apart("event_relation", "event_id"),
        ),
        (
            "since_start, since_end",
            "the last day is before the first",
            pl.col("since_start") > pl.col("since_end"),
        ),
        ("actor_*", "words and offsets stand together", _apart("actor_text", "actor_start")),
    ),
    **dict.fromkeys(("actors", "targets", "weapons", "attributions", "evidence"), (_OFFSETS,)),
}
