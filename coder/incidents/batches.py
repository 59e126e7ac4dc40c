"""Tables of an earlier run and of a new batch -> one set of tables, and what must be linked anew.

Nothing is coded again: rows are put one below the other. A document of the batch that is known
already, by id and text, is left out; one whose id is known with another text is an error.
"""

from collections.abc import Mapping

import polars as pl

from coder.errors import InputError
from coder.records.columns import tables
from coder.records.frame_schema import frame_schema

Frame = pl.DataFrame | pl.LazyFrame
_SHOWN = 5


def collected(frames: Mapping[str, Frame]) -> dict[str, pl.DataFrame]:
    """The frames in memory, in published order, unknown names last."""
    order = [name for name in tables() if name in frames]
    order += [name for name in frames if name not in order]
    return {name: frames[name].lazy().collect() for name in order}


def unite(
    previous: Mapping[str, pl.DataFrame], batch: Mapping[str, pl.DataFrame]
) -> dict[str, pl.DataFrame]:
    """Every table of both; raises :class:`InputError` where one id stands for two texts."""
    _refuse_clashes(previous, batch)
    known = _doc_ids(previous).implode()
    united = dict(previous)
    for name, frame in batch.items():
        new = frame
        if "doc_id" in frame.columns:
            told = pl.col("doc_id").is_in(known).fill_null(value=False)
            new = frame.filter(~told)
        before = previous.get(name)
        united[name] = new if before is None else _below(name, before, new)
    return {name: united[name] for name in [*tables(), *united] if name in united}


def _below(name: str, before: pl.DataFrame, new: pl.DataFrame) -> pl.DataFrame:
    """Rows of both; columns only one of them has are null in the other."""
    whole = pl.concat([before, new], how="diagonal")
    if name not in tables():
        return whole
    order = [column for column in frame_schema(name).names() if column in whole.columns]
    return whole.select(*order, *(c for c in whole.columns if c not in order))


def _doc_ids(frames: Mapping[str, pl.DataFrame]) -> pl.Series:
    found = [frames[name]["doc_id"] for name in ("documents", "events") if name in frames]
    return pl.concat(found).unique() if found else pl.Series("doc_id", [], dtype=pl.String)


def _refuse_clashes(
    previous: Mapping[str, pl.DataFrame], batch: Mapping[str, pl.DataFrame]
) -> None:
    columns = ["doc_id", "text_sha256"]
    sides = [frames.get("documents") for frames in (previous, batch)]
    if any(side is None or not set(columns) <= set(side.columns) for side in sides):
        return
    before, now = (side.select(columns) for side in sides if side is not None)
    both = now.join(before, on="doc_id", how="inner", suffix="_before")
    clashing = both.filter(pl.col("text_sha256") != pl.col("text_sha256_before"))
    if clashing.height:
        shown = ", ".join(clashing["doc_id"].unique().sort()[:_SHOWN].to_list())
        raise InputError(
            f"{clashing.height} documents have the id of an earlier one and another text: {shown}; "
            "give them ids of their own, or link everything anew without the earlier incidents",
            source="documents",
        )


def in_reach(events: pl.DataFrame, known: pl.Series, horizon_days: int) -> pl.Series:
    """Which events must be linked anew: new ones, and earlier ones within reach of a new one.

    ``known`` are the incident ids of earlier events, null for new ones. An earlier incident is in
    reach as a whole, or not at all.
    """
    day = pl.coalesce("date_end", "date_start", "pub_date").cast(pl.Int32)
    dated = events.select(
        (day // horizon_days).alias("stretch"),
        known.is_null().alias("is_new"),
        known.alias("known"),
    )
    new = dated.filter("is_new")["stretch"].drop_nulls().unique()
    near = pl.concat([new - 1, new, new + 1]).unique().implode()
    touched = dated.filter(~pl.col("is_new") & pl.col("stretch").is_in(near))["known"].unique()
    return dated.select(
        (pl.col("is_new") | pl.col("known").is_in(touched.implode())).alias("in_reach")
    ).to_series()
