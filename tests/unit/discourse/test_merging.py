"""What later sentences add to an act, and what sets two acts apart."""

import pytest

from tests.unit.made_readings import events


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param(
            "A bomb exploded in Kampala on Monday. The blast killed three.", 1, id="definite"
        ),
        pytest.param("A bomb killed five people in Davao. The toll rose to seven.", 1, id="toll"),
        pytest.param(
            "Gunmen attacked a village near Gao. They killed 11 people.", 1, id="pronoun goes on"
        ),
        pytest.param(
            "Gunmen killed 11 people in Gao. The 11 farmers were killed in their sleep.",
            1,
            id="the same number",
        ),
        pytest.param(
            "Gunmen killed two men in Gao on Monday. Another attack in Gao killed a nurse.",
            2,
            id="another",
        ),
        pytest.param(
            "Gunmen killed two men in Gao. Gunmen killed a judge in Mopti.", 2, id="another place"
        ),
        pytest.param(
            "Gunmen killed two men on Monday. Gunmen killed a judge on Saturday.",
            2,
            id="another day",
        ),
        pytest.param(
            "Gunmen attacked a base. The government plans an attack on Gao.", 1, id="only planned"
        ),
        pytest.param(
            "The army lived with the support of air strikes.", 0, id="complement of a noun"
        ),
        pytest.param("They killed them.", 0, id="nothing but pronouns"),
    ],
)
def test_countable_events(text: str, count: int) -> None:
    assert sum(event.countable for event in events(text)) == count


def test_each_telling_keeps_its_reason() -> None:
    (event,) = events("A bomb exploded in Kampala on Monday. The blast killed three people.")
    assert event.mentions[0].reason == "first mention"
    assert len({mention.section_sentence for mention in event.mentions}) == 2


def test_a_headline_above_its_text_is_no_second_event() -> None:
    title = "Bomb kills three in Kampala"
    (event,) = events("A bomb killed three people in Kampala on Monday.", title=title)
    assert {mention.section_sentence for mention in event.mentions} == {-1, 0}


def test_an_attack_that_is_beaten_back_is_a_clash() -> None:
    (event,) = events("Troops repelled an attack by rebels on Bambari on Friday.")
    assert (str(event.event_type), str(event.outcome)) == ("armed_clash", "repelled")


def test_nobody_is_killed_twice_wherever_the_second_telling_looks() -> None:
    (event,) = events(
        "Gunmen killed party leader Hassan Warsame and lawyer Amina Noor in Garissa on Monday. "
        "The killing of Hassan Warsame was the work of a militia from Mandera."
    )
    assert event.place.place_name == "Garissa"


def test_a_namesake_is_somebody_else() -> None:
    told = events(
        "Two gunmen killed Carlos Ruiz and his brother Juan Ruiz in Leon on Monday. "
        "A day later Juan Pablo Ruiz was killed in Tepic."
    )
    assert len(told) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Three men were charged with the murder of a shopkeeper.",
        "Two soldiers are on trial for the killing of a student.",
    ],
)
def test_what_somebody_is_tried_for_is_told_as_background(text: str) -> None:
    (event,) = events(text)
    assert (str(event.event_type), str(event.recency)) == ("killing", "background")


def test_what_somebody_does_again_and_again_with_an_aim_of_its_own_is_no_act_told_before() -> None:
    told = events(
        "Ruiz took over from Juan Lara, who was murdered in 1987. "
        "The league refuses to talk and has increased its attacks on oil wells."
    )
    assert [str(event.event_type) for event in told] == ["killing", "armed_attack"]
    assert len(events("Rebels raided a farm near Gao. Their attack killed two.")) == 1
