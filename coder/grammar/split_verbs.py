"""What stands before or inside a verb and is no part of it: asides, and who tells the clause.

The auxiliary goes to its main verb, and the aside stands before both: "a judge, according to a
witness, was shot" is the same clause, and every walk knows it.

The marks around the teller become commas, as in "gunmen, he said, shot a judge": one clause, of
which every walk knows the subject.
"""

import re
from dataclasses import replace

from coder.grammar.chunks import Chunk
from coder.grammar.interruptions import DASHES
from coder.lexicon.words import noun_classes

_CLOSED_BY = {",": ",", ":": ":", "(": ")"}
_MAX_ASIDE = 12
_PARTICIPLES = "XK"
_BE, _HAVE, _MODAL, _DO = "BHMO"
_MAIN_BEHIND = {_BE: "XKG", _HAVE: "XK", _MODAL: "", _DO: ""}
_ENDING = ".W"
_WHEN_OPENS = "PtA"
_MAX_PHRASE = 8
_PHRASE = re.compile(r"A?(?:(?P<time>(?:P(?:NP)?)?t[tA]*)|P[Nt](?:P[Nt])*)(?=[XKV])")
_SHORTEST = 2  # chunks behind an auxiliary that may be split from its verb
_TELLER = r"(?:N(?P<after>[VX])[NPt]*|(?P<before>[VX])N(?:PN)*)"
_DASHED = re.compile(r"(?<=N):(?P<said>[UC][^:.()\"]{2,12}):(?=[VX])")
_BETWEEN = re.compile(
    rf"(?<=N)(?:(?P<open>,\"|\",){_TELLER},(?P<close>\")(?=[VX])"
    rf"|(?P<dash>:){_TELLER.replace('after', 'later').replace('before', 'first')}:(?=[VX]))"
)


def with_verbs_whole(tags: str, chunks: list[Chunk]) -> list[Chunk]:
    """The chunks with each auxiliary before an aside joined to the main verb behind it."""
    at = 0
    while at < len(chunks) - _SHORTEST:
        if _may_be_split(tags, chunks, at):
            main = _main_behind(tags, chunks, at)
            if main is not None:
                chunks[main] = _joined(chunks[at], chunks[main], tags)
                del chunks[at]
        at += 1
    return chunks


def _may_be_split(tags: str, chunks: list[Chunk], at: int) -> bool:
    group, behind = chunks[at], chunks[at + 1].kind
    return (
        group.kind == "V"
        and tags[group.head] in _MAIN_BEHIND
        and (behind in _CLOSED_BY or behind in _WHEN_OPENS)
    )


def _main_behind(tags: str, chunks: list[Chunk], auxiliary: int) -> int | None:
    """The main verb behind the aside that opens behind an auxiliary; null where there is none."""
    if chunks[auxiliary + 1].kind in _WHEN_OPENS:
        return _main_behind_phrase(tags, chunks, auxiliary)
    closing = _CLOSED_BY[chunks[auxiliary + 1].kind]
    last = tags[chunks[auxiliary].head]
    for end in range(auxiliary + 3, min(len(chunks) - 1, auxiliary + _MAX_ASIDE)):
        kind = chunks[end].kind
        if kind in _ENDING:
            return None
        if kind == closing and _goes_with(tags, last, chunks[end + 1]):
            return end + 1
    return None


def _main_behind_phrase(tags: str, chunks: list[Chunk], auxiliary: int) -> int | None:
    """As in "had | on Monday | killed", "have | in the last raid | been shot": without commas.

    Of "was" only behind a time, as in "was | in the early hours of Monday | shot", and not "was in
    a car hit by a bomb".
    """
    last = tags[chunks[auxiliary].head]
    kinds = "".join([chunk.kind for chunk in chunks[auxiliary + 1 : auxiliary + _MAX_PHRASE]])
    told = _PHRASE.match(kinds)
    if told is None or last not in _BE + _HAVE or (last == _BE and not told["time"]):
        return None
    main = auxiliary + 1 + told.end()
    return main if _goes_with(tags, last, chunks[main]) else None


def _goes_with(tags: str, last: str, main: Chunk) -> bool:
    """Whether a verb may stand behind an auxiliary: "was ... shot", "has ... been shot"."""
    if main.kind in _MAIN_BEHIND[last]:
        return True
    if main.kind != "V" or main.modal is not None:
        return False
    first = tags[main.first]
    if last in (_MODAL, _DO):
        return first == "V" or (last == _MODAL and first in "BH")
    return first == _BE and len(main.aux) > 0


def _joined(auxiliary: Chunk, main: Chunk, tags: str) -> Chunk:
    aux = tags[auxiliary.first : auxiliary.last] + main.aux
    is_passive = main.passive or (main.kind in _PARTICIPLES and tags[auxiliary.head] == _BE)
    return replace(
        main,
        kind="V",
        passive=is_passive,
        negated=auxiliary.negated or main.negated,
        modal=auxiliary.modal if main.modal is None else main.modal,
        aux=aux,
    )


def with_tellers_between(norms: tuple[str, ...], chunks: list[Chunk]) -> list[Chunk]:
    """The chunks of a sentence with commas around who tells it between subject and verb."""
    kinds = "".join([chunk.kind for chunk in chunks])
    dashed = _DASHED.search(kinds)
    if dashed is not None and norms[chunks[dashed.start()].first] in DASHES:
        for mark in (dashed.start(), dashed.end() - 1):
            chunks[mark] = replace(chunks[mark], kind=",")
        return chunks
    found = _BETWEEN.search(kinds)
    if found is None:
        return chunks
    verb = max(found.start(name) for name in ("after", "before", "later", "first"))
    if norms[chunks[verb].head] not in noun_classes()["clausal"]:
        return chunks
    first, last = found.start(), found.end() - 1
    if found["dash"]:
        for mark in (first, last):
            chunks[mark] = replace(chunks[mark], kind=",")
        return chunks
    quote = first + (kinds[first] == ",")
    return [chunk for at, chunk in enumerate(chunks) if at not in (quote, last)]
