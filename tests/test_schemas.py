"""The committed schema files are what the code exports."""

from pathlib import Path

import pytest

from coder.records.columns import tables
from coder.records.schema import dictionary_markdown, export_schemas, schema_files
from coder.values.labels import EventType

SCHEMAS = Path(__file__).parents[1] / "schemas"


@pytest.mark.parametrize("path", schema_files())
def test_the_committed_file_is_what_the_code_exports(path: str) -> None:
    committed = (SCHEMAS / path).read_text(encoding="utf-8")
    assert committed == schema_files()[path], "run: coder schema export schemas"


def test_no_schema_file_is_left_over() -> None:
    committed = {path.relative_to(SCHEMAS).as_posix() for path in SCHEMAS.rglob("*.json")}
    assert {path for path in committed if not path.startswith("rule/")} == set(schema_files())


def test_export_writes_every_file(tmp_path: Path) -> None:
    written = export_schemas(tmp_path)
    assert len(written) == len(schema_files())
    assert all(path.read_text(encoding="utf-8").endswith("}\n") for path in written)


@pytest.mark.parametrize("table", tables())
def test_the_codebook_prints_the_data_dictionary(table: str) -> None:
    codebook = (SCHEMAS / "codebook.md").read_text(encoding="utf-8")
    assert dictionary_markdown(tables()[table]) in codebook


@pytest.mark.parametrize("event_type", EventType)
def test_the_codebook_works_through_an_example_of_each_type(event_type: EventType) -> None:
    codebook = (SCHEMAS / "codebook.md").read_text(encoding="utf-8")
    assert f"\n#### `{event_type}`\n" in codebook
