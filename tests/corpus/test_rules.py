"""Every example of every frame, run through the engine."""

from collections import Counter
from functools import cache

import pytest

from coder.rules.examples import Example, check_example, iter_examples
from coder.rules.loader import load_rules
from coder.values.events import CodedDocument
from coder.values.text import Document

EXAMPLES = tuple(iter_examples())


@cache
def _engine() -> object:
    pipeline = pytest.importorskip("coder.pipeline", reason="the engine is not there yet")
    return pipeline.Engine()


def _code(text: str) -> CodedDocument:
    document = Document(doc_id="example", text=text)
    result = _engine().code(document)  # type: ignore[attr-defined]  # typed once imported
    assert isinstance(result, CodedDocument)
    return result


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_example_of_a_frame(example: Example) -> None:
    outcome = check_example(example, _code(example.text))
    assert outcome.passed, f"{example.text}\n{outcome.reason}"


@pytest.mark.parametrize("kind", ["match", "no_match"])
def test_every_frame_has_two_examples_of_each_kind(kind: str) -> None:
    counts = Counter(example.frame_id for example in EXAMPLES if example.kind == kind)
    frames = {frame.frame_id for frame in load_rules().frames}
    assert not {frame for frame in frames if counts[frame] < 2}


def test_at_least_three_hundred_trigger_lemmas_are_in_use() -> None:
    forms = load_rules().trigger_forms.values()
    assert len({form.lemma for found in forms for form in found}) >= 300
