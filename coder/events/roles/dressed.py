"""People whom clothes or arms make armed: "men in uniform", "two men carrying rifles"."""

from dataclasses import replace

from coder.events.roles.nominals import Nominal
from coder.grammar import Clauses
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes
from coder.values.kinds import PLAIN_PEOPLE
from coder.values.labels import ActorType

_CLOTHES = frozenset({"clothes", "clothing", "dress"})
_PLAIN = frozenset({"civilian", "plain", "military", "police", "army"})
_CARRYING = frozenset({"carrying", "wielding", "brandishing", "toting", "with"})
_ARMED_WITH = ("armed", "with")


def dressed(norms: tuple[str, ...], clauses: Clauses, found: Nominal) -> Nominal:
    """The group as one of armed people, where it is of men "in uniform" or "in plain clothes"."""
    behind = found.chunk + 2
    if (
        norms[found.head] not in noun_classes()["bare_men"]
        or found.actor is None
        or found.actor.type not in PLAIN_PEOPLE
    ):
        return found
    if not (_are_in_garb(norms, clauses, behind) or _bear_arms(norms, clauses, behind)):
        return found
    return replace(
        found,
        actor=replace(found.actor, type=ActorType.UNIDENTIFIED_ARMED),
        fillers=(found.fillers - {"crowd"}) | {"armed"},
    )


def _are_in_garb(norms: tuple[str, ...], clauses: Clauses, behind: int) -> bool:
    if not clauses.kinds.startswith(("PN", "GN"), behind - 1):
        return False
    if norms[clauses.chunks[behind - 1].last - 1] not in {"in", "wearing"}:
        return False
    group = clauses.chunks[behind]
    words = norms[group.first : group.last]
    return norms[group.head] in noun_classes()["garb"] or (
        norms[group.head] in _CLOTHES and not _PLAIN.isdisjoint(words)
    )


def _bear_arms(norms: tuple[str, ...], clauses: Clauses, behind: int) -> bool:
    """As in "two men carrying rifles", "men with guns", "three youths armed with sticks"."""
    first = clauses.chunks[behind - 1].first if behind <= len(clauses.chunks) else len(norms)
    if norms[first : first + 2] == _ARMED_WITH:
        return True
    return (
        clauses.kinds.startswith(("GN", "PN"), behind - 1)
        and norms[clauses.chunks[behind - 1].last - 1] in _CARRYING
        and norms[clauses.chunks[behind].head] in load_lexicon().weapons.last_words
    )
