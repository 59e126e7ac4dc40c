"""The names of the columns of an input file, for a message that helps to map them."""

import csv
import json
from pathlib import Path

_HEAD = 1_000_000
"""Code points that are read of a text format."""


def columns_of(path: Path) -> list[str]:
    """The columns of a .csv, .jsonl, .ndjson or .parquet file; empty for anything else."""
    suffix = path.suffix.lower()
    if not path.is_file() or suffix not in {".csv", ".jsonl", ".ndjson", ".parquet"}:
        return []
    if suffix == ".parquet":
        import polars as pl  # noqa: PLC0415 - heavy, and only needed here

        return pl.scan_parquet(path).collect_schema().names()
    with path.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        if suffix == ".csv":
            return next(csv.reader([lines.readline(_HEAD)]), [])
        try:
            row = json.loads(lines.readline(_HEAD))
        except ValueError:
            return []
    return list(row) if isinstance(row, dict) else []
