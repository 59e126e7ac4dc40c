"""Competing claims about the same people: what is added, what competes, and which figure stands.

Used by ``casualty_summary``, whose page says how the rows of an event become its totals.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coder.records.models import Casualty
from coder.values.labels import ActorType, SourceType
from coder.values.options import CasualtyPolicy

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

_ANYBODY = frozenset({"people", "persons"})


class Bounds(NamedTuple):
    """Persons; each null where the text gives no such figure."""

    low: int | None = None
    best: int | None = None
    high: int | None = None


class Told(NamedTuple):
    """What one source says of one group of people: the rows it adds up, and their sum."""

    bounds: Bounds
    rows: tuple[Casualty, ...]


class Total(NamedTuple):
    """The resolved figure of one kind, and the rows that stand behind ``best``."""

    bounds: Bounds
    rows: tuple[Casualty, ...]
    is_conflicting: bool


class Choice(NamedTuple):
    """How competing claims are decided: the policy, and the types of the sources by position."""

    policy: CasualtyPolicy
    sources: Sequence[SourceType]

    def rank(self, claim: Told) -> int:
        """The place of a claim's source in the order of priority; the surest of its rows counts."""
        return min(PRIORITY.index(self._type(row.attr_idx)) for row in claim.rows)

    def is_of_foe(self, row: Casualty) -> bool:
        """Whether a side that fights the state counts them."""
        return self._type(row.attr_idx) is SourceType.NONSTATE_PARTY

    def _type(self, position: int | None) -> SourceType | None:
        if position is None or position >= len(self.sources):
            return None
        return self.sources[position]


def rivals(whole: list[Casualty], voices: set[int | None]) -> list[Told]:
    """What other voices than ``voices`` count of "people": it competes with a total."""
    by_source: dict[int | None, list[Casualty]] = {}
    for row in whole:
        if row.attr_idx not in voices and _counts_anybody(row):
            by_source.setdefault(row.attr_idx, []).append(row)
    return list(map(told_by, by_source.values()))


def compete(sources: Iterable[list[Casualty]], choice: Choice) -> Total:
    """Resolve the claims of several sources.

    Those that name their victims are compared people by people, those that only say "people"
    compete with the whole.
    """
    populations: dict[tuple[object, ...], list[Told]] = {}
    general: list[Told] = []
    sources = list(sources)
    has_foe = any(choice.is_of_foe(rows[0]) for rows in sources)
    for rows in _without_echoes(sources):
        if all(_is_general(row) or (has_foe and _are_men(row)) for row in rows):
            general.append(told_by(rows))
            continue
        groups: dict[tuple[object, ...], list[Casualty]] = {}
        for row in rows:
            groups.setdefault((row.victim_type, row.side, row.is_attacker), []).append(row)
        for population, members in groups.items():
            populations.setdefault(population, []).append(told_by(members))
    whole = 0
    for population in [key for key, claims in populations.items() if _counts_all(claims)]:
        others = [key for key in populations if key != population]
        if any(not populations[key][0].rows[0].is_attacker for key in others):
            whole = max(whole, *map(_size, populations[population]))
            general += populations.pop(population)
    resolved = [resolve(claims, choice) for claims in populations.values()]
    if general and all(row.is_attacker for total in resolved for row in total.rows):
        resolved = []  # "37 were dead, the army said. Nine of the guerrillas died": some of them
    if sum(total.bounds.best or 0 for total in resolved) < whole:
        resolved = []  # "killing four soldiers, the army said. Police said six people had died"
    is_conflicting = any(total.is_conflicting for total in resolved)
    claims = general
    if resolved:
        named = tuple(row for total in resolved for row in total.rows)
        claims = [Told(add([total.bounds for total in resolved]), named), *general]
    total = resolve(claims, choice)
    return total._replace(is_conflicting=is_conflicting or total.is_conflicting)


def _without_echoes(sources: Iterable[list[Casualty]]) -> Iterable[list[Casualty]]:
    """Of sources that give the same sum for all their people the first: one count in two voices.

    "Four fighters died, their party said; the army said it had killed four terrorists."
    """
    told: set[Bounds] = set()
    for rows in sources:
        total = told_by(rows).bounds
        if total.best is not None and total.best > 1:
            if total in told:
                continue
            told.add(total)
        yield rows


def _counts_all(claims: list[Told]) -> bool:
    """As in "14 people were killed, police said": soldiers whom others count are among them."""
    return all(_counts_anybody(row) for claim in claims for row in claim.rows)


def _counts_anybody(row: Casualty) -> bool:
    return row.text.rpartition(" ")[2] in _ANYBODY


def _is_general(row: Casualty) -> bool:
    return row.victim_type is ActorType.UNKNOWN and not row.is_attacker


def _are_men(row: Casualty) -> bool:
    """As in "claim to have slain 80 men", "lost two men": soldiers as a party counts them."""
    return row.text.rpartition(" ")[2] == "men"


def told_by(rows: list[Casualty]) -> Told:
    """What one source says by some rows."""
    return Told(add([Bounds(row.low, row.best, row.high) for row in rows]), tuple(rows))


def add(parts: Sequence[Bounds]) -> Bounds:
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
        best = sum(first_of(part.best, part.low) or 0 for part in parts)
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


def resolve(claims: list[Told], choice: Choice) -> Total:
    """One figure from competing claims about the same people."""
    if len(claims) == 1:
        return Total(claims[0].bounds, claims[0].rows, False)
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
    return Total(bounds, chosen.rows, len(stated) > 1)


def _size(claim: Told) -> int:
    """How large a claim is, to put claims in order."""
    return first_of(claim.bounds.best, claim.bounds.low, claim.bounds.high) or 0


def first_of(*values: int | None) -> int | None:
    """The first number that is stated; null where none is."""
    return next((value for value in values if value is not None), None)


def _choose(claims: list[Told], choice: Choice) -> Told:
    ordered = sorted(claims, key=_size)
    if choice.policy is CasualtyPolicy.PRIORITY:
        return min(ordered, key=choice.rank)
    if choice.policy is CasualtyPolicy.MAX:
        return ordered[-1]
    if choice.policy is CasualtyPolicy.MEDIAN:
        return ordered[(len(ordered) - 1) // 2]
    return ordered[0]
