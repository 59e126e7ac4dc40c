"""Clashes and attacks in words: of office-holders and states, in speeches, in a courtroom.

In: the drafts of one act. Out: whether it is a quarrel. No armed party, no weapon, nobody harmed,
and no crowd but where one of the two sides can only argue.
"""

from collections.abc import Sequence

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.status.war_began import FOUGHT
from coder.grammar.clauses import groups_behind
from coder.lexicon.closed import WITHIN
from coder.lexicon.words import noun_classes
from coder.values.kinds import FIGHTS, OFFICES
from coder.values.labels import EventType

_FEUDING = frozenset({"warfare", "war"})  # "months of trench warfare between ministers and unions"
VERBAL_BLOWS = frozenset(
    {EventType.ARMED_ATTACK, EventType.ARMED_CLASH, EventType.SHELLING, EventType.RIOT}
)
_WAR_OF = ("war", "of")
_SPOKEN_FOR = frozenset({"for", "over", "with"})
_TOPIC = "over"
_AGAINST = ("with", "against")
_ASKING = frozenset({"how", "whether", "who", "what", "which"})


def is_quarrel(drafts: Sequence[Draft]) -> bool:
    """As in "the minister clashed with doctors over pay", "Brussels and London have clashed"."""
    return all(_is_of_words(draft) or _is_lashing(draft) for draft in drafts)


def _is_of_words(draft: Draft) -> bool:
    reading = draft.reading
    norms = reading.sentence.norms
    if draft.type in FIGHTS and not draft.claims and _is_war_of_words(norms):
        return not any(_is_armed(filler.nominal) for filler in draft.fillers)
    if draft.type not in FIGHTS or draft.claims or not _is_sparring(draft):
        return False
    sides = [filler.nominal for filler in draft.fillers]
    sides += [reading.nominal(number) for number in draft.subjects]
    sides += map(reading.nominal, groups_behind(reading.clauses.phrases(draft.chunk), *_AGAINST))
    if not sides or any(map(_is_armed, sides)):
        return False
    arguing = noun_classes()["arguing"]
    if any(
        norms[side.head] in arguing
        or (reading.tags[side.head] == "E" and norms[side.first] in arguing)  # "Judge Ada Lund"
        for side in sides
    ):
        return True
    return all(_is_institution(reading, side) for side in sides) and _has_topic(
        reading, draft.chunk
    )


def _is_sparring(draft: Draft) -> bool:
    """As in "clashed", "trench warfare"; "fought" only where what over is told."""
    norms = draft.reading.sentence.norms
    if norms[draft.first] in noun_classes()["sparring"]:
        return True
    if norms[draft.first] in FOUGHT and draft.support == "verb":
        return _has_topic(draft.reading, draft.chunk)
    return not _FEUDING.isdisjoint(norms[draft.first : draft.last])


def _is_lashing(draft: Draft) -> bool:
    """As in "her blast at the banks", "called it a lynching by the press": told in words."""
    reading = draft.reading
    if draft.claims or reading.clauses.kinds[draft.chunk] != "N":
        return False
    if any(filler.nominal.weapon is not None for filler in draft.fillers):
        return False
    doers = draft.by_role("perpetrator")
    behind = reading.clauses.phrases(draft.chunk)[:1]
    if draft.type is EventType.BOMBING and draft.first == reading.clauses.chunks[draft.chunk].head:
        is_owned = any(it.nominal.last <= draft.first for it in doers)  # "the governor's"
        is_at = any(phrase.preposition == "at" for phrase in behind)
        return is_owned and is_at and not any(_is_armed(it.nominal) for it in doers)
    heads = {reading.clauses.head_words[at] for phrase in behind for at in phrase.groups}
    is_by = any(phrase.preposition == "by" for phrase in behind)
    return is_by and not heads.isdisjoint(noun_classes()["talkers"])


def _is_war_of_words(norms: tuple[str, ...]) -> bool:
    """As in "clashed with managers in a war of words": the sentence says what with."""
    at = norms.index("words") if "words" in norms else 0
    return norms[at - 2 : at] == _WAR_OF


def _is_armed(side: Nominal) -> bool:
    """Whether a side has arms; a state as such ("Britain") may have sent words alone."""
    is_state = side.actor is not None and side.actor.type in OFFICES
    return side.weapon is not None or ("armed" in side.fillers and not is_state)


def _is_institution(reading: Reading, side: Nominal) -> bool:
    """As in "Britain", "the United Nations", but no crowd and no two villages."""
    if "crowd" in side.fillers:
        return False
    if side.actor is not None:
        return side.actor.type in OFFICES
    return "territory" in side.fillers and reading.tags[side.head] == "E"


def _has_topic(reading: Reading, at: int) -> bool:
    """As in "over fishing quotas", "over how to", but not "over Kashmir", "over the border"."""
    norms = reading.sentence.norms
    if _TOPIC in norms and not _ASKING.isdisjoint(norms[norms.index(_TOPIC) + 1 :][:1]):
        return True
    return any(
        phrase.preposition == _TOPIC
        and not any(
            reading.nominal(number).fillers & {"place", "territory"} for number in phrase.groups
        )
        for phrase in reading.clauses.phrases(at)
    )


def is_spoken(draft: Draft) -> bool:
    """As in "attacked the minister in parliament", "came under attack for her remarks"."""
    if draft.type not in VERBAL_BLOWS:
        return False
    reading = draft.reading
    at = draft.chunk if draft.support == "verb" or draft.governor is None else draft.governor
    for number in {draft.chunk, at}:
        for phrase in reading.clauses.phrases(number):
            heads = {reading.clauses.head_words[group] for group in phrase.groups}
            if phrase.preposition in WITHIN and heads & noun_classes()["rostrum"]:
                return True
            if draft.construction == "active" and heads & noun_classes()["on_air"]:
                return True  # "attacked the Pope on live television"
            if phrase.preposition in _SPOKEN_FOR and heads & noun_classes()["grievance"]:
                return True
    return _is_by_speakers(draft) or _is_reproved(draft) or _is_in_speech(draft)


def _is_in_speech(draft: Draft) -> bool:
    """As in "a rant in which he attacked his label"."""
    clauses = draft.reading.clauses
    at = clauses.kinds.rfind("PW", 0, draft.chunk)
    if at < 0 or set(clauses.kinds[at + 2 : draft.chunk]) - set("NA"):
        return False
    before = draft.reading.sentence.norms[: clauses.chunks[at].first]
    return not noun_classes()["rostrum"].isdisjoint(before)


def _is_by_speakers(draft: Draft) -> bool:
    """As in "the opposition leader launched an attack on the minister", "ambushed by a seller"."""
    acting = [filler.nominal.head for filler in draft.by_role("perpetrator")]
    acting = acting or [draft.reading.clauses.chunks[number].head for number in draft.subjects]
    norms = draft.reading.sentence.norms
    return (
        draft.type is EventType.ARMED_ATTACK
        and not draft.claims
        and not any(filler.nominal.target is not None for filler in draft.fillers)
        and bool(acting)
        and all(norms[head] in noun_classes()["speaker"] for head in acting)
    )


def _is_reproved(draft: Draft) -> bool:
    """As in "came under attack for raising the pension age"."""
    clauses = draft.reading.clauses
    _, right = clauses.clause(draft.chunk)
    return any(
        clauses.kinds[number : number + 2] == "PG"
        and clauses.first_words[number] == "for"
        and clauses.head_words[number + 1] in noun_classes()["grievance"]
        for number in range(draft.chunk + 1, right)
    )


def is_blow(draft: Draft) -> bool:
    """As in "attacked the judge from the stand": no crowd, no building, nobody harmed."""
    return (
        draft.type in VERBAL_BLOWS
        and not draft.claims
        and not any(
            "crowd" in filler.nominal.fillers or filler.nominal.target is not None
            for filler in draft.fillers
        )
    )
