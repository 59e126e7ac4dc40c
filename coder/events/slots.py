"""Where things stand around a trigger: subject, object and prepositional phrases.

Active, passive, agentless, participial, infinitive, gerund, relative, coordinated and nominal
constructions all end in the same three slots.
"""

from dataclasses import dataclass, field, replace
from typing import Protocol

from coder.events.cases import is_without_subject, whom_it_opens_on
from coder.events.counted_before import before_place, without_fates
from coder.events.governors import is_presuming
from coder.events.hits import Hit
from coder.events.nominals import LIFELESS, Nominal
from coder.events.owners import groups_inside
from coder.events.reading import Reading
from coder.events.row_agents import agent_in_row, over_aside, over_scene
from coder.events.rows import own_phrases
from coder.grammar.clauses import Phrase
from coder.grammar.relatives import WHO
from coder.lexicon.words import noun_classes
from coder.rules.model import RoleSpec
from coder.values.labels import CaseProfile

_VERBAL_KINDS = "VXKIG"
_WHICH = frozenset({"which", "that"})
AIMED = frozenset({"on", "against"})
_AIMING = AIMED | {"at"}
_PERSONS = frozenset({"person", "name"})
_GROUND = frozenset({"place", "territory"})
_NOBODY = LIFELESS | _GROUND | {"vehicle", "organisation", "facility", "event", "weapon"}
_BEFALLEN = frozenset({"person", "armed", "authority", "crowd"})
_INTO = "into"
_BECOMING = frozenset(
    {"resulted", "resulting", "ended", "turned", "became", "becoming", "stayed", "remained"}
)
_SOURCES = frozenset({"from", "of"})
_LEAVING = frozenset({"event", "armed"})  # what leaves people dead
_GOING_OFF = frozenset({"exploded", "detonated"})


class Governing(Protocol):
    """A frame, as far as the places around its trigger ask; frames of events and of others."""

    @property
    def takes_object(self) -> bool:
        """Whether an active clause of it has an object."""
        ...

    @property
    def tells_outcome(self) -> bool:
        """Whether it tells what came of an act."""
        ...

    @property
    def does_harm(self) -> bool:
        """Whether people come to harm."""
        ...

    def role(self, name: str) -> RoleSpec | None:
        """The role of that name."""
        ...


_RESORTED = "resorted"  # takes its object with "to", which the trigger holds: "resorted to firing"


@dataclass(slots=True)
class Slots:
    """What stands around a trigger. ``modifiers`` are groups inside the noun group of a noun."""

    subject: list[int] = field(default_factory=list)
    object: list[int] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    agent: list[int] = field(default_factory=list)
    modifiers: list[Nominal] = field(default_factory=list)
    construction: str = "active"


def verb_slots(reading: Reading, hit: Hit, frame: Governing) -> Slots | None:
    """Subject, object and phrases of a verb in whatever voice and form it stands."""
    clauses = reading.clauses
    group = clauses.chunks[hit.chunk]
    objects, phrases = _complements(reading, hit)
    if group.passive:
        whom = _who(reading, hit.chunk)
        return _passive(reading, hit, frame, whom, _phrase_of_trigger(reading, hit) + phrases)
    if group.kind in "XK" and not objects and reading.sentence.norms[group.head] != _RESORTED:
        is_active = _is_only_verb(reading, hit.chunk) or _goes_off(reading, hit.chunk)
        reduced = None if is_active else _participle(reading, hit.chunk, frame)
        if reduced is not None:
            return _passive(reading, hit, frame, reduced, phrases)
    if group.kind == "K":
        return None
    slots = active_slots(reading, hit)
    if slots.construction == "gerund" and not frame.tells_outcome:
        slots.subject = _armed_before(reading, hit, slots) or slots.subject
    return slots


def _armed_before(reading: Reading, hit: Hit, slots: Slots) -> list[int]:
    """As in "targeted insurgents firing on soldiers": the object of one act does the other.

    Only of armed people right before an act that is aimed at somebody.
    """
    gerund = hit.chunk
    if reading.clauses.kinds[max(gerund - 2, 0) : gerund] not in {"XN", "VN", "IN"}:
        return []
    is_aimed = not _AIMING.isdisjoint(hit.form.words) or any(
        phrase.preposition in _AIMING for phrase in slots.phrases
    )
    is_armed = "armed" in reading.nominal(gerund - 1).fillers
    return [gerund - 1] if is_aimed and is_armed else []


def active_slots(reading: Reading, hit: Hit) -> Slots:
    """The slots of a verb that is no passive."""
    objects, phrases = _complements(reading, hit)
    kind = reading.clauses.chunks[hit.chunk].kind
    who = _who(reading, hit.chunk)
    who = over_scene(reading, hit.chunk, who) if kind == "G" else who
    return Slots(
        subject=_act_before_which(reading, hit.chunk) or over_aside(reading, who, objects),
        object=objects,
        phrases=phrases,
        construction={"I": "infinitive", "G": "gerund"}.get(kind, "active"),
    )


def _who(reading: Reading, verb: int) -> list[int]:
    """The subject; a person where "who" asks for one: "the seat of Rafiq Ahmed, who was killed"."""
    clauses = reading.clauses
    found = clauses.subject(verb)
    if len(found) != 1 or clauses.kinds[verb - 1 : verb] != "W":
        return found
    if reading.sentence.norms[clauses.chunks[verb - 1].first] not in WHO:
        return found
    if not reading.nominal(found[0]).fillers <= _NOBODY:
        return found
    for number in range(verb - 2, found[0], -1):
        if clauses.kinds[number] == "N" and _PERSONS & reading.nominal(number).fillers:
            return clauses.conjoined_left(number)
    start = clauses.phrase_start(found[0])
    if start and clauses.kinds[start - 1] == "N" and _PERSONS & reading.nominal(start - 1).fillers:
        return clauses.conjoined_left(start - 1)  # "two men on a motorcycle, who shot him"
    return found


def _act_before_which(reading: Reading, verb: int) -> list[int]:
    """As in "the attack on a union, which killed nine": the act, not whom it was aimed at."""
    clauses = reading.clauses
    if verb == 0 or clauses.kinds[verb - 1] != "W":
        return []
    if reading.sentence.norms[clauses.chunks[verb - 1].first] not in _WHICH:
        return []
    before = clauses.antecedent(verb - 1)
    if before and clauses.kinds[max(before[0] - 2, 0) : before[0]] == "NG":
        before = [before[0] - 2]  # "the attack on a bus carrying settlers, which"
    start = clauses.phrase_start(before[0]) if before else None
    if start is None or "armed" in reading.nominal(before[0]).fillers:
        return []
    is_act = clauses.kinds[start - 1 : start] == "N"
    return [start - 1] if is_act and clauses.chunks[start - 1].head in reading.event_heads else []


def _complements(reading: Reading, hit: Hit) -> tuple[list[int], list[Phrase]]:
    """Object and phrases of a verb, counted from the last word of the trigger.

    "shot dead three men", "took control of the port", "handed over the base": the object stands
    behind the words that belong to the trigger.
    """
    clauses = reading.clauses
    edge = clauses.at_token[hit.last - 1]
    if hit.form.gap and clauses.kinds[edge] == "N" and hit.last <= clauses.chunks[edge].head:
        return clauses.conjoined_right(edge), clauses.phrases(edge)  # "took | hostage Ana Ruiz"
    if clauses.kinds[edge] == "N" and hit.last > clauses.chunks[edge].head:
        if hit.form.gap and clauses.kinds[edge + 1 : edge + 2] == "N":  # "took hostage | two men"
            return clauses.conjoined_right(edge + 1), clauses.phrases(edge + 1)
        return [], clauses.phrases(hit.chunk)  # "opened fire": the noun is a word of the trigger
    if edge == hit.chunk or clauses.kinds[edge] == "N":  # "rounded | up 40 men"
        # "had their throats | slit by rebels", "found two men | shot in a car"
        is_caused = hit.form.gap and clauses.kinds[hit.chunk + 1 : hit.chunk + 3] == "NX"
        behind = hit.chunk + 2 if is_caused else hit.chunk
        return clauses.objects(hit.chunk), clauses.phrases(behind)
    if hit.form.gap and hit.form.words[-1] in _SOURCES:
        objects = clauses.objects(hit.chunk)
        if objects or clauses.chunks[hit.chunk].passive:  # "pulled two men out | of their car"
            return objects, clauses.phrases(edge - 1)
    return clauses.objects(edge), clauses.phrases(edge)


def _phrase_of_trigger(reading: Reading, hit: Hit) -> list[Phrase]:
    """As in "were pushed into | a van": what stands behind the last word of the trigger."""
    clauses, edge = reading.clauses, reading.clauses.at_token[hit.last - 1]
    words = reading.sentence.norms[hit.last - 1]
    if words != _INTO or clauses.kinds[edge : edge + 2] != "PN":
        return []
    return [Phrase(words, edge, clauses.conjoined_right(edge + 1))]


def takes_people(frame: Governing) -> bool:
    """Whether somebody is carried off."""
    victim = frame.role("victim")
    return victim is not None and victim.effect == "abducted"


def _passive(
    reading: Reading, hit: Hit, frame: Governing, patient: list[int], phrases: list[Phrase]
) -> Slots:
    agents = [phrase for phrase in phrases if phrase.preposition in {"by", "at the hands of"}]
    agent = list(agents[0].groups) if agents else []
    is_taken = takes_people(frame)
    if not agent and (frame.does_harm or is_taken):
        agent = agent_in_row(reading, hit.chunk, is_taken=is_taken)
    is_whole = reading.clauses.chunks[hit.chunk].passive
    if not agent and not is_whole and patient:
        agent = _left_so_by(reading, patient[0], hit.chunk)
    return Slots(
        object=patient,
        phrases=phrases,
        agent=agent,
        construction="passive" if is_whole else "participle",
    )


def _left_so_by(reading: Reading, patient: int, verb: int) -> list[int]:
    """As in "the raid left | six guards killed", "made 28 killed": what left them so."""
    clauses = reading.clauses
    leaving = patient - 1
    is_left = (
        leaving >= 0
        and verb == patient + 1
        and clauses.kinds[leaving] in "VX"
        and reading.sentence.norms[clauses.chunks[leaving].head] in noun_classes()["leaving_so"]
    )
    doers = clauses.subject(leaving) if is_left else []
    return [number for number in doers if _LEAVING & reading.nominal(number).fillers]


def _participle(reading: Reading, number: int, frame: Governing) -> list[int] | None:  # noqa: C901, PLR0911, PLR0912 - one walk, read in one place
    """Whom a bare past form is about where it is a participle; null where it is an active past."""
    clauses = reading.clauses
    kinds = clauses.kinds
    if not frame.takes_object or (number > 0 and kinds[number - 1] == "W"):
        return None
    before = clauses.chunks[number - 1] if number else None
    if before is not None and reading.sentence.norms[before.head] in _BECOMING:
        return clauses.subject(number - 1)  # "two more resulted wounded"
    if before is not None and before.kind in "VI" and before.head != before.first - 1:
        # "were reported killed", "is believed kidnapped"
        return (
            clauses.subject(number - 1) if before.passive else clauses.objects(number - 1) or None
        )
    if clauses.objects(number):
        return None
    listed = clauses.of_passive_row(number) if number else _inverted(reading, frame)
    listed = listed or ([] if number else whom_it_opens_on(reading))
    if listed or is_without_subject(reading, number):
        return listed
    at = number - 1
    while at >= 0 and (kinds[at] in "tA!" or is_presuming(reading, at)):
        at -= 1
    if at >= 0 and kinds[at] == ")":
        at = clauses.opening(at) - 1  # "three people (two men and a woman) killed"
    if kinds[max(at - 1, 0) : at + 1] == "N,":
        at = _over_phrase(reading, at - 1, frame)
    at = before_place(reading, at) if at >= 0 and kinds[at] == "N" else at
    if at >= 0 and kinds[at] in ',("':
        at -= 1
        if kinds[at] == "," and at:
            at -= 1
        if at >= 0 and kinds[at] in "VXK" and (clauses.chunks[at].passive or kinds[at] == "K"):
            return clauses.subject(at)  # "was stripped, whipped and ..."
        if at > 0 and kinds[at] == "X" and kinds[at + 1 : number + 1] == ",X":
            earlier = _participle(reading, at, frame)
            if earlier is not None:
                return earlier  # "Captain shot, killed in market"
    if at >= 0 and kinds[at] == "N":
        return without_fates(reading, clauses.conjoined_left(clauses.before_including(at)))
    if at >= 0 and kinds[at] == "C":
        left = at - 1
        while left >= 0 and kinds[left] not in _VERBAL_KINDS:
            left -= 1
        if left >= 0 and (clauses.chunks[left].passive or kinds[left] in "XK"):
            earlier = _participle(reading, left, frame) if kinds[left] in "XK" else None
            if earlier is None and kinds[left] == "X" and not clauses.chunks[left].passive:
                return None  # "stormed the village and shot wildly": both are active
            return earlier if earlier is not None else clauses.subject(left)
    return None


def _is_of_people(frame: Governing) -> bool:
    """Whether what the frame tells befalls people alone."""
    victim = frame.role("victim")
    return victim is not None and victim.effect is not None and victim.fillers <= _BEFALLEN


def _over_phrase(reading: Reading, number: int, frame: Governing) -> int:
    """As in "two engineers of a mine, kidnapped in May,": who works there, and not the mine.

    And in "a banner signed by the Front, hung from a bridge": what was signed.
    """
    clauses = reading.clauses
    start = clauses.phrase_start(number)
    if not start:
        return number
    is_by = reading.sentence.norms[clauses.chunks[start].first] == "by"
    if is_by and clauses.kinds[max(start - 2, 0) : start] in {"NX", "NK"}:
        return start - 2
    is_somebody = (
        _is_of_people(frame)
        and reading.nominal(number).fillers <= _NOBODY
        and clauses.kinds[start - 1] == "N"
        and "person" in reading.nominal(start - 1).fillers
    )
    return start - 1 if is_somebody else number


def _inverted(reading: Reading, frame: Governing) -> list[int]:
    """As in "Also injured (by the blast) was a vendor": who stands behind the verb "to be"."""
    clauses = reading.clauses
    kinds = clauses.kinds
    is_form = kinds[:3] == "X:N" and kinds[3:4] != ":"  # "Killed: 3 Injured: 5": two labels
    if frame.does_harm and is_form and reading.nominal(2).quantity is not None:
        return [2]  # "Killed: 3 soldiers" in a form
    verb = len(kinds) - len(kinds[1:].lstrip("PNtA")) if frame.does_harm else 1
    if kinds[verb : verb + 1] == "V" and clauses.chunks[verb].head == clauses.chunks[verb].first:
        return clauses.objects(verb)
    return []


def _is_only_verb(reading: Reading, number: int) -> bool:
    """As in "The comedian bombed in Leeds.": a sentence with no other verb, so this one is it.

    What has no article is a headline or a caption: "Two dead, three wounded in Homs." Also in a
    clause that "when" or "while" opens: "when gunmen stormed across the border, killing two".
    """
    sentence = reading.sentence
    clauses = reading.clauses
    if clauses.kinds[max(number - 2, 0) : number] == "UN":
        left, right = clauses.clause(number)
        return not {*"VX"} & {*(clauses.kinds[left:number] + clauses.kinds[number + 1 : right])}
    return number == 1 and (
        sentence.norms[0] == "the"
        and sentence.case is CaseProfile.MIXED
        and sentence.words[-1] == "."
        and clauses.kinds.count("V") + clauses.kinds.count("X") == 1
        and clauses.kinds[number] == "X"
        and not any(phrase.preposition == "by" for phrase in clauses.phrases(number))
        and reading.nominal(0).quantity is None
    )


def _goes_off(reading: Reading, number: int) -> bool:
    """As in "The device in the lorry exploded": a weapon in front, and the thing that it was in."""
    clauses = reading.clauses
    if clauses.head_word(number) not in _GOING_OFF:
        return False
    start = number and clauses.phrase_start(number - 1)
    if not start or clauses.kinds[number - 1] != "N":
        return False
    return (
        reading.nominal(start - 1).weapon is not None
        and reading.nominal(number - 1).weapon is None
        and not any(phrase.preposition == "by" for phrase in clauses.phrases(number))
    )


def noun_slots(
    reading: Reading, hit: Hit, frame: Governing, inside: list[Nominal] | None = None
) -> Slots:
    """The phrases behind a noun and the groups inside its own noun group.

    ``inside``: those groups, where they are known already.
    """
    clauses = reading.clauses
    last = clauses.at_token[hit.last - 1]  # "an attempt on the life | of the judge"
    phrases = _with_doer(own_phrases(reading, last), frame)
    slots = Slots(phrases=phrases, construction="nominal")
    if clauses.chunks[hit.chunk].kind == "G":
        slots.object = clauses.objects(hit.chunk)
    else:
        slots.modifiers = groups_inside(reading, hit) if inside is None else inside
    return slots


def _with_doer(phrases: list[Phrase], frame: Governing) -> list[Phrase]:
    """As in "an attack of the militia on the post": "on", named first of all, says at whom."""
    target = frame.role("target")
    if len(phrases) < 2 or phrases[0].preposition != "of" or target is None:  # noqa: PLR2004
        return phrases
    aims = target.prepositions[:1]
    if aims and aims[0] in AIMED and any(item.preposition in AIMED for item in phrases[1:]):
        return [replace(phrases[0], preposition="by"), *phrases[1:]]
    return phrases


def phrases_of_verb(reading: Reading, verb: int, slots: Slots) -> list[Phrase]:
    """As in "fighting was reported between A and B": the noun's phrases behind its verb."""
    known = {phrase.position for phrase in slots.phrases}
    return [phrase for phrase in reading.clauses.phrases(verb) if phrase.position not in known]


def with_sides(reading: Reading, slots: Slots) -> Slots:
    """As in "a truce between A and B was agreed": the sides stand behind the noun for it."""
    between = [
        phrase
        for number in (*slots.subject, *slots.object)
        for phrase in reading.clauses.phrases(number)
        if phrase.preposition == "between"
    ]
    known = {phrase.position for phrase in slots.phrases}
    added = [phrase for phrase in between if phrase.position not in known]
    return replace(slots, phrases=[*slots.phrases, *added])
