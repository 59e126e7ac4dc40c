"""The units of a panel: from a file, or the areas of a country as the gazetteer names them."""

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from coder.aggregate.rows import UNITS, with_units
from coder.errors import InputError
from coder.gazetteer.listing import areas_of
from coder.values.labels import PlaceLevel

_COUNTRY = "country"


def country_units(countries: str | Sequence[str], unit: str = "admin1") -> pl.DataFrame:
    """All units of countries (ISO 3166-1 alpha-3), named as in the records.

    ``unit`` is ``country`` or ``admin1`` to ``admin3``. Raises ``ValueError`` where the gazetteer
    knows none.

    >>> country_units("TGO").columns
    ['iso3', 'admin1_name']
    """
    if unit not in UNITS:
        raise ValueError(f"a country has no {unit}; there are {', '.join(UNITS)}")
    wanted = [countries] if isinstance(countries, str) else list(countries)
    rows: list[tuple[str | None, ...]] = []
    for iso3 in wanted:
        areas = [()] if unit == _COUNTRY else areas_of(iso3, PlaceLevel(unit))
        if not areas:
            raise ValueError(
                f"the gazetteer has no {unit} of {iso3}: name it as ISO 3166-1 alpha-3"
            )
        rows += [(iso3, *area) for area in areas]
    return pl.DataFrame(rows, schema=dict.fromkeys(UNITS[unit], pl.String), orient="row")


def read_units(unit: str, file: Path | None, countries: Sequence[str]) -> pl.DataFrame:
    """The units in ``file`` (CSV or Parquet), or those of the countries; exactly one is given."""
    if (file is None) == (not countries):
        raise ValueError("the units come either from a file or from countries")
    if file is None:
        return country_units(countries, unit)
    try:
        if file.suffix.lower() == ".parquet":
            frame = pl.read_parquet(file)
        else:
            frame = pl.read_csv(file, infer_schema=False)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise InputError(f"cannot be read: {error}", source=str(file)) from error
    columns = with_units(unit)
    lost = [column for column in columns if column not in frame.columns]
    if lost:
        raise InputError(f"has no column {', '.join(lost)}", source=str(file))
    return frame.select(columns)
