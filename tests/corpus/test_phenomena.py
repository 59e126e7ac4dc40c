"""Sentence-level gold, phenomenon by phenomenon, and the repaired faults.

A passage that fails today is listed under ``known_miss`` of its file with a reason; it is a strict
expected failure, so a repair forces the line out (``python -m tests.corpus.known_misses``).
"""

from collections.abc import Iterator

import pytest

from tests.corpus.comparing import case_faults, case_name
from tests.corpus.engine import phenomena
from tests.corpus.expectations import Case, Phenomenon


def _cases() -> Iterator[object]:
    for name, phenomenon in phenomena():
        names = [case_name(case) for case in phenomenon.cases]
        assert len(set(names)) == len(names), f"{name}: two passages begin alike"
        assert set(phenomenon.known_miss) <= set(names), f"{name}: unknown passage in known_miss"
        for case in phenomenon.cases:
            reason = phenomenon.known_miss.get(case_name(case))
            marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
            yield pytest.param(phenomenon, case, marks=marks, id=f"{name}:{case_name(case)}")


@pytest.mark.parametrize(("phenomenon", "case"), list(_cases()))
def test_phenomenon(phenomenon: Phenomenon, case: Case) -> None:
    assert not case_faults(phenomenon, case)


def test_there_are_enough_phenomena_and_sentences() -> None:
    assert len(phenomena()) >= 20
    assert sum(len(phenomenon.cases) for _, phenomenon in phenomena()) >= 120
