"""What linking is told: windows, thresholds and the points of each piece of evidence."""

from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class NumberPolicy(StrEnum):
    """Which report's figure becomes ``best`` where the reports of an incident differ."""

    MEDIAN = "median"
    CONSERVATIVE = "conservative"
    MAX = "max"
    LATEST = "latest"


class Points(BaseModel):
    """What each agreement or disagreement of two reports is worth; see docs/incidents.md.

    The score of a pair is the sum. Positive speaks for one act, negative for two; what either
    report leaves out is worth nothing.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    type_same: float = 1.0
    subtype_same: float = 0.5
    type_generic: float = -0.5
    type_other_means: float = -1.5

    place_same: float = 4.0
    place_near: float = 2.5
    place_alike_name: float = 3.0
    place_beyond: float = -2.0
    place_other: float = -9.0
    area_same: float = 1.5
    area_contains: float = 0.5
    area_other: float = -8.0
    country_only: float = -0.75
    country_unknown: float = -2.0

    day_same: float = 2.0
    day_apart: float = -1.5
    day_after_report: float = -4.0
    dates_fit: float = 0.75
    dates_fit_per_day: float = -1.0
    dates_miss: float = -3.5
    undated: float = -1.0

    number_equal: float = 2.0
    number_equal_per_doubling: float = 0.8
    number_equal_most: float = 4.0
    number_close: float = 0.5
    number_apart: float = -3.0
    number_far: float = -6.0
    injured_weight: float = 0.9

    actor_same: float = 2.5
    actor_alike: float = 0.5
    actor_other: float = -1.0
    actor_opposed: float = -3.0

    site_same: float = 3.0
    site_other: float = -3.0

    text_per_unit: float = 15.0
    text_least: float = -2.0
    text_most: float = 5.0
    text_by_chance: float = 0.16

    bare: float = -2.0
    bare_without_day: float = -3.5

    copies: float = 4.0
    same_publisher: float = -0.75


class LinkOptions(BaseModel):
    """How events are linked into incidents; frozen and hashable.

    ``threshold``: least score of a merge, in points. ``window_days``: days two dated reports may
    differ. ``open_days``: how long before its report an act of unknown day may have happened.
    ``near_km``: distance up to which two places count as near. ``toll_spread``: largest share of
    the highest exact toll by which the exact tolls of one incident may differ. ``copy_similarity``:
    least similarity of two documents that are copies. ``copy_days``: most days between copies.
    ``neighbours``: with how many neighbours a report is compared in one sorted block; it bounds the
    work. ``horizon_days``: earlier incidents further from all days of a new batch are left alone.
    ``number_policy``: whose figure becomes ``best``.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    threshold: float = 3.0
    window_days: int = Field(default=1, ge=0, le=7)
    open_days: int = Field(default=3, ge=0, le=14)
    near_km: float = Field(default=10.0, ge=0)
    toll_spread: float = Field(default=0.6, ge=0, le=1)
    copy_similarity: float = Field(default=0.7, gt=0, le=1)
    copy_days: int = Field(default=7, ge=0)
    neighbours: int = Field(default=14, ge=1, le=200)
    horizon_days: int = Field(default=30, ge=1)
    number_policy: NumberPolicy = NumberPolicy.MEDIAN
    points: Points = Points()
