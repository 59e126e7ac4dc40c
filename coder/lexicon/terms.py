"""The term table: which listed terms begin or end at a token, longest first.

Built once per lexicon from forms (see :mod:`coder.lexicon.spelling`); a look-up joins at most as
many tokens as the longest listed form with that first (or last) word has.
"""

from collections import ChainMap
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from coder.lexicon.entries import Entry
from coder.lexicon.folding import entry_key, unfold_entry
from coder.lexicon.phrases import PhraseTable
from coder.values.labels import CaseProfile


class TermCategory(StrEnum):
    """What list a term comes from."""

    ACTOR = "actor"
    PERSON = "person"
    MODIFIER = "modifier"
    WEAPON = "weapon"
    TARGET = "target"
    SOURCE = "source"
    DEMONYM = "demonym"
    COUNTRY = "country"


class CaseNeed(StrEnum):
    """Which capitals a term must show before it is taken for itself.

    ``initial``: its first capital letter, in text that uses capitals normally. ``caps``: all
    capitals
    there. ``strict_initial``, ``strict_caps``: the same, and never in text that is all capitals or
    all small letters, because there it would be an ordinary word ("IS", "MEND", "Memorial").
    """

    ANY = "any"
    INITIAL = "initial"
    CAPS = "caps"
    STRICT_INITIAL = "strict_initial"
    STRICT_CAPS = "strict_caps"


_ANY = CaseNeed.ANY
_MIXED = CaseProfile.MIXED
_LAX = frozenset({CaseNeed.INITIAL, CaseNeed.CAPS})
_OF_INITIAL = frozenset({CaseNeed.INITIAL, CaseNeed.STRICT_INITIAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One form of one entry. ``capital`` is the token whose capital letter ``need`` is about.

    A contested form may mean another actor as well, or nothing listed: only its document can tell.
    """

    category: TermCategory
    form: str
    entry: Entry
    is_plural: bool = False
    need: CaseNeed = CaseNeed.ANY
    capital: int = 0
    is_contested: bool = False

    def fits_case(self, words: tuple[str, ...], position: int, profile: CaseProfile) -> bool:
        """Whether the capitals of the words from ``position`` on allow this term."""
        if self.need is _ANY:
            return True
        if profile is not _MIXED:
            return self.need in _LAX
        word = words[position + self.capital]
        if self.need in _OF_INITIAL:
            return not word.islower()  # "al-Nusra" shows its capital inside
        return word.removesuffix("s").upper() == word.removesuffix("s")


class TermTable(PhraseTable[tuple[Term, ...]]):
    """Terms by form; one form may stand for several terms ("fire", "Washington")."""

    __slots__ = ("_entries",)

    def __init__(self, terms: Iterable[Term], entries: Iterable[Entry] = ()) -> None:
        """Build from terms; ``entries`` are kept beside them, also those without a term."""
        forms: dict[str, tuple[Term, ...]] = {}
        for term in terms:
            known = forms.get(term.form)
            if known is None:
                forms[term.form] = (term,)
            elif term not in known:
                forms[term.form] = (*known, term)
        super().__init__(forms.items())
        named = (term.entry for found in forms.values() for term in found)
        self._entries: list[Entry | str] = list(
            {id(entry): entry for entry in (*named, *entries)}.values()
        )

    def settled(self, terms: Mapping[str, tuple[Term, ...]]) -> "TermTable":
        """The same table, with other terms for some of its forms."""
        changed = copy(self)
        forms = cast("dict[str, tuple[Term, ...]]", ChainMap(dict(terms), self._forms))
        changed._forms = forms  # noqa: SLF001 - a copy of this table
        return changed

    def learned(self, terms: Iterable[Term]) -> "TermTable":
        """The same table with terms for more forms, and the entries of those."""
        by_form = {term.form: (term,) for term in terms}
        changed = self.with_forms(by_form)
        new = {id(term.entry): term.entry for (term,) in by_form.values()}
        changed._entries = [*self._entries, *new.values()]  # noqa: SLF001 - a copy of this table
        return changed

    def entries(self) -> tuple[Entry, ...]:
        """Every entry once, in the order of the lists."""
        return tuple(map(self.entry, range(len(self._entries))))

    def numbers(self) -> dict[str, int]:
        """The number of each entry of a table of actors, by its id; no entry is made for it."""
        return {
            entry_key(entry) if isinstance(entry, str) else getattr(entry, "actor_id", ""): number
            for number, entry in enumerate(self._entries)
        }

    def entry(self, number: int) -> Entry:
        """The entry of a number, made where it is still a text."""
        entry = self._entries[number]
        if isinstance(entry, str):
            made: Entry = unfold_entry(entry)
            self._entries[number] = made
            return made
        return entry


class FoldedTermTable(TermTable):
    """A table of the pack: terms and entries are texts until they are looked up.

    A run meets few of them, and its start would pay for all. Two threads may make the same term at
    the same time; the two are equal, and one of them stays.
    """

    __slots__ = ()

    def __init__(
        self,
        forms: dict[str, str],
        entries: Iterable[str],
        *,
        forward: dict[str, tuple[int, ...]],
        backward: dict[str, tuple[int, ...]],
    ) -> None:
        self._forms = cast("dict[str, tuple[Term, ...]]", forms)
        self._entries = list(entries)
        self._beside = None
        self._forward = forward
        self._backward = backward
        self.first_words = frozenset(forward)
        self.last_words = frozenset(backward)

    def _unfold(self, form: str) -> tuple[Term, ...]:
        found = self._forms[form]
        if isinstance(found, str):
            found = tuple(self._term(form, part) for part in found.split(";"))
            self._forms[form] = found
        return found

    def _term(self, form: str, text: str) -> Term:
        number, category, *rest = text.split(",")
        plural, need, capital, contested = rest or ("", CaseNeed.ANY, "0", "")
        return Term(
            category=TermCategory(category),
            form=form,
            entry=self.entry(int(number)),
            is_plural=bool(plural),
            need=CaseNeed(need),
            capital=int(capital),
            is_contested=bool(contested),
        )


class TermUnion:
    """Several term tables looked up as one, without building their forms a second time."""

    __slots__ = ("_tables", "first_words")

    def __init__(self, tables: Iterable[TermTable]) -> None:
        self._tables = tuple(tables)
        self.first_words: frozenset[str] = frozenset().union(
            *(table.first_words for table in self._tables)
        )

    def longest(self, norms: tuple[str, ...], position: int) -> tuple[int, tuple[Term, ...]] | None:
        """How many tokens the longest term of any table covers, and every term of that form."""
        size = 0
        terms: tuple[Term, ...] = ()
        for table in self._tables:
            match = table.longest(norms, position)
            if match is not None and match[0] >= size:
                terms = terms + match[1] if match[0] == size else match[1]
                size = match[0]
        return (size, terms) if size else None

    def get(self, form: str) -> tuple[Term, ...]:
        """Every term of exactly this form, in the order of the tables."""
        return tuple(term for table in self._tables for term in table.get(form) or ())

    def __len__(self) -> int:
        """How many forms the tables have, one that stands in two counted twice."""
        return sum(map(len, self._tables))
