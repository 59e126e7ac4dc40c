"""The lexicon of a run: the built pack, with the lists of the user where there are some."""

import dataclasses
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Final, Protocol

from coder.lexicon.model import Lexicon
from coder.lexicon.packed import parse_lexicon
from coder.lexicon.tsv import ListText

__all__ = ["Lexicon", "load_lexicon"]

PACK_NAME: Final = "pack.txt"


class NamedContent(Protocol):
    """The content of a list and the name that errors show."""

    @property
    def name(self) -> str:
        """What errors call the list."""
        ...

    @property
    def content(self) -> str:
        """The text of the list."""
        ...


def load_lexicon(
    actors: Sequence[Path | NamedContent] = (),
    weapons: Sequence[Path | NamedContent] = (),
    targets: Sequence[Path | NamedContent] = (),
    persons: Sequence[Path | NamedContent] = (),
) -> Lexicon:
    """The shipped lists, with the user's lists (same columns), files or their content.

    A user's row wins over a shipped one: of actors over that of the same id, of all else over that
    of the same form. Of a kind without lists of the user nothing but the pack is read.

    :raises RuleError: a list of the user has a wrong header, row or label
    """
    if not (actors or weapons or targets or persons):
        return _load((), (), (), ())
    return _load(*map(_texts, (actors, weapons, targets, persons)))


def _texts(given: Sequence[Path | NamedContent]) -> tuple[ListText, ...]:
    return tuple(
        ListText.read(item) if isinstance(item, Path) else ListText(item.name, item.content)
        for item in given
    )


@lru_cache(maxsize=8)
def _load(
    actors: tuple[ListText, ...],
    weapons: tuple[ListText, ...],
    targets: tuple[ListText, ...],
    persons: tuple[ListText, ...],
) -> Lexicon:
    if not (actors or weapons or targets or persons):
        pack = files("coder.lexicon") / "data" / PACK_NAME
        return parse_lexicon(pack.read_text(encoding="utf-8"))
    # Not at the top: a run without lists of its own reads none.
    from coder.lexicon import build  # noqa: PLC0415

    shipped = load_lexicon()
    actor_terms = build.actor_table(actors) if actors else shipped.actors
    person_terms = build.person_table(persons) if persons else shipped.persons
    weapon_terms = build.weapon_table(weapons) if weapons else shipped.weapons
    return dataclasses.replace(
        shipped,
        actors=actor_terms,
        persons=person_terms,
        weapons=weapon_terms,
        targets=build.target_table(targets) if targets else shipped.targets,
        force_words=build.force_words(actor_terms, person_terms, weapon_terms),
    )
