"""Predictions for whole sets in parallel, with what the runs tell on the side."""

import time
import traceback
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice
from pathlib import Path

from benchmarks.datasets import Dataset
from benchmarks.inputs import Row
from benchmarks.predict import Code, engine_code, predictions
from coder.values.events import CodedDocument
from coder.values.text import Document

CHUNK = 50


@dataclass(kw_only=True)
class SetRun:
    """What coding one set told: processor seconds of the slowest document, and crashes."""

    documents: int = 0
    countable_events: int = 0
    slowest: float = 0.0
    slowest_id: str | None = None
    seconds: float = 0.0
    crashes: list[str] = field(default_factory=list)

    def add(self, other: "SetRun") -> None:
        """Take in the run of another part of the same set."""
        self.documents += other.documents
        self.countable_events += other.countable_events
        self.seconds += other.seconds
        self.crashes += other.crashes
        if other.slowest > self.slowest:
            self.slowest, self.slowest_id = other.slowest, other.slowest_id


@lru_cache(maxsize=1)
def _engine() -> Code:
    return engine_code()


_WARM_UP: Row = {
    "id": "warm-up",
    "text": "Gunmen killed two policemen near Kirkuk on Monday.",
    "published": "2020-05-06",
}


@lru_cache(maxsize=6)
def _warm_up(name: str) -> None:
    """Load tables and compile patterns before a process measures its first document."""
    code = None if name in {"dates", "geo"} else _engine()
    for _ in predictions(name, [_WARM_UP], code):
        pass


def code_rows(name: str, rows: list[Row]) -> tuple[list[str], SetRun]:
    """Predictions for some rows, one at a time, so that a crash costs only its own document."""
    run = SetRun()
    countable = 0

    def counting(document: Document) -> CodedDocument:
        nonlocal countable
        coded = _engine()(document)
        countable += sum(event.countable for event in coded.events)
        return coded

    _warm_up(name)
    lines: list[str] = []
    for row in rows:
        began = time.process_time()
        try:
            lines.extend(predictions(name, [row], counting))
        except Exception:  # noqa: BLE001 - a crash is counted, the rest of the set is measured
            run.crashes.append(f"{row['id']}: {traceback.format_exc(limit=-2)}")
        took = time.process_time() - began
        run.documents += 1
        run.seconds += took
        if took > run.slowest:
            run.slowest, run.slowest_id = took, str(row["id"])
    run.countable_events = countable
    return lines, run


def _chunks(dataset: Dataset, every: int) -> Iterator[list[Row]]:
    rows = islice(dataset.rows(), 0, None, every)
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def code_sets(
    chosen: list[Dataset], folder: Path, *, processes: int, every: int = 1
) -> dict[str, SetRun]:
    """Code every set into ``folder/NAME.pred``; of large sets only every ``every``-th document."""
    runs: dict[str, SetRun] = {}
    with ProcessPoolExecutor(max_workers=processes) as pool:
        jobs = {
            dataset.name: [
                pool.submit(code_rows, dataset.format, chunk)
                for chunk in _chunks(dataset, every if dataset.name == "muc4-dev" else 1)
            ]
            for dataset in chosen
        }
        for name, parts in jobs.items():
            runs[name] = SetRun()
            with (folder / f"{name}.pred").open("w", encoding="utf-8") as out:
                for part in parts:
                    lines, run = part.result()
                    out.writelines(lines)
                    runs[name].add(run)
    return runs
