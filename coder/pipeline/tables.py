"""What the stages look words up in, made once for engines of the same rules and lists."""

from functools import lru_cache
from typing import NamedTuple

from coder.events.gate import Gate
from coder.lexicon.load import Lexicon, load_lexicon
from coder.rules.loader import load_rules
from coder.rules.model import RuleSource
from coder.rules.nonevents import nonevent_rules
from coder.rules.ruleset import RuleSet
from coder.values.options import EngineOptions, SourceText


class Tables(NamedTuple):
    """The rules, the word lists and the gate that both make; shared, and never changed."""

    rules: RuleSet
    lexicon: Lexicon
    gate: Gate


def tables_of(options: EngineOptions) -> Tables:
    """The tables with the rules and lists of the user; raises :class:`RuleError`."""
    lists = options.actors, options.weapons, options.persons
    return _made(options.rules, options.preview_rules, *lists)


# A gate takes longer than all else at the start of a second engine. Two are kept: mostly that of
# the shipped rules and that of the user's.
@lru_cache(maxsize=2)
def _made(
    rules: tuple[SourceText, ...],
    preview: bool,
    actors: tuple[SourceText, ...],
    weapons: tuple[SourceText, ...],
    persons: tuple[SourceText, ...],
) -> Tables:
    sources = [RuleSource(name=item.name, text=item.content) for item in rules]
    ruleset = load_rules(sources, preview=preview)
    lexicon = load_lexicon(actors, weapons, persons=persons)
    return Tables(ruleset, lexicon, Gate(ruleset, lexicon, nonevent_rules().gate_words))
