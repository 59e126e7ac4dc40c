"""What opens a sentence, before the subject of its act: "under the law", "as a boy he saw"."""

from collections.abc import Iterator

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.status.framed import is_in_general
from coder.events.status.habits import is_present
from coder.events.status.recency import is_prose
from coder.lexicon.words import noun_classes

_OPENING = frozenset({"in", "on", "under", "by", "as", "when", "according", "for"})
_BEHIND = 2  # chunks: "In a typical week | gunmen kill two"
_FAR = 5  # tokens: "In his grandfather's time"
_FARTHER = 7  # "As an April Fool's prank"
_UNDER = frozenset({"under", "by"})
_OWN = frozenset({"his", "her", "their", "my", "our"})
_AS_A = frozenset({("as", "a"), ("as", "an"), ("was", "a"), ("were", "a")})
_YOUNG = "young"
_GROWN = frozenset({"man", "woman"})
_OF_WHOM = frozenset({",", "he", "she", "i"})
_NO_END = frozenset({"of", "for"})
_IN_THE_DAYS = ("in", "the", "days", "of")
_GROUNDS = frozenset({"place", "territory", "facility", "vehicle"})
_ANSWERS = frozenset(
    {"response", "retaliation", "revenge", "reprisal", "addition", "turn", "jungle"}
)
_SAME_FORM = frozenset({"beat", "hit", "cut", "put", "set", "shut", "burst", "hurt"})
_UNREAL, _BACKGROUND, _DENIED = "hypothetical", "background", "denied"


def opening_cues(draft: Draft) -> Iterator[tuple[str, str]]:
    """Pairs of cue kind and words, as those of listed words are (``of_draft``)."""
    norms, classes = draft.reading.sentence.norms, noun_classes()
    if norms[0] not in _OPENING or draft.first < _FAR - 1:
        return
    opening = norms[1 : min(_FAR, draft.first)]
    if norms[0] in _UNDER and is_in_general(draft):
        law = next((norm for norm in opening if norm in classes["law_noun"]), None)
        if law:
            yield _UNREAL, law
    if norms[0] == "in" and opening[0] in _OWN:
        for at, norm in enumerate(opening, 2):
            if norm in classes["time_of_life"] and norms[at] not in _NO_END:
                yield _BACKGROUND, norm
    yield from _of_youth(norms)
    jest = classes["mocking"].intersection(norms[1 : min(_FARTHER, draft.first)])
    if jest and norms[0] in {"as", "in"}:
        yield _DENIED, min(jest)
    if draft.support == "verb" and not draft.times and _is_scene(draft.reading, draft.chunk):
        yield _UNREAL, norms[0]


def _of_youth(norms: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """As in "as a boy he saw", "when she was a girl, soldiers burned the village"."""
    if norms[: len(_IN_THE_DAYS)] == _IN_THE_DAYS:
        yield _BACKGROUND, "days"
    start = 0 if norms[0] == "as" else 2
    behind, young = norms[start + 2 : start + 4], noun_classes()["when_young"]
    if behind[:1] == (_YOUNG,):
        behind, young = norms[start + 3 : start + 5], young | _GROWN  # "as a young man he saw"
    is_scene = norms[start : start + 2] in _AS_A and bool(behind[1:])
    if is_scene and behind[0] in young and behind[1] in _OF_WHOM:
        yield _BACKGROUND, behind[0]


def _is_scene(reading: Reading, verb: int) -> bool:
    return _is_staged(reading, verb) or _is_in_story(reading, verb)


def _is_in_story(reading: Reading, verb: int) -> bool:
    """As in "in her last novel a plumber lets in a gunman, who shoots the premier"."""
    clauses, classes = reading.clauses, noun_classes()
    if not clauses.kinds.startswith("P") or clauses.first_words[0] != "in":
        return False
    at = 1
    while clauses.kinds[at + 1 : at + 2] == "N":  # "Ana Mora | 's last story | a plumber"
        at += 1
    opened = clauses.head_words[1 : at + 1]
    is_story = any(head in classes["story"] or head in classes["told"] for head in opened)
    return is_story and is_present(reading, clauses.chunks[verb])


def _is_staged(reading: Reading, verb: int) -> bool:
    """As in "In the comic strip, gunmen kill two": told in the present of no ground and no day."""
    clauses = reading.clauses
    group = clauses.chunks[verb]
    if not (is_prose(reading.sentence) and is_present(reading, group)):
        return False
    if reading.sentence.norms[group.head] in _SAME_FORM or clauses.kinds[verb] not in "VX":
        return False
    subject = next(iter(clauses.subject(verb)), 0)
    is_apart = clauses.kinds[subject - 1 : subject] == "," or subject == _BEHIND
    if not clauses.kinds.startswith("PN") or not is_apart:
        return False
    if set(clauses.kinds[2 : subject - 1]) & set("VXUWt"):
        return False
    classes, head = noun_classes(), clauses.head_words[1]
    grounds = classes["place_noun"] | classes["nature"] | classes["compass"] | _ANSWERS
    return (
        not reading.nominal(1).fillers & _GROUNDS
        and clauses.chunks[1].head not in reading.event_heads
        and head not in grounds
    )
