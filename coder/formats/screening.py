"""Raw rows -> documents to code, and what is set aside: the rules about bad input live here.

A screen remembers the ids it has seen, so one screen serves one run.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import blake2b
from typing import TypeGuard

from coder.formats.html import blank_markup, looks_like_html
from coder.formats.incoming import Incoming, Problem, RawRow, Reason
from coder.formats.language import other_language
from coder.formats.published import PublishedError, read_published
from coder.formats.reading import plain_text
from coder.values.labels import DocumentStatus
from coder.values.options import EngineOptions
from coder.values.text import Document


class Screen:
    """Checks rows one by one. Not safe to share across threads: order decides what is a duplicate."""

    def __init__(self, options: EngineOptions, *, replace: bool = False) -> None:
        self._options = options
        self._replace = replace
        self._seen: dict[str, bytes] = {}

    def admit_all(self, rows: Iterable[RawRow]) -> Iterator[Incoming]:
        """The rows after the checks, in order, none left out."""
        return map(self.admit, rows)

    def admit(self, row: RawRow) -> Incoming:
        """One row after the checks."""
        if row.fields is None:
            problem = row.problem
            return _refused(problem) if problem is not None else _refused(_no_row(row))
        text = row.fields.get("text")
        given = plain_text(row.fields.get("id"))
        if isinstance(text, str) and self._options.strip_html:
            text = blank_markup(text)
        if not _is_usable(text):
            detail = "there is no text" if text is None or text == "" else _not_text(text)
            return self._refuse(row, given, Reason.MISSING_TEXT, detail)
        if len(text) > self._options.max_chars:
            detail = f"{len(text):,} characters; --max-chars is {self._options.max_chars:,}"
            return self._refuse(row, given, Reason.TOO_LONG, detail)
        return self._admit_text(row, text, given)

    def _admit_text(self, row: RawRow, text: str, given: str | None) -> Incoming:
        fields = row.fields or {}
        title = plain_text(fields.get("title"))
        if title is not None and title.isspace():
            title = None
        for field, words in (("text", text), ("title", title), ("id", given)):
            if words is not None and "\0" in words:
                detail = "holds NUL bytes: the file is damaged or no text"
                return self._refuse(row, None, Reason.NUL_BYTES, detail, field)
        if looks_like_html(text):
            detail = "the text is HTML: give --strip-html, or extract the article first"
            return self._refuse(row, given, Reason.HTML, detail)
        try:
            digest = blake2b(text.encode(), digest_size=16).digest()
        except UnicodeEncodeError:
            if not self._replace:
                detail = "half of a character pair: no text can hold it; give --replace"
                return self._refuse(row, given, Reason.NOT_UTF8, detail)
            text = without_lone_surrogates(text)
            digest = blake2b(text.encode(), digest_size=16).digest()
        doc_id = without_lone_surrogates(given) if given else f"doc_{digest.hex()[:16]}"
        return self._admit_document(row, fields, text, title, doc_id, digest)

    def _admit_document(
        self,
        row: RawRow,
        fields: Mapping[str, object],
        text: str,
        title: str | None,
        doc_id: str,
        digest: bytes,
    ) -> Incoming:
        published, problem = self._published(row, doc_id, fields.get("published"))
        document = Document(
            doc_id=doc_id,
            text=text,
            title=without_lone_surrogates(title) if title else None,
            published=published,
            source=_metadata(fields, "source"),
            url=_metadata(fields, "url"),
            language=_metadata(fields, "language"),
        )
        before = self._seen.setdefault(doc_id, digest)
        if before is not digest:
            if before != digest:
                detail = "this id came before with another text: the first one is kept"
                return self._refuse(row, doc_id, Reason.ID_CONFLICT, detail, "id")
            return Incoming(
                document=document,
                status=DocumentStatus.DUPLICATE,
                reason="the same id and text came before",
            )
        problems = () if problem is None else (problem,)
        if self._options.detect_language:
            language = other_language(text, document.language)
            if language is not None:
                return Incoming(
                    document=document,
                    status=DocumentStatus.OTHER_LANGUAGE,
                    reason=f"the text is not in English but: {language}",
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
                reason=Reason.AMBIGUOUS_DATE if error.is_ambiguous else Reason.UNREADABLE_DATE,
                detail=str(error),
            )
            return None, problem
        return (self._options.published if stated is None else stated), None

    def _refuse(
        self, row: RawRow, doc_id: str | None, reason: Reason, detail: str, field: str = "text"
    ) -> Incoming:
        return _refused(
            Problem(
                source=row.source,
                row=row.row,
                doc_id=None if doc_id is None else without_lone_surrogates(doc_id),
                field=field,
                reason=reason,
                detail=detail,
            )
        )


def _refused(problem: Problem) -> Incoming:
    return Incoming(
        document=None,
        status=DocumentStatus.ERROR,
        reason=problem.reason.value,
        problems=(problem,),
    )


def _no_row(row: RawRow) -> Problem:
    return Problem(
        source=row.source,
        row=row.row,
        doc_id=None,
        field=None,
        reason=Reason.UNREADABLE_ROW,
        detail="the row is empty",
    )


def _is_usable(text: object) -> TypeGuard[str]:
    return isinstance(text, str) and bool(text) and not text.isspace()


def _not_text(value: object) -> str:
    if isinstance(value, str):
        return "there is only white space"
    return f"the text is no text but {type(value).__name__}"


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
