"""A rule of the time grammar: a pattern over token classes and the function that reads a match."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from coder.mentions.times_tokens import Scene
from coder.mentions.times_values import Reading
from coder.mentions.times_words import expand

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Compiled rules: one alternation that finds, and each rule by itself to read what was found."""

    rules: tuple[Rule, ...]
    search: re.Pattern[str]
    each: tuple[re.Pattern[str], ...]


def compile_rules(rules: Iterable[Rule]) -> Grammar:
    """The rules as one grammar; where several match at a place, the first in order goes first."""
    ordered = tuple(rules)
    each = tuple(re.compile(expand(rule.pattern, MACROS)) for rule in ordered)
    branches = "|".join(
        f"(?P<r{index}>{re.sub(r'[(][?]P<[a-z]+>', '(?:', pattern.pattern)})"
        for index, pattern in enumerate(each)
    )
    return Grammar(rules=ordered, search=re.compile(branches), each=each)
