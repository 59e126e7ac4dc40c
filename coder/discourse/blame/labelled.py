"""Who is behind an act in a form with labels: "Perpetrator: bandits.", "Suspects: the RSF"."""

from collections.abc import Iterator

from coder.discourse.blame.party import Blame
from coder.events.reading import Reading
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.values.labels import Certainty

_MARKS = (":", "=")
_SUSPECTED = frozenset({"suspect", "suspects", "suspected", "presumed", "alleged"})
_LONGEST = 5  # tokens of a label: "suspected perpetrator(s)"
LABELS = sign("label_doers")


def label_of_doers(reading: Reading) -> tuple[str, ...]:
    """The words of a label for those who did it with which a sentence begins; empty for none."""
    norms = reading.sentence.norms[: _LONGEST + 1]
    doers = noun_classes()["label_doers"]
    if doers.isdisjoint(norms):
        return ()
    mark = next((at for at, norm in enumerate(norms) if norm in _MARKS), 0)
    return norms[:mark] if not doers.isdisjoint(norms[:mark]) else ()


def find_labelled(reading: Reading) -> Iterator[Blame]:
    """The parties behind such a label."""
    label = label_of_doers(reading)
    if not label or len(label) + 1 >= len(reading.sentence.norms):
        return
    certainty = Certainty.STATED if _SUSPECTED.isdisjoint(label) else Certainty.SUSPECTED
    first = reading.clauses.at_token[len(label) + 1]
    if reading.clauses.kinds[first] == "N":
        yield Blame(reading.clauses.conjoined_right(first), certainty)
