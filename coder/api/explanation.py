"""A trace with its document, ready to be drawn."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coder.values.text import Document
from coder.values.trace import DocumentTrace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import RenderableType


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """What was looked at in a document and what was decided."""

    document: Document
    trace: DocumentTrace

    def to_html(self) -> str:
        """One self-contained page."""
        from coder.explain.page import trace_page  # noqa: PLC0415 - only where it is drawn

        return trace_page(self.document, self.trace)

    def renderables(self) -> "Iterator[RenderableType]":
        """The parts to print with a Rich console."""
        from coder.explain.terminal import render_trace  # noqa: PLC0415 - loads Rich

        return render_trace(self.document, self.trace)

    def _repr_html_(self) -> str:
        return self.to_html()
