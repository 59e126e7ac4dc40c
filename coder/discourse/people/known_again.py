"""Doers told again without their name: "suspected bandits ... the attackers", "the gunmen"."""

from dataclasses import replace

from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.lexicon.words import noun_classes
from coder.values.events import EventActor
from coder.values.labels import Role


def as_before(
    row: EventActor, rows: list[EventActor], keys: list[tuple[set[str], Role]]
) -> tuple[EventActor, set[str]]:
    """As in "the attackers": the names of who did it, no surer than "suspected bandits" were."""
    first = next((at for at, (_, role) in enumerate(keys) if role is row.role), None)
    if first is None:
        return row, set()
    return replace(row, certainty=rows[first].certainty), keys[first][0]


def is_same_again(reading: Reading, nominal: Nominal) -> bool:
    """As in "the attackers": those who did it, whoever they were said to be."""
    head, classes = reading.sentence.norms[nominal.head], noun_classes()
    return nominal.is_definite and head in classes["attacker"] | classes["unknown_doer"]
