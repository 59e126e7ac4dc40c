"""Where the acts of the paragraphs in ``fixtures/places`` were coded, the two halves apart.

    python -m benchmarks.judged_places [--errors]

``--errors`` lists what is wrong in the open half; of the held one only the figures are printed.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from benchmarks.judged_events import JudgedAct, is_place_right, levels, nearest_event
from coder.pipeline import Engine
from coder.values.events import CodedDocument, Event
from coder.values.text import Document

FOLDER = Path(__file__).parent.parent / "fixtures" / "places"
OPEN, HELD = "open", "held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A text with one act; ``known_miss``: its place is not found today."""

    document: Document
    act: JudgedAct
    known_miss: bool


def paragraphs(half: str) -> list[Paragraph]:
    """The paragraphs of one half, ``open`` or ``held``.

    Raises ValueError where the words of an act do not stand in its text.
    """
    rows = yaml.safe_load((FOLDER / f"{half}.yaml").read_text("utf-8"))
    return [_paragraph(row) for row in rows]


def _paragraph(row: dict[str, object]) -> Paragraph:
    text, title = str(row["text"]), row.get("title")
    return Paragraph(
        document=Document(
            doc_id=str(row["id"]),
            text=text,
            title=None if title is None else str(title),
            published=date.fromisoformat(str(row["published"])),
        ),
        act=JudgedAct(
            doc_id=str(row["id"]),
            sentence=0,
            at=text.index(str(row["act"])),
            dates=(),
            iso3=str(row["iso3"]),
            admin1=_names(row, "admin1"),
            deepest=_names(row, "deepest"),
            also=_names(row, "also"),
        ),
        known_miss=bool(row.get("known_miss")),
    )


def _names(row: dict[str, object], key: str) -> tuple[str, ...]:
    found = row.get(key)
    return tuple(str(name) for name in found) if isinstance(found, list) else ()


def record_of(paragraph: Paragraph, coded: CodedDocument) -> Event | None:
    """The event whose trigger in the text is nearest to the word that tells the act."""
    return nearest_event(
        coded,
        paragraph.act.at,
        lambda event: [mention for mention in event.mentions if mention.section_sentence >= 0],
    )


def score(half: str, code: Callable[[Document], CodedDocument]) -> dict[str, bool | None]:
    """Whether the place of each act is right, by id; null without a record."""
    found: dict[str, bool | None] = {}
    for paragraph in paragraphs(half):
        event = record_of(paragraph, code(paragraph.document))
        right = None if event is None else is_place_right(event.place, paragraph.act)
        found[paragraph.act.doc_id] = right
    return found


def main(arguments: list[str] | None = None) -> int:
    """The command line; always 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.judged_places", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what is wrong in the open half")
    options = parser.parse_args(arguments)
    engine = Engine()
    if options.errors:
        for paragraph in paragraphs(OPEN):
            event = record_of(paragraph, engine.code(paragraph.document))
            if event is None or not is_place_right(event.place, paragraph.act):
                place = event.place if event is not None else None
                given = (place.iso3, place.admin1_name, *levels(place)) if place else "no record"
                print(f"{paragraph.act.doc_id}: {given}, not {paragraph.act.deepest}")
    for half in (OPEN, HELD):
        verdicts = list(score(half, engine.code).values())
        told = [verdict for verdict in verdicts if verdict is not None]
        print(f"{half}: {len(verdicts)} acts, {len(told)} with a record, place right {sum(told)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
