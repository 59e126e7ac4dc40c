"""``coder merge``: the tables of several runs as the tables of one."""

from pathlib import Path

import click

from coder.cli.exits import DONE, FAILED_SOME

CLASHES_SHOWN = 20


@click.command()
@click.argument(
    "folders",
    nargs=-1,
    required=True,
    type=click.Path(path_type=Path, exists=True, file_okay=False),
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    required=True,
    help="A folder with one Parquet file a table, or .parquet for the events alone.",
)
@click.option("--force", is_flag=True, help="Replace an output that exists.")
@click.option(
    "--mixed",
    is_flag=True,
    help="Also merge runs of different versions of the coder, its rules or its places.",
)
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def merge(folders: tuple[Path, ...], out: Path, force: bool, mixed: bool, quiet: bool) -> int:
    r"""Merge the tables of runs: every document once, clashes reported, versions checked.

    Documents that runs coded alike are taken once. Where two runs have another text or another
    coding under one id, the first one stays and the other is listed, also in the table of errors;
    the exit code is then 1. Incidents have to be linked again afterwards.

    \b
    Example:
      coder merge records records-new -o both
    """
    from coder.api.stored import merge as merge_folders  # noqa: PLC0415 - loads Polars

    report = merge_folders(folders, out, force=force, mixed=mixed)
    if not quiet:
        equal = f", {report.n_equal:,} more coded alike" if report.n_equal else ""
        click.echo(f"documents  {report.n_documents:,}{equal}", err=True)
        click.echo(f"events     {report.n_events:,}", err=True)
        click.echo(f"clashes    {len(report.clashes):,}", err=True)
        for clash in report.clashes[:CLASHES_SHOWN]:
            click.echo(f"  {clash.doc_id}: {clash.detail}", err=True)
        if len(report.clashes) > CLASHES_SHOWN:
            more = len(report.clashes) - CLASHES_SHOWN
            click.echo(f"  and {more:,} more (the table of errors lists all)", err=True)
        if report.had_links:
            click.echo("incidents  were linked in one of the runs: link them again", err=True)
    return FAILED_SOME if report.clashes else DONE
