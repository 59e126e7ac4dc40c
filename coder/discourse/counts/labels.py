"""Numbers behind labels ("Dead: 4. Injured: 2.") -> claims of the act the text tells.

The heading of a roll of names is such a label: below "Killed in Homs on 5 May:" each is one dead.
"""

import re
from collections.abc import Mapping, Sequence

from coder.discourse.acts import Act
from coder.discourse.merging.totals import sum_up
from coder.events.counts.counting import make_claim
from coder.events.counts.labels import Labelled, labelled_counts, opens_with_total
from coder.events.drafts import Claim, Filler
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.senses.violence import is_violent
from coder.events.support import is_behind_label
from coder.lexicon.words import noun_classes
from coder.rules.model import PERSONS
from coder.text.columns import row_of
from coder.text.items import item_of, listing_of
from coder.values.events import COUNTABLE_MODALITIES
from coder.values.labels import CasualtyKind, EventType, Qualifier, Scope

_MAX_DISTANCE = 8  # sentences: a list is short
_VICTIM = frozenset({"victim", "victims"})
_FATES = {
    EventType.ABDUCTION: CasualtyKind.ABDUCTED,
    EventType.KILLING: CasualtyKind.KILLED,
    EventType.ABUSE: CasualtyKind.HARMED,
    EventType.SEXUAL_VIOLENCE: CasualtyKind.HARMED,
}
_ROLL = re.compile(
    r"\b(?:killed|murdered|executed|martyrs|fatalities|deaths|the (?:dead|fallen)|victims|died"
    r"|slain|(?P<hurt>wounded|injured))\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"(?:[^\w\s]{1,2}\s?|\(?[0-9]{1,3}[.)]\s)?(?:[^:.\n]{2,40}: )?"
    r"(?:[Uu]n(?:identified|known|named) (?:man|woman|child|boy|girl|male|female|person|body)"
    r"|(?:[A-Z][a-z]{1,4}\. )?[A-Z][\w'-]+(?: (?:[A-Z]|[a-z]{2}[- ])[\w'.-]*){1,5})(?=,| \(|$)",
    re.MULTILINE,
)
_FEWEST, _SHARE = 2, 0.6  # of the entries of a roll begin with a name
_LONGEST_TITLE = 140  # characters
_WITH_DEAD = frozenset({EventType.PROTEST, EventType.ARREST, EventType.TERRITORIAL_CHANGE})


def attach_labelled(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Give the numbers behind labels to the nearest act, the one told before first."""
    if not acts:
        return
    _count_roll(acts, readings)
    by_sentence: dict[int, list[Act]] = {}
    for act in acts:
        by_sentence.setdefault(act.sentence, []).append(act)
    items = {item_of(act.main.reading.sentence) for act in acts} - {None}
    for reading in readings:
        if len(items) > 1 and opens_with_total(reading):
            continue  # "TOTAL: 3 killed" below a list
        for label in labelled_counts(reading):
            nearest = _act_of(by_sentence, reading)
            if nearest is not None:
                _add(nearest, reading, label)


def _act_of(by_sentence: Mapping[int, Sequence[Act]], reading: Reading) -> Act | None:
    index = reading.sentence.index
    near = range(index - _MAX_DISTANCE, index + _MAX_DISTANCE + 1)
    able = [act for at in near for act in by_sentence.get(at, ()) if _may_have_dead(act)]
    row = row_of(reading.sentence)
    if row is not None:  # what a row of a table counts is of no other row
        able = [act for act in able if row_of(act.main.reading.sentence) is row]
    return min(able, key=lambda act: (act.sentence > index, _gap(act, index)), default=None)


def _gap(act: Act, index: int) -> int:
    return abs(index - act.sentence)


def _may_have_dead(act: Act) -> bool:
    main = act.main
    return (
        (is_violent(main.type) or main.type in _WITH_DEAD)
        and main.modality in COUNTABLE_MODALITIES
        and main.scope is not Scope.SUMMARY
    )


def _add(act: Act, reading: Reading, label: Labelled) -> None:
    """Add the claims unless the text has told as many; what it told before is replaced."""
    for draft in act.drafts:
        if draft.reading is reading:
            draft.claims = [
                claim for claim in draft.claims if not label.first <= claim.first < label.last
            ]
    fate = _fate_of_victims(act, reading, label)
    if fate is not None:
        for claim in label.claims:
            claim.kind = fate
    kind = label.claims[0].kind
    told = [
        claim
        for draft in act.drafts
        for claim in draft.claims
        if claim.kind is kind
        and claim.subset_of is None
        and not claim.is_superseded
        and (label.is_total or not claim.is_listed)
        and (label.is_total or not _is_of_attackers(claim, label))
    ]
    if told and not label.is_total and _sum(told) > _sum(label.claims):
        return
    for claim in told:
        claim.is_superseded = True
    act.main.claims = [*act.main.claims, *label.claims]


def _fate_of_victims(act: Act, reading: Reading, label: Labelled) -> CasualtyKind | None:
    """What befell the "Victims: two nurses" of a form whose "Type: abduction" says it."""
    main = act.main
    words = reading.sentence.norms[label.first : label.last]
    if _VICTIM.isdisjoint(words) or label.claims[0].kind is not CasualtyKind.CASUALTIES:
        return None
    if main.support == "verb" or not is_behind_label(main.reading, main.chunk):
        return None
    return _FATES.get(main.type)


def _is_of_attackers(claim: Claim, label: Labelled) -> bool:
    """As in "Dead: 132 children. All seven assailants were killed": others than those listed."""
    attackers = noun_classes()["attacker"]
    listed = {it.head_word for it in label.claims}
    return claim.head_word in attackers and attackers.isdisjoint(listed)


def _sum(claims: Sequence[Claim]) -> int:
    return sum(claim.best or claim.low or 0 for claim in claims)


def _count_roll(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Below the heading of a roll each name is one dead or hurt, and the heading is their sum."""
    text = readings[-1].sentence.text
    kind, number, end = _fate_of_roll(text)
    if kind is None:
        return
    above = [act for act in acts if act.main.reading.sentence.index <= 0]
    told = [act for act in acts if act.main.reading.sentence.start > end and act not in above]
    for reading in readings:
        by = [it for act in told for it in act.drafts if it.reading is reading]
        name = _name_in_front(reading) if by else None
        if name is None or any(it.kind is kind for draft in by for it in draft.claims):
            continue
        for draft in by:
            draft.fillers = [it for it in draft.fillers if not _is_doer(it, name)]
        one = make_claim(reading, name, kind, (1, 1, 1), Qualifier.EXACT)
        one.is_listed = True  # beside "a child" of the line above, another one
        by[0].claims = [*by[0].claims, one]
    for act in above:
        if told:
            sum_up(act.drafts)
        elif _may_have_dead(act):
            reading, claims = act.main.reading, act.main.claims
            whom = reading.nominal(act.main.chunk)
            sure = make_claim(reading, whom, kind, (number, number, number), Qualifier.EXACT)
            act.main.claims = [*claims, sure]


def _name_in_front(reading: Reading) -> Nominal | None:
    """The first person of an entry: "2. Ali Saleh, 34, Karm, shot at a roadblock"."""
    chunks = enumerate(reading.clauses.kinds)
    groups = (reading.nominal(at) for at, kind in chunks if kind == "N")
    return next((it for it in groups if not PERSONS.isdisjoint(it.fillers)), None)


def _is_doer(filler: Filler, name: Nominal) -> bool:
    return filler.role == "perpetrator" and filler.nominal.first == name.first


def _fate_of_roll(text: str) -> tuple[CasualtyKind | None, int, int]:
    """What befell all whose names stand below a heading, how many they are, and where it ends."""
    heading = text.partition("\n")[0].rstrip()
    fate = _ROLL.search(heading) if 0 < len(heading) <= _LONGEST_TITLE else None
    if fate is None or heading[-1] in ".!?":
        return None, 0, 0
    starts = [start for start in listing_of(text).starts if start > len(heading)]
    names = sum(_PERSON.match(text, start) is not None for start in starts)
    if names < max(_FEWEST, _SHARE * len(starts)):
        return None, 0, 0
    kind = CasualtyKind.INJURED if fate["hurt"] else CasualtyKind.KILLED
    return kind, len(starts), len(heading)
