"""What an act is told in: a satire, an invention, a drill, a law, a comparison.

From the act outwards stand, one in the other, the verb or noun that it is told by ("shows",
"claimed that", "reports of"), that one's own and so on. Each can say that what it tells is made up,
played, forbidden or only thought of.
"""

from collections.abc import Iterator

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.status.habits import is_present
from coder.grammar.chunks import VERBAL
from coder.lexicon.closed import MAKING
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.values.kinds import ARMED_NON_STATE, REMOTE, STATE_FORCES
from coder.values.labels import EventType

_DEEPEST = 4
_ENDS = frozenset("UW:;")
_TELLING = frozenset({"that", "how", "why"})
_OF = frozenset({"of", "about", "on", "for", "against", "in"})
_TO = frozenset({"to", "with", "like"})
_PLAYED = frozenset({"as"})
_UP, _PASSED, _LIKE = "up", "passed", "like"
_ANY = frozenset({"a", "an", "another", "such"})
_DENIED, _UNREAL, _BACKGROUND = "denied", "hypothetical", "background"
_HAVING = frozenset({"had", "has"})
_SHOW, _DURING = "show", "during"
_FIRED = REMOTE | {EventType.PROPERTY_ATTACK}
_REHEARSED = sign("rehearsed")
_FRAMES = sign(
    *("untrue", "mocking", "inventing", "likening", "picturing", "taking_back", "playing_at"),
)
_FRAMES |= sign("told", "unreal_scene", "rehearsed", "story_maker", "sharing", "bringing")
_FRAMES |= sign("musing", "law_noun", "forbidding", "clergy", MAKING | {_PASSED, _LIKE, "not"})


def framing_cues(draft: Draft) -> Iterator[tuple[str, str]]:
    """Pairs of cue kind and words, as those of listed words are (``of_draft``)."""
    reading = draft.reading
    if not reading.signs & _FRAMES:
        return
    is_told = False
    below = draft.chunk
    if reading.clauses.kinds[below] == "G" and _is_forbidden(draft):
        yield _UNREAL, "forbidden"
    if reading.signs & _REHEARSED and (drill := _drill(draft)):
        yield _UNREAL, drill
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


def _drill(draft: Draft) -> str | None:
    """As in "the navy fired a missile that sank a target ship during exercises".

    Also where the drill stands in another clause of the sentence, as no fighting is told by them.
    """
    reading = draft.reading
    clauses, rehearsed = reading.clauses, noun_classes()["rehearsed"]
    if draft.type not in _FIRED or draft.claims:
        return None
    parties = [reading.nominal(at).actor for at, kind in enumerate(clauses.kinds) if kind == "N"]
    armed = {actor.type for actor in parties if actor is not None}
    if armed.isdisjoint(STATE_FORCES) or not armed.isdisjoint(ARMED_NON_STATE):
        return None
    return next(
        (
            clauses.head_words[at]
            for at, kind in enumerate(clauses.kinds)
            if kind == "N"
            and clauses.head_words[at] in rehearsed
            and clauses.first_words[at - 1] == _DURING
        ),
        None,
    )


def _is_forbidden(draft: Draft) -> bool:
    """As in "made attacking a post a crime", "the charter outlaws killing"."""
    norms, classes = draft.reading.sentence.norms, noun_classes()
    before = norms[draft.reading.clauses.chunks[draft.chunk].first - 1]
    is_made = before in MAKING and not classes["crime_noun"].isdisjoint(norms[draft.last :])
    return is_made or before in classes["forbidding"]


def _of_noun(draft: Draft, at: int) -> Iterator[tuple[str, str]]:
    """As in "a doctored clip of", "qualms about", "the penalty for", "a drill in which"."""
    reading, classes = draft.reading, noun_classes()
    head = reading.clauses.head_words[at]
    untrue = classes["untrue"] | classes["mocking"]
    if head in untrue | classes["told_thing"] and (made_up := _word_of(reading, at, untrue)):
        yield _DENIED, made_up
    if (
        head in classes["musing"]
        or (_is_law(reading, at) and is_in_general(draft))
        or (head in classes["rehearsed"] and draft.by_role("perpetrator"))
    ):
        yield _UNREAL, head


def _of_verb(draft: Draft, at: int, below: int, *, is_told: bool) -> Iterator[tuple[str, str]]:
    """As in "made up an attack", "likened it to an attack", "posed as victims of an attack"."""
    reading, classes = draft.reading, noun_classes()
    clauses = reading.clauses
    group = clauses.chunks[at]
    head, between = clauses.head_words[at], reading.sentence.norms[group.last :]
    joint = _preposition(reading, at, below)
    if (
        head in classes["inventing"]
        or (head in MAKING and between[:1] == (_UP,))
        or (head == _PASSED and between[:1] == ("off",) and joint in _PLAYED)
        or (head in classes["taking_back"] and is_told)
        or (head in classes["sharing"] and is_told and joint == "with")
    ):
        yield _DENIED, head
    elif (
        head in classes["picturing"]
        or clauses.first_words[below - 1] == _LIKE
        or (group.modal is not None and head in classes["bringing"] and _is_vague(draft, below))
        or (head in classes["likening"] and joint in _TO)
        or (head in classes["playing_at"] and joint in _PLAYED and clauses.kinds[below] == "N")
    ):
        yield _UNREAL, head
    yield from _of_teller(draft, at)


def _is_vague(draft: Draft, below: int) -> bool:
    """As in "what would follow an attack": no act that is known."""
    group = draft.reading.clauses.chunks[below]
    is_own = below == draft.chunk and draft.support != "verb"
    return is_own and draft.reading.sentence.norms[group.first] in _ANY


def _of_teller(draft: Draft, verb: int) -> Iterator[tuple[str, str]]:
    """As in "a satirical website claimed", "the scenario had", "the code punishes"."""
    reading, classes = draft.reading, noun_classes()
    clauses = reading.clauses
    teller = next(iter(clauses.subject(verb)), None)
    if teller is None or teller > verb:
        return
    head = _told_in(reading, teller)
    told_by = clauses.head_words[verb]
    opens = clauses.first_words[teller], reading.tags[clauses.chunks[teller].first]
    # "not a single witness saw", and no "not less than six were hurt in"
    if clauses.kinds[teller - 1 : teller] == "!" or (opens[0] == "not" and opens[1] != "#"):
        yield "negated", told_by
    untrue = classes["mocking"]
    if "person" not in reading.nominal(teller).fillers:
        untrue |= classes["untrue"]
    made_up = _word_of(reading, teller, untrue)
    if made_up and told_by in classes["clausal"] | classes["perception"] | classes["posting"]:
        yield _DENIED, made_up
    elif _is_law(reading, teller):
        if is_in_general(draft) and is_present(reading, clauses.chunks[verb]):
            yield _UNREAL, head
    elif head in classes["told"] | classes["unreal_scene"] | classes["rehearsed"]:
        is_scene = clauses.kinds[draft.chunk] not in "VX" or is_present(
            reading, clauses.chunks[draft.chunk]
        )
        if is_scene and (head != _SHOW or told_by in _HAVING):
            yield _UNREAL, head
    else:
        yield from _of_tale(draft, teller, told_by)


def _of_tale(draft: Draft, teller: int, told_by: str) -> Iterator[tuple[str, str]]:
    """As in "the novelist has gunmen kill him", "the rabbi recalled how Cain slew Abel"."""
    classes, head = noun_classes(), _told_in(draft.reading, teller)
    is_of_work = not classes["story"].isdisjoint(draft.reading.vocabulary)
    if head in classes["story_maker"] and is_of_work:
        yield _UNREAL, head
    elif _is_scripture(draft, teller, told_by):
        yield _BACKGROUND, head


def _is_scripture(draft: Draft, teller: int, told_by: str) -> bool:
    """As in "the rabbi recalled how Cain slew Abel": names alone, and no day and no place."""
    reading = draft.reading
    group, clergy = reading.clauses.chunks[teller], noun_classes()["clergy"]
    return (
        told_by in noun_classes()["retelling_verb"]
        and not clergy.isdisjoint(reading.sentence.norms[group.first : group.last])
        and not (draft.times or draft.places)
        and all(
            reading.tags[filler.nominal.head] == "E" or "pronoun" in filler.nominal.fillers
            for filler in draft.fillers
        )
    )


def _told_in(reading: Reading, teller: int) -> str:
    """The work or drill that tells: "the film's last shot", "the hero of the story", "a drill"."""
    clauses, classes = reading.clauses, noun_classes()
    works = classes["story"] | classes["told"]
    group, norms = clauses.chunks[teller], reading.sentence.norms
    for at in range(group.first, group.head):
        if norms[at] in works and norms[at + 1] == "'s":
            return norms[at]
        if norms[at] in classes["rehearsed"]:
            return norms[at]  # "a practice run"
    if clauses.kinds[teller + 1 : teller + 3] == "PN" and clauses.first_words[teller + 1] == "of":
        whole = clauses.head_words[teller + 2]
        return whole if whole in works else clauses.head_words[teller]
    return clauses.head_words[teller]


def _is_law(reading: Reading, at: int) -> bool:
    """As in "the penal code", "article 12"; not "the law minister"."""
    law, clauses = noun_classes()["law_noun"], reading.clauses
    return clauses.head_words[at] in law or (
        clauses.first_words[at] in law and "person" not in reading.nominal(at).fillers
    )


def is_in_general(draft: Draft) -> bool:
    """As in "killing a guard is", "those who kill a guard": no one act, and nobody's deed."""
    group = draft.reading.clauses.chunks[draft.chunk]
    return group.kind == "G" or (group.kind == "V" and is_present(draft.reading, group))


def _word_of(reading: Reading, at: int, words: frozenset[str]) -> str | None:
    group = reading.clauses.chunks[at]
    own = reading.sentence.norms[max(group.first - 1, 0) : group.last]  # "altered | photograph"
    return next((norm for norm in own if norm in words), None)


def _preposition(reading: Reading, above: int, below: int) -> str:
    """The first preposition between a verb and what it holds: "likened | the tackle | to"."""
    clauses = reading.clauses
    between = range(above + 1, below + 1)
    held = (clauses.first_words[at] for at in between if clauses.kinds[at] in "PI")
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
    if kinds[before] in VERBAL:
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
        return subject - 1 if kinds[subject - 1] in VERBAL else None  # "lets players | kill"
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
        if kinds[at] in VERBAL:
            return at
        at -= 1
    return None
