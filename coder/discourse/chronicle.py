"""Texts about the past: biographies, lessons of history, speeches, whose acts are background.

A year is told once and the sentences behind it go on in its time: "The war began in 1861. ... The
troops overran the fort." So where a text dates things by years long past, and nothing in it by a
day of its own time, an act without a day is background (codebook 2.2). A speech tells its hearers
what they know: only an act of the last days is news in it.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from coder.discourse.standing import POINTS
from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.values.labels import Recency, TimexType
from coder.values.text import NormalisedText

_LONG_PAST = timedelta(days=2 * 365)
_MIN_PAST = 2
_HISTORY = 10  # years: an insurgency told of in the news may be younger
_LASTING = frozenset({TimexType.DURATION, TimexType.SET})
_NOTE = "a text about the past"
_OPENING = 200  # characters
_NEWS = timedelta(days=14)
_SHARE_OLD = 0.75  # of the acts told in a speech; with fewer it announces what happened
_IN_SPEECH = "told in a speech"


def settle_chronicle(
    groups: Sequence[tuple[list[Draft], str]],
    readings: Sequence[Reading],
    sections: Sequence[NormalisedText],
    reference: date | None,
) -> None:
    """Make acts without a day background in a text about the past; needs the report's date."""
    drafts = [draft for group, _ in groups for draft in group]
    if drafts and _is_speech(sections):
        old = [draft for draft in drafts if not _is_of_these_days(draft, reference)]
        if len(old) > _SHARE_OLD * len(drafts):
            for draft in old:
                draft.put_behind(_IN_SPEECH)
            return
    undated = [item for item in drafts if item.recency is Recency.CURRENT and not item.times]
    if not undated or reference is None:
        return
    past = _times_past(readings, reference)
    if past is None:
        return
    if past >= _MIN_PAST or _tells_history(" ".join(item.text for item in sections), reference):
        for draft in undated:
            draft.put_behind(_NOTE)


def _is_speech(sections: Sequence[NormalisedText]) -> bool:
    """Whether a text begins by greeting those who hear it: "Mr Speaker, honourable members"."""
    return _greeting().match(sections[-1].text[:_OPENING]) is not None


def _is_of_these_days(draft: Draft, reference: date | None) -> bool:
    """Whether an act has a day, and where the day of the speech is known, one shortly before it."""
    days = [time for time in draft.times if time.type in POINTS and time.last is not None]
    return any(
        reference is None or (time.last is not None and reference - time.last <= _NEWS)
        for time in days
    )


def _times_past(readings: Sequence[Reading], reference: date) -> int | None:
    """How many times in the sentences read are long past; null where one is not."""
    past = 0
    for reading in readings:
        for time in reading.times:
            if time.type in _LASTING or time.last is None:
                continue
            if reference - time.last < _LONG_PAST:
                return None
            past += 1
    return past


def _tells_history(text: str, reference: date) -> bool:
    """Whether the sentences that were not read date things by years only, most of them old."""
    years = [int(year) for year in _year().findall(text)]
    old = sum(year < reference.year - _HISTORY for year in years)
    return old >= _MIN_PAST and 2 * old >= len(years) and not _near().search(text)


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
def _year() -> re.Pattern[str]:
    return re.compile(r"\b(?:in|since|from|until|by|after|before|to|of) (1[0-9]{3}|20[0-9]{2})\b")


@cache
def _near() -> re.Pattern[str]:
    """Words for days of the report's own time."""
    days = "mon|tues|wednes|thurs|fri|satur|sun"
    near = rf"\b(?:today|tonight|yesterday|(?:{days})day|this week|last week)\b"
    return re.compile(near, re.IGNORECASE)
