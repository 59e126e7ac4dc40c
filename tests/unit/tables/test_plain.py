import polars as pl
import pytest

from coder.records.build import build
from coder.tables.frames import TableBuilder
from coder.tables.plain import flat_for_csv
from tests.unit.records.made import CODED, DOCUMENT, VERSIONS


def test_the_events_table_becomes_csv() -> None:
    builder = TableBuilder()
    builder.add(build(CODED, DOCUMENT, VERSIONS))
    flat = flat_for_csv(builder.take()["events"])
    header, first, *_ = flat.write_csv().splitlines()
    assert "geometry" not in header.split(",")
    assert "2020-03-02" in first
    assert flat["weapons"].to_list() == ["firearms;incendiary", None]
    assert flat["tags"].to_list() == ["'=cmd;election", None]


@pytest.mark.parametrize("start", list("=+-@\t\r\uff1d"))
def test_a_cell_that_a_spreadsheet_would_run_gets_an_apostrophe(start: str) -> None:
    frame = pl.DataFrame({"text": [f"{start}1+1", "1=1", "", None]})
    assert flat_for_csv(frame)["text"].to_list() == [f"'{start}1+1", "1=1", "", None]
    assert flat_for_csv(frame, harmless=False)["text"].to_list() == frame["text"].to_list()


def test_numbers_and_labels_are_left_alone() -> None:
    frame = pl.DataFrame({"lon": [-1.5]}).with_columns(
        pl.Series("label", ["a"], dtype=pl.Enum(["a"])), pl.Series("rows", [[1, 2]])
    )
    assert flat_for_csv(frame).row(0) == (-1.5, "a", "1;2")
