"""Each claim is one row under an id of its own, however often its act holds it."""

from coder.discourse.acts import Act
from coder.discourse.counts.casualties import collect_casualties
from coder.discourse.spans import Spans
from coder.text import sections_of
from coder.values.text import Document
from tests.unit.made_readings import drafts

TEXT = "Gunmen killed four men in Kano and wounded nine women."


def test_a_claim_held_twice_is_one_row() -> None:
    found = drafts(TEXT)
    held = [claim for draft in found for claim in draft.claims]
    for claim in held:
        claim.is_listed = True  # such claims are never taken for repeats
    found[-1].claims += held
    act = Act()
    act.add(found, "first mention")
    spans = Spans(sections_of(Document(doc_id="d", text=TEXT)))
    rows = collect_casualties(act, spans, [], {}, [])
    assert [(row.casualty_id, row.best) for row in rows] == [("c0", 4), ("c1", 9)]
