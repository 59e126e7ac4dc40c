"""The statements and states of control of one document, in the order of the text."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import NamedTuple

from coder.discourse.spans import Spans
from coder.events.reading import Reading
from coder.nonevents.control import compound_states, states_of
from coder.nonevents.document import Mentioned, Telling
from coder.nonevents.parties import Names
from coder.nonevents.roles import find_frames
from coder.nonevents.statements import statement_of
from coder.rules.nonevents import NonEventRules
from coder.rules.ruleset import RuleSet
from coder.values.events import Event
from coder.values.nonevents import ControlState, Statement
from coder.values.text import NormalisedText
from coder.values.value import value

MAX_ROWS = 12
"""More rows than a sentence can tell: endless input."""
_PRONOUNS = frozenset({"it", "they"})
_NEAR = 3  # sentences between a holder and the pronoun that means it


@value
class Told:
    """What a document tells beside its events."""

    statements: tuple[Statement, ...] = ()
    control_states: tuple[ControlState, ...] = ()


class ToldOf(NamedTuple):
    """The document that the readings are of, with the events found in it."""

    doc_id: str
    sections: tuple[NormalisedText, ...]
    rules: RuleSet
    events: tuple[Event, ...]
    reference: date | None


def told_beside(readings: Sequence[Reading], told: ToldOf, rules: NonEventRules) -> Told:
    """Everything the readings tell that is no event; each clause gives a row once."""
    spans = Spans(told.sections)
    source = Telling(
        doc_id=told.doc_id,
        spans=spans,
        names=Names(readings, spans),
        rules=told.rules,
        events=told.events,
        mentioned=Mentioned.all_of(told.events),
        reference=told.reference,
    )
    statements: list[Statement] = []
    states: list[ControlState] = []
    for reading in readings:
        for found in islice(find_frames(reading, rules), MAX_ROWS):
            if found.frame.family == "statement":
                statement = statement_of(found, source)
                statements += [statement] if statement is not None else []
            else:
                states += (
                    _with_holder(state, states) for state in list(states_of(found, source, rules))
                )
        states += compound_states(reading, source, rules)
    return Told(statements=tuple(statements), control_states=tuple(states))


def _with_holder(state: ControlState, earlier: Sequence[ControlState]) -> ControlState:
    """As in "It also controls the port": the pronoun stands for the holder told just before."""
    actor = state.actor
    if actor is None or actor.name is not None or actor.words.text.lower() not in _PRONOUNS:
        return state
    at = state.telling.sent_idx
    for told in reversed(earlier):
        if told.actor is None or not at - _NEAR <= told.telling.sent_idx <= at:
            continue
        if told.actor.name is not None:
            known = replace(actor, name=told.actor.name, type=told.actor.type)
            return replace(state, actor=known)
    return state
