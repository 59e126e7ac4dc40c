"""Acts of force that are none: words of war in sport, business, debates, software and stories."""

import pytest

from coder.discourse.news.domains import figurative_domain, is_dense_with
from coder.values.labels import Recency
from tests.unit.made_readings import events, only

MATCH = (
    "The visitors' captain said his side had attacked from the whistle. The striker's second goal "
    "came before half-time, and the coach praised his goalkeeper. Rovers were ambushed in the last "
    "quarter of the match. The club are third in the league with two matches to play this season. "
)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Wales were ambushed by a side that ran in six tries.", id="score units"),
        pytest.param("Police beat Army 3-1 in Lahore on Friday.", id="a score"),
        pytest.param("Deputies attacked the minister in a debate on Monday.", id="in a debate"),
        pytest.param("The mayor came under attack for raising fares.", id="for a gerund"),
        pytest.param("Hackers attacked the ministry's server on Monday.", id="a computer"),
        pytest.param("The agency fired a rocket that put a probe into orbit.", id="into orbit"),
        pytest.param("Her novel tells how a bomb kills a judge in Rome.", id="a novel tells"),
        pytest.param("He plays a sergeant who kills six prisoners.", id="a part that is played"),
        pytest.param("The scene in which the bridge is blown up was cut.", id="a scene in which"),
    ],
)
def test_words_of_war_without_violence_are_no_record(text: str) -> None:
    assert not events(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Gunmen attacked the goalkeeper's house on Monday.", id="armed"),
        pytest.param("A striker was stabbed outside a club in Leeds on Friday.", id="literal word"),
        pytest.param("A car bomb exploded beside the stadium in Basra on Sunday.", id="a weapon"),
        pytest.param("The actor, who plays a spy, was shot dead in Lima on Monday.", id="an actor"),
        pytest.param("The play was stopped when gunmen killed two actors in Gao.", id="a play"),
        pytest.param("He was shot in the arm by a gunman in Lyon on Monday.", id="in the arm"),
    ],
)
def test_violence_in_words_of_other_fields_is_a_record(text: str) -> None:
    assert only(text).event_id


def test_a_text_dense_with_sport_is_known_and_its_ambush_left_out() -> None:
    assert figurative_domain(MATCH) == "sport"
    assert not events(MATCH)


def test_few_words_of_a_class_are_enough_where_they_are_dense() -> None:
    court = "The jury heard the plea. The verdict of the court was read to the jury at noon."
    assert is_dense_with(court, "court")
    assert not is_dense_with(court, "sport")
    assert not is_dense_with("The jury heard the plea.", "court")


def test_a_bulletin_is_of_no_such_field() -> None:
    text = "Gunmen attacked a village near Gao on Monday. They killed nine farmers and fled. "
    assert figurative_domain(text * 4) is None


def test_in_a_text_about_the_past_an_undated_act_is_background() -> None:
    text = (
        "The war began in 1861. It lasted until 1865. A governor's soldiers took the town in 1862. "
        "Soldiers attacked the fort and killed the miller."
    )
    assert {event.recency for event in events(text)} == {Recency.BACKGROUND}


def test_one_day_of_its_own_time_makes_a_text_news() -> None:
    text = (
        "The war began in 2011. The rebels took the town in May 2012. On Monday mortars hit a "
        "market there. Soldiers attacked a checkpoint and killed two men."
    )
    assert any(event.recency is Recency.CURRENT for event in events(text))
