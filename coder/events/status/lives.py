"""Acts that only date somebody's life or say who somebody is: recency (codebook 2.2)."""

from itertools import pairwise

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.values.kinds import TAKINGS

_KIN = frozenset({"relatives", "families", "parents", "mothers", "wives", "supporters"})
_ONCE, _ANEW = "once", frozenset({"again", "more"})
_IS_ONE = frozenset({"is", "was"})
_AT_AGE = ("at", "the", "age", "of")
_FRONT = 8  # tokens
_BEING = frozenset({"is", "was", "were", "aged", "only", "just"})


def is_in_youth(draft: Draft) -> bool:
    """As in "he was eleven when soldiers shot his father": an age dates the act, and no day."""
    if draft.times:
        return False
    if "age" in draft.reading.vocabulary and _is_at_age(draft):
        return True
    if "when" not in draft.reading.vocabulary:
        return _is_as_child(draft)
    clauses = draft.reading.clauses
    norms = draft.reading.sentence.norms
    at = clauses.kinds.rfind("U", 0, draft.chunk)
    if at == 0:
        return norms[0] == "when" and _opens_with_age(draft.reading)
    return (
        at > 1
        and clauses.first_words[at] == "when"
        and (
            norms[clauses.chunks[at].first - 1] == "old"
            or _is_age(draft.reading, at - 1)
            or _is_of_age(draft.reading, at - 1)
        )
    ) or _is_of_childhood(draft)


def is_once(draft: Draft) -> bool:
    """As in "where rebels were once hanged", "who once survived a bombing": some day, long ago."""
    reading = draft.reading
    if _ONCE not in reading.vocabulary:
        return False
    norms = reading.sentence.norms
    for number in (draft.chunk, draft.governor):
        group = reading.clauses.chunks[number] if number is not None else None
        if group is not None and group.kind in "VX" and _ONCE in norms[group.first : group.head]:
            return norms[norms.index(_ONCE) + 1] not in _ANEW
    return False


def is_end_of_office(draft: Draft) -> bool:
    """As in "was assassinated and was succeeded by his deputy": who held an office, and no day."""
    if "succeeded" not in draft.reading.vocabulary or draft.times or draft.support != "verb":
        return False
    return ("succeeded", "by") in pairwise(draft.reading.sentence.norms[draft.last :])


def _is_of_childhood(draft: Draft) -> bool:
    """As in "his father had been shot when he was a boy": somebody's youth dates the act."""
    reading = draft.reading
    if noun_classes()["young"].isdisjoint(reading.vocabulary):
        return False
    clauses, norms = reading.clauses, reading.sentence.norms
    at = clauses.kinds.find("U", draft.chunk)
    if at < 0 or clauses.kinds[at : at + 3] != "UNV" or clauses.first_words[at] != "when":
        return False
    _, right = clauses.clause(at + 2)
    is_was = norms[clauses.chunks[at + 2].first : clauses.chunks[at + 2].last] == ("was",)
    told = norms[clauses.chunks[at + 2].last : clauses.chunks[right - 1].last]
    return is_was and not noun_classes()["young"].isdisjoint(told)


def _is_as_child(draft: Draft) -> bool:
    """As in "the author, kidnapped as a child by pirates"; not "as a child looked on"."""
    reading = draft.reading
    if "as" not in reading.vocabulary or noun_classes()["young"].isdisjoint(reading.vocabulary):
        return False
    clauses, norms = reading.clauses, reading.sentence.norms
    at = draft.chunk + 1
    if clauses.kinds[at : at + 2] != "PN" or clauses.kinds[at + 2 : at + 3] in ("V", "X"):
        return False
    group = clauses.chunks[at + 1]
    return (
        clauses.first_words[at] == "as"
        and norms[group.first] == "a"
        and norms[group.head] in noun_classes()["young"]
    )


def _is_at_age(draft: Draft) -> bool:
    """As in "at the age of 69 he was slain": the age opens the sentence."""
    norms = draft.reading.sentence.norms
    return norms[: len(_AT_AGE)] == _AT_AGE and draft.support == "verb"


def _is_age(reading: Reading, number: int) -> bool:
    """As in "was 16", "aged nine": a small bare number behind a form of "be"."""
    group = reading.clauses.chunks[number]
    return (
        group.last - group.first == 1
        and reading.tags[group.first] == "#"
        and reading.sentence.norms[group.first - 1] in _BEING
    )


def _is_of_age(reading: Reading, number: int) -> bool:
    """As in "a boy of eight": behind a word for the young."""
    clauses = reading.clauses
    return (
        clauses.kinds[max(number - 2, 0) : number] == "NP"
        and clauses.first_words[number - 1] == "of"
        and clauses.head_words[number - 2] in noun_classes()["young"]
        and reading.tags[clauses.chunks[number].first] == "#"
    )


def _opens_with_age(reading: Reading) -> bool:
    """As in "When she was 12, | rebels burned her village"."""
    norms = reading.sentence.norms
    comma = norms.index(",") if "," in norms[:_FRONT] else 0
    return comma > 1 and reading.tags[comma - 1] == "#" and norms[comma - 2] in _BEING


def says_whose_kin(draft: Draft) -> bool:
    """As in "relatives of people detained by marines": the act only says who they are.

    Or who one is: "she is the widow of a judge murdered by the gang", "is named after".
    """
    if draft.construction != "participle" or draft.times:
        return False
    clauses = draft.reading.clauses
    at = draft.chunk - 3
    if at < 0 or clauses.kinds[at + 1 : draft.chunk] != "PN":
        return False
    head = clauses.head_words[at]
    if clauses.kinds[at] != "N":
        return head == "named" and clauses.first_words[at + 1] == "after"
    if draft.type in TAKINGS and head in _KIN:
        return True
    is_one = at > 0 and clauses.head_words[at - 1] in _IS_ONE
    return is_one and head in noun_classes()["kin"]
