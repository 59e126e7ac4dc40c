"""What makes a trigger another sense: figures of speech, things that act, foreign objects."""

from collections.abc import Collection

from coder.events.drafts import Draft
from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.nominals import LIFELESS
from coder.events.roles.slots import Slots
from coder.events.senses.freed import is_out_of_trap, is_taken_before
from coder.events.senses.lifeless import is_host, is_of_animals
from coder.events.senses.senses_of_people import is_walkout
from coder.events.status.governors import is_lifted
from coder.grammar.clauses import Phrase
from coder.lexicon.closed import POSSESSIVES
from coder.lexicon.words import noun_classes
from coder.rules.model import FORCES, Frame
from coder.rules.ruleset import RuleSet
from coder.values.kinds import ARMED_NON_STATE, REMOTE, TAKINGS
from coder.values.labels import EventType, TargetType

_CLEAR = "clear"
_KILL = "kill"
_LOSSES, _LOST = "losses", "lost"
_STRIKE, _SHOOT, _THE_AIR = "strike", "shoot", ("the", "air")
_FIRE, _SIEGE = "fire", "siege"
_LASTING = frozenset({"siege_blockade", "offensive"})  # what is lifted or called off was before
_COURTS = frozenset({"judge", "court", "magistrate", "tribunal", "jury"})
_JAILING = frozenset({"jail", "imprison"})
_DEMONSTRATION = "demonstration"
_GATHERED = frozenset({"crowd", "person", "number", "organisation", "name"})
_OF_WORDS_TOO = frozenset({"attack", "assail", "assault", "onslaught"})
_TAKE, _AWAY = "take", frozenset({"to", "into", "from"})
_RAGING = frozenset({EventType.RIOT, EventType.ARMED_CLASH, EventType.BOMBING})
_OF_ONE = frozenset("D#$")  # "the", "two", "its"
_SITES = frozenset({"facility", "place"})
_IN_TOWN = frozenset({"in", "of"})  # "in the market", "north of the market town of A"
_WHERE = frozenset({"at", "near", "outside", "inside", "around", "behind"})
_TIMES = frozenset({"time", "times"})
_FROM_TO = frozenset({"from", "to"})
_HIT = frozenset({"person", "facility", "vehicle"})
_DONE_BY_BANDS = REMOTE | {EventType.ARMED_ATTACK, EventType.KILLING, EventType.PROPERTY_ATTACK}


def without_figures(reading: Reading, rules: RuleSet, trigger: int, hits: list[Hit]) -> list[Hit]:
    """The readings of a trigger, without those inside a set phrase of no violence: "kill off".

    A longer trigger is none of the phrase: "taken off | a bus".
    """
    norms = reading.sentence.norms
    ends = [
        trigger - before + len(words)
        for before, words in rules.figurative.get(norms[trigger], ())
        if before <= trigger and norms[trigger - before : trigger - before + len(words)] == words
    ]
    return [hit for hit in hits if hit.last > max(ends)] if ends else hits


_PLACING = frozenset({"on", "at", "in", "near", "under", "beside", "along", "next to", "beneath"})
_CARRYING = frozenset({"carrying", "containing", "transporting"})


def is_found_so(found: Draft, hit: Hit) -> bool:
    """As in "found two hostages | dead": the last word of the trigger before it."""
    return (
        found.subtype == "body_found" and hit.form.pos == "predicate" and hit.form.lemma == "dead"
    )


def is_cancelled(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """Whether what stands around a trigger makes it another sense than that of the frame."""
    if _is_meant_otherwise(reading, hit, frame, slots):
        return True
    if frame.cancel.isdisjoint(reading.vocabulary) or (
        frame.type is EventType.RELEASE and is_taken_before(reading, 0)
    ):
        return False  # "rescued from a cave, a week after they were snatched"
    norms = reading.sentence.norms
    chunks = reading.clauses.chunks
    groups = [*slots.subject, *slots.object, *slots.agent]
    # "a mine exploded on the road": what went off is told, and not changed by where.
    has_gone_off = frame.type is EventType.BOMBING and slots.construction != "passive"
    has_gone_off &= any(reading.nominal(number).weapon is not None for number in groups)
    for phrase in slots.phrases[:2]:
        if (has_gone_off and phrase.preposition in _PLACING) or _is_load(reading, phrase):
            continue
        if phrase.is_inner and phrase.preposition in _FROM_TO:
            continue  # "killed on his way from the market"
        if reading.clauses.has_head(phrase.groups, _TIMES) and phrase.preposition == "for":
            continue  # "killed for the second time"
        # Some phrases only say where: "killed six people at a market", "exploded at a gas station".
        if phrase.preposition in _WHERE:
            if not slots.object and any(
                norms[token] in frame.cancel
                for number in phrase.groups
                for token in (chunks[number].first, chunks[number].head)
            ):
                return True
        else:
            groups += [
                number
                for number in phrase.groups
                if not reading.nominal(number).fillers & _SITES
                or not (
                    phrase.preposition in _IN_TOWN
                    # "twin blasts on Haile Road": a name that only says where
                    or reading.sentence.words[chunks[number].head][0].isupper()
                )
            ]
    acting = {*slots.subject, *slots.agent}
    groups = _not_fallen_on(reading, frame, groups, acting)
    kinds = reading.clauses.kinds
    groups += _made_of(reading, slots)
    groups += [  # "the body of an activist, riddled with bullets"
        number - 2
        for number in slots.object
        if kinds.endswith("NP", 0, number)
        and reading.clauses.first_words[number - 1] == "of"
        and frame.type not in TAKINGS  # "the bodies of three men who were picked up": alive
    ]
    groups += [  # "evacuated 14 people wounded in the attack", "took the teachers aside"
        number + 1 for number in slots.object if kinds[number + 1 : number + 2] in {"X", "A", "J"}
    ]
    if slots.construction == "predicate":  # "a sea battle left six men dead"
        acts = reading.event_heads
        groups = [at for at in groups if at not in acting or chunks[at].head not in acts]
    # "perished under mortar fire": the fire of arms is no blaze
    groups = [at for at in groups if not _is_fire_of_arms(reading, at)]
    return any(
        norm in frame.cancel
        for number in groups
        if not _is_named_by_trade(reading, number, frame, is_acting=number in acting)
        for norm in norms[_said_from(reading, number, frame) : chunks[number].last]
    ) or any(
        norm in frame.cancel
        for nominal in slots.modifiers
        for norm in norms[nominal.first : nominal.last]
    )


def _is_meant_otherwise(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """Whether more than a listed word says so: who acts, on what, and in which words."""
    norms = reading.sentence.norms
    return (
        (hit.form.lemma in _OF_WORDS_TOO and _is_of_words(reading, hit, slots))
        or is_of_animals(reading, hit, frame, slots)
        or _is_conviction(reading, hit)
        or _is_product(reading, hit, slots)
        or is_host(reading, slots)
        or _leads_away(hit, frame, slots)
        or (frame.type is EventType.RELEASE and is_out_of_trap(reading, slots))
        or _is_of_thing(reading, hit, frame, slots)
        or _clears_way(reading, hit, slots)
        or _is_over(reading, hit, frame)
        # "no word of losses": of people, of no ground
        or (frame.subtype == _LOST and norms[hit.first] == _LOSSES)
        or (hit.form.lemma == _STRIKE and is_walkout(reading, hit, frame, slots))
        # "soldiers shot in the air"
        or (hit.form.lemma == _SHOOT and norms[hit.last + 1 : hit.last + 3] == _THE_AIR)
    )


def _not_fallen_on(
    reading: Reading, frame: Frame, groups: list[int], acting: Collection[int]
) -> list[int]:
    """The groups but for whom bands fall on: "rebels stormed a hospital", "fired on aid workers".

    Who bears arms by the word for them, against a state or outside it, needs no other proof that
    the act is one; of trees that are cut down it is asked.
    """
    actors = (reading.nominal(at).actor for at in acting if "armed" in reading.nominal(at).fillers)
    if frame.type not in _DONE_BY_BANDS or not any(
        actor is not None and actor.type in ARMED_NON_STATE for actor in actors
    ):
        return groups
    is_of_property = frame.type is EventType.PROPERTY_ATTACK
    return [
        at
        for at in groups
        if at in acting
        or reading.nominal(at).fillers.isdisjoint(_HIT)
        or (not is_of_property and _is_of_farm(reading, at))
    ]


def _is_of_farm(reading: Reading, number: int) -> bool:
    thing = reading.nominal(number).target
    return thing is not None and thing.type is TargetType.AGRICULTURE


def _made_of(reading: Reading, slots: Slots) -> list[int]:
    """As in "a gang of workers", "a search of the attic": what the subject is told to be of."""
    kinds, first_words = reading.clauses.kinds, reading.clauses.first_words
    return [
        number + 2
        for number in slots.subject
        if kinds[number : number + 3] == "NPN"
        and first_words[number + 1] == "of"
        and not reading.nominal(number + 2).fillers & _SITES
    ]


def _is_load(reading: Reading, phrase: Phrase) -> bool:
    """As in "set fire to trucks carrying fuel", "loaded with coal": what was aboard."""
    at = phrase.position - 1
    return phrase.preposition in _CARRYING or (
        phrase.preposition == "with"
        and reading.clauses.kinds[at : at + 1] in {"X", "J"}
        and reading.clauses.head_words[at] in noun_classes()["loaded"]
    )


def _is_over(reading: Reading, hit: Hit, frame: Frame) -> bool:
    """As in "lifted the blockade", "the siege of the town ended": it was set up before."""
    if hit.form.pos != "noun" or (frame.subtype not in _LASTING and hit.form.lemma != _SIEGE):
        return False
    place = reading.of_what(hit.chunk)
    is_of_house = frame.type is EventType.ABDUCTION and (
        place is None or reading.nominal(place).place is None
    )
    return not is_of_house and is_lifted(reading, hit.chunk)


def _is_fire_of_arms(reading: Reading, number: int) -> bool:
    """As in "mortar fire", "machine-gun fire", "the fall of shells": what comes out of a weapon."""
    if reading.clauses.head_words[number] == _FIRE:
        return reading.nominal(number).weapon is not None
    of_what = reading.of_what(number)
    return of_what is not None and reading.nominal(of_what).weapon is not None


def _is_of_thing(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """As in "a riot of speculation", "a blast of hot rock": what rages is no people and no place.

    A single thing may blow up: "the explosion of a parcel".
    """
    if slots.construction != "nominal":
        return False
    clauses = reading.clauses
    if hit.form.lemma == _DEMONSTRATION:
        return _is_shown(reading, hit)
    if frame.type not in _RAGING:
        return False
    if (
        clauses.kinds[hit.chunk + 1 : hit.chunk + 3] != "PN"
        or hit.last != clauses.chunks[hit.chunk].last
    ):
        return False
    group = clauses.chunks[hit.chunk + 2]
    is_one = frame.type is EventType.BOMBING and reading.tags[group.first] in _OF_ONE
    return (
        reading.sentence.norms[hit.last] == "of"
        and reading.nominal(hit.chunk + 2).fillers == LIFELESS
        and not is_one
    )


def _is_shown(reading: Reading, hit: Hit) -> bool:
    """As in "a demonstration of police dogs": of what is shown, no crowd and no feeling."""
    at = hit.chunk + 2
    if reading.clauses.kinds[hit.chunk + 1 : at + 1] != "PN":
        return False
    return (
        reading.clauses.first_words[at - 1] == "of"
        and reading.nominal(at).fillers.isdisjoint(_GATHERED)
        and reading.clauses.head_words[at] not in noun_classes()["shown_by_crowds"]
    )


def _leads_away(hit: Hit, frame: Frame, slots: Slots) -> bool:
    """As in "took the victims to the forest": people are taken, and no lives."""
    if frame.type is not EventType.KILLING or hit.form.lemma != _TAKE:
        return False
    return any(phrase.preposition in _AWAY for phrase in slots.phrases)


def _clears_way(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "tried to clear the road", "cleared the square": nobody held it."""
    return hit.form.lemma == _CLEAR and reading.clauses.has_head(
        slots.object, noun_classes()["on_the_way"]
    )


def _is_product(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "killed the Galaxy Note 7": what has an article, capitals and a number is sold.

    Not in "killed the bandit Halilu 2": a noun says that it is somebody.
    """
    words, chunks = reading.sentence.words, reading.clauses.chunks
    people, norms = reading.lexicon.persons.last_words, reading.sentence.norms
    groups = [
        chunks[at]
        for at in slots.object
        if people.isdisjoint(norms[chunks[at].first : chunks[at].last])
    ]
    return hit.form.lemma == _KILL and any(
        words[group.first].lower() == "the"
        and words[group.last - 1].isdecimal()
        and words[group.last - 2][:1].isupper()
        for group in groups
    )


def _is_conviction(reading: Reading, hit: Hit) -> bool:
    """As in "was jailed for six years", "cleared of fraud": what a court says, no arrest."""
    norms = reading.sentence.norms
    if hit.form.lemma == _CLEAR:
        return norms[hit.last : hit.last + 1] == ("of",)
    if hit.form.lemma not in _JAILING:
        return False
    behind = norms[hit.last : hit.last + 5]
    if _is_jailed_for(reading, hit):
        return True
    if not _COURTS.isdisjoint(reading.vocabulary) and "military" not in reading.vocabulary:
        return True
    return "for" in behind and not noun_classes()["term"].isdisjoint(behind)


def _is_jailed_for(reading: Reading, hit: Hit) -> bool:
    """As in "was jailed for fraud", "in Delhi for the lynching": no "for questioning"."""
    if reading.sentence.norms[hit.last : hit.last + 1] == ("for",):
        return reading.sentence.norms[hit.last + 1 : hit.last + 2] != ("questioning",)
    heads = reading.clauses.head_words
    return any(
        phrase.preposition == "for" and all(heads[at] != "questioning" for at in phrase.groups)
        for phrase in reading.clauses.phrases(hit.chunk)
    )


def _said_from(reading: Reading, number: int, frame: Frame) -> int:
    """The first token that tells a sense: "a number" of people and a burnt "fuel" truck do not.

    Nor does what a place that shells or missiles hit is for: "an oil depot", nor where the act that
    does harm was: "a market blast".
    """
    group, nominal = reading.clauses.chunks[number], reading.nominal(number)
    counted = nominal.quantity
    if counted is not None and counted.first <= group.head < counted.last:
        return group.last
    is_burnt = frame.type is EventType.PROPERTY_ATTACK and "vehicle" in nominal.fillers
    is_hit = frame.type in REMOTE and "facility" in nominal.fillers
    before = reading.sentence.norms[group.head - 1]
    is_act = group.head in reading.event_heads and before in noun_classes()["scene_of_deeds"]
    return group.head if is_burnt or is_hit or is_act else group.first


def _is_named_by_trade(reading: Reading, number: int, frame: Frame, *, is_acting: bool) -> bool:
    """As in "cattle raiders", "bank robbers", "cattle herders": called after what they work at.

    Of those who act only armed people: "market forces killed the plan". "Crash victims" are
    called after what befell them.
    """
    nominal = reading.nominal(number)
    norm = reading.sentence.norms[nominal.head]
    if norm in frame.cancel:
        members = reading.of_what(number) if is_acting else None  # "elements of the army"
        return members is not None and bool(FORCES & reading.nominal(members).fillers)
    if norm in noun_classes()["robbing"]:
        return True  # "killed in a cattle raid", "in a bank robbery"
    if is_acting:
        return "armed" in nominal.fillers
    before = reading.tags[nominal.first : nominal.head]
    is_trade = before.endswith(("N", "n")) and norm not in noun_classes()["harmed"]
    return is_trade and "person" in nominal.fillers and frame.type is EventType.KILLING


def _is_of_words(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "harshly attacked the president", "the paper attacked him": words hurt nobody."""
    classes = noun_classes()
    norms = reading.sentence.norms
    chunks = reading.clauses.chunks
    press = classes["press"]
    if hit.form.pos == "verb" and any(
        reading.clauses.head_words[number] in press
        and ("armed" not in reading.nominal(number).fillers or norms[chunks[number].last] != "of")
        for number in slots.subject  # "a column of guerrillas attacked"
    ):
        return True
    if reading.clauses.has_head(slots.agent, classes["printed_in"]):
        return True  # "was attacked by the tabloids"
    verbal = classes["verbal"]
    if verbal.isdisjoint(reading.vocabulary):
        return False
    group = chunks[hit.chunk]
    if not verbal.isdisjoint(norms[max(0, group.first - 2) : group.last + 1]):
        return True
    return norms[group.first] in POSSESSIVES and any(norm.startswith("critic") for norm in norms)
