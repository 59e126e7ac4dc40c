"""The build step: rule sources -> ``data/pack.json`` and ``data/nonevents.json``.

Run ``python -m coder.rules.pack`` after every change of a rule or word list; a test fails when the
pack is stale. ``--check`` only compares.
"""

import sys
from functools import cache
from pathlib import Path
from typing import Final

from coder.rules import wordlists
from coder.rules.loader import parts_of, shipped_sources
from coder.rules.nonevent_source import build_nonevents
from coder.rules.nonevents import PACK
from coder.rules.packing import dump_parts

PACK_FILE: Final = Path(__file__).parent / "data" / "pack.json"


@cache
def build_pack() -> str:
    """The text of the pack that the shipped sources give; raises :class:`RuleError`."""
    return dump_parts(parts_of(shipped_sources()))


def build_all() -> dict[Path, str]:
    """Every built file with the text that the shipped sources give."""
    irregular = wordlists.read_irregular_verbs(shipped_sources())
    return {PACK_FILE: build_pack(), PACK_FILE.with_name(PACK): build_nonevents(irregular)}


def main(arguments: list[str]) -> int:
    """Write the pack, or with ``--check`` say by the exit code whether it is up to date."""
    for file, text in build_all().items():
        if "--check" not in arguments:
            file.write_text(text, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != text:
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
