"""Where the measuring data is: ``$CODER_SHARED``, else ``../shared`` beside the checkout."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The checkout."""


def shared_folder() -> Path:
    """The folder that holds ``data/`` and ``eval/``; it need not exist."""
    given = os.environ.get("CODER_SHARED")
    return Path(given) if given else ROOT.parent / "shared"


def data_folder() -> Path:
    """The developer data; it need not exist."""
    return shared_folder() / "data"


def scorer_folder() -> Path:
    """The scorers; it need not exist."""
    return shared_folder() / "eval"


def absent() -> str | None:
    """Why nothing can be measured here, or null when the data is there."""
    folder = shared_folder()
    if (folder / "data").is_dir() and (folder / "eval").is_dir():
        return None
    return (
        f"no measuring data in {folder}: set CODER_SHARED to the folder that holds data/ and eval/"
    )
