"""Events by who did them, without counting the dead twice (codebook 2.11).

An attack by "armed men" that a second group claimed has two perpetrators. Joined to both, its dead
count twice. So each event is shared out first:

- ``primary``: to the one perpetrator that ranks first; where others are told just as surely, the
  event is a tie and counted in ``n_tied``;
- ``fractional``: in equal parts to all of them, which adds up to the same totals;
- ``any``: to each of them whole. The rows answer "in how many was X named" and do not add up.

The order is: primary before others, side A before others, then by certainty (stated, claimed,
accused, suspected, inferred, denied), then as the text tells them. A perpetrator who is only denied
counts where nobody else is named. Events without a perpetrator stand in the row of null.
"""

from collections.abc import Collection, Sequence
from typing import cast

import polars as pl

from coder.aggregate.dating import WEIGHT, Dating, period_of
from coder.aggregate.measures import KILLED_BOUNDS, count_where, measures_of, tally
from coder.aggregate.rows import FILTER, Frame, Rows, check_columns, finish, with_units
from coder.values.counting import PERPETRATORS, Dates, Perpetrator, WeekStart, checked
from coder.values.labels import Certainty, Role, Side

_KEYS = ("perpetrator", "perpetrator_type", "certainty")
_EVENT = "event_id"
_N_TIED = "n_tied"
_IS_TIED = "_is_tied"
_RANK = "_rank"


def by_perpetrator(
    events: Frame,
    actors: pl.DataFrame | pl.LazyFrame,
    *,
    perpetrator: Perpetrator = "primary",
    by: str | Sequence[str] = (),
    measures: Sequence[str] = ("killed", "injured"),
    dates: Dates = "end",
    week_start: WeekStart = "monday",
    countable: bool = True,
    representative: bool = True,
    types: Collection[str] | None = None,
) -> Frame:
    """Events and figures by perpetrator, its type, and how sure the text is that it was the one.

    ``perpetrator`` says how an event with several of them counts: ``primary``, ``fractional`` or
    ``any`` (rows do not add up). ``by`` adds columns, areas and one period, as in
    :func:`coder.aggregate.fatalities`. A group without a name goes by its words.
    """
    more = with_units(by)
    when = Dating(period=period_of(more), dates=dates, week_start=week_start)
    rows = Rows(countable=countable, representative=representative, types=types)
    wanted = measures_of(measures)
    days = ("date_start", "date_end") if when.period else ()
    columns = [column for measure in wanted for column in measure.columns]
    own = [key for key in more if key != when.period]
    chosen = rows.of(events, _EVENT, *own, *days, *columns)
    shared, weighted = _shared(when.assign(chosen), actors, perpetrator, when)
    tied = count_where(pl.col(_IS_TIED), weighted=weighted).alias(_N_TIED)
    keys = (*_KEYS, *more)
    found = tally(shared, keys, wanted, weighted=weighted, more=[tied])
    words = [f"perpetrator={perpetrator}"]
    return finish(events, found, keys, [*rows.words(), *when.words(), *words])


def civilians_killed_by_actor(
    events: Frame,
    actors: pl.DataFrame | pl.LazyFrame,
    *,
    perpetrator: Perpetrator = "primary",
    by: str | Sequence[str] = (),
    dates: Dates = "end",
    week_start: WeekStart = "monday",
    countable: bool = True,
    representative: bool = True,
    types: Collection[str] | None = None,
) -> Frame:
    """Civilians killed, by perpetrator and by how sure the text is (stated, claimed, accused ...).

    Of events that tell of dead at all. ``killed_civilians_sum`` adds up ``killed_civilians_best``,
    the part of the claims in ``casualties`` told as civilians after the casualty policy resolved
    claims that compete; ``killed_civilians_n_known`` is the number of events that tell such a part.
    Dead of whom the text does not say who they were are in ``killed_sum`` only.
    """
    told = [pl.col(column).is_not_null() for column in KILLED_BOUNDS[-1].columns]
    columns = events.lazy().collect_schema().names()
    check_columns(columns, KILLED_BOUNDS[-1].columns, table="events")
    deadly = cast("Frame", events.filter(pl.any_horizontal(told)))
    found = by_perpetrator(
        deadly,
        actors,
        perpetrator=perpetrator,
        by=by,
        measures=("killed_civilians", "killed"),
        dates=dates,
        week_start=week_start,
        countable=countable,
        representative=representative,
        types=types,
    )
    return _with_words(found, "tells of dead")


def _with_words(found: Frame, words: str) -> Frame:
    return cast("Frame", found.with_columns(pl.concat_str(FILTER, pl.lit(f"; {words}"))))


def _shared(
    events: pl.LazyFrame,
    actors: pl.DataFrame | pl.LazyFrame,
    perpetrator: Perpetrator,
    when: Dating,
) -> tuple[pl.LazyFrame, bool]:
    """The events, each once for every perpetrator it counts for, and whether rows have weights."""
    checked(perpetrator, PERPETRATORS, name="perpetrator")
    told = _perpetrators(actors)
    if perpetrator == "primary":
        told = told.filter(pl.col(_RANK) == 0)
    joined = events.join(told, on=_EVENT, how="left")
    if perpetrator != "fractional":
        return joined, when.is_split
    share = 1.0 / pl.col("_n_told").fill_null(1)
    weight = pl.col(WEIGHT) * share if when.is_split else share
    return joined.with_columns(weight.alias(WEIGHT)), True


def _perpetrators(actors: pl.DataFrame | pl.LazyFrame) -> pl.LazyFrame:
    """Each perpetrator of an event once, with its rank, their number and whether the first tie."""
    lazy = actors.lazy()
    needed = (
        *(_EVENT, "actor_idx", "name", "text", "actor_type"),
        *("role", "side", "certainty", "is_primary"),
    )
    check_columns(lazy.collect_schema().names(), needed, table="actors")
    certainty = pl.Enum([value.value for value in Certainty])
    acting = lazy.filter(pl.col("role").cast(pl.String) == Role.PERPETRATOR.value).select(
        _EVENT,
        pl.coalesce("name", "text").alias("perpetrator"),
        pl.col("actor_type").alias("perpetrator_type"),
        pl.col("certainty").cast(pl.String).cast(certainty),
        (~pl.col("is_primary")).alias("_later"),
        pl.col("side").cast(pl.String).ne_missing(Side.A.value).alias("_aside"),
        "actor_idx",
    )
    order = ["_later", "_aside", "certainty", "actor_idx"]
    denied = pl.col("certainty").cast(pl.String) == Certainty.DENIED.value
    once = (
        acting.sort(_EVENT, *order)
        .unique([_EVENT, "perpetrator", "perpetrator_type"], keep="first", maintain_order=True)
        .filter(~denied | denied.all().over(_EVENT))
    )
    ranked = once.with_columns(
        pl.int_range(pl.len()).over(_EVENT).alias(_RANK),
        pl.len().over(_EVENT).alias("_n_told"),
        pl.col("certainty").first().over(_EVENT).alias("_first"),
    )
    surest = (pl.col("certainty") == pl.col("_first")).cast(pl.Int32)
    return ranked.with_columns((surest.sum().over(_EVENT) > 1).alias(_IS_TIED)).drop(
        "_later", "_aside", "actor_idx", "_first"
    )
