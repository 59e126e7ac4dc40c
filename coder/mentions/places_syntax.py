"""What stands between and before place names: containing areas, nearness, names no gazetteer has."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from coder.gazetteer.names import ARTICLES, name_key
from coder.gazetteer.store import Entry, Gazetteer
from coder.gazetteer.words import PlaceWords
from coder.mentions.places_spans import PlaceSpan, is_capitalised
from coder.values.labels import CaseProfile, PlaceLevel
from coder.values.text import Sentence

_LINKS = frozenset("in of the , ( 's capital 'an".split())
_MAX_LINK = 6
_DISTANCE_UNITS = frozenset(
    "km kms kilometer kilometers kilometre kilometres mile miles m meters metres minutes hours hour "
    "leagues km.".split()
)
_NEAR_PHRASES = (
    ("close", "to"),
    ("next", "to"),
    ("outskirts", "of"),
    ("edge", "of"),
    ("vicinity", "of"),
    ("surroundings", "of"),
    ("road", "to"),
    ("away", "from"),
    ("border", "with"),
    ("suburbs", "of"),
)
_AFTER_NEAR = frozenset("countryside outskirts suburbs environs surroundings hinterland".split())
# Heads that also follow words which are no names ("the Interior department", "Kurdish region").
_WEAK_HEADS = frozenset(
    "department state region community division base zone parish crossing forest delta plains "
    "plain coast sea station range city cercle settlement quarter highlands oblast camp "
    "islands mountains bay basin borough airport checkpoint wilaya locality island county".split()
)
_WEAK_BEFORE = frozenset("department state community division region base zone".split())
_MAX_UNKNOWN_WORDS = 4
_MAX_COUNTRIES = 4
_SAME_SOUND = 0.86


def link_areas(spans: Sequence[PlaceSpan], sentence: Sentence, words: PlaceWords) -> None:
    """Set ``area`` where one name of a sentence is said to lie in the next or in the one before."""
    norms = sentence.norms
    for left, right in zip(spans, spans[1:], strict=False):
        if left.is_demonym or right.is_demonym:
            continue
        between = norms[left.last : right.first]
        if len(between) > _MAX_LINK or not all(
            word in _LINKS or word in words.heads or word in words.directions for word in between
        ):
            continue
        if between[:1] == ("'s",):
            if _may_contain(left, right):
                right.area = left
        elif between and _may_contain(right, left):
            left.area = right
    for left, middle, right in zip(spans, spans[1:], spans[2:], strict=False):
        # "Tel Rifaat and Azaz, Aleppo": the area closes a list.
        between = norms[left.last : middle.first]
        if left.area is None and middle.area is right and between in {("and",), (",",), (",", "and")}:
            if _may_contain(right, left):
                left.area = right


def _may_contain(area: PlaceSpan, place: PlaceSpan) -> bool:
    if not place.entries:
        return any(entry.level is not PlaceLevel.PLACE for entry in area.entries)
    return any(entry.lies_in(outer) for outer in area.entries for entry in place.entries)


def set_relations(spans: Sequence[PlaceSpan], sentence: Sentence, words: PlaceWords) -> None:
    """Set ``relation`` where the words put the event near the place instead of in it."""
    norms = sentence.norms
    for span in spans:
        if not span.is_demonym:
            span.relation = _relation(span, norms, words)


def _relation(span: PlaceSpan, norms: Sequence[str], words: PlaceWords) -> str | None:
    i = span.first
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
    if previous in words.near:
        return previous
    if (before, previous) in _NEAR_PHRASES:
        return f"{before} {previous}"
    if previous in {"from", "of"} and before in words.directions:
        return f"{before} {previous}"
    if previous in {"from", "of", "outside"} and before in _DISTANCE_UNITS:
        number = norms[i - 3] if i > 2 else ""  # noqa: PLR2004 - "12 km from"
        return f"{number} {before} {previous}".strip()
    if span.last < len(norms) and norms[span.last] in _AFTER_NEAR:
        return norms[span.last]
    return None


def find_unknown(
    sentence: Sentence,
    position: int,
    taken: Sequence[bool],
    known: Sequence[PlaceSpan],
    words: PlaceWords,
    gazetteer: Gazetteer,
    lower_words: frozenset[str] | set[str],
) -> Iterator[PlaceSpan]:
    """Names without a gazetteer entry that the words around them prove to be places."""
    norms, n = sentence.norms, len(sentence.norms)
    cased = sentence.case is CaseProfile.MIXED
    starts = {span.first: span for span in known if not span.is_demonym}
    j = 0
    for i in range(n):
        if taken[i] or i < j or not _is_asked_for(norms, i, words, cased=cased):
            continue
        if not _may_name(sentence, i, words, gazetteer, lower_words):
            continue
        j = i + 1
        while (
            j < n
            and j - i < _MAX_UNKNOWN_WORDS
            and not taken[j]
            and _may_name(sentence, j, words, gazetteer, lower_words)
            and norms[j] not in words.heads
        ):
            j += 1
        span = _proven(sentence, position, i, j, starts, words, cased=cased)
        if span is not None:
            yield span


def _is_asked_for(
    norms: Sequence[str], i: int, words: PlaceWords, *, cased: bool
) -> bool:
    """The cheap test: a preposition, a head noun or a kind of place stands beside the word."""
    previous = norms[i - 1] if i else ""
    if previous == "of":
        return i > 1 and norms[i - 2] in words.heads
    if not cased:
        return False
    if previous in words.inside or previous in words.near or previous in words.prefixes:
        return True
    heads = words.heads
    return any(norm in heads for norm in norms[i + 1 : i + 1 + _MAX_UNKNOWN_WORDS])


def _may_name(
    sentence: Sentence,
    i: int,
    words: PlaceWords,
    gazetteer: Gazetteer,
    lower_words: frozenset[str] | set[str],
) -> bool:
    word, norm = sentence.words[i], sentence.norms[i]
    if not is_capitalised(word) or len(word) < 3 or not word.replace("-", "").replace("'", "").isalpha():  # noqa: PLR2004
        return False
    if norm in words.common or norm in words.times or norm in words.titles or norm in words.bodies:
        return False
    if norm in words.directions or norm in words.given_names or gazetteer.demonyms(norm):
        return False
    if sentence.case is CaseProfile.MIXED:
        return norm not in lower_words and not (word.isupper())
    return norm not in words.heads and norm not in words.inside | words.other_prepositions


def _proven(
    sentence: Sentence,
    position: int,
    i: int,
    j: int,
    starts: Mapping[int, PlaceSpan],
    words: PlaceWords,
    *,
    cased: bool,
) -> PlaceSpan | None:
    norms = sentence.norms
    following = norms[j] if j < len(norms) else ""
    previous = norms[i - 1] if i else ""
    before = norms[i - 2] if i > 1 else ""
    head, head_word, last = None, None, j
    if previous == "of" and before in words.heads and before not in _WEAK_BEFORE:
        head, head_word = words.heads[before], before
    elif cased and following in words.heads and following not in _WEAK_HEADS and i:
        head, head_word = words.heads[following], following
        if is_capitalised(sentence.words[j]):
            last = j + 1
    elif cased and previous in words.prefixes and is_capitalised(sentence.words[i - 1]):
        head, head_word = words.prefixes[previous], previous
    area = None
    comma = following == "," and j + 1 in starts
    inside = following in {"in", "("} and j + 1 in starts
    if cased and (comma or (inside and head)) and (previous in words.inside or previous in words.near):
        area = starts[j + 1]
        if not any(
            entry.level in {PlaceLevel.COUNTRY, PlaceLevel.ADMIN1, PlaceLevel.ADMIN2}
            for entry in area.entries
        ):
            area = None
    cue = previous in words.inside or previous in words.near
    if head is None and area is None and not (cue and cased):
        return None
    return PlaceSpan(
        sentence=position,
        first=i,
        last=last,
        name_last=j,
        name=" ".join(norms[i:j]),
        entries=(),
        certain=head is not None or area is not None,
        cue=cue,
        head=head or ("place" if area is not None else None),
        head_word=head_word,
        area=area,
    )


def transliterated(
    span: PlaceSpan, gazetteer: Gazetteer, weights: Mapping[str, float]
) -> tuple[Entry, ...]:
    """Entries whose name is another spelling of an unknown one, in the document's countries."""
    countries = sorted(weights, key=lambda iso: (-weights[iso], iso))[:_MAX_COUNTRIES]
    own = _sound(span.name)
    ranked = [
        (SequenceMatcher(None, own, _sound(entry.name)).ratio(), entry)
        for entry in gazetteer.lookup_coarse(span.name, countries)
    ]
    best = max((ratio for ratio, _entry in ranked), default=0.0)
    if best < _SAME_SOUND:
        return ()
    return tuple(entry for ratio, entry in ranked if ratio == best)


def _sound(name: str) -> str:
    """A name with the vowels that transliterations confuse made one; articles are left out."""
    words = [word for word in name_key(name).split() if word not in ARTICLES]
    return "".join(words).translate(_VOWELS).replace("ii", "i").replace("uu", "u")


_VOWELS = str.maketrans({"e": "a", "y": "i", "o": "u", "w": "u", "q": "k", "c": "k", "h": None})
