"""Whether numbers of victims carry the bounds their words state, on the hand labels of ``fakes``.

    python -m benchmarks.bounds [--errors 20]

A label gives a number and how it is stated. Right is: ``eq`` low and high both the number; ``min``
and ``gt`` the number as low and no high (strictness lives in the qualifier); ``approx`` the number
as best, and neither low nor high both it. Vague numbers and sentences without an incident are not
asked. Of several mentions in one sentence the one with the greatest number is taken, as in
``score_sets.py``; groups inside a mention are added up, as in the labels.
"""

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from benchmarks.datasets import datasets
from benchmarks.inputs import Row
from benchmarks.predict import Code, engine_code, predictions
from benchmarks.shared import absent

Entry = dict[str, Any]
_ASKED = frozenset({"eq", "min", "gt", "approx"})


class Stated(NamedTuple):
    """Low, best and high of a sentence; null where no such bound is given."""

    low: int | None
    best: int | None
    high: int | None


class Answer(NamedTuple):
    """One asked number: what the label says, what was predicted, and whether that is right."""

    kind: str
    bound: str
    number: int
    stated: Stated
    is_right: bool
    sentence: str


def stated(entries: Iterable[Entry], kind: str) -> Stated:
    """What the event mention with the greatest number in a sentence states, in persons."""
    rows = [Stated(entry[f"{kind}_min"], entry[kind], entry[f"{kind}_max"]) for entry in entries]
    return max(rows, key=_size, default=Stated(None, None, None))


def _size(row: Stated) -> int:
    return next((bound for bound in (row.best, row.low, row.high) if bound is not None), -1)


def is_right(bound: str, number: int, found: Stated) -> bool:
    """Whether the bounds are those of the label.

    >>> is_right("min", 12, Stated(12, 12, None)), is_right("eq", 12, Stated(12, 12, None))
    (True, False)
    """
    if bound == "eq":
        return found.low == found.high == number
    if bound in {"min", "gt"}:
        return found.low in {number, number + (bound == "gt")} and found.high is None
    return found.best == number and not found.low == found.high == number


def answers(rows: Iterable[Row], code: Code) -> list[Answer]:
    """Every asked number of the rows with what the engine states there."""
    rows = list(rows)
    found: list[Answer] = []
    lines = map(json.loads, predictions("sets", rows, code))
    for row, line in zip(rows, lines, strict=True):
        for key, label in row["labels"].get("hand", {}).items():
            here = [entry for entry in line["events"] if entry["sentence_index"] == int(key)]
            for kind in ("killed", "injured"):
                bound, number = label[f"{kind}_bound"], label[kind]
                if label["incident"] != "yes" or bound not in _ASKED or not number:
                    continue
                told = stated(here, kind)
                right = is_right(bound, number, told)
                sentence = row["sentences"][int(key)]
                found.append(Answer(kind, bound, number, told, right, sentence))
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the shares and, if asked for, the wrong ones; 0 also where there is no data."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--errors", type=int, default=0, help="how many wrong ones to print")
    given = parser.parse_args(arguments)
    reason = absent()
    if reason is not None:
        sys.stdout.write(f"{reason}\n")
        return 0
    found = answers(datasets()["fakes"].rows(), engine_code())
    for kind in ("killed", "injured"):
        for bound in (None, "eq", "min", "gt", "approx"):
            asked = [it for it in found if it.kind == kind and bound in {None, it.bound}]
            if asked:
                right = sum(answer.is_right for answer in asked)
                name = f"{kind} {bound or 'all'}"
                sys.stdout.write(f"{name:16} {right}/{len(asked)} {right / len(asked):.3f}\n")
    for answer in [it for it in found if not it.is_right][: given.errors]:
        sys.stdout.write(
            f"! {answer.kind} {answer.bound} {answer.number}, got {tuple(answer.stated)}: "
            f"{answer.sentence}\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
