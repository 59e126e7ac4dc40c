"""On which side the people stood whom a claim counts; codebook 2.5."""

from collections.abc import Sequence
from itertools import pairwise

from coder.discourse.acts import Act
from coder.events.drafts import Claim, Draft, Filler
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.values.events import EventActor
from coder.values.kinds import INSURGENTS, SIDELESS
from coder.values.labels import ActorType, EventType, Role, Side

_HURT = frozenset({"killed", "injured", "casualties", "missing", "captured"})
_PARTICIPANT = Role.PARTICIPANT
_ARMED_DOERS = INSURGENTS | {ActorType.UNIDENTIFIED_ARMED, ActorType.CRIMINAL_GROUP}
_LAID = frozenset({"mine", "mines", "landmine", "landmines"})
_CARRYING = frozenset({"carrying", "planting", "transporting", "wearing", "assembling"})
_WITH_THEM = frozenset(
    {("their", "car"), ("their", "vehicle"), ("their", "hideout"), ("were", "carrying")}
    | {("his", "car"), ("was", "carrying"), ("their", "hands"), ("his", "hands")}
)
_INSIDE = frozenset({"in", "inside", "aboard"})
_VERB_AND_OBJECT = frozenset({"VN", "GN"})


def is_attacker(act: Act, draft: Draft, claim: Claim) -> bool:
    """Whether these people are of the side that attacked.

    Their own words say so ("four of the attackers", "himself"), or they are who acts in another
    clause of the act ("all five militants were killed after they stormed a hotel").
    """
    if str(claim.kind) not in _HURT:
        return False
    reading, nominal = claim.reading, claim.nominal
    norm = reading.sentence.norms[nominal.head]
    if claim.is_of_doers or norm in noun_classes()["attacker"] or _brought_the_bomb(reading, claim):
        return True
    hit = _perpetrators(act, draft)
    actor = nominal.actor
    is_crowd = (actor is None or actor.type in SIDELESS) and claim.best != 1
    is_of_act = not is_crowd and any(_is_same(reading, claim, *told) for told in hit)
    if is_of_act or _are_those_gunmen(act, claim) or _had_it_with_them(act, claim):
        return True
    if actor is None or actor.type in SIDELESS or "armed" not in nominal.fillers:
        return False
    if draft.by_role("perpetrator"):
        return False
    acting = [filler.nominal.actor for _, filler in hit if filler.nominal.actor is not None]
    return bool(acting) and all(
        item.type is actor.type or (item.actor_id is not None and item.actor_id == actor.actor_id)
        for item in acting
    )


def _are_those_gunmen(act: Act, claim: Claim) -> bool:
    """As in "ten people died, including the four gunmen": armed men taken for known, of an attack.

    Not where two sides fight, nor where someone else is told to have attacked.
    """
    actor, nominal = claim.nominal.actor, claim.nominal
    if actor is None or actor.type not in _ARMED_DOERS or claim.subset_of is None:
        return False
    if act.main.type is EventType.KILLING:
        return False  # "ten soldiers were killed, including the three rebels"
    if claim.reading.sentence.norms[nominal.first] != "the":
        return False
    return _has_no_doers(act)


def _had_it_with_them(act: Act, claim: Claim) -> bool:
    """As in "two suspected rebels died when a bomb exploded in their car": their own, as a rule."""
    actor = claim.nominal.actor
    if actor is None or actor.type not in _ARMED_DOERS or act.main.type is not EventType.BOMBING:
        return False
    norms = claim.reading.sentence.norms[claim.last :]
    # "exploded in their car"; a bomb that hit their car was another's
    with_them = any(
        pair in _WITH_THEM and (pair[1] == "carrying" or norms[at - 1] in _INSIDE)
        for at, pair in enumerate(pairwise(norms))
    )
    return with_them and _has_no_doers(act)


def _has_no_doers(act: Act) -> bool:
    return not any(
        draft.by_role("participant") or draft.by_role("perpetrator") for draft in act.drafts
    )


def _brought_the_bomb(reading: Reading, claim: Claim) -> bool:
    """As in "killing the man who was carrying it": who had the device in hand."""
    if _CARRYING.isdisjoint(reading.vocabulary) or claim.best is None:
        return False
    if not _LAID.isdisjoint(reading.vocabulary):
        return False  # "a mine killed a man carrying explosives"
    clauses = reading.clauses
    at = claim.nominal.chunk + 1
    at += clauses.kinds[at : at + 1] == "W"
    if (
        clauses.kinds[at : at + 2] not in _VERB_AND_OBJECT
        or clauses.head_words[at] not in _CARRYING
    ):
        return False
    carried = reading.nominal(at + 1)
    return carried.weapon is not None or clauses.head_words[at + 1] == "it"


def _perpetrators(act: Act, draft: Draft) -> list[tuple[Reading, Filler]]:
    """Who attacks in the other clauses of an act that is no fight between two sides."""
    if any(told.by_role("participant") for told in act.drafts):
        return []
    return [
        (told.reading, filler)
        for told in act.drafts
        for filler in told.by_role("perpetrator")
        if told is not draft and not filler.is_unknown
    ]


def _is_same(reading: Reading, claim: Claim, told: Reading, filler: Filler) -> bool:
    own, group = filler.antecedent or (told, filler.nominal)
    return own is reading and group.chunk == (claim.origin or claim.nominal).chunk


def side_of(claim: Claim, actor: EventActor | None, actors: Sequence[EventActor]) -> Side:
    """A or B: the side of the party of the fight these people belong to, else the side hit."""
    if actor is not None and actor.role is _PARTICIPANT and actor.side is not None:
        return actor.side
    own = claim.nominal.actor
    if own is not None:
        fighting = [item for item in actors if item.role is _PARTICIPANT and item.side]
        for item in fighting:
            if _belongs(own.actor_id, own.type, own.country, item):
                return item.side or Side.B
    return actor.side if actor is not None and actor.side is not None else Side.B


def _belongs(actor_id: str | None, kind: ActorType, country: str | None, party: EventActor) -> bool:
    if actor_id is not None and party.actor_id is not None:
        return actor_id == party.actor_id
    if kind is not party.type or kind in SIDELESS:
        return False
    return country is None or party.country is None or country == party.country
