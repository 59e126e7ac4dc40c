"""How fast time expressions are found in running text, the foreign-date library included.

    python -m benchmarks.date_speed

Every sentence of the fakes, gum and re3d developer sets and the MUC-4 developer texts that are not
held out goes through the finder once, on one core and in one process.
"""

import gc
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from benchmarks.datasets import datasets, is_held_out
from benchmarks.inputs import benchmark_input, visible
from benchmarks.shared import absent
from coder.mentions.times.finder import find_times
from coder.text import normalise, sentences
from coder.values.labels import Section
from coder.values.text import NormalisedText, Sentence

SETS = ("fakes", "gum", "re3d", "muc4-dev")
_WARM_UP = "On Monday, 3 May 2021, two days after the talks, a dozen met in the early 1990s."


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSpeed:
    """Processor time: thousands of characters a second, and the slowest sentence with its text."""

    kchar_s: float
    slowest_ms: float
    slowest: str


def measure() -> DateSpeed:
    """One pass over all sentences, after one sentence that loads the word lists."""
    texts = [(text, tuple(sentences(text)), day) for text, day in _texts()]
    warm = normalise(_WARM_UP, Section.TEXT)
    _find(warm, next(iter(sentences(warm))), None)
    gc.collect()
    gc.freeze()  # the texts of all sets; the collector would look at them again and again
    total, characters, slowest, words = 0.0, 0, 0.0, ""
    for text, parts, day in texts:
        for sentence in parts:
            took = _timed(text, sentence, day)
            total += took
            if took > slowest:  # once more: the machine may have been busy with something else
                took = min(took, _timed(text, sentence, day))
            if took > slowest:
                slowest, words = took, text.text[sentence.start : sentence.end]
        characters += len(text.text)
    gc.unfreeze()
    return DateSpeed(
        kchar_s=round(characters / total / 1000, 1),
        slowest_ms=round(1000 * slowest, 2),
        slowest=words,
    )


def _timed(text: NormalisedText, sentence: Sentence, day: date | None) -> float:
    began = time.process_time_ns()
    _find(text, sentence, day)
    return (time.process_time_ns() - began) / 1e9


def _find(text: NormalisedText, sentence: Sentence, day: date | None) -> None:
    find_times(text.text, sentence.start, sentence.end, day)


def _texts() -> Iterator[tuple[NormalisedText, date | None]]:
    known = datasets()
    for name in SETS:
        for row in known[name].rows():
            if name == "muc4-dev" and is_held_out(str(row["id"])):
                continue
            document = benchmark_input(visible(row)).document
            yield normalise(document.text, Section.TEXT), document.published


def main() -> int:
    """Print the figures."""
    missing = absent()
    if missing:
        print(missing)
        return 0
    found = measure()
    print(f"{found.kchar_s:.0f} kchar/s, slowest sentence {found.slowest_ms} ms: {found.slowest!r}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
