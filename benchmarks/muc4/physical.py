"""Physical targets and instruments of an event in the task's closed lists."""

import re

from benchmarks.muc4.actors import perpetrators, targets
from benchmarks.muc4.human import is_institution
from benchmarks.muc4.nouns import (
    head,
    is_plural,
    noun_type,
    physical_type,
    singular,
    trimmed,
    words,
)
from benchmarks.muc4.places import foreign_nation
from benchmarks.muc4.template import Instrument, PhysicalFill
from coder.values.events import Event, PhysicalTarget, Weapon
from coder.values.labels import ActorType, DamageEffect, EventType, TargetType, WeaponType

_TARGET_TYPES = {
    TargetType.MILITARY_POSITION: "OTHER",
    TargetType.POLICE: "LAW ENFORCEMENT FACILITY",
    TargetType.GOVERNMENT: "GOVERNMENT OFFICE OR RESIDENCE",
    TargetType.DIPLOMATIC: "DIPLOMAT OFFICE OR RESIDENCE",
    TargetType.CIVILIAN_RESIDENCE: "CIVILIAN RESIDENCE",
    TargetType.PUBLIC_SPACE_MARKET: "COMMERCIAL",
    TargetType.RELIGIOUS_SITE: "OTHER",
    TargetType.EDUCATION: "OTHER",
    TargetType.HEALTH: "OTHER",
    TargetType.MEDIA: "COMMUNICATIONS",
    TargetType.TRANSPORT_VEHICLE: "TRANSPORT VEHICLE",
    TargetType.TRANSPORT_INFRASTRUCTURE: "TRANSPORTATION ROUTE",
    TargetType.ENERGY: "ENERGY",
    TargetType.WATER: "WATER",
    TargetType.TELECOM: "COMMUNICATIONS",
    TargetType.BUSINESS: "COMMERCIAL",
    TargetType.AGRICULTURE: "OTHER",
    TargetType.CAMP_IDP: "OTHER",
    TargetType.AID: "ORGANIZATION OFFICE",
    TargetType.POLITICAL_PARTY: "POLITICAL FIGURE OFFICE OR RESIDENCE",
}
_TYPES_OF_BODIES = {
    ActorType.ORGANISATION: "ORGANIZATION OFFICE",
    ActorType.STATE_OTHER: "GOVERNMENT OFFICE OR RESIDENCE",
}
_WEAPON_TYPES = {
    WeaponType.FIREARMS: "GUN",
    WeaponType.EXPLOSIVE_DEVICE: "BOMB",
    WeaponType.VEHICLE_BOMB: "VEHICLE BOMB",
    WeaponType.SUICIDE_VEST: "BOMB",
    WeaponType.LANDMINE: "MINE",
    WeaponType.GRENADE: "GRENADE",
    WeaponType.MORTAR: "MORTAR",
    WeaponType.ARTILLERY: "GUN",
    WeaponType.ROCKET: "ROCKET",
    WeaponType.MISSILE: "MISSILE",
    WeaponType.AERIAL_BOMB: "AERIAL BOMB",
    WeaponType.MELEE: "CUTTING DEVICE",
    WeaponType.INCENDIARY: "FIRE",
}
_EFFECTS = {
    DamageEffect.DESTROYED: "DESTROYED",
    DamageEffect.DAMAGED: "SOME DAMAGE",
    DamageEffect.NONE: "NO DAMAGE",
}
_SHOOTING = (
    "shot",
    "shoot",
    "gunned",
    "machinegun",
    "machine-gun",
    "opened fire",
    "gunfire",
    "riddled",
)
_EMPTY_HEADS = {
    "TARGET", "AREA", "PLACE", "DAMAGE", "TERRITORY", "TOWN", "CITY", "VILLAGE", "SITE",
    "NEIGHBORHOOD", "STREET", "AVENUE", "BOULEVARD", "POSITION", "REGION", "SECTOR", "CANTON",
}  # fmt: skip
_PARTS = {
    "WINDOW", "DOOR", "WALL", "ROOF", "ENTRANCE", "BASEMENT", "FACADE", "FRONT", "GLASS", "PART",
    "GATE", "FLOOR", "WINDSHIELD", "EQUIPMENT", "FURNITURE", "CEILING", "STRETCH", "SECTION",
    "FENCE", "PORTION",
}  # fmt: skip
_OWNER = re.compile(r"(.+?)'S? ", re.IGNORECASE)
_FIRED = {"FIRE", "BURST", "ROUND", "VOLLEY"}
_PLATFORMS = {"HELICOPTER", "PLANE", "AIRCRAFT", "WOUND", "CROSSFIRE", "SHRAPNEL", "BULLET"}
"""What carries weapons, and what they leave, is no instrument."""


def physical_fills(event: Event, country: str | None) -> list[PhysicalFill]:
    """The physical targets of an event, each once; ``country`` is where it happened."""
    things: list[PhysicalFill] = []
    for target in event.targets:
        if target.type is TargetType.PERSONS:
            continue
        text = _whole(trimmed(target.text))
        if not text or head(text) in _EMPTY_HEADS:
            continue
        fill = PhysicalFill(
            text=text,
            type=_target_type(target, text),
            number=_number(target, text),
            nation=foreign_nation(None, target.nationality, country),
            effect=_effect(event, target),
        )
        _add(things, fill)
    for actor in targets(event):
        text = trimmed(actor.text)
        if is_institution(actor) and text and head(text) not in _EMPTY_HEADS:
            kind = physical_type(text) or _TYPES_OF_BODIES[actor.type]
            _add(things, PhysicalFill(text=text, type=kind, number=_plain_number(text)))
    return things


def _whole(text: str) -> str | None:
    """The building that a part stands for ("windows of the bank"); null for parts of nothing."""
    if head(text) not in _PARTS:
        return text
    front, _, owner = text.partition(" OF ") if text.isupper() else text.partition(" of ")
    if owner:
        return trimmed(owner)
    match = _OWNER.match(front)
    return match[1] if match else None


def _target_type(target: PhysicalTarget, text: str) -> str:
    """What the words say; the engine's type where they say nothing."""
    return physical_type(text) or _TARGET_TYPES.get(target.type, "OTHER")


def _number(target: PhysicalTarget, text: str) -> str:
    if target.number is not None:
        return str(target.number)
    return _plain_number(text)


def _plain_number(text: str) -> str:
    return "PLURAL" if is_plural(text) and head(text) != "HEADQUARTER" else "1"


def _effect(event: Event, target: PhysicalTarget) -> str | None:
    if target.effect is not None:
        return _EFFECTS[target.effect]
    if event.event_type is EventType.PROPERTY_ATTACK and event.event_subtype == "arson":
        return "SOME DAMAGE"
    return None


def _add(things: list[PhysicalFill], new: PhysicalFill) -> None:
    for known in things:
        mine, theirs = set(words(known.text)), set(words(new.text))
        if head(known.text) == head(new.text) and (mine <= theirs or theirs <= mine):
            if len(theirs) > len(mine):
                known.text, known.type = new.text, new.type
            known.effect = known.effect or new.effect
            return
    things.append(new)


def instruments(event: Event) -> list[Instrument]:
    """The weapons by their words; a bare type where only the verb shows it."""
    found: dict[str, Instrument] = {}
    verbs = {mention.trigger_text for mention in event.mentions}
    for weapon in event.weapons:
        text = _device(trimmed(weapon.text))
        if weapon.text not in verbs and text and head(text) not in _PLATFORMS:
            key = " ".join(singular(word) for word in words(text))
            found.setdefault(key, Instrument(text=text, type=_weapon_type(weapon, text)))
    if found:
        return list(found.values())
    triggers = " ".join(mention.trigger_text.lower() for mention in event.mentions)
    doers = {head(actor.text) for actor in perpetrators(event)}
    if "GUNMAN" in doers or any(word in triggers for word in _SHOOTING):
        return [Instrument(text=None, type="GUN")]
    if event.event_type is EventType.AIR_STRIKE:
        return [Instrument(text=None, type="AERIAL BOMB")]
    if event.event_type is EventType.BOMBING:
        return [Instrument(text=None, type="EXPLOSIVE" if "explo" in triggers else "BOMB")]
    return []


def _device(text: str) -> str:
    """What was fired or thrown: the rifle of "rifle fire", the mortar of "mortar rounds"."""
    return text.rpartition(" ")[0] or text if head(text) in _FIRED else text


def _weapon_type(weapon: Weapon, text: str) -> str | None:
    if weapon.type in {WeaponType.VEHICLE_BOMB, WeaponType.AERIAL_BOMB, WeaponType.LANDMINE}:
        return _WEAPON_TYPES[weapon.type]
    if "DYNAMITE" in text.upper():
        return "DYNAMITE"
    return noun_type("instrument", text, whole=True) or _WEAPON_TYPES.get(weapon.type)
