"""Predictions for hand-coded articles: every event with the wide columns of the codebook."""

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any

from benchmarks.inputs import BenchmarkInput
from coder.records.build import build
from coder.records.casualty_summary import CasualtyPolicy
from coder.records.models import Event
from coder.records.versions import Versions
from coder.tables.wide import wide_row
from coder.values.events import CodedDocument
from coder.values.labels import Section

Record = dict[str, Any]
_VERSIONS = Versions(coder_version="0", rules_version="0", gazetteer_version="0")
_NOT_SCORED = frozenset({"geometry", "mentions", "evidence", "targets", "date", "place"})


def predict(coded: CodedDocument, given: BenchmarkInput) -> Iterator[Record]:
    """One record for each event, countable or not; ``doc_id`` is the id of the input line."""
    document = build(coded, given.document, _VERSIONS)
    for event in document.events:
        yield _record(event) | {"doc_id": given.document.doc_id}


def _record(event: Event) -> Record:
    row = wide_row(event, CasualtyPolicy.CONSERVATIVE)
    record = {name: _plain(value) for name, value in row.items() if name not in _NOT_SCORED}
    in_text = event.section is Section.TEXT
    texts = {claim.casualty_id: claim.text for claim in event.casualties}
    return record | {
        "char_start": event.trigger_start if in_text else None,
        "char_end": event.trigger_end if in_text else None,
        "countable": event.countable,
        "actors": [actor.model_dump(mode="json") for actor in event.actors],
        "casualties": [
            claim.model_dump(mode="json") | {"subset_of": texts.get(claim.subset_of or "")}
            for claim in event.casualties
        ],
        "attributions": [source.model_dump(mode="json") for source in event.attributions],
    }


def _plain(value: Any) -> Any:  # noqa: ANN401 - a column holds whatever its type is
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
