"""Lists of entries, each with its day or place in front: chronologies, timelines, digests.

"12 March 2014 - Gao: ...", "June 30, 2007. ...", "MOSUL - ...", a line that is only a day. Looked
for here is where entries begin; what their day is, `mentions/times/entry_days.py` says.
"""

import re
from collections.abc import Sequence
from functools import cache

from coder.lexicon.words import noun_classes
from coder.text.day_words import MONTH, MONTHS, WEEKDAY, WEEKDAYS
from coder.values.value import value

_LEAST = 2  # entries of a list
# Behind places, or "On 5 May, ...", which paragraphs of a story begin with as well.
_LEAST_NAMED = 3
_SHARE = 0.5  # of the paragraphs of a text made of such entries
_MOST = 2 / 3  # of a text: with less, a list of earlier acts stands below a report
_YEAR_ALONE = 10  # characters
_LONGEST_PLACE = 80
_LONGEST_FRONT = 40  # of one with a full stop behind it
_BEHIND_PLACE = re.compile("[-\u2013\u2014:] ")
_DAY_WORDS = frozenset({*MONTHS, *(day[:3] for day in WEEKDAYS), "on "})  # three letters of each
_LONGEST_HEAD = 140  # characters: a title with a day
_YEAR = r"(?:,?\s(?:19|20)[0-9]{2})"
_NAME = r"[^\W\d_a-z][^\W\d_]*(?:['-][^\W\d_]+)*"
_PLACED = rf"{_NAME}(?: {_NAME}){{0,3}}(?:, {_NAME}(?: {_NAME}){{0,2}})?[,:] "
_DASH = "[-\u2013\u2014]{1,2}"
_DASHED = re.compile(rf"\s{_DASH}\s")
_MONTH_LINE, _LONGEST_MONTH = 2, 16  # characters of a line that is a month
_TITLE = 80  # characters: what is longer is a sentence
_LONG = 40  # characters: what is shorter is a heading
_DIGIT = re.compile("[0-9]")
_YEAR_STOP = re.compile(r"(?:19|20)[0-9]{2}(?:[:.] |\Z)")


@value
class Head:
    """The front of an entry, half-open offsets; one with a day also holds for the items below it.

    ``year`` is the one told above the entries, in a line of its own or in the title; else null.
    ``day`` is where the words of the day begin, behind a title of the entry. ``month`` are the
    words of the line above that tell the month of a bare figure: "MARCH", then "5 - ...".
    """

    start: int
    end: int
    is_day: bool
    year: int | None = None
    day: int = 0
    month: str = ""


def entry_heads(lines: Sequence[tuple[int, str]]) -> tuple[Head, ...]:
    """The fronts of the entries that a text is a list of; none for running text.

    ``lines`` are those of the text without the white space around them, each with its offset.
    """
    days: list[Head] = []
    told: list[Head] = []
    places: list[Head] = []
    year: int | None = None
    for start, line in lines:
        if not line:
            continue
        if len(line) <= _YEAR_ALONE and (match := _year_line().fullmatch(line)) is not None:
            year = int(match[1])
        elif (front := _day_in_front(line)) is not None:
            if year is None and not days and not told:
                year = _year_of_title(lines, start)
            end, day, is_sure = front
            head = Head(start=start, end=start + end, is_day=True, year=year, day=start + day)
            (days if is_sure else told).append(head)
        elif _may_be_place(line) and (match := _place_head().match(line)) is not None:
            stopped = match.group().rstrip()
            if stopped[-1] != "." or not _is_short_form(stopped):
                places.append(_with_day(start, line, match.end()))
    days += _below_months(lines, year)
    found = days if len(days) >= _LEAST else []
    if told and _is_made_of(lines, len(told) + len(days)):
        found = [*days, *told]
    if places and _is_made_of(lines, len(places) + len(found)):
        found = [*found, *places]
    return tuple(sorted(found, key=lambda head: head.start))


def _with_day(start: int, line: str, end: int) -> Head:
    """The front of an entry that begins with a place, with the day behind it: "Vitez. Sunday: "."""
    day = _day_head().match(line[end:])
    if day is None or day["on"] is not None:
        return Head(start=start, end=start + end, is_day=False)
    return Head(start=start, end=start + end + day.end(), is_day=True, day=start + end)


def _below_months(lines: Sequence[tuple[int, str]], year: int | None) -> list[Head]:
    """The entries with a bare figure in front, below a line that is a month: "5 - Two shot"."""
    found: list[Head] = []
    month = ""
    for start, line in lines:
        if month and line[:1].isdigit() and (bare := _bare_day().match(line)) is not None:
            end = start + bare.end()
            found.append(Head(start=start, end=end, is_day=True, year=year, day=start, month=month))
        elif _MONTH_LINE < len(line) <= _LONGEST_MONTH and line[:3].lower() in _DAY_WORDS:
            alone = _month_line().fullmatch(line)
            month = alone[1] if alone is not None else month
        elif not month and _MONTH_LINE < len(line) < _LONG:
            titled = _month_of_title().search(line)
            month = titled[1] if titled is not None else month
    return found if len(found) >= _LEAST else []


def _day_in_front(line: str) -> tuple[int, int, bool] | None:
    """Where the front of an entry ends and its day begins; null for a line without one.

    And whether paragraphs of a story do not begin so: with "On" or behind a title or place they do.
    """
    match = _day_head().match(line) if _may_be_day(line) else None
    if match is not None:
        return match.end(), 0, match["on"] is None
    match = _titled_head().match(line) if _may_be_titled(line) else None
    if match is None:
        return None
    day = max(map(match.start, ("day", "alone", "written")))
    return match.end(), day, match["alone"] is not None


def _may_be_day(line: str) -> bool:
    """The gate: most lines begin with a letter that no day begins with, and are not matched."""
    return line[:3].lower() in _DAY_WORDS or not line[0].isalpha()


def _may_be_titled(line: str) -> bool:
    """Whether a day stands where the title or place in front of an entry may end."""
    head = line[:_LONGEST_HEAD]
    if _DASHED.search(head) is not None:
        return _DIGIT.search(head) is not None
    if ": " in head:
        return _DIGIT.search(head) is not None and _day_stop().search(head) is not None
    return (". " in head or head[-1:].isdigit()) and _YEAR_STOP.search(head) is not None


def _may_be_place(line: str) -> bool:
    return (
        _BEHIND_PLACE.search(line, 1, _LONGEST_PLACE) is not None
        or line.find(". ", 1, _LONGEST_FRONT) > 0
    )


def _is_short_form(front: str) -> bool:
    """Whether the stop is that of a title or initial: "Gen. Ruiz said", "J. Paz was"."""
    last = front.rstrip(".").split()[-1].lower()
    classes = noun_classes()
    return len(last) == 1 or last in classes["abbreviation"] | classes["abbreviation_unsure"]


def _year_of_title(lines: Sequence[tuple[int, str]], end: int) -> int | None:
    """The only year told in the short lines above a list: "Timeline of the insurgency, 2009"."""
    above = " ".join(line for start, line in lines if start < end and len(line) < _TITLE)
    years = set(_year().findall(above))
    return int(years.pop()) if len(years) == 1 else None


def _is_made_of(lines: Sequence[tuple[int, str]], entries: int) -> bool:
    if entries < _LEAST_NAMED:
        return False
    return entries >= _SHARE * sum(len(line) >= _LONG for _, line in lines)


def is_chronology(text: str, days: Sequence[Head]) -> bool:
    """Whether most of a text stands in entries with a day in front.

    Not where a report stands above them and says that they are earlier acts: "Here are some of the
    worst attacks of recent years:".
    """
    first = next((head.start for head in days), len(text))
    if len(text) - first < _MOST * len(text):
        return False
    return not any(_is_below_report(text, head.start) for head in days)


def _is_below_report(text: str, start: int) -> bool:
    lead, _, opening = text[:start].rstrip().rpartition("\n")
    return lead.rstrip().endswith(".") and _looks_back().search(opening) is not None


@cache
def _looks_back() -> re.Pattern[str]:
    """As in "Here are some recent attacks:", "Previous kidnappings in the region:"."""
    return re.compile(
        r"(?i)\b(?:(?:here|following|below) (?:is|are)|(?:worst|deadliest|biggest|past|previous"
        r"|earlier|recent|major|other) )[^.\n]*:?\Z"
    )


@cache
def _year() -> re.Pattern[str]:
    return re.compile(r"\b(?:19|20)[0-9]{2}\b")


@cache
def _day_stop() -> re.Pattern[str]:
    return re.compile(rf"{_YEAR_STOP.pattern}|{_written()}: ")


@cache
def _titled_head() -> re.Pattern[str]:
    """As in "Envoy to Haiti kidnapped, 23 January 1973: ...", "... shot on May 4, 1981. ...".

    And behind a place, with or without a year: "Athens, June 14: ...", "ATHENS, June 14 - ...",
    also in a line of its own: "HOTEL SAFARI, MAY 1994".
    """
    front = rf"[\"\u201c']?[^\W\d_a-z][^.:;]{{4,100}}?,?\s(?:on\s)?(?={_written()}{_YEAR}[:.])"
    alone = rf"(?:{_written()}|{MONTH}){_YEAR}[:.]?\Z"
    return re.compile(
        rf"(?:{front}|{_PLACED})(?P<day>{_written()}{_YEAR}?)[:.](?=\s)|{_PLACED}(?P<alone>{alone})"
        rf"|{_PLACED}(?P<written>{_written()}{_YEAR}?)(?: \([A-Z][\w ]{{1,20}}\))?\s{_DASH}(?=\s)"
    )


def inline_heads(line: str) -> list[int]:
    """Where entries begin that share a line, each behind a place: "... ROME, May 4: ..."."""
    if line.count(": ") < _LEAST_NAMED:
        return []
    found = [match.start() for match in _inline_head().finditer(line)]
    return found if len(found) >= _LEAST_NAMED else []


@cache
def _inline_head() -> re.Pattern[str]:
    """Behind the end of a sentence, a place in capitals and a day."""
    capitals = r"[A-Z]{3,}(?: [A-Z]{2,}){0,3}(?:, [A-Z][A-Za-z]+(?: [A-Z][a-z]+)?)?, "
    return re.compile(rf"(?:(?<=[.!?] )|(?<=[.!?]['\"] )|\A){capitals}{_written()}{_YEAR}?: ")


@cache
def _year_line() -> re.Pattern[str]:
    return re.compile(r"(?:[Yy]ear |YEAR )?((?:19|20)[0-9]{2})[:.]?")


@cache
def _month_line() -> re.Pattern[str]:
    return re.compile(rf"({MONTH}{_YEAR}?)[:.]?")


@cache
def _month_of_title() -> re.Pattern[str]:
    """As in "Chronology of events, February 1996": a month with its year at the end of a title."""
    return re.compile(rf"(?<![0-9] )(?<!\w)({MONTH}{_YEAR})[:.]?\Z")


@cache
def _bare_day() -> re.Pattern[str]:
    day = "(?:0?[1-9]|[12][0-9]|3[01])"
    return re.compile(
        rf"{day}(?:st|nd|rd|th)?(?:\s?[-\u2013&/]\s?{day})?(?:\s?[:\u2013\u2014]|\s-)\s"
    )


@cache
def _written() -> str:
    """A day of a month in words, or several."""
    day = "[0-3]?[0-9](?:st|nd|rd|th)?"
    days = rf"{day}(?:(?:\s?[-\u2013/&]\s?|\s(?:and|to)\s){day})?"
    return rf"(?:{days}\s(?:of\s)?{MONTH}|{MONTH}\s{days})"


@cache
def _day_head() -> re.Pattern[str]:
    """A day or month at the beginning of a line, with a mark behind it, alone, or behind "On"."""
    written = rf"(?:{_written()}{_YEAR}?|{MONTH}{_YEAR})"
    figures = (
        r"[0-9]{1,2}/[0-9]{1,2}(?![0-9./-])|[0-9]{1,2}[./-][0-9]{1,2}[./-](?:[0-9]{2}){1,2}"
        r"|(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}"
    )
    place = r"(?:[,(]|\s[-\u2013\u2014])\s?[^\W\d_a-z][^\W\d_]*(?:[ ,'-]{1,2}[^\W\d_]+){0,4}\)?"
    place += r"(?:\s\([^()\n]{2,40}\))?"  # "Yambio (Western Equatoria)"
    place = (
        rf"{place}|\s{_NAME}(?: {_NAME}){{0,2}}(?:, {_NAME}(?: {_NAME})?)?(?=:|\s[-\u2013\u2014]\s)"
    )
    ends = (
        rf"(?:{place})?\s{{0,2}}(?:[:\u2013\u2014|]|--|-\s)|[.](?=\s|--?|[\u2013\u2014])|[:.)\]]?\Z"
    )
    front = r"(?:[*\u2022\u25aa\u2023-]{1,2}\s?)?[(\[]?"
    weekdays = rf"{WEEKDAY}(?:(?:\s?[-\u2013/&]\s?|\s(?:and|to)\s){WEEKDAY})?"
    behind = rf"(?:\s?\({WEEKDAY}\)|,?\s{WEEKDAY})?"
    named = rf"(?:{weekdays},?\s)?(?:{written}|{figures})[)\]]?{behind}|{WEEKDAY}"
    told = rf"(?P<on>(?i:on)\s)(?:{WEEKDAY},?\s)?(?:{written})(?=,?\s)"
    hour = r"(?:,?\s(?:at\s)?[0-2]?[0-9][:.h][0-5][0-9](?:\s?(?:hrs|hours|h|local time|GMT))?)?"
    bracketed = rf"\[(?:{named})\]\s|\((?:{named})\)\s"
    return re.compile(rf"{bracketed}|{front}(?:{told}|(?:{named}){hour}\s?(?:{ends}))")


@cache
def _place_head() -> re.Pattern[str]:
    """Names at the beginning of a line, with a dash and a blank behind them.

    Or a colon, where they say that they name an area: "Sumy region: ". Or a full stop: "Vitez. A
    nurse was shot", and no rank ("Gen. Ruiz").
    """
    alone = rf"{_NAME}(?: {_NAME}){{0,2}}(?:, {_NAME}(?: {_NAME})?)?\.\s(?=[\"'(A-Z0-9])"
    bullet = r"(?:[*\u2022\u25aa\u2023-]{1,2}\s)?"
    names = rf"{bullet}(?i:near )?{_NAME}(?: {_NAME}){{0,3}}(?:, {_NAME}(?: {_NAME})?)?"
    dash = r"(?:\s[-\u2013\u2014]{1,2}|[-\u2013\u2014])"
    kinds = "region|oblast|province|governorate|district|county|state|city"
    fronts = "direction|sector|axis|front|area|zone"  # "Kherson sector. Shells fell"
    area = rf"(?i: (?:{kinds}|{fronts}))(?::|\.(?=\s[\"'(A-Z0-9]))"
    return re.compile(rf"(?i:near )?{names}(?:{dash}|{area})\s(?=\S)|{alone}")
