"""Names that several actors share, or that are ordinary words: the document decides."""

from datetime import date

import pytest

from coder.pipeline import Engine
from coder.values.text import Document

KILLED = "{} killed three soldiers near a checkpoint on Monday. {}"


def actor_ids(text: str, year: int | None = None) -> list[str | None]:
    published = date(year, 6, 2) if year is not None else None
    coded = Engine().code(Document(doc_id="d", text=text, published=published))
    return [actor.actor_id for event in coded.events[:1] for actor in event.actors[:1]]


CASES = """
The Army of Islam | Residents of Gaza heard shots. | army-of-islam-gaza
The Army of Islam | Syrian state media had no comment. | jaysh-al-islam
The Army of Islam | Nobody commented. | -
Arrow Boys | The governor of Western Equatoria, South Sudan, spoke. | arrow-boys-south-sudan
Arrow Boys | Ugandan officials praised them. | arrow-boys-uganda
The National Liberation Army | Bolivian police searched. | national-liberation-army-bolivia
The National Liberation Army | Nobody commented. | national-liberation-army-colombia
The People's Liberation Army | Nepalese villagers fled. | people-s-liberation-army-nepal
Popular Resistance fighters | The town lies in Yemen. | popular-resistance
Popular Resistance fighters | The town lies in Ghana. | -
"""
ROWS = [line.split(" | ") for line in CASES.strip().splitlines()]


@pytest.mark.parametrize(("name", "told", "meant"), ROWS)
def test_the_country_of_the_document_decides(name: str, told: str, meant: str) -> None:
    assert actor_ids(KILLED.format(name, told)) == [None if meant == "-" else meant]


def test_the_full_name_in_the_document_decides_before_the_country() -> None:
    text = KILLED.format("The SNA", "The Syrian National Army had come from Somalia and Somalia.")
    assert actor_ids(text) == ["syrian-national-army"]


def test_an_actor_that_did_not_exist_yet_is_not_meant() -> None:
    text = KILLED.format("The National Liberation Front", "The Rwandan army pursued them.")
    assert actor_ids(text, 2019) == ["national-liberation-front-rwanda"]
    assert actor_ids(text, 2012) != ["national-liberation-front-rwanda"]


def test_a_nationality_of_two_words_is_not_cut_in_two() -> None:
    assert actor_ids("The South Sudanese armed forces killed three rebels on Monday.") == [
        "SSD-armed-forces"
    ]
    assert actor_ids("The Sudanese Armed Forces killed three rebels on Monday.") == [
        "sudanese-armed-forces"
    ]
