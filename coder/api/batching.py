"""Documents in batches, as the engine is quicker with many at a time, and faults in one of them."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeAlias

from coder.errors import CoderError
from coder.formats.incoming import Incoming, Problem, RawRow, Reason
from coder.formats.screening import Screen
from coder.formats.sources import Source
from coder.values.collecting import collector_at_rest
from coder.values.events import CodedDocument
from coder.values.labels import DocumentStatus
from coder.values.options import Depth

if TYPE_CHECKING:
    from coder.pipeline import Engine

Batch: TypeAlias = list[tuple[RawRow, Incoming]]

_log = logging.getLogger(__name__)

_MOST_DOCUMENTS = 100  # twice as many gain no more than a hundredth
_MOST_CHARACTERS = 500_000  # a batch of long documents takes no more memory than one of short ones


def batch_size(sources: Sequence[Source]) -> int:
    """How many documents to code at a time: one where standard input may be a live stream."""
    return 1 if any(source.path is None for source in sources) else _MOST_DOCUMENTS


def most_together(documents: Iterable[object]) -> int:
    """How many documents to code at a time: one where the next may still have to be made."""
    return _MOST_DOCUMENTS if isinstance(documents, Sequence) else 1


def batches(
    screen: Screen, rows: Iterable[RawRow], size: int, first: int | None = None
) -> Iterator[Batch]:
    """The documents of rows, screened, at most ``size`` at a time.

    The first batch has ``first`` and each one behind it twice as many, so that who asks for a
    few results gets them at once. What was read before a row that cannot be is handed over first.
    """
    held: Batch = []
    length = 0
    most = first or size
    try:
        for row in rows:
            incoming = screen.admit(row)
            held.append((row, incoming))
            length += len(incoming.document.text) if incoming.document is not None else 0
            if len(held) >= most or length >= _MOST_CHARACTERS:
                yield held
                held, length = [], 0
                most = min(2 * most, size)
    except CoderError:
        yield held
        raise
    yield held


def code_together(engine: "Engine", batch: Batch, *, depth: Depth) -> dict[int, CodedDocument]:
    """What the documents of a batch tell, by the identities of the incoming ones.

    Nothing of a single document, nor where a fault in one has to be found: each is coded alone
    then.
    """
    documents = {
        id(incoming): incoming.document
        for _, incoming in batch
        if incoming.document is not None and incoming.status is DocumentStatus.CODED
    }
    if len(documents) <= 1:
        return {}
    try:
        with collector_at_rest(is_for_good=False):  # it would find nothing: there are no cycles
            coded = engine.code_all(list(documents.values()), depth=depth)
    except Exception:  # noqa: BLE001 - the faulty one is listed when its turn comes
        return {}
    return dict(zip(documents, coded, strict=True))


def failure(row: RawRow, incoming: Incoming, error: Exception) -> tuple[Incoming, Problem]:
    """A document at which the engine failed, and the problem to list it with; the run goes on."""
    _log.error("%s, row %s: the engine failed", row.source, row.row, exc_info=error)
    problem = Problem(
        source=row.source,
        row=row.row,
        doc_id=incoming.document.doc_id if incoming.document is not None else None,
        field=None,
        reason=Reason.NOT_CODED,
        detail=f"the coder failed at this document, please report it: {error!r}",
    )
    failed = Incoming(
        document=incoming.document, status=DocumentStatus.ERROR, reason=Reason.NOT_CODED.value
    )
    return failed, problem
