"""Numbers that one verb counts town by town: "80 were killed in Nairobi and seven in Dodoma".

Each town has its own dead, and so its own act; the verb stands once for all.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coder.events.drafts import Claim, Draft
from coder.events.senses.violence import is_outcome
from coder.lexicon.closed import AT_PLACE
from coder.values.labels import PlaceLevel
from coder.values.mentions import PlaceMention

_PLACE = PlaceLevel.PLACE
_OF_ONE = frozenset({"toll", "hospital", "hospitals", "clinic", "clinics"})
TOWN_BY_TOWN = "counted town by town"


def town_by_town(group: tuple[list[Draft], str]) -> Iterator[tuple[list[Draft], str]]:
    """A group of drafts, and behind it what happened in each further town that is counted."""
    members, reason = group
    parts: list[Draft] = []
    for draft in members:
        found = _parts(draft)
        if not found:
            continue
        behind = [claim for claim, _ in found]
        draft.claims = [claim for claim in draft.claims if not any(claim is it for it in behind)]
        draft.places = [place for place in draft.places if all(place is not it for _, it in found)]
        parts += [_in_town(draft, claim, place, behind) for claim, place in found]
    yield members, reason
    act = next((draft for draft in members if not is_outcome(draft)), None)
    for part in parts:
        if act is not None and part.frame.tells_outcome:  # "clashes left 12 dead in A and two in"
            part.type, part.subtype = act.type, act.subtype
        yield [part], TOWN_BY_TOWN


def _in_town(draft: Draft, claim: Claim, place: PlaceMention, others: Sequence[Claim]) -> Draft:
    counted = {it.nominal.chunk for it in (*draft.claims, *others)} - {claim.nominal.chunk}
    fillers = [filler for filler in draft.fillers if filler.nominal.chunk not in counted]
    return replace(draft, claims=[claim], places=[place], fillers=fillers)


def _parts(draft: Draft) -> list[tuple[Claim, PlaceMention]]:
    """The claims behind the first that have a town of their own, where the first has one too."""
    if len(draft.claims) <= 1 or not draft.places:
        return []
    if not _OF_ONE.isdisjoint(draft.reading.vocabulary):
        return []
    first, *rest = draft.claims
    home = _town_behind(draft, max(first.nominal.chunk, draft.chunk))
    if home is None:
        return []
    names, found = {home.name}, []
    for claim in rest:
        place = _town_behind(draft, claim.nominal.chunk)
        opens = draft.reading.clauses.kinds[claim.nominal.chunk - 1] in "C,"
        is_like = claim.kind is first.kind and claim.quantity is not None
        if place is None or not (opens and is_like) or place.name in names:
            return []
        names.add(place.name)
        found.append((claim, place))
    # "killed 21 people in Tillaberi, 13 in A and eight in B": some of them
    return [] if first.best == sum(claim.best or 0 for claim, _ in found) else found


def _town_behind(draft: Draft, number: int) -> PlaceMention | None:
    """The town that stands right behind a chunk: "seven | in | Dodoma"."""
    reading = draft.reading
    clauses = reading.clauses
    at = number + 1 + (clauses.kinds[number + 1 : number + 2] == "J")  # "shot dead"
    at += clauses.kinds[at : at + 1] == "N"  # "killed | four people | in"
    if clauses.kinds[at : at + 2] != "PN" or clauses.first_words[at] not in AT_PLACE:
        return None
    return next(
        (
            place
            for place in reading.places
            if clauses.at_token[place.first] == at + 1
            and place.level is _PLACE
            and not place.is_demonym
        ),
        None,
    )
