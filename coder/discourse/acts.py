"""What the discourse stage works on: acts, and who is said to be behind them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from coder.events.drafts import Claim, Draft, SourceDraft
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.senses.violence import is_outcome, is_violent
from coder.lexicon.closed import KNOWN
from coder.rules.model import TYPE_PRECEDENCE
from coder.values.kinds import ATTACKS
from coder.values.labels import CasualtyKind, Certainty, EventType, Outcome, WeaponType
from coder.values.mentions import PlaceMention, Quantity, TimeExpression, WeaponMention

_WITNESSES = 24  # no text tells one act in more sentences; endless input stays linear
HORIZON = 200
"""Acts a new one is compared with: more than any few sentences tell; endless input stays linear."""
REFERS_BACK = "a definite noun refers back"
PART_OF_BRIEF = "a part of the one incident of a brief"
OUTCOME = "the outcome of the act told before"
ONE_OF_SERIES = "one of the acts told together before"
GOES_ON = "those told before go on, or come to harm"
NAMED_LATER = "the name of the person attacked"
SOME_OF_THEM = "some of the people told before"
SAME_VICTIMS = "the same numbers of victims"
SAME_PERSONS = "the same persons came to harm"
SAME_DEAD = "the same persons were killed"
SAME_THING = "the same thing was hit"
_LEFT = frozenset({PART_OF_BRIEF, OUTCOME})
_DETAILS = frozenset({GOES_ON, NAMED_LATER, ONE_OF_SERIES, SOME_OF_THEM})
PARTIES = frozenset({"person", "armed", "organisation", "authority", "name"})
"""What a group of words has to be, one of these, to be said to be behind an act."""
HARM = frozenset({CasualtyKind.KILLED, CasualtyKind.INJURED, CasualtyKind.CASUALTIES})
"""What befalls the body, where those taken or driven out are left aside."""
_GENERAL = frozenset({EventType.ARMED_ATTACK, EventType.OTHER_VIOLENCE, EventType.ARMED_CLASH})
_RANK = {kind: 2 * rank for rank, kind in enumerate(TYPE_PRECEDENCE)}
_ATTACK, _DISPLACEMENT = EventType.ARMED_ATTACK, EventType.DISPLACEMENT
_CLASH = EventType.ARMED_CLASH  # "killed 22 rebels ... two soldiers died in the clash"
_DISRUPTION, _KILLING = EventType.WEAPONS_DISRUPTION, EventType.KILLING
_CALM = frozenset({"peaceful", "unspecified"})
_ARREST, _PROTEST, _RIOT = EventType.ARREST, EventType.PROTEST, EventType.RIOT
_Key = tuple[bool, bool, bool, bool, int, bool, bool, int, int]
_STRIKES = frozenset({"strike", "strikes"})
_TYRES = frozenset({"tyres", "tires"})
_MISSING = CasualtyKind.MISSING
_REPELLED = Outcome.REPELLED


@dataclass(slots=True)
class Responsibility:
    """One party said to be behind an act. ``is_nobody``: the text says that none claimed it."""

    reading: Reading
    nominal: Nominal
    certainty: Certainty
    is_nobody: bool = False
    source: SourceDraft | None = None


@dataclass(slots=True)
class Named:
    """A victim whose name is told apart from the act."""

    reading: Reading
    nominal: Nominal


@dataclass(slots=True)
class Act:
    """Drafts that tell one act, with the reason each was taken in, in the order of the text.

    ``main``, set by the first of them, is the draft whose type and sentence stand for the act:
    countable, then by precedence. A general word that only refers back ("the attack") does not.
    ``witnesses`` are the drafts a new one is compared with: all of a usual act, the ends of an
    endless one. ``sentence`` is that of the last draft.
    """

    drafts: list[Draft] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    responsibilities: list[Responsibility] = field(default_factory=list)
    deniers: list[SourceDraft] = field(default_factory=list)  # who rejects what is told of it
    confirmers: list[SourceDraft] = field(default_factory=list)
    named: list[Named] = field(default_factory=list)
    told_place: tuple[PlaceMention, Reading] | None = None  # in a sentence behind the act
    told_time: TimeExpression | None = None  # in a sentence behind the act
    means: list[tuple[Reading, WeaponMention]] = field(default_factory=list)  # told behind it
    crowd: Quantity | None = None  # told beside it
    total: "Act | None" = None  # the series it is one of, told before it with the sum of the dead
    main: Draft = field(init=False)
    witnesses: list[Draft] = field(init=False)
    sentence: int = field(init=False)
    _standing: tuple[Draft, str] | None = None

    def add(self, drafts: list[Draft], reason: str) -> None:
        """Take a sentence's drafts in."""
        told = [(draft, reason) for draft in drafts]
        if self._standing is not None:
            told = [*self._weighed(told), self._standing]
        self._standing = min(told, key=_standing)
        self.main = self._standing[0]
        self.drafts += drafts
        self.reasons += [reason] * len(drafts)
        told_by, ends = self.drafts, _WITNESSES // 2
        self.witnesses = told_by if len(told_by) <= _WITNESSES else told_by[:ends] + told_by[-ends:]
        self.sentence = told_by[-1].reading.sentence.index

    def _weighed(self, told: list[tuple[Draft, str]]) -> list[tuple[Draft, str]]:
        """The drafts that may stand for the act instead of the one that does, with their reasons.

        "Killed 22 rebels ... in the clash" names a fight, "Clashes broke out. Youths threw stones"
        a riot; "Heavy gunfire was heard" is of the fight.
        """
        main = self.main
        if main.type in ATTACKS:
            is_shelled = main.type is EventType.SHELLING
            told = [item for item in told if not (is_shelled and _is_strike(item[0]))]
            return [item for item in told if not self._left(item[0])]
        if main.type is _KILLING and is_outcome(main):
            return [(it, OUTCOME if it.type is _CLASH else why) for it, why in told]
        if main.type is not _CLASH or main.reading.sentence.index < 0:
            return told
        is_open = main.construction == "nominal" and not main.by_role("participant")
        if is_open and any(it.type is _RIOT for it, _ in told):
            self._standing = main, GOES_ON
            return [(it, OUTCOME) for it, _ in told]
        return [(it, GOES_ON if _is_shooting(it) else why) for it, why in told]

    def _left(self, draft: Draft) -> bool:
        """As in "the bodies were found by the road": what the attack left, and no more dead."""
        known = max((claim.best or 0 for told in self.drafts for claim in told.claims), default=0)
        return draft.subtype == "body_found" and all(
            (claim.best or 0) <= known for claim in draft.claims
        )

    @property
    def teller(self) -> Draft:
        """The draft that tells the act first: its sentence is shown, the main one's type."""
        main = self.main
        return min(
            self.drafts,
            key=lambda draft: (
                draft.countable is not main.countable,
                draft.reading.sentence.index < 0,
                draft.support == "dependent",
                draft.reading.sentence.index,
                _main_key(draft),
            ),
        )

    @property
    def is_told_violence(self) -> bool:
        """Whether it is an act of violence that was done or tried, and is told as news."""
        return is_violent(self.main.type) and self.main.countable

    @property
    def asserting(self) -> list[Draft]:
        """The drafts that tell an act; only those that count its victims where no other does."""
        return [draft for draft in self.drafts if draft.support != "dependent"] or self.drafts


def weapons_of(act: Act) -> set[WeaponType]:
    """The types of the weapons that an act was done with."""
    return {
        filler.nominal.weapon.type
        for draft in act.witnesses
        for filler in draft.by_role("instrument")
        if filler.nominal.weapon is not None
    } | {draft.frame.means for draft in act.witnesses if draft.frame.means is not None}


def claims_once(drafts: Iterable[Draft]) -> Iterator[Claim]:
    """The claims of drafts without repeats: two verbs may count one group ("shot two men dead")."""
    told: set[tuple[int, CasualtyKind, int, int]] = set()
    for draft in drafts:
        for claim in draft.claims:
            key = id(claim.reading), claim.kind, claim.first, claim.last
            if key not in told:
                told.add(key)
                yield claim


def _standing(
    told: tuple[Draft, str],
) -> tuple[bool, _Key]:
    """What decides which draft stands for an act: the least one does."""
    draft, reason = told
    is_back = reason == REFERS_BACK and draft.type in _GENERAL
    is_find = draft.subtype == "body_found" and reason in _LEFT  # what a raid left behind
    return is_back or is_find or reason in _DETAILS, _main_key(draft)


def _is_strike(draft: Draft) -> bool:
    """As in "a missile hit a depot ... the strike": of whatever fell from afar."""
    clauses = draft.reading.clauses
    is_told = draft.construction == "nominal" and clauses.first_words[draft.chunk] in KNOWN
    return is_told and clauses.head_words[draft.chunk] in _STRIKES


def _is_shooting(draft: Draft) -> bool:
    return draft.type is _ATTACK and not draft.by_role("perpetrator")


def _rank(draft: Draft) -> int:
    """By precedence of the types; who was only hurt, driven out or lost says least of the act."""
    kind = draft.type
    if kind is _DISPLACEMENT or (kind is _ATTACK and is_outcome(draft)) or _are_missing(draft):
        return 2 * len(_RANK)
    if kind is _PROTEST and draft.reading.sentence.norms[draft.last - 1] in _TYRES:
        return 2 * len(_RANK) - 1  # "burned tyres and stoned the town hall"
    if kind is _DISRUPTION:
        return 1  # behind the foiled bombing of a device that was laid
    if kind is _KILLING and draft.subtype != "unspecified":
        return _RANK[_ATTACK] - 1  # "assassinated", "found dead": codebook 2.1
    if kind is EventType.ABUSE:
        return _RANK[_KILLING] - 1  # "abducted two teachers and flogged them"
    return _RANK.get(kind, 0)


def _are_missing(draft: Draft) -> bool:
    """As in "one was missing after the ambush": nobody is said to have been taken."""
    return bool(draft.claims) and all(it.kind is _MISSING for it in draft.claims)


def _main_key(draft: Draft) -> _Key:
    return (
        not draft.countable,
        draft.reading.sentence.index < 0,
        draft.support == "dependent" or draft.type is _DISPLACEMENT,
        draft.frame.outcome is not _REPELLED,
        _rank(draft),
        draft.type is _ARREST,  # "arrested 40 while breaking up a march": codebook 2.1, protest
        draft.type is _PROTEST and draft.subtype in _CALM,  # "a sit-in was broken up by police"
        draft.reading.sentence.index,
        draft.first,
    )
