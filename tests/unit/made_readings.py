"""Sentences read as the engine reads them, for the tests of grammar, events and discourse."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from coder.events.counts.claims import claims_of, join_undivided
from coder.events.drafts import Draft
from coder.events.gate import Gate
from coder.events.match import match_sentence
from coder.events.reading import Reading
from coder.events.setting.circumstances import attach_circumstances
from coder.events.status.attribution import find_sources
from coder.events.status.of_draft import settle_status
from coder.mentions.actors.typing import named_actors
from coder.mentions.places.finder import find_places
from coder.mentions.quantities import find_quantities
from coder.mentions.times.finder import find_times
from coder.pipeline import Engine
from coder.text import normalise, tokenise
from coder.values.events import Event
from coder.values.labels import Section
from coder.values.text import Document

TUESDAY = date(2020, 3, 10)


@cache
def engine() -> Engine:
    """One engine for all tests."""
    return Engine()


@cache
def _gate() -> Gate:
    return Gate(engine().rules, engine().lexicon)


def read(text: str, *, index: int = 0, section: Section = Section.TEXT) -> Reading:
    """One sentence with its mentions, chunks and clauses."""
    lexicon = engine().lexicon
    sentence = tokenise(normalise(text, section), 0, len(text), index)
    named = named_actors(sentence, lexicon)
    (places,) = find_places(
        [sentence],
        engine().gazetteer,
        dateline=None,
        source=None,
        blocked=[tuple((first, last) for first, last, _ in named)],
    )
    return Reading(
        sentence,
        lexicon,
        times=find_times(text, 0, len(text), TUESDAY),
        places=places,
        named=named,
        quantities=find_quantities(sentence),
        event_heads=_gate().event_nouns(sentence),
    )


def drafts(text: str, *, earlier: Sequence[Draft] = (), index: int = 0) -> list[Draft]:
    """The drafts of one sentence with sources, numbers and status settled."""
    reading = read(text, index=index)
    found = match_sentence(reading, engine().rules, None, earlier)
    sources = find_sources(reading)
    for draft in found:
        attach_circumstances(draft, sources)
        draft.claims = claims_of(draft)
        draft.sources = sources
        settle_status(draft, engine().rules, TUESDAY)
    join_undivided(found)
    return found


def draft_of(text: str, trigger: str, *, index: int = 0) -> Draft:
    """The draft whose trigger has these words."""
    found = drafts(text, index=index)
    for draft in found:
        if draft.reading.words(draft.first, draft.last) == trigger:
            return draft
    told = [draft.reading.words(draft.first, draft.last) for draft in found]
    message = f"no draft on {trigger!r}, only {told}"
    raise AssertionError(message)


def words(draft: Draft, role: str) -> list[str]:
    """What fills a role, in the words of the sentence."""
    return [
        draft.reading.words(filler.nominal.first, filler.nominal.last)
        for filler in draft.by_role(role)
    ]


def events(text: str, *, title: str | None = None, published: date | None = TUESDAY) -> list[Event]:
    """The events of a text."""
    document = Document(doc_id="d", text=text, title=title, published=published)
    return list(engine().code(document).events)


def only(text: str, *, title: str | None = None) -> Event:
    """The one event of a text."""
    (event,) = events(text, title=title)
    return event
