"""Predictions in the format of one benchmark.

    python -m benchmarks.predict --format {muc4,sets,gsr,dates,geo,cases} INPUT.jsonl -o PRED

Input lines hold ``id`` and ``text`` or ``sentences`` and may hold ``title``, ``published``,
``dateline`` and ``source``; every other field is ignored. Output is in the order of the input.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from benchmarks.inputs import Row, benchmark_input, read_rows, visible
from coder.values.events import CodedDocument
from coder.values.text import Document

FORMATS = ("muc4", "sets", "gsr", "dates", "geo", "cases")
Code = Callable[[Document], CodedDocument]


def predictions(name: str, rows: Iterable[Row], code: Code | None = None) -> Iterator[str]:
    """The predictions for ``rows``, one piece of text (a line, or a block of lines) at a time.

    ``code`` codes one document; by default the engine with its default options.
    """
    rows = map(visible, rows)
    if name in {"dates", "geo"}:
        row_predictor = import_module(f"benchmarks.predict_{name}").predict_row
        yield from (_line(row_predictor(row)) for row in rows)
        return
    code = code or engine_code()
    predict = import_module(f"benchmarks.predict_{name}").predict
    for row in rows:
        given = benchmark_input(row)
        answer = predict(code(given.document), given)
        if isinstance(answer, str):
            yield answer
        elif isinstance(answer, dict):
            yield _line(answer)
        else:
            yield from map(_line, answer)


def engine_code() -> Code:
    """The coding function of an engine with the default options."""
    pipeline = import_module("coder.pipeline")
    coded: Code = pipeline.Engine().code
    return coded


def _line(value: Any) -> str:  # noqa: ANN401 - whatever JSON can hold
    return json.dumps(value, ensure_ascii=False) + "\n"


def write_predictions(name: str, source: Path, target: Path) -> None:
    """Read ``source`` and write its predictions in the format ``name`` to ``target``."""
    with target.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(predictions(name, read_rows(source)))


def main(arguments: list[str] | None = None) -> int:
    """The command line; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.predict", description=__doc__)
    parser.add_argument("--format", required=True, choices=FORMATS)
    parser.add_argument("input", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args(arguments)
    write_predictions(options.format, options.input, options.output)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
