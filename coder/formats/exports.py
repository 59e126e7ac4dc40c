"""Output of an earlier run in another format, or in the columns of another data set.

Parquet, Arrow, CSV, GeoJSON and nested records hold every event and can be read back;
FollowTheMoney and timemap show events, so only countable ones that stand for their incident are in,
unless asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import polars as pl

from coder.errors import InputError
from coder.formats.csv_table import check_hxl, write_csv
from coder.formats.followthemoney import write_followthemoney
from coder.formats.geojson import write_geojson
from coder.formats.nested import write_nested
from coder.formats.outputs import check_free
from coder.formats.stored import read_stored, stored_metadata
from coder.formats.table_outputs import write_arrow, write_beside
from coder.formats.timemap import write_timemap
from coder.records.columns import tables as schemas
from coder.regimes.export import TRACE, export_regime
from coder.tables.parquet import SUFFIX, geo_metadata, write_with_metadata

Tables = Mapping[str, pl.DataFrame]


class Format(StrEnum):
    """What an export can be written as."""

    TABLES = "tables"
    PARQUET = "parquet"
    ARROW = "arrow"
    CSV = "csv"
    JSONL = "jsonl"
    GEOJSON = "geojson"
    FOLLOWTHEMONEY = "ftm"
    TIMEMAP = "timemap"


_SUFFIXES = {
    ".ftm.json": Format.FOLLOWTHEMONEY,
    ".ftm.jsonl": Format.FOLLOWTHEMONEY,
    ".timemap.json": Format.TIMEMAP,
    ".parquet": Format.PARQUET,
    ".arrow": Format.ARROW,
    ".feather": Format.ARROW,
    ".csv": Format.CSV,
    ".jsonl": Format.JSONL,
    ".geojson": Format.GEOJSON,
}
_SHOWING = frozenset({Format.FOLLOWTHEMONEY, Format.TIMEMAP})
_OF_EVENTS = _SHOWING | {Format.JSONL, Format.GEOJSON}
_OF_REGIMES = frozenset({Format.PARQUET, Format.ARROW, Format.CSV})
_ORDER = ("date_start", "date_end", "iso3", "event_id")
"""Events of a file are sorted by day and country, so that statistics let readers skip rows."""
_CODES = {"cameo": frozenset({"source", "target"})}
"""Columns of regimes in which a leading hyphen belongs to a code and is no formula."""
_NO_CODES: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """How to export. ``countable``: only countable events, each incident once; null: as usual.

    ``table`` is the table that Parquet, Arrow and CSV hold. ``trace`` keeps the columns behind
    those of a regime that say which event and which rule a row comes from.
    """

    format: Format | None = None
    table: str = "events"
    regime: str | None = None
    hxl: bool = False
    harmless: bool = True
    countable: bool | None = None
    trace: bool = True
    force: bool = False


def format_of(out: Path) -> Format:
    """The format that the name of a file asks for; a folder of tables without a known suffix.

    >>> format_of(Path("may.timemap.json")), format_of(Path("may"))
    (<Format.TIMEMAP: 'timemap'>, <Format.TABLES: 'tables'>)
    """
    name = out.name.casefold()
    for suffix, found in _SUFFIXES.items():
        if name.endswith(suffix):
            return found
    if out.suffix.casefold() == ".json":
        raise InputError(
            "may be several formats; end it in .ftm.json or .timemap.json, or give --format",
            source=str(out),
        )
    return Format.TABLES


def audit_place(out: Path) -> Path:
    """Where the audit of a regime is written: ``acled.csv`` has ``acled.audit.csv`` beside it."""
    return out.with_name(f"{out.stem}.audit{out.suffix}")


def export(source: Path, out: Path, options: ExportOptions | None = None) -> tuple[Path, ...]:
    """Write the output at ``source`` to ``out``; returns the paths written.

    Raises :class:`InputError` where an option does not fit the format, the place is taken, or
    ``source`` holds no output.
    """
    options = options or ExportOptions()
    kind = options.format or format_of(out)
    _check(kind, options, out)
    written = (out, audit_place(out)) if options.regime else (out,)
    for path in written:
        check_free(path, force=options.force, inputs=(source,), is_file=kind is not Format.TABLES)
    tables = read_stored(source)
    if source.suffix.casefold() == ".jsonl":
        tables.pop("documents", None)  # nested records know nothing of their documents
    tables = _chosen(tables, options, kind, source)
    out.parent.mkdir(parents=True, exist_ok=True)
    if options.regime:
        _write_regime(tables, out, kind, options)
    else:
        _write(tables, out, kind, options, stored_metadata(source))
    return written


def _check(kind: Format, options: ExportOptions, out: Path) -> None:
    if options.table not in schemas():
        raise InputError("is no table", source=options.table)
    if options.hxl:
        check_hxl(options.table)
        if kind is not Format.CSV or options.regime:
            raise InputError("--hxl is for CSV of our own tables", source=str(out))
    if options.regime and kind not in _OF_REGIMES:
        raise InputError(f"a regime is .csv, .parquet or .arrow, not {kind}", source=str(out))
    if options.table != "events" and (kind in _OF_EVENTS or options.regime):
        raise InputError(f"{kind} holds events only", source=options.table)


def _chosen(
    tables: Tables, options: ExportOptions, kind: Format, source: Path
) -> dict[str, pl.DataFrame]:
    """The tables with all events, or with countable ones and each incident once."""
    only = options.countable
    if only is None:
        only = kind in _SHOWING
    if "events" not in tables:
        raise InputError("has no table of events", source=str(source))
    if not only:
        return dict(tables)
    events = tables["events"].filter(pl.col("countable") & pl.col("is_representative"))
    kept = events.select("event_id")
    return {
        name: events
        if name == "events"
        else frame.join(kept, on="event_id", how="semi", maintain_order="left")
        if "event_id" in frame.columns
        else frame
        for name, frame in tables.items()
    }


def _write(
    tables: Tables,
    out: Path,
    kind: Format,
    options: ExportOptions,
    metadata: Mapping[str, Mapping[str, str]],
) -> None:
    if kind is Format.TABLES:
        out.mkdir(exist_ok=True)
        for name, frame in tables.items():
            _write_parquet(frame, out / f"{name}{SUFFIX}", name, metadata.get(name, {}))
    elif kind is Format.JSONL:
        write_beside(out, lambda place: write_nested(tables, place))
    elif kind is Format.FOLLOWTHEMONEY:
        write_beside(out, lambda place: write_followthemoney(tables, place))
    elif kind is Format.TIMEMAP:
        write_beside(out, lambda place: write_timemap(tables, place))
    elif kind is Format.GEOJSON:
        write_beside(out, lambda place: write_geojson(tables["events"], place))
    else:
        if options.table not in tables:
            raise InputError("is not in this output; give a folder of tables", source=options.table)
        frame = tables[options.table]
        if kind is Format.PARQUET:
            _write_parquet(frame, out, options.table, metadata.get(options.table, {}))
        else:
            _write_plain(frame, out, kind, options)


def _write_plain(frame: pl.DataFrame, out: Path, kind: Format, options: ExportOptions) -> None:
    codes = _CODES.get(options.regime or "", _NO_CODES)
    if kind is Format.CSV:
        write_beside(
            out,
            lambda place: write_csv(
                frame, place, harmless=options.harmless, hxl=options.hxl, codes=codes
            ),
        )
    else:
        write_beside(out, lambda place: write_arrow(frame, place))


def _write_parquet(frame: pl.DataFrame, out: Path, table: str, metadata: Mapping[str, str]) -> None:
    keys = _ORDER if table == "events" else schemas()[table].key
    keys = tuple(key for key in keys if key in frame.columns)
    pairs = {**metadata, "table": table}
    if keys:
        frame = frame.sort(keys, nulls_last=True, maintain_order=True)
        pairs["sorted_by"] = ",".join(keys)
    if "geometry" in frame.columns:
        pairs["geo"] = geo_metadata()
    write_with_metadata(frame, out, pairs)


def _write_regime(tables: Tables, out: Path, kind: Format, options: ExportOptions) -> None:
    found = export_regime(tables, options.regime or "")
    rows = found.rows if options.trace else found.rows.drop(TRACE)
    for frame, path in ((rows, out), (found.audit, audit_place(out))):
        if kind is Format.PARQUET:
            regime = found.regime
            write_with_metadata(
                frame,
                path,
                {
                    "regime": regime.name,
                    "regime_version": regime.version,
                    "codebook": regime.codebook,
                    "note": regime.disclaimer,
                },
            )
        else:
            _write_plain(frame, path, kind, options)
