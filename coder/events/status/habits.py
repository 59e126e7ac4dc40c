"""What somebody is said to do, and no day is meant: "it bombs, it burns, it rapes"."""

import re
from collections import Counter

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.grammar.chunks import Chunk
from coder.lexicon.closed import A_AN, A_OR_ANOTHER, ME_US
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES
from coder.values.labels import EventType, PlaceLevel

_REPEATED = 2
_EVERY = frozenset({"every", "each"})
_PRONOUNS = frozenset({"it", "they", "he", "she", "we", "you"})
_THE = "the"
_WORDS = frozenset({"word", "term", "expression", "phrase", "euphemism"})
_PRESENT = frozenset({"use", "uses", "using"})
_USING = _PRESENT | {"used"}
_MEANING = frozenset({"mean", "means", "meaning", "indicate", "describe", "denote", "signify"})
_FOR = frozenset({"for", "when", "if"})
_NEAR = 5  # tokens between "use" and "the word"
_ANYONE = frozenset({"anyone", "anybody", "everyone", "everybody", "those", "whoever"})
_WHENEVER, _IS_ARE = frozenset({"when", "whenever"}), (("is",), ("are",))
_ONE_HIT = A_AN | ME_US | {"him", "her"}
_ASIDE = re.compile(r"N,GN(?:PN)*,V")  # "the rebels, fighting the state for land, said"
_KNOWN_FIGHTS = frozenset((word, "the", "fight", "against") for word in ("of", "for"))
_ARE, _BEING = frozenset({"is", "are"}), "being"


def is_habit(draft: Draft) -> bool:
    """Whether a verb in the present is one of a row, or says what a thing or gang is there for."""
    return (
        _is_of_row(draft.reading)
        or says_what_for(draft)
        or _is_every_time(draft)
        or _is_of_kind(draft)
    )


def _is_of_kind(draft: Draft) -> bool:
    """As in "a pox that kills red squirrels": what one of its kind does."""
    reading = draft.reading
    clauses, at = reading.clauses, draft.chunk
    if draft.times or draft.places or not clauses.kinds.endswith("NW", 0, at):
        return False
    return (
        clauses.first_words[at - 2] in A_OR_ANOTHER and "thing" in reading.nominal(at - 2).fillers
    )


def _is_every_time(draft: Draft) -> bool:
    """As in "herders and farmers clash every dry season"; not of whom it befalls: "every man"."""
    reading = draft.reading
    if _EVERY.isdisjoint(reading.vocabulary):
        return False
    clauses = reading.clauses
    _, right = clauses.clause(draft.chunk)
    objects = clauses.objects(draft.chunk)
    return any(
        clauses.first_words[at] in _EVERY
        and at not in objects
        and clauses.kinds[at - 1] not in "PC,"
        for at in range(draft.chunk + 1, right)
    )


def is_by_those_who(draft: Draft) -> bool:
    """As in "the north has been terrorised by gangs who raid villages": again and again."""
    clauses = draft.reading.clauses
    return any(
        clauses.kinds.startswith("WV", item.nominal.chunk + 1)
        and is_present(draft.reading, clauses.chunks[item.nominal.chunk + 2])
        for item in draft.by_role("perpetrator")
    )


def says_which_side(draft: Draft) -> bool:
    """As in "rebels fighting to topple him", "who are fighting the army": who they are.

    Likewise "the cost of the fight against guerrillas", which goes on.

    Not where a place in the country is told: "the men who are fighting rebels in the old town".
    """
    reading = draft.reading
    clauses, at = reading.clauses, draft.chunk
    if draft.type is not EventType.ARMED_CLASH or draft.times:
        return False
    if draft.construction == "nominal" or reading.tags[draft.first] != "G":
        return reading.sentence.norms[max(draft.first - 2, 0) : draft.last + 1] in _KNOWN_FIGHTS
    if clauses.kinds[at + 1 : at + 2] == "I":
        return clauses.head_words[at + 1] in noun_classes()["aim_of_war"]
    whom = clauses.chunks[at + 1 : at + 2]
    inside = range(whom[0].first, whom[0].last) if whom else range(0)
    if any(it.level is not PlaceLevel.COUNTRY and it.first not in inside for it in draft.places):
        return False
    if clauses.kinds[at] == "V":
        is_now = reading.sentence.norms[clauses.chunks[at].first] in _ARE
        return at > 0 and clauses.kinds[at - 1] == "W" and is_now
    return _ASIDE.match(clauses.kinds, max(at - 2, 0)) is not None


def is_whenever(draft: Draft) -> bool:
    """As in "when cattle enter a field, the owner calls his kin, and huts are burned".

    And in "anyone who goes out is shot at".
    """
    reading = draft.reading
    clauses, norms = reading.clauses, reading.sentence.norms
    if any(_is_whoever(reading, it.nominal) for it in draft.fillers if it.role in HIT_ROLES):
        group = clauses.chunks[draft.chunk]
        return is_present(reading, group) or norms[group.first : group.head] in _IS_ARE
    if norms[0] not in _WHENEVER or draft.support != "verb" or "," not in clauses.kinds:
        return False
    comma = clauses.kinds.index(",")
    verb = clauses.kinds.find("V", 0, comma)
    group = clauses.chunks[draft.chunk]
    return (
        verb > 0
        and comma < draft.chunk
        and (is_present(reading, clauses.chunks[verb]) or clauses.head_words[verb] in _ARE)
        and (is_present(reading, group) or norms[group.first : group.head] in _IS_ARE)
    )


def _is_whoever(reading: Reading, nominal: Nominal) -> bool:
    """As in "anyone", and not in "did not kill anyone"."""
    norms = reading.sentence.norms
    return norms[nominal.head] in _ANYONE and norms[nominal.head + 1 : nominal.head + 2] == ("who",)


def _is_of_row(reading: Reading) -> bool:
    """As in "they kidnap, they murder, they burn": one pronoun before every verb."""
    if _PRONOUNS.isdisjoint(reading.vocabulary):
        return False
    clauses = reading.clauses
    rows = Counter(
        clauses.head_words[at]
        for at in range(len(clauses.kinds) - 1)
        if clauses.kinds[at : at + 2] == "NV" and is_present(reading, clauses.chunks[at + 1])
    )
    return any(rows[norm] >= _REPEATED for norm in _PRONOUNS)


def says_what_for(draft: Draft) -> bool:
    """As in "we condemn the bomb that kills the guard": the one stands for all of its kind."""
    reading = draft.reading
    clauses, at = reading.clauses, draft.chunk
    if not clauses.kinds.endswith("NW", 0, at):
        return False
    first = clauses.chunks[at - 2].first
    return reading.sentence.norms[first] == _THE and any(
        kind == "V" and number < at - 2 and is_present(reading, clauses.chunks[number])
        for number, kind in enumerate(clauses.kinds)
    )


def is_what_word_means(draft: Draft) -> bool:
    """As in "they use the word to indicate that the men were killed": what a word is used for."""
    reading = draft.reading
    if _WORDS.isdisjoint(reading.vocabulary) or _USING.isdisjoint(reading.vocabulary):
        return False
    norms = reading.sentence.norms
    for at in range(min(draft.first, len(norms))):
        around = norms[max(at - _NEAR, 0) : at + _NEAR]
        if norms[at] in _WORDS and not _USING.isdisjoint(around):
            between = norms[at : draft.first]
            is_of_now = not _PRESENT.isdisjoint(around) or not _ARE.isdisjoint(around)
            return not _MEANING.isdisjoint(between) or (is_of_now and not _FOR.isdisjoint(between))
    return False


def is_present(reading: Reading, group: Chunk) -> bool:
    """As in "they burn", "still burn", "are being bombed": no day is behind the words."""
    if not group.aux.strip("A"):
        return reading.tags[group.head] in "VZ"
    words = reading.sentence.norms[group.first : group.head]
    return words[:1] != () and words[0] in _ARE and _BEING in words


def hits_one(draft: Draft) -> bool:
    """As in "attackers ram a checkpoint", "bandits torch 12 huts": who does so did it once."""
    reading = draft.reading
    chunks = reading.clauses.chunks
    return any(
        reading.tags[(first := chunks[filler.nominal.chunk].first)] == "#"
        or reading.sentence.norms[first] in _ONE_HIT
        for filler in draft.fillers
        if filler.role != "perpetrator"
    )
