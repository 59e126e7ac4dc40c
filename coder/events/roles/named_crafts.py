"""Ships that are told with their names: "the corvette Amalia" is a corvette."""

from coder.gazetteer.words import place_words
from coder.grammar.chunks import Chunk
from coder.values.text import Sentence


def end_of_craft(sentence: Sentence, group: Chunk) -> tuple[int, int] | None:
    """Where the kind of ship ends in a group, and its noun; null for a group without a named one.

    The name behind it is no person's and no town's.
    """
    if group.head == group.first or not sentence.words[group.head][0].isupper():
        return None
    crafts = place_words().crafts
    if crafts.isdisjoint(sentence.vocabulary):
        return None
    for at in range(group.head - 1, group.first - 1, -1):
        if sentence.norms[at] in crafts:
            return at + 1, at
        if not sentence.words[at][0].isupper():
            return None
    return None
