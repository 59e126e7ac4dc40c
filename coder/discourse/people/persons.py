"""Persons of a document: full names for short ones, and one row for who is told twice.

"Jaramillo was shot" after "Senator Pedro Jaramillo Ossa": the row says the full name. "A judge was
killed. ... Ana Ruiz was shot as she left home": one victim, whose name comes later.
"""

from collections.abc import Mapping
from dataclasses import replace

from coder.lexicon.load import Lexicon
from coder.lexicon.words import word_tags
from coder.rules.model import HIT_ROLES
from coder.values.events import EventActor
from coder.values.kinds import PLAIN_PEOPLE
from coder.values.labels import ActorType
from coder.values.text import NormalisedText

_PERSONS = frozenset(
    {ActorType.CIVILIANS, ActorType.UNKNOWN, ActorType.GOVERNMENT_OFFICIAL, ActorType.PROTESTERS}
)
_MAX_BEFORE = 3
_MAX_LOOKS = 12
_MAX_NAME = 4
_SHORT = 2
_PLURAL = ("s", "men", "people", "children")
_TELLING = 5  # letters of a noun that says what somebody is
_KNOWN = ("the ", "this ")
_JOINED = 8  # characters: " and ", ", and "
_STRIPPED = "\"'[](),;:"


class FullNames:
    """The full names of a document for the short ones; looked up in its text when asked for."""

    __slots__ = ("_bearers", "_given", "_known", "_text", "lexicon", "section")

    def __init__(self, section: NormalisedText, lexicon: Lexicon) -> None:
        self.section = section
        self.lexicon = lexicon
        self._text = section.text
        self._given = lexicon.given_names
        self._known: dict[str, str | None] = {}
        self._bearers: dict[str, str | None] = {}

    def complete(self, name: str) -> str | None:
        """The longest name in the text that ends in ``name`` and holds a given name before it."""
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def bearer(self, noun: str) -> str | None:
        """The one name that the text puts directly behind a noun: "watchman Ivan Petrov"."""
        if noun not in self._bearers:
            self._bearers[noun] = self._find_bearer(noun)
        return self._bearers[noun]

    def _find_bearer(self, noun: str) -> str | None:
        text = self._text
        found: set[str] = set()
        for form in {noun, noun.capitalize()}:
            at = text.find(form + " ")
            for _ in range(_MAX_LOOKS):
                if at < 0:
                    break
                start = at + len(form) + 1
                if not (at and text[at - 1].isalpha()):
                    name = self._name_at(text[start : start + 60])
                    if name is not None:
                        found.add(name)
                at = text.find(form + " ", start)
        return found.pop() if len(found) == 1 else None

    def bearer_behind(self, told: str, noun: str) -> str | None:
        """As in "The judge, Ana Paz, had" behind "a judge": the name the text gives in an aside."""
        text = self._text
        start = text.find(told) + len(told)
        if len(noun) < _TELLING or not told.lower().endswith(noun) or start < len(told):
            return None
        for opening in ("The ", "the "):
            at = text.find(f"{opening}{noun}, ", start)
            if at >= 0:
                at += len(opening) + len(noun) + 2
                return self._name_at(text[at : at + 60]) or _name_in_aside(text[at : at + 60])
        return None

    def name_at(self, at: int) -> str | None:
        """The name that begins at an offset of the text: a given name and more."""
        return self._name_at(self._text[at : at + 60])

    def _name_at(self, text: str) -> str | None:
        """A given name and what goes on with it at the beginning of a text."""
        names: list[str] = []
        for word in text.split()[:_MAX_NAME]:
            bare = word.strip(_STRIPPED + ".")
            norm = bare.lower().removesuffix("'s")
            if not norm or not bare[0].isupper() or not word[0].isalpha():
                break
            if norm not in self._given and (not names or norm in word_tags()):
                break
            names.append(bare.removesuffix("'s").removesuffix("'S"))
            if bare != word:
                break
        return " ".join(names) if len(names) > 1 else None

    def _find(self, name: str) -> str | None:
        text = self._text
        best: list[str] = []
        at = text.find(name)
        for _ in range(_MAX_LOOKS):
            if at < 0:
                break
            before = self._names_before(text[max(0, at - 60) : at])
            if len(before) > len(best):
                best = before
            at = text.find(name, at + 1)
        return " ".join((*best, name)) if best else None

    def _names_before(self, text: str) -> list[str]:
        """The words directly before that are names, at least one of them a given name."""
        found: list[str] = []
        if not text.endswith((" ", "\n")):
            return found
        for word in reversed(text.split()[-_MAX_BEFORE:]):
            norm = word.lower()
            is_given = norm in self._given or norm in self.lexicon.word_names
            if not word[0].isupper() or word.strip(_STRIPPED) != word or word.endswith("."):
                break
            if not is_given and norm in word_tags():
                break
            found.insert(0, word)
        return found if any(word.lower() in self._given for word in found) else []


def _name_in_aside(text: str) -> str | None:
    """As in "Inaki Dubreuil, was": two words and more with capitals up to a comma."""
    words = text.partition(",")[0].split(" ")
    is_name = 1 < len(words) <= _MAX_NAME and all(
        word[:1].isupper() and word.isalpha() and word.lower() not in word_tags() for word in words
    )
    return " ".join(words) if is_name else None


def with_full_names(rows: list[EventActor], names: FullNames) -> list[EventActor]:
    """The rows with the full names of persons told by a short one."""
    return [_completed(row, names) for row in rows]


def _completed(row: EventActor, names: FullNames) -> EventActor:
    name = row.name
    if name is None and row.role in HIT_ROLES and is_unnamed(row):
        return _with_bearer(row, names)
    if name is None or row.actor_id is not None or row.is_organisation or row.role not in HIT_ROLES:
        return row
    if len(name.split()) > _SHORT:
        return row
    full = names.complete(name)
    return row if full is None else replace(row, name=full)


def _with_bearer(row: EventActor, names: FullNames) -> EventActor:
    """As in "the watchman was shot" in a text that names watchman Ivan Petrov."""
    noun = (row.description or "").rsplit(" ", 1)[-1]
    is_known = row.text.lower().startswith(_KNOWN) and len(noun) >= _TELLING and noun.isalpha()
    name = names.bearer(noun) if is_known else None
    return row if name is None else replace(row, name=name)


def join_named(
    rows: list[EventActor], index: Mapping[int, int]
) -> tuple[list[EventActor], dict[int, int]]:
    """One row for the one unnamed person harmed and the one named person harmed.

    They are one where the text tells them in different sentences and the types agree.
    """
    harmed = [number for number, row in enumerate(rows) if row.role in HIT_ROLES]
    named = [number for number in harmed if is_named(rows[number])]
    unnamed = [number for number in harmed if is_unnamed(rows[number])]
    if len(named) != 1 or len(unnamed) != 1 or len(harmed) != len(named) + len(unnamed):
        return rows, dict(index)
    one, other = rows[unnamed[0]], rows[named[0]]
    if one.sent_idx == other.sent_idx or not _agree(one, other):
        return rows, dict(index)
    first, second = sorted((unnamed[0], named[0]))
    kept = replace(
        rows[first],
        name=other.name,
        description=other.description or one.description or one.text,
        type=one.type if other.type in PLAIN_PEOPLE else other.type,
    )
    joined = [kept if number == first else row for number, row in enumerate(rows)]
    del joined[second]
    moved = {key: first if at == second else at - (at > second) for key, at in index.items()}
    return joined, moved


def describe_named(rows: list[EventActor]) -> list[EventActor]:
    """The rows with what named persons are, where only the words for all of them say it.

    "Four peasants were killed. The dead are A, B, C and D", "engineers A and B": each is one.
    """
    bare = [row for row in rows if _is_bare(row)]
    if not bare:
        return rows
    said: dict[int, str] = {}
    for group in rows:
        if group.role not in HIT_ROLES or group.description is None or not _is_many(group):
            continue
        named = [row for row in bare if group.number == len(bare) and row.role in HIT_ROLES]
        if group.name is not None:  # "engineers A and B"
            named = [row for row in bare if _is_next(group, row)]
        what = group.description
        if group.number is not None and " " in what and group.text.startswith(what):
            what = what.split(" ", 1)[1]  # "four villagers"
        said.update(dict.fromkeys(map(id, named), what))
    return [replace(row, description=said[id(row)]) if id(row) in said else row for row in rows]


def _is_bare(row: EventActor) -> bool:
    return is_named(row) and row.description is None and row.role in HIT_ROLES


def _is_many(row: EventActor) -> bool:
    return (row.description or "").lower().endswith(_PLURAL)


def _is_next(one: EventActor, other: EventActor) -> bool:
    """Whether two persons are told by joined names: directly one behind the other."""
    return (
        one.sent_idx == other.sent_idx
        and one.role is other.role
        and 0 < other.span.start - one.span.end < _JOINED
    )


def is_named(row: EventActor) -> bool:
    """Whether a person is told by name."""
    return row.name is not None and row.actor_id is None and not row.is_organisation


def is_unnamed(row: EventActor) -> bool:
    """Whether one person is told by a noun alone."""
    return (
        row.name is None
        and row.number in {None, 1}
        and row.actor_id is None
        and row.description is not None
        and not row.description.lower().endswith(_PLURAL)
    )


def _agree(one: EventActor, other: EventActor) -> bool:
    return one.type is other.type or bool({one.type, other.type} & _PERSONS)
