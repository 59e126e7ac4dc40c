from typing import Any

from benchmarks.predict_gsr import predict
from coder.values.events import Event
from coder.values.labels import ActorType, EventType, Modality, Role, Side
from tests.benchmarks.made import actor, coded, event, given


def entries(*events: Event) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = predict(coded(*events), given())["events"]
    return found


def test_actor_codes_are_those_of_the_published_records() -> None:
    told = event(
        EventType.ARMED_ATTACK,
        actors=(actor("rebels", type=ActorType.REBEL_GROUP, country="SYR"),),
    )
    assert (entries(told)[0]["source"], entries(told)[0]["target"]) == ("SYRREB", None)


def test_compound_sides_are_expanded_to_pairs() -> None:
    told = event(
        EventType.ARMED_ATTACK,
        actors=(
            actor("rebels"),
            actor("militiamen"),
            actor("the army", Role.TARGET),
            actor("the police", Role.TARGET),
            actor("a driver", Role.VICTIM),
        ),
    )
    pairs = [(e["source_text"], e["target_text"]) for e in entries(told)]
    assert pairs == [
        ("rebels", "the army"),
        ("rebels", "the police"),
        ("militiamen", "the army"),
        ("militiamen", "the police"),
    ]


def test_a_side_that_is_not_told_is_null() -> None:
    told = event(EventType.BOMBING, "ied", actors=(actor("a driver", Role.VICTIM),))
    entry = entries(told)[0]
    assert (entry["source"], entry["source_text"], entry["target_text"]) == (
        None,
        None,
        "a driver",
    )


def test_the_sides_of_a_clash_are_source_and_target() -> None:
    told = event(
        EventType.ARMED_CLASH,
        actors=(
            actor("rebels", Role.PARTICIPANT, side=Side.A),
            actor("the army", Role.PARTICIPANT, side=Side.B),
        ),
    )
    assert [(e["source_text"], e["target_text"], e["code"]) for e in entries(told)] == [
        ("rebels", "the army", "190")
    ]


def test_plans_are_not_coded() -> None:
    assert entries(event(modality=Modality.PLANNED)) == []


def test_those_who_seize_weapons_act_on_those_who_had_them() -> None:
    told = event(
        EventType.WEAPONS_DISRUPTION,
        "cache_seized",
        actors=(actor("raiders"), actor("the police", Role.PARTICIPANT)),
    )
    assert [(e["source_text"], e["target_text"]) for e in entries(told)] == [
        ("the police", "raiders")
    ]
