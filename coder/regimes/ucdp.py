"""UCDP GED: which events it would list, and its 49 columns for them.

An event of UCDP is a use of armed force by an organised side that killed somebody. In state-based
violence the state is ``side_a`` there, whoever attacked; ours is swapped where it is side B.
"""

import polars as pl

from coder.regimes.expressions import (
    NUMBERS_OF_INCIDENT,
    OWN_STATE,
    STATES,
    coded,
    digits_of_id,
    is_use_of_force,
    rule,
    shared_criteria,
    translated,
    year,
)
from coder.regimes.model import Regime, areas
from coder.values.labels import GeoPrecision

_STATE_BASED, _ONE_SIDED = 1, 3
_FEATURE_IN_ONE_AREA = 4
_ID_DIGITS = 13
"""Hexadecimal digits of an id that a float64 holds exactly, since R and JSON read it as one."""
_CELL = 0.5
_CELLS_A_ROW = 720
_CITED = ["doc_source", "pub_date", "doc_title"]


def criteria() -> dict[str, pl.Expr]:
    """Why an event is left out, in the order asked."""
    is_at_sea = pl.col("geo_precision") == GeoPrecision.INTERNATIONAL.value
    return {
        **shared_criteria(),
        "no-armed-force": ~is_use_of_force(),
        "no-death": pl.col("killed").fill_null(0) == 0,
        "no-organised-actor": pl.col("xw_ucdp_type").is_null(),
        "one-party": (pl.col("xw_ucdp_type") != str(_ONE_SIDED)) & (_party("A") == _party("B")),
        "no-date": coded("ucdp", "date_prec", pl.col("date_precision")).is_null(),
        "no-place": pl.col("iso3").is_null() & ~is_at_sea,
    }


def rows(frame: pl.DataFrame, regime: Regime) -> pl.DataFrame:
    """The columns of UCDP GED for the events that are in."""
    del regime
    frame = _with_deaths(_with_sides(frame))
    kind = pl.col("xw_ucdp_type").cast(pl.Int64)
    start = pl.coalesce("date_start", "date_end").cast(pl.Datetime("ms"))
    end = pl.coalesce("date_end", "date_start").cast(pl.Datetime("ms"))
    return frame.with_columns(
        id=digits_of_id().str.slice(0, _ID_DIGITS).str.to_integer(base=16),
        year=year(),
        code_status=pl.lit("Clear"),
        type_of_violence=kind,
        conflict_name=pl.concat_str("side_a", pl.lit(" - "), "side_b"),
        dyad_name=pl.concat_str("side_a", pl.lit(" - "), "side_b"),
        number_of_sources=pl.max_horizontal("n_independent", "n_sources", pl.lit(1)),
        source_article=pl.when(pl.any_horizontal(pl.col(_CITED).is_not_null())).then(
            pl.concat_str(pl.col(_CITED).cast(pl.String).fill_null(""), separator=",")
        ),
        source_office=pl.col("doc_source"),
        source_date=pl.col("pub_date"),
        source_headline=pl.col("doc_title"),
        source_original=pl.col("source_name"),
        where_prec=_where_prec(),
        where_coordinates=pl.col("deepest_place"),
        where_description=pl.col("location_text"),
        adm_1=pl.col("admin1_name"),
        adm_2=pl.col("admin2_name"),
        latitude=pl.col("lat"),
        longitude=pl.col("lon"),
        geom_wkt=pl.concat_str(pl.lit("POINT ("), "lon", pl.lit(" "), "lat", pl.lit(")")),
        priogrid_gid=_cell(),
        country=pl.col("admin0_name"),
        region=pl.col("area_ucdp_region"),
        event_clarity=coded("ucdp", "event_clarity", pl.col("scope")),
        date_prec=coded("ucdp", "date_prec", pl.col("date_precision")),
        date_start=start,
        date_end=end,
        coder_rule=rule(NUMBERS_OF_INCIDENT, ("sides:swapped", pl.col("swapped"))),
    )


def _with_sides(frame: pl.DataFrame) -> pl.DataFrame:
    """``side_a`` and ``side_b``, and whether ours had to be swapped."""
    is_state_based = pl.col("xw_ucdp_type") == str(_STATE_BASED)
    state_is_b = pl.col("oB_type").is_in(STATES) & ~pl.col("oA_type").is_in(STATES)
    frame = frame.with_columns(swapped=(is_state_based & state_is_b).fill_null(value=False))
    one, two = _party("A"), _party("B")
    is_one_sided = pl.col("xw_ucdp_type") == str(_ONE_SIDED)
    return frame.with_columns(
        side_a=pl.when("swapped").then(two).otherwise(one),
        side_b=pl.when(is_one_sided)
        .then(pl.lit("Civilians"))
        .otherwise(pl.when("swapped").then(one).otherwise(two)),
    )


def _party(side: str) -> pl.Expr:
    """The organised party of a side: a state by its country, a group by its name or its kind."""
    names = areas()
    kind, country = pl.col(f"o{side}_type"), pl.coalesce(f"o{side}_country", "iso3")
    nation = translated(country, dict(zip(names["iso3"], names["name"], strict=True)))
    government = pl.when(kind.is_in(OWN_STATE)).then(
        pl.concat_str(pl.lit("Government of "), nation.fill_null("an unknown state"))
    )
    unnamed = pl.concat_str(pl.lit("unnamed "), kind.str.replace_all("_", " ", literal=True))
    return pl.coalesce(government, f"o{side}_name", unnamed)


def _with_deaths(frame: pl.DataFrame) -> pl.DataFrame:
    """Dead by side; the parts add up to ``best``, what no side is told for is unknown.

    Where several reports agree on fewer dead than the one whose parts are known, the parts are cut:
    civilians are kept first, the dead of ``side_a`` last.
    """
    side_a, side_b = pl.col("killed_side_a_best"), pl.col("killed_side_b_best")
    best = pl.col("killed").cast(pl.Int64)
    frame = frame.with_columns(
        best=best,
        low=pl.coalesce("killed_low", "killed_best").cast(pl.Int64),
        high=pl.coalesce("killed_high", "killed_best", "killed_low").cast(pl.Int64),
        deaths_a=pl.when("swapped").then(side_b).otherwise(side_a).fill_null(0).cast(pl.Int64),
        deaths_b=pl.when("swapped").then(side_a).otherwise(side_b).fill_null(0).cast(pl.Int64),
        deaths_civilians=pl.col("killed_civilians_best").fill_null(0).cast(pl.Int64),
        deaths_unknown=best,
    )
    for part in ("deaths_civilians", "deaths_b", "deaths_a"):
        frame = frame.with_columns(pl.min_horizontal(part, "deaths_unknown"))
        frame = frame.with_columns(deaths_unknown=pl.col("deaths_unknown") - pl.col(part))
    return frame


def _where_prec() -> pl.Expr:
    in_one_area = (pl.col("geo_precision") == GeoPrecision.FEATURE.value) & (
        pl.col("admin1_name").is_not_null()
    )
    return (
        pl.when(in_one_area)
        .then(pl.lit(_FEATURE_IN_ONE_AREA, pl.Int64))
        .otherwise(coded("ucdp", "where_prec", pl.col("geo_precision")))
    )


def _cell() -> pl.Expr:
    """Number of the half-degree cell, counted eastward from 180 W and northward from 90 S."""
    row = ((pl.col("lat") + 90.0) / _CELL).floor().clip(0, 359)
    column = ((pl.col("lon") + 180.0) / _CELL).floor().clip(0, 719)
    return (row * _CELLS_A_ROW + column + 1).cast(pl.Int64)
