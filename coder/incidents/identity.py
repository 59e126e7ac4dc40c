"""Clusters -> incident ids that stay: what was known keeps its id, merges and splits are logged.

A cluster keeps the id under which most of its reports were known; of several clusters that lay
claim to one id the one with most of its reports has it. An id that nobody keeps has ended: it is
never given again. A cluster without a claim takes the id of its representative event, or of its
next report where that id was in use before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b

import polars as pl


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An incident that ended in another (``merged_into``) or came out of one (``split_from``)."""

    kind: str
    from_incident: str
    to_incident: str
    from_event: str
    to_event: str


def assign_ids(
    members: pl.DataFrame, known: Mapping[str, str], used: Iterable[str]
) -> tuple[pl.DataFrame, list[Change]]:
    """``cluster`` and ``incident_id`` for each cluster of ``members``, and what changed.

    ``members`` holds ``cluster`` and ``event_id``, the representative of a cluster first.
    ``known`` maps the events of earlier runs to their incidents; ``used`` are all ids ever given.
    """
    first = members.group_by("cluster", maintain_order=True).agg(pl.col("event_id").first())
    taken = set(used)
    if not taken:
        return first.rename({"event_id": "incident_id"}), []
    claims = _claims(members, known)
    kept = _keepers(claims)
    found: list[str] = []
    rest: dict[int, list[str]] | None = None
    for cluster, representative in first.iter_rows():
        given = kept.get(cluster)
        if given is None:
            given = representative
            if given in taken:
                rest = _ids_by_cluster(members) if rest is None else rest
                given = _fresh(rest[cluster], taken)
            taken.add(given)
        found.append(given)
    ids = first.with_columns(pl.Series("incident_id", found, dtype=pl.String))
    return ids.select("cluster", "incident_id"), _changes(ids, claims, kept)


def _claims(members: pl.DataFrame, known: Mapping[str, str]) -> pl.DataFrame:
    """Which cluster holds how many reports of which known incident, the strongest claim first."""
    old = pl.DataFrame(
        {"event_id": list(known), "old": list(known.values())},
        schema={"event_id": pl.String, "old": pl.String},
    )
    return (
        members.join(old, on="event_id", how="inner")
        .group_by("cluster", "old")
        .agg(
            pl.len().alias("n"),
            (pl.col("event_id") == pl.col("old")).any().alias("has_first"),
            pl.col("event_id").min().alias("event"),
        )
        .sort("n", "has_first", "old", "event", descending=[True, True, False, False])
    )


def _keepers(claims: pl.DataFrame) -> dict[int, str]:
    """The id each cluster keeps: claims are met by strength, each id and each cluster once."""
    kept: dict[int, str] = {}
    given: set[str] = set()
    for cluster, old in claims.select("cluster", "old").iter_rows():
        if cluster not in kept and old not in given:
            kept[cluster] = old
            given.add(old)
    return kept


def _ids_by_cluster(members: pl.DataFrame) -> dict[int, list[str]]:
    grouped = members.group_by("cluster", maintain_order=True).agg("event_id")
    return dict(grouped.iter_rows())


def _fresh(event_ids: list[str], taken: set[str]) -> str:
    """An id never given before: a report's own, else one made of the reports and a count."""
    for event_id in event_ids:
        if event_id not in taken:
            return event_id
    count = 0
    while True:
        count += 1
        seed = "|".join([*sorted(event_ids), str(count)])
        made = "in_" + blake2b(seed.encode(), digest_size=8).hexdigest()
        if made not in taken:
            return made


def _changes(ids: pl.DataFrame, claims: pl.DataFrame, kept: Mapping[int, str]) -> list[Change]:
    """Every known incident whose reports are now, wholly or in part, under another id."""
    holders = {old: cluster for cluster, old in kept.items()}
    about = {
        cluster: (incident, event)
        for cluster, event, incident in ids.select("cluster", "event_id", "incident_id").iter_rows()
    }
    found = []
    for cluster, old, event in claims.select("cluster", "old", "event").iter_rows():
        incident, representative = about[cluster]
        if incident == old:
            continue
        holder = holders.get(old)
        if holder is None:
            found.append(
                Change(
                    kind="merged_into",
                    from_incident=old,
                    to_incident=incident,
                    from_event=event,
                    to_event=representative,
                )
            )
        else:
            found.append(
                Change(
                    kind="split_from",
                    from_incident=incident,
                    to_incident=old,
                    from_event=event,
                    to_event=about[holder][1],
                )
            )
    return sorted(found, key=lambda one: (one.kind, one.from_incident, one.to_incident))
