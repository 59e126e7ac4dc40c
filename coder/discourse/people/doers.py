"""Doers without a name: what the deed says of them, what they looked like, who is told again."""

import re
from dataclasses import replace

from coder.events.drafts import Filler
from coder.events.reading import Reading
from coder.events.roles.group_names import names_band
from coder.events.roles.nominals import Nominal
from coder.lexicon.words import noun_classes
from coder.values.events import EventActor
from coder.values.kinds import ATTACK_OR_KILLING, PLAIN_PEOPLE, SIDELESS
from coder.values.labels import ActorType, EventType, Role

CROWDS = {EventType.PROTEST: ActorType.PROTESTERS, EventType.RIOT: ActorType.RIOTERS}
"""What people are called who take part in such acts."""
_ARMED_ACTS = ATTACK_OR_KILLING | {EventType.BOMBING, EventType.ABDUCTION}
_BEARING = frozenset({"wearing", "dressed", "disguised", "clad", "riding"})
_IN = frozenset({"in", "on", "as"})
_ALLIES = re.compile(r"\band (?:its|their|his) (?:allies|allied \w{1,20}|backers|partners)\Z")


def type_by_deed(
    reading: Reading,
    nominal: Nominal,
    of: EventType,
    role: Role,
    told: tuple[ActorType, bool | None],
) -> tuple[ActorType, bool | None]:
    """The type of who acts in an act of a type, and whether it is civilian.

    ``told``: what the words for them say. Plain men who attack are armed, as is a body of unknown
    kind: "the Coast Movement kidnapped two men".
    """
    kind, is_civilian = told
    if kind is ActorType.UNKNOWN and names_band(nominal):
        is_band = role is Role.PERPETRATOR and of in _ARMED_ACTS
        return (ActorType.REBEL_GROUP, False) if is_band else told
    if kind not in PLAIN_PEOPLE or (nominal.actor is not None and nominal.actor.name is not None):
        return told
    is_community = reading.sentence.norms[nominal.head] in noun_classes()["communal"]
    if is_community and role is Role.PERPETRATOR and of in _ARMED_ACTS:
        return ActorType.COMMUNAL_MILITIA, False  # "herders attacked three villages"
    is_man = reading.sentence.norms[nominal.head] in noun_classes()["bare_men"]
    behind = reading.clauses.head_words[nominal.chunk + 1 : nominal.chunk + 2]
    is_armed = of in _ARMED_ACTS or behind == ["armed"]  # "men armed with sticks beat him"
    if is_man and role is Role.PERPETRATOR and is_armed:
        return ActorType.UNIDENTIFIED_ARMED, False
    return CROWDS.get(of, kind), is_civilian


def type_when_met(filler: Filler, of: EventType, told: ActorType) -> ActorType:
    """As in "used tear gas on striking workers": those a protest is made of, none of them hurt."""
    actor = filler.nominal.actor
    is_crowd = (
        of is EventType.PROTEST
        and filler.role == "target"
        and filler.effect is None
        and actor is not None
        and actor.type in PLAIN_PEOPLE
        and actor.name is None
        and (actor.is_plural or "crowd" in filler.nominal.fillers)
    )
    return ActorType.PROTESTERS if is_crowd else told


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
