"""How sure the words are of a doer, who rejects what is told, and who people are."""

import pytest

from coder.pipeline import Engine
from coder.values.events import Event
from coder.values.labels import ActorType, Certainty, Role, Stance
from coder.values.text import Document

STATED, CLAIMED = Certainty.STATED, Certainty.CLAIMED
ACCUSED, SUSPECTED = Certainty.ACCUSED, Certainty.SUSPECTED
CIVILIANS, OFFICIAL = ActorType.CIVILIANS, ActorType.GOVERNMENT_OFFICIAL


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def _event(engine: Engine, text: str) -> Event:
    return engine.code(Document(doc_id="d", text=text)).events[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A judge was shot dead in Gao, apparently by rebels.", {"rebels": SUSPECTED}),
        ("A judge was shot dead in Gao, most likely by rebels.", {"rebels": SUSPECTED}),
        ("Rebels probably shot the judge dead in Gao.", {"Rebels": SUSPECTED}),
        ("A judge was shot dead by rebels in Gao, his sons suspect.", {"rebels": SUSPECTED}),
        ("A judge was shot dead by rebels in Gao, it is alleged.", {"rebels": SUSPECTED}),
        ("A judge was shot dead in Gao by what police believe were rebels.", {"rebels": SUSPECTED}),
        (
            "A judge was shot dead in Gao by gunmen, presumably rebels.",
            {"gunmen": STATED, "rebels": SUSPECTED},
        ),
        (
            "A judge was shot dead in Gao by herders, possibly poachers.",
            {"herders": STATED, "poachers": SUSPECTED},
        ),
        (
            "A judge was shot dead in Gao. The police suspect the FARC.",
            {"the FARC": SUSPECTED},
        ),
        (
            "Both the FARC and the ELN claimed the killing of a judge in Gao.",
            {"the FARC": CLAIMED, "the ELN": CLAIMED},
        ),
        ("Neither the FARC nor the ELN has claimed the killing of a judge in Gao.", {}),
        (
            "The ministry denied that its planes had bombed a clinic in Gao.",
            {"its planes": Certainty.DENIED},
        ),
        ("Rebels stand accused of shooting a judge dead in Gao.", {"Rebels": ACCUSED}),
        ("A judge was shot dead in Gao by rebels, probably on Friday.", {"rebels": STATED}),
        ("A judge was shot dead by rebels in Gao, his sons recall.", {"rebels": STATED}),
    ],
)
def test_how_sure_the_words_are_of_a_doer(
    engine: Engine, text: str, expected: dict[str, Certainty]
) -> None:
    found = _event(engine, text).actors
    assert {a.text: a.certainty for a in found if a.role is Role.PERPETRATOR} == expected


@pytest.mark.parametrize(
    "said",
    [
        "The army denied the accusation.",
        "The army denied it.",
        "The army called the report baseless.",
        "The army described this as a fabrication.",
        "The army said that was a lie.",
        "The army said the account was false.",
        "The army said it knew nothing of the matter.",
        "The army rejected the allegations of a massacre there.",
    ],
)
def test_who_rejects_what_was_told_is_heard(engine: Engine, said: str) -> None:
    event = _event(engine, f"Villagers accused the army of shooting 40 herders near Gao. {said}")
    assert [(s.text, s.stance) for s in event.attributions] == [
        ("Villagers", Stance.ACCUSE),
        ("The army", Stance.DENY),
    ]


@pytest.mark.parametrize(
    "said",
    [
        "The army rejected the budget.",
        "The court rejected the claim for damages.",
        "The army did not deny it.",
        "The army called the report a good start.",
        "The minister said the harvest was wrong for the season.",
    ],
)
def test_who_rejects_something_else_is_not(engine: Engine, said: str) -> None:
    event = _event(engine, f"Villagers accused the army of shooting 40 herders near Gao. {said}")
    assert Stance.DENY not in {source.stance for source in event.attributions}


@pytest.mark.parametrize(
    ("who", "nation"),
    [
        ("Lena Monnet, a French photographer,", "France"),
        ("The ambassador of Sweden, Dag Berg, and his cook", "Sweden"),
        ("A surgeon from Sweden", "Sweden"),
        ("Dag Berg, 51, of Sweden,", "Sweden"),
        ("Belgian aid workers Griet Claes and Wim Peeters", "Belgium"),
        ("A Franco-Swiss photographer", "Switzerland"),
        ("A surgeon from Kidal", None),
        ("A pro-Russian surgeon", None),
    ],
)
def test_which_country_people_are_of(engine: Engine, who: str, nation: str | None) -> None:
    event = _event(engine, f"{who} were shot dead by rebels near Gao.")
    hit = [actor for actor in event.actors if actor.role is Role.TARGET]
    assert hit[0].nationality == nation


def test_who_is_taken_from_a_country_need_not_be_of_it(engine: Engine) -> None:
    event = _event(engine, "Rebels abducted two nuns from Mali.")
    assert {actor.nationality for actor in event.actors} == {None}


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("the head of the district education office", OFFICIAL),
        ("two members of parliament", OFFICIAL),
        ("three officials of the ministry of agriculture", OFFICIAL),
        ("an electoral commission official", OFFICIAL),
        ("the leader of the banana workers' union", CIVILIANS),
        ("the head of a bank", CIVILIANS),
        ("the leader of the rebels", ActorType.REBEL_GROUP),
        ("three service members", ActorType.STATE_MILITARY),
    ],
)
def test_what_people_are_by_what_they_head_or_belong_to(
    engine: Engine, who: str, expected: ActorType
) -> None:
    event = _event(engine, f"Gunmen killed {who} near Gao.")
    assert [actor.type for actor in event.actors if actor.role is Role.TARGET] == [expected]
