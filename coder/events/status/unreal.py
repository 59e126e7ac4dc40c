"""What the construction around an act says of it: "kept them from killing", "almost killed"."""

from collections.abc import Iterator

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.senses.aims import is_wanted
from coder.events.status.cues import cues_of_word
from coder.events.status.governors import governor_of
from coder.events.status.habits import is_present
from coder.events.status.presupposed import is_definite_act
from coder.events.status.recency import is_prose
from coder.lexicon.closed import UNTIL
from coder.lexicon.words import noun_classes
from coder.rules.ruleset import RuleSet
from coder.values.labels import EventType

_NEARLY = frozenset({"almost", "nearly"})
_ALL_BUT = ("all", "but")
_TO_DEATH = frozenset({"death", "dead"})
_HARMED_ANYWAY = frozenset({EventType.PROPERTY_ATTACK, EventType.ABUSE, EventType.DISPLACEMENT})
# Before a verb in the present.
_NOT_YET = UNTIL | {"once", "lest", "unless", "before", "provided", "assuming", "supposing"}
_WHENEVER = frozenset({"when", "whenever"})
_HOW = frozenset({"how", "when", "where", "whether", "what", "who", "whom"})
_ASKING_HOW = frozenset({"how", "why", "when", "where", "who", "what"})
_MODALS = frozenset({"do", "does", "would", "will", "can", "could", "should", "might", "must"})
_ANYONE = frozenset({"anyone", "anybody", "whoever", "everyone", "everybody"})
_COULD = "could"
_FROM, _OUT_OF = "from", ("out", "of")
_IN_CASE, _BY_THE_TIME = ("in", "case"), ("by", "the", "time")
_AS_SOON_AS = frozenset({("soon", "as"), ("the", "moment"), ("the", "minute"), _IN_CASE})
_HOW_WHY = frozenset({"how", "why"})
_THOSE = frozenset({"those", "people", "men", "anybody", "anyone", "someone", "somebody"})
_BIDDING = frozenset({'"', '"VC', '"AC', '"!'})  # '"Go and kill them"'
_LET, _SHOULD, _ONE = "let", "should", "one"
_NO_SCENE = frozenset({("'s",), ("for",)})  # "in a nightmare for the family"
_SUPPOSED = frozenset({("assuming",), ("provided",), ("supposing",), ("suppose",), ("imagine",)})
_SCENE_OPENS = frozenset({"in"})
_SCENE_OPENINGS = frozenset({("as", "part"), ("according", "to")})
_OWNED, _SHORT_STORY = ("'s",), ("short", "story")
_SCENE_AT = 5  # tokens: "In his recurring bad dream"
_AIMED = "aimed"
_STATES = frozenset({"hypothetical", "planned", "future", "negated", "foiled", "denied"})
_UNDONE = frozenset({"negated", "foiled"})
_UNREAL = "hypothetical"
_NOMINAL = frozenset({"bare", "occurrence", "light"})
_RULED = frozenset({"ruled", "excluded"})
_AS, _THOUGH, _THAT, _FAR_FROM = "as", "though", "that", ("far", "from")
_CLEARED = frozenset({"cleared", "absolved", "exonerated"})
_MISSED = frozenset({"miss", "missed", "spared", "escaped"})
_ON_THE_POINT = frozenset({"inch", "inches", "whisker", "verge", "brink", "point"})
_WITHIN = frozenset({("within", "seconds", "of"), ("within", "minutes", "of")})
_CAME = frozenset({"came", "come"})
_LYING = frozenset({"lie", "lied", "lying"})
_WORDS = _NEARLY | _NOT_YET | _WHENEVER | _HOW | _ASKING_HOW | _MODALS | _ANYONE
_MORE = {
    "according",
    "part",
    _FROM,
    _LET,
    _ONE,
    _THOUGH,
    _THAT,
    "but",
    "case",
    "time",
    "of",
    "in",
    "for",
    "who",
}
_SIGNS = _WORDS | _MORE | {"those", "which", '"', "?"}


def unreal_cues(draft: Draft, rules: RuleSet) -> Iterator[tuple[str, str]]:
    """Pairs of cue kind and words, as those of listed words are (``of_draft``)."""
    reading = draft.reading
    if draft.support in _NOMINAL:
        yield from _predicate_cues(draft, rules)
    if _SIGNS.isdisjoint(reading.vocabulary):
        return
    norms = reading.sentence.norms
    if _is_in_scene(reading, draft.first):
        yield _UNREAL, norms[0]
    if draft.support != "verb":
        return
    yield from _nearly(draft)
    doer = norms[reading.clauses.chunks[draft.subjects[0]].first] if draft.subjects else ""
    if doer in _ANYONE:
        yield _UNREAL, doer  # "anyone who kills a guard", "anyone caught looting shops"
    kind = reading.clauses.kinds[draft.chunk]
    if kind == "G" or reading.clauses.first_words[draft.chunk] == "being":
        yield from _of_gerund(reading, draft.chunk)
        yield from _kept_from(reading, draft.chunk)
    elif kind == "I":
        yield from _of_infinitive(reading, draft.chunk)
    elif kind in "VX":
        yield from _of_finite(draft)


def _of_infinitive(reading: Reading, number: int) -> Iterator[tuple[str, str]]:
    """As in "debated how to kill", "it is easy for them to kill"."""
    clauses = reading.clauses
    is_possible = clauses.kinds.endswith("JPNI", 0, number + 1)
    is_possible &= clauses.first_words[number - 2] == "for"
    if is_possible or clauses.first_words[number - 1] in _HOW:
        yield _UNREAL, clauses.first_words[number - 1]


def _nearly(draft: Draft) -> Iterator[tuple[str, str]]:
    """As in "almost killed", "all but wiped out"; what is nearly burned down was harmed."""
    if draft.type in _HARMED_ANYWAY:
        return
    norms = draft.reading.sentence.norms
    group = draft.reading.clauses.chunks[draft.chunk]
    is_near = norms[group.head - 1] in _NEARLY or norms[group.head - 2 : group.head] == _ALL_BUT
    if not is_near or not _TO_DEATH.isdisjoint(norms[group.last : group.last + 4]):
        return
    has_doer = bool(draft.by_role("perpetrator") or draft.by_role("instrument"))
    yield "attempted" if has_doer else "negated", norms[group.head - 1]


def _of_gerund(reading: Reading, number: int) -> Iterator[tuple[str, str]]:
    """As in "far from killing them", "cleared of killing", "missed killing", "on the point of"."""
    clauses, norms = reading.clauses, reading.sentence.norms
    first = clauses.chunks[number].first
    ahead, before = norms[max(first - 4, 0) : first], clauses.head_words[number - 1]
    if ahead[-2:] == _FAR_FROM:
        yield "negated", "far from"
    if clauses.kinds[number - 1] in "VX" and before in _MISSED:
        yield "negated", before
    if ahead[:1] and ahead[0] in _CAME and ahead[1:] in _WITHIN:
        yield _UNREAL, "within"
    if ahead[-1:] != ("of",):
        return
    if not _ON_THE_POINT.isdisjoint(ahead):
        yield _UNREAL, "of"
    above = governor_of(reading, number)
    if above is not None and clauses.head_words[above] in _CLEARED:
        yield "background", clauses.head_words[above]


def is_not_stopped(draft: Draft) -> bool:
    """As in "failed to stop them from killing", "nobody could keep rebels from it": it was done."""
    if draft.support != "verb" or _FROM not in draft.reading.vocabulary:
        return False
    reading, classes = draft.reading, noun_classes()
    clauses = reading.clauses
    verb = _verb_of_keeping(reading, draft.chunk)
    if verb is None or clauses.head_words[verb] not in classes["stopping"]:
        return False
    if clauses.kinds[verb] == "I":
        return clauses.head_words[verb - 1] in classes["falling_short"]
    group = clauses.chunks[verb]
    is_open = group.modal is not None and reading.sentence.norms[group.modal] != _COULD
    stoppers = map(reading.nominal, clauses.subject(verb))
    return not is_open and (group.negated or any(it.is_negative for it in stoppers))


def _kept_from(reading: Reading, number: int) -> Iterator[tuple[str, str]]:
    """As in "stopped the gang from killing", "talked them out of it", "shrank from killing"."""
    verb = _verb_of_keeping(reading, number)
    if verb is None:
        return
    clauses = reading.clauses
    is_out_of = clauses.head_words[number - 1] == _OUT_OF[-1]
    word, classes = clauses.head_words[verb], noun_classes()
    whom = [reading.nominal(at) for at in range(verb + 1, number) if clauses.kinds[at] == "N"]
    is_kept = any(it.actor is not None or "person" in it.fillers for it in whom)
    is_kept |= is_out_of and clauses.chunks[verb].passive  # "were scared out of killing"
    if word in classes["stopping"]:
        is_aim = is_wanted(reading, verb) or clauses.chunks[verb].modal is not None
        yield (_UNREAL if is_aim else "foiled"), word
    elif is_kept or word in classes["shrinking"]:
        yield _UNREAL, word


def _verb_of_keeping(reading: Reading, number: int) -> int | None:
    """The verb over a gerund behind "from" or "out of": "stopped | the gang | from | killing"."""
    clauses, norms = reading.clauses, reading.sentence.norms
    first = clauses.chunks[number].first
    is_kept = first > 0 and (norms[first - 1] == _FROM or norms[first - 2 : first] == _OUT_OF)
    if not is_kept or clauses.kinds[number - 1] != "P":
        return None
    verb = governor_of(reading, number)
    if verb is not None and clauses.kinds[verb] == "N":
        verb = governor_of(reading, verb)
    return verb if verb is not None and clauses.kinds[verb] in "VXIGK" else None


def _of_finite(draft: Draft) -> Iterator[tuple[str, str]]:
    reading = draft.reading
    clauses, norms = reading.clauses, reading.sentence.norms
    group = clauses.chunks[draft.chunk]
    left = clauses.clause(draft.chunk)[0]
    opening = clauses.chunks[left].first
    is_base = reading.tags[group.head] == "V" and not group.aux
    if is_base and norms[opening] in {_LET, _SHOULD}:
        yield _UNREAL, norms[opening]
    if opening > 1 and norms[opening - 2 : opening] == (_AS, _THOUGH):
        yield _UNREAL, "as though"
    if clauses.kinds[left - 1 : left] == "U" and norms[opening - 1] == _THAT:
        yield from _told_falsely(draft)
    if is_base and "?" in norms and _is_asked_how(norms, opening, group.head):
        yield _UNREAL, "?"
    subject = draft.subjects[0] if draft.subjects else None
    if subject is None:
        ahead = clauses.kinds[: draft.chunk]
        if is_base and ahead in _BIDDING and '"' in norms[draft.last :]:
            yield _UNREAL, norms[group.head]  # '"Kill them," he told the crowd'
        return
    if is_present(reading, group) and _is_of_any(reading, draft.chunk):
        yield _UNREAL, norms[group.head]
    start = clauses.chunks[subject].first
    if norms[start : start + 2] == ("not", _ONE):
        yield "negated", "not one"
    is_now = is_present(reading, group)
    if subject < draft.chunk and (
        _is_in_case(norms, start) or (is_now and _is_not_yet(reading, start))
    ):
        yield _UNREAL, norms[max(start - 1, 0)]


def _is_of_any(reading: Reading, verb: int) -> bool:
    """As in "a study of how rebels attack", "a law against those who kidnap brides"."""
    clauses = reading.clauses
    if not is_prose(reading.sentence) or "did" in reading.vocabulary:
        return False
    left = clauses.clause(verb)[0]
    if clauses.kinds[left - 1 : left] == "U" and clauses.first_words[left - 1] in _HOW_WHY:
        return True
    if clauses.kinds[verb - 1 : verb] != "W":
        return False
    whom = next(iter(clauses.antecedent(verb - 1)), None)
    return whom is not None and clauses.first_words[whom] in _THOSE


def _told_falsely(draft: Draft) -> Iterator[tuple[str, str]]:
    """As in "lied when he told them that", "the drill assumed that"."""
    reading = draft.reading
    clauses, norms = reading.clauses, reading.sentence.norms
    left = clauses.clause(draft.chunk)[0] - 2
    verb = max(clauses.kinds.rfind("V", 0, left + 1), clauses.kinds.rfind("X", 0, left + 1))
    if verb < 0:
        return
    lied = _LYING.intersection(norms[: clauses.chunks[verb].last])
    if lied:
        yield "denied", min(lied)
    teller = next(iter(clauses.subject(verb)), None)
    if teller is None:
        return
    group = clauses.chunks[teller]
    if not noun_classes()["untrue"].isdisjoint(norms[group.first : group.head]):
        yield "denied", norms[group.head]  # "a forged letter said that"
    if clauses.head_words[teller] in noun_classes()["unreal_scene"]:
        yield _UNREAL, clauses.head_words[teller]


def _is_asked_how(norms: tuple[str, ...], opening: int, verb: int) -> bool:
    """As in "How do rebels attack a post?", "why would they kill?"; not "why did they kill?"."""
    return any(
        norms[at] in _ASKING_HOW and norms[at + 1] in _MODALS
        for at in range(max(opening - 1, 0), verb - 1)
    )


def _is_in_case(norms: tuple[str, ...], start: int) -> bool:
    """As in "guards were doubled in case rebels attacked"."""
    return _IN_CASE in (norms[max(start - 2, 0) : start], norms[max(start - 1, 0) : start + 1])


def _is_not_yet(reading: Reading, start: int) -> bool:
    """As in "once they kill", "in case they attack", "when rebels attack, shops close"."""
    norms = reading.sentence.norms
    before = norms[max(start - 1, 0)] if start else ""
    opening = (norms[start : start + 2], norms[max(start - 2, 0) : start])
    is_supposed = before == _THAT and norms[start - 2 : start - 1] in _SUPPOSED
    is_then = _BY_THE_TIME in (
        norms[max(start - 1, 0) : start + 2],
        norms[max(start - 3, 0) : start],
    )
    if before in _NOT_YET or is_supposed or is_then or not _AS_SOON_AS.isdisjoint(opening):
        return True
    if start != 1 or before not in _WHENEVER:
        return False
    clauses = reading.clauses
    comma = clauses.kinds.find(",", clauses.at_token[start])
    main = next((at for at in range(comma, clauses.told) if clauses.kinds[at] in "VX"), None)
    if comma < 0 or main is None:
        return False
    verb = clauses.chunks[main]
    return verb.modal is not None or reading.tags[verb.head] in "VZ"


def _is_in_scene(reading: Reading, first: int) -> bool:
    """As in "In his dream, gunmen stormed the house", "as part of the drill", "in the novel's end".

    What opens the sentence is no ground.
    """
    norms, classes = reading.sentence.norms, noun_classes()
    if norms[0] not in _SCENE_OPENS and norms[:2] not in _SCENE_OPENINGS:
        return False
    for at in range(1, min(_SCENE_AT, first)):
        norm, behind = norms[at], norms[at + 1 : at + 2]
        if norm in classes["unreal_scene"] or norm in classes["make_believe"]:
            return behind not in _NO_SCENE
        if norm in classes["story"]:
            parts = norms[at + 2 : at + 4] if behind == _OWNED else ()
            return not classes["story_part"].isdisjoint(parts)
        if norms[at - 1 : at + 1] == _SHORT_STORY:
            return True
    return False


def _predicate_cues(draft: Draft, rules: RuleSet) -> Iterator[tuple[str, str]]:
    """As in "an attack was averted", "is unlikely", "cannot be ruled out": said of the act."""
    reading = draft.reading
    clauses = reading.clauses
    kinds = clauses.kinds
    verb = next((at for at in range(draft.chunk + 1, len(kinds)) if kinds[at] in "VXUW:"), None)
    if verb is None or kinds[verb] not in "VX":
        return
    if draft.chunk not in clauses.subject(verb):
        return
    group, norms = clauses.chunks[verb], reading.sentence.norms
    found: list[tuple[str, str]] = []
    is_ruled_out = group.passive and group.negated and norms[group.head] in _RULED
    if is_ruled_out and not is_definite_act(draft):
        yield _UNREAL, norms[group.head]
    elif group.passive and not group.negated:
        found += cues_of_word(reading, rules, group.head, {"governs"})
        if norms[group.last : group.last + 1] == ("by",) or norms[group.head] == _AIMED:
            # "was planned by a cell": it took place; so did one that "was aimed at a post"
            found = [cue for cue in found if cue[0] != "planned"]
    elif norms[group.head] in noun_classes()["seeming"] or reading.tags[group.head] in "BA":
        is_told = kinds[verb + 1 : verb + 2] in {"J", "A", "N"}
        last = clauses.chunks[verb + 1].last if is_told else group.last
        found += (
            (cue.kind, norm)
            for norm in norms[group.first : last]
            for cue in rules.cues.get(norm, ())
            if cue.words == (norm,) and cue.pos == "noun"
        )
    if draft.support == "light":  # "was called off", where "was called" alone makes it one
        found = [cue for cue in found if " " in cue[1]]
    states = _UNDONE if is_definite_act(draft) else _STATES  # "the raid was called off"
    yield from (cue for cue in found if cue[0] in states)
