"""Numbers whose verb is left out: "the first killed ten, the second five", "the rebels at 30"."""

from collections.abc import Iterator

from coder.events.counts.counting import number_claim
from coder.events.drafts import Claim, Draft
from coder.events.reading import Reading
from coder.events.roles.one_of_those import is_rank_alone
from coder.grammar.chunks import FINITE
from coder.lexicon.words import noun_classes
from coder.mentions.quantities import measures_persons

_RANKS = frozenset({"second", "third", "other", "latter", "another"})
_BETWEEN = ",tA"
_AT = "at"
_PUT = frozenset({"put", "puts", "putting", "placed", "places", "estimated", "set"})
_BETWEEN_SPEAKERS = ",CU:"


def with_gapped(draft: Draft, found: list[Claim]) -> list[Claim]:
    """The claims of a draft, with those of the acts behind it that share its verb."""
    reading = draft.reading
    if not found or _RANKS.isdisjoint(reading.vocabulary):
        return found
    if not any(_is_rank(reading, number) for number in draft.subjects):
        return found
    kept = [claim for claim in found if not _is_rank(reading, claim.nominal.chunk)]
    if not kept:
        return found
    more: list[Claim] = []
    for number in _behind_ranks(reading, kept[-1].nominal.chunk + 1):
        quantity = reading.number_in(number)
        told = {claim.nominal.chunk for claim in (*kept, *more)}
        if quantity is None or number in told or not measures_persons(reading.sentence, quantity):
            continue
        more.append(number_claim(reading, reading.nominal(number), kept[-1].kind, quantity))
    return [*kept, *more] if more else found


def _behind_ranks(reading: Reading, first: int) -> list[int]:
    """The groups behind each rank from a chunk on, up to the next verb."""
    kinds = reading.clauses.kinds
    found = []
    for at in range(first, len(kinds)):
        if kinds[at] in FINITE:
            break
        if kinds[at] != "N" or kinds[at - 1] not in ",:C":
            continue
        if _counts_by_rank(reading, at):
            found.append(at)
        if not _is_rank(reading, at):
            continue
        behind = at + 1
        while behind < len(kinds) and kinds[behind] in _BETWEEN:
            behind += 1
        if kinds[behind : behind + 1] == "N":
            found.append(behind)
    return found


def _counts_by_rank(reading: Reading, number: int) -> bool:
    """As in "the second five": a rank and the number in one group."""
    group = reading.clauses.chunks[number]
    words = reading.sentence.norms[group.first : group.last]
    return (
        words[:1] == ("the",)
        and not _RANKS.isdisjoint(words[1:2])
        and group.first + 2 in reading.quantities
    )


def _is_rank(reading: Reading, number: int) -> bool:
    group = reading.clauses.chunks[number]
    return is_rank_alone(reading.sentence.norms, group.first, group.last)


def others_telling(reading: Reading, verb: int) -> Iterator[tuple[int, int]]:
    """The chunks of each further speaker and of the number it gives."""
    clauses = reading.clauses
    if clauses.head_words[verb] not in _PUT or "at" not in reading.vocabulary:
        return
    at = next((at for at in range(verb, len(clauses.kinds)) if _gives(reading, at)), -1)
    while _gives(reading, at):
        speaker = at + 2
        while clauses.kinds[speaker : speaker + 1] and clauses.kinds[speaker] in _BETWEEN_SPEAKERS:
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
