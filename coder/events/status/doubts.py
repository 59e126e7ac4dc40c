"""Who is told as the doer of an act, but not for sure: "killed, apparently by rebels".

In: a noun group that fills the role of a doer. Out: how sure the words around it are; null where
they tell it as a fact. Who is believed, accused or suspected by a verb with the act in it is for
:mod:`coder.events.status.governors` and :mod:`coder.events.status.charges`.
"""

from collections.abc import Iterator

from coder.events.drafts import Draft, Filler
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.lexicon.closed import IT_THIS_THAT, OF_FROM
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.values.labels import Certainty

_DOUBTING = sign("doubting", "believing", "presuming", "calling")
_HEDGING = sign("doubting")
_BELONGING = OF_FROM | {"belonging", "linked", "loyal"}
_WHAT = "what"
_BY = "by"


def doubt_of(reading: Reading, doer: int, verb: int) -> Certainty | None:
    """How sure it is that the group of the chunk ``doer`` did what the chunk ``verb`` tells."""
    if not reading.signs & _DOUBTING:
        return None
    first = _first_of_row(reading, doer)
    if (
        _is_taken_for(reading, first)
        or _is_hedged(reading, first, verb)
        or _is_believed_behind(reading, doer, verb)
    ):
        return Certainty.SUSPECTED
    return None


def is_only_called(reading: Reading, doer: Nominal) -> bool:
    """As in "by what he believes are enemies of the people": a word for doers nobody knows."""
    if doer.fillers & {"armed", "organisation"} or not reading.signs & _DOUBTING:
        return False
    return _is_taken_for(reading, doer.chunk)


def _first_of_row(reading: Reading, number: int) -> int:
    """The first of the groups joined to one: of "by soldiers and policemen" the soldiers."""
    return reading.clauses.conjoined_left(number)[0]


def _is_taken_for(reading: Reading, number: int) -> bool:
    """As in "by what police believe were rebels"."""
    clauses = reading.clauses
    if _WHAT not in reading.vocabulary or number == 0:
        return False
    first, last = clauses.chunks[number - 1].last, clauses.chunks[number].first
    return _WHAT in reading.sentence.norms[first:last]


def _is_hedged(reading: Reading, number: int, verb: int) -> bool:
    """Whether an adverb of doubt stands before "by", or in or right before the verb."""
    clauses, norms = reading.clauses, reading.sentence.norms
    doubting = noun_classes()["doubting"]
    is_by = number > 1 and clauses.first_words[number - 1] == _BY
    if is_by and norms[clauses.chunks[number - 1].first - 1] in doubting:
        return True
    if clauses.kinds[verb] not in "VX":
        return False
    group = clauses.chunks[verb]
    return not doubting.isdisjoint(norms[max(group.first - 1, 0) : group.head])


def _is_believed_behind(reading: Reading, number: int, verb: int) -> bool:
    """As in "was killed by rebels, his friends suspect", "it is thought"."""
    clauses = reading.clauses
    at = clauses.kinds.find(",N", max(number, verb))
    if at < 0 or clauses.kinds[at + 2 : at + 3] not in {"V", "X"}:
        return False
    is_it = clauses.head_words[at + 1] in IT_THIS_THAT
    told = at + 2 + (is_it and clauses.kinds[at + 3 : at + 4] == "J")  # "it is | alleged"
    head = clauses.head_words[told]
    ends = clauses.kinds[told + 1 : told + 2] in {"", ".", ","}
    is_said = is_it or not clauses.chunks[told].passive
    classes = noun_classes()
    return ends and is_said and head in classes["believing"] | classes["presuming"]


def guessed_doers(draft: Draft) -> Iterator[Filler]:
    """Who doers may be: "by gunmen, presumably rebels", "by two men, probably of the Front"."""
    if not draft.reading.signs & _HEDGING:
        return
    for filler in draft.by_role("perpetrator"):
        guessed = _guessed_beside(draft.reading, filler.nominal)
        if guessed is not None:
            yield Filler("perpetrator", guessed, None, "said", Certainty.SUSPECTED)


def _guessed_beside(reading: Reading, doer: Nominal) -> Nominal | None:
    clauses = reading.clauses
    at = clauses.at_token[doer.last - 1] + 1
    if clauses.kinds[at : at + 2] != ",A":
        return None
    if clauses.head_words[at + 1] not in noun_classes()["doubting"]:
        return None
    at += 2
    if clauses.kinds[at : at + 1] == "P" and clauses.first_words[at] in _BELONGING:
        at += 1
    if clauses.kinds[at : at + 1] != "N":
        return None
    guessed = reading.nominal(at)
    return guessed if guessed.fillers & {"armed", "organisation", "person"} else None
