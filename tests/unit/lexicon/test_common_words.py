"""No list may type what is in every text: digits, single letters, the words of grammar."""

import re
from importlib.resources import files

import pytest

DATA = files("coder.lexicon") / "data"
_WORDS = (
    "a about after all also am an and any are as at back be because been but by can come could day "
    "did do does done down each even every few first for from get give go good great had has have "
    "he her here him his how i if in into is it its just know last like line little long look made "
    "make many may me might more most much must my name new next no nor not nothing now number of "
    "off often old on once one only or our out over own per point put quite right room said same "
    "say see she should since so still such take tell than that the their them then there these "
    "they thing things think this those though through time times to too two under until up upon "
    "us use very want was way we week were what when where which while why will with work world "
    "would year years yes yet you your"
)
EVERYDAY = frozenset(_WORDS.split())
TYPED = {"weapons": 1, "targets": 1, "persons": 2, "target_modifiers": 1}


def _terms(name: str) -> list[str]:
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [cell for row in rows for cell in row[: TYPED[name]] if cell and cell != "-"]


@pytest.mark.parametrize("name", sorted(TYPED))
def test_no_word_of_every_text_is_typed(name: str) -> None:
    assert not {term for term in _terms(name) if term.lower() in EVERYDAY}


@pytest.mark.parametrize("name", sorted(TYPED))
def test_every_term_has_two_letters_or_a_number_with_letters(name: str) -> None:
    assert not [term for term in _terms(name) if not re.search(r"[^\W\d_].*[\w.-]", term)]
