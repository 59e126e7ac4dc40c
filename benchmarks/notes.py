"""Short incident notes of many styles: what of each is read as its writer meant it.

    python -m benchmarks.notes [--errors [FIGURE]]

The notes stand in ``fixtures/notes`` with what was expected of them before any coder read them.
``developed`` is the half whose errors were read; of ``held`` only the score is ever shown, so
``--errors`` lists the first half alone. Works without the data folder.

Deaths and injuries are those of all countable events of a note together. Type, actor, place and
date are those of its main event: the one with most dead, the first of several.
"""

import argparse
import datetime as dt
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from benchmarks.scoreboard import committed_floors, fallen
from benchmarks.scoring import Figures
from benchmarks.shared import ROOT
from coder import Coder
from coder.records.casualty_summary import Bounds, summarise
from coder.records.models import Event

NOTES = ROOT / "fixtures" / "notes"
HALVES = ("developed", "held")
FIGURES = (
    "deaths_exact",
    "deaths_bounds",
    "deaths_told",
    "presence_precision",
    "presence_recall",
    "injured_exact",
    "type",
    "actor",
    "country",
    "place",
    "date",
    "no_incident",
)
_NUMBER = re.compile(r"(~?)(\d+)(\+?)")
ACTING = frozenset({"perpetrator", "participant", "gaining_party"})
"""The roles of those who act; a clash has participants only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note and what is expected; what ``expect`` leaves out is not asked, but for deaths.

    ``killed``, ``injured``: ``8`` exact, ``8+`` at least, ``~8`` about, null not stated.
    """

    id: str
    published: dt.date | None
    text: str
    expect: dict[str, Any]

    @property
    def is_incident(self) -> bool:
        """Whether anything in the note is to be counted."""
        return bool(self.expect["type"])


class Answer(NamedTuple):
    """One asked figure of one note: what was expected, what was found, whether that is right."""

    figure: str
    note: Note
    expected: object
    found: object
    is_right: bool


def read_notes(half: str, folder: Path = NOTES) -> list[Note]:
    """The notes of one half, in the order of the file."""
    entries = yaml.safe_load((folder / f"{half}.yaml").read_text(encoding="utf-8"))
    return [Note(**entry) for entry in entries]


def answers(notes: Sequence[Note], coder: Coder | None = None) -> list[Answer]:
    """Every asked figure of the notes."""
    found: list[Answer] = []
    for note, events in coded(notes, coder):
        found.extend(_people(note, events))
        found.extend(_main(note, events))
    return found


def coded(notes: Sequence[Note], coder: Coder | None) -> Iterator[tuple[Note, list[Event]]]:
    """Every note with its countable events."""
    rows = [
        {
            "id": note.id,
            "text": note.text,
            "published": note.published.isoformat() if note.published else None,
        }
        for note in notes
    ]
    for note, result in zip(notes, (coder or Coder()).code_documents(rows), strict=True):
        yield note, [event for event in result.events if event.countable]


def _people(note: Note, events: Sequence[Event]) -> Iterable[Answer]:
    summaries = [summarise(event.casualties) for event in events]
    killed = together(summary.killed for summary in summaries)
    expected, asked = str(note.expect.get("killed")), note.expect.get("killed")
    number, told = as_number(asked), stated(killed)
    if not note.is_incident:
        violent = [event for event in events if event.event_class == "violence"]
        yield Answer("no_incident", note, "none", _types(violent), not violent)
    elif number:
        yield Answer("deaths_exact", note, asked, tuple(killed), number == told)
        yield Answer("deaths_bounds", note, asked, tuple(killed), fits(expected, killed))
        yield Answer("presence_recall", note, asked, tuple(killed), bool(told))
    yield Answer("deaths_told", note, asked, tuple(killed), number == told)
    if told:
        yield Answer("presence_precision", note, asked, tuple(killed), bool(number))
    if number := as_number(note.expect.get("injured")):
        injured = together(summary.injured for summary in summaries)
        yield Answer("injured_exact", note, number, tuple(injured), number == stated(injured))


def together(several: Iterable[Bounds]) -> Bounds:
    """The sum of what several events state; null where none states it.

    >>> together([Bounds(3, 3, None), Bounds(), Bounds(2, 2, 2)])
    Bounds(low=5, best=5, high=None)
    """
    stated = [one for one in several if any(bound is not None for bound in one)]
    if not stated:
        return Bounds()
    low, best, high = zip(*stated, strict=True)
    best = tuple(one.low if one.best is None else one.best for one in stated)
    return Bounds(_sum(low), _sum(best), _sum(high))


def _sum(several: Sequence[int | None]) -> int | None:
    known = [one for one in several if one is not None]
    return sum(known) if len(known) == len(several) else None


def stated(bounds: Bounds) -> int | None:
    """The number that stands for bounds: the best, else the least."""
    return bounds.low if bounds.best is None else bounds.best


def as_number(expected: object) -> int | None:
    """The number of an expectation such as ``8``, ``8+`` or ``~8``; null where none is stated."""
    found = _NUMBER.fullmatch(str(expected))
    return int(found[2]) if found else None


def fits(expected: str, found: Bounds) -> bool:
    """Whether low, best and high are those the words state.

    >>> fits("8+", Bounds(8, 8, None)), fits("8", Bounds(8, 8, None)), fits("~8", Bounds(None, 8))
    (True, False, True)
    """
    match = _NUMBER.fullmatch(expected)
    if match is None or stated(found) != int(match[2]):
        return False
    if match[3]:
        return found.high is None
    is_exact = found.low is not None and found.low == found.high
    return is_exact is not bool(match[1])


def _main(note: Note, events: Sequence[Event]) -> Iterable[Answer]:
    if not note.is_incident:
        return
    main = max(events, key=dead, default=None)
    expect = note.expect
    yield Answer("type", note, expect["type"], _types([main]), _has_type(main, expect["type"]))
    if "perpetrator" in expect:
        words = actor_words(main, ACTING) if main else []
        yield Answer(
            "actor", note, expect["perpetrator"], words, is_in(expect["perpetrator"], words)
        )
    if "country" in expect:
        country = main.place.iso3 if main else None
        yield Answer("country", note, expect["country"], country, country == expect["country"])
    if "place" in expect:
        named = place_words(main)
        right = any(is_in(name, named) for name in expect["place"])
        yield Answer("place", note, expect["place"], named, right)
    if "date" in expect:
        days = expect["date"] if isinstance(expect["date"], list) else [expect["date"]] * 2
        when = [main.date.start, main.date.end] if main else None
        yield Answer("date", note, days, when, when == days)


def dead(event: Event) -> int:
    """The dead of one event, 0 where none are stated."""
    return stated(summarise(event.casualties).killed) or 0


def _types(events: Iterable[Event | None]) -> str:
    return ", ".join(f"{it.event_type}/{it.event_subtype}" for it in events if it) or "none"


def _has_type(event: Event | None, accepted: Sequence[str]) -> bool:
    return event is not None and event.event_type in accepted


def actor_words(event: Event, roles: frozenset[str]) -> list[str]:
    """Name and words of each actor of one event in one of the roles."""
    return [f"{actor.name} {actor.text}" for actor in event.actors if actor.role in roles]


def place_words(event: Event | None) -> list[str]:
    """The names of the place of one event, the narrowest first; none without an event."""
    if event is None:
        return []
    it = event.place
    names = (it.site_name, it.place_name, it.admin3_name, it.admin2_name, it.admin1_name, it.text)
    return [name for name in names if name]


def is_in(words: str, names: Iterable[str]) -> bool:
    """Whether the words stand in one of the names, whatever their accents and marks."""
    return any(_plain(words) in _plain(name) for name in names)


def _plain(words: str) -> str:
    letters = unicodedata.normalize("NFKD", words).casefold()
    return "".join(letter for letter in letters if letter.isalnum())


class Texts(NamedTuple):
    """Texts in two halves: the module that scores them, their folder, figures, answers and help.

    ``read`` gives the texts of a half where they do not stand in the folder themselves.
    """

    module: str
    folder: Path
    figures: tuple[str, ...]
    answers: Callable[[Sequence[Note]], list[Answer]]
    help: str | None
    read: Callable[[str], list[Note]] | None = None

    def answered(self, half: str) -> list[Answer]:
        """Every asked figure of one half."""
        notes = self.read(half) if self.read else read_notes(half, self.folder)
        return self.answers(notes)

    def shares(self, found: Iterable[Answer], half: str) -> Figures:
        """The share of right answers for each figure, in per cent."""
        by_figure: dict[str, list[bool]] = {name: [] for name in self.figures}
        for answer in found:
            by_figure[answer.figure].append(answer.is_right)
        return {
            f"{self.folder.name}-{half}.{name}": round(100 * sum(right) / len(right), 1)
            for name, right in by_figure.items()
            if right
        }

    def measured(self) -> Figures:
        """The figures of both halves."""
        figures: Figures = {}
        for half in HALVES:
            figures |= self.shares(self.answered(half), half)
        return figures

    def main(self, arguments: Sequence[str] | None = None) -> int:
        """The command line: figures and errors as :meth:`report` prints them."""
        return self.report(self.parser().parse_args(arguments).errors)

    def parser(self) -> argparse.ArgumentParser:
        """The options of the command line."""
        parser = argparse.ArgumentParser(
            prog=f"python -m benchmarks.{self.module}", description=self.help
        )
        parser.add_argument("--errors", nargs="?", const="all", choices=("all", *self.figures))
        return parser

    def report(self, errors: str | None) -> int:
        """Print the figures and, if asked for, what is wrong in the developed half.

        ``errors``: the figure whose errors are listed, or ``all``. 1 when a figure is below its
        committed floor, else 0.
        """
        of = self.folder.name
        developed, held = (self.answered(half) for half in HALVES)
        first, second = self.shares(developed, "developed"), self.shares(held, "held")
        for name in self.figures:
            asked = sum(answer.figure == name for answer in (*developed, *held))
            values = (first.get(f"{of}-developed.{name}"), second.get(f"{of}-held.{name}"))
            cells = "".join(f"{'-' if value is None else value:>11}" for value in values)
            sys.stdout.write(f"{name:20}{cells}{asked:>8} asked\n")
        for answer in developed:
            if not answer.is_right and errors in {"all", answer.figure}:
                sys.stdout.write(f"! {answer.figure} {answer.note.id}: expected ")
                sys.stdout.write(f"{answer.expected}, found {answer.found}\n")
                sys.stdout.write(f"    {answer.note.text}\n")
        below = fallen(first | second, committed_floors())
        for name in below:
            sys.stdout.write(f"below its committed floor: {name}\n")
        return 1 if below else 0


_TEXTS = Texts("notes", NOTES, FIGURES, answers, __doc__)
measured, main = _TEXTS.measured, _TEXTS.main

if __name__ == "__main__":
    sys.exit(main())
