"""Sentence-level gold, phenomenon by phenomenon, and the repaired faults.

A passage that fails today is listed under ``known_miss`` of its file with a reason; it is a strict
expected failure, so a repair forces the line out (``python -m tests.corpus.known_misses``).
"""

import re
from collections import Counter
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


_NAMED = re.compile(r"\b[A-Z][\w'-]*(?: (?:[A-Z]|al-|el-)[\w'-]*)*|\d[\d,.:]*")
_STYLES = {"news", "wire", "report", "police", "translated"}


def test_sentences_on_claims_are_of_many_countries_and_styles_and_of_one_pattern_each() -> None:
    cases = [case for _, file in phenomena() for case in file.cases if case.style is not None]
    assert len(cases) >= 400
    assert len({case.country for case in cases}) >= 30
    assert {case.style for case in cases} == _STYLES
    patterns = Counter(_NAMED.sub("_", case.text) for case in cases)
    assert not [pattern for pattern, count in patterns.items() if count > 1]


def test_few_sentences_on_claims_is_a_known_miss() -> None:
    files = [(file.known_miss, file.cases) for _, file in phenomena()]
    missed = sum(
        case.style is not None and case_name(case) in known
        for known, cases in files
        for case in cases
    )
    told = sum(case.style is not None for _, cases in files for case in cases)
    assert missed * 20 <= told


def test_every_case_on_claims_states_its_rows_its_totals_or_its_sources() -> None:
    for name, file in phenomena():
        for case in file.cases:
            for event in case.events if case.style is not None else ():
                stated = (event.rows, event.said, event.killed, event.injured, event.abducted)
                assert any(item is not None for item in stated), f"{name}: {case.text}"
