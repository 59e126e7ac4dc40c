"""``coder schema``: the published schema as files."""

from pathlib import Path

import click

from coder.cli.exits import DONE


@click.group()
def schema() -> None:
    """The schema of records and tables."""


@schema.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def export(folder: Path) -> int:
    r"""Write JSON Schema, label vocabularies and the data dictionary into FOLDER.

    \b
    Example:
      coder schema export schemas
    """
    from coder.records.schema import export_schemas  # noqa: PLC0415 - keeps --help quick

    for path in export_schemas(folder):
        click.echo(path)
    return DONE
