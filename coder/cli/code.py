"""``coder code``: documents in, incident records out."""

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from coder.cli.building import Choices, build_coder, input_kind, read_options
from coder.cli.choices import engine_choices, input_choices
from coder.cli.console import configure_logging, progress
from coder.cli.exits import DONE, FAILED_SOME

if TYPE_CHECKING:
    from coder.api.result import Result

ERRORS_SHOWN = 20
"""Errors listed in the summary; ``--verbose`` lists all."""
_COLLECT_AFTER = 250_000  # new containers; a batch of documents holds fewer than 100,000


@click.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help=".parquet, .csv, .arrow: the events table; .jsonl: nested records; anything else: a "
    "folder with one Parquet file a table.  [default: nested records to standard output]",
)
@click.option("--force", is_flag=True, help="Replace an output that exists.")
@click.option(
    "--casualty-policy",
    type=click.Choice(["conservative", "max", "median", "priority"]),
    default="conservative",
    show_default=True,
    help="Which of differing claims becomes the best figure.",
)
@engine_choices
@input_choices
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no summary.")
@click.option("-v", "--verbose", is_flag=True, help="List every error, with details.")
def code(
    inputs: tuple[str, ...],
    out: Path | None,
    force: bool,
    quiet: bool,
    verbose: bool,
    **choices: Unpack[Choices],
) -> int:
    r"""Code the documents of INPUTS into incident records.

    INPUTS are .txt, .jsonl, .ndjson, .csv and .parquet files (text formats also as .gz and .zst),
    folders, globs, or - for standard input. The exit code is 1 when something could not be read: it
    is listed in the table of errors (with a folder as output) and in the summary.

    \b
    Example:
      coder code report.txt --published 2017-12-12 -o records
    """
    configure_logging(verbose=verbose)
    from coder.api.runs import code_to_output  # noqa: PLC0415 - keeps --help quick
    from coder.cli.summary import Summary  # noqa: PLC0415 - the same

    coder = build_coder(**choices)
    # What is loaded by now stays: the collector need not look at it again and again.
    gc.collect()
    gc.freeze()
    # Records are freed when the last reference goes; looking for cycles seldom is enough.
    gc.set_threshold(_COLLECT_AFTER, 20, 20)
    summary = Summary(errors_kept=None if verbose else ERRORS_SHOWN)
    with progress(not quiet) as advance:

        def seen(result: "Result") -> None:
            summary.add(result)
            advance()

        code_to_output(
            coder,
            inputs,
            out,
            force=force,
            kind=input_kind(choices.get("input_format")),
            read=read_options(**choices),
            seen=seen,
        )
    if not quiet:
        for line in summary.lines():
            click.echo(line, err=True)
        if summary.is_undated:
            click.echo(_undated(inputs), err=True)
    return FAILED_SOME if summary.errors else DONE


def _undated(inputs: tuple[str, ...]) -> str:
    """What to do where no document has a publication date; names the columns that were found."""
    from coder.formats.headers import columns_of  # noqa: PLC0415 - only for the hint

    hint = "dates      no document has a publication date, so days like Monday stay unknown: "
    for name in inputs:
        columns = columns_of(Path(name)) if name != "-" else []
        if columns:
            return f"{hint}name its column with --published-column (found: {', '.join(columns)})"
    return f"{hint}give it with --published"
