"""Dates with month names of other languages; the only module that uses dateparser.

dateparser is asked only for a span whose shape our own grammar has recognised (a day number
beside a month name of a known language), always with the languages given, and once per
expression.
"""

from datetime import date, datetime
from functools import lru_cache

_NO_REFERENCE = date(2000, 1, 1)


@lru_cache(maxsize=4096)
def read_foreign(expression: str, languages: str, reference: date | None) -> date | None:
    """The day a written-out date means, or null where dateparser reads none.

    ``languages`` are ISO 639-1 codes separated by spaces. Without a year the day falls in the
    year of ``reference``; the caller decides on the year.
    """
    import dateparser  # noqa: PLC0415 - half a second to import, and most texts never need it

    base = reference or _NO_REFERENCE
    found = dateparser.parse(
        expression,
        languages=languages.split(),
        settings={
            "RELATIVE_BASE": datetime(base.year, base.month, base.day),  # noqa: DTZ001 - a local day
            "REQUIRE_PARTS": ["day", "month"],
            "DATE_ORDER": "DMY",
        },
    )
    return None if found is None else found.date()
