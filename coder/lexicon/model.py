"""The lexicon of a run: every word list as a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from coder.lexicon.entries import ActorEntry, Demonym, SpeechVerb, TargetModifier
from coder.lexicon.terms import TermCategory, TermTable, TermUnion
from coder.values.labels import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All word lists of one run. Immutable; pickles by content, so that no file is needed later.

    ``terms`` holds every category, the other tables one each. ``given_names`` are lower case;
    ``word_names`` are those that are words as well, and prove nothing by themselves.
    ``seats`` are towns that stand for a government, with the form of its country.
    ``linking_suffixes`` tie a group to an actor ("ISIS-linked"). ``force_words`` are forms that
    tell of force without being a trigger: armed people, crowds, weapons, armed groups.
    ``speech_words`` begin the forms of ``speech``, ``speech_openers`` those of several words,
    ``blame_words`` those that claim, accuse or deny. Without one of ``actor_words`` a noun group
    names no actor.
    """

    actors: TermTable
    persons: TermTable
    modifiers: TermTable
    weapons: TermTable
    targets: TermTable
    sources: TermTable
    nations: TermTable
    seats: Mapping[str, str]
    target_modifiers: Mapping[str, TargetModifier]
    speech: Mapping[str, SpeechVerb]
    given_names: frozenset[str]
    word_names: frozenset[str]
    linking_suffixes: frozenset[str]
    force_words: tuple[str, ...]
    terms: TermUnion = field(init=False)
    actor_entries: Mapping[str, ActorEntry] = field(init=False)
    speech_words: frozenset[str] = field(init=False)
    speech_openers: frozenset[str] = field(init=False)
    blame_words: frozenset[str] = field(init=False)
    actor_words: frozenset[str] = field(init=False)

    def seated(self, form: str) -> Demonym | None:
        """The country whose government a town stands for ("damascus"); null for other words."""
        country = self.seats.get(form)
        terms = self.nations.get(country) if country is not None else None
        entry = terms[0].entry if terms else None
        return entry if isinstance(entry, Demonym) else None

    def opens_people(self, norms: tuple[str, ...], at: int) -> bool:
        """Whether a word opens those for people: "Taliban", "Islamist", "Kenyan", "UN-backed"."""
        nation = self.nations.longest(norms, at)
        return (
            self.actors.longest(norms, at) is not None
            or self.modifiers.longest(norms, at) is not None
            or (nation is not None and nation[1][0].category is TermCategory.DEMONYM)
            or norms[at].rpartition("-")[2] in self.linking_suffixes
        )

    def __post_init__(self) -> None:
        """Join the tables."""
        object.__setattr__(self, "terms", TermUnion(getattr(self, name) for name in TABLES))
        object.__setattr__(self, "actor_entries", ActorEntries(self.actors))
        begun = [(form.partition(" ")[0], verb.stance) for form, verb in self.speech.items()]
        blaming = frozenset(word for word, stance in begun if stance in BLAMING)
        openers = frozenset(form.partition(" ")[0] for form in self.speech if " " in form)
        object.__setattr__(self, "speech_words", frozenset(word for word, _ in begun))
        object.__setattr__(self, "speech_openers", openers)
        object.__setattr__(self, "blame_words", blaming)
        ends = self.persons.last_words, self.nations.last_words
        words = _joined(self.actors.first_words, self.given_names, NAME_PROOF, *ends)
        object.__setattr__(self, "actor_words", words)


@lru_cache(maxsize=8)
def _joined(*words: frozenset[str]) -> frozenset[str]:
    """Kept, for the lexicon of a document mostly differs in the meaning of a form alone."""
    return frozenset[str]().union(*words)


NAME_PROOF = frozenset({"bin", "ibn", "bint", "abu", "abdul", "abdel", "umm"})
"""Words that stand in names of persons only."""


BLAMING = frozenset({Stance.CLAIM, Stance.ACCUSE, Stance.DENY})
"""The stances of a verb that says who is behind an act."""


TABLES = ("actors", "persons", "modifiers", "weapons", "targets", "sources", "nations")
"""The fields of :class:`Lexicon` that are term tables, in the order of :attr:`Lexicon.terms`."""


class ActorEntries(Mapping[str, ActorEntry]):
    """The entries of a table of actors by their id; each is read when it is asked for."""

    __slots__ = ("_numbers", "_table")

    def __init__(self, table: TermTable) -> None:
        self._table = table
        self._numbers: dict[str, int] | None = None

    def _by_id(self) -> dict[str, int]:
        if self._numbers is None:
            self._numbers = self._table.numbers()
        return self._numbers

    def __getitem__(self, actor_id: str) -> ActorEntry:
        """The entry; raises :class:`KeyError`."""
        entry = self._table.entry(self._by_id()[actor_id])
        assert isinstance(entry, ActorEntry)  # noqa: S101 - a table of actors holds nothing else
        return entry

    def __iter__(self) -> Iterator[str]:
        """All ids."""
        return iter(self._by_id())

    def __len__(self) -> int:
        """How many actors there are."""
        return len(self._by_id())
