import io
import sys

import pytest

from coder.cli.console import configure_logging, error_console, out_console, progress


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_bar_moves_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream, wanted, shown in ((_Terminal(), True, True), (_Terminal(), False, False)):
        monkeypatch.setattr(sys, "stderr", stream)
        with progress(wanted) as advance:
            advance()
        assert bool(stream.getvalue()) is shown
    quiet = io.StringIO()
    monkeypatch.setattr(sys, "stderr", quiet)
    with progress(wanted=True) as advance:
        advance()
    assert quiet.getvalue() == ""


@pytest.mark.parametrize("no_colour", [True, False])
def test_colour_is_for_terminals_without_no_color(
    monkeypatch: pytest.MonkeyPatch, no_colour: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    if no_colour:
        monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(sys, "stdout", _Terminal())
    monkeypatch.setattr(sys, "stderr", _Terminal())
    for console in (out_console(), error_console()):
        console.print("word", style="red")
        assert ("\x1b[31m" in console.file.getvalue()) is not no_colour  # type: ignore[attr-defined]


def test_logging_can_be_set_up_twice() -> None:
    configure_logging(verbose=False)
    configure_logging(verbose=True)
