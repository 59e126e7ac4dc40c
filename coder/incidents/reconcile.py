"""Incidents and their reports -> rows of ``incidents``: one place, day and type, all numbers.

Reports of one publisher, and copies of one article wherever they appear, are one source: its last
figure counts. ``best`` is the figure of one source, chosen by the number policy; ``low`` and
``high`` are the bounds over all sources. Days are put to the vote of the reports that know the
day; type and place are those of the representative report.
"""

import polars as pl

from coder.incidents.options import NumberPolicy
from coder.incidents.reports import families
from coder.records.frame_schema import frame_schema

RECONCILED = (
    "event_id", "doc_id", "event_type", "event_subtype", "countable", "pub_date",
    "date_start", "date_end", "date_precision",
    "iso3", "admin1_name", "place_name", "lat", "lon", "geo_precision", "actor1_name",
    "killed_low", "killed_best", "killed_high", "injured_low", "injured_best", "injured_high",
    "source_name", "n_sources", "confidence",
)  # fmt: skip
"""Columns of ``events`` that become columns of ``incidents`` or decide about them."""

_KINDS = ("killed", "injured")
_BOUNDS = tuple(f"{kind}_{bound}" for kind in _KINDS for bound in ("low", "best", "high"))


def rank_members(events: pl.DataFrame) -> pl.DataFrame:
    """``events`` in the order in which they would represent an incident, the best first.

    A report represents an incident best when it names the settlement, the day, the means and the
    toll; then by confidence, the date of publication and the id.
    """
    means = {kind: number > 0 for kind, (_, number) in families().items()}
    return events.sort(
        pl.col("geo_precision").cast(pl.String).is_in(["point", "site", "place"]),
        pl.col("place_name").is_not_null(),
        (pl.col("date_precision").cast(pl.String) == "day").fill_null(value=False),
        pl.col("event_type").cast(pl.String).replace_strict(means, return_dtype=pl.Boolean),
        pl.coalesce("killed_best", "killed_low").is_not_null(),
        pl.col("confidence").fill_null(0.0),
        pl.col("pub_date").fill_null(pl.date(9999, 12, 31)),
        "event_id",
        descending=[True, True, True, True, True, True, False, False],
    )


def incident_rows(ranked: pl.DataFrame, docs: pl.DataFrame, policy: NumberPolicy) -> pl.DataFrame:
    """The ``incidents`` table, sorted by id.

    ``ranked`` are events with ``incident_id`` in the order of :func:`rank_members`; ``docs`` says
    for each ``doc_id`` which ``copy`` group and ``publisher`` it belongs to.
    """
    reports = ranked.join(docs, on="doc_id", how="left", maintain_order="left")
    several = pl.col("event_id").len().over("incident_id") > 1
    marked = reports.with_columns(several.alias("several"))
    alone = marked.filter(~pl.col("several"))
    shared = marked.filter("several")
    rows = [_rows(alone, _single_numbers(alone))]
    if shared.height:
        shared = shared.with_columns(_units(shared))
        rows.append(_rows(shared, _numbers(shared, policy)))
    names = frame_schema("incidents").names()
    return pl.concat([one.select(names) for one in rows]).sort("incident_id")


def _units(shared: pl.DataFrame) -> pl.Series:
    """Which independent source each report belongs to: the least document it is tied to.

    Ties run through copies and through publishers, so labels spread until nothing changes.
    """
    labels = shared.select("incident_id", "copy", "publisher", pl.col("doc").alias("unit"))
    while True:
        spread = labels.with_columns(pl.col("unit").min().over("incident_id", "copy"))
        spread = spread.with_columns(
            pl.when(pl.col("publisher") > 0)
            .then(pl.col("unit").min().over("incident_id", "publisher"))
            .otherwise("unit")
            .alias("unit")
        )
        if spread["unit"].equals(labels["unit"]):
            return labels["unit"]
        labels = spread


def _rows(reports: pl.DataFrame, numbers: pl.DataFrame) -> pl.DataFrame:
    first = reports.group_by("incident_id", maintain_order=True).agg(
        *(
            pl.col(name).first()
            for name in (
                "event_id", "event_type", "event_subtype", "countable", "iso3", "admin1_name",
                "place_name", "lat", "lon", "geo_precision", "date_start", "date_end",
                "date_precision",
            )
        ),
        pl.len().cast(pl.Int32).alias("n_reports"),
        pl.col("doc_id").n_unique().cast(pl.Int32).alias("n_documents"),
        pl.col("event_id").sort().alias("event_ids"),
        pl.col("doc_id").unique().sort().alias("doc_ids"),
        pl.col("pub_date").min().alias("first_report"),
        pl.col("pub_date").max().alias("last_report"),
        pl.max_horizontal(
            pl.col("source_name").str.to_lowercase().drop_nulls().n_unique(),
            pl.col("n_sources").max(),
        ).fill_null(0).cast(pl.Int32).alias("n_sources"),
    )  # fmt: skip
    is_voted = pl.col("voted").is_not_null()
    precision = frame_schema("incidents")["date_precision"]
    return first.join(numbers, on="incident_id", how="left", maintain_order="left").with_columns(
        *(
            pl.when(is_voted).then("voted").otherwise(name).alias(name)
            for name in ("date_start", "date_end")
        ),
        pl.when(is_voted)
        .then(pl.lit("day", dtype=precision))
        .otherwise("date_precision")
        .alias("date_precision"),
    )


def _single_numbers(alone: pl.DataFrame) -> pl.DataFrame:
    return alone.select(
        "incident_id",
        *_BOUNDS,
        pl.lit(1, pl.Int32).alias("n_independent_sources"),
        pl.lit(None, pl.Date).alias("voted"),
        pl.lit([], pl.List(pl.String)).alias("conflicts"),
    )


def _numbers(shared: pl.DataFrame, policy: NumberPolicy) -> pl.DataFrame:
    by_time = shared.sort("pub_date", "event_id", nulls_last=False)
    found = by_time.group_by("incident_id").agg(
        pl.col("unit").n_unique().cast(pl.Int32).alias("n_independent_sources"), *_disagreements()
    )
    for kind in _KINDS:
        found = found.join(_figures(by_time, kind, policy), on="incident_id", how="left")
    voted = found.join(_voted_days(by_time), on="incident_id", how="left")
    names = ("killed", "injured", "date", "place", "type", "perpetrator")
    return voted.with_columns(
        pl.concat_list(
            pl.when(pl.col(f"{name}_differs")).then(pl.lit(name)) for name in names
        )
        .list.drop_nulls()
        .alias("conflicts")
    )  # fmt: skip


def _figures(by_time: pl.DataFrame, kind: str, policy: NumberPolicy) -> pl.DataFrame:
    """Bounds and best figure of one quantity, from the last figure of each source."""
    low, best, high = (pl.col(f"{kind}_{bound}") for bound in ("low", "best", "high"))
    known = by_time.filter(pl.coalesce(low, best, high).is_not_null())
    last = known.group_by("incident_id", "unit", maintain_order=True).agg(
        low.last(), best.last(), high.last(), pl.col("pub_date").last(), pl.col("event_id").last()
    )
    ordered = last.sort("pub_date", "event_id", nulls_last=False)
    figures = best.drop_nulls()
    chosen = {
        NumberPolicy.CONSERVATIVE: figures.min(),
        NumberPolicy.MAX: figures.max(),
        NumberPolicy.LATEST: figures.last(),
        NumberPolicy.MEDIAN: figures.quantile(0.5, interpolation="lower").cast(pl.Int32),
    }[policy]
    unbounded = pl.when(high.is_null()).then(pl.coalesce(best, low))
    exact = pl.when(low.eq_missing(best) & best.eq_missing(high)).then(best)
    return (
        ordered.group_by("incident_id")
        .agg(
            pl.coalesce(low, best).min().alias("least"),
            low.is_not_null().any().alias("has_low"),
            chosen.alias(f"{kind}_best"),
            high.max().alias("most"),
            unbounded.max().alias("unbounded"),
            (exact.drop_nulls().n_unique() > 1).alias(f"{kind}_differs"),
        )
        .select(
            "incident_id",
            f"{kind}_best",
            pl.when("has_low")
            .then(pl.min_horizontal("least", f"{kind}_best"))
            .alias(f"{kind}_low"),
            # A bound holds only where no source reports as many or more without a bound.
            pl.when(
                ~(pl.col("unbounded") > pl.col("most")).fill_null(value=False)
                & ~(pl.col("unbounded") == pl.col("most")).fill_null(value=False)
                | pl.col("unbounded").is_null()
            )
            .then(pl.max_horizontal("most", f"{kind}_best"))
            .alias(f"{kind}_high"),
            f"{kind}_differs",
            "most",
        )
        .with_columns(
            pl.when(pl.col("most").is_not_null()).then(f"{kind}_high").alias(f"{kind}_high")
        )
        .drop("most")
    )


def _disagreements() -> list[pl.Expr]:
    day = pl.when(pl.col("date_precision").cast(pl.String) == "day").then("date_end")
    place = pl.when(
        pl.col("geo_precision").cast(pl.String).is_in(["point", "site", "place"])
    ).then("place_name")  # fmt: skip
    return [
        (day.drop_nulls().n_unique() > 1).alias("date_differs"),
        (place.drop_nulls().n_unique() > 1).alias("place_differs"),
        (pl.col("event_type").n_unique() > 1).alias("type_differs"),
        (pl.col("actor1_name").drop_nulls().n_unique() > 1).alias("perpetrator_differs"),
    ]


def _voted_days(by_time: pl.DataFrame) -> pl.DataFrame:
    """The day most sources give; of equally many the one reported first."""
    told = by_time.filter(pl.col("date_precision").cast(pl.String) == "day")
    votes = told.group_by("incident_id", "date_end", maintain_order=True).agg(
        pl.col("unit").n_unique().alias("votes"), pl.col("pub_date").min().alias("since")
    )
    ordered = votes.sort("votes", "since", "date_end", descending=[True, False, False])
    return ordered.group_by("incident_id", maintain_order=True).agg(
        pl.col("date_end").first().alias("voted")
    )
