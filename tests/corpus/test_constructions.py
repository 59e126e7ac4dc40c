"""What the grammar derives from a frame, and that a new verb is one entry in a data file."""

import pytest

from coder.pipeline import Engine
from coder.values.options import EngineOptions, SourceText
from tests.corpus.constructions import (
    CONSTRUCTIONS,
    PAGE,
    derived,
    is_read,
    promised,
    sentence,
    subjects,
)

NEW_VERB = """
- id: defenestrate
  status: stable
  type: killing/execution
  why: People are thrown out of a window.
  triggers: {verb: [defenestrate], noun: [defenestration]}
  roles:
    perpetrator: {is: [armed, crowd], as: subject, after: [by]}
    victim: {is: [person], as: object, after: [of], effect: killed}
  needs: [victim]
  match:
    - text: "Rebels defenestrated a judge in Prague on Monday."
  no_match:
    - text: "The party defenestrated its programme."
      why: a programme is no person
"""


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(EngineOptions(rules=(SourceText(name="own.yaml", content=NEW_VERB),)))


@pytest.mark.parametrize("construction", CONSTRUCTIONS)
def test_a_new_verb_is_one_entry(engine: Engine, construction: str) -> None:
    (subject,) = subjects(NEW_VERB)
    assert is_read(engine, construction, subject), sentence(construction, subject)


@pytest.mark.parametrize("construction", CONSTRUCTIONS)
def test_a_new_verb_is_unknown_without_its_entry(construction: str) -> None:
    (subject,) = subjects(NEW_VERB)
    assert not is_read(Engine(EngineOptions()), construction, subject)


def test_the_page_promises_nothing_that_is_not_so() -> None:
    told, table = promised(PAGE.read_text(encoding="utf-8")), derived()
    assert len(told) > 40
    wrong = [(f, c) for f, row in told.items() for c, yes in row.items() if yes and not table[f][c]]
    assert not wrong, "mend it, or run python -m tests.corpus.constructions and say why"


@pytest.mark.parametrize("construction", sorted(CONSTRUCTIONS.keys() - {"agentless", "reported"}))
def test_a_construction_is_derived_for_nearly_every_frame(construction: str) -> None:
    tried = [row[construction] for row in derived().values() if row[construction] is not None]
    assert sum(map(bool, tried)) >= 0.85 * len(tried)
