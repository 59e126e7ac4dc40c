"""Who says that what was told is not so: "the army denied it", "Kigali called the report a lie".

In: a verb group of a sentence. Out: whether its subject rejects an account or a charge, however
that is said. Denials with an act of their own in them ("denied shelling the town") are for the
status of that act.
"""

from coder.events.reading import Reading
from coder.lexicon.closed import ALL_OF_BE, IT_THIS_THAT
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes

_NOTHING = frozenset({"nothing", "unaware"})
_KNOWING = frozenset({"knew", "know", "knows", "had", "has", "have", "was", "were"})
_NO_KNOWLEDGE = frozenset({"knowledge", "information", "hand", "part", "role", "involvement"})
_GUILTY = frozenset({"responsible", "behind", "involved", "aware"})
_SELF = frozenset({"it", "they", "he", "she", "we"})
_THEM = IT_THIS_THAT | {"them", "these", "those", "which"}
_OF = frozenset({"of", "for"})
_FAR = 6  # chunks: "said that all these accusations were entirely false"
_TRUE = frozenset({"true", "correct", "so"})
DENYING = sign(
    "denying", "untrue", _NOTHING, _GUILTY, _TRUE - {"so"}, frozenset({"knowledge", "hand", "part"})
)
"""The bit of sentences in which somebody may reject what was told."""


def rejects_account(reading: Reading, verb: int, *, is_denial: bool) -> bool:
    """Whether the subject of a verb rejects what others told; ``is_denial``: by the verb itself."""
    clauses = reading.clauses
    if not reading.signs & DENYING or clauses.chunks[verb].negated:
        return False
    if is_denial:
        return _is_of_account(reading, verb)
    if clauses.head_words[verb] in noun_classes()["calling"] and _calls_untrue(reading, verb):
        return True
    return _says_untrue(reading, verb) or _knows_nothing(reading, verb)


def is_flat_denial(reading: Reading) -> bool:
    """Whether a text says itself that what was just told is not so: "That is not true"."""
    clauses, norms = reading.clauses, reading.sentence.norms
    if clauses.kinds[:2] != "NV" or clauses.head_words[1] not in ALL_OF_BE:
        return False
    if clauses.head_words[0] not in _THEM and not _is_account(reading, 0):
        return False
    verb = clauses.chunks[1]
    end = clauses.kinds[3:4]
    if end not in {"", ".", ";", ":", ","} and clauses.kinds[2:4] != "AJ":
        return False  # "it is false that", "it is wrong to"
    if verb.negated:
        return not _TRUE.isdisjoint(norms[verb.last : verb.last + 1])
    return _is_untrue_at(reading, 2)


def _is_of_account(reading: Reading, verb: int) -> bool:
    """As in "denied the charge", "rejected it", "an account the army disputes"."""
    clauses = reading.clauses
    at = verb + 1
    while clauses.kinds[at : at + 1] in tuple("tA"):
        at += 1
    if clauses.kinds[at : at + 1] == "N":
        return _is_account(reading, at)
    return clauses.kinds[at : at + 1] in {"", ".", ",", ";", ":"}


def _is_account(reading: Reading, number: int) -> bool:
    clauses, classes = reading.clauses, noun_classes()
    head = clauses.head_words[number]
    if head in _THEM or head not in classes["account"]:
        return head in _THEM
    if clauses.kinds[number + 1 : number + 3] != "PN" or clauses.first_words[number + 1] not in _OF:
        return True
    of = clauses.head_words[number + 2]  # "the report of the massacre", no "claim for damages"
    return of in classes["deed"] or of in classes["blame"] or of in _THEM


def _calls_untrue(reading: Reading, verb: int) -> bool:
    """As in "called the report baseless", "described this as a fabrication"."""
    clauses = reading.clauses
    if clauses.chunks[verb].passive or clauses.kinds[verb + 1 : verb + 2] != "N":
        return False
    return _is_account(reading, verb + 1) and _is_untrue_at(reading, verb + 2)


def _is_untrue_at(reading: Reading, number: int) -> bool:
    """Whether a word for what is not so comes next, behind "as" and adverbs."""
    clauses, norms = reading.clauses, reading.sentence.norms
    untrue = noun_classes()["untrue"]
    while clauses.kinds[number : number + 1] in tuple("AP"):
        number += 1
    if clauses.kinds[number : number + 1] not in {"J", "N"}:
        return False
    group = clauses.chunks[number]
    return not untrue.isdisjoint(norms[group.first : group.last])


def _says_untrue(reading: Reading, verb: int) -> bool:
    """As in "said (that) the report was false", "said this was a lie"."""
    clauses = reading.clauses
    for at in range(verb + 1, min(verb + _FAR, len(clauses.kinds))):
        if clauses.kinds[at] == "V" and clauses.head_words[at] in ALL_OF_BE:
            told = clauses.chunks[at - 1]
            is_told = reading.sentence.norms[told.head] in _THEM or _is_account(reading, at - 1)
            return is_told and not clauses.chunks[at].negated and _is_untrue_at(reading, at + 1)
        if clauses.kinds[at] not in "UNtA":
            return False
    return False


def _knows_nothing(reading: Reading, verb: int) -> bool:
    """As in "said it knew nothing of the matter", "said it had no hand in it"."""
    clauses, norms = reading.clauses, reading.sentence.norms
    for at in range(verb + 1, min(verb + _FAR, len(clauses.kinds))):
        if clauses.kinds[at] in "VX":
            group = clauses.chunks[at]
            behind = norms[group.last : group.last + 3]
            if clauses.head_words[at] not in _KNOWING:
                return False
            if norms[clauses.chunks[at - 1].head] not in _SELF:
                return False
            if group.negated:
                return not _GUILTY.isdisjoint(behind[:1])
            is_nothing = behind[:1] in {("nothing",), ("unaware",)}
            return is_nothing or (behind[:1] == ("no",) and not _NO_KNOWLEDGE.isdisjoint(behind))
        if clauses.kinds[at] not in "UNtA":
            return False
    return False
