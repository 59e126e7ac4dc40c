from collections import Counter
from dataclasses import astuple
from pathlib import Path

import pytest

import coder.lexicon
from coder.lexicon import rows
from coder.lexicon.load import load_lexicon
from coder.lexicon.numbers import number_table
from coder.lexicon.tsv import read_rows

DATA = Path(coder.lexicon.__file__).parent / "data"
LISTS = {
    **{
        f"actors/{name}.tsv": (rows.ACTOR_COLUMNS, least)
        for name, least in {
            "africa": 300,
            "asia": 300,
            "bodies": 180,
            "europe": 180,
            "latin_america": 200,
            "mena": 300,
            "missions": 100,
            "organisations": 300,
            "states": 500,
            "world": 50,
        }.items()
    },
    "persons.tsv": (rows.PERSON_COLUMNS, 500),
    "modifiers.tsv": (rows.MODIFIER_COLUMNS, 150),
    "weapons.tsv": (rows.WEAPON_COLUMNS, 250),
    "targets.tsv": (rows.TARGET_COLUMNS, 350),
    "target_modifiers.tsv": (rows.TARGET_MODIFIER_COLUMNS, 100),
    "sources.tsv": (rows.SOURCE_COLUMNS, 100),
    "speech_verbs.tsv": (rows.SPEECH_COLUMNS, 80),
    "demonyms.tsv": (rows.NATION_COLUMNS, 195),
    "given_names.tsv": (rows.NAME_COLUMNS, 500),
    "numbers.tsv": (("word", "value", "kind"), 40),
    "quantifiers.tsv": (("phrase", "place", "qualifier"), 40),
    "measures.tsv": (("word", "use", "note"), 100),
}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_sorted_documented_long_enough_and_without_a_row_twice(name: str) -> None:
    columns, least = LISTS[name]
    found = list(read_rows(DATA / name, columns, required=columns[:1]))
    keys = [tuple(row[column] for column in columns) for row in found]
    assert keys == sorted(keys)
    assert len(found) >= least
    first = [key[0] for key in keys]
    assert [word for word, count in Counter(first).items() if count > 1] == _twice(name)
    header = (DATA / name).read_text(encoding="utf-8")
    assert header.startswith("# ")
    assert "Licence: Apache-2.0" in header


def _twice(name: str) -> list[str]:
    # A phrase may qualify a number before and behind it.
    return (
        ["at a minimum", "at least", "at most", "at the most"] if name == "quantifiers.tsv" else []
    )


def test_no_form_of_a_noun_list_has_two_types() -> None:
    lexicon = load_lexicon()
    for table in (lexicon.weapons, lexicon.sources, lexicon.targets, lexicon.modifiers):
        double = [
            form
            for form in table.forms()
            if len({astuple(t.entry)[1:] for t in table.get(form) or ()}) > 1
        ]
        assert double == []


def test_every_state_that_has_a_code_has_its_own_row() -> None:
    codes = {
        term.entry
        for form in load_lexicon().nations.forms()
        for term in load_lexicon().nations.get(form) or ()
    }
    assert len({getattr(entry, "iso3", None) for entry in codes} - {None}) >= 195


def test_number_words_of_two_parts_are_made() -> None:
    words = number_table().words
    assert words["thirty-two"].value == 32
    assert "twenty-ten" not in words
