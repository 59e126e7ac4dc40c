"""How fast the command line is, as a ratio to a bare dictionary scan of the same text.

    python -m benchmarks.speed [--full] [--only {dense,ordinary,start}] [--json FILE]

Dense text is the MUC-4 developer set, ordinary text the gum sentences joined to articles and
repeated.
The short form takes a few minutes; ``--full`` takes all scales and seven repeats.
Every command finds its byte code compiled, as that of an installed package is.
"""

import argparse
import json
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.datasets import datasets
from benchmarks.inputs import Row
from benchmarks.shared import absent, scorer_folder

CODE = "code {input} -o {output} --force"
ARTICLE_SENTENCES = 19
"""Sentences of an ordinary article."""
ORDINARY_COPIES = 4
START_REPEATS = 7
LIMITS = {"dense": 60.0, "ordinary": 15.0}
"""Most times the cost of the bare scan."""
START_LIMITS = {"coder --help": 0.2, "import coder": 0.2, "first record": 1.0}
"""Seconds."""
_NO_BYTE_CODE = frozenset({"PYTHONDONTWRITEBYTECODE", "PYTHONPYCACHEPREFIX"})
_FIRST_RECORD = (
    "import coder; "
    "result = coder.code('Gunmen killed two policemen in Kirkuk on Monday.'); "
    "assert len(result.events) == 1"
)


def program() -> list[str]:
    """The installed command; the module where nothing is installed."""
    beside = Path(sys.executable).with_name("coder")
    found = str(beside) if beside.exists() else shutil.which("coder")
    return [found] if found else [sys.executable, "-m", "coder"]


def dense_rows() -> Iterator[Row]:
    """The MUC-4 developer texts."""
    for row in datasets()["muc4-dev"].rows():
        yield {"id": row["id"], "text": row["text"], "published": row["published"]}


def ordinary_rows() -> Iterator[Row]:
    """The gum sentences in articles of ordinary length, several times over."""
    for copy in range(ORDINARY_COPIES):
        for row in datasets()["gum"].rows():
            sentences = row["sentences"]
            for part, first in enumerate(range(0, len(sentences), ARTICLE_SENTENCES)):
                text = " ".join(sentences[first : first + ARTICLE_SENTENCES])
                tail = f" Copy {copy}." if copy else ""
                yield {
                    "id": f"{row['id']}-{part}-{copy}",
                    "text": text + tail,
                    "published": row.get("published"),
                }


def write_rows(rows: Iterable[Row], path: Path) -> int:
    """Write JSONL; returns the number of documents."""
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
            count += 1
    return count


def compiled(folder: Path) -> dict[str, str]:
    """The environment of this process with byte code kept in ``folder``, whatever it forbids."""
    kept = {name: value for name, value in os.environ.items() if name not in _NO_BYTE_CODE}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder)}


def throughput(corpus: Path, *, full: bool) -> dict[str, Any]:
    """The report of the throughput scorer on one corpus."""
    command = f"{shlex.join(program())} {CODE}"
    report = corpus.with_suffix(".report.json")
    scales, repeats = ("1,4,16", "7") if full else ("1,2", "3")
    subprocess.run(  # noqa: S603
        [
            sys.executable, str(scorer_folder() / "throughput.py"), "--cmd", command,
            "--corpus", str(corpus), "--cpus", "0", "--scales", scales, "--repeats", repeats,
            "--json", str(report),
        ],
        check=True,
        env=compiled(corpus.parent / "byte-code"),
    )  # fmt: skip
    found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
    return found


def start_times(folder: Path) -> dict[str, float]:
    """Median seconds of the wall clock from start to end of small commands.

    ``folder`` keeps their byte code.
    """
    commands = {
        "coder --help": [*program(), "--help"],
        "import coder": [sys.executable, "-c", "import coder"],
        "first record": [sys.executable, "-c", _FIRST_RECORD],
        "bare python": [sys.executable, "-c", "pass"],
    }
    environment = compiled(folder)
    return {name: _median_seconds(command, environment) for name, command in commands.items()}


def _median_seconds(command: list[str], environment: dict[str, str]) -> float:
    times = []
    for _ in range(START_REPEATS + 1):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, env=environment)  # noqa: S603
        times.append(time.perf_counter() - began)
    return statistics.median(times[1:])  # the first run compiles


def summary(name: str, report: dict[str, Any]) -> str:
    """One line: speed, memory, ratio to the scan and growth of the largest scale."""
    row = max(report["runs"], key=lambda run: float(run["scale"]))
    growth = report.get("exponents", {}).get("docs:coder")
    limit = LIMITS[name]
    verdict = "within" if row["x_limit"] <= limit else "ABOVE"
    return (
        f"{name}: {row['net_docs_s']:.0f} articles/s, {row['net_sents_s']:.0f} sentences/s, "
        f"{row['net_mb_s']:.2f} MB/s, peak {row['tree']:.0f} MB, "
        f"{row['x_limit']:.1f} x scan ({verdict} {limit:.0f}), "
        f"growth size^{growth:.2f}"
        if growth is not None
        else f"{name}: {row['x_limit']:.1f} x scan ({verdict} {limit:.0f})"
    )


def main(arguments: list[str] | None = None) -> int:
    """The command line; returns 1 when a limit is broken."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    parser.add_argument("--full", action="store_true", help="all scales and seven repeats")
    parser.add_argument("--only", choices=("dense", "ordinary", "start"))
    parser.add_argument("--json", type=Path, help="write all figures here")
    options = parser.parse_args(arguments)
    missing = absent()
    if missing:
        print(missing)
        return 0
    found: dict[str, Any] = {}
    lines: list[str] = []
    broken = False
    with tempfile.TemporaryDirectory() as folder:
        for name, rows in (("dense", dense_rows), ("ordinary", ordinary_rows)):
            if options.only not in {None, name}:
                continue
            corpus = Path(folder) / f"{name}.jsonl"
            print(f"\n{name}: {write_rows(rows(), corpus)} documents")
            found[name] = throughput(corpus, full=options.full)
            lines.append(summary(name, found[name]))
            broken |= max(run["x_limit"] for run in found[name]["runs"]) > LIMITS[name]
    if options.only in {None, "start"}:
        with tempfile.TemporaryDirectory() as folder:
            found["start"] = start_times(Path(folder))
        for name, seconds in found["start"].items():
            limit = START_LIMITS.get(name)
            lines.append(f"{name}: {seconds:.3f} s" + (f" (limit {limit})" if limit else ""))
            broken |= limit is not None and seconds > limit
    print("\n" + "\n".join(lines))
    if options.json:
        options.json.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return int(broken)


if __name__ == "__main__":
    raise SystemExit(main())
