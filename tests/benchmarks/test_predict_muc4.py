"""The adapter on hand-made events: what becomes of ideal engine output."""

from dataclasses import replace
from datetime import date

import pytest

from benchmarks.muc4 import places
from benchmarks.muc4.places import PlaceNames
from benchmarks.predict_muc4 import predict
from coder.values.events import Casualty, Event, EventDate
from coder.values.labels import (
    ActorType,
    CasualtyKind,
    Certainty,
    DamageEffect,
    DateBasis,
    EventType,
    Modality,
    Qualifier,
    Recency,
    Role,
    Scope,
    Side,
    SourceType,
    TargetType,
    WeaponType,
)
from tests.benchmarks.made import (
    actor,
    casualty,
    coded,
    event,
    given,
    mention,
    on_day,
    place,
    said_by,
    thing,
    weapon,
)

TEXT = "VILLA LAGO, NORTE PROVINCE, CHILE (NOT FRANCE)"
NAMES = PlaceNames(
    chains={
        ("CHILE", "VILLA LAGO"): ((("VILLA LAGO", "CITY"),),),
        ("CHILE", "NORTE"): ((("NORTE", "PROVINCE"),),),
    },
    countries=frozenset({"CHILE"}),
)
PEASANT = actor("three peasants", Role.VICTIM, type=ActorType.CIVILIANS, number=3)
PEASANTS = actor("peasants", Role.VICTIM, type=ActorType.CIVILIANS)
VILLA_LAGO = place(iso3="CHL", place_name="Villa Lago")
TWICE = event().mentions * 2


@pytest.fixture(autouse=True)
def own_place_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "place_names", lambda: NAMES)


def slots(*events: Event, text: str = TEXT, published: str = "1989-11-20") -> dict[str, list[str]]:
    block = predict(coded(*events), given(text, published=published))
    found: dict[str, list[str]] = {}
    label = ""
    for line in block.splitlines():
        if line[:1].isdigit():
            label = line[4:36].strip()
            found.setdefault(label, []).append(line[36:])
        elif line.strip():
            found[label].append(line.strip())
    return found


TROOPS = actor("troops", Role.PARTICIPANT, side=Side.B, type=ActorType.STATE_MILITARY)


def chile(
    kind: EventType = EventType.ARMED_ATTACK, subtype: str = "unspecified", **changes: object
) -> Event:
    return event(kind, subtype, **({"place": place(iso3="CHL"), "evidence_text": TEXT} | changes))


def test_a_block_has_25_lines_with_labels_in_column_one() -> None:
    lines = predict(coded(chile(actors=(PEASANT,))), given(TEXT)).rstrip().splitlines()
    assert len(lines) == 25
    assert lines[24].startswith("24. HUM TGT: TOTAL NUMBER           -")


def test_an_irrelevant_text_gives_nothing() -> None:
    assert predict(coded(), given(TEXT)) == ""


def test_ideal_bombing_fills_every_group() -> None:
    told = chile(
        EventType.BOMBING,
        "vehicle_bomb",
        place=place(iso3="CHL", place_name="Villa Lago", admin1_name="Norte"),
        date=on_day(date(1989, 11, 19)),
        actors=(
            actor("hooded men"),
            actor("the Red Dawn", name="Red Dawn", is_organisation=True,
                  certainty=Certainty.SUSPECTED),
            actor("Judge Luis Paz", Role.VICTIM, name="Luis Paz", description="Judge"),
        ),
        casualties=(casualty("Judge Luis Paz", actor_idx=2),
                    casualty("two bystanders", CasualtyKind.INJURED, 2)),
        targets=(thing("the bank", TargetType.BUSINESS, DamageEffect.DAMAGED),),
        weapons=(weapon("a car bomb", WeaponType.VEHICLE_BOMB),),
        attributions=(said_by(SourceType.STATE_SECURITY),),
    )  # fmt: skip
    found = slots(told)
    assert found["INCIDENT: DATE"] == ["19 NOV 89"]
    assert found["INCIDENT: LOCATION"] == ["CHILE: NORTE (PROVINCE): VILLA LAGO (CITY)"]
    assert found["INCIDENT: TYPE"] == ["BOMBING"]
    assert found["INCIDENT: INSTRUMENT TYPE"] == ['VEHICLE BOMB: "CAR BOMB"']
    assert found["PERP: INCIDENT CATEGORY"] == ["TERRORIST ACT"]
    assert found["PERP: INDIVIDUAL ID"] == ['"HOODED MEN"']
    assert found["PERP: ORGANIZATION CONFIDENCE"] == [
        'SUSPECTED OR ACCUSED BY AUTHORITIES: "RED DAWN"'
    ]
    assert found["PHYS TGT: EFFECT OF INCIDENT"] == ['SOME DAMAGE: "BANK"']
    assert found["HUM TGT: DESCRIPTION"] == ['"JUDGE": "LUIS PAZ"', '"BYSTANDERS"']
    assert found["HUM TGT: TYPE"] == ['LEGAL OR JUDICIAL: "LUIS PAZ"', 'CIVILIAN: "BYSTANDERS"']
    assert found["HUM TGT: NUMBER"] == ['1: "LUIS PAZ"', '2: "BYSTANDERS"']
    assert found["HUM TGT: EFFECT OF INCIDENT"] == ['DEATH: "LUIS PAZ"', 'INJURY: "BYSTANDERS"']


def test_kidnapping_and_arson_leave_out_the_slots_that_do_not_apply() -> None:
    found = slots(chile(EventType.ABDUCTION, "kidnapping", actors=(PEASANT,)))
    assert found["INCIDENT: TYPE"] == ["KIDNAPPING"]
    assert found["PHYS TGT: ID"] == ["*"]
    assert found["INCIDENT: INSTRUMENT ID"] == ["*"]
    burnt = slots(chile(EventType.PROPERTY_ATTACK, "arson", targets=(thing("a bus"),)))
    assert burnt["INCIDENT: TYPE"] == ["ARSON"]
    assert burnt["PHYS TGT: EFFECT OF INCIDENT"] == ['SOME DAMAGE: "BUS"']


@pytest.mark.parametrize(
    ("told", "why"),
    [
        pytest.param(
            chile(
                EventType.ARMED_CLASH,
                actors=(
                    actor("rebels", Role.PARTICIPANT, side=Side.A, type=ActorType.REBEL_GROUP),
                    actor("troops", Role.PARTICIPANT, side=Side.B, type=ActorType.STATE_MILITARY),
                ),
            ),
            "armed sides only",
            id="clash",
        ),
        pytest.param(
            chile(actors=(actor("rebels", type=ActorType.REBEL_GROUP),
                          actor("a patrol", Role.TARGET, type=ActorType.STATE_MILITARY))),
            "guerrilla against the military",
            id="guerrilla-warfare",
        ),
        pytest.param(chile(actors=(PEASANT,), recency=Recency.HABITUAL), "usual", id="habitual"),
        pytest.param(
            chile(actors=(PEASANT,), date=on_day(date(1989, 6, 1)), sent_idx=3),
            "too old",
            id="half-a-year-ago",
        ),
        pytest.param(chile(), "nobody and nothing named", id="unspecific"),
        pytest.param(
            event(actors=(PEASANT,), place=place(iso3="FRA", admin0_name="France"),
                  evidence_text="Three peasants died in France."),
            "other country",
            id="elsewhere",
        ),
        pytest.param(chile(EventType.PROTEST, "peaceful", actors=(PEASANT,)), "protest", id="type"),
        pytest.param(chile(actors=(PEASANT,), modality=Modality.DENIED), "denied", id="denied"),
        pytest.param(
            chile(actors=(PEASANTS,), sent_idx=5),
            "people of a kind, at no day, in no town, after the report's lead",
            id="told-in-passing",
        ),
        pytest.param(
            chile(actors=(PEASANTS,), scope=Scope.SERIES, place=VILLA_LAGO, mentions=TWICE),
            "several acts against people of a kind, at no day",
            id="generic-series",
        ),
        pytest.param(
            chile(actors=(actor("the people", Role.VICTIM, type=ActorType.CIVILIANS),),
                  casualties=(casualty("the people", count=None),),
                  place=VILLA_LAGO, mentions=TWICE),
            "anybody, at no day",
            id="generic-people",
        ),
        pytest.param(
            chile(actors=(actor("recruits", Role.TARGET, type=ActorType.STATE_MILITARY),),
                  targets=(thing("a lorry", TargetType.TRANSPORT_VEHICLE),)),
            "what soldiers are hit in is theirs",
            id="vehicle-of-soldiers",
        ),
        pytest.param(
            chile(actors=(actor("inmates"), PEASANT)), "no cause", id="by-prisoners",
        ),
        pytest.param(
            chile(EventType.PROPERTY_ATTACK, targets=(thing("five laboratories"),),
                  actors=(actor("the police", type=ActorType.STATE_POLICE),)),
            "what the state destroys is of those it fights",
            id="destroyed-by-the-state",
        ),
        pytest.param(
            chile(EventType.ARMED_CLASH, actors=(TROOPS,), targets=(
                thing("a helicopter", TargetType.TRANSPORT_VEHICLE, DamageEffect.DESTROYED),)),
            "what armies fight with",
            id="helicopter-of-a-side",
        ),
        pytest.param(
            chile(EventType.ARMED_CLASH, actors=(TROOPS, actor("Ruiz", Role.VICTIM, name="Ruiz"))),
            "who fell and is no civilian fought",
            id="fallen-in-a-clash",
        ),
    ],
)  # fmt: skip
def test_what_the_task_does_not_want(told: Event, why: str) -> None:
    assert predict(coded(told), given(TEXT, published="1989-11-20")) == "", why


def test_what_is_told_in_passing_is_wanted_with_a_day_or_a_town_or_in_the_lead() -> None:
    dated = chile(actors=(PEASANTS,), date=on_day(date(1989, 11, 19)), sent_idx=5)
    placed = chile(actors=(PEASANTS,), place=VILLA_LAGO, sent_idx=5)
    first = chile(actors=(PEASANTS,), sent_idx=0)
    for told in (dated, placed, first):
        assert predict(coded(told), given(TEXT, published="1989-11-20"))


def test_a_thousand_wounded_of_one_day_are_one_incident_and_a_thousand_dead_a_war() -> None:
    one_day = on_day(date(1989, 11, 19))
    hurt, dead = (
        chile(actors=(PEASANT,), casualties=(casualty("people", kind, 1000),), date=one_day)
        for kind in (CasualtyKind.INJURED, CasualtyKind.KILLED)
    )
    assert predict(coded(hurt), given(TEXT, published="1989-11-20"))
    assert not predict(coded(replace(hurt, date=EventDate())), given(TEXT))
    assert not predict(coded(dead), given(TEXT, published="1989-11-20"))


def test_a_bomb_without_a_target_is_wanted_with_a_day_or_found_in_time_where_no_other_is() -> None:
    bomb = chile(EventType.BOMBING, weapons=(weapon("a bomb", WeaponType.EXPLOSIVE_DEVICE),))
    dated = replace(bomb, date=on_day(date(1989, 11, 19)))
    found = replace(bomb, modality=Modality.FOILED)
    assert slots(dated)["INCIDENT: TYPE"] == slots(found)["INCIDENT: TYPE"] == ["BOMBING"]
    assert not predict(coded(bomb), given(TEXT, published="1989-11-20"))
    assert slots(dated, chile(actors=(PEASANT,)))["INCIDENT: TYPE"] == ["ATTACK"]


def test_the_name_of_a_town_is_no_target() -> None:
    town = actor("Villa Lago", Role.TARGET, type=ActorType.CIVILIANS)
    assert not predict(coded(chile(actors=(town,))), given(TEXT, published="1989-11-20"))


def test_a_thing_of_one_of_the_nine_is_wanted_wherever_it_stands() -> None:
    hit = replace(thing("the Peruvian embassy", TargetType.DIPLOMATIC), nationality="Peru")
    there = event(targets=(hit,), place=place(iso3="PAN", admin0_name="Panama"),
                  evidence_text="PANAMA")  # fmt: skip
    assert predict(coded(there), given("PANAMA", published="1989-11-20"))
    assert not predict(
        coded(replace(there, targets=(replace(hit, nationality="Spain"),))),
        given("PANAMA", published="1989-11-20"),
    )


def test_an_old_crime_a_report_begins_with_is_news_again() -> None:
    old = chile(actors=(PEASANT,), date=on_day(date(1989, 1, 25)), mentions=TWICE)
    assert predict(coded(old), given(TEXT, published="1989-11-20"))
    assert not predict(coded(replace(old, sent_idx=4)), given(TEXT, published="1989-11-20"))


def test_a_clash_that_harms_civilians_is_wanted() -> None:
    told = chile(
        EventType.ARMED_CLASH,
        actors=(
            actor("rebels", Role.PARTICIPANT, side=Side.A, type=ActorType.REBEL_GROUP),
            actor("troops", Role.PARTICIPANT, side=Side.B, type=ActorType.STATE_MILITARY),
            PEASANT,
        ),
    )
    assert slots(told)["INCIDENT: TYPE"] == ["ATTACK"]


def test_a_place_the_gazetteer_moved_abroad_comes_home() -> None:
    told = event(actors=(PEASANT,), place=place(iso3="USA", admin0_name="United States",
                                                place_name="Villa Lago"))  # fmt: skip
    assert slots(told, text="VILLA LAGO. CHILEAN POLICE")["INCIDENT: LOCATION"] == [
        "CHILE: VILLA LAGO (CITY)"
    ]


def test_a_group_named_with_its_people_is_both_kinds_of_perpetrator() -> None:
    who = actor("Red Dawn guerrillas", name="Red Dawn", actor_id="red-dawn", is_organisation=True)
    found = slots(chile(actors=(who, PEASANT)))
    assert found["PERP: INDIVIDUAL ID"] == ['"GUERRILLAS"']
    assert found["PERP: ORGANIZATION ID"] == ['"RED DAWN"']


def test_a_release_is_a_kidnapping_that_ended() -> None:
    found = slots(chile(EventType.RELEASE, "hostage_release", actors=(PEASANT,)))
    assert found["INCIDENT: TYPE"] == ["KIDNAPPING"]
    assert found["HUM TGT: EFFECT OF INCIDENT"] == ['REGAINED FREEDOM: "PEASANTS"']


def test_a_nationality_is_foreign_only_abroad() -> None:
    hit = (
        actor("a Chilean", Role.VICTIM, nationality="Chile", country="CHL"),
        actor("a French nun", Role.VICTIM, nationality="France", country="FRA", number=1),
    )
    assert slots(chile(actors=hit))["HUM TGT: FOREIGN NATION"] == ['FRANCE: "FRENCH NUN"']


def test_the_toll_of_a_war_is_no_incident() -> None:
    told = chile(casualties=(casualty("20,000 people", count=20000),))
    assert predict(coded(told), given(TEXT, published="1989-11-20")) == ""


def test_soldiers_who_kill_civilians_are_state_violence() -> None:
    told = chile(actors=(actor("soldiers", type=ActorType.STATE_MILITARY), PEASANT))
    assert slots(told)["PERP: INCIDENT CATEGORY"] == ["STATE-SPONSORED VIOLENCE"]


@pytest.mark.parametrize(
    ("when", "printed"),
    [
        pytest.param(EventDate(), "- 20 NOV 89", id="no-date-is-the-report-at-the-latest"),
        pytest.param(
            on_day(date(1989, 11, 16), DateBasis.WEEKDAY), "- 20 NOV 89", id="weekday-not-counted"
        ),
        pytest.param(on_day(date(1989, 11, 19), DateBasis.RELATIVE), "19 NOV 89", id="yesterday"),
        pytest.param(
            EventDate(
                start=date(1989, 11, 3), end=date(1989, 11, 5), basis=DateBasis.EXPLICIT
            ),
            "03 NOV 89 - 05 NOV 89",
            id="range",
        ),
    ],
)  # fmt: skip
def test_dates(when: EventDate, printed: str) -> None:
    assert slots(chile(actors=(PEASANT,), date=when))["INCIDENT: DATE"] == [printed]


@pytest.mark.parametrize(
    ("row", "number"),
    [
        pytest.param(casualty("seven people", count=7), "7", id="exact"),
        pytest.param(
            casualty("at least 7 people", count=7, high=None, qualifier=Qualifier.AT_LEAST),
            "7-",
            id="at-least",
        ),
        pytest.param(
            casualty("about 7 people", count=7, low=None, high=None, qualifier=Qualifier.ABOUT),
            "~7",
            id="about",
        ),
        pytest.param(
            casualty("6 to 8 people", count=6, high=8, qualifier=Qualifier.RANGE), "6-8", id="range"
        ),
        pytest.param(
            casualty("dozens of people", count=12, high=None, qualifier=Qualifier.VAGUE),
            "PLURAL",
            id="dozens",
        ),
    ],
)
def test_numbers(row: Casualty, number: str) -> None:
    assert slots(chile(casualties=(row,)))["HUM TGT: NUMBER"] == [f'{number}: "PEOPLE"']


def test_nobody_hurt_is_an_effect_without_a_target() -> None:
    rows = (
        casualty("no casualties", count=0),
        casualty("no casualties", CasualtyKind.INJURED, 0),
    )
    told = chile(EventType.BOMBING, targets=(thing("a store"),), casualties=rows)
    assert slots(told)["HUM TGT: EFFECT OF INCIDENT"] == ['NO INJURY OR DEATH: "-"']


def test_shooting_says_gun_without_a_weapon_word() -> None:
    told = chile(actors=(PEASANT,), mentions=(mention("shot"),))
    assert slots(told)["INCIDENT: INSTRUMENT TYPE"] == ['GUN: "-"']


def test_a_crime_of_no_known_age_is_wanted() -> None:
    told = chile(actors=(PEASANT,), recency=Recency.BACKGROUND)
    assert slots(told)["HUM TGT: DESCRIPTION"] == ['"PEASANTS"']


def test_a_country_the_own_sentences_never_name_is_that_of_the_document() -> None:
    told = event(actors=(PEASANT,), place=place(iso3="FRA", admin0_name="France"))
    assert slots(told)["INCIDENT: LOCATION"] == ["CHILE"]


def test_events_of_one_place_and_day_are_one_template() -> None:
    told = (
        chile(EventType.BOMBING, targets=(thing("a store"),)),
        chile(EventType.BOMBING, actors=(PEASANT,), targets=(thing("the store"),)),
    )
    found = slots(*told)
    assert found["MESSAGE: TEMPLATE"] == ["1"]
    assert found["PHYS TGT: ID"] == ['"STORE"']


def test_bombings_of_different_things_stay_apart() -> None:
    told = (
        chile(EventType.BOMBING, targets=(thing("a store"),)),
        chile(EventType.BOMBING, targets=(thing("a bank"),)),
    )
    assert slots(*told)["PHYS TGT: ID"] == ['"STORE"', '"BANK"']
    assert slots(*told)["MESSAGE: TEMPLATE"] == ["1", "2"]


def test_who_hit_everybody_hit_nobody_in_particular() -> None:
    told = chile(actors=(actor("the population", Role.VICTIM, type=ActorType.CIVILIANS),))
    assert predict(coded(told), given(TEXT)) == ""


def test_events_of_different_days_stay_apart() -> None:
    told = [
        chile(actors=(PEASANT,), date=on_day(date(1989, 11, day))) for day in (11, 18)
    ]  # fmt: skip
    assert slots(*told)["MESSAGE: TEMPLATE"] == ["1", "2"]


def test_who_is_kidnapped_and_killed_makes_one_kidnapping() -> None:
    victim = actor("deputy Juan Ruiz", Role.VICTIM, name="Juan Ruiz", number=1)
    taken = chile(EventType.ABDUCTION, "kidnapping", actors=(victim,))
    killed = chile(EventType.KILLING, actors=(victim,), casualties=(casualty("Ruiz", actor_idx=0),))
    other = chile(EventType.KILLING, actors=(PEASANT,))
    found = predict(coded(taken, killed, other), given(TEXT))
    assert [line.split()[-1] for line in found.splitlines() if "INCIDENT: TYPE" in line] == [
        "KIDNAPPING",
        "ATTACK",
    ]
    assert 'DEATH: "JUAN RUIZ"' in found
