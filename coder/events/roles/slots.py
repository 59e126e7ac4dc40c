"""Where things stand around a trigger: subject, object and prepositional phrases.

Active, passive, agentless, participial, infinitive, gerund, relative, coordinated and nominal
constructions all end in the same three slots.
"""

from dataclasses import dataclass, field, replace

from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.among_those import told_among
from coder.events.roles.nominals import Nominal
from coder.events.roles.owners import groups_inside
from coder.events.roles.participles import NOBODY, Governing, whom_it_befell
from coder.events.roles.row_agents import (
    agent_behind_in_row,
    agent_in_row,
    is_done_to,
    over_aside,
    over_scene,
)
from coder.events.roles.unaimed import attacks_unaimed
from coder.events.together.rows import own_phrases
from coder.grammar.clauses import Phrase, groups_behind
from coder.grammar.relatives import WHO
from coder.lexicon.closed import OF_FROM
from coder.lexicon.words import noun_classes
from coder.rules.model import OF_ACT, OWNER, PERSONS
from coder.values.labels import CaseProfile

_WHICH = frozenset({"which", "that"})
AIMED = frozenset({"on", "against"})
_AIMING = AIMED | {"at"}
_SHOTS = frozenset({"gunfire", "fire", "bullets"})
_FORCE = frozenset({"armed", "organisation"})
_RULERS = frozenset({"authority", "organisation"})  # "the regime", but no ministry that can be hit
_SITES = frozenset({"facility", "territory"})
_INTO = "into"
_LEAVING = frozenset({"event", "armed"})  # what leaves people dead
_GOING_OFF = frozenset({"exploded", "detonated"})
_BURNED = frozenset({"burned", "burnt"})
_RESORTED = "resorted"  # takes its object with "to", which the trigger holds: "resorted to firing"
_CARRYING = "carrying"
_LADEN = frozenset({_CARRYING, "containing", "transporting", "conveying"})
_HOLDING = frozenset({"with", "containing", "holding", "carrying"})
_ABOARD = frozenset({"aboard", ("on", "board"), ("in", "hold"), ("in", "boot"), ("in", "trunk")})
_TO_DEATH = ("to", "death")


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
        if _goes_on_behind(reading, hit) and not (frame.does_harm or frame.takes_people):
            return None
        whom = [_bodies_in(reading, it) for it in told_among(reading, _who(reading, hit.chunk))]
        return _passive(reading, hit, frame, whom, _phrase_of_trigger(reading, hit) + phrases)
    if group.kind in "XK" and not objects and reading.sentence.norms[group.head] != _RESORTED:
        is_active = any(
            says(reading, hit.chunk)
            for says in (_is_only_verb, _goes_off, _burns_down, attacks_unaimed)
        )
        reduced = None if is_active else whom_it_befell(reading, hit.chunk, frame)
        if reduced is not None:
            return _passive(reading, hit, frame, told_among(reading, reduced), phrases)
    if group.kind == "K" or (not frame.takes_object and is_done_to(reading, hit.chunk)):
        return None
    slots = _active(reading, hit, objects, phrases)
    if frame.takes_object and hit.form.words[-2:] == _TO_DEATH and not slots.object:
        return None  # "eleven burned to death": they did it to nobody
    if slots.construction == "gerund" and not frame.tells_outcome:
        slots.subject = _armed_before(reading, hit, slots) or slots.subject
    if not slots.object:
        slots.subject = told_among(reading, slots.subject)  # "were among those who died"
    return slots


def _armed_before(reading: Reading, hit: Hit, slots: Slots) -> list[int]:
    """As in "targeted insurgents firing on soldiers": the object of one act does the other.

    Only of armed people right before an act that is aimed at somebody.
    """
    gerund = hit.chunk
    if reading.clauses.kinds[gerund - 2 : gerund] not in {"XN", "VN", "IN"}:
        return []
    is_aimed = not _AIMING.isdisjoint(hit.form.words) or any(
        phrase.preposition in _AIMING for phrase in slots.phrases
    )
    is_armed = "armed" in reading.nominal(gerund - 1).fillers
    return [gerund - 1] if is_aimed and is_armed else []


def active_slots(reading: Reading, hit: Hit) -> Slots:
    """The slots of a verb that is no passive."""
    return _active(reading, hit, *_complements(reading, hit))


def _active(reading: Reading, hit: Hit, objects: list[int], phrases: list[Phrase]) -> Slots:
    kind = reading.clauses.chunks[hit.chunk].kind
    who = _who(reading, hit.chunk)
    who = over_scene(reading, hit.chunk, who) if kind == "G" else who
    return Slots(
        subject=_act_before_which(reading, hit.chunk) or over_aside(reading, who, objects),
        object=[_bodies_in(reading, number) for number in objects],
        phrases=phrases,
        construction={"I": "infinitive", "G": "gerund"}.get(kind, "active"),
        modifiers=_owners_in_trigger(reading, hit),
    )


def _bodies_in(reading: Reading, number: int) -> int:
    """As in "found a grave with 12 bodies", "a pit holding the bodies of six men": the bodies."""
    clauses = reading.clauses
    if clauses.kinds[number + 1 : number + 3] not in {"PN", "GN"}:
        return number
    is_inside = clauses.first_words[number + 1] in _HOLDING
    are_dead = clauses.head_words[number + 2] in noun_classes()["remains"]
    return number + 2 if is_inside and are_dead else number


def _owners_in_trigger(reading: Reading, hit: Hit) -> list[Nominal]:
    """As in "fell into the rebels' hands": whose they are stands inside the trigger."""
    if OWNER not in hit.form.words or hit.form.gap:
        return []
    last = hit.last - 1
    return groups_inside(reading, replace(hit, first=last, chunk=reading.clauses.at_token[last]))


def _who(reading: Reading, verb: int) -> list[int]:
    """The subject; a person where "who" asks for one: "the seat of Rafiq Ahmed, who was killed"."""
    clauses = reading.clauses
    found = clauses.subject(verb)
    if len(found) != 1 or clauses.kinds[verb - 1 : verb] != "W":
        return found
    if clauses.first_words[verb - 1] not in WHO:
        return found
    if not reading.nominal(found[0]).fillers <= NOBODY:
        return found
    for number in range(verb - 2, found[0], -1):
        if clauses.kinds[number] == "N" and PERSONS & reading.nominal(number).fillers:
            return clauses.conjoined_left(number)
    start = clauses.phrase_start(found[0])
    if start and clauses.kinds[start - 1] == "N" and PERSONS & reading.nominal(start - 1).fillers:
        return clauses.conjoined_left(start - 1)  # "two men on a motorcycle, who shot him"
    return found


def _act_before_which(reading: Reading, verb: int) -> list[int]:
    """As in "the attack on a union, which killed nine": the act, not whom it was aimed at."""
    clauses = reading.clauses
    if verb == 0 or clauses.kinds[verb - 1] != "W":
        return []
    if clauses.first_words[verb - 1] not in _WHICH:
        return []
    before = clauses.antecedent(verb - 1)
    if before and clauses.kinds.endswith("NG", 0, before[0]):
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
        return clauses.objects(hit.chunk), clauses.phrases(hit.chunk + 2 * is_caused)
    if hit.form.gap and hit.form.words[-1] in OF_FROM:
        objects = clauses.objects(hit.chunk)
        if objects or clauses.chunks[hit.chunk].passive:  # "pulled two men out | of their car"
            return objects, clauses.phrases(edge - 1)
    objects = clauses.objects(edge)
    if not objects and hit.form.gap:  # "the teachers whom they led | away"
        objects = clauses.objects(hit.chunk)
    return objects, clauses.phrases(edge)


def _phrase_of_trigger(reading: Reading, hit: Hit) -> list[Phrase]:
    """As in "were pushed into | a van": what stands behind the last word of the trigger."""
    clauses, edge = reading.clauses, reading.clauses.at_token[hit.last - 1]
    words = reading.sentence.norms[hit.last - 1]
    if words != _INTO or clauses.kinds[edge : edge + 2] != "PN":
        return []
    return [Phrase(words, edge, clauses.conjoined_right(edge + 1))]


def _goes_on_behind(reading: Reading, hit: Hit) -> bool:
    """As in "were marched into | a forest": no passive of "marched into a town"."""
    edge = reading.clauses.at_token[hit.last - 1]
    is_open = bool(hit.form.words) and not hit.form.gap
    return is_open and edge > hit.chunk and reading.clauses.kinds[edge : edge + 2] == "PN"


def _passive(
    reading: Reading, hit: Hit, frame: Governing, patient: list[int], phrases: list[Phrase]
) -> Slots:
    agents = [
        phrase
        for phrase in phrases
        if phrase.preposition in {"by", "at the hands of"} and not _is_of_thing(reading, phrase)
    ]
    agent = list(agents[0].groups) if agents else []
    is_taken = frame.takes_people
    if not agent and (frame.does_harm or is_taken):
        agent = agent_in_row(reading, hit.chunk, is_taken=is_taken)
        agent = agent or agent_behind_in_row(reading, hit.chunk)
    is_whole = reading.clauses.chunks[hit.chunk].passive
    if not agent and not is_whole and patient:
        agent = _left_so_by(reading, patient[0], hit.chunk)
    return Slots(
        object=patient,
        phrases=phrases + _load_of(reading, patient),
        agent=agent,
        construction="passive" if is_whole else "participle",
    )


def _is_of_thing(reading: Reading, phrase: Phrase) -> bool:
    """As in "blew up outside a school run by nuns": who runs the thing did not blow up."""
    at = phrase.position
    return phrase.is_inner and reading.clauses.kinds[at - 2 : at] in {"NK", "NJ"}


def _load_of(reading: Reading, patient: list[int]) -> list[Phrase]:
    """As in "a lorry carrying rifles | was stopped", "a boat with arms aboard | was seized"."""
    clauses = reading.clauses
    if not patient or clauses.kinds[(at := patient[-1] + 1) : at + 2] not in {"GN", "PN"}:
        return []
    word = clauses.first_words[at]
    loads = clauses.conjoined_right(at + 1)
    behind = reading.sentence.norms[clauses.chunks[loads[-1]].last :][:3]
    is_laden = word == "with" and not _ABOARD.isdisjoint((*behind, behind[:2], behind[::2]))
    return [Phrase(_CARRYING, at, loads)] if word in _LADEN or is_laden else []


def _left_so_by(reading: Reading, patient: int, verb: int) -> list[int]:
    """As in "the raid left | six guards killed", "made 28 killed": what left them so."""
    clauses = reading.clauses
    leaving = patient - 1
    is_left = (
        leaving >= 0
        and verb == patient + 1
        and clauses.kinds[leaving] in "VX"
        and clauses.head_words[leaving] in noun_classes()["leaving_so"]
    )
    doers = clauses.subject(leaving) if is_left else []
    return [number for number in doers if _LEAVING & reading.nominal(number).fillers]


def _is_only_verb(reading: Reading, number: int) -> bool:
    """As in "The comedian bombed in Leeds.": a sentence with no other verb, so this one is it.

    What has no article is a headline or a caption: "Two dead, three wounded in Homs." Also in a
    clause that "when" or "while" opens: "when gunmen stormed across the border, killing two".
    """
    sentence = reading.sentence
    clauses = reading.clauses
    if clauses.kinds.endswith("UN", 0, number):
        left, right = clauses.clause(number)
        return not {*"VX"} & {*(clauses.kinds[left:number] + clauses.kinds[number + 1 : right])}
    if clauses.stands_behind_relative(number):
        return True
    return number == 1 and (
        sentence.norms[0] == "the"
        and sentence.case is CaseProfile.MIXED
        and sentence.words[-1] == "."
        and clauses.kinds.count("V") + clauses.kinds.count("X") == 1
        and clauses.kinds[number] == "X"
        and not groups_behind(clauses.phrases(number), "by")
        and reading.nominal(0).quantity is None
    )


def _goes_off(reading: Reading, number: int) -> bool:
    """As in "The device in the lorry exploded": a weapon in front, and the thing that it was in."""
    clauses = reading.clauses
    if clauses.head_words[number] not in _GOING_OFF:
        return False
    start = number and clauses.phrase_start(number - 1)
    if not start or clauses.kinds[number - 1] != "N":
        return False
    return (
        reading.nominal(start - 1).weapon is not None
        and reading.nominal(number - 1).weapon is None
        and not groups_behind(clauses.phrases(number), "by")
    )


def _burns_down(reading: Reading, number: int) -> bool:
    """As in "A home exploded and burned to the ground": nobody did it, it is no passive."""
    clauses = reading.clauses
    if clauses.head_words[number] not in _BURNED:
        return False
    left, right = clauses.clause(number)
    return (
        "V" not in clauses.kinds[left:right]
        and "N" in clauses.kinds[left:number]
        and (clauses.kinds[number - 1] in "CA" or "X" not in clauses.kinds[left:number])
        and not groups_behind(clauses.phrases(number), "by")
    )


def noun_slots(
    reading: Reading, hit: Hit, frame: Governing, inside: list[Nominal] | None = None
) -> Slots:
    """The phrases behind a noun and the groups inside its own noun group.

    ``inside``: those groups, where they are known already.
    """
    clauses = reading.clauses
    last = clauses.at_token[hit.last - 1]  # "an attempt on the life | of the judge"
    phrases = _with_doer(reading, hit, own_phrases(reading, last), frame)
    slots = Slots(phrases=phrases, construction="nominal")
    if hit.form.form == OF_ACT:
        slots.phrases = [phrase for phrase in phrases if phrase.position != last + 1]
        slots.object = [
            at for phrase in phrases if phrase not in slots.phrases for at in phrase.groups
        ]
    if clauses.chunks[hit.chunk].kind == "G":
        slots.object = clauses.objects(hit.chunk)
    else:
        slots.modifiers = groups_inside(reading, hit) if inside is None else inside
    return slots


def _with_doer(reading: Reading, hit: Hit, phrases: list[Phrase], frame: Governing) -> list[Phrase]:
    """As in "an attack of the militia on the post": "on", named first of all, says at whom.

    Where "of" is named first ("the shelling of a post"), a force before a place is the doer all
    the same: "the shelling of the army on the town". Shots are always those of who fires.
    """
    target = frame.role("target")
    if not phrases or phrases[0].preposition != "of" or target is None:
        return phrases
    if reading.sentence.norms[hit.last - 1] in _SHOTS:
        return [replace(phrases[0], preposition="by"), *phrases[1:]]
    if len(phrases) == 1:
        return phrases
    aims = target.prepositions
    if aims and aims[0] in AIMED and any(item.preposition in AIMED for item in phrases[1:]):
        return [replace(phrases[0], preposition="by"), *phrases[1:]]
    if aims and phrases[1].preposition == "on" and _is_force_at_site(reading, *phrases[:2]):
        return [replace(phrases[0], preposition="by"), *phrases[1:]]
    return phrases


def _is_force_at_site(reading: Reading, doer: Phrase, site: Phrase) -> bool:
    """Whether those named wield arms, and what is named next can be hit."""
    doers = [reading.nominal(number).fillers for number in doer.groups]
    are_force = all(it >= _FORCE or (it >= _RULERS and "facility" not in it) for it in doers)
    return are_force and all(_SITES & reading.nominal(number).fillers for number in site.groups)


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
    return replace(slots, phrases=[*slots.phrases, *added]) if added else slots
