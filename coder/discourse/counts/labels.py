"""Numbers behind labels ("Dead: 4. Injured: 2.") -> claims of the act the text tells."""

from collections.abc import Mapping, Sequence

from coder.discourse.acts import Act
from coder.events.counts.labels import Labelled, labelled_counts, opens_with_total
from coder.events.drafts import Claim
from coder.events.reading import Reading
from coder.events.senses.violence import is_violent
from coder.events.support import is_behind_label
from coder.lexicon.words import noun_classes
from coder.text.items import item_of
from coder.values.events import COUNTABLE_MODALITIES
from coder.values.labels import CasualtyKind, EventType, Scope

_MAX_DISTANCE = 8  # sentences: a list is short
_VICTIM = frozenset({"victim", "victims"})
_FATES = {
    EventType.ABDUCTION: CasualtyKind.ABDUCTED,
    EventType.KILLING: CasualtyKind.KILLED,
    EventType.ABUSE: CasualtyKind.HARMED,
    EventType.SEXUAL_VIOLENCE: CasualtyKind.HARMED,
}
_WITH_DEAD = frozenset({EventType.PROTEST, EventType.ARREST, EventType.TERRITORIAL_CHANGE})


def attach_labelled(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Give the numbers behind labels to the nearest act, the one told before first."""
    if not acts:
        return
    by_sentence: dict[int, list[Act]] = {}
    for act in acts:
        by_sentence.setdefault(act.sentence, []).append(act)
    items = {item_of(act.main.reading.sentence) for act in acts} - {None}
    for reading in readings:
        if len(items) > 1 and opens_with_total(reading):
            continue  # "TOTAL: 3 killed" below a list
        for label in labelled_counts(reading):
            nearest = _act_of(by_sentence, reading)
            if nearest is not None:
                _add(nearest, reading, label)


def _act_of(by_sentence: Mapping[int, Sequence[Act]], reading: Reading) -> Act | None:
    index = reading.sentence.index
    near = range(index - _MAX_DISTANCE, index + _MAX_DISTANCE + 1)
    able = [act for at in near for act in by_sentence.get(at, ()) if _may_have_dead(act)]
    return min(able, key=lambda act: (act.sentence > index, _gap(act, index)), default=None)


def _gap(act: Act, index: int) -> int:
    return abs(index - act.sentence)


def _may_have_dead(act: Act) -> bool:
    main = act.main
    return (
        (is_violent(main.type) or main.type in _WITH_DEAD)
        and main.modality in COUNTABLE_MODALITIES
        and main.scope is not Scope.SUMMARY
    )


def _add(act: Act, reading: Reading, label: Labelled) -> None:
    """Add the claims unless the text has told as many; what it told before is replaced."""
    for draft in act.drafts:
        if draft.reading is reading:
            draft.claims = [
                claim for claim in draft.claims if not label.first <= claim.first < label.last
            ]
    fate = _fate_of_victims(act, reading, label)
    if fate is not None:
        for claim in label.claims:
            claim.kind = fate
    kind = label.claims[0].kind
    told = [
        claim
        for draft in act.drafts
        for claim in draft.claims
        if claim.kind is kind
        and claim.subset_of is None
        and not claim.is_superseded
        and (label.is_total or not claim.is_listed)
        and (label.is_total or not _is_of_attackers(claim, label))
    ]
    if told and not label.is_total and _sum(told) > _sum(label.claims):
        return
    for claim in told:
        claim.is_superseded = True
    act.main.claims = [*act.main.claims, *label.claims]


def _fate_of_victims(act: Act, reading: Reading, label: Labelled) -> CasualtyKind | None:
    """What befell the "Victims: two nurses" of a form whose "Type: abduction" says it."""
    main = act.main
    words = reading.sentence.norms[label.first : label.last]
    if _VICTIM.isdisjoint(words) or label.claims[0].kind is not CasualtyKind.CASUALTIES:
        return None
    if main.support == "verb" or not is_behind_label(main.reading, main.chunk):
        return None
    return _FATES.get(main.type)


def _is_of_attackers(claim: Claim, label: Labelled) -> bool:
    """As in "Dead: 132 children. All seven assailants were killed": others than those listed."""
    attackers = noun_classes()["attacker"]
    listed = {it.head_word for it in label.claims}
    return claim.head_word in attackers and attackers.isdisjoint(listed)


def _sum(claims: Sequence[Claim]) -> int:
    return sum(claim.best or claim.low or 0 for claim in claims)
