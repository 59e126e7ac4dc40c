"""Acts told in a row, each with a day of its own: "the murder of A on Friday and the raid on B"."""

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.grammar.clauses import Phrase
from coder.rules.model import HIT_ROLES
from coder.values.labels import EventType

_JOINING = ",C"
_NEXT = 3  # the chunk behind "In another raid,"
_PHRASES = "NPtAJ#,C"
_AIMED = frozenset({"on", "against"})


def stand_in_row(one: Draft, other: Draft) -> bool:
    """Whether two acts of a sentence are told in clauses or noun groups of equal rank.

    As in "A was killed on 5 May; B was killed on 9 May", "the shelling of A and the murder of B".
    """
    clauses = one.reading.clauses
    first, last = sorted((one.chunk, other.chunk))
    between = clauses.kinds[first + 1 : last]
    if ":" not in between and "C" not in between:
        return False
    kinds = clauses.kinds[first] + clauses.kinds[last]
    if kinds == "NN":
        return not between.strip(_PHRASES)
    return kinds == "VV" and not any(kind in "UW" for kind in between)


def are_deeds_in_row(one: Draft, other: Draft) -> bool:
    """As in "the murder of a nun, the release of two men and the killing of a teacher": three acts.

    Each noun has whom or what it hit. Of two nouns one may tell what came of the other ("the
    bombing of a club and the deaths of six"), but who was released was not killed.
    """
    reading = one.reading
    if one.construction != other.construction or one.construction != "nominal":
        return False
    left, right = sorted((one.chunk, other.chunk))
    between = reading.clauses.kinds[left + 1 : right]
    if other.reading is not reading or between.strip(_PHRASES) or not {",", "C"} & {*between}:
        return False
    first, second = _hit_by(one), _hit_by(other)
    if first <= second or second <= first:
        return False
    is_release = (one.type is EventType.RELEASE) is not (other.type is EventType.RELEASE)
    return is_release or _in_row(reading, one, other) > 2  # noqa: PLR2004 - a list


def _hit_by(draft: Draft) -> set[int]:
    return {
        item.nominal.chunk for item in draft.fillers if item.role in HIT_ROLES and item.via == "of"
    }


def _in_row(reading: Reading, one: Draft, other: Draft) -> int:
    """How many act nouns of a row, each with an "of" behind it, stand beside two of them."""
    clauses, kinds = reading.clauses, reading.clauses.kinds
    left, right = sorted((one.chunk, other.chunk))
    while left > 0 and kinds[left - 1] in _PHRASES:
        left -= 1
    while right < len(kinds) and kinds[right] in _PHRASES:
        right += 1
    return 1 + sum(
        _opens_next(reading, at) and clauses.first_words[at + 1] == "of"
        for at in range(left + 1, min(right, len(kinds) - 1))
    )


def share_of_row(reading: Reading, number: int) -> tuple[int, int] | None:
    """The first chunk of an act noun's own words and the one behind; null where it stands alone."""
    kinds = reading.clauses.kinds
    start, end = number, number + 1
    while end < len(kinds) and kinds[end] in _PHRASES and not _opens_next(reading, end):
        end += 1
    before = number - 1
    while before > 0 and kinds[before] in _PHRASES and not _is_act(reading, before):
        before -= 1
    is_next = kinds[number - 1 : number] in ("C", ",") and _is_act(reading, before)
    is_followed = end < len(kinds) and _is_act(reading, end)
    return (start, end) if is_next or is_followed else None


def own_phrases(reading: Reading, number: int) -> list[Phrase]:
    """The phrases of an act noun without those of the next: "the burning of A and a raid on B".

    Where it has none of its own, it shares them: "the bombing and the shooting of soldiers". Behind
    a comma the last phrase may tell of all: "raids in A and B, and other attacks on the people".
    """
    phrases = _without_bearings(reading, reading.clauses.phrases(number))
    start = reading.clauses.start
    is_opening = number == start + 1 and reading.clauses.kinds.startswith("PN,N", start)
    if is_opening and _opens_next(reading, start + _NEXT):
        return []  # "In another raid, an air strike | on a camp killed two": those of the subject
    phrases += _behind_participle(reading, number, phrases)
    if len(phrases) < 2 or len(reading.event_heads) < 2:  # noqa: PLR2004 - nothing to divide
        return phrases
    share = share_of_row(reading, number)
    if share is None or phrases[0].position >= share[1]:
        return phrases
    joined = reading.clauses.kinds[share[1] - 2 : share[1]]
    if joined == ",C" or not joined.endswith("C"):
        return phrases
    return [phrase for phrase in phrases if phrase.position < share[1]]


def _behind_participle(reading: Reading, number: int, phrases: list[Phrase]) -> list[Phrase]:
    """As in "the killing of a man working for the UN by rebels": what a participle keeps apart.

    It describes the group before it, and has its object or first phrase for itself. Behind that
    are only taken who acts and what is aimed at, where the noun has none of them yet.
    """
    clauses, kinds = reading.clauses, reading.clauses.kinds
    end = max(phrases[-1].groups) + 1 if phrases else len(kinds)
    if kinds[end : end + 1] not in {"G", "X", "K"} or kinds[end + 1 : end + 2] not in {"N", "P"}:
        return []
    if kinds[end] != "G" and (kinds[end + 1] == "N" or not _is_reduced(reading, number, end)):
        return []
    own = end + 1 + (kinds[end + 1] == "P")
    own += kinds[own : own + 1] == "G"  # "suspected of spying (for the army)"
    while kinds[own : own + 1] == "P" and kinds[own - 1] == "G":
        own += 1
    behind = clauses.conjoined_right(own)[-1] if kinds[own : own + 1] == "N" else own - 1
    has_aim = any(phrase.preposition in _AIMED for phrase in phrases)
    has_doer = any(phrase.preposition == "by" for phrase in phrases)
    return [
        phrase
        for phrase in clauses.phrases(behind)
        if (phrase.preposition == "by" and not has_doer)
        or (phrase.preposition in _AIMED and not has_aim)
    ]


def _is_reduced(reading: Reading, number: int, participle: int) -> bool:
    """Whether a later verb, and not the participle, is the one that is said of the act."""
    clauses = reading.clauses
    if number and clauses.kinds[number - 1] in "VXP":
        return True
    return any(
        clauses.kinds[at] in "VX" and number in clauses.subject(at)
        for at in range(participle + 1, len(clauses.kinds))
    )


def _without_bearings(reading: Reading, phrases: list[Phrase]) -> list[Phrase]:
    """As in "the attack on Lasho, just north | of Torit": no phrase of the noun."""
    kinds = reading.clauses.kinds
    if "AP" not in kinds:
        return phrases
    return [
        phrase
        for phrase in phrases
        if phrase.preposition != "of" or kinds[phrase.position - 1] != "A"
    ]


def _opens_next(reading: Reading, number: int) -> bool:
    return reading.clauses.kinds[number - 1] in _JOINING and _is_act(reading, number)


def _is_act(reading: Reading, number: int) -> bool:
    clauses = reading.clauses
    return clauses.kinds[number] == "N" and clauses.chunks[number].head in reading.event_heads
