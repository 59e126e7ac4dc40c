"""One engine for all corpus tests, and the readers of the corpus files."""

from functools import cache, lru_cache
from pathlib import Path

import yaml

from coder.pipeline import Engine
from coder.values.events import CodedDocument
from coder.values.options import EngineOptions
from coder.values.text import Document
from tests.corpus.expectations import ExpectedDocument, Phenomenon

FIXTURES = Path(__file__).parents[2] / "fixtures"


@cache
def _engine() -> Engine:
    return Engine(EngineOptions())


@lru_cache(maxsize=512)
def coded(document: Document) -> CodedDocument:
    """What the engine with default options finds."""
    return _engine().code(document)


def _read(path: Path) -> object:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)


@cache
def articles() -> tuple[tuple[ExpectedDocument, Document], ...]:
    """The hand-coded articles, sorted by name."""
    found = []
    for path in sorted((FIXTURES / "documents").glob("*.yaml")):
        expected = ExpectedDocument.model_validate(_read(path))
        document = Document(
            doc_id=expected.id,
            text=path.with_suffix(".txt").read_text(encoding="utf-8"),
            title=expected.title,
            published=expected.published,
            source=expected.source,
        )
        found.append((expected, document))
    return tuple(found)


@cache
def phenomena() -> tuple[tuple[str, Phenomenon], ...]:
    """The phenomena by name, sorted, and behind them the regressions, which have the same form."""
    return tuple(
        (path.stem, Phenomenon.model_validate(_read(path)))
        for folder in ("phenomena", "regressions")
        for path in sorted((FIXTURES / folder).glob("*.yaml"))
    )
