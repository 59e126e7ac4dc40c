"""The words of a sentence that tell one of its acts: of its line or clause, without other acts."""

import re
from collections.abc import Sequence

from coder.events.drafts import Draft
from coder.events.hanging import verbs_of_subject
from coder.events.reading import Reading, is_title
from coder.events.status.known_for import is_tied
from coder.lexicon.closed import A_OR_ANOTHER
from coder.lexicon.words import noun_classes

_LINE = re.compile(r"[,:]N(?:PN)?[VX](?=N|$)")  # "; mob | kills | trader"


def words_of_the_act(reading: Reading) -> tuple[str, ...]:
    """The words of a sentence without the acts that only say who somebody is."""
    norms = reading.sentence.norms
    if noun_classes()["tied_to"].isdisjoint(reading.vocabulary):
        return norms
    for head in sorted(reading.event_heads, reverse=True):
        number = reading.clauses.at_token[head]
        if is_tied(reading, number):
            group = reading.clauses.chunks[number]
            norms = norms[: group.first] + norms[group.last :]
    return norms


def words_of_line(draft: Draft) -> tuple[str, ...]:
    """The words that may tell of an act: of two lines in one headline its own.

    And of two acts that are subjects its own: "a raid in A killed two and | a car bombing in B".
    """
    reading = draft.reading
    cuts = _lines(reading) if is_title(reading.sentence) else _acts_beside(reading)
    if not cuts:
        return words_of_the_act(reading)
    first, last = _between(cuts, draft)
    return reading.sentence.norms[first:last]


def _acts_beside(reading: Reading) -> list[int]:
    """The tokens where "and a bombing in B killed" and the like begin."""
    deeds, clauses = noun_classes()["deed"], reading.clauses
    if deeds.isdisjoint(reading.vocabulary):
        return []
    return [
        clauses.chunks[at].first
        for at in range(2, len(clauses.kinds) - 1)
        if clauses.kinds[at] == "N"
        and clauses.head_words[at] in deeds
        and (clauses.kinds[at - 1] in "C:" or clauses.first_words[at - 1] == "while")
        and clauses.first_words[at] in A_OR_ANOTHER
        and (_is_in_row(reading, at) or any(True for _ in verbs_of_subject(reading, at)))
    ]


def _is_in_row(reading: Reading, number: int) -> bool:
    """As in "staged a raid in A and | a car bombing in B": the second of two deeds told apart."""
    clauses, deeds = reading.clauses, noun_classes()["deed"]
    rows = clauses.kinds[1:number]
    return rows.endswith("C") and any(
        rows[at] == "P" and clauses.head_words[at] in deeds for at in range(len(rows) - 1)
    )


def _lines(reading: Reading) -> list[int]:
    """The tokens where the lines of a headline behind its first begin.

    As in "Car bomb kills four, sniper wounds soldier": behind a mark with a subject of its own.
    """
    clauses = reading.clauses
    return [clauses.chunks[line.start() + 1].first for line in _LINE.finditer(clauses.kinds)]


def _between(cuts: Sequence[int], draft: Draft) -> tuple[int, int]:
    end = len(draft.reading.sentence.norms)
    first = max((cut for cut in cuts if cut <= draft.first), default=0)
    return first, min((cut for cut in cuts if cut > draft.first), default=end)


def line_of(draft: Draft) -> tuple[int, int]:
    """The tokens of the line of a headline that tells an act."""
    return _between(_lines(draft.reading), draft)
