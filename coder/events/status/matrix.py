"""What the clause above makes of a clause behind "that": "there is no truth to the report that"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.status.cues import cues_of_word
from coder.events.status.governors import governor_of
from coder.grammar.chunks import FINITE, VERBAL
from coder.lexicon.closed import NEGATIVE, NOBODY
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.rules.ruleset import RuleSet

_HOLDING = sign("doubting_that", "wrongly", "knowing_that", "supposing", NOBODY | {"few", "little"})
MATRIX_KINDS = frozenset({"denied", "negated", "threatened"})
_WORDS_AHEAD = 4  # "were | all totally false", "turned | out to be false"
_LOOKING_BACK = ("recall", "remember", "forg", "commemorat", "honour", "honor")
_WHAT_IS_TOLD = frozenset("PUX")
_NOT = frozenset({"not", "n't", "never"})
_NOBODY = frozenset({"no", "nobody", "no-one", "none", "little", "not", "n't", "never"})
_DOUBT = frozenset({"doubt", "doubts", "doubted", "dispute", "disputes", "disputed"})
_NEAR = 3  # tokens: "no one ever denied"
_RULING = frozenset({"rule", "ruled", "ruling"})
_AND_BUT = frozenset({"and", "but"})
_BE = frozenset({"is", "are", "was", "were", "be", "been", "proved", "proven", "turned"})
STEMMING = frozenset({"comes", "came", "taken"})
_SCARCE = frozenset({"few", "little"})
_SOME = frozenset({("a",), ("the",), ("these",), ("those",)})
_BEYOND = frozenset({"beyond", "without"})  # "it is beyond doubt that"
_MADE_UP = ("made", "up")
_WISHING, _TO = frozenset({"wish", "wishes", "wished"}), ("to",)
_REMINDING = frozenset({("remind",), ("reminds",), ("reminded",), ("reminding",)})


def matrix_cues(draft: Draft, rules: RuleSet, number: int) -> Iterator[tuple[str, str]]:
    """What the clause above a "that" makes of it: "there is no truth to the report that"."""
    reading = draft.reading
    left, right = reading.clauses.clause(number)
    chunks = reading.clauses.chunks
    first, last = chunks[left].first, chunks[right - 1].last
    if _is_beyond_doubt(reading.sentence.norms[first:last]):
        return
    aside = _relative_before(reading, left, right)
    held = held_of_it(reading, left, right)
    if held is not None:
        yield from held
        return
    # "rioted on a rumour that two men had been killed"; of a rumour told as the news it is the news
    is_cause = reading.clauses.kinds[:number].endswith(("P", "G"))
    rumour = chunks[number].head if is_cause and chunks[number].kind == "N" else None
    for token, cue in reading.cues(rules):
        if (
            first <= token < last
            and token not in aside
            and (
                cue.kind in MATRIX_KINDS
                or cue.words in _REMINDING
                or (token == rumour and cue.kind == "hypothetical")
            )
            and (cue.pos == "word" or cue.position == "governs")
        ):
            turned = _turned_by_not(reading, token, right)
            if turned is None:
                yield cue.kind, " ".join(cue.words)
            elif turned:
                yield turned, " ".join(cue.words)


def _is_beyond_doubt(norms: Sequence[str]) -> bool:
    """As in "there is no doubt that", "nobody denies that", "no one disputes that": it is so."""
    if _NOBODY.isdisjoint(norms):
        return False
    doubting = _DOUBT | noun_classes()["denying"]
    return any(
        norm in doubting and not _NOBODY.isdisjoint(norms[max(at - _NEAR, 0) : at])
        for at, norm in enumerate(norms)
    )


def _turned_by_not(reading: Reading, token: int, right: int) -> str | None:
    """What a cue means beside a "not"; an empty string for nothing, null where none stands by.

    "Did not deny that" leaves what is told as it is, "did not rule out that" leaves it open; and
    "did not comment but announced that" says "not" of another verb.
    """
    clauses, norms = reading.clauses, reading.sentence.norms
    at = clauses.at_token[token]
    if norms[token] in _NOT:
        saying = max(clauses.kinds.rfind("V", at, right), clauses.kinds.rfind("X", at, right))
        joined = {clauses.first_words[it] for it in range(at, saying) if clauses.kinds[it] == "C"}
        is_own = joined.isdisjoint(_AND_BUT) and not is_not_denied(reading, at)
        is_own = is_own and clauses.head_words[at] not in _RULING
        return None if is_own else ""
    if clauses.chunks[at].negated:
        return "" if is_not_denied(reading, at) else "hypothetical"
    return None


def held_of_it(reading: Reading, left: int, right: int) -> list[tuple[str, str]] | None:
    """What the clause of these chunks holds of what it tells; null where cues alone decide.

    "The mayor doubts that", "it is a lie that", "was wrongly reported that", "nobody believes
    that": it is not told as done. "There is no doubt that", "nobody denies that", "did not know
    that": it is.
    """
    if not reading.signs & _HOLDING:
        return None
    words = _words_that_hold(reading, left, right)
    is_negative = not NEGATIVE.isdisjoint(words)
    classes = noun_classes()
    doubted = next(
        (word for at, word in enumerate(words) if _is_doubt(word, words[at + 1 : at + 2])), None
    )
    doubted = doubted or _let_be(words)
    if doubted is not None:
        return [] if is_negative or not _BEYOND.isdisjoint(words) else [("hypothetical", doubted)]
    wrongly = next((word for word in words if word in classes["wrongly"]), None)
    if wrongly is not None:
        return [("denied", wrongly)]
    if is_negative and not classes["knowing_that"].isdisjoint(words):
        return []
    if NOBODY.isdisjoint(words) and not _is_scarce(words):
        return None
    return [] if not classes["denying"].isdisjoint(words) else [("negated", "nobody")]


def _is_doubt(word: str, behind: tuple[str, ...]) -> bool:
    """As in "she wished that", and not "the police wish | to inform residents that"."""
    return word in noun_classes()["doubting_that"] and not (word in _WISHING and behind == _TO)


def _is_scarce(words: tuple[str, ...]) -> bool:
    """As in "few believe that", "there is little to suggest that"; not "a few men said"."""
    return any(word in _SCARCE and words[at - 1 : at] not in _SOME for at, word in enumerate(words))


def _words_that_hold(reading: Reading, left: int, right: int) -> tuple[str, ...]:
    """The words of the last verb of these chunks and its subject: no other clause, no aside."""
    clauses, norms = reading.clauses, reading.sentence.norms
    verb = max(clauses.kinds.rfind(kind, left, right) for kind in "VX")
    start = max(clauses.kinds.rfind(mark, left, max(verb, left)) for mark in ",C") + 1
    if start <= left or VERBAL.isdisjoint(clauses.kinds[left:start]):
        start = left
    first, last = clauses.chunks[start].first, clauses.chunks[right - 1].last
    aside = _relative_before(reading, left, right)
    return norms[first:last] if not aside else norms[max(first, aside.stop) : last]


def _let_be(words: tuple[str, ...]) -> str | None:
    """As in "suppose that", "let us assume that": what is told for the sake of argument."""
    opening = words[2:3] if words[:1] == ("let",) else words[:1]
    return next((word for word in opening if word in noun_classes()["supposing"]), None)


def said_wrongly(reading: Reading, verb: int) -> str | None:
    """As in "were wrongly said to have killed two": the word that calls what is told untrue."""
    group, norms = reading.clauses.chunks[verb], reading.sentence.norms
    classes = noun_classes()
    if "B" not in group.aux or norms[group.head] not in classes["clausal"] | classes["held_for"]:
        return None
    words = norms[group.first : group.head]
    return next((word for word in words if word in classes["wrongly"]), None)


def is_not_denied(reading: Reading, verb: int) -> bool:
    """As in "did not deny killing them", "has never denied that", "did not hesitate to kill"."""
    head, classes = reading.clauses.head_words[verb], noun_classes()
    is_negated = reading.clauses.chunks[verb].negated
    return is_negated and (head in classes["denying"] or head in classes["hesitating"])


def wanted_cues(draft: Draft, number: int) -> Iterator[tuple[str, str]]:
    """As in "demanded that the rebels release them", "that he be freed": asked for, not done.

    The verb stands in its bare form where one of the past or the present would say that it is so.
    """
    reading = draft.reading
    clauses, norms = reading.clauses, reading.sentence.norms
    group = clauses.chunks[draft.chunk]
    is_bare = norms[group.first] == "be" or (not group.aux and reading.tags[group.head] == "V")
    if draft.support != "verb" or group.kind not in "VX" or group.modal is not None or not is_bare:
        return
    left, right = clauses.clause(number)
    for at in range(right - 1, left - 1, -1):
        if clauses.head_words[at] in noun_classes()["asking_that"]:
            yield "planned", clauses.head_words[at]
            return


def recalling_cues(reading: Reading, rules: RuleSet, number: int) -> Iterator[tuple[str, str]]:
    """As in "they remembered the teachers who were killed": what is recalled lies in the past."""
    kinds = reading.clauses.kinds
    if kinds[number] not in "VX" or kinds[number - 1 : number] != "W":
        return
    for whom in reading.clauses.antecedent(number - 1)[:1]:
        verb = governor_of(reading, whom)
        if verb is None or kinds[verb] not in "VXIG":
            continue
        head = reading.clauses.chunks[verb].head
        for kind, words in cues_of_word(reading, rules, head, {"governs"}):
            if kind == "background" and words.startswith(_LOOKING_BACK):
                yield kind, words


def is_called_untrue(draft: Draft) -> bool:
    """As in "news of the killing of five is false", "posts saying a bus was hit were baseless".

    What is told stands as subject with the act behind it, and the next verb calls it untrue.
    """
    reading = draft.reading
    kinds, chunks, norms = reading.clauses.kinds, reading.clauses.chunks, reading.sentence.norms
    if _is_branded(reading, draft.chunk, draft.last):
        return True
    verb = _next_finite(kinds, draft.chunk + 1)
    if verb is None or (_BE | STEMMING).isdisjoint(norms[chunks[verb].first : chunks[verb].last]):
        return False
    untrue = noun_classes()["untrue"]
    said_of_it = norms[chunks[verb].first : chunks[verb].last + _WORDS_AHEAD]
    is_untrue = _MADE_UP in pairwise(said_of_it) or not untrue.isdisjoint(said_of_it)
    if "from" in said_of_it:  # "in fact comes from a video game", "was taken from a film"
        is_untrue |= not noun_classes()["told"].isdisjoint(said_of_it)
    if "not" in said_of_it or not is_untrue:
        return False
    said = kinds.rfind("V", 0, draft.chunk)
    if said > 0 and (_is_joined(kinds, draft.chunk) or kinds[said - 1] == ","):
        said = kinds.rfind("V", 0, said)
    return any(_is_what_is_told(reading, at) for at in range(said + 1, draft.chunk))


def _is_branded(reading: Reading, number: int, last: int) -> bool:
    """As in "called reports that men had fired fabricated", "a fake video of men firing"."""
    clauses, classes = reading.clauses, noun_classes()
    kinds, norms, untrue = clauses.kinds, reading.sentence.norms, noun_classes()["untrue"]
    for at in range(number - 1):
        if kinds[at] != "N" or clauses.head_words[at] not in classes["told_thing"]:
            continue
        is_own = FINITE.isdisjoint(kinds[at + 1 : number]) and kinds[at + 1] in "PGXU"
        own = norms[clauses.chunks[at].first : clauses.chunks[at].head]
        before = norms[max(clauses.chunks[at].first - 2, 0) : clauses.chunks[at].first]
        is_made_up = before == _MADE_UP or clauses.head_words[at - 1] in classes["inventing"]
        if is_own and (is_made_up or not untrue.isdisjoint(own)):
            return True
        is_called = (
            at and kinds[at - 1] in "VX" and clauses.head_words[at - 1] in classes["calling"]
        )
        if is_called and kinds[at + 1] == "U" and not untrue.isdisjoint(norms[last:]):
            return True
    return False


def _next_finite(kinds: str, start: int) -> int | None:
    """The next verb of the clause around: "reports that men (who fled) had fired | were false"."""
    for at in range(start, len(kinds)):
        if kinds[at] in "U;":
            return None
        if kinds[at] in "VX" and kinds[at - 1] != "W" and not _is_joined(kinds, at):
            return at
    return None


def _is_joined(kinds: str, verb: int) -> bool:
    """As in "that a prison had been stormed and its inmates | freed": told along with the first."""
    return kinds[:verb].rstrip("NtA").endswith("C")


def _is_what_is_told(reading: Reading, at: int) -> bool:
    """As in "rumours that", "news aired by a channel about", "a post alleging"."""
    kinds = reading.clauses.kinds
    if kinds[at] != "N" or kinds[at - 1 : at] == "P":
        return False
    behind = kinds[at + 1 : at + 2]
    if behind == "," and kinds[at + 2] in "KXV":  # "the video, said to show"
        behind = "X"
    if behind in _WHAT_IS_TOLD and reading.clauses.head_words[at] in noun_classes()["told_thing"]:
        return True
    return behind == "G" and reading.clauses.head_words[at + 1] in noun_classes()["alleging"]


def _relative_before(reading: Reading, left: int, right: int) -> range:
    """The tokens of a clause about who speaks: "sources who asked not to be named told"."""
    kinds = reading.clauses.kinds
    start = kinds.find("W", left, right) if kinds[left - 1 : left] != "W" else left
    verb = max(kinds.rfind("V", left, right), kinds.rfind("X", left, right))
    if not 0 <= start < verb:
        return range(0)
    chunks = reading.clauses.chunks
    return range(chunks[start].first, chunks[verb].first)
