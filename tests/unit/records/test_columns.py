import pytest

from coder.records.columns import Column, tables
from coder.records.documents import ControlState, DocumentRow, ErrorRow, Relation, Statement
from coder.records.models import (
    Actor,
    Attribution,
    Casualty,
    Event,
    EventMention,
    Evidence,
    Model,
    Target,
    Weapon,
)

PUBLISHED = [
    "events",
    "event_mentions",
    "actors",
    "casualties",
    "targets",
    "weapons",
    "attributions",
    "evidence",
    "documents",
    "relations",
    "incidents",
    "errors",
    "statements",
    "control_states",
]

PARTS: dict[str, type[Model]] = {
    "event_mentions": EventMention,
    "actors": Actor,
    "casualties": Casualty,
    "targets": Target,
    "weapons": Weapon,
    "attributions": Attribution,
    "evidence": Evidence,
}

ROWS: dict[str, type[Model]] = {
    "documents": DocumentRow,
    "relations": Relation,
    "errors": ErrorRow,
    "statements": Statement,
    "control_states": ControlState,
}


def test_every_published_table_is_declared_in_order() -> None:
    assert list(tables()) == PUBLISHED


@pytest.mark.parametrize("name", PUBLISHED)
def test_columns_have_unique_names_a_known_type_and_a_meaning(name: str) -> None:
    columns = tables()[name].columns
    assert len({column.name for column in columns}) == len(columns)
    for column in columns:
        assert column.meaning.endswith("."), column.name
        assert (column.dtype == "enum") == (column.vocabulary is not None)
        assert column.references is None or column.references in PUBLISHED


@pytest.mark.parametrize("name", PUBLISHED)
def test_a_null_has_a_meaning_exactly_where_it_may_occur(name: str) -> None:
    def explained(column: Column) -> bool:
        return column.null_meaning is not None

    for column in tables()[name].columns:
        assert explained(column) == column.nullable, column.name


@pytest.mark.parametrize("name", PARTS)
def test_a_long_table_has_the_fields_of_the_nested_part(name: str) -> None:
    columns = tables()[name].names
    assert columns[0] == "event_id"
    assert columns[1].endswith("_idx")
    assert columns[2] == "doc_id"
    assert set(columns[3:]) == set(PARTS[name].model_fields)


@pytest.mark.parametrize("name", ROWS)
def test_a_plain_table_has_the_fields_of_its_row(name: str) -> None:
    assert set(tables()[name].names) == set(ROWS[name].model_fields)


def test_flat_fields_of_the_event_keep_their_name_in_the_wide_table() -> None:
    nested = {"date", "place", "actors", "casualties", "targets", "attributions", "mentions"}
    assert set(Event.model_fields) - nested - {"evidence"} <= set(tables()["events"].names)
