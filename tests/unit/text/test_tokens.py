"""Tokens as the rest of the package relies on them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.text import normalise, sentences, tokenise
from coder.text.tokens import headline_end
from coder.values.labels import CaseProfile, Section

CASES = {
    "possessive": ("Peru's army", ["Peru", "'s", "army"]),
    "plural possessive": ("rebels' camp", ["rebels", "'", "camp"]),
    "Arabic article": ("Deir al-Zour", ["Deir", "al-Zour"]),
    "Irish name": ("O'Brien fled", ["O'Brien", "fled"]),
    "contraction": ("they're here", ["they", "'re", "here"]),
    "negation stays whole": ("didn't fall", ["didn't", "fall"]),
    "acronym with stops": ("the U.S. base", ["the", "U.S.", "base"]),
    "compound with acronym": ("U.S.-led raids", ["U.S.-led", "raids"]),
    "title": ("Gen. Diaz left", ["Gen.", "Diaz", "left"]),
    "number abbreviation": ("No. 4 gate", ["No.", "4", "gate"]),
    "no as a word": ("he said no. Then", ["he", "said", "no", ".", "Then"]),
    "numbers": ("1,200 men, 3.5 km, 10:30", ["1,200", "men", ",", "3.5", "km", ",", "10:30"]),
    "number compounds": ("a 50-kilogram bomb", ["a", "50-kilogram", "bomb"]),
    "models": ("T-72 and AK-47s", ["T-72", "and", "AK-47s"]),
    "double dash": ("left -- then", ["left", "--", "then"]),
    "brackets": ("[FMLN] (AFP)", ["[", "FMLN", "]", "(", "AFP", ")"]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=list(CASES))
def test_words_are_cut_where_grammar_needs_them(text: str, expected: list[str]) -> None:
    section = normalise(text, Section.TEXT)
    assert list(tokenise(section, 0, len(text), 0).words) == expected


def test_a_sentence_in_capitals_says_so() -> None:
    section = normalise("BREAKING NEWS FROM ADEN. Two men were shot in the port.", Section.TEXT)
    first, second = sentences(section)
    assert first.case is CaseProfile.UPPER
    assert second.case is CaseProfile.MIXED


def test_the_title_is_one_sentence_with_index_minus_one() -> None:
    (title,) = sentences(normalise("Blast in Quetta. Six dead", Section.TITLE))
    assert title.index == -1
    assert sentences(normalise("  ", Section.TITLE)) == ()


@given(st.text(max_size=120))
def test_offsets_are_slices_and_cover_every_character_that_is_no_space(text: str) -> None:
    section = normalise(text, Section.TEXT)
    covered = 0
    for sentence in sentences(section):
        for word, norm, start, end in zip(
            sentence.words, sentence.norms, sentence.starts, sentence.ends, strict=True
        ):
            assert section.text[start:end] == word
            assert norm == word.lower()
            covered += end - start
    assert covered == sum(1 for char in section.text if not char.isspace())


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        (
            "Rockets kill two in the old town - Region - Gulf Online",
            "Rockets kill two in the old town",
        ),
        (
            "Raid on a border post leaves five dead | The Daily Post",
            "Raid on a border post leaves five dead",
        ),
        ("Two killed as rebels shell Goma - Army", "Two killed as rebels shell Goma"),
        (
            "Bomb Kills Five In Quetta - Three Arrested",
            "Bomb Kills Five In Quetta - Three Arrested",
        ),
        ("Syria war - five killed in a market", "Syria war - five killed in a market"),
        ("Aleppo - Idlib", "Aleppo - Idlib"),
    ],
)
def test_the_name_of_the_medium_is_no_part_of_the_headline(title: str, headline: str) -> None:
    assert title[: headline_end(title)] == headline


def test_short_forms_are_written_out_where_they_are_no_other_word() -> None:
    text = "2 civs hurt IVO Gao nr the road; CAS, Ivo and TPS"
    section = normalise(text, Section.TEXT)
    norms = tokenise(section, 0, len(text), 0).norms
    assert norms == (
        *("2", "civilians", "hurt", "near", "gao", "near", "the", "road", ";"),
        *("cas", ",", "ivo", "and", "tps"),
    )


@pytest.mark.parametrize("text", ["Rebels shot a 30 year old", "30-year old", "a 9 years old"])
def test_an_age_may_end_a_text(text: str) -> None:
    section = normalise(text, Section.TEXT)
    assert tokenise(section, 0, len(text), 0).norms[-1].endswith("-year-old")
