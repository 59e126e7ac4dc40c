"""Villages that lie outside the area told beside them: "the village of A, Kherson region"."""

from collections.abc import Sequence
from itertools import pairwise

from coder.gazetteer.store import Entry
from coder.mentions.places.spans import PlaceSpan
from coder.values.kinds import LOWER_AREAS
from coder.values.labels import PlaceLevel
from coder.values.text import Sentence

_VILLAGE = 20_000  # people: a larger town is known better than the borders around it
_BESIDE = frozenset({",", "in", "of", "("})
_AREA_HEADS = frozenset({"admin1", "admin2"})


def drop_outside(spans: Sequence[PlaceSpan], sentence: Sentence) -> None:
    """Take a village for one that no gazetteer has where its namesake lies in another province.

    Only beside an area that is called one, in the same country: there are many villages of a name.
    """
    for span, area in pairwise(spans):
        entry, other = span.chosen, area.chosen
        if entry is None or other is None or area.head not in _AREA_HEADS:
            continue
        if area.first != span.last + 1 or sentence.norms[span.last] not in _BESIDE:
            continue
        if _is_village(span, entry) and _is_apart(entry, other):
            span.entries, span.chosen, span.scores, span.certain = (), None, [], True


def _is_village(span: PlaceSpan, entry: Entry) -> bool:
    is_point = entry.level is PlaceLevel.PLACE or span.head in LOWER_AREAS
    return is_point and entry.population < _VILLAGE


def _is_apart(entry: Entry, other: Entry) -> bool:
    return (
        other.level is PlaceLevel.ADMIN1
        and entry.iso2 == other.iso2
        and bool(entry.admin1_code)
        and bool(other.admin1_code)
        and entry.admin1_code != other.admin1_code
        and not entry.lies_in(other)
    )
