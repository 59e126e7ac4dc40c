"""The output of a run by its place: the one step that knows every kind of output."""

import sys
from pathlib import Path

from coder.formats.outputs import JsonLinesOutput, Output, Shape, StreamOutput, shape_of
from coder.records.versions import Versions
from coder.values.options import CasualtyPolicy


def open_output(
    out: Path | None, versions: Versions, policy: CasualtyPolicy, *, created_from: str = ""
) -> Output:
    """The output at ``out``; null is nested records on standard output."""
    if out is None:
        return StreamOutput(sys.stdout.buffer)
    if shape_of(out) is Shape.JSONL:
        return JsonLinesOutput(out)
    from coder.formats.table_outputs import open_tables  # noqa: PLC0415 - loads Polars

    return open_tables(out, versions, policy, created_from=created_from)
