"""Captives and people who vanished, by the words around them: who had to do with them."""

from coder.events.drafts import Filler
from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.senses.freed import is_taken_before, is_won_by_force
from coder.rules.model import BANDS, Frame
from coder.values.kinds import STATE_FORCES

STATE = "state"
"""Tag of frames in which people are told to be held since they were taken."""
_PARTICIPLE = "KX"
_ABDUCTED = frozenset({"abducted", "kidnapped", "snatched"})
_HELD = frozenset({"held", "seized", "captured", "taken"})
_CAUGHT = frozenset({"seized", "captured"})  # "Twelve men captured in April"
_TOOK = _ABDUCTED | _CAUGHT | {"took", "taken", "carried", "marched"}
_BUNDLED = frozenset({"bundled", "hustled", "dragged", "forced", "shoved"})  # "into a van"
_PICKED_UP = ("picked", "up")
_CAPTIVELY = frozenset({"captive", "hostage"})
_OFF = frozenset({"off", "away"})
_SOMEWHERE = frozenset({"in", "at", "near", "on", "during"})
VANISHED = "vanished"
"""Tag of frames in which an act by a force is what makes people disappear."""
_AFTER = frozenset({"after", "when", "once", "since", "as"})
_VERBS = frozenset("VXL")
_MOST = 4  # groups from "being" to "by": "being handed | over | by | police"


def is_held(reading: Reading, nominal: Nominal) -> bool:
    """Whether the words in and behind a group of people say that somebody holds or took them."""
    chunks, norms = reading.clauses.chunks, reading.sentence.norms
    at = reading.clauses.at_token[nominal.head] + 1  # "dozens of clerks | from their captors"
    if "person" not in nominal.fillers:
        return "number" in nominal.fillers and _is_of_held(reading, nominal)
    if (
        is_taken_before(reading, at)
        or (not _is_band(nominal) and is_won_by_force(reading, at))
        or not (_ABDUCTED | _CAUGHT).isdisjoint(norms[nominal.first : nominal.head])
    ):
        return True
    if at + 2 < len(chunks) and chunks[at].kind == ",":
        at += 1  # "Musa Bello, kidnapped in May, was"
    if at + 2 >= len(chunks):
        return False
    if reading.clauses.head_words[at] == "from":
        return _is_holder(reading, at + 1)
    if chunks[at].kind == "W":
        return _is_taken_so(reading, at)
    return chunks[at].kind in _PARTICIPLE and _says_held(reading, at)


def _is_band(nominal: Nominal) -> bool:
    """As in "the gunmen fled after a shootout": those who fight are held by nobody."""
    actor = nominal.actor
    return "armed" in nominal.fillers and (actor is None or actor.type not in STATE_FORCES)


def _is_by_holder(reading: Reading, token: int) -> bool:
    """As in "picked up | by the rebels last week"."""
    at = reading.clauses.at_token[min(token, len(reading.tags) - 1)]
    return reading.sentence.norms[token : token + 1] == ("by",) and _is_holder(reading, at + 1)


def _is_of_held(reading: Reading, nominal: Nominal) -> bool:
    """As in "Of the 30 pupils abducted in May, 12 fled": a number of those told in front."""
    if reading.sentence.norms[0] != "of" or nominal.chunk < 2 or reading.clauses.kinds[1] != "N":  # noqa: PLR2004
        return False
    return is_held(reading, reading.nominal(1))


def _says_held(reading: Reading, participle: int) -> bool:
    """As in "held captive", "seized by rebels", "captured in April", "carried off in a raid"."""
    chunks, norms = reading.clauses.chunks, reading.sentence.norms
    verb, behind = reading.clauses.head_words[participle], norms[chunks[participle].head + 1]
    if behind in _OFF:
        return verb in _TOOK
    if verb in _ABDUCTED or (verb in _BUNDLED and behind == "into"):
        return True
    if (verb, behind) == _PICKED_UP:
        return _is_by_holder(reading, chunks[participle].head + 2)
    if verb not in _HELD:
        return False
    if behind in _CAPTIVELY or (behind == "by" and _is_holder(reading, participle + 2)):
        return True
    return verb in _CAUGHT and (chunks[participle + 1].kind == "t" or behind in _SOMEWHERE)


def _is_taken_so(reading: Reading, relative: int) -> bool:
    """As in "the girls whom the raiders took", "two clerks who had been held by rebels"."""
    kinds, chunks = reading.clauses.kinds, reading.clauses.chunks
    verb = relative + 1
    if kinds[verb] == "N":
        verb += 1
        is_they = reading.clauses.first_words[verb - 1] == "they"
        if not is_they and not _is_holder(reading, verb - 1):
            return False
    elif not chunks[verb].passive:
        return False
    elif _says_held(reading, verb):
        return True
    return kinds[verb : verb + 1] in {"V", "X"} and reading.clauses.head_words[verb] in _TOOK


def _is_holder(reading: Reading, chunk: int) -> bool:
    is_noun = reading.clauses.chunks[chunk].kind == "N"
    return is_noun and not BANDS.isdisjoint(reading.nominal(chunk).fillers)


def force_before(reading: Reading, hit: Hit, frame: Frame) -> list[Filler]:
    """The force that acts in a clause of time behind the trigger, as who took people."""
    if VANISHED not in frame.tags:
        return []
    kinds, chunks = reading.clauses.kinds, reading.clauses.chunks
    norms, firsts = reading.sentence.norms, reading.clauses.first_words
    for at in range(hit.chunk + 1, len(kinds) - 2):
        if norms[chunks[at].last - 1] not in _AFTER:
            continue
        who = at + 1
        if firsts[who] == "being":
            behind = range(who + 1, min(who + _MOST, len(kinds) - 1))
            who = next((by + 1 for by in behind if firsts[by] == "by"), who)
        elif kinds[who + 1] not in _VERBS:
            continue
        if kinds[who] == "N" and "authority" in reading.nominal(who).fillers:
            return [Filler("perpetrator", reading.nominal(who), None, "after")]
    return []
