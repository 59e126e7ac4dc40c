"""Asides that stand inside a sentence without a part in it: ages, short names, editor's notes.

"Ana Ruiz, 34, and Eva Paz, 20 years old, were", "the Farmers' Front (FF) leader", "Paz [name as
received] was": the chunks of the aside are taken out of the row, so that every walk sees the
sentence without them. The tokens stay.
"""

import re
from dataclasses import replace
from functools import cache

from coder.grammar.chunks import (
    Chunk,
    chunk,
    negate_contracted,
    share_modals,
    with_people_apart,
)
from coder.grammar.fixed import NUMBERING
from coder.grammar.naming import WHAT, without_contrast, without_naming
from coder.grammar.split_verbs import with_tellers_between, with_verbs_whole
from coder.lexicon.closed import NOT_IN_VERB, OF_FROM, PLURAL_VERBS, TOLD
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes
from coder.values.text import Sentence

_SHARING = re.compile("M.*CA?V")
_SPLIT = re.compile(
    r"[BHMO][A!]?[,:(]|[BH][A!]?[Pt]"
)  # "was, as feared, shot", "had on Monday shot"
_MAX_NOTE = 8
_AS_WELL_AS = ("as", "well", "as")
_YEARS = frozenset({"year", "years", "months"})
_BEING = "being"
_AGES = "ages"
_ALIAS = frozenset({"alias", "aka", "a.k.a", "a.k.a.", "otherwise"})
_CALLED = frozenset({"called", "known"})
_LEAVING = frozenset({"leaving", "left"})
_OF_BODY = frozenset({"hands", "eyes", "throat", "throats", "feet", "legs", "wrists", "limbs"})
_MAX_STATE = 16
_GUESSING = frozenset({"probably", "presumably", "possibly", "likely", "apparently", "perhaps"})
_GUESS = frozenset({",AN,X", ",AN,V"})
_REPORTED = frozenset({"reported", "mentioned", "noted", "described", "announced", "stated"})
_OLDEST = 3  # digits of an age


def chunks_of(sentence: Sentence, tags: str) -> list[Chunk]:
    """The chunks of a sentence without asides; groups that an aside split are one again."""
    chunks = _in_groups(sentence, tags)
    if (
        "(" not in tags
        and ",#" not in tags
        and '"' not in tags
        and _words_of_asides().isdisjoint(sentence.vocabulary)
        and ("as" not in sentence.vocabulary or ",P" not in tags)
        and ("dead" not in sentence.vocabulary or _LEAVING.isdisjoint(sentence.vocabulary))
    ):
        return chunks
    kept: list[Chunk] = []
    at = 0
    while at < len(chunks):
        may_be = kept and (kept[-1].kind == "N" or sentence.norms[chunks[at].first] == "[")
        end = at
        if may_be:
            end = _behind_aside(sentence, tags, chunks, at)
            if chunks[at].kind == ",":
                end = max(end, _behind_words_between(sentence, chunks, at))
        if end > at:
            at = end
            if _goes_on(tags, chunks, at):
                kept[-1] = replace(chunks[at], first=kept[-1].first)
                at += 1
            continue
        kept.append(chunks[at])
        at += 1
    return kept


@cache
def _words_of_asides() -> frozenset[str]:
    """One of these stands in nearly every aside that has no mark around it."""
    return noun_classes()["aged_one"] | _ALIAS | _OF_BODY | _GUESSING | {_AGES, "aged", "old"}


def _in_groups(sentence: Sentence, tags: str) -> list[Chunk]:
    """The chunks of a sentence, each group as one whatever splits it or stands for it."""
    chunks = _with_being_done(sentence, chunk(tags))
    if _SHARING.search(tags) is not None:
        share_modals(chunks, tags)
    if not NOT_IN_VERB.isdisjoint(sentence.vocabulary):
        negate_contracted(chunks, sentence.norms)
    if "well" in sentence.vocabulary:
        chunks = _joined_by_words(sentence.norms, chunks)
    if WHAT in sentence.vocabulary:
        chunks = without_naming(sentence.norms, chunks)
    chunks = _with_places_apart(sentence.norms, tags, chunks)
    if _SPLIT.search(tags) is not None:
        chunks = with_verbs_whole(tags, chunks)
    if tags.count('"') > 2 or tags.count(":") > 1:  # noqa: PLR2004 - a quote that goes on
        chunks = with_tellers_between(sentence.norms, chunks)
    return without_contrast(sentence.norms, chunks) if "not" in sentence.vocabulary else chunks


def _with_being_done(sentence: Sentence, chunks: list[Chunk]) -> list[Chunk]:
    """The passive of "two men | being questioned | were shot" as the participle that it is."""
    norms = sentence.norms
    for at in range(1, len(chunks)) if _BEING in sentence.vocabulary else ():
        group = chunks[at]
        is_passive = group.kind == "V" and group.passive and norms[group.first] == _BEING
        if is_passive and chunks[at - 1].kind == "N":
            chunks[at] = replace(group, kind="G")
    return chunks


def _with_places_apart(norms: tuple[str, ...], tags: str, chunks: list[Chunk]) -> list[Chunk]:
    """The chunks with what stands behind a place, and no mark between, as groups of their own."""
    if "E#" in tags:
        chunks = _with_counts_apart(norms, tags, chunks)
    if "E" in tags and (tags[:1] in "PAtT" or not TOLD.isdisjoint(norms)):
        chunks = with_people_apart(norms, tags, chunks)
    return chunks


def _joined_by_words(norms: tuple[str, ...], chunks: list[Chunk]) -> list[Chunk]:
    """The chunks with "as well as" as one conjunction."""
    at = 2
    while at < len(chunks):
        first, last = chunks[at - 2].first, chunks[at].last
        if norms[first:last] == _AS_WELL_AS:
            chunks[at - 2 : at + 1] = [Chunk("C", first, last, first)]
        at += 1
    return chunks


def _with_counts_apart(norms: tuple[str, ...], tags: str, chunks: list[Chunk]) -> list[Chunk]:
    """As in "in Gao | two were hurt", "near Kidal | nine killed": no number of the name."""
    found: list[Chunk] = []
    for at, group in enumerate(chunks):
        number = group.last - 1
        following = norms[group.last] if group.last < len(norms) else ""
        if (
            group.kind == "N"
            and tags[number - 1 : group.last] == "E#"
            and group.first < number
            and at
            and chunks[at - 1].kind == "P"
            and (following in PLURAL_VERBS or following in noun_classes()["harmed"])
        ):
            name = replace(group, last=number, head=number - 1)
            found += [name, Chunk("N", number, group.last, number)]
        else:
            found.append(_numbered_thing(norms, group))
    return found


def _numbered_thing(norms: tuple[str, ...], group: Chunk) -> Chunk:
    """As in "bus No 42", "School No. 5": the head is what bears the number."""
    is_numbered = (
        group.kind == "N"
        and group.head > group.first
        and norms[group.head] in NUMBERING
        and norms[group.head - 1] in load_lexicon().targets.last_words
    )
    return replace(group, head=group.head - 1) if is_numbered else group


def _goes_on(tags: str, chunks: list[Chunk], at: int) -> bool:
    """As in "the Farmers' Front (FF) leader": the noun group goes on behind the short name."""
    return (
        at < len(chunks)
        and chunks[at].kind == "N"
        and chunks[at - 1].kind == ")"
        and tags[chunks[at].first] in "NnJE"
    )


def _behind_aside(sentence: Sentence, tags: str, chunks: list[Chunk], at: int) -> int:
    """Behind the aside that begins at ``at``; ``at`` itself where none does."""
    kind = chunks[at].kind
    if kind == "(":
        return _behind_note(sentence, tags, chunks, at)
    norm = sentence.norms[chunks[at].first]
    if norm in _TELL_AGES:
        return _TELL_AGES[norm](sentence, tags, chunks, at)
    if kind != ",":
        return at + _closes_quote(sentence, chunks[at - 1]) if kind == '"' else at
    age = _behind_alias(sentence, chunks, at + 1) or _behind_age(sentence, tags, chunks, at + 1)
    if age == at + 1 or (age < len(chunks) and not _is_behind_age(tags, chunks, age)):
        return at
    is_closed = age + 1 < len(chunks) and chunks[age].kind == "," and chunks[age + 1].kind in "VXC"
    if is_closed and not _is_in_apposition(tags, chunks, at - 1):
        return age + 1  # "Ruiz, 34, was": both commas belong to the age
    return age


def _is_in_apposition(tags: str, chunks: list[Chunk], name: int) -> bool:
    """As in "one of the four, Ana Ruiz, 34, died": the second comma closes the name as well."""
    if name < 2 or chunks[name - 1].kind != "," or chunks[name - 2].kind != "N":  # noqa: PLR2004
        return False
    before = chunks[name - 2]
    return tags[before.first] not in "#E" and tags[before.head] != "E"


def _is_behind_age(tags: str, chunks: list[Chunk], at: int) -> bool:
    """Whether an age may end before ``at``, as also in "Ana Ruiz, 35 and Luis Paz": two names."""
    return chunks[at].kind in ",:.)W" or (
        [chunk.kind for chunk in chunks[at : at + 2]] == ["C", "N"]
        and tags[chunks[at - 2].first - 1] == "E"
        and tags[chunks[at + 1].first] == "E"
    )


def _closes_quote(sentence: Sentence, before: Chunk) -> int:
    """One where a quote opened inside the noun group before ends here: 'the "Red Path" fled'."""
    return sentence.norms[before.first : before.last].count('"') % 2


def _behind_note(sentence: Sentence, tags: str, chunks: list[Chunk], at: int) -> int:
    """A short name or nickname in brackets, or a few words in square ones."""
    if at + 1 == len(chunks):
        return at  # a text that was cut off
    norms = sentence.norms
    is_note = norms[chunks[at].first] == "["
    if not is_note and norms[chunks[at].last][:1].isdigit():  # "a man (30s)", "two (17 and 19)"
        end = at + 1
        while end < len(chunks) - 1 and all(
            map(_tells_age, norms[chunks[end].first : chunks[end].last])
        ):
            end += 1
        return end + 1 if chunks[end].kind == ")" else at
    for end in range(at + 1, min(len(chunks), at + _MAX_NOTE)):
        kind = chunks[end].kind
        if kind == ")":
            named = [group for group in chunks[at + 1 : end] if group.kind != '"']  # ("Pico")
            is_short = len(named) == 1 and tags[named[0].first : named[0].last] == "E"
            return end + 1 if is_note or is_short else at
        if kind in ".V":
            return at
    return at


def _behind_age(sentence: Sentence, tags: str, chunks: list[Chunk], at: int) -> int:
    """Behind "34", "aged 34", "34 years old"; ``at`` where there is none."""
    norms = sentence.norms
    start = at
    if at < len(chunks) and norms[chunks[at].first] == "aged":
        at += 1
    if at >= len(chunks) or chunks[at].kind != "N" or tags[chunks[at].first] not in "#E":
        return start
    group = chunks[at]
    if group.last - group.first == 1:
        if not _is_age(norms[group.first]):
            return start
        while start < at and (next_age := _next_age(norms, chunks, at + 1)):
            at = next_age  # "two men aged 30 and 41", "aged 30, 41, and 52"
        return at + 1
    if norms[group.last - 1] in _YEARS and at + 1 < len(chunks):
        return at + 2 if norms[chunks[at + 1].first] == "old" else start
    return start


def _behind_years(sentence: Sentence, tags: str, chunks: list[Chunk], at: int) -> int:
    """Behind "of 60" in "a man of 60, beaten to death": how old one is; ``at`` for other words."""
    norms = sentence.norms
    if norms[chunks[at - 1].head] not in noun_classes()["aged_one"] or at + 2 >= len(chunks):
        return at
    number = chunks[at + 1]
    is_alone = tags[number.first : number.last] == "#" and _is_age(norms[number.first])
    return at + 2 if is_alone and chunks[at + 2].kind in ",.VWXB" else at


def _behind_range_of_ages(sentence: Sentence, tags: str, chunks: list[Chunk], at: int) -> int:
    """Behind "between the ages of 24 and 41", "between 18 and 40 years old"; else ``at``."""
    norms = sentence.norms
    if at + 4 >= len(chunks):
        return at
    for end in (at, at + 3):  # one group with its number, or "between", "18", "and", "40 years"
        if norms[chunks[end].last - 1] in _YEARS and norms[chunks[end + 1].first] == "old":
            return end + 2
    if norms[chunks[at + 1].head] != _AGES:
        return at
    end = at + 3
    while end < len(chunks) and set(tags[chunks[end].first : chunks[end].last]) <= {"#", "C"}:
        end += 1
    return end if end > at + 3 else at


_TELL_AGES = {  # "a boy aged 9", "a man of 60", "men between the ages of 24 and 41"
    "aged": _behind_age,
    "of": _behind_years,
    "between": _behind_range_of_ages,
}


def _behind_words_between(sentence: Sentence, chunks: list[Chunk], at: int) -> int:
    """Behind the words between commas that say how, whose or by whom; ``at`` for other words."""
    return (
        _behind_report(sentence, chunks, at)
        or _behind_guess(sentence, chunks, at)
        or _behind_state_of_body(sentence, chunks, at)
        or _behind_who_was_left(sentence, chunks, at)
        or at
    )


def _behind_who_was_left(sentence: Sentence, chunks: list[Chunk], at: int) -> int | None:
    """Behind who it was, as in "leaving the owner, a settler from A, dead"; null elsewhere."""
    norms = sentence.norms
    who = at - 1
    while who > 1 and chunks[who - 1].kind == "P" and norms[chunks[who - 1].first] in OF_FROM:
        who -= 2  # "five members of a family"
    if who < 1 or norms[chunks[who - 1].head] not in _LEAVING:
        return None
    for end in range(at + 1, min(len(chunks) - 1, at + _MAX_NOTE)):
        if chunks[end].kind == ",":
            return end + 1 if norms[chunks[end + 1].first] == "dead" else None
        if chunks[end].kind not in "NP":
            return None
    return None


def _behind_state_of_body(sentence: Sentence, chunks: list[Chunk], at: int) -> int | None:
    """Behind how somebody was found: "a trader, hands tied and a bullet in the head, was found"."""
    mark = chunks[at].first
    first = at + 1 + (sentence.norms[mark + 1 : mark + 2] == ("with",))
    if first >= len(chunks) or sentence.norms[chunks[first].head] not in _OF_BODY:
        return None
    for end in range(first + 1, min(len(chunks) - 1, at + _MAX_STATE)):
        if chunks[end].kind == "," and chunks[end + 1].kind == "V":
            return end + 1
        if chunks[end].kind in "VWU:":
            return None
    return None


def _behind_guess(sentence: Sentence, chunks: list[Chunk], at: int) -> int | None:
    """Behind whose it was thought to be: "a mine, probably the rebels', exploded"."""
    kinds = "".join([chunk.kind for chunk in chunks[at : at + 5]])
    is_guess = kinds in _GUESS and sentence.norms[chunks[at + 1].first] in _GUESSING
    return at + 4 if is_guess else None


def _behind_report(sentence: Sentence, chunks: list[Chunk], at: int) -> int | None:
    """Behind where it was told before: "two men, as reported yesterday, were shot"."""
    if at + 1 == len(chunks) or chunks[at + 1].kind != "P":
        return None
    norms, first = sentence.norms, chunks[at + 1].first
    for end in range(at + 2, min(len(chunks) - 1, at + _MAX_NOTE)):
        if chunks[end].kind == ",":
            told = norms[first + 1 : chunks[end].first]
            is_told = norms[first] == "as" and not _REPORTED.isdisjoint(told)
            is_meant = chunks[end + 1].kind == "W"  # "as stated by A, who was shot"
            return end + 1 if is_told and not is_meant else None
    return None


def _behind_alias(sentence: Sentence, chunks: list[Chunk], at: int) -> int | None:
    """Behind "alias Pico", "otherwise called Pico"; null where no other name stands."""
    norms = sentence.norms
    if at >= len(chunks) or norms[chunks[at].first] not in _ALIAS:
        return None
    if norms[chunks[at].first] == "otherwise" and norms[chunks[at].first + 1] not in _CALLED:
        return None
    for end in range(at, min(len(chunks), at + _MAX_NOTE)):
        if chunks[end].kind in ",:.":
            return end
    return None


def _tells_age(norm: str) -> bool:
    return norm[0].isdigit() or norm in {"and", "aged", ","}


def _is_age(norm: str) -> bool:
    return norm.isdigit() and len(norm) < _OLDEST


def _next_age(norms: tuple[str, ...], chunks: list[Chunk], at: int) -> int:
    """The chunk of one more age behind "and", a comma or both at ``at``; zero for none."""
    if at + 1 >= len(chunks) or chunks[at].kind not in "C,":
        return 0
    at += 1 + (chunks[at].kind == "," and chunks[at + 1].kind == "C")
    if at >= len(chunks) or chunks[at].kind != "N" or chunks[at].last - chunks[at].first != 1:
        return 0
    return at if _is_age(norms[chunks[at].first]) else 0
