"""The score of a pair of reports: points for each piece of evidence, added up.

Each part is a column of its own, so that a merge can be read and disputed; what a part is worth
stands in :class:`coder.incidents.options.Points`. Two known countries that differ, or days further
apart than the window, rule a pair out (copies of one article excepted).
"""

import polars as pl

from coder.incidents.options import LinkOptions, Points
from coder.incidents.reports import COUNTRY, DISTRICT, PLACE, PROVINCE
from coder.incidents.words import MASKS

PARTS = ("type", "place", "date", "toll", "actors", "site", "text", "source", "bare")
"""The parts of a score, in the order in which reasons name them."""
CHUNK = 250_000
"""Pairs that are scored at once: bounds the memory."""

_KM_PER_DEGREE = 111.2
_CLOSE_SHARE, _APART_SHARE, _FAR_SHARE = 0.2, 0.4, 0.6
_GROWN_SHARE = 0.5
"""A toll given as "at least" may be twice as high in the end without speaking against one act."""
_ALIKE_NAMES = 0.55
_FAR_NAMES = 0.15
_A_DETAIL = 0.75
"""Points from toll, actors, site and words together that make more than a coincidence."""
_COLUMNS = (
    "doc", "publisher", "copy",
    "means", "type", "subtype",
    "first_day", "last_day", "is_day", "pub_day",
    "level", "is_near", "lat", "lon", "country", "admin1", "admin2", "place", "place_coarse",
    "place_mask", "gazetteer", "site", "site_type", "target_type",
    "killed", "killed_exact", "killed_more", "injured", "injured_exact", "injured_more",
    "other", "other_exact", "other_more",
    "actor1", "actor1_camp", "actor1_named", "actor2", "actor2_camp", "actor2_named",
    *MASKS,
)  # fmt: skip


def score_pairs(reports: pl.DataFrame, pairs: pl.DataFrame, options: LinkOptions) -> pl.DataFrame:
    """``a``, ``b``, a column per part, ``score``, and what reasons tell, for pairs not ruled out.

    Reports of one document are two acts as that document tells them and are ruled out too.
    """
    sides = reports.select(_COLUMNS)
    left, right = sides[pairs["a"]], sides[pairs["b"]]
    both = pl.concat(
        [
            pairs,
            left.rename({name: f"{name}_a" for name in _COLUMNS}),
            right.rename({name: f"{name}_b" for name in _COLUMNS}),
        ],
        how="horizontal",
    )
    return (
        both.lazy()
        .filter(pl.col("doc_a") != pl.col("doc_b"))
        .with_columns(are_copies=pl.col("copy_a") == pl.col("copy_b"))
        .with_columns(_gap().alias("gap"), _kilometres().alias("km"))
        .filter(
            ((pl.col("gap").fill_null(0) <= options.window_days) | pl.col("are_copies"))
            & ~(_known("country") & _differ("country"))
        )
        .with_columns(
            _type_points(options.points).alias("type"),
            _place_points(options).alias("place"),
            _date_points(options.points).alias("date"),
            _toll_points(options.points).alias("toll"),
            _text_overlap().alias("overlap"),
        )
        .with_columns(
            _actor_points(options.points).alias("actors"),
            _site_points(options.points).alias("site"),
            _text_points(options.points).alias("text"),
            _source_points(options.points).alias("source"),
        )
        .with_columns(_bare_points(options.points).alias("bare"))
        .with_columns(pl.sum_horizontal(PARTS).round(2).cast(pl.Float32).alias("score"))
        .select(
            "a", "b", *(pl.col(part).cast(pl.Float32) for part in PARTS), "score",
            "km", "gap", "are_copies", pl.col("overlap").cast(pl.Float32),
        )
        .collect()
    )  # fmt: skip


def _a(name: str) -> pl.Expr:
    return pl.col(f"{name}_a")


def _b(name: str) -> pl.Expr:
    return pl.col(f"{name}_b")


def _same(name: str) -> pl.Expr:
    """Both state it (0 and null: not stated) and it is the same."""
    return (_a(name) == _b(name)) & (_a(name) > 0)


def _known(name: str) -> pl.Expr:
    return (_a(name) > 0) & (_b(name) > 0)


def _differ(name: str) -> pl.Expr:
    return _a(name) != _b(name)


def _gap() -> pl.Expr:
    """Days between the two spans; 0 where they share a day, null where one is unknown."""
    later = pl.max_horizontal("first_day_a", "first_day_b")
    earlier = pl.min_horizontal("last_day_a", "last_day_b")
    known = _a("first_day").is_not_null() & _b("first_day").is_not_null()
    return pl.when(known).then((later - earlier).clip(0))


def _kilometres() -> pl.Expr:
    """Distance of two points, flat-earth, good to a few per cent up to some hundred kilometres."""
    middle = ((_a("lat") + _b("lat")) / 2).radians().cos()
    north = (_a("lat") - _b("lat")) * _KM_PER_DEGREE
    turn = (_a("lon") - _b("lon")).abs()
    east = pl.min_horizontal(turn, 360 - turn) * middle * _KM_PER_DEGREE
    is_place = (_a("level") == PLACE) & (_b("level") == PLACE)
    return pl.when(is_place).then((north * north + east * east).sqrt())


def _type_points(points: Points) -> pl.Expr:
    same = points.type_same + points.subtype_same * _same("subtype").cast(pl.Float64)
    generic = (_a("means") == 0) | (_b("means") == 0) | (_a("means") == _b("means"))
    return (
        pl.when(_a("type") == _b("type"))
        .then(same)
        .when(generic)
        .then(points.type_generic)
        .otherwise(points.type_other_means)
    )


def _place_points(options: LinkOptions) -> pl.Expr:
    points = options.points
    two_places = (_a("level") == PLACE) & (_b("level") == PLACE)
    near = options.near_km * (1 + (_a("is_near") | _b("is_near")).cast(pl.Float64))
    alike = _name_likeness()
    not_far = ~(pl.col("km") > 4 * near).fill_null(value=False)
    other_area = _known("admin1") & _differ("admin1")
    at_least = pl.min_horizontal("level_a", "level_b")
    return (
        pl.when(two_places & (_same("gazetteer") | (_same("place") & not_far)))
        .then(points.place_same)
        .when(two_places & (pl.col("km") <= near))
        .then(points.place_near)
        .when(two_places & (pl.col("km") > 4 * near))
        .then(points.place_other)
        .when(two_places & ~other_area & (_same("place_coarse") | (alike >= _ALIKE_NAMES)))
        .then(points.place_alike_name)
        .when(two_places & (pl.col("km").is_not_null() | (alike > _FAR_NAMES)) & ~other_area)
        .then(points.place_beyond)
        .when(two_places & _known("place"))
        .then(points.place_other)
        .when(other_area)
        .then(points.area_other)
        .when(_same("admin2") & (at_least >= DISTRICT))
        .then(points.area_same)
        .when(_known("admin2") & _differ("admin2") & (at_least >= DISTRICT))
        .then(points.place_beyond)
        .when(_same("admin1") & (_a("level") == PROVINCE) & (_b("level") == PROVINCE))
        .then(points.area_same)
        .when(_same("admin1"))
        .then(points.area_contains)
        .when(at_least >= COUNTRY)
        .then(points.country_only)
        .otherwise(points.country_unknown)
    )


def _name_likeness() -> pl.Expr:
    """Share of pairs of letters two place names have in common, 0 to 1; null without a name."""
    both = (_a("place_mask") & _b("place_mask")).bitwise_count_ones().cast(pl.Float64)
    either = (_a("place_mask") | _b("place_mask")).bitwise_count_ones().cast(pl.Float64)
    return pl.when(either > 0).then(both / either)


def _date_points(points: Points) -> pl.Expr:
    """Two known days; else how well the spans fit: news is of the day or of the day before."""
    two_days = _a("is_day") & _b("is_day")
    apart = (_a("last_day") - _b("last_day")).abs().cast(pl.Float64)
    too_late = (_a("is_day") & (_a("last_day") > _b("pub_day"))) | (
        _b("is_day") & (_b("last_day") > _a("pub_day"))
    )
    return (
        pl.when(pl.col("gap").is_null())
        .then(points.undated)
        .when(two_days & (apart == 0))
        .then(points.day_same)
        .when(too_late)
        .then(points.day_after_report)
        .when(two_days)
        .then(points.day_apart * apart.clip(0, 2))
        .when(pl.col("gap") > 0)
        .then(points.dates_miss)
        .otherwise(points.dates_fit + points.dates_fit_per_day * (apart - 1).clip(0, 2))
    )


def _toll_points(points: Points) -> pl.Expr:
    killed, injured, other = (
        _number_points(kind, points) for kind in ("killed", "injured", "other")
    )
    return killed + points.injured_weight * injured + other


def _number_points(kind: str, points: Points) -> pl.Expr:
    a, b = _a(kind).cast(pl.Float64), _b(kind).cast(pl.Float64)
    most = pl.max_horizontal(a, b)
    share = (a - b).abs() / most
    exact = _a(f"{kind}_exact") & _b(f"{kind}_exact")
    equal = (
        points.number_equal + points.number_equal_per_doubling * most.clip(1).log(2)
    ).clip(upper_bound=points.number_equal_most)  # fmt: skip
    softer = pl.when(exact).then(1.0).otherwise(0.5)
    may_grow = (_a(f"{kind}_more") & (a < b)) | (_b(f"{kind}_more") & (b < a))
    return (
        pl.when(a.is_null() | b.is_null())
        .then(0.0)
        .when(a == b)
        .then(equal * pl.when(exact | (a > 0)).then(1.0).otherwise(0.5))
        .when(share <= _CLOSE_SHARE)
        .then(points.number_close)
        .when(may_grow & (share <= _GROWN_SHARE))
        .then(0.0)
        .when(share <= _APART_SHARE)
        .then((points.number_close + points.number_apart) / 2 * softer)
        .when(share <= _FAR_SHARE)
        .then(points.number_apart * softer)
        .otherwise(points.number_far * softer)
    )


def _actor_points(points: Points) -> pl.Expr:
    straight = _one_actor("actor1", "actor1", points) + _one_actor("actor2", "actor2", points)
    crossed = _one_actor("actor1", "actor2", points) + _one_actor("actor2", "actor1", points)
    return pl.max_horizontal(straight, crossed)


def _one_actor(left: str, right: str, points: Points) -> pl.Expr:
    """One actor of ``a`` beside one of ``b``: ``left`` and ``right`` say which."""
    named = _a(f"{left}_named") & _b(f"{right}_named")
    same = (_a(left) == _b(right)) & (_a(left) > 0)
    camps = (_a(f"{left}_camp") > 0) & (_b(f"{right}_camp") > 0)
    return (
        pl.when(same & named)
        .then(points.actor_same)
        .when(same)
        .then(points.actor_alike)
        .when(camps & (_a(f"{left}_camp") != _b(f"{right}_camp")))
        .then(points.actor_opposed)
        .when(named)
        .then(points.actor_other)
        .otherwise(0.0)
    )


def _site_points(points: Points) -> pl.Expr:
    """The facility: its name, else its kind, else what was aimed at."""
    return (
        pl.when(_same("site"))
        .then(points.site_same)
        .when(_known("site_type"))
        .then(pl.when(_same("site_type")).then(points.site_same / 2).otherwise(points.site_other))
        .when(_known("target_type"))
        .then(
            pl.when(_same("target_type"))
            .then(points.site_same / 2)
            .otherwise(points.site_other / 2)
        )
        .otherwise(0.0)
    )


def _text_overlap() -> pl.Expr:
    """Share of content words the two sentences have in common, 0 to 1; null without words."""
    both = pl.sum_horizontal(
        (_a(mask) & _b(mask)).bitwise_count_ones().cast(pl.Float64) for mask in MASKS
    )
    either = pl.sum_horizontal(
        (_a(mask) | _b(mask)).bitwise_count_ones().cast(pl.Float64) for mask in MASKS
    )
    return pl.when(either > 0).then(both / either)


def _text_points(points: Points) -> pl.Expr:
    worth = (pl.col("overlap") - points.text_by_chance) * points.text_per_unit
    return worth.clip(points.text_least, points.text_most).fill_null(0.0)


def _source_points(points: Points) -> pl.Expr:
    return (
        pl.when(pl.col("are_copies"))
        .then(pl.col("overlap").fill_null(0.0) * points.copies)
        .when(_same("publisher"))
        .then(points.same_publisher)
        .otherwise(0.0)
    )


def _bare_points(points: Points) -> pl.Expr:
    """Place, day and type alone: in a town under fire that is what many acts have in common."""
    details = pl.sum_horizontal("toll", "actors", "site", "text", "source")
    two_days = _a("is_day") & _b("is_day")
    worth = pl.when(two_days).then(points.bare).otherwise(points.bare_without_day)
    return pl.when(details < _A_DETAIL).then(worth).otherwise(0.0)
