"""Actor rows, casualty rows and weapons of whole events."""

import pytest

from coder.values.labels import Role
from tests.unit.made_readings import events, only


def test_a_pronoun_is_published_as_the_words_it_stands_for() -> None:
    event = only("Gunmen attacked a village near Gao. They killed 11 people.")
    texts = [actor.text for actor in event.actors if actor.role is Role.PERPETRATOR]
    assert texts == ["Gunmen"]


def test_a_later_toll_supersedes_the_first() -> None:
    event = only("A bomb killed five people in Davao. The toll rose to seven.")
    rows = [(row.best, row.is_superseded, row.is_event_total) for row in event.casualties]
    assert rows == [(5, True, False), (7, False, True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A raid on a base in Gao killed two soldiers and four attackers.", [False, True]),
        ("A suicide bomber killed himself and two guards in Gao.", [True, False]),
    ],
)
def test_dead_of_the_attackers_are_told_apart(text: str, expected: list[bool]) -> None:
    assert [row.is_attacker for row in only(text).casualties] == expected


def test_a_repeat_of_a_number_is_no_second_row() -> None:
    event = only("Gunmen killed 11 farmers in Gao. The 11 farmers were killed in their sleep.")
    assert [row.best for row in event.casualties] == [11]


def test_the_act_that_does_it_is_evidence_where_nobody_is_named() -> None:
    event = only("Near Sirte, two air strikes destroyed a command post and three vehicles.")
    assert [row.text for row in event.evidence if row.field == "means"] == ["two air strikes"]


@pytest.mark.parametrize(
    ("text", "victims"),
    [
        ("A mine killed four miners near Goma. The blast left four dead.", ["four miners"]),
        ("Gunmen killed four miners in Goma. Four bodies were found.", ["four miners"]),
        ("Four people died in a raid in Goma. Raiders shot four miners dead.", ["four miners"]),
        (
            "A bomb killed three guards and a cook in Goma. In all, four people died in the blast.",
            ["three guards", "a cook"],
        ),
        (
            "A bomb killed three guards in Goma. Five people were killed in the blast.",
            ["three guards", "Five people"],
        ),
        ("A mine killed two miners in Goma. Two more people died.", ["two miners", "Two more"]),
        ("A mine killed four people near Goma. The blast left four dead.", ["four people"]),
    ],
)
def test_a_toll_told_again_is_no_other_party(text: str, victims: list[str]) -> None:
    rows = [actor.text for actor in only(text).actors if actor.role is not Role.PERPETRATOR]
    assert [text.removesuffix(" people") for text in rows] == [
        text.removesuffix(" people") for text in victims
    ]


def test_parts_told_before_their_sum_remain() -> None:
    text = "A clash near Goma killed five rebels and two soldiers. The clash left seven dead."
    rows = [(row.best, row.subset_of is None) for row in only(text).casualties]
    assert rows == [(5, False), (2, False), (7, True)]
    assert not any(row.is_superseded for row in only(text).casualties)


def test_a_weapon_before_the_wounded_is_a_weapon() -> None:
    event = only("A roadside bomb wounded three soldiers near Baidoa.")
    assert [weapon.text for weapon in event.weapons] == ["roadside bomb"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Rovers ambushed United in the league match. The striker fired a rocket past the "
            "goalkeeper before half-time as the coach watched.",
            id="sport",
        ),
        pytest.param(
            "Shares fell as investors attacked the merger. A price war exploded among retailers, "
            "with one brand attacking rivals on profit.",
            id="business",
        ),
        pytest.param("The novel opens with a car bombing in Beirut.", id="subject is a story"),
        pytest.param(
            "In the last episode the detective is kidnapped in Oslo.", id="opens with a story"
        ),
    ],
)
def test_figures_of_speech_are_no_events(text: str) -> None:
    assert [event for event in events(text) if event.countable] == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The league match ended. The striker and the coach left the stadium. Police shot dead "
            "two men outside the stadium in Split on Monday.",
            id="police",
        ),
        pytest.param(
            "Shares, profit and dividend fell. Soldiers attacked a bank in Gao on Monday.",
            id="soldiers",
        ),
        pytest.param(
            "The coach of the league team saw the match. A suicide bomber attacked a bus in Gao.",
            id="suicide bomber",
        ),
    ],
)
def test_real_force_in_such_a_text_stays(text: str) -> None:
    assert len([event for event in events(text) if event.countable]) == 1
