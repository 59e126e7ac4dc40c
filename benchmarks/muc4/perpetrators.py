"""Perpetrators of an event: individuals by their words, organisations by name."""

import re
from collections.abc import Iterable

from benchmarks.muc4.actors import ILLEGAL, STATE, confidence, perpetrators
from benchmarks.muc4.human import COUNTING, name_and_description
from benchmarks.muc4.nouns import head, is_plural, plain, singular, trimmed, words
from benchmarks.muc4.template import Organisation, Template
from benchmarks.words import is_pronoun
from coder.lexicon.load import load_lexicon
from coder.values.events import Event, EventActor
from coder.values.labels import Certainty, EventType

_LEADING = ("the ", "a ", "an ", "some ")
_SEEMING = {"alleged", "suspected", "presumed", "supposed", "so-called", "self-styled"}
_ALONE = {"GUERRILLA", "TERRORIST", "REBEL", "SUBVERSIVE"}
_PEOPLE = {
    "GUERRILLA",
    "TERRORIST",
    "REBEL",
    "MEMBER",
    "FIGHTER",
    "TROOP",
    "SOLDIER",
    "UNIT",
    "COLUMN",
    "COMMANDO",
    "FORCE",
    "GUNMAN",
    "MILITIAMAN",
    "GROUP",
    "COMBATANT",
    "SUBVERSIVE",
    "LEADER",
    "PATROL",
    "PERSONNEL",
}
_CRAFT = {"HELICOPTER", "PLANE", "AIRCRAFT", "JET", "TANK", "GUNSHIP"}
_OF_A_GROUP = {
    "GUERRILLA", "TERRORIST", "REBEL", "SUBVERSIVE", "INSURGENT", "EXTREMIST", "GROUP", "COMMANDO",
    "ATTACKER", "ASSAILANT",
}  # fmt: skip
_MODIFIERS = {
    "ALLEGED",
    "SUSPECTED",
    "PRESUMED",
    "ARMED",
    "HEAVILY",
    "HEAVILY-ARMED",
    "UNIDENTIFIED",
    "TWO",
    "THREE",
    "SIX",
    "MAOIST",
    "PRO-CASTRO",
}
_ARMED_BODIES = re.compile(r"\b(?:ARMED|AIR|SECURITY|DEFENSE|POLICE|LIBERATION) FORCES?$")
_ASIDE = re.compile(r"[\[(][^\])]*[\])](?= \w)")
_BODIES = {
    "ARMY",
    "POLICE",
    "GOVERNMENT",
    "FORCE",
    "MILITARY",
    "REGIME",
    "GUARD",
    "SQUAD",
    "CARTEL",
    "MAFIA",
    "BATTALION",
    "BRIGADE",
    "NAVY",
}


def fills(event: Event) -> tuple[list[str], list[Organisation]]:
    """Individuals, and organisations with the confidence of the text in them."""
    individuals: list[str] = []
    organisations: list[Organisation] = []
    for actor in perpetrators(event) if event.event_type is not EventType.RELEASE else ():
        if actor.certainty is Certainty.DENIED:
            continue
        if is_organisation(actor):
            text, people = organisation_words(actor), _members(actor)
        else:
            text, people = _body_of(actor), individual_words(actor)
            if people and head(people) in _CRAFT and (text or actor.country is None):
                people = None  # a craft is the instrument
        if text and all(plain(text) != plain(o.text) for o in organisations):
            text = _plain_of(text)
            organisations.append(Organisation(text=text, confidence=confidence(event, actor)))
        if people:
            _add(
                individuals, _people_alone(people) if text and actor.actor_id else _plain_of(people)
            )
    return individuals, organisations


def only_organisation(events: Iterable[Event]) -> str | None:
    """The words for the one illegal organisation that the events of a document name; else null."""
    named = {
        actor.actor_id: actor
        for event in events
        for actor in event.actors
        if actor.is_organisation and actor.actor_id is not None and actor.type in ILLEGAL
    }
    if len(named) != 1:
        return None
    return organisation_words(next(iter(named.values())))


def lacks_organisation(template: Template) -> bool:
    """Whether nobody, or only "guerrillas" and the like, are said to have done it."""
    heads = {head(text) for text in template.individuals}
    return not template.organisations and (not heads or bool(heads & _OF_A_GROUP))


def is_organisation(actor: EventActor) -> bool:
    """Whether the actor is a body with a name, or one of the state's bodies."""
    if actor.is_organisation:
        is_known = actor.actor_id is not None or actor.name is not None
        name, _ = name_and_description(actor)
        return name is None and (is_known or not _has_people(actor.text))
    return actor.type in STATE and head(actor.text) in _BODIES


def organisation_words(actor: EventActor) -> str | None:
    """The name as the text has it, without the people who acted for it."""
    if is_pronoun(actor.text):
        return actor.name
    text = _stripped(actor.text)
    if text is None:
        return None
    listed = _listed_words(text) if actor.actor_id is not None else None
    if listed is not None:
        return listed
    if not _has_people(text):
        return text
    if actor.name and plain(actor.name) in plain(text) and head(actor.name) not in _PEOPLE:
        return actor.name
    return _body_words(text) or (actor.name if actor.actor_id is not None else None) or text


def _listed_words(text: str) -> str | None:
    """The words of a phrase that name a listed group: "FMLN" in "COWARDLY FMLN KILLERS"."""
    found = text.split()
    norms = tuple(word.strip(",.;:").lower() for word in found)
    table = load_lexicon().actors
    for position in table.beginnings(norms):
        match = table.longest(norms, position)
        if match is not None:
            named = found[position : position + match[0]]
            while len(named) > 1 and head(named[-1]) in _OF_A_GROUP:
                named.pop()  # "FMLN GUERRILLAS" is one listed form
            return _stripped(" ".join(named).strip(",.;:"))
    return None


def _body_of(actor: EventActor) -> str | None:
    """The body whose people or craft acted ("army soldiers", "members of the 3d brigade")."""
    text = _stripped(actor.text)
    if text is None or not (_has_people(text) or head(text) in _CRAFT):
        return None
    body = _body_words(text)
    return body if body and (actor.actor_id is not None or head(body) in _BODIES) else None


def _has_people(text: str) -> bool:
    return head(text) in _PEOPLE and not _ARMED_BODIES.search(plain(text))


def _body_words(text: str) -> str | None:
    """What stands before or behind the word for people: "ARMY" in "ARMY SOLDIERS"."""
    front, _, owner = plain(text).partition(" OF ")
    owner = owner.partition(" OF ")[0].partition(" IN ")[0]
    named = owner or " ".join(front.split()[:-1])
    kept = [word for word in trimmed(named).split() if word not in _MODIFIERS]
    return _stripped(" ".join(kept)) if kept and not is_pronoun(kept[-1]) else None


def individual_words(actor: EventActor) -> str | None:
    """A person's name, or the noun group with its modifiers."""
    name, _ = name_and_description(actor)
    if name:
        return name
    if is_pronoun(actor.text):
        return actor.description or actor.name
    return _stripped(actor.text)


def _members(actor: EventActor) -> str | None:
    """The words for the people who acted for a named organisation; null for none."""
    text = _stripped(actor.text)
    if text is None:
        return None
    listed = _listed_words(text) if actor.actor_id is not None else None
    if listed is not None and is_plural(text) and not plain(text).endswith(plain(listed)):
        return text
    return text if _has_people(text) else None


def _plain_of(people: str) -> str:
    """The words without how sure they are: that is a slot of its own."""
    first, _, rest = people.partition(" ")
    return rest if rest and first.lower() in _SEEMING else people


def _people_alone(people: str) -> str:
    """As in "GUERRILLAS" of "FMLN GUERRILLAS": the organisation has a slot of its own."""
    front = words(people.partition(" OF ")[0])
    return front[-1] if front and singular(front[-1]) in _ALONE else _plain_of(people)


def _stripped(text: str) -> str | None:
    joined = COUNTING.sub("", " ".join(_ASIDE.sub(" ", text).replace('"', " ").split()))
    for article in _LEADING:
        if joined.lower().startswith(article):
            joined = joined[len(article) :]
    return joined or None


def _add(individuals: list[str], text: str) -> None:
    for index, known in enumerate(individuals):
        mine, theirs = set(words(known)), set(words(text))
        if head(known) == head(text) and (mine <= theirs or theirs <= mine):
            if len(theirs) > len(mine):
                individuals[index] = text
            return
    individuals.append(text)
