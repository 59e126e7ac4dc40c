"""The pages whose examples are executed, and their fenced blocks."""

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SETUP = re.compile(r"<!-- setup -->.*?<!-- /setup -->", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One fenced block; ``line`` is where its first line stands in the page."""

    page: Path
    language: str
    code: str
    line: int


def blocks(page: Path) -> tuple[Block, ...]:
    """The blocks of a page in order, without the set-up lines: ``.ci/run`` executes those."""
    text = page.read_text(encoding="utf-8")
    # Blanked, not cut, so that line numbers stay.
    text = _SETUP.sub(lambda match: "\n" * match[0].count("\n"), text)
    return tuple(
        Block(
            page=page,
            language=match[1],
            code=match[2],
            line=text.count("\n", 0, match.start(2)) + 1,
        )
        for match in _FENCE.finditer(text)
    )


def marked(page: Path, name: str) -> str:
    """The part of a page between ``<!-- name ... -->`` and ``<!-- /name -->``."""
    text = page.read_text(encoding="utf-8")
    match = re.search(rf"<!-- {name}\b[^>]*-->(.*?)<!-- /{name} -->", text, re.DOTALL)
    assert match is not None, f"{page.name} has no part {name}"
    return match[1]


def table_rows(part: str) -> tuple[tuple[str, ...], ...]:
    """The cells of the body rows of a Markdown table."""
    lines = [line for line in part.splitlines() if line.startswith("|")]
    return tuple(
        tuple(cell.strip().strip("`") for cell in line.strip("|").split("|")) for line in lines[2:]
    )
