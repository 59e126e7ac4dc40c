"""Human targets: the people of an event with type, number, nationality and what became of them."""

import re

from benchmarks.muc4.actors import targets
from benchmarks.muc4.nouns import head, is_plural, noun_type, plain, trimmed, words
from benchmarks.muc4.places import foreign_nation
from benchmarks.muc4.template import HumanFill
from benchmarks.words import is_pronoun
from coder.values.events import Casualty, Event, EventActor
from coder.values.labels import ActorType, CasualtyKind, EventType, Qualifier

_TYPES = {
    ActorType.STATE_MILITARY: "ACTIVE MILITARY",
    ActorType.STATE_POLICE: "LAW ENFORCEMENT",
    ActorType.PRO_GOV_MILITIA: "LAW ENFORCEMENT",
    ActorType.STATE_OTHER: "GOVERNMENT OFFICIAL",
    ActorType.GOVERNMENT_OFFICIAL: "GOVERNMENT OFFICIAL",
    ActorType.PRIVATE_SECURITY: "SECURITY GUARD",
}
_PERSONS = frozenset({ActorType.GOVERNMENT_OFFICIAL, ActorType.CIVILIANS})
_INSTITUTIONS = frozenset({ActorType.ORGANISATION, ActorType.STATE_OTHER})
_FORMER = {"FORMER", "EX", "RETIRED"}
_EFFECTS = {
    CasualtyKind.KILLED: "DEATH",
    CasualtyKind.INJURED: "INJURY",
    CasualtyKind.HARMED: "INJURY",
    CasualtyKind.RELEASED: "REGAINED FREEDOM",
}
COUNTING = re.compile(
    r"^(?:[\w-]+ ){0,2}(?:NUMBER|NUMBERS|MAJORITY|HUNDREDS|DOZENS|SCORES|THOUSANDS) OF (?:THE )?",
    re.IGNORECASE,
)
_REMAINS = re.compile(
    r"^(?:THE )?(?:\w+ )?(?:BODY|BODIES|CORPSE|CORPSES|REMAINS) OF ", re.IGNORECASE
)
_AGE = re.compile(r"\d+-YEAR-OLD")
_UNNAMED_HEADS = {
    "FRONT",
    "MINOR",
    "NUMBER",
    "DEAD",
    "FIVE",
    "FOUR",
    "SEVEN",
    "SIX",
    "THREE",
    "TWO",
    "DEATH",
    "CASUALTY",
    "INJURY",
    "TOLL",
    "LOSS",
    "BODY",
    "CORPSE",
    "OTHER",
    "ONE",
    "COMRADE",
    "ANYONE",
    "ANYBODY",
    "EVERYONE",
    "EVERYBODY",
}


def human_fills(event: Event, country: str | None) -> list[HumanFill]:
    """The human targets of an event, each once; ``country`` is where it happened."""
    people: list[HumanFill] = []
    rows: dict[int, list[Casualty]] = {index: [] for index in range(len(event.actors))}
    loose: list[Casualty] = []
    for row in event.casualties:
        if row.is_superseded or row.is_attacker:
            continue
        if row.actor_idx is None:
            loose.append(row)
        else:
            rows[row.actor_idx].append(row)
    aimed_at = targets(event)
    things = {target.text for target in event.targets}
    for index, actor in enumerate(event.actors):
        if actor.text in things or is_institution(actor):
            continue
        if actor in aimed_at or any(row.kind in _EFFECTS for row in rows[index]):
            fill = _from_actor(event, actor, rows[index])
            if fill is not None:
                fill.nation = foreign_nation(actor.country, actor.nationality, country)
                _add(people, fill)
    for row in loose:
        fill = _from_row(row)
        if fill is not None:
            _add(people, fill)
    return _without_named_groups(people)


def is_institution(actor: EventActor) -> bool:
    """Whether a body without arms was hit: its premises are what the task asks for."""
    return (
        actor.is_organisation
        and actor.type in _INSTITUTIONS
        and name_and_description(actor)[0] is None
        and noun_type("human", actor.text) is None
    )


def _is_country(actor: EventActor) -> bool:
    """As in "Peru has been the target of attacks": a state by its name is nobody."""
    return (
        actor.type is ActorType.STATE_OTHER
        and actor.name is not None
        and actor.actor_id is None
        and plain(trimmed(actor.text)) == plain(trimmed(actor.name))
    )


def _without_named_groups(people: list[HumanFill]) -> list[HumanFill]:
    """Without the groups all of whose members are named; their effect goes to the members."""
    named: dict[str, int] = {}
    groups = {plain(p.description or ""): p for p in people if p.name is None}
    for person in people:
        said = plain(trimmed(person.description or ""))
        group = groups.get(said)
        if person.name and group is not None:
            person.effect = person.effect or group.effect
            named[said] = named.get(said, 0) + 1
    return [
        person
        for person in people
        if person.name or not _is_all_named(person, named.get(plain(person.description or ""), 0))
    ]


def _is_all_named(group: HumanFill, named: int) -> bool:
    return named > 0 and (not group.number.isdigit() or int(group.number) <= named)


def untargeted_effect(event: Event) -> str | None:
    """What the text says about nobody being hurt; null where it says nothing."""
    none = {row.kind for row in event.casualties if row.best == 0}
    if not none:
        return None
    if CasualtyKind.KILLED in none and CasualtyKind.INJURED in none:
        return "NO INJURY OR DEATH"
    return "NO DEATH" if CasualtyKind.KILLED in none else "NO INJURY"


def _from_actor(event: Event, actor: EventActor, rows: list[Casualty]) -> HumanFill | None:
    name, description = name_and_description(actor)
    if not description or head(description) in _UNNAMED_HEADS:
        description = None
    if not name and not description:
        return None
    if _is_country(actor):
        return None
    return HumanFill(
        name=name,
        description=description,
        type=human_type(description, actor.type),
        number=_actor_number(actor, rows),
        effect=_effect(event, rows),
    )


def _from_row(row: Casualty) -> HumanFill | None:
    description = COUNTING.sub("", trimmed(row.text))
    if not description or is_pronoun(description) or head(description) in _UNNAMED_HEADS:
        return None
    if row.best == 0 or not any(letter.isalpha() for letter in description):
        return None
    if row.kind not in _EFFECTS and row.kind is not CasualtyKind.ABDUCTED:
        return None
    return HumanFill(
        name=None,
        description=description,
        type=human_type(description, row.victim_type),
        number=_row_number(row, description),
        effect=_EFFECTS.get(row.kind),
    )


def name_and_description(actor: EventActor) -> tuple[str | None, str | None]:
    """The proper name of a person, and the title, role or noun group; nulls for a bare pronoun."""
    text = COUNTING.sub("", trimmed(actor.text))
    name = _person_name(actor)
    if name is None:
        text = trimmed(_REMAINS.sub("", text))
        said = actor.name if is_pronoun(text) else text
        return None, said or actor.description
    before = trimmed(_REMAINS.sub("", _before_name(plain(text), plain(name)))).rstrip(" ,")
    title, _, rest = name.partition(" ")
    if not before and rest and noun_type("human", title):
        return rest, title
    described = trimmed(actor.description) if actor.description else None
    return name, (None if _AGE.fullmatch(before) else before) or described


def _before_name(text: str, name: str) -> str:
    """What stands before a name that the text may tell by its last words only."""
    parts = name.split()
    for start in range(len(parts)):
        before, found, _ = text.partition(" ".join(parts[start:]))
        if found:
            return before
    return text


def _person_name(actor: EventActor) -> str | None:
    """A person is named in the text itself; a listed actor is a group."""
    name = actor.name
    if not name or actor.actor_id is not None or trimmed(name) != name:
        return None
    if actor.is_organisation and actor.type not in _PERSONS:
        return None
    return name


def human_type(description: str | None, actor_type: ActorType) -> str:
    """The value of the closed list: the words decide, then the actor's type, then CIVILIAN."""
    said = noun_type("human", description) if description else None
    kind = said or _TYPES.get(actor_type) or "CIVILIAN"
    if actor_type is ActorType.STATE_POLICE and kind == "ACTIVE MILITARY":
        kind = "LAW ENFORCEMENT"
    if description and _FORMER & set(words(description.replace("-", " "))):
        if kind == "GOVERNMENT OFFICIAL":
            return "FORMER GOVERNMENT OFFICIAL"
        if kind == "ACTIVE MILITARY":
            return "FORMER ACTIVE MILITARY"
    return kind


def _actor_number(actor: EventActor, rows: list[Casualty]) -> str:
    for row in rows:
        if row.kind in _EFFECTS or row.kind is CasualtyKind.ABDUCTED:
            return _row_number(row, actor.text)
    if actor.number is not None:
        return str(actor.number)
    return "1" if actor.name and not actor.is_organisation else _bare_number(actor.text)


def _bare_number(text: str) -> str:
    return "PLURAL" if is_plural(text) else "1"


def _row_number(row: Casualty, text: str) -> str:
    """``7``, ``7-``, ``~7``, ``6-8``, ``-7``, or PLURAL for vague words."""
    if row.qualifier in {Qualifier.VAGUE, Qualifier.PLURAL, Qualifier.UNSPECIFIED}:
        return "PLURAL"
    low, best, high = row.low, row.best, row.high
    if row.qualifier is Qualifier.RANGE and low is not None and high is not None:
        return f"{low}-{high}"
    if row.qualifier in {Qualifier.AT_LEAST, Qualifier.MORE_THAN} and low is not None:
        return f"{low}-"
    if row.qualifier in {Qualifier.ABOUT, Qualifier.NEARLY} and best is not None:
        return f"~{best}"
    if row.qualifier is Qualifier.UP_TO and high is not None:
        return f"-{high}"
    return _bare_number(text) if best is None else str(best)


def _effect(event: Event, rows: list[Casualty]) -> str | None:
    for kind in (CasualtyKind.KILLED, CasualtyKind.INJURED, CasualtyKind.HARMED):
        stated = [row for row in rows if row.kind is kind]
        if stated:
            if all(row.best == 0 for row in stated):
                return "NO DEATH" if kind is CasualtyKind.KILLED else "NO INJURY"
            return _EFFECTS[kind]
    if any(row.kind is CasualtyKind.RELEASED for row in rows):
        return "REGAINED FREEDOM"
    if event.event_type is EventType.KILLING:
        return "DEATH"
    if event.event_type is EventType.RELEASE:
        return "REGAINED FREEDOM"
    return None


def _add(people: list[HumanFill], new: HumanFill) -> None:
    """Add a person or group unless it is there already under other words."""
    for known in people:
        if _same(known, new):
            known.name = max(known.name or "", new.name or "", key=len) or None
            known.description = known.description or new.description
            known.effect = known.effect or new.effect
            if known.number in {"PLURAL", "1"} and new.number not in {"PLURAL", "1"}:
                known.number = new.number
            return
    people.append(new)


def _same(one: HumanFill, other: HumanFill) -> bool:
    if one.name and other.name:
        mine, theirs = set(words(one.name)), set(words(other.name))
        return mine <= theirs or theirs <= mine
    if one.name or other.name:
        return bool(
            one.description
            and other.description
            and plain(one.description) == plain(other.description)
        )
    if one.effect and other.effect and one.effect != other.effect:
        return False
    mine, theirs = set(words(one.description or "")), set(words(other.description or ""))
    return head(one.description or "") == head(other.description or "") and (
        mine <= theirs or theirs <= mine
    )
