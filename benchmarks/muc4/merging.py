"""When two templates are one incident: task definition, section 5.

Two instances of one type are separate when location, date, category or perpetrator differ.
Different named persons or different things hit are taken for two instances as well.
"""

from benchmarks.muc4.nouns import head, words
from benchmarks.muc4.template import HumanFill, PhysicalFill, Template

_FULL_NAME = 2
"""So many words of a name tell a person."""


def merge(templates: list[Template]) -> list[Template]:
    """The templates with those of one incident joined, in the order of their first.

    Who is kidnapped and killed makes one kidnapping, with the death as its effect.
    """
    kept: list[Template] = []
    for new in _with_deaths_of_kidnapped(templates):
        for known in kept:
            if _is_same(known, new):
                _join(known, new)
                break
        else:
            kept.append(new)
    return kept


def _with_deaths_of_kidnapped(templates: list[Template]) -> list[Template]:
    kept = list(templates)
    for taken in templates:
        if taken.type != "KIDNAPPING":
            continue
        for other in [t for t in kept if t.type == "ATTACK" and t.stage == taken.stage]:
            if _is_death_of(taken, other):
                kept.remove(other)
                _join(taken, other)
    return kept


def _is_death_of(taken: Template, other: Template) -> bool:
    """Whether everybody an attack names was kidnapped, and died."""
    named = [person for person in other.human if person.name]
    hostages = [set(words(person.name)) for person in taken.human if person.name]
    return (
        bool(named)
        and not other.physical
        and all(person.effect == "DEATH" for person in named)
        and all(
            any(len(set(words(person.name or "")) & hostage) > 1 for hostage in hostages)
            for person in named
        )
    )


def _is_same(one: Template, other: Template) -> bool:
    if one.type != other.type or one.stage != other.stage:
        return False
    if not _dates_agree(one.date, other.date):
        return False
    if len(_named(one) & _named(other)) >= _FULL_NAME:
        return True  # the same person, wherever and by whomever
    return (
        _places_agree(one.location, other.location)
        and one.category == other.category
        and _share(_acting(one), _acting(other))
        and _share(_named(one), _named(other))
        and _share(_things(one), _things(other))
    )


def _dates_agree(one: str | None, other: str | None) -> bool:
    return one == other or _is_open(one) or _is_open(other)


def _is_open(printed: str | None) -> bool:
    return printed is None or printed.startswith("-")


def _places_agree(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _acting(template: Template) -> set[str]:
    texts = [*template.individuals, *(o.text for o in template.organisations)]
    return {word for text in texts for word in words(text)}


def _named(template: Template) -> set[str]:
    return {word for person in template.human if person.name for word in words(person.name)}


def _things(template: Template) -> set[str]:
    return {head(thing.text) for thing in template.physical}


def _share(one: set[str], other: set[str]) -> bool:
    return not one or not other or bool(one & other)


def _join(known: Template, new: Template) -> None:
    if _is_open(known.date) and not _is_open(new.date):
        known.date = new.date
    if len(new.location) > len(known.location):
        known.location = new.location
    for text in new.individuals:
        if text not in known.individuals:
            known.individuals.append(text)
    have = {o.text for o in known.organisations}
    known.organisations.extend(o for o in new.organisations if o.text not in have)
    tools = {(i.text, i.type) for i in known.instruments}
    known.instruments.extend(i for i in new.instruments if (i.text, i.type) not in tools)
    for person in new.human:
        _join_person(known.human, person)
    for thing in new.physical:
        _join_thing(known.physical, thing)
    known.untargeted_effect = known.untargeted_effect or new.untargeted_effect


def _join_person(people: list[HumanFill], new: HumanFill) -> None:
    for known in people:
        mine, theirs = set(words(known.tag)), set(words(new.tag))
        if mine <= theirs or theirs <= mine:
            known.effect = known.effect or new.effect
            return
    people.append(new)


def _join_thing(things: list[PhysicalFill], new: PhysicalFill) -> None:
    for known in things:
        mine, theirs = set(words(known.text)), set(words(new.text))
        if mine <= theirs or theirs <= mine:
            known.effect = known.effect or new.effect
            return
    things.append(new)
