"""Contested names: which of several actors a document means by "Army of Islam", or whether any.

In: the forms that ``typing.named_actors`` could not settle, the sentences of the
document, its year. Out: a lexicon in which those forms stand for one actor, for this document.
Of rows with one published name, which are one actor at several times, the year chooses. Else four
rules decide, in this order: an actor that did not exist in the year of the report is out; one
that the document names by another of its names is meant; else the one of the country that the
document names most often; else the one whose published name the form is; else nobody.
"""

import dataclasses
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache

from coder.lexicon.entries import ActorEntry, Demonym
from coder.lexicon.load import Lexicon
from coder.lexicon.terms import Term
from coder.mentions.actors.typing import named_actors
from coder.values.text import Sentence

_MEMORY = 1  # years in which a group that has ended is still in the news under its name


def settled(  # noqa: PLR0917 - what a document says, piece by piece
    lexicon: Lexicon,
    contested: Collection[str],
    sentences: Sequence[Sentence],
    countries: Callable[[], Iterable[str]],
    year: int | None,
    foreign: Collection[str] = (),
) -> Lexicon:
    """The lexicon for one document; the same one where nothing is contested.

    ``countries`` gives the ISO3 codes of the places the document names, one for each mention; it is
    asked where nothing else decides. ``foreign`` acronyms are those the document gives to nobody
    listed; see :func:`redefined`.
    """
    if not contested and not foreign:
        return lexicon
    told = {
        entry.actor_id
        for item in sentences
        for first, last, entry in named_actors(item, lexicon)
        if " ".join(item.norms[first:last]) not in contested
    }

    @cache
    def named() -> Counter[str]:
        counted = Counter(countries())
        counted.update(code for item in sentences for code in _nations(item, lexicon))
        return counted

    chosen: dict[str, tuple[Term, ...]] = dict.fromkeys(foreign, ())
    for form in (form for form in contested if form not in foreign):
        terms = lexicon.actors.get(form) or ()
        term = _choice(terms, told, named, year)
        if term is not None:
            meant = dataclasses.replace(term, is_contested=False)
            chosen[form] = (meant, *(other for other in terms if other is not term))
    if not chosen:
        return lexicon
    return dataclasses.replace(lexicon, actors=lexicon.actors.settled(chosen))


def _choice(
    terms: Sequence[Term],
    told: Collection[str],
    named: Callable[[], Counter[str]],
    year: int | None,
) -> Term | None:
    known = {term: term.entry for term in terms if isinstance(term.entry, ActorEntry)}
    if len({entry.name for entry in known.values()}) == 1 < len(known):
        return _at(known, year)
    alive = {term: entry for term, entry in known.items() if _existed(entry, year)}
    by_name = [term for term, entry in alive.items() if entry.actor_id in told]
    if len(by_name) == 1:
        return by_name[0]
    counts = {term: named()[entry.country] for term, entry in alive.items() if entry.country}
    most = max(counts.values(), default=0)
    nearest = [term for term, count in counts.items() if count == most]
    return nearest[0] if most and len(nearest) == 1 else None


def _at(times: Mapping[Term, ActorEntry], year: int | None) -> Term | None:
    """Of one actor at several times, the one of a year; without a year the one that lasts.

    Of times that touch in a year the later counts.
    """
    fitting = [
        term
        for term, entry in times.items()
        if (entry.until is None if year is None else entry.until is None or year <= entry.until)
        and (year is None or entry.since is None or entry.since <= year)
    ]
    return max(fitting, key=lambda term: times[term].since or 0, default=None)


def _existed(entry: ActorEntry, year: int | None) -> bool:
    """Whether the actor may be in the news of a year; true where its years are not known."""
    if year is None:
        return True
    began = entry.since is None or entry.since <= year
    return began and (entry.until is None or year <= entry.until + _MEMORY)


def _nations(sentence: Sentence, lexicon: Lexicon) -> Iterable[str]:
    """The countries of the nationalities and country names of a sentence."""
    table = lexicon.nations
    for position, norm in enumerate(sentence.norms):
        match = table.longest(sentence.norms, position) if norm in table.first_words else None
        if match is not None:
            entry = match[1][0].entry
            if isinstance(entry, Demonym) and entry.iso3 is not None:
                yield entry.iso3


def redefined(sentences: Iterable[Sentence], lexicon: Lexicon) -> frozenset[str]:
    """Listed acronyms that a document gives to somebody else: "Parents' Dairy Fund (PDF)"."""
    return frozenset(
        sentence.norms[opening + 1]
        for sentence in sentences
        if "(" in sentence.norms
        for opening in range(2, len(sentence.norms) - 2)
        if sentence.norms[opening] == "(" and sentence.norms[opening + 2] == ")"
        if _means_another(sentence, opening, lexicon)
    )


def _means_another(sentence: Sentence, opening: int, lexicon: Lexicon) -> bool:
    acronym = sentence.norms[opening + 1]
    terms = lexicon.actors.get(acronym)
    start = _long_form(sentence.words, opening) if terms else None
    if not terms or start is None:
        return False
    told = lexicon.actors.longest(sentence.norms, start)
    ids = {term.entry.actor_id for term in terms if isinstance(term.entry, ActorEntry)}
    return told is None or all(
        isinstance(term.entry, ActorEntry) and term.entry.actor_id not in ids for term in told[1]
    )


def _long_form(words: Sequence[str], opening: int) -> int | None:
    """Where the words begin whose capitals spell the acronym in a parenthesis; null for none."""
    letters = words[opening + 1]
    if not (letters.isupper() and letters.isalpha()):
        return None
    left = len(letters)
    for position in range(opening - 1, max(-1, opening - 2 * len(letters) - 1), -1):
        if words[position][0].isupper():
            left -= 1
            if words[position][0] != letters[left]:
                return None
            if not left:
                return position
    return None
