"""Acts that a clause makes conditional or asks for, whatever verb tells them.

"If gunmen kill him", "had they killed him", "did they kill him?", "nor did they kill him".
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from coder.events.drafts import Draft
from coder.events.status.cues import cues_of_word
from coder.events.status.matrix import (
    MATRIX_KINDS,
    held_of_it,
    is_not_denied,
    matrix_cues,
    wanted_cues,
)
from coder.events.status.presupposed import is_said_of_known
from coder.grammar.chunks import VERBAL
from coder.lexicon.closed import IF, UNTIL
from coder.rules.ruleset import RuleSet

_ASKING = frozenset("MBOH")
_DO = frozenset({"do", "does", "did"})  # "Do bombs kill more than hunger, he asked"
_PRESENT = frozenset({"is", "are", "has", "have"})
_INVERTED = re.compile(r"V(?=N(?:PN)*([KXVI])\Z)")
_IF_NOT = frozenset({("had", "K"), ("had", "X"), ("should", "V"), ("were", "I")})
_NOR = frozenset({"nor", "neither"})
_AS = "as"
_EACH = frozenset({"every", "each"})
_FOR_NEAR = 4  # words: "for every one of | their fighters"
_IF_THERE = "UVNW"


def condition_cues(draft: Draft, rules: RuleSet) -> Iterator[tuple[str, str]]:
    """Pairs of cue kind and the words that gave it."""
    norms = draft.reading.sentence.norms
    is_question = "?" in draft.reading.vocabulary or norms[0] in _DO
    if is_question and _may_be_asked(draft) and _is_asked(draft):
        yield "hypothetical", "?"
    yield from _clause_cues(draft, rules)
    yield from _inversion_cues(draft)
    if not _EACH.isdisjoint(draft.reading.vocabulary) and _is_of_each(draft):
        yield "hypothetical", "for every"


def _is_of_each(draft: Draft) -> bool:
    """As in "would kill ten for every one of their fighters killed": none is told to be."""
    norms = draft.reading.sentence.norms
    for filler in draft.fillers:
        first = filler.nominal.first
        before = norms[max(0, first - _FOR_NEAR) : first + 1]
        if filler.effect is not None and draft.construction != "active":
            return any(one == "for" and two in _EACH for one, two in pairwise(before))
    return False


def _inversion_cues(draft: Draft) -> Iterator[tuple[str, str]]:
    """As in "ten would have died had the device gone off", "should they attack", "nor did they".

    An "if" or a "not" told by the order of words.
    """
    clauses = draft.reading.clauses
    at = max(clauses.kinds.rfind("V", 0, draft.chunk), 0)
    found = _INVERTED.match(clauses.kinds, at, draft.chunk + 1)
    before = clauses.kinds[at - 1 : at]
    if found is None or before in ("N", "W"):
        return
    verb = clauses.chunks[at]
    norms = draft.reading.sentence.norms[verb.first : verb.last]
    if len(norms) == 1 and (norms[0], found[1]) in _IF_NOT:
        yield "hypothetical", norms[0]
    elif norms[-1] in _DO and (before == "!" or (before and clauses.first_words[at - 1] in _NOR)):
        yield "negated", clauses.first_words[at - 1]


def _may_be_asked(draft: Draft) -> bool:
    """Of a noun, one that nothing told before: "was there an attack?", not "the attack"."""
    if draft.support == "verb":
        return True
    is_told_by_verb = draft.support in {"light", "occurrence"}
    return is_told_by_verb and not draft.reading.nominal(draft.chunk).is_definite


def _is_asked(draft: Draft) -> bool:
    """As in "Do bombs kill more than hunger?": a question that can be denied, of this verb itself.

    So may a noun be: "Was there an attack?". "Who killed the mayor?" takes the act for granted.
    """
    reading = draft.reading
    kinds = reading.clauses.kinds
    start = 0
    while start < draft.chunk and kinds[start] in '"(:),':
        start += 1
    first = reading.clauses.chunks[start]
    return (
        first.kind == "V"
        and reading.tags[first.first] in _ASKING
        and not any(kind in "UW:" for kind in kinds[start : draft.chunk])
    )


def _is_aside(draft: Draft, left: int) -> bool:
    """Whether the condition that opens before ``left`` is no clause of the act.

    "As if to prove it, gunmen killed two", "gunmen, if he is right, killed two", "if reports are
    true, gunmen killed two": what is, says no more than who believes it.
    """
    clauses = draft.reading.clauses
    subject = clauses.subject(draft.chunk) if draft.support == "verb" else []
    if clauses.first_words[max(left - 2, 0)] == _AS:
        return subject[:1] != [left]  # "sounded as if | gunmen had shot them"
    if draft.support != "verb":
        return False
    if subject and subject[0] < left:
        return True
    verb = clauses.chunks[draft.chunk]
    mark = clauses.kinds.rfind(",", left, subject[0] if subject else left)
    is_past = draft.reading.tags[verb.head] in "XLK" and verb.modal is None
    return (
        mark > 0
        and is_past
        and (
            VERBAL.isdisjoint(clauses.kinds[left:mark])  # "whether by design or not,"
            or any(_is_present(draft, at) for at in range(left, mark) if clauses.kinds[at] == "V")
        )
    )


def _is_present(draft: Draft, verb: int) -> bool:
    """As in "if he is right", "even if nobody admits it"."""
    clauses = draft.reading.clauses
    group = clauses.chunks[verb]
    is_third = draft.reading.tags[group.head] == "Z" and not group.aux
    return is_third or clauses.first_words[verb] in _PRESENT


def _is_still_wanted(draft: Draft, opening: int) -> bool:
    """As in "will not go home until the men are freed": what nobody has done yet."""
    return (
        draft.reading.clauses.first_words[opening] in UNTIL
        and draft.support == "verb"
        and draft.reading.clauses.first_words[draft.chunk] in _PRESENT
    )


def _clause_cues(draft: Draft, rules: RuleSet) -> Iterator[tuple[str, str]]:
    clauses = draft.reading.clauses
    if is_said_of_known(draft):
        return
    left, _ = clauses.clause(draft.chunk)
    there = left - 4  # "to see | if there were rebels who | died"
    if clauses.kinds.endswith(_IF_THERE, 0, left) and clauses.first_words[there] in IF:
        yield "hypothetical", clauses.first_words[there]
    if left and clauses.kinds[left - 1] == "P" and _is_still_wanted(draft, left - 1):
        yield "hypothetical", "until"
    if left and clauses.kinds[left - 1] == "U":
        word = clauses.first_words[left - 1]
        if word in IF and not _is_aside(draft, left):
            yield "hypothetical", word
        elif word == "that" and left > 1:
            yield from matrix_cues(draft, rules, left - 2)
            yield from wanted_cues(draft, left - 2)
    if draft.support == "verb" and clauses.kinds[draft.chunk] in "VX":
        yield from _cues_of_claim(draft, rules)


def _cues_of_claim(draft: Draft, rules: RuleSet) -> Iterator[tuple[str, str]]:
    """What a verb makes of a clause without "that": "denied gunmen shot", "does not think they"."""
    clauses = draft.reading.clauses
    claiming = clauses.claiming_verb(draft.chunk)
    if claiming is None:
        return
    held = held_of_it(draft.reading, clauses.clause(claiming)[0], claiming + 1)
    if held is not None:
        yield from held
        return
    if clauses.chunks[claiming].negated and not is_not_denied(draft.reading, claiming):
        yield "negated", clauses.head_words[claiming]
    cues = cues_of_word(draft.reading, rules, clauses.chunks[claiming].head, {"governs"})
    yield from (cue for cue in cues if cue[0] in MATRIX_KINDS)
