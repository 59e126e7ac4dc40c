from dataclasses import replace
from typing import Any

import pytest

from coder.records.build import build
from coder.records.columns import read_rows
from coder.records.models import Event
from coder.records.taxonomy import CLASSES, subtypes
from coder.regimes.crosswalk import COLUMNS, CONDITIONS, crosswalk
from coder.values.labels import ActorType, EventType, Modality, Role, Side, WeaponType
from tests.unit.records.made import ATTACK, DOCUMENT, FARMERS, VERSIONS, actor, coded

ROWS = read_rows("coder.regimes", "crosswalk.tsv")


def _event(**changes: Any) -> Event:  # noqa: ANN401 - any field
    changed = replace(ATTACK, casualties=(), **changes)
    changed = replace(changed, event_class=CLASSES[changed.event_type])
    return build(coded(changed), DOCUMENT, VERSIONS).events[0]


def _codes(killed: int | None = None, **changes: Any) -> dict[str, str | None]:  # noqa: ANN401
    return dict(zip(COLUMNS, crosswalk(_event(**changes), killed), strict=True))


@pytest.mark.parametrize(
    ("event_type", "subtype"),
    [(kind, subtype) for kind in EventType for subtype in sorted(subtypes(kind))],
)
def test_every_type_and_subtype_has_a_row(event_type: EventType, subtype: str) -> None:
    codes = _codes(event_type=event_type, event_subtype=subtype)
    assert codes["xw_acled_disorder"] is not None


def test_rows_name_known_types_and_conditions_and_never_tie() -> None:
    seen = set()
    for row in ROWS:
        assert row["event_subtype"] in {"*", *subtypes(EventType(row["event_type"]))}
        if row["condition"] != "-":
            assert set(row["condition"].split("+")) <= CONDITIONS
        key = (row["event_type"], row["event_subtype"], row["condition"])
        assert key not in seen
        seen.add(key)
    keys = [(row["event_type"], row["event_subtype"], row["condition"]) for row in ROWS]
    assert keys == sorted(keys)


def test_codes_stay_text() -> None:
    codes = _codes(event_type=EventType.AGREEMENT, event_subtype="ceasefire")
    assert codes["xw_cameo"] == "0871"


def test_an_attack_depends_on_who_was_aimed_at() -> None:
    soldiers = actor(type=ActorType.STATE_MILITARY, role=Role.TARGET, side=Side.B)
    civilians = _codes()
    armed = _codes(actors=(actor(), soldiers), civilian_targeting=False)
    unknown = _codes(actors=(actor(),), civilian_targeting=None)
    assert civilians["xw_acled_event"] == "Violence against civilians"
    assert armed["xw_acled_event"] == "Battles"
    assert unknown["xw_acled_event"] is None


def test_a_foiled_bombing_is_disrupted_weapons_use() -> None:
    codes = _codes(event_type=EventType.BOMBING, event_subtype="ied", modality=Modality.FOILED)
    assert codes["xw_acled_sub_event"] == "Disrupted weapons use"
    assert codes["xw_muc_type"] == "ATTEMPTED BOMBING"


def test_chemical_weapons_outrank_the_means_of_delivery() -> None:
    weapon = replace(ATTACK.weapons[0], type=WeaponType.CHEMICAL)
    codes = _codes(event_type=EventType.SHELLING, event_subtype="rocket", weapons=(weapon,))
    assert codes["xw_acled_sub_event"] == "Chemical weapon"
    assert codes["xw_cameo"] == "2041"


ARMY = actor(type=ActorType.STATE_MILITARY)
REBELS = actor(type=ActorType.REBEL_GROUP)
CLAN = actor(type=ActorType.COMMUNAL_MILITIA, role=Role.TARGET, side=Side.B)


@pytest.mark.parametrize(
    ("actors", "killed", "expected"),
    [
        ((ARMY, CLAN), 1, "1"),
        ((REBELS, CLAN), 1, "2"),
        ((REBELS, FARMERS), 1, "3"),
        ((actor(), FARMERS), 1, None),
        ((REBELS, FARMERS), 0, None),
        ((REBELS, FARMERS), None, None),
    ],
    ids=["state", "non-state", "one-sided", "unidentified", "nobody-died", "deaths-unknown"],
)
def test_ucdp_type_needs_a_death_and_an_organised_side(
    actors: tuple[Any, ...], killed: int | None, expected: str | None
) -> None:
    assert _codes(killed, actors=actors)["xw_ucdp_type"] == expected


def test_a_state_perpetrator_has_no_gtd_code() -> None:
    assert _codes(actors=(ARMY, FARMERS))["xw_gtd_attacktype"] is None
    assert _codes(actors=(REBELS, FARMERS))["xw_gtd_attacktype"] == "2"


def test_the_gaining_state_regains_territory() -> None:
    gaining = replace(ARMY, role=Role.GAINING_PARTY)
    codes = _codes(
        actors=(gaining,), event_type=EventType.TERRITORIAL_CHANGE, event_subtype="captured"
    )
    assert codes["xw_acled_sub_event"] == "Government regains territory"
