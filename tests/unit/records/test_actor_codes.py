"""Actor codes: the country of the actor, else of the place for those at home there; the sector."""

import pytest

from coder.api.coding import Coder
from coder.records.actor_codes import actor_code
from coder.values.labels import ActorType
from tests.unit.records.made import actor

CASES = [
    ("the state's rebels", ActorType.REBEL_GROUP, "SYR", None, None, "SYRREB", False),
    ("own sector", ActorType.ORGANISATION, "KEN", "JRN", None, "KENJRN", False),
    ("villagers", ActorType.CIVILIANS, None, None, None, "MLICVL", True),
    ("gunmen", ActorType.UNIDENTIFIED_ARMED, None, None, None, "MLIUAF", True),
    ("a mission", ActorType.INTL_FORCE, "SOM", None, None, "IGOMIL", False),
    ("the UN", ActorType.ORGANISATION, None, "IGO", "un", "IGO", False),
    ("a monitor", ActorType.ORGANISATION, None, "NGO", "hrw", "NGO", False),
    ("al-Qaeda", ActorType.JIHADIST_GROUP, None, "REB", "al-qaeda", "IMGREB", False),
    ("unnamed jihadists", ActorType.JIHADIST_GROUP, None, None, None, "MLIREB", True),
    ("a name is no code", ActorType.CIVILIANS, "Mali", None, None, "MLICVL", True),
    ("unknown people", ActorType.UNKNOWN, None, None, None, "MLI", True),
]


@pytest.mark.parametrize(
    ("kind", "country", "sector", "actor_id", "code", "by_place"),
    [row[1:] for row in CASES],
    ids=[row[0] for row in CASES],
)
def test_country_and_sector(  # noqa: PLR0917 - one argument a column
    kind: ActorType,
    country: str | None,
    sector: str | None,
    actor_id: str | None,
    code: str,
    by_place: bool,
) -> None:
    told = actor("them", type=kind, country=country, sector=sector, actor_id=actor_id)
    assert actor_code(told, "MLI") == (code, by_place)


def test_without_any_country_the_code_says_so() -> None:
    told = actor("them", type=ActorType.CIVILIANS, sector=None)
    assert actor_code(told, None) == ("---CVL", False)


def test_the_nationality_stands_where_no_country_is_known() -> None:
    told = actor("them", type=ActorType.UNKNOWN, nationality="FRA", sector=None)
    assert actor_code(told, "MLI") == ("FRA", False)


@pytest.mark.parametrize("kind", ActorType)
def test_every_type_has_letters(kind: ActorType) -> None:
    assert actor_code(actor("them", type=kind, sector=None), "MLI").text


def test_the_addressed_of_a_demonstration_are_at_home_with_those_who_take_part() -> None:
    coder = Coder()
    told = "Egyptian demonstrators rioted, demanding the removal of President Hosni Mubarak."
    (event,) = coder.code(told).events
    codes = {actor.text: (actor.actor_code, actor.actor_code_by_place) for actor in event.actors}
    assert codes["President Hosni Mubarak"] == ("EGYGOV", True)
    assert codes["Egyptian demonstrators"] == ("EGYCVL", False)
