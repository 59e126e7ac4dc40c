"""Noun groups of many countries and styles, all written for this test.

A row: noun group | type | name | country | civilian (T, F, -) | one more fact, of: pl, sg,
suspected, victim group.
"""

import pytest

from coder.lexicon.load import load_lexicon
from coder.mentions.actors.acting_states import acting_nation, state_actor
from coder.mentions.actors.scan import find_actors
from coder.mentions.actors.typing import named_actors, type_actor
from coder.mentions.quantities import read_quantity
from coder.text import normalise, sentences
from coder.values.labels import Certainty, Section
from coder.values.mentions import ActorMention
from coder.values.text import Sentence

GROUPS = """
five soldiers | state_military | - | - | F | pl
a soldier | state_military | - | - | F | sg
an army patrol | state_military | - | - | F | sg
two army engineers | state_military | - | - | F | pl
two government doctors | civilians | - | - | T | pl
a Colombian army patrol | state_military | - | COL | F |
Kenyan troops | state_military | - | KEN | F | pl
two U.S. Marines | state_military | United States Marine Corps | USA | F |
the Syrian army | state_military | Syrian army | SYR | F |
the Philippine Air Force | state_military | Philippine air force | PHL | F |
Syrian government forces | state_military | Syrian government forces | SYR | F | pl
Iraqi security forces | state_military | Iraqi Security Forces | IRQ | F | pl
Libyan security forces | state_military | Libyan security forces | LBY | F | pl
the armed forces | state_military | - | - | F |
government troops | state_military | - | - | F | pl
regime forces | state_military | - | - | F | pl
the Tatmadaw | state_military | Tatmadaw | MMR | F |
the FARDC | state_military | Armed Forces of the Democratic Republic of the Congo | COD | F |
Gen. Abdul Karim | state_military | Abdul Karim | - | F | sg
Col. Juan Perez Molina | state_military | Juan Perez Molina | - | F | sg
Captain Okello | state_military | Okello | - | F | sg
three policemen | state_police | - | - | F | pl
police | state_police | - | - | F | pl
riot police | state_police | - | - | F | pl
the Salvadoran National Police | state_police | Salvadoran national police | SLV | F |
an Indian police constable | state_police | - | IND | F | sg
a police patrol | state_police | - | - | F | sg
traffic policemen | state_police | - | - | F | pl
two gendarmes | state_police | - | - | F | pl
Police Inspector Anwar Sadiq | state_police | Anwar Sadiq | - | F | sg
two prison guards | state_other | - | - | F | pl
an intelligence officer | state_other | - | - | F | sg
the Peruvian government | state_other | Peruvian government | PER | - |
the Ugandan authorities | state_other | Ugandan authorities | UGA | - | pl
the Interior Ministry | state_other | - | - | - |
Mossad | state_other | Mossad | ISR | F |
rebels | rebel_group | - | - | F | pl
suspected Maoist rebels | rebel_group | - | - | F | suspected
alleged guerrillas | rebel_group | - | - | F | suspected
Colombian guerrillas | rebel_group | - | COL | F | pl
subversives | rebel_group | - | - | F | pl
insurgents | rebel_group | - | - | F | pl
separatist fighters | rebel_group | - | - | F | pl
opposition fighters | rebel_group | - | - | F | pl
presumed leftist subversives | rebel_group | - | - | F | suspected
communist rebels | rebel_group | - | - | F | pl
the FARC | rebel_group | Revolutionary Armed Forces of Colombia | COL | F |
FARC guerrillas | rebel_group | Revolutionary Armed Forces of Colombia | COL | F | pl
a FARC commander | rebel_group | Revolutionary Armed Forces of Colombia | COL | F | sg
suspected ELN guerrillas | rebel_group | National Liberation Army | COL | F | suspected
the Shining Path | rebel_group | Shining Path | PER | F |
Shining Path terrorists | rebel_group | Shining Path | PER | F | pl
Tamil Tiger rebels | rebel_group | Liberation Tigers of Tamil Eelam | LKA | F |
Houthi fighters | rebel_group | Ansar Allah | YEM | F | pl
Hamas militants | rebel_group | Hamas | PSE | F | pl
PKK members | rebel_group | Kurdistan Workers' Party | TUR | F | pl
members of the PKK | rebel_group | Kurdistan Workers' Party | TUR | F | pl
the M23 rebels | rebel_group | March 23 Movement | COD | F |
the Kachin Independence Army | rebel_group | Kachin Independence Army | MMR | F |
Syria's democratic forces | rebel_group | Syrian Democratic Forces | SYR | F |
the People's Protection Units | rebel_group | People's Protection Units | SYR | F |
Contra rebels | rebel_group | Contras | NIC | F |
the Popular Dawn Front | rebel_group? | - | - | - |
jihadists | jihadist_group | - | - | F | pl
hundreds of jihadists | jihadist_group | - | - | F | pl
Islamist militants | jihadist_group | - | - | F | pl
ISIS-linked militants | jihadist_group | - | - | F | pl
an al-Qaeda-affiliated group | jihadist_group | - | - | F |
Islamic State fighters | jihadist_group | Islamic State | - | F | pl
the organization of the Islamic state | jihadist_group | Islamic State | - | F |
Boko Haram insurgents | jihadist_group | Boko Haram | NGA | F | pl
al-Shabaab gunmen | jihadist_group | Al-Shabaab | SOM | F | pl
a Taliban suicide bomber | rebel_group | Taliban | AFG | F | sg
gunmen | unidentified_armed | - | - | F | pl
armed men | unidentified_armed | - | - | F | pl
unidentified gunmen | unidentified_armed | - | - | F | pl
unidentified men | unidentified_armed | - | - | F | pl
unknown subjects | unidentified_armed | - | - | F | pl
hooded individuals | unidentified_armed | - | - | F | pl
two masked assailants | unidentified_armed | - | - | F | pl
a suicide bomber | unidentified_armed | - | - | F | sg
the kidnappers | unidentified_armed | - | - | F | pl
militiamen | pro_gov_militia | - | - | F | pl
a death squad | pro_gov_militia | - | - | F |
the Janjaweed | pro_gov_militia | Janjaweed | SDN | F |
pro-government militiamen | pro_gov_militia | - | - | F | pl
a militia | political_militia | - | - | F | sg
a rebel militia | rebel_group | - | - | F | sg
tribal militia | communal_militia | - | - | F | sg
tribesmen | communal_militia | - | - | F | pl
Mai-Mai fighters | communal_militia | Mai-Mai | COD | F | pl
bandits | criminal_group | - | - | F | pl
gang members | criminal_group | - | - | F | pl
Sinaloa Cartel gunmen | criminal_group | Sinaloa Cartel | MEX | F | pl
drug traffickers | criminal_group | - | - | F | pl
the Medellin cartel | criminal_group | Medellín Cartel | COL | F |
Somali pirates | criminal_group | - | SOM | F | pl
a security guard | private_security | - | - | - | sg
Wagner mercenaries | private_security | Wagner Group | RUS | F |
UN peacekeepers | intl_force | - | - | F | pl
the US-led coalition | intl_force | Combined Joint Task Force - Operation Inherent Resolve | - | F |
UNIFIL | intl_force | United Nations Interim Force in Lebanon | LBN | F |
protesters | protesters | - | - | T | pl
striking miners | civilians | - | - | T | pl
student demonstrators | protesters | - | - | T | students
rioters | rioters | - | - | - | pl
an angry mob | rioters | - | - | - | sg
villagers | civilians | - | - | T | pl
passers-by | civilians | - | - | T | pl
a Spanish tourist | civilians | - | ESP | T | sg
three women | civilians | - | - | T | women
two young girls | civilians | - | - | T | children
four nuns | civilians | - | - | T | pl
a French Jesuit priest | civilians | - | FRA | T | sg
Archbishop Oscar Romero | civilians | Oscar Romero | - | T | sg
teachers | civilians | - | - | T | teachers
a radio journalist | civilians | - | - | T | journalists
Fulani herders | civilians | - | - | T | farmers_herders
peasants | civilians | - | - | T | farmers_herders
nurses | civilians | - | - | T | health_workers
aid workers | civilians | - | - | T | aid_workers
displaced families | civilians | - | - | T | refugees_idps
Rohingya refugees | civilians | - | - | T | refugees_idps
African migrants | civilians | - | - | T | migrants
her husband | civilians | - | - | T | sg
a bus driver | civilians | - | - | T | sg
former soldiers | civilians | - | - | T | pl
a former guerrilla | civilians | - | - | T | sg
12 people | civilians | - | - | - | pl
the mayor | government_official | - | - | T | officials
Mayor Jorge Ruiz | government_official | Jorge Ruiz | - | T | sg
Attorney General Roberto Garcia | government_official | Roberto Garcia | - | T | officials
judge Maria Diaz | government_official | Maria Diaz | - | T | sg
Brazilian Senator Joao Alves | government_official | Joao Alves | BRA | T | sg
Hamas leader Khaled Meshaal | rebel_group | Khaled Meshaal | - | F | sg
rebel leader Jonas Okongo | rebel_group | Jonas Okongo | - | F | sg
retired Gen. Luis Ortega | civilians | Luis Ortega | - | T | sg
the Syrian Observatory | organisation | Syrian Observatory for Human Rights | SYR | - |
the former president | government_official | - | - | T | sg
a village headman | government_official | - | - | T | sg
the U.S. ambassador | government_official | - | USA | T | sg
Amnesty International | organisation | Amnesty International | - | - |
the SOHR | organisation | Syrian Observatory for Human Rights | SYR | - |
two Syrians | civilians | - | SYR | - | pl
a Palestinian | civilians | - | PSE | - | sg
three armed Iranians | unidentified_armed | - | IRN | F | pl
the Americans | civilians | - | USA | - | pl
witnesses | civilians | - | - | - | pl
two bodies | unknown | - | - | - | pl
Roberto Garcia | unknown | Roberto Garcia | - | - | sg
Abu Hamza al-Masri | unknown | Abu Hamza al-Masri | - | - | sg
"""
ROWS = [
    [cell.strip() for cell in line.split("|")]
    for line in GROUPS.strip().splitlines()
    if "?" not in line
]


def sentence(text: str) -> Sentence:
    return sentences(normalise(text, Section.TEXT))[0]


def typed(group: str, *, upper: bool = False) -> ActorMention | None:
    """The actor of a noun group inside a sentence, with the head where its first part ends."""
    item = sentence(f"THEN {group.upper()} RAN" if upper else f"Then {group} ran")
    last = len(item.norms) - 1
    head = last - 1
    table = load_lexicon().persons
    if "of" in item.norms and " of the Islamic" not in group:
        head = item.norms.index("of") - 1
        if head == 1 and item.norms[1] not in table.last_words:
            head = last - 1
    number = next((read_quantity(item, at) for at in (1, 2) if read_quantity(item, at)), None)
    return type_actor(item, 1, last, head, load_lexicon(), number)


@pytest.mark.parametrize(
    ("group", "kind", "name", "country", "civilian", "facts"), ROWS, ids=[row[0] for row in ROWS]
)
def test_noun_groups(  # noqa: PLR0917 - one argument a column
    group: str, kind: str, name: str, country: str, civilian: str, facts: str
) -> None:
    found = typed(group)
    assert found is not None
    assert found.type.value == kind
    assert (found.name or "-") == name
    assert (found.country or "-") == country
    assert {True: "T", False: "F", None: "-"}[found.is_civilian] == civilian
    told = {"pl" if found.is_plural else "sg", found.certainty.value, found.victim_group or ""}
    assert not facts or facts in told


def test_there_are_enough_groups() -> None:
    assert len(ROWS) >= 120


@pytest.mark.parametrize("group", [row[0] for row in ROWS if row[1] != "unknown"])
def test_capitals_throughout_give_the_same_type(group: str) -> None:
    mixed, upper = typed(group), typed(group, upper=True)
    assert mixed is not None
    assert upper is not None
    assert upper.type is mixed.type


@pytest.mark.parametrize(
    "group",
    ["the bus", "a car bomb", "the U.S. Embassy", "three villages", "Tuesday", "the attack",
     "TERRORIST ATTACKS", "SAN PEDRO SULA", "San Pedro Sula", "Terrorist Attacks",
     "Kirkuk", "the Euphrates", "a mayoral election", "General Motors plant",
     "Police Headquarters", "a Russian-made rifle", "the Portuguese", "the Swiss franc"],
)  # fmt: skip
def test_what_is_no_actor(group: str) -> None:
    assert typed(group) is None


def test_a_country_acts_only_when_asked() -> None:
    item = sentence("Israel shelled the camp.")
    assert type_actor(item, 0, 1, 0, load_lexicon()) is None
    found = state_actor(item, 0, 1, 0, load_lexicon())
    assert found is not None
    assert (found.name, found.country, found.rule_id) == ("Israel", "ISR", "actor-state")


@pytest.mark.parametrize("text", ["Israeli was", "Peace was", "turkey was"])
def test_what_is_no_acting_country(text: str) -> None:
    assert state_actor(sentence(text), 0, 1, 0, load_lexicon()) is None


def test_the_number_is_kept_and_makes_a_plural() -> None:
    item = sentence("Then 20 militia ran")
    number = read_quantity(item, 1)
    found = type_actor(item, 1, 3, 2, load_lexicon(), number)
    assert found is not None
    assert found.number is number
    assert found.is_plural


def test_country_behind_of() -> None:
    item = sentence("Then the army of the Philippines ran")
    found = type_actor(item, 1, 6, 2, load_lexicon())
    assert found is not None
    assert (found.name, found.country) == ("Philippine army", "PHL")


def test_description_leaves_out_articles_and_numbers() -> None:
    found = typed("the 12 suspected Maoist rebels")
    assert found is not None
    assert found.description == "suspected Maoist rebels"
    assert found.certainty is Certainty.SUSPECTED


def test_nationality_is_the_country() -> None:
    found = typed("two Filipino sailors")
    assert found is not None
    assert found.nationality == "Philippines"


def test_capitals_name_a_body_that_is_not_listed() -> None:
    item = sentence("Yesterday the Green Valley Liberation Front left")
    found = type_actor(item, 1, 6, 5, load_lexicon())
    assert found is not None
    assert (found.name, found.type.value) == ("Green Valley Liberation Front", "rebel_group")


def test_named_actors_are_found_in_order() -> None:
    found = named_actors(sentence("Hamas and Hezbollah met the ICRC."), load_lexicon())
    assert [entry.actor_id for _, _, entry in found] == [
        "hamas", "hezbollah", "international-committee-of-the-red-cross",
    ]  # fmt: skip
    assert named_actors(sentence("Rain fell."), load_lexicon()) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Gunmen killed three Iraqi policemen and Gen. Abdul Karim, Human Rights Watch said.",
            ["Gunmen", "three Iraqi policemen", "Gen. Abdul Karim", "Human Rights Watch"],
        ),
        ("At least 20 suspected FARC rebels fled.", ["At least 20 suspected FARC rebels"]),
        ("TWO HOODED INDIVIDUALS SHOT A PEASANT.", ["TWO HOODED INDIVIDUALS", "PEASANT"]),
        ("Maria Lopez left.", ["Maria Lopez"]),
        ("Rain fell.", []),
    ],
)
def test_actors_of_a_whole_sentence(text: str, found: list[str]) -> None:
    assert [actor.text for actor in find_actors(sentence(text), load_lexicon())] == found


@pytest.mark.parametrize("group", ["president today", "rebel attack", "mayor house"])
def test_capitals_throughout_make_no_names(group: str) -> None:
    assert typed(group, upper=True) is None


@pytest.mark.parametrize(
    ("text", "country", "kind"),
    [
        ("Israeli raids", "ISR", "state_military"),
        ("Kurdish fire", None, "unknown"),
        ("Heavy fire", None, None),
        ("South African fire", "ZAF", "state_military"),
    ],
)
def test_a_nationality_stands_for_its_forces(
    text: str, country: str | None, kind: str | None
) -> None:
    item = sentence(text)
    found = acting_nation(item, 0, len(item.norms) - 1, load_lexicon())
    assert (found.type.value if found else None) == kind
    assert (found.country if found else None) == country


def test_a_phrase_behind_of_may_hold_the_group() -> None:
    item = sentence("Then leaders of the Taliban ran")
    found = type_actor(item, 1, 5, 1, load_lexicon())
    assert found is not None
    assert found.name == "Taliban"
    item = sentence("Then leaders of the choir ran")
    found = type_actor(item, 1, 5, 1, load_lexicon())
    assert found is not None
    assert found.name is None


def test_a_country_before_a_body_wins_over_one_behind_it() -> None:
    item = sentence("Then the Syrian army of Lebanon ran")
    found = type_actor(item, 1, 6, 3, load_lexicon())
    assert found is not None
    assert found.country == "SYR"


@pytest.mark.parametrize(
    ("group", "kind", "name"),
    [
        ("23 elements of the Syrian army", "state_military", "Syrian army"),
        ("members of a drug gang", "criminal_group", None),
        ("leaders of the choir", "unknown", None),
        ("members of", "unknown", None),
        ("a group of armed men", "unidentified_armed", None),
        ("leaders of a faction of the rebels", "unknown", None),
    ],
)
def test_a_phrase_behind_of_types_an_open_noun(group: str, kind: str, name: str | None) -> None:
    found = typed(group)
    assert found is not None
    assert (found.type.value, found.name) == (kind, name)


def test_a_name_in_capitals_ends_before_a_preposition() -> None:
    text = "PHOTOGRAPHER MARIE OLSEN OF A COPENHAGEN NEWSPAPER"
    found = type_actor(sentence(text), 0, 7, 2, load_lexicon())
    assert found is not None
    assert found.name == "MARIE OLSEN"
