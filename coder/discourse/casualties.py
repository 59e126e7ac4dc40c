"""Claims of an act's drafts -> casualty rows; codebook 2.5."""

from dataclasses import replace

from coder.discourse.acts import SAME_DEAD, SAME_PERSONS, SAME_VICTIMS, Act
from coder.discourse.sides import is_attacker, side_of
from coder.discourse.spans import Spans
from coder.discourse.tellers import teller_of
from coder.discourse.wholes import (
    ADDING,
    GENERIC,
    adds,
    are_others,
    counts_bodies,
    find_sums,
    find_wholes,
    has_died_since,
    head_of,
    is_of_injured,
    rounds,
    victim_type,
)
from coder.events.claims import HURT_KINDS
from coder.events.drafts import Claim, Draft, SourceDraft
from coder.events.names import is_one_name, is_person_name, name_words
from coder.events.summing import period_start
from coder.events.tolls import is_update
from coder.lexicon.words import noun_classes
from coder.values.events import Casualty, EventActor
from coder.values.labels import ActorType, CasualtyKind, Modality, Role, Scope, Side
from coder.values.mentions import ActorMention

_OF_SAME_PERSONS = frozenset({SAME_VICTIMS, SAME_PERSONS, SAME_DEAD})
_OFFICERS = frozenset({"officer", "officers"})
_BODIES_WITH_OFFICERS = frozenset({ActorType.STATE_POLICE, ActorType.STATE_MILITARY})
_OF_STATE = _BODIES_WITH_OFFICERS | {ActorType.STATE_OTHER}


def collect_casualties(
    act: Act,
    spans: Spans,
    actors: list[EventActor],
    index: dict[int, int],
    sources: list[SourceDraft],
) -> list[Casualty]:
    """One row a claim, in the order of the text, repeated tellings left out."""
    told = {
        id(claim): (draft, claim)
        for draft in act.drafts
        if not _is_guess(act, draft)
        for claim in draft.claims
    }
    claims = list(told.values())
    counted: set[int] = set()
    kinds: set[CasualtyKind] = set()
    for draft, claim in claims:
        claim.is_beside = id(claim.reading) in counted or claim.kind not in kinds
        counted.add(id(claim.reading))
        kinds.add(claim.kind)
        claim.source = teller_of(claim.reading, claim.first, draft.sources)
        if draft.scope is Scope.SUMMARY:
            claim.is_cumulative, claim.period_start = True, period_start(draft)
    _share_voices(claims)
    _name_the_nameless(claims)
    kept = _without_repeats(claims, _who_are_known(act))
    find_wholes(kept)
    find_sums(kept)
    attacking = {id(it) for draft, it in kept if is_attacker(act, draft, it)}
    _supersede(kept, attacking)
    ids = {id(claim): f"c{number}" for number, (_, claim) in enumerate(kept)}
    rows = [
        _row(claim, spans, actors, index, sources, ids, is_attacker=id(claim) in attacking)
        for _, claim in kept
    ]
    return _with_officers(actors, [claim for _, claim in kept], rows)


def _is_guess(act: Act, draft: Draft) -> bool:
    """As in "he could have been killed in the bombardment": the act occurred, nobody knows more."""
    group = draft.reading.clauses.chunks[draft.chunk]
    return (
        act.main.modality is Modality.OCCURRED
        and draft.modality is Modality.HYPOTHETICAL
        and group.modal is not None
    )


def _with_officers(
    actors: list[EventActor], claims: list[Claim], rows: list[Casualty]
) -> list[Casualty]:
    """As in "attacked a police post and killed two officers": officers of the body that was hit."""
    if not any(head_of(claim) in _OFFICERS for claim in claims):
        return rows
    hit = {actor.type for actor in actors if actor.role is Role.TARGET} & _BODIES_WITH_OFFICERS
    if len(hit) != 1:
        return rows
    [kind] = hit
    return [
        replace(row, victim_type=kind, is_civilian=False)
        if head_of(claim) in _OFFICERS and row.victim_type is ActorType.UNKNOWN
        else row
        for claim, row in zip(claims, rows, strict=True)
    ]


def _name_the_nameless(claims: list[tuple[Draft, Claim]]) -> None:
    """As in "made off with 27 pupils and killed one": a bare number of people told before.

    Only of a greater number of the same sentence told for another fate, so it may be some of them.
    """
    for at, (_, claim) in enumerate(claims):
        nominal = claim.nominal
        if nominal.actor is not None or "number" not in nominal.fillers or not claim.best:
            continue
        norms = claim.reading.sentence.norms
        if claim.reading.clauses.kinds[nominal.chunk - 1 : nominal.chunk] not in ("V", "X", "G"):
            continue
        for _, earlier in reversed(claims[:at]):
            if earlier.reading is not claim.reading or earlier.nominal.actor is None:
                continue
            if (earlier.best or 0) > claim.best and norms[nominal.head] not in ADDING:
                claim.nominal = replace(nominal, actor=earlier.nominal.actor)
            break


def _share_voices(claims: list[tuple[Draft, Claim]]) -> None:
    """Who come on top ("four more died") are told by the voice that counted those before them.

    They are other people, so the two numbers add up and do not compete.
    """
    for at, (draft, claim) in enumerate(claims):
        if not (adds(claim) or are_others(claim)):
            continue
        for earlier_draft, earlier in reversed(claims[:at]):
            if earlier.kind is claim.kind and earlier_draft.reading is not draft.reading:
                claim.source = earlier.source
                break


def _who_are_known(act: Act) -> set[int]:
    """The ids of the drafts that tell of the persons told before, whatever they are called."""
    return {
        id(draft)
        for draft, why in zip(act.drafts, act.reasons, strict=True)
        if why in _OF_SAME_PERSONS
    }


def _without_repeats(
    claims: list[tuple[Draft, Claim]], known: set[int]
) -> list[tuple[Draft, Claim]]:
    """Each number once: of two tellings the one that says who they were.

    ``known``: the ids of drafts that count nobody but those counted before.
    """
    kept: list[tuple[Draft, Claim]] = []
    for draft, claim in claims:
        if claim.subset_of is not None and not any(item is claim.subset_of for _, item in kept):
            continue
        at = next(
            (
                number
                for number, told in enumerate(kept)
                if not _were_only_hurt(claim, told[1], kept)
                and (
                    _repeats(draft, claim, *told)
                    or (id(draft) in known and _counts_the_same(claim, told[1]))
                )
            ),
            None,
        )
        if at is None:
            kept.append((draft, claim))
        elif _says_more(claim, kept[at][1]) and not any(
            item.subset_of is kept[at][1] for _, item in kept
        ):
            kept[at] = (draft, claim)
    return kept


def _were_only_hurt(claim: Claim, earlier: Claim, kept: list[tuple[Draft, Claim]]) -> bool:
    """As in "killed a trader and wounded a boy. The boy died", "one of the wounded died".

    Whether who died since is somebody else than those told dead before.
    """
    if is_of_injured(claim):
        return not earlier.is_partitive
    return head_of(claim) != head_of(earlier) and _has_died_since(claim, kept)


def _has_died_since(claim: Claim, claims: list[tuple[Draft, Claim]]) -> bool:
    return any(has_died_since(claim, earlier) for _, earlier in claims)


def _counts_the_same(claim: Claim, earlier: Claim) -> bool:
    """As in "lynched two reservists ... beat the two men to death".

    Nor are the dead wounded besides: "killed two pilgrims. Both pilgrims were hit in the chest".
    """
    is_of_dead = (
        claim.kind in HURT_KINDS
        and earlier.kind is CasualtyKind.KILLED
        and claim.nominal.is_definite
    )
    return (
        (claim.kind is earlier.kind or is_of_dead)
        and claim.reading is not earlier.reading
        and claim.subset_of is None
        and claim.best in {earlier.best, None}
    )


def _says_more(claim: Claim, earlier: Claim) -> bool:
    if claim.kind is not earlier.kind:
        return False
    if claim.is_total and not earlier.is_total:
        return claim.best == earlier.best
    return (
        claim.best == earlier.best
        and victim_type(earlier) is ActorType.UNKNOWN
        and victim_type(claim) is not ActorType.UNKNOWN
    )


def _repeats(draft: Draft, claim: Claim, earlier_draft: Draft, earlier: Claim) -> bool:
    """The same number of the same kind of people told again, or a vaguer word for them."""
    is_other = claim.kind is not earlier.kind or (claim.is_listed and earlier.is_listed)
    if is_other or claim.subset_of is not None:
        return False
    if draft.reading is earlier_draft.reading:
        told = claim.origin or claim.nominal
        # "the bodies of six people killed", "counted 70 bodies after gunmen had killed 70 farmers"
        is_inside = earlier.first <= claim.first < earlier.last
        if claim.best == earlier.best and (
            is_inside or counts_bodies(claim) != counts_bodies(earlier)
        ):
            return True
        return claim.first == earlier.first or (
            claim.origin is not None
            and (told.chunk == earlier.nominal.chunk or claim.best == earlier.best == 1)
        )
    if adds(claim) or not (_same_people(claim, earlier) or _means_them(claim, earlier)):
        return False
    if claim.best is None:
        return (
            counts_bodies(claim)
            or claim.nominal.is_definite
            or claim.low is None
            or claim.low <= (earlier.low or 0)
        )
    return claim.best == earlier.best


def _means_them(claim: Claim, earlier: Claim) -> bool:
    """As in "two policemen ... both men are in hospital", "the injured driver": told before."""
    return (
        claim.nominal.is_definite
        and claim.best == earlier.best
        and _is_of_attackers(claim) is _is_of_attackers(earlier)
        and (head_of(claim) == head_of(earlier) or victim_type(claim) in GENERIC)
    )


def _same_people(one: Claim, other: Claim) -> bool:
    """Whether two claims may count the same people: "12 people" and "nine soldiers" may.

    Attackers and those they hit, or "72 migrants" and "a marine", are not the same.
    """
    if _is_of_attackers(one) is not _is_of_attackers(other):
        return False
    if is_person_name(one.nominal) and is_person_name(other.nominal):
        mine, theirs = (name_words(claim.reading, claim.nominal) for claim in (one, other))
        if is_one_name(mine, theirs):
            return True  # "Judge Diallo", "Diallo"
    kinds = {victim_type(one), victim_type(other)}
    return (
        len(kinds) == 1
        or any(_is_general(claim) for claim in (one, other))
        or (kinds <= _OF_STATE and any(map(_are_of_security, (one, other))))
    )


def _are_of_security(claim: Claim) -> bool:
    """As in "ten security men": police, troops or both."""
    return "security" in claim.reading.sentence.norms[claim.first : claim.last]


def _is_of_attackers(claim: Claim) -> bool:
    return head_of(claim) in noun_classes()["attacker"]


def _is_general(claim: Claim) -> bool:
    """Whether the words leave open who they were: a number alone, "people", "victims"."""
    kind = victim_type(claim)
    if kind is ActorType.CIVILIANS:
        head = head_of(claim)
        return head in noun_classes()["elliptical"] or head in noun_classes()["harmed"]
    return kind in GENERIC


def _supersede(claims: list[tuple[Draft, Claim]], attacking: set[int]) -> None:
    """Of several numbers for the same people, told by one voice, the greater or later stands.

    Numbers of different sources stand side by side and compete; sides of a fight, attackers and
    those they hit, and "others" add up.
    """
    for at, (draft, claim) in enumerate(claims):
        if claim.subset_of is not None or adds(claim) or claim.is_partitive:
            continue
        if claim.is_superseded or _has_died_since(claim, claims[:at]):
            continue
        for earlier_draft, earlier in claims[:at]:
            if (
                earlier.kind is not claim.kind
                or earlier_draft.reading is draft.reading
                or earlier.subset_of is not None
                or adds(earlier)
                or (id(earlier) in attacking) is not (id(claim) in attacking)
                or not (claim.is_total or _same_people(claim, earlier))
                or _competes(claim, earlier)
            ):
                continue
            if claim.is_total or _size(claim) > _size(earlier):
                earlier.is_superseded = True
            else:
                claim.is_superseded = True


def _competes(claim: Claim, earlier: Claim) -> bool:
    """Whether two voices give two numbers; a toll that is told to have changed replaces both."""
    if claim.source is None or earlier.source is None or is_person_name(claim.nominal):
        return False  # "said Ana Ruiz, who was hurt": a person is no toll
    if claim.source is earlier.source or claim.source.name == earlier.source.name is not None:
        return False
    return not (claim.is_total and is_update(claim.reading)) and not rounds(claim, earlier)


def _size(claim: Claim) -> tuple[int, bool]:
    """How many; of two as great, a number says more than "policemen"."""
    return claim.best or claim.low or claim.high or 0, claim.best is not None


def _row(  # noqa: PLR0917 - what a row is made of
    claim: Claim,
    spans: Spans,
    actors: list[EventActor],
    index: dict[int, int],
    sources: list[SourceDraft],
    ids: dict[int, str],
    *,
    is_attacker: bool,
) -> Casualty:
    actor_idx = index.get(id(claim.nominal))
    actor = actors[actor_idx] if actor_idx is not None else None
    victim = claim.nominal.actor
    span = spans.of(claim.reading, claim.first, claim.last)
    side = Side.A if is_attacker else side_of(claim, actor, actors)
    return Casualty(
        casualty_id=ids[id(claim)],
        kind=claim.kind,
        low=claim.low,
        best=claim.best,
        high=claim.high,
        qualifier=claim.qualifier,
        victim_type=actor.type if actor is not None else victim_type(claim),
        victim_group=victim.victim_group if victim is not None else None,
        nationality=victim.nationality if victim is not None else None,
        side=side,
        is_civilian=_is_civilian(victim, actor),
        is_attacker=is_attacker
        or (side is Side.A and (actor is None or actor.role is Role.PERPETRATOR)),
        subset_of=ids.get(id(claim.subset_of)) if claim.subset_of is not None else None,
        is_event_total=claim.is_total,
        is_cumulative=claim.is_cumulative,
        is_superseded=claim.is_superseded,
        period_start=claim.period_start,
        actor_idx=actor_idx,
        attribution_idx=_source_index(claim, sources),
        text=spans.text(span),
        sent_idx=claim.reading.sentence.index,
        span=span,
    )


def _is_civilian(victim: ActorMention | None, actor: EventActor | None) -> bool | None:
    """What the words of the count say, else what is told of a person beside the name."""
    own = victim.is_civilian if victim is not None else None
    if own is None and actor is not None and actor.description is not None:
        return actor.is_civilian
    return own


def _source_index(claim: Claim, sources: list[SourceDraft]) -> int | None:
    for number, source in enumerate(sources):
        if source is claim.source:
            return number
    return None
