"""Incident summaries as terrorism databases write them: one incident each, in a few sentences.

    python -m benchmarks.summaries [--errors [FIGURE]]

The summaries stand in ``fixtures/summaries`` with what was expected of them before any coder read
them. ``developed`` is the half whose errors were read; of ``held`` only the score is ever shown.
Works without the data folder.

Deaths and injuries are those of all countable events together; ``attackers`` are the dead of the
attacking side. The other figures are those of the main event: the act of violence with most dead,
the first of several. ``one_incident``: no second countable act of violence is told.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from benchmarks.notes import (
    ACTING,
    Answer,
    Note,
    Texts,
    actor_words,
    as_number,
    coded,
    dead,
    is_in,
    place_words,
    stated,
    together,
)
from benchmarks.shared import ROOT
from coder import Coder
from coder.records.casualty_summary import summarise
from coder.records.models import Event

SUMMARIES = ROOT / "fixtures" / "summaries"
FIGURES = (
    "killed",
    "injured",
    "attackers",
    "one_incident",
    "type",
    "modality",
    "weapon",
    "perpetrator",
    "target",
    "claimed_by",
    "country",
    "place",
    "date",
)
_HIT = frozenset({"target", "victim", "participant"})


def answers(summaries: Sequence[Note], coder: Coder | None = None) -> list[Answer]:
    """Every asked figure of the summaries."""
    return [
        Answer(figure, summary, expected, told, right)
        for summary, events in coded(summaries, coder)
        for figure, expected, told, right in figures_of(summary.expect, events)
    ]


def figures_of(
    expect: dict[str, Any], events: Sequence[Event]
) -> Iterator[tuple[str, object, object, bool]]:
    """Every asked figure of one text: its name, what was expected, what found, whether right."""
    totals = [summarise(event.casualties) for event in events]
    for kind in ("killed", "injured"):
        if kind in expect:
            number = stated(together(getattr(total, kind) for total in totals))
            yield kind, expect[kind], number, number == as_number(expect[kind])
    if "attackers" in expect:
        fallen = sum(total.killed_side_a_best or 0 for total in totals)
        yield "attackers", expect["attackers"], fallen, fallen == expect["attackers"]
    violent = violence_in(events)
    told = ", ".join(f"{event.event_type} {event.trigger_text!r}" for event in violent)
    found_only = not violent and "weapons_disruption" in expect["type"]
    yield "one_incident", 1, told, len(violent) == 1 or found_only
    main = max(violent or events, key=dead, default=None)
    if main is None:
        asked = ("type", "modality", *(name for name in expect if name in FIGURES[6:]))
        yield from ((figure, expect.get(figure), None, False) for figure in asked)
    else:
        yield from _main(expect, main)


def violence_in(events: Iterable[Event]) -> list[Event]:
    """The acts of violence among events, riots with them."""
    return [it for it in events if it.event_class == "violence" or it.event_type == "riot"]


def _main(expect: dict[str, Any], main: Event) -> Iterator[tuple[str, object, object, bool]]:
    accepted = {
        "type": (expect["type"], [main.event_type.value]),
        "modality": (expect.get("modality", ["occurred"]), [main.modality.value]),
        "weapon": (expect.get("weapon"), [weapon.weapon_type.value for weapon in main.weapons]),
    }
    for figure, (values, found) in accepted.items():
        if values is not None:
            yield figure, values, found, not set(values).isdisjoint(found)
    names = {
        "perpetrator": actor_words(main, ACTING),
        "target": [
            *actor_words(main, _HIT),
            *(target.text for target in main.targets),
            *(row.text for row in main.casualties),
        ],
        "place": place_words(main),
    }
    for figure, words in names.items():
        if figure in expect:
            yield figure, expect[figure], words, is_one_in(expect[figure], words)
    if "claimed_by" in expect:
        claimed = main.claimed_by
        is_none = expect["claimed_by"] == "none"
        right = claimed is None if is_none else is_one_in(expect["claimed_by"], [claimed or ""])
        yield "claimed_by", expect["claimed_by"], claimed, right
    if "country" in expect:
        yield "country", expect["country"], main.place.iso3, main.place.iso3 == expect["country"]
    if "date" in expect:
        days = (main.date.start, main.date.end)
        yield "date", expect["date"], days, days == (expect["date"], expect["date"])


def is_one_in(expected: str | Sequence[str], words: Sequence[str]) -> bool:
    """Whether one of the expected names stands in one of the words."""
    names = [expected] if isinstance(expected, str) else expected
    return any(is_in(name, words) for name in names)


_TEXTS = Texts("summaries", SUMMARIES, FIGURES, answers, __doc__)
measured, main = _TEXTS.measured, _TEXTS.main

if __name__ == "__main__":
    sys.exit(main())
