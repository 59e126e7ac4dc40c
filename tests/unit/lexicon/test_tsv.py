from pathlib import Path

import pytest

from coder.errors import RuleError
from coder.lexicon.load import load_lexicon
from coder.lexicon.tsv import read_rows


def write(folder: Path, text: str) -> Path:
    path = folder / "own.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_comments_empty_lines_and_missing_end_cells(tmp_path: Path) -> None:
    path = write(tmp_path, "# note\n\nterm\ttype\tkind\nrifle\tfirearms\n")
    (row,) = read_rows(path, ("term", "type", "kind"))
    assert (row["term"], row["type"], row["kind"], row.line) == ("rifle", "firearms", "", 4)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("", "no header row", id="empty-file"),
        pytest.param("term\ttpye\n", "did you mean 'type'", id="unknown-column"),
        pytest.param("term\tterm\n", "stands twice", id="column-twice"),
        pytest.param("type\nfirearms\n", "this column is missing", id="required-column-missing"),
        pytest.param("term\ttype\na\tfirearms\tx\ty\n", "4 cells", id="too-many-cells"),
        pytest.param("term\ttype\na\tfirearm\n", "did you mean 'firearms'", id="wrong-label"),
        pytest.param("term\ttype\n\tfirearms\n", "may not be empty", id="required-cell-empty"),
        pytest.param("term\ttype\tkind\na\tother\tthing\n", "none of", id="wrong-kind"),
        pytest.param("term\tis_suicide\na\tyes\n", "neither true nor false", id="wrong-flag"),
    ],
)
def test_a_wrong_weapon_list_is_refused(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(RuleError, match=message) as caught:
        load_lexicon(weapons=(path,))
    assert caught.value.file == str(path)


def test_the_caret_stands_under_the_wrong_cell(tmp_path: Path) -> None:
    path = write(tmp_path, "term\ttype\nbow\tfirearm\n")
    with pytest.raises(RuleError) as caught:
        load_lexicon(weapons=(path,))
    lines = str(caught.value).splitlines()
    assert lines[0].endswith(":2")
    assert lines[2].index("^") == lines[1].index("firearm")


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param("x\tX Group\t\tRebel", "unknown 'Rebel'", id="type"),
        pytest.param("x\tX Group\t\trebel_group\tSyria", "alpha-3", id="country"),
        pytest.param("x\tX Group\t\trebel_group\tSYR\t19", "is no year", id="year"),
        pytest.param("x\tX Group\t\trebel_group\tSYR\t1999\tXG", "neither the name", id="needs"),
        pytest.param("x\tX\n x\tY", "stands in line 2 already", id="id-twice"),
        pytest.param("x\tX\t\t\t\t\t\tnowhere", "is no id of any list", id="parent"),
    ],
)
def test_a_wrong_actor_row_is_refused(tmp_path: Path, row: str, message: str) -> None:
    header = "id\tname\taliases\ttype\tcountry\tfrom\tneeds\tparent\n"
    path = write(tmp_path, header + row + "\n")
    with pytest.raises(RuleError, match=message):
        load_lexicon(actors=(path,))


def test_an_unreadable_list_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="cannot be read"):
        load_lexicon(actors=(tmp_path / "absent.tsv",))


def test_a_list_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "latin.tsv"
    path.write_bytes("id\tname\nx\tÁguilas\n".encode("latin-1"))
    with pytest.raises(RuleError, match="not UTF-8"):
        load_lexicon(actors=(path,))
