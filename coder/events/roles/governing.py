"""Acts that are the object of a verb: police were called to them, they came to something.

Those who come to an act were called to it, or to reports of it: what they found is told behind.
"""

from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.values.labels import ActorType

_VICTIMS = frozenset({"victim", "victims", "survivor", "survivors", "suspect", "suspects"})
_REPORTS = frozenset({"report", "reports"})
_TO = frozenset({"to", "following", "after"})
_PASSED = "NPtAJ"


def drives_out(reading: Reading, governing: int, number: int) -> bool:
    """As in "the raid caused the displacement of 2,100 people": it came to that."""
    words, classes = reading.clauses.head_words, noun_classes()
    return (
        words[governing] in classes["bringing_about"]
        and words[number] in classes["leaving_home"]
        and number in reading.clauses.objects(governing)
    )


def looks_into(reading: Reading, verb: int, number: int) -> bool:
    """Whether the police have a new case: "detectives are investigating a shooting".

    No "the judge who investigates a massacre", of years ago; no "the attack", told elsewhere.
    """
    actors = (reading.nominal(group).actor for group in reading.clauses.subject(verb))
    return not reading.nominal(number).is_definite and any(
        actor is not None and actor.type is ActorType.STATE_POLICE for actor in actors
    )


def is_help(reading: Reading, number: int) -> bool:
    """As in "committed a crime with the support of air strikes": no object of the verb."""
    return (
        reading.clauses.first_words[number - 1] == "of"
        and reading.clauses.first_words[number - 3] == "with"
        and reading.clauses.head_words[number - 2] in noun_classes()["help"]
    )


def are_people_called_so(reading: Reading, hit: Hit) -> bool:
    """As in "nine kidnap victims were rescued by soldiers": the verb is of them, not of the act."""
    group = reading.clauses.chunks[hit.chunk]
    return hit.last <= group.head and reading.sentence.norms[group.head] in _VICTIMS


def called_to(reading: Reading, number: int) -> int | None:
    """The verb that says who was called to an act; null where nobody was."""
    classes = noun_classes()
    clauses, at = reading.clauses, number
    if classes["called_out"].isdisjoint(reading.vocabulary):
        return None
    acts = classes["called_out_to"], classes["called_out_unsure"]
    if all(clauses.head_words[number] not in words for words in acts):
        return None
    is_reported = clauses.kinds.endswith("NP", 0, at) and clauses.head_words[at - 2] in _REPORTS
    at -= 2 if is_reported else 0
    if not clauses.kinds.endswith("P", 0, at) or clauses.first_words[at - 1] not in _TO:
        return None
    at -= 1
    while at > 0 and clauses.kinds[at] in _PASSED:
        at -= 1
    if clauses.kinds[at] not in "VX" or clauses.head_words[at] not in classes["called_out"]:
        return None
    heads = {clauses.head_words[group] for group in clauses.subject(at)}
    return at if not heads.isdisjoint(classes["responders"]) else None
