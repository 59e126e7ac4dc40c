"""CAMEO and PLOVER: who did what to whom, one row an event, two where police met a protest.

CAMEO codes stand in the columns of the Phoenix data, PLOVER codes in those of POLECAT. In both the
marchers are the source of a protest; what the police did to them is a row of its own.
"""

import polars as pl

from coder.regimes.expressions import (
    OWN_STATE,
    coded,
    coded_text,
    day,
    month,
    publisher,
    rule,
    shared_criteria,
    translated,
    year,
)
from coder.regimes.model import Regime, codes, labels
from coder.values.labels import EventType
from coder.version import __version__

_PROCESS = f"incident-coder {__version__}"
_NO_COUNTRY = "---"
_GEONAMES = "geonames:"
_LETTERS = 3
_PARTS = ("name", "text", "type", "country", "sector", "code")


def cameo_criteria() -> dict[str, pl.Expr]:
    """Why an event is left out of the CAMEO regime, in the order asked."""
    return _criteria("xw_cameo")


def plover_criteria() -> dict[str, pl.Expr]:
    """Why an event is left out of the PLOVER regime, in the order asked."""
    return _criteria("xw_plover_event")


def _criteria(column: str) -> dict[str, pl.Expr]:
    return {
        **shared_criteria(),
        "no-equivalent": pl.col(column).is_null(),
        "no-date": pl.col("happened").is_null(),
    }


def cameo_rows(frame: pl.DataFrame, regime: Regime) -> pl.DataFrame:
    """The columns of the Phoenix data, codes as text."""
    frame = _with_responses(frame, regime.base)
    response = translated(pl.col("kind"), codes("cameo", "response"))
    code = pl.when("is_response").then(response).otherwise(pl.col("xw_cameo"))
    root = code.str.slice(0, 2)
    return frame.with_columns(
        *_phoenix_party("from", "source"),
        *_phoenix_party("to", "target"),
        eid=pl.col("row_id"),
        story_date=pl.col("pub_date").dt.strftime("%m/%d/%Y"),
        year=year(),
        month=month(),
        day=day(),
        code=code,
        root_code=root,
        quad_class=coded("cameo", "quad_class", root),
        placename=pl.col("deepest_place"),
        statename=pl.col("admin1_name"),
        countryname=pl.col("iso3"),
        aid=pl.col("doc_id"),
        process=pl.lit(_PROCESS),
        coder_rule=_rule(),
    )


def _phoenix_party(side: str, column: str) -> tuple[pl.Expr, ...]:
    """The actor code and its parts: country or body, sector, and what follows."""
    sector = pl.coalesce(f"{side}_sector", coded_text("cameo", "sector", pl.col(f"{side}_type")))
    country = pl.col(f"{side}_country")
    made = pl.concat_str(
        country.fill_null(pl.when(sector.is_not_null()).then(pl.lit(_NO_COUNTRY))),
        sector.fill_null(""),
    )
    code = pl.coalesce(f"{side}_code", made)
    root, agent, others = (code.str.slice(at, _LETTERS) for at in (0, _LETTERS, 2 * _LETTERS))
    return (
        code.alias(column),
        pl.when(root != _NO_COUNTRY).then(root).alias(f"{column}_root"),
        pl.when(agent != "").then(agent).alias(f"{column}_agent"),
        pl.when(others != "").then(others).alias(f"{column}_others"),
    )


def plover_rows(frame: pl.DataFrame, regime: Regime) -> pl.DataFrame:
    """The columns of POLECAT."""
    frame = _with_responses(frame, regime.base)
    event = translated(pl.col("kind"), codes("plover", "response"))
    mode = translated(event, labels("plover", "response"))
    kind = pl.when("is_response").then(event).otherwise(pl.col("xw_plover_event"))
    columns = {
        "Event ID": pl.col("row_id"),
        "Event Date": pl.col("happened"),
        "Event Type": kind,
        "Event Mode": pl.when("is_response").then(mode).otherwise(pl.col("xw_plover_mode")),
        "Quad Code": coded_text("plover", "quad_code", kind),
        **_polecat_party("from", "Actor"),
        **_polecat_party("to", "Recipient"),
        "Placename": pl.col("deepest_place"),
        "City": pl.col("place_name"),
        "District": pl.col("admin2_name"),
        "Province": pl.col("admin1_name"),
        "Country": pl.col("iso3"),
        "Latitude": pl.col("lat"),
        "Longitude": pl.col("lon"),
        "GeoNames ID": pl.when(pl.col("gazetteer_id").str.starts_with(_GEONAMES)).then(
            pl.col("gazetteer_id").str.strip_prefix(_GEONAMES)
        ),
        "Raw Placename": pl.col("location_text"),
        "Source": publisher(),
        "Publication Date": pl.col("pub_date"),
        "Language": pl.col("doc_language"),
        "Version": pl.lit(_PROCESS),
    }
    return frame.with_columns(**columns, coder_rule=_rule())


def _polecat_party(side: str, column: str) -> dict[str, pl.Expr]:
    sector = pl.coalesce(f"{side}_sector", coded_text("plover", "sector", pl.col(f"{side}_type")))
    return {
        f"{column} Name": pl.col(f"{side}_name"),
        f"{column} Country": pl.col(f"{side}_country"),
        f"Primary {column} Sector": sector,
        f"{column} Sectors": sector,
        f"{column} Name Raw": pl.col(f"{side}_text"),
    }


def _rule() -> pl.Expr:
    return rule(("row:response", pl.col("is_response")))


def _with_responses(frame: pl.DataFrame, regime: str) -> pl.DataFrame:
    """``from_*`` and ``to_*`` of each row, ``row_id``, and the second rows of protests."""
    frame = frame.with_columns(
        kind=pl.concat_str("event_type", pl.lit("/"), "event_subtype"),
        is_response=pl.lit(value=False),
        row_id=pl.col("event_id"),
    )
    is_policed = (pl.col("event_type") == EventType.PROTEST.value) & pl.col("a1_type").is_in(
        OWN_STATE
    )
    turned = is_policed.fill_null(value=False)
    acts = frame.with_columns(
        *(_either(turned, f"a2_{part}", f"a1_{part}").alias(f"from_{part}") for part in _PARTS),
        *(_either(turned, f"a1_{part}", f"a2_{part}").alias(f"to_{part}") for part in _PARTS),
    )
    responses = frame.filter(turned & pl.col("kind").is_in(list(codes(regime, "response"))))
    responses = responses.with_columns(
        *(pl.col(f"a1_{part}").alias(f"from_{part}") for part in _PARTS),
        *(pl.col(f"a2_{part}").alias(f"to_{part}") for part in _PARTS),
        is_response=pl.lit(value=True),
        row_id=pl.concat_str("event_id", pl.lit("_2")),
    )
    return pl.concat([acts, responses]).sort("happened", "row_id", nulls_last=True)


def _either(condition: pl.Expr, yes: str, no: str) -> pl.Expr:
    return pl.when(condition).then(pl.col(yes)).otherwise(pl.col(no))
