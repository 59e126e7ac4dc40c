"""``coder import``: dictionaries of other coders as lists and rules of ours."""

from pathlib import Path

import click

from coder.cli.exits import DONE

_files = click.Path(path_type=Path, dir_okay=False)


@click.group("import")
def importing() -> None:
    """Take over dictionaries of other coders."""


@importing.command()
@click.option("--actors", type=_files, multiple=True, help="Actor dictionary; may be repeated.")
@click.option("--agents", type=_files, multiple=True, help="Agent dictionary; may be repeated.")
@click.option("--verbs", type=_files, multiple=True, help="Verb dictionary; may be repeated.")
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("petrarch"),
    show_default=True,
    help="Folder to write into.",
)
@click.option("--force", is_flag=True, help="Replace files that exist.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say what was written.")
def petrarch(  # noqa: PLR0917 - click passes them by name
    actors: tuple[Path, ...],
    agents: tuple[Path, ...],
    verbs: tuple[Path, ...],
    out: Path,
    force: bool,
    quiet: bool,
) -> int:
    r"""Make lists and rules of ours from dictionaries in the format of PETRARCH.

    Actors become actors.tsv, agents persons.tsv, verbs rules/petrarch.yaml; report.tsv names what
    could not be taken over, and why.

    \b
    Example:
      coder import petrarch --actors my.actors.txt -o from-petrarch
    """
    if not (actors or agents or verbs):
        raise click.UsageError("Give --actors, --agents or --verbs.")
    from coder.api.importing import import_petrarch  # noqa: PLC0415 - keeps --help quick

    done = import_petrarch(out, actors=actors, agents=agents, verbs=verbs, force=force)
    if not quiet:
        for path, count in done.written:
            click.echo(f"{path}: {count:,}", err=True)
    return DONE
