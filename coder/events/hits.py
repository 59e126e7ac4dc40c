"""Where the triggers of a sentence stand: the forms that agree on their tokens and chunk."""

from collections.abc import Iterator
from dataclasses import dataclass

from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.rules.model import TriggerForm
from coder.rules.ruleset import RuleSet

_VERBAL_KINDS = "VXKIG"
_MAX_GAP = 14
_LINKS = frozenset({"of", "on", "in", "and", "to"})


@dataclass(slots=True)
class Hit:
    """A trigger found: its tokens and chunk, with the forms that agree on them."""

    first: int
    last: int
    chunk: int
    form: TriggerForm


def find_hits(reading: Reading, rules: RuleSet) -> Iterator[tuple[int, list[Hit]]]:
    """For each token that begins a trigger the readings that fit, in the order of trial."""
    norms = reading.sentence.norms
    table = rules.trigger_forms
    for token, norm in enumerate(norms):
        forms = table.get(norm)
        if forms is None:
            continue
        hits = [hit for form in forms if (hit := _hit(reading, token, form)) is not None]
        if hits:
            yield token, hits


def _hit(reading: Reading, token: int, form: TriggerForm) -> Hit | None:  # noqa: PLR0911 - one answer a construction
    clauses = reading.clauses
    number = clauses.at_token[token]
    group = clauses.chunks[number]
    last = _last_token(reading, token, form)
    if last is None:
        return None
    if form.pos == "verb":
        if group.kind in _VERBAL_KINDS and group.head == token:
            return Hit(token, last, number, form)
        return None
    if form.pos == "predicate":
        if group.kind in "JXKNV" and (group.kind != "N" or group.head == token):
            return Hit(token, last, number, form)
        return None
    if group.kind == "G":
        is_noun = group.head == token and not clauses.objects(number)
        return Hit(token, last, number, form) if is_noun else None
    # "exchange of fire": the head stands before the preposition.
    before = next((at for at, word in enumerate(form.words) if word in _LINKS), len(form.words))
    if group.kind == "N" and _is_head(reading, token + 1 + before, group.head):
        return Hit(token, last, number, form)
    return None


def _is_head(reading: Reading, last: int, head: int) -> bool:
    """Whether the trigger ends at the head, or only words like "attempt" stand behind."""
    if last > head + 1:
        return False
    heads = noun_classes()["event_head"]
    norms = reading.sentence.norms
    return all(
        norms[token] in heads or token in reading.event_heads for token in range(last, head + 1)
    )


def _last_token(reading: Reading, token: int, form: TriggerForm) -> int | None:
    words = form.words
    if not words:
        return token + 1
    norms = reading.sentence.norms
    size = len(words)
    behind = token + 1 + size
    if norms[token + 1 : behind] == words:
        # "fired on Tuesday a missile": the preposition belongs to the day.
        return None if reading.tags[behind - 1 : behind + 1] == "Pt" else behind
    if not form.gap:
        return None
    for at in range(token + 2, min(len(norms), token + _MAX_GAP)):
        if norms[at : at + size] == words:
            return token + 1
        if reading.tags[at] in ":UW.":
            return None
    return None
