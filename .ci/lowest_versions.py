"""Write the lower bounds of ``pyproject.toml`` as pip constraints.

    python3 lowest_versions.py pyproject.toml [EXTRA ...]

Standard library only: it runs before anything is installed.
"""

import re
import sys
import tomllib
from pathlib import Path

_BOUND = re.compile(r"(?P<name>[A-Za-z0-9._-]+)\s*>=\s*(?P<version>[0-9][0-9A-Za-z.]*)")


def main(arguments: list[str]) -> int:
    """Print one ``name==version`` a line; exit code 1 where a requirement has no lower bound."""
    project = tomllib.loads(Path(arguments[0]).read_text(encoding="utf-8"))["project"]
    wanted = list(project["dependencies"])
    for extra in arguments[1:]:
        wanted += project["optional-dependencies"][extra]
    for requirement in wanted:
        bound = _BOUND.match(requirement)
        if bound is None:
            sys.stderr.write(f"no lower bound: {requirement}\n")
            return 1
        sys.stdout.write(f"{bound['name']}=={bound['version']}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
