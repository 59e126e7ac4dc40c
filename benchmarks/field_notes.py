"""Field notes: telegrams, logs, alerts and source headlines, each in words of its own.

    python -m benchmarks.field_notes [--errors [FIGURE]]

Harder than the notes of ``fixtures/notes``: hardly two tell a thing in the same way. They stand in
``fixtures/fieldnotes`` with what was expected of them before any coder read them; of ``held`` only
the score is ever shown. Works without the data folder. The figures are those of ``notes``.
"""

import sys
from collections.abc import Sequence

from benchmarks.notes import FIGURES, Texts, answers, report
from benchmarks.scoring import Figures
from benchmarks.shared import ROOT

FIELD_NOTES = ROOT / "fixtures" / "fieldnotes"
_TEXTS = Texts(FIELD_NOTES, FIGURES, answers, __doc__)


def measured() -> Figures:
    """The figures of both halves of the field notes."""
    return _TEXTS.measured()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures and, if asked for, what is wrong in the developed half."""
    return report(_TEXTS, arguments)


if __name__ == "__main__":
    sys.exit(main())
