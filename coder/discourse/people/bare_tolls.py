"""Tolls that say again how many came to harm and not who: "The blast left six dead".

In: an act. Out: the noun groups that count people told elsewhere in the text by who they were
("three teachers", "two soldiers and a guard"), so that they make no party of their own.
"""

from collections import defaultdict
from collections.abc import Sequence

from coder.discourse.acts import Act, claims_once
from coder.discourse.counts.wholes import are_others, counts_bodies
from coder.events.drafts import Claim
from coder.lexicon.words import noun_classes


def bare_tolls(act: Act) -> dict[int, int | None]:
    """The ids of such groups, each with that of the one group it stands for, if it is one."""
    ranked = [(_bareness(claim), claim) for claim in claims_once(act.drafts) if claim.best]
    bare = [(rank, claim) for rank, claim in ranked if rank and not _is_some_or_more(claim)]
    return {
        id(claim.nominal): whom[0]
        for rank, claim in bare
        if (whom := _told_elsewhere(rank, claim, ranked))
    }


def _bareness(claim: Claim) -> int:
    """How little is said of who they were: "six farmers" 0, "six people" 1, "six dead" 2."""
    fillers, nouns = claim.nominal.fillers, noun_classes()
    if "number" in fillers or claim.head_word in nouns["harmed"] or counts_bodies(claim):
        return 2
    return int(claim.head_word in nouns["elliptical"])


def _is_some_or_more(claim: Claim) -> bool:
    return claim.subset_of is not None or claim.is_partitive or are_others(claim)


def _told_elsewhere(
    rank: int, claim: Claim, ranked: Sequence[tuple[int, Claim]]
) -> Sequence[int | None]:
    """The groups of as many people that another sentence, or all of the others, tell better."""
    groups: defaultdict[int, list[Claim]] = defaultdict(list)
    for other_rank, other in ranked:
        is_better = other_rank < rank and other.kind is claim.kind
        if is_better and other.reading is not claim.reading and other.subset_of is None:
            groups[id(other.reading)].append(other)
    every = [other for told in groups.values() for other in told]
    for told in (*groups.values(), every):
        if sum(other.best or 0 for other in told) == claim.best:
            return [id(told[0].nominal) if len(told) == 1 else None]
    return ()
