"""How far the violent records of ordinary text (gum) are true: precision and recall by sentence.

``judged/gum.tsv`` holds one verdict a sentence, made without knowing who had coded it: whether it
tells an act of violence that happened, whenever it did. So a sentence counts as coded where a
violent record has its trigger that says an act happened: of the report's time or as background,
alone or in a sum, but not denied, planned or habitual. The default view leaves background and sums
out; what it shows is measured beside it (``is_counted``). A coded sentence nobody judged yet counts
as false and is listed: it has to be read and added.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.datasets import datasets
from benchmarks.inputs import Row, benchmark_input, visible
from benchmarks.predict import Code, engine_code
from benchmarks.shared import absent
from coder.values.events import Event, class_of
from coder.values.labels import EventClass, EventType, Modality, Recency, Section

JUDGED = Path(__file__).parent / "judged" / "gum.tsv"
_HAPPENED = frozenset({Modality.OCCURRED, Modality.ATTEMPTED, Modality.FOILED})
_TOLD = frozenset({Recency.CURRENT, Recency.BACKGROUND})
_VERDICTS = {"true": True, "false": False}

Place = tuple[str, int]
"""Document and sentence, counted from 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GumTally:
    """``unjudged`` are coded sentences without a verdict."""

    coded: int
    right: int
    true: int
    unjudged: tuple[Place, ...]

    @property
    def precision(self) -> float | None:
        """Right ones among the coded sentences; null where nothing is coded."""
        return self.right / self.coded if self.coded else None

    @property
    def recall(self) -> float | None:
        """Coded ones among the sentences judged true; null where none is."""
        return self.right / self.true if self.true else None


def read_verdicts(path: Path = JUDGED) -> dict[Place, bool]:
    """The verdict of each judged sentence; ``ValueError`` names a line that is none."""
    found: dict[Place, bool] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line or line.startswith(("#", "doc_id\t")):
            continue
        fields = line.split("\t")
        if len(fields) != len(("doc", "sentence", "verdict", "reason")) or not fields[3]:
            raise ValueError(f"line {number}: not document, sentence, verdict and reason")
        if fields[2] not in _VERDICTS:
            raise ValueError(f"line {number}: {fields[2]!r} is no verdict")
        place = (fields[0], int(fields[1]))
        if place in found:
            raise ValueError(f"line {number}: {place} is judged twice")
        found[place] = _VERDICTS[fields[2]]
    return found


def says_it_happened(event: Event) -> bool:
    """Whether a record tells an act that took place or was tried, now or long ago."""
    return event.modality in _HAPPENED and event.recency in _TOLD


def _is_violent(event: Event) -> bool:
    """Whether a record tells violence; a riot is the violence of a crowd, in whichever class."""
    is_riot = event.event_type is EventType.RIOT
    return is_riot or class_of(event.event_type) is EventClass.VIOLENCE


def is_counted(event: Event) -> bool:
    """Whether the default view shows a record."""
    return event.countable


def coded_sentences(
    rows: list[Row], code: Code, tells: Callable[[Event], bool] = says_it_happened
) -> set[Place]:
    """The sentences in which a violent record that ``tells`` takes has its trigger."""
    found: set[Place] = set()
    for row in rows:
        given = benchmark_input(visible(row))
        for event in code(given.document).events:
            is_taken = tells(event) and event.trigger.section is Section.TEXT
            if is_taken and _is_violent(event):
                at = bisect_right(given.sentence_starts, event.trigger.start) - 1
                found.add((str(row["id"]), at))
    return found


def tally(coded: set[Place], verdicts: dict[Place, bool]) -> GumTally:
    """Coded sentences against the verdicts."""
    return GumTally(
        coded=len(coded),
        right=sum(verdicts.get(place, False) for place in coded),
        true=sum(verdicts.values()),
        unjudged=tuple(sorted(coded - verdicts.keys())),
    )


def measured(tells: Callable[[Event], bool] = says_it_happened) -> GumTally:
    """The tally of the coder as it is."""
    rows = list(datasets()["gum"].rows())
    return tally(coded_sentences(rows, engine_code(), tells), read_verdicts())


def main() -> int:
    """Print precision and recall, and what has to be judged."""
    missing = absent()
    if missing:
        print(missing)
        return 0
    found = measured()
    print(f"coded {found.coded}, of these true {found.right}; judged true {found.true}")
    counted = measured(is_counted)
    print(f"in the default view {counted.coded}, of these true {counted.right}")
    for doc, sentence in found.unjudged:
        print(f"not judged yet: {doc} {sentence}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
