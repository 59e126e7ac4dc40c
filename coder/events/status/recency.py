"""When a draft is told of: recency (codebook 2.2)."""

import re
from datetime import date, timedelta

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.setting.opening import is_live, opens_text
from coder.events.status.bygone import as_of, has_lasted, is_by_bygone, is_in_history, is_long_after
from coder.events.status.circumstances import is_circumstance
from coder.events.status.described import is_looked_back_on, only_says_which
from coder.events.status.habits import (
    hits_one,
    is_by_those_who,
    is_habit,
    is_present,
    is_what_word_means,
    is_whenever,
    says_what_for,
    says_which_side,
)
from coder.events.status.known_for import (
    is_act_of_name,
    is_counted_from,
    is_of_cases,
    is_only_known_for,
    is_remembered,
    is_what_accused_of,
    is_years_back,
)
from coder.events.status.lives import is_end_of_office, is_in_youth, is_once, says_whose_kin
from coder.events.status.presupposed import is_told_as_done
from coder.events.status.scope import is_kind
from coder.events.status.war_began import is_service, is_since_it_began, is_what_war_began_with
from coder.lexicon.closed import A_AN, FULL_STOPS, HAD_WAS_WERE
from coder.lexicon.words import noun_classes
from coder.mentions.times.entry_days import is_below_day_before
from coder.values.kinds import INTENDED, LASTING, TAKINGS
from coder.values.labels import (
    CaseProfile,
    EventType,
    Modality,
    PlaceLevel,
    Recency,
    Section,
    TimexType,
)
from coder.values.mentions import TimeExpression
from coder.values.text import Sentence

_NO_NEWS = timedelta(days=62)  # MUC-4's "within two months"; codebook 2.2
_CHARGED_DAYS = 14
_CHARGES = frozenset({"charged with", "in connection with"})
_WEEK = 7  # "the following Sunday" of an act that has happened lies in the week to come at most
_LASTING = frozenset({EventType.ARMED_CLASH, EventType.MILITARY_OPERATION})
_DAY_VALUE = len("XXXX-12-07")
_FINITE = frozenset({"active", "passive"})
_EARLIER = frozenset({"before", "previously"})
_TOLL = frozenset({":N", ",N", "CN"})
_CURRENT = Recency.CURRENT
_BEFORE_GERUND = re.compile(r"(?<=W)V[NPtA]*,(?:G[NPtA]*[,C]{1,2})*$")
_AHEAD = frozenset({"tomorrow", "next week", "next month", "next year"})
_MIXED = CaseProfile.MIXED
_TERRITORIAL_CHANGE = EventType.TERRITORIAL_CHANGE


def settle_recency(draft: Draft, kinds: dict[str, str], reference: date | None) -> None:  # noqa: C901 - one walk, read in one place
    """Set ``recency`` from the cues, the days told and the construction."""
    if "background" in kinds and not _is_new_cause(draft, kinds["background"], reference):
        draft.recency = Recency.BACKGROUND
        draft.status_note = kinds["background"]
    if "habitual" in kinds:
        draft.recency = Recency.HABITUAL
        draft.status_note = kinds["habitual"]
    if draft.modality in INTENDED or "future" in kinds:
        draft.recency = Recency.FUTURE
    for time in draft.times:
        # "today threatened to kill teachers who serve in the 19 March polls"
        is_of_other = draft.modality in INTENDED and time is not draft.times[0]
        if time.last is None or reference is None or time.type in LASTING or is_of_other:
            continue
        if reference - as_of(time, time.last, reference) > _NO_NEWS:
            if opens_text(draft.reading, time, reference) or _has_fresh_day(draft, time, reference):
                continue
            draft.recency = Recency.BACKGROUND
            draft.status_note = time.text
        elif time.first is not None and time.first > reference:
            # "the murder and elections next year", "on Sunday, ahead of a poll on 20 April"
            is_of_other = _is_past(draft) and (
                (draft.times[0].last or time.last) <= reference
                or time.text.lower() in _AHEAD  # "were to hold a fair tomorrow when bombs fell"
            )
            if draft.modality is Modality.OCCURRED and (is_of_other or is_told_as_done(draft)):
                draft.times = [other for other in draft.times if other is not time]
                continue
            draft.recency = _of_day_ahead(draft, (time.first - reference).days)
    if any(time.type is TimexType.SET for time in draft.times) and not any(
        time.first is not None for time in draft.times
    ):
        draft.recency = Recency.HABITUAL
    if draft.recency is _CURRENT and (
        _is_standing(draft) or says_which_side(draft) or is_what_word_means(draft)
    ):
        draft.recency = Recency.HABITUAL
        draft.status_note = draft.reading.words(draft.first, draft.last)
    if draft.recency is _CURRENT and (
        (reference is None and is_in_history(draft))
        or _is_of_past(draft)
        or is_remembered(draft, reference, _NO_NEWS)
        or is_looked_back_on(draft, reference, _NO_NEWS)
        or only_says_which(draft, reference)
        or is_what_war_began_with(draft, reference)
        or is_since_it_began(draft, reference)
        or (not draft.times and is_below_day_before(draft.reading.sentence, reference, _NO_NEWS))
    ):
        draft.recency = Recency.BACKGROUND
        draft.status_note = draft.reading.words(draft.first, draft.last)


def _has_fresh_day(draft: Draft, time: TimeExpression, reference: date) -> bool:
    """As in "left on Friday, as agreed at the talks of 3 May": the surest day is recent."""
    surest = draft.times[0]
    return (
        surest.last is not None
        and surest.first == surest.last
        and timedelta(0) <= reference - surest.last <= _NO_NEWS
        and surest.start < time.start
        and draft.support == "verb"
        and draft.construction in _FINITE
        and draft.reading.clauses.kinds[draft.chunk] in "VX"
    )


def _of_day_ahead(draft: Draft, days: int) -> Recency:
    """Recency of an act whose day lies ahead; one that has happened was in an earlier year."""
    if not _is_past(draft):
        return Recency.FUTURE
    return Recency.BACKGROUND if days > _WEEK else draft.recency


def _is_past(draft: Draft) -> bool:
    """As in "the following Sunday it was attacked": the verb says that the day has passed."""
    if draft.support != "verb":
        return False
    reading = draft.reading
    group = reading.clauses.chunks[draft.chunk]
    if group.kind not in "VX" or group.modal is not None:
        return False
    norms = reading.sentence.norms
    return norms[group.first] in HAD_WAS_WERE or (
        reading.tags[group.head] in "LX" and draft.construction == "active" and not group.aux
    )


def _is_new_cause(draft: Draft, words: str, reference: date | None) -> bool:
    """As in "charged with murder following the fatal stabbing of A on Thursday": a recent act.

    It has a day, not long past, and a victim of its own; the charge is only what came of it. The
    day of what is avenged, protested or felt stands behind it: "anger over the raid on Sunday".
    """
    is_charge = words in _CHARGES
    is_cause = not noun_classes()["brought_about"].isdisjoint(words.split())
    if reference is None or not (is_cause or (is_charge and draft.claims)):
        return False
    if not draft.times and is_charge:
        # "held in connection with a stabbing that left two hurt": told for the first time
        return draft.reading.clauses.first_words[draft.chunk] in A_AN
    clauses, starts = draft.reading.clauses, draft.reading.sentence.starts
    # "two charged with it | were freed on Monday"
    behind = clauses.chunks[draft.chunk + 1 : clauses.told]
    verb = next((group for group in behind if group.kind in "VX"), None)
    end = len(draft.reading.sentence.text) if verb is None else starts[verb.first]
    return any(
        time.first is not None
        and time.first == time.last
        and starts[clauses.chunks[draft.chunk].first] <= time.start < end
        and timedelta(0) <= reference - time.first <= timedelta(days=_CHARGED_DAYS)
        for time in draft.times
    )


def _is_standing(draft: Draft) -> bool:
    """What somebody does again and again: "planes that carry out raids", "has been fighting".

    A day or a number of people makes it one act all the same; a line without a full stop is a
    headline, whose present tells of the past.
    """
    reading = draft.reading
    clauses = reading.clauses
    counts = any(claim.best is not None for claim in draft.claims)
    if draft.times or (counts and not says_what_for(draft)):
        return False
    group = clauses.chunks[draft.chunk]
    if group.kind == "G" and draft.type in _LASTING:
        # "the main force fighting the jihadists": says who somebody is
        return clauses.kinds[draft.chunk - 1 : draft.chunk] == "N" and not _is_inside(draft)
    if draft.support == "light" and draft.governor is not None:
        group = clauses.chunks[draft.governor]
    elif draft.support != "verb":
        return False
    elif group.kind == "G" and (verb := _BEFORE_GERUND.search(clauses.kinds, 0, draft.chunk)):
        group = clauses.chunks[verb.start()]  # "gangs who raid villages, killing and looting"
    if group.kind != "V" or _is_helped(draft):
        return False
    is_going_on = reading.tags[group.head] == "G" or is_by_those_who(draft)
    if is_going_on and group.aux.startswith("H") and "B" in group.aux:
        return True
    sentence = reading.sentence
    return is_whenever(draft) or (
        is_present(reading, group)
        and sentence.section is Section.TEXT
        and is_prose(sentence)
        and (
            _tells_past(draft) or (_is_by_a_kind(draft) and not is_live(reading)) or is_habit(draft)
        )
        and not hits_one(draft)
    )


def _is_inside(draft: Draft) -> bool:
    """As in "its men are inside the town fighting conscripts": what they do now, and where."""
    at = draft.chunk - 2
    clauses = draft.reading.clauses
    return clauses.kinds[max(at, 0)] == "P" and clauses.first_words[at] == "inside"


def is_prose(sentence: Sentence) -> bool:
    """Whether a sentence ends as one does, and is neither a headline nor a caption."""
    return sentence.case is _MIXED and sentence.words[-1] in FULL_STOPS


def _tells_past(draft: Draft) -> bool:
    """Whether another verb of the sentence is past; the toll of a brief is none.

    As in "Bomber hits rally; 48 dead, 79 injured.", where the present tells of the past. Nor is
    what only describes the object: "drive a lorry packed with explosives into a bank".
    """
    clauses = draft.reading.clauses
    kinds, tags = clauses.kinds, draft.reading.tags
    return "L" in tags or any(
        kind == "X"
        and not (kinds[at - 2 : at] in _TOLL and tags[clauses.chunks[at - 1].first] in "#DR")
        and kinds[at - 2 : at + 2] != "VNXP"
        for at, kind in enumerate(kinds)
    )


def _is_helped(draft: Draft) -> bool:
    """As in "helped the militia retake it", "made explode a bomb": an infinitive, no present."""
    clauses = draft.reading.clauses
    at = draft.chunk - 1
    if clauses.kinds[at : at + 1] == "N":
        at -= 1
    return (
        at >= 0
        and clauses.kinds[at] in "VXGI"
        and clauses.head_words[at] in noun_classes()["letting"]
    )


def _is_by_a_kind(draft: Draft) -> bool:
    """As in "warlords take their lives": who acts is a kind of people."""
    acting = [item.nominal for item in draft.by_role("perpetrator")]
    if not acting:
        acting = [draft.reading.nominal(number) for number in draft.subjects]
    is_somewhere = any(place.level is not PlaceLevel.COUNTRY for place in draft.places)
    return bool(acting) and not is_somewhere and all(is_kind(nominal) for nominal in acting)


def _is_sweeping(draft: Draft) -> bool:
    """A whole country that changes hands ("liberated Iraq") sums up a war and is no incident."""
    if draft.type is not _TERRITORIAL_CHANGE:
        return False
    ground = [filler.nominal.place for filler in draft.by_role("territory")]
    return any(place is not None and place.level is PlaceLevel.COUNTRY for place in ground)


def _is_of_past(draft: Draft) -> bool:
    """Whether the words themselves put an act before the time of the report."""
    return (
        is_long_after(draft)
        or is_years_back(draft)
        or is_counted_from(draft)
        or _is_sweeping(draft)
        or is_by_bygone(draft)
        or _describes_speaker(draft)
        or _is_record_of_office(draft)
        or _is_undone(draft)
        or _befell_before(draft)
        or says_whose_kin(draft)
        or is_in_youth(draft)
        or is_end_of_office(draft)
        or is_once(draft)
        or is_of_cases(draft)
        or _is_what_for(draft)
        or has_lasted(draft)
        or is_only_known_for(draft)
        or is_act_of_name(draft)
        or is_what_accused_of(draft)
        or is_service(draft)
        or is_circumstance(draft)
    )


def _is_what_for(draft: Draft) -> bool:
    """As in "was arrested for fighting with the rebels": no more is told than why."""
    clauses, norms = draft.reading.clauses, draft.reading.sentence.norms
    if draft.claims or clauses.chunks[draft.chunk].first != draft.first:
        return False
    if not norms[draft.first].endswith("ing"):
        return False
    at = draft.chunk - 1
    if clauses.kinds[max(at, 0) : draft.chunk] != "P" or clauses.first_words[at] != "for":
        return False
    while at > 0 and (clauses.kinds[at] in "PtA" or clauses.kinds[at - 1 : at + 1] == "PN"):
        at -= 1  # "was held in Oslo on Friday for"
    return clauses.kinds[at] in "VXK" and clauses.head_words[at] in noun_classes()["taken_for"]


def _befell_before(draft: Draft) -> bool:
    """As in "the village has been attacked before": at some time, and not the time told of."""
    if draft.support != "verb" or draft.times or _EARLIER.isdisjoint(draft.reading.vocabulary):
        return False
    clauses = draft.reading.clauses
    norms = draft.reading.sentence.norms
    group = clauses.chunks[draft.chunk]
    _, right = clauses.clause(draft.chunk)
    words = norms[group.first : clauses.chunks[right - 1].last]
    if "previously" in norms[group.first : group.head]:
        return True
    return group.aux.startswith("H") and (
        "previously" in words or next((w for w in reversed(words) if w.isalpha()), "") == "before"
    )


def _describes_speaker(draft: Draft) -> bool:
    """As in "residents who fled the town said": the act only says who speaks."""
    clauses = draft.reading.clauses
    if (
        draft.times
        or draft.support != "verb"
        or clauses.kinds[draft.chunk - 1 : draft.chunk] != "W"
    ):
        return False
    return any(
        source.nominal is not None and source.nominal.chunk in draft.subjects
        for source in draft.sources
        if source.reading is draft.reading
    )


def _is_record_of_office(draft: Draft) -> bool:
    """As in "President Paz, who has sent thousands of troops to fight the gangs, called it"."""
    clauses = draft.reading.clauses
    return (
        draft.subtype == "deployment"
        and not draft.times
        and clauses.kinds[draft.chunk - 1 : draft.chunk] == "W"
        and clauses.chunks[draft.chunk].aux.startswith("H")
    )


def _is_undone(draft: Draft) -> bool:
    """As in "the students arrested at the rally were freed": the news is that they are free."""
    if draft.type not in TAKINGS or draft.construction != "participle":
        return False
    reading = draft.reading
    starts = reading.sentence.starts
    clauses = reading.clauses
    freed = noun_classes()["freed"]
    held = {filler.nominal.chunk for filler in draft.by_role("victim")}
    return not freed.isdisjoint(reading.vocabulary) and any(
        kind in "VX"
        and clauses.head_words[number] in freed
        and not held.isdisjoint(clauses.subject(number))
        and all(time.start > starts[clauses.chunks[number].first] for time in draft.times)
        for number, kind in enumerate(clauses.kinds)
    )


def is_dated(draft: Draft) -> bool:
    """Whether its own day is told, or that with which its sentence opens."""
    return any(_is_a_day(time) for time in draft.times or _opening_times(draft.reading))


def _is_a_day(time: TimeExpression) -> bool:
    """Whether it names one day, be its year known or not."""
    if time.first is None:
        return time.value is not None and len(time.value) == _DAY_VALUE
    return time.first == time.last


def _opening_times(reading: Reading) -> list[TimeExpression]:
    """As in "On Monday, after they continued to shell it, ...": the day a sentence opens with."""
    kinds = reading.clauses.kinds
    if kinds[:1] != "t" and kinds[:2] != "Pt":
        return []
    chunk = reading.clauses.chunks[kinds.index("t")]
    start, end = reading.sentence.starts[chunk.first], reading.sentence.ends[chunk.last - 1]
    return [time for time in reading.times if start <= time.start < end]
