"""Two acts told with a town for each verb."""

from coder.events.drafts import Draft
from coder.lexicon.words import noun_classes
from coder.rules.model import DOING_ROLES
from coder.values.labels import PlaceLevel
from coder.values.mentions import PlaceMention

_SMALL = frozenset({PlaceLevel.PLACE, PlaceLevel.ADMIN1, PlaceLevel.ADMIN2})


def are_told_in_two_towns(one: Draft, other: Draft) -> bool:
    """As in "killed a teacher in Yala and wounded two rangers in Pattani": a town for each verb.

    Or for each main clause: "six died in a raid in Yala and two were hurt by a mine in Pattani".
    """
    first, second = sorted((one, other), key=lambda draft: draft.chunk)
    clauses = first.reading.clauses
    left, _ = clauses.clause(second.chunk)
    if first.chunk < left - 1:
        return _joins_main(first, left - 1) and _in_towns_around(first, second, left - 1)
    if "C" not in clauses.kinds[first.chunk : second.chunk]:
        return False
    towns = [_town_behind(draft) for draft in (first, second)]
    if None in towns or towns[0] == towns[1]:
        return False
    return clauses.at_token[first.places[0].first] < second.chunk


def _joins_main(draft: Draft, mark: int) -> bool:
    """Whether "and" or "while" joins the clause behind it; those taken to a hospital died there."""
    clauses = draft.reading.clauses
    is_joined = clauses.kinds[mark] == "C" or clauses.first_words[mark] == "while"
    return is_joined and noun_classes()["hospital"].isdisjoint(draft.reading.vocabulary)


def _in_towns_around(first: Draft, second: Draft, mark: int) -> bool:
    """Whether each has a town of its own on its side of the mark."""
    at_token = first.reading.clauses.at_token
    towns = [_town(draft) for draft in (first, second)]
    if (None in towns or towns[0] == towns[1]) and not _are_apart(first, second):
        return False
    return at_token[first.places[0].first] < mark < at_token[second.places[0].first]


def _are_apart(first: Draft, second: Draft) -> bool:
    """As in "was shot near Nablus, and aircraft killed two in Gaza": others acted, and elsewhere.

    What only came of the first act may be told of the area around, or of a town in it.
    """
    if not (first.places and second.places) or not any(
        item.role in DOING_ROLES and item.nominal.chunk in second.subjects
        for item in second.fillers
    ):
        return False
    one, other = first.places[0], second.places[0]
    return (
        _is_small(other)
        and _is_small(one)
        and one.name not in _names(other)
        and (other.name not in _names(one))
    )


def _is_small(place: PlaceMention) -> bool:
    return place.level in _SMALL or place.kind == "island"


def _names(place: PlaceMention) -> set[str | None]:
    return {place.name, place.admin1, place.admin2}


def _town(draft: Draft) -> str | None:
    """The town a draft was in; null where it is another place or only near it."""
    if not draft.places:
        return None
    place = draft.places[0]
    is_town = place.level is PlaceLevel.PLACE and place.relation is None
    return place.name if is_town else None


def _town_behind(draft: Draft) -> str | None:
    """The town that stands behind a verb; null where another place or none does."""
    town = _town(draft) if draft.support == "verb" else None
    return town if town is not None and draft.places[0].first >= draft.last else None
