"""Bring the ``known_miss`` lists of the corpus up to date.

    python -m tests.corpus.known_misses [--check] [--all]

What fails and is not listed is added with what the coder answers as its reason, what is repaired is
taken out; reasons that are there stay. ``--check`` only prints; ``--all`` prints all.
Look at every line that is added: a new miss is a thing to mend, not to list.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.corpus.comparing import NOT_FOUND, article_faults, case_faults, case_name, check_names
from tests.corpus.engine import FIXTURES, articles, phenomena

_LIST = re.compile(r"^known_miss:.*\Z", re.MULTILINE | re.DOTALL)
_MAX_REASON = 160


def _failing() -> Iterator[tuple[Path, dict[str, str], dict[str, str]]]:
    """Every corpus file with its listed and its present misses."""
    for expected, document in articles():
        present = {}
        for name in check_names(expected):
            faults = article_faults(expected, document, name)
            if faults and (faults != [NOT_FOUND] or name.endswith(":found")):
                present[name] = "; ".join(faults)
        yield FIXTURES / "documents" / f"{expected.id}.yaml", expected.known_miss, present
    for name, phenomenon in phenomena():
        faulty = {case_name(case): case_faults(phenomenon, case) for case in phenomenon.cases}
        (path,) = (path for path in FIXTURES.glob(f"*/{name}.yaml"))
        yield path, phenomenon.known_miss, {key: "; ".join(it) for key, it in faulty.items() if it}


def main(arguments: list[str]) -> int:
    """Return 1 where a list was not up to date."""
    stale = False
    for path, listed, present in _failing():
        kept = {name: listed.get(name) or reason[:_MAX_REASON] for name, reason in present.items()}
        for name, faults in sorted(present.items()):
            if "--all" in arguments or name not in listed:
                sys.stdout.write(f"missed    {path.stem}: {name}: {faults}\n")
        for name in sorted(listed.keys() - kept.keys()):
            sys.stdout.write(f"repaired  {path.stem}: {name}\n")
        if kept.keys() == listed.keys():
            continue
        stale = True
        if "--check" not in arguments:
            body = _LIST.sub("", path.read_text(encoding="utf-8")).rstrip() + "\n"
            if kept:
                body += yaml.safe_dump(
                    {"known_miss": kept}, allow_unicode=True, sort_keys=False, width=1000
                )
            path.write_text(body, encoding="utf-8")
    return int(stale)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
