"""What paper a text says it is: a log, a statement, the minutes of a meeting, a form."""

import re
from functools import cache

from coder.lexicon.words import noun_classes


def names_own_kind(text: str) -> bool:
    """Whether a text says in front what paper it is: "Radio log, sector north.", "Q: Who came?"."""
    front = _front().match(text)
    if front is None:
        return False
    words = front.group().casefold().rstrip(".:").replace(",", " ").split()
    return not noun_classes()["own_kind"].isdisjoint(words)


@cache
def _front() -> re.Pattern[str]:
    """The few words before the first full stop or colon."""
    return re.compile(r"(?:[^\s.:]+ ){0,5}[^\s.:]+[.:](?=\s)")
