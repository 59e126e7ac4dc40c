"""Texts about the past: biographies, lessons of history, speeches, whose acts are background.

A year is told once and the sentences behind it go on in its time: "The war began in 1861. ... The
troops overran the fort." So where a text dates things by years long past, and nothing in it by a
day of its own time, an act without a day is background (codebook 2.2). Names of bygone armies, wars
and gods date a text as years do. A speech tells its hearers what they know: only an act of the last
days is news in it.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from coder.discourse.merging.standing import POINTS
from coder.discourse.news.word_counts import count_words
from coder.events.drafts import Draft, put_behind
from coder.events.reading import Reading
from coder.events.status.bygone import LIVING_MEMORY
from coder.text.day_words import MONTH, WEEKDAY
from coder.values.kinds import LASTING
from coder.values.labels import DateBasis, Recency
from coder.values.mentions import TimeExpression
from coder.values.text import NormalisedText, Sentence

_LONG_PAST = timedelta(days=2 * 365)
_MIN_PAST = 2
_MIN_GONE = 3
_MIN_YEARS = 4  # of a history without a date
_YEAR = 4  # digits
_HISTORY = 10  # years: an insurgency told of in the news may be younger
_LIFETIME = 60  # years
_NOTE = "a text about the past"
_OPENING = 200  # characters
_NEWS = timedelta(days=14)
_SHARE_OLD = 0.75  # of the acts told in a speech; with fewer it announces what happened
_IN_SPEECH = "told in a speech"
_BEFORE_YEAR = 10  # characters: "September "
_WAS = re.compile(r" (?:was|saw|brought) ")
_BEFORE_ACT = 80  # characters: a short sentence
_CALENDAR = re.compile(r" ?[-:]| [A-Z]")


def settle_chronicle(
    groups: Sequence[tuple[list[Draft], str]],
    readings: Sequence[Reading],
    sections: Sequence[NormalisedText],
    reference: date | None,
) -> None:
    """Make acts without a day background in a text about the past; needs the report's date."""
    drafts = [draft for group, _ in groups for draft in group]
    if drafts and _is_speech(sections) and _settle_speech(drafts, reference):
        return
    if reference is None or not any(_is_of_no_year(draft, reference) for draft in drafts):
        return
    text = " ".join(item.text for item in sections)
    if _is_of_this_day(text, reference):
        _put_undated_behind(drafts)
        return
    past = _times_past(readings, text, reference)
    if past is None:
        return
    is_bygone = past > 0 and any(_is_long_gone(draft, reference) for draft in drafts)
    if is_bygone or past >= _MIN_PAST or _tells_history(text, reference):
        is_old = not _near().search(text)
        for draft in drafts:
            if draft.recency is Recency.CURRENT and (is_undated(draft) or is_old):
                draft.put_behind(_NOTE)
            if is_old:
                draft.times = [_without_year(time, reference) for time in draft.times]


def _settle_speech(drafts: Sequence[Draft], reference: date | None) -> bool:
    """Make the old acts of a speech background, where most of what it tells is old."""
    old = [draft for draft in drafts if not _is_of_these_days(draft, reference)]
    if len(old) <= _SHARE_OLD * len(drafts):
        return False
    for draft in old:
        draft.put_behind(_IN_SPEECH)
    return True


def _is_of_this_day(text: str, reference: date) -> bool:
    """As in "Today in history, June 10, 1937: ...", whose year is long past."""
    head = text[:_OPENING]
    return _this_day().search(head) is not None and any(
        int(year) < reference.year - _HISTORY for year in _full_day().findall(head)
    )


def _put_undated_behind(drafts: Sequence[Draft]) -> None:
    for draft in drafts:
        if draft.recency is Recency.CURRENT and is_undated(draft):
            draft.put_behind(_NOTE)


def settle_olden(
    groups: Sequence[tuple[list[Draft], str]], sections: Sequence[NormalisedText]
) -> None:
    """Make acts background among words for what is long gone, in a text without a date.

    Also where all that is dated in it is long past, an act of its own or two years told.
    """
    drafts = [draft for group, _ in groups for draft in group]
    text = " ".join(item.text for item in sections)
    _settle_older(drafts, text)
    put_behind(filter(_is_of_year_alone, drafts), _NOTE)
    if not drafts:
        return
    told = count_words(text)
    gone = told.of("bygone") | told.of("olden")
    days = {int(year) for year in _full_day().findall(text)}
    days |= {time.last.year for draft in drafts for time in draft.times if time.last is not None}
    years = days.union(years_told(text, len(text)))
    is_past = bool(years) and max(years) < LIVING_MEMORY.year
    is_history = _tells_years_alone(text, years)
    is_old = is_history or (is_past and (days or len(years) >= _MIN_PAST))
    signs = len(gone) + len(set(_saint().findall(text))) + (len(years) if is_past else 0)
    if (is_old or signs >= _MIN_GONE) and not _near().search(text):
        put_behind((d for d in drafts if is_history or is_undated(d)), _NOTE)


def _tells_years_alone(text: str, years: Collection[int]) -> bool:
    """As in "independence came in 1975 ... peace in 1992 ... by 1996": no month, and no day."""
    return len(years) >= _MIN_YEARS and _day_of_month().search(text) is None


def _settle_older(drafts: Sequence[Draft], text: str) -> None:
    """Make acts background that were long ago when the last day in full of the text came."""
    dated = [draft for draft in drafts if not is_undated(draft)]
    last = max(map(int, _full_day().findall(text)), default=0) if dated else 0
    for draft in dated:
        years = [time.last.year for time in draft.times if time.last is not None]
        if draft.recency is Recency.CURRENT and years and max(years) <= last - _HISTORY:
            draft.put_behind(_NOTE)


def _is_of_year_alone(draft: Draft) -> bool:
    """As in "in 2015 a man shot one down", in a text without a date: no report dates its act so.

    A list of a war's acts may: there armed people act, or the dead are counted.
    """
    values = {time.value for time in draft.times}
    doers = draft.by_role("perpetrator")
    return (
        bool(values)
        and draft.recency is Recency.CURRENT
        and all(value is not None and len(value) == _YEAR for value in values)
        and not any("armed" in draft.meant_by(filler)[1].fillers for filler in doers)
        and not any(claim.quantity is not None for claim in draft.claims)
    )


def _is_long_gone(draft: Draft, reference: date) -> bool:
    """Whether an act was longer ago than those live who could report it."""
    return any(
        time.last is not None and reference.year - time.last.year >= _LIFETIME
        for time in draft.times
    )


def is_undated(draft: Draft) -> bool:
    """Whether an act has no day, or one that is only counted from another: "six years later"."""
    return all(time.first is None and time.last is None for time in draft.times)


def _is_of_no_year(draft: Draft, reference: date) -> bool:
    """Whether an act has no day, or one whose year is only taken to be the report's."""
    if is_undated(draft):
        return draft.recency is Recency.CURRENT
    return any(_has_year_of_report(time, reference) for time in draft.times)


def _has_year_of_report(time: TimeExpression, reference: date) -> bool:
    """As in "on October 7": in a text about the past, the year is that of what stands before.

    Not of a day so shortly before the report that it is news.
    """
    return (
        time.basis is DateBasis.EXPLICIT
        and time.last is not None
        and not timedelta(0) <= reference - time.last <= _NEWS
        and reference - time.last < _LONG_PAST
        and _stated().search(time.text) is None
    )


def _without_year(time: TimeExpression, reference: date) -> TimeExpression:
    """The same day of a year that is not known; a time with a year of its own as it is."""
    if not _has_year_of_report(time, reference):
        return time
    value = None if time.value is None else "XXXX" + time.value[4:]
    return replace(time, value=value, first=None, last=None)


def _is_speech(sections: Sequence[NormalisedText]) -> bool:
    """Whether a text begins by greeting those who hear it: "Mr Speaker, honourable members".

    Not as a letter does: "Dear friends, we write from the mission".
    """
    opening = sections[-1].text[:_OPENING]
    return _greeting().match(opening) is not None and _letter().match(opening) is None


def _is_of_these_days(draft: Draft, reference: date | None) -> bool:
    """Whether an act has a day, and where the day of the speech is known, one shortly before it.

    Or a day that the sentence before names: "what befell our street on Saturday".
    """
    days = [time for time in draft.times if time.type in POINTS and time.last is not None]
    return any(
        reference is None or (time.last is not None and reference - time.last <= _NEWS)
        for time in days
    ) or (not draft.times and _is_behind_weekday(draft.reading.sentence))


def _is_behind_weekday(sentence: Sentence) -> bool:
    start = sentence.starts[0]
    return _weekday().search(sentence.text, max(start - _BEFORE_ACT, 0), start) is not None


def _times_past(readings: Sequence[Reading], text: str, reference: date) -> int | None:
    """How many times in the sentences read are long past; null where one is not.

    A day without a year is of the time told before it.
    """
    past = 0
    for reading in readings:
        for time in reading.times:
            if time.type in LASTING or time.last is None:
                continue
            if reference - time.last >= _LONG_PAST:
                past += 1
            elif not (
                _has_year_of_report(time, reference)
                and (past or _is_of_bygone(text) or _is_behind_old_year(text, time.text, reference))
            ):
                return None
    return past


def _is_of_bygone(text: str) -> bool:
    """Whether two words of a text are of times long gone: "scalping", "native warriors"."""
    told = count_words(text)
    return len(told.of("bygone") | told.of("olden")) >= _MIN_PAST


def _is_behind_old_year(text: str, words: str, reference: date) -> bool:
    """Whether the year told last before some words, in a sentence not read, is long past."""
    years = years_told(text, max(text.find(words), 0))
    return bool(years) and years[-1] < reference.year - _HISTORY


def _tells_history(text: str, reference: date) -> bool:
    """Whether the sentences that were not read date things by years only, most of them old.

    Or by words for what is long gone: "the Boers", "the Confederates", "the Trojans".
    """
    years = years_told(text, len(text))
    old = sum(year < reference.year - _HISTORY for year in years)
    if 2 * old < len(years):
        return False
    if old < _MIN_PAST:
        told = count_words(text)
        old += len(told.of("bygone") | told.of("olden"))
    return old >= _MIN_PAST and not _near().search(text)


@cache
def _greeting() -> re.Pattern[str]:
    """Words for those who hear a speech, at its beginning; for readers, as those of a letter."""
    chair = "(?:mr|madam|mister|madame)[.]? (?:vice[ -])?(?:president|speaker|chair[a-z]*)"
    called = rf"{chair}|ladies and gentlemen|fellow[ -][a-z]+|members of (?:the )?congress"
    first = (
        "gentlemen|dear (?:friends|colleagues|compatriots)|distinguished [a-z]{4,}|your [a-z]+[,:]"
    )
    readers = "congress|senate|house|members|editor|shareholders|delegates|graduates"
    at_once = rf"\W*(?:(?:{called})\b[^.]{{0,90}}?[,:]|{first}|to the (?:{readers})\b[^.]{{0,60}}:)"
    return re.compile(rf'{at_once}|[^"\[\]]{{0,90}}\b(?:{called})[,:]', re.IGNORECASE)


@cache
def _letter() -> re.Pattern[str]:
    return re.compile(r"Dear [^.!?]{0,60}\b(?:write|writing|letter|news from)\b")


@cache
def _this_day() -> re.Pattern[str]:
    day = r"\b(?:on )?this (?:day|date|week) in\b|\bon this (?:day|date)\b"
    return re.compile(rf"{day}|\btoday in [\w' ]{{0,30}}history\b", re.IGNORECASE)


@cache
def _stated() -> re.Pattern[str]:
    return re.compile(r"\d{4}|'\d\d|\d[/.-]\d")


@cache
def _full_day() -> re.Pattern[str]:
    """The year of a day told in full: "29 September 1813", "May 27, 1887"."""
    return re.compile(rf"\b{MONTH} (?:\d{{1,2}}(?:st|nd|rd|th)?,? )?(1\d{{3}}|20\d\d)\b")


@cache
def _day_of_month() -> re.Pattern[str]:
    """As in "3 May", "June 2014"; no "may have been"."""
    return re.compile(rf"\b{MONTH} \d|\d {MONTH}\b|\d[./-]\d\d?[./-]\d")


@cache
def _saint() -> re.Pattern[str]:
    return re.compile(r"\b(?:Saint|St[.]) ([A-Z][a-z]+)")


@cache
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"\b(?:yesterday|last night|{WEEKDAY})\b", re.IGNORECASE)


def years_told(text: str, end: int) -> list[int]:
    """The years before an offset: behind a preposition or month, "1881 was", in a calendar."""
    behind, line = _before_year()
    return [
        int(year.group())
        for year in _year().finditer(text, 0, end)
        if behind.search(text, max(year.start() - _BEFORE_YEAR, 0), year.start())
        or _WAS.match(text, year.end(), end)
        or (
            _CALENDAR.match(text, year.end(), end)
            and line.search(text, max(year.start() - _BEFORE_YEAR, 0), year.start())
        )
    ]


@cache
def _year() -> re.Pattern[str]:
    """Quicker to look for alone than with what has to stand before it."""
    return re.compile(r"(?:1[0-9]{3}|20[0-9]{2})\b")


@cache
def _before_year() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A preposition, and the beginning of a line."""
    words = rf"(?:\b(?:in|since|from|until|by|after|before|to|of|{MONTH}) |\()\Z"
    return re.compile(words, re.IGNORECASE), re.compile(r"^\W{0,4}\Z", re.MULTILINE)


def counts_from_text(words: str) -> bool:
    """Whether words tell a day of the text's own time: "yesterday", "last week"."""
    return _near().search(words) is not None


def names_month(words: str) -> bool:
    """Whether words hold a month or figures for one: "3 May", "03/05/2011"; not "the 18th"."""
    return _month().search(words) is not None


@cache
def _month() -> re.Pattern[str]:
    return re.compile(rf"\b{MONTH}\b|\d[./-]\d", re.IGNORECASE)


@cache
def _near() -> re.Pattern[str]:
    """Words for days of the report's own time."""
    near = rf"\b(?:today|tonight|yesterday|{WEEKDAY}|this week|last week)\b"
    return re.compile(near, re.IGNORECASE)
