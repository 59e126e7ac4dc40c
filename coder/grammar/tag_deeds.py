"""Words in -ing that name acts, where what stands beside them says that they are nouns."""

from coder.grammar.retagging import beside
from coder.lexicon.words import noun_classes

_DEEDS = frozenset(word for word in noun_classes()["deed"] if word.endswith("ing"))
_MASS = frozenset({"mass", "roadside"})
_INCIDENTS = frozenset({"incident", "incidents", "rampage", "spree"})
_BODIES = frozenset({"army", "cartel", "gang", "mafia", "militia", "mob", "navy", "police"})
_FIGHTING = frozenset({"fighting"})
_WHERE = frozenset({"in", "near", "of", "outside"})

TAGS_OF_DEEDS = (
    beside(_DEEDS, "(?<=PE)G(?=[.,;:]|$)", "N"),  # "Man held over Lyon stabbing"
    beside(_FIGHTING, "(?<=^AB)G(?=[PtC.,])", "N"),  # "There was fighting in Gao"
    beside(_MASS, ".(?=G)", "J"),  # "a mass | shooting left five dead"
    beside(_DEEDS, "(?<=J)G", "N", behind=_MASS),
    beside(_DEEDS, "(?<=P)G", "N", before=_INCIDENTS),  # "dead in shooting spree"
    # "a targeted shooting in Leeds", "a police shooting near Leeds": the noun of an act
    beside(_DEEDS, "(?<=DX)G(?=P)", "N", before=_WHERE),
    beside(_DEEDS, "(?<=D[Nn])G(?=P)", "N", behind=_BODIES, before=_WHERE),
    # "a mosque bombing killed two", "the market shooting was": and no "men shooting were"
    beside(_DEEDS, "(?<=[DE][Nn])G(?=[XLZBHP])", "N", behind=noun_classes()["scene_of_deeds"]),
)
"""Which words they are asked of, and what they change, in the order of ``by_words``."""
