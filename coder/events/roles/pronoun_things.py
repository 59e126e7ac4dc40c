"""Which thing a pronoun stands for: "stopped two buses and burned them".

In: a pronoun where a role asks for things. Out: the thing that a verb before it in the sentence
was about.
"""

from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.lexicon.words import noun_classes
from coder.rules.asked import FOR_THINGS, MEANT_BY_PRONOUNS
from coder.rules.model import RoleSpec

_SEVERAL = frozenset({"them"})
_ARMS = frozenset({"weapon"})  # "detected a mine and defused it", of listed things alone
_FLYING = frozenset({"aircraft"})
_PLURAL = "s"  # the tag of a plural noun


def speaker_before(reading: Reading, pronoun: Nominal) -> Nominal | None:
    """As in "detectives said they had picked up": who speaks, and is meant by the pronoun."""
    clauses = reading.clauses
    verb = pronoun.chunk - 1 - (clauses.kinds[pronoun.chunk - 1 : pronoun.chunk] == "U")
    if "pronoun" not in pronoun.fillers or verb < 1:
        return None
    if clauses.kinds[verb - 1 : verb + 1] not in {"NV", "NX"}:
        return None
    says = clauses.head_words[verb] in noun_classes()["clausal"]
    return reading.nominal(verb - 1) if says else None


def thing_meant(reading: Reading, role: RoleSpec, pronoun: Nominal) -> Nominal | None:
    """The thing that the nearest verb to the left has for its object; null where none agrees."""
    norm = reading.sentence.norms[pronoun.head]
    clauses = reading.clauses
    is_in_row = clauses.kinds.endswith(("CX", "CV"), 0, pronoun.chunk)
    wanted = role.fillers & MEANT_BY_PRONOUNS
    if role.fillers != _FLYING or role.heads:
        wanted -= _FLYING  # "shot it down" alone asks for a plane
    if role.heads and is_in_row:
        wanted |= role.fillers & _ARMS
    if norm not in FOR_THINGS or not wanted:
        return None
    for at in range(pronoun.chunk - 2, -1, -1):
        if clauses.kinds[at] not in "VXGI":
            continue
        told = clauses.befallen(at)
        for number in told:
            nominal = reading.nominal(number)
            if nominal.fillers & wanted and _is_many(reading, nominal) is (norm in _SEVERAL):
                return nominal
    return None


def _is_many(reading: Reading, nominal: Nominal) -> bool:
    quantity = nominal.quantity
    if quantity is not None:
        return quantity.best != 1
    norm = reading.sentence.norms[nominal.head]
    return reading.tags[nominal.head] == _PLURAL or norm.endswith("s")


def is_of_speaker_unknown(reading: Reading, pronoun: Nominal) -> bool:
    """As in "PNH says it killed": nobody else than the speaker, whoever that is."""
    speaker = speaker_before(reading, pronoun)
    return (
        speaker is not None and speaker.actor is None and reading.state(speaker, acts=True) is None
    )
