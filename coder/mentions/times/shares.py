"""Shares of a period: "the first week of May", "the second half of 2018"."""

from datetime import date, timedelta

from coder.mentions.times.values import unit_span, week_span, week_value


def share_span(  # noqa: PLR0911 - one way out per unit
    first: date, last: date, number: int, count: int, unit: str
) -> tuple[date, date, str] | None:
    """The ``number``-th ``count`` units inside a period; negative numbers count from its end."""
    if unit == "H":
        return _half(first, last, number)
    if unit.startswith("wd"):
        return _nth_weekday(first, last, number, int(unit[2:]))
    if unit == "WE":
        found = _nth_weekday(first, last, number, 6)
        if found is None:
            return None
        return found[0], found[0] + timedelta(days=1), week_value(found[0]) + "-WE"
    if unit == "W":
        # A week belongs to the period its Thursday lies in.
        thursday = _nth_weekday(first, last, number, 4)
        if thursday is None:
            return None
        monday = week_span(thursday[0])[0] - timedelta(days=7 * (count - 1) if number < 0 else 0)
        sunday = monday + timedelta(days=7 * count - 1)
        return monday, sunday, week_value(monday) if count == 1 else f"{monday}/{sunday}"
    return _nth_unit(first, last, number, count, unit)


def _nth_unit(
    first: date, last: date, number: int, count: int, unit: str
) -> tuple[date, date, str] | None:
    from_end = number < 0
    around = last if from_end else first
    offset = -(count - 1) if from_end else number - 1
    start = unit_span(around, unit, offset)
    stop = unit_span(around, unit, offset + count - 1)
    if start is None or stop is None or start[0] < first or stop[1] > last:
        return None
    value = start[2] if count == 1 else f"{start[0]}/{stop[1]}"
    return start[0], stop[1], value


def _half(first: date, last: date, number: int) -> tuple[date, date, str] | None:
    whole_year = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    second = number in (-1, 2)
    if whole_year and first.year == last.year:
        value = f"{first.year:04d}-H{2 if second else 1}"
        if second:
            return date(first.year, 7, 1), last, value
        return first, date(first.year, 6, 30), value
    middle = first + (last - first) / 2
    return (middle + timedelta(days=1), last, "") if second else (first, middle, "")


def _nth_weekday(
    first: date, last: date, number: int, weekday: int
) -> tuple[date, date, str] | None:
    if number < 0:
        day = last - timedelta(days=(last.isoweekday() - weekday) % 7)
    else:
        day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (number - 1))
    return (day, day, day.isoformat()) if first <= day <= last else None
