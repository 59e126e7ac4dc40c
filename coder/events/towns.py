"""Two acts told with a town for each verb."""

from coder.events.drafts import Draft
from coder.values.labels import PlaceLevel


def are_told_in_two_towns(one: Draft, other: Draft) -> bool:
    """As in "killed a teacher in Yala and wounded two rangers in Pattani": a town for each verb."""
    first, second = sorted((one, other), key=lambda draft: draft.chunk)
    if "C" not in first.reading.clauses.kinds[first.chunk : second.chunk]:
        return False
    towns = [_town_behind(draft) for draft in (first, second)]
    if None in towns or towns[0] == towns[1]:
        return False
    at_token = first.reading.clauses.at_token
    return at_token[first.places[0].first] < second.chunk


def _town_behind(draft: Draft) -> str | None:
    """The town that stands behind a verb; null where another place or none does."""
    if draft.support != "verb" or not draft.places:
        return None
    place = draft.places[0]
    is_town = place.level is PlaceLevel.PLACE and place.relation is None
    return place.name if is_town and place.first >= draft.last else None
