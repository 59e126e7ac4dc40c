"""How far what is said reaches: the words behind a verb of stating, or the quotation before it."""

from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.lexicon.closed import AFTER_SINCE, TIME_CLAUSES, UNTIL, WITHIN
from coder.lexicon.words import noun_classes

_MAX_STEPS = 8
_ENDINGS = frozenset({".", "!", "?", '"', "'", ",", ";", ":", "-", "--", "\u2014", "...", "\u2026"})
_JOINING = frozenset({"and", "or", "but"})
_LATER = TIME_CLAUSES - UNTIL | AFTER_SINCE  # "offered a truce until the elections"


def clause_range(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """Tokens of the clause that is the complement of a trigger; null where there is none."""
    first = _clause_start(reading, hit)
    if first is not None:
        is_doing = reading.clauses.kinds[reading.clauses.at_token[first]] == "G"
        return first, topic_end(reading, first, is_clause=not is_doing, keeps_days=is_doing)
    return _quotation_before(reading, hit)


def _clause_start(reading: Reading, hit: Hit) -> int | None:  # noqa: C901, PLR0911, PLR0912 - one walk, read in one place
    clauses = reading.clauses
    kinds = clauses.kinds
    at = edge = clauses.at_token[hit.last - 1]
    for _ in range(_MAX_STEPS):
        at += 1
        if at >= len(kinds):
            return None
        kind = kinds[at]
        first = clauses.chunks[at].first
        if kind in "tA":
            continue
        if kind == "!" and kinds[at + 1 : at + 2] == "I":
            return first  # "urged voters not to go"
        if kind in "IT" or (kind == "G" and at <= edge + 2):
            return first
        if kind == "U":
            return first if reading.sentence.norms[first] in {"that", "to", "not"} else None
        if kind in '":':
            return first + 1 if first + 1 < len(reading.sentence.norms) else None
        if kind == "," and kinds[at + 1 : at + 2] == '"':
            return first + 2
        if kind == "," and kinds[at + 1 : at + 2] in ("N", "A", "I"):
            continue  # "urged the army, and above all its officers, to"
        if kind == "N":
            following = kinds[at + 1 : at + 2]
            if following in ("V", "M") or (following == "X" and kinds[at + 2 : at + 3] == "N"):
                return first  # "warned the ceasefire would fail"
            at = clauses.conjoined_right(at)[-1]
        elif kind == "P" and kinds[at + 1 : at + 2] in ("N", "t"):
            at += 1
        else:
            return None
    return None


def _quotation_before(reading: Reading, hit: Hit) -> tuple[int, int] | None:
    """As in '"We will burn it," the group threatened': the words between the marks."""
    norms = reading.sentence.norms
    kinds = reading.clauses.kinds
    if not kinds.startswith('"'):
        return None
    closing = next((at for at in range(hit.first - 1, 0, -1) if norms[at] == '"'), None)
    if closing is None:
        return None
    last = closing
    while last > 1 and norms[last - 1] in _ENDINGS:
        last -= 1
    return (1, last) if last > 1 else None


def topic_end(
    reading: Reading, first: int, *, is_clause: bool = False, keeps_days: bool = False
) -> int:
    """The token behind the words that begin at ``first``.

    A noun group takes the phrases along that can belong to it; a clause goes on to the end of the
    sentence, but for who says so and when. ``keeps_days``: days belong to what was done.
    """
    clauses = reading.clauses
    kinds = clauses.kinds
    norms = reading.sentence.norms
    start = clauses.at_token[first]
    at = start + (0 if is_clause else 1)
    while at < len(kinds):
        if at > start and not is_clause and _is_content(reading, at):
            return topic_end(reading, clauses.chunks[at].first, is_clause=True)
        is_day = keeps_days and (kinds[at] == "t" or kinds[at : at + 2] == "Pt")
        if at > start and not is_day and _ends(reading, at, is_clause=is_clause):
            break
        at += 1
    last = clauses.chunks[at - 1].last if at > start else clauses.chunks[start].last
    while last > first + 1 and (norms[last - 1] in _ENDINGS or norms[last - 1] in _JOINING):
        last -= 1
    return last


def _ends(reading: Reading, at: int, *, is_clause: bool) -> bool:  # noqa: PLR0911 - one answer a construction
    """Whether a chunk no longer belongs to what is said."""
    clauses = reading.clauses
    kinds = clauses.kinds
    kind = kinds[at]
    norm = clauses.first_words[at]
    if kind in {",", '"'}:
        return _is_speaker_next(reading, at) or (not is_clause and _goes_elsewhere(reading, at))
    if kind == ":":
        return True
    if is_clause:
        return False
    if kind in "VXKWItU":
        return True
    if kind == "P":
        following = kinds[at + 1 : at + 2]
        if norm in _LATER or following == "t":
            return True
        head = clauses.chunks[at + 1].head if following == "N" else None
        return (
            norm in WITHIN
            and head is not None
            and (reading.sentence.norms[head] in noun_classes()["figure"])
        )
    return kind == "C" and kinds[at + 1 : at + 2] in ("V", "X", "G", "I", "A")


def _is_content(reading: Reading, at: int) -> bool:
    """As in "rejected claims that ...": what the noun before says."""
    norms = reading.sentence.norms
    first = reading.clauses.chunks[at].first
    is_that = norms[first] == "that" and reading.clauses.kinds[at] == "U"
    return is_that and norms[first - 1] in noun_classes()["saying_noun"]


def _is_speaker_next(reading: Reading, at: int) -> bool:
    """As in ", the ministry said": a noun group and a verb of saying, in either order."""
    clauses = reading.clauses
    speech = reading.lexicon.speech_words
    behind = at + 1
    while clauses.kinds[behind : behind + 1] in ('"', ","):
        behind += 1
    for number in range(behind, min(behind + 4, len(clauses.kinds))):
        if clauses.kinds[number] in "VX":
            return clauses.head_words[number] in speech
        if clauses.kinds[number] not in "NP":
            return clauses.first_words[number] == "according"
    return False


def _goes_elsewhere(reading: Reading, at: int) -> bool:
    """Behind a comma in a noun group: anything but a further noun group."""
    kinds = reading.clauses.kinds
    if kinds[at] == '"':
        return False
    return kinds[at + 1 : at + 2] not in ("N", "C", '"')
