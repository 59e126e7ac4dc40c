"""Real reports: the incidents that linking makes of the fakes developer set, against the verdicts.

``benchmarks/judged/links.tsv`` says for each event of a judged incident which act it tells. A found
incident is right when all its events are judged to tell one act, wrong when two tell different
acts, and open when an event was never judged: the coder has changed since.
"""

from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from benchmarks.datasets import datasets
from benchmarks.inputs import benchmark_input
from coder import Coder, link_incidents
from coder.tables.frames import TableBuilder

VERDICTS = Path(__file__).resolve().parents[1] / "judged" / "links.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Found incidents of two or more events by verdict; the same for those of several sources."""

    right: int
    wrong: int
    open: int
    independent_right: int
    independent_wrong: int
    split_acts: tuple[tuple[str, int], ...]

    @property
    def precision(self) -> float:
        """Share of right ones among those judged."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0


def acts() -> dict[str, str]:
    """Judged event -> the act it tells."""
    table = pl.read_csv(VERDICTS, separator="\t", comment_prefix="#", infer_schema=False)
    return dict(table.select("event_id", "act").iter_rows())


def linked_fakes() -> dict[str, pl.DataFrame]:
    """The developer set coded and linked."""
    builder = TableBuilder()
    documents = (benchmark_input(row).document for row in datasets()["fakes"].rows())
    for result in Coder().code_documents(documents):
        if result.record is not None:
            builder.add(result.record)
    return link_incidents(builder.frames())


def judge(linked: dict[str, pl.DataFrame], told: dict[str, str]) -> Judged:
    """Hold the found incidents against the verdicts."""
    counts: dict[str, int] = defaultdict(int)
    homes: dict[str, set[str]] = defaultdict(set)
    several = linked["incidents"].filter("countable")
    for row in several.iter_rows(named=True):
        known = {told.get(event) for event in row["event_ids"]}
        for act in known - {None}:
            homes[str(act)].add(row["incident_id"])
        if row["n_reports"] == 1:
            continue
        verdict = "wrong" if len(known - {None}) > 1 else "open" if None in known else "right"
        counts[verdict] += 1
        if row["n_independent_sources"] > 1:
            counts[f"independent_{verdict}"] += 1
    split = sorted((act, len(found)) for act, found in homes.items() if len(found) > 1)
    return Judged(
        right=counts["right"],
        wrong=counts["wrong"],
        open=counts["open"],
        independent_right=counts["independent_right"],
        independent_wrong=counts["independent_wrong"],
        split_acts=tuple(split),
    )
