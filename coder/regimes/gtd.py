"""GTD: which events it would list, and its 135 columns for them.

GTD asks whether an attack by somebody other than a state had a political aim. News seldom tells
an aim, so ``crit1`` and ``crit2`` are presumed from who acted and null where that is not known; the
conventions are named in ``coder_rule``.
"""

import polars as pl

from coder.regimes.expressions import (
    NUMBERS_OF_INCIDENT,
    ORGANISED,
    STATES,
    coded,
    day,
    has_any,
    label_of,
    month,
    rule,
    shared_criteria,
    translated,
    year,
)
from coder.regimes.model import Regime, areas
from coder.values.labels import (
    ActorType,
    Certainty,
    EventType,
    GeoPrecision,
    Modality,
    Outcome,
    Scope,
    Tactic,
    TargetType,
)
from coder.version import __version__

_UNKNOWN = -9
_NUMBER_UNKNOWN = -99
_MILITARY = "4"
_TARGET_UNKNOWN = 20
_VAGUE = [TargetType.PERSONS.value, TargetType.OTHER.value]
_INSURGENCY = 1
_EXTENT_UNKNOWN = 4
_FAILED = [Outcome.INTERCEPTED.value, Outcome.DEVICE_FAILED.value]
_TRIED = [Modality.ATTEMPTED.value, Modality.FOILED.value]
_DOUBTED = [Certainty.ACCUSED.value, Certainty.SUSPECTED.value, Certainty.INFERRED.value]
_NO_CLAIM = "no_claim"
_MOST_WEAPONS = 4


def criteria() -> dict[str, pl.Expr]:
    """Why an event is left out, in the order asked."""
    crime_only = (pl.col("acting").list.len() > 0) & (
        pl.col("acting")
        .list.set_difference(pl.lit([ActorType.CRIMINAL_GROUP.value], pl.List(pl.String)))
        .list.len()
        == 0
    )
    return {
        **shared_criteria(),
        "state-perpetrator": has_any("acting", STATES),
        "not-an-attack": pl.col("xw_gtd_attacktype").is_null(),
        "crime-only": crime_only,
        "no-date": pl.col("date_precision").is_in(["open", "unknown"])
        | pl.col("happened").is_null(),
        "no-country": pl.col("iso3").is_null() | pl.col("admin0_name").is_null(),
    }


def rows(frame: pl.DataFrame, regime: Regime) -> pl.DataFrame:
    """The columns of GTD for the events that are in."""
    del regime
    frame = _with_date(_with_target(frame))
    frame = _with_place(_with_judgement(frame))
    frame = _with_attack(_with_weapons(frame))
    return _with_consequences(frame).with_columns(
        coder_rule=rule(
            NUMBERS_OF_INCIDENT,
            ("aim:presumed", pl.col("crit1").is_not_null()),
            ("aim:unknown", pl.col("crit1").is_null()),
            ("doubt:combat", pl.col("crit3") == 0),
        )
    )


def _number(value: int) -> pl.Expr:
    return pl.lit(value, pl.Int64)


def _flag(condition: pl.Expr) -> pl.Expr:
    return condition.fill_null(value=False).cast(pl.Int64)


def _with_date(frame: pl.DataFrame) -> pl.DataFrame:
    frame = frame.with_columns(
        iyear=year(), imonth=month().fill_null(0), iday=day().fill_null(0)
    ).sort("iyear", "imonth", "iday", "event_id")
    date = pl.col("iyear") * 10_000 + pl.col("imonth") * 100 + pl.col("iday")
    return frame.with_columns(
        eventid=date * 10_000 + pl.int_range(1, pl.len() + 1).over(date),
        approxdate=pl.when(pl.col("iday") == 0).then("date_text"),
        extended=pl.when(pl.col("event_type") != EventType.ABDUCTION.value).then(_number(0)),
    )


def _with_place(frame: pl.DataFrame) -> pl.DataFrame:
    near = pl.col("geo_precision") == GeoPrecision.NEAR_PLACE.value
    region = pl.col("area_gtd_region")
    return frame.with_columns(
        country_txt=pl.col("admin0_name"),
        region=region,
        region_txt=label_of("gtd", "region", region),
        provstate=pl.col("admin1_name"),
        city=pl.col("place_name").fill_null("Unknown"),
        latitude=pl.col("lat"),
        longitude=pl.col("lon"),
        specificity=coded("gtd", "specificity", pl.col("geo_precision")),
        vicinity=_flag(near),
        location=pl.concat_str("site_name", "location_text", separator="; ", ignore_nulls=True),
        summary=pl.col("evidence_text"),
    ).with_columns(location=pl.when(pl.col("location") != "").then("location"))


def _with_target(frame: pl.DataFrame) -> pl.DataFrame:
    things = pl.col("target_type")
    what = coded("gtd", "targtype_of_target", things)
    who = coded("gtd", "targtype_of_actor", pl.col("a2_type"))
    targtype = pl.coalesce(
        pl.when(~things.is_in(_VAGUE)).then(what),
        pl.when(who != _TARGET_UNKNOWN).then(who),
        what,
        pl.lit(_TARGET_UNKNOWN, pl.Int64),
    )
    names = areas()
    nation = dict(zip(names["iso3"], names["name"], strict=True))
    kinds = "targtype_of_actor", "targtype_of_target"
    return frame.with_columns(
        targtype1=targtype,
        targtype1_txt=pl.coalesce(*(label_of("gtd", kind, targtype) for kind in kinds)),
        target1=pl.coalesce("a2_name", "a2_text"),
        natlty1_txt=translated(pl.col("a2_country"), nation),
    )


def _with_judgement(frame: pl.DataFrame) -> pl.DataFrame:
    presumed = pl.when(has_any("acting", ORGANISED)).then(_number(1))
    of_soldiers = _flag(pl.col("targtype1") == int(_MILITARY)) == 1
    in_doubt = of_soldiers | has_any("acting", [ActorType.COMMUNAL_MILITIA.value])
    return frame.with_columns(
        crit1=presumed,
        crit2=presumed,
        crit3=pl.when(of_soldiers).then(_number(0)).otherwise(_number(1)),
        doubtterr=_flag(in_doubt),
        alternative=pl.when(of_soldiers).then(_number(_INSURGENCY)),
        alternative_txt=pl.when(of_soldiers).then(pl.lit("Insurgency/Guerilla Action")),
        multiple=_flag(pl.col("scope") == Scope.SERIES.value),
    )


def _with_attack(frame: pl.DataFrame) -> pl.DataFrame:
    failed = pl.col("modality").is_in(_TRIED) | pl.col("outcome").is_in(_FAILED).fill_null(
        value=False
    )
    suicide = pl.col("event_subtype").str.starts_with("suicide") | (
        pl.col("tactic") == Tactic.SUICIDE.value
    ).fill_null(value=False)
    attack = pl.col("xw_gtd_attacktype").cast(pl.Int64)
    claimed = pl.col("claimed_by").is_not_null() | (
        pl.col("a1_certainty") == Certainty.CLAIMED.value
    ).fill_null(value=False)
    named = pl.col("a1_name").is_not_null()
    return frame.with_columns(
        success=_flag(~failed),
        suicide=_flag(suicide),
        attacktype1=attack,
        attacktype1_txt=label_of("gtd", "attacktype", attack),
        gname=pl.coalesce("a1_name", pl.lit("Unknown")),
        guncertain1=_flag(named & pl.col("a1_certainty").is_in(_DOUBTED)),
        nperps=pl.col("a1_number").cast(pl.Int64).fill_null(_NUMBER_UNKNOWN),
        claimed=pl.when(claimed)
        .then(_number(1))
        .when(pl.col("tags").list.contains(_NO_CLAIM))
        .then(_number(0))
        .otherwise(_number(_UNKNOWN)),
    )


def _with_weapons(frame: pl.DataFrame) -> pl.DataFrame:
    columns = []
    for number in range(_MOST_WEAPONS):
        weapon = pl.col("weapons").list.get(number, null_on_oob=True)
        if number == 0:
            weapon = weapon.fill_null("unknown")
        kind, subkind = coded("gtd", "weaptype", weapon), coded("gtd", "weapsubtype", weapon)
        suffix = number + 1
        columns += [
            kind.alias(f"weaptype{suffix}"),
            label_of("gtd", "weaptype", kind).alias(f"weaptype{suffix}_txt"),
            subkind.alias(f"weapsubtype{suffix}"),
            label_of("gtd", "weapsubtype", subkind).alias(f"weapsubtype{suffix}_txt"),
        ]
    return frame.with_columns(*columns, weapdetail=pl.col("weapon_words"))


def _with_consequences(frame: pl.DataFrame) -> pl.DataFrame:
    damaged = pl.col("property_damage").is_not_null()
    held = pl.col("event_type") == EventType.ABDUCTION.value
    cited = ["doc_source", "doc_title", pl.col("pub_date").cast(pl.String)]
    return frame.with_columns(
        nkill=pl.col("killed").cast(pl.Int64),
        nkillter=pl.when(pl.col("killed_side_a_best").is_not_null())
        .then(pl.min_horizontal("killed", "killed_side_a_best"))
        .cast(pl.Int64),
        nwound=pl.col("injured").cast(pl.Int64),
        property=pl.when(damaged).then(_number(1)).otherwise(_number(_UNKNOWN)),
        propextent=pl.when(damaged).then(_number(_EXTENT_UNKNOWN)),
        propextent_txt=pl.when(damaged).then(pl.lit("Unknown")),
        propcomment=pl.col("property_damage"),
        ishostkid=_flag(held),
        nhostkid=pl.when(held).then(
            pl.col("abducted_best").cast(pl.Int64).fill_null(_NUMBER_UNKNOWN)
        ),
        nreleased=pl.when(held).then(pl.col("released_best").cast(pl.Int64)),
        scite1=pl.concat_str(cited, separator=", ", ignore_nulls=True).replace("", None),
        dbsource=pl.lit(f"incident-coder {__version__}"),
        INT_LOG=_number(_UNKNOWN),
        INT_IDEO=_number(_UNKNOWN),
        INT_MISC=_number(_UNKNOWN),
        INT_ANY=_number(_UNKNOWN),
    )
