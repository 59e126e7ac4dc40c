"""Blows in play: snowballs and water pistols, and who beats whom in a race."""

from collections.abc import Sequence

from coder.events.drafts import Draft
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.values.labels import EventType

_OF_CONTESTS, _OF_PLAY = sign("contest"), sign("plaything", "playful")
_WHOM = frozenset({"N", "t"})
_BEATING = frozenset({"beat", "beats", "beaten", "beating", "defeated", "crushed", "thrashed"})
_MADE_WITH = frozenset({"with", "dropped", "throwing", "threw", "hurled"})
_OF_POLICE = frozenset({"cannon", "cannons", "hose", "hoses"})
_SHOOTERS = frozenset({"pistol", "pistols", "guns", "planes", "balloons", "players"})
_ABUSE = EventType.ABUSE


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
