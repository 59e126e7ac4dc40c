"""Numbers behind a rank whose verb is left out: "The first killed ten people, the second five"."""

from coder.events.counts.counting import number_claim
from coder.events.drafts import Claim, Draft
from coder.events.reading import Reading
from coder.events.roles.one_of_those import is_rank_alone
from coder.mentions.quantities import measures_persons

_RANKS = frozenset({"second", "third", "other", "latter", "another"})
_BETWEEN = ",tA"
_VERBS = frozenset("VX")


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
        if kinds[at] in _VERBS:
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
