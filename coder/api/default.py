"""The functions on a coder with default options, built on first use and shared from then on."""

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from coder.api.annotations import Annotation
from coder.api.coding import Coder, Input
from coder.api.result import Result

if TYPE_CHECKING:
    import polars as pl


@cache
def default_coder() -> Coder:
    """The coder with default options."""
    return Coder()


def code(
    text: str,
    *,
    title: str | None = None,
    published: date | str | None = None,
    id: str | None = None,  # noqa: A002 - the name of the column
    source: str | None = None,
    url: str | None = None,
    language: str | None = None,
) -> Result:
    """Code one text; see :meth:`Coder.code`."""
    return default_coder().code(
        text,
        title=title,
        published=published,
        id=id,
        source=source,
        url=url,
        language=language,
    )


def code_documents(documents: Iterable[Input]) -> Iterator[Result]:
    """Code documents in order; see :meth:`Coder.code_documents`."""
    return default_coder().code_documents(documents)


def code_frame(
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
    """The ``events`` of the documents in a frame; see :meth:`Coder.code_frame`."""
    return default_coder().code_frame(
        frame,
        text=text,
        published=published,
        id=id,
        title=title,
        source=source,
        url=url,
        language=language,
    )


def annotate(
    text: str,
    *,
    title: str | None = None,
    published: date | str | None = None,
    id: str | None = None,  # noqa: A002 - the name of the column
) -> tuple[Annotation, ...]:
    """The typed mentions of a text; see :meth:`Coder.annotate`."""
    return default_coder().annotate(text, title=title, published=published, id=id)
