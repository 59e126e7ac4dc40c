"""Check the folder that ``coder code fixtures/articles.jsonl -o FOLDER`` wrote.

    python check_main_job.py FOLDER

The expectations are loose on purpose: the exact ones stand in ``tests/corpus``.
"""

import sys
from pathlib import Path

import polars as pl

TABLES = (
    "events",
    "event_mentions",
    "actors",
    "casualties",
    "targets",
    "weapons",
    "attributions",
    "evidence",
    "documents",
    "relations",
    "incidents",
    "errors",
)
ARTICLES = 10
COUNTABLE = range(30, 71)  # 46 acts are coded by hand
KILLED = range(60, 200)  # 102 dead are coded by hand


def main(folder: Path) -> int:
    """Return 0 where every check holds; raise ``SystemExit`` with what does not."""
    tables = {name: pl.read_parquet(folder / f"{name}.parquet") for name in TABLES}
    events = tables["events"].filter(pl.col("countable"))
    killed = int(events.select(pl.coalesce("killed_best", "killed_low")).to_series().sum())
    sports = events.filter(pl.col("doc_id") == "belgrade-2011-sports").height
    documents = tables["documents"]
    findings = {
        f"{ARTICLES} documents": documents.height == ARTICLES,
        "all coded": set(documents["status"].cast(pl.String)) == {"coded"},
        "no errors": tables["errors"].height == 0,
        f"{events.height} countable events": events.height in COUNTABLE,
        f"{killed} killed": killed in KILLED,
        f"{sports} events on the sports page": sports == 0,
        "several types": events["event_type"].n_unique() >= 8,  # noqa: PLR2004
        "evidence for every event": set(tables["events"]["event_id"])
        <= set(tables["evidence"]["event_id"]),
    }
    wrong = [finding for finding, holds in findings.items() if not holds]
    sys.stdout.write("\n".join(findings) + "\n")
    return 0 if not wrong else sys.exit(f"wrong: {', '.join(wrong)}")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
