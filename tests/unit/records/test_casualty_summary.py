import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coder.records.casualty_summary import NOTHING_STATED, Bounds, CasualtyPolicy, summarise
from coder.records.models import Casualty
from coder.values.labels import ActorType, CasualtyKind, Qualifier, Side, SourceType
from tests.unit.records.made import claim, claim_lists

_TYPES = (SourceType.STATE_SECURITY, SourceType.MEDICAL)
SOLDIERS = {"victim_type": ActorType.STATE_MILITARY, "side": Side.B}
PEOPLE = {"victim_type": ActorType.CIVILIANS, "side": Side.B, "civilian": True}


def test_nothing_stated_is_all_null() -> None:
    assert summarise([]) == NOTHING_STATED
    assert NOTHING_STATED.killed == (None, None, None)


def test_zero_is_kept_as_zero() -> None:
    assert summarise([claim(number=0, qualifier=Qualifier.NONE)]).killed == (0, 0, 0)


def test_no_report_is_null_and_says_so() -> None:
    summary = summarise([claim(number=None, qualifier=Qualifier.NO_REPORT)])
    assert summary.killed == (None, None, None)
    assert summary.killed_qualifier is Qualifier.NO_REPORT


def test_different_people_of_one_source_are_added() -> None:
    rows = [claim("c1", 2), claim("c2", 1, low=1, high=None, qualifier=Qualifier.AT_LEAST)]
    summary = summarise(rows)
    assert summary.killed == (3, 3, None)
    assert summary.killed_qualifier is Qualifier.AT_LEAST
    assert not summary.is_conflicting


def test_a_part_is_never_added_and_tells_who_the_dead_were() -> None:
    rows = [claim("c1", 9, **SOLDIERS), claim("c2", 3, subset_of="c1", **PEOPLE)]
    summary = summarise(rows)
    assert summary.killed == (9, 9, 9)
    assert (summary.killed_civilians_best, summary.killed_side_b_best) == (3, 6)


def test_the_dead_among_undivided_casualties_are_counted() -> None:
    rows = [claim("c1", 30, kind=CasualtyKind.CASUALTIES), claim("c2", 10, subset_of="c1")]
    assert summarise(rows).killed.best == 10


def test_a_later_toll_replaces_the_earlier_one_and_its_parts() -> None:
    rows = [
        claim("c1", 9, is_superseded=True),
        claim("c2", 3, subset_of="c1", **PEOPLE),
        claim("c3", 12, is_event_total=True),
    ]
    summary = summarise(rows)
    assert summary.killed == (12, 12, 12)
    assert summary.killed_civilians_best is None


def test_only_parts_of_a_replaced_toll_state_nothing() -> None:
    rows = [claim("c1", 9, is_superseded=True), claim("c2", 3, subset_of="c1")]
    assert summarise(rows).killed == (None, None, None)


def test_a_total_over_a_period_is_not_counted() -> None:
    assert summarise([claim(number=800, is_cumulative=True)]).killed == (None, None, None)


@pytest.mark.parametrize(
    ("policy", "best"),
    [
        (CasualtyPolicy.CONSERVATIVE, 7),
        (CasualtyPolicy.MEDIAN, 9),
        (CasualtyPolicy.MAX, 15),
        (CasualtyPolicy.PRIORITY, 15),
    ],
)
def test_sources_that_disagree_span_the_bounds(policy: CasualtyPolicy, best: int) -> None:
    rows = [claim("c1", 7, attr_idx=0), claim("c2", 15, attr_idx=1), claim("c3", 9)]
    summary = summarise(rows, policy, _TYPES)
    assert summary.killed == (7, best, 15)
    assert summary.is_conflicting


def test_sources_that_agree_do_not_conflict() -> None:
    summary = summarise([claim("c1", 7, attr_idx=0), claim("c2", 7, attr_idx=1)])
    assert summary.killed == (7, 7, 7)
    assert not summary.is_conflicting


def test_sources_about_different_people_are_added() -> None:
    rows = [
        claim("c1", 5, attr_idx=0, **SOLDIERS),
        claim("c2", 3, attr_idx=0, **PEOPLE),
        claim("c3", 20, attr_idx=1, **SOLDIERS),
    ]
    summary = summarise(rows)
    assert summary.killed == (8, 8, 23)
    assert summary.is_conflicting
    assert (summary.killed_civilians_best, summary.killed_side_b_best) == (3, 5)


def test_a_source_that_only_says_people_competes_with_the_whole() -> None:
    rows = [
        claim("c1", 5, attr_idx=0, **SOLDIERS),
        claim("c2", 3, attr_idx=0, **PEOPLE),
        claim("c3", 12, attr_idx=1),
    ]
    assert summarise(rows).killed == (8, 8, 12)


def test_an_open_claim_leaves_the_upper_bound_open() -> None:
    rows = [claim("c1", 7, attr_idx=0), claim("c2", 9, high=None, attr_idx=1)]
    assert summarise(rows).killed == (7, 7, None)


def test_a_minimum_that_another_source_contradicts_is_dropped() -> None:
    rows = [
        claim("c1", 23, high=None, attr_idx=0),
        claim("c2", None, best=12, qualifier=Qualifier.ABOUT, attr_idx=1),
    ]
    assert summarise(rows).killed == (None, 12, None)


def test_a_bare_plural_brings_its_minimum_to_a_sum() -> None:
    rows = [
        claim("c1", 3),
        claim("c2", None, low=2, qualifier=Qualifier.PLURAL),
    ]
    assert summarise(rows).killed == (5, 5, None)


def test_an_event_total_takes_its_parts_from_the_rows_it_covers() -> None:
    rows = [
        claim("c1", 12, is_event_total=True),
        claim("c2", 8, **PEOPLE),
        claim("c3", 1, is_attacker=True, side=Side.A),
    ]
    summary = summarise(rows)
    assert summary.killed == (12, 12, 12)
    assert summary.killed_civilians_best == 8
    assert summary.killed_side_a_best == 1
    assert summary.killed_unknown_best == 3


def test_the_bomber_counts_among_the_dead_on_side_a() -> None:
    rows = [claim("c1", 1, is_attacker=True), claim("c2", 6)]
    summary = summarise(rows)
    assert summary.killed.best == 7
    assert (summary.killed_side_a_best, summary.killed_unknown_best) == (1, 6)


@pytest.mark.parametrize(
    "kind", ["abducted", "arrested", "missing", "captured", "displaced", "released"]
)
def test_other_kinds_have_a_best_of_their_own(kind: str) -> None:
    summary = summarise([claim(number=4, kind=CasualtyKind(kind))])
    assert getattr(summary, f"{kind}_best") == 4
    assert summary.killed == (None, None, None)


@pytest.mark.parametrize("kind", [CasualtyKind.HARMED, CasualtyKind.CASUALTIES])
def test_kinds_without_a_column_stay_in_the_long_table(kind: CasualtyKind) -> None:
    assert summarise([claim(kind=kind)]) == NOTHING_STATED


def _is_ordered(bounds: Bounds) -> bool:
    given_bounds = [bound for bound in bounds if bound is not None]
    return given_bounds == sorted(given_bounds)


@settings(max_examples=60)
@given(claim_lists(), st.sampled_from(CasualtyPolicy))
def test_bounds_are_ordered_and_the_parts_add_up(
    rows: list[Casualty], policy: CasualtyPolicy
) -> None:
    summary = summarise(rows, policy)
    assert _is_ordered(summary.killed)
    assert _is_ordered(summary.injured)
    parts = [
        summary.killed_civilians_best,
        summary.killed_side_a_best,
        summary.killed_side_b_best,
        summary.killed_unknown_best,
    ]
    assert sum(part or 0 for part in parts) == (summary.killed.best or 0)


def test_who_died_of_wounds_is_no_longer_among_the_injured() -> None:
    rows = [
        claim("c1", 5, kind=CasualtyKind.INJURED),
        claim("c2", 2, subset_of="c1"),
    ]
    summary = summarise(rows)
    assert (summary.killed.best, summary.injured.best) == (2, 3)


@settings(max_examples=60)
@given(claim_lists())
def test_the_summary_is_a_function_of_the_rows(rows: list[Casualty]) -> None:
    assert summarise(rows) == summarise(tuple(row.model_copy() for row in rows))


@settings(max_examples=60)
@given(claim_lists())
def test_policies_are_ordered(rows: list[Casualty]) -> None:
    lowest, middle, highest = (summarise(rows, policy).killed.best for policy in _BY_SIZE)
    assert (lowest or 0) <= (middle or 0) <= (highest or 0)


_BY_SIZE = (CasualtyPolicy.CONSERVATIVE, CasualtyPolicy.MEDIAN, CasualtyPolicy.MAX)
