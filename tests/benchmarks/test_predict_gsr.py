from typing import Any

import pytest

from benchmarks.predict_gsr import actor_code, predict
from coder.values.events import Event
from coder.values.labels import ActorType, EventType, Modality, Role, Side
from tests.benchmarks.made import actor, coded, event, given


def entries(*events: Event) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = predict(coded(*events), given())["events"]
    return found


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        pytest.param({"country": "SYR", "type": ActorType.REBEL_GROUP}, "SYRREB", id="rebels"),
        pytest.param({"type": ActorType.REBEL_GROUP}, "---REB", id="unknown-country"),
        pytest.param({"country": "KEN", "sector": "JRN"}, "KENJRN", id="own-sector"),
        pytest.param({"nationality": "FRA"}, "FRA", id="nationality-only"),
        pytest.param({"country": "Kenya"}, "---", id="a-name-is-no-code"),
    ],
)
def test_actor_codes_are_country_and_sector(changes: dict[str, Any], code: str) -> None:
    assert actor_code(actor("them", **changes)) == code


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
