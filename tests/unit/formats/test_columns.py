import pytest

from coder.formats.columns import ColumnNames, WrongColumnError, find_columns


def test_usual_names_are_found_without_regard_to_case() -> None:
    found = find_columns(["ID", "Body", "Headline", "pub_date", "Link"], ColumnNames())
    assert found == {
        "id": "ID",
        "text": "Body",
        "title": "Headline",
        "published": "pub_date",
        "url": "Link",
    }


def test_the_first_of_several_usual_names_wins() -> None:
    assert find_columns(["content", "text"], ColumnNames())["text"] == "text"


def test_a_named_column_is_taken_and_serves_no_other_field_by_chance() -> None:
    found = find_columns(["text", "date"], ColumnNames(title="date"))
    assert found == {"text": "text", "title": "date"}


def test_one_column_may_be_named_for_two_fields() -> None:
    found = find_columns(["link", "text"], ColumnNames(id="link", url="link"))
    assert found == {"id": "link", "text": "text", "url": "link"}


def test_a_wrong_name_lists_the_columns_found() -> None:
    with pytest.raises(
        WrongColumnError, match="no column 'boby' for text; columns found: id, body"
    ):
        find_columns(["id", "body"], ColumnNames(text="boby"), need_text=True, source="x.csv")


def test_no_text_column_lists_the_columns_found() -> None:
    with pytest.raises(WrongColumnError, match="--text-column; columns found: id, words"):
        find_columns(["id", "words"], ColumnNames(), need_text=True)
