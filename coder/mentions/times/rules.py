"""A rule of the time grammar: a pattern over token classes and the function that reads a match."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from coder.mentions.times.first import first_characters
from coder.mentions.times.tokens import Scene
from coder.mentions.times.values import Reading
from coder.mentions.times.words import expand

Build = Callable[[re.Match[str], Scene], Reading | None]

# Fragments that several rules share. Repeats are bounded, so matching is linear in the sentence.
MACROS = {
    "MONTH": "<anymonth><dot>?",
    "WEEKDAY": "(?:<weekday>|<weekday_short><dot>?)",
    "WD": "{WEEKDAY}<comma>?<the>?(?:<dash>)?",
    "YEAR": "<year|shortyear>",
    "WORDNUM": "<number|bignum>(?:<dash>?<number|bignum>|<and><number>){0,4}",
    "NUM": (
        "(?:(?:<digit>|<decimal>|<year>|<hhmm>)(?:<bignum>)?"
        "|{WORDNUM}(?:<and><an><half>)?"
        "|<an>?<vague><of>?|<an><bignum><of>?|<an>?<half><an>?|<an>)"
    ),
    "NUMRANGE": "{NUM}(?:(?:<or>|<to>|<dash>|<and>){NUM})?",
    "UNIT": "<anyunit>",
    "SPOKEN": "<number><bignum>?(?:<and>?<number>(?:<dash>?<number>)?)?",
    "APPROX": ("(?:<about>|<over>|<more><than>|<no><more><than>|<at><least>|<up><to>|<about>)"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule. A group ``span`` in the pattern narrows the expression to a part of the match."""

    rule_id: str
    pattern: str
    build: Build


Candidates = tuple[tuple[re.Pattern[str], Rule], ...]


class Grammar(dict[str, Candidates]):
    """For every class character the rules that can begin with it, in the order of ``rules``.

    Patterns are compiled when a sentence first has a token they can begin with: few texts have all.

    :raises ValueError: a rule could match anything, or nothing at all
    """

    def __init__(self, rules: Iterable[Rule]) -> None:
        super().__init__()
        self._beginning: dict[str, list[tuple[str, Rule]]] = {}
        for rule in rules:
            pattern = expand(rule.pattern, MACROS)
            characters = first_characters(pattern)
            if not characters:
                raise ValueError(f"{rule.rule_id}: the pattern can begin anywhere")
            for character in characters:
                self._beginning.setdefault(character, []).append((pattern, rule))

    def __missing__(self, character: str) -> Candidates:
        """Compile the patterns of one character."""
        found = tuple(
            [(_compiled(pattern), rule) for pattern, rule in self._beginning.get(character, ())]
        )
        self[character] = found
        return found


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)
