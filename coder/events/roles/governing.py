"""What a verb says of an act that is its object: that it came to it, that it is a new case."""

from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.values.labels import ActorType

_VICTIMS = frozenset({"victim", "victims", "survivor", "survivors", "suspect", "suspects"})


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
