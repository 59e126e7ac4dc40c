"""What stands over a chunk in its clause: "tried to attack", "carried out its threat to kill"."""

from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.lexicon.closed import AFTER_SINCE, BEING_HAVING, IS_ARE_SHORT
from coder.lexicon.words import noun_classes

_TRYING = frozenset({"trying", "attempting"})
_CAUSING = frozenset({"have", "get", "see"})

_OF_GERUND = "NPtAJ"
_IN_ROW = "NPtAJX,"


def governor_of(reading: Reading, number: int) -> int | None:  # noqa: C901, PLR0911, PLR0912 - one answer a construction
    """The verb or noun directly over a chunk, in the same clause."""
    kinds = reading.clauses.kinds
    kind = kinds[number]
    at = number - 1
    if kind == "V" and kinds[max(at, 0)] in "PVX" and _is_gerund(reading, number):
        kind = "G"  # "prevent judges from being murdered", "denied having killed two"
    if kinds.endswith("INX", 0, number + 1) and reading.clauses.head_words[number - 2] in _CAUSING:
        return number - 2  # "vowed to have | the chief | killed"
    if kind in "VXK":
        governs = at >= 0 and kinds[at] == "V" and kind in "XK"
        # "a guard who had been suspended | killed two": the verb of the clause around it
        return (
            at
            if governs and not (kinds[at - 1 : at] == "W" and kinds[number:].startswith("XN"))
            else None
        )
    if kind == "G" and at > 0 and kinds[at] == "C":
        joined = kinds.rfind("G", 0, at)  # "after threatening and beating them"
        if joined >= 0 and not kinds[joined + 1 : at].strip(_OF_GERUND):
            return governor_of(reading, joined)  # "suspending the law and arresting critics"
    if (
        kind == "G"
        and at >= 0
        and (kinds[at] == "," or reading.clauses.first_words[at] in AFTER_SINCE)
    ):
        # What came of it happened, whatever was tried before: "..., killing three". So did what
        # came before it: "could be jailed after killing two".
        return None
    while at >= 0:
        if kinds[at] in "VXIGK":
            return at
        if kinds[at] in "UW:":
            return None
        if kinds[at] == "N" and kind == "I" and kinds[at - 1 : at] != "P":
            before = reading.clauses.conjoined_left(at)[0] - 1
            if before < 0 or kinds[before] not in "VXIGK":
                return at
        if kinds[at] == "N" and kind in "NG" and kinds[at + 1] == "P":
            head = reading.clauses.chunks[at].head
            # "a round of talks, but after the murder of", "such as the burning of"
            is_aside = ",CP" in kinds[at:number] or reading.sentence.norms[head] == "such"
            if head not in reading.event_heads and not is_aside:
                return at
        at -= 1
    return None


def _is_gerund(reading: Reading, number: int) -> bool:
    return reading.clauses.first_words[number] in BEING_HAVING


def carried_out(reading: Reading, number: int) -> int | None:
    """The verb over "carried out its threat to kill", "obeyed an order to shoot": it was done.

    ``number`` is the chunk of the infinitive.
    """
    kinds = reading.clauses.kinds
    if not kinds.endswith("NI", 0, number + 1):
        return None
    verb = reading.clauses.conjoined_left(number - 1)[0] - 1  # "used knives and clubs to kill"
    while verb > 0 and kinds[verb] in "AJP":
        verb -= 1  # "carried | out", "made | good | on"
    if verb < 0 or kinds[verb] not in "VXIGK":
        return None
    return verb if reading.clauses.fulfils(verb, number - 1) else None


def row_opening(reading: Reading, number: int) -> int | None:
    """The modal passive a participle is joined to: "will be dragged from the abbey and | shot"."""
    clauses = reading.clauses
    kinds = clauses.kinds
    if kinds[number - 1 : number + 1] != "CX":
        return None
    at = number - 2
    while at >= 0 and kinds[at] in _IN_ROW:
        at -= 1
    if at < 0 or kinds[at] != "V":
        return None
    group = clauses.chunks[at]
    return at if group.passive and group.modal is not None else None


def verb_of_opening(reading: Reading, number: int) -> int | None:
    """The verb with a modal over an infinitive that opens its clause: "to take it they would need".

    Null for what is told as done: "to spread fear, they burned it".
    """
    clauses = reading.clauses
    kinds = clauses.kinds
    if kinds[number] != "I" or kinds[:number].strip("CUAP,"):
        return None
    verb = next((at for at in range(number + 1, clauses.told) if kinds[at] in "VXUW"), None)
    return verb if verb is not None and kinds[verb] == "V" else None


def aim_over(reading: Reading, number: int) -> int | None:
    """The noun an infinitive belongs to: "made an attempt (by raiders) to kidnap the mayor".

    None where the noun is the governor itself, or what was aimed at was carried out.
    """
    kinds = reading.clauses.kinds
    if not kinds.endswith("NI", 0, number + 1) or carried_out(reading, number) is not None:
        return None
    noun = number - 1
    if kinds.endswith("NP", 0, noun):
        by = reading.clauses.chunks[noun - 1]
        noun = noun - 2 if reading.sentence.norms[by.first] == "by" else noun
    return noun


def is_believed(reading: Reading, subject: Nominal) -> bool:
    """As in "police believe (that) | rebels did it", "officials suspect rebels planted it"."""
    kinds, chunks = reading.clauses.kinds, reading.clauses.chunks
    verb = subject.chunk - 1 - (kinds[max(subject.chunk - 1, 0)] == "U")
    if verb < 1 or kinds[verb - 1] != "N" or kinds[verb] not in "VX" or chunks[verb].passive:
        return False
    return reading.clauses.head_words[verb] in noun_classes()["believing"]


def is_presuming(reading: Reading, number: int) -> bool:
    """Whether a chunk is the "believed" of "a bomb believed planted by rebels"."""
    group = reading.clauses.chunks[number]
    return group.kind == "X" and reading.sentence.norms[group.head] in noun_classes()["presuming"]


def is_lifted(reading: Reading, number: int) -> bool:
    """As in "lifted the siege", "the blockade was raised": what lasted is over."""
    clauses, ending = reading.clauses, noun_classes()["lifting"]
    if ending.isdisjoint(reading.vocabulary):
        return False
    verb = governor_of(reading, number)
    if verb is not None and clauses.head_words[verb] in ending:
        return number in clauses.objects(verb)
    kinds = clauses.kinds
    behind = next((at for at in range(number + 1, len(kinds)) if kinds[at] in "VXUW:"), None)
    return (
        behind is not None
        and clauses.head_words[behind] in ending
        and number in (*clauses.subject(behind), *clauses.objects(behind))
    )


def is_under_way(reading: Reading, verb: int) -> bool:
    """As in "are trying to retake the town": nobody knows yet what comes of it."""
    group = reading.clauses.chunks[verb]
    norms = reading.sentence.norms
    return norms[group.head] in _TRYING and not IS_ARE_SHORT.isdisjoint(
        norms[group.first : group.head]
    )
