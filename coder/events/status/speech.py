"""Days and places of who speaks, not of the act: "said on Monday", "officials in Lima said"."""

from coder.events.drafts import SourceDraft
from coder.events.reading import Reading
from coder.grammar.chunks import FINITE
from coder.grammar.clauses import Clauses
from coder.lexicon.words import noun_classes

_ACCORDING = "according"
_CLAIMED = frozenset({"responsibility", "credit"})
_LISTENING = frozenset({"told", "heard"})
_CLOSING = frozenset({"", ",", ".", '"', ":"})
_SPOKEN_IN = frozenset({"P", "NP"})  # "said in", "told reporters in"
_SPOKEN_THERE = frozenset({"PNP", "NPNP"})  # "said in Lagos on", "told reporters in Lagos on"
_SPOKEN_TO = frozenset({"XP", "VP"})
_WHERE_SAID = frozenset({"in", "at", "from"})
_IN_BY = frozenset({"in", "by", "through", "via", "on"})
_VERBAL = frozenset("VXKI")


def is_day_of_speech(reading: Reading, number: int, speech: set[int]) -> bool:
    """Whether a time stands at a verb of saying: "said on Monday", "on Monday said"."""
    kinds = reading.clauses.kinds
    if _is_behind_according(reading, number) or _is_of_what_told(reading, number):
        return True
    for verb in speech:
        between = kinds[min(verb, number) + 1 : max(verb, number)]
        if number < verb and kinds[verb] == "G" and "P" in between:
            continue  # "shot two on Monday after accusing them of"
        if len(between) <= 2 and not between.strip("PtA"):  # noqa: PLR2004 - "on", "late"
            return True
        if verb < number and between in _SPOKEN_IN and kinds[number + 1 : number + 2] in _CLOSING:
            return True  # "told the agency on Friday"
        if verb < number and between in _SPOKEN_THERE and _closes_quote(reading, verb, number):
            return True
    if kinds[number - 2 : number + 2] != "NPtP":
        return False
    claim = reading.clauses.chunks[number - 2]
    return reading.sentence.norms[claim.head] in _CLAIMED  # "took responsibility on Monday for"


def _is_behind_according(reading: Reading, number: int) -> bool:
    """As in "..., according to police reports on Sunday.": the day it was told."""
    clauses = reading.clauses
    at = number - 1 - (clauses.kinds[max(number - 1, 0)] == "P")
    if at < 1 or clauses.kinds[at] != "N" or clauses.kinds[number + 1 : number + 2] not in _CLOSING:
        return False
    start = clauses.phrase_start(at)
    return start is not None and _ACCORDING in clauses.first_words[max(start - 1, 0) : start + 1]


def _is_of_what_told(reading: Reading, number: int) -> bool:
    """As in "claimed it in a statement on Sunday and said": the day the statement was made."""
    clauses = reading.clauses
    at = number - 1 - (clauses.kinds[max(number - 1, 0)] == "P")
    if at < 1 or clauses.kinds[at - 1 : at + 1] != "PN":
        return False
    return clauses.head_words[at] in noun_classes()["made_known"] and (
        clauses.first_words[at - 1] in _IN_BY
    )


def hearings(reading: Reading) -> set[int]:
    """As in "an inquest was told on Monday", "the court heard": the verbs of who listened."""
    courts = noun_classes()["court_noun"]
    if courts.isdisjoint(reading.vocabulary) or _LISTENING.isdisjoint(reading.vocabulary):
        return set()
    clauses, norms = reading.clauses, reading.sentence.norms
    return {
        verb
        for verb, group in enumerate(clauses.chunks)
        if norms[group.head] in _LISTENING and clauses.has_head(clauses.subject(verb), courts)
    }


def _closes_quote(reading: Reading, verb: int, number: int) -> bool:
    """As in "'They fired,' the mayor said in Lagos on Thursday.": only who says what was quoted."""
    kinds = reading.clauses.kinds
    before = kinds.rfind('"', 0, verb)
    preposition = reading.clauses.chunks[number - 3].first
    return (
        kinds[before + 1 : verb].strip("NP") == ""
        and before > 0
        and kinds[number + 1 : number + 2] in _CLOSING
        and reading.sentence.norms[preposition] in _WHERE_SAID
    )


def is_place_of_speech(clauses: Clauses, source: SourceDraft, number: int) -> bool:
    """A place beside a verb of saying: "the ministry in Lima said", "announced in Lima"."""
    if source.verb is not None and clauses.kinds[source.verb + 1 : number] in _SPOKEN_IN:
        return not _is_of_subject_told(clauses, source.verb, number)
    kinds = clauses.kinds
    if source.nominal is None:
        return False
    if source.verb is None:  # "according to witnesses interviewed in Bangladesh"
        return kinds[source.nominal.chunk + 1 : number] in _SPOKEN_TO
    start, end = source.nominal.chunk, source.verb
    if number < start and _is_occasion(source.reading, number, start):
        return True  # "In comments on his arrival in Quito, Paz said"
    while kinds.endswith("NC", 0, start):
        start -= 2  # "medics in Aden and a military source said"
    if kinds.endswith("NP", 0, start):
        start -= 2  # "officials in Aden and Sanaa said"
    between = kinds[start:number]  # "the minister, on a visit to Gao, said"
    has_shot = kinds[end] == "G" and not FINITE.isdisjoint(between)
    if "W" in between or has_shot:
        return False  # "a man who was arrested in Lima has confessed", "shot two before accusing"
    return start < number < end and ("," not in between or not between.strip("NPC,"))


def _is_of_subject_told(clauses: Clauses, saying: int, number: int) -> bool:
    """As in "they said police in Leeds are holding four": what is said begins before the place."""
    kinds = clauses.kinds
    while clauses.wider and clauses.lies_in_next(number):
        number += 2  # "they said a bus in Mombasa, Kenya was"
    behind = kinds[number + 1 :].lstrip("PtA")
    return kinds[saying + 1 : saying + 2] == "N" and behind.startswith(("V", "X", "W"))


def _is_occasion(reading: Reading, number: int, start: int) -> bool:
    """Whether words before the speaker tell at which visit, meeting or interview it was said."""
    kinds = reading.clauses.kinds
    if kinds[number + 1 : start].strip("t") != "," or not _VERBAL.isdisjoint(kinds[:number]):
        return False
    heads = {reading.sentence.norms[group.head] for group in reading.clauses.chunks[:number]}
    return not heads.isdisjoint(noun_classes()["occasion"])
