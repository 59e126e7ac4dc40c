import json
from dataclasses import replace
from typing import Any

import pytest

from benchmarks.predict_sets import predict
from coder.values.events import Event
from coder.values.labels import EventType, Recency, Role, Section, Side, WeaponType
from coder.values.text import Span
from tests.benchmarks.made import (
    actor,
    casualty,
    coded,
    event,
    given,
    mention,
    place,
    thing,
    weapon,
)


def entries(*events: Event) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = predict(coded(*events), given())["events"]
    return found


def test_each_mention_of_a_countable_event_states_its_own_counts() -> None:
    told = event(mentions=(mention(killed_low=3, killed_best=3), mention(injured_best=7)))
    found = entries(told)
    assert [(e["killed_min"], e["injured"]) for e in found] == [(3, None), (None, 7)]


def test_background_events_give_no_entry() -> None:
    assert entries(event(recency=Recency.BACKGROUND)) == []


def test_a_clash_is_told_in_both_directions() -> None:
    sides = (
        actor("the rebels", Role.PARTICIPANT, side=Side.A),
        actor("the army", Role.PARTICIPANT, side=Side.B),
    )
    clash = event(EventType.ARMED_CLASH, actors=sides, mentions=(mention(actors=(0, 1)),))
    assert [(e["actors"], e["targets"]) for e in entries(clash)] == [
        (["the rebels"], ["the army"]),
        (["the army"], ["the rebels"]),
    ]


def test_fighters_without_sides_stand_against_each_other() -> None:
    both = (actor("rebels", Role.PARTICIPANT), actor("the army", Role.PARTICIPANT))
    clash = event(EventType.ARMED_CLASH, actors=both, mentions=(mention(actors=(0, 1)),))
    assert [(e["actors"], e["targets"]) for e in entries(clash)] == [
        (["rebels"], ["the army"]),
        (["the army"], ["rebels"]),
    ]


def test_a_thing_that_was_hit_is_no_place_name() -> None:
    told = event(targets=(thing("a school"),), place=place(site_name="a school", iso3="KEN"))
    assert entries(told)[0]["locations"] == []


def test_a_pronoun_gives_way_to_the_words_it_stands_for() -> None:
    who = actor("They", name="Northern Front")
    assert entries(event(actors=(who,), mentions=(mention(actors=(0,)),)))[0]["actors"] == [
        "Northern Front"
    ]


def test_an_unresolved_pronoun_names_nobody() -> None:
    told = event(actors=(actor("it"),), mentions=(mention(actors=(0,)),))
    assert entries(told)[0]["actors"] == []


def test_words_of_the_text_stand_for_weapons_victims_and_things() -> None:
    told = event(
        actors=(actor("two nurses", Role.VICTIM),),
        weapons=(weapon("car bomb", WeaponType.VEHICLE_BOMB),),
        targets=(thing("a clinic"),),
        casualties=(casualty("six patients"), casualty("two nurses", actor_idx=0)),
        mentions=(mention(actors=(0,)),),
    )
    entry = entries(told)[0]
    assert entry["weapons"] == ["car bomb"]
    assert entry["targets"] == ["a clinic"]
    assert entry["victims"] == ["two nurses", "six patients"]


@pytest.mark.parametrize(
    ("offset", "index"),
    [
        pytest.param(0, 0, id="first-sentence"),
        pytest.param(9, 0, id="last-character-of-the-first"),
        pytest.param(11, 1, id="second-sentence"),
    ],
)
def test_sentence_index_counts_in_the_list_that_was_given(offset: int, index: int) -> None:
    told = event(mentions=(mention(trigger=Span(Section.TEXT, offset, offset + 1)),))
    row = given(sentences=["One, two. ", "Three."])
    assert predict(coded(told), row)["events"][0]["sentence_index"] == index


def test_the_title_has_no_sentence_index() -> None:
    told = event(mentions=(mention(trigger=Span(Section.TITLE, 0, 1)),))
    assert entries(told)[0]["sentence_index"] is None


def test_a_document_without_events_keeps_its_line() -> None:
    assert predict(coded(), given()) == {"id": "d", "events": []}


def test_entries_are_plain_json() -> None:
    told = replace(event(), mentions=(mention(),))
    assert json.loads(json.dumps(entries(told)))[0]["event_type"] == "armed_attack/unspecified"
