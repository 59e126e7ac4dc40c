"""Acts that a text takes for granted: "condemned the murder of the two nuns", "the attack"."""

from coder.events.drafts import Draft
from coder.events.roles.doers import is_of_doer
from coder.events.roles.names import is_person_name
from coder.events.roles.nominals import Nominal
from coder.events.roles.slots import AIMED
from coder.events.senses.sufficing import is_of_day
from coder.events.senses.violence import is_violent
from coder.grammar.relatives import COMMITTED
from coder.lexicon.closed import A_OR_ONE, HIS_HER_THEIR, KNOWN
from coder.lexicon.words import noun_classes
from coder.values.mentions import TimeExpression

BACK = KNOWN - HIS_HER_THEIR  # "his killing" may be news
ANEW = frozenset(
    {
        "another",
        "separate",
        "separately",
        "elsewhere",
        "second",
        "third",
        "meanwhile",
        "similar",
        "other",
    }
)

_ABOUT = (("against",), ("over",))
_GO, _UNANSWERED = "go", (("unanswered",), ("unpunished",), ("unavenged",), ("unnoticed",))
_SINCE = frozenset({"after", "following", "since", "despite"})


def names_whom(draft: Draft) -> bool:
    """As in "condemned the murder of the two nuns": one act, and who was harmed is told.

    Whoever speaks of it takes for granted that it happened.
    """
    if not is_violent(draft.type) or _is_predicate(draft):
        return False
    if draft.construction == "nominal" and is_of_day(draft.reading, draft.chunk):
        return True
    is_known = is_definite_act(draft) or _is_dated_act(draft)
    return any(
        (filler.effect is not None and is_person_name(filler.nominal))
        or (is_known and (_is_particular(draft, filler.nominal) or is_person_name(filler.nominal)))
        for filler in draft.fillers
        if filler.effect is not None or (filler.role == "target" and filler.via in AIMED)
    )


def is_taken_for_granted(draft: Draft) -> bool:
    """Whether nothing asserts the act: the text only names it as one that has happened."""
    return draft.support == "bare" and names_whom(draft)


def is_looked_into(draft: Draft) -> bool:
    """As in "the killing of two farmers must be investigated", "will not go unpunished"."""
    verb = draft.governor
    if verb is None:
        return False
    group, norms = draft.reading.clauses.chunks[verb], draft.reading.sentence.norms
    is_answered = norms[group.head] == _GO and norms[group.last : group.last + 1] in _UNANSWERED
    is_inquired = norms[group.head] in noun_classes()["inquiring"] and names_whom(draft)
    return is_inquired or (is_answered and is_violent(draft.type))


def is_told_as_done(draft: Draft) -> bool:
    """As in "the killing on Monday will not go unpunished": it happened, whatever is to come."""
    return is_taken_for_granted(draft) or is_looked_into(draft)


def names_persons(draft: Draft) -> bool:
    """As in "the murders of Judge Obi and Senator Bala": whom several acts harmed, by name."""
    return names_whom(draft) and any(
        filler.effect is not None and is_person_name(filler.nominal) for filler in draft.fillers
    )


def _is_predicate(draft: Draft) -> bool:
    """As in "it would be the first attack on them": said of something, not taken for granted."""
    if draft.governor is None:
        return False
    reading = draft.reading
    kinds = reading.clauses.kinds
    if kinds[draft.chunk - 1 : draft.chunk] == "P":
        return False  # "those who are responsible for the murder"
    if ",C" in kinds[draft.governor : draft.chunk]:
        return False  # "ties have been poor, and the murder of A weighs on them"
    return reading.tags[reading.clauses.chunks[draft.governor].head] == "B"


def _is_particular(draft: Draft, nominal: Nominal) -> bool:
    """Persons or things that are one or counted, or known to the reader: no kind of them.

    "Another congressman" is one more, after those of whom the reader knows; "a missionary in
    Timbuktu" is one of whom a place is known.
    """
    if nominal.actor is None and nominal.target is None:
        return False
    return (
        nominal.is_definite
        or (nominal.quantity is not None and nominal.quantity.best is not None)
        or draft.reading.sentence.norms[nominal.first] == "another"
        or (bool(draft.places) and draft.reading.sentence.norms[nominal.first] in A_OR_ONE)
        or is_of_doer(draft.reading, draft.chunk)
        or _is_charge(draft)
        or _is_judged(draft, nominal)
    )


def _is_judged(draft: Draft, nominal: Nominal) -> bool:
    """As in "condemned the murder of a nurse": of one person, and nobody judges what may come.

    Nor does anybody stop work after what may come: "a strike following the murder of a nurse".
    """
    clauses = draft.reading.clauses
    if draft.reading.sentence.norms[nominal.first] not in A_OR_ONE:
        return False
    if "person" not in nominal.fillers and "crowd" not in nominal.fillers:
        return False
    if clauses.first_words[max(draft.chunk - 1, 0)] in _SINCE:
        return clauses.kinds[draft.chunk - 1 : draft.chunk] == "P"
    governor = draft.governor
    return governor is not None and clauses.head_words[governor] in noun_classes()["judging"]


def _is_charge(draft: Draft) -> bool:
    """As in "arrested for the murder of a clerk": the law takes nobody for what did not happen."""
    if draft.governor is None:
        return False
    reading = draft.reading
    head = reading.clauses.chunks[draft.governor].head
    return reading.sentence.norms[head] in noun_classes()["taken_for"]


def is_definite_act(draft: Draft) -> bool:
    """Whether the noun of an act says that the reader knows it ("the attack", "Monday's blast")."""
    norms = draft.reading.sentence.norms
    group = draft.reading.clauses.chunks[draft.chunk]
    if draft.construction != "nominal":
        return False
    return (norms[group.first] in BACK or is_of_day(draft.reading, draft.chunk)) and not any(
        norm in ANEW for norm in norms[group.first : group.last]
    )


def _is_dated_act(draft: Draft) -> bool:
    """As in "the 16 May assassination": known by its day, be it told before or not."""
    chunks = draft.reading.clauses.chunks
    before = chunks[max(draft.chunk - 1, 0)]
    return (
        draft.construction == "nominal"
        and before.kind == "t"
        and draft.reading.sentence.norms[before.first] in BACK
    )


def is_said_of_known(draft: Draft) -> bool:
    """As in "denied shooting the two farmers found dead": what befell them is not denied."""
    return draft.construction == "participle" and any(
        filler.effect is not None
        and filler.nominal.is_definite
        and filler.nominal.chunk == draft.chunk - 1
        for filler in draft.fillers
    )


def is_protested(draft: Draft) -> bool:
    """As in "marched against the killing of A", "a strike over the arrest of B": what it is about.

    An act with a day or a named victim of its own is news beside the protest.
    """
    reading = draft.reading
    if (
        draft.support == "verb"
        or noun_classes()["protest"].isdisjoint(reading.vocabulary)
        or names_persons(draft)
    ):
        return False
    norms, clauses = reading.sentence.norms, reading.clauses
    group = clauses.chunks[draft.chunk]
    before = norms[clauses.chunks[clauses.clause(draft.chunk)[0]].first : group.first]
    return (
        before[-1:] in _ABOUT
        and not noun_classes()["protest"].isdisjoint(before)
        and not any(_is_own_day(draft, time) for time in draft.times)
    )


def _is_own_day(draft: Draft, time: TimeExpression) -> bool:
    """As in "against Sunday's killing", "protesting the attack carried out yesterday"."""
    clauses = draft.reading.clauses
    number = draft.reading.chunk_of(time)
    words = draft.reading.sentence.norms[draft.last : clauses.chunks[number].first]
    return number == draft.chunk or not COMMITTED.isdisjoint(words)
