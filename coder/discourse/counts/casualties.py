"""Claims of an act's drafts -> casualty rows; codebook 2.5."""

from collections.abc import Sequence
from dataclasses import replace

from coder.discourse.acts import NAMED_LATER, SAME_DEAD, SAME_PERSONS, SAME_VICTIMS, Act
from coder.discourse.counts.adding_up import find_lists, find_stages, find_sums
from coder.discourse.counts.repeated_counts import without_repeats
from coder.discourse.counts.rivals import find_raised, supersede
from coder.discourse.counts.sides import is_attacker, side_of
from coder.discourse.counts.wholes import (
    ADDING,
    adds,
    are_others,
    find_ranked,
    find_wholes,
    make_parts,
    victim_type,
)
from coder.discourse.people.actors import OFFICERS, body_of_officers
from coder.discourse.spans import Spans
from coder.events.drafts import Claim, Draft, SourceDraft
from coder.events.reading import Reading
from coder.events.status.summing import period_start
from coder.values.events import Casualty, EventActor
from coder.values.labels import ActorType, CasualtyKind, Modality, Role, Scope, Side
from coder.values.mentions import ActorMention

_OF_SAME_PERSONS = frozenset({NAMED_LATER, SAME_VICTIMS, SAME_PERSONS, SAME_DEAD})
_MORE = "more"
_OCCURRED, _HYPOTHETICAL = Modality.OCCURRED, Modality.HYPOTHETICAL
_CONTRAST = frozenset({"while", "whereas", "but", "although", "though"})


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
        claim.source = _teller_of(claim.reading, claim.first, draft.sources)
        if draft.scope is Scope.SUMMARY:
            claim.is_cumulative, claim.period_start = True, period_start(draft)
    _share_voices(claims)
    _name_the_nameless(claims)
    kept = without_repeats(claims, _who_are_known(act))
    _count_the_named(act, kept)
    find_raised(kept)
    find_lists(kept)
    find_wholes(kept)
    find_ranked(kept)
    find_sums(kept)
    find_stages(kept)
    attacking = {id(it) for draft, it in kept if is_attacker(act, draft, it)}
    supersede(kept, attacking)
    _carry_on_voices(kept)
    ids = {id(claim): f"c{number}" for number, (_, claim) in enumerate(kept)}
    rows = [
        _row(claim, spans, actors, index, sources, ids, is_attacker=id(claim) in attacking)
        for _, claim in kept
    ]
    return _with_officers(actors, [claim for _, claim in kept], rows)


def _count_the_named(act: Act, claims: list[tuple[Draft, Claim]]) -> None:
    """As in "The injured were identified as Ana Ruiz, who was cut by glass, and": one of them."""
    named = {(id(item.reading), item.nominal.chunk) for item in act.named}
    if not named:
        return
    for at, (_, claim) in enumerate(claims):
        if claim.best != 1 or (id(claim.reading), claim.nominal.chunk) not in named:
            continue
        make_parts([claim], [it for _, it in claims[:at] if it.reading is not claim.reading])


def _is_guess(act: Act, draft: Draft) -> bool:
    """As in "he could have been killed in the bombardment": the act occurred, nobody knows more.

    And in "one of the wounded is in danger of dying".
    """
    group = draft.reading.clauses.chunks[draft.chunk]
    return (
        act.main.modality is _OCCURRED
        and draft.modality is _HYPOTHETICAL
        and (group.modal is not None or group.kind == "G")
    )


def _with_officers(
    actors: list[EventActor], claims: list[Claim], rows: list[Casualty]
) -> list[Casualty]:
    """As in "attacked a police post and killed two officers": officers of the body that was hit."""
    if not any(claim.head_word in OFFICERS for claim in claims):
        return rows
    kind = body_of_officers(actors)
    if kind is None:
        return rows
    return [
        replace(row, victim_type=kind, is_civilian=False)
        if claim.head_word in OFFICERS and row.victim_type is ActorType.UNKNOWN
        else row
        for claim, row in zip(claims, rows, strict=True)
    ]


def _name_the_nameless(claims: list[tuple[Draft, Claim]]) -> None:
    """As in "made off with 27 pupils and killed one": a bare number of people told before.

    Only of a greater number of the same sentence told for another fate, so it may be some of them;
    or where the words say more of the same ("killed 18 soldiers and wounded 53 more").
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
            is_some = (earlier.best or 0) > claim.best and norms[nominal.head] not in ADDING
            if is_some or norms[nominal.head] == _MORE:
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


def _carry_on_voices(claims: list[tuple[Draft, Claim]]) -> None:
    """Other people told without a voice, behind those that one counted, are no rival number.

    As in "killed a herder and hurt a boy, police said. The boy died": the telling goes on.
    """
    told = [claim for _, claim in claims if not (claim.is_superseded or claim.subset_of)]
    for at, claim in enumerate(told):
        if claim.source is not None or claim.is_total:
            continue
        claim.source = next(
            (it.source for it in reversed(told[:at]) if it.kind is claim.kind and it.source), None
        )


def _who_are_known(act: Act) -> set[int]:
    """The ids of the drafts that tell of the persons told before, whatever they are called."""
    return {
        id(draft)
        for draft, why in zip(act.drafts, act.reasons, strict=True)
        if why in _OF_SAME_PERSONS
    }


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
    told = victim.nationality if victim is not None else None
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
        nationality=told or (actor.nationality if actor is not None else None),
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


def _teller_of(reading: Reading, token: int, sources: Sequence[SourceDraft]) -> SourceDraft | None:
    """The speaker whose statement covers a token of the sentence; null where nobody is named.

    A speaker covers what follows, up to the next one; what stands before the first of all belongs
    to it ("..., police said"), and so does what stands before one that ends its own clause
    ("..., while ten died, the army said").
    """
    own = [item for item in sources if item.reading is reading and not item.is_relay]
    if len(own) <= 1:
        return own[0] if own else None
    own.sort(key=_place)
    before = [item for item in own if _place(item) <= token]
    after = [item for item in own if _place(item) > token]
    if not before:
        return after[0]
    if after and _is_parted(reading, _place(before[-1]), token):
        closing = after[0]
        if not _is_parted(reading, token, _place(closing)) and _ends(reading, closing):
            return closing
    return before[-1]


def _place(source: SourceDraft) -> int:
    return source.first


def _is_parted(reading: Reading, first: int, last: int) -> bool:
    """Whether a semicolon or a word of contrast stands between two tokens."""
    norms = reading.sentence.norms
    return any(norms[token] in _CONTRAST or norms[token] == ";" for token in range(first, last))


def _ends(reading: Reading, source: SourceDraft) -> bool:
    """Whether nothing follows the speaker and its verb in the sentence: a trailing attribution."""
    clauses = reading.clauses
    last = source.verb if source.verb is not None else clauses.at_token[source.last - 1]
    last = max(last, clauses.at_token[source.last - 1])
    return all(kind in 'tPA.")' for kind in clauses.kinds[last + 1 :])
