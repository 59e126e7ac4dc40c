"""Where the front of a note or entry ends: names, days and hours, with a mark behind them.

"Juba, 8-11 July 2016. ...", "Tuesday: ...", "12.03.2008: 0420 UTC: 13:20N - 047:57E, Gulf of Aden."
"""

from collections.abc import Sequence

from coder.lexicon.words import noun_classes
from coder.text.entries import Head
from coder.values.mentions import PlaceMention, TimeExpression
from coder.values.text import Sentence

LONGEST = 16  # tokens of the front of a note
ENDS = frozenset({":", "-", "--", "\u2013", "\u2014", "|"})
_MARKS = " .:|-\u2013\u2014"
_STOPS = frozenset({".", "!"})
_BETWEEN = frozenset(
    {",", "(", ")", "/", "&", "'s", "the", "of", "in", "near", "on", "and", "lga"}
    | {"at", "off", "from"}
)


def end_of_name(text: str, head: Head) -> int:
    """Where the name in front of an entry ends, without the marks behind it."""
    name = text[head.start : head.end].partition("\n")[0].rstrip(_MARKS)
    return head.start + max(len(name), 1)


def end_of_front(
    first: Sentence,
    places: Sequence[PlaceMention],
    times: Sequence[TimeExpression],
    longest: int = LONGEST,
) -> int | None:
    """The token of the last mark behind names and days alone; null where there is no such front.

    Figures in it are hours and positions.
    """
    spans = {place.first: place.last for place in places if not place.is_demonym}
    covered = {
        at
        for at, start in enumerate(first.starts)
        if any(time.start <= start < time.end for time in times)
    }
    classes = noun_classes()
    kinds = classes["place_noun"] | classes["compass"] | classes["position"]
    at, end = 0, None
    while at < min(len(first.norms), longest):
        norm, word = first.norms[at], first.words[at]
        if at and (norm in ENDS or norm in _STOPS):
            end = at if spans or covered else None
            at += 1
        elif at in spans:
            at = spans[at]
        elif at in covered or norm in _BETWEEN or norm in kinds or not word[:1].islower():
            at += 1
        else:
            break
    return end
