"""Whom a bare past form is about: "two engineers, kidnapped in May", "soldiers ambushed a bus"."""

from typing import Protocol

from coder.events.reading import Reading
from coder.events.roles.cases import is_without_subject, whom_it_opens_on
from coder.events.roles.nominals import LIFELESS
from coder.events.status.governors import is_presuming
from coder.grammar.tag_beside_verbs import FATES
from coder.lexicon.closed import AMONG_INCLUDING, OTHERS, THEM_WHOM
from coder.rules.model import GROUND, RoleSpec

NOBODY = LIFELESS | GROUND | {"vehicle", "organisation", "facility", "event", "weapon"}
_BECOMING = frozenset(
    {"resulted", "resulting", "ended", "turned", "became", "becoming", "stayed", "remained"}
)
_OF_WHO = frozenset({"WVN", "WXN"})
_LEFT_SO = frozenset({"left", "leave", "leaves", "found", "had", "saw", "kept", "got", "reported"})
_VERBAL_KINDS = "VXKIG"


class Governing(Protocol):
    """A frame, as far as the places around its trigger ask; frames of events and of others."""

    @property
    def takes_object(self) -> bool:
        """Whether an active clause of it has an object."""
        ...

    @property
    def tells_outcome(self) -> bool:
        """Whether it tells what came of an act."""
        ...

    @property
    def does_harm(self) -> bool:
        """Whether people come to harm."""
        ...

    @property
    def takes_people(self) -> bool:
        """Whether somebody is carried off."""
        ...

    def role(self, name: str) -> RoleSpec | None:
        """The role of that name."""
        ...


def whom_it_befell(reading: Reading, number: int, frame: Governing) -> list[int] | None:  # noqa: C901, PLR0911, PLR0912 - one walk, read in one place
    """Whom a bare past form is about where it is a participle; null where it is an active past."""
    clauses = reading.clauses
    kinds = clauses.kinds
    if not frame.takes_object or (number > 0 and kinds[number - 1] == "W"):
        return None
    if clauses.first_words[number + 1 : number + 2] == ["against"]:
        return None  # "burst in and shot against the guests"
    if kinds[number - 3 : number] in _OF_WHO and not _has_other_verb(reading, number):
        return None  # "a shepherd who had fled the fire returned"
    before = clauses.chunks[number - 1] if number else None
    if before is not None and reading.sentence.norms[before.head] in _BECOMING:
        return clauses.subject(number - 1)  # "two more resulted wounded"
    if before is not None and before.kind in "VI" and before.head != before.first - 1:
        # "were reported killed", "is believed kidnapped"
        return (
            clauses.subject(number - 1) if before.passive else clauses.objects(number - 1) or None
        )
    if clauses.objects(number):
        return None
    listed = clauses.of_passive_row(number) if number else inverted(reading, frame)
    listed = listed or whom_it_opens_on(reading, number)
    if listed or is_without_subject(reading, number):
        return listed
    at = number - 1
    while at >= 0 and (kinds[at] in "tA!" or is_presuming(reading, at)):
        at -= 1
    if at >= 0 and kinds[at] in "),:" and (whole := clauses.before_aside(at)) is not None:
        at = whole  # "three people (two men and a woman) killed", "six, most of them girls, hurt"
    if kinds.endswith("N,", 0, at + 1):
        at = _over_phrase(reading, at - 1, frame)
    elif at > 1 and kinds[at - 1 : at + 1] == "PN":
        at = _over_phrase(reading, at, frame)
    at = _before_place(reading, at) if at >= 0 and kinds[at] == "N" else at
    if at >= 0 and kinds[at] in ',("':
        at -= 1
        if kinds[at] == "," and at:
            at -= 1
        if at >= 0 and kinds[at] in "VXK" and (clauses.chunks[at].passive or kinds[at] == "K"):
            return clauses.subject(at)  # "was stripped, whipped and ..."
        if at > 0 and kinds[at] == "X" and kinds[at + 1 : number + 1] == ",X":
            earlier = whom_it_befell(reading, at, frame)
            if earlier is not None:
                return earlier  # "Captain shot, killed in market"
    if at >= 0 and kinds[at] == "N":
        return _without_fates(reading, clauses.conjoined_left(clauses.before_including(at)))
    if at >= 0 and kinds[at] == "C":
        left = at - 1
        while left >= 0 and kinds[left] not in _VERBAL_KINDS:
            left -= 1
        if left >= 0 and (clauses.chunks[left].passive or kinds[left] in "XK"):
            earlier = whom_it_befell(reading, left, frame) if kinds[left] in "XK" else None
            if earlier is None and kinds[left] == "X" and not clauses.chunks[left].passive:
                return None  # "stormed the village and shot wildly": both are active
            return earlier if earlier is not None else clauses.subject(left)
    return None


def _over_phrase(reading: Reading, number: int, frame: Governing) -> int:
    """As in "two engineers of a mine, kidnapped in May,": who works there, and not the mine.

    So too "a tailor from the village of Hrak killed by shelling".

    And in "a banner signed by the Front, hung from a bridge": what was signed. Of "five of them
    killed" it is the five.
    """
    clauses = reading.clauses
    start = clauses.phrase_start(number)
    of_entry = _of_entry(reading, number, start or number) if frame.does_harm else None
    if of_entry is not None or not start:
        return number if of_entry is None else of_entry
    if clauses.head_words[number] in THEM_WHOM and clauses.kinds[start - 1] == "N":
        return start - 1
    is_by = clauses.first_words[start] == "by"
    if is_by and clauses.kinds[start - 2 : start] in {"NX", "NK"}:
        return start - 2
    if not (frame.does_harm or frame.takes_people):
        return number
    over = number
    while start and clauses.kinds[start - 1] == "N":
        is_origin = clauses.first_words[start] == "from"  # "a woman from Hrak", an unknown place
        if not (is_origin or reading.nominal(over).fillers <= NOBODY):
            break
        over = start - 1
        if "person" in reading.nominal(over).fillers:
            return over
        start = clauses.phrase_start(over)
    return number


def _of_entry(reading: Reading, number: int, start: int) -> int | None:
    """As in "3. A trader, (from) Gao, shot by": who stands before a place in a line of a list."""
    kinds = reading.clauses.kinds
    if not kinds.endswith("N,", 0, start) or "V" in kinds[:number]:
        return None
    is_ground = reading.nominal(number).fillers <= GROUND
    return start - 2 if is_ground and "person" in reading.nominal(start - 2).fillers else None


def inverted(reading: Reading, frame: Governing) -> list[int]:
    """As in "Also injured (by the blast) was a vendor": who stands behind the verb "to be"."""
    clauses = reading.clauses
    kinds = clauses.kinds
    is_form = kinds[:3] == "X:N" and kinds[3:4] != ":"  # "Killed: 3 Injured: 5": two labels
    if frame.does_harm and is_form and reading.nominal(2).quantity is not None:
        return [2]  # "Killed: 3 soldiers" in a form
    verb = len(kinds) - len(kinds[1:].lstrip("PNtA")) if frame.does_harm else 1
    if kinds[verb : verb + 1] == "V" and clauses.chunks[verb].head == clauses.chunks[verb].first:
        return clauses.objects(verb)
    return []


def _has_other_verb(reading: Reading, number: int) -> bool:
    """Whether a finite verb stands behind, not in "what is left" or another clause."""
    clauses = reading.clauses
    if clauses.head_words[number - 2] in _LEFT_SO:
        return True  # "explosions that left five persons wounded"
    verb = clauses.kinds.find("V", number, clauses.told)
    return verb > 0 and not (
        clauses.kinds[verb - 1] in "WU" or clauses.head_words[verb - 1] == "what"
    )


def _without_fates(reading: Reading, groups: list[int]) -> list[int]:
    """As in "6 dead and at least 60 | hurt": what befell the first is told with them.

    So it is of "killed three, among them women and children, and nine others | hurt".
    """
    norms, chunks = reading.sentence.norms, reading.clauses.chunks
    if len(groups) > 1 and norms[chunks[groups[-1]].last - 1] in OTHERS:
        opening = groups[0] - 1
        words = reading.clauses.first_words[max(opening - 1, 0) : opening + 1]
        if any(word in AMONG_INCLUDING for word in words):
            return groups[-1:]
    return [n for n in groups[:-1] if norms[chunks[n].last - 1] not in FATES] + groups[-1:]


def _before_place(reading: Reading, number: int) -> int:
    """As in "six men at prayer | shot dead", "58 villagers returning from market | slain".

    Where nothing but a phrase stands between them and the participle, who was counted came to harm,
    also in "five members of one family | killed".
    """
    clauses = reading.clauses
    start = clauses.phrase_start(number)
    if clauses.before_including(number) == number and clauses.first_words[start or 0] == "among":
        return number  # "Two soldiers among five | killed"
    if not start or "V" in clauses.kinds[slice(*clauses.clause(number))]:
        return number
    before = start - 1
    if clauses.kinds[before] == "G":
        before -= 1
    if before < 0 or clauses.kinds[before] != "N":
        return number
    counted = reading.nominal(before)
    is_of = clauses.first_words[start] == "of"
    if is_of and counted.actor is not None and not counted.actor.is_plural:
        return number if reading.nominal(number).quantity is not None else before
    if counted.quantity is None or counted.first != clauses.chunks[before].first:
        return number
    return before if is_of or reading.nominal(number).actor is None else number
