"""A brief of a few sentences tells one incident: what its later sentences add is part of that.

"Gunmen stormed a village. The rebels abducted 20 men", "The assailant was shot and arrested": an
act without a place, a day or a party of its own, which takes those of the act before for known.
"""

from collections.abc import Container

from coder.discourse.acts import GOES_ON, PART_OF_BRIEF, Act
from coder.discourse.merging.conflicts import sets_apart
from coder.discourse.merging.deeds_of_hit import is_deed_of_hit
from coder.discourse.merging.found_bodies import is_found_elsewhere
from coder.discourse.merging.own_doers import has_own_doers
from coder.discourse.merging.standing import POINTS
from coder.discourse.merging.unrest import settle_interventions
from coder.discourse.merging.where_it_lies import is_in_town_of
from coder.events.drafts import BRIEF, Draft, Filler, place_names
from coder.events.roles.nominals import is_of_state_forces
from coder.events.senses.violence import is_outcome, is_violent
from coder.events.setting.days_apart import are_hours_apart, is_days_apart
from coder.events.together.different_people import are_raped_besides
from coder.events.together.sequels import is_sequel, preposition_of
from coder.events.together.told_apart import is_by_its_target, is_found_dead_by
from coder.lexicon.closed import ALL_BOTH
from coder.lexicon.words import noun_classes
from coder.rules.model import ACTING_ROLES, FLYING
from coder.text.items import item_of
from coder.values.kinds import AT_CLOSE_QUARTERS, OWN_RECORD, REMOTE
from coder.values.labels import EventType, Scope

_MAX_DISTANCE = 3  # sentences
_THEN, _SINCE = "then", "since"
_OF_THOSE = frozenset({"one", "his", "her", "their"})
_AT_OTHER_TIMES = frozenset(
    {"nearby"} | {"earlier", "previously", "previous", "since", "last", "past", "already"}
)
_BLOWS = REMOTE | AT_CLOSE_QUARTERS


def act_of_brief(acts: list[Act], group: Act) -> tuple[Act, str] | None:
    """The act of a brief that a group tells a part of, with the reason; null for none."""
    if _is_brief(group.main):
        # "A was shelled, a day after gunmen killed two. The bombardment set houses on fire"
        ordered = sorted(acts, key=lambda act: not is_days_apart(act.main))
        found = next((act for act in reversed(ordered) if _is_part_of_brief(act, group)), None)
    else:
        last = next((act for act in reversed(acts) if act.is_told_violence), None)
        found = last if last and _may_belong_to(last, group) and _may_go_on(last, group) else None
    if found is None or is_deed_of_hit(found, group):
        return None
    settle_interventions(found, group)
    is_plain = _is_brief(group.main) and not all(map(_befell_victims, group.drafts))
    return found, PART_OF_BRIEF if is_plain else GOES_ON


def _is_brief(draft: Draft) -> bool:
    """Whether the text of a draft is short and runs on, or it stands in an item of a list."""
    sentence = draft.reading.sentence
    item = item_of(sentence)
    return len(sentence.text) <= BRIEF if item is None else not item.is_headline


def _may_go_on(act: Act, group: Act) -> bool:
    return (_takes_for_known(act, group) and _goes_on(act, group)) or _says_whom(act, group)


def _says_whom(act: Act, group: Act) -> bool:
    """As in "Bandits attacked a lorry. The driver was shot": whom or what the act just told hit.

    By nobody told; they are taken for known, or the act has not told yet who came to harm.
    """
    if group.main.reading.sentence.index - act.sentence != 1 or act.main.type not in _BLOWS:
        return False
    aim = act.main.frame.role("target")
    if aim is not None and aim.fillers == FLYING:
        return False  # "A jet was shot down. A bomb killed a guard"
    if any(time.type in POINTS for draft in group.drafts for time in draft.reading.times):
        return False
    told = {claim.kind for draft in act.drafts for claim in draft.claims}
    counted = {claim.kind for draft in group.drafts for claim in draft.claims}
    acts = [draft for draft in group.drafts if not is_outcome(draft)]
    return bool(acts) and all(
        draft.support == "verb"
        and draft.type is not EventType.PROPERTY_ATTACK
        and bool(draft.fillers)
        and not _acting(draft)
        and (
            (bool(counted) and counted.isdisjoint(told))
            or all(_is_definite(draft, filler) for filler in draft.fillers)
        )
        for draft in acts
    )


def _goes_on(act: Act, group: Act) -> bool:
    """As in "The attackers then shot at the coaches", in a text of any length.

    Each draft tells who acts by a noun that takes for known who did the act told last, or what was
    done next to a thing told of: "Gunmen then stormed the building".
    """
    known = {
        draft.head_word(filler) for draft in act.drafts for filler in _acting(draft)
    } | noun_classes()["attacker"]
    return all(
        _acts_as_known(draft, known)
        or _is_next_blow(draft)
        or _befell_victims(draft)
        or _befell_known(draft, known)
        or (not draft.fillers and any(_befell_known(other, known) for other in group.drafts))
        for draft in group.drafts
        if not is_outcome(draft)
    )


def _acts_as_known(draft: Draft, known: Container[str]) -> bool:
    """As in "the attackers then shot at", also "the two attackers shouted as they opened fire"."""
    norms = draft.reading.sentence.norms
    acting = _acting(draft)
    return bool(acting) and all(
        (filler.nominal.is_definite and norms[filler.nominal.head] in known)
        or _stands_for_attackers(draft, filler)
        for filler in acting
    )


def _stands_for_attackers(draft: Draft, filler: Filler) -> bool:
    if filler.antecedent is None or filler.antecedent[0] is not draft.reading:
        return False
    head = draft.reading.sentence.norms[filler.antecedent[1].head]
    return head in noun_classes()["attacker"]


def _befell_victims(draft: Draft) -> bool:
    """As in "the victims were rounded up and had their throats slit", by nobody told."""
    return not _acting(draft) and _befell(draft, noun_classes()["harmed"])


def _befell_known(draft: Draft, known: Container[str]) -> bool:
    """As in "all four militants were killed in a gun battle": what became of those who attacked."""
    return _befell(draft, known, ALL_BOTH)


def _is_next_blow(draft: Draft) -> bool:
    return _THEN in draft.reading.vocabulary and any(
        filler.nominal.is_definite and filler.nominal.target is not None for filler in _hit(draft)
    )


def _is_part_of_brief(act: Act, group: Act) -> bool:
    return _may_belong_to(act, group) and (_takes_for_known(act, group) or _says_whom(act, group))


def _may_belong_to(act: Act, group: Act) -> bool:
    """Whether the drafts of a brief tell a part of the act told before in it."""
    old, new = act.main, group.main
    return (
        0 <= new.reading.sentence.index - act.sentence <= _MAX_DISTANCE
        and item_of(old.reading.sentence) == item_of(new.reading.sentence)
        and is_violent(old.type)
        and (is_violent(new.type) or all(map(_befell_victims, group.drafts)))
        and (old.modality is new.modality or _harms_nobody(group) or _befell_doers(act, group))
        and new.reading.clauses.chunks[new.chunk].modal is None  # "may have been kidnapped"
        and _is_single(old)
        and (_is_single(new) or _only_finds(group))
        and _may_be_part(old, new)
        and not any(is_sequel(it) and preposition_of(it) != "before" for it in group.drafts)
        and not sets_apart(act, group)
        and not is_by_its_target(old, new)
        and not has_own_doers(act, group)
        and not is_found_dead_by(old, new)
        and not _is_by_mob(old, new)
        and (old.type is EventType.ABDUCTION or not any(map(is_found_elsewhere, group.drafts)))
        and _has_no_ground(act, group)
    )


def _is_by_mob(old: Draft, new: Draft) -> bool:
    """As in "A soldier shot three men; he was lynched by a mob": what others did to him."""
    return (
        new.type is EventType.RIOT is not old.type
        and new.subtype == "mob_violence"
        and bool(_acting(new))
    )


def _befell_doers(act: Act, group: Act) -> bool:
    """As in "a bomber tried to enter the base but was shot dead": what came of an attempt."""
    doers = {_group_of(draft, filler) for draft in act.drafts for filler in _acting(draft)}
    hit = [_group_of(draft, filler) for draft in group.drafts for filler in _hit(draft)]
    return all(map(_befell_attackers, group.drafts)) or (bool(hit) and doers.issuperset(hit))


def _is_fate_of_captive(act: Act, draft: Draft) -> bool:
    """As in "her body was found in the next province": an update of the abduction, 2.12, 8."""
    return (
        act.main.type is EventType.ABDUCTION
        and draft.subtype == "body_found"
        and any(
            _is_definite(draft, filler)
            or draft.reading.sentence.norms[filler.nominal.first] in _OF_THOSE
            for filler in draft.fillers
        )
    )


def _befell_attackers(draft: Draft) -> bool:
    """As in "the assailant, who had lived in Aleppo, was killed": no place of what befell him."""
    return _befell(draft, noun_classes()["attacker"])


def _befell(draft: Draft, heads: Container[str], first: Container[str] = ()) -> bool:
    """Whether all that was hit is taken for known, by an article or a first word, and so called."""
    norms = draft.reading.sentence.norms
    hit = [filler.nominal for filler in _hit(draft)]
    return bool(hit) and all(
        (whom.is_definite or norms[whom.first] in first) and norms[whom.head] in heads
        for whom in hit
    )


def _takes_for_known(act: Act, group: Act) -> bool:
    """Whether each draft does, or tells no more than what people and things suffered."""
    suffered = any(is_outcome(draft) for draft in group.drafts)
    return all(
        _is_known(act, draft) or (not _acting(draft) and (suffered or _adds_to_what_befell(draft)))
        for draft in group.drafts
        if draft.support != "dependent"
    )


def _harms_nobody(group: Act) -> bool:
    """As in "no shots were fired and nobody was hurt", also of what was only attempted."""
    claims = [claim for draft in group.drafts for claim in draft.claims]
    return bool(claims) and all(claim.best == 0 for claim in claims)


def _may_be_part(old: Draft, new: Draft) -> bool:
    """Whether the kinds and words of two drafts leave room for one incident."""
    words = new.reading.vocabulary
    if _is_at_other_time(new) or new.type in OWN_RECORD:
        return False
    if new.reading is old.reading:
        if are_hours_apart(old, new) or are_raped_besides(old, new):
            return False
    elif _THEN in words and new.type is not old.type and not {old.type, new.type} <= _BLOWS:
        return False  # "The attackers then abducted a midwife": what they did next
    pair = {old.type, new.type}
    return EventType.ABDUCTION not in pair or not pair & REMOTE or not _acting(new)


def _is_at_other_time(draft: Draft) -> bool:
    """As in "had been attacked earlier", and not in "the goats have since been recovered"."""
    reading = draft.reading
    found = reading.vocabulary & _AT_OTHER_TIMES
    is_afterwards = found == {_SINCE} and (
        reading.tags[reading.sentence.norms.index(_SINCE)] == "A"
    )
    return bool(found) and not is_afterwards


def _only_finds(group: Act) -> bool:
    """As in "Bandits raided a village. 86 bodies were recovered": many dead, and no series."""
    drafts = group.drafts
    return any(draft.subtype == "body_found" for draft in drafts) and all(
        draft.type is EventType.KILLING and draft.countable for draft in drafts
    )


def _is_single(draft: Draft) -> bool:
    return draft.scope is Scope.SINGLE and draft.countable


def _has_no_ground(act: Act, group: Act) -> bool:
    """Whether no place or day is told but those of the act; nor an hour, unless they go on."""
    is_known = not _is_brief(group.main)  # "the attackers", in a text of any length: see _goes_on
    known = place_names(act.drafts)
    times = {time.text for draft in act.drafts for time in draft.reading.times}
    return all(
        _is_fate_of_captive(act, draft)
        or (
            (
                all(
                    it.name in known or (is_in_town_of(act, it) and _is_doer_known(act, draft))
                    for it in draft.places
                )
                or _befell_attackers(draft)
            )
            and all(
                time.text in times
                or (time.first is None and (is_known or _is_doer_known(act, draft)))
                for time in draft.reading.times
                if time.type in POINTS
            )
        )
        for draft in group.drafts
    )


def _is_doer_known(act: Act, draft: Draft) -> bool:
    """As in "The gunmen rode in at dusk and opened fire": the hour of what was just told."""
    return bool(_acting(draft)) and all(_is_of_act(act, draft, it) for it in _acting(draft))


def _acting(draft: Draft) -> list[Filler]:
    return [filler for filler in draft.fillers if filler.role in ACTING_ROLES]


def _hit(draft: Draft) -> list[Filler]:
    """What is told besides who acted: whom and what it befell, and with what."""
    return [filler for filler in draft.fillers if filler.role not in ACTING_ROLES]


def _adds_to_what_befell(draft: Draft) -> bool:
    """As in "houses were burned", "several women were also abducted", "one shell landed"."""
    norms = draft.reading.sentence.norms
    return (
        draft.type is EventType.PROPERTY_ATTACK
        or (draft.construction == "passive" and "also" in norms)
        or any(norms[filler.nominal.first] == "one" for filler in draft.by_role("instrument"))
        or draft.subtype == "body_found"
    )


def _is_known(act: Act, draft: Draft) -> bool:
    """Whether who acts is told before, or what was hit; nobody acts where people suffered."""
    acting = _acting(draft)
    is_hit = any(_is_definite(draft, filler) for filler in _hit(draft))
    if not acting:
        return is_hit
    are_forces = all(is_of_state_forces(filler.nominal) for filler in acting)
    if is_hit and (draft.reading is act.main.reading or are_forces):
        return True  # "as 15 men raided the building", "police stormed the building"
    return all(_is_of_act(act, draft, filler) for filler in acting)


def _is_of_act(act: Act, draft: Draft, filler: Filler) -> bool:
    if _is_definite(draft, filler):
        return True
    own = {_group_of(told, item) for told in act.drafts for item in told.fillers}
    return _group_of(draft, filler) in own


def _group_of(draft: Draft, filler: Filler) -> tuple[int, int]:
    """The sentence and the chunk of a party or thing: the same for two verbs of one subject."""
    return draft.reading.sentence.index, filler.nominal.chunk


def _is_definite(draft: Draft, filler: Filler) -> bool:
    """Whether the words take somebody or something for known: "the rebels", "they", "himself"."""
    nominal = filler.nominal
    norms = draft.reading.sentence.norms
    return (
        filler.antecedent is not None
        or nominal.is_definite
        or "pronoun" in nominal.fillers
        or norms[nominal.head] in noun_classes()["attacker"]
        or norms[nominal.first] in ALL_BOTH
    )
