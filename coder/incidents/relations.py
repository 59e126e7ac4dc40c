"""Merges and changes -> rows of ``relations``: why reports are one, what became of ids."""

from collections.abc import Sequence

import polars as pl

from coder.incidents.identity import Change
from coder.incidents.scoring import PARTS
from coder.records.frame_schema import frame_schema
from coder.values.labels import RelationKind

_LINKS = (RelationKind.DUPLICATE_OF.value, RelationKind.UPDATE_OF.value)


def is_link(relations: pl.DataFrame) -> pl.Expr:
    """Whether a row was written by :func:`link_rows`."""
    if "score" not in relations.columns:
        return pl.lit(value=False)
    return pl.col("score").is_not_null() & pl.col("kind").cast(pl.String).is_in(_LINKS)


def link_rows(told: pl.DataFrame, merges: pl.DataFrame) -> pl.DataFrame:
    """One row a merge: the later report, the earlier one, the score and its parts in words.

    ``told`` are the reports in the order that ``a`` and ``b`` of ``merges`` count in. A later
    report with another toll is an update, any other the same told again.
    """
    sides = told.select(
        "event_id", "pub_date", pl.coalesce("killed_best", "killed_low").alias("toll")
    )
    left, right = sides[merges["a"]], sides[merges["b"]]
    pairs = pl.concat(
        [
            merges,
            left.rename({name: f"{name}_a" for name in sides.columns}),
            right.rename({name: f"{name}_b" for name in sides.columns}),
        ],
        how="horizontal",
    )
    a_is_later = (pl.col("pub_date_a") > pl.col("pub_date_b")).fill_null(value=False)
    is_update = (pl.col("pub_date_a") != pl.col("pub_date_b")) & (
        pl.col("toll_a") != pl.col("toll_b")
    )
    later = pl.when(a_is_later).then("event_id_a").otherwise("event_id_b")
    earlier = pl.when(a_is_later).then("event_id_b").otherwise("event_id_a")
    kind = (
        pl.when(is_update.fill_null(value=False))
        .then(pl.lit(RelationKind.UPDATE_OF.value))
        .otherwise(pl.lit(RelationKind.DUPLICATE_OF.value))
    )
    return pairs.select(
        later.alias("from_event"),
        earlier.alias("to_event"),
        kind.alias("kind"),
        pl.lit(None, pl.String).alias("doc_id"),
        _reason().alias("reason"),
        pl.lit(None, pl.String).alias("from_incident"),
        pl.lit(None, pl.String).alias("to_incident"),
        pl.col("score"),
    ).cast(frame_schema("relations")).sort("from_event", "to_event")  # fmt: skip


def _reason() -> pl.Expr:
    """The parts that are not zero with their points: "place +4.0 (3 km), date +2.0 (0 days)"."""
    pieces = []
    for part in PARTS:
        points = pl.col(part).round(2)
        sign = pl.when(points > 0).then(pl.lit("+")).otherwise(pl.lit(""))
        written = pl.format("{} {}{}", pl.lit(part), sign, points)
        detail = _DETAILS.get(part)
        if detail is not None:
            written = pl.concat_str(written, detail.fill_null(""))
        pieces.append(pl.when(points != 0).then(written))
    return pl.concat_str(pieces, separator=", ", ignore_nulls=True)


_DETAILS = {
    "place": pl.format(" ({} km apart)", pl.col("km").round(0).cast(pl.Int64)),
    "date": pl.format(" ({} days apart)", pl.col("gap")),
    "text": pl.format(" ({} % of words shared)", (pl.col("overlap") * 100).round(0).cast(pl.Int64)),
    "source": pl.when("are_copies").then(pl.lit(" (copies of one article)")),
}


def change_rows(changes: Sequence[Change]) -> pl.DataFrame:
    """The log: one row an id that ended or began."""
    reasons = {
        "merged_into": "new reports show that both are one incident",
        "split_from": "new reports show that these are two incidents",
    }
    rows = [
        {
            "from_event": change.from_event,
            "to_event": change.to_event,
            "kind": change.kind,
            "doc_id": None,
            "reason": reasons[change.kind],
            "from_incident": change.from_incident,
            "to_incident": change.to_incident,
            "score": None,
        }
        for change in changes
    ]
    return pl.DataFrame(rows, schema=frame_schema("relations"))
