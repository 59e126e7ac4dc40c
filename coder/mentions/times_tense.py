"""Whether the words around a date point to the past or to what is still to come."""

from functools import cache

from coder.mentions.times_tokens import Scene
from coder.mentions.times_words import letter

PAST, UNKNOWN, FUTURE = -1, 0, 1
_WINDOW_BEFORE, _WINDOW_AFTER = 14, 8
_MIN_PARTICIPLE = 4
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
    is_deadline = scene.word(start - 1) in _DEADLINE
    for index in range(start - 1, max(-1, start - _WINDOW_BEFORE), -1):
        if scene.words[index] == "that":
            break  # "it will be recalled that on 16 May rebels killed"
        cue = _cue(scene, index, is_deadline=is_deadline)
        if cue:
            return cue
    if is_deadline:
        return FUTURE
    for index in range(end, min(len(scene.words), end + _WINDOW_AFTER)):
        cue = _cue(scene, index)
        if cue:
            return cue
    return UNKNOWN


def _cue(scene: Scene, index: int, *, is_deadline: bool = False) -> int:
    word = scene.words[index]
    cue = _cues().get(scene.classes[index], UNKNOWN)
    if cue == PAST or (
        not cue and not is_deadline and len(word) > _MIN_PARTICIPLE and word.endswith("ed")
    ):
        # "to be held on Friday": the participle says nothing, "be" does.
        return UNKNOWN if scene.word(index - 1) == "be" else PAST
    return cue
