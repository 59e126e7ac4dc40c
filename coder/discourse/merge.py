"""Groups of drafts (one act in one sentence) -> acts of a document, each join with its reason.

A later sentence joins an earlier act when it refers back to it ("the blast"), updates its toll, or
tells an
act of the same family with nothing that sets the two apart.
"""

from collections.abc import Container

from coder.discourse.acts import REFERS_BACK, Act
from coder.discourse.elaboration import goes_into_detail
from coder.events.drafts import Draft
from coder.events.names import is_person_name
from coder.events.presupposed import ANEW, BACK, is_definite_act, names_whom
from coder.events.within import REMOTE, counting_tokens, is_outcome, is_sequel, is_violent
from coder.text.items import item_of
from coder.values.events import is_countable
from coder.values.labels import CasualtyKind, EventType, Modality, PlaceLevel, Scope, TimexType
from coder.values.mentions import PlaceMention

_GENERAL = frozenset(
    {EventType.KILLING, EventType.ARMED_ATTACK, EventType.OTHER_VIOLENCE, EventType.ARMED_CLASH}
)
_THIS = frozenset({"this", "these", "that", "those"})
_SETTLED = frozenset({PlaceLevel.PLACE, PlaceLevel.DISTRICT, PlaceLevel.SITE})
_AREAS = frozenset({PlaceLevel.COUNTRY, PlaceLevel.ADMIN1, PlaceLevel.ADMIN2})
_POINTS = frozenset({TimexType.DATE, TimexType.TIME})
_STOPS = frozenset({".", "!", "?", '"', "...", ":"})
_MAX_DISTANCE = 12
_NEAR = 2  # sentences in which damage without an author is still told of the act before
_DAMAGING = REMOTE | frozenset(
    {EventType.ARMED_ATTACK, EventType.ARMED_CLASH, EventType.PROPERTY_ATTACK, EventType.RIOT}
)
_UNDONE = frozenset({Modality.FOILED, Modality.ATTEMPTED})


def merge_groups(groups: list[tuple[list[Draft], str]], *, merge: bool) -> list[Act]:
    """Acts in the order of their first mention; with ``merge`` off every group stays alone."""
    acts: list[Act] = []
    for drafts, reason in groups:
        group = Act()
        group.add(drafts, reason)
        found = _earlier_act(acts, group) if merge else None
        if found is None:
            if not _stands_alone(group):
                continue
            group.reasons[0] = "first mention"
            acts.append(group)
        else:
            act, why = found
            act.add(group.drafts, why)
    return acts


def _stands_alone(group: Act) -> bool:  # noqa: PLR0911 - one answer a construction
    """Whether the words assert an act of their own, and do not only name one."""
    main = group.main
    if all(draft.support == "dependent" for draft in group.drafts):
        return False
    if not any(_is_grounded(draft) for draft in group.drafts):
        return False
    if any(draft.support not in {"bare", "dependent"} for draft in group.drafts):
        return True
    if len(group.drafts) > 1 and not all(_completes_noun(draft) for draft in group.drafts):
        return True
    if _completes_noun(main):
        return False
    has_time = _is_dated(main)
    typed = {
        filler.role
        for filler in main.fillers
        if not filler.is_unknown and filler.role != "instrument"
    }
    if main.scope is Scope.SERIES and not has_time:
        return False
    if any(names_whom(draft) for draft in group.drafts):
        return True
    return len(typed) > 1 or (bool(typed) and (has_time or bool(main.places)))


def _completes_noun(draft: Draft) -> bool:
    """As in "with the support of air strikes": the noun says what another noun is about."""
    clauses = draft.reading.clauses
    at = draft.chunk - 1
    if clauses.kinds[at - 1 : at + 1] != "NP":
        return False
    if draft.reading.sentence.norms[clauses.chunks[at].first] != "of":
        return False
    return "event" not in draft.reading.nominal(at - 1).fillers


def _is_grounded(draft: Draft) -> bool:
    """Whether anything is told beyond pronouns: a party, a number, a place or a day."""
    return (
        bool(draft.claims)
        or bool(draft.places)
        or _is_dated(draft)
        or any(not filler.is_unknown for filler in draft.fillers)
    )


def _is_dated(draft: Draft) -> bool:
    """Whether a day or hour is told, also one that cannot be resolved without the report's date."""
    return any(time.type in _POINTS for time in draft.times)


def _earlier_act(acts: list[Act], group: Act) -> tuple[Act, str] | None:
    undone = group.main.modality in _UNDONE
    # "A second device was defused. The explosion ...": what went off before what did not.
    latest = sorted(
        acts, key=lambda act: (act.main.modality in _UNDONE) is undone
    )  # stable: of equals the last told stands last
    for act in reversed(latest):
        reason = _reason_to_join(act, group)
        if reason is not None:
            return act, reason
    return None


def _reason_to_join(act: Act, group: Act) -> str | None:  # noqa: C901, PLR0911 - one answer a construction
    if _tells_damage(group):
        return "the damage of the act told before" if _may_have_done(act, group) else None
    old, new = act.main, group.main
    distance = new.reading.sentence.index - act.sentence
    if not _may_be_one(act, group, distance):
        return None
    if _places_conflict(act, group):
        return _detail(act, group)
    apart = _in_other_item(old, new)
    if old.reading.sentence.index < 0 or (distance <= 1 and _is_headline(old) and not apart):
        return "the headline tells it"
    if any(_refers_back(draft) for draft in _asserting(group)):
        return REFERS_BACK
    if distance == 1 and _names_act(new, _THIS):
        return REFERS_BACK
    if apart:
        return "the same kind of act, place and day" if _shares_place_and_day(act, group) else None
    if _tells_outcome(group) and not _has_own_ground(group):
        return "the outcome of the act told before"
    if distance <= 1 and _goes_on(act, group):
        return "a pronoun goes on with the act"
    if _same_victims(act, group):
        return "the same numbers of victims"
    if _shares_place_and_day(act, group):
        return "the same kind of act, place and day"
    return _detail(act, group)


def _may_be_one(act: Act, group: Act, distance: int) -> bool:
    """Whether the types can name one act and nothing but a place may set the two apart."""
    old, new = act.main, group.main
    told_with_damage = old.type in _DAMAGING and _tells_outcome(group)
    return (
        distance <= _MAX_DISTANCE
        and (told_with_damage or compatible_types(old.type, new.type))
        and not _sets_apart(act, group)
        and not _counted_differs(old, new)
    )


def _detail(act: Act, group: Act) -> str | None:
    """As in "14 were killed in Mali. The attackers stormed the village of A"."""
    if not goes_into_detail(act, group):
        return None
    old, new = _victims(act), _victims(group)
    if old and new and not old & new:
        return None
    return "a part of the act told before leads to the town"


def _refers_back(draft: Draft) -> bool:
    """As in "the attack", and not "the killing of a mother", which is known by whom it killed."""
    if draft.support == "verb" or not is_definite_act(draft):
        return False
    return all(filler.via != "of" or filler.nominal.is_definite for filler in draft.fillers)


def _in_other_item(old: Draft, new: Draft) -> bool:
    """Whether both stand in items of a list and not in the same one."""
    one, other = item_of(old.reading.sentence), item_of(new.reading.sentence)
    return one != other and None not in {one, other}


def _tells_damage(group: Act) -> bool:
    """As in "two shops were destroyed": things that came to harm by an act told elsewhere."""
    return all(
        draft.support == "dependent" and draft.type is EventType.PROPERTY_ATTACK
        for draft in group.drafts
    )


def _may_have_done(act: Act, group: Act) -> bool:
    """Whether an act told just before is of a kind that destroys, and nothing sets it apart."""
    old, new = act.main, group.main
    return (
        old.type in _DAMAGING
        and new.reading.sentence.index - act.sentence <= _NEAR
        and not _counted_differs(old, new)
        and not _sets_apart(act, group)
        and not _places_conflict(act, group)
    )


def _tells_outcome(group: Act) -> bool:
    """Who came to harm, also with the damage beside it: "Eight were killed and houses burnt"."""
    rest = [draft for draft in group.drafts if not is_outcome(draft)]
    if not rest:
        return True
    return (
        len(rest) < len(group.drafts)
        and all(draft.type is EventType.PROPERTY_ATTACK for draft in rest)
        and not any(draft.by_role("perpetrator") for draft in group.drafts)
        and any(claim.best is not None for draft in group.drafts for claim in draft.claims)
    )


def _asserting(group: Act) -> list[Draft]:
    """The drafts that tell an act; only those that count its victims where there is no other."""
    return [draft for draft in group.drafts if draft.support != "dependent"] or group.drafts


def _goes_on(act: Act, group: Act) -> bool:
    """As in "They killed 11 people": who acts is a pronoun for who acted in the act before."""
    acting = {id(filler.nominal) for draft in act.drafts for filler in draft.by_role("perpetrator")}
    return any(
        filler.antecedent is not None and id(filler.antecedent[1]) in acting
        for draft in group.drafts
        for filler in draft.by_role("perpetrator")
    ) and not _has_own_ground(group)


def _is_headline(draft: Draft) -> bool:
    """A line of its own without a full stop, above its brief."""
    sentence = draft.reading.sentence
    end = sentence.end
    return sentence.words[-1] not in _STOPS and sentence.text[end : end + 1] == "\n"


def compatible_types(one: EventType, other: EventType) -> bool:
    """Whether two types can name one act."""
    if one is other:
        return True
    pair = {one, other}
    if pair <= REMOTE:
        return False
    if not (is_violent(one) and is_violent(other)):
        return pair <= {EventType.PROTEST, EventType.RIOT}
    return bool(pair & _GENERAL)


def _counted_differs(old: Draft, new: Draft) -> bool:
    return is_countable(old.modality, old.recency, old.scope) != is_countable(
        new.modality, new.recency, new.scope
    )


def _has_own_ground(group: Act) -> bool:
    """Whether a place or a day of its own is told; who dies later has another day."""
    return any(
        draft.places or (_days(draft) is not None and not _is_sequel(group))
        for draft in group.drafts
    )


def _is_sequel(group: Act) -> bool:
    """What only tells who came to harm belongs to an act told before, also when days later."""
    return all(draft.support == "dependent" for draft in group.drafts)


def _days(draft: Draft) -> tuple[object, object] | None:
    for time in draft.times:
        if time.first is not None or time.last is not None:
            return time.first, time.last
    return None


def _sets_apart(act: Act, group: Act) -> bool:
    """Another day or named perpetrator, a word like "another", or an act behind an act."""
    if group.main.reading is act.main.reading and is_sequel(group.main):
        return True  # "burnt the school down after the killing"
    for draft in group.drafts:
        norms = draft.reading.sentence.norms
        counted = set(counting_tokens(draft)) if draft.support == "dependent" else ()
        for at in range(max(0, draft.first - 6), draft.last):
            if norms[at] in ANEW and at not in counted:
                return True
    return (
        _days_conflict(act, group)
        or _perpetrators_conflict(act, group)
        or _persons_conflict(act, group)
    )


def _places_conflict(act: Act, group: Act) -> bool:
    old = [place for draft in act.witnesses for place in draft.places]
    new = [place for draft in group.drafts for place in draft.places]
    if not old or not new:
        return False
    names = {place.name for place in old} & {place.name for place in new}
    if names:
        fine_old = {place.name for place in old if place.level in {"place", "district", "site"}}
        fine_new = {place.name for place in new if place.level in {"place", "district", "site"}}
        return bool(fine_old and fine_new and not fine_old & fine_new)
    containers = {place.admin1 for place in old} & {place.admin1 for place in new} - {None}
    levels = {place.level for place in old} ^ {place.level for place in new}
    if _is_unknown_inside(old[0], new[0]) or _is_unknown_inside(new[0], old[0]):
        return not _same_victims(act, group)
    return not (containers and levels) and not _one_contains(old[0], new[0])


def _is_unknown_inside(place: PlaceMention, area: PlaceMention) -> bool:
    """A village no gazetteer has may lie in any country or province."""
    return place.iso3 is None and place.level in _SETTLED and area.level in _AREAS


def _one_contains(one: object, other: object) -> bool:
    names = {getattr(one, "name", None)}
    return bool(
        names
        & {
            getattr(other, "admin1", None),
            getattr(other, "admin2", None),
            getattr(other, "country", None),
        }
    ) or getattr(other, "name", None) in {
        getattr(one, "admin1", None),
        getattr(one, "admin2", None),
        getattr(one, "country", None),
    }


def _days_conflict(act: Act, group: Act) -> bool:
    old = [days for draft in act.witnesses if (days := _days(draft)) is not None]
    new = [days for draft in group.drafts if (days := _days(draft)) is not None]
    if not old or not new:
        return False
    if _is_sequel(group):
        return not any(_follows(one, other) for one in old for other in new)
    return not any(_overlap(one, other) for one in old for other in new)


def _follows(one: tuple[object, object], other: tuple[object, object]) -> bool:
    """Whether the second span of days does not end before the first begins."""
    return not ((other[1] or other[0]) < (one[0] or one[1]))  # type: ignore[operator]


def _overlap(one: tuple[object, object], other: tuple[object, object]) -> bool:
    first, last = one[0] or one[1], one[1] or one[0]
    start, end = other[0] or other[1], other[1] or other[0]
    return not (last < start or end < first)  # type: ignore[operator]


def _perpetrators_conflict(act: Act, group: Act) -> bool:
    old = _perpetrator_ids(act)
    new = _perpetrator_ids(group)
    return bool(old and new and not old & new)


def _perpetrator_ids(act: Act) -> set[str]:
    return {
        filler.nominal.actor.actor_id
        for draft in act.witnesses
        for filler in draft.fillers
        if filler.role == "perpetrator"
        and filler.nominal.actor is not None
        and filler.nominal.actor.actor_id is not None
    }


def _persons_conflict(act: Act, group: Act) -> bool:
    """Whether a noun names somebody else's murder or kidnapping than the act told before."""
    if all(draft.support in {"verb", "dependent"} for draft in group.drafts):
        return False  # "Also killed was B": one more victim
    old, new = _harmed_names(act), _harmed_names(group)
    return bool(old and new and not old & new)


def _harmed_names(act: Act) -> set[str]:
    """The words of the names of persons harmed; empty where somebody unnamed was harmed too."""
    names: set[str] = set()
    for draft in act.witnesses:
        for filler in draft.fillers:
            if filler.role not in {"victim", "target"} or filler.effect is None:
                continue
            reading, nominal = filler.antecedent or (draft.reading, filler.nominal)
            if not is_person_name(nominal):
                return set()
            norms = reading.sentence.norms
            names.update(norm for norm in norms[nominal.first : nominal.last] if len(norm) > 2)  # noqa: PLR2004 - initials
    return names


def _victims(act: Act) -> set[tuple[CasualtyKind, int]]:
    return {
        (claim.kind, claim.best)
        for draft in act.witnesses
        for claim in draft.claims
        if claim.best is not None and claim.best > 1
    }


def _same_victims(act: Act, group: Act) -> bool:
    return bool(_victims(act) & _victims(group))


def _shares_place_and_day(act: Act, group: Act) -> bool:
    if act.main.type is EventType.MILITARY_OPERATION and group.main.subtype != act.main.subtype:
        return False  # "withdrew as they faced a counter-offensive"
    old, new = _victims(act), _victims(group)
    if old and new and {kind for kind, _ in old} & {kind for kind, _ in new}:
        return False
    places_old = {place.name for draft in act.witnesses for place in draft.places}
    places_new = {place.name for draft in group.drafts for place in draft.places}
    if not places_new or not places_old & places_new:
        return False
    if act.main.type is group.main.type:
        return True
    return all(is_outcome(draft) for draft in group.drafts) and _names_act(group.main, BACK)


def _names_act(draft: Draft, words: Container[str]) -> bool:
    """Whether the sentence names an act behind one of these words: "the strike: three died"."""
    reading = draft.reading
    clauses = reading.clauses
    return any(
        reading.sentence.norms[clauses.chunks[clauses.at_token[token]].first] in words
        for token in reading.event_heads
    )
