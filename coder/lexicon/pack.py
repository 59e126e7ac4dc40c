"""The build step: word lists -> ``data/pack.txt``.

Run ``python -m coder.lexicon.pack`` after every change of a word list; a test fails when the pack
is stale. ``--check`` only compares.
"""

import sys
from functools import cache
from pathlib import Path
from typing import Final

from coder.lexicon.build import build_lexicon
from coder.lexicon.load import PACK_NAME
from coder.lexicon.packed import dump_lexicon

PACK_FILE: Final = Path(__file__).parent / "data" / PACK_NAME


@cache
def build_pack() -> str:
    """The text of the pack that the shipped lists give; raises :class:`RuleError`."""
    return dump_lexicon(build_lexicon())


def main(arguments: list[str]) -> int:
    """Write the pack, or with ``--check`` say by the exit code whether it is up to date."""
    text = build_pack()
    if "--check" in arguments:
        return int(not PACK_FILE.exists() or PACK_FILE.read_text(encoding="utf-8") != text)
    PACK_FILE.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
