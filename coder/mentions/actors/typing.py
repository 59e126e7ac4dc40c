"""Typed actors: named groups, bodies of states, groups by head noun and modifiers, named persons.

In: a sentence and, for :func:`type_actor`, the token range of a noun group with its head token.
Out: an
:class:`ActorMention`, or null where the head is no person, group or organised body. Which role the
actor has is not decided here. The order of the readings is the order of :func:`type_actor`.
"""

from coder.lexicon.closed import ANY_ONE
from coder.lexicon.entries import ActorEntry, Demonym
from coder.lexicon.load import Lexicon
from coder.lexicon.terms import Term, TermCategory
from coder.mentions.actors.complements import (
    COMPLEMENT_STOPS,
    of_office,
    stands_against,
    type_behind,
    with_country,
)
from coder.mentions.actors.person_names import named_person
from coder.mentions.actors.readings import (
    PLAIN,
    Modifiers,
    Reading,
    is_armed,
    is_craft,
    person_noun,
    read_group,
    read_modifiers,
    read_named,
    read_people,
    read_person,
)
from coder.values.kinds import SIDELESS
from coder.values.labels import ActorType, CaseProfile
from coder.values.mentions import ActorMention, Quantity
from coder.values.text import Sentence

# Behind a noun for people: whether they are part of the body named next, or only close to it.
_TIES = {
    "from": True,
    "belonging": True,
    "loyal": False,
    "affiliated": False,
    "allied": False,
    "aligned": False,
    "associated": False,
    "linked": False,
}
_AGE = "-year-old"
_FROM = "from"
_PERSON = "actor-person"
_AGED = (_AGE, "-year-olds")
_IN_ACTION = "kia"
_PROVINCE = "province"  # in small letters the area, not the branch that calls itself so
_MIXED = CaseProfile.MIXED


def named_actors(
    sentence: Sentence, lexicon: Lexicon, contested: set[str] | None = None
) -> tuple[tuple[int, int, ActorEntry], ...]:
    """First token, token behind, and entry of each listed actor a sentence names, in order.

    Forms that only the document can settle are added to ``contested`` (see ``actor_context``).
    """
    table = lexicon.actors
    norms = sentence.norms
    found: list[tuple[int, int, ActorEntry]] = []
    behind = 0
    for position in table.beginnings(norms):
        if position >= behind:
            match = table.longest(norms, position)
            entry = match and _entry_that_fits(sentence, position, match[1], lexicon)
            if contested is not None and match and match[1] and match[1][-1].is_contested:
                contested.add(match[1][-1].form)
            if match and entry and sentence.words[position + match[0] - 1] != _PROVINCE:
                behind = position + match[0]
                found.append((position, behind, entry))
    return tuple(found)


def type_actor(  # noqa: PLR0917 - the coordinates of a noun group
    sentence: Sentence,
    first: int,
    last: int,
    head: int,
    lexicon: Lexicon,
    quantity: Quantity | None = None,
) -> ActorMention | None:
    """The actor that tokens ``[first, last)`` with head token ``head`` stand for, or null.

    Read in this order: an age that stands for a person; a listed actor at the head; a noun for
    people or bodies at the head, typed by a listed actor, a country and modifiers before it; a
    person's name, proved by a title or a given name; people named by their country.
    """
    norms = sentence.norms
    if norms[head].endswith(_AGED):
        reading = Reading("actor-aged", ActorType.CIVILIANS, is_plural=norms[head].endswith("s"))
        return make_mention(sentence, first, last, head, reading, PLAIN, quantity)
    is_manner = first == head and norms[head] == "force"  # "taken by force"
    if is_manner or lexicon.actor_words.isdisjoint(norms[first:last]) or is_craft(norms, head):
        return None
    inside = actors_inside(sentence, first, last, lexicon)
    for start, end, entry in inside:
        if start <= head < end:
            modifiers = read_modifiers(sentence, first, start, lexicon)
            reading = read_named(entry, norms[head], lexicon)
            return make_mention(sentence, first, last, head, reading, modifiers, quantity)
    noun = lexicon.persons.ending(norms, first, head + 1)
    if noun is not None and not _is_last_name(sentence, first, head, lexicon):
        begin = head + 1 - noun[0]
        modifiers = read_modifiers(sentence, first, begin, lexicon)
        if head + 1 < last and norms[head + 1] == "of":
            modifiers = with_country(sentence, head + 2, last, modifiers, lexicon)
        affiliation = _affiliation(inside, begin, head)
        if affiliation is None and head + 1 < len(norms) and norms[head + 1] in _TIES:
            affiliation, modifiers = _tied(sentence, head + 1, modifiers, lexicon)
        reading = read_group(sentence, first, begin, noun[1][0], modifiers, affiliation)
        span = (first, begin, head, last)
        reading = _with_body(sentence, span, lexicon, reading)
        if reading.name is None and reading.type in SIDELESS and affiliation is None:
            reading = _typed(sentence, span, noun[1][0], modifiers, lexicon) or reading
        return make_mention(sentence, first, last, head, reading, modifiers, quantity)
    person = named_person(sentence, first, last, head, lexicon)
    if person is None:
        return _people_of_country(sentence, first, last, head, lexicon, quantity)
    modifiers = read_modifiers(sentence, first, person.begin, lexicon)
    affiliation = inside[-1][2] if inside else None
    return make_mention(
        sentence,
        first,
        last,
        head,
        read_person(person, modifiers, affiliation),
        modifiers,
        quantity,
    )


def _typed(
    sentence: Sentence,
    span: tuple[int, int, int, int],
    noun: Term,
    modifiers: Modifiers,
    lexicon: Lexicon,
) -> Reading | None:
    """The reading with the type that its "of" phrase gives; null where that gives none.

    ``span``: where the group, its noun and the head begin, and the token behind the group.
    """
    first, begin, head, last = span
    kind = type_behind(sentence, head + 1, last, noun, lexicon)
    if kind is None:
        return None
    typed = modifiers._replace(type=modifiers.type or kind)
    return read_group(sentence, first, begin, noun, typed, None)


def _is_last_name(sentence: Sentence, first: int, head: int, lexicon: Lexicon) -> bool:
    """As in "Nadia Baloch", "Peter Abbot": in capitals behind a given name, one word for one."""
    return (
        sentence.case is _MIXED
        and head > first
        and sentence.words[head].istitle()
        and sentence.norms[head - 1] in lexicon.given_names
        and sentence.words[head - 1].istitle()
        and not sentence.norms[head].endswith("s")
        and (entry := person_noun(sentence, head, lexicon)) is not None
        and entry.kind == "person"
    )


def _affiliation(
    inside: list[tuple[int, int, ActorEntry]], begin: int, head: int
) -> ActorEntry | None:
    """The listed actor before the noun at ``begin``, else the first in a phrase behind it."""
    for start, end, entry in reversed(inside):
        if end <= head and start < begin:
            return entry
        if head + 2 <= start <= head + 3:  # "of FARC", "of the FARC"
            return entry
    return None


def _tied(
    sentence: Sentence, position: int, modifiers: Modifiers, lexicon: Lexicon
) -> tuple[ActorEntry | None, Modifiers]:
    """What stands behind the noun: "belonging to X" makes members, "allied with X" gives a type."""
    norms = sentence.norms
    tie = norms[position]
    start = position + (1 if tie == _FROM else 2)
    if tie != _FROM and norms[position + 1 : start] not in (("to",), ("with",)):
        return None, modifiers
    if norms[start : start + 1] == ("the",):
        start += 1
    found = actors_inside(sentence, start, min(start + 1, len(norms)), lexicon)
    if not found:
        return None, modifiers
    entry = found[0][2]
    if _TIES[tie]:
        return entry, modifiers
    if modifiers.type is None and is_armed(entry.type):
        modifiers = modifiers._replace(type=entry.type)
    return None, modifiers


def _name_end(sentence: Sentence, first: int) -> int:
    """Behind the capitalised words that begin at a token; the token itself where case says none."""
    at = first
    if sentence.case is CaseProfile.MIXED:
        while at < len(sentence.words) and sentence.words[at][0].isupper():
            at += 1
    return at


def _with_body(
    sentence: Sentence, span: tuple[int, int, int, int], lexicon: Lexicon, reading: Reading
) -> Reading:
    """The reading with the body behind "of", before the noun, or behind "from" where it ends.

    In "two ministry officials" it stands before. ``span``: as for :func:`_typed`.
    """
    norms, (first, begin, head, last) = sentence.norms, span
    if begin > first:
        reading = of_office(sentence, begin - 1, reading, None) or reading
    if reading.name is not None:
        return reading
    if head + 2 < last and norms[head + 1] == "of":
        return _of_body(sentence, head + 2, last, lexicon, reading)
    if head + 2 < len(norms) and norms[head + 1] == _FROM:
        start = head + 2 + (norms[head + 2] == "the")
        return _of_body(sentence, start, _name_end(sentence, start), lexicon, reading)
    return reading


def _of_body(
    sentence: Sentence, first: int, last: int, lexicon: Lexicon, reading: Reading
) -> Reading:
    """The reading of "elements of the Syrian army", "members of a gang": typed by the body."""
    norms = sentence.norms
    end = next((at for at in range(first, last) if norms[at] in COMPLEMENT_STOPS), last)
    is_body = end > first and not stands_against(reading)
    body = type_actor(sentence, first, end, end - 1, lexicon) if is_body else None
    if (office := of_office(sentence, end - 1, reading, body)) is not None or body is None:
        return office or reading
    is_named = body.name is not None and not body.rule_id.startswith(_PERSON)
    if reading.type is not ActorType.UNKNOWN:
        return reading._replace(name=body.name) if is_named and is_armed(reading.type) else reading
    if body.is_civilian is not False:
        return reading._replace(name=body.name) if is_named and body.actor_id is None else reading
    return reading._replace(
        type=body.type,
        name=body.name,
        actor_id=body.actor_id,
        sector=body.sector,
        country=body.country,
        is_civilian=False,
    )


def _people_of_country(  # noqa: PLR0917 - the coordinates of a noun group
    sentence: Sentence,
    first: int,
    last: int,
    head: int,
    lexicon: Lexicon,
    quantity: Quantity | None,
) -> ActorMention | None:
    """Read "two Syrians", "a Palestinian": a demonym at the head that stands for people."""
    norms = sentence.norms
    if norms[head] not in lexicon.nations.last_words:
        return None
    match = lexicon.nations.ending(norms, first, head + 1)
    if match is None or match[1][0].category is not TermCategory.DEMONYM:
        return None
    begin = head + 1 - match[0]
    term = match[1][0]
    one = begin > first and (norms[begin - 1] in ANY_ONE or norms[begin - 1].endswith(_AGE))
    if not (term.is_plural or one or quantity is not None):
        return None
    nation = term.entry
    if not isinstance(nation, Demonym) or not term.fits_case(sentence.words, begin, sentence.case):
        return None
    modifiers = read_modifiers(sentence, first, begin, lexicon)._replace(nation=nation)
    reading = read_people(nation, modifiers, is_plural=term.is_plural)
    return make_mention(sentence, first, last, head, reading, modifiers, quantity)


def type_sharing(  # noqa: PLR0917 - the coordinates of a noun group
    sentence: Sentence,
    first: int,
    last: int,
    noun: int,
    lexicon: Lexicon,
    quantity: Quantity | None,
) -> ActorMention | None:
    """Read "British" in "British and French soldiers": its noun is the token ``noun``.

    Null where the noun is none for people, or where the words of ``[first, last)`` do not end in an
    adjective of a country. Of "coalition forces" the noun is "forces".
    """
    words = lexicon.nations.ending(sentence.norms, first, last)
    nouns = lexicon.persons.get(sentence.norms[noun])
    if words is None or not nouns or words[1][0].category is not TermCategory.DEMONYM:
        return None
    term = words[1][0]
    if term.is_plural or not term.fits_case(sentence.words, last - words[0], sentence.case):
        return None
    modifiers = read_modifiers(sentence, first, last, lexicon)
    described = f"{sentence.words[last - 1]} {nouns[0].form}"
    reading = read_group(sentence, first, last, nouns[0], modifiers, None)
    reading = reading._replace(description=described)
    return make_mention(sentence, first, last, last - 1, reading, modifiers, quantity)


def _entry_that_fits(
    sentence: Sentence, position: int, terms: tuple[Term, ...], lexicon: Lexicon
) -> ActorEntry | None:
    if position and sentence.norms[position - 1].endswith(_AGE):
        return None  # "twelve-year-old Amal": a child, no movement
    if sentence.norms[position] == _IN_ACTION and _is_fate(sentence, position):
        return None
    if position and sentence.norms[position] in lexicon.nations.last_words:
        nation = lexicon.nations.ending(sentence.norms, max(0, position - 2), position + 1)
        if nation is not None and nation[0] > 1:
            return None  # no Sudanese army in "South Sudanese army"
    for term in terms:
        if not term.is_contested and term.fits_case(sentence.words, position, sentence.case):
            entry = term.entry
            return entry if isinstance(entry, ActorEntry) else None
    return None


def _is_fate(sentence: Sentence, position: int) -> bool:
    """As in "ambush near Gao, 4 KIA, 8 WIA", "1x ANP KIA": killed in action, no army."""
    norms = sentence.norms
    if not any(norm[0].isdigit() for norm in norms[max(position - 3, 0) : position]):
        return False
    behind = norms[position + 1 : position + 2]
    return not behind or not behind[0].isalpha() or "wia" in sentence.vocabulary


def actors_inside(
    sentence: Sentence, first: int, last: int, lexicon: Lexicon
) -> list[tuple[int, int, ActorEntry]]:
    """First token, token behind, and entry of each listed actor inside a token range."""
    table = lexicon.actors
    norms = sentence.norms
    found: list[tuple[int, int, ActorEntry]] = []
    position = first
    while position < last:
        if norms[position] in table.first_words:
            match = table.longest(norms, position)
            entry = match and _entry_that_fits(sentence, position, match[1], lexicon)
            if match and entry:
                found.append((position, position + match[0], entry))
                position += match[0]
                continue
        position += 1
    return found


def make_mention(  # noqa: PLR0917 - the same
    sentence: Sentence,
    first: int,
    last: int,
    head: int,
    reading: Reading,
    modifiers: Modifiers,
    quantity: Quantity | None,
) -> ActorMention:
    """The mention of a noun group that was read."""
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
        is_plural=reading.is_plural
        or (quantity is not None and (quantity.low or quantity.best or 2) > 1),
        certainty=modifiers.certainty,
        description=reading.description,
        rule_id=reading.rule,
    )
