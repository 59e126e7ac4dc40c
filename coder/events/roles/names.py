"""Who stands in apposition: "the rector, Ana Ruiz", "two nuns: Ana Ruiz and Eva Paz".

A name beside a noun for people says who they are; a noun beside a name says what that person is.
"""

from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal, is_surname
from coder.lexicon.closed import A_AN, ALL_OF_THEM, AMONG_INCLUDING, HIS_HER_THEIR, OF_FROM
from coder.lexicon.words import noun_classes
from coder.values.mentions import PlaceMention

MAX_NAMES = 20
_BETWEEN = frozenset(',C()t"')
_CLOSING = ',.):;"WU'
_NUMERIC = "#"
_OF_BODY = frozenset({"actor-affiliated", "actor-noun"})


def is_person_name(nominal: Nominal) -> bool:
    """Whether a noun group is the name of a person, proved or likely."""
    actor = nominal.actor
    if actor is None:
        return "name" in nominal.fillers
    return actor.name is not None and actor.actor_id is None


def is_in_person_name(reading: Reading, place: PlaceMention) -> bool:
    """As in "killed Judge Amina Bala": a place that is only a part of a person's name."""
    tags = reading.tags
    if "E" not in tags[place.first - 1 : place.first] + tags[place.last : place.last + 1]:
        return False
    number = reading.clauses.at_token[place.first]
    if reading.clauses.kinds[number] != "N":
        return False
    nominal = reading.nominal(number)
    actor = nominal.actor
    return (
        actor is not None and is_surname(actor, place) and is_part_of_name(reading, place, nominal)
    )


def is_part_of_name(reading: Reading, place: PlaceMention, nominal: Nominal) -> bool:
    """As in "Orlando Letelier": from the place to the last name there is nothing but names."""
    return nominal.first <= place.first <= nominal.head and not (
        reading.tags[place.last : nominal.head + 1].strip("E")
    )


def name_words(reading: Reading, nominal: Nominal) -> frozenset[str]:
    """The words of a noun group that are parts of a name, without initials."""
    norms, tags = reading.sentence.norms, reading.tags
    return frozenset(
        norms[token]
        for token in range(nominal.first, nominal.last)
        if tags[token] == "E" and len(norms[token]) > 2  # noqa: PLR2004 - initials
    )


def is_one_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names can be one person's: two words in common, or one that is all of a name.

    >>> is_one_name(frozenset({"amina", "diallo"}), frozenset({"diallo"}))
    True
    >>> is_one_name(frozenset({"amina", "diallo"}), frozenset({"issa", "diallo"}))
    False
    """
    shared = one & other
    return len(shared) > 1 or (bool(shared) and 1 in {len(one), len(other)})


def is_unnamed_person(nominal: Nominal) -> bool:
    """Whether a noun group tells people by what they are, without a name."""
    actor = nominal.actor
    return actor is not None and actor.name is None and "person" in nominal.fillers


def names_beside(reading: Reading, nominal: Nominal) -> list[Nominal]:
    """The names in apposition to a noun for people; of one person at most one."""
    if not is_unnamed_person(nominal):
        return []
    clauses = reading.clauses
    kinds = clauses.kinds
    at = clauses.at_token[nominal.last - 1] + 1
    assert nominal.actor is not None  # noqa: S101 - an unnamed person is an actor
    quantity = nominal.quantity
    is_many = nominal.actor.is_plural and not (quantity is not None and quantity.best == 1)
    start = None if _is_said_of_name(reading, nominal, at) else _names_start(reading, at)
    if start is not None:
        found = listed_names(reading, start, MAX_NAMES if is_many else 1)
        is_called = kinds[start - 1] in "XK" or kinds[start - 2 : start] in ("XP", "KP")
        if len(found) == 1 and not is_called and not _is_proved_name(found[0]):
            found = []
        if found and (
            is_many or is_called or kinds[start - 1] == "P" or _is_closed(reading, found)
        ):
            return found
    if not is_many and kinds[nominal.chunk - 1 : nominal.chunk] == "," and nominal.chunk > 1:
        # "Ana Ruiz, a teacher in the town, was": the name stands before what she is.
        before = nominal.chunk - 2
        if kinds[before] == "N" and _is_proved_name(reading.nominal(before)):
            is_listed = kinds[at : at + 1] == "C" or (
                kinds[at : at + 2] == ",C"
                and reading.sentence.norms[nominal.first] in HIS_HER_THEIR
            )
            return [] if is_listed else [reading.nominal(before)]
    return []


def _speaks(reading: Reading, number: int) -> bool:
    """As in "killing ten people, El Watan reported": who tells of it, and none of them."""
    kind = reading.clauses.kinds[number + 1 : number + 2]
    told = noun_classes()["clausal"] | (reading.lexicon.speech_words if kind == "V" else set())
    return kind in {"X", "V"} and reading.clauses.head_words[number + 1] in told


def _is_said_of_name(reading: Reading, nominal: Nominal, at: int) -> bool:
    """As in "Ana Ruiz, a cook, and Eva Paz, a nurse": between commas, behind the name it is of."""
    kinds = reading.clauses.kinds
    return (
        kinds.endswith("N,", 0, nominal.chunk)
        and kinds[at : at + 1] == ","
        and reading.sentence.norms[nominal.first] in A_AN
        and _is_proved_name(reading.nominal(nominal.chunk - 2))
    )


def _names_start(reading: Reading, at: int) -> int | None:
    """Where the names behind a noun for people may begin; null where nothing introduces them."""
    clauses = reading.clauses
    kinds = clauses.kinds
    if kinds[at : at + 1] == ",":
        at += 1
        closes_quote = kinds[at : at + 1] == '"' and kinds.count('"', 0, at) % 2
        if kinds[at : at + 1] == "C" or closes_quote:
            return None  # "Ana Ruiz, the mayor, and her father, Luis Ruiz", "', Colonel Ali said"
        if kinds[at : at + 1] not in ("P", "X", "K"):
            return at
    elif kinds[at : at + 1] in (":", "("):
        return None if _is_semicolon(reading, at) else at + 1
    name = clauses.name_behind(at - 1)
    if name is not None:
        return name
    word = clauses.head_words[at] if at < len(kinds) else ""
    if word in AMONG_INCLUDING and kinds[at] == "P":
        is_them = kinds[at + 1 : at + 2] == "N" and clauses.head_words[at + 1] in ALL_OF_THEM
        return at + 2 if is_them else at + 1
    return None


def _is_proved_name(nominal: Nominal) -> bool:
    """A name that a title or given name proves, or that has two words and is no place."""
    is_long = nominal.last - nominal.first > 1 and nominal.place is None
    return is_person_name(nominal) and (nominal.actor is not None or is_long)


def listed_names(reading: Reading, at: int, limit: int) -> list[Nominal]:
    """Names one behind the other, with ages and what each is in between."""
    kinds = reading.clauses.kinds
    found: list[Nominal] = []
    while at < len(kinds) and len(found) < limit:
        if found and kinds[at : at + 2] == "PN" and _is_origin(reading, at):
            at += 2
            continue
        if kinds[at] == "N":
            nominal = reading.nominal(at)
            if is_person_name(nominal) and nominal.place is None:
                found.append(nominal)
            elif not (is_unnamed_person(nominal) or (found and nominal.fillers <= {"number"})):
                break
        elif found and kinds[at] == "W":  # "A, who was cut by glass; B, who"
            at = _next_semicolon(reading, at)
        elif kinds[at] not in _BETWEEN and not _is_semicolon(reading, at):
            break
        at += 1
    return found[:-1] if found and _speaks(reading, found[-1].chunk) else found


def _is_origin(reading: Reading, number: int) -> bool:
    """As in "Ruiz, 55, from Spain; Paz, 24, of Cali"."""
    return reading.clauses.first_words[number] in OF_FROM


def _is_semicolon(reading: Reading, number: int) -> bool:
    return reading.clauses.first_words[number] == ";"


def _next_semicolon(reading: Reading, number: int) -> int:
    """The chunk of the next semicolon; the end of the sentence where there is none."""
    end = len(reading.clauses.kinds)
    return next((at for at in range(number, end) if _is_semicolon(reading, at)), end)


def _is_closed(reading: Reading, names: list[Nominal]) -> bool:
    """Whether a mark or a relative clause ends the apposition: no list of persons goes on."""
    if not names:
        return False
    kinds = reading.clauses.kinds
    at = reading.clauses.at_token[names[-1].last - 1] + 1
    return at >= len(kinds) or kinds[at] in _CLOSING


def description_beside(reading: Reading, nominal: Nominal) -> Nominal | None:
    """What a named person is, told in apposition behind or before the name; null for nothing."""
    if not is_person_name(nominal):
        return None
    clauses = reading.clauses
    kinds = clauses.kinds
    at = clauses.at_token[nominal.last - 1] + 1
    while at + 2 < len(kinds) and kinds[at : at + 1] == "," and _is_age(reading, at + 1):
        at += 2
    if kinds[at : at + 2] in (",N", "(N"):
        behind = reading.nominal(at + 1)
        end = clauses.at_token[behind.last - 1] + 1
        is_person = is_one_person(behind) or _is_of_body(reading, behind)
        if is_person and (end >= len(kinds) or _closes(reading, end)):
            return behind
    if (several := _what_several_are(reading, nominal)) is not None:
        return several
    before = nominal.chunk - 1
    if before > 0 and kinds[before] == "," and kinds[before - 1] == "N":
        is_closed = kinds[at : at + 1] in {"V", ","} and kinds[at + 1 : at + 2] != "C"
        return _before(reading, before - 1, is_whole=before == 1 and is_closed)
    return None


def _what_several_are(reading: Reading, nominal: Nominal) -> Nominal | None:
    """As in "Ana Ruiz and Eva Paz, two teachers, were": as many as the names before them."""
    clauses, kinds = reading.clauses, reading.clauses.kinds
    last = clauses.conjoined_right(nominal.chunk)[-1]
    names = clauses.conjoined_left(last)
    if len(names) == 1 and kinds.endswith("PNC", 0, last):
        names = [last - 2, last]  # "the killing of A and B, two nurses, by"
    if len(names) < 2 or kinds[last + 1 : last + 3] not in (",N", "(N"):  # noqa: PLR2004 - several
        return None
    behind = reading.nominal(last + 2)
    counted = behind.quantity
    are_all = counted is not None and counted.best == len(names)
    end = clauses.at_token[behind.last - 1] + 1
    is_closed = end >= len(kinds) or _closes(reading, end)
    return behind if are_all and is_closed and is_unnamed_person(behind) else None


def _is_of_body(reading: Reading, nominal: Nominal) -> bool:
    """As in "the chief of the Zetas cartel", "a Taliban commander": one of a body that is named."""
    actor = nominal.actor
    return (
        actor is not None
        and actor.rule_id in _OF_BODY
        and not actor.is_plural
        and "person" in nominal.fillers
        and reading.sentence.norms[nominal.head] not in noun_classes()["stands_against"]
    )


def _closes(reading: Reading, number: int) -> bool:
    """Whether the words that say who somebody is end here, or only go on about the same person.

    As in "a teacher killed near", "an officer and leader of the party, was".
    """
    kinds = reading.clauses.kinds
    if kinds[number] in _CLOSING + "PGXK":
        return True
    if kinds[number : number + 2] != "CN":
        return False
    other = reading.nominal(number + 1)
    end = reading.clauses.at_token[other.last - 1] + 1
    return kinds[end : end + 1] == "," and is_one_person(other) and not is_person_name(other)


def _is_age(reading: Reading, number: int) -> bool:
    group = reading.clauses.chunks[number]
    return reading.tags[group.first : group.last] == _NUMERIC


def _before(reading: Reading, number: int, *, is_whole: bool) -> Nominal | None:
    """What stands before a name. ``is_whole``: no more stand there ("A Briton, Ivo Hay, was")."""
    start = reading.clauses.phrase_start(number)
    if start is not None and reading.clauses.kinds[start - 1 : start] == "N":
        number = start - 1
    found = reading.nominal(number)
    return found if is_one_person(found) and (found.is_definite or is_whole) else None


def is_one_person(nominal: Nominal) -> bool:
    """Whether a noun group tells one unnamed person."""
    return is_unnamed_person(nominal) and nominal.actor is not None and not nominal.actor.is_plural


def dates_office(reading: Reading, number: int, trigger: int) -> bool:
    """As in "the killing of Omar Bello, mayor of Kano in 2004": when somebody held an office.

    ``number`` is the chunk of the time, ``trigger`` that of the act.
    """
    kinds = reading.clauses.kinds
    at = number - 1
    if kinds[at : at + 1] != "P":
        return False
    while kinds[at - 1 : at + 1] == "NP":
        at -= 2
    office = at + 1
    if at < trigger or kinds[at] not in ",C" or kinds[office] != "N":
        return False
    nominal = reading.nominal(office)
    return is_one_person(nominal) and nominal.first == nominal.head
