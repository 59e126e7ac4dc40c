"""From the claims of an event to its ``killed_*``, ``injured_*`` and other totals (codebook 2.5).

A pure function of the casualty rows. What is added, what competes and what is left out:

- left out: rows that are superseded, cumulative or part of a row of the same kind;
- an event total decides over its parts, which then only tell who the dead were;
- of people who were hit and some of whom died the rest are injured, where no number says so;
- who died of wounds (a killed row that is part of an injured one) leaves the injured and comes on
  top of the dead that any source counted;
- rows of one attribution are different people and are added;
- rows of different attributions about the same people are competing claims: ``low`` is the lowest
  minimum, ``high`` the highest maximum (null as soon as one claim has none), ``best`` is chosen by
  the policy: ``conservative`` the lowest claim, ``max`` the highest, ``median`` the lower median,
  ``priority`` the claim of the source type that stands first in :data:`PRIORITY`.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from coder.records.casualty_sides import split_by_side
from coder.records.competing_claims import (
    PRIORITY,
    Bounds,
    Choice,
    Total,
    add,
    compete,
    first_of,
    resolve,
    rivals,
    told_by,
)
from coder.records.models import Casualty
from coder.values.labels import CasualtyKind, Qualifier, SourceType
from coder.values.options import CasualtyPolicy

__all__ = ["NOTHING_STATED", "PRIORITY", "Bounds", "CasualtyPolicy", "CasualtySummary", "summarise"]


class CasualtySummary(NamedTuple):
    """The totals of one event in persons. ``killed_*_best`` add up to ``killed.best``."""

    killed: Bounds = Bounds()
    killed_qualifier: Qualifier | None = None
    injured: Bounds = Bounds()
    killed_civilians_best: int | None = None
    killed_side_a_best: int | None = None
    killed_side_b_best: int | None = None
    killed_unknown_best: int | None = None
    abducted_best: int | None = None
    arrested_best: int | None = None
    missing_best: int | None = None
    captured_best: int | None = None
    displaced_best: int | None = None
    released_best: int | None = None
    is_conflicting: bool = False


NOTHING_STATED = CasualtySummary()


_UNCERTAINTY = {
    qualifier: rank
    for rank, qualifier in enumerate(
        (
            Qualifier.NO_REPORT,
            Qualifier.NONE,
            Qualifier.EXACT,
            Qualifier.AT_LEAST,
            Qualifier.MORE_THAN,
            Qualifier.NEARLY,
            Qualifier.UP_TO,
            Qualifier.RANGE,
            Qualifier.ABOUT,
            Qualifier.VAGUE,
            Qualifier.PLURAL,
            Qualifier.UNSPECIFIED,
        )
    )
}
"""From a plain number to none at all: of several rows the least exact one names the sum."""


def summarise(
    casualties: Sequence[Casualty],
    policy: CasualtyPolicy = CasualtyPolicy.CONSERVATIVE,
    sources: Sequence[SourceType] = (),
) -> CasualtySummary:
    """The totals of an event from its claims; all null for an event without claims.

    ``sources`` are the types of the event's attributions in their order (``attr_idx`` points to
    them): the policy ``priority`` asks for them, and so does what a rebel force counts as "men".
    """
    if not casualties:
        return NOTHING_STATED
    by_kind: dict[CasualtyKind, list[Casualty]] = {}
    for row in casualties:
        if not (row.is_superseded or row.is_cumulative):
            by_kind.setdefault(row.kind, []).append(row)
    found: dict[str, Any] = {}
    choice = Choice(policy, sources)
    is_conflicting = False
    for kind, rows in by_kind.items():
        total = _with_late(_whole(rows, casualties), casualties, choice)
        if kind is CasualtyKind.INJURED:
            total = _without_the_dead(total, casualties)
        is_conflicting = is_conflicting or total.is_conflicting
        if kind is CasualtyKind.KILLED:
            found["killed"] = total.bounds
            found["killed_qualifier"] = _qualifier(total.rows)
            found.update(
                zip(_SPLIT_FIELDS, split_by_side(total.rows, total.bounds.best, rows), strict=True)
            )
        elif kind is CasualtyKind.INJURED:
            found["injured"] = total.bounds
        elif kind in _BEST_FIELDS:
            found[_BEST_FIELDS[kind]] = total.bounds.best
    if CasualtyKind.CASUALTIES in by_kind and CasualtyKind.INJURED not in by_kind:
        found["injured"] = _hit_and_alive(by_kind)
    return NOTHING_STATED._replace(is_conflicting=is_conflicting, **found)


def _hit_and_alive(by_kind: dict[CasualtyKind, list[Casualty]]) -> Bounds:
    """As in "shot seven people, two fatally": the rest were hit and live, so they are injured."""
    hit = [row for row in by_kind[CasualtyKind.CASUALTIES] if row.subset_of is None]
    if len(hit) != 1 or hit[0].qualifier is not Qualifier.EXACT:
        return Bounds()
    dead = [
        row.best
        for row in by_kind.get(CasualtyKind.KILLED, ())
        if row.subset_of == hit[0].casualty_id and row.qualifier is Qualifier.EXACT
    ]
    rest = (hit[0].best or 0) - sum(number or 0 for number in dead)
    return Bounds(rest, rest, rest) if dead and rest > 0 else Bounds()


_BEST_FIELDS = {
    kind: f"{kind}_best"
    for kind in (
        CasualtyKind.ABDUCTED,
        CasualtyKind.ARRESTED,
        CasualtyKind.MISSING,
        CasualtyKind.CAPTURED,
        CasualtyKind.DISPLACED,
        CasualtyKind.RELEASED,
    )
}
_SPLIT_FIELDS = (
    "killed_civilians_best",
    "killed_side_a_best",
    "killed_side_b_best",
    "killed_unknown_best",
)


def _whole(rows: list[Casualty], casualties: Sequence[Casualty]) -> list[Casualty]:
    """The rows that are no part of a row of the same kind, be that row superseded or not.

    Part of a row of another kind ("30 casualties, ten of them dead") they stand on their own.
    """
    kinds = {row.casualty_id: row.kind for row in casualties} if len(casualties) > 1 else {}
    return [
        row for row in rows if row.subset_of is None or kinds.get(row.subset_of) is not row.kind
    ]


def _with_late(whole: list[Casualty], casualties: Sequence[Casualty], choice: Choice) -> Total:
    """The total of one kind: who died of wounds comes on top of what any source counted."""
    hurt = {row.casualty_id for row in casualties if row.kind is CasualtyKind.INJURED}
    late = [row for row in whole if row.subset_of in hurt]
    if not late or len(late) == len(whole) or any(row.is_event_total for row in whole):
        return _total(whole, choice)
    total = _total([row for row in whole if row not in late], choice)
    bounds = add([total.bounds, *(Bounds(row.low, row.best, row.high) for row in late)])
    return total._replace(bounds=bounds, rows=(*total.rows, *late))


def _without_the_dead(injured: Total, casualties: Sequence[Casualty]) -> Total:
    """Who died of wounds is counted among the dead and no longer among the injured.

    Also where those were counted dead before ("two died. Four were hit, two of whom died").
    """
    behind = {row.casualty_id for row in injured.rows}
    died = [
        sum(
            first_of(row.best, row.low) or 0
            for row in casualties
            if row.kind is CasualtyKind.KILLED
            and row.subset_of in behind
            and row.is_superseded is is_told_before
            and not row.is_cumulative
        )
        for is_told_before in (False, True)
    ]
    if not any(died):
        return injured
    left = [max(each - max(died), 0) if each is not None else None for each in injured.bounds]
    bounds = Bounds(*left) if left[1] != 0 else Bounds()  # nobody is told to be only wounded
    return injured._replace(bounds=bounds)


def _total(whole: list[Casualty], choice: Choice) -> Total:
    """Resolve the rows of one kind of which none is part of another."""
    if not whole:
        return Total(Bounds(), (), False)
    if len(whole) == 1:
        row = whole[0]
        return Total(Bounds(row.low, row.best, row.high), (row,), False)
    totals = [row for row in whole if row.is_event_total]
    if totals:
        others = rivals(whole, {None, *(row.attr_idx for row in totals)})
        return resolve([*(told_by([row]) for row in totals), *others], choice)
    by_source: dict[int | None, list[Casualty]] = {}
    for row in whole:
        by_source.setdefault(row.attr_idx, []).append(row)
    if len(by_source) <= 1:
        claim = told_by(whole)
        return Total(claim.bounds, claim.rows, False)
    return compete(by_source.values(), choice)


def _qualifier(rows: Sequence[Casualty]) -> Qualifier | None:
    if len(rows) <= 1:
        return rows[0].qualifier if rows else None
    return max((row.qualifier for row in rows), key=_UNCERTAINTY.__getitem__)
