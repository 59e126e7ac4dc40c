"""The month that "the 18th" is of: that of the date told before it in the text.

As in "On 9 April youths attacked a farm. ... On the 18th police fired on a march", in a report that
came out in July.
"""

import re
from collections import deque
from datetime import date
from functools import cache

from coder.mentions.times.tokens import Scene
from coder.mentions.times.values import make_day, shift_month
from coder.text.day_words import MONTH_NAMES, MONTHS

_REACH = 1500  # characters
_LATEST = 400  # days before the report


def day_of_month_told(scene: Scene, token: int, day: int) -> date | None:
    """The day of that number in the month told last, or in the next; null where none is told."""
    if scene.reference is None:
        return None
    end = scene.starts[token]
    dates = _dates().finditer(scene.text, max(end - _REACH, 0), end)
    # "may" and "march" are verbs where neither day nor year stands beside them.
    found = deque((it for it in dates if it["before"] or it["behind"] or it["year"]), maxlen=1)
    if not found:
        return None
    last = found[0]
    month = _number(last["month"])
    told = int(last["before"] or last["behind"] or 0)
    if last["year"]:
        year = int(last["year"])
    else:
        this = scene.reference
        year = this.year if (month, told or 1) <= (this.month, this.day) else this.year - 1
    if told > day:
        year, month = shift_month(year, month, 1)
    there = make_day(year, month, day)
    if there is None or not 0 <= (scene.reference - there).days <= _LATEST:
        return None
    return there


def _number(word: str) -> int:
    return MONTHS.index(word[:3].lower()) + 1


@cache
def _dates() -> re.Pattern[str]:
    names = "|".join(f"{name}|{name[:3]}" for name in MONTH_NAMES)
    return re.compile(
        rf"(?:\b(?P<before>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?)?\b(?P<month>{names})\b\.?"
        r"(?: (?P<behind>\d{1,2})(?:st|nd|rd|th)?\b)?(?:,? (?P<year>\d{4})\b)?",
        re.IGNORECASE,
    )
