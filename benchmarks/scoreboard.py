"""Figures beside their bounds: the scoreboard."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from benchmarks.scoring import Figures

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """``floor`` must be met, ``target`` is the goal; null where there is none."""

    floor: float | None = None
    target: float | None = None
    at_most: bool = False
    ceiling: float | None = None

    def holds(self, value: float | None, limit: float | None) -> bool:
        """Whether ``value`` is on the right side of ``limit``; a figure that is null is not."""
        if limit is None:
            return True
        if value is None:
            return False
        return value <= limit if self.at_most else value >= limit

    def meets_floor(self, value: float | None) -> bool:
        """Whether ``value`` is neither below the floor nor above the ceiling."""
        too_high = self.ceiling is not None and value is not None and value > self.ceiling
        return self.holds(value, self.floor) and not too_high


@lru_cache(maxsize=1)
def _targets() -> dict[str, dict[str, dict[str, float]]]:
    return tomllib.loads((_HERE / "targets.toml").read_text(encoding="utf-8"))


def bound(name: str) -> Bound:
    """The bounds of one figure."""
    table = _targets()
    given = table["figures"].get(name) or table["every"].get(name.partition(".")[2]) or {}
    return Bound(
        floor=given.get("floor"),
        target=given.get("target"),
        at_most=str(given.get("at")) == "most",
        ceiling=table["ceilings"].get(name),  # type: ignore[arg-type]
    )


def committed_floors(path: Path = _HERE / "floors.toml") -> dict[str, float]:
    """The floors a run may not fall below."""
    return dict(tomllib.loads(path.read_text(encoding="utf-8")).get("floors", {}))


def scoreboard(figures: Figures, committed: dict[str, float]) -> str:
    """A line a figure: value, floor, target, committed floor, and a mark where one is missed."""
    lines = [f"{'figure':34}{'value':>10}{'floor':>10}{'target':>10}{'committed':>11}"]
    for name, value in figures.items():
        limits = bound(name)
        mark = ""
        if not limits.holds(value, committed.get(name)):
            mark = "  BELOW COMMITTED FLOOR"
        elif not limits.meets_floor(value):
            mark = "  below floor"
        elif limits.target is not None and limits.holds(value, limits.target):
            mark = "  target met"
        cells = (
            _cell(value),
            _cell(limits.floor),
            _cell(limits.target),
            _cell(committed.get(name)),
        )
        widths = (10, 10, 10, 11)
        row = "".join(c.rjust(w) for c, w in zip(cells, widths, strict=True))
        lines.append(f"{name:34}{row}{mark}")
    return "\n".join(lines)


def _cell(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:g}" if abs(value) >= 10 or value == int(value) else f"{value:.3f}"  # noqa: PLR2004


def fallen(figures: Figures, committed: dict[str, float]) -> list[str]:
    """The figures of this run that are on the wrong side of their committed floor."""
    return [
        name
        for name, limit in committed.items()
        if name in figures and not bound(name).holds(figures[name], limit)
    ]
