"""Options that several commands share."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

_Command = TypeVar("_Command", bound=Callable[..., Any])
FIELDS = ("id", "text", "title", "published", "source", "url", "language")


class Day(click.ParamType[date]):
    """A day on the command line, always ISO: the one form that is never ambiguous."""

    name = "YYYY-MM-DD"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day of the text, or a message that shows the form."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value))
        except ValueError:
            return self.fail(f"{value!r} is no day in the form YYYY-MM-DD", param, ctx)


def stacked(*options: Callable[[_Command], _Command]) -> Callable[[_Command], _Command]:
    """Several options as one decorator, listed in ``--help`` in their order."""

    def decorate(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


_path = click.Path(path_type=Path)

engine_choices = stacked(
    click.option(
        "--published",
        type=Day(),
        help="Report date of documents that bring none.",
    ),
    click.option(
        "--rules",
        "rule_paths",
        type=_path,
        multiple=True,
        help="Rule file or folder to add; may be repeated.",
    ),
    click.option(
        "--actors", "actor_paths", type=_path, multiple=True, help="Actor list (TSV) to add."
    ),
    click.option(
        "--places", "place_paths", type=_path, multiple=True, help="Place list (TSV) to add."
    ),
    click.option(
        "--weapons", "weapon_paths", type=_path, multiple=True, help="Weapon list (TSV) to add."
    ),
    click.option(
        "--persons",
        "person_paths",
        type=_path,
        multiple=True,
        help="List (TSV) of nouns for people and groups to add.",
    ),
    click.option(
        "--gazetteer",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help="File of `coder gazetteer build` to use instead of the embedded places.",
    ),
    click.option("--preview", is_flag=True, help="Also run rules that are still on trial."),
    click.option("--no-plugins", is_flag=True, help="Leave installed plug-ins out."),
)
"""What changes the engine."""

input_choices = stacked(
    click.option(
        "--input-format",
        type=click.Choice(["txt", "jsonl", "csv", "parquet"]),
        help="What the inputs are, whatever their suffix says.",
    ),
    *(
        click.option(
            f"--{field}-column", help=f"Column that holds {field!r}, if it has another name."
        )
        for field in FIELDS
    ),
    click.option("--encoding", help="Encoding of text files.  [default: UTF-8]"),
    click.option("--replace", is_flag=True, help="Read bytes that are no text as U+FFFD."),
    click.option("--delimiter", help="Delimiter of CSV.  [default: by the header]"),
    click.option(
        "--date-order",
        type=click.Choice(["dmy", "mdy", "ymd"]),
        help="How 03/04/2020 is read; without it such a date is an error.",
    ),
    click.option("--strip-html", is_flag=True, help="Blank out the markup of HTML texts."),
    click.option(
        "--any-language", is_flag=True, help="Code texts that are evidently not English as well."
    ),
    click.option(
        "--max-chars",
        type=click.IntRange(min=1),
        default=10_000_000,
        show_default=True,
        help="Longest text that is coded.",
    ),
)
"""What changes the reading of inputs."""
