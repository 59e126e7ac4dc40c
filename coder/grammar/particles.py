"""Words of a verb that stand beside whom it befell: "carried off 140", "shot dead", "took hostage".

Read as a word of the noun group they would be a part of a number or name.
"""

import re

from coder.grammar.retagging import retagged
from coder.lexicon.words import noun_classes

PARTICLES = frozenset({"aside", "away", "back", "down", "off", "out", "up"})
_DEAD = "dead"
_HELD = frozenset({("into", "custody"), ("in", "hand")})
CUSTODY = frozenset({"custody", "hand"})
CAPTIVE = frozenset({"hostage", "captive", "prisoner"})
_CAPTIVES = CAPTIVE | {"hostages", "captives", "prisoners"}
FATES = _CAPTIVES | {_DEAD}
_SHOOTING = frozenset({"shot", "shoot", "shoots", "shooting"})
_COUNTED = re.compile(r"[AP]?#")
_NOMINAL = "JENns"
_OBJECT = ("D", "#")
_WHOM = frozenset("JENns#D")


def with_particles(tags: str, norms: tuple[str, ...]) -> str:
    """As in "carried off about 140 worshippers", "took aside 3 guards", "took away 22-year-old"."""
    for at in range(1, len(tags) - 1):
        if (
            norms[at] in PARTICLES
            and norms[at + 1] != "to"  # "killed up to 50 miners"
            and tags[at - 1] in "VXLKG"
            and (_COUNTED.match(tags, at + 1) is not None or norms[at + 1][0].isdigit())
        ):
            tags = retagged(tags, at, '"')
    return tags


def with_custody(tags: str, norms: tuple[str, ...]) -> str:
    """As in "took into custody Ana Ruiz", "took in hand two men": whom begins behind the verb."""
    taking = noun_classes()["seizing_verb"]
    for at in range(2, len(norms) - 1):
        if norms[at - 1 : at + 1] in _HELD and norms[at - 2] in taking and tags[at + 1] in _WHOM:
            tags = retagged(tags, at - 1, '""')
    return tags


def with_fates(tags: str, norms: tuple[str, ...]) -> str:
    """As in "shot dead Ali Khan", "took the mayor hostage", "took as hostages Turkish monks"."""
    for at, norm in enumerate(norms):
        if norm not in FATES:
            continue
        is_behind = (norm in CAPTIVE and tags[at - 1] in "NEns") or (
            norm in _CAPTIVES and tags[at - 1] in "Nns" and norms[at - 1].endswith("s")
        )
        if is_behind and not noun_classes()["seizing_verb"].isdisjoint(norms[: max(at - 1, 0)]):
            tags = retagged(tags, at, "A")
        elif at and at + 1 < len(tags) and tags[at + 1] in _NOMINAL and _is_of_verb(norms, at):
            tags = retagged(tags, at, '"')
        elif norm == _DEAD and norms[at - 1] == "shot" and _is_of_number(tags, at):
            tags = retagged(tags, at - 1, "K")  # "six shot dead overnight"
        elif norm == _DEAD and norms[at - 1] == "shooting" and tags[at + 1 : at + 2] in _OBJECT:
            tags = retagged(tags, at - 1, 'G"')  # "after shooting dead a guard"
    return tags


def _is_of_number(tags: str, at: int) -> bool:
    """Whether a number stands before the two words, and whom it befell not behind them."""
    return tags[max(at - 2, 0)] == "#" and tags[at + 1 : at + 2] not in {*_NOMINAL, *_OBJECT}


def _is_of_verb(norms: tuple[str, ...], at: int) -> bool:
    """Whether the verb stands right before, or before "as"."""
    if norms[at] == _DEAD:
        return norms[at - 1] in _SHOOTING
    verb = at - 2 if norms[at - 1] == "as" else at - 1
    return verb >= 0 and norms[verb] in noun_classes()["seizing_verb"]
