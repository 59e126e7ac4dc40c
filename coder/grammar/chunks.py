"""Tag string -> chunks: noun groups, verb groups, and single words between them.

Each chunk has one character for its kind, so that a sentence of chunks is a string as well:

=====  ======================================   =====  ====================================
``N``  noun group                               ``G``  -ing verb group without auxiliary
``V``  finite verb group                        ``X``  past form that may be a participle
``I``  infinitive ("to attack")                 ``K``  participle without auxiliary
``t``  time expression                          other  the tag itself (``P C , W U : ( ) " A J T``)
=====  ======================================   =====  ====================================
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from coder.lexicon.closed import AT_PLACE, NOT_IN_VERB, TOLD
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes
from coder.values.kept import Kept

FINITE = frozenset("VX")
VERBAL = FINITE | {"G", "I", "K"}
"""Kinds of verb groups: that may end a clause, and all of them."""

_OPENING = AT_PLACE | {"on"}
_OF = "of"
_PLACE_IN_FRONT = re.compile("[At]*+(?:P[tN]A*+)*?(?:PC)?PN(?=[VX])")
# Every repeat is bounded or possessive: a line of 5,000 nouns costs no more than 5,000 steps.
_NOUN_GROUP = (
    r"(?:R(?!S)|(?:D{1,2}t{1,4}+(?=[JENns])|D{0,3}+|!(?=[NnJ#s])|#(?=[#JENnsA]))(?:"
    r"[JENns]|#(?<![NEns]#)(?<![#NEns]J#)|#(?<!#J#)(?![JNEns#P])|#(?<=E#)(?=P)|A(?=[#J])|S(?=[#JENnsAtGX])|t(?=t{0,3}SA?[#JENns])|C(?=J)(?<=JC)|R(?=S)|X(?=[NEns])(?<=[SJ]X)"
    r"|,(?=J[JNs])(?<=J,)|D(?=[JNEns#])(?<=#D)"
    r"|C(?=[Nn][Nns])(?<=[EJPX]JC)"  # "Peruvian | religious and trade union | leaders"
    r"){1,40}+|D{1,2}+)"
)
_VERB_GROUP = (
    r"(?:A{0,2}(?:[HO][A!]{0,2})?B[A!]{0,2}P?t{1,6}+A{0,2}[XKL]"  # "was on Monday killed"
    r"|T[A!]{0,2}(?:[BHO][A!]{0,2}){0,3}[VXKGL]"
    r"|A{0,3}(?:[MBHO][A!\"]{0,3}){0,5}[VZXLKG]"
    r"|A{0,2}(?:[MBHO][A!]{0,3}){1,4}"
    r"|T[A!]{0,2}[BHO])"
)
_CHUNK = re.compile(rf"[PWU.:()\"]|t++(?!SA?[#JENns])|{_NOUN_GROUP}|{_VERB_GROUP}|.")
_OF_VERBS = "VZXLKGMBHO"
_BESIDE_VERBS = 'TA!"'
_OF_NOUNS = "RDJENns#"  # alone, too
_ENDING_ROW = "VXKIGUW:"
_LAST_KEPT = 120  # tokens: few sentences are longer
_PASSIVE = re.compile(r"B[A!\"Pt]{0,9}[XK]\Z")
_BETWEEN_VERBS = re.compile(r"(?<=[BA!])P?t+(?=[AXKL])")


@dataclass(slots=True, unsafe_hash=True)
class Chunk:
    """One chunk. ``head`` is the token of the head noun or main verb.

    For verb groups: ``passive`` says whether the group itself shows a passive, ``modal`` is the
    token of the modal, ``negated`` whether it holds a negation, ``aux`` the tags before the verb.
    """

    kind: str
    first: int
    last: int
    head: int
    passive: bool = False
    negated: bool = False
    modal: int | None = None
    aux: str = ""


class _Made(Kept[str, tuple[Chunk, ...]]):
    """Tags of one match of the pattern that begins at one token -> its chunks, remembered.

    Sentences are made of the same groups again and again.
    """

    most = 1_000  # with 200 a long run makes half of them anew

    def __init__(self, first: int) -> None:
        super().__init__()
        self._first = first

    def __missing__(self, tags: str) -> tuple[Chunk, ...]:
        return self.keep(tags, _maker(tags)(tags, self._first))


class _Tables(dict[int, _Made]):
    """The tables by the first token."""

    def __missing__(self, first: int) -> _Made:
        made = _Made(first)
        if first <= _LAST_KEPT:
            self[first] = made
        return made


_tables = _Tables()


def chunk(tags: str) -> list[Chunk]:
    """Chunk a sentence.

    >>> "".join(c.kind for c in chunk("NX#NPE."))
    'NXNPN.'
    """
    found: list[Chunk] = []
    first = 0
    for piece in _CHUNK.findall(tags):
        found += _tables[first][piece]
        first += len(piece)
    return found


def share_modals(chunks: list[Chunk], tags: str) -> None:
    """Give a base form behind "and" the modal of the verb it joins: "will bomb it and kill"."""
    for number in range(2, len(chunks)):
        group = chunks[number]
        if group.kind != "V" or group.aux or tags[group.head] != "V":
            continue
        if chunks[number - 1].kind != "C":
            continue
        at = number - 2
        while at > 0 and chunks[at].kind not in _ENDING_ROW:
            at -= 1
        if chunks[at].modal is not None:
            chunks[number] = replace(group, modal=chunks[at].modal)


def negate_contracted(chunks: list[Chunk], norms: Sequence[str]) -> None:
    """Mark the verbs whose negation is part of a word: "didn't fire", "cannot leave"."""
    for number, group in enumerate(chunks):
        if group.kind == "V" and not NOT_IN_VERB.isdisjoint(norms[group.first : group.last]):
            chunks[number] = replace(group, negated=True)


def _maker(tags: str) -> Callable[[str, int], tuple[Chunk, ...]]:
    """What makes chunks of a match: its tags alone tell which part of the pattern it comes from.

    A noun group has a tag that no verb group has, and no other match has more than one tag.
    """
    if not tags.strip("t"):
        return _time
    if not _BETWEEN_VERBS.sub("", tags).strip(_OF_VERBS + _BESIDE_VERBS):
        return _verb_group if any(tag in _OF_VERBS for tag in tags) else _single
    return _single if len(tags) == 1 and tags not in _OF_NOUNS else _noun_group


def _single(tags: str, first: int) -> tuple[Chunk, ...]:
    return (Chunk(tags, first, first + 1, first),)


def _time(tags: str, first: int) -> tuple[Chunk, ...]:
    return (Chunk("t", first, first + len(tags), first),)


def _noun_group(tags: str, first: int) -> tuple[Chunk, ...]:
    """Find the head; adjectives behind it ("left 12 men dead") become chunks of their own."""
    last = len(tags)
    head = last - 1
    while head >= 0 and tags[head] not in "NEns":
        head -= 1
    if head < 0:
        if not any(letter in tags for letter in "DR#"):
            return _singles(tags, 0, first)  # adjectives alone are predicates ("was dead")
        head = last - 1
        while head > 0 and tags[head] in "S,C":
            head -= 1
        return (Chunk("N", first, first + last, first + head),)
    end = last
    while end > head + 1 and tags[end - 1] in "JAXSC,":
        end -= 1
    return (Chunk("N", first, first + end, first + head), *_singles(tags, end, first))


def _singles(tags: str, start: int, first: int) -> tuple[Chunk, ...]:
    """Each tag from ``start`` on as a chunk of its own."""
    return tuple(
        Chunk(tags[at], first + at, first + at + 1, first + at) for at in range(start, len(tags))
    )


def _verb_group(tags: str, first: int) -> tuple[Chunk, ...]:
    head = len(tags) - 1
    while head > 0 and tags[head] in 'A!"':
        head -= 1
    modal = tags.find("M")
    aux = tags[:head]
    if tags[0] == "T":
        kind = "I"
    elif any(letter in aux for letter in "MBHO") or tags[head] in "VZLMBHO":
        kind = "V"
    else:
        kind = tags[head]
    found = Chunk(
        kind,
        first,
        first + len(tags),
        first + head,
        passive=_PASSIVE.search(tags[: head + 1]) is not None,
        negated="!" in tags,
        modal=first + modal if modal >= 0 else None,
        aux=aux,
    )
    return (found,)


def with_people_apart(norms: tuple[str, ...], tags: str, chunks: list[Chunk]) -> list[Chunk]:
    """As in "In the town of Wad Rawa | soldiers beat a man": a place without its comma.

    What says which people goes with them: "in Kandahar | Taliban fighters killed two". And who
    hears it stands apart from whom it is told of: "told Reuters | gunmen killed two".
    """
    at = _end_of_place(norms, chunks) or _hearer(norms, chunks)
    if at is None:
        return chunks
    first, last = chunks[at].first, chunks[at].last
    if not (tags[last - 1] in "Ns" and norms[last - 1] in _people()):
        return chunks
    town = _behind_ground(norms, tags.rfind("E", first, last - 1) + 1, last - 1)
    opens = load_lexicon().opens_people
    behind = next((at for at in range(first + 1, town) if opens(norms, at)), town)
    if not first < behind < last:
        return chunks
    place = Chunk("N", first, behind, behind - 1)
    return [*chunks[:at], place, Chunk("N", behind, last, last - 1), *chunks[at + 1 :]]


def _hearer(norms: tuple[str, ...], chunks: list[Chunk]) -> int | None:
    """The group behind "told" that a finite verb follows, which wants a subject of its own."""
    if TOLD.isdisjoint(norms):
        return None
    kinds = "".join([group.kind for group in chunks])
    return next(
        (at for at in range(1, len(chunks)) if _is_told_and_tells(norms, chunks, kinds, at)), None
    )


def _is_told_and_tells(norms: tuple[str, ...], chunks: list[Chunk], kinds: str, at: int) -> bool:
    verb = chunks[at - 1]
    return (
        kinds[at] == "N"
        and norms[verb.head] in TOLD
        and not verb.passive
        and kinds.startswith(("V", "XN"), at + 1)
    )


def _end_of_place(norms: tuple[str, ...], chunks: list[Chunk]) -> int | None:
    """The last group of "Also on Monday, in the town of A": null for other openings."""
    kinds = "".join([group.kind for group in chunks])
    opening = _PLACE_IN_FRONT.match(kinds)
    if opening is None:
        return None
    at = opening.end() - 1
    words = [norms[group.last - 1] for group in chunks[: at + 1] if group.kind == "P"]
    is_place = words[-1] in AT_PLACE or (words[-1] == _OF and words[0] in _OPENING)
    return at if is_place else None


def _behind_ground(norms: tuple[str, ...], town: int, last: int) -> int:
    """Behind "Swat | valley", "Gao | airport", "Gao | 's main market": the ground of a place."""
    grounds = noun_classes()["place_noun"] | noun_classes()["scene_of_deeds"]
    behind = next((at + 1 for at in range(last - 1, town - 1, -1) if norms[at] in grounds), town)
    return last if norms[behind] == "'s" else behind


@cache
def _people() -> frozenset[str]:
    return frozenset(load_lexicon().persons.last_words)
