"""The scoreboard: every developer set coded and scored.

    python -m benchmarks.run [--quick] [--record [--date DAY]] [--only SET ...] [--keep FOLDER]

Exit code 1 when a figure is below its committed floor (``floors.toml``) or a document crashed.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from benchmarks.coding import SetRun, code_sets
from benchmarks.datasets import UNREAD, Dataset, datasets
from benchmarks.date_speed import measure
from benchmarks.field_notes import measured as measured_field_notes
from benchmarks.judged_events import read_acts, shipped_tally, tally, verdicts
from benchmarks.judged_gum import is_counted
from benchmarks.judged_gum import measured as measured_gum
from benchmarks.notes import measured as measured_notes
from benchmarks.pages import measured as measured_pages
from benchmarks.predict import engine_code
from benchmarks.scoreboard import committed_floors, fallen, scoreboard
from benchmarks.scoring import Figures, joint_filtering, score
from benchmarks.shared import ROOT, absent
from benchmarks.summaries import measured as measured_summaries
from benchmarks.told_alike import measured as measured_told_alike
from benchmarks.wire import measured as measured_wire

QUICK = 5
"""A quick run takes one in so many developer documents of MUC-4."""


def main(arguments: list[str] | None = None) -> int:
    """The command line; returns the exit code."""
    options = _parser().parse_args(arguments)
    if options.tests_alone:
        return tests_alone()
    missing = absent()
    if missing:
        print(missing)
        return 0
    chosen = [d for d in datasets().values() if not options.only or d.name in options.only]
    began = time.perf_counter()
    with ExitStack() as stack:
        folder = options.keep or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        folder.mkdir(parents=True, exist_ok=True)
        every = QUICK if options.quick else 1
        runs = code_sets(chosen, folder, processes=options.processes, every=every)
        figures = figures_of(chosen, folder, runs, every)
    committed = committed_floors()
    print(scoreboard(figures, committed))
    _print_runs(runs, time.perf_counter() - began)
    if options.record:
        _record(figures, options.date, quick=options.quick)
    below = fallen(figures, committed)
    for name in below:
        print(f"below its committed floor: {name}")
    return 1 if below or any(run.crashes for run in runs.values()) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a sample of the largest set")
    parser.add_argument("--record", action="store_true", help="append to history.jsonl")
    parser.add_argument("--date", help="day of the record (default: day of the commit)")
    parser.add_argument("--only", nargs="+", choices=sorted(datasets()), metavar="SET")
    parser.add_argument("--keep", type=Path, help="keep the predictions in this folder")
    parser.add_argument("--processes", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument(
        "--tests-alone", action="store_true", help="run the tests with the data folder hidden"
    )
    return parser


def figures_of(chosen: list[Dataset], folder: Path, runs: dict[str, SetRun], every: int) -> Figures:
    """The figures of all chosen sets."""
    figures: Figures = {}
    for dataset in chosen:
        documents: list[str] = []
        if dataset.format == "muc4":
            step = every if dataset.name == "muc4-dev" else 1
            documents = [str(row["id"]) for row in dataset.rows()][::step]
        figures |= score(dataset.name, folder, runs[dataset.name], documents)
    names = {dataset.name for dataset in chosen}
    if names >= UNREAD:
        figures |= joint_filtering("muc4-tests", sorted(UNREAD), figures)
    if "dates" in names:
        figures |= date_speed_figures()
    if "fakes" in names:
        figures |= judged_figures()
    if "gum" in names:
        figures |= gum_figures()
    if names == set(datasets()):
        figures |= measured_notes() | measured_field_notes() | measured_summaries()
        figures |= measured_pages() | measured_wire() | measured_told_alike()
    return figures


def date_speed_figures() -> Figures:
    """How fast dates are found, and the slowest sentence."""
    found = measure()
    return {"dates.kchar_s": found.kchar_s, "dates.slowest_sentence_ms": found.slowest_ms}


def judged_figures() -> Figures:
    """Right dates and places of the judged and the shipped acts, as shares of those coded."""
    fakes, shipped = tally(verdicts(engine_code(), read_acts())), shipped_tally()
    both = fakes + shipped
    return {
        "judged.acts": float(both.acts),
        "judged.coded": float(both.coded),
        "judged.fakes_date_pct": round(100 * fakes.dates / max(1, fakes.coded), 1),
        "judged.fakes_place_pct": round(100 * fakes.places / max(1, fakes.coded), 1),
        "judged.date_pct": round(100 * both.dates / max(1, both.coded), 1),
        "judged.place_pct": round(100 * both.places / max(1, both.coded), 1),
        "judged.dates_invented": float(both.invented),
    }


def gum_figures() -> Figures:
    """How far the violent records of ordinary text are true, by the judged sentences."""
    found = measured_gum()
    counted = measured_gum(is_counted)
    return {
        "gum.judged_precision": found.precision,
        "gum.judged_recall": found.recall,
        "gum.counted_precision": counted.precision,
        "gum.counted_recall": counted.recall,
        "gum.not_judged": float(len(found.unjudged)),
    }


def _print_runs(runs: dict[str, SetRun], elapsed: float) -> None:
    print()
    for name, run in runs.items():
        share = 1000 * run.seconds / max(1, run.documents)
        print(
            f"{name}: {run.documents} documents, {run.countable_events} countable events, "
            f"{share:.1f} ms a document, slowest {run.slowest:.2f} s ({run.slowest_id})"
        )
        for crash in run.crashes[:3]:
            print(f"  crashed: {crash}")
    print(f"{elapsed:.0f} s in all")


def _record(figures: Figures, day: str | None, *, quick: bool) -> None:
    entry = {
        "commit": _git("rev-parse", "--short=12", "HEAD"),
        "date": day or _git("show", "-s", "--format=%cs", "HEAD"),
        "quick": quick,
        "figures": figures,
    }
    with (ROOT / "benchmarks" / "history.jsonl").open("a", encoding="utf-8") as history:
        history.write(json.dumps(entry) + "\n")


def _git(*arguments: str) -> str:
    done = subprocess.run(  # noqa: S603
        ["git", *arguments],  # noqa: S607 - git is found on the path
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()


def tests_alone() -> int:
    """Run the tests with the data folder hidden: they may skip, they may not fail."""
    with tempfile.TemporaryDirectory() as nothing:
        environment = os.environ | {"CODER_SHARED": nothing}
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "tests"],
            cwd=ROOT,
            env=environment,
            check=False,
        )
    return done.returncode


if __name__ == "__main__":
    raise SystemExit(main())
