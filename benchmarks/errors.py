"""The error browser: gold beside prediction, with the sentence and what the engine thought.

    python -m benchmarks.errors --set {fakes,muc4,cases,gsr,re3d,gum} [--doc ID]
                                [--kind missed|false|field] [-n 20] [--no-trace]

Only developer data can be read: the validation sets of MUC-4 and its held-out documents cannot.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks import disagreements
from benchmarks.coding import code_rows
from benchmarks.datasets import datasets, is_held_out
from benchmarks.disagreements import Disagreement
from benchmarks.inputs import Row, benchmark_input
from benchmarks.shared import ROOT, absent, data_folder, scorer_folder
from coder.values.labels import Section
from coder.values.trace import SentenceTrace

Finder = Callable[[list[Row], Path], Iterator[Disagreement]]
_FINDERS: dict[str, Finder] = {
    "fakes": disagreements.fakes,
    "gum": disagreements.gum,
    "re3d": disagreements.re3d,
    "gsr": disagreements.gsr,
    "muc4": disagreements.muc4,
}
SETS = (*_FINDERS, "cases")
_MUC4_SAMPLE = 200
_VALIDATION_MARKS = ("TST", "tst")


def refused(name: str, doc: str | None) -> str | None:
    """Why a document may not be shown; null when it may."""
    if doc is None or name != "muc4":
        return None
    if doc.startswith(_VALIDATION_MARKS):
        return f"{doc} belongs to a validation set: its score may be looked at, its text may not"
    if is_held_out(doc):
        return f"{doc} is held out for validation"
    return None


def chosen_rows(name: str, doc: str | None) -> list[Row]:
    """The rows to look through."""
    rows: Iterator[Row] = datasets()["muc4-dev" if name == "muc4" else name].rows()
    if doc is not None:
        return [row for row in rows if row["id"] == doc]
    if name == "muc4":
        return [row for row in rows if not is_held_out(row["id"])][:_MUC4_SAMPLE]
    return list(rows)


def show(item: Disagreement, row: Row, *, traced: bool) -> str:
    """One disagreement with its sentences and the engine's reasons."""
    parts = [f"=== {item.doc_id}  {item.kind}", f"gold: {item.gold}", f"ours: {item.predicted}"]
    parts.extend(f"  [{index}] {text}" for index, text in _sentences(item, row))
    if traced:
        parts.extend(_reasons(item, row))
    return "\n".join(parts)


def _sentences(item: Disagreement, row: Row) -> Iterator[tuple[int, str]]:
    sentences = row.get("sentences")
    if sentences is None:
        yield 0, row["text"][:1500]
        return
    for index in item.sentences:
        if 0 <= index < len(sentences):
            yield index, sentences[index]


@lru_cache(maxsize=1)
def _engine() -> Any:  # noqa: ANN401 - the engine of the pipeline
    pipeline = import_module("coder.pipeline")
    return pipeline.Engine()


def _reasons(item: Disagreement, row: Row) -> Iterator[str]:
    """Per sentence what the frames said, for the sentences of the disagreement."""
    given = benchmark_input(row)
    for sentence in _engine().trace(given.document).sentences:
        if not (sentence.trials or item.sentences):
            continue
        if item.sentences and not _is_among(sentence, item, given.sentence_starts):
            continue
        yield f"  trace: {sentence.reason}"
        for trial in sentence.trials:
            roles = ", ".join(f"{role}={text}" for role, text in trial.roles)
            mark = "+" if trial.accepted else "-"
            yield f"    {mark} {trial.frame_id} at {trial.trigger!r} ({trial.verdict}) {roles}"


def _is_among(sentence: SentenceTrace, item: Disagreement, starts: tuple[int, ...]) -> bool:
    span = sentence.sentence
    if span.section is Section.TITLE:
        return False
    for index in item.sentences:
        if not starts:
            return True
        end = starts[index + 1] if index + 1 < len(starts) else span.end + 1
        if starts[index] <= span.start < end:
            return True
    return False


def _cases(doc: str | None, count: int) -> int:
    """The scorer of the hand-coded articles lists its own differences."""
    rows = chosen_rows("cases", doc)
    with tempfile.TemporaryDirectory() as folder:
        pred = Path(folder) / "cases.pred"
        pred.write_text("".join(code_rows("cases", rows)[0]), encoding="utf-8")
        command = [
            sys.executable,
            str(scorer_folder() / "cases" / "score.py"),
            str(data_folder() / "cases" / "dev.json"),
            str(pred),
            "--errors",
            str(count),
        ]
        if doc is not None:
            command += ["--cases", doc]
        return subprocess.run(command, cwd=ROOT, check=False).returncode  # noqa: S603


def main(arguments: list[str] | None = None) -> int:
    """The command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.errors", description=__doc__)
    parser.add_argument("--set", dest="name", required=True, choices=SETS)
    parser.add_argument("--doc")
    parser.add_argument("--kind", choices=("missed", "false", "field"))
    parser.add_argument("-n", "--count", type=int, default=20)
    parser.add_argument("--no-trace", action="store_true")
    options = parser.parse_args(arguments)
    missing = absent()
    if missing:
        print(missing)
        return 0
    reason = refused(options.name, options.doc)
    if reason:
        print(reason, file=sys.stderr)
        return 2
    if options.name == "cases":
        return _cases(options.doc, options.count)
    rows = chosen_rows(options.name, options.doc)
    kind = "muc4" if options.name == "muc4" else datasets()[options.name].format
    with tempfile.TemporaryDirectory() as folder:
        pred = Path(folder) / "pred"
        pred.write_text("".join(code_rows(kind, rows)[0]), encoding="utf-8")
        found = [
            item for item in _FINDERS[options.name](rows, pred) if options.kind in {None, item.kind}
        ]
    by_id = {row["id"]: row for row in rows}
    print(f"{len(found)} disagreements in {len(rows)} documents\n")
    for item in found[: options.count]:
        print(show(item, by_id[item.doc_id], traced=not options.no_trace) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
