"""Who stands where around a verb: subjects, objects, phrases, joined groups."""

import pytest

from coder.events.reading import Reading
from tests.unit.made_readings import read


def verb(reading: Reading, word: str) -> int:
    return reading.clauses.at_token[reading.sentence.words.index(word)]


def texts(reading: Reading, groups: list[int]) -> list[str]:
    chunks = reading.clauses.chunks
    return [reading.words(chunks[number].first, chunks[number].last) for number in groups]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param("Rebels attacked a base.", "attacked", ["Rebels"], id="plain"),
        pytest.param(
            "Rebels and soldiers clashed.", "clashed", ["Rebels", "soldiers"], id="coordinated"
        ),
        pytest.param(
            "Gunmen in masks attacked a base.", "attacked", ["Gunmen"], id="phrase between"
        ),
        pytest.param(
            "Rebels attacked a base and killed two.", "killed", ["Rebels"], id="second verb"
        ),
        pytest.param(
            "The men who attacked the base fled.", "attacked", ["The men"], id="relative clause"
        ),
        pytest.param(
            "The men, who attacked the base, fled.",
            "fled",
            ["The men"],
            id="behind a relative clause",
        ),
        pytest.param(
            "The rebels, the army said, attacked a base.",
            "attacked",
            ["The rebels"],
            id="parenthesis",
        ),
        pytest.param(
            "A convoy carrying food was ambushed.", "ambushed", ["A convoy"], id="reduced clause"
        ),
        pytest.param(
            "The army said 12 soldiers, including a colonel, died.",
            "died",
            ["12 soldiers"],
            id="including",
        ),
        pytest.param(
            "The strikes hit a depot; destroyed two trucks.",
            "destroyed",
            ["The strikes"],
            id="goes on behind a semicolon",
        ),
        pytest.param(
            "Storming the village, gunmen killed two.", "Storming", ["gunmen"], id="ahead"
        ),
        pytest.param("Rebels tried to attack the base.", "attack", ["Rebels"], id="infinitive"),
        pytest.param(
            "They ordered soldiers to attack the base.", "attack", ["soldiers"], id="control"
        ),
        pytest.param(
            "Police (and troops) killed two.", "killed", ["Police"], id="brackets stepped over"
        ),
        pytest.param("Rebels, killing two, fled.", "killing", ["Rebels"], id="gerund"),
        pytest.param("If attacked, fire.", "attacked", [], id="none"),
    ],
)
def test_subject(text: str, word: str, expected: list[str]) -> None:
    reading = read(text)
    assert texts(reading, reading.clauses.subject(verb(reading, word))) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Rebels attacked a base.", "attacked", ["a base"]),
        ("Rebels attacked a base and two villages.", "attacked", ["a base", "two villages"]),
        (
            "The strikes hit three units, four trucks, two guns, a tunnel, a bridge and a cache.",
            "hit",
            ["three units", "four trucks", "two guns", "a tunnel", "a bridge", "a cache"],
        ),
        (
            "Rebels killed members of the army and its allies and a nurse.",
            "killed",
            ["members", "a nurse"],
        ),
        ("Rebels killed or wounded twelve people.", "killed", ["twelve people"]),
        ("The army said rebels attacked a base.", "said", []),
        ("Rebels attacked, a witness said.", "attacked", []),
    ],
)
def test_objects(text: str, word: str, expected: list[str]) -> None:
    reading = read(text)
    assert texts(reading, reading.clauses.objects(verb(reading, word))) == expected


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        (
            "Rebels attacked a base near Gao with rockets.",
            "attacked",
            [("near", ["Gao"]), ("with", ["rockets"])],
        ),
        (
            "Fighting in and around Gao between rebels and the army went on.",
            "Fighting",
            [("in", ["Gao"]), ("between", ["rebels", "the army"])],
        ),
        (
            "Strikes using jets against a depot went on.",
            "Strikes",
            [("using", ["jets"]), ("against", ["a depot"])],
        ),
        ("Rebels attacked a base after troops left.", "attacked", []),
        ("Rebels attacked a base and fled to Gao.", "attacked", []),
    ],
)
def test_phrases(text: str, word: str, expected: list[tuple[str, list[str]]]) -> None:
    reading = read(text)
    found = [
        (phrase.preposition, texts(reading, phrase.groups))
        for phrase in reading.clauses.phrases(verb(reading, word))
        if not phrase.is_inner
    ]
    assert found[: len(expected)] == expected
    assert bool(found) == bool(expected)


def test_an_of_phrase_behind_the_object_belongs_to_the_object() -> None:
    reading = read("Rebels attacked the office of a judge.")
    (phrase,) = reading.clauses.phrases(verb(reading, "attacked"))
    assert phrase.is_inner


def test_a_clause_ends_at_its_conjunction() -> None:
    reading = read("Rebels attacked a base while police slept.")
    left, right = reading.clauses.clause(verb(reading, "attacked"))
    assert texts(reading, list(range(left, right))) == ["Rebels", "attacked", "a base"]
