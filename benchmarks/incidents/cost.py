"""Time, memory and growth: a process of its own for each size, a tenth in one province and week."""

import json
import math
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from benchmarks.incidents.telling import tell
from benchmarks.incidents.world import draw_incidents, make_world
from coder import link_incidents

SIZES = (62_500, 250_000, 1_000_000)
CROWDED = 0.1
"""Share of incidents in one province in one week."""
_EVENTS_AN_INCIDENT = 2.4
_INCIDENTS_A_DAY = 2_000 / _EVENTS_AN_INCIDENT
_TABLES = ("events", "documents")
MOST_SECONDS, MOST_GIB, MOST_EXPONENT = 300.0, 4.0, 1.1
"""What 1 million events may cost on two cores."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What linking one size cost; reading the tables is not counted in the time."""

    events: int
    incidents: int
    seconds: float
    cpu_seconds: float
    gib: float


def write_made(events: int, folder: Path) -> None:
    """Reports of about ``events`` events with all columns, as Parquet files in ``folder``."""
    world = make_world(7, provinces=20, towns=50)
    incidents = round(events / _EVENTS_AN_INCIDENT)
    days = max(7, round(incidents / _INCIDENTS_A_DAY))
    drawn = draw_incidents(world, incidents, days=days, seed=7, crowded=CROWDED)
    told = tell(world, drawn, seed=7, noise=1.0)
    for name, frame in told.frames.items():
        frame.write_parquet(folder / f"{name}.parquet")


def run_here(folder: Path) -> Cost:
    """Link the tables of ``folder`` in this process."""
    frames = {name: pl.read_parquet(folder / f"{name}.parquet") for name in _TABLES}
    began, cpu_began = time.perf_counter(), time.process_time()
    linked = link_incidents(frames)
    return Cost(
        events=frames["events"].height,
        incidents=linked["incidents"].height,
        seconds=time.perf_counter() - began,
        cpu_seconds=time.process_time() - cpu_began,
        gib=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20,
    )


def measure(sizes: Sequence[int] = SIZES) -> list[Cost]:
    """The cost of each size, each made and linked in processes of their own."""
    found = []
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            _python("write_made", size, folder)
            printed = _python("print_cost", folder)
            found.append(Cost(**json.loads(printed)))
    return found


def print_cost(folder: str) -> None:
    """What the process that links prints for the one that asked."""
    cost = run_here(Path(folder))
    print(json.dumps({name: getattr(cost, name) for name in cost.__slots__}))


def _python(function: str, *arguments: object) -> str:
    values = ", ".join(repr(one) for one in arguments)
    code = (
        "from pathlib import Path\n"
        f"from benchmarks.incidents.cost import {function}\n"
        f"{function}({values})"
    )
    if function == "write_made":
        code = code.replace(repr(arguments[1]), f"Path({arguments[1]!r})")
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], check=True, stdout=subprocess.PIPE, text=True
    )
    return done.stdout


def exponent(costs: Sequence[Cost], of: str = "cpu_seconds") -> float:
    """Growth from the smallest to the largest: time ~ events ** exponent."""
    first, last = costs[0], costs[-1]
    ratio = getattr(last, of) / getattr(first, of)
    return math.log(ratio) / math.log(last.events / first.events)
