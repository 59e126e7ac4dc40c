"""One run over files: looked at, coded, written whole or not at all."""

from collections.abc import Callable, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from coder.formats.decoding import ReadOptions
from coder.formats.inspecting import inspect_sources
from coder.formats.outputs import check_free, depth_of, open_output
from coder.formats.sources import Kind, Source, expand_inputs

if TYPE_CHECKING:
    from coder.api.coding import Coder
    from coder.api.result import Result

_NAMES_KEPT = 5


def code_to_output(
    coder: "Coder",
    inputs: Sequence[str | Path],
    out: Path | None,
    *,
    force: bool = False,
    kind: Kind | None = None,
    read: ReadOptions | None = None,
    seen: "Callable[[Result], None] | None" = None,
) -> None:
    """Code ``inputs`` into ``out`` (null: nested records to standard output).

    ``seen`` is called with each result after it is written. Everything that can be refused is
    refused before the first document is read.
    """
    read = read or ReadOptions()
    sources = expand_inputs(inputs, kind)
    if out is not None:
        check_free(out, force=force, inputs=[one.path for one in sources if one.path is not None])
    sources = inspect_sources(sources, read)
    policy = coder.options.casualty_policy
    with open_output(out, coder.versions, policy, created_from=_named(sources)) as output:
        for result in coder.code_sources(sources, read, depth=depth_of(out)):
            output.add(result.record, result.errors)
            if seen is not None:
                seen(result)


def _named(sources: Sequence[Source]) -> str:
    """The inputs by their bare names, which say nothing about the machine."""
    names = [PurePath(source.name).name for source in sources[:_NAMES_KEPT]]
    more = len(sources) - len(names)
    return ", ".join(names) + (f" and {more} more" if more else "")
