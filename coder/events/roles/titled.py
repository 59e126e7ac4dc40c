"""Fillers that are one person told by several words, and names that share a title."""

from collections.abc import Sequence
from dataclasses import replace

from coder.events.drafts import Filler
from coder.events.reading import Reading
from coder.events.roles.names import is_one_person, names_beside
from coder.events.roles.nominals import TITLED, Nominal, actor_fillers
from coder.lexicon.closed import PLURAL_VERBS
from coder.values.mentions import ActorMention

_PLURAL = ("s", "men", "people")


def without_appositives(reading: Reading, fillers: list[Filler]) -> list[Filler]:
    """The fillers without the names that only say who another of them is."""
    if len(fillers) < 2:  # noqa: PLR2004 - a noun and its name
        return fillers
    fillers = _as_one_person(reading, fillers)
    beside = _all_beside(reading, fillers)
    return (
        [filler for filler in fillers if filler.nominal.first not in beside] if beside else fillers
    )


def _as_one_person(reading: Reading, fillers: list[Filler]) -> list[Filler]:
    """As in "lawyer and activist Ana Ruiz": two things that one person is, with one name."""
    kept: list[Filler] = []
    for filler in fillers:
        if kept and _is_same_person(reading, kept[-1], filler):
            filler.nominal = _with_both(reading, kept.pop().nominal, filler.nominal)
        kept.append(filler)
    return kept


def _is_same_person(reading: Reading, one: Filler, other: Filler) -> bool:
    """A bare noun for one person, "and", a titled name without an article, no plural verb."""
    first, second = one.nominal, other.nominal
    between = reading.clauses.kinds[first.chunk + 1 : second.chunk + 1]
    if one.role != other.role or between != "CN":
        return False
    if first.quantity is not None or not is_one_person(first) or second.actor is None:
        return False
    behind = reading.sentence.norms[second.last : second.last + 1]
    return (
        second.actor.rule_id == TITLED
        and "D" not in (reading.tags[first.first], reading.tags[second.first])
        and not second.actor.is_plural
        and PLURAL_VERBS.isdisjoint(behind)
    )


def _with_both(reading: Reading, one: Nominal, other: Nominal) -> Nominal:
    assert other.actor is not None  # noqa: S101 - a titled name is an actor
    said = f"{reading.words(one.first, other.first)} {other.actor.description or ''}".rstrip()
    return replace(other, first=one.first, actor=replace(other.actor, description=said))


def _all_beside(reading: Reading, fillers: Sequence[Filler]) -> set[int]:
    return {name.first for filler in fillers for name in names_beside(reading, filler.nominal)}


def share_title(reading: Reading, fillers: Sequence[Filler]) -> None:
    """As in "policemen Ramesh Kumar and Sunil Singh": a title in the plural is everybody's."""
    titled: Filler | None = None
    for filler in fillers:
        actor = filler.nominal.actor
        if actor is not None and actor.rule_id == TITLED:
            said = (actor.description or "").rsplit(" ", 1)[-1].lower()
            titled = filler if said.endswith(_PLURAL) else None
        elif titled is not None and titled.nominal.actor is not None and _is_beside(filler, titled):
            filler.nominal = _with_title(reading, filler.nominal, titled.nominal.actor)
        else:
            titled = None


def _is_beside(filler: Filler, titled: Filler) -> bool:
    """A name without a title of its own, in the same role and place as the titled one."""
    actor = filler.nominal.actor
    is_bare = (
        "name" in filler.nominal.fillers if actor is None else actor.rule_id == "actor-person-name"
    )
    return is_bare and (filler.role, filler.via) == (titled.role, titled.via)


def _with_title(reading: Reading, nominal: Nominal, titled: ActorMention) -> Nominal:
    """The name as one more person of the title's kind."""
    starts, ends = reading.sentence.starts, reading.sentence.ends
    text = reading.words(nominal.first, nominal.last)
    actor = replace(
        titled,
        start=starts[nominal.first],
        end=ends[nominal.last - 1],
        first=nominal.first,
        last=nominal.last,
        head=nominal.head,
        text=text,
        name=text if nominal.actor is None else nominal.actor.name,
    )
    return replace(nominal, actor=actor, fillers=frozenset(actor_fillers(actor)))
