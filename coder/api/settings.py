"""Options that can be given by name, for type checkers; ``EngineOptions`` says what they mean."""

from datetime import date
from pathlib import Path
from typing import TypedDict

from coder.values.options import CasualtyPolicy, DateOrder


class Settings(TypedDict, total=False):
    """Keyword arguments of :class:`coder.Coder`."""

    gazetteer: Path | None
    casualty_policy: CasualtyPolicy
    preview_rules: bool
    merge: bool
    plugins: bool
    published: date | None
    date_order: DateOrder | None
    strip_html: bool
    detect_language: bool
    max_chars: int
