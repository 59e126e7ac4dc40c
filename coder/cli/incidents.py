"""``coder incidents``: events of many documents that report one incident."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from coder.cli.console import out_console
from coder.cli.exits import DONE

if TYPE_CHECKING:
    import polars as pl

    from coder.incidents.options import LinkOptions


@click.command()
@click.argument("tables", type=click.Path(path_type=Path, exists=True))
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path),
    help=".parquet, .csv, .arrow: the incidents table; anything else: a folder with all tables.  "
    "[default: incidents with several reports to standard output]",
)
@click.option(
    "--previous",
    type=click.Path(path_type=Path, exists=True),
    help="Output of an earlier run: its incidents are extended, their ids stay.",
)
@click.option("--force", is_flag=True, help="Replace an output that exists.")
@click.option(
    "--pairs",
    type=click.Path(path_type=Path),
    help="Write every pair that was compared with its points (.parquet, .csv, .arrow).",
)
@click.option(
    "--settings",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="JSON file with any options and points of linking; options given here win.",
)
@click.option("--threshold", type=float, help="Least score of a merge.  [default: 3.0]")
@click.option(
    "--window-days",
    type=click.IntRange(0, 7),
    help="Days two dated reports may differ.  [default: 1]",
)
@click.option(
    "--near-km",
    type=click.FloatRange(min=0),
    help="Distance up to which places are near.  [default: 10]",
)
@click.option(
    "--numbers",
    type=click.Choice(["median", "conservative", "max", "latest"]),
    help="Which report's figure becomes the best one.  [default: median]",
)
@click.option(
    "--horizon-days",
    type=click.IntRange(min=1),
    help="With --previous: older incidents stay as they are.  [default: 30]",
)
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="Rows.")
@click.option("-q", "--quiet", is_flag=True, help="No summary.")
def incidents(  # noqa: PLR0917 - the options of the command
    tables: Path,
    out: Path | None,
    previous: Path | None,
    force: bool,
    pairs: Path | None,
    settings: Path | None,
    limit: int,
    quiet: bool,
    **given: float | str | None,
) -> int:
    r"""Link the events of TABLES that report one incident.

    TABLES is an output of `coder code`: a folder of tables, or an events file. A folder with all
    documents gives the best result: it knows publishers and copies.

    \b
    Example:
      coder incidents records -o linked
    """
    from coder.api.linking import link_stored  # noqa: PLC0415 - keeps --help quick

    linked = link_stored(
        tables,
        out,
        previous=previous,
        pairs=pairs,
        options=_options(settings, given),
        force=force,
    )
    if out is None:
        _print_several(linked["incidents"], limit)
    if not quiet:
        for line in _summary(linked):
            click.echo(line, err=True)
    return DONE


def _options(settings: Path | None, given: "dict[str, float | str | None]") -> "LinkOptions":
    from coder.api.linking import read_link_options  # noqa: PLC0415 - keeps --help quick
    from coder.incidents.options import LinkOptions  # noqa: PLC0415 - the same

    base = LinkOptions() if settings is None else read_link_options(settings)
    named = {("number_policy" if name == "numbers" else name): one for name, one in given.items()}
    wanted = {name: one for name, one in named.items() if one is not None}
    return LinkOptions.model_validate({**base.model_dump(), **wanted})


def _print_several(table: "pl.DataFrame", limit: int) -> None:
    from coder.explain.stored import render_incidents  # noqa: PLC0415 - loads Rich

    several = table.filter(table["n_reports"] > 1).sort(
        "n_independent_sources", "n_reports", "incident_id", descending=[True, True, False]
    )
    out_console().print(render_incidents(several.head(limit).to_dicts()))


def _summary(linked: "dict[str, pl.DataFrame]") -> list[str]:
    table, log = linked["incidents"], linked["relations"]
    counted = table.filter("countable")
    several = counted.filter(counted["n_reports"] > 1)
    kinds = log["kind"].to_list()
    found = (
        f"{counted['n_reports'].sum()} countable events report {counted.height} incidents, "
        f"{several.height} of them several times"
    )
    return [
        found,
        f"log: {kinds.count('merged_into')} merged, {kinds.count('split_from')} split",
    ]
