"""The gazetteer of a run: the shipped or given table, with the places of the user."""

from collections.abc import Iterable
from pathlib import Path

from coder.errors import InputError
from coder.gazetteer.store import Gazetteer
from coder.gazetteer.user_places import parse_user_places
from coder.values.options import SourceText


def open_gazetteer(path: Path | None, lists: Iterable[SourceText]) -> Gazetteer:
    """The gazetteer with the places of the user; of one id the last row counts."""
    own = {
        place.gazetteer_id: place
        for item in lists
        for place in parse_user_places(item.content, item.name)
    }
    try:
        gazetteer = Gazetteer.open(path)
    except FileNotFoundError as error:
        raise InputError("there is no such gazetteer", source=str(path)) from error
    return gazetteer.with_places(own.values()) if own else gazetteer
