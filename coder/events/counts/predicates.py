"""Adjectives that tell a fate: "were dead", "left 12 dead", "23 dead": whom they are about."""

from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.slots import Slots
from coder.lexicon.words import noun_classes


def predicate_slots(reading: Reading, hit: Hit) -> Slots | None:
    """As in "were dead", "left 12 dead", "23 dead": whom the adjective is about."""
    clauses = reading.clauses
    kinds = clauses.kinds
    number = hit.chunk
    phrases = clauses.phrases(number)
    if kinds[number] == "V":
        return Slots(object=clauses.subject(number), phrases=phrases, construction="predicate")
    if kinds[number] == "N":
        counting = number - 2 if _is_counted(reading, number) else number
        verb = counting - 1
        is_left = verb >= 0 and kinds[verb] in "VX"  # "an operation left seven dead"
        is_left &= counting != number or clauses.head_words[verb] in noun_classes()["leaving"]
        cause = clauses.subject(verb) if is_left else []
        return Slots(subject=cause, object=[counting], phrases=phrases, construction="predicate")
    at = number - 1
    while at >= 0 and kinds[at] in "tA":
        at -= 1
    if at >= 0 and kinds[at] in "),:" and (whole := clauses.before_aside(at)) is not None:
        at = whole
    if at >= 0 and kinds[at] == "N":
        at = _whom_left(reading, at)
        dead = clauses.conjoined_left(clauses.before_including(at))
        before = whole_group(reading, min(dead)) - 1  # "left | 13 soldiers and two boys dead"
        cause = clauses.subject(before) if before >= 0 and kinds[before] in "VX" else []
        return Slots(
            subject=cause,
            object=dead,
            phrases=phrases,
            construction="predicate",
        )
    if at >= 0 and kinds[at] in "VXI":
        if kinds[number + 1 : number + 2] == "N" and not clauses.chunks[at].passive:
            return None  # "shot dead a trader": the verb's own object
        return Slots(object=clauses.subject(at), phrases=phrases, construction="predicate")
    return None


def _whom_left(reading: Reading, number: int) -> int:
    """As in "left four traders from Gao dead": the group right behind the verb, else the whole."""
    clauses = reading.clauses
    at = number
    while clauses.kinds.endswith("NP", 0, at):
        at -= 2
    verb = clauses.chunks[at - 1].head if at else number
    is_left = at and reading.sentence.norms[verb] in noun_classes()["leaving"]
    return at if is_left else whole_group(reading, number)


def whole_group(reading: Reading, number: int) -> int:
    """As in "six of them dead", "three members of one family dead": the group before "of"."""
    clauses = reading.clauses
    while clauses.kinds.endswith("NP", 0, number) and clauses.first_words[number - 1] == "of":
        number -= 2
    return number


def _is_counted(reading: Reading, number: int) -> bool:
    """As in "dozens of dead": the group before "of" counts."""
    is_part = whole_group(reading, number) != number
    return is_part and reading.nominal(number - 2).head == reading.clauses.chunks[number].head
