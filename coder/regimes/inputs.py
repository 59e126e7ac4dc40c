"""Tables to one frame that regimes read: events with their document, their actors and areas.

Beside the columns of ``events`` the frame holds:

- ``doc_title``, ``doc_source``, ``doc_url``, ``doc_language``: null without a table of documents;
- ``a1_*`` and ``a2_*`` (``name``, ``text``, ``type``, ``country``, ``certainty``, ``sector``,
  ``number``, ``code``) of actor 1 and 2; ``name`` is null for a group that is only described;
- ``oA_*`` and ``oB_*`` (``name``, ``type``, ``country``): the first organised actor of each side;
- ``kinds`` (types of all actors) and ``acting`` (of those who act or gain);
- ``killed`` and ``injured``: best figure, else the lower bound; ``happened``: first day, else last;
- ``of_incident``: the numbers of dead and injured are the reconciled ones of several reports, and
  ``n_independent``: how many independent sources report the incident;
- ``area_*`` of the country (see ``areas.tsv``), ``deepest_place``, and ``weapon_words``.
"""

from collections.abc import Mapping

import polars as pl

from coder.records.frame_schema import frame_schema
from coder.regimes.crosswalk import ORGANISED
from coder.regimes.model import areas
from coder.values.labels import Role, Side

_ACTS = [Role.PERPETRATOR.value, Role.GAINING_PARTY.value]
_ACTOR_PARTS = ("name", "text", "type", "country", "certainty", "sector", "number", "code")
_COLUMNS = {"type": "actor_type", "code": "actor_code"}
"""Parts that the table of actors has under another name."""
_PARTY_PARTS = ("name", "type", "country")
_ORGANISED = sorted(kind.value for kind in ORGANISED)


def regime_input(tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """One row an event, in the order of day and id; tables other than ``events`` may be missing."""
    events = _complete(tables["events"])
    frame = _with_documents(events, tables.get("documents"))
    actors = tables.get("actors")
    frame = _without_actors(frame) if actors is None else _with_actors(frame, actors)
    frame = _with_weapon_words(frame, tables.get("weapons"))
    frame = _with_incidents(frame, tables.get("incidents"))
    frame = frame.join(
        areas().select(pl.all().name.prefix("area_")),
        left_on="iso3",
        right_on="area_iso3",
        how="left",
    )
    return frame.with_columns(
        killed=pl.coalesce("killed_best", "killed_low"),
        injured=pl.coalesce("injured_best", "injured_low"),
        happened=pl.coalesce("date_start", "date_end"),
        deepest_place=pl.coalesce(
            "place_name", "site_name", "admin3_name", "admin2_name", "admin1_name", "admin0_name"
        ),
    ).sort("happened", "event_id", nulls_last=True)


def _complete(events: pl.DataFrame) -> pl.DataFrame:
    """The events with every column of the schema, labels as text; what is missing is null."""
    schema = frame_schema("events")
    dtypes = {
        name: pl.String() if isinstance(dtype, pl.Enum) else dtype for name, dtype in schema.items()
    }
    return events.select(
        (pl.col(name) if name in events.columns else pl.lit(None)).cast(dtype).alias(name)
        for name, dtype in dtypes.items()
        if name != "geometry"
    )


def _with_documents(events: pl.DataFrame, documents: pl.DataFrame | None) -> pl.DataFrame:
    found = {"title": "doc_title", "source": "doc_source", "url": "doc_url"}
    found["language"] = "doc_language"
    if documents is None:
        return events.with_columns(pl.lit(None, pl.String).alias(new) for new in found.values())
    kept = documents.select("doc_id", pl.col(*found).name.map(found.__getitem__)).unique("doc_id")
    return events.join(kept, on="doc_id", how="left")


def _without_actors(frame: pl.DataFrame) -> pl.DataFrame:
    """What the wide table alone tells of the actors: no names apart from words, no sectors."""
    columns = []
    for number in ("1", "2"):
        wide = f"actor{number}_"
        known = {"text": f"{wide}name", "name": f"{wide}name"}
        known |= {part: f"{wide}{part}" for part in ("type", "country", "certainty")}
        columns += [pl.col(column).alias(f"a{number}_{part}") for part, column in known.items()]
        columns += [
            pl.lit(None, pl.String).alias(f"a{number}_sector"),
            pl.lit(None, pl.String).alias(f"a{number}_code"),
            pl.lit(None, pl.Int32).alias(f"a{number}_number"),
        ]
    for number, side in (("1", Side.A), ("2", Side.B)):
        organised = pl.col(f"actor{number}_type").is_in(_ORGANISED)
        columns += [
            pl.when(organised).then(f"actor{number}_{part}").alias(f"o{side}_{part}")
            for part in _PARTY_PARTS
        ]
    kinds = pl.concat_list("actor1_type", "actor2_type").list.drop_nulls()
    acting = pl.when(pl.col("actor1_role").is_in(_ACTS)).then(pl.concat_list("actor1_type"))
    return frame.with_columns(
        *columns,
        kinds.alias("kinds"),
        acting.otherwise(pl.lit([], pl.List(pl.String))).alias("acting"),
    )


def _with_actors(frame: pl.DataFrame, actors: pl.DataFrame) -> pl.DataFrame:
    labelled = actors.with_columns(
        pl.col("actor_type", "role", "certainty", "side").cast(pl.String)
    ).sort("event_id", "actor_idx")
    if _COLUMNS["code"] not in labelled.columns:  # tables of an earlier version
        labelled = labelled.with_columns(pl.lit(None, pl.String).alias(_COLUMNS["code"]))
    for number in ("1", "2"):
        frame = _join_actor(frame, labelled, number)
    for side in (Side.A, Side.B):
        frame = _join_party(frame, labelled, side)
    per_event = labelled.group_by("event_id").agg(
        kinds=pl.col("actor_type").unique(maintain_order=True),
        acting=pl.col("actor_type").filter(pl.col("role").is_in(_ACTS)).unique(maintain_order=True),
    )
    nobody = pl.lit([], pl.List(pl.String))
    return frame.join(per_event, on="event_id", how="left").with_columns(
        pl.col("kinds", "acting").fill_null(nobody)
    )


def _join_actor(frame: pl.DataFrame, actors: pl.DataFrame, number: str) -> pl.DataFrame:
    """The row of ``actors`` that the wide columns of actor 1 or 2 were taken from."""
    wide = f"actor{number}_"
    keys = ["event_id", f"{wide}name", f"{wide}type", f"{wide}role"]
    rows = actors.select(
        "event_id",
        pl.coalesce("name", "text").alias(keys[1]),
        pl.col("actor_type").alias(keys[2]),
        pl.col("role").alias(keys[3]),
        *(pl.col(_COLUMNS.get(part, part)).alias(f"a{number}_{part}") for part in _ACTOR_PARTS),
    )
    return frame.join(rows.unique(keys, keep="first", maintain_order=True), on=keys, how="left")


def _join_party(frame: pl.DataFrame, actors: pl.DataFrame, side: Side) -> pl.DataFrame:
    """The first organised actor of a side."""
    parties = actors.filter(
        (pl.col("side") == side.value) & pl.col("actor_type").is_in(_ORGANISED)
    ).unique("event_id", keep="first", maintain_order=True)
    named = (pl.col(_COLUMNS.get(part, part)).alias(f"o{side}_{part}") for part in _PARTY_PARTS)
    return frame.join(parties.select("event_id", *named), on="event_id", how="left")


def _with_incidents(frame: pl.DataFrame, incidents: pl.DataFrame | None) -> pl.DataFrame:
    """Reconciled numbers for the event that stands for an incident with several reports."""
    numbers = [
        f"{kind}_{bound}" for kind in ("killed", "injured") for bound in ("low", "best", "high")
    ]
    if incidents is None or "n_independent_sources" not in incidents.columns:
        return frame.with_columns(
            of_incident=pl.lit(value=False), n_independent=pl.lit(None, pl.Int32)
        )
    linked = incidents.filter(pl.col("n_reports") > 1).select(
        "incident_id",
        pl.col(numbers).name.prefix("incident_"),
        n_independent=pl.col("n_independent_sources"),
    )
    frame = frame.join(linked, on="incident_id", how="left")
    known = pl.any_horizontal(
        pl.col(f"incident_{number}").is_not_null() for number in numbers if "killed" in number
    )
    replaced = pl.col("is_representative") & known
    return frame.with_columns(
        *(
            pl.when(replaced).then(f"incident_{number}").otherwise(number).alias(number)
            for number in numbers
        ),
        of_incident=replaced.fill_null(value=False),
    )


def _with_weapon_words(frame: pl.DataFrame, weapons: pl.DataFrame | None) -> pl.DataFrame:
    if weapons is None:
        return frame.with_columns(weapon_words=pl.lit(None, pl.String))
    words = (
        weapons.sort("event_id", "weapon_idx")
        .group_by("event_id", maintain_order=True)
        .agg(weapon_words=pl.col("text").unique(maintain_order=True).str.join("; "))
    )
    return frame.join(words, on="event_id", how="left")
