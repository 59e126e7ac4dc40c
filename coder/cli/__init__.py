"""The command line: one module a command. It parses arguments, calls the API and prints.

Only click is imported here; a command imports what it needs when it runs, so that ``--help`` is
quick.
"""

import os
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

import click

from coder.cli.aggregate import aggregate
from coder.cli.annotate import annotate
from coder.cli.chart import chart
from coder.cli.code import code
from coder.cli.diff import diff
from coder.cli.exits import FAILED_SOME, INTERRUPTED, exit_code
from coder.cli.explain import explain
from coder.cli.export import export
from coder.cli.gazetteer import gazetteer
from coder.cli.importing import importing
from coder.cli.incidents import incidents
from coder.cli.merge import merge
from coder.cli.rules import rules
from coder.cli.schema import schema
from coder.cli.show import show
from coder.cli.validate import validate
from coder.errors import CoderError


def _print_version(context: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not context.resilient_parsing:
        from importlib.metadata import version  # noqa: PLC0415 - slower than all of --help

        click.echo(f"coder {version('incident-coder')}")
        context.exit()


class _ClosedPipeError(Exception):
    """Nobody reads standard output any more."""


class _Commands(click.Group):
    """The commands. Click ends a run into a closed pipe with exit code 1; here it stays quiet."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - as the base class
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError as error:
            raise _ClosedPipeError from error


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.option(
    "--version",
    is_flag=True,
    expose_value=False,
    is_eager=True,
    callback=_print_version,
    help="Print the version.",
)
def group() -> None:
    """Turn news text into structured, checkable incident records."""


def _keep_lines(command: click.Command) -> None:
    r"""Turn ``\b`` of the (raw) docstrings into the mark that keeps click from joining lines."""
    command.help = (command.help or "").replace("\\b\n", "\b\n")
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        _keep_lines(inner)


for _command in (
    code,
    show,
    explain,
    annotate,
    aggregate,
    chart,
    diff,
    merge,
    incidents,
    validate,
    export,
    rules,
    gazetteer,
    importing,
    schema,
):
    _keep_lines(_command)
    group.add_command(_command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code.

    0 done, 1 finished but some documents failed, 2 wrong usage, 3 input or rule file invalid,
    130 interrupted.
    """
    try:
        done: Any = group.main(
            args=None if arguments is None else list(arguments),
            prog_name="coder",
            standalone_mode=False,
        )
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    except (_ClosedPipeError, BrokenPipeError):
        _close_quietly()
        return 0
    except CoderError as error:
        click.echo(f"coder: {error}", err=True)
        return exit_code(error)
    except OSError as error:
        click.echo(f"coder: {error}", err=True)
        return FAILED_SOME
    return done if isinstance(done, int) else 0


def _close_quietly() -> None:
    """Point standard output at nothing, so that Python's own flush at exit stays silent too."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def main() -> NoReturn:
    """The entry point of the ``coder`` script."""
    sys.exit(run())
