"""Incident dates as the task prints them."""

from datetime import date, timedelta

from coder.values.events import EventDate
from coder.values.labels import DateBasis, DatePrecision

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
RECENT = timedelta(days=62)
"""How old an incident may be: the task says two months."""


def printed_day(day: date) -> str:
    """``16 NOV 89``."""
    return f"{day.day:02d} {_MONTHS[day.month - 1]} {day.year % 100:02d}"


def incident_date(when: EventDate, published: date | None) -> str | None:
    """A day, a range, or "on or before"; without any date in the text "on or before the report"."""
    start, end = when.start, when.end
    if when.basis in {DateBasis.NONE, DateBasis.PUB_DATE_DEFAULT} or (
        start is None and end is None
    ):
        return None if published is None else f"- {printed_day(published)}"
    if when.basis is DateBasis.WEEKDAY and published is not None:
        # The task does not count weekdays back: "on or before the date of the report".
        return f"- {printed_day(published)}"
    if published is not None and end is not None and end > published:
        end = published
    if start is None or end is None:
        known = end or start
        return None if known is None else f"- {printed_day(known)}"
    if start >= end:
        return printed_day(end)
    if when.precision in {DatePrecision.MONTH, DatePrecision.YEAR} and end == published:
        return f"- {printed_day(end)}"
    return f"{printed_day(start)} - {printed_day(end)}"


def is_recent(when: EventDate, published: date | None) -> bool:
    """Whether the incident is within two months of the report, or may be.

    A report that has no day of its own tells by its year what is long past ("in 1984").
    """
    last = when.end or when.start
    if published is None:
        return when.basis is not DateBasis.EXPLICIT or when.precision is not DatePrecision.YEAR
    if last is None:
        return True
    return published - last <= RECENT
