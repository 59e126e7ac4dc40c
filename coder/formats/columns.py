"""Which column of an input is which field of a document."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields

from coder.errors import InputError

SYNONYMS: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "doc_id", "document_id", "article_id", "uid"),
    "text": ("text", "body", "content", "full_text", "fulltext", "article", "story"),
    "title": ("title", "headline"),
    "published": (
        "published",
        "pub_date",
        "published_at",
        "publishedat",
        "date_published",
        "publication_date",
        "date",
    ),
    "source": ("source", "publisher", "outlet", "source_name"),
    "url": ("url", "link", "uri"),
    "language": ("language", "lang"),
}
"""Names under which each field is found, without regard to case; the first that is there wins."""

FIELDS = tuple(SYNONYMS)


class WrongColumnError(InputError):
    """A column the run needs is not there: wrong usage, exit code 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnNames:
    """The user's own names of columns; null: look for the usual names."""

    id: str | None = None
    text: str | None = None
    title: str | None = None
    published: str | None = None
    source: str | None = None
    url: str | None = None
    language: str | None = None

    def given(self) -> dict[str, str]:
        """The fields the user named, with the name of their column."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        return {field: column for field, column in named.items() if column is not None}


def find_columns(
    columns: Iterable[str], names: ColumnNames, *, need_text: bool = False, source: str = ""
) -> dict[str, str]:
    """Field -> column for those that are there.

    With ``need_text`` a missing text column, or one of ``names`` that is not there, raises
    :class:`WrongColumnError` that lists the columns found.

    >>> find_columns(["Headline", "body", "n"], ColumnNames())
    {'text': 'body', 'title': 'Headline'}
    """
    present = list(columns)
    lowered: dict[str, str] = {}
    for column in present:
        lowered.setdefault(column.lower(), column)
    given = names.given()
    found: dict[str, str] = {}
    for field, synonyms in SYNONYMS.items():
        if field in given:
            if given[field] in present:
                found[field] = given[field]
            continue
        for synonym in synonyms:
            if synonym in lowered and lowered[synonym] not in given.values():
                found[field] = lowered[synonym]
                break
    if need_text:
        _require(found, given, present, source)
    return found


def _require(
    found: Mapping[str, str], given: Mapping[str, str], present: list[str], source: str
) -> None:
    listed = ", ".join(present) or "none"
    for field, column in given.items():
        if field not in found:
            raise WrongColumnError(
                f"no column '{column}' for {field}; columns found: {listed}", source=source
            )
    if "text" not in found:
        raise WrongColumnError(
            f"no column with the text; name it with --text-column; columns found: {listed}",
            source=source,
        )
