"""A past form that attacks without an object: "Raiders attacked at dawn and made off with goats".

With nobody named behind it such a verb looks like the participle of "guards attacked at dawn". A
sentence needs a finite verb, so where armed people stand before it and no other verb is theirs, it
is their verb. A headline needs none, and soldiers without an article may be those of a brief.
"""

from coder.events.reading import Reading
from coder.grammar.chunks import FINITE
from coder.grammar.clauses import groups_behind
from coder.lexicon.closed import ARTICLES, FULL_STOPS
from coder.lexicon.words import noun_classes

_BEFORE = frozenset(',:UCAt"')
_BROKEN = frozenset({"(", '"', "N"})  # "attacked a [border] patrol"
_SHOT, _NEAR = frozenset({"shot", "fired"}), 3
_ABOUT = frozenset(
    {"indiscriminately", "sporadically", "randomly", "wildly", "directions", "direction"}
)
_BY = frozenset({"by", "at the hands of"})


def attacks_unaimed(reading: Reading, number: int) -> bool:
    """Whether armed people attacked, in a sentence whose verb can be no other."""
    clauses, sentence = reading.clauses, reading.sentence
    if (
        clauses.kinds[number] != "X"
        or not _may_act_alone(reading, number)
        or sentence.words[-1] not in FULL_STOPS
        or clauses.kinds[number + 1 : number + 2] in _BROKEN
        or clauses.kinds[number - 1 : number] == '"'
    ):
        return False
    who = clauses.subject(number)
    if not who or not _opens(reading, who[0]) or not all(_is_armed(reading, at) for at in who):
        return False
    if any(groups_behind(clauses.phrases(number), word) for word in _BY):
        return False
    return not _has_other_verb(reading, number, who)


def _may_act_alone(reading: Reading, number: int) -> bool:
    """As in "attacked", also "shot in all directions", "fired sporadically": at nobody told."""
    clauses = reading.clauses
    if clauses.head_words[number] in noun_classes()["attacking_alone"]:
        return True
    last = clauses.chunks[number].last
    return clauses.head_words[number] in _SHOT and not _ABOUT.isdisjoint(
        reading.sentence.norms[last : last + _NEAR]
    )


def _opens(reading: Reading, number: int) -> bool:
    """Whether a group begins a clause: behind a verb it may be an object."""
    clauses = reading.clauses
    if not number or clauses.kinds[number - 1] in _BEFORE:
        return True
    if clauses.kinds.endswith(("Pt", "PN"), 0, number):
        return True  # "In Gao gunmen attacked"
    return (
        clauses.kinds[number - 1] in FINITE
        and clauses.head_words[number - 1] in noun_classes()["clausal"]
    )


def _is_armed(reading: Reading, number: int) -> bool:
    fillers = reading.nominal(number).fillers
    if "armed" not in fillers:
        return False
    return "authority" not in fillers or reading.clauses.first_words[number] in ARTICLES


def _has_other_verb(reading: Reading, number: int, who: list[int]) -> bool:
    """As in "rebels attacked near Gao | have fled": the verb behind is that of the same people."""
    clauses = reading.clauses
    for at in range(number + 1, len(clauses.kinds)):
        kind = clauses.kinds[at]
        if kind in ",:UWC":
            return False
        if kind in FINITE and clauses.subject(at) == who:
            return True
    return False
