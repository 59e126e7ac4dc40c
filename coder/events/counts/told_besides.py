"""Who else gives a number, the verb left out: "Police put the toll at 10, the rebels at 30"."""

from collections.abc import Iterator

from coder.events.counts.counting import number_claim
from coder.events.drafts import Claim, Draft
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes

_AT = "at"
_PUT = frozenset({"put", "puts", "putting", "placed", "places", "estimated", "set"})
_BETWEEN = ",CU:"


def others_telling(reading: Reading, verb: int) -> Iterator[tuple[int, int]]:
    """The chunks of each further speaker and of the number it gives."""
    clauses = reading.clauses
    if clauses.head_words[verb] not in _PUT or "at" not in reading.vocabulary:
        return
    at = next((at for at in range(verb, len(clauses.kinds)) if _gives(reading, at)), -1)
    while _gives(reading, at):
        speaker = at + 2
        while clauses.kinds[speaker : speaker + 1] and clauses.kinds[speaker] in _BETWEEN:
            speaker += 1
        if speaker == at + 2 or clauses.kinds[speaker : speaker + 1] != "N":
            return
        at = speaker + 1
        if clauses.head_words[speaker] in _counted():
            return  # "put the dead at ten and the injured at 30"
        if _gives(reading, at):
            yield speaker, at + 1


def _counted() -> frozenset[str]:
    classes = noun_classes()
    return classes["harmed"] | classes["toll_noun"] | {"own", "losses"}


def with_others_telling(draft: Draft, found: list[Claim]) -> list[Claim]:
    """The claims of a draft, with the numbers that others give for the same."""
    if "count" not in draft.frame.tags or not found:
        return found
    reading = draft.reading
    verb = draft.chunk - (reading.clauses.kinds[draft.chunk] == "N")
    more = [
        number_claim(reading, reading.nominal(number), found[-1].kind, quantity)
        for _, number in others_telling(reading, max(verb, 0))
        if (quantity := reading.number_in(number)) is not None
    ]
    return [*found, *more]


def _gives(reading: Reading, at: int) -> bool:
    clauses = reading.clauses
    return (
        at >= 0
        and clauses.kinds[at : at + 2] == "PN"
        and clauses.first_words[at] == _AT
        and reading.number_in(at + 1) is not None
    )
