"""Tanks that people only came in: "returned with armoured vehicles and set houses ablaze"."""

from coder.events.drafts import Draft
from coder.lexicon.words import noun_classes
from coder.values.labels import WeaponType
from coder.values.mentions import WeaponMention

_WITH = frozenset({"with", "in", "on", "aboard", "behind"})
_BETWEEN = "NPtAJC"
_VERBAL = frozenset("VXIG")
_TANK = WeaponType.TANK


def is_come_with(draft: Draft, weapon: WeaponMention) -> bool:
    """Whether a tank stands with a verb of coming, and the act is another verb's."""
    if weapon.type is not _TANK:
        return False
    clauses = draft.reading.clauses
    at = clauses.at_token[weapon.first] - 1
    if clauses.kinds[max(at, 0)] != "P" or clauses.first_words[at] not in _WITH:
        return False
    while at >= 0 and clauses.kinds[at] in _BETWEEN:
        at -= 1
    if at < 0 or at == draft.chunk or clauses.kinds[at] not in _VERBAL:
        return False
    classes = noun_classes()
    return clauses.head_words[at] in classes["coming"] | classes["coming_by"]
