"""Pages of newspapers and of the police: what is no violence stays out, what is one is read right.

    python -m benchmarks.pages [--errors [FIGURE]]

The pages stand in ``fixtures/pages`` with what was expected of them before any coder read them:
business, sport, technology, arts, science, weather, travel, health, obituaries, courts, history,
arms deals, councils, opinion; police bulletins and court reports of many countries. ``developed``
is the half whose errors were read; of ``held`` only the score is ever shown. Works without the data
folder.

``ordinary``: an everyday page has no countable record of violence but of the types that ``accept``
names. ``retold``: the same of reports of trials. The other figures are those of the summaries, and
``arrested``, the greatest number that any countable event of the page states.
"""

import sys
from collections.abc import Iterator, Sequence

from benchmarks.notes import Answer, Note, Texts, coded
from benchmarks.shared import ROOT
from benchmarks.summaries import figures_of, violence_in
from coder import Coder
from coder.records.models import Event

PAGES = ROOT / "fixtures" / "pages"
FIGURES = (
    "ordinary",
    "retold",
    "killed",
    "injured",
    "arrested",
    "type",
    "weapon",
    "perpetrator",
    "country",
    "place",
    "date",
)


def answers(pages: Sequence[Note], coder: Coder | None = None) -> list[Answer]:
    """Every asked figure of the pages."""
    return [answer for page, events in coded(pages, coder) for answer in _answers(page, events)]


def _answers(page: Note, events: Sequence[Event]) -> Iterator[Answer]:
    if not page.is_incident:
        violent = {event.event_type.value for event in violence_in(events)}
        figure = "retold" if page.id.startswith("court-") else "ordinary"
        accepted = page.expect.get("accept", ())
        yield Answer(figure, page, "none", sorted(violent), violent <= set(accepted))
        return
    for figure, expected, found, is_right in figures_of(page.expect, events):
        if figure in FIGURES:
            yield Answer(figure, page, expected, found, is_right)
    if "arrested" in page.expect:
        told = max((_arrested(event) for event in events), default=0)
        yield Answer(
            "arrested", page, page.expect["arrested"], told, told == page.expect["arrested"]
        )


def _arrested(event: Event) -> int:
    rows = [row.best or row.low or 0 for row in event.casualties if row.kind == "arrested"]
    return max(rows, default=0)


_TEXTS = Texts("pages", PAGES, FIGURES, answers, __doc__)
measured, main = _TEXTS.measured, _TEXTS.main

if __name__ == "__main__":
    sys.exit(main())
