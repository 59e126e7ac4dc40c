"""Documents are coded many at a time, and nobody can tell from what comes out."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from coder.api.batching import batch_size, batches
from coder.api.coding import Coder
from coder.errors import InputError
from coder.formats.incoming import RawRow
from coder.formats.screening import Screen
from coder.formats.sources import Kind, Source
from coder.values.events import CodedDocument
from coder.values.labels import DocumentStatus
from coder.values.options import Depth, EngineOptions
from coder.values.text import Document

_TEXTS = (
    "Herders killed nine farmers near Gusau on Monday. Police arrested two of them on Tuesday.",
    "The committee will meet on Thursday to discuss the harvest.",
    "A bomb exploded in a market. It wounded four traders, the army said. Rebels denied it.",
    "",
    "Soldiers shelled Ntamba. The rebels control the road. The minister condemned the attack.",
)


def _documents() -> list[Document]:
    return [Document(doc_id=str(at), text=text) for at, text in enumerate(_TEXTS)]


def _rows(texts: Sequence[str] = _TEXTS) -> Iterator[RawRow]:
    for at, text in enumerate(texts, 1):
        yield RawRow(source="here", row=at, fields={"id": str(at), "text": text})


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(plugins=False)


def test_documents_together_tell_what_each_tells_alone(coder: Coder) -> None:
    engine = coder._engine  # noqa: SLF001 - what the batches are for
    together = engine.code_all(_documents())
    assert together == [engine.code(document) for document in _documents()]
    assert [bool(coded.events) for coded in together] == [True, False, True, False, True]


def test_batches_are_cut_by_documents_and_by_characters() -> None:
    def sizes(texts: Sequence[str], size: int) -> list[int]:
        found = batches(Screen(EngineOptions()), _rows(texts), size)
        return [len(batch) for batch in found if batch]

    short = ["Rain fell on the hills."] * 5
    assert sizes(short, 2) == [2, 2, 1]
    assert sizes(["Rain fell on the hills. " * 25_000, *short], 10) == [1, 5]


def test_what_stands_before_a_row_that_cannot_be_read_is_handed_over() -> None:
    def broken() -> Iterator[RawRow]:
        yield from _rows(_TEXTS[:2])
        raise InputError("cannot be read", source="here")

    found = batches(Screen(EngineOptions()), broken(), 10)
    assert len(next(found)) == 2
    with pytest.raises(InputError):
        next(found)


def test_a_live_stream_is_coded_document_by_document() -> None:
    stream = Source(name="<stdin>", path=None, kind=Kind.JSONL)
    file = Source(name="a.jsonl", path=Path("a.jsonl"), kind=Kind.JSONL)
    assert batch_size([file, stream]) == 1
    assert batch_size([file]) > 1


def test_fault_in_a_batch_costs_one_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    coder = Coder(plugins=False)
    engine_code_all = coder._engine.code_all  # noqa: SLF001 - to break it

    def fail(documents: Sequence[Document], *, depth: Depth) -> list[CodedDocument]:
        if any(document.doc_id == "1" for document in documents):
            raise ZeroDivisionError("a fault")
        return engine_code_all(documents, depth=depth)

    monkeypatch.setattr(coder._engine, "code_all", fail)  # noqa: SLF001 - the same
    path = tmp_path / "in.jsonl"
    path.write_text(
        "".join(f'{{"id": "{at}", "text": "{text}"}}\n' for at, text in enumerate(_TEXTS[:3])),
        encoding="utf-8",
    )
    results = list(coder.code_files([path]))
    assert [result.status for result in results] == [
        DocumentStatus.CODED,
        DocumentStatus.ERROR,
        DocumentStatus.CODED,
    ]
    assert results[0].events
    assert results[2].events
    assert caplog.text.count("the engine failed") == 1
