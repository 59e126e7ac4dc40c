"""Acts told in a clause of time or place: "killed when gunmen raided", "at a club, where 82 were".

In: two drafts of one sentence. Out: whether the clause tells how, when or where the other happened.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.senses.violence import is_outcome
from coder.events.together.sequels import SEQUEL
from coder.lexicon.closed import A_OR_ANOTHER, KNOWN, WAS_WERE, WHILE
from coder.rules.model import HIT_ROLES
from coder.values.events import CROWD_TYPES, class_of
from coder.values.kinds import ARMED_GROUPS, REMOTE, SOLDIERS_AND_POLICE
from coder.values.labels import EventClass, EventType

_AFTER = frozenset({"after", "following"})
_WHEN = frozenset({"when", "as"})
_FIRE = frozenset({EventType.ARMED_ATTACK, EventType.ARMED_CLASH, EventType.BOMBING})
_ONCE = frozenset({"after", "when", "as", "once"})
_CLASSES = frozenset({EventClass.VIOLENCE, EventClass.DEMONSTRATION})
_SIDES = 2
_ATTACKERS = frozenset({"attackers", "assailants", "raiders"})


def is_what_befell(draft: Draft) -> bool:
    """A passive without a doer: "a guard was killed, two shops were burned"."""
    return draft.construction == "passive" and not draft.by_role("perpetrator")


def did_harm_by(one: Draft, other: Draft) -> bool:
    """As in "killed nine marchers when they fired into the crowd": how those who did it did it."""
    return one.frame.does_harm and did_by_those(one, other)


def did_by_those(one: Draft, other: Draft) -> bool:
    """Whether a pronoun for those who did one act stands for who did the other."""
    doers = {filler.nominal.chunk for filler in one.by_role("perpetrator")}
    return any(
        filler.antecedent is not None
        and filler.antecedent[0] is one.reading
        and filler.antecedent[1].chunk in doers
        for filler in other.by_role("perpetrator")
    )


def happened_when(one: Draft, other: Draft) -> bool:
    """As in "... when insurgents raided the town": the act told behind "when" or "as"."""
    clauses = other.reading.clauses
    left, _ = clauses.clause(other.chunk)
    if not left or one.first > other.first:
        return False
    if not (
        other.by_role("perpetrator")
        or (one.support == "occurrence" and other.by_role("instrument"))
    ):
        return False
    return clauses.first_words[left - 1] in _WHEN


def befell_after(one: Draft, other: Draft) -> bool:
    """As in "a guard was shot dead after gunmen stormed a post": how it came about.

    Not where they fell who attacked, who killed others before, or at another place or day.
    """
    clauses = other.reading.clauses
    left, _ = clauses.clause(other.chunk)
    doers = other.by_role("perpetrator") + other.by_role("participant")
    return (
        one.chunk < left
        and clauses.first_words[left - 1] == "after"
        and is_what_befell(one)
        and class_of(one.type) is EventClass.VIOLENCE
        and class_of(other.type) in _CLASSES
        and bool(doers)
        and all(item.antecedent is None and not _is_gunman(item.nominal) for item in one.fillers)
        and all(item.antecedent is None for item in doers)
        and not other.claims
        and not (one.times and other.times)
    )


def _is_gunman(hit: Nominal) -> bool:
    """Whether those hit are armed people of no state, as those who attacked may be."""
    return hit.actor is not None and hit.actor.type in ARMED_GROUPS


def happened_as(draft: Draft, number: int) -> bool:
    """As in "shot dead as he left Mass on Sunday, and the Front claimed it the next day".

    Whether a time stands in a clause of time behind an act, and in no sentence coordinated to it.
    """
    clauses = draft.reading.clauses
    between = clauses.kinds[draft.chunk + 1 : number]
    opened = next((at for at, kind in enumerate(between) if kind in "PUC:;"), -1)
    if number <= draft.chunk or opened < 0 or any(mark in between for mark in ("C", ":", ",W")):
        return False
    return clauses.first_words[draft.chunk + 1 + opened] in _WHEN


def happened_where(one: Draft, other: Draft) -> bool:
    """As in "the worst attack was at a club, where 82 were shot dead": one place, no other day."""
    clauses = other.reading.clauses
    left, _ = clauses.clause(other.chunk)
    if 0 < left > one.chunk and _is_in_act(one, left - 1):
        own = [time for time in other.times if time not in one.times]
        return not own and other.modality is one.modality
    if not left or one.chunk >= left or other.times or other.modality is not one.modality:
        return False
    opening = clauses.chunks[left - 1]
    if opening.kind != "W" or other.reading.sentence.norms[opening.first] != "where":
        return False
    where = set(clauses.antecedent(left - 1))
    hit = {filler.nominal.chunk for filler in one.fillers}
    return not where.isdisjoint(hit)


def _is_in_act(one: Draft, relative: int) -> bool:
    """As in "the attack on a bar in Gao, in which a grenade was thrown": the noun is meant."""
    clauses = one.reading.clauses
    if not clauses.kinds.endswith("PW", 0, relative + 1):
        return False
    words = clauses.first_words[relative - 1], clauses.first_words[relative]
    between = range(one.last, clauses.chunks[relative].first)
    return (
        one.construction == "nominal"
        and words in _IN_WHICH
        and one.reading.event_heads.isdisjoint(between)
    )


_IN_WHICH = frozenset({("in", "which"), ("during", "which")})


def who_came(reading: Reading, verb: int, told: Callable[[str], bool]) -> list[int]:
    """As in "was killed as gunmen entered the house": armed people whose coming was the act.

    Only where their verb is no violence of its own (``told``), and where those harmed are not of
    their own side.
    """
    clauses = reading.clauses
    kinds, norms = clauses.kinds, reading.sentence.norms
    at = verb + 1
    while kinds[at : at + 1] in {"t", "A", "J"} or kinds[at : at + 2] in {"PN", "Pt"}:
        if clauses.first_words[at] in _WHEN:
            break
        at += 2 if kinds[at] == "P" else 1
    if kinds[at : at + 2] not in {"UN", "PN"}:
        return []
    verb_at = at + 2
    while kinds[verb_at : verb_at + 2] == "PN":  # "when men in police uniform moved in"
        verb_at += 2
    if kinds[verb_at : verb_at + 1] not in {"V", "X"}:
        return []
    came = clauses.chunks[verb_at]
    if clauses.first_words[at] not in _WHEN or came.passive or told(norms[came.head]):
        return []
    doer = reading.nominal(at + 1)
    if "armed" not in doer.fillers or doer.actor is None:
        return []
    harmed = (reading.nominal(number).actor for number in clauses.subject(verb))
    own = SOLDIERS_AND_POLICE if doer.actor.type in SOLDIERS_AND_POLICE else {doer.actor.type}
    is_own_side = any(actor is not None and actor.type in own for actor in harmed)
    return [] if is_own_side else [at + 1]


def befell_one_of_them(one: Draft, other: Draft) -> bool:
    """As in "they were attacked by robbers and he was shot dead": harm with no doer of its own."""
    kinds = other.reading.clauses.kinds
    return (
        bool(one.by_role("perpetrator"))
        and is_what_befell(other)
        and "R" in "".join(other.reading.tags[item.nominal.head] for item in other.fillers)
        and not other.times
        and kinds[one.chunk + 1 : other.chunk].endswith("CN")
    )


def have_own_causes(one: Draft, other: Draft) -> bool:
    """As in "the bombing follows raids after 25 were killed in several bombings": of those only."""
    norms = one.reading.sentence.norms
    causes, others = (_causes_of(draft) for draft in (one, other))
    return (
        bool(causes and others)
        and (one.frame.tells_outcome or other.frame.tells_outcome)
        and set(causes).isdisjoint(others)
        and not SEQUEL.isdisjoint(norms[one.last : other.first])
    )


def is_of_other_subject(one: Draft, other: Draft) -> bool:
    """As in "an ambush that killed ten and a bombing that hurt four": the dead are the ambush's."""
    early, late = sorted((one, other), key=lambda draft: draft.chunk)
    clauses = late.reading.clauses
    at = late.chunk if late.construction == "nominal" else min(late.causes, default=0)
    is_joined = clauses.kinds[at - 1 : at + 1] == "CN" and early.chunk < at
    if not is_joined or clauses.first_words[at] not in A_OR_ANOTHER or at in early.causes:
        return False
    if early.construction == "nominal":
        return "W" in clauses.kinds[early.chunk : at]
    return early.frame.tells_outcome and bool(early.causes)


def fell_in_own_fight(one: Draft, other: Draft) -> bool:
    """As in "nine died when a mine went off, and the rebels say they lost four in clashes": two.

    "In the clashes" would tell of the fight before.
    """
    early, late = sorted((one, other), key=lambda draft: draft.chunk)
    clauses = late.reading.clauses
    mark = clauses.kinds.find(",C", early.chunk, late.chunk)
    if mark < 0 or early.chunk in late.causes:
        return False
    if late.frame.tells_outcome or late.causes:
        fight = min(late.causes, default=-1)
        whom, before = (it.subjects or tuple(clauses.subject(it.chunk)) for it in (late, early))
        is_anew = fight > late.chunk and bool(whom) and whom[0] > mark and whom != before
    else:
        fight = late.chunk
        is_anew = early.type in REMOTE and late.type is EventType.ARMED_CLASH
    return is_anew and clauses.first_words[fight] not in KNOWN


def broke_out_beside(one: Draft, other: Draft) -> bool:
    """As in "two died in a blast and clashes erupted between gunmen and the army": a fight apart.

    Those who died have another cause of their own; "the clashes" would be told before.
    """
    early, late = sorted((one, other), key=lambda draft: draft.chunk)
    clauses = late.reading.clauses
    has_cause = late.chunk not in early.causes and bool(
        early.causes or early.by_role("instrument") or early.by_role("perpetrator")
    )
    return (
        has_cause
        and early.frame.tells_outcome
        and late.type is EventType.ARMED_CLASH
        and late.support in {"occurrence", "bare"}
        and bool(late.fillers)
        and clauses.kinds[max(late.chunk - 1, 0)] == "C"
        and clauses.first_words[late.chunk] not in KNOWN
    )


def _causes_of(draft: Draft) -> list[int]:
    """The chunks of the acts that did it; of the noun of an act, its own."""
    is_act = draft.construction == "nominal" and not draft.frame.tells_outcome
    return [draft.chunk] if is_act else draft.causes


def words_of_scene(early: Draft, late: Draft) -> Iterator[int]:
    """The words for what harmed in "hurt in another blast when a mine went off"."""
    clauses = early.reading.clauses
    for chunk in early.causes:
        if "U" in clauses.kinds[chunk : late.chunk] and early.chunk < chunk:
            yield from range(clauses.chunks[chunk].first, clauses.chunks[chunk].last)


def settle_scene(drafts: Sequence[Draft]) -> None:
    """As in "troops were withdrawing when rebels fired", "ambushed a unit deployed for the poll".

    What forces were doing, or had been sent for, when an act of violence met them is no news. Nor
    is how the attackers came and went: "the attackers are said to have crossed into A".
    """
    moves = [draft for draft in drafts if draft.type is EventType.MILITARY_OPERATION]
    blows = [d for d in drafts if class_of(d.type) is EventClass.VIOLENCE] if moves else ()
    for draft in drafts:
        if draft.subtype == "raid_search":
            settle_raid(draft, drafts)
    for draft in moves:
        if blows and (_was_going_on(draft) or any(_says_whom(draft, blow) for blow in blows)):
            draft.put_behind("what was going on when it happened")
        elif _is_by_attackers(draft):
            draft.put_behind("how the attackers of a known act came or went")
        elif draft.subtype == "siege_blockade" and any(_met_fire(draft, blow) for blow in blows):
            draft.put_behind("the cordon in which they fought")
        elif draft.subtype == "withdrawal" and _gave_it_up(draft, drafts):
            draft.put_behind("who took over is told")


def settle_raid(raid: Draft, drafts: Sequence[Draft]) -> None:
    """As in "a gun battle erupted after police raided a house on Monday": how the fight began.

    The day, and who came, are those of the fight.
    """
    clauses = raid.reading.clauses
    left, _ = clauses.clause(raid.chunk)
    if not left or clauses.first_words[left - 1] not in _ONCE or raid.claims:
        return
    for fight in drafts:
        is_it = fight.type is EventType.ARMED_CLASH and fight.support == "occurrence"
        if is_it and fight.chunk < left and raid.recency is fight.recency:
            raid.put_behind("how the fight began")
            fight.times = fight.times or raid.times
            if len(fight.by_role("participant")) < _SIDES:
                fight.fillers += [
                    replace(item, role="participant") for item in raid.by_role("perpetrator")
                ]
            return


def _met_fire(draft: Draft, blow: Draft) -> bool:
    """As in "police cordoned off a house, whereupon militants inside opened fire".

    And in "the fighting began when troops surrounded a house".
    """
    sealed = draft.by_role("target") + draft.by_role("territory")
    return (
        blow.type in _FIRE
        and (blow.type is EventType.ARMED_CLASH or bool(blow.by_role("perpetrator")))
        and blow.subjects != draft.subjects
        and blow.countable
        and bool(sealed)
        and all(item.nominal.place is None for item in sealed)
    )


def _gave_it_up(draft: Draft, drafts: Sequence[Draft]) -> bool:
    """As in "the town was back in army hands after the rebels withdrew" (codebook 2.12, 10)."""
    clauses = draft.reading.clauses
    norms = draft.reading.sentence.norms
    left, _ = clauses.clause(draft.chunk)
    before = {norms[group.first] for group in clauses.chunks[max(left - 1, 0) : draft.chunk]}
    return not before.isdisjoint(_ONCE) and any(
        it.type is EventType.TERRITORIAL_CHANGE and it.chunk < draft.chunk for it in drafts
    )


def _is_by_attackers(draft: Draft) -> bool:
    """As in "the attackers crossed": those of an act told before."""
    norms = draft.reading.sentence.norms
    return any(
        filler.antecedent is None
        and filler.nominal.is_definite
        and norms[filler.nominal.head] in _ATTACKERS
        for filler in draft.by_role("perpetrator")
    )


def _was_going_on(draft: Draft) -> bool:
    """As in "was withdrawing when", "as they were pulling out": the verb has no end of its own."""
    reading = draft.reading
    group = reading.clauses.chunks[draft.chunk]
    norms = reading.sentence.norms
    return (
        draft.support == "verb"
        and norms[group.first] in WAS_WERE
        and norms[group.head].endswith("ing")
        and not WHILE.isdisjoint(reading.vocabulary)
    )


def _says_whom(draft: Draft, blow: Draft) -> bool:
    """As in "attacked guards deployed at the depot": the participle only says whom."""
    if draft.construction != "participle":
        return False
    if (
        draft.reading.clauses.kinds[draft.chunk - 1] == ","
    ):  # "with members of the B, deployed in A"
        first = draft.reading.clauses.chunks[draft.chunk - 1].first
        return any(item.nominal.last == first for item in blow.fillers)
    return any(
        item.role in HIT_ROLES and item.nominal.chunk == draft.chunk - 1 for item in blow.fillers
    )


def answers_what_others_did(one: Draft, other: Draft) -> bool:
    """As in "soldiers burned huts after an ambush that killed two": others killed, and they answer.

    Likewise "after rebels killed two". Who is hit first and dies behind "after" is of one act.
    """
    if one.chunk > other.chunk or is_outcome(one) or not is_outcome(other):
        return False
    if other.construction == "gerund" or not one.by_role("perpetrator"):
        return False
    if one.type in CROWD_TYPES:
        return False  # "Police fired tear gas at marchers after a stone injured one of them"
    norms, clauses = one.reading.sentence.norms, one.reading.clauses
    at = next((at for at in range(one.last, other.first) if norms[at] in _AFTER), 0)
    behind = clauses.at_token[at + 1]
    if at == 0 or clauses.kinds[behind : behind + 1] != "N" or behind in one.subjects:
        return False
    if clauses.kinds[behind + 1 : other.chunk].endswith("W"):
        return clauses.chunks[behind].head in one.reading.event_heads
    return behind in other.subjects and any(it.nominal.chunk == behind for it in other.fillers)
