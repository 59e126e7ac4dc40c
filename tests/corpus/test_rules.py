"""Every example of every frame, run through the engine."""

from functools import cache

import pytest

from coder.rules.examples import Example, check_example, iter_examples
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
