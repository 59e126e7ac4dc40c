"""``coder explain``: why there is or is not a record."""

from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from coder.cli.building import Choices, build_coder, input_kind, read_options
from coder.cli.choices import engine_choices, input_choices
from coder.cli.console import print_all
from coder.cli.exits import DONE, INVALID_INPUT
from coder.errors import InputError

if TYPE_CHECKING:
    from coder.api.coding import Coder
    from coder.formats.incoming import Problem
    from coder.values.text import Document


_SEPARATORS = ("/", "\\")
_SUFFIXES = frozenset(
    {".csv", ".doc", ".docx", ".gz", ".htm", ".html", ".json", ".jsonl", ".md", ".ndjson"}
    | {".parquet", ".pdf", ".rtf", ".text", ".tsv", ".txt", ".xls", ".xlsx", ".xml", ".zst"}
)


@click.command()
@click.argument("text", metavar="TEXT|FILE")
@click.option("--title", help="Title of the text.")
@click.option(
    "--html",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write one self-contained page to this file instead.",
)
@click.option("--force", is_flag=True, help="Replace an HTML file that exists.")
@click.option("--doc", "doc_id", help="Id of the document, if the file holds several.")
@engine_choices
@input_choices
def explain(
    text: str,
    title: str | None,
    html: Path | None,
    force: bool,
    doc_id: str | None,
    **choices: Unpack[Choices],
) -> int:
    r"""Show what the coder saw in each sentence: units, mentions, groups, frames and their roles.

    The argument is a text, or a file in one of the input formats, or - for standard input. Of a
    file with several documents the first is shown, or the one named with --doc.

    \b
    Example:
      coder explain "Gunmen killed three policemen in Kirkuk on Monday." --published 2017-12-12
    """
    from coder.formats.outputs import check_free  # noqa: PLC0415 - keeps --help quick
    from coder.formats.table_outputs import write_beside  # noqa: PLC0415 - the same

    if html is not None:
        check_free(html, force=force, is_file=True)
    coder = build_coder(**choices)
    if text == "-" or _is_file(text):
        document = _chosen(coder, text, doc_id, choices)
        if document is None:
            return INVALID_INPUT
        explanation = coder.explain_document(document)
    elif _names_file(text):
        raise InputError("there is no such file; a text to explain has spaces", source=text)
    else:
        explanation = coder.explain(text, title=title)
    if html is None:
        print_all(explanation.renderables())
    else:
        page = explanation.to_html()
        write_beside(html, lambda place: _write(place, page))
    return DONE


def _is_file(text: str) -> bool:
    """Whether the words name a file or folder; a text too long for a name does not."""
    try:
        return bool(text) and Path(text).exists()
    except (OSError, ValueError):
        return False


def _names_file(text: str) -> bool:
    """Whether one word is written like the name of a file: with a folder, or a known suffix."""
    if not text or any(char.isspace() for char in text):
        return False
    return any(mark in text for mark in _SEPARATORS) or Path(text).suffix.lower() in _SUFFIXES


def _write(place: Path, page: str) -> None:
    place.write_text(page, encoding="utf-8")


def _chosen(coder: "Coder", path: str, doc_id: str | None, choices: Choices) -> "Document | None":
    """The document to explain, or null after saying why there is none."""
    kind = input_kind(choices.get("input_format"))
    problems: list[Problem] = []
    for incoming in coder.read_files([path], kind=kind, read=read_options(**choices)):
        document = incoming.document
        if document is not None and document.text and doc_id in (None, document.doc_id):
            return document
        problems += incoming.problems
    for problem in problems:
        click.echo(f"coder: {problem.source}: {problem.reason}: {problem.detail}", err=True)
    if not problems:
        wanted = f"no document '{doc_id}'" if doc_id else "no document"
        click.echo(f"coder: {path}: {wanted} found", err=True)
    return None
