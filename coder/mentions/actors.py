"""Typed actors: named groups, bodies of states, groups by head noun and modifiers, named persons.

In: a sentence and, for :func:`type_actor`, the token range of a noun group with its head token. Out: an
:class:`ActorMention`, or null where the head is no person, group or organised body. Which role the actor
has is not decided here. The order of the readings is the order of :func:`type_actor`.
"""

from typing import NamedTuple

from coder.lexicon.entries import ActorEntry, Demonym, ModifierTerm, PersonNoun
from coder.lexicon.load import Lexicon
from coder.lexicon.terms import Term
from coder.mentions.person_names import PersonName, named_person
from coder.values.labels import ActorType, CaseProfile, Certainty, VictimGroup
from coder.values.mentions import ActorMention, Quantity
from coder.values.text import Sentence

_STATE = frozenset({ActorType.STATE_MILITARY, ActorType.STATE_POLICE, ActorType.STATE_OTHER})
_ARMED = _STATE | {
    ActorType.PRO_GOV_MILITIA,
    ActorType.REBEL_GROUP,
    ActorType.JIHADIST_GROUP,
    ActorType.POLITICAL_MILITIA,
    ActorType.COMMUNAL_MILITIA,
    ActorType.CRIMINAL_GROUP,
    ActorType.PRIVATE_SECURITY,
    ActorType.INTL_FORCE,
    ActorType.UNIDENTIFIED_ARMED,
    ActorType.RIOTERS,
}
_UNARMED = frozenset({ActorType.CIVILIANS, ActorType.GOVERNMENT_OFFICIAL, ActorType.PROTESTERS})
_DETERMINERS = frozenset({"the", "a", "an", "this", "these", "those", "that", "all", "some", "its", "their"})


class _Reading(NamedTuple):
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


class _Modifiers(NamedTuple):
    """What the words before the head say."""

    type: ActorType | None = None
    certainty: Certainty = Certainty.STATED
    is_former: bool = False
    victim_group: VictimGroup | None = None
    nation: Demonym | None = None


_PLAIN = _Modifiers()


def named_actors(sentence: Sentence, lexicon: Lexicon) -> tuple[tuple[int, int, ActorEntry], ...]:
    """First token, token behind, and entry of each listed actor a sentence names, in order."""
    table = lexicon.actors
    starts = table.first_words
    norms = sentence.norms
    if starts.isdisjoint(norms):
        return ()
    found: list[tuple[int, int, ActorEntry]] = []
    behind = 0
    for position, norm in enumerate(norms):
        if norm in starts and position >= behind:
            match = table.longest(norms, position)
            entry = match and _entry_that_fits(sentence, position, match[1])
            if match and entry:
                behind = position + match[0]
                found.append((position, behind, entry))
    return tuple(found)


def type_actor(
    sentence: Sentence,
    first: int,
    last: int,
    head: int,
    lexicon: Lexicon,
    quantity: Quantity | None = None,
) -> ActorMention | None:
    """The actor that tokens ``[first, last)`` with head token ``head`` stand for, or null.

    Read in this order: a listed actor at the head; a noun for people or bodies at the head, typed by a
    listed actor, a country and modifiers before it; a person's name, proved by a title or a given name.
    """
    norms = sentence.norms
    inside = _actors_inside(sentence, first, last, lexicon)
    for start, end, entry in inside:
        if start <= head < end:
            return _mention(sentence, first, last, head, _named(entry), _PLAIN, quantity)
    noun = lexicon.persons.ending(norms, first, head + 1)
    if noun is not None:
        begin = head + 1 - noun[0]
        modifiers = _read_modifiers(sentence, first, begin, lexicon)
        affiliation = inside[-1][2] if inside and inside[-1][1] <= begin else None
        reading = _group(sentence, first, begin, noun[1][0], modifiers, affiliation)
        return _mention(sentence, first, last, head, reading, modifiers, quantity)
    person = named_person(sentence, first, last, head, lexicon)
    if person is None:
        return None
    modifiers = _read_modifiers(sentence, first, person.begin, lexicon)
    affiliation = inside[-1][2] if inside else None
    return _mention(sentence, first, last, head, _person(person, modifiers, affiliation), modifiers, quantity)


def state_actor(
    sentence: Sentence, first: int, last: int, head: int, lexicon: Lexicon
) -> ActorMention | None:
    """The state that a country name at the head stands for ("Israel shelled"), or null.

    Apart from :func:`type_actor` because only the clause can tell an acting state from a place.
    """
    match = lexicon.nations.ending(sentence.norms, first, head + 1)
    if match is None:
        return None
    nation = match[1][0].entry
    begin = head + 1 - match[0]
    if not isinstance(nation, Demonym) or not match[1][0].fits_case(
        sentence.words, begin, sentence.case
    ):
        return None
    if match[1][0].category != "country":
        return None
    reading = _Reading("actor-state", ActorType.STATE_OTHER, name=nation.country, country=nation.iso3)
    return _mention(sentence, first, last, head, reading, _PLAIN, None)


def _entry_that_fits(
    sentence: Sentence, position: int, terms: tuple[Term, ...]
) -> ActorEntry | None:
    for term in terms:
        if term.fits_case(sentence.words, position, sentence.case):
            entry = term.entry
            return entry if isinstance(entry, ActorEntry) else None
    return None


def _actors_inside(
    sentence: Sentence, first: int, last: int, lexicon: Lexicon
) -> list[tuple[int, int, ActorEntry]]:
    table = lexicon.actors
    norms = sentence.norms
    found: list[tuple[int, int, ActorEntry]] = []
    position = first
    while position < last:
        if norms[position] in table.first_words:
            match = table.longest(norms, position)
            entry = match and _entry_that_fits(sentence, position, match[1])
            if match and entry:
                found.append((position, position + match[0], entry))
                position += match[0]
                continue
        position += 1
    return found


def _named(entry: ActorEntry) -> _Reading:
    return _Reading(
        "actor-named",
        entry.type,
        name=entry.name,
        actor_id=entry.actor_id,
        sector=entry.sector,
        country=entry.country,
        is_civilian=_is_civilian(entry.type),
    )


def _is_civilian(kind: ActorType) -> bool | None:
    if kind in _ARMED:
        return False
    return True if kind in _UNARMED else None


def _read_modifiers(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> _Modifiers:
    """What the words of ``[first, last)`` say about the head behind them."""
    if first >= last:
        return _PLAIN
    norms, table, nations = sentence.norms, lexicon.modifiers, lexicon.nations
    kind: ActorType | None = None
    certainty = Certainty.STATED
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
        if "-" in norm:
            kind = _linked_type(norm, lexicon) or kind
        position += 1
    return _Modifiers(kind, certainty, is_former, group, nation)


def _linked_type(norm: str, lexicon: Lexicon) -> ActorType | None:
    """The type that "ISIS-linked" or "al-Qaeda-affiliated" gives to a group."""
    name, _, suffix = norm.rpartition("-")
    if suffix not in lexicon.linking_suffixes:
        return None
    terms = lexicon.actors.get(name)
    entry = terms[0].entry if terms else None
    return entry.type if isinstance(entry, ActorEntry) and entry.type in _ARMED else None


def _group(
    sentence: Sentence,
    first: int,
    begin: int,
    term: Term,
    modifiers: _Modifiers,
    affiliation: ActorEntry | None,
) -> _Reading:
    """A noun for people at ``begin``, with what stands before it."""
    noun = term.entry
    assert isinstance(noun, PersonNoun)  # noqa: S101 - the table holds nothing else
    nation = modifiers.nation
    country = nation.iso3 if nation is not None else None
    is_plural = term.is_plural or (noun.kind == "body" and noun.is_open)
    victims = noun.victim_group or modifiers.victim_group
    if affiliation is not None and (noun.is_open or noun.armed or noun.kind in {"member", "body"}):
        kind = noun.type if affiliation.type is ActorType.ORGANISATION else affiliation.type
        return _Reading(
            "actor-affiliated",
            kind if kind is not ActorType.UNKNOWN else affiliation.type,
            name=affiliation.name,
            actor_id=affiliation.actor_id,
            sector=affiliation.sector,
            country=affiliation.country or country,
            is_civilian=_is_civilian(kind) if noun.is_civilian is None else noun.is_civilian,
            victim_group=victims,
            is_plural=is_plural,
            description=_described(sentence, first, begin, term),
        )
    kind = modifiers.type if modifiers.type is not None and noun.is_open else noun.type
    is_civilian = _is_civilian(kind) if kind is not noun.type else noun.is_civilian
    if modifiers.is_former and kind in _ARMED:
        kind, is_civilian = ActorType.CIVILIANS, True
    name = actor_id = None
    if noun.kind == "body":
        name, actor_id = _body_name(sentence, first, begin, term, modifiers, kind)
    return _Reading(
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


def _described(sentence: Sentence, first: int, begin: int, term: Term) -> str | None:
    """The words from the first that is no determiner or number to the head noun."""
    norms = sentence.norms
    while first < begin and (norms[first] in _DETERMINERS or norms[first][0].isdigit()):
        first += 1
    end = begin + term.form.count(" ")
    return sentence.text[sentence.starts[first] : sentence.ends[end]]


def _body_name(
    sentence: Sentence,
    first: int,
    begin: int,
    term: Term,
    modifiers: _Modifiers,
    kind: ActorType,
) -> tuple[str | None, str | None]:
    """Name and id of an organised body: "Syrian army" by rule, "Popular Front" by its capitals."""
    nation = modifiers.nation
    if nation is not None and nation.iso3 is not None and kind in _STATE:
        return f"{nation.adjective} {term.form}", f"{nation.iso3}-{term.form.replace(' ', '-')}"
    if sentence.case is not CaseProfile.MIXED or not sentence.words[begin][0].isupper():
        return None, None
    capital = begin
    while capital > first and sentence.words[capital - 1][0].isupper() and capital - 1 != 0:
        capital -= 1
    if capital == begin:
        return None, None
    end = begin + term.form.count(" ")
    return sentence.text[sentence.starts[capital] : sentence.ends[end]], None


def _person(person: PersonName, modifiers: _Modifiers, affiliation: ActorEntry | None) -> _Reading:
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
    return _Reading(
        "actor-person-titled" if title is not None else "actor-person-name",
        kind,
        name=person.name,
        country=nation.iso3 if nation is not None else None,
        is_civilian=is_civilian,
        victim_group=title.victim_group if title is not None else None,
        description=person.description,
    )


def _mention(
    sentence: Sentence,
    first: int,
    last: int,
    head: int,
    reading: _Reading,
    modifiers: _Modifiers,
    quantity: Quantity | None,
) -> ActorMention:
    start, end = sentence.starts[first], sentence.ends[last - 1]
    nation = modifiers.nation
    return ActorMention(
        start=start,
        end=end,
        first=first,
        last=last,
        head=head,
        text=sentence.text[start:end],
        name=reading.name,
        actor_id=reading.actor_id,
        type=reading.type,
        country=reading.country,
        nationality=nation.country if nation is not None else None,
        sector=reading.sector,
        number=quantity,
        victim_group=reading.victim_group,
        is_civilian=reading.is_civilian,
        is_plural=reading.is_plural or (quantity is not None and (quantity.low or quantity.best or 2) > 1),
        certainty=modifiers.certainty,
        description=reading.description,
        rule_id=reading.rule,
    )
