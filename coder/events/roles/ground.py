"""Ground that changes hands and who held it, where the words name something else first.

In: a noun group in the role of the ground or of the losing party. Out: what it stands for.
"""

from collections.abc import Sequence
from dataclasses import replace

from coder.events.drafts import Filler
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.roles.owners import doer_behind
from coder.lexicon.words import noun_classes
from coder.mentions.actors.crews import crew_actor


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
    for filler in fillers:
        if filler.role != "territory":
            continue
        number = doer_behind(reading, reading.clauses.behind_of(filler.nominal.chunk), "held")
        if number is None:
            continue
        holder = reading.nominal(number)
        if holder.actor is not None and all(holder.chunk != it.nominal.chunk for it in fillers):
            return [Filler("losing_party", holder, None, "by")]
    return []


def _measured(reading: Reading, nominal: Nominal) -> Nominal:
    """As in "20 percent of the city", "80 square kilometres of territory"."""
    number = reading.of_what(nominal.chunk)
    if number is None or "territory" not in (inner := reading.nominal(number)).fillers:
        return nominal
    return replace(inner, chunk=nominal.chunk, first=nominal.first)


def _holder(reading: Reading, nominal: Nominal) -> Nominal:
    """As in "from rebel control", "from the grip of the militia"."""
    number = reading.of_what(nominal.chunk)
    if number is not None and (inner := reading.nominal(number)).actor is not None:
        return inner
    sentence = reading.sentence
    head = nominal.head
    actor = crew_actor(sentence, nominal.first, head, head, reading.lexicon)
    if actor is None:
        return nominal
    fillers = frozenset({"armed", "organisation", "authority"})
    return replace(nominal, last=head, head=head - 1, actor=actor, fillers=fillers)
