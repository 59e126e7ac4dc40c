"""Which claims count some of the people of another: "one of them died", "24 here and 14 there"."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from coder.discourse.counts.by_kind import ANYONE, are_some_by_kind, is_last_of, rank_of
from coder.discourse.counts.died_since import has_died_since
from coder.events.counts.fate_words import HURT_KINDS
from coder.events.drafts import Claim, Draft
from coder.lexicon.closed import HAD_WAS_WERE, HE_OR_SHE
from coder.lexicon.words import noun_classes
from coder.values.kinds import PLAIN_PEOPLE
from coder.values.labels import ActorType, CasualtyKind, Qualifier

_NONE = Qualifier.NONE
_ALL = frozenset({"all", "both", "them", "him", "her"})
_LATER = {
    CasualtyKind.INJURED: (CasualtyKind.KILLED,),
    CasualtyKind.CASUALTIES: (CasualtyKind.KILLED, CasualtyKind.INJURED),
    CasualtyKind.ABDUCTED: (CasualtyKind.RELEASED, CasualtyKind.KILLED),
}
_IN_WARD = frozenset({"hospitalised", "hospitalized"})
_ROUND = 10
_LATER_WORDS = frozenset({"later", "succumbed", "hospital", "wounds", "injuries", "since"})
_STABBED = frozenset({"stabbed", "knifed", "hacked", "slashed", "beaten"})
_MORGUES = noun_classes()["hospital"] | {"morgue", "morgues", "mortuary"}
_VICTIMS = frozenset({"victim", "victims"})
_AMONG = ("among",)
_WITH_WITHIN = 6  # words: "were killed in the car with him"
_WITH_ONE = frozenset({("with", "him"), ("with", "her")})
_ALSO = frozenset({"also", "too"})
_THAT, _SAID_THAT = "that", 5  # tokens, as in "also told a reporter that"
_FURTHER = frozenset({"another", "further", "additional"})
_RECEIVING = frozenset({"receive", "received", "receives", "receiving"})
ADDING = frozenset({"other", "others", "another", "more", "further", "additional"})
_BARE = 2  # words: "bank clerks"
_SEVERAL = 2


def find_ranked(claims: Sequence[tuple[Draft, Claim]]) -> None:
    """As in "A third bomber was killed. ... and the three bombers": one of those counted behind."""
    for at, (_, one) in enumerate(claims):
        rank = rank_of(one) if one.subset_of is None else 0
        for _, claim in claims[at + 1 :] if rank else ():
            if (
                rank <= (claim.best or 0)
                and claim.nominal.is_definite
                and claim.kind is one.kind
                and victim_type(claim) is victim_type(one)
            ):
                one.subset_of = claim
                break


def find_wholes(claims: list[tuple[Draft, Claim]]) -> None:
    """As in "one of them died": some of the people of the claim told before.

    Who is wounded and dies later is counted once: a claim about one person is replaced, one about
    more keeps its number, and the total of the injured goes down.
    """
    for at, (draft, claim) in enumerate(claims):
        if claim.subset_of is not None or not claim.best:
            continue
        for earlier_draft, earlier in reversed(claims[:at]):
            if _is_told_dead(claim, earlier):
                claim.is_superseded = True
                break
            if _are_some_of(draft, claim, earlier) or (
                not adds(claim) and are_some_by_kind(claim, earlier, claims[:at])
            ):
                claim.subset_of = earlier
                break
            if has_died_since(claim, earlier):
                earlier.is_superseded = True
                break
            if earlier_draft is draft or not _takes_from(claim, earlier):
                continue
            is_some = (
                claim.is_partitive
                or _is_one_of(claim, earlier)
                or _is_bare_some(claim, earlier_draft, earlier)
            )
            if is_some and (earlier.best or 0) > (claim.best or 0):
                claim.subset_of = _of_the_dead(claim, earlier, claims[:at]) or earlier
                break
            if _is_same_group(claim, earlier):
                earlier.is_superseded = True
                _hand_over(claims, earlier, claim)
                break


def _are_some_of(draft: Draft, claim: Claim, earlier: Claim) -> bool:
    """Whether the words say that the people of a claim are of those of an earlier one."""
    return (
        is_last_of(claim, earlier)
        or _are_bodies_of(claim, earlier)
        or _are_in_hospital(draft, claim, earlier)
    )


def _of_the_dead(claim: Claim, hurt: Claim, claims: Sequence[tuple[Draft, Claim]]) -> Claim | None:
    """As in "killing 21 and wounding 82. Ten of the victims died there": ten of the 21."""
    if hurt.kind is claim.kind or claim.head_word not in _VICTIMS:
        return None
    if not _LATER_WORDS.isdisjoint(claim.reading.vocabulary):
        return None
    for _, earlier in reversed(claims):
        if earlier.kind is claim.kind and _may_hold(earlier, claim):
            is_whole = earlier.subset_of is None and not earlier.is_superseded
            return earlier if is_whole and (earlier.best or 0) > (claim.best or 0) else None
    return None


def _are_in_hospital(draft: Draft, claim: Claim, earlier: Claim) -> bool:
    """As in "22 were wounded. Seventeen people were being treated": of those, no other count.

    Also "One hospital received nine dead and another five" of at least as many that were told.
    """
    is_received = _are_received(claim)
    is_treated = claim.kind is CasualtyKind.INJURED and (
        "care" in draft.frame.tags or draft.reading.sentence.norms[draft.first] in _IN_WARD
    )
    return (
        (is_received or (is_treated and not adds(claim)))
        and claim.kind is earlier.kind
        and earlier.subset_of is None
        and claim.reading is not earlier.reading
        and not _are_received(earlier)
        and 0 < (claim.best or 0) < (earlier.best or 0)
        and (victim_type(claim) in PLAIN_PEOPLE or victim_type(claim) is victim_type(earlier))
    )


def end_of_counted(claim: Claim) -> int:
    """Where those end whom a number counts: "40 men, women and children", "24 nurses, babies and".

    They are bare plurals in a list; 0 where the number counts one noun alone.
    """
    if (claim.best or 0) < _SEVERAL:
        return 0
    clauses, tags = claim.reading.clauses, claim.reading.tags
    at, is_closed = clauses.at_token[claim.nominal.last - 1], False  # "the bodies of | 40 men"
    while not is_closed and clauses.kinds[at + 1 : at + 3] in (",N", "CN"):
        is_closed = clauses.kinds[at + 1] == "C"
        group, actor = clauses.chunks[at + 2], claim.reading.nominal(at + 2).actor
        are_many = actor is not None and actor.is_plural
        if group.last - group.first > _BARE or not are_many or tags[group.first] in "D#":
            return 0
        at += 2
    return clauses.chunks[at].last if is_closed else 0


def _are_received(claim: Claim) -> bool:
    """As in "the hospital received six wounded", "had received nine dead and 42 injured"."""
    reading = claim.reading
    if _RECEIVING.isdisjoint(reading.vocabulary):
        return False
    return not _RECEIVING.isdisjoint(reading.sentence.norms[: claim.first])


def make_parts(claims: Iterable[Claim], wholes: Sequence[Claim]) -> None:
    """Let numbers of people be parts of the greater one of their kind, told before for them all."""
    for claim in claims:
        whole = next((item for item in wholes if item.kind is claim.kind), None)
        if whole is not None and (whole.best or 0) > (claim.best or 0) > 0:
            claim.subset_of = claim.subset_of or whole


def _hand_over(claims: list[tuple[Draft, Claim]], earlier: Claim, claim: Claim) -> None:
    """Parts of a replaced claim become parts of the one that replaces it."""
    for _, part in claims:
        if part.subset_of is earlier and part is not claim:
            part.subset_of, part.kind = claim, claim.kind


def _is_one_of(claim: Claim, earlier: Claim) -> bool:
    """As in "stabbed two officers. One officer later died": of those with the same noun."""
    norms = claim.reading.sentence.norms
    return (
        norms[claim.first] == "one"
        and f"{claim.head_word}s" == earlier.head_word
        and not _LATER_WORDS.isdisjoint(norms)
    )


def _is_bare_some(claim: Claim, draft: Draft, earlier: Claim) -> bool:
    """As in "Four people were shot. One died at the scene": of those hit just before.

    Not of those told to be wounded: "Five were wounded and two died" are other people.
    """
    is_stabbed = (
        earlier.kind is CasualtyKind.INJURED
        and draft.reading.sentence.norms[draft.first] in _STABBED
    )
    distance = claim.reading.sentence.index - earlier.reading.sentence.index
    return (
        (is_stabbed or earlier.kind is CasualtyKind.CASUALTIES)
        and distance <= 1
        and "number" in claim.nominal.fillers
        and not adds(claim)
    )


def _takes_from(claim: Claim, earlier: Claim) -> bool:
    if earlier.subset_of is not None or earlier.is_superseded or earlier.qualifier is _NONE:
        return False
    attackers = noun_classes()["attacker"]
    if claim.head_word in attackers and earlier.head_word not in attackers:
        return False  # "nearly 70 were hurt. Three of the attackers were killed"
    if is_of_injured(claim):
        return earlier.kind in HURT_KINDS
    if claim.is_partitive and (claim.kind is earlier.kind or _is_of_dead(claim)):
        return claim.kind is earlier.kind and _may_hold(earlier, claim)
    is_later = not _LATER_WORDS.isdisjoint(claim.reading.sentence.norms)
    kinds = PLAIN_PEOPLE | {victim_type(earlier)}
    if claim.is_partitive and not is_later and victim_type(claim) not in kinds:
        return False  # "76 were wounded. Nine of the guerrillas died": of others
    return claim.kind in _LATER.get(earlier.kind, ())


def may_die_of(claim: Claim, hurt: Claim) -> bool:
    """Whether these may be some of the wounded, or all where a pronoun stands for them."""
    if hurt.subset_of is not None or not claim.best:
        return False
    if claim.origin is not None:
        return claim.origin.chunk == hurt.nominal.chunk and claim.reading is hurt.reading
    is_late = not _LATER_WORDS.isdisjoint(claim.reading.sentence.norms)
    return is_late and (hurt.best or 0) > claim.best and _takes_from(claim, hurt)


def is_of_injured(claim: Claim) -> bool:
    """As in "one of the wounded died": of nobody told to be dead before."""
    words = claim.reading.sentence.norms[claim.first : claim.last]
    return claim.is_partitive and not noun_classes()["harmed_injured"].isdisjoint(words)


def _is_of_dead(claim: Claim) -> bool:
    """As in "one of the dead": of no wounded."""
    return claim.head_word in noun_classes()["harmed_killed"]


def _may_hold(whole: Claim, part: Claim) -> bool:
    """Whether people of one kind may be some of another: no attackers among the villagers."""
    kinds = (victim_type(whole), victim_type(part))
    if part.nominal.actor is None or kinds[0] is kinds[1] or kinds[1] in PLAIN_PEOPLE:
        return True
    return kinds[0] is ActorType.UNKNOWN or whole.head_word in ANYONE


def _are_bodies_of(claim: Claim, earlier: Claim) -> bool:
    """As in "killed 40 peasants; eleven bodies were recovered": of those told, not on top.

    Also sentences later, where they are called the victims ("the body of one victim"), or came
    to a hospital ("the bodies of five soldiers were taken to a morgue").
    """
    words = claim.reading.sentence.norms[claim.first : claim.last]
    bodies = noun_classes()["remains"]
    is_beside = claim.reading is earlier.reading and claim.head_word in bodies
    return (
        earlier.kind is claim.kind is CasualtyKind.KILLED
        and earlier.subset_of is None
        and (is_beside or (not bodies.isdisjoint(words) and _are_some(claim)))
        and not counts_bodies(earlier)
        and 0 < (claim.best or 0) < (earlier.best or 0)
    )


def _are_some(claim: Claim) -> bool:
    """Whether bodies are called those of victims, or lie in one of perhaps more hospitals."""
    sentence = claim.reading.sentence
    return not (
        _VICTIMS.isdisjoint(sentence.norms[claim.first : claim.last])
        and _MORGUES.isdisjoint(sentence.vocabulary)
    )


def counts_bodies(claim: Claim) -> bool:
    """Whether bodies are counted, and not people."""
    return claim.head_word in noun_classes()["remains"]


def _is_told_dead(claim: Claim, earlier: Claim) -> bool:
    """As in "a man is dead after being stabbed": of the wounded the text has said they died.

    Also in "a man was found dead. He had been stabbed", "Both victims were hit in the chest".
    """
    is_same = claim.reading is earlier.reading and claim.nominal.chunk == earlier.nominal.chunk
    is_known = (claim.best == 1 and claim.head_word in HE_OR_SHE) or (
        claim.nominal.is_definite and claim.head_word in _VICTIMS
    )
    return (
        claim.kind in HURT_KINDS
        and earlier.kind is CasualtyKind.KILLED
        and (is_same or is_known)
        and claim.best == earlier.best
    )


def _is_same_group(claim: Claim, earlier: Claim) -> bool:
    """Whether two claims are about the same people: one noun group, or the subject it stands for.

    "Rebels shot five people, killing all five": the same number, told with "all" or a pronoun; also
    "shot three and threw a fourth from a bridge; all four died".
    """
    if claim.reading is not earlier.reading or earlier.best is None:
        return False
    if (claim.origin or claim.nominal).chunk == earlier.nominal.chunk:
        return claim.best == earlier.best
    words = claim.reading.sentence.norms[claim.first : claim.last]
    if earlier.kind is not CasualtyKind.CASUALTIES or _ALL.isdisjoint(words):
        return False
    return claim.best == earlier.best or (words[0] == "all" and (claim.best or 0) > earlier.best)


def adds(claim: Claim) -> bool:
    """Whether they come on top of what was told: "three others", "a guard died too".

    Not in "killed three and wounded nine others": other than the dead, whoever was told before.
    """
    norms = claim.reading.sentence.norms
    if (
        any(_is_also(claim, at) for at in range(len(norms)) if norms[at] in _ALSO)
        or claim.head_word in noun_classes()["ordinal"]
        or rank_of(claim)
        or _died_with_one(norms, claim.last)
    ):
        return True
    return not claim.is_beside and are_others(claim)


def _died_with_one(norms: tuple[str, ...], last: int) -> bool:
    """As in "two teenagers died with him", "his driver was killed along with her"."""
    behind = norms[last : last + _WITH_WITHIN]
    return "with" in behind and not _WITH_ONE.isdisjoint(pairwise(behind))


def _is_also(claim: Claim, at: int) -> bool:
    """As in "a guard died too", but for "landed too close", "also said that a guard had died".

    Nor for who is counted in another clause: "25 died, while two of them were also robbed".
    """
    norms, clauses, own = claim.reading.sentence.norms, claim.reading.clauses, claim.nominal.chunk
    if norms[at + 1 : at + 2] == _AMONG and at >= claim.last:
        return False  # "two nurses were also among those killed": some of them
    if at + 1 == claim.first and norms[at - 1] in HAD_WAS_WERE:
        return False  # "those killed were also guards"
    verb = clauses.at_token[at]
    left, right = clauses.clause(verb)
    if not left <= own < right and own not in clauses.subject(verb):
        return False
    behind = norms[at + 1 : at + 2]
    if norms[at] == "too":
        return not behind or not behind[0].isalpha()
    if norms[at - 1] == "," and clauses.kinds[verb + 1 : verb + 2] in ("N", "P"):
        return False  # "in Adra, also part of the province"
    is_of_saying = not claim.reading.lexicon.speech_words.isdisjoint(behind)
    return not (is_of_saying and _THAT in norms[at + 2 : at + _SAID_THAT])


def are_others(claim: Claim) -> bool:
    """Whether the words say that they are other people: "three others", "nine more people"."""
    reading, first = claim.reading, claim.first
    norms, kinds, own = reading.sentence.norms, reading.clauses.kinds, claim.nominal.chunk
    if own > 1 and kinds[own - 2 : own] == "NC":
        before = reading.clauses.chunks[own - 2].first
        first = before if norms[before] in _FURTHER else first  # "another four dead and 14 hurt"
    return any(
        norms[at] in ADDING and norms[at + 1 : at + 2] != ("than",)
        for at in range(first, claim.last)
    )


def victim_type(claim: Claim) -> ActorType:
    """Who a claim counts; a bare name is a civilian's."""
    actor = claim.nominal.actor
    if actor is not None:
        return actor.type
    return ActorType.CIVILIANS if "name" in claim.nominal.fillers else ActorType.UNKNOWN


def rounds(one: Claim, other: Claim) -> bool:
    """As in "more than 40" and "42": a round number and the one it stands for do not compete."""
    less, more = sorted((one, other), key=lambda claim: claim.best or 0)
    number = less.best or 0
    return (
        less.high is None
        and more.qualifier is Qualifier.EXACT
        and number % _ROUND == 0
        and number < (more.best or 0) < number + _ROUND
    )
