"""The days a report is about: told in a line near its top, or by all it tells.

What a report with a line "(19 - 25 April 2018)" tells without a day happened in its period (basis
``inherited``); what a list tells below one day ("Daily sitrep, 20 April"), on that day; and what
stands line by line below "Yesterday, 31 clashes took place" or "Over the past day:", then. A report
of an inquiry comes out months after the days it is about, and these are its news: codebook 2.2,
"new information".
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from coder.discourse.news.chronicle import counts_from_text, names_month
from coder.discourse.news.word_counts import bare_words
from coder.discourse.setting.note_days import inherited_day
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.mentions.places.dateline import titles_report
from coder.mentions.times.finder import find_times
from coder.text.day_words import MONTH, WEEKDAY
from coder.text.items import listing_of
from coder.values.events import EventDate
from coder.values.kinds import OF_DAYS, TOLD_DAYS
from coder.values.labels import DateBasis, DatePrecision
from coder.values.mentions import TimeExpression

_TOP = 600  # characters
_LINES = 6
_TITLE = 120  # characters: what is longer, or ends with a stop, is a sentence
_LONGEST = timedelta(days=31)
_NEWS = timedelta(days=31)  # a text with a day so near is news of today
_LATE = timedelta(days=550)  # what is older is history
_FEWEST, _FEW = 3, 2  # days told; of a text that says it is an inquiry
_HOURS = re.compile(
    r"(?<![^.\n])[^.\n]{0,240}\b(?:in|over|during|for|within) the "
    r"(?:last |past |preceding |previous )?(24|48|twenty-four|forty-eight) hours\b"
    r"(?: (?:to|up to|until|ending|ended) [^.,\n]{0,24}?(today|yesterday))?"
)
# In front of a line that opens a report, also behind who reports: "Police: over the past day".
_OPENS = re.compile(
    rf"(?:\A|.{{0,80}}?: )(?:(?:in|over|during|within|for|on|throughout) )?"
    rf"(?:the )?(?:past|last|previous|preceding|yesterday|overnight|night of|{WEEKDAY}"
    rf"|[0-9]{{1,2}} {MONTH}|{MONTH} [0-9]{{1,2}})\b",
    re.IGNORECASE,
)
_FRONT = 150  # characters
_OPENING_LINES = 3
_LONGEST_OPENING = timedelta(days=2)
# Of a line that tells of a place or matter of its own.
_OWN_LINE = re.compile(
    r"(?:[*\u2022\u25aa\u2023-]{1,2}\s?|\(?[0-9]{1,3}[.)]\s)?"
    r"(?:(?:In|At|Near|Around|Outside|Along|On the|Across) [^.:;,\n]{2,50}?, "
    r"|[A-Z][\w'()/ -]{2,40}: \S"
    r"|[A-Z][\w'/-]{2,30}(?: [\w'()/-]{2,20}){0,2}(?:\.| [-\u2013\u2014]) [A-Z]"  # "Gao sector. "
    r")|[*\u2022\u25aa\u2023-]{1,2}\s"
)
# "0630 - Two drones ...", "At about 16:00 the town ...": lines of one day, by its hours.
_HOURLY = re.compile(
    r"^(?:At |By |\W{0,2})(?:about |around )?(?:[01][0-9]|2[0-3])[:.h]?[0-5][0-9]"
    r"(?: ?(?:hrs|hours|h|GMT|UTC))?[\s:,\u2013-]{1,3}[A-Za-z]",
    re.MULTILINE,
)
_DATED = re.compile(rf"[0-9]|\b{WEEKDAY}")
_OWN_LINES, _SHARE_OF_LINES = 2, 0.6
_TWO_DAYS = frozenset({"48", "forty-eight"})
_COUNTED = re.compile(
    r"\b(?:killed|died|dead|deaths|incidents|attacks|violence|unrest|fighting"
    r"|victims|martyrs|fatalities|wounded|injured)\b"
)
_SHARE = 0.75  # of the days told that are of the period


def _is_day_of_list(line: str, text: str) -> bool:
    """Whether a title dates the items below it, and does not say when they were written."""
    words = line.lower().replace(":", " ").replace(",", " ").split()
    publishing = noun_classes()["publishing"]
    if _COUNTED.search(line.lower()) is not None:
        publishing = publishing - {"of", "on", "to"}  # "Killed in Homs on 5 May"
    is_list = publishing.isdisjoint(words) and bool(listing_of(text).starts)
    return is_list or len(_HOURLY.findall(text)) >= _OWN_LINES


def period_of(text: str, published: date | None) -> EventDate | None:
    """The days between two that a line near the top of a report names; null where none does."""
    start = 0
    top = text.find("\n", _TOP)  # a line is read whole: its beginning alone looks like a title
    for line in text[: top if top >= 0 else None].split("\n", _LINES)[:_LINES]:
        end = start + len(line)
        is_title = 0 < len(line.strip()) <= _TITLE and not line.rstrip().endswith(".")
        if is_title and _DATED.search(line) is not None:
            for time in find_times(text, start, end, published):
                if time.first is None or time.last is None or time.basis not in TOLD_DAYS:
                    continue
                is_day = time.first == time.last and _is_day_of_list(line, text)
                is_written = time.basis is DateBasis.EXPLICIT
                if is_day or (is_written and timedelta(0) < time.last - time.first <= _LONGEST):
                    return inherited_day(time)
        start = end + 1
    if published is None:
        return None
    return _day_of_opening(text, published) or _hours_summed(text, published)


def is_report_by_lines(text: str) -> bool:
    """Whether lines below the first tell each of a place of their own, or are bullets.

    Most of them, where no title says that it is a report: a story may begin two paragraphs so.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    own = sum(_OWN_LINE.match(line) is not None for line in lines[1:])
    share = 0 if titles_report(lines[0].rstrip()) else _SHARE_OF_LINES
    return own >= max(_OWN_LINES, share * (len(lines) - 1))


def opens_report(text: str, offset: int, *, is_counted: bool) -> bool:
    """Whether an offset is in the line that tells for which time a report by lines is.

    Or in one that counts its acts (``is_counted``): "police reported four shootings".
    """
    line = text.rfind("\n", 0, offset) + 1
    return (
        line < _TOP
        and text.count("\n", 0, line) < _OPENING_LINES
        and (is_counted or _OPENS.match(text[line : line + _FRONT]) is not None)
        and is_report_by_lines(text)
    )


def _day_of_opening(text: str, published: date) -> EventDate | None:
    """As in "In the past 24 hours, 21 rebels were killed", with a line for each place below."""
    start = 0
    for line in text[:_TOP].split("\n", _OPENING_LINES)[:_OPENING_LINES]:
        opening = _OPENS.match(line[:_FRONT])
        if opening is not None:
            begin = start + (opening[0].rfind(": ") + 1)
            times = find_times(text, begin, start + min(len(line), opening.end() + 40), published)
            told = _time_opening(times, start + opening.end(), published)
            if told is not None:
                return inherited_day(told) if is_report_by_lines(text) else None
        start += len(line) + 1
    return None


def _time_opening(
    times: Sequence[TimeExpression], end: int, published: date
) -> TimeExpression | None:
    """The first time of a line, or the day behind it: "over the past day, 5 February,"."""
    for time, behind in zip(times, (*times[1:], None), strict=False):
        if time.start > end or time.first is None or time.last is None:
            continue
        is_near = published - time.last <= _LONGEST_OPENING and time.last <= published
        if is_near and time.last - time.first <= _LONGEST_OPENING:
            is_named = behind is not None and behind.start - time.end <= len(", on ")
            is_day = is_named and behind is not None and behind.basis is DateBasis.EXPLICIT
            return behind if is_day else time
    return None


def _hours_summed(text: str, published: date) -> EventDate | None:
    """As in "Two died in unrest in the 24 hours to 6am today": what is told below it, one by one.

    Of a sentence near the top that counts what happened in that time.
    """
    found = _HOURS.search(text[:_TOP]) if "hours" in text[:_TOP] else None
    if found is None or not _COUNTED.search(found[0]):
        return None
    days = 2 if found[1] in _TWO_DAYS else 1
    last = published - timedelta(days=found[2] == "yesterday")
    return EventDate(
        start=last - timedelta(days=days),
        end=last,
        precision=DatePrecision.MULTI_DAY,
        basis=DateBasis.INHERITED,
        text=found[0][found.start(1) - found.start() :],
    )


def days_inquired(readings: Sequence[Reading], reference: date | None) -> list[date]:
    """The days that a report of an inquiry is about, in order; empty for news and for history."""
    if reference is None:
        return []
    told = [time for reading in readings for time in reading.times if time.last is not None]
    # Most texts end here, before the words of any time are looked at.
    if sum(time.last is not None and reference - time.last > _NEWS for time in told) < _FEW:
        return []
    days = [last for time in told if (last := _day(time)) is not None and last != reference]
    past = sorted(day for day in days if _NEWS < reference - day <= _LATE)
    if len(past) < max(_FEW, _SHARE * len(days)):
        return []
    if len(past) < _FEWEST and not _is_inquiry(readings[0].sentence.text):
        return []
    return [] if any(_is_near(time, reference) for time in told) else past


def _is_inquiry(text: str) -> bool:
    """As in "survivors told our researchers": two days are enough, where no court sits."""
    words, classes = bare_words(text), noun_classes()
    return not classes["of_inquiry"].isdisjoint(words) and classes["court_noun"].isdisjoint(words)


def telling_day(reading: Reading, days: Sequence[date], reference: date) -> date:
    """The day as of which a sentence of such a report is news: shortly behind its own.

    Behind the last of all where it tells none. What it tells may go on behind its day.
    """
    own = [day for time in reading.times if (day := _day(time)) is not None and day in days]
    return min(max(own, default=days[-1]) + _NEWS, reference)


def _day(time: TimeExpression) -> date | None:
    is_day = (
        time.basis is DateBasis.EXPLICIT and time.precision in OF_DAYS and names_month(time.text)
    )
    return time.last if is_day else None


def _is_near(time: TimeExpression, reference: date) -> bool:
    """Whether a time is of the days of the text itself, as its words or their day say.

    The day of the report itself is told in its head, and "the 18th" is of a month told before.
    """
    is_told = time.basis is DateBasis.WEEKDAY or counts_from_text(time.text)
    return (
        time.first is not None
        and (is_told or (time.basis is DateBasis.EXPLICIT and names_month(time.text)))
        and not time.is_open_start
        and timedelta(0) < abs(reference - time.first) <= _NEWS
    )
