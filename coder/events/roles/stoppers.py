"""Who foiled an act: "guards foiled an attempt to storm it", "the attack was thwarted by guards".

In: a draft that is foiled. Out: nothing; those who stopped it take part, and are not who tried it.
"""

from dataclasses import replace

from coder.events.drafts import Draft, Filler
from coder.events.reading import Reading
from coder.events.status.cues import cues_of_word
from coder.rules.ruleset import RuleSet
from coder.values.events import class_of
from coder.values.labels import EventClass, Modality

_WHO = frozenset({"armed", "authority", "person"})


def name_stoppers(draft: Draft, rules: RuleSet) -> None:
    """Let those who foiled an act take part in it."""
    if draft.modality is not Modality.FOILED or class_of(draft.type) is EventClass.DEMONSTRATION:
        return  # a march that is stopped has no other side
    reading = draft.reading
    verb = _foiling(draft, rules)
    if verb is None:
        return
    groups = _stopping(reading, verb)
    draft.fillers = [
        replace(item, role="participant")
        if item.role == "perpetrator" and item.nominal.chunk in groups
        else item
        for item in draft.fillers
    ]
    known = {item.nominal.chunk for item in draft.fillers}
    draft.fillers += [
        Filler("participant", reading.nominal(group), None, "subject")
        for group in groups
        if group not in known and reading.nominal(group).fillers & _WHO
    ]


def _foiling(draft: Draft, rules: RuleSet) -> int | None:
    """The verb that says that others stopped it."""
    clauses = draft.reading.clauses
    for at, kind in enumerate(clauses.kinds):
        if kind in "VX" and any(
            cue == "foiled"
            for cue, _ in cues_of_word(draft.reading, rules, clauses.chunks[at].head, {"governs"})
        ):
            return at
    return None


def _stopping(reading: Reading, verb: int) -> list[int]:
    clauses = reading.clauses
    if not clauses.chunks[verb].passive:
        return clauses.subject(verb)
    return [
        group
        for phrase in clauses.phrases(verb)
        if phrase.preposition == "by"
        for group in phrase.groups
    ]
