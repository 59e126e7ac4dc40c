"""An act that somebody tells is the same act: how often a teller changes nothing.

    python -m benchmarks.told_alike [--errors]

Each passage of ``fixtures/phenomena`` that is one sentence with a countable record, and has nobody
who tells it, is coded as it stands and told by somebody: ``behind`` ("..., officials said."),
``before`` ("Officials said that ..."), ``heard`` ("The governor told reporters ..."). A figure is
the share of passages whose records keep their type, their dead and their injured. No expectation is
needed, so any text serves (metamorphic testing: Chen and others, 1998). ``--errors`` prints the
passages that change. Works without the data folder.
"""

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

import yaml

from benchmarks.scoring import Figures
from benchmarks.shared import ROOT
from coder import Coder

_PHENOMENA = ROOT / "fixtures" / "phenomena"
_EVERY = 4  # one passage in so many: a quarter of a minute for all
_FEWEST = 6  # words: shorter ones are notes and headlines
_TOLD = re.compile(
    r"['\"“”:;\[]|\b(?:said|says?|told|according|report\w*|stat\w+|add\w*|announc\w+|claim\w*|believ\w+)\b",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"(?:The|An?|Two|Three|Four|Five|Six|Gunmen|Police|Soldiers|Troops|Rebels|Militants) "
)
_Key = tuple[str, int | None, int | None]


def _small(text: str) -> str:
    return text[0].lower() + text[1:]


_TELLERS: Mapping[str, Callable[[str], str]] = {
    "behind": lambda text: f"{text[:-1]}, officials said.",
    "before": lambda text: f"Officials said that {_small(text)}",
    "heard": lambda text: f"The governor told reporters {_small(text)}",
}


def passages() -> Iterator[tuple[str, str | None]]:
    """The passages and their days of publication: one sentence that nobody tells."""
    for path in sorted(_PHENOMENA.glob("*.yaml")):
        held = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        for case in held["cases"]:
            text, day = case["text"], case.get("published", held.get("published"))
            is_one = text.endswith(".") and not re.search(r"[.!?] |\n", text[:-1])
            is_plain = _OPENING.match(text) and not _TOLD.search(text)
            if is_one and is_plain and case.get("events") and len(text.split()) >= _FEWEST:
                yield text, str(day) if day else None


def changed(coder: Coder) -> Iterator[tuple[str, str, bool]]:
    """Each passage as somebody tells it, by whom, and whether its records changed."""
    for text, day in [*passages()][::_EVERY]:
        plain = _records(coder, text, day)
        for teller, tell in _TELLERS.items() if plain else ():
            yield teller, tell(text), _records(coder, tell(text), day) != plain


def _records(coder: Coder, text: str, day: str | None) -> Counter[_Key]:
    events = coder.code(text, published=day).to_polars().rows(named=True)
    return Counter(
        (event["event_type"], event["killed_best"], event["injured_best"])
        for event in events
        if event["countable"]
    )


def measured() -> Figures:
    """The share of passages that a teller leaves as they are, in per cent, one figure a teller."""
    told = Counter[str]()
    kept = Counter[str]()
    for teller, _, is_changed in changed(Coder()):
        told[teller] += 1
        kept[teller] += not is_changed
    return {f"told-alike.{it}": round(100 * kept[it] / told[it], 1) for it in _TELLERS}


def main() -> int:
    """Print the shares, or the passages that change."""
    if "--errors" in sys.argv[1:]:
        for teller, text, is_changed in changed(Coder()):
            if is_changed:
                print(f"{teller:7} {text}")
        return 0
    for figure, share in measured().items():
        print(f"{figure:20} {share:6}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
