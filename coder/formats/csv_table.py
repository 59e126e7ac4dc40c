"""Tables as CSV and back: UTF-8, ISO dates, ``;`` lists, an HXL row if wanted, no geometry.

Reading undoes all of it: the columns of ``events`` get their dtypes, lists are split, the
apostrophe that made a cell harmless is taken off, and the geometry is made of ``lat`` and ``lon``
again. An item of a list that holds a ``;`` comes back as two.
"""

from collections.abc import Callable, Collection, Mapping
from functools import cache
from pathlib import Path

import polars as pl

from coder.errors import InputError
from coder.formats.inspecting import WrongFormatError
from coder.records.columns import read_rows
from coder.records.frame_schema import frame_schema
from coder.tables.plain import LIST_SEPARATOR, MARKED, flat_for_csv
from coder.tables.wide import wkb_point

_HXL = "#"


@cache
def hxl_tags() -> Mapping[str, str]:
    """HXL tags of the columns of ``events`` that have one.

    >>> hxl_tags()["killed_best"]
    '#affected+killed'
    """
    return {row["column"]: row["tag"] for row in read_rows("coder.formats", "hxl.tsv")}


def write_csv(
    frame: pl.DataFrame,
    place: Path,
    *,
    harmless: bool = True,
    hxl: bool = False,
    codes: Collection[str] = (),
) -> None:
    """Write a frame as CSV; ``hxl`` adds the row of tags behind the header.

    ``harmless`` puts an apostrophe before text that a spreadsheet would run, but for ``codes``.
    """
    flat = flat_for_csv(frame, harmless=harmless, codes=codes)
    with place.open("wb") as file:
        if not hxl:
            flat.write_csv(file, datetime_format=_MOMENT)
            return
        tags = hxl_tags()
        flat.clear().write_csv(file)
        row = {name: tags.get(name, "") or None for name in flat.columns}
        pl.DataFrame(row, schema=dict.fromkeys(row, pl.String)).write_csv(
            file, include_header=False
        )
        flat.write_csv(file, include_header=False, datetime_format=_MOMENT)


_MOMENT = "%Y-%m-%d %H:%M:%S%.3f"


def read_events_csv(path: Path) -> pl.DataFrame:
    """The ``events`` of a CSV file with their dtypes; columns that are not ours stay text.

    Raises :class:`WrongFormatError` where it is no CSV, or a cell does not fit its column.
    """
    try:
        frame = pl.read_csv(path, infer_schema=False)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise WrongFormatError(f"cannot be read as .csv: {error}", source=str(path)) from error
    if "event_id" not in frame.columns:
        raise WrongFormatError("is no events table: it has no event_id", source=str(path))
    is_tag_row = pl.col("event_id").str.starts_with(_HXL)
    frame = frame.filter(~is_tag_row.fill_null(value=False))
    schema = frame_schema("events")
    columns = []
    for name in frame.columns:
        dtype = schema.get(name)
        columns.append(_typed(frame, name, dtype, path) if dtype else frame[name])
    return _with_geometry(pl.DataFrame(columns))


def _typed(frame: pl.DataFrame, name: str, dtype: pl.DataType, path: Path) -> pl.Series:
    try:
        return frame.select(_reader(dtype)(pl.col(name)).alias(name)).to_series()
    except pl.exceptions.PolarsError as error:
        reason = str(error).split("\n", 1)[0]
        raise WrongFormatError(
            f"does not hold {dtype}: {reason}", source=str(path), field=name
        ) from (error)


def _reader(dtype: pl.DataType) -> Callable[[pl.Expr], pl.Expr]:
    if dtype == pl.String():
        return _unmarked
    if isinstance(dtype, pl.List):
        return lambda column: (
            pl.when(column.is_null())
            .then(pl.lit([], pl.List(pl.String)))
            .otherwise(_unmarked(column).str.split(LIST_SEPARATOR))
            .cast(dtype)
        )
    if dtype == pl.Boolean():
        return lambda column: column.replace_strict(
            ["true", "false"], [True, False], return_dtype=pl.Boolean
        )
    if dtype == pl.Date():
        return lambda column: column.str.to_date("%Y-%m-%d")
    return lambda column: column.cast(dtype)


def _unmarked(column: pl.Expr) -> pl.Expr:
    return column.str.replace(MARKED, "$1")


def _with_geometry(frame: pl.DataFrame) -> pl.DataFrame:
    if "geometry" in frame.columns or not {"lat", "lon"} <= set(frame.columns):
        return frame
    points = [wkb_point(lon, lat) for lon, lat in frame.select("lon", "lat").iter_rows()]
    geometry = pl.Series("geometry", points, dtype=pl.Binary)
    order = [name for name in frame_schema("events") if name in {*frame.columns, "geometry"}]
    others = [name for name in frame.columns if name not in order]
    return frame.with_columns(geometry).select(*order, *others)


def check_hxl(table: str) -> None:
    """Raise :class:`InputError` for a table that has no HXL tags."""
    if table != "events":
        raise InputError("has no HXL tags; only events has", source=table)
