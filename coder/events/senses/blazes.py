"""Fires that nobody is told to have set: those they kill, and what they burn, are no acts.

As in "killed in a hotel fire", "injured when a fire broke out", "fires burning in the hills". Not
where a weapon, an armed party or a word of arson stands in the sentence.
"""

from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.filling import CAUSAL
from coder.events.roles.slots import Slots
from coder.grammar.clauses import groups_behind
from coder.lexicon.words import noun_classes
from coder.rules.model import FORCES, Frame
from coder.values.labels import EventType

_NEVER_SHOTS = frozenset({"fires", "blazes", "wildfires", "wildfire"})
_BURNING = frozenset({"burn", "burning"})
_BEFORE = "DJ#St"  # "last week's fire"
_MINE = "mine"
_INTO_FLAMES = ("into", "flames")
_CLAUSE = 12  # chunks
_KILLING = EventType.KILLING


def is_in_blaze(reading: Reading, hit: Hit, frame: Frame, slots: Slots) -> bool:
    """Whether people came to harm in a fire that nobody is told to have set."""
    if frame.type is not _KILLING or (
        noun_classes()["blaze"].isdisjoint(reading.vocabulary)
        and _INTO_FLAMES[1] not in reading.vocabulary
    ):
        return False
    if _is_set(reading):
        return False
    clauses = reading.clauses
    phrases = slots.phrases + clauses.phrases(hit.chunk)
    if clauses.kinds[hit.chunk + 1 : hit.chunk + 4] in {"CNV", "CNX"}:
        phrases += clauses.phrases(hit.chunk + 3)  # "one was killed and six were hurt in a fire"
    return any(
        names_blaze(reading, number) for number in groups_behind(phrases, *CAUSAL)
    ) or _broke_out(reading, hit)


def is_burning_by_itself(reading: Reading, hit: Hit, slots: Slots) -> bool:
    """As in "fires burning in the hills", "where fires were burning": what burns is a fire."""
    if hit.form.lemma not in _BURNING or noun_classes()["blaze"].isdisjoint(reading.vocabulary):
        return False
    numbers = [*slots.subject, *slots.object]
    if reading.clauses.kinds[hit.chunk - 1 : hit.chunk] == "N":
        numbers.append(hit.chunk - 1)
    return any(reading.clauses.head_words[number] in noun_classes()["blaze"] for number in numbers)


def names_blaze(reading: Reading, number: int) -> bool:
    """Whether a group is a fire that burns, as no "army fire" and no "fire from tanks" does."""
    group = reading.clauses.chunks[number]
    norms = reading.sentence.norms
    weapon = reading.nominal(number).weapon  # "small-arms fire", and no "zinc mine fire"
    is_shot = weapon is not None and norms[group.head - 1] != _MINE
    if norms[group.head] not in noun_classes()["blaze"] or group.kind != "N" or is_shot:
        return False
    if group.first == group.head:
        return norms[group.head] in _NEVER_SHOTS
    tags = reading.tags[group.first : group.head]
    if not tags.strip(_BEFORE):
        return True
    kindling = noun_classes()["kindling"]
    return _is_of_site(reading, number) or all(
        tag in _BEFORE or norm in kindling
        for tag, norm in zip(tags, norms[group.first : group.head], strict=True)
    )


def _is_of_site(reading: Reading, number: int) -> bool:
    """As in "a copper mine fire": behind a place that burns, whose people bear no arms."""
    group = reading.clauses.chunks[number]
    site = reading.modifier(number, group.first, group.head).fillers
    is_mine = reading.sentence.norms[group.head - 1] == _MINE
    return is_mine or ("facility" in site and "armed" not in site)


def _broke_out(reading: Reading, hit: Hit) -> bool:
    """As in "killed when a fire broke out": a clause behind the harm, whose subject is a fire.

    Or what burst into flames: a lorry, a plant.
    """
    clauses, norms = reading.clauses, reading.sentence.norms
    end = min(hit.chunk + _CLAUSE, len(clauses.kinds))
    return any(
        clauses.kinds[at] in "VX"
        and any(
            clauses.kinds[number - 1 : number] == "U"
            and (
                names_blaze(reading, number) or norms[clauses.chunks[at].last :][:2] == _INTO_FLAMES
            )
            for number in clauses.subject(at)
        )
        for at in range(hit.chunk + 1, end)
    )


def _is_set(reading: Reading) -> bool:
    """Whether somebody may have set it: a word of arson, a weapon, armed people but the police."""
    if not noun_classes()["arson"].isdisjoint(reading.vocabulary):
        return True
    return any(
        reading.nominal(number).weapon is not None
        or reading.nominal(number).fillers & FORCES == {"armed"}
        for number, kind in enumerate(reading.clauses.kinds)
        if kind == "N"
    )
