"""Stored tables in, linked tables out: the files around :func:`coder.link_incidents`."""

from pathlib import Path

import polars as pl
from pydantic import ValidationError

from coder.errors import InputError
from coder.formats.outputs import Shape, check_free, shape_of
from coder.formats.stored import read_stored
from coder.formats.table_outputs import write_beside, write_frame
from coder.incidents.link import link_incidents, scored_pairs
from coder.incidents.options import LinkOptions
from coder.records.versions import SCHEMA_VERSION, Versions
from coder.tables.parquet import Provenance, TableWriter, read_metadata, write_parquet
from coder.values.options import CasualtyPolicy


def link_stored(
    path: Path,
    out: Path | None,
    *,
    previous: Path | None = None,
    pairs: Path | None = None,
    options: LinkOptions | None = None,
    force: bool = False,
) -> dict[str, pl.DataFrame]:
    """Link the tables stored at ``path`` and write what was found to ``out``; returns the tables.

    ``path`` and ``previous`` are outputs of this package: a folder of tables, or one file. ``out``
    is a folder for all tables, or a file (.parquet, .csv, .arrow) for ``incidents`` alone; null
    writes nothing. ``pairs`` is a file for every pair that was compared, with its points.

    Raises :class:`coder.InputError` where an input cannot be read or an output exists.
    """
    options = options or LinkOptions()
    inputs = [one for one in (path, previous) if one is not None]
    for place in (out, pairs):
        if place is not None:
            check_free(place, force=force, inputs=inputs)
    if pairs is not None and shape_of(pairs) not in _ONE_TABLE:
        raise InputError("is no table: give .parquet, .csv or .arrow", source=str(pairs))
    frames = read_stored(path)
    before = read_stored(previous) if previous is not None else None
    linked = link_incidents(frames, previous=before, options=options)
    if out is not None:
        _write(linked, out, _provenance(path, frames["events"], options))
    if pairs is not None:
        scored = scored_pairs(linked, options=options)
        write_beside(pairs, lambda place: write_frame(scored, place, pairs))
    return linked


_ONE_TABLE = (Shape.PARQUET, Shape.CSV, Shape.ARROW)


def read_link_options(path: Path) -> LinkOptions:
    """Options from a JSON file; raises :class:`coder.InputError` that names the option at fault."""
    try:
        return LinkOptions.model_validate_json(path.read_text(encoding="utf-8"))
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or None
        raise InputError(first["msg"], source=str(path), field=field) from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", source=str(path)) from error


def _write(linked: dict[str, pl.DataFrame], out: Path, provenance: Provenance) -> None:
    shape = shape_of(out)
    if shape is Shape.TABLES:
        with TableWriter(out, provenance) as writer:
            writer.write(linked)
        return
    if shape not in _ONE_TABLE:
        raise InputError("is no table: give a folder, .parquet, .csv or .arrow", source=str(out))
    table = linked["incidents"]
    out.parent.mkdir(parents=True, exist_ok=True)
    if shape is Shape.PARQUET:
        write_parquet(table, out, "incidents", provenance)
    else:
        write_beside(out, lambda place: write_frame(table, place, out))


def _provenance(path: Path, events: pl.DataFrame, options: LinkOptions) -> Provenance:
    """What coded the events goes on standing in the files, beside the options of linking."""
    file = path / "events.parquet" if path.is_dir() else path
    told = read_metadata(file) if file.suffix == ".parquet" and file.is_file() else {}

    def version(name: str) -> str:
        if name in told:
            return told[name]
        values = events[name].drop_nulls() if name in events.columns else None
        return str(values[0]) if values is not None and values.len() else ""

    return Provenance(
        versions=Versions(
            coder_version=version("coder_version"),
            rules_version=version("rules_version"),
            gazetteer_version=told.get("gazetteer_version", ""),
            gazetteer_credit=told.get("gazetteer_credit", ""),
            schema_version=version("schema_version") or SCHEMA_VERSION,
        ),
        policy=CasualtyPolicy(told.get("casualty_policy", CasualtyPolicy.CONSERVATIVE)),
        created_from=told.get("created_from", path.name),
        linking=options.model_dump_json(),
    )
