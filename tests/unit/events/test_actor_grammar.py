"""Who acts and who is hit where no list helps: the grammar of the words says it.

A row: sentence | type | name | country | certainty of the party that acts. All written for this
test.
"""

import pytest

from coder.pipeline import Engine
from coder.values.events import EventActor
from coder.values.labels import Role
from coder.values.text import Document

# Unnamed groups by head and modifiers; towns and palaces that stand for a government; collective
# nouns; nationality and role; ties to a listed group behind the noun.
ACTING = """
Suspected Maoist rebels killed two villagers on Monday. | rebel_group | - | - | suspected
Unidentified gunmen on motorcycles shot a teacher in Quetta. | unidentified_armed | - | - | stated
A suicide bomber killed six people at a mosque in Kano. | unidentified_armed | - | - | stated
Kurdish-led fighters captured a village near Tabqa on Monday. | rebel_group | - | - | stated
Turkish-backed rebels attacked an army post on Monday. | rebel_group | - | - | stated
Al-Qaeda-linked militants abducted three aid workers in Gao. | jihadist_group | - | - | stated
Masked men in military uniforms abducted a priest. | unidentified_armed | - | - | stated
Tribal fighters ambushed a convoy in Marib on Monday. | communal_militia | - | - | stated
Cartel gunmen ambushed a patrol in Culiacan on Monday. | criminal_group | - | - | stated
Separatist gunmen killed a soldier in Buea on Monday. | rebel_group | - | - | stated
Regime warplanes killed six people in Idlib on Monday. | state_military | - | - | stated
Damascus shelled an olive grove in Idlib on Monday. | state_other | Syria | SYR | stated
Moscow bombed a hospital in Idlib on Monday. | state_other | Russia | RUS | stated
Addis Ababa bombed a market in Togoga on Monday. | state_other | Ethiopia | ETH | stated
Ankara's forces attacked a village on Monday. | state_military | Turkish forces | TUR | stated
The Kremlin's forces shelled Kharkiv on Monday. | state_military | Kremlin | RUS | stated
The junta's soldiers burned a village in Sagaing on Monday. | state_military | - | - | stated
A crowd attacked a police station in Bihar on Monday. | rioters | - | - | stated
A mob lynched two men in Assam on Monday. | rioters | - | - | stated
Villagers rioted in Sofia on Monday. | rioters | - | - | stated
Thousands of Nigerians rallied in Lagos on Monday. | protesters | - | NGA | stated
An Ethiopian soldier shot a trader on Monday. | state_military | - | ETH | stated
A Nigerian police officer killed a motorist in Lagos. | state_police | - | NGA | stated
A security guard shot a robber in Cali on Monday. | private_security | - | - | stated
Militants belonging to Boko Haram raided a hotel. | jihadist_group | Boko Haram | NGA | stated
Fighters from the Arakan Army attacked a police post. | rebel_group | Arakan Army | MMR | stated
Gunmen affiliated with Boko Haram killed two men on Monday. | jihadist_group | - | - | stated
Rebels from the north attacked a village on Monday. | rebel_group | - | - | stated
"""
# Offices, former and present, persons with titles, people by country, posts by who holds them.
HIT = """
Gunmen killed the governor of Logar on Monday. | government_official | - | -
Gunmen killed a former governor of Logar on Monday. | government_official | - | -
Gunmen shot dead the deputy mayor of Reynosa on Monday. | government_official | - | -
Gunmen wounded General Omar Haddad on Monday. | state_military | Omar Haddad | -
Gunmen wounded a former army officer on Monday. | civilians | - | -
Gunmen kidnapped two Frenchmen in Niger on Monday. | civilians | - | FRA
Gunmen killed a Somali trader on Monday. | civilians | - | SOM
Israeli jets struck Hezbollah positions near Tyre on Monday. | rebel_group | Hezbollah | LBN
Army jets bombed rebel positions in the hills on Monday. | rebel_group | - | -
Rebels attacked a Turkish military base on Monday. | state_military | - | TUR
Gunmen attacked a police post in Herat on Monday. | state_police | - | -
"""


def rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


def parties(text: str, *roles: Role) -> list[EventActor]:
    coded = Engine().code(Document(doc_id="d", text=text))
    return [actor for event in coded.events for actor in event.actors if actor.role in roles]


@pytest.mark.parametrize(("text", "kind", "name", "country", "certainty"), rows(ACTING))
def test_who_acts(text: str, kind: str, name: str, country: str, certainty: str) -> None:
    (found,) = parties(text, Role.PERPETRATOR, Role.GAINING_PARTY)
    told = (found.type.value, found.name or "-", found.country or "-", found.certainty.value)
    assert told == (kind, name, country, certainty)


@pytest.mark.parametrize(("text", "kind", "name", "country"), rows(HIT))
def test_who_is_hit(text: str, kind: str, name: str, country: str) -> None:
    (found,) = parties(text, Role.TARGET, Role.VICTIM)
    assert (found.type.value, found.name or "-", found.country or "-") == (kind, name, country)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in Kabul on Monday, killing six people.",
        "Baghdad was hit by two car bombs on Monday.",
        "Six people were killed in an attack on Damascus on Monday.",
    ],
)
def test_a_town_where_something_happens_does_not_act(text: str) -> None:
    assert parties(text, Role.PERPETRATOR) == []


@pytest.mark.parametrize(
    "text",
    [
        "Police and protesters clashed in Dakar on Monday.",
        "Protesters and soldiers clashed in Dakar on Monday.",
    ],
)
def test_both_sides_of_a_clash_of_a_crowd_and_forces_are_told(text: str) -> None:
    kinds = {actor.type.value for actor in parties(text, Role.PARTICIPANT)}
    assert "protesters" in kinds
    assert len(kinds) == 2
