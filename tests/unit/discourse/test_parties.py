"""Who is who in a document: by alias, acronym, head noun and pronoun."""

import pytest

from coder.pipeline import Engine
from coder.values.events import EventActor
from coder.values.labels import Role
from coder.values.mentions import listed_id
from coder.values.text import Document

# Two sentences | the words of the party that acts in the last act | its name | its id.
SAME = """
Al-Shabaab fighters stormed a hotel in Mogadishu on Monday. The group killed nine people in Baidoa on Tuesday. | The group | Al-Shabaab | al-shabaab
Rebels of the March 23 Movement attacked a post on Monday. They killed three soldiers in Rutshuru on Tuesday. | Rebels of the March 23 Movement | March 23 Movement | march-23-movement
The Shining Path raided a farm in Junin on Monday. The guerrillas killed two traders in Lima on Tuesday. | The guerrillas | Shining Path | shining-path
The Islamic State claimed a bombing in Mosul. The jihadist group killed three policemen in Kirkuk on Tuesday. | The jihadist group | Islamic State | islamic-state
The Syrian army shelled Homs on Monday. The army killed three rebels in Hama on Tuesday. | The army | Syrian army | SYR-armed-forces
The Kurdistan Workers' Party attacked a post in Van on Monday. The PKK killed two traders in Siirt on Tuesday. | The PKK | Kurdistan Workers' Party | kurdistan-workers-party
Fighters of the Eastern Reed Front raided a farm near Goma on Monday. The Front killed two traders in Bukavu on Tuesday. | The Front | Eastern Reed Front | -
The Popular Reed Front (PRF) raided a farm near Goma on Monday. The PRF killed two traders in Bukavu on Tuesday. | The PRF | Popular Reed Front | -
The Popular Desert Front (PDF) raided a farm near Goma on Monday. The PDF killed two traders in Bukavu on Tuesday. | The PDF | Popular Desert Front | -
"""  # noqa: E501 - two sentences in a row each
# Where two groups were told, the words may mean either, or say by themselves who is meant.
NOT_SAME = """
Boko Haram fought al-Shabaab in a camp on Monday. The group killed nine people in Baidoa on Tuesday. | The group
Al-Shabaab stormed a hotel on Monday. Two gunmen killed nine people in Baidoa on Tuesday. | Two gunmen
Al-Shabaab stormed a hotel on Monday. The army killed a trader in Baidoa on Tuesday. | The army
Hamas shelled a town on Monday. The Israeli army killed three farmers in Gaza on Tuesday. | The Israeli army
"""  # noqa: E501 - the same


def rows(table: str) -> list[list[str]]:
    return [line.split(" | ") for line in table.strip().splitlines()]


def actors(text: str) -> list[EventActor]:
    """The parties that act in the last act told."""
    coded = Engine().code(Document(doc_id="d", text=text))
    acting = {Role.PERPETRATOR, Role.PARTICIPANT, Role.GAINING_PARTY}
    return [actor for actor in coded.events[-1].actors if actor.role in acting]


@pytest.mark.parametrize(("text", "words", "name", "actor_id"), rows(SAME))
def test_the_most_specific_name_is_taken_and_the_words_are_kept(
    text: str, words: str, name: str, actor_id: str
) -> None:
    (found,) = actors(text)
    assert (found.text, found.name, listed_id(found.actor_id) or "-") == (words, name, actor_id)


@pytest.mark.parametrize(("text", "words"), rows(NOT_SAME))
def test_no_name_is_lent_where_another_party_may_be_meant(text: str, words: str) -> None:
    (found,) = actors(text)
    assert found.text == words
    assert found.actor_id in {None, "ISR-armed-forces", "israel-defense-forces"}


def test_two_blanks_within_a_name_are_read_as_one() -> None:
    coded = Engine().code(Document(doc_id="d", text="Kenyas  Kenyan killed Okot"))
    assert [actor.text for event in coded.events for actor in event.actors]


def test_the_type_of_the_name_replaces_one_that_says_less() -> None:
    (found,) = actors(
        "Al-Shabaab stormed a hotel on Monday. The insurgents killed a judge in Baidoa on Tuesday."
    )
    assert (found.type.value, found.country) == ("jihadist_group", "SOM")


@pytest.mark.parametrize(
    "text",
    [
        "Boko Haram attacked a village near Bama on Monday. The insurgents killed nine people.",
        "Gunmen attacked a village near Bama on Monday. The attackers killed nine people.",
    ],
)
def test_one_party_of_one_act_is_one_row(text: str) -> None:
    assert len(actors(text)) == 1


def test_an_acronym_that_the_document_explains_is_not_the_listed_one() -> None:
    (found,) = actors("The Border Lake Army (BLA) shot two traders in Quetta on Monday.")
    assert found.actor_id is None
    (found,) = actors("The Balochistan Liberation Army (BLA) shot two traders on Monday.")
    assert found.actor_id == "balochistan-liberation-army"


@pytest.mark.parametrize(
    ("text", "kind", "is_civilian"),
    [
        ("Ahmed Saleh, a trade union leader, was killed in Kisii.", "civilians", True),
        ("Gunmen killed Lena Horak, a senator, in Brno.", "government_official", True),
        ("Peter Odongo, an army captain, was shot dead in Gulu.", "state_military", False),
        ("Ahmed Saleh, 45, was killed in Kisii.", "unknown", None),
    ],
)
def test_what_stands_beside_a_name_says_the_type_of_the_person(
    text: str, kind: str, is_civilian: bool | None
) -> None:
    coded = Engine().code(Document(doc_id="d", text=text))
    (found,) = [actor for actor in coded.events[-1].actors if actor.role is Role.TARGET]
    assert (found.type.value, found.is_civilian) == (kind, is_civilian)
