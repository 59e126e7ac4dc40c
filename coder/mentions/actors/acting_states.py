"""Countries, seats of government and peoples that act: what the clause says is no place.

Only the clause can tell them from places, so ``typing.type_actor`` does not.
"""

from coder.lexicon.entries import Demonym
from coder.lexicon.load import Lexicon
from coder.lexicon.terms import TermCategory
from coder.mentions.actors.readings import PLAIN, Reading
from coder.mentions.actors.typing import make_mention
from coder.values.labels import ActorType
from coder.values.mentions import ActorMention
from coder.values.text import Sentence


def state_actor(
    sentence: Sentence, first: int, last: int, head: int, lexicon: Lexicon
) -> ActorMention | None:
    """The state that a country name at the head stands for ("Israel shelled"), or null."""
    match = lexicon.nations.ending(sentence.norms, first, head + 1)
    if match is None:
        return None
    nation = match[1][0].entry
    begin = head + 1 - match[0]
    if not isinstance(nation, Demonym) or not match[1][0].fits_case(
        sentence.words, begin, sentence.case
    ):
        return None
    if match[1][0].category != TermCategory.COUNTRY:
        return None
    reading = Reading(
        "actor-state", ActorType.STATE_OTHER, name=nation.country, country=nation.iso3
    )
    return make_mention(sentence, first, last, head, reading, PLAIN, None)


def seat_actor(
    sentence: Sentence, first: int, last: int, head: int, lexicon: Lexicon
) -> ActorMention | None:
    """The government that its town at the head stands for ("Damascus shelled"), or null.

    Only the clause can tell it from the place: a town that acts is one. The name stands alone.
    """
    norms = sentence.norms
    nation = lexicon.seated(" ".join(norms[first : head + 1]))
    if nation is None:
        return None
    kind = ActorType.STATE_OTHER
    reading = Reading("actor-seat", kind, name=nation.country, country=nation.iso3)
    return make_mention(sentence, first, last, head, reading, PLAIN, None)


def acting_nation(
    sentence: Sentence, first: int, last: int, lexicon: Lexicon
) -> ActorMention | None:
    """The forces a nationality before a noun of force stands for ("Israeli air raid"), or null.

    Military of that country where it is one; of unknown type where the word names a people only.
    """
    match = lexicon.nations.longest(sentence.norms, first)
    if match is None or first + match[0] > last:
        return None
    nation = match[1][0].entry
    if not isinstance(nation, Demonym):
        return None
    kind = ActorType.STATE_MILITARY if nation.iso3 is not None else ActorType.UNKNOWN
    reading = Reading("actor-nation", kind, country=nation.iso3, is_plural=True)
    return make_mention(sentence, first, last, last - 1, reading, PLAIN, None)


def acting_people(
    sentence: Sentence, first: int, head: int, lexicon: Lexicon, *, is_bare: bool = False
) -> ActorMention | None:
    """The forces of a people, all of them, as in "the Russians shelled the town", or null.

    ``is_bare``: also without the article, where only forces can do what the clause says.
    """
    is_alone = is_bare and head == first and sentence.norms[head].endswith("s")
    if not is_alone and (head != first + 1 or sentence.norms[first] != "the"):
        return None
    actor = acting_nation(sentence, head, head + 1, lexicon)
    return actor if actor is not None and actor.type is ActorType.STATE_MILITARY else None
