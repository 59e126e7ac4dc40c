"""Where predictions and gold differ, document by document, in a form that can be shown."""

import importlib.util
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.datasets import is_held_out, muc4_keys
from benchmarks.inputs import Row, read_rows
from benchmarks.shared import ROOT, scorer_folder


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """``kind`` is missed, false or field; ``sentences`` are sentence numbers, empty for all."""

    doc_id: str
    kind: str
    gold: str
    predicted: str
    sentences: tuple[int, ...] = ()


@lru_cache(maxsize=8)
def scorer_module(path: str) -> ModuleType:
    """A scorer of the data folder as a module."""
    file = scorer_folder() / path
    spec = importlib.util.spec_from_file_location(path.replace("/", "_")[:-3], file)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(file)
    module = importlib.util.module_from_spec(spec)

    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@lru_cache(maxsize=1)
def _families() -> dict[str, str]:
    path = ROOT / "benchmarks" / "types_sets.json"
    table: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return table


def _is_violent(entry: dict[str, Any]) -> bool:
    violent: frozenset[str] = scorer_module("score_sets.py").VIOLENT
    return _families()[entry["event_type"]] in violent


def _entries(pred: Path) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in read_rows(pred):
        found[line["id"]] = line["events"]
    return found


def _short(entry: dict[str, Any]) -> str:
    kept = {key: value for key, value in entry.items() if value not in (None, [])}
    return json.dumps(kept, ensure_ascii=False)


def fakes(rows: list[Row], pred: Path) -> Iterator[Disagreement]:
    """Hand-labelled sentences with a wrong verdict or a wrong number."""
    entries = _entries(pred)
    for row in rows:
        for key, label in row["labels"].get("hand", {}).items():
            here = [e for e in entries[row["id"]] if e["sentence_index"] == int(key)]
            violent = [e for e in here if _is_violent(e)]
            shown = "\n".join(map(_short, here)) or "nothing"
            gold = json.dumps(label, ensure_ascii=False)
            where = (int(key),)
            kind = _fakes_kind(label, violent, here)
            if kind:
                yield Disagreement(
                    doc_id=row["id"], kind=kind, gold=gold, predicted=shown, sentences=where
                )


def _fakes_kind(
    label: dict[str, Any], violent: list[dict[str, Any]], here: list[dict[str, Any]]
) -> str | None:
    if label["incident"] == "yes" and not violent:
        return "missed"
    if label["incident"] == "no" and violent:
        return "false"
    if label["incident"] == "yes":
        for name in ("killed", "injured"):
            if label[f"{name}_bound"] in {"ignore", "vague"}:
                continue
            said = max((_count(entry, name) for entry in here), default=0)
            if said != (label[name] or 0):
                return "field"
    return None


def _count(entry: dict[str, Any], name: str) -> int:
    for key in (f"{name}_min", name, f"{name}_max"):
        if entry[key] is not None:
            return int(entry[key])
    return 0


def gum(rows: list[Row], pred: Path) -> Iterator[Disagreement]:
    """Every violent record: most are false."""
    entries = _entries(pred)
    for row in rows:
        for entry in entries[row["id"]]:
            if _is_violent(entry):
                index = entry["sentence_index"]
                yield Disagreement(
                    doc_id=row["id"],
                    kind="false",
                    gold="no label",
                    predicted=_short(entry),
                    sentences=() if index is None else (index,),
                )


def re3d(rows: list[Row], pred: Path) -> Iterator[Disagreement]:
    """Attacker-target pairs that were missed or are not in the gold."""
    same = scorer_module("score_sets.py").same_name
    entries = _entries(pred)
    for row in rows:
        gold = [
            (r["source"], r["target"])
            for r in row["labels"]["relations"]
            if r["type"] == "FightingAgainst"
        ]
        said = [
            (source, target, entry)
            for entry in entries[row["id"]]
            for source in entry["actors"]
            for target in entry["targets"] + entry["victims"]
        ]
        for source, target in gold:
            if not any(same(source, s) and same(target, t) for s, t, _ in said):
                yield Disagreement(
                    doc_id=row["id"], kind="missed", gold=f"{source} -> {target}", predicted="-"
                )
        for source, target, entry in said:
            if not any(same(s, source) and same(t, target) for s, t in gold):
                yield Disagreement(
                    doc_id=row["id"],
                    kind="false",
                    gold="-",
                    predicted=f"{source} -> {target}",
                    sentences=(entry["sentence_index"],),
                )


def gsr(rows: list[Row], pred: Path) -> Iterator[Disagreement]:
    """Cases with a conflict event on one side only, or of another class."""
    klass = scorer_module("gsr/score.py").klass
    entries = _entries(pred)
    for row in rows:
        gold = sorted(filter(None, (klass(event, {}) for event in row["expected"])))
        said = sorted(filter(None, (klass(event, {}) for event in entries[row["id"]])))
        if gold == said:
            continue
        kind = "missed" if not said else "false" if not gold else "field"
        yield Disagreement(
            doc_id=row["id"],
            kind=kind,
            gold="\n".join(map(_short, row["expected"])) or "nothing",
            predicted="\n".join(map(_short, entries[row["id"]])) or "nothing",
        )


def muc4(rows: list[Row], pred: Path) -> Iterator[Disagreement]:
    """Templates that were missed or are spurious, and wrong fills of matched ones."""
    scorer = scorer_module("muc4/score.py")
    wanted = {row["id"] for row in rows if not is_held_out(row["id"])}
    report = scorer.score(
        scorer.read_templates(list(map(str, muc4_keys("muc4-dev")))),
        scorer.read_templates([str(pred)]),
        docs=wanted,
    )
    fills: dict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    kinds = {"missing": "missed", "spurious": "false", "matched": "field"}
    for error in report.errors:
        key, response = str(error["key_template"]), str(error["response_template"])
        line = f"{error['status']} {error['slot']}: {error['key']} | {error['response']}"
        fills[error["doc"], kinds[error["template"]], key, response].append(line)
    for (doc, kind, key, response), lines in fills.items():
        yield Disagreement(
            doc_id=doc,
            kind=kind,
            gold=f"template {key}",
            predicted=f"template {response}\n" + "\n".join(lines),
        )
