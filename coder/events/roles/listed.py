"""What stands in a row with what was hit: "destroyed a depot, a launch rail and two boats".

In: the groups offered for the target and those that fill it. Out: the rest of each row as things
hit, and what the row is said to include ("rebel targets, which include two bunkers"). Only of
strikes and shelling: what falls from above hits things, whatever they are called.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coder.events.drafts import Filler
from coder.events.reading import Reading
from coder.events.roles.nominals import LIFELESS, Nominal
from coder.events.roles.slots import Slots
from coder.lexicon.closed import A_AN
from coder.lexicon.words import noun_classes
from coder.rules.model import KILLED_OR_INJURED, PERSONS, Frame
from coder.values.labels import ActorType, Certainty, TargetType
from coder.values.mentions import ActorMention, TargetMention

_PARTS = frozenset({"including", "include", "includes", "included", "such"})
_SURE = frozenset({"object", "light verb", "on", "against"})
_PHYSICAL = frozenset({"facility", "vehicle", "weapon", "armed"})


def things_in_row(
    reading: Reading, frame: Frame, offers: Sequence[tuple[str, int]], fillers: Sequence[Filler]
) -> list[Filler]:
    """What is hit beside the targets found, of an act of one of the types ``HITTING``.

    ``offers`` are the groups in the target's places.
    """
    role = frame.role("target")
    if role is None or role.heads or not offers or frame.subtype == "looting":
        return []
    hit = {item.nominal.chunk: item for item in fillers if item.role == "target"}
    if not _PARTS.isdisjoint(reading.vocabulary):
        offers = [*offers, *_included(reading, offers)]
    rows = {via for via, number in offers if number in hit and _is_physical(hit[number])} & _SURE
    found: list[Filler] = []
    for via, number in offers:
        if number in hit and not _is_bare_thing(hit[number]):
            continue
        is_part = via == "part"
        nominal = reading.nominal(number)
        if is_part and not nominal.fillers.isdisjoint(_PHYSICAL):
            found.append(Filler(role.name, nominal, role.effect, via))
        elif (is_part or via in rows) and _is_counted_thing(reading, nominal):
            thing = replace(nominal, target=_thing(reading, nominal))
            if number in hit:
                hit[number].nominal = thing
            else:
                found.append(Filler(role.name, thing, role.effect, via))
    return found


def bodies_in_row(
    reading: Reading, frame: Frame, objects: Sequence[int], fillers: Sequence[Filler]
) -> list[Filler]:
    """As in "the bodies of two nuns and a driver were found": whose they are besides the first."""
    role = frame.role("victim") if len(objects) > 1 else None
    if role is None or not role.heads or role.effect != "killed":
        return []
    first = next((item.nominal.chunk for item in fillers if item.via == "object"), None)
    if first is None or reading.of_what(first) is None:
        return []
    nominals = [reading.nominal(number) for number in objects if number > first]
    return [
        Filler(role.name, nominal, role.effect, "object")
        for nominal in nominals
        if not nominal.fillers.isdisjoint(PERSONS)
    ]


def people_in_row(
    reading: Reading, objects: Sequence[int], fillers: Sequence[Filler]
) -> list[Filler]:
    """As in "killed two typesetters and a watchman": who came to harm beside known people.

    Nothing but people and animals is killed or hurt; only of those who are counted.
    """
    harmed = next(
        (item for item in fillers if item.via == "object" and item.effect in KILLED_OR_INJURED),
        None,
    )
    beside = harmed.nominal.actor if harmed is not None else None
    if harmed is None or beside is None or "person" not in harmed.nominal.fillers:
        return []
    known = {item.nominal.chunk for item in fillers}
    return [
        Filler(harmed.role, _as_person(reading, nominal, beside), harmed.effect, "object")
        for nominal in (reading.nominal(number) for number in objects if number not in known)
        if nominal.target is None
        and _is_counted_thing(reading, nominal)
        and reading.sentence.norms[nominal.head] not in noun_classes()["animal"]
    ]


def people_beside(
    reading: Reading, frame: Frame, slots: Slots, fillers: Sequence[Filler]
) -> list[Filler]:
    """As in "two drivers and three women were displaced": people beside those a role lists.

    A role that lists its people by their nouns takes whoever stands in one row with one of them.
    """
    found: list[Filler] = []
    for via, row in (("subject", slots.subject), ("object", slots.object)):
        beside = next((item for item in fillers if item.via == via and item.effect), None)
        role = frame.role(beside.role) if beside is not None else None
        if role is None or not role.heads or len(row) == 1:
            continue
        known = {item.nominal.chunk for item in fillers}
        nominals = [reading.nominal(number) for number in row if number not in known]
        found += [
            Filler(role.name, nominal, role.effect, via)
            for nominal in nominals
            if not nominal.fillers.isdisjoint(PERSONS) and "armed" not in nominal.fillers
        ]
    return found


def _as_person(reading: Reading, nominal: Nominal, beside: ActorMention) -> Nominal:
    """The group as people of whom no more is known."""
    sentence = reading.sentence
    quantity = nominal.quantity
    person = replace(
        beside,
        start=sentence.starts[nominal.first],
        end=sentence.ends[nominal.last - 1],
        first=nominal.first,
        last=nominal.last,
        head=nominal.head,
        text=reading.words(nominal.first, nominal.last),
        name=None,
        actor_id=None,
        type=ActorType.CIVILIANS if beside.type is ActorType.CIVILIANS else ActorType.UNKNOWN,
        country=None,
        nationality=None,
        sector=None,
        number=quantity,
        victim_group=None,
        is_civilian=beside.is_civilian or None,
        is_plural=quantity is not None and quantity.best != 1,
        certainty=Certainty.STATED,
        description=reading.words(nominal.head, nominal.last),
        rule_id="actor-in-row",
    )
    return replace(nominal, actor=person, fillers=frozenset({"person"}))


def _included(reading: Reading, offers: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """As in ", including two bunkers", "which include a depot", "such as a depot and a camp"."""
    clauses = reading.clauses
    kinds, norms = clauses.kinds, reading.sentence.norms
    at = clauses.behind_of(max(number for _, number in offers))
    while kinds[at : at + 1] in {",", "W", "P", "N"} and (
        kinds[at] in ",W" or clauses.first_words[at] == "such"
    ):
        at += 1
    if at >= len(kinds) or kinds[at + 1 : at + 2] != "N":
        return
    word = clauses.head_words[at]
    if word in _PARTS or (word == "as" and norms[clauses.chunks[at].first - 1] == "such"):
        for number in clauses.conjoined_right(at + 1):
            yield "part", number


def _is_physical(filler: Filler) -> bool:
    return not filler.nominal.fillers.isdisjoint(_PHYSICAL)


def _is_bare_thing(filler: Filler) -> bool:
    return filler.nominal.fillers == LIFELESS and filler.nominal.target is None


def _is_counted_thing(reading: Reading, nominal: Nominal) -> bool:
    """A thing nothing is known of, with a number or an article: "a launch rail", "13 routes"."""
    norms = reading.sentence.norms
    return (
        nominal.fillers == LIFELESS
        and (nominal.quantity is not None or norms[nominal.first] in A_AN)
        and norms[nominal.head] not in noun_classes()["anaphor"]
    )


def _thing(reading: Reading, nominal: Nominal) -> TargetMention:
    sentence = reading.sentence
    start, end = sentence.starts[nominal.first], sentence.ends[nominal.last - 1]
    return TargetMention(
        start=start,
        end=end,
        first=nominal.first,
        last=nominal.last,
        head=nominal.head,
        text=sentence.text[start:end],
        type=TargetType.OTHER,
        number=nominal.quantity,
        nationality=None,
        kind="thing",
        rule_id="target-in-row",
    )
