from enum import StrEnum

import pytest

from coder.records.taxonomy import CLASSES, label_definitions, subtypes
from coder.values import labels, nonevent_labels
from coder.values.labels import EventClass, EventType
from coder.values.value import Label

VOCABULARIES = [
    value
    for value in {**vars(labels), **vars(nonevent_labels)}.values()
    if isinstance(value, type) and issubclass(value, Label) and value is not Label
]


@pytest.mark.parametrize("vocabulary", VOCABULARIES, ids=lambda found: found.__name__)
def test_every_label_is_defined_once_in_the_order_of_the_code(vocabulary: type[StrEnum]) -> None:
    defined = [
        entry.label for entry in label_definitions() if entry.vocabulary == vocabulary.__name__
    ]
    assert defined == [member.value for member in vocabulary]


def test_no_vocabulary_is_defined_that_the_code_does_not_have() -> None:
    known = {vocabulary.__name__ for vocabulary in VOCABULARIES} | {"EventSubtype"}
    assert {entry.vocabulary for entry in label_definitions()} == known


def test_definitions_are_sentences_with_a_source() -> None:
    for entry in label_definitions():
        assert entry.definition.endswith("."), entry
        assert entry.source.startswith("codebook: ")


@pytest.mark.parametrize("event_type", EventType)
def test_every_type_has_a_class_and_the_subtype_unspecified_or_a_full_list(
    event_type: EventType,
) -> None:
    assert CLASSES[event_type] in EventClass
    assert "unspecified" in subtypes(event_type) or event_type is EventType.ARREST
