"""What doers without a name looked like: "men in police uniform", "four youths on motorcycles".

In: a noun group of a sentence. Out: the token behind the words that describe it.
"""

import re

from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.lexicon.words import noun_classes
from coder.values.kinds import SIDELESS

_BEARING = frozenset({"wearing", "dressed", "disguised", "clad", "riding"})
_IN = frozenset({"in", "on", "as"})
_ALLIES = re.compile(r"\band (?:its|their|his) (?:allies|allied \w{1,20}|backers|partners)\Z")


def end_with_looks(reading: Reading, nominal: Nominal) -> int:
    """The end of the words for people of no known side, with what they wore or rode."""
    actor = nominal.actor
    clauses = reading.clauses
    at = nominal.chunk + 1
    if (
        actor is None
        or actor.type not in SIDELESS
        or actor.name is not None
        or clauses.group_end(nominal.chunk) != nominal.last
        or at >= len(clauses.kinds)
    ):
        return nominal.last
    is_worn = clauses.head_words[at] in _BEARING
    at += is_worn
    is_behind = clauses.kinds[at : at + 2] == "PN" and clauses.first_words[at] in _IN
    at += is_behind
    if not (is_worn or is_behind) or clauses.kinds[at : at + 1] != "N":
        return nominal.last
    if clauses.head_words[at] not in noun_classes()["looks"]:
        return nominal.last
    return clauses.group_end(at)


def with_allies(name: str | None, text: str) -> str | None:
    """The name with the allies its words take along: "the Syrian army and its allies"."""
    match = _ALLIES.search(text)
    return f"{name} {match.group()}" if name is not None and match is not None else name
