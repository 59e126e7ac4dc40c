"""Who says which number, what a statement covers, and whether its speaker is a party."""

from coder.values.labels import Side, Stance
from tests.unit.made_readings import events, only


def test_each_number_has_its_own_voice() -> None:
    event = only("Police said nine people died in the blast in Gao; a doctor put the toll at 12.")
    told = {
        row.best: event.attributions[row.attribution_idx].text
        for row in event.casualties
        if row.attribution_idx is not None
    }
    assert told == {9: "Police", 12: "a doctor"}
    covers = {source.text: source.applies_to for source in event.attributions}
    assert set(covers.values()) == {row.casualty_id for row in event.casualties}


def test_a_lone_speaker_covers_the_event() -> None:
    event = only("Gunmen killed two farmers near Gao on Monday, police said.")
    assert [source.applies_to for source in event.attributions] == ["event"]


def test_an_accusation_covers_the_accused() -> None:
    event = only("Villagers accused soldiers of killing five herders near Gao on Monday.")
    (source,) = event.attributions
    assert source.stance is Stance.ACCUSE
    assert source.applies_to.startswith("actor:")
    accused = event.actors[int(source.applies_to.partition(":")[2])]
    assert (accused.text, accused.side) == ("soldiers", Side.A)


def test_who_tells_its_own_act_claims_it() -> None:
    event = only("The Taliban said its fighters attacked a checkpoint in Ghazni on Monday.")
    assert event.claimed_by == "Taliban"
    assert [source.stance for source in event.attributions] == [Stance.CLAIM]


def test_police_who_only_report_are_no_party() -> None:
    event = only("Police said a bomb killed three traders in Gao on Monday.")
    assert [source.is_party for source in event.attributions] == [False]


def test_nobody_speaks_where_nobody_claims() -> None:
    (event,) = events("A bomb killed nine people in Gao. No group has claimed responsibility.")
    assert (event.attributions, event.claimed_by) == ((), None)
    assert "no_claim" in event.tags


def test_those_who_die_later_are_added_and_not_opposed() -> None:
    event = only(
        "A bomb killed 14 people in Gao on Monday. Four more died on Tuesday, a doctor said."
    )
    assert len({row.attribution_idx for row in event.casualties}) == 1
    assert sorted(row.best or 0 for row in event.casualties) == [4, 14]


def test_who_shot_and_was_shot_is_an_attacker() -> None:
    event = only("A man stabbed a soldier in Gao on Monday and was shot dead by troops.")
    assert [(row.kind, row.is_attacker) for row in event.casualties] == [
        ("injured", False),
        ("killed", True),
    ]


def test_a_murder_singles_somebody_out_and_is_no_targeted_killing() -> None:
    murder = only("A shopkeeper was murdered in Gao on Monday.")
    assassination = only("A judge was assassinated in Gao on Monday.")
    assert (murder.tags, assassination.tags) == ((), ("targeted_killing",))
