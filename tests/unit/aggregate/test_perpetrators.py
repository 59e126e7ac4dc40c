import polars as pl
import pytest

from coder import SchemaError, aggregate
from coder.values.counting import Perpetrator
from tests.unit.aggregate.made import actor, events, table

ATTACK = {"killed_best": 6, "killed_civilians_best": 4}
# Armed men attacked; later a second group claimed it.
TWO = table(
    "actors",
    [
        actor(0, 0, text="armed men"),
        actor(0, 1, name="The Front", certainty="claimed", actor_type="rebel_group"),
        actor(0, 2, name="Villagers", role="target", side="B", is_primary=True),
    ],
)


def _killed(frame: pl.DataFrame) -> dict[str | None, float]:
    return dict(frame.select("perpetrator", "killed_civilians_sum").rows())


@pytest.mark.parametrize(
    ("perpetrator", "expected"),
    [
        ("primary", {"armed men": 4}),
        ("fractional", {"The Front": 2.0, "armed men": 2.0}),
        ("any", {"The Front": 4, "armed men": 4}),
    ],
)
def test_a_second_perpetrator_does_not_double_the_dead(
    perpetrator: Perpetrator, expected: dict[str, float]
) -> None:
    found = aggregate.civilians_killed_by_actor(events(ATTACK), TWO, perpetrator=perpetrator)
    assert _killed(found) == expected
    assert found["filter"][0] == (
        f"countable; representative; perpetrator={perpetrator}; tells of dead"
    )


def test_the_table_says_how_sure_the_text_is() -> None:
    found = aggregate.civilians_killed_by_actor(events(ATTACK), TWO, perpetrator="any")
    columns = ["perpetrator", "perpetrator_type", "certainty", "n_events", "killed_sum"]
    assert found.select(columns).rows() == [
        ("The Front", "rebel_group", "claimed", 1, 6),
        ("armed men", "unidentified_armed", "stated", 1, 6),
    ]


def test_perpetrators_that_rank_the_same_are_a_tie() -> None:
    both = [actor(0, 0, name="Army"), actor(0, 1, name="Militia"), actor(1, 0, name="Army")]
    found = aggregate.by_perpetrator(events(ATTACK, ATTACK), table("actors", both))
    assert found.select("perpetrator", "n_events", "n_tied").rows() == [("Army", 2, 1)]


def test_the_primary_is_of_side_a_and_the_surest() -> None:
    told = [
        actor(0, 0, name="Suspects", certainty="suspected", is_primary=False),
        actor(0, 1, name="Other side", side="B", is_primary=True),
        actor(0, 2, name="Army", certainty="accused", is_primary=True),
    ]
    found = aggregate.by_perpetrator(events(ATTACK), table("actors", told))
    assert found["perpetrator"].to_list() == ["Army"]


def test_who_is_only_denied_counts_where_nobody_else_is_named() -> None:
    told = [
        actor(0, 0, name="Army", certainty="denied"),
        actor(0, 1, name="Front", certainty="suspected", is_primary=False),
        actor(1, 0, name="Army", certainty="denied"),
    ]
    found = aggregate.by_perpetrator(
        events(ATTACK, ATTACK), table("actors", told), perpetrator="fractional"
    )
    assert found.select("perpetrator", "certainty", "n_events").rows() == [
        ("Army", "denied", 1.0),
        ("Front", "suspected", 1.0),
    ]


def test_one_actor_told_twice_is_one() -> None:
    told = [actor(0, 0, name="Army", certainty="accused"), actor(0, 1, name="Army")]
    found = aggregate.by_perpetrator(events(ATTACK), table("actors", told), perpetrator="any")
    assert found.select("perpetrator", "n_events").rows() == [("Army", 1)]


def test_events_without_a_perpetrator_keep_a_row() -> None:
    found = aggregate.by_perpetrator(events(ATTACK, ATTACK), TWO, by="country")
    columns = ["perpetrator", "iso3", "n_events", "killed_sum"]
    assert found.select(columns).rows() == [("armed men", "MLI", 1, 6), (None, "MLI", 1, 6)]


def test_dead_of_whom_nothing_is_told_are_no_civilians() -> None:
    told = events({"killed_best": 5}, {"injured_best": 3})
    found = aggregate.civilians_killed_by_actor(told, TWO)
    columns = ["n_events", "killed_civilians_sum", "killed_civilians_n_known", "killed_sum"]
    assert found.select(columns).rows() == [(1, None, 0, 5)]


def test_a_perpetrator_of_several_days_is_shared_out_by_day_and_by_name() -> None:
    told = events({**ATTACK, "date_start": None}, {**ATTACK, "date_end": None})
    found = aggregate.by_perpetrator(told, TWO, perpetrator="fractional", by="month", dates="split")
    assert found["n_events"].to_list() == [0.5, 0.5, 1.0]


def test_wrong_choices_and_tables_are_refused() -> None:
    with pytest.raises(ValueError, match="perpetrator is 'first'"):
        aggregate.by_perpetrator(events(), TWO, perpetrator="first")  # type: ignore[arg-type]  # wrong on purpose
    with pytest.raises(SchemaError, match="actors has no column is_primary"):
        aggregate.by_perpetrator(events(), TWO.drop("is_primary"))
    with pytest.raises(SchemaError, match="events has no column killed_high"):
        aggregate.civilians_killed_by_actor(events().drop("killed_high"), TWO)
