"""What a group is called, told behind it: "a group calling itself X", "a new group, X, claimed"."""

from dataclasses import replace

from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal, names_body
from coder.lexicon.closed import OF_FROM
from coder.lexicon.words import noun_classes
from coder.rules.model import ANYBODY_IN_ARMS
from coder.values.labels import Certainty

_CALLING = frozenset({"calling", "naming", "styling"})
_CALLS = frozenset({"calls", "call", "called", "styles", "named"})
_IDENTIFIED = frozenset({"identified", "described"})
_SAID = frozenset({"said", "reported", "known"})
_BEING = frozenset({"be", "being", "belong", "belonging"})
_MOST_OF_NAME = 7  # chunks: "Voice and Sword of the Coast"


def name_of_group(reading: Reading, nominal: Nominal) -> Nominal:
    """The name told behind a group; the group as it is where none stands there."""
    actor = nominal.actor
    if actor is None or actor.name is not None or "organisation" not in nominal.fillers:
        return nominal
    kinds = reading.clauses.kinds
    at = reading.clauses.at_token[nominal.last - 1] + 1
    if (listed := listed_before(reading, nominal)) is not nominal:
        return listed
    norm = reading.clauses.head_words[at] if at < len(kinds) else ""
    if kinds[at : at + 3] == "GNN" and norm in _CALLING:
        return reading.nominal(at + 2)  # whatever it calls itself is its name
    if kinds[at : at + 4] in {"WVNN", "WXNN"} and (reading.clauses.head_words[at + 1] in _CALLS):
        at += 3  # "a group that calls itself X"
    elif (name := reading.clauses.name_behind(at - 1)) is not None:
        at = name
    elif kinds[at : at + 1] == ",":
        return _name_to_comma(reading, at + 1) or nominal
    else:
        return nominal
    return _as_name(reading.nominal(at)) if _is_name_of_group(reading, at) else nominal


def listed_before(reading: Reading, nominal: Nominal) -> Nominal:
    """As in "a caller for the Red Brigades, a far-left group, said": the band named before it."""
    kinds, own = reading.clauses.kinds, nominal.chunk
    actor = nominal.actor
    if kinds[own - 2 : own + 2] != "N,N," or actor is None or actor.name is not None:
        return nominal
    before = reading.nominal(own - 2)
    is_band = before.actor is not None and before.actor.actor_id is not None
    is_own = "organisation" in nominal.fillers and "organisation" in before.fillers
    return before if is_band and is_own else nominal


def taken_for(reading: Reading, nominal: Nominal) -> Nominal:
    """People as those they are taken for: "men believed to be (members of) X", "identified as X".

    As they are where nothing more is told, or their kind and name are known.
    """
    actor = nominal.actor
    verb = nominal.chunk + 1
    kinds, words = reading.clauses.kinds, reading.clauses.head_words
    if actor is None or actor.name is not None or kinds[verb : verb + 1] not in {"X", "K", "J"}:
        return nominal
    at, certainty = verb + 1, Certainty.SUSPECTED
    if words[verb] in _IDENTIFIED:
        at += 2 * (kinds[at : at + 3] == "PNP")  # "identified | by police | as"
        if kinds[at : at + 2] != "PN" or reading.clauses.first_words[at] != "as":
            return nominal
        at, certainty = at + 1, Certainty.STATED
    elif words[verb] in noun_classes()["presuming"] or words[verb] in _SAID:
        at += kinds[at : at + 1] == "P"  # "suspected of | being"
        if words[at : at + 1] == [] or words[at] not in _BEING:
            return nominal
        at += 1 + (kinds[at + 1 : at + 2] == "P")
    meant = reading.nominal(at) if at > verb + 1 and kinds[at : at + 1] == "N" else nominal
    body = meant.actor
    if body is None or meant is nominal or not (names_body(body) or "armed" in meant.fillers):
        return nominal
    told = replace(body, certainty=certainty, number=actor.number, is_plural=actor.is_plural)
    return replace(nominal, last=meant.last, actor=told, fillers=meant.fillers)


def names_band(nominal: Nominal) -> bool:
    """Whether a noun group is the name of a body, and of no person: "the Coast Movement"."""
    actor = nominal.actor
    return actor is not None and names_body(actor) and "organisation" in nominal.fillers


def of_band(reading: Reading, nominal: Nominal) -> Nominal:
    """People with the name of the body they are of: "gunmen from the Red Mask", "men of a band, X".

    As they are where they have a name, or are of no body with one.
    """
    actor = nominal.actor
    if actor is None or actor.name is not None or "organisation" in nominal.fillers:
        return nominal
    clauses, norms = reading.clauses, reading.sentence.norms
    at = nominal.chunk + 1
    if not nominal.fillers & ANYBODY_IN_ARMS or clauses.kinds[at : at + 2] != "PN":
        return nominal
    if clauses.first_words[at] not in OF_FROM:
        return nominal
    start, end = clauses.chunks[at + 1].first, clauses.group_end(at + 1)
    body = reading.nominal(at + 1)
    for first, last, entry in reading.named:
        if (
            start <= first and last <= end and not _is_person(body, last)
        ):  # "gunmen from the feared Coast Front (CF) militia"
            listed = replace(actor, name=entry.name, actor_id=entry.actor_id, type=entry.type)
            return replace(nominal, last=max(nominal.last, last), actor=listed)
    named = _named_body(reading, body)
    if named is None:
        return nominal
    first = named.first + (norms[named.first] == "the")
    return replace(
        nominal,
        last=max(nominal.last, named.last),
        actor=replace(actor, name=reading.words(first, named.last)),
        fillers=nominal.fillers | {"organisation"},
    )


def _is_person(body: Nominal, last: int) -> bool:
    """As in "relatives of the Taliban | commander": one person, whose body stands before."""
    actor = body.actor
    is_body = actor is None or actor.is_plural or "organisation" in body.fillers
    return body.head >= last and not is_body


def _named_body(reading: Reading, body: Nominal) -> Nominal | None:
    """The group that says the name of an unlisted body; null where it has none, or is a place."""
    if body.place is not None or body.target is not None:
        return None
    told = name_of_group(reading, body)
    if told is not body:
        return told
    tags, norms = reading.tags, reading.sentence.norms
    has_article = norms[body.first] == "the"
    if body.actor is None:
        end = reading.clauses.group_end(body.chunk)  # "the Sons of the River"
        is_name = tags[body.head] == "E" and has_article
        is_long = tags[body.first : end].count("E") > 1  # and not "the North"
        return replace(body, last=end) if is_name and is_long else None
    actor = body.actor
    is_body = actor.nationality is None and actor.country is None and not actor.is_plural
    is_named = actor.name is None and "E" in tags[body.first : body.head]
    is_kin = norms[body.head] == "family"
    return body if has_article and is_body and is_named and not is_kin else None


def _as_name(nominal: Nominal) -> Nominal:
    """As in "the Black Axes", "the Knives of the Coast": what names a group is no weapon."""
    if nominal.actor is not None or nominal.weapon is None:
        return nominal
    return replace(nominal, weapon=None, fillers=nominal.fillers | {"name"})


def _name_to_comma(reading: Reading, at: int) -> Nominal | None:
    """As in "a new group, Voice and Sword of the Coast, claimed": a name up to its comma."""
    kinds = reading.clauses.kinds
    end = next((number for number in range(at, len(kinds)) if kinds[number] in ",."), -1)
    if end < 0 or end - at > _MOST_OF_NAME or not _is_name_of_group(reading, at):
        return None
    if any(
        kinds[number] not in "NCP" or (kinds[number] == "N" and not _is_capital(reading, number))
        for number in range(at, end)
    ):
        return None
    return replace(reading.nominal(at), last=reading.clauses.chunks[end - 1].last)


def _is_name_of_group(reading: Reading, number: int) -> bool:
    if reading.clauses.kinds[number : number + 1] != "N":
        return False
    nominal = reading.nominal(number)
    is_listed = nominal.actor is not None and nominal.actor.name is not None
    return is_listed or _is_capital(reading, number)


def _is_capital(reading: Reading, number: int) -> bool:
    return reading.tags[reading.clauses.chunks[number].head] == "E"
