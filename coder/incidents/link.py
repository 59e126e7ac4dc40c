"""Tables -> tables with incidents: the one function that knows the order of the steps."""

from collections.abc import Mapping

import polars as pl

from coder.errors import SchemaError
from coder.incidents.batches import Frame, collected, in_reach, unite
from coder.incidents.candidates import candidate_blocks
from coder.incidents.clustering import FLOOR, cluster_reports
from coder.incidents.copies import find_copies
from coder.incidents.identity import Change, assign_ids
from coder.incidents.options import LinkOptions
from coder.incidents.reconcile import RECONCILED, incident_rows, rank_members
from coder.incidents.relations import change_rows, is_link, link_rows
from coder.incidents.reports import REQUIRED, build_reports, select_needed
from coder.incidents.scoring import CHUNK, score_pairs
from coder.incidents.words import word_columns
from coder.records.frame_schema import frame_schema


def link_incidents(
    frames: Mapping[str, Frame],
    *,
    previous: Mapping[str, Frame] | None = None,
    options: LinkOptions | None = None,
) -> dict[str, pl.DataFrame]:
    """Link the events of many documents that report one incident.

    ``frames`` are tables by name, as :meth:`coder.Result.tables` or a folder of Parquet files has
    them: ``events`` is needed, ``documents`` (publishers, hashes of the texts) should be there.
    ``previous`` is what an earlier call returned: its events keep their incidents and ids as far as
    the new reports allow, its tables stand before the new ones, and nothing is coded again.

    Returns all tables: ``events`` with ``incident_id`` and ``is_representative``, ``incidents``
    with reconciled numbers, ``relations`` with the reason and the score of each merge and a log of
    incidents that were merged or split. Only countable events are linked; any other is an incident
    of its own. The order of the input plays no part, and no clock or machine does.

    Raises :class:`coder.SchemaError` where ``events`` is missing or has no unique ids, and
    :class:`coder.InputError` where a new document has the id of an earlier one and another text.
    """
    options = options or LinkOptions()
    batch = collected(frames)
    _check(batch)
    before = collected(previous) if previous else {}
    found = unite(before, batch)
    events = select_needed(found["events"])
    known = _known_ids(events, before)
    active = in_reach(events, known, options.horizon_days)
    linked = _link(
        events.filter(active), found.get("documents"), known.filter(active), before, options
    )
    kept = events.select("event_id").with_columns(known.alias("incident_id")).filter(~active)
    incident_of = pl.concat([kept, linked.incident_of])
    found["incidents"] = _incidents(before, kept, linked.rows)
    found["events"] = _marked(found["events"], incident_of, found["incidents"])
    found["relations"] = _relations(found.get("relations"), linked)
    return found


def scored_pairs(
    frames: Mapping[str, Frame], *, options: LinkOptions | None = None
) -> pl.DataFrame:
    """Every pair of events that was compared and not ruled out, with the points of each part.

    ``event_a``, ``event_b``, a column a part, ``score`` (their sum), ``km`` and ``gap`` (days)
    between the two, ``overlap`` of their words, ``are_copies``: what linking decides by.
    """
    options = options or LinkOptions()
    tables = collected(frames)
    _check(tables)
    events = select_needed(tables["events"])
    reports, _ = _reports(events, tables.get("documents"), options)
    scored = score_pairs(reports, _score(reports, options).select("a", "b"), options)
    ids = events.filter("countable")["event_id"]
    return scored.select(
        ids.gather(scored["a"]).alias("event_a"), ids.gather(scored["b"]).alias("event_b"),
        pl.exclude("a", "b"),
    ).sort("score", "event_a", "event_b", descending=[True, False, False])  # fmt: skip


class _Linked:
    """What linking the events in reach gave."""

    def __init__(
        self,
        incident_of: pl.DataFrame,
        rows: pl.DataFrame,
        merges: pl.DataFrame,
        changes: list[Change],
    ) -> None:
        self.incident_of = incident_of
        self.rows = rows
        self.merges = merges
        self.changes = changes


def _link(
    events: pl.DataFrame,
    documents: pl.DataFrame | None,
    known: pl.Series,
    before: Mapping[str, pl.DataFrame],
    options: LinkOptions,
) -> _Linked:
    reports, docs = _reports(events, documents, options)
    scored = _score(reports, options)
    clusters, joined = cluster_reports(reports, scored, options)
    merges = score_pairs(reports, joined.select("a", "b"), options)
    del scored, reports  # the largest of what is no longer needed
    events = events.select(RECONCILED)
    told = events.filter("countable")
    members = pl.concat([told, clusters.to_frame("cluster")], how="horizontal")
    ranked = rank_members(members)
    old = events.select("event_id").with_columns(known.alias("old")).filter(
        pl.col("old").is_not_null()
    )  # fmt: skip
    ids, changes = assign_ids(
        ranked.select("cluster", "event_id"), dict(old.iter_rows()), _used_ids(before)
    )
    named = ranked.join(ids, on="cluster", how="left", maintain_order="left").drop("cluster")
    rest = events.filter(~pl.col("countable")).with_columns(pl.col("event_id").alias("incident_id"))
    whole = pl.concat([named, rest])
    rows = incident_rows(whole, docs, options.number_policy)
    return _Linked(
        incident_of=whole.select("event_id", "incident_id"),
        rows=rows,
        merges=link_rows(told, merges),
        changes=changes,
    )


def _reports(
    events: pl.DataFrame, documents: pl.DataFrame | None, options: LinkOptions
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The countable events as numbers, and the documents with their copies and publishers."""
    words = word_columns(events["evidence_text"])
    docs = find_copies(events, words, documents, options)
    counted = docs.with_columns((pl.len().over("copy") > 1).alias("is_copy"))
    reports = build_reports(events, words, options).join(
        counted.select("doc_id", "doc", "publisher", "copy", "is_copy"),
        on="doc_id",
        how="left",
        maintain_order="left",
    )
    return reports.drop("doc_id"), docs.select("doc_id", "doc", "publisher", "copy")


def _score(reports: pl.DataFrame, options: LinkOptions) -> pl.DataFrame:
    """Each candidate pair that is above the floor once, as ``a``, ``b`` and ``score``."""
    kept = [pl.DataFrame(schema={"a": pl.UInt32, "b": pl.UInt32, "score": pl.Float32})]
    for block in candidate_blocks(reports, options):
        for pairs in block:
            for start in range(0, pairs.height, CHUNK):
                scored = score_pairs(reports, pairs.slice(start, CHUNK), options)
                kept.append(scored.select("a", "b", "score").filter(pl.col("score") > FLOOR))
    # Part by part: what finds duplicates takes ten times the memory of the pairs.
    parts = 1 + sum(frame.height for frame in kept) // _PAIRS_AT_ONCE
    return pl.concat(
        pl.concat(frame.filter(pl.col("a") % parts == part) for frame in kept).unique(
            ["a", "b"], keep="any"
        )
        for part in range(parts)
    )


_PAIRS_AT_ONCE = 2_000_000


def _check(batch: Mapping[str, pl.DataFrame]) -> None:
    if "events" not in batch:
        raise SchemaError("there is no table events to link", expected="events")
    missing = [name for name in REQUIRED if name not in batch["events"].columns]
    if missing:
        raise SchemaError(
            f"the table events lacks {', '.join(missing)}", expected=", ".join(REQUIRED)
        )
    twice = batch["events"].filter(pl.col("event_id").is_duplicated())["event_id"]
    if twice.len():
        raise SchemaError(f"event_id stands twice in events: {twice.sort()[0]}")


def _known_ids(events: pl.DataFrame, before: Mapping[str, pl.DataFrame]) -> pl.Series:
    """The incident under which each event was known; null for new ones."""
    if "events" not in before:
        return pl.Series("known", [None] * events.height, dtype=pl.String)
    known = before["events"].select("event_id", pl.col("incident_id").alias("known"))
    return events.join(known, on="event_id", how="left", maintain_order="left")["known"]


def _used_ids(before: Mapping[str, pl.DataFrame]) -> set[str]:
    """Every incident id ever given, also those that ended: the log keeps them."""
    found: set[str] = set()
    for table, columns in (
        ("events", ("incident_id",)),
        ("incidents", ("incident_id",)),
        ("relations", ("from_incident", "to_incident")),
    ):
        frame = before.get(table)
        for column in columns:
            if frame is not None and column in frame.columns:
                found.update(frame[column].drop_nulls().to_list())
    return found


def _incidents(
    before: Mapping[str, pl.DataFrame], kept: pl.DataFrame, rows: pl.DataFrame
) -> pl.DataFrame:
    if "incidents" not in before or kept.is_empty():
        return rows
    untouched = before["incidents"].join(kept, on="incident_id", how="semi")
    return pl.concat([untouched.select(rows.columns), rows]).sort("incident_id")


def _marked(
    events: pl.DataFrame, incident_of: pl.DataFrame, incidents: pl.DataFrame
) -> pl.DataFrame:
    """``events`` with their incidents; the columns stay where they stand."""
    found = events.select("event_id").join(
        incident_of, on="event_id", how="left", maintain_order="left"
    )
    representative = incidents["event_id"].implode()
    return events.with_columns(
        found["incident_id"],
        pl.col("event_id").is_in(representative).alias("is_representative"),
    )


def _relations(relations: pl.DataFrame | None, linked: _Linked) -> pl.DataFrame:
    """Other relations as they are, links between untouched events, the new links, the log."""
    schema = frame_schema("relations")
    new = pl.concat([linked.merges, change_rows(linked.changes)])
    if relations is None:
        return new
    active = linked.incident_of["event_id"].implode()
    stale = is_link(relations) & pl.col("from_event").is_in(active)
    kept = relations.filter(~stale)
    whole = pl.concat([kept, new], how="diagonal_relaxed").select(schema.names()).cast(schema)
    return whole.unique(["from_event", "to_event", "kind", "from_incident"], maintain_order=True)
