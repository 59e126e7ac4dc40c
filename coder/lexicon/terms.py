"""The term table: which listed terms begin or end at a token, longest first.

Built once per lexicon from forms (see :mod:`coder.lexicon.spelling`); a look-up joins at most as many
tokens as the longest listed form with that first (or last) word has.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from coder.lexicon.entries import Entry
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

    ``initial``: its first capital letter, in text that uses capitals normally. ``caps``: all capitals
    there. ``strict``: all capitals there, and never in text without or full of capitals, because in
    small letters it is an ordinary word ("IS", "MEND").
    """

    ANY = "any"
    INITIAL = "initial"
    CAPS = "caps"
    STRICT = "strict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One form of one entry. ``capital`` is the token whose capital letter ``need`` is about."""

    category: TermCategory
    form: str
    entry: Entry
    is_plural: bool = False
    need: CaseNeed = CaseNeed.ANY
    capital: int = 0

    def fits_case(self, words: tuple[str, ...], position: int, profile: CaseProfile) -> bool:
        """Whether the capitals of the words from ``position`` on allow this term."""
        if self.need is CaseNeed.ANY:
            return True
        if profile is not CaseProfile.MIXED:
            return self.need is not CaseNeed.STRICT
        word = words[position + self.capital]
        if self.need is CaseNeed.INITIAL:
            return not word[0].islower()
        return not any(letter.islower() for letter in word.removesuffix("s"))


class TermTable(PhraseTable[tuple[Term, ...]]):
    """Terms by form; one form may stand for several terms ("fire", "Washington")."""

    __slots__ = ()

    def __init__(self, terms: Iterable[Term]) -> None:
        forms: dict[str, dict[Term, None]] = {}
        for term in terms:
            forms.setdefault(term.form, {})[term] = None
        super().__init__((form, tuple(found)) for form, found in forms.items())
