"""The build step: rule sources -> ``data/pack.json``.

Run ``python -m coder.rules.pack`` after every change of a rule or word list; a test fails when the
pack is stale. ``--check`` only compares.
"""

import sys
from pathlib import Path
from typing import Final

from coder.rules.loader import parts_of, shipped_sources
from coder.rules.ruleset import dump_parts

PACK_FILE: Final = Path(__file__).parent / "data" / "pack.json"


def build_pack() -> str:
    """The text of the pack that the shipped sources give; raises :class:`RuleError`."""
    return dump_parts(parts_of(shipped_sources()))


def main(arguments: list[str]) -> int:
    """Write the pack, or with ``--check`` say by the exit code whether it is up to date."""
    text = build_pack()
    if "--check" in arguments:
        return int(not PACK_FILE.exists() or PACK_FILE.read_text(encoding="utf-8") != text)
    PACK_FILE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
