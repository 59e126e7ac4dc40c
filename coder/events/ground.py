"""Ground that changes hands and who held it, where the words name something else first.

In: a noun group in the role of the ground or of the losing party. Out: what it stands for.
"""

from collections.abc import Sequence
from dataclasses import replace

from coder.events.drafts import Filler
from coder.events.nominals import Nominal
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.mentions.actor_crews import crew_actor


def ground(reading: Reading, role: str, nominal: Nominal) -> Nominal:
    """The ground behind its extent, or the party behind its grip; else the group as it is."""
    norm = reading.sentence.norms[nominal.head]
    if role == "territory" and norm in noun_classes()["extent_noun"]:
        return _measured(reading, nominal)
    if role == "losing_party" and norm in noun_classes()["grip"]:
        return _holder(reading, nominal)
    return nominal


def former_holder(reading: Reading, fillers: Sequence[Filler]) -> list[Filler]:
    """As in "retook the town held by the rebels": who loses the ground that is taken."""
    if any(filler.role == "losing_party" for filler in fillers):
        return []
    clauses = reading.clauses
    for filler in fillers:
        if filler.role != "territory":
            continue
        verb = clauses.behind_of(filler.nominal.chunk)
        if clauses.kinds[verb : verb + 3] not in {"XPN", "KPN", "JPN"}:
            continue
        norms = reading.sentence.norms
        is_held = norms[clauses.chunks[verb].head] in noun_classes()["held"]
        if not is_held or norms[clauses.chunks[verb + 1].first] != "by":
            continue
        holder = reading.nominal(verb + 2)
        if holder.actor is not None and all(holder.chunk != it.nominal.chunk for it in fillers):
            return [Filler("losing_party", holder, None, "by")]
    return []


def _measured(reading: Reading, nominal: Nominal) -> Nominal:
    """As in "20 percent of the city", "80 square kilometres of territory"."""
    inner = _of_what(reading, nominal)
    if inner is None or "territory" not in inner.fillers:
        return nominal
    return replace(inner, chunk=nominal.chunk, first=nominal.first)


def _holder(reading: Reading, nominal: Nominal) -> Nominal:
    """As in "from rebel control", "from the grip of the militia"."""
    inner = _of_what(reading, nominal)
    if inner is not None and inner.actor is not None:
        return inner
    sentence = reading.sentence
    head = nominal.head
    actor = crew_actor(sentence, nominal.first, head, head, reading.lexicon)
    if actor is None:
        return nominal
    fillers = frozenset({"armed", "organisation", "authority"})
    return replace(nominal, last=head, head=head - 1, actor=actor, fillers=fillers)


def _of_what(reading: Reading, nominal: Nominal) -> Nominal | None:
    """The group behind "of"."""
    clauses = reading.clauses
    number = nominal.chunk + 1
    if clauses.kinds[number : number + 2] != "PN":
        return None
    if reading.sentence.norms[clauses.chunks[number].first] != "of":
        return None
    return reading.nominal(number + 1)
