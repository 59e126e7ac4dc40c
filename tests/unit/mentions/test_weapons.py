import pytest

from coder.lexicon.load import load_lexicon
from coder.mentions.weapons import find_weapons, weapon_at
from coder.text import normalise, sentences
from coder.values.labels import Section
from coder.values.text import Sentence


def sentence(text: str) -> Sentence:
    return sentences(normalise(text, Section.TEXT))[0]


@pytest.mark.parametrize(
    ("group", "text", "kind", "suicide"),
    [
        ("a car bomb", "car bomb", "vehicle_bomb", False),
        ("two car-bombs", "car-bombs", "vehicle_bomb", False),
        ("AK-47 rifles", "AK-47 rifles", "firearms", False),
        ("an M-16", "M-16", "firearms", False),
        ("heavy machine-gun fire", "machine-gun fire", "firearms", False),
        ("a hail of bullets", "hail of bullets", "firearms", False),
        ("a homemade bomb", "homemade bomb", "explosive_device", False),
        ("a 50-kilogram bomb", "bomb", "explosive_device", False),
        ("several dynamite charges", "dynamite charges", "explosive_device", False),
        ("an IED", "IED", "explosive_device", False),
        ("an explosives-laden truck", "explosives-laden truck", "vehicle_bomb", False),
        ("a suicide vest", "suicide vest", "suicide_vest", True),
        ("a suicide car bomb", "suicide car bomb", "vehicle_bomb", True),
        ("anti-personnel mines", "anti-personnel mines", "landmine", False),
        ("hand grenades", "hand grenades", "grenade", False),
        ("rocket-propelled grenades", "rocket-propelled grenades", "rocket", False),
        ("Grad rockets", "Grad rockets", "rocket", False),
        ("mortar rounds", "mortar rounds", "mortar", False),
        ("artillery shells", "artillery shells", "artillery", False),
        ("ballistic missiles", "ballistic missiles", "missile", False),
        ("barrel bombs", "barrel bombs", "aerial_bomb", False),
        ("Shahed drones", "Shahed drones", "drone", False),
        ("T-72 tanks", "T-72 tanks", "tank", False),
        ("machetes", "machetes", "melee", False),
        ("Molotov cocktails", "Molotov cocktails", "incendiary", False),
        ("sarin gas", "sarin gas", "chemical", False),
        ("tear gas", "tear gas", "crowd_control", False),
        ("a rocket attack", "rocket", "rocket", False),
        ("a hand grenade explosion", "hand grenade", "grenade", False),
    ],
)
def test_weapons_of_a_noun_group(group: str, text: str, kind: str, suicide: bool) -> None:
    item = sentence(f"Then {group} came")
    last = len(item.norms) - 1
    found = weapon_at(item, 1, last, last - 1, load_lexicon())
    assert found is not None
    assert (found.text, found.type.value, found.is_suicide) == (text, kind, suicide)
    assert item.text[found.start : found.end] == text


@pytest.mark.parametrize(
    "group", ["the bomb squad", "a gun shop", "an arms depot", "the farmers", "rifle owners"]
)
def test_persons_and_places_with_a_weapon_in_their_name(group: str) -> None:
    item = sentence(f"Then {group} came")
    last = len(item.norms) - 1
    assert weapon_at(item, 1, last, last - 1, load_lexicon()) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They threw grenades and fired an RPG at the gate.", ["grenades", "RPG"]),
        ("A CAR BOMB AND TWO MORTAR SHELLS EXPLODED.", ["CAR BOMB", "MORTAR SHELLS"]),
        ("The bomb squad came to the gun shop.", []),
        ("It rained.", []),
        ("The car of the suicide victim stood there.", []),
        ("He had a rifle", ["rifle"]),
    ],
)
def test_weapons_of_a_whole_sentence(text: str, found: list[str]) -> None:
    assert [weapon.text for weapon in find_weapons(sentence(text), load_lexicon())] == found
