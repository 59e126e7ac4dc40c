"""The closing summary of a run, on standard error."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from coder.api.result import Result
from coder.records.casualty_summary import summarise
from coder.records.documents import ErrorRow
from coder.records.models import Event
from coder.values.labels import DocumentStatus


@dataclass(kw_only=True)
class Summary:
    """What a run has seen so far. Deaths are those of countable events.

    Each of ``low``, ``best``, ``high`` sums what is stated; ``unknown`` counts for how many of the
    events that tell of deaths that bound is not stated.
    """

    documents: Counter[DocumentStatus] = field(default_factory=Counter)
    countable: Counter[str] = field(default_factory=Counter)
    other: int = 0
    deaths: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    events_without_deaths: int = 0
    errors: int = 0
    errors_kept: int | None
    first_errors: list[ErrorRow] = field(default_factory=list)

    undated: int = 0

    @property
    def is_undated(self) -> bool:
        """Whether no document has a date to count relative days from."""
        return 0 < self.undated == self.documents[DocumentStatus.CODED]

    def add(self, result: Result) -> None:
        """Take one document."""
        self.documents[result.status] += 1
        self.errors += len(result.errors)
        if result.record is not None and result.status is DocumentStatus.CODED:
            self.undated += result.record.document.reference_date is None
        kept = len(self.first_errors)
        room = len(result.errors) if self.errors_kept is None else self.errors_kept - kept
        self.first_errors += result.errors[: max(0, room)]
        for event in result.events:
            if not event.countable:
                self.other += 1
                continue
            self.countable[event.event_type.value] += 1
            self._add_deaths(event)

    def _add_deaths(self, event: Event) -> None:
        sources = [source.source_type for source in event.attributions]
        killed = summarise(event.casualties, sources=sources).killed
        stated = {"low": killed.low, "best": killed.best, "high": killed.high}
        if all(number is None for number in stated.values()):
            self.events_without_deaths += 1
            return
        for bound, number in stated.items():
            if number is None:
                self.unknown[bound] += 1
            else:
                self.deaths[bound] += number

    def lines(self) -> Iterator[str]:
        """The summary as lines of text."""
        total = sum(self.documents.values())
        statuses = ", ".join(
            f"{self.documents[status]:,} {status.value}"
            for status in DocumentStatus
            if self.documents[status]
        )
        yield f"documents  {total:,}" + (f" ({statuses})" if statuses else "")
        events = sum(self.countable.values())
        others = "1 other" if self.other == 1 else f"{self.other:,} others"
        yield f"events     {events:,} countable, {others} kept beside {_them(events)}"
        for event_type, number in self.countable.most_common():
            yield f"  {event_type:<20} {number:>7,}"
        yield "deaths     " + ", ".join(map(self._bound, ("low", "best", "high")))
        if self.events_without_deaths:
            number = self.events_without_deaths
            told = "event states" if number == 1 else "events state"
            yield f"           {number:,} countable {told} no deaths"
        yield f"errors     {self.errors:,}"
        yield from self._error_lines()

    def _bound(self, bound: str) -> str:
        """The sum of one bound with its unknowns beside it; a sum of nothing is no 0."""
        unknown = self.unknown[bound]
        if unknown and bound not in self.deaths:
            return f"{bound} unknown ({unknown:,})"
        return f"{bound} {self.deaths[bound]:,}" + (f" and {unknown:,} unknown" if unknown else "")

    def _error_lines(self) -> Iterator[str]:
        for error in self.first_errors:
            row = "" if error.row is None else f", row {error.row}"
            field = "" if error.field is None else f", {error.field}"
            yield f"  {error.source}{row}{field}: {error.reason}: {error.detail}"
        if self.errors > len(self.first_errors):
            yield f"  and {self.errors - len(self.first_errors):,} more (--verbose lists all)"


def _them(number: int) -> str:
    return "it" if number == 1 else "them"
