"""Whether a group of drafts asserts an act of its own, and does not only name one."""

from coder.discourse.acts import Act
from coder.events.drafts import Draft, Filler
from coder.events.hanging import is_behind_linking_noun
from coder.events.roles.doers import is_of_doer
from coder.events.status.charges import is_blamed
from coder.events.status.presupposed import is_definite_act, names_persons, names_whom
from coder.events.support import is_behind_label
from coder.lexicon.closed import ME_US
from coder.lexicon.words import noun_classes
from coder.rules.model import HARMS
from coder.values.labels import EventType, Modality, Recency, Scope, TimexType
from coder.values.mentions import TimeExpression

_SCENES = frozenset({"scene", "site", "aftermath", "survivors", "wreckage"})
POINTS = frozenset({TimexType.DATE, TimexType.TIME})
_NO_DAYS = frozenset({"FUTURE_REF", "PRESENT_REF", "PAST_REF"})  # "soon", "now", "recently"
_BACK = ("that ", "the same ", "the following ", "the next ")
_FEW = 20
_ON = ("later", "earlier")
_TELLERS = ME_US | {"i", "we"}
_TELLING = frozenset({"told", "tell", "tells", "telling", "informed", "informs", "notified"})
_DENIED = frozenset({Modality.NEGATED, Modality.DENIED})


def is_day_told(time: TimeExpression) -> bool:
    """Whether a time is a day or an hour by its own words, and none counted from what was told."""
    return time.type in POINTS and time.value not in _NO_DAYS and not is_counted_on(time)


def is_counted_on(time: TimeExpression) -> bool:
    """As in "that night", "the next morning", "seconds later": from a time told before."""
    if time.value is not None or time.first is not None or time.last is not None:
        return False
    words = time.text.lower()
    return words.startswith(_BACK) or words.endswith(_ON)


def stands_alone(group: Act) -> bool:
    """Whether the words assert an act of their own, and do not only name one."""
    main = group.main
    if all(draft.support == "dependent" for draft in group.drafts):
        return False
    if main.support != "verb" and is_behind_label(main.reading, main.chunk):
        return True
    if not any(_is_grounded(draft) for draft in group.drafts):
        return False
    if main.modality in _DENIED and main.support != "verb" and not _names_anybody(main):
        return False  # "investigators ruled out an explosion"
    if any(draft.support not in {"bare", "dependent"} for draft in group.drafts):
        return not (len(group.drafts) == 1 and _is_in_question(main))
    return _is_told_by_nouns(group)


def _is_told_by_nouns(group: Act) -> bool:
    """Whether nouns without a verb tell an act: by whom they name, with a day or a place."""
    main = group.main
    if len(group.drafts) > 1 and not all(_completes_noun(draft) for draft in group.drafts):
        return True
    if _completes_noun(main):
        return False
    has_time = _is_dated(main)
    typed = {
        filler.role
        for filler in main.fillers
        if not filler.is_unknown and filler.role != "instrument"
    }
    if main.scope is Scope.SERIES and not has_time:
        return any(map(names_persons, group.drafts)) or any(map(_counts_what_was_hit, group.drafts))
    if any(names_whom(draft) for draft in group.drafts):
        return True
    if main.recency is Recency.BACKGROUND and is_definite_act(main) and main.by_role("victim"):
        return True  # "charged with the murder of a shopkeeper"
    return len(typed) > 1 or (bool(typed) and (has_time or bool(main.places)))


def _counts_what_was_hit(draft: Draft) -> bool:
    """As in "the attacks on two mosques", "the murders of two nuns": no kind of act, nor a sum."""
    return names_whom(draft) and any(
        filler.nominal.quantity is not None and 0 < (filler.nominal.quantity.best or 0) <= _FEW
        for filler in draft.fillers
        if filler.role in {"target", "victim"}
    )


def _is_in_question(draft: Draft) -> bool:
    """As in "could never find who killed her": the act is taken for known, and has no day."""
    if "who" not in draft.reading.vocabulary or draft.places or draft.by_role("instrument"):
        return False
    clauses = draft.reading.clauses
    at = draft.chunk - 1
    return (
        at > 0
        and clauses.kinds[at] == "W"
        and clauses.first_words[at] == "who"
        and clauses.head_words[at - 1] in noun_classes()["finding"]
        and not any(map(is_day_told, draft.times))
    )


def _names_anybody(draft: Draft) -> bool:
    return bool(draft.claims) or any(not filler.is_unknown for filler in draft.fillers)


def _completes_noun(draft: Draft) -> bool:
    """As in "with the support of air strikes": the noun says what another noun is about."""
    clauses = draft.reading.clauses
    at = draft.chunk - 1
    if clauses.kinds[at - 1 : at + 1] != "NP":
        return False
    if clauses.first_words[at] != "of":
        return False
    if is_of_doer(draft.reading, draft.chunk) or _is_told_or_blamed(draft, at):
        return False
    if is_behind_linking_noun(draft.reading, draft.chunk):
        return False
    norm = clauses.head_words[at - 1]
    if norm in noun_classes()["harmed"] or norm in _SCENES:
        return False  # "the victims of Sunday's attack on a market"
    return "event" not in draft.reading.nominal(at - 1).fillers


def _is_told_or_blamed(draft: Draft, preposition: int) -> bool:
    """As in "accused the police of the murder", "told reporters of the murder"."""
    if is_blamed(draft.reading, draft.chunk, draft.governor):
        return True
    clauses = draft.reading.clauses
    verb = preposition - 2
    return verb >= 0 and clauses.kinds[verb] in "VXGI" and clauses.head_words[verb] in _TELLING


def _is_grounded(draft: Draft) -> bool:
    """Whether anything is told beyond pronouns: a party, a number, a place or a day.

    "The funeral ended in riots" needs no more: a crowd is party to every riot.
    """
    return (
        bool(draft.claims)
        or bool(draft.places)
        or _is_dated(draft)
        or any(not filler.is_unknown or _is_teller(draft, filler) for filler in draft.fillers)
        or (draft.type is EventType.RIOT and draft.support in {"light", "occurrence"})
    )


def _is_teller(draft: Draft, filler: Filler) -> bool:
    """As in "they shot me in the leg": who tells it is known without a name, and lives."""
    is_hurt = filler.effect in HARMS and filler.effect != "killed"
    return is_hurt and draft.head_word(filler) in _TELLERS


def _is_dated(draft: Draft) -> bool:
    """Whether a day or hour is told, also one that cannot be resolved without the report's date."""
    # "the killings during the past three days of A and B": days known, if not which of them
    return any(time.type in POINTS or time.first is not None for time in draft.times)
