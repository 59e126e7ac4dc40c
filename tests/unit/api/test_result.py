import json

from coder.api.coding import Coder
from coder.records.columns import tables

TEXT = "Gunmen killed three <b>policemen</b> in Kirkuk on Monday & fled."


def test_tables_are_the_files_of_a_folder(coder: Coder) -> None:
    result = coder.code(TEXT, id="a")
    assert list(result.tables()) == list(tables())
    assert result.to_polars().equals(result.tables()["events"])
    assert result.to_polars().height == len(result.events) == 1


def test_changing_the_returned_tables_changes_nothing(coder: Coder) -> None:
    result = coder.code(TEXT, id="a")
    result.tables().clear()
    assert result.tables()


def test_json_holds_the_document_and_its_events(coder: Coder) -> None:
    found = json.loads(coder.code(TEXT, id="a").to_json(indent=1))
    assert found["document"]["doc_id"] == "a"
    assert found["events"][0]["event_type"] == "killing"


def test_json_of_nothing_is_null(coder: Coder) -> None:
    assert coder.code("").to_json() == "null"


def test_html_marks_the_evidence_and_escapes_the_text(coder: Coder) -> None:
    html = coder.code(TEXT, id="a")._repr_html_()
    assert "<b>policemen</b>" not in html.replace("<b>killing", "")
    assert "&lt;b&gt;" in html
    assert "<mark" in html


def test_html_of_what_was_not_coded_says_why(coder: Coder) -> None:
    assert "missing_text" in coder.code(" ")._repr_html_()
