"""Two acts that a sentence tells side by side: one matter told by two words, or two doers' acts."""

from coder.events.drafts import Draft
from coder.events.reading import is_title
from coder.events.together.sequels import are_hurt_marchers
from coder.lexicon.closed import ANY_ONE
from coder.lexicon.words import noun_classes
from coder.rules.model import DOING_ROLES, HIT_ROLES
from coder.values.labels import EventType

_KNOWN = frozenset(
    {"the", "them", "him", "her", "it", "his", "their", "its", "this", "these", "those", "third"}
)
_FIRED_AT = frozenset({EventType.ARMED_ATTACK, EventType.BOMBING, EventType.KILLING})


def one_matter(one: Draft, other: Draft) -> str | None:
    """Why two words beside each other tell one matter; null where they do not."""
    if _are_of_one_paper(one, other):
        return "one agreement"
    if _answers(one, other):
        return "an answer to it"
    if _is_how_found_died(one, other):
        return "how those who were found had died"
    if _were_hurt_there(one, other) or _were_hurt_there(other, one):
        return "who was hurt in it"
    return "heard at one time" if _are_heard_together(one, other) else None


def _were_hurt_there(unrest: Draft, harm: Draft) -> bool:
    """As in "clashes of youths and police broke out, and 12 protesters were injured": in them."""
    return unrest.type is EventType.RIOT and not unrest.claims and are_hurt_marchers(harm)


def _is_how_found_died(one: Draft, other: Draft) -> bool:
    """As in "found the body of a driver who had been shot": of those whose bodies they are."""
    clauses = other.reading.clauses
    if one.subtype != "body_found" or clauses.kinds[other.chunk - 1] != "W":
        return False
    bodies = {item.nominal.chunk for item in one.by_role("victim")}
    whose = bodies | {one.reading.of_what(number) for number in bodies}
    hit = {item.nominal.chunk for item in other.fillers if item.role in HIT_ROLES}
    return other.type in _FIRED_AT and bool(hit) and hit <= whose


def have_own_doers(one: Draft, other: Draft) -> bool:
    """As in "Gunmen kill three in Gao, bomb kills two in Mopti": behind the comma another acts.

    Behind a semicolon so in a headline alone, or in another place: "; a bomb wounded six in Cali".
    """
    if _are_in_two_headlines(one, other):
        return True
    return _is_done_by_others(one, other) or (
        one.support == other.support == "verb"
        and one.construction == other.construction == "active"
        and bool(one.subjects and other.subjects)
        and one.chunk < other.subjects[0]
        and _is_behind_stop(one, other)
        and all(
            any(
                item.nominal.chunk in draft.subjects and item.role in DOING_ROLES
                for item in draft.fillers
            )
            for draft in (one, other)
        )
    )


def is_hit_elsewhere(one: Draft, other: Draft) -> bool:
    """As in "a sniper killed a guard, and a lorry ran over a mine": of that nobody told acted."""
    met = one if _meets_device(one) else other
    blow = other if met is one else one
    return (
        _meets_device(met)
        and blow.support == "verb"
        and bool(blow.by_role("target") or blow.by_role("victim"))  # not "one lorry destroyed"
        and any(
            item.role in DOING_ROLES and item.nominal.chunk in blow.subjects
            for item in blow.fillers
        )
        and not any("vehicle" in item.nominal.fillers for item in blow.by_role("target"))
        and "U" not in _between(one, other)
    )


def _meets_device(draft: Draft) -> bool:
    """As in "a bus hit a mine": some vehicle, not told before, or so many."""
    if draft.type is not EventType.BOMBING or draft.construction != "active" or not draft.subjects:
        return False
    reading, subject = draft.reading, draft.subjects[0]
    first = reading.clauses.chunks[subject].first
    is_some = reading.sentence.norms[first] in ANY_ONE or reading.tags[first] == "#"
    return is_some and any(
        item.role == "target" and item.nominal.chunk == subject for item in draft.fillers
    )


def _between(one: Draft, other: Draft) -> str:
    first, last = sorted((one.chunk, other.chunk))
    return one.reading.clauses.kinds[first:last]


def _is_done_by_others(one: Draft, other: Draft) -> bool:
    """As in "fighting left nine dead, and landmines wounded four herders": new doers, new victims.

    Forces that answer, and what is done to "the building" or "four of them", belong to the first.
    """
    subject = other.subjects[-1] if other.subjects else 0
    clauses, norms = one.reading.clauses, one.reading.sentence.norms
    if not one.chunk < subject < other.chunk or clauses.kinds[subject - 2 : subject] != ",C":
        return False
    doers = [item.nominal for item in other.fillers if item.nominal.chunk == subject]
    hits = [item.nominal for item in other.fillers if item.role in HIT_ROLES]
    told = norms[: clauses.chunks[subject].first]
    return (
        other.construction == "active"
        and bool(doers and hits)
        and not any(doer.is_definite or "authority" in doer.fillers for doer in doers)
        and _KNOWN.isdisjoint(it for hit in (*doers, *hits) for it in norms[hit.first : hit.last])
        and not noun_classes()["bodily_harm"].isdisjoint(told)
    )


def _is_behind_stop(one: Draft, other: Draft) -> bool:
    """Whether a comma stands before the second subject, or a semicolon and another place behind."""
    reading = one.reading
    mark = reading.clauses.chunks[other.subjects[0] - 1]
    if reading.sentence.norms[mark.first] != ";":
        return mark.kind == ","
    days = [{time.first for time in draft.times[:1]} for draft in (one, other)]
    is_other_day = all(days) and days[0].isdisjoint(days[1])
    return is_title(reading.sentence) or in_two_places(one, other) or is_other_day


def _are_in_two_headlines(one: Draft, other: Draft) -> bool:
    """As in "Soldiers killed in Mali ambush, mine hits bus in Niger": two lines in one headline."""
    reading = one.reading
    if not is_title(reading.sentence) or not other.subjects or one.chunk >= other.subjects[0]:
        return False
    mark = reading.clauses.kinds[other.subjects[0] - 1]
    return mark in ",:" and in_two_places(one, other)


def in_two_places(one: Draft, other: Draft) -> bool:
    """Whether both acts have places, and none of one name."""
    places = [{place.name for place in draft.places} for draft in (one, other)]
    return all(places) and places[0].isdisjoint(places[1])


def _answers(one: Draft, other: Draft) -> bool:
    """As in "a man stabbed a clerk; a constable shot back": of one act, whoever began it."""
    return (
        "answer" in other.frame.tags
        and one.chunk < other.chunk
        and one.type in _FIRED_AT
        and one.modality is other.modality
    )


def _are_of_one_paper(one: Draft, other: Draft) -> bool:
    """As in "brokered a truce which both families signed": two steps to one agreement."""
    if not one.type is other.type is EventType.AGREEMENT:
        return False
    matters = {filler.nominal.chunk for filler in one.by_role("target")}
    return any(filler.nominal.chunk in matters for filler in other.by_role("target"))


def _are_heard_together(one: Draft, other: Draft) -> bool:
    """As in "explosions and gunfire were heard across the city"."""
    reading, verb = one.reading, one.governor
    return (
        verb is not None and verb == other.governor and reading.clauses.head_words[verb] == "heard"
    )
