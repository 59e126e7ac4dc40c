"""What a noun group of people says about itself: type, name, country, certainty, former members.

The decisions behind ``typing.type_actor``, apart from where in the group things
stand.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from coder.lexicon.entries import ActorEntry, Demonym, ModifierTerm, PersonNoun
from coder.lexicon.load import Lexicon
from coder.lexicon.terms import Term, TermCategory
from coder.lexicon.words import noun_classes
from coder.mentions.actors.person_names import PersonName
from coder.values.kinds import ARMED_NON_STATE, HIRED_AND_INTERNATIONAL, STATE_FORCES, UNARMED
from coder.values.labels import ActorType, CaseProfile, Certainty, VictimGroup
from coder.values.text import Sentence

_ARMED = STATE_FORCES | ARMED_NON_STATE | HIRED_AND_INTERNATIONAL | {ActorType.RIOTERS}
# With a state's nationality these are its military: "Turkish forces".
_FAMILIES = frozenset({"families", "family", "household", "households"})
_STATE_BODIES = frozenset({"force", "unit", "battalion", "brigade", "squadron"})
_CRAFT = frozenset({"fighter", "fighters"})
_MODEL = re.compile(r"(?:mig|su|yak|tu|jf|f)-?\d{1,3}[a-z]?")
_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "these", "those", "that", "all", "some", "its", "their"}
)


# They address a person and do not say what that person is.
_STATED = Certainty.STATED
_UNKNOWN = ActorType.UNKNOWN
_OF_NO_SIDE = frozenset({ActorType.ORGANISATION, _UNKNOWN})


class Reading(NamedTuple):
    """What was decided about a noun group, before it becomes a mention."""

    rule: str
    type: ActorType
    name: str | None = None
    actor_id: str | None = None
    sector: str | None = None
    country: str | None = None
    is_civilian: bool | None = None
    victim_group: VictimGroup | None = None
    is_plural: bool = False
    description: str | None = None


class Modifiers(NamedTuple):
    """What the words before the head say."""

    type: ActorType | None = None
    certainty: Certainty = Certainty.STATED
    is_former: bool = False
    victim_group: VictimGroup | None = None
    nation: Demonym | None = None


PLAIN = Modifiers()


def read_named(entry: ActorEntry, head: str, lexicon: Lexicon) -> Reading:
    """The reading of a listed actor; plural where its name ends so ("Houthi rebels")."""
    nouns = lexicon.persons.get(head)
    return Reading(
        "actor-named",
        entry.type,
        name=entry.name,
        actor_id=entry.actor_id,
        sector=entry.sector,
        country=entry.country,
        is_civilian=_is_civilian(entry.type),
        is_plural=nouns is not None and nouns[0].is_plural,
    )


def read_people(nation: Demonym, modifiers: Modifiers, *, is_plural: bool) -> Reading:
    """The reading of people named by their country ("two armed Syrians")."""
    kind = modifiers.type or ActorType.CIVILIANS
    return Reading(
        "actor-nationality",
        kind,
        country=nation.iso3,
        is_civilian=_is_civilian(kind) if modifiers.type is not None else None,
        victim_group=modifiers.victim_group,
        is_plural=is_plural,
        description=nation.term,
    )


def is_armed(kind: ActorType) -> bool:
    """Whether actors of a type carry arms, or act for those who do."""
    return kind in _ARMED


def _is_civilian(kind: ActorType) -> bool | None:
    if kind in _ARMED:
        return False
    return True if kind in UNARMED else None


def read_modifiers(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> Modifiers:
    """What the words of ``[first, last)`` say about the head behind them."""
    if first >= last:
        return PLAIN
    norms, table, nations = sentence.norms, lexicon.modifiers, lexicon.nations
    kind: ActorType | None = None
    certainty = _STATED
    is_former = False
    group: VictimGroup | None = None
    nation: Demonym | None = None
    position = first
    while position < last:
        norm = norms[position]
        match = table.longest(norms, position) if norm in table.first_words else None
        if match is not None and position + match[0] <= last:
            word = match[1][0].entry
            assert isinstance(word, ModifierTerm)  # noqa: S101 - the table holds nothing else
            kind = word.type or kind
            certainty = word.certainty or certainty
            is_former = is_former or word.is_former
            group = word.victim_group or group
            position += match[0]
            continue
        found = nations.longest(norms, position) if norm in nations.first_words else None
        if found is not None and position + found[0] <= last:
            demonym = found[1][0]
            if demonym.fits_case(sentence.words, position, sentence.case):
                entry = demonym.entry
                nation = entry if isinstance(entry, Demonym) else nation
            position += found[0]
            continue
        if norm == "'s" and position and norms[position - 1] in lexicon.seats:
            nation = lexicon.seated(norms[position - 1])  # "Ankara's forces"
        if "-" in norm:
            kind = _linked_type(norm, lexicon) or kind
            nation = _of_two(norm, lexicon) or nation
        position += 1
    return Modifiers(kind, certainty, is_former, group, nation)


def _linked_type(norm: str, lexicon: Lexicon) -> ActorType | None:
    """The type that "ISIS-linked" or "al-Qaeda-affiliated" gives to a group."""
    name, _, suffix = norm.rpartition("-")
    if suffix not in lexicon.linking_suffixes:
        return None
    terms = lexicon.actors.get(name)
    entry = terms[0].entry if terms else None
    return entry.type if isinstance(entry, ActorEntry) and entry.type in _ARMED else None


def _of_two(norm: str, lexicon: Lexicon) -> Demonym | None:
    """The last country of "Franco-Swiss", "Turkish-German"; null for "pro-Russian"."""
    first, _, last = norm.rpartition("-")
    terms = lexicon.nations.get(last) if last in lexicon.nations.first_words else None
    if not terms or terms[0].category is not TermCategory.DEMONYM:
        return None
    is_nation = lexicon.nations.get(first) is not None or first in noun_classes()["nation_prefix"]
    entry = terms[0].entry
    return entry if is_nation and isinstance(entry, Demonym) else None


_FOLLOWERS = frozenset({"supporter", "follower", "sympathiser", "sympathizer", "loyal supporter"})
_OFFICES = frozenset({"government", "state"})
_OF_OFFICES = frozenset({ActorType.CIVILIANS, ActorType.STATE_POLICE})


def read_group(  # noqa: PLR0917 - one noun group, read in one place
    sentence: Sentence,
    first: int,
    begin: int,
    term: Term,
    modifiers: Modifiers,
    affiliation: ActorEntry | None,
) -> Reading:
    """A noun for people at ``begin``, with what stands before it."""
    noun = term.entry
    assert isinstance(noun, PersonNoun)  # noqa: S101 - the table holds nothing else
    nation = modifiers.nation
    country = nation.iso3 if nation is not None else None
    is_plural = term.is_plural or noun.is_collective
    victims = noun.victim_group or modifiers.victim_group
    if affiliation is not None and (noun.is_open or noun.armed or noun.kind in {"member", "body"}):
        kind = noun.type if affiliation.type in _OF_NO_SIDE else affiliation.type
        if kind is ActorType.STATE_OTHER and noun.singular in _STATE_BODIES:
            kind = ActorType.STATE_MILITARY  # "the Kremlin's forces"
        if kind is ActorType.POLITICAL_MILITIA and noun.singular in _FOLLOWERS:
            kind = ActorType.CIVILIANS  # "Awami League supporters": a crowd, whose party has arms
        return Reading(
            "actor-affiliated",
            kind if kind is not _UNKNOWN else affiliation.type,
            name=affiliation.name,
            actor_id=affiliation.actor_id,
            sector=affiliation.sector,
            country=affiliation.country or country,
            is_civilian=_is_civilian(kind) if noun.is_civilian is None else noun.is_civilian,
            victim_group=victims,
            is_plural=is_plural,
            description=_described(sentence, first, begin, term),
        )
    kind = noun.type
    if modifiers.type is not None and noun.is_open:
        # "army doctors" are of the army, "government doctors" no soldiers
        is_office = noun.type in _OF_OFFICES and not _OFFICES.isdisjoint(
            sentence.norms[first:begin]
        )
        kind = noun.type if is_office else modifiers.type
    is_civilian = _is_civilian(kind) if kind is not noun.type else noun.is_civilian
    if is_civilian is None and kind is modifiers.type is ActorType.CIVILIANS:
        is_civilian = True  # "eight civilian martyrs", who alone may have been fighters
    if kind is _UNKNOWN and noun.kind == "member" and _is_of_family(sentence.norms, begin):
        kind, is_civilian = ActorType.CIVILIANS, True
    if kind is _UNKNOWN and country is not None and noun.singular in _STATE_BODIES:
        kind, is_civilian = ActorType.STATE_MILITARY, False
    if modifiers.is_former and kind in _ARMED:
        kind, is_civilian = ActorType.CIVILIANS, True
    name = actor_id = None
    if noun.kind == "body" or noun.state_body is not None:
        name, actor_id = _body_name(sentence, first, begin, term, modifiers, kind)
    return Reading(
        "actor-state-body" if actor_id else "actor-noun",
        kind,
        name=name,
        actor_id=actor_id,
        country=country,
        is_civilian=is_civilian,
        victim_group=victims,
        is_plural=is_plural,
        description=_described(sentence, first, begin, term),
    )


def _is_of_family(norms: Sequence[str], member: int) -> bool:
    """As in "five members of one family", "of the same Hindu household"."""
    behind = norms[member + 2 : member + 6]
    return norms[member + 1 : member + 2] == ("of",) and any(
        word in _FAMILIES and "," not in behind[:at] for at, word in enumerate(behind)
    )


def _described(sentence: Sentence, first: int, begin: int, term: Term) -> str | None:
    """The words from the first that is no determiner or number to the head noun."""
    norms = sentence.norms
    while first < begin and (norms[first] in _DETERMINERS or norms[first][0].isdigit()):
        first += 1
    end = begin + term.form.count(" ")
    return sentence.as_written(first, end + 1)


def _body_name(  # noqa: PLR0917 - the same
    sentence: Sentence,
    first: int,
    begin: int,
    term: Term,
    modifiers: Modifiers,
    kind: ActorType,
) -> tuple[str | None, str | None]:
    """Name and id of an organised body: "Syrian army" by rule, "Popular Front" by its capitals."""
    nation = modifiers.nation
    if nation is not None and nation.iso3 is not None and kind in STATE_FORCES:
        body = term.entry.state_body if isinstance(term.entry, PersonNoun) else None
        name = f"{nation.adjective} {term.form}"
        return name, f"{nation.iso3}-{body or term.form.replace(' ', '-')}"
    if sentence.case is not CaseProfile.MIXED or not sentence.words[begin][0].isupper():
        return None, None
    capital = begin
    while capital > first and sentence.words[capital - 1][0].isupper() and capital - 1 != 0:
        capital -= 1
    if capital == begin:
        return None, None
    end = begin + term.form.count(" ")
    return sentence.as_written(capital, end + 1), None


def read_person(
    person: PersonName, modifiers: Modifiers, affiliation: ActorEntry | None
) -> Reading:
    """A named person with title, country and the group the words before the name give."""
    title = person.title
    kind = title.type if title is not None else ActorType.UNKNOWN
    is_civilian = title.is_civilian if title is not None else None
    if title is not None and title.is_open and modifiers.type is not None:
        kind = modifiers.type
        is_civilian = _is_civilian(kind)
    if affiliation is not None and (title is None or title.is_open or title.kind == "member"):
        kind = affiliation.type
        is_civilian = _is_civilian(kind)
    if modifiers.is_former and kind in _ARMED:
        kind, is_civilian = ActorType.CIVILIANS, True
    nation = modifiers.nation
    is_addressed = title is not None and title.singular in noun_classes()["honorific"]
    return Reading(
        "actor-person-titled" if title is not None else "actor-person-name",
        kind,
        name=person.name,
        country=nation.iso3 if nation is not None else None,
        is_civilian=is_civilian,
        victim_group=title.victim_group if title is not None else None,
        description=None if is_addressed else person.description,
    )


def person_noun(sentence: Sentence, head: int, lexicon: Lexicon) -> PersonNoun | None:
    """The noun for people that a token is; null where it is none."""
    terms = lexicon.persons.get(sentence.norms[head])
    entry = terms[0].entry if terms else None
    return entry if isinstance(entry, PersonNoun) else None


def is_craft(norms: Sequence[str], head: int) -> bool:
    """As in "three MiG-29 fighters": aircraft, by the number of their model."""
    return norms[head] in _CRAFT and head > 0 and _MODEL.fullmatch(norms[head - 1]) is not None
