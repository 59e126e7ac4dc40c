"""Scored pairs -> clusters: average linkage, and no merge that what is known contradicts.

Two clusters are joined when each is the other's best neighbour, the score between their reports
reaches the threshold on average (over the pairs that were scored, also the poor ones), and nothing
contradicts: no two reports of one document, which tells them as two acts, and no known days, points
or exact tolls too far apart. So a vague report goes to the act it fits best, and cannot tie two
acts together. All such pairs of clusters are joined at once, round by round, until none is left.
Sums are whole numbers and ties go to the smaller ids: the order of the input plays no part.
"""

import polars as pl

from coder.incidents.copies import group_pairs
from coder.incidents.options import LinkOptions
from coder.incidents.reports import PLACE

_FEW = 3
"""Tolls that differ by no more than this never contradict each other."""
FLOOR = -8.0
"""Pairs below it are not averaged: what they contradict, a cluster contradicts too."""
_KM_PER_DEGREE = 111.2
_PAIRS_AT_ONCE = 1_500_000
_BOUNDS = ("day", "lat", "lon", "toll")


def cluster_reports(
    reports: pl.DataFrame, scored: pl.DataFrame, options: LinkOptions
) -> tuple[pl.Series, pl.DataFrame]:
    """One report of each one's cluster, the same for all of it; and the pairs that hold it.

    ``scored`` holds each pair of :func:`coder.incidents.scoring.score_pairs` once, as ``a``, ``b``
    and ``score``, also those below the threshold. Of a cluster of n the n - 1 best pairs that
    connect it are returned.
    """
    strong = scored.filter(pl.col("score") >= options.threshold)
    group = group_pairs(reports.height, strong)
    inside = scored.filter(group.gather(scored["a"]) == group.gather(scored["b"]))
    linking = _Linking(reports, options)
    # Connected groups know nothing of each other: part by part they need less memory.
    parts = 1 + inside.height // _PAIRS_AT_ONCE
    for part in range(parts):
        edges = inside.filter(group.gather(inside["a"]) % parts == part).select(
            "a", "b",
            (pl.col("score") * 100).round().cast(pl.Int64).alias("total"),
            pl.lit(1, pl.UInt32).alias("n"),
            pl.lit(value=False).alias("barred"),
        )  # fmt: skip
        linking.begin(edges)
        while edges.height:
            edges = linking.round(edges)
    clusters = linking.clusters()
    return clusters, _holding(inside, clusters)


class _Linking:
    """The state between rounds: who is in which cluster, and what a cluster may not contradict."""

    def __init__(self, reports: pl.DataFrame, options: LinkOptions) -> None:
        self._threshold = round(options.threshold * 100)
        self._toll_spread = options.toll_spread
        self._parent = pl.int_range(reports.height, dtype=pl.UInt32, eager=True)
        self._documents = reports.select("doc", pl.col("report").alias("cluster"))
        self._held = self._documents
        known = reports.select(
            pl.when("is_day").then(pl.col("last_day").cast(pl.Float64)).alias("day"),
            pl.when(pl.col("level") == PLACE).then(pl.col("lat").cast(pl.Float64)).alias("lat"),
            pl.when(pl.col("level") == PLACE).then(pl.col("lon").cast(pl.Float64)).alias("lon"),
            pl.when("killed_exact").then(pl.col("killed").cast(pl.Float64)).alias("toll"),
        )
        self._least = {name: known[name] for name in _BOUNDS}
        self._most = {name: known[name].clone() for name in _BOUNDS}
        near = 4 * options.near_km / _KM_PER_DEGREE
        self._allowed = {"day": 2.0 * options.window_days, "lat": near, "lon": 2 * near}

    def begin(self, edges: pl.DataFrame) -> None:
        """Look up the documents of the reports of ``edges``, none of which is joined yet."""
        ends = pl.concat([edges["a"], edges["b"].alias("a")]).unique().implode()
        self._held = self._documents.filter(pl.col("cluster").is_in(ends))

    def clusters(self) -> pl.Series:
        """The cluster of each report."""
        while True:
            above = self._parent.gather(self._parent)
            if above.equals(self._parent):
                return self._parent.alias("cluster")
            self._parent = above

    def round(self, edges: pl.DataFrame) -> pl.DataFrame:
        """Join every two clusters that are each other's best; returns what may still be joined."""
        open_edges = edges.filter(
            ~pl.col("barred") & (pl.col("total") >= self._threshold * pl.col("n"))
        )
        fits = self._fits(open_edges)
        chosen = _mutual_best(open_edges.filter(fits))
        clash = self._share_document(chosen)
        joined = chosen.filter(~clash)
        barred = pl.concat([open_edges.filter(~fits), chosen.filter(clash)]).select("a", "b")
        if barred.height:
            barred = barred.with_columns(pl.lit(value=True).alias("now"))
            edges = edges.join(barred, on=["a", "b"], how="left").select(
                "a", "b", "total", "n", (pl.col("barred") | pl.col("now").fill_null(value=False))
            )
        if joined.height:
            self._join(joined["a"], joined["b"])
            edges = _renamed(edges, self._parent)
        return self._still_open(edges)

    def _fits(self, edges: pl.DataFrame) -> pl.Series:
        """Whether two clusters agree in what is known of both."""
        fits = pl.repeat(value=True, n=edges.height, dtype=pl.Boolean, eager=True)
        for name in _BOUNDS:
            sides = pl.DataFrame(
                {
                    "least_a": self._least[name].gather(edges["a"]),
                    "least_b": self._least[name].gather(edges["b"]),
                    "most_a": self._most[name].gather(edges["a"]),
                    "most_b": self._most[name].gather(edges["b"]),
                }
            )
            high = pl.max_horizontal("most_a", "most_b")
            spread = high - pl.min_horizontal("least_a", "least_b")
            allowed = (
                pl.max_horizontal(pl.lit(float(_FEW)), self._toll_spread * high)
                if name == "toll"
                else pl.lit(self._allowed[name])
            )
            both = pl.col("least_a").is_not_null() & pl.col("least_b").is_not_null()
            fits &= sides.select(~(both & (spread > allowed))).to_series()
        return fits

    def _share_document(self, pairs: pl.DataFrame) -> pl.Series:
        """Whether the two clusters of a pair hold reports of one document."""
        docs = (
            pairs.select("a", "b")
            .with_row_index("pair")
            .join(self._held, left_on="a", right_on="cluster", how="inner")
            .join(self._held, left_on=["b", "doc"], right_on=["cluster", "doc"], how="semi")
        )
        rows = pl.int_range(pairs.height, dtype=pl.UInt32, eager=True)
        return rows.is_in(docs["pair"].unique().implode())

    def _join(self, kept: pl.Series, gone: pl.Series) -> None:
        for name in _BOUNDS:
            for bounds, choose in (
                (self._least, pl.min_horizontal),
                (self._most, pl.max_horizontal),
            ):
                values = bounds[name]
                both = pl.DataFrame({"kept": values.gather(kept), "gone": values.gather(gone)})
                values.scatter(kept, both.select(choose("kept", "gone")).to_series())
        self._parent.scatter(gone, kept)
        moved = self._held["cluster"]
        self._held = self._held.with_columns(self._parent.gather(moved).alias("cluster"))

    def _still_open(self, edges: pl.DataFrame) -> pl.DataFrame:
        """Edges between clusters that may still be joined with somebody.

        A cluster whose averages are all below the threshold stays so: the average to two joined
        clusters lies between the averages to each.
        """
        is_open = ~pl.col("barred") & (pl.col("total") >= self._threshold * pl.col("n"))
        ends = edges.filter(is_open)
        alive = pl.concat([ends["a"], ends["b"].alias("a")]).unique().implode()
        return edges.filter(pl.col("a").is_in(alive) & pl.col("b").is_in(alive))


def _mutual_best(edges: pl.DataFrame) -> pl.DataFrame:
    """The edges that are the best of both their clusters."""
    ordered = edges.sort(
        pl.col("total") / pl.col("n"), "a", "b", descending=[True, False, False]
    ).with_row_index("rank")  # fmt: skip
    ends = pl.concat(
        [
            ordered.select(pl.col("a").alias("end"), "rank"),
            ordered.select(pl.col("b").alias("end"), "rank"),
        ]
    )
    best = ends.group_by("end").agg(pl.col("rank").min())
    held = best.group_by("rank").len().filter(pl.col("len") == 2)["rank"]  # noqa: PLR2004 (ends)
    return ordered.filter(pl.col("rank").is_in(held.implode())).drop("rank")


def _renamed(edges: pl.DataFrame, parent: pl.Series) -> pl.DataFrame:
    """Edges between the joined clusters, those between the same two added up."""
    first, second = parent.gather(edges["a"]), parent.gather(edges["b"])
    moved = (first != edges["a"]) | (second != edges["b"])
    named = edges.with_columns(
        pl.min_horizontal(first.alias("a"), second.alias("b")).alias("a"),
        pl.max_horizontal(first.alias("a"), second.alias("b")).alias("b"),
    )
    touched = pl.concat([first.filter(moved), second.filter(moved)]).unique().implode()
    near = pl.col("a").is_in(touched) | pl.col("b").is_in(touched)
    sums = (
        named.filter(near & (pl.col("a") != pl.col("b")))
        .group_by("a", "b")
        .agg(pl.col("total").sum(), pl.col("n").sum(), pl.col("barred").any())
    )
    return pl.concat([named.filter(~near), sums])


def _holding(inside: pl.DataFrame, clusters: pl.Series) -> pl.DataFrame:
    """The best pairs that connect each cluster: its maximum spanning tree."""
    own = inside.filter(clusters.gather(inside["a"]) == clusters.gather(inside["b"])).sort(
        "score", "a", "b", descending=[True, False, False]
    )
    parent = list(range(clusters.len()))
    kept = []
    for a, b in zip(own["a"].to_list(), own["b"].to_list(), strict=True):
        first, second = a, b
        while parent[first] != first:
            parent[first] = parent[parent[first]]
            first = parent[first]
        while parent[second] != second:
            parent[second] = parent[parent[second]]
            second = parent[second]
        kept.append(first != second)
        parent[second] = first
    return own.filter(pl.Series(kept, dtype=pl.Boolean))
