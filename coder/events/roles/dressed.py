"""People whom their clothes make armed: "men in uniform", "two men in ski masks"."""

from dataclasses import replace

from coder.events.roles.nominals import Nominal
from coder.grammar import Clauses
from coder.lexicon.words import noun_classes
from coder.values.kinds import PLAIN_PEOPLE
from coder.values.labels import ActorType

_CLOTHES = frozenset({"clothes", "clothing", "dress"})
_PLAIN = frozenset({"civilian", "plain", "military", "police", "army"})


def dressed(norms: tuple[str, ...], clauses: Clauses, found: Nominal) -> Nominal:
    """The group as one of armed people, where it is of men "in uniform" or "in plain clothes"."""
    behind = found.chunk + 2
    if (
        norms[found.head] not in noun_classes()["bare_men"]
        or found.actor is None
        or found.actor.type not in PLAIN_PEOPLE
    ):
        return found
    if not clauses.kinds.startswith(("PN", "GN"), found.chunk + 1):
        return found
    if norms[clauses.chunks[behind - 1].last - 1] not in {"in", "wearing"}:
        return found
    group = clauses.chunks[behind]
    words = norms[group.first : group.last]
    if norms[group.head] not in noun_classes()["garb"] and (
        norms[group.head] not in _CLOTHES or _PLAIN.isdisjoint(words)
    ):
        return found
    return replace(
        found,
        actor=replace(found.actor, type=ActorType.UNIDENTIFIED_ARMED),
        fillers=(found.fillers - {"crowd"}) | {"armed"},
    )
