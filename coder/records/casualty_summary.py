"""From the claims of an event to its ``killed_*``, ``injured_*`` and other totals (codebook 2.5).

A pure function of the casualty rows. What is added, what competes and what is left out:

- left out: rows that are superseded, cumulative or part of a row of the same kind;
- an event total decides over its parts, which then only tell who the dead were;
- who died of wounds (a killed row that is part of an injured one) leaves the injured and comes on
  top of the dead that any source counted;
- rows of one attribution are different people and are added;
- rows of different attributions about the same people are competing claims: ``low`` is the lowest
  minimum, ``high`` the highest maximum (null as soon as one claim has none), ``best`` is chosen by
  the policy: ``conservative`` the lowest claim, ``max`` the highest, ``median`` the lower median,
  ``priority`` the claim of the source type that stands first in :data:`PRIORITY`.
"""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from coder.records.casualty_sides import split_by_side
from coder.records.models import Casualty
from coder.values.labels import ActorType, CasualtyKind, Qualifier, SourceType
from coder.values.options import CasualtyPolicy

__all__ = ["NOTHING_STATED", "PRIORITY", "Bounds", "CasualtyPolicy", "CasualtySummary", "summarise"]


PRIORITY = (
    SourceType.INTL_ORG,
    SourceType.MONITOR_NGO,
    SourceType.MEDICAL,
    SourceType.MEDIA,
    None,
    SourceType.LOCAL_OFFICIAL,
    SourceType.WITNESS,
    SourceType.STATE_OFFICIAL,
    SourceType.STATE_MEDIA,
    SourceType.STATE_SECURITY,
    SourceType.NONSTATE_PARTY,
    SourceType.OTHER,
    SourceType.UNNAMED,
    SourceType.SOCIAL_MEDIA,
)
"""Whose figure the policy ``priority`` takes: who counts for a living and is no party comes first.

Null stands for the text itself, where it gives a figure as its own.
"""


class Bounds(NamedTuple):
    """Persons; each null where the text gives no such figure."""

    low: int | None = None
    best: int | None = None
    high: int | None = None


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


class _Claim(NamedTuple):
    """What one source says of one group of people: the rows it adds up, and their sum."""

    bounds: Bounds
    rows: tuple[Casualty, ...]


class _Total(NamedTuple):
    """The resolved figure of one kind, and the rows that stand behind ``best``."""

    bounds: Bounds
    rows: tuple[Casualty, ...]
    is_conflicting: bool


_ANYBODY = frozenset({"people", "persons"})
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


class _Choice(NamedTuple):
    """How competing claims are decided: the policy, and the types of the sources by position."""

    policy: CasualtyPolicy
    sources: Sequence[SourceType]

    def rank(self, claim: _Claim) -> int:
        """The place of a claim's source in the order of priority; the surest of its rows counts."""
        return min(PRIORITY.index(self._type(row.attr_idx)) for row in claim.rows)

    def is_of_foe(self, row: Casualty) -> bool:
        """Whether a side that fights the state counts them."""
        return self._type(row.attr_idx) is SourceType.NONSTATE_PARTY

    def _type(self, position: int | None) -> SourceType | None:
        if position is None or position >= len(self.sources):
            return None
        return self.sources[position]


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
    choice = _Choice(policy, sources)
    is_conflicting = False
    for kind, rows in by_kind.items():
        total = _with_late(_whole(rows, casualties), casualties, choice)
        if kind is CasualtyKind.INJURED:
            total = _without_the_dead(total, by_kind.get(CasualtyKind.KILLED, ()))
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
    return NOTHING_STATED._replace(is_conflicting=is_conflicting, **found)


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


def _with_late(whole: list[Casualty], casualties: Sequence[Casualty], choice: _Choice) -> _Total:
    """The total of one kind: who died of wounds comes on top of what any source counted."""
    hurt = {row.casualty_id for row in casualties if row.kind is CasualtyKind.INJURED}
    late = [row for row in whole if row.subset_of in hurt]
    if not late or len(late) == len(whole) or any(row.is_event_total for row in whole):
        return _total(whole, choice)
    total = _total([row for row in whole if row not in late], choice)
    bounds = _add([total.bounds, *(Bounds(row.low, row.best, row.high) for row in late)])
    return total._replace(bounds=bounds, rows=(*total.rows, *late))


def _without_the_dead(injured: _Total, killed: Sequence[Casualty]) -> _Total:
    """Who died of wounds is counted among the dead and no longer among the injured."""
    behind = {row.casualty_id for row in injured.rows}
    died = sum(_first(row.best, row.low) or 0 for row in killed if row.subset_of in behind)
    if not died:
        return injured
    low, best, high = (max(each - died, 0) if each is not None else None for each in injured.bounds)
    return injured._replace(bounds=Bounds(low, best, high))


def _total(whole: list[Casualty], choice: _Choice) -> _Total:
    """Resolve the rows of one kind of which none is part of another."""
    if not whole:
        return _Total(Bounds(), (), False)
    if len(whole) == 1:
        row = whole[0]
        return _Total(Bounds(row.low, row.best, row.high), (row,), False)
    totals = [row for row in whole if row.is_event_total]
    if totals:
        voices = {row.attr_idx for row in totals} | {None}
        rivals = [row for row in whole if row.attr_idx not in voices and _counts_anybody(row)]
        return _resolve([_claim([row]) for row in [*totals, *rivals]], choice)
    by_source: dict[int | None, list[Casualty]] = {}
    for row in whole:
        by_source.setdefault(row.attr_idx, []).append(row)
    if len(by_source) <= 1:
        claim = _claim(whole)
        return _Total(claim.bounds, claim.rows, False)
    return _compete(by_source.values(), choice)


def _compete(sources: Iterable[list[Casualty]], choice: _Choice) -> _Total:
    """Resolve the claims of several sources.

    Those that name their victims are compared people by people, those that only say "people"
    compete with the whole.
    """
    populations: dict[tuple[object, ...], list[_Claim]] = {}
    general: list[_Claim] = []
    sources = list(sources)
    has_foe = any(choice.is_of_foe(rows[0]) for rows in sources)
    for rows in _without_echoes(sources):
        if all(_is_general(row) or (has_foe and _are_men(row)) for row in rows):
            general.append(_claim(rows))
            continue
        groups: dict[tuple[object, ...], list[Casualty]] = {}
        for row in rows:
            groups.setdefault((row.victim_type, row.side, row.is_attacker), []).append(row)
        for population, members in groups.items():
            populations.setdefault(population, []).append(_claim(members))
    for population in [key for key, claims in populations.items() if _counts_all(claims)]:
        others = [
            claim
            for key, claims in populations.items()
            if key != population and not claims[0].rows[0].is_attacker
            for claim in claims
        ]
        if others and max(map(_size, others)) >= max(map(_size, populations[population])):
            general += populations.pop(population)
    resolved = [_resolve(claims, choice) for claims in populations.values()]
    if general and all(row.is_attacker for total in resolved for row in total.rows):
        resolved = []  # "37 were dead, the army said. Nine of the guerrillas died": some of them
    is_conflicting = any(total.is_conflicting for total in resolved)
    claims = general
    if resolved:
        named = tuple(row for total in resolved for row in total.rows)
        claims = [_Claim(_add([total.bounds for total in resolved]), named), *general]
    total = _resolve(claims, choice)
    return total._replace(is_conflicting=is_conflicting or total.is_conflicting)


def _without_echoes(sources: Iterable[list[Casualty]]) -> Iterable[list[Casualty]]:
    """Of sources that give the same sum for all their people the first: one count in two voices.

    "Four fighters died, their party said; the army said it had killed four terrorists."
    """
    told: set[Bounds] = set()
    for rows in sources:
        total = _claim(rows).bounds
        if total.best is not None and total.best > 1:
            if total in told:
                continue
            told.add(total)
        yield rows


def _counts_all(claims: list[_Claim]) -> bool:
    """As in "14 people were killed, police said": soldiers whom others count are among them."""
    return all(_counts_anybody(row) for claim in claims for row in claim.rows)


def _counts_anybody(row: Casualty) -> bool:
    return row.text.rpartition(" ")[2] in _ANYBODY


def _is_general(row: Casualty) -> bool:
    return row.victim_type is ActorType.UNKNOWN and not row.is_attacker


def _are_men(row: Casualty) -> bool:
    """As in "claimed to have killed 80 men", "lost two men": soldiers as a party counts them."""
    return row.text.rpartition(" ")[2] == "men"


def _claim(rows: list[Casualty]) -> _Claim:
    return _Claim(_add([Bounds(row.low, row.best, row.high) for row in rows]), tuple(rows))


def _add(parts: Sequence[Bounds]) -> Bounds:
    """The sum over different people.

    A part without any figure takes the upper bound away and nothing else. Minima add up whatever
    is missing beside them; so does ``best``, where a part that has none brings its minimum.
    """
    lows = [low for low, _, _ in parts if low is not None]
    highs = [high for _, _, high in parts]
    high = None if None in highs else sum(each for each in highs if each is not None)
    low = sum(lows) if lows else None
    best = None
    if any(part.best is not None for part in parts):
        best = sum(_first(part.best, part.low) or 0 for part in parts)
    return _consistent(low, best, high)


def _consistent(low: int | None, best: int | None, high: int | None) -> Bounds:
    """Drop a bound that another source's figure contradicts: it bounds nothing any more."""
    if low is not None and best is not None and low > best:
        low = None
    if high is not None and best is not None and high < best:
        high = None
    if low is not None and high is not None and low > high:
        high = None
    return Bounds(low, best, high)


def _resolve(claims: list[_Claim], choice: _Choice) -> _Total:
    """One figure from competing claims about the same people."""
    if len(claims) == 1:
        return _Total(claims[0].bounds, claims[0].rows, False)
    numbered = [claim for claim in claims if claim.bounds.best is not None]
    chosen = _choose(numbered or claims, choice)
    lows = [claim.bounds.low for claim in claims if claim.bounds.low is not None]
    highs = [claim.bounds.high for claim in claims if claim.bounds.high is not None]
    stated = {_size(claim) for claim in claims if any(b is not None for b in claim.bounds)}
    low = chosen.bounds.low
    if numbered and lows:
        low = min(lows)
    bounds = _consistent(
        low,
        chosen.bounds.best,
        max(highs) if len(highs) == len(claims) else None,
    )
    return _Total(bounds, chosen.rows, len(stated) > 1)


def _size(claim: _Claim) -> int:
    """How large a claim is, to put claims in order."""
    return _first(claim.bounds.best, claim.bounds.low, claim.bounds.high) or 0


def _first(*values: int | None) -> int | None:
    return next((value for value in values if value is not None), None)


def _choose(claims: list[_Claim], choice: _Choice) -> _Claim:
    ordered = sorted(claims, key=_size)
    if choice.policy is CasualtyPolicy.PRIORITY:
        return min(ordered, key=choice.rank)
    if choice.policy is CasualtyPolicy.MAX:
        return ordered[-1]
    if choice.policy is CasualtyPolicy.MEDIAN:
        return ordered[(len(ordered) - 1) // 2]
    return ordered[0]


def _qualifier(rows: Sequence[Casualty]) -> Qualifier | None:
    if len(rows) <= 1:
        return rows[0].qualifier if rows else None
    return max((row.qualifier for row in rows), key=_UNCERTAINTY.__getitem__)
