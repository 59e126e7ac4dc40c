"""Newswire of 2001 and 2002, all subjects: which acts it tells, read by hand and by the coder.

    python -m benchmarks.wire --texts FOLDER [--errors [FIGURE]]

``FOLDER`` (else ``$CODER_WIRE``) holds ``lee_background.cor`` and ``lee.cor``, the Lee corpora in
the test files of the gensim distribution (``gensim/test/test_data``). Their text is not ours and is
not kept here: ``judged/wire`` holds ids, names and numbers, written down before any coder was run.
Of the ``developed`` half (120 articles) errors can be listed, of ``held`` (100) only the score is
ever shown. Without the folder the command says so and ends with 0.

``quiet``: an article without violence has no countable record of it. ``found``: a told act of
violence has a record (recall). ``true``: a countable record of violence stands for a told act
(precision). ``exact``: an article with violence has all its acts and no others. ``deaths``: the
dead of all its countable records add up. ``arrests_found`` and ``arrests_true``: as ``found`` and
``true``, for arrests and protests. The others are those of the acts of violence that were found.
What is a judgement call is neither asked nor held against a record.
"""

import datetime as dt
import os
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import product
from pathlib import Path
from typing import NamedTuple

from benchmarks.notes import ACTING, Answer, Note, Texts, actor_words, coded, place_words
from benchmarks.scoring import Figures
from benchmarks.summaries import is_one_in, violence_in
from coder import Coder
from coder.incidents.reports import families
from coder.records.casualty_summary import summarise
from coder.records.models import Event
from coder.values.labels import EventType

WIRE = Path(__file__).parent / "judged" / "wire"
FIGURES = (
    "quiet",
    "found",
    "true",
    "exact",
    "killed",
    "deaths",
    "injured",
    "type",
    "country",
    "place",
    "perpetrator",
    "date",
    "arrests_found",
    "arrests_true",
)
_COLUMNS = (
    "doc_id", "event", "event_type", "violent", "required", "killed", "injured", "other", "iso3",
    "place", "perpetrator", "date", "reason",
)  # fmt: skip
_CORPORA = {"lee": ("lee_background.cor", "2001-12-15"), "leeb": ("lee.cor", "2002-08-15")}
"""By the letters of an id: the file its number counts the lines of, and a day of those months.

The articles carry no date, so days are asked only where the text states one.
"""
_TOTAL = "total"
_ENOUGH = 3
"""Points, of :func:`fit`."""
_ORDER = frozenset({EventType.ARREST, EventType.PROTEST})


class Act(NamedTuple):
    """An act that an article tells; an empty tuple where it does not tell that."""

    number: str
    event_types: tuple[EventType, ...]
    is_violent: bool
    is_required: bool
    killed: tuple[int, ...]
    injured: tuple[int, ...]
    arrested: tuple[int, ...]
    iso3: tuple[str, ...]
    places: tuple[str, ...]
    perpetrators: tuple[str, ...]
    day: dt.date | None

    @property
    def toll(self) -> tuple[int, ...]:
        """The numbers of people by which a record is known to be of this act."""
        return self.killed if self.is_violent else self.arrested


class Gold(NamedTuple):
    """What one article tells; ``totals`` where its dead are not the sum of its acts."""

    acts: list[Act]
    totals: list[int]

    @property
    def violent(self) -> list[Act]:
        """The acts of violence, judgement calls among them."""
        return [act for act in self.acts if act.is_violent]

    def deaths(self) -> set[int]:
        """Every sum of the dead that is right: with the judgement calls or without."""
        if self.totals:
            return set(self.totals)
        choices = [
            (act.killed or (0,)) if act.is_required else (*act.killed, 0) for act in self.violent
        ]
        return {sum(numbers) for numbers in product(*choices)}


class Pair(NamedTuple):
    """An act and the record that stands for it."""

    act: Act
    event: Event


def read_gold(half: str, folder: Path = WIRE) -> dict[str, Gold]:
    """What each article of a half tells, in the order of the file; ``ValueError`` names a line."""
    found: defaultdict[str, Gold] = defaultdict(lambda: Gold([], []))
    lines = (folder / f"{half}.tsv").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        values = line.split("\t")
        if line.startswith("#") or tuple(values) == _COLUMNS:
            continue
        if len(values) != len(_COLUMNS):
            raise ValueError(f"{half}.tsv, line {number}: not {len(_COLUMNS)} columns")
        cells = dict(zip(_COLUMNS, values, strict=True))
        gold = found[cells["doc_id"]]
        if cells["event"] == _TOTAL:
            gold.totals.extend(map(int, _several(cells["killed"])))
        elif cells["event_type"] != "none":
            gold.acts.append(_act(cells))
    return dict(found)


def _act(cells: dict[str, str]) -> Act:
    types = _several(cells["event_type"])
    return Act(
        number=cells["event"],
        event_types=tuple(EventType(name) for name in types),
        is_violent=cells["violent"] == "yes",
        is_required=cells["required"] == "yes",
        killed=tuple(map(int, _several(cells["killed"]))),
        injured=tuple(map(int, _several(cells["injured"]))),
        arrested=tuple(map(int, _several(cells["other"].removeprefix("arrested=")))),
        iso3=_several(cells["iso3"]),
        places=_several(cells["place"]),
        perpetrators=_several(cells["perpetrator"]),
        day=dt.date.fromisoformat(cells["date"]) if cells["date"] else None,
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def absent(texts: Path | None) -> str | None:
    """Why nothing can be measured, or null where the files are there."""
    missing = [name for name, _ in _CORPORA.values() if not texts or not (texts / name).is_file()]
    if not missing:
        return None
    return (
        f"no newswire: {' and '.join(missing)} not in {texts or 'any folder'}: give the folder "
        "with --texts or CODER_WIRE (gensim/test/test_data of the gensim distribution)"
    )


def read_articles(half: str, *, texts: Path, folder: Path = WIRE) -> list[Note]:
    """The articles of one half with what they tell as ``expect["gold"]``."""
    articles: list[Note] = []
    lines = {name: _lines(texts / name) for name, _ in _CORPORA.values()}
    for name, gold in read_gold(half, folder).items():
        corpus = name.rstrip("0123456789")
        file, day = _CORPORA[corpus]
        articles.append(
            Note(
                id=name,
                published=dt.date.fromisoformat(day),
                text=lines[file][int(name.removeprefix(corpus))],
                expect={"type": [act.event_types for act in gold.violent], "gold": gold},
            )
        )
    return articles


def _lines(file: Path) -> list[str]:
    text = file.read_text(encoding="latin-1")
    return [line.strip() for line in text.split("\n") if line.strip()]


def answers(articles: Sequence[Note], coder: Coder | None = None) -> list[Answer]:
    """Every asked figure of the articles."""
    return [
        Answer(figure, article, expected, found, is_right)
        for article, events in coded(articles, coder)
        for figure, expected, found, is_right in _figures(article.expect["gold"], events)
    ]


_Asked = tuple[str, object, object, bool]


def _figures(gold: Gold, events: Sequence[Event]) -> Iterator[_Asked]:
    violent = violence_in(events)
    if not gold.violent:
        yield "quiet", "none", _told(violent), not violent
    pairs = pair(gold.violent, violent)
    shown = list(_presence("found", "true", gold.violent, violent, pairs))
    yield from shown
    if any(act.is_required for act in gold.violent):
        yield "exact", len(gold.violent), _told(violent), all(right for *_, right in shown)
    if gold.violent:
        total = sum(_killed(event) or 0 for event in events)
        yield "deaths", sorted(gold.deaths()), total, total in gold.deaths()
    for found in pairs:
        if found.act.is_required:
            yield from _fields(*found)
    acts = [act for act in gold.acts if not act.is_violent]
    records = [event for event in events if event.event_type in _ORDER]
    pairs = pair(acts, records)
    yield from _presence("arrests_found", "arrests_true", acts, records, pairs)


def _presence(
    recall: str, precision: str, acts: list[Act], records: list[Event], pairs: list[Pair]
) -> Iterator[_Asked]:
    """One answer a required act, and one a record that stands for no judgement call."""
    met = {found.act.number: found.event for found in pairs}
    standing = {id(found.event): found.act for found in pairs}
    for act in acts:
        if act.is_required:
            told = _told([met[act.number]] if act.number in met else [])
            yield recall, _wanted(act), told, act.number in met
    for record in records:
        act_of = standing.get(id(record))
        if act_of is None or act_of.is_required:
            yield precision, "an act the article tells", _told([record]), act_of is not None


def pair(acts: Sequence[Act], records: Sequence[Event]) -> list[Pair]:
    """The record that stands for each act, the best fitting pair first, each record once."""
    ranked = sorted(
        (
            (fit(act, record), act.is_required, -one, -other)
            for one, act in enumerate(acts)
            for other, record in enumerate(records)
        ),
        reverse=True,
    )
    found: dict[int, int] = {}
    for points, _, one, other in ranked:
        if points and -one not in found and -other not in found.values():
            found[-one] = -other
    return [Pair(acts[one], records[other]) for one, other in sorted(found.items())]


def fit(act: Act, record: Event) -> int:
    """How well a record fits an act; 0 where it stands for another one.

    A point each for where (a place the article names, or the country; a record that names neither
    contradicts none), how many dead or held, by whom, which day, and a second one for a number
    above one, which two acts hardly share; two for the type, one for another type that may tell the
    same act. Three points are enough. Of those that fit, the type and the narrowest place decide.
    """
    names, toll = place_words(record), record_toll(record)
    is_silent = not (record.place.iso3 or names) or not (act.iso3 or act.places)
    is_there = is_one_in(act.places, names)
    points = (
        _likeness(act, record),
        is_silent or is_there or record.place.iso3 in act.iso3,
        0 if toll not in act.toll else 1 + (toll != 1),
        is_one_in(act.perpetrators, actor_words(record, ACTING)),
        act.day is not None and record.date.start == record.date.end == act.day,
    )
    if sum(points) < _ENOUGH:
        return 0
    is_narrow = is_one_in(act.places[:1], names)
    is_same_silence = toll is None and not act.toll
    return 4 * sum(points) + 2 * points[0] + 3 * is_there + 2 * is_narrow + is_same_silence


def _likeness(act: Act, record: Event) -> int:
    if record.event_type in act.event_types:
        return 2
    family = families()
    return int(any(family[record.event_type][0] == family[kind][0] for kind in act.event_types))


def record_toll(record: Event) -> int | None:
    """The best number of the arrested for an arrest, of the dead for any other record."""
    total = summarise(record.casualties)
    return total.arrested_best if record.event_type is EventType.ARREST else total.killed.best


def _fields(act: Act, record: Event) -> Iterator[_Asked]:
    killed, injured = _killed(record), _injured(record)
    yield "killed", act.killed or None, killed, killed in (act.killed or (None,))
    if act.injured or injured is not None:
        yield "injured", act.injured or None, injured, injured in act.injured
    yield "type", act.event_types, record.event_type.value, record.event_type in act.event_types
    if act.iso3:
        yield "country", act.iso3, record.place.iso3, record.place.iso3 in act.iso3
    if act.places:
        yield "place", act.places, place_words(record), is_one_in(act.places, place_words(record))
    if act.perpetrators:
        names = actor_words(record, ACTING)
        yield "perpetrator", act.perpetrators, names, is_one_in(act.perpetrators, names)
    if act.day:
        days = (record.date.start, record.date.end)
        yield "date", act.day, days, days == (act.day, act.day)


def _killed(event: Event) -> int | None:
    return summarise(event.casualties).killed.best


def _injured(event: Event) -> int | None:
    return summarise(event.casualties).injured.best


def _wanted(act: Act) -> str:
    killed = f", {act.killed[0]} dead" if act.killed else ""
    return f"{act.event_types[0].value} in {'/'.join(act.places or act.iso3) or '?'}{killed}"


def _told(events: Iterable[Event]) -> str:
    told = (
        f"{event.event_type.value} {event.trigger_text!r} in {event.place.text or '?'}"
        + (f", {_killed(event)} dead" if _killed(event) is not None else "")
        for event in events
    )
    return "; ".join(told) or "none"


def _texts(folder: Path) -> Texts:
    read = partial(read_articles, texts=folder)
    return Texts("wire", WIRE, FIGURES, answers, __doc__, read)


def _given() -> Path | None:
    folder = os.environ.get("CODER_WIRE")
    return Path(folder) if folder else None


def measured() -> Figures:
    """The figures of both halves; none without the texts."""
    folder = _given()
    return {} if absent(folder) or folder is None else _texts(folder).measured()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures and, if asked for, what is wrong in the developed half.

    1 when a figure is below its committed floor, else 0.
    """
    folder = _given()
    parser = _texts(folder or WIRE).parser()
    parser.add_argument("--texts", type=Path, default=folder, help="the folder of the two files")
    given = parser.parse_args(arguments)
    missing = absent(given.texts)
    if missing:
        sys.stdout.write(f"{missing}\n")
        return 0
    return _texts(given.texts).report(given.errors)


if __name__ == "__main__":
    sys.exit(main())
