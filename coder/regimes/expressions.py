"""Expressions that several regimes need. All read the frame of :mod:`coder.regimes.inputs`."""

from collections.abc import Iterable, Mapping
from functools import cache

import polars as pl

from coder.records.columns import read_rows
from coder.regimes.crosswalk import row_name
from coder.regimes.model import codes, labels
from coder.values.kinds import ORGANISED_NON_STATE, STATE_FORCES
from coder.values.labels import ActorType, DatePrecision, Modality, Recency, Scope

STATES = [kind.value for kind in (*sorted(STATE_FORCES), ActorType.INTL_FORCE)]
OWN_STATE = [kind.value for kind in sorted(STATE_FORCES)]
ORGANISED = [kind.value for kind in sorted(ORGANISED_NON_STATE)]
_HAPPENED = [Modality.OCCURRED.value, Modality.ATTEMPTED.value, Modality.FOILED.value]
_WITH_DAY = [DatePrecision.DAY.value, DatePrecision.MULTI_DAY.value]
_WITH_MONTH = [*_WITH_DAY, DatePrecision.WEEK.value, DatePrecision.MONTH.value]


def shared_criteria() -> dict[str, pl.Expr]:
    """What leaves an event out of every regime."""
    return {
        "duplicate-report": ~pl.col("is_representative").fill_null(value=True),
        "not-happened": ~pl.col("modality").is_in(_HAPPENED),
        "not-news": pl.col("recency") != Recency.CURRENT.value,
        "summary": pl.col("scope") == Scope.SUMMARY.value,
    }


def coded(regime: str, field: str, value: pl.Expr) -> pl.Expr:
    """The code of a data set for our value as a number; null where it has none."""
    return coded_text(regime, field, value).cast(pl.Int64)


def coded_text(regime: str, field: str, value: pl.Expr) -> pl.Expr:
    """The code of a data set for our value as text; null where it has none."""
    return translated(value, codes(regime, field))


def label_of(regime: str, field: str, code: pl.Expr) -> pl.Expr:
    """What a data set calls a code; null for null."""
    return translated(code.cast(pl.String), labels(regime, field))


def translated(value: pl.Expr, mapping: Mapping[str, str]) -> pl.Expr:
    """A look-up; null where there is no entry."""
    return value.cast(pl.String).replace_strict(
        list(mapping), list(mapping.values()), default=None, return_dtype=pl.String
    )


def has_any(column: str, kinds: Iterable[str]) -> pl.Expr:
    """Whether a list of actor types holds one of ``kinds``."""
    return (
        pl.col(column).list.set_intersection(pl.lit(list(kinds), pl.List(pl.String))).list.len() > 0
    )


def month() -> pl.Expr:
    """Month of the event; null where it is not known."""
    known = pl.col("date_precision").is_in(_WITH_MONTH)
    return pl.when(known).then(pl.col("happened").dt.month().cast(pl.Int64))


def day() -> pl.Expr:
    """Day of the month of the event; null where no day or span of days is known."""
    known = pl.col("date_precision").is_in(_WITH_DAY)
    return pl.when(known).then(pl.col("happened").dt.day().cast(pl.Int64))


def year() -> pl.Expr:
    """Year of the event; null where no bound of the date is known."""
    return pl.col("happened").dt.year().cast(pl.Int64)


def digits_of_id() -> pl.Expr:
    """The hexadecimal digits of ``event_id``."""
    return pl.col("event_id").str.strip_prefix("ev_")


def publisher() -> pl.Expr:
    """Who published the document; its id where that is not told."""
    return pl.coalesce("doc_source", "doc_id")


def rule(*conventions: tuple[str, pl.Expr]) -> pl.Expr:
    """``coder_rule``: the row of the crosswalk and the conventions that were used, by ``; ``."""
    parts = [pl.col("xw_rule").fill_null("crosswalk row not recorded")]
    parts += [pl.when(used).then(pl.lit(name)) for name, used in conventions]
    return pl.concat_str(parts, separator="; ", ignore_nulls=True)


NUMBERS_OF_INCIDENT = ("numbers:incident", pl.col("of_incident"))
"""The convention that numbers are reconciled from several reports."""


@cache
def _rules_with_force() -> list[str]:
    rows = read_rows("coder.regimes", "crosswalk.tsv")
    return [row_name(row) for row in rows if row["ucdp"] == "force"]


def is_use_of_force() -> pl.Expr:
    """Whether the crosswalk takes the act for a use of armed force; true where it is not known."""
    return pl.col("xw_rule").is_in(_rules_with_force()).fill_null(value=True)
