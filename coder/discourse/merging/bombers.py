"""Who "bombers" are in a text: those who set bombs off, or aircraft.

"Bombers strike market in Baghdad" over a report of car bombs tells of no air strike; beside
warplanes, or with a model or air force, bombers fly.
"""

from collections.abc import Sequence
from dataclasses import replace

from coder.events.drafts import Draft
from coder.events.roles.nominals import BOMBERS, Nominal
from coder.events.senses.violence import is_violent
from coder.lexicon.words import noun_classes
from coder.values.labels import EventType

_ON_GROUND = frozenset(
    {"suicide_bomb", "suicide_vehicle_bomb", "vehicle_bomb", "ied", "parcel_bomb", "grenade"}
)
_CARRIED = frozenset({"car", "truck", "vehicle", "van", "roadside", "motorcycle", "device"})
_SUICIDE = "suicide_bomb"
_BOMBING = EventType.BOMBING


def settle_bombers(groups: Sequence[tuple[list[Draft], str]]) -> None:
    """Make bombings of what bare "bombers" did where bombs on the ground are told."""
    drafts = [draft for members, _ in groups for draft in members]
    strikes = [draft for draft in drafts if _is_by_bombers(draft)]
    if not strikes:
        return
    others = [draft for draft in drafts if draft not in strikes]
    bombings = [it for it in others if it.type is _BOMBING and _is_on_ground(it)]
    is_suicide = any("suicide" in draft.reading.vocabulary for draft in drafts)
    if any(it.type is EventType.AIR_STRIKE for it in others) or not (bombings or is_suicide):
        return
    subtype = _SUICIDE if is_suicide else "unspecified"
    for draft in strikes:
        draft.type, draft.subtype = _BOMBING, subtype
        for item in draft.by_role("perpetrator"):
            people = item.nominal.fillers - {"aircraft"} | {"person", "armed"}
            item.nominal = replace(item.nominal, fillers=people)


def _is_on_ground(draft: Draft) -> bool:
    """As in "a truck bomb exploded": bombs that nobody drops."""
    return draft.subtype in _ON_GROUND or not _CARRIED.isdisjoint(draft.reading.vocabulary)


def _is_by_bombers(draft: Draft) -> bool:
    if not is_violent(draft.type):
        return False
    doers = draft.by_role("perpetrator")
    return bool(doers) and all(_is_bare(draft, item.nominal) for item in doers)


def _is_bare(draft: Draft, nominal: Nominal) -> bool:
    """As in "bombers", "two bombers"; no "US bombers", "B-52 bombers", "heavy bombers"."""
    reading = draft.reading
    norms = reading.sentence.norms
    return (
        "aircraft" in nominal.fillers
        and norms[nominal.head] in BOMBERS
        and not reading.tags[nominal.first : nominal.head].strip("D#")
        and noun_classes()["aircraft"].isdisjoint(reading.vocabulary - BOMBERS)
    )
