"""Field notes: telegrams, logs, alerts and source headlines, each in words of its own.

    python -m benchmarks.field_notes [--errors [FIGURE]]

Harder than the notes of ``fixtures/notes``: hardly two tell a thing in the same way. They stand in
``fixtures/fieldnotes`` with what was expected of them before any coder read them; of ``held`` only
the score is ever shown. Works without the data folder. The figures are those of ``notes``.
"""

import sys

from benchmarks.notes import FIGURES, Texts, answers
from benchmarks.shared import ROOT

FIELD_NOTES = ROOT / "fixtures" / "fieldnotes"
_TEXTS = Texts("field_notes", FIELD_NOTES, FIGURES, answers, __doc__)
measured, main = _TEXTS.measured, _TEXTS.main

if __name__ == "__main__":
    sys.exit(main())
