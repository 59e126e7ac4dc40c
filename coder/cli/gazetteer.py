"""``coder gazetteer``: places of the user's own."""

from pathlib import Path

import click

from coder.cli.console import byte_progress
from coder.cli.exits import DONE


@click.group()
def gazetteer() -> None:
    """Compile gazetteers."""


@gazetteer.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("places.sqlite"),
    show_default=True,
    help="The file to write.",
)
@click.option("--force", is_flag=True, help="Replace an output that exists.")
@click.option("-q", "--quiet", is_flag=True, help="No progress bar and no summary.")
def build(files: tuple[Path, ...], out: Path, force: bool, quiet: bool) -> int:
    r"""Compile GeoNames dumps and lists of places (FILES) into one file for --gazetteer.

    FILES are allCountries.zip or the zip of a country, admin1CodesASCII.txt, admin2Codes.txt,
    alternateNamesV2.zip, and .csv or .tsv lists of places with the columns of --places; their order
    makes no difference. The file replaces the embedded places when it is used; regions, seas and
    countries come from the package in both.

    \b
    Example:
      coder gazetteer build SY.txt admin1CodesASCII.txt -o syria.sqlite
    """
    from coder.api.gazetteers import build_gazetteer  # noqa: PLC0415 - keeps --help quick

    with byte_progress(not quiet) as seen:
        done = build_gazetteer(files, out, force=force, seen=seen)
    if not quiet:
        click.echo(f"{out}: {done.places:,} places, {done.names:,} names", err=True)
        if done.left_out:
            click.echo(f"left out, no place of events: {done.left_out:,} rows", err=True)
        if done.unread:
            click.echo(f"unreadable: {done.unread:,} rows, first {done.first_unread}", err=True)
    return DONE
