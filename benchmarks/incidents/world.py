"""A made-up country at war: provinces, towns of several spellings, armed groups, what happens.

Everything is drawn from one seed. Names are syllables of our own; no real place, group or report
is in it. An incident is what truly happened, before anybody reports it.
"""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

FIRST_DAY = date(2021, 3, 1)
_STARTS = (
    "Ba",
    "Dar",
    "Ke",
    "Mor",
    "Ta",
    "Zu",
    "Ha",
    "Qal",
    "Sha",
    "Wadi ",
    "Ras ",
    "Ain ",
    "Tel ",
)
_MIDDLES = ("ra", "mi", "shu", "da", "ko", "li", "fa", "zeh", "ni", "bu", "gha", "ya")
_ENDS = ("n", "r", "m", "d", "sh", "t", "q", "l", "b", "s", "k")
TYPES = (
    # event type, subtype, share, how deadly, family of words
    ("bombing", "vehicle_bomb", 0.12, 7.0, "blast"),
    ("bombing", "ied", 0.14, 2.5, "blast"),
    ("air_strike", "unspecified", 0.14, 5.0, "air"),
    ("shelling", "artillery", 0.14, 3.0, "shells"),
    ("armed_attack", "armed_assault", 0.18, 3.0, "guns"),
    ("armed_clash", "clash", 0.10, 6.0, "clash"),
    ("abduction", "kidnapping", 0.06, 0.0, "abduct"),
    ("protest", "peaceful", 0.06, 0.0, "protest"),
    ("arrest", "arrest", 0.06, 0.0, "arrest"),
)
SITES = {
    "public_space_market": ("market", "stalls", "shoppers"),
    "religious_site": ("mosque", "worshippers", "prayers"),
    "police": ("checkpoint", "officers", "barrier"),
    "military_position": ("barracks", "soldiers", "outpost"),
    "education": ("school", "pupils", "classroom"),
    "health": ("hospital", "nurses", "ward"),
    "transport_vehicle": ("minibus", "passengers", "road"),
    "camp_idp": ("camp", "tents", "displaced"),
    "civilian_residence": ("house", "family", "courtyard"),
    "business": ("bakery", "queue", "customers"),
    "energy": ("refinery", "pipeline", "workers"),
    "government": ("courthouse", "judges", "offices"),
}
_WITH_ARTICLE = 0.2
_MASS_CASUALTY = 0.05
_TWIN_IN_TOWN = 0.6
"""Share of hard negatives in the same town; the others have the same toll elsewhere."""
CIRCUMSTANCES = (
    "motorcycle", "curfew", "funeral", "wedding", "harvest", "rush hour", "evening", "dawn", "rain",
    "convoy", "bridge", "orchard", "sandstorm", "ceasefire", "election", "football", "taxi", "van",
    "grain silo", "river crossing", "power cut", "holiday", "exam", "delegation", "mayor",
    "negotiations", "smugglers", "tunnel", "rooftop", "roundabout", "water tower", "garage",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Town:
    """A town; ``spellings`` are other ways to write its name, that no gazetteer holds."""

    name: str
    province: int
    lat: float
    lon: float
    gazetteer_id: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """An armed group or force, and the other names reports give it."""

    name: str
    kind: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Incident:
    """What happened: known to nobody in full."""

    number: int
    kind: int
    town: Town
    day: date
    killed: int
    injured: int
    taken: int
    perpetrator: Group | None
    target: Group | None
    site: str
    details: tuple[str, ...]
    fame: float = 1.0


@dataclass(slots=True)
class World:
    """Places and groups; incidents are drawn on top."""

    seed: int
    provinces: tuple[str, ...] = ()
    towns: tuple[Town, ...] = ()
    groups: tuple[Group, ...] = ()
    by_province: dict[int, list[Town]] = field(default_factory=dict)


def make_world(seed: int, *, provinces: int = 10, towns: int = 40) -> World:
    """A country with ``provinces`` of ``towns`` each and twelve armed groups."""
    rng = random.Random(f"world {seed}")  # noqa: S311 - made data
    names: set[str] = set()
    areas = tuple(_name(rng, names) for _ in range(provinces))
    found: list[Town] = []
    for province in range(provinces):
        north, east = rng.uniform(10, 20), rng.uniform(30, 40)
        for _ in range(towns):
            name = _name(rng, names)
            found.append(
                Town(
                    name=name,
                    province=province,
                    lat=round(north + rng.gauss(0, 0.35), 4),
                    lon=round(east + rng.gauss(0, 0.35), 4),
                    gazetteer_id=f"made:{len(found)}",
                    spellings=_spellings(name, rng),
                )
            )
    world = World(seed=seed, provinces=areas, towns=tuple(found), groups=_groups(rng, names))
    for town in found:
        world.by_province.setdefault(town.province, []).append(town)
    return world


def _name(rng: random.Random, taken: set[str]) -> str:
    while True:
        name = rng.choice(_STARTS) + "".join(rng.choices(_MIDDLES, k=rng.choice((1, 2, 2))))
        name = name.title() + rng.choice(_ENDS)
        if rng.random() < _WITH_ARTICLE:
            name = "Al-" + name
        if name not in taken:
            taken.add(name)
            return name


def _spellings(name: str, rng: random.Random) -> tuple[str, ...]:
    """Transliterations and a slip of the pen."""
    swapped = name.replace("a", "e") if "a" in name else name.replace("i", "y")
    doubled = name.replace("sh", "ch").replace("q", "k").replace("z", "zz")
    article = name.removeprefix("Al-") if name.startswith("Al-") else f"El {name}"
    place = rng.randrange(1, len(name) - 1)
    slip = name[:place] + name[place + 1 :]
    return tuple(dict.fromkeys(one for one in (swapped, doubled, article, slip) if one != name))


def _groups(rng: random.Random, names: set[str]) -> tuple[Group, ...]:
    made = [
        Group("Army", "state_military", ("government forces", "the military", "Army troops")),
        Group("Police", "state_police", ("security forces", "Police")),
        Group("Air Force", "state_military", ("government warplanes", "Army")),
    ]
    kinds = ("rebel_group", "jihadist_group", "jihadist_group", "communal_militia", "rebel_group")
    for number in range(9):
        name = _name(rng, names)
        full = f"{name} {rng.choice(('Front', 'Brigade', 'Movement', 'Army', 'Council'))}"
        made.append(Group(full, kinds[number % len(kinds)], (name, f"{name} fighters", full)))
    return tuple(made)


def draw_incidents(
    world: World, count: int, *, days: int, seed: int, crowded: float = 0.0, twins: float = 0.15
) -> list[Incident]:
    """``count`` incidents over ``days``.

    A share ``twins`` is followed by a hard negative: another attack of the same type in the same
    town on the same day, or the same toll in another town. A share ``crowded`` happens in one
    province in one week.
    """
    rng = random.Random(f"incidents {seed} {world.seed}")  # noqa: S311 - made data
    found: list[Incident] = []
    while len(found) < count:
        if rng.random() < crowded:
            town = rng.choice(world.by_province[0])
            day = FIRST_DAY + timedelta(days=rng.randrange(7))
        else:
            town = rng.choice(world.towns)
            day = FIRST_DAY + timedelta(days=rng.randrange(days))
        one = _draw(world, rng, len(found), town, day)
        found.append(one)
        if rng.random() < twins and len(found) < count:
            found.append(_twin(world, rng, one, len(found)))
    return found


def _draw(  # noqa: PLR0917 - what an incident is made of
    world: World, rng: random.Random, number: int, town: Town, day: date, kind: int | None = None
) -> Incident:
    if kind is None:
        kind = rng.choices(range(len(TYPES)), weights=[row[2] for row in TYPES])[0]
    event_type, _, _, deadly, _ = TYPES[kind]
    killed = int(rng.expovariate(1 / deadly)) if deadly else 0
    if deadly and rng.random() < _MASS_CASUALTY:
        killed *= 6
    perpetrator, target = _sides(world, rng, event_type)
    site = rng.choice(tuple(SITES))
    return Incident(
        number=number,
        kind=kind,
        town=town,
        day=day,
        killed=killed,
        injured=int(rng.expovariate(1 / (2 * deadly))) if deadly else 0,
        taken=1 + int(rng.expovariate(1 / 5)) if event_type in ("abduction", "arrest") else 0,
        perpetrator=perpetrator,
        target=target,
        site=site,
        details=tuple(rng.sample(CIRCUMSTANCES, 4)),
        fame=rng.lognormvariate(0, 0.6),
    )


def _sides(world: World, rng: random.Random, event_type: str) -> tuple[Group | None, Group | None]:
    state, rebels = world.groups[:3], world.groups[3:]
    if event_type == "protest":
        return None, None
    if event_type == "arrest":
        return state[1], None
    if event_type == "air_strike":
        return state[2], rng.choice([*rebels, None, None])
    if event_type == "armed_clash":
        return rng.choice(rebels), rng.choice([state[0], rng.choice(rebels)])
    return rng.choice([*rebels, state[0]]), rng.choice([None, None, state[0], state[1]])


def _twin(world: World, rng: random.Random, one: Incident, number: int) -> Incident:
    """A hard negative of an incident."""
    if rng.random() < _TWIN_IN_TOWN:
        twin = _draw(world, rng, number, one.town, one.day, one.kind)
        while twin.site == one.site:
            twin = _draw(world, rng, number, one.town, one.day, one.kind)
        return twin
    nearby = [town for town in world.by_province[one.town.province] if town is not one.town]
    day = one.day + timedelta(days=rng.choice((0, 0, 1)))
    twin = _draw(world, rng, number, rng.choice(nearby), day, one.kind)
    return Incident(
        number=number,
        kind=twin.kind,
        town=twin.town,
        day=day,
        killed=one.killed,
        injured=one.injured,
        taken=one.taken,
        perpetrator=twin.perpetrator,
        target=twin.target,
        site=twin.site,
        details=twin.details,
        fame=twin.fame,
    )
