"""The coder: options in, results out. Everything the command line does is a call of this class."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

from coder.api.annotations import Annotation, annotation
from coder.api.batching import batch_size, batches, code_together, failure, most_together
from coder.api.explanation import Explanation
from coder.api.result import Result, error_row
from coder.api.settings import Settings
from coder.api.user_content import Given, engine_options
from coder.errors import InputError
from coder.formats.columns import ColumnNames
from coder.formats.decoding import ReadOptions
from coder.formats.incoming import Incoming, RawRow
from coder.formats.inspecting import inspect_sources
from coder.formats.published import PublishedError, read_published
from coder.formats.reading import read_rows
from coder.formats.screening import Screen, without_lone_surrogates
from coder.formats.sources import Kind, Source, expand_inputs
from coder.records.build import build, build_uncoded
from coder.records.documents import ErrorRow
from coder.records.versions import Versions
from coder.rules.model import RuleSource
from coder.values.collecting import collector_at_rest
from coder.values.events import CodedDocument
from coder.values.labels import DocumentStatus
from coder.values.options import Depth, EngineOptions
from coder.values.text import Document
from coder.version import __version__

if TYPE_CHECKING:
    import polars as pl

    from coder.pipeline import Engine
    from coder.rules.examples import ExampleReport

Input = Document | Mapping[str, object] | str
"""A document, a row with the fields of one (``text`` at least), or a bare text."""

_log = logging.getLogger(__name__)


class Coder:
    """Codes documents under fixed options.

    Built once, then used from any number of threads. It pickles as its options with the content of
    the user's rules and lists in them, so that another process needs none of the files.

    Raises :class:`coder.errors.RuleError` where a rule or list is wrong.
    """

    def __init__(
        self,
        options: EngineOptions | None = None,
        *,
        rules: Sequence[Given] = (),
        actors: Sequence[Given] = (),
        places: Sequence[Given] = (),
        weapons: Sequence[Given] = (),
        persons: Sequence[Given] = (),
        **settings: Unpack[Settings],
    ) -> None:
        self.options = engine_options(
            options,
            rules=rules,
            actors=actors,
            places=places,
            weapons=weapons,
            persons=persons,
            settings=settings,
        )
        self._engine = _engine(self.options)
        self.versions = _versions(self._engine)

    def __reduce__(self) -> tuple[object, ...]:
        """Pickle as the options."""
        return _from_options, (self.options,)

    def code(
        self,
        text: str,
        *,
        title: str | None = None,
        published: date | str | None = None,
        id: str | None = None,  # noqa: A002 - the name of the column
        source: str | None = None,
        url: str | None = None,
        language: str | None = None,
    ) -> Result:
        """Code one text.

        ``published`` is the report's date, a day or ISO text; without it relative dates stay null.
        No text raises: what cannot be coded is a result with a status and errors. A date that
        cannot be read is the caller's mistake and raises :class:`coder.errors.InputError`.
        """
        fields = {
            "id": id,
            "text": text,
            "title": title,
            "published": self._published(published),
            "source": source,
            "url": url,
            "language": language,
        }
        row = RawRow(source="code()", row=None, fields=fields)
        return self._result(row, Screen(self.options, replace_surrogates=True).admit(row))

    def code_documents(self, documents: Iterable[Input]) -> Iterator[Result]:
        """A result for each document, in order; bad input never raises.

        An iterator is read no further than asked; a list is coded in growing batches.
        """
        rows = (
            RawRow(source="code_documents()", row=number, fields=_fields(given))
            for number, given in enumerate(documents, 1)
        )
        size = most_together(documents)
        return self._results(Screen(self.options), rows, batch_size=size, first=1)

    def code_files(
        self,
        inputs: Sequence[str | Path],
        *,
        kind: Kind | None = None,
        read: ReadOptions | None = None,
    ) -> Iterator[Result]:
        """Code the documents of files, folders and globs; ``-`` is standard input.

        All inputs are looked at before the first is coded. Raises :class:`coder.errors.InputError`
        where one is missing, is not what its suffix says, or lacks a column.
        """
        read = read or ReadOptions()
        return self.code_sources(inspect_sources(expand_inputs(inputs, kind), read), read)

    def code_sources(
        self, sources: Iterable[Source], read: ReadOptions, *, depth: Depth = Depth.EVERYTHING
    ) -> Iterator[Result]:
        """Code the documents of sources that have been looked at.

        ``depth``: what the results are for; less is quicker.
        """
        screen = Screen(self.options, replace_surrogates=read.replace)
        sources = tuple(sources)
        rows = self._rows(sources, read)
        return self._results(screen, rows, depth=depth, batch_size=batch_size(sources))

    def code_to(
        self,
        inputs: Sequence[str | Path],
        out: str | Path,
        *,
        force: bool = False,
        kind: Kind | None = None,
        read: ReadOptions | None = None,
    ) -> tuple[ErrorRow, ...]:
        """Code files into a file or folder, as the command line does; returns the errors.

        The suffix of ``out`` decides: ``.parquet``, ``.csv``, ``.arrow`` hold the ``events`` table,
        ``.jsonl`` nested records, anything else is a folder with one Parquet file a table.
        """
        from coder.api.runs import code_to_output  # noqa: PLC0415 - a run needs the coder

        errors: list[ErrorRow] = []
        code_to_output(
            self,
            inputs,
            Path(out),
            force=force,
            kind=kind,
            read=read,
            seen=lambda result: errors.extend(result.errors),
        )
        return tuple(errors)

    def read_files(
        self,
        inputs: Sequence[str | Path],
        *,
        kind: Kind | None = None,
        read: ReadOptions | None = None,
    ) -> Iterator[Incoming]:
        """The documents that :meth:`code_files` would code, and what it would set aside."""
        read = read or ReadOptions()
        rows = self._rows(inspect_sources(expand_inputs(inputs, kind), read), read)
        return Screen(self.options, replace_surrogates=read.replace).admit_all(rows)

    def _rows(self, sources: Iterable[Source], read: ReadOptions) -> Iterator[RawRow]:
        for source in sources:
            yield from read_rows(source, read, max_chars=self.options.max_chars)

    def code_frame(
        self,
        frame: "pl.DataFrame | pl.LazyFrame",
        *,
        text: str | None = None,
        published: str | None = None,
        id: str | None = None,  # noqa: A002 - the name of the column
        title: str | None = None,
        source: str | None = None,
        url: str | None = None,
        language: str | None = None,
    ) -> "pl.DataFrame":
        """The ``events`` of the documents in a frame; arguments name columns with unusual names.

        Rows that cannot be coded are logged as warnings; :meth:`code_documents` returns them.
        """
        from coder.api.frames import frame_rows  # noqa: PLC0415 - loads Polars
        from coder.tables.frames import TableBuilder  # noqa: PLC0415 - the same

        names = ColumnNames(
            id=id,
            text=text,
            title=title,
            published=published,
            source=source,
            url=url,
            language=language,
        )
        builder = TableBuilder(self.options.casualty_policy, events_alone=True)
        rows = frame_rows(frame, names)
        screen = Screen(self.options)
        for result in self._results(screen, rows, depth=Depth.ROWS, batch_size=batch_size(())):
            for error in result.errors:
                _log.warning("row %s, %s: %s", error.row, error.field, error.detail)
            if result.record is not None:
                builder.add(result.record)
        return builder.frames()["events"]

    def annotate(
        self,
        text: str,
        *,
        title: str | None = None,
        published: date | str | None = None,
        id: str | None = None,  # noqa: A002 - the name of the column
    ) -> tuple[Annotation, ...]:
        """The mentions of every sentence: times, places, quantities, actors, weapons, targets."""
        return self.annotate_document(self._one(text, title, published, id))

    def annotate_document(self, document: Document) -> tuple[Annotation, ...]:
        """The typed mentions of a document, title first, in the order of the text."""
        credit = self.versions.gazetteer_credit or None
        return tuple(
            annotation(document.doc_id, section, mention, credit)
            for section, mentions in self._engine.annotate(document)
            for mention in mentions
        )

    def explain(
        self,
        text: str,
        *,
        title: str | None = None,
        published: date | str | None = None,
        id: str | None = None,  # noqa: A002 - the name of the column
    ) -> Explanation:
        """What the coder looked at in each sentence, and why there is or is not a record."""
        return self.explain_document(self._one(text, title, published, id))

    def explain_document(self, document: Document) -> Explanation:
        """The same for a document that was read from a file."""
        return Explanation(document=document, trace=self._engine.trace(document))

    def test_rules(self, *, shipped: bool = False) -> "ExampleReport":
        """Run the examples that the user's rules carry, or those of the shipped ones."""
        from coder.rules.examples import run_examples  # noqa: PLC0415 - reads the rule files

        sources = [RuleSource(item.name, item.content) for item in self.options.rules]
        return run_examples(
            lambda text: self._engine.code(Document(doc_id="example", text=text)),
            None if shipped else sources,
        )

    def _one(
        self, text: str, title: str | None, published: date | str | None, doc_id: str | None
    ) -> Document:
        return Document(
            doc_id=doc_id or "text",
            text=without_lone_surrogates(text),
            title=without_lone_surrogates(title) if title else None,
            published=self._published(published) or self.options.published,
        )

    def _published(self, given: date | str | None) -> date | None:
        if given is None or (isinstance(given, date) and not isinstance(given, datetime)):
            return given
        try:
            return read_published(given, self.options.date_order)
        except PublishedError as error:
            raise InputError(str(error), source="published") from error

    def _results(
        self,
        screen: Screen,
        rows: Iterable[RawRow],
        *,
        depth: Depth = Depth.EVERYTHING,
        batch_size: int,
        first: int | None = None,
    ) -> Iterator[Result]:
        for batch in batches(screen, rows, batch_size, first):
            coded = code_together(self._engine, batch, depth=depth)
            for row, incoming in batch:
                yield self._result(row, incoming, coded.get(id(incoming)), depth=depth)

    def _result(
        self,
        row: RawRow,
        incoming: Incoming,
        coded: CodedDocument | None = None,
        *,
        depth: Depth = Depth.EVERYTHING,
    ) -> Result:
        """The result of a document; a fault of the engine is listed in it, and the run goes on."""
        try:
            return self._sound(incoming, coded, depth=depth)
        except Exception as error:  # noqa: BLE001 - a fault in one document must not end a run
            failed, problem = failure(row, incoming, error)
            errors = (*map(error_row, incoming.problems), error_row(problem))
            return self._uncoded(failed.document, failed, errors)

    def _sound(self, incoming: Incoming, coded: CodedDocument | None, *, depth: Depth) -> Result:
        document = incoming.document
        errors = tuple(map(error_row, incoming.problems))
        if document is None or incoming.status is not DocumentStatus.CODED:
            return self._uncoded(document, incoming, errors)
        if coded is None:
            coded = self._engine.code(document, depth=depth)
        return Result(
            document=document,
            status=DocumentStatus.CODED,
            record=build(coded, document, self.versions),
            coded=coded,
            errors=errors,
            versions=self.versions,
            casualty_policy=self.options.casualty_policy,
        )

    def _uncoded(
        self, document: Document | None, incoming: Incoming, errors: tuple[ErrorRow, ...]
    ) -> Result:
        record, reason = None, incoming.reason or incoming.status.value
        if document is not None:
            record = build_uncoded(document, incoming.status, reason, language=incoming.language)
        return Result(
            document=document,
            status=incoming.status,
            record=record,
            errors=errors,
            versions=self.versions,
            casualty_policy=self.options.casualty_policy,
        )


def _engine(options: EngineOptions) -> "Engine":
    with collector_at_rest():
        from coder.pipeline import Engine  # noqa: PLC0415 - loads the whole engine

        return Engine(options)


def _versions(engine: "Engine") -> Versions:
    return Versions(
        coder_version=__version__,
        rules_version=engine.rules_version,
        gazetteer_version=engine.gazetteer.version,
        gazetteer_credit=engine.gazetteer.credit,
    )


def _from_options(options: EngineOptions) -> Coder:
    """A coder on the other side of a pickle: its options are complete, packs included."""
    coder = Coder.__new__(Coder)
    coder.options = options
    coder._engine = _engine(options)  # noqa: SLF001 - the second constructor of the class
    coder.versions = _versions(coder._engine)  # noqa: SLF001 - the same
    return coder


def _fields(given: Input) -> Mapping[str, object]:
    if isinstance(given, str):
        return {"text": given}
    if isinstance(given, Document):
        return {
            "id": given.doc_id,
            "text": given.text,
            "title": given.title,
            "published": given.published,
            "source": given.source,
            "url": given.url,
            "language": given.language,
        }
    return given
