"""Word lists -> :class:`Lexicon`: every list read, checked and turned into term tables.

The shipped lists are built once; lists of the user are added behind them. A user's actor takes the
place of a shipped one with the same id.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from coder.errors import RuleError
from coder.lexicon import rows
from coder.lexicon.entries import (
    ActorEntry,
    Demonym,
    Entry,
    PersonNoun,
    SpeechVerb,
    TargetModifier,
)
from coder.lexicon.spelling import cased_form, demonym_plural, form_of, plural, variants
from coder.lexicon.terms import CaseNeed, Term, TermCategory, TermTable, TermUnion
from coder.lexicon.tsv import TsvRow, read_rows

_DATA = Path(__file__).parent / "data"
_ACRONYM_MAX = 3  # up to this length an acronym must show its capitals: "ETA", "IRA", "MIR"
_LOWERED = frozenset({"al", "el", "the"})  # written small inside a sentence ("al Qaeda")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All word lists of one run. Immutable; pickles by content, so that no file is needed later.

    ``terms`` holds every category, the other tables one each. ``given_names`` are lower case.
    ``linking_suffixes`` tie a group to an actor ("ISIS-linked").
    """

    terms: TermUnion
    actors: TermTable
    persons: TermTable
    modifiers: TermTable
    weapons: TermTable
    targets: TermTable
    target_modifiers: Mapping[str, TargetModifier]
    sources: TermTable
    nations: TermTable
    speech: Mapping[str, SpeechVerb]
    given_names: frozenset[str]
    linking_suffixes: frozenset[str]
    actor_entries: Mapping[str, ActorEntry]


def load_lexicon(
    actors: Sequence[Path] = (),
    weapons: Sequence[Path] = (),
    targets: Sequence[Path] = (),
    persons: Sequence[Path] = (),
) -> Lexicon:
    """The shipped lists, with the user's lists (same columns) behind them.

    :raises RuleError: a list of the user has a wrong header, row or label
    """
    return _load(tuple(actors), tuple(weapons), tuple(targets), tuple(persons))


@lru_cache(maxsize=8)
def _load(
    actor_files: tuple[Path, ...],
    weapon_files: tuple[Path, ...],
    target_files: tuple[Path, ...],
    person_files: tuple[Path, ...],
) -> Lexicon:
    entries = _actor_entries((_DATA / "actors.tsv", *actor_files))
    weapon_rows = _read(("weapons.tsv",), weapon_files, rows.WEAPON_COLUMNS, rows.weapon)
    target_rows = _read(("targets.tsv",), target_files, rows.TARGET_COLUMNS, rows.target)
    person_rows = _read(("persons.tsv",), person_files, rows.PERSON_COLUMNS, rows.person)
    modifier_rows = _read(("modifiers.tsv",), (), rows.MODIFIER_COLUMNS, rows.modifier)
    source_rows = _read(("sources.tsv",), (), rows.SOURCE_COLUMNS, rows.source)
    nation_rows = _read(("demonyms.tsv",), (), rows.NATION_COLUMNS, rows.nations)
    speech_rows = _read(("speech_verbs.tsv",), (), rows.SPEECH_COLUMNS, rows.speech)
    modifies_rows = _read(
        ("target_modifiers.tsv",), (), rows.TARGET_MODIFIER_COLUMNS, rows.target_modifier
    )
    actor_terms = [term for entry, needs in entries.values() for term in _actor_terms(entry, needs)]
    person_terms = [term for noun in person_rows for term in _person_terms(noun)]
    modifier_terms = [
        Term(category=TermCategory.MODIFIER, form=form, entry=row)
        for row in modifier_rows
        if not row.term.startswith("-")
        for form in variants(form_of(row.term))
    ]
    weapon_terms = list(_nouns(TermCategory.WEAPON, ((row.term, row) for row in weapon_rows)))
    target_terms = list(_nouns(TermCategory.TARGET, ((row.term, row) for row in target_rows)))
    source_terms = list(_nouns(TermCategory.SOURCE, ((row.term, row) for row in source_rows)))
    nation_terms = [term for group in nation_rows for term in _nation_terms(group)]
    tables = [
        TermTable(terms)
        for terms in (
            actor_terms,
            person_terms,
            modifier_terms,
            weapon_terms,
            target_terms,
            source_terms,
            nation_terms,
        )
    ]
    return Lexicon(
        terms=TermUnion(tables),
        actors=tables[0],
        persons=tables[1],
        modifiers=tables[2],
        weapons=tables[3],
        targets=tables[4],
        sources=tables[5],
        nations=tables[6],
        target_modifiers={form_of(row.term): row for row in modifies_rows},
        speech={form: verb for verb in speech_rows for form in verb.forms},
        given_names=frozenset(
            name
            for row in read_rows(_DATA / "given_names.tsv", ("name",))
            for name in variants(form_of(row.required("name")))
        ),
        linking_suffixes=frozenset(
            row.term.removeprefix("-") for row in modifier_rows if row.term.startswith("-")
        ),
        actor_entries={entry.actor_id: entry for entry, _ in entries.values()},
    )


def _read(
    shipped: Iterable[str],
    added: Iterable[Path],
    columns: Sequence[str],
    make: Callable[[TsvRow], Value],
) -> list[Value]:
    paths = (*(_DATA / name for name in shipped), *added)
    return [make(row) for path in paths for row in read_rows(path, columns, required=columns[:1])]


def _actor_entries(paths: Iterable[Path]) -> dict[str, tuple[ActorEntry, frozenset[str]]]:
    """Entries by id with the aliases that need strict capitals; an id may stand once in a file."""
    found: dict[str, tuple[ActorEntry, frozenset[str]]] = {}
    for path in paths:
        seen: dict[str, int] = {}
        for row in read_rows(path, rows.ACTOR_COLUMNS, required=("id", "name")):
            entry, strict = rows.actor(row)
            if entry.actor_id in seen:
                raise row.error("id", f"stands in line {seen[entry.actor_id]} already")
            seen[entry.actor_id] = row.line
            found[entry.actor_id] = (entry, strict)
    for entry, _ in found.values():
        if entry.parent is not None and entry.parent not in found:
            raise RuleError(
                f"parent '{entry.parent}' is no id of any list",
                file=str(paths),
                rule_id=entry.actor_id,
            )
    return found


def _actor_terms(entry: ActorEntry, strict: frozenset[str]) -> Iterator[Term]:
    for alias in (entry.name, *entry.aliases):
        yield from _named(TermCategory.ACTOR, alias, entry, is_strict=alias in strict)


def _named(
    category: TermCategory,
    name: str,
    entry: Entry,
    *,
    is_strict: bool = False,
    is_plural: bool = False,
) -> Iterator[Term]:
    """The terms of a name, each with the capitals it must show."""
    is_acronym = name.isupper() and name.isalpha() and len(name) <= _ACRONYM_MAX
    for spelling in variants(cased_form(name)):
        words = spelling.split(" ")
        capital = next(
            (
                at
                for at, word in enumerate(words)
                if not word.islower() and (word.lower() not in _LOWERED or at + 1 == len(words))
            ),
            None,
        )
        if is_strict:
            need = CaseNeed.STRICT_CAPS if name.isupper() else CaseNeed.STRICT_INITIAL
        elif is_acronym:
            need = CaseNeed.CAPS
        else:
            need = CaseNeed.ANY if capital is None else CaseNeed.INITIAL
        yield Term(
            category=category,
            form=spelling.lower(),
            entry=entry,
            is_plural=is_plural,
            need=need,
            capital=capital or 0,
        )


def _person_terms(noun: PersonNoun) -> Iterator[Term]:
    for text, is_plural in ((noun.singular, False), (noun.plural, True)):
        if text:
            for form in variants(form_of(text), joined=False):
                yield Term(category=TermCategory.PERSON, form=form, entry=noun, is_plural=is_plural)


def _nouns(category: TermCategory, named: Iterable[tuple[str, Entry]]) -> Iterator[Term]:
    joined = category is not TermCategory.SOURCE
    for text, entry in named:
        singular = form_of(text)
        for form in variants(singular, joined=joined):
            yield Term(category=category, form=form, entry=entry)
        for form in variants(plural(singular), joined=joined):
            yield Term(category=category, form=form, entry=entry, is_plural=True)


def _nation_terms(
    group: tuple[tuple[Demonym, ...], tuple[Demonym, ...]],
) -> Iterator[Term]:
    categories = (TermCategory.DEMONYM, TermCategory.COUNTRY)
    for category, demonyms in zip(categories, group, strict=True):
        for demonym in demonyms:
            yield from _named(category, demonym.term, demonym)
            people = demonym_plural(demonym.term) if category is TermCategory.DEMONYM else None
            if people is not None:
                yield from _named(category, people, demonym, is_plural=True)
