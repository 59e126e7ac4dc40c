"""Ordinary news in the usual wordings: each headline with each lead, each day and place in turn.

Such items make up most of what is coded. What goes wrong in one combination (an act told twice, a
number added to itself, a day lost) goes wrong in thousands of texts.
"""

from collections.abc import Iterator
from datetime import date
from itertools import cycle, product

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

import coder
from coder.values.labels import EventType
from tests.corpus.engine import FIXTURES

_TOWNS = (("Maiduguri", "NGA"), ("Quetta", "PAK"), ("Beni", "COD"), ("Tumaco", "COL"))
_NUMBERS = (("six", 6), ("nine", 9), ("seven", 7), ("twelve", 12))
_HURT = ("four", 4)


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ActWordings(_Model):
    """``counts``: who the number of a lead counts; null where it counts dead and hurt or nobody."""

    act: str
    types: frozenset[EventType]
    counts: str | None = None
    headlines: tuple[str, ...]
    leads: tuple[str, ...]


class HeadlinesAndLeads(_Model):
    """``follow``: sentences that leave the numbers of a lead; ``died``: one that moves one."""

    published: date
    day: date
    acts: tuple[ActWordings, ...]
    follow: tuple[str, ...]
    died: str


class WhenAndWhere(_Model):
    """Times with their first and last day, places with name (null: an area only) and country."""

    published: date
    forms: tuple[str, ...]
    times: dict[str, tuple[date, date]]
    places: dict[str, tuple[str | None, str]]


def _read(name: str) -> object:
    path = FIXTURES / "wordings" / f"{name}.yaml"
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


_ACTS = HeadlinesAndLeads.model_validate(_read("headline-and-lead"))
_PLACED = WhenAndWhere.model_validate(_read("when-and-where"))


def _countable(text: str, published: date, title: str | None = None) -> list[dict[str, object]]:
    rows = coder.code(text, title=title, published=published).to_polars().to_dicts()
    return [row for row in rows if row["countable"] and row["event_type"] != "arrest"]


def _expected(act: ActWordings, lead: str, number: int) -> dict[str, int]:
    if "{k}" in lead or "{K}" in lead:
        return {"killed_best": number, "injured_best": _HURT[1]}
    return {f"{act.counts}_best": number} if act.counts and "{n}" in lead.lower() else {}


def _items() -> Iterator[tuple[ActWordings, str, str, str, str, int]]:
    towns, numbers = cycle(_TOWNS), cycle(_NUMBERS[::-1] + _NUMBERS)
    for act in _ACTS.acts:
        for headline, lead in product(act.headlines, act.leads):
            (town, iso3), (word, number) = next(towns), next(numbers)
            words = {"n": word, "k": word, "i": _HURT[0], "p": town}
            words |= {key.upper(): value.capitalize() for key, value in words.items()}
            yield act, headline.format_map(words), lead.format_map(words), lead, iso3, number


@pytest.mark.parametrize("item", list(_items()), ids=lambda item: item[1].replace(" ", "-"))
def test_headline_and_lead_tell_one_act(
    item: tuple[ActWordings, str, str, str, str, int],
) -> None:
    act, headline, lead, form, iso3, number = item
    events = _countable(lead, _ACTS.published, headline)
    assert len(events) == 1
    [event] = events
    assert event["event_type"] in act.types
    assert event["iso3"] == iso3
    if "Monday" in lead:
        assert event["date_start"] == event["date_end"] == _ACTS.day
    expected = _expected(act, form, number)
    assert {name: event[name] for name in expected} == expected


def _leads_with_dead_and_hurt() -> Iterator[tuple[str, int]]:
    for _, _, lead, form, _, number in _items():
        if "{i}" in form:
            yield lead, number


@pytest.mark.parametrize("follow", [*_ACTS.follow, _ACTS.died])
def test_what_follows_leaves_the_numbers_of_the_lead(follow: str) -> None:
    died = follow == _ACTS.died
    for lead, number in dict(_leads_with_dead_and_hurt()).items():
        [event] = _countable(f"{lead} {follow}", _ACTS.published)
        found = event["killed_best"], event["injured_best"]
        assert found == (number + died, _HURT[1] - died), lead


@pytest.mark.parametrize(("when", "form"), list(product(_PLACED.times, _PLACED.forms)))
def test_days(when: str, form: str) -> None:
    first, last = _PLACED.times[when]
    text = form.format(w="in Mosul", t=when, T=when[0].upper() + when[1:])
    [event] = _countable(text, _PLACED.published)
    assert (event["date_start"], event["date_end"]) == (first, last)
    assert (event["place_name"], event["iso3"]) == ("Mosul", "IRQ")


@pytest.mark.parametrize(("where", "form"), list(product(_PLACED.places, _PLACED.forms)))
def test_places(where: str, form: str) -> None:
    name, iso3 = _PLACED.places[where]
    [event] = _countable(form.format(w=where, t="on Monday", T="On Monday"), _PLACED.published)
    assert event["iso3"] == iso3
    assert name is None or event["place_name"] == name
