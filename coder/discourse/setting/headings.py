"""The heading of a short note: where and when all of it happened.

"Juba, 8-11 July 2016. ...", "Tuesday: ...", "Doda, J&K. ...", "Location: Shiroro LGA, Niger State."
What stands there in front of a mark, with nothing else but names, is no place of writing: an act
without a place or day of its own happened there and then.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from coder.discourse.setting.note_days import inherited_day, most_sentences, note_day
from coder.events.reading import Reading
from coder.gazetteer.store import Gazetteer
from coder.lexicon.words import noun_classes
from coder.mentions.places.dateline import Dateline
from coder.mentions.places.event_place import event_place
from coder.mentions.places.finder import find_places
from coder.mentions.times.finder import find_times
from coder.text import tokenise
from coder.text.entries import Head
from coder.values.events import EventDate, EventPlace
from coder.values.kinds import OF_DAYS, TOLD_DAYS
from coder.values.mentions import PlaceMention, TimeExpression
from coder.values.text import NormalisedText, Sentence
from coder.values.value import value

_LABEL = 16  # characters: a label, the colon and what may stand around it
_WRITTEN = timedelta(days=2)  # a report of an agency is published sooner behind its dateline
LONGEST = 16  # tokens of the front of a note
ENDS = frozenset({":", "-", "--", "\u2013", "\u2014", "|"})
_MARKS = " .:|-\u2013\u2014"
_STOPS = frozenset({".", "!"})
_BETWEEN = frozenset(
    {",", "(", ")", "/", "&", "'s", "the", "of", "in", "near", "on", "and", "lga"}
    | {"at", "off", "from"}
)


@value
class Heading:
    """Where and when; each null where the note has none in front."""

    place: EventPlace | None = None
    day: EventDate | None = None


def heading_of(  # noqa: PLR0917 - what a note is read with
    text: NormalisedText,
    spans: Sequence[tuple[int, int]],
    readings: Sequence[Reading],
    gazetteer: Gazetteer,
    published: date | None,
    dateline: Dateline | None,
) -> Heading:
    """Where and when a note happened; both null for longer texts and for none.

    Behind a dateline of an agency only a day that is set apart counts.
    """
    if not 0 < len(spans) <= most_sentences(text.text):
        return Heading()
    day = note_day(readings, text.text, spans, published)
    if _is_newswire(dateline, published):
        return Heading(day=day)
    first = tokenise(text, *spans[0], 0)
    times = find_times(text.text, first.start, first.end, published)
    if not _may_head(first, times) and not _may_label(text.text, spans):
        return Heading(day=day)
    items = [tokenise(text, start, end, index) for index, (start, end) in enumerate(spans)]
    places = find_places(items, gazetteer)
    end = end_of_front(first, places[0], times)
    if end is None:
        return Heading(place=_labelled(items, places), day=day)
    told = [place for place in places[0] if place.last <= end]
    time = next((time for time in times if time.end <= first.ends[end - 1]), None)
    where = _labelled(items, places)
    where = where or _place(told, [place for found in places for place in found])
    return Heading(place=where, day=day or _day(time))


def _is_newswire(dateline: Dateline | None, published: date | None) -> bool:
    """A place in capitals or an agency in front of a report: where it was written."""
    if dateline is None:
        return False
    is_old = (
        dateline.date is not None
        and published is not None
        and published - dateline.date >= _WRITTEN
    )
    is_loud = dateline.place_text is not None and dateline.place_text.split(",")[0].isupper()
    return dateline.agency is not None or (is_loud and not is_old)


def _may_head(first: Sentence, times: Sequence[TimeExpression]) -> bool:
    """Whether the first words are names or a day with an end; cheap, since most notes have none."""
    opens = bool(times) and times[0].start == first.start
    begins = first.words[0][:1].isupper() or first.words[0] == "("
    head = first.norms[:LONGEST]
    ends = not ENDS.isdisjoint(head) or len(first.norms) <= LONGEST
    return ends and (opens or begins)


def _may_label(text: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether a sentence begins with a word before a colon, before any is tokenised."""
    return any(text.find(":", start, min(end, start + _LABEL)) > 0 for start, end in spans)


def _is_label(item: Sentence) -> bool:
    return item.norms[0] in noun_classes()["label_place"] and item.norms[1:2] == (":",)


def _labelled(
    items: Sequence[Sentence], places: Sequence[Sequence[PlaceMention]]
) -> EventPlace | None:
    """As in "Location: Shiroro LGA, Niger State."."""
    for item, found in zip(items, places, strict=True):
        if _is_label(item):
            return _place(found, [place for other in places for place in other])
    return None


def _place(told: Sequence[PlaceMention], around: Sequence[PlaceMention]) -> EventPlace | None:
    named = [place for place in told if not place.is_demonym]
    return event_place(named, around, None) if named else None


def _day(time: TimeExpression | None) -> EventDate | None:
    if time is None or time.basis not in TOLD_DAYS or time.precision not in OF_DAYS:
        return None
    if time.last is None:
        return None
    return inherited_day(time)


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
