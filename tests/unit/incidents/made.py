"""Events and documents for tests of linking: say what differs, the rest is a bombing in Kuda."""

from collections.abc import Mapping, Sequence
from datetime import date
from hashlib import sha256

import polars as pl

from coder.records.frame_schema import frame_schema

DAY = date(2021, 3, 4)
_USUAL: Mapping[str, object] = {
    "section": "text",
    "sent_idx": 0,
    "char_start": 0,
    "char_end": 10,
    "trigger_start": 0,
    "trigger_end": 4,
    "trigger_text": "bomb",
    "schema_version": "1",
    "coder_version": "0",
    "rules_version": "0",
    "event_class": "violence",
    "event_type": "bombing",
    "event_subtype": "ied",
    "modality": "occurred",
    "recency": "current",
    "scope": "single",
    "countable": True,
    "date_start": DAY,
    "date_end": DAY,
    "date_precision": "day",
    "date_basis": "explicit",
    "pub_date": DAY,
    "iso3": "SYR",
    "admin1_name": "Homs",
    "place_name": "Kuda",
    "geo_precision": "place",
    "directed": True,
    "n_actors": 0,
    "weapons": [],
    "casualties_conflicting": False,
    "n_sources": 0,
    "tags": [],
    "rule_ids": [],
    "is_representative": True,
}
_WORDINGS = (
    "A bomb went off in Kuda during the morning.",
    "The device exploded, officials of the region say.",
    "Residents heard an explosion and saw smoke over town.",
    "Police are looking into what they call a bombing.",
)


def event_id(number: int) -> str:
    """The id of the event made with this number."""
    return f"ev_{number:016x}"


def open_date(published: date) -> dict[str, object]:
    """The columns of an event of which only the day of the report is known."""
    return {
        "date_start": None,
        "date_end": published,
        "date_precision": "open",
        "date_basis": "pub_date_default",
        "pub_date": published,
    }


def killed(number: int) -> dict[str, object]:
    """The columns of an exact toll."""
    return dict.fromkeys(("killed_low", "killed_best", "killed_high"), number)


def made_events(rows: Sequence[Mapping[str, object]]) -> pl.DataFrame:
    """One event a row, each in a document of its own unless it says so."""
    whole = []
    for number, row in enumerate(rows):
        own = {
            "event_id": event_id(number),
            "doc_id": f"doc{number}",
            "evidence_text": _WORDINGS[number % len(_WORDINGS)],
        }
        found = {**_USUAL, **own, **row}
        whole.append({"incident_id": found["event_id"], **found})
    schema = frame_schema("events")
    return pl.DataFrame(
        [
            pl.Series(name, [row.get(name) for row in whole], dtype=dtype)
            for name, dtype in schema.items()
        ]
    )


def made_documents(events: pl.DataFrame, sources: Mapping[str, str] | None = None) -> pl.DataFrame:
    """The documents of ``events``: a publisher each, and a text that nobody else has."""
    docs = events["doc_id"].unique().sort().to_list()
    pub = dict(events.select("doc_id", "pub_date").iter_rows())
    rows = [
        {
            "doc_id": doc,
            "source": (sources or {}).get(doc, f"outlet of {doc}"),
            "pub_date": pub[doc],
            "status": "coded",
            "n_events": 1,
            "n_countable": 1,
            "n_characters": 1,
            "text_sha256": sha256(doc.encode()).hexdigest(),
        }
        for doc in docs
    ]
    return pl.DataFrame(rows, schema_overrides=frame_schema("documents")).select(
        name if name in rows[0] else pl.lit(None, dtype=dtype).alias(name)
        for name, dtype in frame_schema("documents").items()
    )


def frames(
    rows: Sequence[Mapping[str, object]], sources: Mapping[str, str] | None = None
) -> dict[str, pl.DataFrame]:
    """Tables of events and documents."""
    events = made_events(rows)
    return {"events": events, "documents": made_documents(events, sources)}


def partition(linked: Mapping[str, pl.DataFrame]) -> set[frozenset[str]]:
    """The incidents as sets of events."""
    return {frozenset(ids) for ids in linked["incidents"]["event_ids"].to_list()}


def are_one(linked: Mapping[str, pl.DataFrame], *numbers: int) -> bool:
    """Whether the events made with these numbers are one incident."""
    wanted = [event_id(number) for number in numbers]
    found = linked["events"].filter(pl.col("event_id").is_in(wanted))
    return found["incident_id"].n_unique() == 1
