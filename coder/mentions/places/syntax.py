"""What stands between and before place names: containing areas, lists and nearness."""

from collections.abc import Sequence
from itertools import pairwise

from coder.gazetteer.words import PlaceWords
from coder.lexicon.words import noun_classes, word_tags
from coder.mentions.places.beside import Neighbours
from coder.mentions.places.capital import before_capital, before_hub
from coder.mentions.places.nations import drop_bordered, link_nations
from coder.mentions.places.quarters import (
    CITIES,
    city_of_districts,
    is_abroad,
    is_near,
    lie_within,
    lies_in_town,
    replace_namesake,
    turn_suburbs,
)
from coder.mentions.places.sites import is_beside, is_whose_body
from coder.mentions.places.spans import PlaceSpan, is_measured, measure_before
from coder.mentions.places.standing import standing
from coder.values.labels import PlaceLevel
from coder.values.text import Sentence

AREA_HEADS = frozenset({"admin1", "admin2", "admin3"})
LIST_LINKS = frozenset({(",",), ("and",), (",", "and"), ("or",)})
_AWAY_FROM = frozenset({"from", "of", "outside"})
_LARGE_CITY = 500_000
_COUNTRYSIDE = frozenset({"countryside", "hinterland"})  # of a province: inside it
BETWEEN = "between"
_VILLAGES = frozenset({"village", "villages", "hamlet", "hamlets"})
_IN = "in"
_OF = "of"
_OFF = "off"
_NOUNS = frozenset({"N", "n", "s"})
_ACROSS = "across"
_MOST_ACROSS = 4  # words: "across the border from"
_AREA_OF = ("area", "of")
_BOTH = frozenset({("and",), ("and", "the")})
_BETWEEN_WORDS = frozenset({"the", "towns", "villages", "cities", "of"})
_SAYS_WHERE = frozenset({",", "in", "("})
_MAX_LINK = 9  # ", in the south of the northern province of"
_OUTSKIRTS_DEGREES = 0.7
_COMMA = ","
_CLOSING = frozenset({",", ".", ")", ";", ":"})
_COMMA_IN = 2  # words: "in", ", in"
_SMALL = 50_000  # a town of this size has namesakes; a larger one may have changed its province


def link_areas(spans: Sequence[PlaceSpan], sentence: Sentence, words: PlaceWords) -> None:
    """Set ``area`` where one name of a sentence is said to lie in the next or in the one before."""
    norms = sentence.norms
    turn_suburbs(spans, norms)
    link_nations(spans, norms, words)
    drop_bordered(spans, sentence)
    _hand_on_heads(spans, norms, words)
    for i in range(len(spans) - 2, -1, -1):  # "A in B of C": where B is comes first
        left, right = spans[i], spans[i + 1]
        if left.is_demonym or right.is_demonym:
            continue
        if is_whose_body(right, norms, words):
            continue
        between = _between(left, right, norms)
        _set_quarter(left, right, norms)
        if left.head_word in words.list_heads and between in LIST_LINKS and right.area is not None:
            _share_area(left, right.area)
        elif between and len(between) <= _MAX_LINK:
            owned = spans[i + 2] if i + 2 < len(spans) else None
            is_owner = owned is not None and owned.area is right and norms[right.last] == "'s"
            outer = owned if owned is not None and is_owner else right
            _link(left, outer, between, words)
            if between == (_COMMA,) and _is_closed(left, outer, norms, words):
                replace_namesake(left, outer)
    for left, middle, right in zip(spans, spans[1:], spans[2:], strict=False):
        # "Tell Rifaat and Azaz, Aleppo": the area closes a list.
        if left.area is None and middle.area is right:
            between = norms[left.last : middle.first]
            if between in LIST_LINKS and _may_contain(right, left):
                left.area = right


def _between(left: PlaceSpan, right: PlaceSpan, norms: Sequence[str]) -> Sequence[str]:
    """The words between two names, without the several that say what the first is."""
    between = norms[left.last : right.first]
    head = tuple((left.head_word or "").split())
    return between[len(head) :] if len(head) > 1 and between[: len(head)] == head else between


def _hand_on_heads(spans: Sequence[PlaceSpan], norms: Sequence[str], words: PlaceWords) -> None:
    """Hand a plural head noun on along its list: "the provinces of A and B", "A and B regions"."""
    for right, left in pairwise(reversed(spans)):
        is_behind = (
            right.head_word in words.list_heads
            and right.head_word in norms[right.name_last : right.name_last + 1]
        )
        if is_behind and left.head is None and norms[left.last : right.first] in LIST_LINKS:
            areas = tuple(entry for entry in left.entries if entry.level.value == right.head)
            if areas and not left.is_demonym:
                left.head, left.head_word, left.entries = right.head, right.head_word, areas
    for left, right in pairwise(spans):
        if left.head_word in words.list_heads and right.head is None:
            is_listed = norms[left.last : right.first] in LIST_LINKS
            if is_listed and not (left.is_demonym or right.is_demonym):
                right.head, right.head_word = left.head, left.head_word


def _share_area(listed: PlaceSpan, area: PlaceSpan) -> None:
    """As in "the villages of A, B and C in Mopti": where the last lies, all of them do."""
    if _may_contain(area, listed):
        listed.area = area
    else:
        replace_namesake(listed, area)


def _link(left: PlaceSpan, right: PlaceSpan, between: Sequence[str], words: PlaceWords) -> None:
    """As in "Homs, Syria", "Homs in western Syria", "Syria's Homs"."""
    if between[0] == "'s":
        if _are_links(between[1:], words):
            _link_owner(left, right)
    elif _are_links(between, words):
        outer = listed_area(right) or right
        if _may_contain(right, left):
            left.area = right
            _set_province(right, left)
        elif lies_in_town(left, right):
            pass
        elif outer is not right and _may_contain(outer, left):
            left.area = outer
        elif _is_namesake(left, right, outer, between, words):
            replace_namesake(left, right)


def _is_closed(town: PlaceSpan, area: PlaceSpan, norms: Sequence[str], words: PlaceWords) -> bool:
    """As in "in Yauri, Kebbi State, on Friday", "in La Chapelle, Paris": known abroad alone.

    Not in a list ("in Paris, Kebbi State and Lagos").
    """
    behind, before = norms[area.last : area.last + 1], norms[town.first - 1 : town.first]
    is_country = bool(area.entries) and standing(area).is_country
    return (
        town.area is None
        and (not behind or behind[0] in _CLOSING)
        and bool(before)
        and (before[0] in words.inside or before[0] in words.near)
        and (
            ((is_country or _is_province(area)) and is_abroad(town, area))
            or _is_in_great_city(town, area)
        )
    )


def _is_namesake(
    left: PlaceSpan,
    right: PlaceSpan,
    outer: PlaceSpan,
    between: Sequence[str],
    words: PlaceWords,
) -> bool:
    """Whether the gazetteer has the first name elsewhere alone than where the words put it."""
    is_in = _IN in between
    if _is_province(outer):  # "Pauktaw township, Rakhine State", "Gao in Homs"
        is_part = left.head in AREA_HEADS and left.head != right.head
        is_other = _OF in between and _is_of_other_country(left, outer)
        is_less = _is_small_town(left) or left.head_word in _VILLAGES  # "Wari village in Zamfara"
        return is_part or is_other or (is_in and (is_less or is_abroad(left, outer)))
    if right.entries and standing(right).is_country:  # "Seno province, Burkina Faso"
        return (left.head in AREA_HEADS or is_in) and is_abroad(left, right)
    if right.head in AREA_HEADS and is_in:  # "Lodi in the district of Gile"
        return _is_of_other_town(left, right) or is_abroad(left, right)
    is_part = (between[-1] == _IN and len(between) <= _COMMA_IN) or between == _AREA_OF
    return (  # "Karkh in Mosul", "the Durban area of Lima", and no "Congress in Washington"
        is_part
        and left.name not in words.bodies
        and (left.certain or between == _AREA_OF)
        and _is_of_other_town(left, right)
    )


def listed_area(area: PlaceSpan | None) -> PlaceSpan | None:
    """The area itself, or the one it lies in, that the gazetteer has: "Nangade district, Tete"."""
    while area is not None and not area.entries:
        area = area.area
    return area


def _link_owner(owner: PlaceSpan, owned: PlaceSpan) -> None:
    """As in "Syria's Homs", "Burkina Faso's Seno province", "Bujumbura's Ngagara district"."""
    if _may_contain(owner, owned):
        owned.area = owner
        _set_province(owner, owned)
    elif lies_in_town(owned, owner):
        pass
    elif owned.head in AREA_HEADS and owner.entries:
        replace_namesake(owned, owner)
    elif owned.head is None and _is_of_other_town(owned, owner):
        owned.entries, owned.certain, owned.cue = (), False, False  # "Bangkok's Erawan shrine"


def _is_province(span: PlaceSpan) -> bool:
    """Whether it can only be a province, by its name or by its words ("the province of Homs")."""
    provinces = [entry for entry in span.entries if entry.level is PlaceLevel.ADMIN1]
    return bool(provinces) and (span.head == "admin1" or len(provinces) == len(span.entries))


def _is_in_great_city(quarter: PlaceSpan, city: PlaceSpan) -> bool:
    """As in "La Chapelle, Paris": a small town is known far from the city alone."""
    return (
        quarter.certain
        and _is_small_town(quarter)
        and any(
            entry.level in CITIES
            and entry.population >= _LARGE_CITY
            and not any(is_near(one, entry) for one in quarter.entries)
            for entry in city.entries[:1]
        )
    )


def _is_of_other_country(town: PlaceSpan, area: PlaceSpan) -> bool:
    """As in "the Tangi valley of Wardak province", where all towns called so are elsewhere."""
    countries = {entry.iso2 for entry in area.entries}
    return bool(town.entries) and all(
        entry.level is PlaceLevel.PLACE and entry.iso2 not in countries for entry in town.entries
    )


def _is_of_other_town(quarter: PlaceSpan, town: PlaceSpan) -> bool:
    """Whether all small towns that a name means lie far from the town it is told to be in."""
    towns = [entry for entry in town.entries if entry.level is PlaceLevel.PLACE]
    return (
        bool(towns)
        and _is_small_town(quarter)
        and not any(
            lie_within(one, other, _OUTSKIRTS_DEGREES) for one in quarter.entries for other in towns
        )
    )


def _is_small_town(span: PlaceSpan) -> bool:
    return bool(span.entries) and all(
        entry.level is PlaceLevel.PLACE and entry.population < _SMALL for entry in span.entries
    )


def prove_contained(spans: Sequence[PlaceSpan], beside: Neighbours) -> None:
    """Take names no gazetteer has for places where an area is said to hold them.

    As in "in Ntamba, Nangade district", "at Tambul in Western Highlands"; in a headline, where
    every word has a capital, none proves a name.
    """
    for span in spans:
        if span.area is None or span.entries or span.head is not None or not span.cue:
            continue
        if beside.norms[span.last] in _SAYS_WHERE and not beside.headline:
            span.certain, span.head = True, "place"


def share_areas(spans: Sequence[PlaceSpan]) -> None:
    """Hand the area that is told with one mention of an unlisted name on to its other mentions."""
    told = {span.name: span.area for span in spans if span.area is not None and span.area.entries}
    for span in spans:
        if span.area is None and span.name in told:
            span.area = told[span.name]


def _set_quarter(town: PlaceSpan, part: PlaceSpan, norms: Sequence[str]) -> None:
    """In "Dhaka's Mirpur area" a quarter is meant, and no namesake far away."""
    if norms[part.last : part.last + 1] != _AREA_OF[:1] or norms[town.last] != "'s":
        return
    if part.head is None and part.entries and not _may_contain(town, part):
        part.head, part.head_word = "district", _AREA_OF[0]


def _set_province(area: PlaceSpan, part: PlaceSpan) -> None:
    """In "Yarang district, Pattani" the province is meant and not its town of the same name.

    A large city, or one that is most of its province, has districts of its own.
    """
    if part.head not in AREA_HEADS or area.head is not None:
        return
    if city_of_districts(area) is None and {PlaceLevel.ADMIN1, PlaceLevel.PLACE} <= {
        entry.level for entry in area.entries
    }:
        area.head = "admin1"


def _are_links(between: Sequence[str], words: PlaceWords) -> bool:
    return all(
        word in words.area_links or word in words.heads or word in words.directions
        for word in between
    )


def _may_contain(area: PlaceSpan, place: PlaceSpan) -> bool:
    if not place.entries:
        if not area.entries:  # an area no gazetteer has, proven by its head noun
            return area.head in AREA_HEADS and place.head not in AREA_HEADS
        return any(entry.level is not PlaceLevel.PLACE for entry in area.entries)
    return any(entry.lies_in(outer) for outer in area.entries for entry in place.entries)


def set_relations(spans: Sequence[PlaceSpan], sentence: Sentence, words: PlaceWords) -> None:
    """Set ``relation`` where the words put the event near the place instead of in it."""
    norms = sentence.norms
    for span in spans:
        if not span.is_demonym and span.relation is None:
            behind = (*sentence.words[span.last : span.last + 1], "")[0]
            if behind[:1].isupper() and is_beside(norms, span.first, span.last, words):
                continue
            span.relation = _relation_before(span, norms, words) or _relation_after(
                span, norms, words
            )
    roads = noun_classes()["road"]
    if BETWEEN not in norms and roads.isdisjoint(sentence.vocabulary):
        return
    for left, right in pairwise(spans):
        between = norms[left.last : right.first]
        is_pair = between in _BOTH and _before_name(left, norms) == BETWEEN
        is_way = between == ("to",) and norms[left.first - 1] == "from"  # "the road from A to B"
        if is_pair or (is_way and norms[left.first - 2] in roads):
            left.relation = right.relation = BETWEEN


def _before_name(span: PlaceSpan, norms: Sequence[str]) -> str:
    """The word before a name, without its article and the kind of place: "between the towns of"."""
    i = span.first
    while i and norms[i - 1] in _BETWEEN_WORDS:
        i -= 1
    return norms[i - 1] if i else ""


def _relation_before(span: PlaceSpan, norms: Sequence[str], words: PlaceWords) -> str | None:
    """As in "near X", "near the town of X", "north of X", "12 km from X", "outskirts of X"."""
    i = before_hub(before_capital(span.first, norms), norms, words)
    while i and (norms[i - 1] == "the" or norms[i - 1] in words.heads):
        i -= 1
    if i > 1 and norms[i - 1] == "of" and norms[i - 2] in words.heads:
        i -= 2
        if i and norms[i - 1] == "the":
            i -= 1
    if not i:
        return None
    previous = norms[i - 1]
    before = norms[i - 2] if i > 1 else ""
    if previous in words.near or (previous == _OFF and _is_noun(before)):
        return previous
    if (before, previous) in words.near_phrases:
        return before if before in _COUNTRYSIDE else f"{before} {previous}"
    if previous in {"from", "of"} and before in words.directions:
        inside = i > 3 and norms[i - 4 : i - 2] == ("in", "the")  # noqa: PLR2004 - "in the south of"
        how_far = measure_before(i - 2, norms, words)
        return None if inside else f"{how_far}{before} {previous}"
    if is_measured(norms, i, words, _AWAY_FROM):
        return f"{measure_before(i - 1, norms, words)}{previous}"
    # "Omdurman, across the Nile from Khartoum"
    is_across = previous == "from" and _ACROSS in norms[max(i - _MOST_ACROSS, 0) : i]
    return f"{_ACROSS} from" if is_across else None


def _is_noun(word: str) -> bool:
    """As in "a tanker off Hodeida", and not "sealed off Jenin"."""
    return word_tags().get(word) in _NOUNS


def _relation_after(span: PlaceSpan, norms: Sequence[str], words: PlaceWords) -> str | None:
    following = norms[span.last] if span.last < len(norms) else ""
    if following == "from" and _ACROSS in norms[max(span.first - 2, 0) : span.first]:
        return f"{_ACROSS} from"  # "across the Dnipro from X": the river between the two
    return following if following in words.surroundings else None
