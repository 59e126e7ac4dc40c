"""Shots that were meant for nobody, or for a beast: "by mistake", "took him for a deer"."""

from coder.events.reading import Reading
from coder.events.senses.crashes import is_armed
from coder.lexicon.words import noun_classes

TAKING = frozenset({"took", "taken", "taking", "mistook", "mistaken"})


def is_by_mistake(reading: Reading) -> bool:
    """As in "a hunter was shot by mistake by his brother"; soldiers who err have acted."""
    mistakes = noun_classes()["mistake"]
    if mistakes.isdisjoint(reading.vocabulary) and not _is_taken_for_beast(reading):
        return False
    return not is_armed(reading)


def _is_taken_for_beast(reading: Reading) -> bool:
    """As in "shot by a friend who took him for a deer"."""
    norms, animals = reading.sentence.norms, noun_classes()["animal"]
    return "for" in norms and any(
        norms[at] == "for" and norms[at - 2] in TAKING and norms[at + 2] in animals
        for at in range(2, len(norms) - 2)
    )
