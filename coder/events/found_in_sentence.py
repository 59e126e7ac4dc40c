"""One sentence with all that is found in it before its noun groups are typed.

In: a sentence, its mentions and the heads that tell acts. Out: tags, chunks, and look-ups.
"""

from bisect import bisect_left
from collections.abc import Container
from typing import Self, TypeAlias

from coder.events.counts.counts_behind import counted_from_behind
from coder.events.gerunds import with_nominal_gerunds
from coder.events.roles.nominals import Nominal, tagged_head
from coder.events.roles.shared_heads import tags_of_places, wider_places
from coder.grammar import Clauses, chunks_of, fixed_words, tag_string
from coder.grammar.fixed import lately_done
from coder.lexicon.closed import LATELY
from coder.lexicon.entries import ActorEntry
from coder.lexicon.load import Lexicon
from coder.lexicon.signs import signs_of
from coder.mentions.actors.elliptical import elliptical_words
from coder.mentions.quantities import read_quantity
from coder.rules.model import Cue
from coder.rules.ruleset import RuleSet
from coder.values.mentions import (
    ActorMention,
    Mention,
    PlaceMention,
    Quantity,
    TargetMention,
    TimeExpression,
    WeaponMention,
)
from coder.values.text import Sentence

_OF = frozenset({"of"})
NEGATIVE = frozenset({"no", "none", "nobody", "no-one", "neither"})
Given: TypeAlias = ActorMention | WeaponMention | TargetMention


class FoundInSentence:
    """A sentence with its mentions, tags and clauses; ``Reading`` types its noun groups."""

    __slots__ = (
        "_cues",
        "_nominals",
        "clauses",
        "event_heads",
        "given",
        "lexicon",
        "named",
        "places",
        "previous",
        "quantities",
        "ranked",
        "sentence",
        "signs",
        "tags",
        "times",
        "vocabulary",
    )

    previous: Self | None  # what was read before it in the same text

    def __init__(
        self,
        sentence: Sentence,
        lexicon: Lexicon,
        *,
        times: tuple[TimeExpression, ...],
        places: tuple[PlaceMention, ...],
        named: tuple[tuple[int, int, ActorEntry], ...],
        quantities: tuple[Quantity, ...],
        event_heads: frozenset[int],
        given: tuple[Mention, ...] = (),
    ) -> None:
        self.sentence = sentence
        self.vocabulary = sentence.vocabulary
        self.signs = signs_of(sentence.vocabulary)  # of the classes of words that gates ask for
        self.lexicon = lexicon
        self.times = times
        self.places = places
        self.named = named
        self.event_heads = event_heads
        self.quantities = {found.first: found for found in quantities}
        self.given: tuple[Given, ...] = ()
        if given:  # by plug-ins; their times and places stand among the others already
            self.quantities |= {item.first: item for item in given if isinstance(item, Quantity)}
            self.given = tuple(item for item in given if isinstance(item, Given))
        self.tags = with_nominal_gerunds(
            tag_string(sentence, tuple(self._fixed())),
            event_heads,
            sentence.norms,
            {place.last for place in places if place.is_demonym},
        )
        self.clauses = Clauses(sentence, self.tags, chunks_of(sentence, self.tags))
        if len(places) > 1 and "," in self.vocabulary:
            self.clauses.wider = wider_places(places, sentence.norms)
        self._nominals: dict[int, Nominal] = {}
        self.previous = None
        self._cues: tuple[tuple[int, Cue], ...] | None = None
        self.ranked: range | None = None  # kept by ``ranked.ranking``

    def _fixed(self) -> list[tuple[int, int, str]]:
        """Token ranges whose tag the mentions settle; later ones win."""
        fixed = [
            (quantity.first, quantity.last, "#")
            for quantity in self.quantities.values()
            if quantity.last - quantity.first > 1
        ]
        fixed += elliptical_words(self.sentence, self.quantities.values())
        fixed += tags_of_places(self.places, self.sentence.norms)
        fixed += [(first, last, "E") for first, last, _ in self.named]
        fixed += [(head, head + 1, tag) for head, tag in map(tagged_head, self.given)]
        fixed += fixed_words(self.sentence.norms, self.vocabulary)
        fixed += counted_from_behind(self.sentence, self.quantities)
        starts, ends = self.sentence.starts, self.sentence.ends
        for time in self.times:
            first = last = bisect_left(starts, time.start)
            while last < len(ends) and ends[last] <= time.end:
                last += 1
            fixed.append((first, last, "A" if time.text == "now" else "t"))
        if not LATELY.isdisjoint(self.vocabulary):
            fixed += lately_done(self.sentence.norms)
        return fixed

    def cues(self, rules: RuleSet) -> tuple[tuple[int, Cue], ...]:
        """The cues that stand in the sentence, each with its first token; looked up once."""
        if self._cues is None:
            self._cues = rules.cues_in(self.sentence.norms)
        return self._cues

    def words(self, first: int, last: int) -> str:
        """The text from token ``first`` up to ``last``, as the sentence has it."""
        return self.sentence.as_written(first, last)

    def of_what(self, number: int, words: Container[str] = _OF) -> int | None:
        """The noun group behind a chunk and "of", or one of ``words``; null where none is."""
        kinds = self.clauses.kinds
        is_of = kinds[number + 1 : number + 3] == "PN" and (
            self.clauses.first_words[number + 1] in words
        )
        return number + 2 if is_of else None

    def chunk_of(self, time: TimeExpression) -> int:
        """The chunk in which a time of the sentence begins."""
        return self.clauses.at_token[bisect_left(self.sentence.starts, time.start)]

    def number_in(self, chunk: int) -> Quantity | None:
        """The first number of a chunk; null where it has none."""
        group = self.clauses.chunks[chunk]
        for token in range(group.first, group.last):
            found = self.quantities.get(token)
            if found is not None:
                return found
        return None

    def quantity_in(self, first: int, head: int) -> Quantity | None:
        """The number of a noun group from ``first`` to its head: "no" counts as one."""
        for token in range(first, head + 1) if self.quantities else ():
            found = self.quantities.get(token)
            if found is not None:
                # "(updated 18:38) 113 At least nine": of two numbers in a row the second counts
                return self.quantities.get(found.last, found) if found.last <= head else found
        if self.sentence.norms[first] in NEGATIVE:
            return read_quantity(self.sentence, first)
        return None

    def is_nobody_at(self, token: int) -> bool:
        """Whether a group that begins so is of nobody; "no fewer than nine" is a number of some."""
        counted = self.quantities.get(token) if self.sentence.norms[token] in NEGATIVE else None
        return self.sentence.norms[token] in NEGATIVE and (counted is None or counted.high == 0)

    def name_inside(self, first: int, last: int) -> str | None:
        """The first listed body in some words: "director of the Syrian Observatory"."""
        return next((it.name for at, end, it in self.named if first <= at and end <= last), None)

    def is_in_name(self, token: int) -> bool:
        """Whether a token is a word of a listed body: "KIA" in "the KIA attacked a post"."""
        return any(first <= token < last for first, last, _ in self.named)

    def place_at(self, head: int, *, is_modifier: bool) -> PlaceMention | None:
        """The place at a head; "Malian" only inside a noun group."""
        for place in self.places:
            if place.first <= head < place.last and (is_modifier or not place.is_demonym):
                return place
        return None

    def given_at(self, head: int) -> Given | None:
        """What a plug-in found at a head."""
        return next((found for found in self.given if found.first <= head < found.last), None)
