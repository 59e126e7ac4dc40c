"""Modality, recency and scope of a draft, by what governs and surrounds its trigger.

Scope decides, not the mere presence of a word: a cue counts only where it stands in the trigger's
own verb group, in the verb that governs it, in its clause, or in its own noun group.
"""

from collections.abc import Iterator
from datetime import date

from coder.events.counts.claims import tells_nobody, zero_claims
from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.devices import is_dud
from coder.events.roles.nominals import is_rank
from coder.events.senses.aims import is_purpose, is_talked_over, is_wanted
from coder.events.senses.sufficing import is_of_day
from coder.events.status.charges import charge_on
from coder.events.status.conditions import condition_cues
from coder.events.status.cues import STANDING, cues_of_passive, cues_of_word, noun_cues, word_cues
from coder.events.status.framed import framing_cues
from coder.events.status.governors import (
    aim_over,
    carried_out,
    governor_of,
    is_under_way,
    row_opening,
    verb_of_opening,
)
from coder.events.status.matrix import (
    STEMMING,
    is_called_untrue,
    is_not_denied,
    recalling_cues,
    said_wrongly,
)
from coder.events.status.openings import opening_cues
from coder.events.status.presupposed import (
    is_definite_act,
    is_looked_into,
    is_protested,
    is_taken_for_granted,
)
from coder.events.status.recency import is_dated, settle_recency
from coder.events.status.scope import settle_scope
from coder.events.status.unreal import is_not_stopped, unreal_cues
from coder.grammar.chunks import Chunk
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.rules.model import HARMS
from coder.rules.ruleset import RuleSet
from coder.values.kinds import INTENDED, OF_DAYS
from coder.values.labels import EventType, Modality

_MAX_GOVERNORS = 3
_CAN = frozenset({"can", "could"})  # "could be seen beating a man"
_GUESSING = frozenset({"may", "might", "could", "must"})
_RANK_WINDOW = 4
_MARKED = "marked"
_MODAL_KINDS = {
    "will": "planned",
    "'ll": "planned",
    "shall": "planned",
    "would": "hypothetical",
    "'d": "hypothetical",
    "could": "hypothetical",
    "may": "hypothetical",
    "might": "hypothetical",
    "can": "hypothetical",
    "should": "hypothetical",
    "must": "hypothetical",
}
_WERE_TO_HAVE = frozenset({("was", "to", "have"), ("were", "to", "have")})
_TALKING = ("discuss", "debat")
_REPROVING = ("reject", "repudiat")
_ON_AND_OFF = frozenset({"sporadic", "intermittent", "occasional"})
_WHOEVER = "whoever"
_UNDONE = frozenset({Modality.ATTEMPTED, Modality.FOILED, Modality.PLANNED, Modality.THREATENED})
_IS = frozenset({"is", "are", "gets", "get"})
# Of cues that reach a trigger the first kind in this order decides the modality.
_MODALITY_ORDER = (
    ("negated", Modality.NEGATED),
    ("denied", Modality.DENIED),
    ("hypothetical", Modality.HYPOTHETICAL),
    ("threatened", Modality.THREATENED),
    ("planned", Modality.PLANNED),
    ("future", Modality.PLANNED),
    ("foiled", Modality.FOILED),
    ("attempted", Modality.ATTEMPTED),
    ("ongoing", Modality.ONGOING),
)

_MODAL_CUES = frozenset(kind for kind, _ in _MODALITY_ORDER)
_AGREEMENT = EventType.AGREEMENT
_NEVER_HALF_DONE = frozenset({_AGREEMENT, EventType.DISPLACEMENT, EventType.ARREST})
_UNDONE_IF_TRIED = _NEVER_HALF_DONE | {EventType.RELEASE}
_ATTEMPTED, _NEGATED, _ONGOING = Modality.ATTEMPTED, Modality.NEGATED, Modality.ONGOING
_UNTRUE = "untrue"
_CALLED_UNTRUE = sign(_UNTRUE, "inventing", STEMMING | {"made"})
_CHECKING = frozenset({"verify", "verified", "corroborate", "corroborated"})
_HYPOTHETICAL = Modality.HYPOTHETICAL


def settle_status(draft: Draft, rules: RuleSet, reference: date | None) -> None:
    """Set ``modality``, ``recency``, ``scope`` and the number of incidents of a draft."""
    kinds = _kinds_that_hold(draft, rules)
    if _MODAL_CUES.isdisjoint(kinds) and (is_purpose(draft) or is_talked_over(draft)):
        kinds["planned"] = draft.reading.words(draft.first, draft.last)
    if draft.frame.modality is not None:
        draft.modality = draft.frame.modality
    for kind, modality in _MODALITY_ORDER:
        if kind in kinds:
            draft.modality = modality
            draft.status_note = kinds[kind]
            break
    if draft.modality is _ATTEMPTED and draft.type in _UNDONE_IF_TRIED:
        is_failed = kinds.get("attempted", "").startswith("fail") and draft.subtype != "rescue"
        # talks and offers are no agreement, "people trying to flee" are not gone; "failed to
        # surrender", "failed to free a hostage"; a manhunt is no arrest
        if is_failed or draft.type in _NEVER_HALF_DONE or draft.support != "verb":
            draft.modality = _NEGATED if is_failed else Modality.PLANNED
    if draft.subtype == "body_found" and draft.modality is _ATTEMPTED:
        draft.modality = Modality.PLANNED  # "men trying to retrieve the bodies"
    settle_recency(draft, kinds, reference)
    settle_scope(draft, kinds)
    if (draft.modality is _NEGATED or draft.support == "dependent") and tells_nobody(draft):
        draft.modality, draft.support = Modality.OCCURRED, "dependent"
        draft.claims = zero_claims(draft)
    _settle_claims(draft)
    if draft.modality is _ONGOING and is_dated(draft):
        draft.modality = Modality.OCCURRED


def _kinds_that_hold(draft: Draft, rules: RuleSet) -> dict[str, str]:
    """The cue kinds and their words, without those that a presupposed act is free of."""
    kinds = dict(_cue_kinds(draft, rules))
    if not _MODAL_CUES.isdisjoint(kinds) and is_not_stopped(draft):
        kinds = {kind: words for kind, words in kinds.items() if kind not in _MODAL_CUES}
    if kinds.get("habitual") in _ON_AND_OFF and any(it.precision in OF_DAYS for it in draft.times):
        del kinds["habitual"]  # "sporadic clashes on Monday": several, on that day
    if kinds and is_taken_for_granted(draft) and kinds.get("denied") != _UNTRUE:
        kinds = _of_presupposed(draft, rules, kinds)
    return kinds | dict(framing_cues(draft)) | dict(opening_cues(draft))


def _settle_claims(draft: Draft) -> None:
    if draft.modality in _UNDONE:
        draft.claims = []  # "survived an assassination attempt": nobody was killed
    elif draft.modality is _HYPOTHETICAL and draft.frame.tells_outcome:
        # "the chief could have been killed in the raid", which took place
        draft.claims = [claim for claim in draft.claims if claim.quantity or claim.best != 1]


def _cue_kinds(draft: Draft, rules: RuleSet) -> Iterator[tuple[str, str]]:
    """Pairs of cue kind and the words that gave it."""
    reading = draft.reading
    clauses = reading.clauses
    norms = reading.sentence.norms
    yield from _own_verb_cues(draft)
    yield from _governing_cues(draft, rules)
    yield from _cues_of_report(draft, rules)
    yield from condition_cues(draft, rules)
    yield from unreal_cues(draft, rules)
    if _WHOEVER in reading.vocabulary and norms[clauses.chunks[draft.chunk].first - 1] == _WHOEVER:
        yield "hypothetical", _WHOEVER
    is_done = carried_out(reading, draft.chunk) is not None
    for cue, first in word_cues(draft, rules):
        if is_done and cue.kind in INTENDED:
            continue  # "carried out its threat to kill"
        yield cue.kind, " ".join(norms[first : first + len(cue.words)])
    group = clauses.chunks[draft.chunk]
    if group.kind in "NG":
        yield from _cues_beside(draft, rules)
    if clauses.is_left_out(draft.chunk):
        yield "negated", "without"
    if is_protested(draft):
        yield "background", "in protest"
    yield from _cues_of_fillers(draft)


def _cues_of_fillers(draft: Draft) -> Iterator[tuple[str, str]]:
    """What the words for whoever had a part say of the act."""
    reading = draft.reading
    norms = reading.sentence.norms
    group = reading.clauses.chunks[draft.chunk]
    is_present = group.passive and norms[group.first] in _IS
    for filler in draft.fillers:
        if is_present and norms[filler.nominal.first] in STANDING:
            yield "hypothetical", norms[filler.nominal.first]  # "for every rebel who is hanged"
        if filler.nominal.is_zero and filler.effect not in HARMS:
            yield "negated", reading.words(filler.nominal.first, filler.nominal.last)


def _cues_beside(draft: Draft, rules: RuleSet) -> Iterator[tuple[str, str]]:
    """Words beside a noun or gerund; an accusation is one with "of likely dropping bombs" too."""
    if draft.reading.clauses.kinds.startswith("NV", draft.chunk):
        yield from cues_of_passive(draft.reading, rules, draft.chunk)
    is_gerund = draft.reading.clauses.kinds[draft.chunk] == "G"
    is_charged = is_gerund and charge_on(draft.reading, draft.chunk) is not None
    for kind, words in noun_cues(draft, rules):
        if not (is_charged and kind == "hypothetical"):
            yield kind, words


def _own_verb_cues(draft: Draft) -> Iterator[tuple[str, str]]:
    """What the verb that tells the act says of it; "would have died": so nobody did."""
    if draft.support == "verb":
        yield from _verb_cues(draft, draft.chunk)
        yield from _verb_cues(draft, row_opening(draft.reading, draft.chunk))
        yield from _verb_cues(draft, verb_of_opening(draft.reading, draft.chunk))
    elif draft.support in {"light", "occurrence"} and not is_looked_into(draft):
        yield from _verb_cues(draft, draft.governor)
    elif draft.support == "dependent" and draft.reading.clauses.kinds[draft.chunk] == "V":
        cues = _verb_cues(draft, draft.chunk)
        yield from (cue for cue in cues if cue[0] == "hypothetical")
    if draft.reading.clauses.is_left_out(draft.chunk):
        yield "negated", "without"


def _of_presupposed(draft: Draft, rules: RuleSet, kinds: dict[str, str]) -> dict[str, str]:
    """What bears on an act taken for granted: the verb or adjective right before it, no other.

    "Will be tried for the murder of two nuns", "denied any part in the murder": it happened.
    """
    reading = draft.reading
    clauses = reading.clauses
    own: set[str] = {kind for kind, _ in noun_cues(draft, rules)}
    if draft.chunk and clauses.kinds[draft.chunk - 1] in "VXKIG":
        head = clauses.chunks[draft.chunk - 1].head
        own |= {kind for kind, _ in cues_of_word(reading, rules, head, {"governs", "any"})}
        if reading.sentence.norms[head].startswith(_REPROVING):
            own.discard("denied")  # "all parties rejected the murder"
        if reading.sentence.norms[head].startswith(_TALKING) and is_of_day(reading, draft.chunk):
            own.discard("hypothetical")  # "they discussed Monday's attack"
    return {kind: words for kind, words in kinds.items() if kind not in _MODAL_CUES or kind in own}


def _verb_cues(draft: Draft, verb: int | None) -> Iterator[tuple[str, str]]:
    if verb is None:
        return
    reading = draft.reading
    norms = reading.sentence.norms
    group = reading.clauses.chunks[verb]
    if norms[group.first - 1 : group.first + 2] in _WERE_TO_HAVE:
        yield "hypothetical", "to have"  # "the bombing was to have taken place on Sunday"
    is_unchecked = verb != draft.chunk and norms[group.head] in _CHECKING
    is_unchecked = is_unchecked or is_not_denied(reading, verb)
    if not is_unchecked and (group.negated or reading.clauses.kinds[verb - 1 : verb] == "!"):
        kind = "attempted" if verb == draft.chunk and is_dud(draft) else "negated"
        yield kind, reading.words(group.first, group.last)
    if norms[group.first] == "be" and norms[group.first - 1] == "or":
        yield "threatened", "or be"  # "were told to leave or be shot"
    if group.modal is not None:
        word = norms[group.modal]
        modal = _MODAL_KINDS.get(word)
        have = "have" in norms[group.modal : group.head]
        told = word in _GUESSING and (have or _is_ranking(reading, group))
        told = told or (word in _CAN and norms[group.head] in noun_classes()["perception"])
        if told and word == "could" and have and not _is_doer_guessed(draft):
            told = False  # "ten people could have been killed"
        if modal is not None and not told:
            yield modal, reading.words(group.first, group.last)
    subject = reading.clauses.subject(verb)
    doer = reading.nominal(subject[0]) if subject and draft.support == "verb" else None
    if doer is not None and doer.is_negative:
        yield "negated", reading.words(doer.first, doer.last)


def _is_doer_guessed(draft: Draft) -> bool:
    """As in "the kidnapping could have been the work of rebels": who did it, and not whether."""
    by_doer = any(filler.via == "by" for filler in draft.by_role("perpetrator"))
    return by_doer or (draft.support != "verb" and is_definite_act(draft))


def _is_ranking(reading: Reading, group: Chunk) -> bool:
    """As in "the strikes may be the deadliest attack": what is guessed is the rank."""
    if reading.tags[group.head] != "B":
        return False
    behind = reading.sentence.norms[group.last : group.last + _RANK_WINDOW]
    return any(map(is_rank, behind))


def _governing_cues(draft: Draft, rules: RuleSet) -> Iterator[tuple[str, str]]:
    """Verbs whose complement the trigger is: "tried to attack", "foiled an attack"."""
    reading = draft.reading
    clauses = reading.clauses
    number = draft.chunk
    aim = aim_over(reading, number)
    if aim is not None:
        yield from cues_of_word(reading, rules, clauses.chunks[aim].head, {"governs"})
    for _ in range(_MAX_GOVERNORS):
        governor = governor_of(reading, number)
        if governor is None:
            yield from () if draft.times else recalling_cues(reading, rules, number)
            yield from cues_of_passive(reading, rules, number)
            return
        over = carried_out(reading, number)
        if over is not None:
            yield from _verb_cues(draft, over)
            number = over
            continue
        group = clauses.chunks[governor]
        if is_not_denied(reading, governor):
            return
        yield from (
            (kind, words)
            for kind, words in _cues_of_governor(reading, rules, governor, number)
            if kind != "series" or not _counts_people(reading, governor, number)
        )
        if clauses.kinds[number] == "G" and governor == number - 1:
            norm = reading.sentence.norms[group.head]
            if norm in noun_classes()["ceasing"]:
                yield "background", norm  # "stopped shelling": what was done before
        if group.kind == "N":
            yield from ()
        elif governor != number:
            yield from (
                _verb_cues(draft, governor)
                if group.kind in "VXI" and _is_bound(reading, governor, number)
                else ()
            )
        number = governor


def _counts_people(reading: Reading, governor: int, number: int) -> bool:
    """As in "the number of dead in the blast"; "a number of blasts" are several acts."""
    clauses = reading.clauses
    return (
        governor + 2 < number
        and clauses.kinds[governor : governor + 3] == "NPN"
        and clauses.head_words[governor + 2] in noun_classes()["harmed"]
    )


def _cues_of_governor(
    reading: Reading, rules: RuleSet, governor: int, number: int
) -> Iterator[tuple[str, str]]:
    """As in "meant to prevent attacks", "are trying to retake the town": only aims.

    No cue in "the night was marked by clashes": nothing is commemorated.
    """
    group = reading.clauses.chunks[governor]
    if group.passive and governor < number and reading.clauses.head_words[governor] == _MARKED:
        return
    if reading.clauses.kinds[number] == "I" and (wrongly := said_wrongly(reading, governor)):
        yield "denied", wrongly
    for kind, words in cues_of_word(reading, rules, group.head, {"governs", "any", "before"}):
        is_aim = kind == "foiled" and is_wanted(reading, governor)
        is_aim |= kind == "attempted" and is_under_way(reading, governor)
        yield ("hypothetical" if is_aim else kind), words


def _cues_of_report(draft: Draft, rules: RuleSet) -> Iterator[tuple[str, str]]:
    """As in "reports that a boy had been killed were denied": what becomes of what is told."""
    reading = draft.reading
    kinds, chunks = reading.clauses.kinds, reading.clauses.chunks
    if reading.signs & _CALLED_UNTRUE and is_called_untrue(draft):
        yield "denied", _UNTRUE
    left, _ = reading.clauses.clause(draft.chunk)
    if not kinds.endswith("NU", 0, left):
        return
    if reading.clauses.head_words[left - 2] not in noun_classes()["saying_noun"]:
        return
    verb = next((at for at in range(draft.chunk + 1, len(kinds)) if kinds[at] in "VX"), None)
    if verb is not None and not chunks[verb].negated:
        cues = cues_of_word(reading, rules, chunks[verb].head, {"governs"})
        yield from (cue for cue in cues if cue[0] == "denied")


def _is_bound(reading: Reading, governor: int, number: int) -> bool:
    """Whether what governs decides: an infinitive shares the fate of the verb before it."""
    return reading.clauses.kinds[number] == "I" and governor < number
