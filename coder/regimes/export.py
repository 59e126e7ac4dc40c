"""Tables of ours -> the rows of a regime and the audit of what was left out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import polars as pl

from coder.regimes import acled, dyads, gtd, ucdp
from coder.regimes.inputs import regime_input
from coder.regimes.model import Regime, find_regime

TRACE = ("coder_event_id", "coder_rule", "coder_regime")
"""Columns behind those of the data set: our event, the rules, and that it is not their data."""

CREDIT = "coord_credit"
"""Whom the licence of the point asks to credit; behind the columns, kept where the trace is not."""

AUDIT_SCHEMA = pl.Schema(
    {
        "event_id": pl.String(),
        "doc_id": pl.String(),
        "event_type": pl.String(),
        "event_subtype": pl.String(),
        "regime": pl.String(),
        "included": pl.Boolean(),
        "rule": pl.String(),
        "why": pl.String(),
        "evidence_text": pl.String(),
    }
)

_Criteria = Callable[[], dict[str, pl.Expr]]
_Rows = Callable[[pl.DataFrame, Regime], pl.DataFrame]

_PARTS: Mapping[str, tuple[_Criteria, _Rows]] = {
    "acled": (acled.criteria, acled.rows),
    "ucdp": (ucdp.criteria, ucdp.rows),
    "gtd": (gtd.criteria, gtd.rows),
    "cameo": (dyads.cameo_criteria, dyads.cameo_rows),
    "plover": (dyads.plover_criteria, dyads.plover_rows),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegimeTables:
    """``rows``: the data set's columns, the credit of their points and :data:`TRACE`.

    ``audit``: every event, in or out.
    """

    regime: Regime
    rows: pl.DataFrame
    audit: pl.DataFrame


def criteria_of(regime: Regime) -> Mapping[str, pl.Expr]:
    """The criteria of a regime in the order asked; true leaves an event out."""
    return _PARTS[regime.base][0]()


def export_regime(tables: Mapping[str, pl.DataFrame], name: str) -> RegimeTables:
    """The events of ``tables`` as the regime ``name`` would list them.

    Only ``events`` has to be there. With ``actors``, ``documents`` and ``weapons`` names, sectors,
    publishers and words are filled as well, and criteria see all actors instead of the first two.
    Raises :class:`coder.errors.InputError` for a name that is no regime.
    """
    regime = find_regime(name)
    frame = regime_input(tables).with_columns(left_out=_first_that_holds(criteria_of(regime)))
    rows = _PARTS[regime.base][1](frame.filter(pl.col("left_out").is_null()), regime)
    rows = rows.with_columns(
        coder_event_id=pl.col("event_id"), coder_regime=pl.lit(regime.disclaimer)
    )
    filled = {column.name for column in regime.columns if column.name in rows.columns}
    filled -= {column.name for column in regime.columns if column.coverage == "none"} - _codes_only(
        regime
    )
    selected = rows.select(
        *(
            (pl.col(column) if column in filled else pl.lit(None)).cast(dtype).alias(column)
            for column, dtype in regime.schema.items()
        ),
        pl.when(pl.col("lat").is_not_null()).then(CREDIT).alias(CREDIT),
        *TRACE,
    )
    return RegimeTables(regime=regime, rows=selected, audit=_audit(frame, regime))


def _codes_only(regime: Regime) -> set[str]:
    """Columns that hold nothing but the data set's code for unknown."""
    return {column.name for column in regime.columns if column.how.startswith("-9")}


def _first_that_holds(criteria: Mapping[str, pl.Expr]) -> pl.Expr:
    """The name of the first criterion that leaves an event out; null if none does."""
    holds = [
        pl.when(condition.fill_null(value=False)).then(pl.lit(rule))
        for rule, condition in criteria.items()
    ]
    return pl.coalesce(holds)


def _audit(frame: pl.DataFrame, regime: Regime) -> pl.DataFrame:
    reasons = dict(regime.criteria)
    left_out = pl.col("left_out")
    why = left_out.replace_strict(
        list(reasons), list(reasons.values()), default=None, return_dtype=pl.String
    )
    return frame.select(
        "event_id",
        "doc_id",
        "event_type",
        "event_subtype",
        regime=pl.lit(regime.name),
        included=left_out.is_null(),
        rule=pl.coalesce(left_out, "xw_rule"),
        why=pl.coalesce(why, pl.lit("mapped by this row of the crosswalk")),
        evidence_text=pl.col("evidence_text"),
    ).match_to_schema(AUDIT_SCHEMA)
