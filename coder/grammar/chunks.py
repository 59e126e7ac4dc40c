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
from dataclasses import dataclass

# Every repeat is bounded or possessive: a line of 5,000 nouns costs no more than 5,000 steps.
_NOUN_GROUP = (
    r"(?:R(?!S)|(?:D{1,2}t{1,4}+(?=[JENns])|D{0,3}+|!(?=[NnJ#s])|#(?=[#JENnsA]))(?:"
    r"[JENns]|#(?<![NEns]#)|#(?![JNEns#])|A(?=[#J])|S(?=[#JENnsAtGX])|t(?=SA?[#JENns])|C(?=J)(?<=JC)|R(?=S)|X(?=[NEns])(?<=[SJ]X)"
    r"|,(?=J[JNs])(?<=J,)|D(?=[JNEns#])(?<=#D)"
    r"){1,40}+|D{1,2}+)"
)
_VERB_GROUP = (
    r"(?:T[A!]{0,2}(?:[BHO][A!]{0,2}){0,3}[VXKG]"
    r"|A{0,2}(?:[MBHO][A!\"]{0,3}){0,5}[VZXLKG]"
    r"|A{0,2}(?:[MBHO][A!]{0,3}){1,4}"
    r"|T[A!]{0,2}[BHO])"
)
_CHUNK = re.compile(rf"(?P<t>t+(?!SA?[#JENns]))|(?P<n>{_NOUN_GROUP})|(?P<v>{_VERB_GROUP})|(?P<o>.)")
_PASSIVE = re.compile(r"B[A!\"]{0,3}[XK]\Z")


@dataclass(slots=True)
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


def chunk(tags: str) -> list[Chunk]:
    """Chunk a sentence.

    >>> "".join(c.kind for c in chunk("NX#NPE."))
    'NXNPN.'
    """
    found: list[Chunk] = []
    for match in _CHUNK.finditer(tags):
        first, last = match.span()
        group = match.lastgroup
        if group == "o":
            found.append(Chunk(tags[first], first, last, first))
        elif group == "n":
            _append_noun_group(found, tags, first, last)
        elif group == "t":
            found.append(Chunk("t", first, last, first))
        else:
            found.append(_verb_group(tags, first, last))
    return found


def _append_noun_group(found: list[Chunk], tags: str, first: int, last: int) -> None:
    """Find the head; adjectives behind it ("left 12 men dead") become chunks of their own."""
    head = last - 1
    while head >= first and tags[head] not in "NEns":
        head -= 1
    if head < first:
        if not any(letter in tags[first:last] for letter in "DR#"):
            # Adjectives alone are predicates ("was dead").
            found.extend(
                Chunk(tags[token], token, token + 1, token) for token in range(first, last)
            )
            return
        head = last - 1
        while head > first and tags[head] in "S,C":
            head -= 1
        found.append(Chunk("N", first, last, head))
        return
    end = last
    while end > head + 1 and tags[end - 1] in "JAXSC,":
        end -= 1
    found.append(Chunk("N", first, end, head))
    found.extend(Chunk(tags[token], token, token + 1, token) for token in range(end, last))


def _verb_group(tags: str, first: int, last: int) -> Chunk:
    text = tags[first:last]
    head = last - 1
    while head > first and tags[head] in 'A!"':
        head -= 1
    modal = text.find("M")
    aux = text[: head - first]
    if text[0] == "T":
        kind = "I"
    elif any(letter in aux for letter in "MBHO") or tags[head] in "VZLMBHO":
        kind = "V"
    else:
        kind = tags[head]
    return Chunk(
        kind,
        first,
        last,
        head,
        passive=_PASSIVE.search(text[: head - first + 1]) is not None,
        negated="!" in text,
        modal=first + modal if modal >= 0 else None,
        aux=aux,
    )
