"""The page on regimes prints the data files."""

import pytest

from coder.regimes.describe import counts_markdown, coverage_markdown, criteria_markdown
from coder.regimes.model import regimes
from tests.docs.pages import ROOT, marked

PAGE = ROOT / "docs" / "regimes.md"
PRINTED = [name for name, regime in regimes().items() if regime.base == name]


def test_the_page_counts_the_columns_of_every_regime() -> None:
    assert marked(PAGE, "counts").strip() == counts_markdown(tuple(regimes().values()))


@pytest.mark.parametrize("name", PRINTED)
def test_the_page_prints_columns_and_criteria(name: str) -> None:
    regime = regimes()[name]
    assert marked(PAGE, f"columns-{name}").strip() == coverage_markdown(regime)
    assert marked(PAGE, f"criteria-{name}").strip() == criteria_markdown(regime)


def test_the_page_says_whose_data_it_is_not() -> None:
    text = PAGE.read_text(encoding="utf-8")
    assert "This is not their data" in text
    for regime in regimes().values():
        assert regime.codebook in text
