"""What the neighbours of a word decide about its class."""

import pytest

from coder.grammar import tag_string
from coder.text import normalise, tokenise
from coder.values.labels import Section
from tests.unit.made_readings import read


def tags(text: str) -> str:
    return tag_string(tokenise(normalise(text, Section.TEXT), 0, len(text), 0))


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        pytest.param(
            "He said that rebels attacked the base.", "that", "U", id="that behind a verb"
        ),
        pytest.param("A bomb that killed two went off.", "that", "W", id="that before a verb"),
        pytest.param("That attack failed.", "That", "D", id="that before a noun"),
        pytest.param("They tried to attack the base.", "attack", "V", id="infinitive"),
        pytest.param("The army will attack the base.", "attack", "V", id="modal"),
        pytest.param("They went to Gao.", "to", "P", id="to before a name"),
        pytest.param(
            "The killing of two men shocked the town.", "killing", "N", id="gerund as noun"
        ),
        pytest.param("The wounded were flown out.", "wounded", "N", id="participle as noun"),
        pytest.param(
            "Three wounded soldiers were flown out.", "wounded", "J", id="participle before noun"
        ),
        pytest.param(
            "Displaced families returned home.", "Displaced", "J", id="participle at the start"
        ),
        pytest.param("Five people died at a bus stop in Davao.", "stop", "N", id="compound noun"),
        pytest.param("Rebels retook Mbau on Monday.", "retook", "L", id="irregular verb of a rule"),
        pytest.param("Nobody was hurt in the blast.", "Nobody", "R", id="nobody stands for people"),
        pytest.param("A man aged 34 was killed.", "aged", "P", id="aged links an age"),
        pytest.param("The US struck a depot.", "US", "E", id="acronym"),
        pytest.param("The 20-odd rebels fled to Kidal.", "20-odd", "#", id="number with a word"),
        pytest.param("Police held the 3rd suspect in Jos.", "3rd", "#", id="ordinal in digits"),
        pytest.param(
            "They lost the miners' voting cards.", "'", "S", id="mark of owners before a gerund"
        ),
        pytest.param(
            "Kurdish-held towns were shelled.", "Kurdish-held", "J", id="capital and hyphen"
        ),
    ],
)
def test_word_gets_the_tag_of_its_place(text: str, word: str, tag: str) -> None:
    sentence = tokenise(normalise(text, Section.TEXT), 0, len(text), 0)
    assert tags(text)[sentence.words.index(word)] == tag


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Bomb kills 12 in Kandahar market", "kills"),
        ("Rebels free 30 hostages in Bangui", "free"),
        ("Gunmen attack church in Kaduna", "attack"),
        ("Army claims victory", "claims"),
    ],
)
def test_headline_without_a_verb_finds_the_word_that_can_be_one(text: str, verb: str) -> None:
    assert tags(text)[text.split().index(verb)] in "VZ"


@pytest.mark.parametrize("text", ["Suicide bomb attack in Kabul", "Car bomb in Baghdad"])
def test_headline_of_nouns_stays_one(text: str) -> None:
    assert not set(tags(text)) & set("VZX")


def test_capitals_of_a_headline_prove_no_name() -> None:
    assert tags("Dozens Killed In Rebel Attack")[1] == "X"


def test_all_capitals_are_read_as_ordinary_words() -> None:
    assert tags("GUNMEN KILLED TWO FARMERS")[:2] == "NX"


def test_unknown_words_are_guessed_by_their_ending() -> None:
    assert tags("They zzzified and zzzing zzzly zzztion zzzment.")[1] == "X"


def test_mentions_fix_the_tags_of_their_tokens() -> None:
    assert read("Gunmen struck Al Hasakah on Monday.").tags == "NXEEPt."


def test_no_words_no_tags() -> None:
    assert tag_string(tokenise(normalise("", Section.TEXT), 0, 0, 0)) == ""
