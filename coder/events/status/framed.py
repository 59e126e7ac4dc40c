"""What an act is told in: a satire, an invention, a drill, a law, a comparison.

From the act outwards stand, one in the other, the verb or noun that it is told by ("shows",
"claimed that", "reports of"), that one's own and so on. Each can say that what it tells is made up,
played, forbidden or only thought of.
"""

from collections.abc import Iterator

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.status.habits import is_present
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes

_DEEPEST = 4
_VERBAL = frozenset("VXGIK")
_ENDS = frozenset("UW:;")
_TELLING = frozenset({"that", "how", "why"})
_OF = frozenset({"of", "about", "on", "for", "against", "in"})
_TO = frozenset({"to", "with", "like"})
_PLAYED = frozenset({"as"})
_UP = "up"
_MAKING = frozenset({"making", "made", "make", "makes"})
_DENIED, _UNREAL, _BACKGROUND = "denied", "hypothetical", "background"
_HAVING = frozenset({"had", "has"})
_SHOW = "show"
_OPENING = 5  # tokens: "In his grandfather's time"
_UNDER = frozenset({"under", "by"})
_OWN = frozenset({"his", "her", "their", "my", "our"})
_AS_A = frozenset({("as", "a"), ("as", "an")})
_OF_WHOM = frozenset({",", "he", "she", "i"})
_NO_END = frozenset({"of", "for"})
_FRAMES = sign(
    *("untrue", "mocking", "inventing", "likening", "picturing", "taking_back", "playing_at"),
    *("musing", "law_noun", "told", "unreal_scene", "rehearsed", _MAKING),
)
_OPENED = sign("law_noun", "time_of_life", "when_young")


def framing_cues(draft: Draft) -> Iterator[tuple[str, str]]:
    """Pairs of cue kind and words, as those of listed words are (``of_draft``)."""
    reading = draft.reading
    if reading.signs & _OPENED:
        yield from _of_opening(draft)
    if not reading.signs & _FRAMES:
        return
    is_told = False
    below = draft.chunk
    for _ in range(_DEEPEST):
        at = _holder(reading, below, draft.chunk)
        if at is None:
            return
        if reading.clauses.kinds[at] == "N":
            is_told = is_told or reading.clauses.head_words[at] in noun_classes()["told_thing"]
            yield from _of_noun(draft, at)
        else:
            yield from _of_verb(draft, at, below, is_told=is_told)
        below = at


def _of_noun(draft: Draft, at: int) -> Iterator[tuple[str, str]]:
    """As in "a doctored clip of", "qualms about", "the penalty for", "a drill in which"."""
    reading, classes = draft.reading, noun_classes()
    head = reading.clauses.head_words[at]
    untrue = classes["untrue"] | classes["mocking"]
    if head in untrue | classes["told_thing"] and (made_up := _word_of(reading, at, untrue)):
        yield _DENIED, made_up
    if (
        head in classes["musing"]
        or (_is_law(reading, at) and _is_in_general(draft))
        or (head in classes["rehearsed"] and draft.by_role("perpetrator"))
    ):
        yield _UNREAL, head


def _of_verb(draft: Draft, at: int, below: int, *, is_told: bool) -> Iterator[tuple[str, str]]:
    """As in "made up an attack", "likened it to an attack", "posed as victims of an attack"."""
    reading, classes = draft.reading, noun_classes()
    clauses = reading.clauses
    head, between = clauses.head_words[at], reading.sentence.norms[clauses.chunks[at].last :]
    joint = _preposition(reading, at, below)
    if (
        head in classes["inventing"]
        or (head in _MAKING and between[:1] == (_UP,))
        or (head in classes["taking_back"] and is_told)
    ):
        yield _DENIED, head
    elif (
        head in classes["picturing"]
        or (head in classes["likening"] and joint in _TO)
        or (head in classes["playing_at"] and joint in _PLAYED and clauses.kinds[below] == "N")
    ):
        yield _UNREAL, head
    yield from _of_teller(draft, at)


def _of_teller(draft: Draft, verb: int) -> Iterator[tuple[str, str]]:
    """As in "a satirical website claimed", "the scenario had", "the code punishes"."""
    reading, classes = draft.reading, noun_classes()
    clauses = reading.clauses
    teller = next(iter(clauses.subject(verb)), None)
    if teller is None or teller > verb:
        return
    head = clauses.head_words[teller]
    told_by = clauses.head_words[verb]
    untrue = classes["mocking"]
    if "person" not in reading.nominal(teller).fillers:
        untrue |= classes["untrue"]
    made_up = _word_of(reading, teller, untrue)
    if made_up and told_by in classes["clausal"] | classes["perception"] | classes["posting"]:
        yield _DENIED, made_up
    elif _is_law(reading, teller):
        if _is_in_general(draft) and is_present(reading, clauses.chunks[verb]):
            yield _UNREAL, head
    elif head in classes["told"] | classes["unreal_scene"] | classes["rehearsed"]:
        is_scene = clauses.kinds[draft.chunk] not in "VX" or is_present(
            reading, clauses.chunks[draft.chunk]
        )
        if is_scene and (head != _SHOW or told_by in _HAVING):
            yield _UNREAL, head


def _is_law(reading: Reading, at: int) -> bool:
    """As in "the penal code", "article 12"; not "the law minister"."""
    law, clauses = noun_classes()["law_noun"], reading.clauses
    return clauses.head_words[at] in law or (
        clauses.first_words[at] in law and "person" not in reading.nominal(at).fillers
    )


def _of_opening(draft: Draft) -> Iterator[tuple[str, str]]:
    """As in "under the law, men who kill", "in his father's time", "as a boy he saw"."""
    norms, classes = draft.reading.sentence.norms, noun_classes()
    opening = norms[1 : min(_OPENING, draft.first)]
    if norms[0] in _UNDER:
        law = next((norm for norm in opening if norm in classes["law_noun"]), None)
        if law and _is_in_general(draft):
            yield _UNREAL, law
    elif norms[0] == "in" and opening[:1] and opening[0] in _OWN:
        for at, norm in enumerate(opening, 2):
            if norm in classes["time_of_life"] and norms[at] not in _NO_END:
                yield _BACKGROUND, norm
    elif norms[:2] in _AS_A and norms[2] in classes["when_young"] and norms[3] in _OF_WHOM:
        yield _BACKGROUND, norms[2]


def _is_in_general(draft: Draft) -> bool:
    """As in "killing a guard is", "those who kill a guard": no one act, and nobody's deed."""
    group = draft.reading.clauses.chunks[draft.chunk]
    return group.kind == "G" or (group.kind == "V" and is_present(draft.reading, group))


def _word_of(reading: Reading, at: int, words: frozenset[str]) -> str | None:
    group = reading.clauses.chunks[at]
    own = reading.sentence.norms[group.first : group.last]
    return next((norm for norm in own if norm in words), None)


def _preposition(reading: Reading, above: int, below: int) -> str:
    """The first preposition between a verb and what it holds: "likened | the tackle | to"."""
    clauses = reading.clauses
    between = range(above + 1, below)
    held = (clauses.first_words[at] for at in between if clauses.kinds[at] == "P")
    return next((word for word in held if word in _TO | _PLAYED), "")


def _holder(reading: Reading, number: int, act: int) -> int | None:
    """The verb or noun that what stands at ``number`` is told by."""
    kinds = reading.clauses.kinds
    if kinds[number] in "VXK":
        return _over_clause(reading, number)
    before = number - 1
    if kinds[number] == "I":
        return _verb_before(kinds, before)
    if kinds.endswith("NG", 0, number + 1):
        if number != act:
            return before  # "a scene showing | gunmen"
        before -= 1  # "had gunmen killing", "of gunmen killing"
    return _over_group(reading, before, kinds[number]) if before >= 0 else None


def _over_group(reading: Reading, before: int, kind: str) -> int | None:
    """What holds a gerund or noun behind ``before``: "showed | gunmen", "a clip | of gunmen"."""
    kinds = reading.clauses.kinds
    if kinds[before] == "P":
        if kinds[before - 1 : before] == "N" and reading.clauses.first_words[before] in _OF:
            return before - 1
        return _verb_before(kinds, before - 1)
    if kinds[before] in _VERBAL:
        return before
    return _verb_before(kinds, before) if kind == "N" and kinds[before] in "At" else None


def _over_clause(reading: Reading, verb: int) -> int | None:
    """What holds a clause: "reports that", "claimed that", "drills in which", "said (that)"."""
    clauses = reading.clauses
    kinds = clauses.kinds
    opener = clauses.clause(verb)[0] - 1
    if kinds[max(opener, 0)] == "W":
        return next(iter(clauses.antecedent(opener)), None)
    if opener > 0 and kinds[opener] == "U":
        return _over_that(reading, opener)
    claiming = clauses.claiming_verb(verb)
    subject = next(iter(clauses.subject(verb)), None)
    is_bare = reading.tags[clauses.chunks[verb].head] == "V" and not clauses.chunks[verb].aux
    if claiming is None and is_bare and subject and subject < verb:
        return subject - 1 if kinds[subject - 1] in _VERBAL else None  # "lets players | kill"
    return claiming


def _over_that(reading: Reading, opener: int) -> int | None:
    """As in "the report | that", "told police on Monday | that", "showed | how"."""
    clauses = reading.clauses
    if clauses.first_words[opener] not in _TELLING:
        return None
    above = opener - 1
    is_told = clauses.head_words[above] in noun_classes()["told_thing"]
    return above if clauses.kinds[above] == "N" and is_told else _verb_before(clauses.kinds, above)


def _verb_before(kinds: str, at: int) -> int | None:
    while at >= 0 and kinds[at] not in _ENDS:
        if kinds[at] in _VERBAL:
            return at
        at -= 1
    return None
