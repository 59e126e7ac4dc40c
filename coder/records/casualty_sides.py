"""The dead of an event by whom they belonged to: civilians, side A, side B and the rest."""

from collections.abc import Sequence

from coder.records.models import Casualty
from coder.values.labels import Side

_CIVILIANS, _SIDE_A, _SIDE_B, _UNKNOWN = range(4)


def split_by_side(
    behind_best: Sequence[Casualty], best: int | None, killed: Sequence[Casualty]
) -> tuple[int | None, ...]:
    """``best`` as civilians, side A, side B and the rest, each null where nothing is told.

    The rows behind ``best`` fall into their own part first; then the rows inside them, and the rows
    an event total covers, take their share out of them.
    """
    parts: list[int | None] = [None, None, None, None]
    for row in behind_best:
        size = _size(row)
        if size is not None and best is not None:
            parts[_part(row)] = (parts[_part(row)] or 0) + size
    if len(killed) == len(behind_best):
        return tuple(parts)
    behind = {row.casualty_id for row in behind_best}
    covered = any(row.is_event_total for row in behind_best)
    for row in killed:
        if row.casualty_id in behind or row.is_event_total:
            continue
        if row.subset_of in behind or (covered and row.subset_of is None):
            _move(parts, row)
    return tuple(parts)


def _size(row: Casualty) -> int | None:
    return row.best if row.best is not None else row.low


def _part(row: Casualty) -> int:
    if row.civilian:
        return _CIVILIANS
    if row.is_attacker or row.side is Side.A:
        return _SIDE_A
    return _SIDE_B if row.side is Side.B else _UNKNOWN


def _move(parts: list[int | None], row: Casualty) -> None:
    """Take the people of ``row`` out of the least determined parts and put them in their own."""
    destination = _part(row)
    wanted = _size(row) or 0
    for origin in (_UNKNOWN, _SIDE_B):
        available = parts[origin] or 0
        if origin == destination:
            return
        taken = min(wanted, available)
        if taken:
            parts[origin] = available - taken or None
            parts[destination] = (parts[destination] or 0) + taken
            wanted -= taken
