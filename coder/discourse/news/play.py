"""Blows in play and in matches: snowballs, races, and whether a sentence speaks of a match."""

from collections.abc import Sequence

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.values.labels import CaseProfile, DateBasis, EventType

_OF_CONTESTS, _OF_PLAY = sign("contest"), sign("plaything", "playful")
_WHOM = frozenset({"N", "t"})
_BEATING = frozenset({"beat", "beats", "beaten", "beating", "defeated", "crushed", "thrashed"})
_MADE_WITH = frozenset({"with", "dropped", "throwing", "threw", "hurled"})
_OF_POLICE = frozenset({"cannon", "cannons", "hose", "hoses"})
_SHOOTERS = frozenset({"pistol", "pistols", "guns", "planes", "balloons", "players"})
_ABUSE = EventType.ABUSE
_MAX_SCORE = 3  # digits
PARTS_OF_MATCH = frozenset({"half", "quarter", "zone"})
"""With "second", "last", "end" before them, and no "of" behind."""
_WHICH = frozenset({"end", "first", "last", "opening"})
_QUARTER = "quarter"
_MOST = frozenset({"most", "more", "fewer"})
_COUNTED = frozenset("NnsJG")
_UPPER = CaseProfile.UPPER


def is_play(drafts: Sequence[Draft]) -> bool:
    """Whether the sentence says that an act is done in play, or in a race that somebody won."""
    signs = drafts[0].reading.signs
    return bool(
        (signs & _OF_PLAY and all(map(_is_in_play, drafts)))
        or (signs & _OF_CONTESTS and all(map(_is_in_contest, drafts)))
    )


def is_defeat(draft: Draft) -> bool:
    """As in "Popov beat his compatriot": nothing was used to beat him with, and nobody was hurt."""
    return draft.type is _ABUSE and not any(
        filler.nominal.weapon is not None for filler in draft.fillers
    )


def _is_in_play(draft: Draft) -> bool:
    """As in "ambushed him with water pistols", "fought with snowballs": what can hurt nobody."""
    reading, classes = draft.reading, noun_classes()
    clauses = reading.clauses
    left, right = clauses.clause(draft.chunk)
    if any(claim.quantity is not None for claim in draft.claims):
        return False
    for at in range(left, right):
        group = clauses.chunks[at]
        if group.kind != "N" or (
            at > draft.chunk and clauses.first_words[at - 1] not in _MADE_WITH
        ):
            continue
        words = reading.sentence.norms[group.first : group.head]
        is_arm = reading.nominal(at).weapon is not None or "aircraft" in reading.nominal(at).fillers
        if clauses.head_words[at] in _OF_POLICE:
            continue  # "with water cannon"
        if clauses.head_words[at] in classes["plaything"] or (
            (is_arm or clauses.head_words[at] in _SHOOTERS)
            and not classes["playful"].isdisjoint(words)
        ):
            return True
    return False


def _is_in_contest(draft: Draft) -> bool:
    """As in "the army beat the navy in the annual race": who beats another there has won."""
    if draft.reading.sentence.norms[draft.first] not in _BEATING:
        return False
    clauses = draft.reading.clauses
    at = draft.chunk + 1
    while clauses.kinds[at : at + 1] in _WHOM:
        at += 1
    return (
        clauses.kinds[at : at + 2] == "PN"
        and clauses.first_words[at] == "in"
        and clauses.head_words[at + 1] in noun_classes()["contest"]
    )


def is_of_match(reading: Reading) -> bool:
    """As in "the striker", "beat them 3-1", "ran in six tries"."""
    classes = noun_classes()
    if not classes["sport_sure"].isdisjoint(reading.vocabulary) or has_score(reading):
        return True
    if not PARTS_OF_MATCH.isdisjoint(reading.vocabulary) and _is_in_part(reading):
        return True
    units = classes["scored"]
    if units.isdisjoint(reading.vocabulary):
        return False
    norms = reading.sentence.norms  # "two goals", "ran in six tries", "the most goals"
    return any(
        norm in units and (reading.tags[at - 1] == "#" or norms[at - 1] in _MOST)
        for at, norm in enumerate(norms)
        if at
    )


def _is_in_part(reading: Reading) -> bool:
    """As in "in the second half", "caught in the end zone", but not "in the first half of May".

    A quarter is one of a year where no weekday is told.
    """
    norms, which = reading.sentence.norms, noun_classes()["ordinal"] | _WHICH
    return any(
        norm in PARTS_OF_MATCH
        and norms[at - 1] in which
        and norms[at + 1 : at + 2] != ("of",)
        and (norm != _QUARTER or any(it.basis is DateBasis.WEEKDAY for it in reading.times))
        for at, norm in enumerate(norms)
        if at
    )


def has_score(reading: Reading) -> bool:
    """As in "beat them 3-1": two small numbers joined by a hyphen, which count nobody."""
    norms = reading.sentence.norms
    return reading.sentence.case is not _UPPER and any(
        reading.tags[at] != "t"
        and _is_score(norms[at])
        and (
            reading.tags[at + 1 : at + 2] not in _COUNTED
            or norms[at + 1] in noun_classes()["sport"]
        )
        for at in [at for at, norm in enumerate(norms) if "-" in norm]
    )


def is_scored(draft: Draft) -> bool:
    """As in "was gunned down 6-1": the score stands right behind the verb."""
    return any(map(_is_score, draft.reading.sentence.norms[draft.last : draft.last + 1]))


def _is_score(norm: str) -> bool:
    one, _, other = norm.partition("-")
    return (
        one.isdecimal() and other.isdecimal() and max(len(one), len(other)) <= _MAX_SCORE
    ) and norm not in {"9-11", "24-7"}
