"""An output of an earlier run in another format, or in the columns of another data set."""

from pathlib import Path

from coder.formats.exports import ExportOptions, Format
from coder.formats.exports import export as write_export


def export(
    source: str | Path,
    out: str | Path,
    *,
    format: str | None = None,  # noqa: A002 - the name of the option
    table: str = "events",
    regime: str | None = None,
    hxl: bool = False,
    harmless: bool = True,
    countable: bool | None = None,
    trace: bool = True,
    force: bool = False,
) -> tuple[Path, ...]:
    """Write the output at ``source`` (a folder or file of :func:`coder.code`'s kind) to ``out``.

    ``format`` is tables, parquet, arrow, csv, jsonl, geojson, ftm or timemap; null goes by the name
    of ``out``. ``regime`` writes the columns of another data set instead (acled, acled-numeric,
    ucdp, gtd, cameo, plover), with an audit of every event beside it; ``trace=False`` leaves the
    columns out that say where a row comes from. ``harmless=False`` leaves text that a spreadsheet
    would run as a formula as it is. ``countable``: only countable events, each incident once; null
    is all events, but for ftm and timemap. Returns the paths written; raises
    :class:`coder.InputError` where an option does not fit or a place is taken.
    """
    options = ExportOptions(
        format=None if format is None else Format(format),
        table=table,
        regime=regime,
        hxl=hxl,
        harmless=harmless,
        countable=countable,
        trace=trace,
        force=force,
    )
    return write_export(Path(source), Path(out), options)
