"""What words around an act say of the harm it did: "dead and wounded", "fatally", "in the legs"."""

from coder.events.counts.counted_parts import FATALLY
from coder.events.drafts import Claim, Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.grammar.clauses import groups_behind
from coder.lexicon.words import noun_classes
from coder.values.labels import CasualtyKind

_KILLING, _AND_OR = frozenset({"killing", "death", "martyrdom"}), frozenset({"and", "or"})
HURT_KINDS = frozenset({CasualtyKind.INJURED, CasualtyKind.CASUALTIES})
"""What befell people who may be among the dead, or die later."""


def kind_told(draft: Draft, claim: Claim, *, is_next: bool) -> CasualtyKind:
    """What befell them, where other words than the verb tell more of it.

    ``is_next``: others were counted before them in the same role.
    """
    if _is_dead_and_wounded(draft, claim) or _is_of_both_nouns(draft, claim):
        return CasualtyKind.CASUALTIES
    hurt = noun_classes()["harmed_injured"]
    if is_next and _words_of(draft, claim) & hurt:
        return (
            CasualtyKind.INJURED
        )  # "the death of seven and dozens of wounded", "and 40 | wounded"
    if claim.kind in HURT_KINDS and _is_fatal(draft):
        return CasualtyKind.KILLED
    if claim.kind is CasualtyKind.CASUALTIES and bodies_of(draft, claim.nominal):
        return CasualtyKind.KILLED  # "Baghdad: 14 bodies, bound and shot"
    if claim.kind is CasualtyKind.CASUALTIES and _is_in_limb(draft):
        return CasualtyKind.INJURED
    return claim.kind


def _is_of_both_nouns(draft: Draft, claim: Claim) -> bool:
    """As in "the killing and wounding of ten people": one number for both."""
    norms, at = draft.reading.sentence.norms, draft.first
    return (
        claim.kind is CasualtyKind.INJURED
        and norms[max(at - 1, 0)] in _AND_OR
        and norms[max(at - 2, 0)] in _KILLING
        and norms[draft.last : draft.last + 1] == ("of",)
    )


def leaves_hurt(reading: Reading, verb: int) -> bool:
    """As in "a police raid left seven dead", "left two men and a boy wounded"."""
    clauses, hurt = reading.clauses, noun_classes()["bodily_harm"]
    if clauses.head_words[verb] not in noun_classes()["leaving"]:
        return False
    last = clauses.chunks[clauses.clause(verb)[1] - 1].last
    return not hurt.isdisjoint(reading.sentence.norms[clauses.chunks[verb].last : last])


def _words_of(draft: Draft, claim: Claim) -> frozenset[str]:
    """The noun that is counted, or the participle right behind a number alone."""
    norms, nominal = draft.reading.sentence.norms, claim.nominal
    behind = norms[nominal.last : nominal.last + 1] if "number" in nominal.fillers else ()
    return frozenset((norms[nominal.head], *behind))


def bodies_of(draft: Draft, whom: Nominal) -> bool:
    """As in "14 bodies, shot", "the body of a man, shot in the head": the dead, found so."""
    clauses, norms = draft.reading.clauses, draft.reading.sentence.norms
    remains = noun_classes()["remains"]
    if draft.construction != "participle" or remains.isdisjoint(draft.reading.vocabulary):
        return False
    before = whom.chunk - 2
    is_of = before >= 0 and clauses.kinds[before : before + 2] == "NP"
    at = (whom.chunk, before)[: 1 + is_of]
    heads = {norms[whom.head], *(clauses.head_words[number] for number in at)}
    return not heads.isdisjoint(remains)


def _is_fatal(draft: Draft) -> bool:
    """As in "fatally shot", "mortally wounded", "lined them up and shot them"."""
    reading = draft.reading
    group = reading.clauses.chunks[draft.chunk]
    if not FATALLY.isdisjoint(reading.sentence.norms[group.first : group.last]):
        return True
    deadly = noun_classes()["fatal_manner"]
    if deadly.isdisjoint(reading.vocabulary):
        return False
    left, right = reading.clauses.clause(draft.chunk)
    first, last = reading.clauses.chunks[left].first, reading.clauses.chunks[right - 1].last
    return not deadly.isdisjoint(reading.sentence.norms[first:last])


def _is_in_limb(draft: Draft) -> bool:
    """As in "shot a manager in the legs": who is hit there is wounded."""
    clauses = draft.reading.clauses
    inside = groups_behind(clauses.phrases(draft.chunk), "in")
    return clauses.has_head(inside, noun_classes()["limb"])


def _is_dead_and_wounded(draft: Draft, claim: Claim) -> bool:
    """As in "dozens of dead and wounded": one number for both."""
    norms = draft.reading.sentence.norms
    clauses = draft.reading.clauses
    return (
        norms[draft.first] == "dead"
        and norms[draft.last : draft.last + 1] == ("and",)
        and not noun_classes()["harmed_injured"].isdisjoint(norms[draft.last + 1 : draft.last + 2])
        and not clauses.objects(clauses.at_token[draft.last + 1])  # "shot one dead and wounded two"
        and claim.kind is CasualtyKind.KILLED
    )
