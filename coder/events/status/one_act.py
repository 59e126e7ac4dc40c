"""What makes an act one, though only the month or year is told: whom it hit, and where.

And how many acts are told where more than one is, and what makes people told before some of more
than it hit.
"""

from coder.events.drafts import Draft
from coder.events.roles.names import is_person_name
from coder.events.roles.nominals import Nominal, is_plural
from coder.lexicon.closed import A_AN, ARTICLES, BE, HE_SHE_THEY
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES
from coder.values.kinds import ATTACK_OR_KILLING, LEAVING
from coder.values.labels import ActorType, EventType, PlaceLevel
from coder.values.mentions import Quantity

_AT_ONCE = 12  # persons
_WHERE = frozenset({"in", "at", "on", "inside", "outside", "near"})
_SPOTS = frozenset({"facility", "vehicle", "site"})
_AMONG = frozenset({"among", "amongst"})
_THOSE_TOLD = HE_SHE_THEY | {"the", "these", "those"}
_SEPARATE = "separate"
_INCIDENTS = frozenset({"incidents", "attacks", "events", "occasions", "cases", "shootings"})
_PEOPLE_LOST = frozenset({"casualties", "losses", "deaths", "fatalities"})
_FEW = 2  # hit in one act: "killed the bishop and his driver"


def is_one_act(draft: Draft) -> bool:
    """Whether an act is one, over however long a time it may have been."""
    return (
        _is_of_one(draft)
        or (bool(draft.times) and _is_at_one_spot(draft))
        or _is_in_one_town(draft)
        or _is_one_noun(draft)
    )


def _is_of_one(draft: Draft) -> bool:
    """Whether one person or thing was hit: no sum over a time ("in 1660", "last year a bus").

    Only a person told by name may be the one of a time that goes on ("since May").
    """
    harmed = [filler.nominal for filler in draft.fillers if filler.role in HIT_ROLES]
    if len(harmed) == 1 and is_person_name(harmed[0]):
        return True
    if not 0 < len(harmed) <= _FEW or any(time.is_open_start for time in draft.times):
        return False
    if draft.type is EventType.ABDUCTION and all(_are_a_few(nominal) for nominal in harmed):
        return True
    return all(_is_one(draft, nominal) for nominal in harmed)


def _is_at_one_spot(draft: Draft) -> bool:
    """As in "in June, gunmen killed nine people at a wedding", "ten died in an attack on a bar"."""
    if any(time.is_open_start for time in draft.times):
        return False
    reading = draft.reading
    clauses, norms = reading.clauses, reading.sentence.norms
    left, right = clauses.clause(draft.chunk)
    for at in range(max(left, draft.chunk), right - 1):
        group = clauses.chunks[at + 1]
        if clauses.kinds[at : at + 2] != "PN" or norms[group.first] not in A_AN:
            continue
        if norms[group.first - 1] not in _WHERE:
            continue
        if group.head in reading.event_heads:
            if not is_plural(norms[group.head]) and norms[group.head] not in noun_classes()["war"]:
                return True
        else:
            target = reading.nominal(at + 1).target
            if target is not None and target.kind in _SPOTS:
                return True
    return False


def is_of_more_than_told(draft: Draft) -> bool:
    """As in "They were among 22 people killed in the state that day": more than one act hit.

    Not "A nurse was among 22 people killed in Jos", which counts whom the one act hit.
    """
    reading = draft.reading
    if _AMONG.isdisjoint(reading.vocabulary):
        return False
    clauses, norms = reading.clauses, reading.sentence.norms
    whom = next((it.nominal.chunk for it in draft.fillers if it.role in HIT_ROLES), draft.chunk)
    is_among = whom > 1 and clauses.first_words[whom - 1] in _AMONG
    counted = reading.number_in(whom)
    if not is_among or counted is None or norms[clauses.chunks[whom].first] in ARTICLES:
        return False
    told = clauses.subject(whom - 2) if clauses.head_words[whom - 2] in BE else []
    if len(told) != 1 or norms[clauses.chunks[told[0]].first] not in _THOSE_TOLD:
        return False
    behind = clauses.chunks[whom].last
    wide = noun_classes()["land"].intersection(norms[behind:])
    return bool(wide) or any(
        place.level is not PlaceLevel.PLACE and place.first >= behind for place in draft.places
    )


def _is_one_noun(draft: Draft) -> bool:
    """As in "the attack, which took place last month": one by its noun, whenever it was.

    No "the fighting", "an offensive": these go on.
    """
    group = draft.reading.clauses.chunks[draft.chunk]
    norms = draft.reading.sentence.norms
    return (
        draft.construction == "nominal"
        and draft.type in ATTACK_OR_KILLING
        and norms[group.first] in ARTICLES
        and norms[group.head] == norms[draft.last - 1]
        and not is_plural(norms[group.head])
        and norms[group.head] not in noun_classes()["war"]
    )


def _is_in_one_town(draft: Draft) -> bool:
    """As in "in February soldiers killed eleven villagers in Ituango": a few, and told as done.

    No sum in the perfect, of acts ("its raids killed ten") or of a time that goes on.
    """
    group = draft.reading.clauses.chunks[draft.chunk]
    harmed = [filler.nominal for filler in draft.fillers if filler.role in HIT_ROLES]
    return (
        draft.support == "verb"
        and draft.type not in LEAVING
        and bool(harmed)
        and "H" not in group.aux
        and any(place.level is PlaceLevel.PLACE for place in draft.places)
        and not any(time.is_open_start for time in draft.times)
        and all(_are_a_few(nominal) for nominal in harmed)
        and bool(draft.by_role("perpetrator"))
        and not is_by_several(draft)
    )


def _are_a_few(nominal: Nominal) -> bool:
    """As in "four aid workers were kidnapped last month": as many as are taken at one time."""
    quantity = nominal.quantity
    return quantity is not None and 0 < (quantity.best or 0) <= _AT_ONCE


def _is_one(draft: Draft, nominal: Nominal) -> bool:
    """As in "the bishop", "a bus"; no body of people, and no town, which can be hit for long."""
    if is_person_name(nominal):
        return True
    if nominal.quantity is not None:
        return nominal.quantity.best == 1
    if nominal.actor is not None:
        is_body = "organisation" in nominal.fillers
        is_person = nominal.actor.type is ActorType.GOVERNMENT_OFFICIAL or not is_body
        return is_person and not nominal.actor.is_plural
    norms = draft.reading.sentence.norms
    if nominal.target is not None and norms[nominal.first] in A_AN:
        return True  # "a barracks"
    is_area = "territory" in nominal.fillers
    return nominal.target is not None and not is_area and not is_plural(norms[nominal.head])


def is_by_several(draft: Draft) -> bool:
    """As in "its raids killed 220": several acts together did it."""
    clauses, norms = draft.reading.clauses, draft.reading.sentence.norms
    subjects = draft.subjects or clauses.subject(draft.chunk)
    heads = [clauses.chunks[number].head for number in (draft.chunk, *draft.causes, *subjects)]
    return any(head in draft.reading.event_heads and is_plural(norms[head]) for head in heads)


def in_separate_incidents(draft: Draft) -> Quantity | None:
    """As in "three shops were looted in separate incidents", "killed in two separate attacks"."""
    norms, at_token = draft.reading.sentence.norms, draft.reading.clauses.at_token
    if _SEPARATE not in norms[draft.last : -1] or draft.support != "verb":
        return None
    at = norms.index(_SEPARATE, draft.last)
    if norms[at + 1] not in _INCIDENTS:
        return None
    hit = [item.nominal.quantity for item in draft.fillers if item.role in HIT_ROLES]
    counted = (draft.reading.number_in(at_token[at]), *hit)
    return next((it for it in counted if it is not None and (it.best or 0) > 1), None)


def acts_met(draft: Draft) -> Quantity | None:
    """As in "repelled 15 attacks", "three assaults were beaten back": how many acts are told."""
    clauses = draft.reading.clauses
    if draft.support != "verb" or clauses.kinds[draft.chunk] not in "VX":
        return None
    is_passive = clauses.chunks[draft.chunk].passive
    met = clauses.subject(draft.chunk) if is_passive else clauses.objects(draft.chunk)
    if not met or clauses.chunks[met[0]].head not in draft.reading.event_heads:
        return None
    if clauses.head_words[met[0]] in _PEOPLE_LOST:
        return None  # "inflicted nine casualties"
    counted = draft.reading.number_in(met[0])
    return counted if counted is not None and (counted.best or 0) > 1 else None
