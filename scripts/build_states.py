"""Build ``coder/lexicon/data/actors/states.tsv`` from the table of countries.

    python scripts/build_states.py [--check]

Every state of ``demonyms.tsv`` gets its government, its police and, unless it keeps none, its armed
forces. Their names in a text ("Syrian army", "the army of Syria") are read by the grammar; the rows
give such bodies an id, a sector and a place in a user's joins. ``build_states.tsv`` says which
countries are no states, keep no armed forces, or have ended.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
DATA = HERE.parent / "coder" / "lexicon" / "data"
OUT = DATA / "actors" / "states.tsv"
SOURCE = "generated from the table of countries"
HEADER = f"""\
# Bodies of states that are named after their country. Columns: see README.md.
# Origin: {SOURCE} (demonyms.tsv) by scripts/build_states.py; do not edit. Licence: Apache-2.0.
id\tname\taliases\ttype\tcountry\tsector\tparent\tfrom\tto\tsource_type\tneeds\tsource\tchecked
"""
# Body of the id, name, other names, type, sector, source type.
ARMY = ("state_military", "MIL", "state_security")
BODIES = (
    ("armed-forces", "armed forces", ("army", "military"), ARMY),
    ("government", "government", ("authorities",), ("state_other", "GOV", "state_official")),
    ("police", "police", ("police force", "national police"), ("state_police", "COP", ARMY[2])),
)


def lines(path: Path) -> Iterator[list[str]]:
    """The cells of the rows behind the header."""
    text = path.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in text if line and not line.startswith("#")]
    for row in rows[1:]:
        yield row + [""] * (4 - len(row))


def states() -> str:
    """The text of the list."""
    kinds = {row[0]: row[1] for row in lines(HERE / "build_states.tsv")}
    made: list[str] = []
    for country, iso3, demonyms, *_ in lines(DATA / "demonyms.tsv"):
        kind = kinds.get(country, "")
        if not iso3 or kind == "part":
            continue
        adjective = demonyms.split("|")[0] or country
        for body, noun, others, (actor_type, sector, source_type) in BODIES:
            if body == "armed-forces" and kind == "unarmed":
                continue
            aliases = "|".join(f"{adjective} {other}" for other in others)
            ended = kind if kind.isdigit() else ""
            cells = [f"{iso3}-{body}", f"{adjective} {noun}", aliases, actor_type, iso3, sector]
            made.append("\t".join([*cells, "", "", ended, source_type, "", SOURCE]))
    return HEADER + "\n".join(sorted(made)) + "\n"


def main(arguments: list[str]) -> int:
    """Write the list, or with ``--check`` say by the exit code whether it is up to date."""
    text = states()
    if "--check" in arguments:
        return int(OUT.read_text(encoding="utf-8") != text)
    OUT.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
