"""``coder validate``: do records satisfy the schema."""

from pathlib import Path

import click

from coder.cli.exits import DONE, INVALID_INPUT


@click.command()
@click.argument("path", metavar="FILE|FOLDER", type=click.Path(path_type=Path, exists=True))
@click.option("-q", "--quiet", is_flag=True, help="Only the exit code.")
def validate(path: Path, quiet: bool) -> int:
    r"""Check names, dtypes, enumerations, bounds and keys; exit code 3 where something breaks.

    The argument is a folder of tables, one Parquet table, or a .jsonl file of nested records. The
    tables of a folder are also held against each other: references, numbers of rows, sums of
    casualties, one representative an incident.

    \b
    Example:
      coder validate records
    """
    from coder.records.validate import validate_path  # noqa: PLC0415 - keeps --help quick

    problems = validate_path(path)
    if not quiet:
        for problem in problems:
            click.echo(str(problem))
        click.echo(f"{path}: " + (_counted(len(problems)) if problems else "valid"), err=True)
    return INVALID_INPUT if problems else DONE


def _counted(number: int) -> str:
    return "1 problem" if number == 1 else f"{number} problems"
