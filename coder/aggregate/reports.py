"""How far figures can be trusted: who tells the events, and how well they are known."""

from collections.abc import Collection, Sequence

import polars as pl

from coder.aggregate.dating import Dating, period_of
from coder.aggregate.measures import N_EVENTS, count_where, tally
from coder.aggregate.rows import Frame, Rows, check_columns, finish, with_units
from coder.values.counting import Dates, WeekStart
from coder.values.labels import EventType

SOURCE_TYPE = "source_type"
_UNIT = "_unit"

QUALITY_FIELDS = ("date_precision", "date_basis", "geo_precision", "killed_qualifier", "event_type")
"""Columns whose every value gets a row; then come yes-or-no questions."""


def sources(
    events: Frame,
    attributions: pl.DataFrame | pl.LazyFrame,
    *,
    by: str | Sequence[str] = (),
    dates: Dates = "end",
    week_start: WeekStart = "monday",
    countable: bool = True,
    representative: bool = True,
    types: Collection[str] | None = None,
) -> Frame:
    """Who tells the events: how many rest on a single source, how many on a belligerent.

    A source is a name, or the words of an unnamed one, that an event is attributed to; the sources
    of an incident are those of all its events that count. ``by`` adds columns, areas and one
    period, and may name ``source_type``: then an event counts once with each type of its sources,
    so that rows do not add up.

    - ``n_attributed``: events with a source; the others are told as a fact by their document;
    - ``n_single_source``, ``share_single_source``: exactly one source, and their share of those;
    - ``n_from_party``, ``share_from_party``: at least one source belongs to a belligerent, and
      their share of the events for which that is known of a source (``n_party_known``);
    - ``n_party_only``: no source but belligerents.
    - ``n_single_document``: told by one document only.

    Shares are null where there is nothing to share.
    """
    keys = with_units(by)
    when = Dating(period=period_of(keys), dates=dates, week_start=week_start)
    rows = Rows(countable=countable, representative=representative, types=types)
    own = [key for key in keys if key not in (when.period, SOURCE_TYPE)]
    days = ("date_start", "date_end") if when.period else ()
    chosen = rows.of(events, "event_id", "doc_id", *own, *days)
    unit = "incident_id" if representative else "event_id"
    every = Rows(countable=countable, representative=False, types=types).of(events)
    told = _told(every.with_columns(pl.col(unit).alias(_UNIT)), attributions, SOURCE_TYPE in keys)
    joined = chosen.with_columns(pl.col(unit).alias(_UNIT)).join(told, on=_UNIT, how="left")
    joined = when.assign(joined)
    found = tally(joined, keys, (), weighted=when.is_split, more=_source_counts(when))
    shares = [
        _share("n_single_source", "n_attributed").alias("share_single_source"),
        _share("n_from_party", "n_party_known").alias("share_from_party"),
    ]
    return finish(events, found.with_columns(shares), keys, [*rows.words(), *when.words()])


def _told(
    events: pl.LazyFrame, attributions: pl.DataFrame | pl.LazyFrame, per_type: bool
) -> pl.LazyFrame:
    """One row a unit (per type: one row a unit and type of source): its sources."""
    lazy = attributions.lazy()
    needed = ("event_id", "name", "text", SOURCE_TYPE, "is_party")
    check_columns(lazy.collect_schema().names(), needed, table="attributions")
    named = events.select(_UNIT, "event_id", "doc_id").join(
        lazy.select(
            "event_id",
            pl.coalesce("name", "text").str.to_lowercase().alias("_source"),
            pl.col(SOURCE_TYPE).cast(pl.String),
            "is_party",
        ),
        on="event_id",
        how="left",
    )
    is_source = pl.col("_source").is_not_null()
    party = pl.col("is_party")
    per_unit = named.group_by(_UNIT).agg(
        pl.col("_source").drop_nulls().n_unique().alias("_n_sources"),
        pl.col("doc_id").n_unique().alias("_n_documents"),
        party.any().alias("_from_party"),
        (is_source.any() & party.fill_null(value=False).all()).alias("_party_only"),
        party.is_not_null().any().alias("_party_known"),
    )
    if not per_type:
        return per_unit
    kinds = named.filter(pl.col(SOURCE_TYPE).is_not_null()).select(_UNIT, SOURCE_TYPE).unique()
    return per_unit.join(kinds, on=_UNIT, how="left")


def _source_counts(when: Dating) -> list[pl.Expr]:
    conditions = {
        "n_attributed": pl.col("_n_sources") > 0,
        "n_single_source": pl.col("_n_sources") == 1,
        "n_party_known": pl.col("_party_known"),
        "n_from_party": pl.col("_from_party"),
        "n_party_only": pl.col("_party_only"),
        "n_single_document": pl.col("_n_documents") == 1,
    }
    return [
        count_where(condition, weighted=when.is_split).alias(name)
        for name, condition in conditions.items()
    ]


def _share(part: str, whole: str) -> pl.Expr:
    return pl.when(pl.col(whole) > 0).then(pl.col(part) / pl.col(whole))


def quality(
    events: Frame,
    *,
    by: str | Sequence[str] = (),
    countable: bool = True,
    representative: bool = True,
    types: Collection[str] | None = None,
) -> Frame:
    """How well the events are known: the share of each precision, basis and qualifier.

    One row a ``field`` and ``value`` (null where the field is): precision and basis of the date,
    precision of the place, qualifier of the dead, event type. Then, with the values ``true`` and
    ``false``: ``is_other_violence``, the rest that fits no type; ``actor1_is_null``,
    ``actor2_is_null`` and ``no_actor``; ``casualties_conflicting``; ``killed_is_unknown``. The
    numbers of a field add up to all events of its group, its shares to 1.
    """
    keys = with_units(by)
    rows = Rows(countable=countable, representative=representative, types=types)
    questions = _questions()
    columns = ("actor1_name", "actor2_name", "casualties_conflicting", "killed_best", "killed_low")
    chosen = rows.of(events, *keys, *QUALITY_FIELDS, *columns)
    answered = chosen.select(
        *keys,
        *(pl.col(field).cast(pl.String) for field in QUALITY_FIELDS if field not in keys),
        *(question.alias(name) for name, question in questions.items()),
    )
    fields = [field for field in QUALITY_FIELDS if field not in keys]
    order = pl.Enum([*fields, *questions])
    long = answered.unpivot(
        [*fields, *questions], index=list(keys), variable_name="field", value_name="value"
    ).with_columns(pl.col("field").cast(order))
    groups = [*keys, "field", "value"]
    found = long.group_by(groups).agg(pl.len().cast(pl.Int64).alias(N_EVENTS))
    whole = pl.col(N_EVENTS).sum().over([*keys, "field"])
    return finish(events, found.with_columns(share=pl.col(N_EVENTS) / whole), groups, rows.words())


def _questions() -> dict[str, pl.Expr]:
    first, second = pl.col("actor1_name").is_null(), pl.col("actor2_name").is_null()
    other = pl.col("event_type").cast(pl.String) == EventType.OTHER_VIOLENCE.value
    asked = {
        "is_other_violence": other,
        "actor1_is_null": first,
        "actor2_is_null": second,
        "no_actor": first & second,
        "casualties_conflicting": pl.col("casualties_conflicting"),
        "killed_is_unknown": pl.coalesce("killed_best", "killed_low").is_null(),
    }
    return {
        name: pl.when(question).then(pl.lit("true")).otherwise(pl.lit("false"))
        for name, question in asked.items()
    }
