"""Tables of several runs as the tables of one: every document once.

A document that two runs coded alike is taken once. One that they coded differently, or that has
another text under the same id, clashes: the first run's rows stay, the other's are left out and
named. Incidents are not carried over, since each run knew only its own reports: in the merged
tables every event is an incident of its own until they are linked again.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import polars as pl

from coder.errors import SchemaError
from coder.records.columns import tables
from coder.records.frame_schema import frame_schema
from coder.tables.frames import incidents_of

Frames: TypeAlias = Mapping[str, pl.DataFrame]

CLASH = "clash"
"""The reason under which a clashing document stands in ``errors``."""

_OF_THE_RUN = frozenset(
    {"incident_id", "is_representative", "schema_version", "coder_version", "rules_version"}
)
"""Columns that do not make a document another one."""

_HASH_SEED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A document that two runs disagree about: ``kept`` and ``left_out`` name the runs."""

    doc_id: str
    kept: str
    left_out: str
    has_other_text: bool

    @property
    def detail(self) -> str:
        """What differs and what was done, as one sentence."""
        what = "another text" if self.has_other_text else "the same text, coded differently"
        return f"{self.left_out} has {what}; the document of {self.kept} stays"


@dataclass(frozen=True, slots=True, kw_only=True)
class MergeReport:
    """What became of the documents of the runs, in the order of the runs."""

    n_documents: int
    n_events: int
    n_equal: int
    clashes: tuple[Clash, ...]
    had_links: bool


@dataclass(slots=True)
class Merger:
    """Takes run after run and hands back the rows that are new; remembers a mark a document."""

    _seen: dict[str, tuple[str, str, int]] = field(default_factory=dict)
    _errors: set[tuple[object, ...]] = field(default_factory=set)
    _clashes: list[Clash] = field(default_factory=list)
    _n_events: int = 0
    _n_equal: int = 0
    _had_links: bool = False

    def add(self, name: str, given: Frames) -> dict[str, pl.DataFrame]:
        """The rows of the run called ``name`` that stay, every table of the schema.

        Raises :class:`SchemaError` where a table does not fit the schema of this version.
        """
        for needed in ("documents", "events"):
            if needed not in given:
                raise SchemaError(f"{name} has no table {needed}", expected=needed)
        frames = {table: _fitting(name, table, given.get(table)) for table in tables()}
        self._had_links |= bool(
            (frames["events"]["incident_id"] != frames["events"]["event_id"]).any()
        )
        taken, clashes = self._sort_out(name, frames)
        ids = pl.Series("doc_id", taken, pl.String).implode()
        kept = {table: _of_documents(frame, ids) for table, frame in frames.items()}
        kept["errors"] = self._new_errors(frames, clashes, ids)
        kept["events"] = kept["events"].with_columns(
            pl.col("event_id").alias("incident_id"), pl.lit(value=True).alias("is_representative")
        )
        kept["incidents"] = incidents_of(kept["events"])
        self._n_events += kept["events"].height
        return kept

    def report(self) -> MergeReport:
        """What became of the documents so far."""
        return MergeReport(
            n_documents=len(self._seen),
            n_events=self._n_events,
            n_equal=self._n_equal,
            clashes=tuple(self._clashes),
            had_links=self._had_links,
        )

    def _sort_out(self, name: str, frames: Frames) -> tuple[list[str], list[Clash]]:
        """The documents that are new, and those that clash with one that was seen."""
        taken, clashes = [], []
        for doc_id, text, mark in _marks(frames).iter_rows():
            first, known_text, known_mark = self._seen.setdefault(doc_id, (name, text, mark))
            if first == name:
                taken.append(doc_id)
            elif (known_text, known_mark) == (text, mark):
                self._n_equal += 1
            else:
                clashes.append(
                    Clash(
                        doc_id=doc_id,
                        kept=first,
                        left_out=name,
                        has_other_text=known_text != text,
                    )
                )
        self._clashes += clashes
        return taken, clashes

    def _new_errors(self, frames: Frames, clashes: Iterable[Clash], ids: pl.Series) -> pl.DataFrame:
        """Errors but those of documents that were left out, each once; a row for every clash."""
        errors = frames["errors"]
        left_out = frames["documents"].filter(~pl.col("doc_id").is_in(ids))["doc_id"].implode()
        found = errors.filter(~pl.col("doc_id").is_in(left_out).fill_null(value=False))
        rows = [row for row in found.iter_rows() if row not in self._errors]
        self._errors.update(rows)
        told = pl.DataFrame(rows, schema=errors.schema, orient="row")
        clashing = [
            {
                "source": clash.left_out,
                "doc_id": clash.doc_id,
                "reason": CLASH,
                "detail": clash.detail,
            }
            for clash in clashes
        ]
        return pl.concat([told, pl.DataFrame(clashing, schema=errors.schema)])


def merge_tables(runs: Iterable[tuple[str, Frames]]) -> tuple[dict[str, pl.DataFrame], MergeReport]:
    """The tables of several runs, each with its name, as one set of tables.

    Raises :class:`SchemaError` for two runs of one name, or a table that does not fit.
    """
    merger = Merger()
    parts: list[dict[str, pl.DataFrame]] = []
    names: set[str] = set()
    for name, frames in runs:
        if name in names:
            raise SchemaError(f"two runs are called {name}")
        names.add(name)
        parts.append(merger.add(name, frames))
    merged = {
        table: pl.concat([part[table] for part in parts] or [frame_schema(table).to_frame()])
        for table in tables()
    }
    return merged, merger.report()


def _fitting(name: str, table: str, frame: pl.DataFrame | None) -> pl.DataFrame:
    """The table in the columns of the schema; a column that may be null may be missing."""
    schema = frame_schema(table)
    if frame is None:
        return schema.to_frame()
    declared = {column.name: column for column in tables()[table].columns}
    lost = [
        column
        for column in declared
        if column not in frame.columns and not declared[column].nullable
    ]
    unknown = [column for column in frame.columns if column not in declared]
    if lost or unknown:
        what = f"lacks {', '.join(lost)}" if lost else f"has unknown {', '.join(unknown)}"
        raise SchemaError(f"{name}: {table} {what}: code again with one version")
    lacking = [
        pl.lit(None, schema[column]).alias(column)
        for column in declared
        if column not in frame.columns
    ]
    try:
        return frame.with_columns(lacking).select(
            pl.col(column).cast(dtype) for column, dtype in schema.items()
        )
    except pl.exceptions.PolarsError as error:
        raise SchemaError(f"{name}: {table} does not fit this version: {error}") from error


def _marks(frames: Frames) -> pl.DataFrame:
    """Each document with the digest of its text and a number that its rows in all tables make."""
    marks = [
        frame.select("doc_id", _hashes(frame, _HASH_SEED + position))
        for position, (table, frame) in enumerate(frames.items())
        # Errors name files; relations of linking know other documents.
        if table not in ("errors", "relations") and "doc_id" in frame.columns
    ]
    summed = pl.concat(marks).group_by("doc_id").agg(pl.col("mark").sum())
    texts = frames["documents"].select("doc_id", "text_sha256")
    return texts.join(summed, on="doc_id", how="left", maintain_order="left")


def _hashes(frame: pl.DataFrame, seed: int) -> pl.Series:
    return frame.select(pl.exclude(_OF_THE_RUN)).hash_rows(seed=seed).alias("mark")


def _of_documents(frame: pl.DataFrame, ids: pl.Series) -> pl.DataFrame:
    """The rows of these documents; relations across documents have none and are dropped."""
    return frame.filter(pl.col("doc_id").is_in(ids)) if "doc_id" in frame.columns else frame.clear()
