"""Who is said to be behind an act, by whatever construction; and who is not."""

import pytest

from coder.pipeline import Engine
from coder.values.labels import Certainty, Role
from coder.values.text import Document

ACCUSED, CLAIMED, STATED, SUSPECTED = (
    Certainty.ACCUSED,
    Certainty.CLAIMED,
    Certainty.STATED,
    Certainty.SUSPECTED,
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def _perpetrators(engine: Engine, text: str) -> dict[str, Certainty]:
    """The words or name of every perpetrator of violence a text tells -> its certainty."""
    return {
        actor.name or actor.text: actor.certainty
        for event in engine.code(Document(doc_id="d", text=text)).events
        if event.event_type.value != "arrest"
        for actor in event.actors
        if actor.role is Role.PERPETRATOR
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The minister blamed the army and the presidential guard for the murder of two "
            "students in Conakry.",
            {"the army": ACCUSED, "the presidential guard": ACCUSED},
            id="all-whom-an-accuser-names",
        ),
        pytest.param(
            "Relatives blamed the navy for attacks on fishermen near Jaffna on Friday.",
            {"the navy": ACCUSED},
            id="whom-the-attacks-were-on-is-not-blamed",
        ),
        pytest.param(
            "Relatives accuse members of the coast guard of the murder of two fishermen near "
            "Jaffna on Friday.",
            {"members of the coast guard": ACCUSED},
            id="accused-of-the-murder",
        ),
        pytest.param(
            "Three men were convicted of the murder of the activist in Tegucigalpa.",
            {"Three men": ACCUSED},
            id="convicted-of",
        ),
        pytest.param(
            "The court jailed two officers for the massacre of farmers in Aceh.",
            {"two officers": ACCUSED},
            id="jailed-for",
        ),
        pytest.param(
            "A man was held in connection with the killing of a taxi driver in Bergen on Friday.",
            {"A man": SUSPECTED},
            id="held-in-connection-with",
        ),
        pytest.param(
            "A gunman killed a priest in Lviv on Monday. Police arrested two suspects, who were "
            "identified as Ivan Petrenko and Oleh Bondar.",
            {"A gunman": STATED, "Ivan Petrenko": SUSPECTED, "Oleh Bondar": SUSPECTED},
            id="suspects-identified-as",
        ),
        pytest.param(
            "A bomb wounded three people in Izmir on Monday. The arrested men have been identified "
            "as Ahmet Kaya, 23, and Mehmet Oz, 25.",
            {"Ahmet Kaya": SUSPECTED, "Mehmet Oz": SUSPECTED},
            id="the-arrested-identified-as",
        ),
        pytest.param(
            "Police detained a man over the bombing of a church in Medan on Sunday. He was "
            "identified as Budi Santoso.",
            {"a man": SUSPECTED, "Budi Santoso": SUSPECTED},
            id="he-was-identified-as",
        ),
        pytest.param(
            "Gunmen killed a councillor in Bilbao on Monday. They left leaflets identifying "
            "themselves as members of the Basque Justice Committee.",
            {"Gunmen": STATED, "Basque Justice Committee": CLAIMED},
            id="whom-the-doers-say-they-are",
        ),
        pytest.param(
            "Witnesses said the men who shot the trader in Kisumu on Sunday were policemen.",
            {"the men": STATED, "policemen": STATED},
            id="the-men-who-did-it-were",
        ),
        pytest.param(
            "Members of the Free Baloch Movement attacked a coal convoy near Harnai on Sunday.",
            {"Free Baloch Movement": STATED},
            id="the-unlisted-body-behind-people",
        ),
        pytest.param(
            "A policeman was killed by fighters from the Oromo Defence Army near Nekemte.",
            {"Oromo Defence Army": STATED},
            id="the-unlisted-body-people-come-from",
        ),
        pytest.param(
            "A 19-year-old was shot dead by a 24-year-old in Cape Town on Sunday.",
            {"a 24-year-old": STATED},
            id="a-person-told-by-age",
        ),
        pytest.param(
            "A 32-year-old Norwegian was arrested for the killing of a taxi driver in Bergen.",
            {"A 32-year-old Norwegian": SUSPECTED},
            id="a-person-told-by-age-and-country",
        ),
        pytest.param(
            "A priest was shot dead in Guatemala on Monday. The assassins are from the "
            "presidential guard, the bishop said.",
            {"the presidential guard": STATED},
            id="which-body-the-doers-are-from",
        ),
        pytest.param(
            "The men who killed the guard in Piraeus on Friday belonged to the Coast Front.",
            {"The men": STATED, "Coast Front": STATED},
            id="to-which-body-the-doers-belonged",
        ),
        pytest.param(
            "The attack on a bus near Kisoro on Friday was carried out by a group that calls "
            "itself the Lake Army.",
            {"Lake Army": STATED},
            id="what-a-group-calls-itself",
        ),
        pytest.param(
            "A bomb in Bogota killed two on Monday. Army officers participated in the crime, a "
            "witness said.",
            {"Army officers": ACCUSED},
            id="who-took-part-in-the-crime",
        ),
        pytest.param(
            "Colonel Idris Musa ordered the killing of six villagers near El Fasher on Friday.",
            {"Idris Musa": STATED},
            id="who-ordered-the-killing",
        ),
        pytest.param(
            "The general gave the order to kill the eight monks in Mandalay in March.",
            {"The general": STATED},
            id="who-gave-the-order",
        ),
        pytest.param(
            "The army shelled a village on the orders of General Bako near Yei on Friday.",
            {"The army": STATED, "Bako": STATED},
            id="on-whose-orders",
        ),
        pytest.param(
            "Police received a letter from the Green Dagger Cell claiming responsibility for the "
            "bombing of a mill in Faro on Friday.",
            {"Green Dagger Cell": CLAIMED},
            id="whose-letter-claims-it",
        ),
        pytest.param(
            "A man speaking for the Coast Front called a newspaper claiming responsibility for the "
            "bombing of a mill in Faro on Friday.",
            {"Coast Front": CLAIMED},
            id="for-whom-a-caller-speaks",
        ),
    ],
)
def test_who_is_said_to_have_done_it(
    engine: Engine, text: str, expected: dict[str, Certainty]
) -> None:
    assert _perpetrators(engine, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The journalist, who had accused the army of corruption, was killed in Bujumbura.",
            id="accused-of-something-else",
        ),
        pytest.param(
            "A man was shot dead in Durban on Sunday. He was identified as Sipho Dube.",
            id="the-dead-are-identified",
        ),
        pytest.param(
            "A bomb killed three people in Jos. Two of the dead were identified as Musa Ali and "
            "Peter Obi.",
            id="some-of-the-dead-are-identified",
        ),
        pytest.param(
            "A policeman was shot dead in Kitale. A court in Nairobi convicted a trader of fraud.",
            id="convicted-of-something-else",
        ),
        pytest.param(
            "Police found five hostages dead in a house outside Owerri on Monday.",
            id="who-finds-the-dead",
        ),
        pytest.param(
            "The minister ordered an investigation into the killing of two nuns in Bangui.",
            id="who-ordered-something-else",
        ),
        pytest.param(
            "Maria Santos made statements before the court in Manila on the murder of six priests.",
            id="who-speaks-of-the-murder",
        ),
        pytest.param(
            "The prosecutor opened an investigation into the killing of two nurses in Perth.",
            id="who-looks-into-the-killing",
        ),
        pytest.param(
            "Operations against the FARC left six rebels dead in Caqueta on Monday.",
            id="whom-operations-are-against",
        ),
    ],
)
def test_who_is_not_said_to_have_done_it(engine: Engine, text: str) -> None:
    assert _perpetrators(engine, text) == {}


def test_who_calls_himself_a_victim_is_no_doer(engine: Engine) -> None:
    text = "The workers, who described themselves as victims, were beaten by police in Suez."
    assert _perpetrators(engine, text) == {"police": STATED}


def test_rebels_do_not_claim_the_shooting_by_the_police_told_last(engine: Engine) -> None:
    text = (
        "A blast wounded six at a market in Spin Boldak on Monday. Police shot dead a thief in "
        "Kandahar on Tuesday. The Taliban claimed responsibility."
    )
    events = engine.code(Document(doc_id="d", text=text)).events
    assert [event.claimed_by for event in events] == ["Taliban", None]
