"""Weapons and means: a listed term at the head of a noun group, or before a head like "attack"."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from coder.lexicon.entries import WeaponTerm
from coder.lexicon.load import Lexicon
from coder.lexicon.words import noun_classes, word_tags
from coder.values.labels import CaseProfile, WeaponType
from coder.values.mentions import PlaceMention, TargetMention, WeaponMention
from coder.values.text import Sentence

FIRE = "fire"
_BOMBER = "bomber"
_UNITS = frozenset({"rifles", "artillery"})
_FULL_OF = ("full", "of")
_WITH = ("with",)
_AXES, _ALONG = "axes", frozenset({"along", "from", "on"})
_TANKS = frozenset({"tank", "tanks"})
_HOLDING = frozenset({"containing", "holding", "storing"})
_BEFORE = 3  # words of a thing in front of its head
_CARRYING = ("carrying",)
_LOADED = frozenset({"full", "carrying"})
_GOING_OFF = frozenset({"exploded", "blew", "explodes", "detonated", "rammed"})
_LOAD = 7  # words: "half a tonne of home-made explosives"
_ENDING = frozenset({",", ".", ";", "and", "that", "which", "when", "was", "were"})
_EXPLOSIVE = WeaponType.EXPLOSIVE_DEVICE
_DESCRIBING = frozenset({"D", "J"})  # tags of words between a noun and what governs it
_AS_PLACE = frozenset({"in", "at", "near", "inside", "outside", "from", "to", "around"})
_AS_PLACE |= {"toward", "towards", "attack", "attacked", "raid", "raided", "storm", "stormed"}
_AS_PLACE |= {"seize", "seized", "occupy", "occupied", "guard", "guarding", "owns", "owned"}


def weapon_at(
    sentence: Sentence, first: int, last: int, head: int, lexicon: Lexicon
) -> WeaponMention | None:
    """The weapon a noun group stands for or contains ("rocket attack"), or null.

    A group whose head is a person or a thing that can be attacked is no weapon ("bomb squad", "gun
    shop"), nor is one a beast ("predators"), unless the term of the weapon ends at the head itself
    ("car bomb", "truck loaded with dynamite").
    """
    norms = sentence.norms
    table = lexicon.weapons
    bomb = _laden_at(sentence, head, lexicon) or _of_bomber(sentence, head, lexicon)
    if bomb is not None:
        return bomb
    if (
        table.last_words.isdisjoint(norms[first:last])
        or _is_name(sentence, first, head, lexicon)
        or _is_other_sense(norms, head)
        or (norms[head] in noun_classes()["of_beasts"] and sentence.words[head].islower())
    ):
        return None
    match = table.ending(norms, first, head + 1)
    if match is not None and not _is_longer_thing(sentence, first, head, lexicon, match[0]):
        return _mention(sentence, head + 1 - match[0], head + 1, match[1][0].entry, "weapon-head")
    surges = norms[head] in noun_classes()["surging"]  # "explosive growth"
    if match is not None or surges or _is_other_thing(sentence, first, head, lexicon):
        return None
    for end in range(head, first, -1):
        match = table.ending(norms, first, end) if norms[end - 1] in table.last_words else None
        if match is not None and not _is_longer_thing(sentence, first, end - 1, lexicon, match[0]):
            return _mention(sentence, end - match[0], end, match[1][0].entry, "weapon-modifier")
    return None


def _is_name(sentence: Sentence, first: int, head: int, lexicon: Lexicon) -> bool:
    """As in "operated by Shell": one common word with a capital behind a word without one.

    And one that speaks: "Shell said two workers were killed".
    """
    words = sentence.words
    if first != head or sentence.case is not CaseProfile.MIXED or not words[head].istitle():
        return False
    return sentence.norms[head] in word_tags() and (
        (head > 0 and words[head - 1].islower())
        or not lexicon.speech_words.isdisjoint(sentence.norms[head + 1 : head + 2])
    )


def _laden_at(sentence: Sentence, head: int, lexicon: Lexicon) -> WeaponMention | None:
    """As in "a truck laden with explosives", "a cement mixer packed with 200 kg of dynamite"."""
    norms = sentence.norms
    loading = head + 1 + (norms[head + 1 : head + 2] == (",",))
    words = norms[loading : loading + 2]
    carries = norms[head + 1 : head + 2] == _CARRYING
    if carries:
        loading -= 1
    elif words != _FULL_OF and (words[1:] != _WITH or words[0] not in noun_classes()["loaded"]):
        return None
    is_ride = is_vehicle(norms, max(head - _BEFORE, 0), head, lexicon)
    if not is_ride and norms[head] not in noun_classes()["make_of_car"]:
        return None
    table = lexicon.weapons
    for at in range(loading + 2, min(loading + 2 + _LOAD, len(norms))):
        found = table.longest(norms, at) if norms[at] in table.first_words else None
        if found is not None:
            load = found[1][0].entry
            is_bomb = isinstance(load, WeaponTerm) and load.type is _EXPLOSIVE
            behind = norms[at + found[0] : at + found[0] + 1]
            if (not is_bomb and norms[at] != "ordnance") or (
                carries and _GOING_OFF.isdisjoint(behind)
            ):
                return None  # what a truck carries on its way is its load
            mention = _mention(sentence, head, at + found[0], load, "weapon-laden")
            return replace(mention, type=WeaponType.VEHICLE_BOMB, is_suicide=False)
        if norms[at] in _ENDING:
            return None
    return None


def _of_bomber(sentence: Sentence, head: int, lexicon: Lexicon) -> WeaponMention | None:
    """As in "the suicide bomber's truck": what he drives is his bomb."""
    norms = sentence.norms
    if norms[head - 1 : head] != ("'s",) or norms[max(head - 2, 0) : head - 1] != (_BOMBER,):
        return None
    if not is_vehicle(norms, head, head, lexicon):
        return None
    mention = _mention(sentence, head, head + 1, None, "weapon-of-bomber")
    return replace(mention, type=WeaponType.VEHICLE_BOMB, is_suicide=True)


def is_vehicle(norms: tuple[str, ...], first: int, head: int, lexicon: Lexicon) -> bool:
    """Whether the words from ``first`` that end at a head are a listed vehicle."""
    found = lexicon.targets.ending(norms, first, head + 1)
    return found is not None and getattr(found[1][0].entry, "kind", None) == "vehicle"


def fire_of_arms(sentence: Sentence, head: int) -> WeaponMention:
    """As in "army fire", "the fire of the guards": what comes out of guns, and no blaze."""
    mention = _mention(sentence, head, head + 1, None, "weapon-fire")
    return replace(mention, type=WeaponType.FIREARMS)


def is_in_name(thing: WeaponMention | TargetMention, places: Iterable[PlaceMention]) -> bool:
    """As in "Tank district": the word stands in the name of a place."""
    return any(place.start <= thing.start and thing.end <= place.end for place in places)


def find_weapons(
    sentence: Sentence, lexicon: Lexicon, places: Sequence[PlaceMention] = ()
) -> tuple[WeaponMention, ...]:
    """All listed weapons of a sentence that do not belong to a person or a place, in order."""
    table = lexicon.weapons
    norms = sentence.norms
    starts = table.first_words
    drives = _BOMBER in sentence.vocabulary
    if not drives and starts.isdisjoint(sentence.vocabulary):
        return ()
    found: list[WeaponMention] = []
    behind = 0
    loads = not noun_classes()["loaded"].isdisjoint(sentence.vocabulary) or not _LOADED.isdisjoint(
        sentence.vocabulary
    )
    for position, norm in enumerate(norms):
        laden = _laden_at(sentence, position, lexicon) if loads else None
        if drives and laden is None:
            laden = _of_bomber(sentence, position, lexicon)
        if laden is not None:
            found.append(laden)
            behind = laden.last
        elif norm in starts and position >= behind:
            match = table.longest(norms, position)
            if match is None:
                continue
            behind = position + match[0]
            if _is_longer_thing(
                sentence, max(position - _BEFORE, 0), behind - 1, lexicon, match[0]
            ):
                continue  # "the country club"
            is_name = _is_unit(sentence, position) or (
                match[0] == 1 and _is_name(sentence, position, position, lexicon)
            )
            is_name = is_name or _is_other_sense(norms, behind - 1)
            if not is_name and not _belongs(norms, behind, lexicon):
                entry = match[1][0].entry
                found.append(_mention(sentence, position, behind, entry, "weapon-term"))
    return tuple(weapon for weapon in found if not is_in_name(weapon, places))


def _is_other_sense(norms: Sequence[str], at: int) -> bool:
    """As in "tanks containing fuel": a vessel. Or a line of advance."""
    is_vessel = norms[at] in _TANKS and not _HOLDING.isdisjoint(norms[at + 1 : at + 2])
    return is_vessel or _is_line_of_advance(norms, at)


def _is_line_of_advance(norms: Sequence[str], at: int) -> bool:
    """As in "stormed the town from several axes", "along three axes": from where they came.

    And in "in the axes of the airport road", "the axis of Ain Zara".
    """
    is_named = norms[at + 1 : at + 2] == ("of",)
    return norms[at] == _AXES and (
        is_named or not _ALONG.isdisjoint(norms[max(at - _BEFORE, 0) : at])
    )


def _is_unit(sentence: Sentence, at: int) -> bool:
    """As in "the Assam Rifles", "the Royal Artillery": soldiers, and no weapon."""
    return (
        sentence.norms[at] in _UNITS
        and sentence.case is CaseProfile.MIXED
        and at > 0
        and sentence.words[at][0].isupper()
        and sentence.words[at - 1][0].isupper()
    )


def _is_longer_thing(
    sentence: Sentence, first: int, head: int, lexicon: Lexicon, size: int
) -> bool:
    """As in "copper mine", "near the mine": words before the weapon's own say what the head is."""
    norms = sentence.norms
    found = lexicon.targets.ending(norms, first, head + 1)
    if found is None or found[0] < size:
        return False
    if found[0] > size:
        return True
    before = head - size
    while before > first and _is_capital_name(sentence, before):
        before -= 1  # "near the Grasberg mine"
    while before > 0 and word_tags().get(norms[before], "") in _DESCRIBING:
        before -= 1
    return before >= 0 and norms[before] in _AS_PLACE


def _is_capital_name(sentence: Sentence, token: int) -> bool:
    """A capitalised word no list has, where capitals mean something."""
    is_cased = sentence.case is CaseProfile.MIXED
    return (
        is_cased
        and sentence.words[token][:1].isupper()
        and sentence.norms[token] not in word_tags()
    )


def _is_other_thing(sentence: Sentence, first: int, head: int, lexicon: Lexicon) -> bool:
    norms = sentence.norms
    return (
        lexicon.persons.ending(norms, first, head + 1) is not None
        or lexicon.targets.ending(norms, first, head + 1) is not None
    )


def _belongs(norms: tuple[str, ...], behind: int, lexicon: Lexicon) -> bool:
    """Whether the next token makes it part of a person or place ("bomb squad", "arms depot")."""
    if behind >= len(norms):
        return False
    following = norms[behind]
    if word_tags().get(following) == "X":  # "a bomb wounded nine": the verb, not the wounded
        return False
    return bool(lexicon.persons.get(following)) or bool(lexicon.targets.get(following))


def _mention(
    sentence: Sentence, first: int, last: int, entry: object, rule_id: str
) -> WeaponMention:
    start, end = sentence.starts[first], sentence.ends[last - 1]
    is_term = isinstance(entry, WeaponTerm)
    return WeaponMention(
        start=start,
        end=end,
        first=first,
        last=last,
        text=sentence.text[start:end],
        type=entry.type if is_term else WeaponType.OTHER,  # type: ignore[attr-defined]
        is_suicide=entry.is_suicide if is_term else False,  # type: ignore[attr-defined]
        rule_id=rule_id,
    )
