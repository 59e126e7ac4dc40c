"""The gate: which sentences of a text are read for events, by their words alone."""

from pathlib import Path

import pytest

from coder.events.gate import Gate
from coder.events.hits import find_hits, may_hold_trigger
from coder.text import normalise, sentence_spans, sentences
from coder.values.labels import Section
from coder.values.options import Depth
from coder.values.text import Document
from tests.unit.made_readings import engine, read

DOCUMENTS = sorted((Path(__file__).parents[3] / "fixtures" / "documents").glob("*.txt"))

_FILLER = "The museum opens at nine. Visitors may bring lunch. Tickets are sold online."
_LONG = " ".join([_FILLER] * 6)
_ACT = "Rebels shelled the market at noon."


@pytest.fixture(scope="module")
def gate() -> Gate:
    return Gate(engine().rules, engine().lexicon)


def _opened(gate: Gate, text: str) -> list[str]:
    section = normalise(text, Section.TEXT)
    spans = sentence_spans(section.text)
    return [section.text[slice(*spans[number])] for number in gate.scan(section, spans).events]


@pytest.mark.parametrize(
    "sentence",
    [
        "The boarding school costs more than before.",
        "The board collected the deposits.",
        "The poet died in 1931.",
        "It rained, and water levels poured over the dam.",
        "The spoons were stolen in May.",
        "The lamps give a soft light.",
    ],
)
def test_an_everyday_word_alone_opens_nothing_in_a_long_text(gate: Gate, sentence: str) -> None:
    assert _opened(gate, f"{_LONG} {sentence} {_LONG}") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Four died when their bus was fired on.",
        "Pirates boarded the tanker.",
        "Two policemen died when the mine exploded.",
        "Bandits had stolen the cattle.",
        "The blast shook the harbour.",
        "Shells rained on the harbour.",
        "Rebels poured into the town.",
        "The guerrillas tried to light the dynamite.",
    ],
)
def test_in_company_of_arms_or_force_it_opens(gate: Gate, sentence: str) -> None:
    assert _opened(gate, f"{_LONG} {sentence} {_LONG}") == [sentence]


def test_a_death_told_behind_an_act_is_read(gate: Gate) -> None:
    death = "Two of the traders later died."
    assert _opened(gate, f"{_LONG} {_ACT} {_FILLER} {death} {_LONG}") == [_ACT, death]


def test_where_people_die_in_a_short_text_everyday_words_count(gate: Gate) -> None:
    text = "The invaders struck ten settlements. It rained. The road was wet. One woman died."
    assert "The invaders struck ten settlements." in _opened(gate, text)


def test_half_a_trigger_opens_nothing_where_little_is_told_of_force(gate: Gate) -> None:
    half, whole = "She spent her life abroad.", "Thirty traders lost their lives."
    assert _opened(gate, f"{_FILLER} {_ACT} {half} {_LONG} {whole}") == [_ACT, whole]


@pytest.mark.parametrize(
    "sentence",
    [
        "In the end a soldier ate on the board.",
        "Yesterday policemen enjoyed the rain.",
        "At last the troops were in the lead.",
    ],
)
def test_what_its_words_open_is_not_read_where_they_can_be_no_trigger(
    gate: Gate, sentence: str
) -> None:
    text = f"{_LONG} {sentence}"
    assert _opened(gate, text) == [sentence]
    assert _numbers_read(text) == []


def test_such_a_sentence_is_read_where_it_holds_a_name() -> None:
    assert len(_numbers_read(f"{_LONG} In Yoro a soldier ate on the board.")) == 1


def _numbers_read(text: str) -> list[int]:
    [scene] = engine()._open([Document(doc_id="d", text=text)], Depth.ROWS)  # noqa: SLF001 - what a stage hands on
    return [sentence.index for sentence in scene.sentences]


@pytest.mark.parametrize("is_shouted", [False, True], ids=["as written", "in capitals"])
@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_where_a_trigger_stands_the_words_alone_allow_one(path: Path, is_shouted: bool) -> None:
    text = path.read_text(encoding="utf-8")
    rules = engine().rules
    for sentence in sentences(normalise(text.upper() if is_shouted else text, Section.TEXT)):
        reading = read(sentence.text[sentence.start : sentence.end])
        if any(True for _ in find_hits(reading, rules)):
            assert may_hold_trigger(reading.sentence, rules)
