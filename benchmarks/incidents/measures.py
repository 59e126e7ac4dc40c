"""How well found clusters agree with the true ones: pairwise and B-cubed."""

from typing import NamedTuple

import polars as pl


class Agreement(NamedTuple):
    """Precision, recall and F1, each 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Harmonic mean; 0 where both are 0."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def pairwise(labels: pl.DataFrame) -> Agreement:
    """Over pairs of events: ``labels`` holds ``truth`` and ``found``, a row an event.

    >>> pairwise(pl.DataFrame({"truth": [1, 1, 2], "found": [1, 1, 1]}))
    Agreement(precision=0.3333333333333333, recall=1.0)
    """
    both = _pairs(labels, "truth", "found")
    found, true = _pairs(labels, "found"), _pairs(labels, "truth")
    return Agreement(both / found if found else 1.0, both / true if true else 1.0)


def _pairs(labels: pl.DataFrame, *keys: str) -> int:
    sizes = labels.group_by(keys).len()["len"].cast(pl.Int64)
    return int((sizes * (sizes - 1) // 2).sum())


def b_cubed(labels: pl.DataFrame) -> Agreement:
    """Over events: what share of each one's cluster belongs there, and of its truth is in it.

    >>> b_cubed(pl.DataFrame({"truth": [1, 1, 2], "found": [1, 2, 3]}))
    Agreement(precision=1.0, recall=0.6666666666666666)
    """
    sized = labels.select(
        pl.len().over("truth", "found").alias("both"),
        pl.len().over("found").alias("found"),
        pl.len().over("truth").alias("truth"),
    )
    precision, recall = sized.select(
        (pl.col("both") / pl.col("found")).mean().alias("precision"),
        (pl.col("both") / pl.col("truth")).mean().alias("recall"),
    ).row(0)
    return Agreement(precision, recall)
