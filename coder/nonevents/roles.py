"""A trigger that tells no event, and who stands where around it.

In: a reading and the frames. Out: each frame that fits, with the words of its roles. The places
around a trigger are found by the same grammar as for events.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from coder.events.hits import Hit, hits_of
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.roles.slots import Slots, active_slots, noun_slots, verb_slots
from coder.lexicon.words import noun_classes
from coder.nonevents.clauses import clause_range, topic_end
from coder.nonevents.fillers import fits
from coder.rules.nonevents import NonEventFrame, NonEventRules

_SINGLE = frozenset({"subject", "object"})
_OPEN = frozenset({"topic"})
_MAX_REACH = 12  # chunks between a trigger and a preposition that belongs to it
_NEAR = 6  # tokens behind a trigger where a word can make it another sense
_BREAKS = "UW:VX"
_PASSIVE = frozenset({"passive", "participle"})


@dataclass(slots=True)
class RoleWords:
    """Tokens ``first:last`` in a role, and the noun group they are; null for a clause."""

    first: int
    last: int
    nominal: Nominal | None = None


@dataclass(slots=True)
class Found:
    """A frame on its trigger with its roles. ``others``: noun groups joined to a role's first."""

    reading: Reading
    frame: NonEventFrame
    hit: Hit
    construction: str
    roles: dict[str, RoleWords]
    others: dict[str, list[RoleWords]]


def find_frames(reading: Reading, rules: NonEventRules) -> Iterator[Found]:
    """Every frame that fits, in the order of the text; of one trigger the first of each family."""
    covered: dict[str, int] = {}
    for hits in _hits(reading, rules):
        families: set[str] = set()
        for hit in hits:
            frame = rules.frames[hit.form.frame]
            behind = reading.sentence.norms[hit.last : hit.last + _NEAR]
            if frame.family in families or not frame.cancel.isdisjoint(behind):
                continue
            if hit.first < covered.get(frame.family, 0):
                continue  # the "threats" of "death threats"
            found = _filled(reading, frame, hit)
            if found is not None and all(name in found.roles for name in frame.needs):
                families.add(frame.family)
                covered[frame.family] = hit.last
                yield found


def _hits(reading: Reading, rules: NonEventRules) -> list[list[Hit]]:
    """The readings of each trigger, in the order of the text."""
    if rules.gate_words.isdisjoint(reading.vocabulary):
        return []
    found = [hits for _, hits in hits_of(reading, rules.forms)]
    if not rules.phrase_nouns.isdisjoint(reading.vocabulary):
        found += ([hit] for hit in _phrases(reading, rules))
        found.sort(key=lambda hits: hits[0].first)
    return found


def _phrases(reading: Reading, rules: NonEventRules) -> Iterator[Hit]:
    """As in "under rebel control": a preposition and the head of the noun group behind it."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    for number, kind in enumerate(clauses.kinds[:-1]):
        nouns = rules.phrases.get(clauses.first_words[number]) if kind == "P" else None
        if nouns is not None and clauses.kinds[number + 1] == "N":
            group = clauses.chunks[number + 1]
            form = nouns.get(norms[group.head])
            if form is not None:
                yield Hit(clauses.chunks[number].first, group.head + 1, number, form)


def _filled(reading: Reading, frame: NonEventFrame, hit: Hit) -> Found | None:
    """The frame with what stands in its places; null where the grammar gives it none."""
    pos = hit.form.pos
    if pos == "verb":
        slots = verb_slots(reading, hit, frame)
        if slots is not None and slots.construction == "participle" and not slots.agent:
            # "The army denied that ...": a past form before a clause has a subject of its own.
            slots = active_slots(reading, hit)
    elif pos == "noun":
        slots = noun_slots(reading, hit, frame)
        slots.subject = _utterer(reading, hit)
        slots.modifiers += _plural_owner(reading, hit)
    else:
        slots = _phrase_slots(reading, hit)
    if slots is None:
        return None
    if any(reading.nominal(group).is_negative for group in (*slots.subject, *slots.agent)):
        return None  # "no person or group has claimed": nobody does
    found = Found(reading, frame, hit, slots.construction, {}, {})
    taken: set[int] = set()
    used: set[str] = set()
    for role, places in frame.roles.items():
        for place in places:
            if place in used and place in _SINGLE:
                continue
            words = [
                item
                for item in _at(found, slots, place, is_open=role in _OPEN)
                if item.first not in taken and fits(reading, role, item.nominal)
            ]
            if words:
                found.roles[role], *rest = words
                found.others[role] = rest
                taken.add(words[0].first)
                used.add(place)
                break
    _keep_apart(reading, list(found.roles.values()))
    return found


def _keep_apart(reading: Reading, roles: list[RoleWords]) -> None:
    """End the words of a role where another role begins: "warned its citizens | of attacks"."""
    for one in roles:
        for other in roles:
            if one.first < other.first < one.last:
                before = reading.clauses.at_token[other.first] - 1
                chunk = reading.clauses.chunks[before]
                is_link = reading.clauses.kinds[before] in "PU"
                one.last = max(one.first + 1, chunk.first if is_link else other.first)


def _at(found: Found, slots: Slots, place: str, *, is_open: bool) -> Iterator[RoleWords]:
    """What stands in one place. ``is_open``: the words go on to the end of what is said."""
    reading = found.reading
    is_passive = slots.construction in _PASSIVE
    if place == "subject":
        yield from _groups(reading, slots.agent if is_passive else slots.subject)
    elif place == "object":
        groups = slots.object or _relative_object(reading, found.hit, slots)
        words = list(_groups(reading, groups))
        if is_open and words and not is_passive and words[0].first >= found.hit.last:
            words = [replace(words[0], last=topic_end(reading, words[0].first))]
        yield from words
    elif place == "owner":
        yield from (RoleWords(item.first, item.last, item) for item in slots.modifiers)
    elif place == "beside":
        yield from _beside(reading, found.hit)
    elif place in {"clause", "doing"}:
        spread = clause_range(reading, found.hit)
        if spread is not None and (place == "clause" or _is_doing(reading, spread[0])):
            yield RoleWords(*spread)
    else:
        yield from _behind(reading, found.hit, place, is_open=is_open)


def _groups(reading: Reading, groups: list[int]) -> Iterator[RoleWords]:
    for number in groups:
        nominal = reading.nominal(number)
        yield RoleWords(nominal.first, nominal.last, nominal)


def _behind(reading: Reading, hit: Hit, preposition: str, *, is_open: bool) -> Iterator[RoleWords]:
    """Behind a preposition of the trigger: a noun group, or an -ing clause for what is said."""
    clauses = reading.clauses
    at = clauses.at_token[hit.last - 1]
    for number in range(at + 1, min(len(clauses.kinds), at + _MAX_REACH)):
        kind = clauses.kinds[number]
        if kind in _BREAKS:
            return
        if kind != "P" or clauses.first_words[number] != preposition:
            continue
        following = clauses.kinds[number + 1 : number + 2]
        if (
            is_open
            and number + 1 < len(clauses.kinds)
            and (following == "G" or _is_doing(reading, clauses.chunks[number + 1].first))
        ):
            first = clauses.chunks[number + 1].first
            yield RoleWords(first, topic_end(reading, first, keeps_days=True))
        elif following == "N":
            groups = clauses.conjoined_right(number + 1)
            if preposition == "between":
                groups = [*groups, *clauses.second_party(groups[-1])]
            words = list(_groups(reading, groups))
            if is_open and preposition == "of" and _is_somebody(words[0].nominal):
                return  # "blamed the government of X"
            if is_open:
                words = [replace(words[0], last=topic_end(reading, words[0].first))]
            yield from words
        return


def _is_doing(reading: Reading, first: int) -> bool:
    """As in "killing the priest", "being linked to": a verb group that begins with an -ing form."""
    number = reading.clauses.at_token[first]
    return reading.clauses.kinds[number] in "GV" and reading.sentence.norms[first].endswith("ing")


def _is_somebody(nominal: Nominal | None) -> bool:
    return nominal is not None and (nominal.actor is not None or "name" in nominal.fillers)


def _relative_object(reading: Reading, hit: Hit, slots: Slots) -> list[int]:
    """As in "the villages (that) the rebels control": what stands before the verb's subject."""
    clauses = reading.clauses
    if hit.form.pos != "verb" or not slots.subject or slots.construction != "active":
        return []
    before = clauses.chunks[slots.subject[0]].first - 1
    if before < 0:
        return []
    number = clauses.at_token[before]
    if clauses.kinds[number] in "WU" and number:
        number -= 1
    elif clauses.kinds[number] != "N":
        return []
    return [number] if clauses.kinds[number] == "N" else []


def _utterer(reading: Reading, hit: Hit) -> list[int]:
    """Who issues, makes, repeats what the noun names: "the rebels issued a demand"."""
    clauses = reading.clauses
    uttering = noun_classes()["uttering"]
    norms = reading.sentence.norms
    for number in range(hit.chunk - 1, max(-1, hit.chunk - _MAX_REACH), -1):
        kind = clauses.kinds[number]
        if kind in "VXIG":
            group = clauses.chunks[number]
            is_uttered = norms[group.head] in uttering and hit.chunk in clauses.objects(number)
            return clauses.subject(number) if is_uttered and not group.passive else []
        if kind in "UW:":
            return []
    return []


def _plural_owner(reading: Reading, hit: Hit) -> list[Nominal]:
    """As in "the hijackers' demand": a plural with an apostrophe that looks like a quotation."""
    clauses = reading.clauses
    at = hit.chunk
    if clauses.kinds[max(0, at - 2) : at] != 'N"':
        return []
    mark = clauses.chunks[at - 1]
    owner = reading.nominal(at - 2)
    word = reading.sentence.norms[owner.head]
    is_apostrophe = reading.sentence.starts[mark.first] == reading.sentence.ends[owner.head]
    return [owner] if is_apostrophe and word.endswith("s") else []


def _beside(reading: Reading, hit: Hit) -> Iterator[RoleWords]:
    """As in "Raqqa, the stronghold of the group": the group the noun stands beside."""
    clauses = reading.clauses
    if clauses.kinds[hit.chunk - 2 : hit.chunk] == "N,":
        yield from _groups(reading, [hit.chunk - 2])


def _phrase_slots(reading: Reading, hit: Hit) -> Slots | None:
    """As in "under rebel control", "in the hands of": what is said to be so, and whose it is."""
    clauses = reading.clauses
    kinds = clauses.kinds
    number = clauses.at_token[hit.last - 1]
    group = clauses.chunks[number]
    before = clauses.at_token[hit.first] - 1
    while before >= 0 and kinds[before] in "tAJ!":
        before -= 1
    if before < 0:
        return None
    if kinds[before] == "N":
        subject = clauses.conjoined_left(before)
    elif kinds[before] in "VXI" and _stands(reading, before):
        subject = clauses.subject(before)
    else:
        return None
    slots = Slots(subject=subject, construction="phrase")
    first = clauses.chunks[clauses.at_token[hit.first]].last
    demonyms = {place.first for place in reading.places if place.is_demonym}
    owners = [
        token
        for token in range(first, group.head)
        if reading.tags[token] in "NEns" or token in demonyms
    ]
    if owners and kinds[number] == "N":
        slots.modifiers = [reading.modifier(number, owners[0], owners[-1] + 1)]
    return slots


def _stands(reading: Reading, verb: int) -> bool:
    """Whether a verb only says that it is so: "is", "remains", "has been"; not "came", "fell"."""
    return reading.clauses.head_words[verb] in noun_classes()["standing"]
