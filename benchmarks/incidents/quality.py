"""Quality on made reports with known truth: curves over noise, on seeds of their own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl

from benchmarks.incidents.measures import Agreement, b_cubed, pairwise
from benchmarks.incidents.telling import Told, tell
from benchmarks.incidents.world import draw_incidents, make_world
from coder import LinkOptions, link_incidents

TUNING_SEEDS = (1, 2)
"""Seeds on which threshold and points were set; never reported."""
REPORT_SEEDS = (11, 12, 13, 14, 15)
NOISES = (0.0, 0.5, 0.75, 1.0, 1.5, 2.0)
INCIDENTS = 1500
DAYS = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """Means over seeds for one level of noise."""

    noise: float
    events: int
    pairwise: Agreement
    b_cubed: Agreement


def made(seed: int, noise: float, *, incidents: int = INCIDENTS) -> Told:
    """Reports of one seed."""
    world = make_world(seed)
    drawn = draw_incidents(world, incidents, days=DAYS, seed=seed)
    return tell(world, drawn, seed=seed, noise=noise)


def labels(told: Told, options: LinkOptions | None = None) -> pl.DataFrame:
    """True and found incident of every event."""
    linked = link_incidents(told.frames, options=options)
    found = linked["events"].select("event_id", pl.col("incident_id").alias("found"))
    return found.join(told.truth, on="event_id", how="inner")


def measure(
    noise: float,
    seeds: Sequence[int] = REPORT_SEEDS,
    *,
    incidents: int = INCIDENTS,
    options: LinkOptions | None = None,
) -> Quality:
    """Quality at one level of noise, the mean over seeds."""
    tables = [labels(made(seed, noise, incidents=incidents), options) for seed in seeds]
    return Quality(
        noise=noise,
        events=sum(table.height for table in tables),
        pairwise=_mean(pairwise(table) for table in tables),
        b_cubed=_mean(b_cubed(table) for table in tables),
    )


def _mean(found: Iterable[Agreement]) -> Agreement:
    listed = list(found)
    return Agreement(
        sum(one.precision for one in listed) / len(listed),
        sum(one.recall for one in listed) / len(listed),
    )
