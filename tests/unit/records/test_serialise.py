import json

import jsonschema  # type: ignore[import-untyped]
import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from coder.records.build import build
from coder.records.schema import event_schema
from coder.records.serialise import from_json_line, to_json, to_json_lines
from coder.values.events import CodedDocument
from tests.unit.records.made import CODED, DOCUMENT, VERSIONS, coded_documents


@settings(max_examples=25)
@given(coded_documents())
def test_events_survive_json_lines(document: CodedDocument) -> None:
    events = build(document, DOCUMENT, VERSIONS).events
    lines = to_json_lines(events).split("\n")
    assert lines.pop() == ""
    assert tuple(map(from_json_line, lines)) == events


def test_each_line_satisfies_the_exported_json_schema() -> None:
    validator = jsonschema.Draft202012Validator(event_schema())
    validator.check_schema(event_schema())
    for line in to_json_lines(build(CODED, DOCUMENT, VERSIONS).events).splitlines():
        validator.validate(json.loads(line))


def test_a_document_is_one_object() -> None:
    record = json.loads(to_json(build(CODED, DOCUMENT, VERSIONS)))
    assert record["document"]["doc_id"] == "d1"
    assert len(record["events"]) == 2
    assert record["events"][0]["date"]["start"] == "2020-03-02"


def test_an_unknown_field_is_refused() -> None:
    (line, *_) = to_json_lines(build(CODED, DOCUMENT, VERSIONS).events).splitlines()
    with pytest.raises(ValidationError, match="mood"):
        from_json_line(json.dumps(json.loads(line) | {"mood": "tense"}))
