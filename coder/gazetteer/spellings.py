"""Other names of a place that its sources do not spell out, derived when a gazetteer is built."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from coder.gazetteer.names import ARTICLES, name_key
from coder.gazetteer.sources import Town

_WRITTEN = ("al", "el")  # the article as most writers put it, whatever letter follows
_LEAST_LETTERS = 3
_CITY = 50_000
# Between the two halves of a name of which one alone is in use: "León de los Aldama".
_JOINTS = frozenset({"de", "del", "do", "da", "di", "on", "upon", "am"})


def article_variants(names: Iterable[str]) -> Iterator[str]:
    """As in "Jisr ash Shughur", also "Jisr al Shughur": the article before any letter.

    >>> list(article_variants(["Jisr ash Shughur", "Homs"]))
    ['jisr al shughur', 'jisr el shughur']
    """
    for name in names:
        words = name_key(name).split()
        at = [i for i, word in enumerate(words[:-1]) if word in ARTICLES]
        if at:
            for article in _WRITTEN:
                yield " ".join(article if i in at else word for i, word in enumerate(words))


def halves(town: Town, countries: Collection[str], areas: Collection[str]) -> list[str]:
    """As in "León de los Aldama", "Santiago de Querétaro": the half a city is known by.

    Only what the source lists as another name of it, and no country; the second half of one is also
    that of an area it was called after ("Ecatepec de Morelos").
    """
    if town.population < _CITY:
        return []
    words = name_key(town.name).split()
    joints = [i for i, word in enumerate(words) if word in _JOINTS and i]
    if not joints:
        return []
    found = []
    for name in town.alternatives:
        key = name_key(name)
        size = key.count(" ") + 1
        is_first = words[:size] == key.split() and size == joints[0]
        is_last = size < len(words) and words[-size:] == key.split()
        is_half = is_first or (is_last and words[-size - 1] in _JOINTS and key not in areas)
        if is_half and len(key) >= _LEAST_LETTERS and key not in countries:
            found.append(name)
    return found


def seats(
    towns: Sequence[Town], areas: Iterable[tuple[str, str, str, Sequence[str]]]
) -> Iterator[tuple[int, str]]:
    """Spellings of an area that are those of its town of the same name: "Sweida", "Deir Ezzor".

    ``areas``: country, code, name and other names. An area and the town it is called after are
    one name however it is spelled; a spelling that the source gives a town of the area is its too.
    """
    inside: dict[tuple[str, str], list[Town]] = {}
    for town in towns:
        inside.setdefault((town.iso2, town.admin1), []).append(town)
    for iso2, code, name, others in areas:
        keys = {key for key in map(name_key, others) if len(key) > _LEAST_LETTERS}  # no "D.C."
        keys.discard(name_key(name))
        members = inside.get((iso2, code), [])
        namesakes = [town for town in members if _bare(town.name) == _bare(name)]
        seat = max(namesakes, key=lambda town: town.population, default=None)
        for key in keys:
            if seat is not None:
                yield seat.geonameid, key
                continue
            for town in members:
                if town.population >= _CITY and key in map(name_key, town.alternatives):
                    yield town.geonameid, key


def _bare(name: str) -> str:
    return "".join(word for word in name_key(name).split() if word not in ARTICLES)
