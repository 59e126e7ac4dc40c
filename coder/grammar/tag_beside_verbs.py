"""Tags of what stands bare before a verb: "the men aboard died", "a man police say was shot".

Each function takes the tags and the words of a sentence and returns the tags.
"""

import re

from coder.grammar.retagging import beside, retagged
from coder.lexicon.closed import WAS_WERE
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes

_INSIDE = frozenset({"aboard", "inside", "outside"})
_REPORTED = frozenset({"reported", "confirmed"})
_ABLAZE = frozenset({"ablaze", "alight", "afire"})
_SETTING = frozenset({"set", "sets", "setting"})
_FATES = frozenset({"dead", "killed", "wounded", "injured", "hurt", "missing"})
_WHO_SAYS = re.compile(r"(?<=[D#J][Ns])[Nns](?=[VXZL]B)")
_WHAT = frozenset({"what", "whom", "whoever"})


def _with_contact_relatives(tags: str, norms: tuple[str, ...]) -> str:
    """Make a group of its own of who says it: "killed a man | police | believe was an officer"."""
    persons = load_lexicon().persons.last_words
    for found in _WHO_SAYS.finditer(tags):
        at = found.start()
        if (
            norms[at + 1] in noun_classes()["said_to_be"]
            and norms[at + 2] in WAS_WERE
            and norms[at - 1] in persons
            and _WHAT.isdisjoint(norms[max(at - 4, 0) : at])
        ):
            tags = retagged(tags, at, "R")
    return tags


TAGS_BESIDE_VERBS = (
    # "all ten men aboard were killed", "the family inside died"
    beside(_INSIDE, "(?<=[NEns#])P(?=[BHML]|X[PAtU.,])", "A"),
    # "one soldier reported killed", "two confirmed dead"
    beside(_REPORTED, "(?<=[NEns#])X(?=[XJ])", "A", before=_FATES),
    # "set ablaze INEC offices": no word of the group behind it
    beside(_ABLAZE, ".", '"', behind=_SETTING),
    (frozenset({"say", "says", "said", "believe", "believed"}), _with_contact_relatives),
)
"""Words without one of which a function changes nothing, and the function."""
