"""Numbers behind the noun that they count: "rebels numbering 50", "persons who are three".

The words that say so are no clause of their own: "pupils who are nine years old" is another thing.
"""

from collections.abc import Iterator

from coder.lexicon.closed import WHO_WHICH_THAT
from coder.lexicon.words import word_tags
from coder.mentions.quantities import read_quantity
from coder.values.mentions import Quantity
from coder.values.text import Sentence

_IN_NUMBER = ("in", "number")
_BEING = frozenset({"are", "were", "number", "numbered", "reach", "reached"})
_NUMBER = "number"
_BEFORE_NUMBER = WHO_WHICH_THAT | {"of", "in"}
_LEADS = frozenset({"numbering", "reaching", "totalling", "totaling"})
_OF_NUMBER = frozenset({("of", "number"), ("in", "number"), ("with", "number")})
_IRREGULAR = frozenset({"people", "men", "women", "children", "policemen", "gunmen"})
_NOMINAL = frozenset("NnsEJ#")
_FINITE = frozenset("BHXL")
_BOUNDS = frozenset({"up", "about", "around", "more", "some", "nearly"})


def counted_from_behind(
    sentence: Sentence, quantities: dict[int, Quantity]
) -> Iterator[tuple[int, int, str]]:
    """First token, token behind and tag of the words that count a noun before them.

    In ``quantities``, by their tokens, such a number moves to the noun.
    """
    norms = sentence.norms
    for quantity in (*quantities.values(), *_labelled(sentence)):
        first, last = quantity.first, quantity.last
        if norms[last : last + 2] == _IN_NUMBER:
            last += 2
        elif (lead := _lead(norms, first)) is not None:
            first = lead
        elif norms[first] not in _BOUNDS or _tag(norms, last) not in _FINITE:
            continue  # "mortars | up to five | have fallen"
        noun = first - 1 - (norms[first - 1] == ",")
        if noun >= 0 and _is_plural(norms[noun]) and _tag(norms, last) not in _NOMINAL:
            quantities.pop(quantity.first, None)
            quantities[noun] = quantity
            yield noun + 1, last, "A"


def _tag(norms: tuple[str, ...], at: int) -> str:
    """The tag that a word mostly has; that of a noun for words of no list, none at the end."""
    is_word = at < len(norms) and norms[at][0].isalnum()
    return word_tags().get(norms[at], "N") if is_word else "-"


def _labelled(sentence: Sentence) -> Iterator[Quantity]:
    """As in "men of number nine", "soldiers that number seven": no label, as "bus number 7" has."""
    norms = sentence.norms
    at = norms.index(_NUMBER) if _NUMBER in sentence.vocabulary else 0
    if at and norms[at - 1] in _BEFORE_NUMBER and at + 1 < len(norms):
        found = read_quantity(sentence, at + 1)
        if found is not None:
            yield found


def _lead(norms: tuple[str, ...], first: int) -> int | None:
    """Where the words before a number begin that tie it to a noun; null where there are none."""
    if norms[first - 1] in _LEADS:
        return first - 1
    if norms[first - 2 : first] in _OF_NUMBER:
        return first - 2
    if norms[first - 1] in _BEING and first > 1 and norms[first - 2] in WHO_WHICH_THAT:
        return first - 2
    return None


def _is_plural(norm: str) -> bool:
    return word_tags().get(norm, "N") in "Nns" and (norm.endswith("s") or norm in _IRREGULAR)
