"""Time expressions of a sentence: where they stand and which days they mean.

:func:`find_times` is the only entry. A sentence passes a gate (has it any word or number that
time is told with?), becomes a string of token classes (``times_tokens``), is read by a grammar of
regular expressions over that string (``times_dates``, ``times_relative``, ``times_lengths``,
``times_clock``), and neighbours are joined (``times_joins``).
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from coder.mentions.times.apart import count_from_days
from coder.mentions.times.clock import clock_rules
from coder.mentions.times.dates import date_rules, month_rules
from coder.mentions.times.joins import Atom, join
from coder.mentions.times.lengths import length_rules
from coder.mentions.times.periods import period_rules, reference_rules
from coder.mentions.times.relative import relative_rules
from coder.mentions.times.rules import Candidates, Grammar
from coder.mentions.times.seasons import season_rules
from coder.mentions.times.tokens import DateOrder, Scene, lowered, read_scene
from coder.mentions.times.values import Kind, Reading, precision_of, shift_days
from coder.mentions.times.weekdays import weekday_rules
from coder.mentions.times.words import anchors, foreign_months, holidays, word_table
from coder.mentions.times.years import bare_year_rules, year_rules
from coder.values.kept import Kept
from coder.values.labels import DateBasis, DatePrecision, TimexType
from coder.values.mentions import TimeExpression

__all__ = ["DateOrder", "find_times"]

# Longer stretches without a sentence end are read in pieces, so that memory stays bounded.
_PIECE = 20_000
_MONTH_DAYS = 27
_OPEN_START = ("since",)
_SIDES = ("before", "after")
_OWNING = ("'s", "'")
_OPEN_END = ("until", "till", "by", "til")
_PARTIAL = Kind.CLOCK, Kind.SHARE


def find_times(
    text: str,
    start: int,
    end: int,
    reference: date | None,
    *,
    date_order: DateOrder = DateOrder.UNDECLARED,
    words: Iterable[str] | None = None,
) -> tuple[TimeExpression, ...]:
    """Every time expression of ``text[start:end]``, in order, without overlap.

    ``words`` are those between the two offsets, where they are known already; each is enough once.
    Offsets count in ``text``. ``reference`` is the day of the report; without it relative forms
    keep their words and have null days. "since X" has ``is_open_start`` and a null ``last``;
    "until X" and "by X" a null ``first``; their ``value`` is that of X.

    >>> [found] = find_times("Shots were fired on Monday.", 0, 27, date(2017, 12, 12))
    >>> found.text, found.value, found.basis.value
    ('Monday', '2017-12-11', 'weekday')
    """
    if end - start > _PIECE:
        return _in_pieces(text, start, end, reference, date_order)
    part = text[start:end]
    if not _may_tell_time(part, part.split(" ") if words is None else words):
        return ()
    scene = read_scene(text, start, end, reference, date_order)
    atoms = _atoms(scene)
    if not atoms:
        return ()
    atoms = count_from_days(join(atoms, scene), scene)
    told = [_published(atom, scene) for atom in atoms if _is_worth_telling(atom.reading)]
    found = tuple(time for time in told if not _is_in_name(text, time, is_only=len(told) == 1))
    if "B.C" not in part and " BC" not in part:
        return found
    return tuple(time for time in found if _before_christ().match(text, time.end) is None)


def _in_pieces(
    text: str, start: int, end: int, reference: date | None, order: DateOrder
) -> tuple[TimeExpression, ...]:
    found: list[TimeExpression] = []
    while start < end:
        stop = min(end, start + _PIECE)
        if stop < end:
            space = text.rfind(" ", start + _PIECE // 2, stop)
            stop = space if space > 0 else stop
        found.extend(find_times(text, start, stop, reference, date_order=order))
        start = stop
    return tuple(found)


# Whether a word, or what stands between two spaces, can tell time: it has a word or figure of time;
# it has only together with what stands beside it ("5 pm", "Q 3"); it has not.
_YES, _BESIDE, _NO = 2, 1, 0
_LONGEST_KEPT = 40


class _Verdicts(Kept[str, int]):
    """The verdicts by piece."""

    most = 40_000

    def __missing__(self, piece: str) -> int:
        lower = piece.lower()
        if not _gate_words().isdisjoint(_words().findall(lower)) or _gate_digits().search(lower):
            verdict = _YES
        else:
            verdict = _BESIDE if _digit().search(lower) else _NO
        return self.keep(piece, verdict) if len(piece) <= _LONGEST_KEPT else verdict


_verdicts = _Verdicts()


def _may_tell_time(part: str, words: Iterable[str]) -> bool:
    """The gate: a sentence without any word or figure of time costs a look-up a word."""
    found = set(map(_verdicts.__getitem__, words))
    if _YES in found:
        return True
    return _BESIDE in found and _gate_digits().search(lowered(part)) is not None


@cache
def _before_christ() -> re.Pattern[str]:
    """As behind the day in "March 15, 44 B.C.": no day that a calendar of today holds."""
    return re.compile(r",? ?\d{1,4} ?B\.?C(?:\.|E|\b)| ?B\.C\.| ?BCE")


@cache
def _names_body() -> re.Pattern[str]:
    """As behind the day in "the 23 March Movement", "October 7 Bridge": a part of a name.

    Nothing is called after a weekday: "on Friday Hospital officials said".
    """
    bodies = "Movement|Brigades?|Battalion|Coalition|Alliance|Front|Committee|Organi[sz]ation|Union"
    grounds = "Square|Bridge|Street|Avenue|Stadium|University|Hospital|Airport|Barracks|School"
    names = f"{bodies}|{grounds}"
    return re.compile(rf" (?:{names}|{names.upper()})\b")


def _is_in_name(text: str, time: TimeExpression, *, is_only: bool) -> bool:
    """Whether a day is part of a name: "the 23 March Movement", "the Friday prayer leader".

    "Black September" and "Black Friday" are names too.
    """
    if text.endswith("Black ", 0, time.start):
        return True
    if _digit().search(time.text):
        return _names_body().match(text, time.end) is not None
    if time.basis is not DateBasis.WEEKDAY or " " in time.text:
        return False
    if _on_day().search(text, max(0, time.start - _BEFORE), time.start):
        return False
    return (
        _weekly().match(text, time.end) is not None
        or _dailies().match(text, time.end) is not None
        or (not is_only and _fairs().match(text, time.end) is not None)
    )


_BEFORE = 12  # the longest word that makes a day of a weekday, and the space


@cache
def _on_day() -> re.Pattern[str]:
    return re.compile(r"(?i)\b(?:on|since|until|till|by|last|next|this|late|early|from|every) $")


@cache
def _weekly() -> re.Pattern[str]:
    """As in "the Friday mosque", "a Sunday school teacher": what is held or read once a week."""
    who = "leader|imam|preacher|speaker|cleric"
    what = "mosques?|schools?|league|club|supplement|edition|papers?|newspapers?|magazine|roast"
    return re.compile(rf"(?i) (?:prayers? (?:{who})s?|sermons? leader|{what})\b")


@cache
def _dailies() -> re.Pattern[str]:
    """As in "the Sunday Times": the name of a paper."""
    papers = "Times|Star|Mail|Mirror|Telegraph|Express|Post|News|Standard|Tribune|Independent"
    papers += "|Herald|Observer|Nation|Vision|Punch|Sun|Mercury|Leader|Age|Monitor|Argus"
    return re.compile(rf" (?:{papers}|{papers.upper()})\b")


@cache
def _fairs() -> re.Pattern[str]:
    """As in "the Thursday market on Wednesday": a market is held on its day or only called so."""
    return re.compile(r"(?i) (?:cattle )?(?:market|bazaar|fair|prayers?|mass|service)\b")


@cache
def _digit() -> re.Pattern[str]:
    return re.compile(r"\d")


@cache
def _words() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _gate_words() -> frozenset[str]:
    known = {word for word, (kind, _) in word_table().items() if kind in anchors()}
    names = (name for starting in holidays().values() for name, _ in starting)
    rare = {name[0] for name in names if known.isdisjoint(name)}
    return frozenset(known | rare | set(foreign_months()))


@cache
def _gate_digits() -> re.Pattern[str]:
    return re.compile(r"\d[-./:]\d|\d{4}|\d ?[ap]\.?m|'\d\d|\d(?:st|nd|rd|th)|\bq ?\d")


@cache
def _grammar() -> Grammar:
    """All rules; relative forms come before lengths: "three days ago" is no duration."""
    return Grammar(
        date_rules()
        + year_rules()
        + weekday_rules()
        + month_rules()
        + relative_rules()
        + period_rules()
        + season_rules()
        + reference_rules()
        + clock_rules()
        + length_rules()
        + bare_year_rules()
    )


def _atoms(scene: Scene) -> list[Atom]:
    """What single rules read, left to right, without overlap."""
    grammar, classes = _grammar(), scene.classes
    atoms: list[Atom] = []
    for run in _runs().finditer(classes):
        position, stop = run.span()
        while position < stop:
            candidates = grammar[classes[position]]
            atom = _read(candidates, position, stop, scene) if candidates else None
            if atom is None:
                position += 1
                continue
            atoms.append(atom)
            reading = atom.reading
            if reading.first is not None and reading.first == reading.last:
                scene.days.append((atom.start, reading.first))
            position = max(atom.end, position + 1)
    return atoms


@cache
def _runs() -> re.Pattern[str]:
    """Stretches of known words that hold at least one word of time."""
    anchor = "".join(sorted(anchors()))
    return re.compile(f"[^\u00bf{anchor}]{{0,12}}[{anchor}][^\u00bf]{{0,60}}\u00bf?")


def _read(candidates: Candidates, position: int, stop: int, scene: Scene) -> Atom | None:
    """The first rule whose pattern matches at a token and whose builder accepts it."""
    for pattern, rule in candidates:
        found = pattern.match(scene.classes, position, stop)
        try:
            reading = rule.build(found, scene) if found else None
        except (ValueError, OverflowError):
            continue  # a day outside the calendar is no reading
        if found is not None and reading is not None:
            start, end = found.span("span" if "span" in pattern.groupindex else 0)
            if scene.words[end - 1] == "." and end == len(scene.words):
                end -= 1  # the full stop of the sentence, not of an abbreviation
            return Atom(start=start, end=end, rule_id=rule.rule_id, reading=reading)
    return None


def _is_worth_telling(reading: Reading) -> bool:
    return not (reading.kind in _PARTIAL and reading.value is None)


def _bounds(reading: Reading, before: str) -> tuple[date | None, date | None]:
    """The days of a reading after "since", "until", "by" ..., which leave one side open.

    "before" and "after" open only months and longer: "after Monday's attack" still names a day.
    """
    first, last = reading.first, reading.last
    if first is None or last is None or reading.type is TimexType.DURATION:
        return first, last
    if before in _OPEN_START:
        return first, None
    if before in _OPEN_END:
        return None, last
    if reading.kind is Kind.SPAN and (last - first).days >= _MONTH_DAYS:
        if before == "before":
            return None, shift_days(first, -1)
        if before == "after":
            return shift_days(last, 1), None
    return first, last


def _is_from_hour_to_hour(atom: Atom, scene: Scene) -> bool:
    """As in "from 3 am until daybreak today": all of it on that day."""
    if atom.reading.type is not TimexType.TIME or atom.reading.first != atom.reading.last:
        return False
    opening = next(
        (atom.start - back for back in (3, 4) if scene.word(atom.start - back) == "from"), 0
    )
    is_days = any(opening < start < atom.start for start, _ in scene.days)
    return scene.word(opening) == "from" and not is_days


def _is_part_of_today(reading: Reading, scene: Scene) -> bool:
    """As in "shelled since the morning", "killed since dawn": one day, and no time that goes on."""
    if reading.type is not TimexType.TIME:
        return False
    if reading.last is None or scene.reference is None:
        return reading.first is None
    return (scene.reference - reading.last).days <= 1


def _published(atom: Atom, scene: Scene) -> TimeExpression:
    """The expression in the words and offsets of the text, with what stands before it."""
    reading = atom.reading
    start, end = scene.starts[atom.start], scene.end(atom.end - 1)
    before = scene.word(atom.start - 1)
    if (before in _OPEN_START and _is_part_of_today(reading, scene)) or (
        before in _SIDES and scene.word(atom.end) in _OWNING
    ):
        before = ""  # "after April's killings" says when these were
    opened = before in _OPEN_START
    precision = reading.precision or precision_of(reading.first, reading.last)
    first, last = _bounds(reading, before)
    if first is None and _is_from_hour_to_hour(atom, scene):
        first = last
    if first != reading.first or last != reading.last:
        precision = DatePrecision.OPEN
    return TimeExpression(
        start=start,
        end=end,
        text=scene.text[start:end],
        type=reading.type,
        value=reading.value,
        first=first,
        last=last,
        precision=precision,
        basis=reading.basis if reading.first or reading.value else DateBasis.NONE,
        time_of_day=reading.time_of_day,
        event_offset_days=reading.event_offset_days,
        is_open_start=opened,
        rule_id=f"time-{atom.rule_id}",
        note=reading.note,
    )
