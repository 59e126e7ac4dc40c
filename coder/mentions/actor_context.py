"""Contested names: which of several actors a document means by "Army of Islam", or whether any.

In: the forms that :func:`coder.mentions.actors.named_actors` could not settle, the sentences of the
document, its year. Out: a lexicon in which those forms stand for one actor, for this document.
Of rows with one published name, which are one actor at several times, the year chooses. Else four
rules decide, in this order: an actor that did not exist in the year of the report is out; one
that the document names by another of its names is meant; else the one of the country that the
document names most often; else the one whose published name the form is; else nobody.
"""

import dataclasses
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from coder.lexicon.entries import ActorEntry, Demonym
from coder.lexicon.load import Lexicon
from coder.lexicon.terms import Term
from coder.mentions.actors import named_actors
from coder.values.text import Sentence

_MEMORY = 1  # years in which a group that has ended is still in the news under its name


def settled(
    lexicon: Lexicon,
    contested: Collection[str],
    sentences: Sequence[Sentence],
    countries: Iterable[str],
    year: int | None,
) -> Lexicon:
    """The lexicon for one document; the same one where nothing is contested.

    ``countries`` are ISO3 codes of the places the document names, one for each mention.
    """
    if not contested:
        return lexicon
    told = {
        entry.actor_id
        for item in sentences
        for first, last, entry in named_actors(item, lexicon)
        if " ".join(item.norms[first:last]) not in contested
    }
    named = Counter(countries)
    named.update(code for item in sentences for code in _nations(item, lexicon))
    chosen: dict[str, tuple[Term, ...]] = {}
    for form in contested:
        terms = lexicon.actors.get(form) or ()
        term = _choice(terms, told, named, year)
        if term is not None:
            meant = dataclasses.replace(term, is_contested=False)
            chosen[form] = (meant, *(other for other in terms if other is not term))
    if not chosen:
        return lexicon
    return dataclasses.replace(lexicon, actors=lexicon.actors.settled(chosen))


def _choice(
    terms: Sequence[Term], told: Collection[str], named: Counter[str], year: int | None
) -> Term | None:
    known = {term: term.entry for term in terms if isinstance(term.entry, ActorEntry)}
    if len({entry.name for entry in known.values()}) == 1 < len(known):
        return _at(known, year)
    alive = {term: entry for term, entry in known.items() if _existed(entry, year)}
    by_name = [term for term, entry in alive.items() if entry.actor_id in told]
    if len(by_name) == 1:
        return by_name[0]
    counts = {term: named[entry.country] for term, entry in alive.items() if entry.country}
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
