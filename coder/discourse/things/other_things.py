"""Things told by their number alone: "destroyed four pylons and damaged six others"."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from coder.discourse.spans import Spans
from coder.events.drafts import Draft
from coder.lexicon.closed import MORE_OR_ANOTHER
from coder.lexicon.words import noun_classes
from coder.values.events import PhysicalTarget
from coder.values.labels import DamageEffect

_REACH = 8  # chunks behind the act that tells what the things are
_DAMAGED = frozenset({"damaged", "damaging"})
_VERBS = frozenset("VXGKL")


def things_beside(draft: Draft, thing: PhysicalTarget, spans: Spans) -> Iterator[PhysicalTarget]:
    """Things of the same kind that the sentence only counts, with an effect of their own."""
    reading = draft.reading
    clauses, norms = reading.clauses, reading.sentence.norms
    if thing.number is None or _effects().keys().isdisjoint(norms):
        return
    for at in range(draft.chunk + 1, min(draft.chunk + _REACH, len(clauses.chunks))):
        group = clauses.chunks[at]
        words = range(group.first, group.last)
        if clauses.kinds[at] != "N" or not all(
            reading.tags[word] == "#" or norms[word] in MORE_OR_ANOTHER for word in words
        ):
            continue
        verbs = (it for it in (at - 1, at + 1) if clauses.kinds[it : it + 1] in _VERBS)
        effect = next(
            (_effects()[head] for it in verbs if (head := clauses.head_words[it]) in _effects()),
            None,
        )
        quantity = reading.quantity_in(group.first, group.last - 1)
        is_one = norms[group.first] == "another"
        if effect is not None and (quantity is not None or is_one):
            span = spans.of(reading, group.first, group.last)
            number = quantity.best if quantity is not None else 1
            yield replace(thing, text=spans.text(span), number=number, effect=effect, span=span)


@cache
def _effects() -> dict[str, DamageEffect]:
    """What the verbs say of the things they count."""
    destroying = dict.fromkeys(noun_classes()["destroying"], DamageEffect.DESTROYED)
    return destroying | dict.fromkeys(_DAMAGED, DamageEffect.DAMAGED)
