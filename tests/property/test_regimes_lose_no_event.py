"""Whatever is coded: every event of the tables is in a regime or left out of it by a named rule."""

import polars as pl
import pytest
from hypothesis import given, settings

from coder.records.build import build
from coder.regimes.export import export_regime
from coder.regimes.model import regimes
from coder.tables.frames import TableBuilder
from coder.values.events import CodedDocument
from tests.unit.records.made import DOCUMENT, VERSIONS, coded_documents

REGIMES = list(regimes())


def _tables(document: CodedDocument) -> dict[str, pl.DataFrame]:
    builder = TableBuilder()
    builder.add(build(document, DOCUMENT, VERSIONS))
    return builder.take()


@pytest.mark.parametrize("name", REGIMES)
@settings(max_examples=10)
@given(document=coded_documents())
def test_every_event_is_in_or_left_out_with_a_reason(name: str, document: CodedDocument) -> None:
    tables = _tables(document)
    found = export_regime(tables, name)
    regime = regimes()[name]
    assert sorted(found.audit["event_id"]) == sorted(tables["events"]["event_id"])
    included = found.audit.filter("included")
    assert set(found.rows["coder_event_id"]) == set(included["event_id"])
    left_out = found.audit.filter(~pl.col("included"))
    assert set(left_out["rule"]) <= set(regime.criteria)
    for rule in found.rows["coder_rule"]:
        row, *conventions = rule.split("; ")
        assert "/" in row
        assert set(conventions) <= set(regime.conventions)
    schema = {column: found.rows.schema[column] for column in regime.schema}
    assert schema == dict(regime.schema)


@pytest.mark.parametrize("name", REGIMES)
@settings(max_examples=5)
@given(document=coded_documents())
def test_the_order_of_the_tables_changes_nothing(name: str, document: CodedDocument) -> None:
    tables = _tables(document)
    turned = {table: frame.reverse() for table, frame in tables.items()}
    assert export_regime(turned, name).rows.equals(export_regime(tables, name).rows)


@settings(max_examples=20)
@given(document=coded_documents())
def test_deaths_of_ucdp_add_up(document: CodedDocument) -> None:
    rows = export_regime(_tables(document), "ucdp").rows
    parts = ["deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown"]
    assert rows.select(parts).sum_horizontal().equals(rows["best"])
    assert (rows["low"] <= rows["best"]).all()
    assert (rows["best"] <= rows["high"]).all()
    assert rows.select((pl.col(parts) >= 0).all()).row(0) == (True,) * len(parts)
