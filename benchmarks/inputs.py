"""Input lines of the benchmarks, and the way from an offset back to a sentence of the input."""

import json
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from coder.values.labels import Section
from coder.values.text import Document, Span

Row = dict[str, Any]
"""One input line: ``id``, ``text`` or ``sentences``, and what else is known about the document."""


FIELDS = frozenset({"id", "text", "sentences", "title", "published", "dateline", "source"})
"""What an adapter may see of an input line; labels stay with the scorers."""


def visible(row: Row) -> Row:
    """The input line without anything that is not documented, labels above all."""
    return {name: value for name, value in row.items() if name in FIELDS}


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchmarkInput:
    """One document of a benchmark.

    ``sentence_starts`` are the offsets in ``document.text`` at which the sentences of the input
    begin, empty where the input was running text. ``dateline`` is what stood before the text.
    """

    document: Document
    sentence_starts: tuple[int, ...] = ()
    dateline: str | None = None

    def sentence_index(self, span: Span, found: int) -> int | None:
        """Place of ``span`` in the sentences of the input, else ``found``; null in the title."""
        if span.section is Section.TITLE:
            return None
        if not self.sentence_starts:
            return found
        return bisect_right(self.sentence_starts, span.start) - 1


def published_date(value: object) -> date | None:
    """The day of an ISO date or time; null for anything else."""
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def joined(sentences: list[str]) -> tuple[str, tuple[int, ...]]:
    """One text, a line a sentence, and the offset at which each sentence begins."""
    starts, at = [], 0
    for sentence in sentences:
        starts.append(at)
        at += len(sentence) + 1
    return "\n".join(sentences), tuple(starts)


def benchmark_input(row: Row) -> BenchmarkInput:
    """The document of one input line; every field that is not documented is ignored."""
    sentences = row.get("sentences")
    if sentences is not None:
        text, starts = joined([str(sentence) for sentence in sentences])
    else:
        text, starts = str(row.get("text") or ""), ()
    return BenchmarkInput(
        document=Document(
            doc_id=str(row["id"]),
            text=text,
            title=row.get("title") or None,
            published=published_date(row.get("published")),
            source=row.get("source") or None,
        ),
        sentence_starts=starts,
        dateline=row.get("dateline") or None,
    )


def read_rows(path: Path) -> Iterator[Row]:
    """The lines of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)
