"""People told before, of whom some are told apart: "the dead", "those killed", "the 44 wounded"."""

from coder.events.reading import Reading
from coder.lexicon.closed import ALL_OF_THEM
from coder.lexicon.words import noun_classes
from coder.values.labels import CasualtyKind


def is_whole(reading: Reading, number: int) -> bool:
    """Whether a noun group stands for people told before: "them", "the dead", "those killed"."""
    group = reading.clauses.chunks[number]
    norm = reading.sentence.norms[group.head]
    return norm in ALL_OF_THEM or norm in noun_classes()["harmed"]


def is_all(reading: Reading, number: int) -> bool:
    """As in "the dead", "those killed", "the more than 80 killed"."""
    return is_whole(reading, number) or kind_counted(reading, number) is not None


def behind_whole(reading: Reading, number: int) -> int:
    """The chunk behind "the dead" or "those | killed"."""
    return number + 1 + (reading.clauses.kinds[number + 1 : number + 2] in ("X", "K"))


def kind_said(reading: Reading, number: int) -> CasualtyKind | None:
    """What a noun group for people told before says happened to them."""
    norm = reading.clauses.head_words[number]
    if norm == "those" and reading.clauses.kinds[number + 1 : number + 2] in ("X", "K"):
        return kind_of_verb(reading.clauses.head_words[number + 1])
    return kind_of_verb(norm)


def kind_counted(reading: Reading, number: int) -> CasualtyKind | None:
    """As in "22 people | killed", "the 44 | wounded": what befell as many; null for nothing."""
    kinds = reading.clauses.kinds
    if kinds[number + 1 : number + 2] not in ("X", "K") or reading.nominal(number).quantity is None:
        return None
    return kind_of_verb(reading.clauses.head_words[number + 1])


def kind_of_verb(norm: str) -> CasualtyKind | None:
    """What befell people, by one word for it; null for every other word."""
    for kind in (CasualtyKind.KILLED, CasualtyKind.INJURED, CasualtyKind.ABDUCTED):
        if norm in noun_classes()[f"harmed_{kind}"]:
            return kind
    return None
