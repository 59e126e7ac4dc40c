"""Tables to Parquet and back: GeoParquet for ``events``, versions in the file metadata.

Every file is written beside its place and renamed, so that a file under its own name is complete.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Self

import polars as pl

from coder.errors import InputError
from coder.records.columns import tables
from coder.records.frame_schema import frame_schema
from coder.records.versions import Versions
from coder.regimes.crosswalk import CROSSWALK_VERSION
from coder.tables.arrow_metadata import ARROW_SCHEMA_KEY, arrow_schema_with
from coder.values.options import CasualtyPolicy

SUFFIX = ".parquet"

ROW_GROUP_SIZE = 32_768
"""Rows held back until written; with the default of 262,144 memory grows with the run."""

_GEO = {
    "version": "1.1.0",
    "primary_column": "geometry",
    # No "crs": its absence means OGC:CRS84. Null would lose it, "EPSG:4326" makes readers refuse.
    "columns": {"geometry": {"encoding": "WKB", "geometry_types": ["Point"]}},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What a file says of its making.

    ``created_from`` names the input, for example by a hash; ``linking`` holds the options by which
    events were linked into incidents, empty where they were not.
    """

    versions: Versions
    policy: CasualtyPolicy = CasualtyPolicy.CONSERVATIVE
    created_from: str = ""
    crosswalk_version: str = CROSSWALK_VERSION
    linking: str = ""

    def metadata(self, table: str) -> dict[str, str]:
        """The key-value pairs of the file of ``table``; ``geo`` only where there is a geometry."""
        pairs = {
            "table": table,
            "schema_version": self.versions.schema_version,
            "coder_version": self.versions.coder_version,
            "rules_version": self.versions.rules_version,
            "gazetteer_version": self.versions.gazetteer_version,
            "gazetteer_credit": self.versions.gazetteer_credit,
            "crosswalk_version": self.crosswalk_version,
            "casualty_policy": self.policy.value,
            "created_from": self.created_from,
        }
        if self.linking:
            pairs["linking"] = self.linking
        if table == "events":
            pairs["geo"] = geo_metadata()
        return pairs


def write_parquet(frame: pl.DataFrame, path: Path, table: str, provenance: Provenance) -> None:
    """Write one table as one file, beside its place first."""
    write_with_metadata(frame, path, provenance.metadata(table))


def write_with_metadata(frame: pl.DataFrame, path: Path, pairs: Mapping[str, str]) -> None:
    """Write a frame with key-value pairs as one file, beside its place first."""
    beside = path.with_name(f".{path.name}.partial")
    try:
        frame.write_parquet(
            beside,
            metadata=_both_places(frame.schema, pairs),
            row_group_size=ROW_GROUP_SIZE,
        )
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _file_metadata(schema: pl.Schema, table: str, provenance: Provenance) -> dict[str, str]:
    return _both_places(schema, provenance.metadata(table))


def _both_places(schema: pl.Schema, pairs: Mapping[str, str]) -> dict[str, str]:
    """The pairs for the Parquet footer, and the same pairs inside the Arrow schema."""
    return {**pairs, ARROW_SCHEMA_KEY: arrow_schema_with(schema, pairs)}


def geo_metadata() -> str:
    """The value of the key ``geo`` that makes a file with a column ``geometry`` GeoParquet."""
    return json.dumps(_GEO)


def read_metadata(path: Path) -> dict[str, str]:
    """The key-value pairs of a Parquet file, without the encoded Arrow schema."""
    found = pl.read_parquet_metadata(path)
    return {key: value for key, value in found.items() if key != ARROW_SCHEMA_KEY}


class TableWriter:
    """Writes tables chunk by chunk with little memory; nothing stands in place before ``close``.

    A destination with the suffix ``.parquet`` gets the ``events`` table alone, any other is a
    folder with one file a table. Used as a context, it closes when the block ends well and aborts
    when it does not.
    """

    def __init__(self, destination: Path, provenance: Provenance) -> None:
        self._destination = destination
        self._provenance = provenance
        self._is_file = destination.suffix.lower() == SUFFIX
        self._names = ("events",) if self._is_file else tuple(tables())
        parent = destination.parent
        parent.mkdir(parents=True, exist_ok=True)
        self._work = Path(mkdtemp(prefix=f".{destination.name}.", suffix=".partial", dir=parent))
        self._parts: dict[str, list[Path]] = {name: [] for name in self._names}

    def write(self, frames: Mapping[str, pl.DataFrame]) -> None:
        """Take one chunk: frames by table name; tables that are not written are ignored."""
        for name in self._names:
            frame = frames.get(name)
            if frame is not None and frame.height:
                parts = self._parts[name]
                path = self._work / f"{name}.{len(parts):06d}{SUFFIX}"
                frame.write_parquet(path)
                parts.append(path)

    def close(self) -> None:
        """Join the chunks and put the files in place."""
        try:
            finished = [(self._join(name), self._place(name)) for name in self._names]
            if not self._is_file:
                self._destination.mkdir(exist_ok=True)
            for joined, place in finished:
                joined.replace(place)
        finally:
            self.abort()

    def abort(self) -> None:
        """Drop what was written. Does nothing after ``close``."""
        rmtree(self._work, ignore_errors=True)

    def _join(self, name: str) -> Path:
        schema = frame_schema(name)
        parts = self._parts[name]
        whole = pl.scan_parquet(parts) if parts else pl.LazyFrame(schema=schema)
        joined = self._work / f"{name}{SUFFIX}"
        whole.sink_parquet(
            joined,
            metadata=_file_metadata(schema, name, self._provenance),
            row_group_size=ROW_GROUP_SIZE,
        )
        return joined

    def _place(self, name: str) -> Path:
        return self._destination if self._is_file else self._destination / f"{name}{SUFFIX}"

    def __enter__(self) -> Self:
        """Begin a block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Close when the block ended well, else abort."""
        if kind is None:
            self.close()
        else:
            self.abort()


def read_tables(folder: Path) -> dict[str, pl.DataFrame]:
    """The tables of a folder that :class:`TableWriter` wrote; tables without a file are left out.

    Raises :class:`coder.errors.InputError` where the folder holds no table or a file is none.
    """
    frames = {}
    for name in tables():
        path = folder / f"{name}{SUFFIX}"
        if path.is_file():
            frames[name] = read_frame(path)
    if not frames:
        raise InputError("holds none of the tables, such as events.parquet", source=str(folder))
    return frames


def read_frame(path: Path) -> pl.DataFrame:
    """One Parquet file as a frame; :class:`coder.errors.InputError` where it is not Parquet."""
    try:
        return pl.read_parquet(path)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise InputError(f"cannot be read as Parquet: {error}", source=str(path)) from error


def scan_frame(path: Path) -> pl.LazyFrame:
    """The same without reading the rows yet."""
    try:
        frame = pl.scan_parquet(path)
        frame.collect_schema()
    except (pl.exceptions.PolarsError, OSError) as error:
        raise InputError(f"cannot be read as Parquet: {error}", source=str(path)) from error
    return frame
