"""Which pairs of reports are compared: sorted neighbourhoods inside blocks, never all pairs.

A block holds reports of one type family, one country and one day (a report stands under every day
it may have happened, and the days of the window after it), and of one place, area, actor or run of
words. Inside a block the reports are sorted, by their tolls for most blocks, and each is compared
with the next ``neighbours`` of them only. So the number of comparisons grows with the number of
reports, however many of them one block holds.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from coder.incidents.options import LinkOptions
from coder.incidents.reports import COUNTRY, PLACE

_TOLL = ("killed", "injured", "other", "minimum0")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One way of blocking. ``share`` is the part of ``neighbours`` this way may use."""

    name: str
    key: tuple[str, ...]
    order: tuple[str, ...]
    share: float
    only: pl.Expr
    dated: bool = True
    in_country: bool = True


def _blocks() -> tuple[Block, ...]:
    has_toll = pl.col("killed").fill_null(0) + pl.col("injured").fill_null(0) > 0
    any_place = pl.col("level") == PLACE
    in_area = pl.col("admin1") > 0
    return (
        Block(
            name="same place",
            key=("place_coarse",),
            order=_TOLL,
            share=1.0,
            only=any_place & (pl.col("place_coarse") > 0),
        ),
        Block(
            name="same gazetteer entry",
            key=("gazetteer",),
            order=("actor2", "minimum1", *_TOLL),
            share=0.3,
            only=any_place & (pl.col("gazetteer") > 0),
        ),
        Block(
            name="same point",
            key=("cell",),
            order=_TOLL,
            share=0.5,
            only=any_place & (pl.col("cell") != 0),
        ),
        Block(name="same area", key=("admin1",), order=_TOLL, share=0.6, only=in_area),
        Block(
            name="same country",
            key=(),
            order=_TOLL,
            share=0.5,
            only=pl.col("level") >= COUNTRY,
        ),
        Block(
            name="same actor in the area",
            key=("admin1", "actor1"),
            order=_TOLL,
            share=0.3,
            only=in_area & (pl.col("actor1") > 0),
        ),
        Block(
            name="same words",
            key=("minimum0",),
            order=("minimum1", *_TOLL),
            share=0.2,
            only=pl.col("minimum0").is_not_null(),
            in_country=False,
        ),
        Block(
            name="same place and toll, any day",
            key=("place_coarse", "killed", "injured"),
            order=("first_day", "minimum0"),
            share=0.2,
            only=any_place & (pl.col("place_coarse") > 0) & has_toll,
            dated=False,
        ),
        Block(
            name="copies",
            key=("copy",),
            order=("minimum0", "minimum1", "doc"),
            share=0.4,
            only=pl.col("is_copy"),
            dated=False,
            in_country=False,
        ),
    )


def candidate_blocks(
    reports: pl.DataFrame, options: LinkOptions
) -> Iterator[Iterator[pl.DataFrame]]:
    """For each way of blocking, frames of pairs ``a`` < ``b`` of reports.

    Two ways, and two days of one way, may give a pair again.
    """
    cell = _cells()
    for block in _blocks():
        source = reports.with_columns(cell) if "cell" in block.key else reports
        yield _block_pairs(source, block, options)


def _cells() -> pl.Expr:
    """A square of a tenth of a degree, about 11 km; nulls become 0."""
    row = (pl.col("lat") * 10).floor().cast(pl.Int32)
    column = (pl.col("lon") * 10).floor().cast(pl.Int32)
    return (row * 4000 + column).fill_null(0).alias("cell")


def _block_pairs(
    reports: pl.DataFrame, block: Block, options: LinkOptions
) -> Iterator[pl.DataFrame]:
    keys = _sorted_blocks(reports, block, options.window_days)
    for step in range(1, max(1, round(block.share * options.neighbours)) + 1):
        found = _step(keys, step, block)
        if found.height:
            yield found


def _sorted_blocks(reports: pl.DataFrame, block: Block, window_days: int) -> pl.DataFrame:
    """Number of the block and ``report``, sorted; a dated report once a day it may stand for."""
    key = ["family", *(["country"] if block.in_country else []), *block.key]
    columns = ["report", *key, *(name for name in block.order if name not in key)]
    days = ["first_day", "day"] if block.dated else []
    chosen = reports.lazy().filter(block.only)
    if block.dated:
        last = pl.col("last_day") + window_days + 1
        chosen = (
            chosen.filter(pl.col("first_day").is_not_null() & ~pl.col("is_long"))
            .select(*columns, "first_day", pl.int_ranges("first_day", last).alias("day"))
            .explode("day")
        )
        key.append("day")
    ordered = chosen.select(*columns, *days).sort(*key, *block.order, "report", nulls_last=True)
    begins = pl.any_horizontal(pl.col(name).ne_missing(pl.col(name).shift()) for name in key)
    return ordered.select(begins.cum_sum().alias("block"), "report", *days).collect()


def _step(keys: pl.DataFrame, step: int, block: Block) -> pl.DataFrame:
    """Pairs of reports ``step`` rows apart in one block, under the first day both stand under."""
    other = pl.col("report").shift(-step)
    wanted = pl.col("block") == pl.col("block").shift(-step)
    if block.dated:
        wanted &= pl.col("day") == pl.max_horizontal("first_day", pl.col("first_day").shift(-step))
    return keys.select(
        pl.min_horizontal("report", other).alias("a"),
        pl.max_horizontal("report", other).alias("b"),
        wanted.alias("wanted"),
    ).filter("wanted").select("a", "b")  # fmt: skip
