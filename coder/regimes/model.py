"""Regimes as data: their columns, criteria, conventions and codes, read once from ``data/``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

import polars as pl

from coder.errors import InputError
from coder.records.columns import read_rows

_PACKAGE = "coder.regimes"
_DTYPES: Mapping[str, pl.DataType] = {
    "string": pl.String(),
    "int64": pl.Int64(),
    "float64": pl.Float64(),
    "date": pl.Date(),
    "datetime": pl.Datetime("ms"),
}
EVERY_REGIME = "*"
_SHARED = {"acled-numeric": "acled"}
"""Regimes that have the criteria, conventions and codes of another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegimeColumn:
    """One column of another data set. ``coverage`` is full, partial or none."""

    name: str
    dtype: pl.DataType
    coverage: str
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Regime:
    """What an export follows: which columns, from which codebook, and why events are left out."""

    name: str
    data_set: str
    layout: str
    version: str
    codebook: str
    url: str
    columns: tuple[RegimeColumn, ...]
    criteria: Mapping[str, str]
    conventions: Mapping[str, str]

    @property
    def base(self) -> str:
        """The regime whose criteria and codes this one shares; mostly itself."""
        return _SHARED.get(self.name, self.name)

    @property
    def schema(self) -> pl.Schema:
        """Names and dtypes of the columns in the order of the data set."""
        return pl.Schema({column.name: column.dtype for column in self.columns})

    @property
    def disclaimer(self) -> str:
        """What every file and every row of an export says of itself."""
        return (
            f"{self.name} {self.version}: coded from news in the columns of {self.data_set} "
            f"({self.codebook}); not {self.data_set} data"
        )


@cache
def regimes() -> Mapping[str, Regime]:
    """Every regime by name, in the order of the documentation.

    >>> list(regimes())
    ['acled', 'acled-numeric', 'ucdp', 'gtd', 'cameo', 'plover']
    """
    found = {}
    for row in read_rows(_PACKAGE, "regimes.tsv"):
        name = row["regime"]
        base = _SHARED.get(name, name)
        found[name] = Regime(
            name=name,
            data_set=row["data_set"],
            layout=row["layout"],
            version=row["version"],
            codebook=row["codebook"],
            url=row["url"],
            columns=tuple(
                RegimeColumn(
                    name=cell["column"],
                    dtype=_DTYPES[cell["dtype"]],
                    coverage=cell["coverage"],
                    how=cell["how"],
                )
                for cell in read_rows(_PACKAGE, "columns.tsv")
                if cell["regime"] == name
            ),
            criteria={
                cell["rule"]: cell["why"]
                for cell in read_rows(_PACKAGE, "criteria.tsv")
                if cell["regime"] in (EVERY_REGIME, base)
            },
            conventions={
                cell["rule"]: cell["what"]
                for cell in read_rows(_PACKAGE, "conventions.tsv")
                if cell["regime"] == base
            },
        )
    return found


def find_regime(name: str) -> Regime:
    """The regime of that name; raises :class:`coder.errors.InputError` where there is none."""
    try:
        return regimes()[name]
    except KeyError:
        known = ", ".join(regimes())
        raise InputError(f"is no regime; there are {known}", source=name) from None


@lru_cache(maxsize=64)
def codes(regime: str, field: str) -> Mapping[str, str]:
    """Our values and the codes of a data set for one field.

    >>> codes("acled", "time_precision")["month"]
    '3'
    """
    return {row["ours"]: row["code"] for row in _code_rows(regime, field)}


@lru_cache(maxsize=64)
def labels(regime: str, field: str) -> Mapping[str, str]:
    """Codes and their names in a data set.

    >>> labels("acled", "inter")["7"]
    'Civilians'
    """
    return {row["code"]: row["label"] for row in _code_rows(regime, field)}


def _code_rows(regime: str, field: str) -> list[dict[str, str]]:
    found = [
        row
        for row in read_rows(_PACKAGE, "codes.tsv")
        if row["regime"] == regime and row["field"] == field
    ]
    if not found:
        raise LookupError(f"codes.tsv has no codes of {regime} for {field}")
    return found


@cache
def areas() -> pl.DataFrame:
    """Countries with their ISO codes and the regions of the data sets; null for none."""
    rows = read_rows(_PACKAGE, "areas.tsv")
    frame = pl.DataFrame(rows, schema=dict.fromkeys(rows[0], pl.String))
    return frame.with_columns(
        pl.when(pl.all() != "-").then(pl.all()),
    ).with_columns(pl.col("iso_numeric", "gtd_region").cast(pl.Int64))
