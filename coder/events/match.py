"""Triggers of a sentence -> drafts: each frame is tried on the constructions the grammar derives.

A frame names its roles in the plain active clause. What stands where in the sentence is found once
for
all frames (``slots``), then typed groups fill the roles (``roles``), unless the words make another
sense
(``senses``).
"""

from collections.abc import Sequence
from dataclasses import replace

from coder.events.around import Around
from coder.events.counts.counted_nouns import counted_noun
from coder.events.counts.predicates import predicate_slots
from coder.events.drafts import Draft, Filler
from coder.events.hanging import phrases_of_verb
from coder.events.hits import Hit, find_hits
from coder.events.reading import Reading
from coder.events.roles.captives import STATE, VANISHED, force_before
from coder.events.roles.cases import is_of_case
from coder.events.roles.doers import is_spared
from coder.events.roles.filling import fill_roles
from coder.events.roles.governing import are_people_called_so
from coder.events.roles.of_taken import OF_TAKEN
from coder.events.roles.other_order import turned
from coder.events.roles.owners import resolve_owned
from coder.events.roles.pronouns import resolve_pronouns
from coder.events.roles.slots import Slots, noun_slots, with_sides
from coder.events.roles.titled import without_appositives
from coder.events.roles.whom import aboard, is_on_oneself, reached, without_things
from coder.events.senses.blazes import is_in_blaze
from coder.events.senses.driven import own_acts
from coder.events.senses.sufficing import (
    HAPPENING,
    asks_for_absent,
    is_begun,
    is_known_by_day,
    is_plain,
    is_unrest,
    lacks_words,
    of_somebody,
    suffices,
    unproven,
)
from coder.events.senses.triggers import is_found_so, without_figures
from coder.events.senses.turned_down import (
    other_object,
    other_sense,
    other_than_told,
    taken_by_nobody,
)
from coder.events.status.charges import charge_on, is_blamed, is_laid_on
from coder.events.status.ranked import without_ranking
from coder.events.support import BY_VERB, IN_AN_ENTRY, Support, is_naming
from coder.events.together.named_acts import (
    counts_told,
    fought_around,
    is_count,
    tells_harm,
    that_killed,
)
from coder.events.tracing import frame_trial
from coder.lexicon.words import noun_classes
from coder.rules.model import DAMAGES, Frame
from coder.rules.ruleset import RuleSet
from coder.values.labels import EventType
from coder.values.trace import FrameTrial

_MAX_DRAFTS = 12  # more acts than a sentence can tell: a list or endless input
_FATAL = HAPPENING | {EventType.KILLING, EventType.BOMBING, EventType.AIR_STRIKE}
_OTHER_SENSE = "a word in a role slot makes this another sense"
_OUTCOME = "tells an outcome: needs an act to belong to"
_FOUND = "body_found"
_VERBS = frozenset("VXL")
_SUMMONED = frozenset({EventType.AIR_STRIKE})  # "called an air strike"
# Triggers of several words that mean nothing of what their parts do: "burned to death".
_WHOLE = frozenset({"care", "outcome"})
# Tags that steer the coder and are no facts of the event.
_INNER_TAGS = frozenset({"answer", "brief", "chosen", "count", "laid", "toll", "unrest"}) | _WHOLE
_INNER_TAGS |= {OF_TAKEN, STATE, VANISHED}
_AGREEMENT = EventType.AGREEMENT
_LOSSES = frozenset({"destroyed", "hit", "downed"})


def match_sentence(  # noqa: C901, PLR0912 - one walk, read in one place
    reading: Reading,
    rules: RuleSet,
    trials: list[FrameTrial] | None = None,
    earlier: Sequence[Draft] = (),
) -> list[Draft]:
    """All drafts of a sentence, in the order of their triggers. ``trials`` collects the trace.

    ``earlier`` are the drafts of the sentences before, for the pronouns.
    """
    drafts: list[Draft] = []
    told = list(earlier)
    named: list[Hit] = []
    covered = -1
    around = Around(reading, rules, is_traced=trials is not None)
    for token, found in find_hits(reading, rules):
        if token < covered or not (hits := without_figures(reading, rules, token, found)):
            continue
        if drafts and is_found_so(drafts[-1], hits[0]):
            continue
        if len(drafts) >= _MAX_DRAFTS:
            break
        dependent: Draft | None = None
        cared = 0  # words of a trigger that says who is in care
        other_sense = 0  # words of a trigger that has another sense: "shot down the idea"
        for hit in hits:
            if (other_sense or cared) and len(hit.form.words) < max(other_sense, cared):
                continue  # "the injured were taken to hospital by police": no captives
            frame = rules.frames[hit.form.frame]
            if trials is None and lacks_words(reading, hit, frame, rules.asked[hit.form.frame]):
                continue
            draft, verdict = _try(around, hit, frame, told)
            if trials is not None:
                trials.append(frame_trial(reading, hit, frame, draft, verdict))
            if draft is None:
                if verdict == _OTHER_SENSE and not asks_for_absent(reading, frame):
                    other_sense = len(hit.form.words)
                continue
            if not _WHOLE.isdisjoint(frame.tags):
                cared = len(hit.form.words)
            if draft.support != "dependent" and (dependent is None or draft.fillers):
                drafts.append(draft)
                told.append(draft)
                covered = _end_of(reading, hit) if frame.reciprocal else hit.last
                break
            if dependent is None or (
                draft.fillers and frame.strength == "strong" and dependent.frame.strength == "weak"
            ):
                dependent = draft
        else:
            if dependent is not None:
                if not counts_told(dependent, drafts):
                    drafts.append(dependent)
                covered = dependent.last
            elif hits[0].form.pos == "noun" and not other_sense:
                named += hits
    if named and drafts:
        is_counted = all(is_count(draft) for draft in drafts)
        hits = named if is_counted else that_killed(reading, named, drafts)
        drafts += _acts_named(around, hits, earlier)
        drafts.sort(key=lambda draft: draft.first)
    return without_ranking(reading, drafts)


def _end_of(reading: Reading, hit: Hit) -> int:
    """The token behind all words of a trigger: "traded mortar fire" is one act of both sides."""
    if not hit.form.gap:
        return hit.last
    return reading.sentence.norms.index(hit.form.words[-1], hit.last) + 1


def _acts_named(around: Around, hits: Sequence[Hit], earlier: Sequence[Draft]) -> list[Draft]:
    """The act that those counted died in, though no party is told: "16 dead in the fighting"."""
    for hit in hits:
        frame = around.rules.frames[hit.form.frame]
        is_act = (frame.type in _FATAL and is_plain(frame)) or is_unrest(frame)
        if not is_act or "count" in frame.tags:
            continue
        slots = noun_slots(around.reading, hit, frame)
        draft, _ = _draft(around, hit, frame, slots, Support("cause", None, ()), earlier)
        if draft is not None:
            return [draft]
    return []


def _try(
    around: Around, hit: Hit, frame: Frame, earlier: Sequence[Draft]
) -> tuple[Draft | None, str]:
    reading = around.reading
    support = BY_VERB
    if hit.form.pos == "verb":
        slots = around.of_verb(hit, frame)
    elif hit.form.pos == "predicate":
        slots = predicate_slots(reading, hit)
    else:
        slots = noun_slots(reading, hit, frame, around.inside(hit))
        support = _support_of_noun(around, hit, frame)
        is_object = support.kind == "light" and (support.verb or 0) < hit.chunk
        is_named = is_object and is_naming(reading, support.verb)
        if is_named and frame.type in _FATAL - _SUMMONED:
            return None, "a name for something, not an act"
        if is_laid_on(reading, hit.chunk, support.verb):
            phrases = [item for item in slots.phrases if not is_spared(reading, item.position)]
            laid = [phrase for phrase in phrases if phrase.preposition == "on"][-1:]
            slots.phrases = [
                replace(phrase, preposition="by") if phrase in laid else phrase
                for phrase in phrases
            ]
        if support.kind in {"occurrence", "light"} and (support.verb or 0) > hit.chunk:
            verb, happens = support.verb or 0, support.happens
            slots.phrases += phrases_of_verb(reading, verb, slots, happens=happens)
    if slots is None:
        return None, "the construction gives the trigger no place"
    draft, verdict = _draft(around, hit, frame, slots, support, earlier)
    if draft is None and (otherwise := turned(reading, hit, slots)) is not None:
        draft, verdict = _draft(around, hit, frame, otherwise, support, earlier)
        word = reading.sentence.norms[hit.first]
        if draft is not None and word in _LOSSES and _is_lost_craft(draft):
            return None, "what was hit, not what hit"
    return draft, verdict


def _support_of_noun(around: Around, hit: Hit, frame: Frame) -> Support:
    """What asserts a noun; nothing where it only says who people are ("kidnap victims")."""
    support = IN_AN_ENTRY if hit.form.pos == "item" else around.support(hit.chunk)
    if support.kind == "occurrence" and are_people_called_so(around.reading, hit):
        support = Support("bare", support.verb, ())
    if frame.reciprocal and frame.bare and support.kind == "bare":
        return fought_around(around.reading, hit.chunk) or support
    return support


def _is_lost_craft(draft: Draft) -> bool:
    """As in "two attack helicopters destroyed": craft act on something, and here on nothing."""
    acting = draft.by_role("perpetrator")
    return bool(acting) and all("aircraft" in item.nominal.fillers for item in acting)


def _draft(  # noqa: PLR0917 - what a frame meets
    around: Around,
    hit: Hit,
    frame: Frame,
    slots: Slots,
    support: Support,
    earlier: Sequence[Draft],
) -> tuple[Draft | None, str]:
    """The draft that a frame makes of what stands around its trigger, or why it makes none.

    Half of all trials find nobody for a role. Where the sense of a longer trigger is not asked for
    by others, nor the reason by a trace, whether it has another sense is asked of the rest alone.
    """
    reading, own_slots = around.reading, slots
    asks_late = not (hit.form.words or around.is_traced)
    why_not = other_object(reading, hit, frame, slots)
    if why_not is None and not asks_late:
        why_not = other_sense(reading, hit, frame, slots, support)
    if why_not is not None:
        return None, why_not
    if frame.type is _AGREEMENT and hit.form.pos == "verb":
        slots = with_sides(reading, slots)
    fillers, causes = fill_roles(reading, frame, slots, support)
    fillers = without_appositives(reading, fillers)
    why_not = taken_by_nobody(reading, frame, slots, fillers)
    if why_not is not None:
        return None, why_not
    resolve_pronouns(reading, frame, fillers, earlier)
    resolve_owned(reading, fillers)
    fillers = without_things(reading, fillers)
    fillers += aboard(reading, frame, fillers) + force_before(reading, hit, frame)
    fillers += reached(reading, hit, frame, fillers)
    why_not = other_than_told(reading, hit, frame, slots, fillers, causes, earlier)
    if why_not is not None:
        return None, why_not
    charge = charge_on(reading, hit.chunk if support.verb is None else support.verb)
    if charge is not None:
        for filler in fillers:
            filler.certainty = charge if filler.role == "perpetrator" else filler.certainty
    kind, verdict = _support_of(reading, hit, frame, slots, support, fillers, causes, earlier)
    if kind is None:
        return None, verdict
    why_not = other_sense(reading, hit, frame, own_slots, support) if asks_late else None
    if why_not is not None:
        return None, why_not
    draft = Draft(
        reading=reading,
        chunk=hit.chunk,
        first=hit.first,
        last=hit.last,
        frame=frame,
        type=frame.type,
        subtype=frame.subtype,
        construction=slots.construction,
        support=kind,
        fillers=fillers,
        causes=own_acts(frame, fillers, causes, hit.chunk),
        subjects=tuple(slots.subject),
        governor=support.verb,
        tags=set(frame.tags) - _INNER_TAGS,
    )
    return draft, verdict


def _support_of(  # noqa: PLR0917 - what a frame meets
    reading: Reading,
    hit: Hit,
    frame: Frame,
    slots: Slots,
    support: Support,
    fillers: list[Filler],
    causes: Sequence[int],
    earlier: Sequence[Draft],
) -> tuple[str | None, str]:
    """What an act rests on: its verb, or another act whose outcome it is; null where on nothing."""
    kind = support.kind
    if (
        is_on_oneself(reading, frame, slots, fillers)
        or is_in_blaze(reading, hit, frame, slots)
        or (_is_by_act(fillers) and not _is_held_for_it(reading, hit, frame))
    ):
        kind = "dependent"
    elif "count" in frame.tags:
        is_find = frame.subtype == _FOUND and _VERBS.isdisjoint(reading.clauses.kinds)
        kind = support.kind if is_find else "dependent"  # "Two charred bodies in a taxi."
        if not fillers and "toll" not in frame.tags and not _counts_itself(reading, hit):
            return None, "nobody is counted"
    elif not (
        is_known_by_day(reading, hit, frame)
        or is_of_case(reading, hit.chunk, frame, slots.agent, fillers)
        or suffices(
            frame,
            fillers,
            causes,
            support,
            unproven(reading, hit, frame, slots, earlier)
            - of_somebody(reading, frame, slots, fillers),
        )
        or _counts_the_held(reading, hit, frame, support)
        or is_begun(reading, frame, support, fillers)
    ):
        is_harm = tells_harm(fillers) and not _is_without_object(frame, slots, fillers)
        if not is_harm and not _tells_damage(frame, slots, fillers):
            wanted = " or ".join(frame.needs) or "any role"
            return None, f"no plausible filler for {wanted}"
        kind = "dependent"
    if kind == "dependent" and fillers and is_blamed(reading, hit.chunk, support.verb):
        kind = "bare"
    return kind, "accepted" if kind != "dependent" else _OUTCOME


def _counts_itself(reading: Reading, hit: Hit) -> bool:
    """As in "four deaths", "no casualties": the number stands before the noun itself."""
    if reading.clauses.kinds[hit.chunk] != "N":
        return False
    nominal = counted_noun(reading, hit.chunk)
    is_said_of = nominal.chunk != hit.chunk  # "the bomber was the only fatality"
    return nominal.is_negative or nominal.quantity is not None or is_said_of


def _counts_the_held(reading: Reading, hit: Hit, frame: Frame, support: Support) -> bool:
    """As in "six arrests were made", "there were 40 arrests": the noun counts whom they held."""
    return (
        frame.type is EventType.ARREST
        and support.kind in {"light", "occurrence"}
        and reading.sentence.norms[hit.last - 1] in noun_classes()["one_each"]
        and _counts_itself(reading, hit)
    )


def _is_held_for_it(reading: Reading, hit: Hit, frame: Frame) -> bool:
    """As in "held over a killing": an arrest of its own; no "held responsible for the blast"."""
    behind = reading.sentence.norms[hit.last : hit.last + 1]
    return frame.type is EventType.ARREST and noun_classes()["answerable"].isdisjoint(behind)


def _is_by_act(fillers: Sequence[Filler]) -> bool:
    """As in "an explosion ripped through a train": part of that act, if it is one."""
    return any(
        item.role == "instrument"
        and item.nominal.weapon is None
        and "event" in item.nominal.fillers
        for item in fillers
    )


def _is_without_object(frame: Frame, slots: Slots, fillers: Sequence[Filler]) -> bool:
    """As in "fighters do not hit hard": a verb that needs an object to do harm has none.

    Nor has one the object that harms who acts: "a man walked into the school", into no mine.
    """
    is_of_subject = all(filler.via == "subject" for filler in fillers)
    return (
        slots.construction == "active"
        and (is_of_subject or not slots.object)
        and bool(frame.needs)
        and all("object" in role.places for name in frame.needs if (role := frame.role(name)))
    )


def _tells_damage(frame: Frame, slots: Slots, fillers: Sequence[Filler]) -> bool:
    """As in "a bank was badly damaged": nobody and nothing did it, so it is part of an act.

    Where no object is named either: "a bank suffered damage", "there was damage to a bank".
    """
    is_undergone = slots.construction in {"active", "nominal"} and not frame.takes_object
    return (
        frame.tells_outcome
        and (is_undergone or slots.construction in {"passive", "participle", "gerund"})
        and not slots.agent
        and any(item.effect in DAMAGES and item.nominal.target is not None for item in fillers)
    )
