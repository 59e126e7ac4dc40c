"""Word lists -> :class:`Lexicon`: every list read, checked and turned into term tables.

Only the build of the pack, and a run with lists of the user's own, come here. Lists of the user
come in the order they were given: a row takes the place of earlier ones of the same id (of actors)
or form (of all else), and its terms stand before those of earlier lists.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, TypeVar

from coder.errors import RuleError
from coder.lexicon import rows
from coder.lexicon.entries import ActorEntry, Demonym, Entry, PersonNoun
from coder.lexicon.model import Lexicon
from coder.lexicon.spelling import cased_form, demonym_plural, form_of, plural, variants
from coder.lexicon.terms import CaseNeed, Term, TermCategory, TermTable
from coder.lexicon.tsv import ListText, TsvRow, read_rows
from coder.values.labels import ActorType

_DATA: Final = Path(__file__).parent / "data"
_ACRONYM_MAX: Final = 3  # up to this length an acronym must show its capitals: "ETA", "IRA", "MIR"
_LOWERED: Final = frozenset({"al", "el", "the"})  # small inside a sentence ("al Qaeda")
# their capital makes no name: "an Islamic group", "the Arab league of farmers"
_ALWAYS_CAPITAL: Final = frozenset({"islamic", "arab", "muslim"})
_UNTELLING: Final = _LOWERED | _ALWAYS_CAPITAL
_NAMED_BY_IT: Final = frozenset(
    {"", "State"}
)  # "the Islamic state organization", as translators print it
_SHORTEST_WEAPON: Final = 4  # letters of a weapon's form that tells of force by itself
_CROWDS: Final = frozenset({ActorType.PROTESTERS, ActorType.RIOTERS})
_PLAIN_NEEDS: Final = frozenset({CaseNeed.ANY, CaseNeed.INITIAL, CaseNeed.CAPS})
STATES: Final = "states.tsv"  # bodies that the grammar names by their country, without terms
Value = TypeVar("Value")


def build_lexicon() -> Lexicon:
    """The lexicon of the shipped lists; raises :class:`RuleError`."""
    actors, persons, weapons = actor_table(), person_table(), weapon_table()
    modifier_rows = _read("modifiers.tsv", rows.MODIFIER_COLUMNS, rows.modifier)
    source_rows = _read("sources.tsv", rows.SOURCE_COLUMNS, rows.source)
    nation_rows = _read("demonyms.tsv", rows.NATION_COLUMNS, rows.nations)
    speech_rows = _read("speech_verbs.tsv", rows.SPEECH_COLUMNS, rows.speech)
    modifies_rows = _read(
        "target_modifiers.tsv", rows.TARGET_MODIFIER_COLUMNS, rows.target_modifier
    )
    names = _read("given_names.tsv", rows.NAME_COLUMNS, rows.given_name)
    return Lexicon(
        actors=actors,
        persons=persons,
        modifiers=TermTable(
            Term(category=TermCategory.MODIFIER, form=form, entry=row)
            for row in modifier_rows
            if not row.term.startswith("-")
            for form in variants(form_of(row.term))
        ),
        weapons=weapons,
        targets=target_table(),
        sources=TermTable(_nouns(TermCategory.SOURCE, ((row.term, row) for row in source_rows))),
        seats=dict(
            pair
            for found in _read("demonyms.tsv", rows.NATION_COLUMNS, rows.seats)
            for pair in found
        ),
        nations=TermTable(term for group in nation_rows for term in _nation_terms(group)),
        target_modifiers={form_of(row.term): row for row in modifies_rows},
        speech={form: verb for verb in speech_rows for form in verb.forms},
        given_names=_names(name for name, is_word in names if not is_word),
        word_names=_names(name for name, is_word in names if is_word),
        linking_suffixes=frozenset(
            row.term.removeprefix("-") for row in modifier_rows if row.term.startswith("-")
        ),
        force_words=force_words(actors, persons, weapons),
    )


def actor_lists() -> tuple[ListText, ...]:
    """The shipped lists of actors, the states last."""
    found = sorted((_DATA / "actors").glob("*.tsv"), key=lambda path: (path.name == STATES, path))
    return tuple(map(ListText.read, found))


def actor_table(own: Sequence[ListText] = ()) -> TermTable:
    """The actors; an id may stand once in the shipped lists and once in each list of the user.

    A parent must be an id of any list. A name of the user's is that actor's alone.
    """
    found: dict[str, rows.ActorRow] = {}
    for source in actor_lists():
        listed = _actors_of(source)
        twice = sorted(found.keys() & listed.keys())
        if twice:
            raise RuleError("stands in another list already", file=source.name, rule_id=twice[0])
        found |= listed
    terms = _contested(
        term
        for row in found.values()
        if not _is_state_body(row.entry)
        for term in _actor_terms(row)
    )
    for source in own:
        listed = _actors_of(source)
        # The later list first, so that its entry is the first of terms with the same form.
        found = listed | {key: row for key, row in found.items() if key not in listed}
        mine = _contested(term for row in listed.values() for term in _actor_terms(row))
        taken = {term.form for term in mine}
        terms = mine + [
            term for term in terms if term.form not in taken and _id_of(term) not in listed
        ]
    for row in found.values():
        if row.entry.parent is not None and row.entry.parent not in found:
            raise RuleError(
                f"parent '{row.entry.parent}' is no id of any list",
                file=own[-1].name if own else "actors",
                rule_id=row.entry.actor_id,
            )
    return TermTable(terms, entries=[row.entry for row in found.values()])


def _is_state_body(entry: ActorEntry) -> bool:
    """Whether the grammar names it by its country: its id begins with the country's code."""
    return entry.actor_id[:4] == f"{entry.country}-"


def _id_of(term: Term) -> str:
    return term.entry.actor_id if isinstance(term.entry, ActorEntry) else ""


def _contested(terms: Iterable[Term]) -> list[Term]:
    """The terms, those of forms that several actors share marked as contested.

    Not marked is the one whose published name the form is: it is meant where nothing else in a
    document decides.
    """
    by_form: dict[str, list[Term]] = {}
    for term in terms:
        by_form.setdefault(term.form, []).append(term)
    found: list[Term] = []
    for form, shared in by_form.items():
        if len({_id_of(term) for term in shared}) > 1:
            named = {_id_of(term) for term in shared if form in variants(_name_form(term))}
            first = named if len(named) == 1 else set()
            marked = [
                replace(term, is_contested=term.is_contested or _id_of(term) not in first)
                for term in shared
            ]
            found += sorted(marked, key=lambda term: term.is_contested)
        else:
            found += shared
    return found


def _name_form(term: Term) -> str:
    return form_of(term.entry.name) if isinstance(term.entry, ActorEntry) else ""


def person_table(own: Sequence[ListText] = ()) -> TermTable:
    """The nouns for persons and groups."""
    nouns = _read("persons.tsv", rows.PERSON_COLUMNS, rows.person, own, lambda noun: noun.singular)
    return TermTable(term for noun in nouns for term in _person_terms(noun))


def weapon_table(own: Sequence[ListText] = ()) -> TermTable:
    """The weapons."""
    found = _read("weapons.tsv", rows.WEAPON_COLUMNS, rows.weapon, own, lambda row: row.term)
    return TermTable(_nouns(TermCategory.WEAPON, ((row.term, row) for row in found)))


def target_table(own: Sequence[ListText] = ()) -> TermTable:
    """The things that can be attacked."""
    found = _read("targets.tsv", rows.TARGET_COLUMNS, rows.target, own, lambda row: row.term)
    return TermTable(_nouns(TermCategory.TARGET, ((row.term, row) for row in found)))


def force_words(actors: TermTable, persons: TermTable, weapons: TermTable) -> tuple[str, ...]:
    """Forms that tell of force without being a trigger, sorted.

    Armed people and crowds, weapons, named groups that are no mere organisations.
    """
    found = {form for form in weapons.forms() if len(form) >= _SHORTEST_WEAPON}
    found.update(form for form, term in _first_terms(persons) if _is_armed(term.entry))
    found.update(
        form
        for form, term in _first_terms(actors)
        if term.need in _PLAIN_NEEDS
        and isinstance(term.entry, ActorEntry)
        and term.entry.type is not ActorType.ORGANISATION
    )
    return tuple(sorted(found))


def _is_armed(noun: Entry) -> bool:
    return (
        isinstance(noun, PersonNoun) and not noun.is_title and (noun.armed or noun.type in _CROWDS)
    )


def _first_terms(table: TermTable) -> Iterator[tuple[str, Term]]:
    for form in table.forms():
        for term in (table.get(form) or ())[:1]:
            yield form, term


def _shipped(name: str) -> ListText:
    return ListText.read(_DATA / name)


def _names(names: Iterable[str]) -> frozenset[str]:
    return frozenset(form for name in names for form in variants(form_of(name)))


def _read(
    name: str,
    columns: Sequence[str],
    make: Callable[[TsvRow], Value],
    own: Sequence[ListText] = (),
    term_of: Callable[[Value], str] | None = None,
) -> list[Value]:
    """The rows of a shipped list behind those of the user, without rows that the user replaced."""
    listed = [make(row) for row in read_rows(_shipped(name), columns, required=columns[:1])]
    for source in own:
        found = [make(row) for row in read_rows(source, columns, required=columns[:1])]
        if term_of is not None:
            taken = {form_of(term_of(row)) for row in found}
            found += [row for row in listed if form_of(term_of(row)) not in taken]
        listed = found
    return listed


def _actors_of(source: ListText) -> dict[str, rows.ActorRow]:
    """The actors of one list by id."""
    lines: dict[str, int] = {}
    found: dict[str, rows.ActorRow] = {}
    for row in read_rows(source, rows.ACTOR_COLUMNS, required=("id", "name")):
        made = rows.actor(row)
        actor_id = made.entry.actor_id
        if actor_id in found:
            raise row.error("id", f"stands in line {lines[actor_id]} already")
        lines[actor_id] = row.line
        found[actor_id] = made
    return found


def _actor_terms(row: rows.ActorRow) -> Iterator[Term]:
    for alias in (row.entry.name, *row.entry.aliases):
        for term in _named(TermCategory.ACTOR, alias, row.entry, is_strict=alias in row.strict):
            yield replace(term, is_contested=True) if alias in row.contested else term


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
                if not word.islower()
                and (
                    word.lower() not in _UNTELLING
                    or "".join(words[at + 1 : at + 2]) in _NAMED_BY_IT
                )
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
