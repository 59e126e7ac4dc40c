"""The dateline of a report: place of writing, day and agency before the first sentence.

A dateline dates the report and not its events, and the place is where it was written. Recognised
are "OUAGADOUGOU, June 14 (Sahel Wire) - ", "BEIRUT (Reuters) -", "SAN SALVADOR, 3 JAN 90 (AFP) --
[TEXT] ", "(Kabul, 5 May)" and, with no dash, "Imphal, Nov 21 (NEA) " and, as older papers have it,
"BELFAST, March 23.". So are days with their year in the bracket of the agency or between marks:
"KANO, Nigeria (Sahel Wire - 5th May, 2019) ", "Quetta: May 5, 2019 - ".
"""

import re
from datetime import date, timedelta
from functools import cache

from coder.lexicon.words import noun_classes
from coder.mentions.times.finder import find_times
from coder.text.day_words import MONTH, WEEKDAY
from coder.text.items import listing_of
from coder.values.labels import DateBasis
from coder.values.value import value

_LONGEST = 160  # characters: of a dateline, and of a title above one
_TITLE_LINES = 2
_LEAD = 400  # characters: of the first sentences
_HEAD, _HEAD_LINES, _LONGEST_DAY = 240, 7, 24  # characters, lines, characters
_COUNTED = re.compile(
    r"\b(?:today|yesterday|tonight|last night|this (?:morning|afternoon|evening)"
    r"|(?P<period>(?:past|last|previous|preceding) (?:day|24 hours|twenty-four hours)))\b",
    re.IGNORECASE,
)
_ON_WEEKDAY = re.compile(rf"\bon {WEEKDAY}\b")
_NEXT_ENTRY = re.compile(rf"\n[^\n:]{{2,40}}, (?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH}):")
_STAMPED = 600  # characters
_STAMP = re.compile(
    rf"\b(?:\d{{4}} gmt,? (?:on )?(?P<air>\d{{1,2}} {MONTH}(?: \d{{2,4}})?)"
    rf"|\d{{6}}Z {MONTH} \d{{2,4}})\b",
    re.IGNORECASE,
)
_POST = re.compile(
    r"^(?:FM (?:AMEMBASSY|AMCONSUL|EMBASSY)|(?:AM)?EMBASSY) "
    r"(?P<place>[A-Z]{3,}(?: [A-Z]{2,}){0,2}?)(?=\s*\n|\s*\Z| SITREP| REPORT| CABLE)",
    re.MULTILINE,
)
_DAY_OF_TITLE = re.compile(
    rf"(?:\d{{1,2}} {MONTH}|{MONTH} \d{{1,2}})(?:,? \d{{4}})?(?=:?\Z)", re.IGNORECASE
)
_LONGEST_TITLE = 100  # characters
_SENTENCE_ENDS = ".!?"
_LONGEST_PLACE_WORDS = 6
_MOST_LATE = timedelta(days=7)  # from the writing of a report to its publication
_ZONES = timedelta(days=1)  # where it is written the next day may have begun


@value
class Dateline:
    """A dateline; spans are half-open offsets in the text it was read from.

    ``end`` is where the first sentence begins. ``date`` is null unless the words give a whole day
    with its year. ``place_*``, ``date_text`` and ``agency`` are null where the dateline has none.
    ``is_sure`` is false for capitals with a colon, which may be no place ("LAHORE: ", "UPDATE: ").
    """

    end: int
    place_text: str | None
    place_span: tuple[int, int] | None
    date_text: str | None
    date: date | None
    agency: str | None
    is_sure: bool = True


@cache
def _shapes() -> tuple[re.Pattern[str], ...]:
    """The forms in the order of trial; in the first two the day is surely that of a dateline."""
    particle = "de|del|la|al|el|es|ad|the|of|da|do|du|au|en|sur|les|le|und|ez|az"
    word = rf"(?:[^\W\d_a-z][^\W\d_]{{0,30}}\.?|{particle})"
    # As in "Ziro (Arunachal Pradesh) [India], May 2".
    inside = rf"(?: ?[(\[][^\W\d_a-z][^()\[\]\n]{{2,30}}[)\]]){{1,2}}(?=, ?{_DAY_STARTS})"
    region = rf"(?:, ?(?!{_DAY_STARTS}){word}(?: {word}){{0,3}}|{inside})?"
    place = rf"(?P<place>{word}(?:[ '/-]{{1,2}}{word}){{0,5}}{region})"
    day = r"(?P<day>[^()\[\]\n\u2014]{3,40}?)"
    agency = r"(?: ?\((?P<agency>[^()\n]{2,40})\)| ?\[(?P<bracket>[^\[\]\n]{2,40})\])"
    # A hyphen between two letters joins a word ("RUSSIAN-INSTALLED").
    hyphen = r"(?<=\s)-(?=[\s\"'A-Z])|-(?=[\s\"'])"
    dash = rf"\s{{0,3}}(?:--|\u2014|\u2013|{hyphen}|:)\s{{0,3}}(?:\[[A-Za-z ]{{2,20}}\]\s{{0,3}})?"
    lead = r"\s{0,4}(?:\[[A-Za-z ]{2,20}\]\s{0,3})?"
    open_form = re.compile(
        rf"{lead}{place}(?:,? (?={_DAY_STARTS}){day})?(?:{agency})?{dash}", re.UNICODE
    )
    closed_form = re.compile(
        rf"{lead}\({place}, (?={_DAY_STARTS}){day}(?:, (?P<agency>[^(),\n]{{2,40}}))?\)"
        rf"\s{{0,3}}(?:--?|\u2014|\u2013|:)?\s{{0,3}}"
    )
    year = r"(?:,? \d{4})?"
    whole = rf"(?P<day>{MONTH} \d{{1,2}}{year}|\d{{1,2}} {MONTH}{year}|{WEEKDAY})"
    stopped_form = re.compile(
        rf"{lead}{place}, {whole}(?<!\.)(?=\.| ?[(\[])\.?(?:{agency}\.?)?"
        r"(?:--?|[\u2013\u2014])?\s{1,4}"
        r"(?=[\"'\u201c\u2018A-Z])"
    )
    full = rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH}),? \d{{4}}"
    mark = r"(?:--?|[\u2013\u2014:])"
    stamp = rf"\((?P<agency>[^()\n]{{2,60}}?)[ ,/\u2013\u2014-]{{1,3}}(?P<day>{full}) ?\)"
    between = rf"{mark} ?(?P<alone>{full}) ?(?={mark})"
    stamped_form = re.compile(
        rf"{lead}{place},? ?(?:{stamp}|{between})\s{{0,3}}{mark}?\s{{0,3}}"
        r"(?=[\"'\u201c\u2018A-Z])"
    )
    return closed_form, stamped_form, stopped_form, open_form


_DAY_STARTS = rf"(?:\d|{MONTH} ?\d|{WEEKDAY})"


def read_dateline(text: str) -> Dateline | None:
    """The dateline at the beginning of ``text`` or below its titles; null where there is none.

    >>> line = read_dateline("OUAGADOUGOU, June 14 (Sahel Wire) - Gunmen attacked a convoy.")
    >>> line.place_text, line.date_text, line.date, line.agency
    ('OUAGADOUGOU', 'June 14', None, 'Sahel Wire')
    """
    if "EMBASSY" in text[:_STAMPED] or "FM AMCONSUL" in text[:_STAMPED]:
        post = _POST.search(text, 0, _STAMPED)
        if post is not None:
            return _of_post(post)
    start = 0
    for _ in range(_TITLE_LINES + 1):
        found = _read_at(text, start)
        if found is not None:
            return found
        end = text.find("\n", start, start + _LONGEST)
        if end <= start or text[end - 1] in _SENTENCE_ENDS:
            return None
        start = end + len(text[end : end + _LONGEST]) - len(text[end : end + _LONGEST].lstrip())
    return None


def _of_post(post: re.Match[str]) -> Dateline:
    """The head of a cable, "FM AMEMBASSY BOGOTA": it was written there."""
    return Dateline(
        end=post.end(),
        place_text=post["place"],
        place_span=post.span("place"),
        date_text=None,
        date=None,
        agency=post[0].strip(),
    )


def _read_at(text: str, start: int) -> Dateline | None:
    """The dateline that begins at an offset."""
    head = text[start : start + _LONGEST]
    closed_form, stamped_form, stopped_form, open_form = _shapes()
    match = closed_form.match(head) or stamped_form.match(head)
    is_closed = match is not None
    if match is None:
        match = stopped_form.match(head) or open_form.match(head)
    lead = text[start : start + _LEAD]
    if match is None or not _is_dateline(match, lead, is_closed=is_closed):
        return None
    named = match.groupdict()
    agency = named["agency"] or named.get("bracket")
    day = named["day"] or named.get("alone")
    found = _day(day)
    if day is not None and found is None:
        return None
    first, last = match.span("place")
    return Dateline(
        end=start + match.end(),
        place_text=match["place"],
        place_span=(start + first, start + last),
        date_text=day,
        date=found[0] if found else None,
        agency=agency,
        is_sure=is_closed or day is not None or agency is not None or ":" not in match.group(),
    )


def written_on(dateline: Dateline | None, published: date | None, text: str = "") -> date | None:
    """The day a report was written: that of its dateline, else the day it was published.

    Without one the day in a line of its own at the head of ``text``: "10 Aug. 1999".

    A paper prints what was written the day before, and "yesterday" was meant then. A day without a
    year that is not within the week before publication is taken for another date, as is one still
    to come.
    """
    if dateline is None or dateline.date_text is None:
        return _day_at_head(text, published)
    if published is None:
        return dateline.date
    words = dateline.date_text
    found = find_times(words, 0, len(words), published)
    day = found[0].first if found and found[0].first == found[0].last else None
    if day is None or published - day < -_ZONES:
        return published
    return day if dateline.date is not None or published - day <= _MOST_LATE else published


def _day_at_head(text: str, published: date | None) -> date | None:
    """The day alone in one of the first lines, where "yesterday" in the text counts from it.

    Or that of a broadcast ("1700 gmt 17 Jul 86") or message ("291600Z JUN 07") in its head.
    """
    head = text[:_HEAD]
    counted = _COUNTED.search(text) if published is not None and "\n" in head else None
    if published is None or counted is None:
        return published
    stamp = _STAMP.search(text, 0, _STAMPED)
    if stamp is not None:
        words = stamp["air"] or stamp[0]
        times = find_times(words, 0, len(words), published)
        day = times[0].first if times else None
        if day is not None and timedelta(0) <= published - day <= _MOST_LATE:
            return day
    for line in head.split("\n")[:_HEAD_LINES]:
        words = line.strip()
        if not 0 < len(words) <= _LONGEST_TITLE or not any(map(str.isdigit, words)):
            continue
        told = _behind_title(words, is_report=counted["period"] is not None)
        found = _day(told)
        day = found[0] if found is not None else None
        if found is not None and day is None and counted["period"] is not None:
            times = find_times(told, 0, len(told), published)  # "Prosecutor's office, 17 November"
            day = times[0].first if times else None
        if day is not None and timedelta(0) <= published - day <= _MOST_LATE:
            return day
    return published


def titles_report(line: str) -> bool:
    """Whether a line is the title of a report of a day: "DAILY BRIEFING 3 May", "Sitrep No. 4"."""
    words = line.lower().replace(",", " ").replace(":", " ").split()
    is_title = len(line) <= _LONGEST_TITLE and not line.endswith(".")
    return is_title and not noun_classes()["report_title"].isdisjoint(words)


def _behind_title(line: str, *, is_report: bool) -> str:
    """The day that a title of a report ends with; a short line itself where it is none.

    ``is_report``: what is told first counts from it ("Over the past day"), whatever the title is.
    """
    is_title = titles_report(line) or (is_report and not line.endswith("."))
    told = _DAY_OF_TITLE.search(line) if is_title else None
    if told is not None:
        return told[0]
    return line if len(line) <= _LONGEST_DAY else ""


def _is_dateline(match: re.Match[str], head: str, *, is_closed: bool) -> bool:
    """Whether what matched is more than a sentence that begins with a name and a dash.

    "Srinagar, October 25: " may date an entry of a list; not where what follows counts its days
    from then ("this afternoon", "on Wednesday").
    """
    if len(match["place"].split()) > _LONGEST_PLACE_WORDS:
        return False
    if is_closed:
        return True
    has_agency = bool(match["agency"] or match["bracket"])
    mark = head[match.end("place") : match.end()]
    if match["day"] is None and not has_agency:
        line = head[match.end() :].partition("\n")[0]  # that of a title is in capitals too
        return match["place"].split(",")[0].isupper() and line != line.upper()
    found = _day(match["day"])
    is_whole = found is not None and (
        found[0] is not None
        or _COUNTED.search(head, match.end()) is not None
        or (_ON_WEEKDAY.search(head, match.end()) is not None and not _NEXT_ENTRY.search(head))
    )
    return ":" not in mark or has_agency or is_whole


def _day(words: str | None) -> tuple[date | None] | None:
    """The day the words mean (null without a year); null where they are no date at all."""
    if words is None:
        return None
    found = find_times(words, 0, len(words), None)
    if len(found) != 1 or found[0].basis not in (DateBasis.EXPLICIT, DateBasis.WEEKDAY):
        return None
    if len(words) - len(found[0].text) > 2:  # noqa: PLR2004 - a comma and a space may remain
        return None
    whole = found[0].first is not None and found[0].first == found[0].last
    return (found[0].first if whole else None,)


def is_entry(text: str, dateline: Dateline) -> bool:
    """Whether it heads the first of several entries: "ROME, May 4 - ...", "Dori (Séno): ..."."""
    starts = listing_of(text).starts
    return bool(starts) and starts[1] < dateline.end


def place_text_of(dateline: Dateline | None) -> str | None:
    """The words of its place; null without a dateline."""
    return dateline.place_text if dateline is not None else None
