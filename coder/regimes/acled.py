"""ACLED: which events it would list, and its 31 columns for them.

Its inclusion rules ask for a political side, a place and a date of at most a month; its numbers of
dead are never null (see ``conventions.tsv``).
"""

import polars as pl

from coder.regimes.expressions import (
    NUMBERS_OF_INCIDENT,
    OWN_STATE,
    STATES,
    coded,
    coded_text,
    digits_of_id,
    label_of,
    publisher,
    rule,
    shared_criteria,
    translated,
    year,
)
from coder.regimes.model import Regime, areas
from coder.values.labels import ActorType, EventType

_POLITICAL = "Political violence"
_NOT_POLITICAL = [
    ActorType.CIVILIANS.value,
    ActorType.ORGANISATION.value,
    ActorType.UNKNOWN.value,
]
_UNARMED = [*_NOT_POLITICAL, ActorType.GOVERNMENT_OFFICIAL.value]
"""Who counts as a protester or rioter when taking part in a protest or riot."""
_MEANS_TOLD = [
    kind.value
    for kind in (
        EventType.ARMED_CLASH,
        EventType.ARMED_ATTACK,
        EventType.BOMBING,
        EventType.AIR_STRIKE,
        EventType.SHELLING,
        EventType.PROTEST,
        EventType.RIOT,
    )
]
"""Types whose means are those of an armed group or a crowd, whoever acts."""
_UNKNOWN_NUMBER = 3
_UNIDENTIFIED = ActorType.UNIDENTIFIED_ARMED.value
_CIVILIANS = ActorType.CIVILIANS.value
_CROWDS = {EventType.PROTEST.value: ActorType.PROTESTERS.value}
_CROWDS[EventType.RIOT.value] = ActorType.RIOTERS.value
_EXTERNAL = 8


def criteria() -> dict[str, pl.Expr]:
    """Why an event is left out, in the order asked."""
    political = pl.col("kinds").list.set_difference(pl.lit(_NOT_POLITICAL, pl.List(pl.String)))
    return {
        **shared_criteria(),
        "no-equivalent": pl.col("xw_acled_disorder").is_null(),
        "target-undecidable": pl.col("xw_acled_event").is_null(),
        "winner-unknown": pl.col("xw_acled_sub_event").is_null(),
        "no-political-actor": (political.list.len() == 0)
        & ~pl.col("event_type").is_in(_MEANS_TOLD),
        "no-date": coded("acled", "time_precision", pl.col("date_precision")).is_null()
        | pl.col("happened").is_null(),
        "no-country": pl.col("iso3").is_null() | pl.col("admin0_name").is_null(),
    }


def rows(frame: pl.DataFrame, regime: Regime) -> pl.DataFrame:
    """The columns of ACLED for the events that are in."""
    frame = _with_actors(frame)
    frame = frame.with_columns(fatalities=_fatalities())
    stated, unnumbered = _stated(), _unnumbered()
    frame = frame.with_columns(
        event_id_cnty=pl.concat_str("iso3", digits_of_id()),
        event_date=pl.col("happened"),
        year=year(),
        time_precision=coded("acled", "time_precision", pl.col("date_precision")),
        disorder_type=pl.col("xw_acled_disorder"),
        sub_event_type=pl.col("xw_acled_sub_event"),
        acled_event=pl.col("xw_acled_event"),
        civilian_targeting=pl.when(pl.col("civilian_targeting")).then(pl.lit("Civilian targeting")),
        iso=pl.col("area_iso_numeric"),
        region=pl.col("area_acled_region"),
        country=pl.col("admin0_name"),
        admin1=pl.col("admin1_name"),
        admin2=pl.col("admin2_name"),
        admin3=pl.col("admin3_name"),
        location=pl.col("deepest_place"),
        latitude=pl.col("lat"),
        longitude=pl.col("lon"),
        geo_precision=coded("acled", "geo_precision", pl.col("geo_precision")),
        source=publisher(),
        notes=pl.col("evidence_text"),
        tags=_crowd(),
        coder_rule=rule(
            ("fatalities:stated", stated),
            ("fatalities:unknown-as-3", ~stated & unnumbered),
            ("fatalities:none-told-as-0", ~stated & ~unnumbered),
            NUMBERS_OF_INCIDENT,
            ("actors:turned", pl.col("turned")),
            ("actor1:crowd", pl.col("in_crowd")),
            ("actor1:unidentified", pl.col("added1") & (pl.col("kind1") == _UNIDENTIFIED)),
            ("actor2:civilians", pl.col("added2")),
        ),
    ).with_columns(event_type=pl.col("acled_event"))
    return _with_interaction(frame, as_numbers=regime.schema["inter1"] == pl.Int64())


def _with_actors(frame: pl.DataFrame) -> pl.DataFrame:
    """Types and names as ACLED has them; what its conventions add is marked in ``added1/2``."""
    frame = _with_crowd_first(frame)
    is_political = pl.col("xw_acled_disorder").str.contains(_POLITICAL)
    crowd = translated(pl.col("event_type"), _CROWDS)
    default1 = pl.coalesce(crowd, pl.when(is_political).then(pl.lit(_UNIDENTIFIED)))
    hits_civilians = is_political & pl.col("civilian_targeting").fill_null(value=False)
    default2 = pl.when(hits_civilians).then(pl.lit(_CIVILIANS))
    joins = (crowd.is_not_null() & pl.col("a1_type").is_in(_UNARMED)).fill_null(value=False)
    frame = frame.with_columns(
        in_crowd=joins,
        kind1=pl.coalesce(pl.when(joins).then(crowd), "a1_type", default1),
        kind2=pl.coalesce("a2_type", default2),
        added1=pl.col("a1_type").is_null() & default1.is_not_null(),
        added2=pl.col("a2_type").is_null() & default2.is_not_null(),
    )
    return frame.with_columns(
        *_name_columns("1"), *_name_columns("2"), code1=_inter("1"), code2=_inter("2")
    )


def _with_crowd_first(frame: pl.DataFrame) -> pl.DataFrame:
    """The crowd is actor 1 of its protest or riot, also where police act on it."""
    crowds = list(_CROWDS.values())
    one, two = pl.col("a1_type"), pl.col("a2_type")
    met_a_crowd = two.is_in(crowds) & ~one.is_in(crowds).fill_null(value=False)
    met_somebody = two.is_null() & one.is_in(STATES)
    turned = pl.col("event_type").is_in(list(_CROWDS)) & (
        met_a_crowd.fill_null(value=False) | met_somebody.fill_null(value=False)
    )
    frame = frame.with_columns(turned=turned)
    pairs = [(f"a1_{part}", f"a2_{part}") for part in ("name", "text", "type", "country")]
    swapped = [
        pl.when("turned").then(pl.col(other)).otherwise(pl.col(one)).alias(one)
        for pair in pairs
        for one, other in (pair, pair[::-1])
    ]
    return frame.with_columns(swapped)


def _name_columns(number: str) -> tuple[pl.Expr, pl.Expr]:
    """``actorN`` and ``assoc_actor_N``."""
    kind, name = pl.col(f"kind{number}"), pl.col(f"a{number}_name")
    names = areas()
    nation = translated(
        pl.col(f"a{number}_country"), dict(zip(names["iso3"], names["name"], strict=True))
    )
    of_state = pl.when(kind.is_in(OWN_STATE)).then(nation)
    country = pl.coalesce(of_state, "admin0_name")
    always = coded_text("acled", "always_named", kind)
    unnamed = pl.when(name.is_null()).then(coded_text("acled", "unnamed", kind))
    pattern = pl.coalesce(always, unnamed)
    generic = pattern.str.replace("{country}", country, literal=True)
    called = pl.coalesce(generic, name, pl.col(f"a{number}_text"))
    associate = pl.when(pattern.is_not_null() & (name != called)).then(name)
    return called.alias(f"actor{number}"), associate.alias(f"assoc_actor_{number}")


def _inter(number: str) -> pl.Expr:
    """Number of the actor type; forces of another state are external."""
    kind, nation = pl.col(f"kind{number}"), pl.col(f"a{number}_country")
    is_abroad = kind.is_in(OWN_STATE) & (nation != pl.col("iso3"))
    return (
        pl.when(is_abroad.fill_null(value=False))
        .then(pl.lit(_EXTERNAL, pl.Int64))
        .otherwise(coded("acled", "inter", kind))
    )


def _with_interaction(frame: pl.DataFrame, *, as_numbers: bool) -> pl.DataFrame:
    one, two = pl.col("code1"), pl.col("code2")
    low = pl.min_horizontal(one, two)
    high = pl.when(one.is_not_null() & two.is_not_null()).then(pl.max_horizontal(one, two))
    if as_numbers:
        return frame.with_columns(
            inter1=one.fill_null(0),
            inter2=two.fill_null(0),
            interaction=low * 10 + high.fill_null(0),
        )
    first, second = label_of("acled", "inter", low), label_of("acled", "inter", high)
    # The one pair that the data have the other way round.
    turned = (low == 7) & (high == _EXTERNAL)  # noqa: PLR2004 - civilians, external
    pair = (
        pl.when(turned)
        .then(pl.concat_str(second, pl.lit("-"), first))
        .otherwise(pl.concat_str(first, pl.lit("-"), second))
    )
    return frame.with_columns(
        inter1=label_of("acled", "inter", one),
        inter2=label_of("acled", "inter", two),
        interaction=pl.coalesce(pair, pl.concat_str(first, pl.lit(" only"))),
    )


def _stated() -> pl.Expr:
    return pl.col("killed_best").is_not_null() | (
        pl.col("killed_low").is_not_null() & ~_unnumbered()
    )


def _unnumbered() -> pl.Expr:
    """Dead are told, without a number: "soldiers were killed", "an unknown number"."""
    vague = pl.col("killed_qualifier").is_in(["plural", "unspecified"])
    return (vague & pl.col("killed_best").is_null()).fill_null(value=False)


def _fatalities() -> pl.Expr:
    return (
        pl.when(_stated())
        .then(pl.col("killed"))
        .when(_unnumbered())
        .then(pl.lit(_UNKNOWN_NUMBER))
        .otherwise(0)
        .cast(pl.Int64)
    )


def _crowd() -> pl.Expr:
    """ACLED's tag of the size of a crowd."""
    size = pl.coalesce("crowd_size_best", "crowd_size_low", "crowd_size_high").cast(pl.String)
    told = pl.coalesce(size, pl.lit("no report"))
    is_crowd = pl.col("event_type").is_in(list(_CROWDS))
    return pl.when(is_crowd).then(pl.concat_str(pl.lit("crowd size="), told))
