"""The crosswalk: every line of codebook 2.10 is a case here, and its rules beside it."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest

from coder.records.build import build
from coder.records.columns import read_rows
from coder.records.models import Event
from coder.records.taxonomy import CLASSES, subtypes
from coder.regimes.crosswalk import COLUMNS, CONDITIONS, WORD, crosswalk, row_name
from coder.values.labels import ActorType, EventType, Modality, Role, Side, WeaponType
from tests.unit.records.made import ATTACK, DOCUMENT, FARMERS, VERSIONS, actor, coded

ROWS = read_rows("coder.regimes", "crosswalk.tsv")

ARMY = actor(type=ActorType.STATE_MILITARY)
POLICE = actor(type=ActorType.STATE_POLICE)
REBELS = actor(type=ActorType.REBEL_GROUP)
COALITION = actor(type=ActorType.INTL_FORCE)
CLAN = actor(type=ActorType.COMMUNAL_MILITIA, role=Role.TARGET, side=Side.B)
SOLDIERS = actor(type=ActorType.STATE_MILITARY, role=Role.TARGET, side=Side.B)
MARCHERS = actor(type=ActorType.PROTESTERS)
CROWD = actor(type=ActorType.RIOTERS)

PV = "Political violence"
SD = "Strategic developments"
EXPLOSIONS = "Explosions/Remote violence"
VAC = "Violence against civilians"
BY_TARGET = {"armed_target": {"actors": (REBELS, SOLDIERS), "civilian_targeting": False}}


def _event(**changes: Any) -> Event:  # noqa: ANN401 - any field
    changed = replace(ATTACK, casualties=(), **changes)
    changed = replace(changed, event_class=CLASSES[changed.event_type])
    return build(coded(changed), DOCUMENT, VERSIONS).events[0]


def _codes(killed: int | None = None, **changes: Any) -> dict[str, str | None]:  # noqa: ANN401
    return dict(zip(COLUMNS, crosswalk(_event(**changes), killed), strict=True))


def _case(kind: str, /, killed: int | None = 1, **changes: Any) -> dict[str, str | None]:  # noqa: ANN401
    """Codes of an attack by rebels on farmers without a weapon, unless ``changes`` say else."""
    event_type, subtype = kind.split("/")
    given: dict[str, Any] = {"actors": (REBELS, FARMERS), "weapons": ()}
    return _codes(
        killed, event_type=EventType(event_type), event_subtype=subtype, **{**given, **changes}
    )


def _weapon(kind: WeaponType, text: str = "shot") -> dict[str, Any]:
    return {"weapons": (replace(ATTACK.weapons[0], type=kind, text=text),)}


def _line(  # noqa: PLR0917 - the columns of the codebook, in its order
    acled: tuple[str, str, str] | None,
    ucdp: str | None,
    gtd: str | None,
    cameo: str | None,
    plover: str | None,
    muc: str | None,
) -> tuple[str | None, ...]:
    event, _, mode = (plover or "").partition(" ")
    return (*(acled or (None,) * 3), ucdp, gtd, cameo, event or None, mode or None, muc)


CLASH = (PV, "Battles", "Armed clash")
ATTACKED = (PV, VAC, "Attack")
IED = (PV, EXPLOSIONS, "Remote explosive/landmine/IED")
LOOTING = (SD, SD, "Looting/property destruction")
CROWD_DAMAGE = ("Demonstrations", "Riots", "Violent demonstration")
OTHER = (SD, SD, "Other")
PEACEFUL = ("Demonstrations", "Protests", "Peaceful protest")
DISRUPTED = (SD, SD, "Disrupted weapons use")
MOB = (PV, "Riots", "Mob violence")

BOTH = {"actors": (ARMY, replace(CLAN, role=Role.PARTICIPANT)), "civilian_targeting": False}
FORCE = _weapon(WeaponType.FIREARMS)
TWO_ARMIES = {
    "actors": (
        replace(REBELS, role=Role.PARTICIPANT),
        replace(CLAN, role=Role.PARTICIPANT),
    ),
    "civilian_targeting": False,
}
FOILED = {"modality": Modality.FOILED}
ATTEMPTED = {"modality": Modality.ATTEMPTED}
CHEMICAL = _weapon(WeaponType.CHEMICAL)
POLICED = {"actors": (POLICE, replace(FARMERS, type=ActorType.PROTESTERS))}
STATE_GAINS = {"actors": (replace(ARMY, role=Role.GAINING_PARTY), CLAN)}
REBELS_GAIN = {"actors": (replace(REBELS, role=Role.GAINING_PARTY), SOLDIERS)}
NOBODY: dict[str, Any] = {"actors": ()}

# One entry a line of codebook 2.10, or more where a line names several cases.
CASES = [
    ("armed_clash/clash", BOTH, _line(CLASH, "1", None, "190", "ASSAULT", "ATTACK")),
    ("armed_clash/clash", TWO_ARMIES, _line(CLASH, "2", None, "190", "ASSAULT", "ATTACK")),
    (
        "armed_clash/clash",
        BY_TARGET["armed_target"] | FORCE,
        _line(CLASH, "1", "2", "193", "ASSAULT firearms", "ATTACK"),
    ),
    (
        "armed_attack/raid",
        BY_TARGET["armed_target"],
        _line(CLASH, "1", "2", "190", "ASSAULT", "ATTACK"),
    ),
    (
        "armed_attack/ambush",
        BY_TARGET["armed_target"] | FORCE,
        _line(CLASH, "1", "2", "193", "ASSAULT firearms", "ATTACK"),
    ),
    ("armed_attack/raid", {}, _line(ATTACKED, "3", "2", "180", "ASSAULT", "ATTACK")),
    ("armed_attack/raid", FORCE, _line(ATTACKED, "3", "2", "193", "ASSAULT firearms", "ATTACK")),
    ("armed_attack/melee", {}, _line(ATTACKED, "3", "2", "1823", "ASSAULT primitive", "ATTACK")),
    ("bombing/ied", {}, _line(IED, "3", "3", "183", "ASSAULT explosives", "BOMBING")),
    (
        "bombing/ied",
        _weapon(WeaponType.EXPLOSIVE_DEVICE, "Roadside bomb"),
        _line(IED, "3", "3", "1833", "ASSAULT explosives", "BOMBING"),
    ),
    ("bombing/vehicle_bomb", {}, _line(IED, "3", "3", "1832", "ASSAULT explosives", "BOMBING")),
    ("bombing/landmine_erw", {}, _line(IED, "3", "3", "183", "ASSAULT explosives", "BOMBING")),
    *(
        (
            f"bombing/{subtype}",
            {},
            _line(
                (PV, EXPLOSIONS, "Suicide bomb"),
                "3",
                "3",
                "1831",
                "ASSAULT suicide-attack",
                "BOMBING",
            ),
        )
        for subtype in ("suicide_bomb", "suicide_vehicle_bomb")
    ),
    (
        "bombing/grenade",
        {},
        _line((PV, EXPLOSIONS, "Grenade"), "3", "2", "183", "ASSAULT explosives", "BOMBING"),
    ),
    (
        "bombing/ied",
        FOILED,
        _line(DISRUPTED, None, "3", "183", "ASSAULT explosives", "ATTEMPTED BOMBING"),
    ),
    (
        "air_strike/manned",
        {"actors": (ARMY, FARMERS)},
        _line((PV, EXPLOSIONS, "Air/drone strike"), "3", None, "195", "ASSAULT aerial", "ATTACK"),
    ),
    (
        "air_strike/drone",
        {},
        _line((PV, EXPLOSIONS, "Air/drone strike"), "3", "3", "195", "ASSAULT drone", "ATTACK"),
    ),
    (
        "shelling/mortar",
        {},
        _line(
            (PV, EXPLOSIONS, "Shelling/artillery/missile attack"),
            "3",
            "3",
            "194",
            "ASSAULT heavy-weapons",
            "ATTACK",
        ),
    ),
    *(
        (
            kind,
            CHEMICAL,
            _line(
                (PV, EXPLOSIONS, "Chemical weapon"),
                "3",
                gtd,
                "2041",
                "ASSAULT unconventional",
                "ATTACK",
            ),
        )
        for kind, gtd in (
            ("shelling/rocket", "3"),
            ("air_strike/manned", "3"),
            ("bombing/ied", "3"),
            ("armed_attack/raid", "9"),
            ("killing/massacre", "9"),
            ("other_violence/unspecified", "9"),
        )
    ),
    (
        "killing/assassination",
        {},
        _line(ATTACKED, "3", "1", "186", "ASSAULT targeted", "ATTACK"),
    ),
    (
        "killing/assassination",
        ATTEMPTED,
        _line(ATTACKED, "3", "1", "185", "ASSAULT targeted", "ATTACK"),
    ),
    (
        "killing/assassination",
        BY_TARGET["armed_target"],
        _line(CLASH, "1", "1", "186", "ASSAULT targeted", "ATTACK"),
    ),
    ("killing/massacre", {}, _line(ATTACKED, "3", "2", "202", "ASSAULT targeted", "ATTACK")),
    ("killing/execution", {}, _line(ATTACKED, "3", "2", "1823", "ASSAULT targeted", "ATTACK")),
    ("killing/body_found", {}, _line(ATTACKED, "3", "9", "1823", "ASSAULT targeted", "ATTACK")),
    *(
        (
            f"abduction/{subtype}",
            {},
            _line(
                (PV, VAC, "Abduction/forced disappearance"),
                "3",
                gtd,
                "181",
                "ASSAULT abduct",
                "KIDNAPPING",
            ),
        )
        for subtype, gtd in (
            ("kidnapping", "6"),
            ("forced_disappearance", "6"),
            ("hostage_taking", "5"),
        )
    ),
    ("abduction/hijacking", {}, _line(None, "3", "4", "181", "ASSAULT abduct", "HIJACKING")),
    (
        "sexual_violence/unspecified",
        {},
        _line((PV, VAC, "Sexual violence"), "3", "9", "1821", "ASSAULT sexual", None),
    ),
    ("abuse/beating", {}, _line(ATTACKED, None, "8", "182", "ASSAULT beat", "ATTACK")),
    ("abuse/torture", {}, _line(ATTACKED, None, "8", "1822", "ASSAULT torture", "ATTACK")),
    *(
        (
            f"property_attack/{subtype}",
            {},
            _line(LOOTING, None, "7", "1712", "ASSAULT destroy", muc),
        )
        for subtype, muc in (
            ("arson", "ARSON"),
            ("sabotage", "ATTACK"),
            ("demolition", "ATTACK"),
            ("vandalism", "ATTACK"),
        )
    ),
    (
        "property_attack/arson",
        {"actors": (CROWD,)},
        _line(CROWD_DAMAGE, None, "7", "1712", "PROTEST vandalize", "ARSON"),
    ),
    (
        "property_attack/vandalism",
        {"actors": (MARCHERS,)},
        _line(CROWD_DAMAGE, None, "7", "1712", "PROTEST vandalize", "ATTACK"),
    ),
    ("property_attack/looting", {}, _line(LOOTING, None, "7", "171", "COERCE seize", "ROBBERY")),
    *(
        (
            f"protest/{subtype}",
            {"actors": (MARCHERS,)},
            _line(PEACEFUL, None, None, cameo, f"PROTEST {mode}", None),
        )
        for subtype, cameo, mode in (
            ("peaceful", "141", "demo"),
            ("strike", "143", "strike"),
            ("blockade", "144", "obstruct"),
            ("hunger_strike", "142", "hunger"),
        )
    ),
    (
        "protest/strike",
        {"actors": (REBELS,)},
        _line(PEACEFUL, None, None, "143", "PROTEST strike", "FORCED WORK STOPPAGE"),
    ),
    (
        "protest/intervention",
        POLICED,
        _line(
            ("Demonstrations", "Protests", "Protest with intervention"),
            "3",
            None,
            "141",
            "PROTEST demo",
            None,
        ),
    ),
    (
        "protest/excessive_force",
        POLICED,
        _line(
            (
                "Demonstrations; Political violence",
                "Protests",
                "Excessive force against protesters",
            ),
            "3",
            None,
            "141",
            "PROTEST demo",
            None,
        ),
    ),
    (
        "riot/violent_demonstration",
        {"actors": (CROWD,)},
        _line(CROWD_DAMAGE, None, None, "145", "PROTEST riot", "ATTACK"),
    ),
    (
        "riot/mob_violence",
        {"actors": (CROWD,)},
        _line(MOB, None, None, "145", "PROTEST riot", "ATTACK"),
    ),
    ("riot/communal_violence", {}, _line(MOB, "3", None, "145", "PROTEST riot", "ATTACK")),
    (
        "arrest/arrest",
        POLICED,
        _line((SD, SD, "Arrests"), None, None, "173", "COERCE arrest", None),
    ),
    (
        "arrest/raid_search",
        POLICED,
        _line((SD, SD, "Arrests"), None, None, "173", "COERCE seize", None),
    ),
    (
        "weapons_disruption/cache_seized",
        {},
        _line(DISRUPTED, None, None, "171", "COERCE seize", None),
    ),
    (
        "weapons_disruption/device_defused",
        {},
        _line(DISRUPTED, None, "3", "171", "COERCE seize", "ATTEMPTED BOMBING"),
    ),
    ("military_operation/offensive", {}, _line(OTHER, None, None, "190", "ASSAULT", None)),
    ("military_operation/deployment", {}, _line(OTHER, None, None, "154", "MOBILIZE troops", None)),
    (
        "military_operation/siege_blockade",
        {},
        _line(OTHER, None, None, "191", "COERCE restrict", None),
    ),
    (
        "military_operation/withdrawal",
        {},
        _line(OTHER, None, None, "0874", "RETREAT withdraw", None),
    ),
    (
        "military_operation/withdrawal",
        {"actors": (replace(ARMY, role=Role.LOSING_PARTY),)},
        _line(
            (SD, SD, "Non-violent transfer of territory"),
            None,
            None,
            "0874",
            "RETREAT withdraw",
            None,
        ),
    ),
    *(
        (
            f"territorial_change/{subtype}",
            changes,
            _line((PV, "Battles", sub_event), "1", None, "192", "COERCE seize", None),
        )
        for subtype in ("captured", "recaptured", "lost")
        for changes, sub_event in (
            (STATE_GAINS, "Government regains territory"),
            (REBELS_GAIN, "Non-state actor overtakes territory"),
        )
    ),
    (
        "territorial_change/handed_over",
        {},
        _line(
            (SD, SD, "Non-violent transfer of territory"),
            None,
            None,
            "0874",
            "RETREAT withdraw",
            None,
        ),
    ),
    (
        "agreement/ceasefire",
        NOBODY,
        _line((SD, SD, "Agreement"), None, None, "0871", "RETREAT ceasefire", None),
    ),
    (
        "agreement/peace_deal",
        NOBODY,
        _line((SD, SD, "Agreement"), None, None, "057", "AGREE", None),
    ),
    (
        "agreement/surrender",
        NOBODY,
        _line((SD, SD, "Change to group/activity"), None, None, "0874", "RETREAT disarm", None),
    ),
    ("release/hostage_release", {}, _line(OTHER, None, None, "0841", "RETREAT release", None)),
    ("release/rescue", {}, _line(OTHER, None, None, "070", "AID", None)),
    (
        "release/prisoner_exchange",
        {},
        _line((SD, SD, "Agreement"), None, None, "0841", "RETREAT release", None),
    ),
    (
        "displacement/forced_displacement",
        {},
        _line(OTHER, None, None, "203", "SANCTION expel", None),
    ),
    ("displacement/evacuation", {}, _line(OTHER, None, None, None, None, None)),
    ("other_violence/unspecified", {}, _line(ATTACKED, "3", "9", "180", "ASSAULT", "ATTACK")),
    (
        "other_violence/unspecified",
        BY_TARGET["armed_target"],
        _line(CLASH, "1", "9", "180", "ASSAULT", "ATTACK"),
    ),
]


@pytest.mark.parametrize(
    ("kind", "changes", "expected"),
    CASES,
    ids=[f"{number}-{kind.replace('/', '-')}" for number, (kind, _, _) in enumerate(CASES, 1)],
)
def test_each_line_of_the_codebook(
    kind: str, changes: dict[str, Any], expected: tuple[str | None, ...]
) -> None:
    codes = _case(kind, **changes)
    assert tuple(codes[column] for column in COLUMNS[:-1]) == expected


def test_the_cases_use_every_row_but_the_defaults_behind_them() -> None:
    used = {_case(kind, **changes)["xw_rule"] for kind, changes, _ in CASES}
    unused = {row_name(row) for row in ROWS} - used
    assert unused == {
        # The defaults for "unspecified", and combinations of conditions that have a case each.
        "agreement/*",
        "armed_attack/*",
        "armed_attack/*[firearms]",
        "armed_clash/*[chemical]",
        "armed_clash/*[firearms]",
        "armed_clash/*[nonstate_acts]",
        "bombing/*",
        "bombing/landmine_erw[word:roadside]",
        "killing/*[armed_target]",
        "killing/assassination[armed_target+attempted]",
        "other_violence/*",
        "property_attack/looting[crowd]",
        "territorial_change/captured",
        "territorial_change/lost",
        "territorial_change/recaptured",
    }


@pytest.mark.parametrize(
    ("event_type", "subtype"),
    [(kind, subtype) for kind in EventType for subtype in sorted(subtypes(kind))],
)
def test_every_type_and_subtype_has_a_row(event_type: EventType, subtype: str) -> None:
    rule = _codes(event_type=event_type, event_subtype=subtype)["xw_rule"]
    assert rule in {row_name(row) for row in ROWS}


def _conditions(row: dict[str, str]) -> frozenset[str]:
    return frozenset() if row["condition"] == "-" else frozenset(row["condition"].split("+"))


def test_rows_name_known_types_and_conditions() -> None:
    for row in ROWS:
        assert row["event_subtype"] in {"*", *subtypes(EventType(row["event_type"]))}
        known = {name for name in _conditions(row) if not name.startswith(WORD)}
        assert known <= CONDITIONS
    keys = [(row["event_type"], row["event_subtype"], row["condition"]) for row in ROWS]
    assert keys == sorted(set(keys))


def test_rows_that_can_fit_together_never_tie() -> None:
    for one, other in combinations(ROWS, 2):
        if one["event_type"] != other["event_type"] or one["priority"] != other["priority"]:
            continue
        if "*" not in (one["event_subtype"], other["event_subtype"]) and (
            one["event_subtype"] != other["event_subtype"]
        ):
            continue
        together = _conditions(one) | _conditions(other)
        assert {"armed_target", "civilian_target"} <= together, (row_name(one), row_name(other))


def test_codes_stay_text() -> None:
    codes = _codes(event_type=EventType.AGREEMENT, event_subtype="ceasefire")
    assert codes["xw_cameo"] == "0871"


def test_an_attack_depends_on_who_was_aimed_at() -> None:
    unknown = _codes(actors=(actor(),), civilian_targeting=None)
    assert unknown["xw_acled_event"] is None
    assert unknown["xw_acled_disorder"] == PV


@pytest.mark.parametrize(
    ("actors", "killed", "expected"),
    [
        ((ARMY, CLAN), 1, "1"),
        ((COALITION, CLAN), 1, "1"),
        ((REBELS, CLAN), 1, "2"),
        ((REBELS, FARMERS), 1, "3"),
        ((actor(), FARMERS), 1, None),
        ((REBELS, FARMERS), 0, None),
        ((REBELS, FARMERS), None, None),
    ],
    ids=[
        "state",
        "force-of-states",
        "non-state",
        "one-sided",
        "unidentified",
        "nobody-died",
        "deaths-unknown",
    ],
)
def test_ucdp_type_needs_a_death_and_an_organised_side(
    actors: tuple[Any, ...], killed: int | None, expected: str | None
) -> None:
    assert _codes(killed, actors=actors)["xw_ucdp_type"] == expected


@pytest.mark.parametrize(
    ("who", "expected"),
    [(ARMY, None), (COALITION, None), (REBELS, "2")],
    ids=["state", "force-of-states", "rebels"],
)
def test_a_state_perpetrator_has_no_gtd_code(who: Any, expected: str | None) -> None:  # noqa: ANN401
    assert _codes(actors=(who, FARMERS))["xw_gtd_attacktype"] == expected


def test_who_gained_is_not_guessed() -> None:
    codes = _case("territorial_change/captured", actors=())
    assert codes["xw_acled_event"] == "Battles"
    assert codes["xw_acled_sub_event"] is None
