"""Number words, the phrases that qualify a number, and the words that say it counts no persons."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from coder.lexicon.phrases import PhraseTable
from coder.lexicon.tsv import TsvRow, read_rows
from coder.values.labels import Qualifier

_DATA = Path(__file__).parent / "data"
_TENS = range(20, 100, 10)


class NumberKind(StrEnum):
    """How a number word works.

    ``unit`` (to nineteen), ``ten``, ``hundred``, ``scale`` (thousand ...) and ``dozen`` compose;
    ``exact``, ``about``, ``vague`` and ``many`` stand alone ("both", "half a dozen", "several",
    "many").
    """

    UNIT = "unit"
    TEN = "ten"
    HUNDRED = "hundred"
    SCALE = "scale"
    DOZEN = "dozen"
    EXACT = "exact"
    ABOUT = "about"
    VAGUE = "vague"
    MANY = "many"


class Measure(StrEnum):
    """Where a word stands that keeps a number from counting persons; a label names ("Flight 5")."""

    AFTER = "after"
    BEFORE = "before"
    LABEL = "label"


class LeadKind(StrEnum):
    """Where a qualifying phrase stands."""

    BEFORE = "before"
    AFTER = "after"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWord:
    """A number word or phrase and its value."""

    value: int
    kind: NumberKind


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberTable:
    """Everything the reading of numbers looks up.

    ``starts`` holds each word a number phrase can begin with (digits apart); ``soft_starts`` those
    that need another word behind them ("about", "a"), ``follows`` what may stand there (digits
    apart), ``seconds`` the same for each that only begins phrases ("in" of "in excess of").
    ``zero_stops`` are the words after which "no" is no number ("no longer").
    """

    words: dict[str, NumberWord]
    phrases: PhraseTable[NumberWord]
    leads: PhraseTable[Qualifier]
    trails: PhraseTable[Qualifier]
    zero_stops: frozenset[str]
    measures: dict[str, Measure]
    months: frozenset[str]
    starts: frozenset[str]
    soft_starts: frozenset[str]
    follows: frozenset[str]
    seconds: dict[str, frozenset[str]]


@cache
def number_table() -> NumberTable:
    """The table of the shipped lists ``numbers.tsv``, ``quantifiers.tsv`` and ``measures.tsv``."""
    words: dict[str, NumberWord] = {}
    phrases: list[tuple[str, NumberWord]] = []
    for row in read_rows(_DATA / "numbers.tsv", ("word", "value", "kind"), required=("word",)):
        word, entry = _number(row)
        if entry.kind in {NumberKind.EXACT, NumberKind.ABOUT, NumberKind.VAGUE, NumberKind.MANY}:
            phrases.append((word, entry))
        else:
            words[word] = entry
    words.update(_hyphenated(words))
    phrases += _and_odd(words)
    leads, trails, stops = _quantifiers()
    table = PhraseTable(phrases)
    alone = frozenset(words) | {phrase for phrase, _ in phrases if " " not in phrase}
    starts = frozenset(words) | table.first_words | leads.first_words | {"a", "an"}
    longer = [form.split(" ") for form in (*leads.forms(), *table.forms()) if " " in form]
    pairs = {(form[0], form[1]) for form in longer}
    return NumberTable(
        words=words,
        phrases=table,
        leads=leads,
        trails=trails,
        zero_stops=stops,
        measures=_measures("measures.tsv"),
        months=frozenset(
            row["word"]
            for row in read_rows(_DATA / "measures.tsv", _MEASURES)
            if row["use"] == "month"
        ),
        starts=starts,
        soft_starts=starts - alone,
        follows=starts | {second for _, second in pairs},
        seconds=_only_seconds(starts - alone - set(leads.forms()), pairs, words),
    )


def _only_seconds(
    firsts: frozenset[str], pairs: set[tuple[str, str]], words: dict[str, NumberWord]
) -> dict[str, frozenset[str]]:
    """What may follow each word that is no number and no qualifier by itself ("in excess of")."""
    found = {
        first: frozenset(second for word, second in pairs if word == first) for first in firsts
    }
    scales = frozenset(word for word, entry in words.items() if entry.kind in SCALED)
    return {
        first: seconds | scales if first in {"a", "an"} else seconds
        for first, seconds in found.items()
    }


_MEASURES = ("word", "use", "note")
SCALED = frozenset({NumberKind.HUNDRED, NumberKind.SCALE, NumberKind.DOZEN})


def _number(row: TsvRow) -> tuple[str, NumberWord]:
    value, kind = row.required("value"), row.label("kind", NumberKind)
    if kind is None or not value.isdigit():
        raise row.error("value", "a number word needs a whole number and a kind")
    return row["word"], NumberWord(value=int(value), kind=kind)


def _hyphenated(words: dict[str, NumberWord]) -> dict[str, NumberWord]:
    """Read "twenty-one" to "ninety-nine", which are one token each."""
    tens = [(word, entry.value) for word, entry in words.items() if entry.value in _TENS]
    units = [(word, entry.value) for word, entry in words.items() if 0 < entry.value <= 9]  # noqa: PLR2004
    return {
        f"{ten}-{unit}": NumberWord(value=high + low, kind=NumberKind.TEN)
        for ten, high in tens
        for unit, low in units
    }


def _and_odd(words: dict[str, NumberWord]) -> list[tuple[str, NumberWord]]:
    """Read "twenty-odd" to "ninety-odd", and "forty-some": about so many."""
    return [
        (f"{word}-{end}", NumberWord(value=entry.value, kind=NumberKind.ABOUT))
        for word, entry in words.items()
        if entry.value in _TENS
        for end in ("odd", "some")
    ]


def _quantifiers() -> tuple[PhraseTable[Qualifier], PhraseTable[Qualifier], frozenset[str]]:
    columns = ("phrase", "place", "qualifier")
    leads: list[tuple[str, Qualifier]] = []
    trails: list[tuple[str, Qualifier]] = []
    stops: set[str] = set()
    for row in read_rows(_DATA / "quantifiers.tsv", columns, required=columns[:2]):
        place = row.label("place", LeadKind)
        if place is LeadKind.STOP:
            stops.add(row["phrase"])
            continue
        qualifier = row.label("qualifier", Qualifier)
        if qualifier is None:
            raise row.error("qualifier", "may not be empty")
        (leads if place is LeadKind.BEFORE else trails).append((row["phrase"], qualifier))
    return PhraseTable(leads), PhraseTable(trails), frozenset(stops)


def _measures(name: str) -> dict[str, Measure]:
    rows = read_rows(_DATA / name, _MEASURES, required=_MEASURES[:2])
    return {row["word"]: Measure(row["use"]) for row in rows if row["use"] != "month"}
