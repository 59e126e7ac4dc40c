"""One person or thing hit in a month or year is one act; many are a sum over that time."""

import pytest

from coder import Coder


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder()


@pytest.mark.parametrize(
    ("scope", "text"),
    [
        ("single", "In March a lorry driver was kidnapped in Garissa."),
        ("single", "In 2013, gunmen attacked a shopping mall in Nairobi."),
        ("single", "In 1984 rebels attacked a bus near Ayacucho."),
        ("single", "Six years ago the minister was murdered in Lusaka."),
        ("single", "Last year soldiers killed the bishop and his driver."),
        ("summary", "In 2013 gunmen killed villagers in Plateau state."),
        ("summary", "Last year rebels attacked schools in Ituri."),
        ("summary", "Last year the army shelled the town."),
        ("summary", "Since May the militia has attacked a hospital in Kasai."),
    ],
)
def test_what_is_one_was_hit_once_and_many_a_town_and_a_time_that_goes_on_are_sums(
    coder: Coder, scope: str, text: str
) -> None:
    (found,) = coder.code(text, published="2019-05-14").events
    assert found.scope == scope


@pytest.mark.parametrize(
    "text",
    [
        "In March 2016 nine people died when gunmen attacked a bus in Garissa.",
        "Gunmen stormed a hotel in Kano in 2016, killing nine people.",
        "Rebels attacked a church in Jos last year and killed nine people.",
        "A bus was attacked near Goma in 2016 and nine passengers were killed.",
    ],
)
def test_what_came_of_one_act_is_no_sum_over_the_time(coder: Coder, text: str) -> None:
    (found,) = coder.code(text, published="2019-05-14").events
    assert found.scope == "single"
    assert [(row.kind, row.best) for row in found.casualties] == [("killed", 9)]


def test_the_dead_of_a_war_stay_a_sum_beside_one_act(coder: Coder) -> None:
    text = "In 2016, 300 people were killed in the conflict and a church was bombed."
    sums = [event for event in coder.code(text, published="2019-05-14").events if event.casualties]
    assert [event.scope for event in sums] == ["summary"]
