"""People told as taken before: "kidnapped 20 pupils. Four escaped", "led off two; one got away".

Verbs of getting away or coming home free nobody unless somebody held them: who is meant has to be
told as taken in a sentence before, or by the words of the group.
"""

from collections.abc import Iterator, Sequence

from coder.events.drafts import Draft, Filler
from coder.events.reading import Reading
from coder.events.roles.captives import is_held
from coder.events.roles.nominals import Nominal
from coder.lexicon.closed import THEM_WHOM
from coder.lexicon.words import noun_classes
from coder.rules.model import Frame
from coder.values.labels import EventType

OF_TAKEN = "of_taken"
"""Tag of frames that ask who is meant to have been taken."""
_NEAR = 3  # sentences
_THEY = frozenset({"they", "who", "all"})
_MANAGED = frozenset({"manage", "later", "captors", "captor", "abductors", "kidnappers", "them"})
_BOUND = frozenset({"gagged", "bound", "blindfolded", "chained", "tied"})


def is_of_nobody_taken(
    reading: Reading, frame: Frame, fillers: Sequence[Filler], earlier: Sequence[Draft]
) -> bool:
    """Whether a frame frees people of whom nobody said that they had been taken."""
    if OF_TAKEN not in frame.tags:
        return False
    freed = [filler for filler in fillers if filler.effect == "released"]
    return not any(_was_taken(reading, filler, fillers, earlier) for filler in freed)


def _was_taken(
    reading: Reading, filler: Filler, fillers: Sequence[Filler], earlier: Sequence[Draft]
) -> bool:
    nominal, norms = filler.nominal, reading.sentence.norms
    if is_held(reading, nominal) or _is_bound(reading, filler):
        return True
    holding = noun_classes()["holding_people"]
    if not holding.isdisjoint(reading.vocabulary) and any(
        item.role == "perpetrator" for item in fillers
    ):
        return True  # "slipped away from the rebels who had held them"
    taken = next(_taken(reading, earlier), None)
    if taken is None:
        return False
    where, whom = taken
    if "pronoun" in nominal.fillers:
        is_they = norms[nominal.head] in _THEY
        return filler.antecedent == taken and (
            not is_they or not _MANAGED.isdisjoint(reading.vocabulary)
        )
    noun = where.sentence.norms[whom.head]
    if "number" in nominal.fillers or _is_part(reading, nominal, noun):
        return _may_be_of(nominal, whom)
    return nominal.is_definite and norms[nominal.head] == noun


def _is_bound(reading: Reading, filler: Filler) -> bool:
    """As in "found a merchant gagged in a van and returned him": no law ties people up."""
    where, whom = filler.antecedent or (reading, filler.nominal)
    if where is reading and filler.antecedent is None and "pronoun" in whom.fillers:
        return not _BOUND.isdisjoint(reading.vocabulary)
    return not _BOUND.isdisjoint(where.sentence.norms[max(whom.first - 3, 0) : whom.last + 3])


def _is_part(reading: Reading, nominal: Nominal, noun: str) -> bool:
    """As in "three of them managed to get away", "four of the pupils escaped"."""
    clauses, behind = reading.clauses, nominal.chunk + 2
    return (
        behind < len(clauses.chunks)
        and clauses.first_words[behind - 1] == "of"
        and (clauses.head_words[behind] in THEM_WHOM or clauses.head_words[behind] == noun)
    )


def _may_be_of(nominal: Nominal, whom: Nominal) -> bool:
    """Whether no more get away than were taken."""
    some, everybody = nominal.quantity, whom.quantity
    if some is None or everybody is None or some.best is None or everybody.best is None:
        return whom.actor is not None and whom.actor.is_plural
    return some.best <= everybody.best


def _taken(reading: Reading, earlier: Sequence[Draft]) -> Iterator[tuple[Reading, Nominal]]:
    """Those told to be taken in the sentences before or in this one, the last first.

    No further back than whom another act befell.
    """
    for draft in reversed(earlier):
        if reading.sentence.index - draft.reading.sentence.index > _NEAR:
            return
        for filler in draft.fillers:
            if filler.effect == "abducted":
                yield draft.meant_by(filler)
        if draft.type is not EventType.ABDUCTION and any(item.effect for item in draft.fillers):
            return
