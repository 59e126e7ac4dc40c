"""Tags of what stands bare before a verb: "the men aboard died", "a man police say was shot".

Each function takes the tags and the words of a sentence and returns the tags.
"""

import re

from coder.lexicon.closed import WAS_WERE
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes

_INSIDE = frozenset({"aboard", "inside", "outside"})
_INSIDE_THEN = re.compile(r"(?<=[NEns#])P(?=[BHML]|X[PAtU.,])")
_REPORTED = frozenset({"reported", "confirmed"})
_REPORTED_SO = re.compile(r"(?<=[NEns#])X(?=[XJ])")
_ABLAZE = frozenset({"ablaze", "alight", "afire"})
_SETTING = frozenset({"set", "sets", "setting"})
_FATES = frozenset({"dead", "killed", "wounded", "injured", "hurt", "missing"})
_WHO_SAYS = re.compile(r"(?<=[D#J][Ns])[Nns](?=[VXZL]B)")
_WHAT = frozenset({"what", "whom", "whoever"})


def _with_inside(tags: str, norms: tuple[str, ...]) -> str:
    """Make an adverb of "aboard" in "all ten men aboard were killed", "the family inside died"."""
    for found in _INSIDE_THEN.finditer(tags):
        at = found.start()
        if norms[at] in _INSIDE:
            tags = f"{tags[:at]}A{tags[at + 1 :]}"
    return tags


def _with_reported(tags: str, norms: tuple[str, ...]) -> str:
    """Make an adverb of "reported" in "one soldier reported killed", "two confirmed dead"."""
    for found in _REPORTED_SO.finditer(tags):
        at = found.start()
        if norms[at] in _REPORTED and norms[at + 1] in _FATES:
            tags = f"{tags[:at]}A{tags[at + 1 :]}"
    return tags


def _with_burning(tags: str, norms: tuple[str, ...]) -> str:
    """Take "ablaze" from the group behind it in "set ablaze INEC offices"."""
    for at in range(1, len(norms)):
        if norms[at] in _ABLAZE and norms[at - 1] in _SETTING:
            tags = f'{tags[:at]}"{tags[at + 1 :]}'
    return tags


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
            tags = f"{tags[:at]}R{tags[at + 1 :]}"
    return tags


TAGS_BESIDE_VERBS = (
    (_INSIDE, _with_inside),
    (_REPORTED, _with_reported),
    (_ABLAZE, _with_burning),
    (frozenset({"say", "says", "said", "believe", "believed"}), _with_contact_relatives),
)
"""Words without one of which a function changes nothing, and the function."""
