"""When and where the judged acts of fakes and the acts of the shipped articles were coded.

    python -m benchmarks.judged_events [--errors]

An act counts as right in its date when first day, last day and precision are one of the accepted
readings, and in its place when the deepest level the text names is there and no level is wrong.
``judged/README.md`` says how the acts were drawn; acts without a record are reported apart.
"""

import argparse
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from benchmarks.datasets import datasets
from benchmarks.inputs import BenchmarkInput, benchmark_input, visible
from benchmarks.predict import Code, engine_code
from benchmarks.shared import absent
from coder.gazetteer.names import ARTICLES, coarse_key, name_key
from coder.values.events import CodedDocument, Event, EventDate, EventMention, EventPlace
from coder.values.labels import DatePrecision, GeoPrecision

JUDGED = Path(__file__).parent / "judged" / "fakes_events.tsv"
_NO_DAY = "none"
_VOWELS = frozenset("aeiou")
_UNDATED = frozenset({DatePrecision.OPEN, DatePrecision.UNKNOWN})
_SAME_TRIGGER = 60
"""Characters between the word that tells an act and the trigger of its record."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedAct:
    """One line of the file; ``at`` counts characters of the sentence."""

    doc_id: str
    sentence: int
    at: int
    dates: tuple[str, ...]
    iso3: str
    admin1: tuple[str, ...]
    deepest: tuple[str, ...]
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of one act; the two verdicts are null without a record."""

    act: JudgedAct
    event: Event | None
    is_date_right: bool | None = None
    is_place_right: bool | None = None
    is_invented: bool = False


def read_acts(path: Path = JUDGED) -> list[JudgedAct]:
    """The lines of the file without its header."""
    acts = []
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        doc_id, sentence, at, dates, iso3, admin1, deepest, also = line.split("\t")
        acts.append(
            JudgedAct(
                doc_id=doc_id,
                sentence=int(sentence),
                at=int(at),
                dates=tuple(dates.split("|")),
                iso3=iso3,
                admin1=tuple(filter(None, admin1.split("|"))),
                deepest=tuple(deepest.split("|")),
                also=tuple(filter(None, also.split("|"))),
            )
        )
    return acts


def is_date_right(date: EventDate, accepted: Iterable[str]) -> bool:
    """Whether first day, last day and precision are one of the accepted readings.

    ``none``: no first day, and at most the report's day as the last one.
    """
    for reading in accepted:
        days, _, precision = reading.partition("/")
        if reading == _NO_DAY:
            if date.start is None and date.precision in _UNDATED:
                return True
            continue
        first, _, last = days.partition("..") if ".." in days else (days, "", days)
        found = ("" if day is None else day.isoformat() for day in (date.start, date.end))
        if (*found, str(date.precision)) == (first, last, precision):
            return True
    return False


def is_same_name(one: str, other: str) -> bool:
    """Whether two names are one, whatever the transliteration and the word for the kind."""
    first, second = (_bare(name) for name in (one, other))
    return first == second or (bool(coarse_key(first)) and coarse_key(first) == coarse_key(second))


def _bare(name: str) -> str:
    """The look-up key without articles and the silent ending that some spellings write."""
    words = [word for word in name_key(name).split() if word not in ARTICLES]
    bare = " ".join(words).removesuffix("h")
    return "a" + bare[1:] if bare[:1] in _VOWELS else bare


def _is_one_of(name: str, accepted: Iterable[str]) -> bool:
    return any(is_same_name(name, other) for other in accepted)


def levels(place: EventPlace) -> list[str]:
    """The names below the first-order area, the deepest first."""
    named = (place.site_name, place.place_name, place.admin3_name, place.admin2_name)
    return [name for name in named if name]


def is_place_right(place: EventPlace, act: JudgedAct) -> bool:
    """Whether the deepest level told is there and no level is wrong.

    A site the text does not name ("a hospital") may be given or not: it is a word in lower case.
    """
    if place.iso3 != act.iso3 or (
        place.admin1_name and act.admin1 and not _is_one_of(place.admin1_name, act.admin1)
    ):
        return False
    if place.precision is GeoPrecision.FEATURE:  # a river or region stands in the words alone
        return _is_one_of(place.text or "", act.deepest)
    below = [name for name in levels(place) if not (name == place.site_name and name.islower())]
    if not below:
        shown = place.admin1_name or place.admin0_name or ""
        return _is_one_of(shown, act.deepest)
    wrong = [
        name
        for name in below
        if name != place.admin2_name and not _is_one_of(name, (*act.deepest, *act.also))
    ]
    return not wrong and any(_is_one_of(name, act.deepest) for name in below)


def judge(act: JudgedAct, coded: CodedDocument, given: BenchmarkInput) -> Verdict:
    """Compare the record of an act with what a reader wrote down."""
    event = _record_of(act, coded, given)
    if event is None:
        return Verdict(act=act, event=None)
    date_right = is_date_right(event.date, act.dates)
    return Verdict(
        act=act,
        event=event,
        is_date_right=date_right,
        is_place_right=is_place_right(event.place, act),
        is_invented=not date_right and act.dates == (_NO_DAY,),
    )


def _record_of(act: JudgedAct, coded: CodedDocument, given: BenchmarkInput) -> Event | None:
    """The event with the nearest trigger in the sentence of the act."""
    at = given.sentence_starts[act.sentence] + act.at
    return nearest_event(coded, at, lambda event: _mentions_in(event, act.sentence, given))


def nearest_event(
    coded: CodedDocument, at: int, mentions_of: Callable[[Event], Iterable[EventMention]]
) -> Event | None:
    """The event with the trigger nearest to a character; null where none stands near."""
    nearest = [
        (abs(mention.trigger.start - at), number)
        for number, event in enumerate(coded.events)
        for mention in mentions_of(event)
    ]
    distance, number = min(nearest, default=(_SAME_TRIGGER, -1))
    return coded.events[number] if distance < _SAME_TRIGGER else None


def _mentions_in(event: Event, sentence: int, given: BenchmarkInput) -> Iterator[EventMention]:
    for mention in event.mentions:
        if given.sentence_index(mention.trigger, mention.section_sentence) == sentence:
            yield mention


def verdicts(code: Code, acts: Iterable[JudgedAct]) -> list[Verdict]:
    """All acts, in the order of the file."""
    wanted = list(acts)
    ids = {act.doc_id for act in wanted}
    rows = {
        str(row["id"]): benchmark_input(visible(row))
        for row in datasets()["fakes"].rows()
        if str(row["id"]) in ids
    }
    coded = {doc_id: code(given.document) for doc_id, given in rows.items()}
    return [judge(act, coded[act.doc_id], rows[act.doc_id]) for act in wanted]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Acts, those with a record, and of these the ones with a right date and place."""

    acts: int
    coded: int
    dates: int
    places: int
    invented: int

    def __add__(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            acts=self.acts + other.acts,
            coded=self.coded + other.coded,
            dates=self.dates + other.dates,
            places=self.places + other.places,
            invented=self.invented + other.invented,
        )


def tally(found: Iterable[Verdict]) -> Tally:
    """The counts of the judged acts of fakes."""
    judged = list(found)
    told = [verdict for verdict in judged if verdict.event is not None]
    return Tally(
        acts=len(judged),
        coded=len(told),
        dates=sum(bool(verdict.is_date_right) for verdict in told),
        places=sum(bool(verdict.is_place_right) for verdict in told),
        invented=sum(verdict.is_invented for verdict in told),
    )


def shipped_tally() -> Tally:
    """The same counts for the required acts of the articles of ``fixtures/documents``."""
    expectations = import_module("tests.corpus.expectations")
    engine = import_module("tests.corpus.engine")
    counts = Tally(acts=0, coded=0, dates=0, places=0, invented=0)
    for expected, document in engine.articles():
        events = expectations.countable(engine.coded(document))
        matched = expectations.align(expected.required, events)
        pairs = [(expected.required[at], events[index]) for at, index in matched.items()]
        counts += Tally(
            acts=len(expected.required),
            coded=len(pairs),
            dates=sum(not expectations.date_faults(event, act) for act, event in pairs),
            places=sum(not expectations.place_faults(event, act) for act, event in pairs),
            invented=sum(
                event.date.start is not None and set(act.date.precision) <= _UNDATED
                for act, event in pairs
                if act.date is not None and act.date.precision
            ),
        )
    return counts


def main(arguments: list[str] | None = None) -> int:
    """The command line; always 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.judged_events", description=__doc__)
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    options = parser.parse_args(arguments)
    missing = absent()
    if missing:
        print(missing)
        return 0
    found = verdicts(engine_code(), read_acts())
    for verdict in found:
        if options.errors and not (verdict.is_date_right and verdict.is_place_right):
            _print(verdict)
    for name, counts in (("fakes", tally(found)), ("shipped", shipped_tally())):
        print(
            f"{name}: {counts.acts} acts, {counts.coded} with a record, of these date right "
            f"{counts.dates}, place right {counts.places}, dates invented {counts.invented}"
        )
    return 0


def _print(verdict: Verdict) -> None:
    act, event = verdict.act, verdict.event
    print(f"{act.doc_id} sentence {act.sentence}")
    if event is None:
        print("  no record")
        return
    date, place = event.date, event.place
    if not verdict.is_date_right:
        days = f"{date.start}..{date.end}/{date.precision}"
        print(f"  date {days} ({date.basis}, {date.text}), not {act.dates}")
    if not verdict.is_place_right:
        given = f"{place.iso3} {place.admin1_name} {levels(place)}"
        print(f"  place {given}, not {act.admin1} {act.deepest}")


if __name__ == "__main__":
    raise SystemExit(main())
