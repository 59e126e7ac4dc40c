"""What sets two tellings of an act apart: another place, day, perpetrator or victim."""

from collections.abc import Iterable
from datetime import date

from coder.discourse.acts import Act
from coder.discourse.merging.anew import is_other_by_days, is_told_anew
from coder.discourse.merging.deeds_of_hit import is_deed_of_hit
from coder.discourse.merging.found_bodies import finds_bodies
from coder.discourse.merging.other_blasts import is_other_blast
from coder.discourse.merging.own_cause import brings_own_cause
from coder.discourse.merging.same_numbers import counts_parts, same_victims, victims
from coder.discourse.merging.where_it_lies import (
    contains,
    is_quarter_of,
    is_unknown_inside,
    is_wide,
    lies_beside,
    lies_in_told,
    places_beside,
)
from coder.events.drafts import Draft, fillers_in
from coder.events.reading import is_title
from coder.events.roles.names import is_person_name
from coder.events.senses.from_afar import are_killing_and_blow
from coder.events.senses.violence import is_outcome, is_violent
from coder.events.setting.days_apart import are_hours_apart, at_other_hours
from coder.events.status.known_for import is_attribute
from coder.events.status.presupposed import is_definite_act
from coder.events.together.different_people import befell_his_own
from coder.events.together.own_means import have_own_means
from coder.events.together.pairs import have_own_doers, is_hit_elsewhere
from coder.events.together.sequels import avenges, is_sequel
from coder.events.together.when_clauses import answers_what_others_did
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES
from coder.values.events import CROWD_TYPES
from coder.values.kinds import BOMBARDMENT, POINT_LEVELS, REMOTE
from coder.values.labels import EventType, PlaceLevel
from coder.values.mentions import PlaceMention

_RELATIVES = (("that",), ("which",))
_QUARTER_NEAR = 2  # sentences
_ARISING_NEAR = 4  # words
_STILL = "still"
_QUOTE, _OF_SPEAKER = '"', frozenset({"today", "tonight", "this", "yesterday"})
_ADMIN2 = PlaceLevel.ADMIN2
_TAKEN_AND_FOUGHT = frozenset({EventType.ABDUCTION, EventType.ARMED_CLASH})
GENERAL = frozenset(
    {EventType.KILLING, EventType.ARMED_ATTACK, EventType.OTHER_VIOLENCE, EventType.ARMED_CLASH}
)


def is_only_sequel(group: Act) -> bool:
    """What only tells who came to harm belongs to an act told before, also when days later.

    Things do not die of their wounds: "a depot was destroyed on Thursday" has another day. A body
    that "brought the toll to 12" was found behind the act.
    """
    raises_toll = any(claim.is_total for draft in group.drafts for claim in draft.claims)
    return all(
        (draft.support == "dependent" and draft.type is not EventType.PROPERTY_ATTACK)
        or (raises_toll and draft.subtype == "body_found")
        for draft in group.drafts
    )


def days_of(draft: Draft) -> tuple[date, date] | None:
    """First and last day of the surest time of a draft; null where no time has a day.

    "This evening" in somebody's words is not told of the day the text was printed on.
    """
    is_quoted = draft.reading.sentence.norms[0] == _QUOTE
    for time in draft.times:
        if is_quoted and time.text.split()[0].lower() in _OF_SPEAKER:
            continue
        first, last = time.first or time.last, time.last or time.first
        if first is not None and last is not None:
            return first, last
    return None


def sets_apart(act: Act, group: Act) -> bool:
    """Another day or named perpetrator, a word like "another", or an act behind an act."""
    if group.main.reading is act.main.reading and (
        is_sequel(group.main)
        or (is_sequel(act.main) and act.main.support != "dependent")
        or any(map(is_attribute, group.drafts))
        or are_killing_and_blow(act.witnesses, group.drafts)
        or any(is_hit_elsewhere(draft, group.main) for draft in act.witnesses)
        or any(
            have_own_doers(act.main, draft)
            or answers_what_others_did(act.main, draft)
            or avenges(act.main, draft)
            or befell_his_own(act.main, draft)
            or any(have_own_means(told, draft) for told in act.witnesses)
            for draft in group.drafts
        )
    ):
        return True  # "burnt the school down after the killing", "the recently murdered senator"
    return (
        (is_told_anew(group, act) and not _counts_what_was_told(act, group))
        or is_other_by_days(act, group)
        or _are_hours_apart(act, group)
        or days_conflict(act, group)
        or _perpetrators_conflict(act, group)
        or _opens_elsewhere(act, group)
        or _comes_from_other_arms(act.main, group.main)
        or _persons_conflict(act, group)
        or brings_own_cause(act, group)
        or is_deed_of_hit(act, group)
        or is_other_blast(act, group)
    )


def _opens_elsewhere(act: Act, group: Act) -> bool:
    """As in "Soldiers shot two men. In Gao a sniper killed two guards": others, in front a town.

    The act told before had no place of its own, or another one.
    """
    new = group.main
    clauses = new.reading.clauses
    if new.reading is act.main.reading or not clauses.kinds.startswith("PN", clauses.start):
        return False
    town = clauses.chunks[clauses.start + 1].first
    if not any(place.first <= town for place in new.places) or any(it.places for it in act.drafts):
        return False
    heads = [{it.head_word(item) for item in it.by_role("perpetrator")} for it in (act.main, new)]
    is_new = any(
        new.reading.sentence.norms[item.nominal.first] in _NEW
        for item in new.by_role("perpetrator")
    )
    return is_new and bool(heads[0]) and heads[0].isdisjoint(heads[1])


def _comes_from_other_arms(old: Draft, new: Draft) -> bool:
    """As in "drones were shot down over A. Shelling killed a woman": guns are no aircraft."""
    return (
        {old.type, new.type} == BOMBARDMENT
        and new.reading is not old.reading
        and new.construction == "nominal"
        and not is_definite_act(new)
        and not is_mixed_salvo(new)
    )


def is_mixed_salvo(draft: Draft) -> bool:
    """As in "a missile and drone attack": told of both."""
    words = draft.reading.vocabulary
    return not (_DRONES.isdisjoint(words) or _MISSILES.isdisjoint(words))


_DRONES = frozenset({"drone", "drones"})
_MISSILES = frozenset({"missile", "missiles", "rocket", "rockets"})
_MANY = 10  # people: as many and as many others come to two kinds of harm in one act
_NEW = frozenset({"a", "an", "two", "three", "four", "several"})


def _are_hours_apart(act: Act, group: Act) -> bool:
    """As in "The raid came hours after a mine killed a guard", or told at other hours."""
    new = group.main
    told = [draft for draft in act.witnesses if draft.times and draft.support == "verb"]
    is_other = bool(told) and all(at_other_hours(draft, new) for draft in told)
    return (is_other and not (is_outcome(new) or finds_bodies(act, group))) or any(
        draft.reading is new.reading and are_hours_apart(draft, new) for draft in act.witnesses
    )


def fights_after_blast(act: Act, group: Act, *, is_far: bool) -> bool:
    """Whether a fight is told far behind a bomb, shell or raid from the air: another act.

    Or near it, by words that say so: "in the clashes that followed".
    """
    fights = [draft for draft in group.drafts if draft.type is EventType.ARMED_CLASH]
    return (
        bool(fights)
        and (is_far or any(map(_broke_out, fights)))
        and all(draft.type in REMOTE or is_outcome(draft) for draft in act.witnesses)
        and any(it.type in REMOTE or it.by_role("instrument") for it in act.witnesses)
    )


def _broke_out(fight: Draft) -> bool:
    norms = fight.reading.sentence.norms[fight.last : fight.last + _ARISING_NEAR]
    return norms[:1] in _RELATIVES and not noun_classes()["arising"].isdisjoint(norms)


def _counts_what_was_told(act: Act, group: Act) -> bool:
    """Whether the words count an act, or as many people came to the same two kinds of harm."""
    same = victims(act) & victims(group)
    is_same = len(same) > 1 and max(number for _, number in same) >= _MANY
    return is_same or _counts_what_it_was(act, group)


def _counts_what_it_was(act: Act, group: Act) -> bool:
    """As in "killed 23 people in their second attack in a week": the 23 told in the headline.

    The act is counted with those that the text tells by no words.
    """
    ranked = [draft for draft in group.drafts if draft.support != "verb" and _is_ranked(draft)]
    return 0 < len(ranked) < len(group.drafts) and bool(victims(act) & victims(group))


def _is_ranked(draft: Draft) -> bool:
    """As in "in the third attack", which stands behind what was done in it."""
    norms, chunks = draft.reading.sentence.norms, draft.reading.clauses.chunks
    words = norms[chunks[draft.chunk].first : draft.first]
    before = chunks[max(0, draft.chunk - 1)]
    return not noun_classes()["ordinal"].isdisjoint(words) and norms[before.last - 1] == "in"


def places_conflict(act: Act, group: Act) -> bool:
    """Whether the places named on both sides cannot be one."""
    new = _without_countries([place for it in group.drafts for place in places_beside(it)])
    old = new and [place for draft in act.witnesses for place in draft.places]
    if not old:
        return False
    old = _without_countries(old)
    # "ten died north of Baghdad ... near Balad, ten people died"
    is_near = (old[0].relation or new[0].relation) and old[0].iso3 == new[0].iso3
    is_there = _is_named_there(act, group) or lies_beside(old, new[0])
    # Farther on another town may have been told whose quarter it is.
    if group.main.reading.sentence.index - act.drafts[-1].reading.sentence.index <= _QUARTER_NEAR:
        is_there = is_there or is_quarter_of(old[0], new[0]) or is_quarter_of(new[0], old[0])
    if is_there or (is_near and same_victims(act, group)):
        return False
    is_listed = old[0].iso3 is not None
    if is_wide(old[0]) is not is_wide(new[0]) or (
        is_listed is not (new[0].iso3 is not None) and counts_parts(act, group)
    ):
        return False  # a region of several countries contradicts nothing that may lie in it
    names = {place.name for place in old} & {place.name for place in new}
    if names:
        fine_old = {place.name for place in old if place.level in POINT_LEVELS}
        fine_new = {place.name for place in new if place.level in POINT_LEVELS}
        is_told_finely = bool(fine_old and fine_new)
        return not fine_old & fine_new if is_told_finely else _in_other_districts(old, new)
    containers = {place.admin1 for place in old} & {place.admin1 for place in new} - {None}
    levels = {place.level for place in old} ^ {place.level for place in new}
    if is_unknown_inside(old[0], new[0]) or is_unknown_inside(new[0], old[0]):
        is_same = same_victims(act, group) or takes_up_people(act, group)
        return not (is_same or lies_in_told(new, old[0]))
    is_one = bool(containers and levels) or contains(old[0], new[0])
    return not is_one or _in_other_districts(old, new)


def takes_up_people(act: Act, group: Act) -> bool:
    """As in "killed six soldiers in A. The soldiers were in B when they clashed": those told."""
    known = {draft.head_word(it) for draft, it in fillers_in(act.witnesses, HIT_ROLES)}
    return any(
        draft.meant_by(it)[1].is_definite
        and it.nominal.target is None
        and draft.noun_meant(it) in known
        for draft in group.drafts
        for it in draft.fillers
    )


def _without_countries(places: list[PlaceMention]) -> list[PlaceMention]:
    """The places without a country that a headline has in front: "Iraq: fighter killed in Tuz"."""
    finer = [place for place in places if place.level is not PlaceLevel.COUNTRY]
    return finer or places


def _in_other_districts(old: list[PlaceMention], new: list[PlaceMention]) -> bool:
    """As in "in Bijapur district" and "in Narayanpur district": each side names its own."""
    ours, theirs = ({it.name for it in side if it.level is _ADMIN2} for side in (old, new))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _is_named_there(act: Act, group: Act) -> bool:
    """As in "at the Mwembe bus stage in Mombasa. A bus was hit in Mwembe": told with the town."""
    own = {id(draft.reading) for draft in group.drafts}
    before = [draft.reading for draft in act.witnesses if id(draft.reading) not in own]
    return all(
        place.iso3 is None and any(_names(reading.sentence.norms, place) for reading in before)
        for draft in group.drafts
        for place in draft.places
    )


def _names(norms: tuple[str, ...], place: PlaceMention) -> bool:
    words = tuple(place.name.lower().split())
    return words[0] in norms and any(
        norms[at : at + len(words)] == words for at, norm in enumerate(norms) if norm == words[0]
    )


def days_conflict(act: Act, group: Act) -> bool:
    """Whether the days told on both sides cannot be one.

    Who dies later dies behind the act, and bodies are found behind it.
    """
    new = [days for draft in group.drafts if (days := days_of(draft)) is not None]
    if not new:
        return False
    old = [days for draft in act.witnesses if (days := days_of(draft)) is not None]
    if not old:
        return False
    if is_only_sequel(group) or finds_bodies(act, group) or _goes_on_still(group.main):
        return not any(_follows(one, other) for one in old for other in new)
    return not any(_overlap(one, other) for one in old for other in new)


def _goes_on_still(draft: Draft) -> bool:
    """As in "On Saturday gunfire could still be heard": it began on a day before."""
    reading = draft.reading
    if _STILL not in reading.vocabulary:
        return False
    left, right = reading.clauses.clause(draft.chunk)
    own = reading.clauses.chunks[left:right]
    return _STILL in reading.sentence.norms[own[0].first : own[-1].last]


def _follows(one: tuple[date, date], other: tuple[date, date]) -> bool:
    """Whether the second span of days does not end before the first begins."""
    return other[1] >= one[0]


def _overlap(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[1] >= other[0] and other[1] >= one[0]


def _perpetrators_conflict(act: Act, group: Act) -> bool:
    new = _perpetrator_ids(group.witnesses)
    if not new or new & (_perpetrator_ids(act.witnesses) or new):
        return False
    if _is_short_for_doers(act, group):
        return False
    # "The ambush was carried out at dawn when men of the X Front fired": named for the act told.
    main = group.main
    return not is_definite_act(main) or main.support == "verb" or bool(_perpetrator_ids([main]))


def _is_short_for_doers(act: Act, group: Act) -> bool:
    """As in the headline "Taliban ambush convoy", of what the Pakistani Taliban did."""
    if not is_title(act.main.reading.sentence) or is_title(group.main.reading.sentence):
        return False
    short, full = (_names_of_doers(draft) for draft in (act.main, group.main))
    return bool(short & full)


def _names_of_doers(draft: Draft) -> set[str]:
    sentence = draft.reading.sentence
    return {
        sentence.norms[at]
        for filler in draft.by_role("perpetrator")
        if filler.nominal.actor is not None and filler.nominal.actor.actor_id is not None
        for at in range(filler.nominal.first, filler.nominal.last)
        if sentence.words[at][0].isupper() or at == filler.nominal.head  # "naxalites of the X"
    }


def _perpetrator_ids(drafts: Iterable[Draft]) -> set[str]:
    return {
        filler.nominal.actor.actor_id
        for draft in drafts
        for filler in draft.fillers
        if filler.role == "perpetrator"
        and filler.nominal.actor is not None
        and filler.nominal.actor.actor_id is not None
    }


def _persons_conflict(act: Act, group: Act) -> bool:
    """Whether a noun names somebody else's murder or kidnapping than the act told before."""
    if all(
        draft.support in {"verb", "dependent"} and not is_attribute(draft) for draft in group.drafts
    ):
        return False  # "Also killed was B": one more victim
    new = _harmed_names(group)
    return bool(new) and not new & (_harmed_names(act) or new)


def _harmed_names(act: Act) -> set[str]:
    """The words of the names of persons harmed; empty where somebody unnamed was harmed too."""
    names: set[str] = set()
    for draft in act.witnesses:
        for filler in draft.fillers:
            if filler.role not in HIT_ROLES or filler.effect is None:
                continue
            reading, nominal = draft.meant_by(filler)
            if not is_person_name(nominal):
                return set()
            norms = reading.sentence.norms
            names.update(norm for norm in norms[nominal.first : nominal.last] if len(norm) > 2)  # noqa: PLR2004 - initials
    return names


def compatible_types(one: EventType, other: EventType) -> bool:
    """Whether two types can name one act."""
    if one is other:
        return True
    pair = {one, other}
    if pair <= REMOTE or pair == _TAKEN_AND_FOUGHT:
        return False
    if not (is_violent(one) and is_violent(other)):
        return pair <= CROWD_TYPES
    return bool(pair & GENERAL)
