"""The ``geo`` format of the benchmarks: every place name of a text with its point and country."""

from functools import lru_cache
from typing import Any

from coder.gazetteer.store import Gazetteer
from coder.mentions.places.finder import find_places
from coder.text import normalise, sentences, tokenise
from coder.values.labels import Section
from coder.values.mentions import PlaceMention
from coder.values.text import NormalisedText, Sentence

_MAX_NAME_LINE = 60
_SENTENCE_MARKS = frozenset('.!?;:"')


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteer:
    return Gazetteer.open()


def predict_row(row: dict[str, Any]) -> dict[str, Any]:
    """One answer ``{id, toponyms: [{start, end, lat, lon, country, geonameid}]}`` for one text.

    Adjectives ("Syrian") are no place names of a text, but are answered in a bare list of names.
    "The capital" is no name either.
    """
    text = row.get("text") or ""
    section = normalise(text, Section.TEXT)
    is_list = _is_list_of_names(text)
    parts = _lines(section) if is_list else sentences(section)
    title = row.get("title")
    head = sentences(normalise(title, Section.TITLE)) if title else ()
    found = find_places(
        (*head, *parts),
        _gazetteer(),
        dateline=row.get("dateline") or None,
    )
    toponyms = [
        _toponym(mention, section)
        for mentions in found[len(head) :]
        for mention in mentions
        if is_list or not (mention.is_demonym or mention.rule_id == "place-capital")
    ]
    return {"id": row["id"], "toponyms": toponyms}


def _is_list_of_names(text: str) -> bool:
    """Whether the text is nothing but short lines without sentence marks."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return bool(lines) and all(
        len(line) <= _MAX_NAME_LINE and line[-1] not in _SENTENCE_MARKS and line.count(" ") < 6  # noqa: PLR2004
        for line in lines
    )


def _lines(section: NormalisedText) -> tuple[Sentence, ...]:
    found, start = [], 0
    for index, line in enumerate(section.text.split("\n")):
        if line.strip():
            found.append(tokenise(section, start, start + len(line), index))
        start += len(line) + 1
    return tuple(found)


def _toponym(mention: PlaceMention, section: NormalisedText) -> dict[str, Any]:
    span = section.original(mention.start, mention.end)
    source, _, number = (mention.gazetteer_id or "").partition(":")
    return {
        "start": span.start,
        "end": span.end,
        "lat": mention.latitude,
        "lon": mention.longitude,
        "country": mention.iso2,
        "geonameid": int(number) if source == "geonames" and number.isdigit() else None,
    }
