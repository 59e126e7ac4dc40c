"""``coder export``: an output in another format, or in the columns of another data set."""

from pathlib import Path

import click

from coder.cli.exits import DONE

_FORMATS = ("tables", "parquet", "arrow", "csv", "jsonl", "geojson", "ftm", "timemap")
_REGIMES = ("acled", "acled-numeric", "ucdp", "gtd", "cameo", "plover")


@click.command()
@click.argument("source", metavar="IN", type=click.Path(path_type=Path, exists=True))
@click.option(
    "-o",
    "--out",
    required=True,
    type=click.Path(path_type=Path),
    help="File to write, or a folder for all tables.",
)
@click.option(
    "--format",
    "file_format",
    type=click.Choice(_FORMATS),
    help="What to write.  [default: by the suffix of OUT: .parquet, .arrow, .csv, .jsonl, "
    ".geojson, .ftm.json, .timemap.json; else a folder of tables]",
)
@click.option(
    "--regime",
    type=click.Choice(_REGIMES),
    help="Write the columns of this data set, and an audit of every event beside it.",
)
@click.option("--no-trace", is_flag=True, help="With --regime: nothing but the data set's columns.")
@click.option("--table", default="events", show_default=True, help="Table of a single file.")
@click.option("--hxl", is_flag=True, help="CSV with a row of HXL tags.")
@click.option(
    "--raw-text", is_flag=True, help="CSV: leave text alone that a spreadsheet would run."
)
@click.option(
    "--countable/--all",
    default=None,
    help="Only countable events, each incident once.  [default: all; ftm and timemap: countable]",
)
@click.option("--force", is_flag=True, help="Replace an output that exists.")
@click.option("-q", "--quiet", is_flag=True, help="Do not say what was written.")
def export(  # noqa: PLR0917 - click passes them by name
    source: Path,
    out: Path,
    file_format: str | None,
    regime: str | None,
    no_trace: bool,
    table: str,
    hxl: bool,
    raw_text: bool,
    countable: bool | None,
    force: bool,
    quiet: bool,
) -> int:
    r"""Write IN, the output of an earlier run, in another format or as another data set has it.

    IN is a folder of tables, an events file (.parquet, .arrow, .csv, .geojson) or nested records
    (.jsonl). The columns of a regime are filled from our records by documented rules; the file is
    not the data of ACLED, UCDP, GTD or anybody else.

    \b
    Example:
      coder export records -o acled.csv --regime acled
    """
    from coder.api.exporting import export as write  # noqa: PLC0415 - loads Polars

    written = write(
        source,
        out,
        format=file_format,
        regime=regime,
        trace=not no_trace,
        table=table,
        hxl=hxl,
        harmless=not raw_text,
        countable=countable,
        force=force,
    )
    if not quiet:
        for path in written:
            click.echo(path, err=True)
    return DONE
