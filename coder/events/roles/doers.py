"""Acts named by who did them or had a part in them: "the mastermind of the murder", "its role in".

Whoever speaks so takes for granted that the act was done.
"""

from coder.events.reading import Reading
from coder.grammar.chunks import VERBAL
from coder.lexicon.words import noun_classes

_SPARING = frozenset({"not", "than", "nor"})
_DONE_BY = frozenset({"of", "for", "in", "behind"})


def is_of_doer(reading: Reading, number: int) -> bool:
    """As in "find those responsible for the killing", "the mastermind of the murder".

    Whoever speaks of who did it, or had a part in it, takes for granted that it was done.
    """
    clauses = reading.clauses
    if not clauses.kinds.endswith("NP", 0, number):
        return False
    return share_in(reading, number) is not None or (
        clauses.first_words[number - 1] in _DONE_BY
        and clauses.head_words[number - 2] in noun_classes()["doer"]
    )


def share_in(reading: Reading, number: int) -> int | None:
    """The chunk of the part in an act: "the involvement of A and B in the murder", "its role in".

    ``number`` is that of the act; null where nobody is said to have had a part in it.
    """
    clauses = reading.clauses
    shares = noun_classes()["share_in"]
    at = number - 2
    if clauses.kinds[at:number] != "NP" or clauses.first_words[number - 1] != "in":
        return None
    if clauses.head_words[at] in shares:
        is_verb = (
            clauses.kinds[at - 1 : at] in VERBAL
            and clauses.head_words[at - 1] in noun_classes()["taking_part"]
        )
        return None if is_verb else at
    first = clauses.conjoined_left(at)[0] - 2 if at > 1 else -1
    is_of = first >= 0 and clauses.kinds[first : first + 2] == "NP"
    return first if is_of and clauses.head_words[first] in shares else None


def is_spared(reading: Reading, preposition: int) -> bool:
    """As in "attributed to the Front and not to the army", "blamed on thieves rather than on"."""
    first = reading.clauses.chunks[preposition].first
    return not _SPARING.isdisjoint(reading.sentence.norms[first - 1 : first])
