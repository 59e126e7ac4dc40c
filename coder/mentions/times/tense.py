"""Whether the words around a date point to the past or to what is still to come."""

from functools import cache

from coder.lexicon.closed import ARTICLES
from coder.lexicon.words import noun_classes, word_tags
from coder.mentions.times.tokens import Scene
from coder.mentions.times.words import letter

PAST, UNKNOWN, FUTURE = -1, 0, 1
_WINDOW_BEFORE, _WINDOW_AFTER = 14, 8
_MIN_PARTICIPLE = 4
_ACT_WITHIN = 3  # words: "'s deadly car bombing"
_ONLY_PAST = "L"
# "closed until Friday": before these a participle tells a state that will end, not something past.
_DEADLINE = frozenset({"until", "till", "by"})


@cache
def _cues() -> dict[str, int]:
    return {letter("future"): FUTURE, letter("past"): PAST}


def direction(scene: Scene, start: int, end: int) -> int:
    """-1 past, 1 future, 0 undecided, for the expression of the tokens ``start:end``.

    The nearest verb before it in its clause decides, else the first one after it. A participle
    after "be" has the tense of what stands before "be" ("will be tried", "was to be held").
    """
    if scene.word(end) == "'" and _is_of_act(scene, end + 2):
        return PAST  # "the toll of Friday's bombing could rise"
    is_deadline = scene.word(start - 1) in _DEADLINE
    for index in range(start - 1, max(-1, start - _WINDOW_BEFORE), -1):
        if scene.words[index] == "that":
            break  # "it will be recalled that on 16 May rebels killed"
        cue = _cue(scene, index, is_deadline=is_deadline)
        if cue:
            return cue
    if is_deadline:
        return PAST if _was_before(scene, end) else FUTURE
    for index in range(end, min(len(scene.words), end + _WINDOW_AFTER)):
        if scene.words[index] == "ahead" and scene.word(index + 1) == "of":
            continue  # "on Sunday, ahead of a summit, gunmen killed"
        cue = _cue(scene, index)
        if cue:
            return cue
    return UNKNOWN


def _was_before(scene: Scene, end: int) -> bool:
    """As in "by Monday most of them had died": the deadline is over."""
    for index in range(end, min(len(scene.words), end + _WINDOW_AFTER)):
        if scene.words[index] == "had":
            return True
        if _cue(scene, index) == FUTURE:
            return False
    return False


def _is_of_act(scene: Scene, at: int) -> bool:
    """Whether a violent act is told by one of the next words: nobody knows it before its day."""
    acts = noun_classes()["scene_of"]
    return any(scene.word(index) in acts for index in range(at, at + _ACT_WITHIN))


def _is_cause(word: str) -> bool:
    """Whether a noun stands behind "due to": "a blast", "firing"; no verb: "due to meet"."""
    return word in ARTICLES or word_tags().get(word, "N") not in "VBHnX"


def _tells_past(scene: Scene, be: int) -> int | None:
    """What "be" says where it tells of nothing to come; else null."""
    if scene.word(be - 2) in noun_classes()["held_for"]:
        return UNKNOWN  # "believed to be thieves on Monday robbed": what they are held for
    is_heard = scene.word(be - 1) == "could" and scene.word(be + 1) in noun_classes()["perception"]
    return PAST if is_heard else None  # "gunfire could be heard on Sunday night"


def _cue(scene: Scene, index: int, *, is_deadline: bool = False) -> int:
    word = scene.words[index]
    if word == "be" and (told := _tells_past(scene, index)) is not None:
        return told
    if word == "due" and scene.word(index + 1) == "to" and _is_cause(scene.word(index + 2)):
        return UNKNOWN  # "were killed due to a blast on Monday": a cause, and nothing to come
    cue = _cues().get(scene.classes[index], UNKNOWN)
    if cue and index and scene.is_mixed_case and scene.is_capital(index):
        return UNKNOWN  # "a Planned Parenthood clinic": part of a name
    if (word == "be" and scene.word(index - 1) == "-") or (
        word == "would" and scene.word(index + 1) == "-"
    ):
        return UNKNOWN  # "a would-be bomber"
    is_told = (len(word) > _MIN_PARTICIPLE and word.endswith("ed")) or (
        word_tags().get(word) == _ONLY_PAST  # "shook", "sank"
    )
    if cue == PAST or (not cue and not is_deadline and is_told):
        # "to be held on Friday": the participle says nothing, "be" does.
        return UNKNOWN if scene.word(index - 1) == "be" else PAST
    return cue
