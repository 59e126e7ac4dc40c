"""Rows of ``events`` -> the numbers that pairs are found and scored with, one row a report.

A report is a countable event: what is planned, denied, background or a total is never linked. Rows
stand in the order of ``event_id``, so that nothing depends on the order of the input. Names become
numbers (0: not stated), dates become days since 1970, words become masks.
"""

from collections.abc import Callable, Mapping
from functools import cache
from itertools import pairwise

import polars as pl

from coder.gazetteer.names import coarse_key, name_key
from coder.incidents.options import LinkOptions
from coder.incidents.words import MASKS, MINIMA, word_masks
from coder.records.columns import read_rows
from coder.records.frame_schema import frame_schema

NEEDED = (
    "event_id", "doc_id", "event_type", "event_subtype", "countable",
    "date_start", "date_end", "date_precision", "pub_date",
    "iso3", "admin1_name", "admin2_name", "place_name", "gazetteer_id", "lat", "lon",
    "geo_precision", "site_name", "site_type", "target_type",
    "actor1_name", "actor1_type", "actor2_name", "actor2_type",
    "killed_low", "killed_best", "killed_high", "killed_qualifier",
    "injured_low", "injured_best", "injured_high",
    "abducted_best", "arrested_best", "missing_best", "captured_best", "displaced_best",
    "released_best", "weapons", "evidence_text", "trigger_start", "source_name", "confidence",
    "date_basis", "n_sources",
)  # fmt: skip
"""Columns of ``events`` that linking reads. A frame may lack any but the ids and the type."""
REQUIRED = ("event_id", "doc_id", "event_type")

PLACE, DISTRICT, PROVINCE, COUNTRY, NOWHERE = 4, 3, 2, 1, 0
_LEVELS = {
    "point": PLACE,
    "site": PLACE,
    "place": PLACE,
    "near_place": PLACE,
    "admin3": DISTRICT,
    "admin2": DISTRICT,
    "feature": DISTRICT,
    "admin1": PROVINCE,
    "country": COUNTRY,
}
_UNNAMED_TYPES = ("unidentified_armed", "unknown", "civilians", "protesters", "rioters")
_CAMPS = {
    "state_military": 1,
    "state_police": 1,
    "state_other": 1,
    "pro_gov_militia": 1,
    "government_official": 1,
    "rebel_group": 2,
    "jihadist_group": 2,
    "political_militia": 3,
    "communal_militia": 3,
    "criminal_group": 3,
    "intl_force": 4,
    "civilians": 5,
    "organisation": 5,
}
"""Kinds of actor that are easily called each other's names; 0 is anybody."""
_LONGEST_DAYS = 10
"""A span of more days says too little to look for neighbours by."""


def select_needed(events: pl.DataFrame | pl.LazyFrame) -> pl.DataFrame:
    """The columns linking reads, with nulls for those the frame lacks, sorted by ``event_id``."""
    schema = frame_schema("events")
    present = set(events.lazy().collect_schema().names())
    chosen = [
        pl.col(name) if name in present else pl.lit(None, dtype=schema[name]).alias(name)
        for name in NEEDED
    ]
    found = events.lazy().select(chosen).sort("event_id").collect()
    if "countable" not in present:
        found = found.with_columns(pl.lit(value=True).alias("countable"))
    return found


def build_reports(events: pl.DataFrame, words: pl.DataFrame, options: LinkOptions) -> pl.DataFrame:
    """The reports among ``events`` (from :func:`select_needed`), ``report`` counting from 0.

    ``words`` are the :func:`coder.incidents.words.word_columns` of their sentences.
    """
    told = events.filter(pl.col("countable"))
    numbers = told.select(
        pl.int_range(pl.len(), dtype=pl.UInt32).alias("report"),
        pl.col("doc_id"),
        *_types(),
        *_days(options),
        *_places(),
        *_tolls(),
        *_actor_types(),
        *_thing_code("site_type"),
        *_thing_code("target_type"),
    )
    keys = pl.DataFrame(
        [
            number_names(told["iso3"], str.upper, "country"),
            number_names(told["admin1_name"], _area_key, "admin1"),
            number_names(told["admin2_name"], _area_key, "admin2"),
            number_names(told["place_name"], name_key, "place"),
            number_names(told["place_name"], _coarse, "place_coarse"),
            number_names(told["gazetteer_id"], str, "gazetteer"),
            number_names(told["site_name"], name_key, "site"),
            number_names(told["actor1_name"], name_key, "actor1"),
            number_names(told["actor2_name"], name_key, "actor2"),
            _bigrams(told["place_name"]),
        ]
    )
    said = words.filter(events["countable"]).select(*MASKS, *MINIMA[:2])
    said = said.with_columns(_without_names(told, said))
    return pl.concat([numbers, keys, said], how="horizontal")


def _without_names(told: pl.DataFrame, said: pl.DataFrame) -> list[pl.Series]:
    """The masks without the words of places and actors, which other parts of a score count."""
    names = told.select(pl.concat_str(_NAMES, separator=" ", ignore_nulls=True)).to_series()
    named = word_masks(names)
    return [said[mask] & ~named[mask].fill_null(0) for mask in MASKS]


_NAMES = ("place_name", "admin1_name", "admin2_name", "actor1_name", "actor2_name")


@cache
def families() -> Mapping[str, tuple[int, int]]:
    """Event type -> number of its family, and of its means in it (0: generic)."""
    rows = read_rows("coder.incidents", "type_families.tsv")
    names = sorted({row["family"] for row in rows})
    means = sorted({row["sort"] for row in rows} - {"generic"})
    return {
        row["event_type"]: (
            names.index(row["family"]),
            0 if row["sort"] == "generic" else 1 + means.index(row["sort"]),
        )
        for row in rows
    }


def _types() -> list[pl.Expr]:
    kind = pl.col("event_type").cast(pl.String)
    known = families()
    return [
        kind.replace_strict({name: n for name, (n, _) in known.items()}, return_dtype=pl.UInt8)
        .alias("family"),
        kind.replace_strict({name: n for name, (_, n) in known.items()}, return_dtype=pl.UInt8)
        .alias("means"),
        kind.replace_strict({name: n for n, name in enumerate(known)}, return_dtype=pl.UInt8)
        .alias("type"),
        pl.when(pl.col("event_subtype") != "unspecified")
        .then(pl.col("event_subtype").rank("dense"))
        .fill_null(0)
        .cast(pl.UInt16)
        .alias("subtype"),
    ]  # fmt: skip


def _days(options: LinkOptions) -> list[pl.Expr]:
    """First and last possible day, null where nothing is known; and whether it is one known day."""
    start, end, pub = (
        pl.col(name).cast(pl.Int32) for name in ("date_start", "date_end", "pub_date")
    )
    reach = pl.lit(options.open_days, pl.Int32)
    last = pl.coalesce(end, pl.max_horizontal(start, pub), start)
    first = pl.coalesce(start, last - reach)
    is_day = pl.col("date_precision").cast(pl.String) == "day"
    return [
        first.alias("first_day"),
        last.alias("last_day"),
        (is_day & start.is_not_null()).fill_null(value=False).alias("is_day"),
        pub.alias("pub_day"),
        ((last - first) > _LONGEST_DAYS).fill_null(value=False).alias("is_long"),
    ]


def _places() -> list[pl.Expr]:
    level = (
        pl.col("geo_precision")
        .cast(pl.String)
        .replace_strict(_LEVELS, default=NOWHERE, return_dtype=pl.UInt8)
    )
    return [
        # A frame without precisions still has names.
        pl.when(pl.col("geo_precision").is_not_null())
        .then(level)
        .when(pl.col("place_name").is_not_null())
        .then(PLACE)
        .when(pl.col("admin2_name").is_not_null())
        .then(DISTRICT)
        .when(pl.col("admin1_name").is_not_null())
        .then(PROVINCE)
        .when(pl.col("iso3").is_not_null())
        .then(COUNTRY)
        .otherwise(NOWHERE)
        .cast(pl.UInt8)
        .alias("level"),
        (pl.col("geo_precision").cast(pl.String) == "near_place")
        .fill_null(value=False)
        .alias("is_near"),
        pl.col("lat").cast(pl.Float32),
        pl.col("lon").cast(pl.Float32),
    ]


def _tolls() -> list[pl.Expr]:
    """Each quantity, and whether it is exact or may be more; ``other`` is what the type counts."""
    other = pl.coalesce(
        f"{kind}_best"
        for kind in ("abducted", "released", "arrested", "missing", "captured", "displaced")
    )
    found = []
    for kind in ("killed", "injured"):
        low, best, high = (pl.col(f"{kind}_{bound}") for bound in ("low", "best", "high"))
        found += [
            pl.coalesce(best, low, high).alias(kind),
            (low.eq_missing(best) & best.eq_missing(high) & best.is_not_null()).alias(
                f"{kind}_exact"
            ),
            (low.is_not_null() & high.is_null()).alias(f"{kind}_more"),
        ]
    return [
        *found,
        other.alias("other"),
        other.is_not_null().alias("other_exact"),
        pl.lit(value=False).alias("other_more"),
    ]


def _actor_types() -> list[pl.Expr]:
    found = []
    for actor in ("actor1", "actor2"):
        kind = pl.col(f"{actor}_type").cast(pl.String)
        found += [
            kind.replace_strict(_CAMPS, default=0, return_dtype=pl.UInt8)
            .fill_null(0)
            .alias(f"{actor}_camp"),
            (kind.is_not_null() & ~kind.is_in(_UNNAMED_TYPES))
            .fill_null(value=False)
            .alias(f"{actor}_named"),
        ]
    return found


def _thing_code(column: str) -> list[pl.Expr]:
    """What was hit as a number; persons and "other" say nothing of the place of an act."""
    thing = pl.col(column).cast(pl.String)
    said = pl.when(~thing.is_in(["persons", "other"])).then(thing)
    return [said.rank("dense").fill_null(0).cast(pl.UInt16).alias(column)]


def number_names(names: pl.Series, key: Callable[[str], str], column: str) -> pl.Series:
    """Each name as the number of its key in alphabetical order from 1; 0 without a key."""
    unique = names.unique().drop_nulls()
    listed: list[str] = unique.to_list()
    keys = [key(name) for name in listed]
    order = {key: number for number, key in enumerate(sorted(set(keys) - {""}), 1)}
    codes = pl.DataFrame(
        {"name": unique, column: pl.Series([order.get(key, 0) for key in keys], dtype=pl.UInt32)}
    )
    return (
        names.to_frame("name")
        .join(codes, on="name", how="left", maintain_order="left")[column]
        .fill_null(0)
    )


def _coarse(name: str) -> str:
    return coarse_key(name) or name_key(name)


def _area_key(name: str) -> str:
    """Provinces are written with and without their word ("Aleppo Governorate")."""
    words = name_key(name).split()
    bare = [word for word in words if word not in _AREA_WORDS] or words
    joined = " ".join(bare)
    return coarse_key(joined) or joined


_AREA_WORDS = frozenset(
    {"province", "governorate", "region", "state", "district", "county", "muhafazat", "oblast"}
)


def _bigrams(names: pl.Series) -> pl.Series:
    """The pairs of letters of a place name as a mask of 64 bits; 0 without a name."""
    unique = names.unique().drop_nulls()
    masks = [_bigram_mask(name) for name in unique.to_list()]
    known = pl.DataFrame({"name": unique, "place_mask": pl.Series(masks, dtype=pl.UInt64)})
    return (
        names.to_frame("name")
        .join(known, on="name", how="left", maintain_order="left")["place_mask"]
        .fill_null(0)
    )


def _bigram_mask(name: str) -> int:
    letters = name_key(name).replace(" ", "")
    mask = 0
    for first, second in pairwise(letters):
        mask |= 1 << ((ord(first) * 31 + ord(second)) % 64)
    return mask
