"""What a group is called, told behind it: "a group calling itself X", "a new group, X, claimed"."""

from dataclasses import replace

from coder.events.nominals import Nominal
from coder.events.reading import Reading

_CALLING = frozenset({"calling", "naming", "styling"})
_CALLS = frozenset({"calls", "call", "called", "styles", "named"})
_MOST_OF_NAME = 7  # chunks: "Voice and Sword of the Coast"


def name_of_group(reading: Reading, nominal: Nominal) -> Nominal:
    """The name told behind a group; the group as it is where none stands there."""
    actor = nominal.actor
    if actor is None or actor.name is not None or "organisation" not in nominal.fillers:
        return nominal
    kinds = reading.clauses.kinds
    at = reading.clauses.at_token[nominal.last - 1] + 1
    chunks = reading.clauses.chunks
    norm = reading.sentence.norms[chunks[at].head] if at < len(kinds) else ""
    if kinds[at : at + 3] == "GNN" and norm in _CALLING:
        return reading.nominal(at + 2)  # whatever it calls itself is its name
    if kinds[at : at + 4] in {"WVNN", "WXNN"} and (
        reading.sentence.norms[chunks[at + 1].head] in _CALLS
    ):
        at += 3  # "a group that calls itself X"
    elif (name := reading.clauses.name_behind(at - 1)) is not None:
        at = name
    elif kinds[at : at + 1] == ",":
        return _name_to_comma(reading, at + 1) or nominal
    else:
        return nominal
    return _as_name(reading.nominal(at)) if _is_name_of_group(reading, at) else nominal


def _as_name(nominal: Nominal) -> Nominal:
    """As in "the Black Axes", "the Knives of the Coast": what names a group is no weapon."""
    if nominal.actor is not None or nominal.weapon is None:
        return nominal
    return replace(nominal, weapon=None, fillers=nominal.fillers | {"name"})


def _name_to_comma(reading: Reading, at: int) -> Nominal | None:
    """As in "a new group, Voice and Sword of the Coast, claimed": a name up to its comma."""
    kinds = reading.clauses.kinds
    end = kinds.find(",", at)
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
