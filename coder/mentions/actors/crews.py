"""Craft and guns that act: "Russian warplanes", "regime helicopters", "a Hezbollah drone".

They are no people, but where they do something, the forces that use them do it.
"""

from coder.lexicon.load import Lexicon
from coder.mentions.actors.readings import PLAIN, Reading, is_armed, read_modifiers
from coder.mentions.actors.typing import actors_inside, make_mention
from coder.values.labels import ActorType
from coder.values.mentions import ActorMention
from coder.values.text import Sentence


def crew_actor(
    sentence: Sentence, first: int, last: int, head: int, lexicon: Lexicon
) -> ActorMention | None:
    """The forces that the words before a craft or gun at ``head`` name, or null.

    A listed actor, else a typing word ("rebel", "army"), else the military of a country.
    """
    if head <= first:
        return None
    inside = [entry for _, _, entry in actors_inside(sentence, first, head, lexicon)]
    modifiers = read_modifiers(sentence, first, head, lexicon)
    nation = modifiers.nation
    country = nation.iso3 if nation is not None else None
    if inside and is_armed(inside[-1].type):
        entry = inside[-1]
        reading = Reading(
            "actor-crew",
            entry.type,
            name=entry.name,
            actor_id=entry.actor_id,
            sector=entry.sector,
            country=entry.country or country,
            is_civilian=False,
        )
    elif modifiers.type is not None and is_armed(modifiers.type):
        reading = Reading("actor-crew", modifiers.type, country=country, is_civilian=False)
    elif country is not None:
        kind = ActorType.STATE_MILITARY
        reading = Reading("actor-crew", kind, country=country, is_civilian=False)
    else:
        return None
    return make_mention(sentence, first, last, head, reading, PLAIN._replace(nation=nation), None)
