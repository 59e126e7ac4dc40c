"""Names of persons inside a noun group, proved by a title before them or by a given name."""

from typing import NamedTuple

from coder.lexicon.closed import OF_FROM
from coder.lexicon.entries import PersonNoun
from coder.lexicon.load import Lexicon
from coder.lexicon.model import NAME_PROOF
from coder.lexicon.words import noun_classes, word_tags
from coder.values.labels import ActorType, CaseProfile
from coder.values.text import Sentence

_TITLED = frozenset(
    {
        ActorType.STATE_MILITARY,
        ActorType.STATE_POLICE,
        ActorType.STATE_OTHER,
        ActorType.GOVERNMENT_OFFICIAL,
        ActorType.CIVILIANS,
    }
)
_PLACE_SAINTS = frozenset({"san", "santa", "santo", "saint", "st.", "sao", "são"})
_ACRONYM = 3  # letters: "the DAS Ana Ruiz"
_MAX_NAME = 7  # "Gen. Jose Maria de la Cruz y Lopez"
_MIXED = CaseProfile.MIXED


class PersonName(NamedTuple):
    """A person's name. ``begin``: the token where title or name begin; ``title`` may be null."""

    begin: int
    name: str
    title: PersonNoun | None
    description: str | None


def named_person(
    sentence: Sentence, first: int, last: int, head: int, lexicon: Lexicon
) -> PersonName | None:
    """The named person a noun group stands for, or null where nothing proves a name."""
    norms = sentence.norms
    if sentence.case is _MIXED and sentence.words[head].islower():
        return None
    is_thing = (
        norms[head] in lexicon.targets.last_words or norms[head] in lexicon.weapons.last_words
    )
    if is_thing and not (
        head - first > 1 and lexicon.given_names.issuperset(norms[head - 2 : head])
    ):
        return None  # "Omar Bridge", but "Todd Brent Ball"
    persons = lexicon.persons
    for position in range(head - 1, first - 1, -1):
        if norms[position] not in persons.last_words:
            continue
        match = persons.ending(norms, first, position + 1)
        noun = match[1][0].entry if match is not None else None
        if match is None or not isinstance(noun, PersonNoun):
            continue
        begin = position + 1 - match[0]
        if not _is_given(sentence, position + 1, head, lexicon):
            if not noun.is_title:
                if noun.kind != "person" or not _is_full_name(sentence, position, head, lexicon):
                    continue
            elif not _may_be_named(sentence, position + 1, head + 1, noun, lexicon):
                return None
        start, end = sentence.starts[begin], sentence.ends[position]
        name = _name(sentence, position + 1, last, head)
        return PersonName(begin, name, noun, sentence.text[start:end])
    return _by_given_name(sentence, first, last, head, lexicon)


def _is_given(sentence: Sentence, first: int, head: int, lexicon: Lexicon) -> bool:
    """As in "her husband Ivan Petrov": a given name proves the name behind any noun for people."""
    return sentence.norms[first] in lexicon.given_names and _is_name(sentence, first, head + 1)


def _is_full_name(sentence: Sentence, noun: int, head: int, lexicon: Lexicon) -> bool:
    """As in "the hostage Piet Claes": behind a plain noun two words that are nothing else."""
    return (
        sentence.case is _MIXED
        and head - noun > 1
        and sentence.words[noun].islower()
        and _is_name(sentence, noun + 1, head + 1)
        and all(
            norm in noun_classes()["name_particle"]
            or norm in lexicon.given_names
            or _is_no_word(norm, lexicon)
            for norm in sentence.norms[noun + 1 : head + 1]
        )
    )


def _may_be_named(
    sentence: Sentence, first: int, last: int, title: PersonNoun, lexicon: Lexicon
) -> bool:
    """Whether the words behind a title are a name.

    Where capitals prove nothing, or the title is a word that also stands before other nouns
    ("terrorist attacks"), the last word may be no word of the dictionary.
    """
    if not _is_name(sentence, first, last):
        return False
    if sentence.case is CaseProfile.MIXED and title.type in _TITLED:
        return True
    word = sentence.norms[last - 1]
    return word in lexicon.given_names or word not in word_tags()


def _is_name(sentence: Sentence, first: int, last: int) -> bool:
    if not 0 < last - first <= _MAX_NAME:
        return False
    if sentence.case is not CaseProfile.MIXED:
        return all(
            norm[0].isalpha() or norm in noun_classes()["name_particle"]
            for norm in sentence.norms[first:last]
        )
    words = sentence.words[first:last]
    return all(not word.islower() or word in noun_classes()["name_particle"] for word in words)


def _by_given_name(
    sentence: Sentence, first: int, last: int, head: int, lexicon: Lexicon
) -> PersonName | None:
    names = lexicon.given_names
    norms = sentence.norms
    if names.isdisjoint(norms[first : head + 1]) and NAME_PROOF.isdisjoint(norms[first : head + 1]):
        return None
    begin = head
    while begin > first and _is_name(sentence, begin - 1, head + 1):
        begin -= 1
    for position in range(begin, head + 1):
        if position and norms[position - 1] in _PLACE_SAINTS:
            return None  # "San Pedro Sula", "Santa Ana"
        if norms[position] in names or (norms[position] in NAME_PROOF and position < head):
            start = _first_name(sentence, begin, position, lexicon)
            return PersonName(start, _name(sentence, start, last, head), None, None)
    return None


def _first_name(sentence: Sentence, first: int, position: int, lexicon: Lexicon) -> int:
    """Where a name begins that begins before its proof: "Febe Ana Ruiz", "Grace Ana Ruiz"."""
    norms = sentence.norms
    while position > first and (
        norms[position - 1] in lexicon.word_names or _is_no_word(norms[position - 1], lexicon)
    ):
        position -= 1
    return position


def _is_no_word(norm: str, lexicon: Lexicon) -> bool:
    return (
        len(norm) > _ACRONYM
        and norm.isalpha()
        and norm not in word_tags()
        and norm not in lexicon.actors.first_words
        and norm not in lexicon.nations.last_words
    )


def _name(sentence: Sentence, first: int, last: int, head: int) -> str:
    """The name's words; a possessive, comma or preposition behind the head is no part of it."""
    end = head + 1
    while end < last and sentence.words[end][0].isupper() and sentence.norms[end] not in OF_FROM:
        end += 1
    return sentence.as_written(first, end)
