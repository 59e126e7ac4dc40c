"""What asserts an event that is told by a noun: "carried out an attack", "an attack took place"."""

from dataclasses import dataclass

from coder.events.counts.fate_words import leaves_hurt
from coder.events.hanging import (
    governing_verb,
    hangs_behind,
    is_bare,
    verb_of_relative,
    verbs_of_subject,
    whole_of,
)
from coder.events.reading import Reading
from coder.events.roles.governing import called_to, drives_out, looks_into
from coder.lexicon.words import noun_classes
from coder.rules.model import LightVerb
from coder.rules.ruleset import RuleSet
from coder.text.columns import heading_at
from coder.values.labels import PlaceLevel

_MAX_ROW = 60
_NAMING = frozenset({"call", "calls", "called", "calling"})
_BESIDE = frozenset(
    {"with", "as", "for", "to", "on", "by", "over", "about", "regarding", "concerning", "into"}
)
_PARTIES = frozenset({"perpetrator", "target", "participant"})
_ASKING = frozenset({"investigate", "probe", "respond"})
_PEOPLE_DOING = "PNG"
_LANDS = frozenset({PlaceLevel.COUNTRY, PlaceLevel.INTERNATIONAL})
_REPORTING = frozenset(
    {"acknowledge", "be reported", "confirm", "report"}
)  # "fighting was reported in Bor"
_AIMED = frozenset({"of", "on", "against"})
_HEARSAY = frozenset({"word", "news", "report", "reports", "sign", "signs", "mention"})
_UNHURT = frozenset({"unharmed", "unhurt", "unscathed", "uninjured"})


@dataclass(slots=True)
class Support:
    """How a noun is asserted, by which verb chunk, and the roles that verb adds.

    ``happens``: the verb says no more than that it took place ("fighting broke out").
    """

    kind: str
    verb: int | None
    roles: tuple[tuple[str, tuple[int, ...]], ...]
    happens: bool = False


IN_AN_ENTRY = Support("headline", None, ())
"""What a noun has that stands without a verb. Shared like the next."""
BY_VERB = Support("verb", None, ())
"""What a verb has: it is its own support. Shared, as nothing is ever changed in it."""
ASSERTING = frozenset({"verb", "light", "occurrence"})
"""The kinds of support by which an act is told to have been done."""
_NUMBERS = frozenset({"", "N.", "N)", "(N)"})


def noun_support(reading: Reading, rules: RuleSet, number: int) -> Support:  # noqa: C901, PLR0911, PLR0912 - one walk
    """Look for the verb the noun group hangs on, to the left as object, to the right as subject."""
    clauses = reading.clauses
    kinds = clauses.kinds
    if ("V" not in kinds and "X" not in kinds and "L" not in kinds) or _is_item(kinds, number):
        is_told = is_behind_label(reading, number)
        return Support("occurrence" if is_told else "headline", None, (), happens=is_told)
    of_relative = verb_of_relative(reading, number)
    if of_relative is not None:
        light = _light_verb(reading, rules, of_relative, takes_act=True)
        if light is not None and light.object == "event":
            return _light_support(reading, light, of_relative, number)
    if (sent := called_to(reading, number)) is not None:
        if clauses.head_words[number] in noun_classes()["called_out_unsure"]:
            return Support("bare", sent, ())  # what it was is told behind: "to a disturbance"
        return Support("occurrence", sent, (), happens=True)
    hangs = hangs_behind(reading, number) and not _came_away(reading, number)
    whole = whole_of(reading, number)
    governing = None if hangs else governing_verb(reading, whole)
    if kinds[number - 1 : number] in {"P", "C"} and is_of_file(reading, number):
        return Support("bare", governing, ())  # "detectives opened four counts of murder"
    if governing is not None:
        light = _light_verb(reading, rules, governing, takes_act=True)
        if light is not None and light.lemma.startswith("claim"):
            return Support("bare", None, ())  # who claims it is read elsewhere
        if (
            light is not None
            and (
                is_naming(reading, governing)
                or (light.lemma == "report" and kinds[number + 1 : number + 2] != "P")
            )
            and reading.nominal(number).is_definite
        ):
            return Support("bare", governing, ())  # "called the strike an act of terror"
        if (
            light is not None
            and light.lemma in _ASKING
            and not looks_into(reading, governing, number)
        ):
            return Support("bare", governing, ())
        if light is not None and not _is_beside(reading, light, whole):
            return _light_support(reading, light, governing, number)
        if drives_out(reading, governing, number):
            return Support("light", governing, ())
    if (found := _support_as_subject(reading, rules, number)) is not None:
        return found
    if governing is not None:
        norms = reading.sentence.norms
        group = clauses.chunks[governing]
        is_object = number in clauses.objects(governing)  # "the sell-off killed the rally"
        is_finding = norms[group.head] in noun_classes()["says_no_act"]
        if norms[group.head] in rules.harm_words and not (is_object or is_finding):
            return Support("cause", governing, ())
        if "there" in norms[max(0, group.first - 1) : group.last]:
            if _is_not_heard_of(reading, governing + 1, number):
                return Support("bare", governing, ())
            is_told = _is_fight_somewhere(reading, number)
            return Support("occurrence", governing, (), happens=is_told)
    return Support("bare", governing, ())


def _is_not_heard_of(reading: Reading, whole: int, number: int) -> bool:
    """As in "there was no word in A on fighting in the south": none that was heard of there."""
    clauses = reading.clauses
    return (
        whole < number
        and clauses.head_words[whole] in _HEARSAY
        and reading.sentence.norms[clauses.chunks[whole].first] == "no"
    )


def is_of_file(reading: Reading, number: int) -> bool:
    """As in "a case of murder", "counts of murder and arson": what a file or charge is called."""
    clauses = reading.clauses
    first = number
    while clauses.kinds.endswith("NC", 0, first):
        first -= 2
    if not clauses.kinds.endswith("NP", 0, first) or clauses.first_words[first - 1] != "of":
        return False
    return clauses.head_words[first - 2] in noun_classes()["file_noun"]


def _came_away(reading: Reading, number: int) -> bool:
    """As in "was unhurt after a raid": said of whom it was aimed at, as "survived a raid" is."""
    norms, first = reading.sentence.norms, reading.clauses.chunks[number - 1].first
    return not _UNHURT.isdisjoint(norms[first - 1 : first])


def _support_as_subject(reading: Reading, rules: RuleSet, number: int) -> Support | None:
    """By what is said of it; in "The raid, which all condemned, took place in A" by what tells."""
    first: Support | None = None
    for verb in verbs_of_subject(reading, number):
        found = _support_of_verb(reading, rules, verb, number)
        if found is not None and found.kind != "bare":
            return found
        first = first or found
    return first


def _support_of_verb(
    reading: Reading, rules: RuleSet, following: int, number: int
) -> Support | None:
    clauses = reading.clauses
    light = _light_verb(reading, rules, following, takes_act=clauses.chunks[following].passive)
    if light is not None:
        return _subject_support(reading, rules, light, following, number)
    norm = clauses.head_words[following]
    if norm == "heard" and not clauses.objects(following):
        return Support("occurrence", following, (), happens=True)  # "Explosions heard in A"
    if norm in rules.harm_words or leaves_hurt(reading, following):
        return Support("cause", following, ())
    says_no_act = noun_classes()["says_no_act"] | noun_classes()["raising"]
    if norm in rules.trigger_forms and norm not in says_no_act:
        return Support("occurrence", following, ())
    return None


def _is_item(kinds: str, number: int) -> bool:
    """As in "Attacks on the grid in Aden, which was left in the dark": no verb but a relative's.

    The number of an item may stand before it.
    """
    opening = kinds.find(",W")
    if opening < 0 or kinds[:number] not in _NUMBERS:
        return False
    told, said_of_it = kinds[number:opening], kinds[opening + 2 :]
    return (
        told.strip("NPC,t") == ""
        and said_of_it.count("V") + said_of_it.count("X") == 1
        and ("," not in said_of_it)
    )


def _is_beside(reading: Reading, light: LightVerb, number: int) -> bool:
    """As in "the war began with protests": behind a preposition that is none of the verb's."""
    clauses = reading.clauses
    if clauses.kinds[number - 1 : number] != "P":
        return False
    return (norm := clauses.first_words[number - 1]) in _BESIDE and norm not in light.words


def _light_verb(
    reading: Reading, rules: RuleSet, verb: int, *, takes_act: bool
) -> LightVerb | None:
    """The light verb of a chunk. Of verbs that can be two the one with the act in its place.

    ``takes_act``: the act is its object ("they began an attack"), not its subject ("it began").
    """
    norms = reading.sentence.norms
    group = reading.clauses.chunks[verb]
    found: LightVerb | None = None
    for start in (group.head, group.first):  # "was hit by" is no "hit"
        lights = [
            light
            for light in rules.light_verbs.get(norms[start], ())
            if (not light.words or norms[start + 1 : start + 2] == light.words[:1])
            and norms[start + 1 : start + 1 + len(light.words)] == light.words
        ]
        for light in lights:
            if takes_act is (light.object == "event") and lights[0].words == light.words:
                return light
        found = found or next(iter(lights), None)
    return found or (_light_passive(reading, rules, verb) if group.passive else None)


def _light_passive(reading: Reading, rules: RuleSet, verb: int) -> LightVerb | None:
    """As in "is | being subjected to shelling", "were subjected at dawn to shelling"."""
    norms, group = reading.sentence.norms, reading.clauses.chunks[verb]
    behind = group.head + 1
    at = verb + 1
    kinds = reading.clauses.kinds
    while kinds[at : at + 1] == "t" or kinds[at : at + 2] == "Pt":
        at += 1 if kinds[at] == "t" else 2
        behind = reading.clauses.chunks[at - 1].last
    words = (norms[group.head], *norms[behind : behind + 1])
    lights = rules.light_verbs.get("been", ())
    return next((it for it in lights if it.words == words and it.subject == "target"), None)


def is_behind_label(reading: Reading, number: int) -> bool:
    """As in "Method: suicide truck bomb.", below "Incident" in a table: a form says what it was."""
    clauses = reading.clauses
    labels = noun_classes()["label_kind"]
    if "|" in reading.vocabulary:
        heading = heading_at(reading.sentence, clauses.chunks[number].first)
        return heading is not None and not labels.isdisjoint(heading)
    if clauses.kinds[:number] not in {"N:", "NPN:"}:
        return False
    return clauses.has_head((0, number - 2), labels)


def is_naming(reading: Reading, verb: int | None) -> bool:
    """As in "what a trader called a bloodbath": the verb gives a name and calls nothing for."""
    return verb is not None and reading.clauses.head_words[verb] in _NAMING


def _light_support(reading: Reading, light: LightVerb, verb: int, number: int) -> Support:
    """The noun is the object (or behind the preposition) of the light verb."""
    clauses = reading.clauses
    roles: list[tuple[str, tuple[int, ...]]] = []
    subject = tuple(clauses.subject(verb))
    name = light.subject
    if name in _PARTIES and subject and number not in subject:
        roles.append((name, subject))
        if name == "target":
            roles.append(("victim", subject))
            roles += _doers_behind(reading, number)
        if name == "participant":  # "were involved in the killing", where there are no sides
            roles.append(("perpetrator", subject))
    if light.subject == "event":
        happens = light.object == "none" and number in (clauses.parties_behind(verb) or ())
        # "In Homs occurred an explosion": what happens stands behind the verb
        return Support("occurrence" if happens else "bare", verb, (), happens=happens)
    is_told = _is_reported(reading, light, number) and not reading.nominal(number).is_definite
    return Support("light", verb, tuple(roles), happens=is_told)


def _doers_behind(reading: Reading, number: int) -> list[tuple[str, tuple[int, ...]]]:
    """As in "drove into an ambush laid by rebels": who did what somebody met with."""
    if reading.clauses.kinds[number + 1 : number + 2] != "X" or not is_bare(reading, number + 1):
        return []
    phrases = reading.clauses.phrases(number + 1)
    return [("perpetrator", tuple(it.groups)) for it in phrases if it.preposition == "by"]


def _is_reported(reading: Reading, light: LightVerb, number: int) -> bool:
    """As in "reported another attack in A", "fighting was reported in B"."""
    return light.lemma in _REPORTING and _is_fight_somewhere(reading, number)


def _is_fight_somewhere(reading: Reading, number: int) -> bool:
    """As in "there was fighting in A": a noun of force, and a place where it was.

    No "attack of gout", no "attacks on privacy": on whom or what it was must then be known.
    """
    if _LANDS.issuperset(place.level for place in reading.places):
        return False
    clauses = reading.clauses
    is_aimed = clauses.kinds[number + 1 : number + 3] == "PN" and (
        clauses.first_words[number + 1] in _AIMED
    )
    return clauses.head_words[number] in noun_classes()["fighting"] and not is_aimed


def _subject_support(
    reading: Reading, rules: RuleSet, light: LightVerb, verb: int, number: int
) -> Support:
    """The noun is the subject: it "took place", or "was carried out by" somebody."""
    clauses = reading.clauses
    roles: list[tuple[str, tuple[int, ...]]] = []
    if clauses.chunks[verb].passive or (light.subject != "event" and is_bare(reading, verb)):
        name = light.subject
        agents = [p.groups for p in clauses.phrases(verb) if p.preposition == "by"]
        if name in _PARTIES and agents:
            roles.append((name, tuple(agents[0])))
        is_told = not agents and _is_reported(reading, light, number)
        return Support("light", verb, tuple(roles), happens=is_told)
    if light.subject == "event":
        name = light.object
        objects = tuple(_objects_in_row(reading, rules, light, verb))
        if name in _PARTIES and objects:
            roles.append((name, objects))
            roles.append(("victim", objects))
        is_told = light.object == "none" or _engulfs(reading, number, objects)
        return Support("occurrence", verb, tuple(roles), happens=is_told)
    if clauses.kinds.startswith(_PEOPLE_DOING, verb + 1):
        return Support("occurrence", verb, ())  # "the raid resulted in 800 people fleeing"
    return Support("bare", verb, ())


def _engulfs(reading: Reading, number: int, objects: tuple[int, ...]) -> bool:
    """As in "fighting engulfed the town of A": what rages over a place needs no side named."""
    if reading.clauses.head_words[number] not in noun_classes()["fighting"]:
        return False
    return any("territory" in reading.nominal(group).fillers for group in objects)


def _objects_in_row(reading: Reading, rules: RuleSet, light: LightVerb, verb: int) -> list[int]:
    """What an act hit, told by one verb after another: "engaged two units and destroyed a tank"."""
    clauses = reading.clauses
    behind = [it.groups for it in clauses.phrases(verb) if it.preposition in light.words]
    found = clauses.objects(verb) or [number for groups in behind[:1] for number in groups]
    subject = clauses.subject(verb)
    for at in range(verb + 1, min(len(clauses.kinds), verb + _MAX_ROW)):
        if clauses.kinds[at] in "UW":
            break
        is_in_row = clauses.kinds[at] in "VX" and clauses.subject(at) == subject
        other = _light_verb(reading, rules, at, takes_act=False) if is_in_row else None
        if other is not None and (other.subject, other.object) == ("event", "target"):
            found += [number for number in clauses.objects(at) if number not in found]
    return found
