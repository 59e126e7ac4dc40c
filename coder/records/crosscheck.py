"""What several tables must say together: counts, sums, representatives, references inside texts.

Each function takes sound tables by name and yields complaints: the table, a column, the row and
what is wrong. A check whose tables are not all there is left out.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

import polars as pl

from coder.records.casualty_summary import CasualtySummary, summarise
from coder.records.columns import tables
from coder.records.models import Casualty
from coder.records.versions import SCHEMA_VERSION
from coder.values.labels import ActorType, CasualtyKind, Qualifier, Side, SourceType
from coder.values.options import CasualtyPolicy

Frames: TypeAlias = Mapping[str, pl.DataFrame]


class Complaint(NamedTuple):
    """A condition that rows of a table break. ``broken`` is as long as the table."""

    table: str
    field: str
    message: str
    broken: pl.Series


def complaints(frames: Frames, policy: CasualtyPolicy | None = None) -> Iterator[Complaint]:
    """Everything that tables contradict each other in.

    ``policy`` is the casualty policy of the run; without it the sums of casualties that depend on
    it are not checked.
    """
    for check in _CHECKS:
        yield from check(frames)
    if policy is not None and {"events", "casualties"} <= frames.keys():
        sources = _sources(frames.get("attributions"))
        if sources is not None or policy is not CasualtyPolicy.PRIORITY:
            yield from _sums(frames["events"], frames["casualties"], policy, sources or {})


def _counted(frames: Frames) -> Iterator[Complaint]:
    """Numbers of rows that one table states of another."""
    events = frames.get("events")
    if events is None:
        return
    if "documents" in frames:
        documents = frames["documents"]
        yield _count("documents", documents, "doc_id", "n_events", events)
        yield _count("documents", documents, "doc_id", "n_countable", events.filter("countable"))
    if "actors" in frames:
        yield _count("events", events, "event_id", "n_actors", frames["actors"])
    if "attributions" in frames:
        named = frames["attributions"].select(
            "event_id", pl.coalesce("name", "text").map_elements(str.casefold, pl.String)
        )
        yield _count("events", events, "event_id", "n_sources", named.unique())
    if "event_mentions" in frames:
        told = pl.col("event_id").is_in(frames["event_mentions"]["event_id"].implode())
        yield Complaint(
            "events", "event_id", "no row of event_mentions tells it", _series(events, ~told)
        )


def _count(table: str, frame: pl.DataFrame, key: str, field: str, rows: pl.DataFrame) -> Complaint:
    found = rows.group_by(key).agg(pl.len().cast(pl.Int32).alias("_found"))
    joined = frame.select(key, field).join(found, on=key, how="left", maintain_order="left")
    wrong = pl.col(field) != pl.col("_found").fill_null(0)
    return Complaint(table, field, "is not the number of those rows", _series(joined, wrong))


def _series(frame: pl.DataFrame, condition: pl.Expr) -> pl.Series:
    return frame.select(condition.fill_null(value=False).alias("broken")).to_series()


def _documents_of_parts(frames: Frames) -> Iterator[Complaint]:
    """A part of an event stands in the document of its event; parts are numbered from 0."""
    events = frames.get("events")
    for name, frame in frames.items():
        if name == "events" or tables()[name].key[:1] != ("event_id",) or len(frame.columns) < 2:  # noqa: PLR2004 (the key of a part)
            continue
        position = tables()[name].key[1]
        if frame.schema[position].is_integer():
            gap = pl.col(position) != pl.int_range(pl.len()).over("event_id", order_by=position)
            yield Complaint(name, position, "does not count from 0", _series(frame, gap))
        if events is not None and "doc_id" in frame.columns:
            owner = events.select("event_id", pl.col("doc_id").alias("_owner"))
            joined = frame.select("event_id", "doc_id").join(
                owner.unique("event_id"), on="event_id", how="left", maintain_order="left"
            )
            other = pl.col("doc_id") != pl.col("_owner")
            message = "is not the document of the event"
            yield Complaint(name, "doc_id", message, _series(joined, other))


def _incidents(frames: Frames) -> Iterator[Complaint]:
    """One representative an incident, and the reports that the incident lists."""
    events = frames.get("events")
    if events is None:
        return
    number = pl.col("is_representative").sum().over("incident_id")
    message = "the incident has not exactly one representative"
    yield Complaint("events", "is_representative", message, _series(events, number != 1))
    incidents = frames.get("incidents")
    if incidents is None:
        return
    reports = events.group_by("incident_id").agg(
        pl.col("event_id").sort().alias("_event_ids"),
        pl.col("doc_id").unique().sort().alias("_doc_ids"),
        pl.col("event_id").filter("is_representative").first().alias("_first"),
    )
    joined = incidents.join(reports, on="incident_id", how="left", maintain_order="left")
    for field, message, wrong in (
        ("incident_id", "no event reports it", pl.col("_first").is_null()),
        ("event_id", "is not the representative event", pl.col("event_id") != pl.col("_first")),
        (
            "event_ids",
            "are not the events of the incident",
            pl.col("event_ids").list.sort() != pl.col("_event_ids"),
        ),
        (
            "doc_ids",
            "are not the documents of the incident",
            pl.col("doc_ids").list.unique().list.sort() != pl.col("_doc_ids"),
        ),
        ("n_reports", "is not the number of event_ids", _differs("n_reports", "event_ids")),
        ("n_documents", "is not the number of doc_ids", _differs("n_documents", "_doc_ids")),
    ):
        yield Complaint("incidents", field, message, _series(joined, wrong))


def _differs(number: str, listed: str) -> pl.Expr:
    return pl.col(number) != pl.col(listed).list.len()


def _claims(frames: Frames) -> Iterator[Complaint]:
    """``applies_to`` of an attribution names an actor or a claim of the event."""
    attributions = frames.get("attributions")
    if attributions is None or not {"actors", "casualties"} <= frames.keys():
        return
    actors = frames["actors"].select(
        "event_id", pl.concat_str(pl.lit("actor:"), "actor_idx").alias("applies_to")
    )
    claims = frames["casualties"].select("event_id", pl.col("casualty_id").alias("applies_to"))
    known = pl.concat([actors, claims]).unique().with_columns(_known=pl.lit(value=True))
    joined = attributions.select("event_id", "applies_to").join(
        known, on=["event_id", "applies_to"], how="left", maintain_order="left"
    )
    lost = (pl.col("applies_to") != "event") & pl.col("_known").is_null()
    message = "is no actor or claim of the event"
    yield Complaint("attributions", "applies_to", message, _series(joined, lost))


def _versions(frames: Frames) -> Iterator[Complaint]:
    events = frames.get("events")
    if events is not None:
        other = pl.col("schema_version") != SCHEMA_VERSION
        message = f"is not {SCHEMA_VERSION}, which this package reads"
        yield Complaint("events", "schema_version", message, _series(events, other))


_PARTS = tuple(f"killed_{part}_best" for part in ("civilians", "side_a", "side_b", "unknown"))


def _parts_of_the_dead(frames: Frames) -> Iterator[Complaint]:
    events = frames.get("events")
    if events is not None:
        told = pl.any_horizontal(pl.col(part).is_not_null() for part in _PARTS)
        wrong = told & (pl.sum_horizontal(_PARTS) != pl.col("killed_best"))
        message = "its parts do not add up to it"
        yield Complaint("events", "killed_best", message, _series(events, wrong))


_CHECKS: tuple[Callable[[Frames], Iterator[Complaint]], ...] = (
    _versions,
    _counted,
    _documents_of_parts,
    _incidents,
    _claims,
    _parts_of_the_dead,
)

_BOUNDS = tuple(
    f"{kind}_{bound}" for kind in ("killed", "injured") for bound in ("low", "best", "high")
)
_READ = (
    *("casualty_id", "kind", "low", "best", "high", "qualifier", "victim_type", "side"),
    *("civilian", "is_attacker", "subset_of", "is_event_total", "is_cumulative", "is_superseded"),
    *("attr_idx", "text"),
)
_OTHERS = tuple(
    field
    for field in CasualtySummary._fields
    if field not in ("killed", "injured", "is_conflicting")
)


def _sources(attributions: pl.DataFrame | None) -> dict[str, list[SourceType]] | None:
    """The types of the sources of each event, in their order; null without that table."""
    if attributions is None:
        return None
    found: dict[str, list[SourceType]] = {}
    told = attributions.sort("event_id", "attr_idx")
    for event_id, kind in zip(told["event_id"], told["source_type"], strict=True):
        found.setdefault(event_id, []).append(SourceType(kind))
    return found


def _sums(
    events: pl.DataFrame,
    casualties: pl.DataFrame,
    policy: CasualtyPolicy,
    sources: Mapping[str, Sequence[SourceType]],
) -> Iterator[Complaint]:
    """The figures of ``events`` follow from the claims in ``casualties``."""
    claims = casualties.sort("event_id", "casualty_idx")
    grouped: dict[str, list[Casualty]] = {}
    for event_id, row in zip(
        claims["event_id"], claims.select(_READ).iter_rows(named=True), strict=True
    ):
        grouped.setdefault(event_id, []).append(_claim(row))
    found = [
        _figures(grouped.get(event_id, ()), policy, sources.get(event_id, ()))
        for event_id in events["event_id"]
    ]
    names = (*_BOUNDS, *_OTHERS, "casualties_conflicting")
    for position, name in enumerate(names):
        stated = events[name]
        expected = pl.Series(name, [row[position] for row in found], dtype=stated.dtype)
        message = f"does not follow from casualties (policy {policy})"
        yield Complaint("events", name, message, stated.ne_missing(expected))


def _claim(row: dict[str, Any]) -> Casualty:
    side = row["side"]
    return Casualty.model_construct(
        **{
            **row,
            "kind": CasualtyKind(row["kind"]),
            "qualifier": Qualifier(row["qualifier"]),
            "victim_type": ActorType(row["victim_type"]),
            "side": None if side is None else Side(side),
        }
    )


def _figures(
    claims: Sequence[Casualty], policy: CasualtyPolicy, sources: Sequence[SourceType]
) -> tuple[object, ...]:
    summary = summarise(claims, policy, sources)
    others = [getattr(summary, field) for field in _OTHERS]
    return (*summary.killed, *summary.injured, *others, summary.is_conflicting)
