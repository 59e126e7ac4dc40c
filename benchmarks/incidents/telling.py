"""How outlets report an incident: other words, numbers, dates, places, names; and wire copies.

``noise`` scales every error: 0 tells everything right, 1 is meant to be like the press, 2 twice as
bad. The rows are rows of ``events`` and ``documents`` as the coder would write them.
"""

import hashlib
import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import polars as pl

from benchmarks.incidents.world import SITES, TYPES, Incident, World
from coder.records.frame_schema import frame_schema

PUBLISHERS = tuple(f"outlet-{number}" for number in range(30))
_COUNTRY = "XMA"
_OPENINGS = (
    "{who} {verb} in {place} on {when}", "At least one {noun} shook {place}, residents said",
    "{noun} reported in {place}, {when}", "A {noun} hit {place} {when}, a local official said",
    "{place}: {who} {verb}, according to witnesses", "Officials confirmed a {noun} near {place}",
    "{who} {verb} at {place}, state media reported", "Reports from {place} speak of a {noun}",
)  # fmt: skip
_TOLLS = (
    "killing {killed} and wounding {injured}", "leaving {killed} dead and {injured} hurt",
    "{killed} people died and {injured} were taken to hospital", "with a toll of {killed} dead",
    "in which {killed} lost their lives", "claiming {killed} lives",
)  # fmt: skip
_WORDS = {
    "blast": (("detonated a bomb", "blew up a device", "set off explosives"),
              ("explosion", "blast", "bombing")),
    "air": (("bombed from the air", "carried out a strike", "dropped munitions"),
            ("airstrike", "air raid", "strike from warplanes")),
    "shells": (("fired shells", "shelled the area", "launched a barrage"),
               ("shelling", "bombardment", "barrage")),
    "guns": (("opened fire", "stormed the site", "shot at people"),
             ("shooting", "armed assault", "gun attack")),
    "clash": (("clashed with rivals", "fought a battle", "exchanged fire"),
              ("firefight", "fighting", "clashes")),
    "abduct": (("kidnapped people", "seized hostages", "took captives"),
               ("kidnapping", "abduction", "hostage taking")),
    "protest": (("marched", "rallied", "demonstrated"), ("rally", "march", "demonstration")),
    "arrest": (("detained suspects", "rounded up men", "arrested people"),
               ("raid", "sweep", "wave of arrests")),
}  # fmt: skip
_SITES = tuple(SITES)
_COPIES = 0.15
_EDITED = 0.5
_NO_PROVINCE = 0.2
_VICINITY = 0.1
_ZERO_UNSAID = 0.7
_DETAILS = (
    "near a {word}", "during a {word}", "where a {word} had been seen", "after the {word}",
    "beside the {word}", "amid the {word}",
)  # fmt: skip
_OTHER_TYPE = {
    "bombing": ("killing", "unspecified"),
    "air_strike": ("shelling", "missile"),
    "shelling": ("air_strike", "unspecified"),
    "armed_attack": ("killing", "unspecified"),
    "armed_clash": ("armed_attack", "unspecified"),
}


@dataclass(slots=True)
class Told:
    """Reports of a world as tables, and which incident each event truly reports."""

    events: pl.DataFrame
    documents: pl.DataFrame
    truth: pl.DataFrame

    @property
    def frames(self) -> dict[str, pl.DataFrame]:
        """The tables as linking takes them."""
        return {"events": self.events, "documents": self.documents}


class Press:
    """Writes rows; one instance a data set."""

    def __init__(self, world: World, *, seed: int, noise: float) -> None:
        self._world = world
        self._rng = random.Random(f"press {seed} {world.seed} {noise}")  # noqa: S311 - made data
        self._noise = noise
        self._rows: list[dict[str, object]] = []
        self._documents: list[dict[str, object]] = []
        self._truth: list[int] = []
        self._told: list[pl.DataFrame] = []
        self._listed: list[pl.DataFrame] = []
        self._count = 0

    def _errs(self, chance: float) -> bool:
        return self._rng.random() < min(0.95, chance * self._noise)

    def report(self, one: Incident) -> None:
        """All reports of one incident, wire copies among them."""
        rng = self._rng
        count = 1 + min(14, int(rng.expovariate(1 / (1.6 * one.fame))))
        publishers = rng.sample(PUBLISHERS, count)
        original: dict[str, object] | None = None
        for publisher in publishers:
            pub = one.day + timedelta(days=rng.choices((0, 1, 2, 3), weights=(4, 5, 2, 1))[0])
            if original is not None and rng.random() < _COPIES:
                self._copy(one, original, publisher, pub)
                continue
            row = self._row(one, pub)
            self._add(row, publisher, pub, one.number)
            original = row

    def _copy(self, one: Incident, original: dict[str, object], publisher: str, pub: date) -> None:
        """A wire copy: the same words but for a small edit; an open date moves with it."""
        row = dict(original)
        row["pub_date"] = pub
        if row["date_precision"] == "open":
            row["date_end"] = pub
        if self._rng.random() < _EDITED:
            row["evidence_text"] = f"({publisher}) {row['evidence_text']}"
        self._add(row, publisher, pub, one.number)

    def _add(self, row: dict[str, object], publisher: str, pub: date, truth: int) -> None:
        """Give the row a document; now and then the last document of this outlet takes it."""
        number = self._count
        last = self._documents[-1] if self._documents else None
        joins = (
            last is not None
            and last["source"] == publisher
            and last["pub_date"] == pub
            and self._truth[-1] != truth
        )
        if not joins or last is None:
            text = str(row["evidence_text"])
            last = {
                "doc_id": f"d{number}",
                "source": publisher,
                "pub_date": pub,
                "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
            }
            self._documents.append(last)
        digest = hashlib.blake2b(f"{self._world.seed} {number}".encode(), digest_size=8)
        row["event_id"] = "ev_" + digest.hexdigest()
        row["doc_id"] = last["doc_id"]
        self._rows.append(row)
        self._truth.append(truth)
        self._count += 1
        if len(self._rows) >= _ROWS_HELD:
            self._flush()

    def _flush(self) -> None:
        """Rows to frames, which take a tenth of the memory; the last document may still be used."""
        schema = frame_schema("events")
        self._told.append(
            pl.DataFrame(
                [
                    pl.Series(name, [row.get(name) for row in self._rows], dtype=schema[name])
                    for name in _WRITTEN
                ]
            )
        )
        self._listed.append(pl.DataFrame(self._documents, schema=_DOCUMENT_SCHEMA))
        self._rows, self._documents = [], self._documents[-1:]

    def _row(self, one: Incident, pub: date) -> dict[str, object]:
        event_type, subtype, _, _, words = TYPES[one.kind]
        if self._errs(0.06) and event_type in _OTHER_TYPE:
            event_type, subtype = _OTHER_TYPE[event_type]
        elif self._errs(0.3):
            subtype = "unspecified"
        row: dict[str, object] = {
            "event_type": event_type,
            "event_subtype": subtype,
            "countable": True,
            "pub_date": pub,
            **self._date(one, pub),
            **self._place(one),
            **self._tolls(one),
            **self._actors(one),
        }
        told_site = not self._errs(0.35)
        site = self._rng.choice(_SITES) if self._errs(0.07) else one.site
        row["site_type"] = site if told_site else None
        row["target_type"] = site if told_site else None
        row["evidence_text"] = self._text(one, row, words, told_site=told_site)
        return row

    def _date(self, one: Incident, pub: date) -> dict[str, object]:
        if self._errs(0.18):
            if self._errs(0.1):
                return {"date_start": None, "date_end": None, "date_precision": "unknown"}
            return {"date_start": None, "date_end": pub, "date_precision": "open"}
        day = one.day
        if self._errs(0.07):
            day += timedelta(days=self._rng.choice((-1, 1)))
        day = min(day, pub)
        return {"date_start": day, "date_end": day, "date_precision": "day"}

    def _place(self, one: Incident) -> dict[str, object]:
        town, rng = one.town, self._rng
        province: str | None = self._world.provinces[town.province]
        found: dict[str, object] = {"iso3": _COUNTRY, "admin1_name": province}
        if self._errs(0.03):
            return {"iso3": _COUNTRY, "admin1_name": None, "geo_precision": "country"}
        if self._errs(0.08):
            return {**found, "geo_precision": "admin1"}
        if self._errs(0.1):
            found |= {"place_name": rng.choice(town.spellings), "geo_precision": "place"}
            return {**found, "admin1_name": None} if rng.random() < _NO_PROVINCE else found
        near = rng.random() < _VICINITY
        return {
            **found,
            "place_name": town.name,
            "gazetteer_id": town.gazetteer_id,
            "lat": town.lat,
            "lon": town.lon,
            "geo_precision": "near_place" if near else "place",
        }

    def _tolls(self, one: Incident) -> dict[str, object]:
        found: dict[str, object] = {}
        for kind, number in (("killed", one.killed), ("injured", one.injured)):
            hidden = 0.15 if kind == "killed" else 0.35
            if self._errs(hidden) or (number == 0 and self._rng.random() < _ZERO_UNSAID):
                continue
            told = number
            if self._errs(0.22) and number > 1:
                told = max(1, round(number * self._rng.uniform(0.7, 1.15)))
            low, high = told, told
            if self._errs(0.2) and told:
                found |= {f"{kind}_low": low, f"{kind}_best": told, f"{kind}_high": None}
                continue
            found |= {f"{kind}_low": low, f"{kind}_best": told, f"{kind}_high": high}
        if one.taken and not self._errs(0.15):
            column = "abducted_best" if TYPES[one.kind][0] == "abduction" else "arrested_best"
            found[column] = one.taken if not self._errs(0.15) else max(1, one.taken - 1)
        return found

    def _actors(self, one: Incident) -> dict[str, object]:
        found: dict[str, object] = {}
        for column, group in (("actor1", one.perpetrator), ("actor2", one.target)):
            if group is None or self._errs(0.25):
                continue
            if self._errs(0.2):
                name, kind = "gunmen", "unidentified_armed"
            elif self._errs(0.25):
                name, kind = self._rng.choice(group.others), group.kind
            else:
                name, kind = group.name, group.kind
            found |= {f"{column}_name": name, f"{column}_type": kind}
        return found

    def _text(self, one: Incident, row: dict[str, object], words: str, *, told_site: bool) -> str:
        rng = self._rng
        verbs, nouns = _WORDS[words]
        opening = rng.choice(_OPENINGS).format(
            who=str(row.get("actor1_name") or "attackers").capitalize(),
            verb=rng.choice(verbs),
            noun=rng.choice(nouns),
            place=row.get("place_name") or row.get("admin1_name") or "the country",
            when=one.day.strftime("%A"),
        )
        parts = [opening]
        if row.get("killed_best"):
            parts.append(
                rng.choice(_TOLLS).format(
                    killed=row["killed_best"], injured=row.get("injured_best") or "several"
                )
            )
        if told_site:
            parts.append(f"at a {' and '.join(rng.sample(SITES[one.site], 2))}")
        told = rng.sample(one.details, rng.choice((1, 2, 2, 3)))
        parts += [rng.choice(_DETAILS).format(word=word) for word in told]
        return " ".join(parts) + "."

    def told(self) -> Told:
        """The tables of everything reported so far."""
        self._flush()
        events = _whole(pl.concat(self._told))
        documents = pl.concat(self._listed).unique("doc_id", maintain_order=True)
        truth = pl.DataFrame({"event_id": events["event_id"], "truth": self._truth})
        return Told(events=events, documents=documents, truth=truth)


_ROWS_HELD = 50_000
_DOCUMENT_SCHEMA = {
    "doc_id": pl.String(),
    "source": pl.String(),
    "pub_date": pl.Date(),
    "text_sha256": pl.String(),
}
_WRITTEN = (
    "event_id", "doc_id", "event_type", "event_subtype", "countable", "pub_date", "date_start",
    "date_end", "date_precision", "iso3", "admin1_name", "place_name", "gazetteer_id", "lat",
    "lon", "geo_precision", "killed_low", "killed_best", "killed_high", "injured_low",
    "injured_best", "injured_high", "abducted_best", "arrested_best", "actor1_name",
    "actor1_type", "actor2_name", "actor2_type", "site_type", "target_type", "evidence_text",
)  # fmt: skip


def _whole(filled: pl.DataFrame) -> pl.DataFrame:
    """All columns of ``events``: constants where every row has to say something."""
    fixed: dict[str, object] = {
        "section": "text", "sent_idx": 0, "char_start": 0, "char_end": 1, "trigger_start": 0,
        "trigger_end": 1, "trigger_text": "made", "schema_version": "1", "coder_version": "0",
        "rules_version": "0", "modality": "occurred", "recency": "current", "scope": "single",
        "date_basis": "explicit", "directed": True, "n_actors": 0, "weapons": [],
        "casualties_conflicting": False, "n_sources": 0, "tags": [], "rule_ids": [],
        "is_representative": True, "event_class": "violence",
    }  # fmt: skip
    present = set(filled.columns)
    return filled.with_columns(geo_precision=pl.col("geo_precision").fill_null("unknown")).select(
        pl.col(name)
        if name in present
        else pl.col("event_id").alias(name)
        if name == "incident_id"
        else pl.lit(fixed.get(name), dtype=dtype).alias(name)
        for name, dtype in frame_schema("events").items()
    )


def tell(world: World, incidents: Sequence[Incident], *, seed: int, noise: float) -> Told:
    """The reports of ``incidents``, in an order that says nothing."""
    press = Press(world, seed=seed, noise=noise)
    for one in incidents:
        press.report(one)
    return press.told()
