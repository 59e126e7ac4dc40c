"""Raw rows -> documents to code, and what is set aside: the rules about bad input live here.

A screen remembers the ids it has seen, so one screen serves one run.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from hashlib import blake2b

from coder.formats.html import blank_markup, looks_like_html
from coder.formats.incoming import Incoming, Problem, RawRow, Reason
from coder.formats.language import other_language
from coder.formats.published import PublishedError, read_published
from coder.formats.reading import plain_text
from coder.formats.seen import SeenTexts, number_of
from coder.values.labels import DocumentStatus
from coder.values.options import EngineOptions
from coder.values.text import Document


class Screen:
    """Checks rows one by one. Not for several threads: order decides what is a duplicate."""

    def __init__(self, options: EngineOptions, *, replace_surrogates: bool = False) -> None:
        self._options = options
        self._replace = replace_surrogates
        self._seen = SeenTexts()
        self._repeats: dict[str, int] = {}

    def admit_all(self, rows: Iterable[RawRow]) -> Iterator[Incoming]:
        """The rows after the checks, in order, none left out."""
        return map(self.admit, rows)

    def admit(self, row: RawRow) -> Incoming:
        """One row after the checks."""
        if row.fields is None:
            return _unreadable(row)
        document, digest, problem = self._document(row, row.fields)
        refusal = self._refusal(document, row.fields.get("text"))
        if refusal is not None:
            return self._refused(row, document, digest, refusal)
        before = self._seen.first(document.doc_id, digest)
        if before is None:
            return self._admitted(document, problem)
        if before == number_of(digest):
            return self._repeated(document)
        detail = "this id came before with another text; the first one is kept"
        return self._refused(row, document, digest, (Reason.ID_CONFLICT, "id", detail))

    def _repeated(self, document: Document) -> Incoming:
        """An exact repeat, under an id of its own.

        So the ids of ``documents`` stay unique, and a join with ``events`` counts nothing twice.
        """
        number = self._repeats[document.doc_id] = self._repeats.get(document.doc_id, 1) + 1
        return Incoming(
            document=replace(document, doc_id=f"{document.doc_id} (repeat {number})"),
            status=DocumentStatus.DUPLICATE,
            reason=f"the same text as document {document.doc_id}",
        )

    def _document(
        self, row: RawRow, fields: Mapping[str, object]
    ) -> tuple[Document, bytes, Problem | None]:
        """The row as a document, whatever is wrong with it; its digest; the problem of its date."""
        given = fields.get("text")
        text = given if isinstance(given, str) else ""
        if self._options.strip_html:
            text = blank_markup(text)
        if self._replace:
            text = without_lone_surrogates(text)
        digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        doc_id = _metadata(fields, "id") or f"doc_{digest.hex()[:16]}"
        published, problem = self._published(row, doc_id, fields.get("published"))
        title = _metadata(fields, "title")
        document = Document(
            doc_id=doc_id,
            text=text,
            title=None if title is None or title.isspace() else title,
            published=published,
            source=_metadata(fields, "source"),
            url=_metadata(fields, "url"),
            language=_metadata(fields, "language"),
        )
        return document, digest, problem

    def _refusal(self, document: Document, given: object) -> tuple[Reason, str, str] | None:
        """Reason, field and detail of what forbids to code it; null where nothing does."""
        text, limit = document.text, self._options.max_chars
        if not text or text.isspace():
            return Reason.MISSING_TEXT, "text", _missing(given)
        if len(text) > limit:
            return Reason.TOO_LONG, "text", f"{len(text):,} characters; --max-chars is {limit:,}"
        fields = (("text", text), ("title", document.title), ("id", document.doc_id))
        for field, words in fields:
            if words is not None and "\0" in words:
                detail = "holds NUL bytes: the file is damaged, or no text"
                return Reason.NUL_BYTES, field, detail
        if not text.isascii() and text != without_lone_surrogates(text):
            detail = "holds half of a character pair, which no encoding can hold; give --replace"
            return Reason.NOT_UTF8, "text", detail
        if looks_like_html(text):
            return Reason.HTML, "text", "is HTML: give --strip-html, or extract the article first"
        return None

    def _admitted(self, document: Document, problem: Problem | None) -> Incoming:
        problems = () if problem is None else (problem,)
        if self._options.detect_language:
            language = other_language(document.text, document.language)
            if language is not None:
                return Incoming(
                    document=document,
                    status=DocumentStatus.OTHER_LANGUAGE,
                    reason=f"the text is not English but {language}",
                    language=language,
                    problems=problems,
                )
        return Incoming(document=document, status=DocumentStatus.CODED, problems=problems)

    def _published(
        self, row: RawRow, doc_id: str, raw: object
    ) -> tuple[date | None, Problem | None]:
        try:
            stated = read_published(raw, self._options.date_order)
        except PublishedError as error:
            problem = Problem(
                source=row.source,
                row=row.row,
                doc_id=doc_id,
                field="published",
                reason=Reason.AMBIGUOUS_DATE
                if error.reason == "ambiguous"
                else Reason.UNREADABLE_DATE,
                detail=str(error),
            )
            return None, problem
        return (self._options.published if stated is None else stated), None

    def _refused(
        self,
        row: RawRow,
        document: Document,
        digest: bytes,
        refusal: tuple[Reason, str, str],
    ) -> Incoming:
        reason, field, detail = refusal
        has_id = (row.fields or {}).get("id") is not None
        problem = Problem(
            source=row.source,
            row=row.row,
            doc_id=document.doc_id.replace("\0", "\ufffd") if has_id or document.text else None,
            field=field,
            reason=reason,
            detail=detail,
        )
        return Incoming(
            document=_listable(document) if self._is_listed(document, reason, digest) else None,
            status=DocumentStatus.ERROR,
            reason=reason.value,
            problems=(problem,),
        )

    def _is_listed(self, document: Document, reason: Reason, digest: bytes) -> bool:
        """Whether the documents table gets a row: an id has one, and no text is no document."""
        if reason is Reason.MISSING_TEXT:
            return False
        return self._seen.first(document.doc_id, digest) is None


def _unreadable(row: RawRow) -> Incoming:
    problem = row.problem or Problem(
        source=row.source,
        row=row.row,
        doc_id=None,
        field=None,
        reason=Reason.UNREADABLE_ROW,
        detail="the row is empty",
    )
    return Incoming(
        document=None,
        status=DocumentStatus.ERROR,
        reason=problem.reason.value,
        problems=(problem,),
    )


def _listable(document: Document) -> Document:
    """The document as the documents table can hold it: no NUL in what is printed."""
    return replace(
        document,
        doc_id=document.doc_id.replace("\0", "\ufffd"),
        title=None if document.title is None else document.title.replace("\0", "\ufffd"),
    )


def _missing(given: object) -> str:
    if given is None or given == "":
        return "there is no text"
    if isinstance(given, str):
        return "there is only white space"
    return f"the text is no text but {type(given).__name__}"


def _metadata(fields: Mapping[str, object], field: str) -> str | None:
    value = plain_text(fields.get(field))
    return without_lone_surrogates(value) if value else None


def without_lone_surrogates(text: str) -> str:
    """The text with each half of a broken pair as U+FFFD, of the same length."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    return text
