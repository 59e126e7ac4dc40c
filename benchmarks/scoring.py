"""The scorers of the data folder, run beside this process, and their figures by name."""

import json
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.coding import SetRun
from benchmarks.datasets import is_held_out, muc4_keys, muc4_texts
from benchmarks.inputs import read_rows
from benchmarks.predict import write_predictions
from benchmarks.shared import ROOT, data_folder, scorer_folder

Figures = dict[str, float | None]
"""Name to value; shares of the scorers that run to 100 are given as they give them."""


def score(name: str, folder: Path, run: SetRun, documents: list[str]) -> Figures:
    """All figures of one set, from its predictions in ``folder``."""
    by_set: dict[str, Callable[[Path], Figures]] = {
        "fakes": lambda pred: _fakes(pred, run),
        "re3d": _re3d,
        "gum": _gum,
        "gsr": _gsr,
        "dates": _dates,
        "geo": _geo,
        "cases": _cases,
    }
    pred = folder / f"{name}.pred"
    is_muc4 = name.startswith("muc4")
    figures = _muc4(name, pred, documents) if is_muc4 else by_set[name](pred)
    figures[f"{name}.slowest_s"] = round(run.slowest, 3)
    figures[f"{name}.crashes"] = float(len(run.crashes))
    return figures


def scorer_json(script: str, *arguments: str | Path, report: Path | None = None) -> Any:  # noqa: ANN401
    """The JSON of one scorer: its output, or the file it was told to write."""
    command = [sys.executable, "-X", "utf8", str(scorer_folder() / script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise RuntimeError(f"{script} failed:\n{done.stderr[-2000:]}")
    return json.loads(report.read_text(encoding="utf-8") if report else done.stdout)


def _rounded(value: float | None, factor: float = 1.0) -> float | None:
    return None if value is None else round(value * factor, 4)


def _sets(name: str, pred: Path) -> Any:  # noqa: ANN401
    report = pred.with_suffix(".json")
    gold = data_folder() / name / "dev.jsonl"
    types = ROOT / "benchmarks" / "types_sets.json"
    return scorer_json(
        "score_sets.py", gold, pred, "--types", types, "--json", report, report=report
    )


def _fakes(pred: Path, run: SetRun) -> Figures:
    found = _sets("fakes", pred)
    emitted = found["war totals emitted as an incident (of those marked)"].split("/")[0]
    return {
        "fakes.incident_f1": found["incident sentence"]["F1"],
        "fakes.incident_precision": found["incident sentence"]["P"],
        "fakes.incident_recall": found["incident sentence"]["R"],
        "fakes.killed_exact": found["killed"]["exact>0"],
        "fakes.injured_exact": found["injured"]["exact>0"],
        "fakes.war_totals_emitted": float(emitted),
        "fakes.family_share": found["family in any event"]["share"],
        "fakes.perpetrator_recall": found["perpetrator"]["R"],
        "fakes.events_per_article": _rounded(run.countable_events / max(1, run.documents)),
    }


def _re3d(pred: Path) -> Figures:
    found = _sets("re3d", pred)
    pairs = found["attacker-target pairs"]
    return {
        "re3d.pairs_f1": pairs["F1"],
        "re3d.pairs_precision": pairs["P"],
        "re3d.pairs_recall": pairs["R"],
        "re3d.weapon_recall": found["weapons and platforms (distinct)"]["R"],
    }


def _gum(pred: Path) -> Figures:
    found = _sets("gum", pred)["ALL"]
    return {
        "gum.violent_texts_pct": found["docs with a violent record %"],
        "gum.records_per_1000_sentences": found["records per 1000 sentences"],
    }


def _gsr(pred: Path) -> Figures:
    report = pred.with_suffix(".json")
    types = ROOT / "benchmarks" / "types_gsr.json"
    gold = data_folder() / "gsr" / "dev.jsonl"
    found = scorer_json(
        "gsr/score.py", "--gold", gold, "--pred", pred, "--map", types, "--json", report,
        report=report,
    )["all"]  # fmt: skip
    return {
        "gsr.detection_f1": _rounded(found["detection"]["f1"]),
        "gsr.detection_precision": _rounded(found["detection"]["precision"]),
        "gsr.detection_recall": _rounded(found["detection"]["recall"]),
        "gsr.types_f1": _rounded(found["types"]["f1"]),
        "gsr.source_text": _rounded(found["actors"]["source_text_all"]["rate"]),
    }


def _dates(pred: Path) -> Figures:
    found = scorer_json("dates/score.py", data_folder() / "dates" / "dev.jsonl", pred, "--json")
    figures: Figures = {
        "dates.strict_f1": _rounded(found["meantime"]["strict"]["f1"], 100),
        "dates.value_f1": _rounded(found["meantime"]["value_f1"], 100),
        "dates.interval_f1": _rounded(found["meantime"]["interval_f1"], 100),
    }
    for corpus in ("recognizers", "timenorm", "news"):
        figures[f"dates.{corpus}_interval_f1"] = _rounded(found[corpus]["interval_f1"], 100)
    return figures


def _geo(pred: Path) -> Figures:
    found = scorer_json("geo/score.py", data_folder() / "geo" / "dev.jsonl", pred, "--json")
    virus = found["geovirus"]
    names = {
        f"geo.{corpus}_{name}": figure
        for corpus in ("lgl", "trnews")
        for name, figure in (
            ("found", float(found[corpus]["found"])),
            ("country", _rounded(found[corpus]["country_acc"], 100)),
        )
    }
    return {
        "geo.strict_f1": _rounded(virus["strict"]["f1"], 100),
        "geo.sub161": _rounded(virus["sub161"], 100),
        "geo.country": _rounded(virus["country_acc"], 100),
        "geo.end_to_end_f161": _rounded(virus["geoparse_f161"], 100),
        "geo.re3d_relaxed_f1": _rounded(found["re3d"]["relaxed"]["f1"], 100),
        "geo.re3d_times_relaxed_f1": _re3d_times(pred.parent),
        **names,
    }


def _re3d_times(folder: Path) -> float | None:
    """Relaxed F of the time words of re3d, which the places file carries as ``times``."""
    gold, pred = folder / "re3d-times.gold", folder / "re3d-times.pred"
    rows = [
        {"id": row["id"], "corpus": "re3d", "text": row["text"], "timexes": row["times"]}
        | ({"published": row["published"]} if row.get("published") else {})
        for row in read_rows(data_folder() / "geo" / "dev.jsonl")
        if row["corpus"] == "re3d"
    ]
    gold.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    write_predictions("dates", gold, pred)
    found = scorer_json("dates/score.py", gold, pred, "--json")
    return _rounded(found["re3d"]["relaxed"]["f1"], 100)


def _cases(pred: Path) -> Figures:
    found = scorer_json("cases/score.py", data_folder() / "cases" / "dev.json", pred, "--json")
    summary = found["summary"]
    fields = {
        f"cases.{name}": _rounded(found["fields"][name]["accuracy"])
        for name in ("date_joint", "iso3", "admin1", "place")
    }
    return {
        "cases.incident_f1": _rounded(summary["incident_f1"]),
        "cases.record_recall": _rounded(summary["recall"]),
        "cases.record_precision": _rounded(summary["precision"]),
        "cases.named_errors": float(summary["forbidden_errors"]),
        "cases.articles_all_right": _rounded(summary["articles_all_right"]),
        "cases.field_mean": _rounded(summary["field_mean"]),
        "cases.updates_kept_out": _rounded(summary["updates_kept_out"]),
        **fields,
    }


def _muc4(name: str, pred: Path, documents: list[str]) -> Figures:
    figures = _muc4_part(name, name, pred, documents)
    if name == "muc4-dev":
        kept = [doc for doc in documents if is_held_out(doc)]
        figures |= _muc4_part(name, "muc4-held", pred, kept)
    return figures


def _muc4_part(name: str, label: str, pred: Path, documents: list[str]) -> Figures:
    listed = pred.with_name(f"{label}.ids")
    listed.write_text("\n".join(documents), encoding="utf-8")
    found = scorer_json(
        "muc4/score.py", "--key", *muc4_keys(name), "--response", pred, "--docs", f"@{listed}",
        "--ree", "--texts", *muc4_texts(name), "--json",
    )  # fmt: skip
    return {
        f"{label}.f": found["f"]["P&R"],
        f"{label}.recall": found["recall"],
        f"{label}.precision": found["precision"],
        f"{label}.templates_recall": found["template_id"]["rec"],
        f"{label}.templates_precision": found["template_id"]["pre"],
        f"{label}.ceaf_ree": found["ree"]["micro"]["f"],
        f"{label}.template_metric": found["tf"]["micro"]["f"],
        **filtering(label, {name: float(n) for name, n in found["text_filtering"].items()}),
    }


def filtering(label: str, counts: Mapping[str, float]) -> Figures:
    """Text filtering: documents found relevant, missed, falsely given; F of the three in percent.

    >>> filtering("muc4-dev", {"both": 8, "missed": 1, "false": 3})["muc4-dev.filtering_f"]
    80.0
    """
    both, missed, false = counts["both"], counts["missed"], counts["false"]
    told = both + (missed + false) / 2
    return {
        f"{label}.filtering_f": round(100 * both / told, 2) if told else None,
        f"{label}.filtering_both": both,
        f"{label}.filtering_missed": missed,
        f"{label}.filtering_false": false,
    }


def joint_filtering(
    label: str, names: Sequence[str], figures: Mapping[str, float | None]
) -> Figures:
    """Text filtering over several scored sets together."""
    counts = {
        kind: sum(figures[f"{name}.filtering_{kind}"] or 0.0 for name in names)
        for kind in ("both", "missed", "false")
    }
    return filtering(label, counts)
