"""Triggers of a sentence -> drafts: each frame is tried on the constructions the grammar derives.

A frame names its roles in the plain active clause. What stands where in the sentence is found here once
for all frames: active, passive, agentless, participial, infinitive, gerund, relative, coordinated and
nominal constructions all end in the same three slots (subject, object, prepositional phrases).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from coder.events.claims import counted_noun
from coder.events.drafts import Draft, Filler
from coder.events.nominals import Nominal
from coder.events.pronouns import resolve_pronouns
from coder.events.reading import Reading
from coder.events.support import Support, noun_support
from coder.grammar.clauses import Phrase
from coder.lexicon.words import noun_classes
from coder.rules.model import Frame, RoleSpec, TriggerForm
from coder.rules.ruleset import RuleSet
from coder.values.labels import EventType
from coder.values.trace import FrameTrial

_VERBAL_KINDS = "VXKIG"
_MAX_GAP = 14
_MAX_DRAFTS = 12  # more acts than a sentence can tell: a list or endless input
_LINKS = frozenset({"of", "on", "in", "and", "to"})
_HARM = frozenset({"killed", "injured", "harmed", "casualties", "missing"})
_CAUSAL = frozenset({"in", "during", "by", "from", "after", "following", "of", "amid", "through"})
_STRUCTURAL = frozenset({"subject", "object", "by", "light verb"})
_LOCATIVE = frozenset({"in", "at", "near", "on", "from", "of", "inside", "outside", "around"})
_BLAZES = frozenset({"fire", "fires", "blaze", "inferno"})
_LIFELESS = frozenset({"thing"})
_SITES = frozenset({"facility", "place"})
_POSSESSIVES = frozenset({"its", "their", "his", "her"})
_WHERE = frozenset({"at", "near", "outside", "inside", "around", "behind", "next to"})
_ACTING = frozenset({"subject", "by", "light verb"})
_SIDES = frozenset({"participant", "perpetrator"})
_CROWDED = frozenset({EventType.PROTEST, EventType.RIOT})
_HAPPENING = frozenset(
    {EventType.ARMED_CLASH, EventType.OTHER_VIOLENCE, EventType.ARMED_ATTACK, EventType.SHELLING}
)
_PEOPLE = frozenset({"person", "armed", "organisation", "authority", "crowd"})


@dataclass(slots=True)
class Slots:
    """What stands around a trigger. ``modifiers`` are groups inside the noun group of a noun."""

    subject: list[int] = field(default_factory=list)
    object: list[int] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    agent: list[int] = field(default_factory=list)
    modifiers: list[Nominal] = field(default_factory=list)
    construction: str = "active"


@dataclass(slots=True)
class Hit:
    """A trigger found: its tokens and chunk, with the forms that agree on them."""

    first: int
    last: int
    chunk: int
    form: TriggerForm


def find_hits(reading: Reading, rules: RuleSet) -> Iterator[tuple[int, list[Hit]]]:
    """For each token that begins a trigger, the readings that fit its place, in the order of trial."""
    norms = reading.sentence.norms
    table = rules.trigger_forms
    for token, norm in enumerate(norms):
        forms = table.get(norm)
        if forms is None:
            continue
        hits = [
            hit for form in forms if (hit := _hit(reading, token, form)) is not None
        ]
        if hits:
            yield token, hits


def _hit(reading: Reading, token: int, form: TriggerForm) -> Hit | None:
    clauses = reading.clauses
    number = clauses.at_token[token]
    group = clauses.chunks[number]
    last = _last_token(reading, token, form)
    if last is None:
        return None
    if form.pos == "verb":
        if group.kind in _VERBAL_KINDS and group.head == token:
            return Hit(token, last, number, form)
        return None
    if form.pos == "predicate":
        if group.kind in "JXKNV" and (group.kind != "N" or group.head == token):
            return Hit(token, last, number, form)
        return None
    if group.kind == "G":
        is_noun = group.head == token and not clauses.objects(number)
        return Hit(token, last, number, form) if is_noun else None
    # "exchange of fire": the head stands before the preposition.
    before = next((at for at, word in enumerate(form.words) if word in _LINKS), len(form.words))
    if group.kind == "N" and _is_head(reading, token + 1 + before, group.head):
        return Hit(token, last, number, form)
    return None


def _is_head(reading: Reading, last: int, head: int) -> bool:
    """The trigger ends at the head, or only nouns like "attempt" and other triggers stand behind."""
    if last > head + 1:
        return False
    heads = noun_classes()["event_head"]
    norms = reading.sentence.norms
    return all(
        norms[token] in heads or token in reading.event_heads for token in range(last, head + 1)
    )


def _last_token(reading: Reading, token: int, form: TriggerForm) -> int | None:
    words = form.words
    if not words:
        return token + 1
    norms = reading.sentence.norms
    size = len(words)
    if norms[token + 1 : token + 1 + size] == words:
        return token + 1 + size
    if not form.gap:
        return None
    for at in range(token + 2, min(len(norms), token + _MAX_GAP)):
        if norms[at : at + size] == words:
            return token + 1
        if reading.tags[at] in ":UW.":
            return None
    return None


def match_sentence(
    reading: Reading,
    rules: RuleSet,
    trials: list[FrameTrial] | None = None,
    earlier: Sequence[Draft] = (),
) -> list[Draft]:
    """All drafts of a sentence, in the order of their triggers. ``trials`` collects the trace.

    ``earlier`` are the drafts of the sentences before, for the pronouns.
    """
    drafts: list[Draft] = []
    covered = -1
    for token, hits in find_hits(reading, rules):
        if token < covered:
            continue
        if len(drafts) >= _MAX_DRAFTS:
            break
        dependent: Draft | None = None
        for hit in hits:
            frame = rules.frames[hit.form.frame]
            draft, verdict = _try(reading, rules, hit, frame, earlier)
            if trials is not None:
                trials.append(_trial(reading, hit, frame, draft, verdict))
            if draft is None:
                continue
            if draft.support != "dependent":
                drafts.append(draft)
                covered = hit.last
                break
            if dependent is None or (
                frame.strength == "strong" and dependent.frame.strength == "weak"
            ):
                dependent = draft
        else:
            if dependent is not None:
                drafts.append(dependent)
                covered = dependent.last
    return drafts


def _trial(
    reading: Reading, hit: Hit, frame: Frame, draft: Draft | None, verdict: str
) -> FrameTrial:
    sentence = reading.sentence
    roles = () if draft is None else tuple(
        (filler.role, reading.words(filler.nominal.first, filler.nominal.last))
        for filler in draft.fillers
    )
    return FrameTrial(
        frame_id=frame.frame_id,
        start=sentence.starts[hit.first],
        end=sentence.ends[hit.last - 1],
        trigger=reading.words(hit.first, hit.last),
        construction=None if draft is None else draft.construction,
        roles=roles,
        accepted=draft is not None,
        verdict=verdict,
    )


def _try(
    reading: Reading, rules: RuleSet, hit: Hit, frame: Frame, earlier: Sequence[Draft]
) -> tuple[Draft | None, str]:
    support = Support("verb", None, ())
    if hit.form.pos == "verb":
        slots = verb_slots(reading, hit, frame)
    elif hit.form.pos == "predicate":
        slots = predicate_slots(reading, hit)
    else:
        slots = noun_slots(reading, hit)
        support = noun_support(reading, rules, hit.chunk)
        if support.kind in {"occurrence", "light"} and (support.verb or 0) > hit.chunk:
            slots.phrases += _phrases_of_verb(reading, support.verb or 0, slots)
    if slots is None:
        return None, "the construction gives the trigger no place"
    draft, verdict = _draft(reading, hit, frame, slots, support, earlier)
    before = reading.clauses.kinds[hit.chunk - 1 : hit.chunk]
    if draft is None and slots.construction == "participle" and before == "N" and not slots.agent:
        # "Two rockets landed in a field": a past form behind its subject need not be passive.
        draft, verdict = _draft(reading, hit, frame, _active(reading, hit), support, earlier)
    return draft, verdict


def _draft(  # noqa: PLR0917 - what a frame meets
    reading: Reading,
    hit: Hit,
    frame: Frame,
    slots: Slots,
    support: Support,
    earlier: Sequence[Draft],
) -> tuple[Draft | None, str]:
    """The draft that a frame makes of what stands around its trigger, or why it makes none."""
    if _is_cancelled(reading, frame, slots):
        return None, "a word in a role slot makes this another sense"
    if _is_accident(reading, hit, frame, slots):
        return None, "an accident, not an act"
    if _is_lifeless(reading, frame, slots):
        return None, "what acts is a thing"
    fillers, causes = fill_roles(reading, frame, slots, support)
    resolve_pronouns(reading, frame, fillers, earlier)
    kind = support.kind
    if frame.reciprocal and any(
        "event" in reading.nominal(number).fillers for number in slots.subject
    ):
        return None, "an act is no party to a fight"
    if _object_is_foreign(reading, hit, frame, slots, fillers, causes):
        return None, "the object is none of the frame's"
    if "count" in frame.tags:
        kind = "dependent"
        if not fillers and not _counts_itself(reading, hit):
            return None, "nobody is counted"
    elif not _suffices(frame, fillers, causes, support, is_phrase=bool(hit.form.words)):
        if not _tells_outcome(fillers):
            wanted = " or ".join(frame.needs) or "any role"
            return None, f"no plausible filler for {wanted}"
        kind = "dependent"
    return (
        Draft(
            reading=reading,
            chunk=hit.chunk,
            first=hit.first,
            last=hit.last,
            frame=frame,
            type=frame.type,
            subtype=frame.subtype,
            construction=slots.construction,
            support=kind,
            fillers=fillers,
            causes=causes,
            subjects=tuple(slots.subject),
            governor=support.verb,
            tags=set(frame.tags),
        ),
        "accepted" if kind != "dependent" else "tells an outcome: needs an act to belong to",
    )


def _phrases_of_verb(reading: Reading, verb: int, slots: Slots) -> list[Phrase]:
    """ "Fighting was reported on Monday between A and B": the verb stands before the noun's phrases."""
    known = {phrase.position for phrase in slots.phrases}
    return [
        phrase for phrase in reading.clauses.phrases(verb) if phrase.position not in known
    ]


def _counts_itself(reading: Reading, hit: Hit) -> bool:
    """ "four deaths", "no casualties": the number stands before the noun itself."""
    if reading.clauses.kinds[hit.chunk] != "N":
        return False
    nominal = counted_noun(reading, hit.chunk)
    return nominal.is_negative or nominal.quantity is not None


def _tells_outcome(fillers: Sequence[Filler]) -> bool:
    """Whether people came to harm: enough for a part of an act told elsewhere, not for an act."""
    return any(filler.effect in _HARM for filler in fillers)


def _is_accident(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """Harm whose subject or cause is an accident, a disaster or an illness."""
    if not any(role.effect in _HARM for role in frame.roles):
        return False
    accidents = noun_classes()["accident"]
    norms = reading.sentence.norms
    groups = [*slots.subject, *slots.agent]
    for phrase in slots.phrases:
        if phrase.preposition in _CAUSAL:
            groups += phrase.groups
    chunks = reading.clauses.chunks
    if any(norms[chunks[number].head] in accidents for number in groups):
        return True
    if any(
        norms[chunks[number].head] in _BLAZES
        and not reading.tags[chunks[number].first : chunks[number].head].strip("DJ#")
        for number in slots.subject
    ):
        return True  # "a fire killed two", but not "army fire"
    mishaps = noun_classes()["mishap_modifier"]
    if any(
        chunks[number].head in reading.event_heads
        and not mishaps.isdisjoint(norms[chunks[number].first : chunks[number].head])
        for number in groups
    ):
        return True
    return _in_crash(reading, hit.chunk)


def _is_lifeless(reading: Reading, frame: Frame, slots: Slots) -> bool:
    """ "hail bombarded the vineyards": an everyday verb with a plain thing that acts."""
    role = frame.role("perpetrator")
    if frame.strength != "weak" or slots.construction != "active" or role is None:
        return False
    if "subject" not in role.places or not slots.subject:
        return False
    return all(reading.nominal(number).fillers == _LIFELESS for number in slots.subject)


def _in_crash(reading: Reading, number: int) -> bool:
    """ "killed when the lorry hit a wall": a vehicle comes to grief in the clause that follows."""
    clauses = reading.clauses
    if clauses.kinds[number] in "GV" and _after_crash(reading, number):
        return True
    verbs = noun_classes()["accident_verb"]
    norms = reading.sentence.norms
    for at in range(number + 1, min(number + 9, len(clauses.kinds))):
        if clauses.kinds[at] in "VX" and norms[clauses.chunks[at].head] in verbs:
            subject = clauses.subject(at)
            return subject != clauses.subject(number) and any(
                "vehicle" in reading.nominal(group).fillers for group in subject
            )
    return False


def _after_crash(reading: Reading, number: int) -> bool:
    """ "the bus plunged into a ravine, killing 18": the main verb is what a mishap does."""
    clauses = reading.clauses
    verbs = noun_classes()["mishap_verb"]
    norms = reading.sentence.norms
    start = clauses.chunks[number].head
    heads = (head for head in reading.event_heads if head < start)
    if any(clauses.kinds[clauses.at_token[head]] == "N" for head in heads):
        return False
    for at in range(number - 1, max(-1, number - _MAX_GAP), -1):
        if clauses.kinds[at] in "VX":
            subject = [reading.nominal(group).fillers for group in clauses.subject(at)]
            return norms[clauses.chunks[at].head] in verbs and not any(
                "armed" in fillers or "weapon" in fillers for fillers in subject
            )
    return False


def _object_is_foreign(
    reading: Reading, hit: Hit, frame: Frame, slots: Slots, fillers: Sequence[Filler], causes: Sequence[int]
) -> bool:
    """An everyday verb whose direct object fits no role has another sense ("hold a ceremony")."""
    if frame.strength != "weak" or hit.form.pos != "verb" or not slots.object:
        return False
    if hit.form.words and not hit.form.gap:
        return False
    filled = {filler.nominal.chunk for filler in fillers} | set(causes)
    if filled & set(slots.object) or _holds_words(reading, hit, slots):
        return False
    # "Guerrillas attacked the ballot boxes": what armed people attack may be any thing.
    is_armed = any(
        filler.role == "perpetrator" and "armed" in filler.nominal.fillers for filler in fillers
    )
    return not (is_armed and frame.type is EventType.ARMED_ATTACK and slots.construction == "active")


def _holds_words(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """Whether the object is made of the trigger's own words: "lost his life"."""
    if not hit.form.gap:
        return False
    norms = reading.sentence.norms
    groups = (reading.clauses.chunks[number] for number in slots.object)
    return any(hit.form.words[-1] in norms[group.first : group.last] for group in groups)


def _suffices(
    frame: Frame,
    fillers: Sequence[Filler],
    causes: Sequence[int],
    support: Support,
    *,
    is_phrase: bool,
) -> bool:
    """Whether enough is known to take the trigger in this sense."""
    if support.kind in {"cause", "light", "occurrence"} and frame.strength == "strong":
        return True
    if support.kind == "cause" and _is_plain(frame):
        return True
    if support.happens and frame.type in _HAPPENING and _is_plain(frame):
        return True
    if frame.strength == "weak":
        unsure = {"pronoun"} if is_phrase else {"pronoun", "name", "number"}
        if frame.type in _CROWDED:  # "hundreds rallied"
            unsure = unsure - {"number"}
        names = frame.needs or tuple(role.name for role in frame.roles)
        return any(
            filler.role in names
            and (filler.antecedent is not None or not filler.nominal.fillers & unsure)
            for filler in fillers
        ) or (bool(causes) and "instrument" in frame.needs)
    if frame.needs:
        return any(filler.role in frame.needs for filler in fillers) or (
            bool(causes) and "instrument" in frame.needs
        )
    return bool(fillers) or frame.bare


def _is_plain(frame: Frame) -> bool:
    """Whether the noun alone says what was done: no crowd or special means need be told."""
    return frame.type not in _CROWDED and not {"perpetrator", "instrument"} >= set(frame.needs)


def _is_cancelled(reading: Reading, frame: Frame, slots: Slots) -> bool:
    if not frame.cancel:
        return False
    norms = reading.sentence.norms
    chunks = reading.clauses.chunks
    groups = [*slots.subject, *slots.object, *slots.agent]
    for phrase in slots.phrases[:2]:
        # Behind an object some phrases only say where: "killed six people at a market".
        if not slots.object or phrase.preposition not in _WHERE:
            groups += [
                number
                for number in phrase.groups
                if phrase.preposition != "in" or not reading.nominal(number).fillers & _SITES
            ]
    return any(
        norm in frame.cancel
        for number in groups
        for norm in norms[chunks[number].first : chunks[number].last]
    ) or any(
        norm in frame.cancel
        for nominal in slots.modifiers
        for norm in norms[nominal.first : nominal.last]
    )


# -- where things stand ---------------------------------------------------------------------------


def verb_slots(reading: Reading, hit: Hit, frame: Frame) -> Slots | None:
    """Subject, object and phrases of a verb in whatever voice and form it stands."""
    clauses = reading.clauses
    group = clauses.chunks[hit.chunk]
    objects, phrases = _complements(reading, hit)
    if group.passive:
        return _passive(clauses.subject(hit.chunk), phrases, "passive")
    if group.kind in "XK" and not objects:
        reduced = _participle(reading, hit.chunk, frame)
        if reduced is not None:
            return _passive(reduced, phrases, "participle")
    if group.kind == "K":
        return None
    return _active(reading, hit)


def _active(reading: Reading, hit: Hit) -> Slots:
    """The slots of a verb that is no passive."""
    objects, phrases = _complements(reading, hit)
    kind = reading.clauses.chunks[hit.chunk].kind
    return Slots(
        subject=reading.clauses.subject(hit.chunk),
        object=objects,
        phrases=phrases,
        construction={"I": "infinitive", "G": "gerund"}.get(kind, "active"),
    )


def _complements(reading: Reading, hit: Hit) -> tuple[list[int], list[Phrase]]:
    """Object and phrases of a verb, counted from the last word of the trigger.

    "shot dead three men", "took control of the port", "handed over the base": the object stands
    behind the words that belong to the trigger.
    """
    clauses = reading.clauses
    edge = clauses.at_token[hit.last - 1]
    if clauses.kinds[edge] == "N" and hit.last > clauses.chunks[edge].head:
        return [], clauses.phrases(hit.chunk)  # "opened fire": the noun is a word of the trigger
    if edge == hit.chunk or clauses.kinds[edge] == "N":  # "rounded | up 40 men"
        return clauses.objects(hit.chunk), clauses.phrases(hit.chunk)
    return clauses.objects(edge), clauses.phrases(edge)


def _passive(patient: list[int], phrases: list[Phrase], construction: str) -> Slots:
    agents = [phrase for phrase in phrases if phrase.preposition in {"by", "at the hands of"}]
    agent = agents[0].groups if agents else []
    return Slots(
        subject=[], object=patient, phrases=phrases, agent=list(agent), construction=construction
    )


def _participle(reading: Reading, number: int, frame: Frame) -> list[int] | None:
    """Whom a bare past form is about where it is a participle; null where it is an active past."""
    clauses = reading.clauses
    kinds = clauses.kinds
    takes_object = any("object" in role.places for role in frame.roles)
    if not takes_object or (number > 0 and kinds[number - 1] == "W"):
        return None
    before = clauses.chunks[number - 1] if number else None
    if before is not None and before.kind in "VI" and before.head != before.first - 1:
        # "were reported killed", "is believed kidnapped"
        return clauses.subject(number - 1) if before.passive else clauses.objects(number - 1) or None
    if clauses.objects(number):
        return None
    at = number - 1
    while at >= 0 and kinds[at] in "tA!":
        at -= 1
    if at >= 0 and kinds[at] in ",(":
        at -= 1
        if at >= 0 and kinds[at] in "VXK" and (clauses.chunks[at].passive or kinds[at] == "K"):
            return clauses.subject(at)  # "was stripped, whipped and ..."
    if at >= 0 and kinds[at] == "N":
        return clauses.conjoined_left(at)
    if at >= 0 and kinds[at] == "C":
        left = at - 1
        while left >= 0 and kinds[left] not in _VERBAL_KINDS:
            left -= 1
        if left >= 0 and (clauses.chunks[left].passive or kinds[left] in "XK"):
            earlier = _participle(reading, left, frame) if kinds[left] in "XK" else None
            return earlier if earlier is not None else clauses.subject(left)
    return None


def predicate_slots(reading: Reading, hit: Hit) -> Slots | None:
    """ "were dead", "left 12 dead", "23 dead": whom the adjective is about."""
    clauses = reading.clauses
    kinds = clauses.kinds
    number = hit.chunk
    phrases = clauses.phrases(number)
    if kinds[number] == "V":
        return Slots(object=clauses.subject(number), phrases=phrases, construction="predicate")
    if kinds[number] == "N":
        return Slots(object=[number], phrases=phrases, construction="predicate")
    at = number - 1
    while at >= 0 and kinds[at] in "tA":
        at -= 1
    if at >= 0 and kinds[at] == "N":
        before = at - 1
        cause = clauses.subject(before) if before >= 0 and kinds[before] in "VX" else []
        return Slots(
            subject=cause,
            object=clauses.conjoined_left(at),
            phrases=phrases,
            construction="predicate",
        )
    if at >= 0 and kinds[at] in "VXI":
        return Slots(object=clauses.subject(at), phrases=phrases, construction="predicate")
    return None


def noun_slots(reading: Reading, hit: Hit) -> Slots:
    """The phrases behind a noun and the groups inside its own noun group."""
    clauses = reading.clauses
    group = clauses.chunks[hit.chunk]
    slots = Slots(phrases=clauses.phrases(hit.chunk), construction="nominal")
    if group.kind == "G":
        slots.object = clauses.objects(hit.chunk)
        return slots
    first = group.first
    tags = reading.tags
    mark = tags.find("S", first, hit.first)
    if mark > first:
        slots.modifiers.append(reading.modifier(hit.chunk, first, mark))
        first = mark + 1
    owner = _possessor(reading, hit.chunk, first)
    if owner is not None:
        slots.modifiers.append(owner)
    while first < hit.first and tags[first] in "D#t":
        first += 1
    if first < hit.first:
        slots.modifiers.append(reading.modifier(hit.chunk, first, hit.first))
    return slots


def _possessor(reading: Reading, number: int, first: int) -> Nominal | None:
    """ "announced its withdrawal": the subject that the possessive pronoun stands for."""
    if reading.sentence.norms[first] not in _POSSESSIVES:
        return None
    clauses = reading.clauses
    for at in range(number - 1, max(-1, number - _MAX_GAP), -1):
        if clauses.kinds[at] in "VX":
            nominals = [reading.nominal(group) for group in clauses.subject(at)]
            return next((item for item in nominals if item.actor is not None), None)
    return None


# -- who fills what -------------------------------------------------------------------------------


def fill_roles(
    reading: Reading, frame: Frame, slots: Slots, support: Support
) -> tuple[list[Filler], list[int]]:
    """Give each role the groups that stand in its place and are of its types."""
    fillers: list[Filler] = []
    causes: list[int] = []
    used: set[int] = set()
    for role in frame.roles:
        for via, number in _offers(role, slots, support):
            if number in used:
                continue
            if via in _LOCATIVE and any(
                filler.role == role.name and filler.via in _STRUCTURAL for filler in fillers
            ):
                continue
            nominal = reading.nominal(number)
            if not is_plausible(reading, role, nominal, via):
                state = reading.state(nominal) if via in _ACTING or role.name in _SIDES else None
                if state is None or not is_plausible(reading, role, state, via):
                    continue
                nominal = state
            used.add(number)
            if "event" in nominal.fillers:
                causes.append(number)
                if nominal.weapon is None:
                    continue
            fillers.append(Filler(role.name, nominal, role.effect, via))
        for nominal in slots.modifiers:
            if nominal.first in used or not _fits_modifier(role, nominal):
                continue
            used.add(nominal.first)
            fillers.append(Filler(role.name, nominal, role.effect, "modifier"))
    offered = [*slots.subject, *slots.agent]
    for phrase in slots.phrases:
        if phrase.preposition in _CAUSAL:
            offered += phrase.groups
    causes += [
        number
        for number in offered
        if number not in used and "event" in reading.nominal(number).fillers
    ]
    if not any(filler.role == "perpetrator" for filler in fillers):
        fillers += _owners(reading, frame, fillers)
    fillers.sort(key=lambda filler: filler.nominal.first)
    return fillers, causes


def _owners(reading: Reading, frame: Frame, fillers: Sequence[Filler]) -> list[Filler]:
    """Whose weapon it was: "regime barrel bombs killed", "a Taliban car bomb"."""
    role = frame.role("perpetrator")
    if role is None:
        return []
    found: list[Filler] = []
    for filler in fillers:
        nominal = filler.nominal
        weapon = nominal.weapon
        if filler.role != "instrument" or weapon is None or weapon.first <= nominal.first:
            continue
        owner = reading.modifier(nominal.chunk, nominal.first, weapon.first)
        if owner.actor is not None and owner.fillers & role.fillers:
            found.append(Filler("perpetrator", owner, None, "modifier"))
    return found


def _offers(role: RoleSpec, slots: Slots, support: Support) -> Iterator[tuple[str, int]]:
    """The groups that stand where the role may stand, the surest place first."""
    if "subject" in role.places:
        for number in slots.subject:
            yield "subject", number
        for number in slots.agent:
            yield "by", number
    if "object" in role.places:
        for number in slots.object:
            yield "object", number
    for name, groups in support.roles:
        if name == role.name:
            for number in groups:
                yield "light verb", number
    for phrase in slots.phrases:
        if phrase.preposition in role.prepositions and not phrase.is_inner:
            for number in phrase.groups:
                yield phrase.preposition, number


def is_plausible(reading: Reading, role: RoleSpec, nominal: Nominal, via: str) -> bool:
    """Whether a noun group is of a type the role takes, given how surely it stands there."""
    if role.heads:
        norms = reading.sentence.norms
        counting = reading.clauses.chunks[nominal.chunk].head
        return _has_head(norms, nominal.head, role.heads) or (
            counting != nominal.head
            and reading.clauses.kinds[nominal.chunk] == "N"
            and _has_head(norms, counting, role.heads)
        )
    if nominal.fillers & role.fillers:
        return True
    takes_people = bool(role.fillers & _PEOPLE)
    if "name" in nominal.fillers:
        if role.name == "target" and via in {"on", "against"}:
            return takes_people
        return takes_people and via in {"subject", "object", "by", "of"}
    if "pronoun" in nominal.fillers:
        return takes_people and via in {"subject", "object", "by"}
    if "number" in nominal.fillers:
        counted = {"to", "at", "light verb"} if role.effect is not None else set()
        return bool(role.fillers & {"person", "crowd"}) and via in {"subject", "object", "of", *counted}
    return nominal.is_negative and takes_people and role.effect is not None


def _has_head(norms: Sequence[str], head: int, heads: frozenset[str]) -> bool:
    """Whether the head, alone or with the one or two words before it, is listed ("peace deal")."""
    return any(
        " ".join(norms[start : head + 1]) in heads for start in range(head, max(-1, head - 3), -1)
    )


def _fits_modifier(role: RoleSpec, nominal: Nominal) -> bool:
    """Groups inside a noun group: "rebel attack", "market bombing", "car bomb attack"."""
    if role.name == "instrument":
        return nominal.weapon is not None and not role.fillers.isdisjoint(nominal.fillers)
    if nominal.weapon is not None or "event" in nominal.fillers:
        return False
    return bool(nominal.fillers & role.fillers - {"thing"})
