"""What is passed over without a look would have given nothing if it had been looked at."""

import dataclasses
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.grammar import chunks
from coder.lexicon.load import load_lexicon
from coder.mentions import actors
from coder.text import normalise, sentences
from coder.values.labels import Section
from coder.values.text import Sentence

_TAGS = "DJNEns#RAPCWSVZXLKGMBHO!TUt\",.:('"
_GROUPED = re.compile(
    rf"(t+(?!SA?[#JENns]))|({chunks._NOUN_GROUP})|({chunks._VERB_GROUP})|."  # noqa: SLF001 - the parts
)
_MAKERS = {1: chunks._time, 2: chunks._noun_group, 3: chunks._verb_group}  # noqa: SLF001 - the same
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
