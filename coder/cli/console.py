"""Consoles: tables and traces to standard output, everything else to standard error."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from rich.console import Console

_PLAIN_WIDTH = 200


def configure_logging(*, verbose: bool) -> None:
    """Send what the library logs to standard error; only faults of the coder itself by default."""
    import logging  # noqa: PLC0415 - an eighth of the time of --help

    logging.basicConfig(
        level=logging.INFO if verbose else logging.CRITICAL,
        format="%(name)s: %(message)s",
        stream=sys.stderr,
    )


def out_console() -> "Console":
    """Standard output; without colour and of a fixed width where it is no terminal."""
    from rich.console import Console  # noqa: PLC0415 - only where something is printed

    width = None if sys.stdout.isatty() else _PLAIN_WIDTH
    return Console(file=sys.stdout, width=width, highlight=False, soft_wrap=False)


def error_console() -> "Console":
    """Standard error."""
    from rich.console import Console  # noqa: PLC0415 - only where something is printed

    width = None if sys.stderr.isatty() else _PLAIN_WIDTH
    return Console(file=sys.stderr, width=width, highlight=False)


@contextmanager
def progress(wanted: bool) -> "Iterator[Callable[[], None]]":
    """A function to call once a document; it moves a bar where standard error is a terminal."""
    if not wanted or not sys.stderr.isatty():
        yield _stand_still
        return
    from rich.progress import (  # noqa: PLC0415 - only on a terminal
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed:,} documents"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=error_console(), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda: bar.advance(task)


def _stand_still() -> None:
    return


@contextmanager
def byte_progress(wanted: bool) -> "Iterator[Callable[[int, int], None] | None]":
    """A function to call with the bytes done and in all; null where there is no terminal."""
    if not wanted or not sys.stderr.isatty():
        yield None
        return
    from rich.progress import (  # noqa: PLC0415 - only on a terminal
        BarColumn,
        DownloadColumn,
        Progress,
        TimeRemainingColumn,
    )

    columns = (BarColumn(), DownloadColumn(), TimeRemainingColumn())
    with Progress(*columns, console=error_console(), transient=True) as bar:
        task = bar.add_task("", total=None)
        yield lambda done, size: bar.update(task, completed=done, total=size)


def print_all(parts: "Iterable[object]") -> None:
    """Print the parts one below the other."""
    console = out_console()
    for part in parts:
        console.print(part)
