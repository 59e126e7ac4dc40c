"""What is passed over without a look would have given nothing if it had been looked at."""

import dataclasses
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.discourse.acts import Act
from coder.discourse.merging import merge
from coder.discourse.news import chronicle
from coder.events import found_in_sentence, match
from coder.grammar import chunks
from coder.lexicon.load import load_lexicon
from coder.mentions.actors import typing as actors
from coder.pipeline import Engine
from coder.rules.loader import load_rules
from coder.text import normalise, sentences
from coder.values.events import EventMention
from coder.values.labels import Section
from coder.values.text import Document, Sentence

_TAGS = "DJNEns#RAPCWSVZXLKGMBHO!TUt\",.:('"
_GROUPED = re.compile(
    rf"(t+(?!SA?[#JENns]))|({chunks._NOUN_GROUP})|({chunks._VERB_GROUP})|."  # noqa: SLF001 - the parts
)
_MAKERS = {1: chunks._time, 2: chunks._noun_group, 3: chunks._verb_group}  # noqa: SLF001 - the same
_YEARS = re.compile(
    r"(?:\b(?i:in|since|from|until|by|after|before|to|of) |\("
    r"|^\W{0,4}(?=[12]\d{3}(?: ?[-:]| [A-Z])))"
    r"(1[0-9]{3}|20[0-9]{2})\b",
    re.MULTILINE,
)
_PIECES = ["1989", "2004", "1", "in ", "Before ", "within ", "\n", " ", "- ", ": ", "A", "é", "("]
_DOCUMENTS = sorted((Path(__file__).parents[2] / "fixtures" / "documents").glob("*.txt"))


def _read(path: Path, *, is_shouted: bool) -> tuple[Sentence, ...]:
    text = path.read_text(encoding="utf-8")
    return sentences(normalise(text.upper() if is_shouted else text, Section.TEXT))


@given(st.text(_TAGS, max_size=30))
def test_tags_alone_tell_which_group_they_are(tags: str) -> None:
    expected = [
        chunk
        for match in _GROUPED.finditer(tags)
        for chunk in _MAKERS.get(match.lastindex or 0, chunks._single)(  # noqa: SLF001 - the same
            match.group(), match.start()
        )
    ]
    assert chunks.chunk(tags) == expected


@pytest.mark.parametrize("is_shouted", [False, True], ids=["as written", "in capitals"])
@pytest.mark.parametrize("path", _DOCUMENTS, ids=lambda path: path.stem)
def test_words_without_a_sign_of_people_name_no_actor(path: Path, is_shouted: bool) -> None:
    lexicon = load_lexicon()
    passed = [
        (sentence, first, last)
        for sentence in _read(path, is_shouted=is_shouted)
        for first in range(len(sentence.norms))
        for last in range(first + 1, min(first + 5, len(sentence.norms)) + 1)
        if lexicon.actor_words.isdisjoint(sentence.norms[first:last])
    ]
    assert passed
    words = frozenset(norm for sentence, _, _ in passed for norm in sentence.norms)
    opened = dataclasses.replace(lexicon)
    object.__setattr__(opened, "actor_words", words)
    lost = [
        sentence.norms[first:last]
        for sentence, first, last in passed
        for head in range(first, last)
        if actors.type_actor(sentence, first, last, head, opened)
        != actors.type_actor(sentence, first, last, head, lexicon)
    ]
    assert lost == []


@pytest.mark.parametrize("path", _DOCUMENTS, ids=lambda path: path.stem)
def test_terms_begin_only_where_their_first_two_words_may(path: Path) -> None:
    lexicon = load_lexicon()
    for sentence in _read(path, is_shouted=False):
        norms = sentence.norms
        for table in (lexicon.actors, lexicon.persons, lexicon.weapons):
            begins = set(table.beginnings(norms))
            assert all(
                position in begins
                for position in range(len(norms))
                if table.longest(norms, position) is not None
            )


@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
def test_years_stand_where_one_pattern_for_them_and_what_is_before_finds_them(text: str) -> None:
    found = chronicle.years_told(text, len(text))
    assert found == [int(year) for year in _YEARS.findall(text)]


@pytest.mark.parametrize("path", _DOCUMENTS, ids=lambda path: path.stem)
def test_a_group_without_dead_and_a_sentence_without_a_sign_may_be_passed_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = Document(doc_id="d", text=path.read_text(encoding="utf-8"))
    engine = Engine()
    expected = engine.code(document)
    asked: list[Act] = []

    def asks(group: Act) -> bool:
        asked.append(group)
        return True

    monkeypatch.setattr(merge, "tells_dead", asks)
    monkeypatch.setattr(found_in_sentence, "signs_of", lambda _: -1)  # every bit
    assert engine.code(document) == expected
    assert asked or len(expected.events) < 2


@pytest.mark.parametrize("path", _DOCUMENTS, ids=lambda path: path.stem)
def test_frames_without_their_words_would_find_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = path.read_text(encoding="utf-8")
    documents = [Document(doc_id="d", text=text), Document(doc_id="e", text=text.upper())]
    engine = Engine()
    expected = engine.code_all(documents)
    monkeypatch.setattr(match, "lacks_words", lambda *_: False)
    assert engine.code_all(documents) == expected


def test_a_frame_asks_for_what_it_needs() -> None:
    rules = load_rules()
    asked = {frame.frame_id: of for frame, of in zip(rules.frames, rules.asked, strict=True)}
    assert {"protesters", "demonstrators"} <= asked["kill-protesters"].words
    assert asked["strike-from-air"].kinds == {"aircraft"}
    assert {"weapon", "event"} >= asked["lay-device"].kinds >= {"weapon"}  # "a truck packed with"
    assert not any(asked["take-territory"])  # any ground
    assert not any(asked["mob-killing"])  # a harm is told, whoever did it


@pytest.mark.parametrize("what", ["The first", "Another"])
def test_a_rank_alone_may_be_what_a_frame_asks_for(what: str) -> None:
    text = f"Two drones flew over Odesa on Monday. {what} hit a grain warehouse in the port."
    assert [event.trigger_text for event in _told(text)] == ["hit"]


def _told(text: str) -> list[EventMention]:
    events = Engine().code(Document(doc_id="d", text=text)).events
    return [mention for event in events for mention in event.mentions]
