"""All actors of a sentence, for readers of text that no parser has seen (``annotate``, traces)."""

from coder.lexicon.load import Lexicon
from coder.mentions.actors.typing import named_actors, type_actor
from coder.mentions.quantities import quantity_before
from coder.values.labels import CaseProfile
from coder.values.mentions import ActorMention
from coder.values.text import Sentence

_MAX_NAME = 5  # tokens of a name behind a title, in a scan without noun groups


def find_actors(sentence: Sentence, lexicon: Lexicon) -> tuple[ActorMention, ...]:
    """The actors of a whole sentence, in order, without help from a parser.

    A noun for people, a listed name or a given name opens a group; modifiers, demonyms and numbers
    before it and the name behind a title belong to it.
    """
    norms = sentence.norms
    size = len(norms)
    listed = {start: end for start, end, _ in named_actors(sentence, lexicon)}
    persons, names = lexicon.persons, lexicon.given_names
    found: list[ActorMention] = []
    behind = position = 0
    while position < size:
        norm = norms[position]
        end = listed.get(position, position)
        noun = (
            persons.longest(norms, end)
            if end < size and norms[end] in persons.first_words
            else None
        )
        if noun is not None:
            while noun is not None:
                end += noun[0]
                noun = persons.longest(norms, end) if end < size else None
            end = _name_end(sentence, end)
        elif end == position and norm in names:
            end = _name_end(sentence, position)
        if end == position:
            position += 1
            continue
        first = _group_start(sentence, position, behind, lexicon)
        quantity = quantity_before(sentence, first, behind)
        start = quantity.first if quantity is not None else first
        mention = type_actor(sentence, start, end, end - 1, lexicon, quantity)
        if mention is not None:
            found.append(mention)
        position = behind = end
    return tuple(found)


def _name_end(sentence: Sentence, position: int) -> int:
    """The token behind the capitalised words from ``position`` on."""
    if sentence.case is not CaseProfile.MIXED:
        return position
    end = position
    while (
        end < len(sentence.words)
        and end - position < _MAX_NAME
        and sentence.words[end][0].isupper()
    ):
        end += 1
    return end


def _group_start(sentence: Sentence, position: int, behind: int, lexicon: Lexicon) -> int:
    """Where the modifiers and demonyms directly before a noun begin."""
    norms = sentence.norms
    while position > behind:
        match = lexicon.modifiers.ending(norms, behind, position) or lexicon.nations.ending(
            norms, behind, position
        )
        if match is None:
            break
        position -= match[0]
    return position
