"""Which passages are told by somebody, and how."""

import pytest

from benchmarks.told_alike import _TELLERS, passages


def test_a_passage_is_one_sentence_that_nobody_tells() -> None:
    texts = [text for text, _ in passages()]
    assert len(texts) > 1000
    assert not any("said" in text.split() or ". " in text for text in texts)


@pytest.mark.parametrize(
    ("teller", "told"),
    [
        ("behind", "Gunmen killed two guards in Gao, officials said."),
        ("before", "Officials said that gunmen killed two guards in Gao."),
        ("heard", "The governor told reporters gunmen killed two guards in Gao."),
    ],
)
def test_who_tells_it(teller: str, told: str) -> None:
    assert _TELLERS[teller]("Gunmen killed two guards in Gao.") == told
