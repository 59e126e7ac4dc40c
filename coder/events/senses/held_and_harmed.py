"""What is done to people who were first taken or rounded up, in one sentence.

"Police arrested nine students and beat them": one arrest. "Soldiers rounded up 14 men and shot
them": no arrest, and the men are dead.
"""

from coder.events.drafts import Claim, Draft
from coder.lexicon.words import noun_classes
from coder.values.kinds import ATTACK_OR_KILLING, TAKINGS
from coder.values.labels import CasualtyKind, EventType

_ABUSE, _ARREST = EventType.ABUSE, EventType.ARREST
_SEEN_DOING = frozenset({"XG", "KG"})
_REDUCED = "participle"
_THEM = frozenset({"them", "they", "him", "he", "her", "she", "whom"})


def is_abuse_of_held(one: Draft, other: Draft) -> bool:
    """Whether the second act of a sentence is how those were treated whom the first one took."""
    return (
        one.type in TAKINGS
        and other.type is _ABUSE
        and one.chunk < other.chunk
        and _are_same_people(one, other)
    )


def without_roundups(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that tell how people were brought together who were then shot."""
    if len(drafts) <= 1 or noun_classes()["rounding_up"].isdisjoint(drafts[0].reading.vocabulary):
        return drafts
    kept = []
    for draft in drafts:
        behind = [
            other
            for other in drafts
            if other.type in ATTACK_OR_KILLING
            and draft.chunk < other.chunk
            and (not other.subjects or other.subjects == draft.subjects)
            and _are_same_people(draft, other)
        ]
        norm = draft.reading.sentence.norms[draft.first]
        if draft.type is not _ARREST or norm not in noun_classes()["rounding_up"] or not behind:
            kept.append(draft)
            continue
        for claim in (claim for other in behind for claim in other.claims):
            if claim.kind is CasualtyKind.CASUALTIES:
                claim.kind = CasualtyKind.KILLED
    return kept


def without_seen(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those of what people were seen doing: "shot a man caught stealing"."""
    if len(drafts) <= 1 or noun_classes()["seen_doing"].isdisjoint(drafts[0].reading.vocabulary):
        return drafts
    return [draft for draft in drafts if not _is_what_seen(draft, drafts)]


def _is_what_seen(draft: Draft, drafts: list[Draft]) -> bool:
    clauses = draft.reading.clauses
    return (
        draft.type is _ARREST
        and clauses.kinds[draft.chunk : draft.chunk + 2] in _SEEN_DOING
        and clauses.head_words[draft.chunk] in noun_classes()["seen_doing"]
        and any(
            other.type in ATTACK_OR_KILLING
            and other.chunk < draft.chunk
            and _are_same_people(draft, other)
            for other in drafts
        )
    )


def without_reduced_holds(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only say in passing who held the people that were abused.

    As in "a teacher held by the police had his nails torn out": the clause is about the nails.
    """
    abuses = [draft for draft in drafts if draft.type is _ABUSE]
    if not abuses or len(drafts) <= 1:
        return drafts
    return [
        draft
        for draft in drafts
        if draft.type not in TAKINGS
        or draft.construction != _REDUCED
        or not any(
            draft.chunk < other.chunk
            and other.construction != _REDUCED
            and _are_same_people(draft, other)
            for other in abuses
        )
    ]


def _are_same_people(one: Draft, other: Draft) -> bool:
    """Whether both befell one group, by its chunk, a pronoun or "two of them"."""
    told = {claim.nominal.chunk for claim in one.claims}
    return any(
        claim.nominal.chunk in told
        or (claim.origin is not None and claim.origin.chunk in told)
        or _is_of_them(claim)
        for claim in other.claims
    )


def _is_of_them(claim: Claim) -> bool:
    norms = claim.reading.sentence.norms
    return not _THEM.isdisjoint(norms[claim.nominal.first : claim.nominal.last])
