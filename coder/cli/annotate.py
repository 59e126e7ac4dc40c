"""``coder annotate``: every typed mention of every sentence."""

from pathlib import Path
from typing import Unpack

import click

from coder.cli.building import Choices, build_coder, input_kind, read_options
from coder.cli.choices import engine_choices, input_choices
from coder.cli.console import configure_logging, progress
from coder.cli.exits import DONE, FAILED_SOME


@click.command()
@click.argument("inputs", nargs=-1, required=True)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help=".jsonl, .parquet, .csv or .arrow; one row a mention.  [default: JSONL to stdout]",
)
@click.option("--force", is_flag=True, help="Replace an output that exists.")
@engine_choices
@input_choices
@click.option("-q", "--quiet", is_flag=True, help="No progress bar, and errors are not listed.")
def annotate(
    inputs: tuple[str, ...],
    out: Path | None,
    force: bool,
    quiet: bool,
    **choices: Unpack[Choices],
) -> int:
    r"""Find times, places, quantities, actors, weapons and targets in INPUTS.

    Every sentence is read, not only those that tell an event. Offsets count code points of the
    field named in "section" as it was given, half-open.

    \b
    Example:
      coder annotate report.txt --published 2017-12-12 -o mentions.jsonl
    """
    configure_logging(verbose=False)
    from coder.api.annotating import annotate_to_output  # noqa: PLC0415 - keeps --help quick

    coder = build_coder(**choices)
    with progress(not quiet) as advance:
        problems = annotate_to_output(
            coder,
            inputs,
            out,
            force=force,
            kind=input_kind(choices.get("input_format")),
            read=read_options(**choices),
            seen=advance,
        )
    if not quiet:
        for problem in problems:
            row = "" if problem.row is None else f", row {problem.row}"
            click.echo(f"{problem.source}{row}: {problem.reason}: {problem.detail}", err=True)
    return FAILED_SOME if problems else DONE
