"""The verbs of headlines that look like nouns: "Gunmen attack church", "Bomber hits rally; 4 dead".

In: the tags of a line and its words. Out: the tags, with the verb of a line, or of its part before
a mark or behind "as", where that part has none.
"""

import re

from coder.lexicon.closed import WHO_WHICH_THAT
from coder.lexicon.words import noun_classes

_VERB = re.compile(r"[VZXLKMBHO]")
_LIKE_VERB = re.compile(r"(?<=[NEns])[ns](?=[DJ#ENns])")
# "; 48 dead, 79 injured", ", nobody hurt": who came to harm, told without a verb, to the end.
_TOLL = re.compile(r"[:,](?:[#DRNs]{1,4}(?:C[#DRNs]{1,4})?A?[XJ][,C]?){1,3}[.]?\Z")
# "Police in Kwara", "Gunmen near Fort Portal": the subject of a line with its place.
_SUBJECT_AT_PLACE = re.compile(r"([JNEns#]{1,4})PE{1,3}\Z")
_SECOND = re.compile(r"[,:][JNEn]{1,3}(s)[DJ#ENns][^,:VZXLKMBHO]*\Z")
_LIKE_ADJECTIVE = frozenset({"free", "clear"})
_PLURAL_ENDINGS = ("s", "men", "police", "people", "craft")
_BEFORE_OBJECT = ("nD", "n#", "sD", "s#", "KD")
_LIKE_PARTICIPLE = frozenset({"overrun", "overcome"})
_OPENED_BY = re.compile("[ns][D#]|KD|n[PA]")
_PARTICLES = frozenset({"up", "down"})
_OBJECT = frozenset("DJ#ENnsg")
_SUBJECT = frozenset("DJNEns#S")
_OPENING = frozenset(":.,)tU")
_MARKS = (",V", ",Z", ":")
_SHOOTING = "fire"
_THROUGH = frozenset({"through", "into", "past", "off"})
_AT_WHOM = frozenset({"on", "at", "upon", "into"})


def with_headline_verbs(tags: str, norms: tuple[str, ...]) -> str:
    """As in "Bomber hits rally; 48 dead, 79 injured": the toll behind has no verb of the line."""
    if _OPENED_BY.search(tags):
        tags = _with_present_verbs(tags, norms)
    tags = _with_second_line(_with_second_verb(tags), norms)
    if not _VERB.search(tags):
        return _with_headline_verb(tags, norms)
    if "," in tags and tags[-1] != ".":
        tags = _with_verb_of_part(tags, norms)
    if "as" in norms and not _VERB.search(tags, at := norms.index("as")):
        # "Three die as gunmen attack"
        return tags[:at] + _with_headline_verb(tags[at:], norms[at:])
    end = len(tags)
    if ":" in tags or ",V" in tags or ",Z" in tags:
        first = min(at for at in (*map(tags.find, _MARKS), end) if at > 1)
        if not _VERB.search(tags, 0, first):
            end = first  # "Mob torches church, kills a pastor"
    if "TV" in tags:  # "Police foil bid to blow up train": what is only aimed at
        end = min(end, tags.index("TV"))
    if tags[-2:].strip(".")[-1:] in ("X", "J"):
        toll = _TOLL.search(tags)
        end = end if toll is None else toll.start()
    end = min(end, _relative(tags, norms))
    if end == len(tags) or _VERB.search(tags, 0, end):
        return tags
    return _with_headline_verb(tags[:end], norms) + tags[end:]


def _with_second_verb(tags: str) -> str:
    """As in "Troops kill militants, grenade rocks market": each half has a verb."""
    second = _SECOND.search(tags) if tags[-1:] != "." and "s" in tags else None
    if second is None or not _VERB.search(tags, 0, second.start()):
        return tags
    return f"{tags[: second.start(1)]}Z{tags[second.end(1) :]}"


def _with_second_line(tags: str, norms: tuple[str, ...]) -> str:
    """As in "Two priests killed; gunmen storm prison": the verb behind a semicolon."""
    if ";" not in norms or tags[-1] == ".":
        return tags
    at = norms.index(";") + 1
    if _VERB.search(tags, at):
        return tags
    return tags[:at] + _with_headline_verb(tags[at:], norms[at:])


def _relative(tags: str, norms: tuple[str, ...]) -> int:
    """Where the first relative clause begins, as in "ISIS claims attack that killed 12"."""
    for at in range(2, len(tags) - 1) if not WHO_WHICH_THAT.isdisjoint(norms) else ():
        if norms[at] in WHO_WHICH_THAT and tags[at - 1] in "NEnsG" and _VERB.match(tags, at + 1):
            return at
    return len(tags)


def _with_verb_of_part(tags: str, norms: tuple[str, ...]) -> str:
    """As in "Gunmen kill five in Gao, bomb hits police": two acts, each with its own verb."""
    start = 0
    for end in (*(at for at, tag in enumerate(tags) if tag == ","), len(tags)):
        match = None if _VERB.search(tags, start, end) else _LIKE_VERB.search(tags, start, end)
        if (
            match is not None
            and match.end() < end
            and norms[match.start() - 1] in noun_classes()["striker"]
        ):
            verb = "Z" if tags[match.start()] == "s" else "V"
            tags = f"{tags[: match.start()]}{verb}{tags[match.end() :]}"
        start = end + 1
    return tags


def _with_present_verbs(tags: str, norms: tuple[str, ...]) -> str:
    """As in "Armed men intercept a bus", "kill nine persons and wound five": told in the present.

    No noun stands before an article or number of another, unless a phrase ends there ("in the
    grenade attack three died"): so the group before is a plural that opens the clause, or a verb
    of the present stands before the conjunction.
    """
    for pair in _BEFORE_OBJECT:
        at = tags.find(pair)
        while at >= 0:
            is_noun_like = pair != "KD" or norms[at] in _LIKE_PARTICIPLE
            is_verb = tags[at] != "s" and _has_plural_subject(tags, norms, at)
            if at and is_noun_like and (is_verb or _joins_verb(tags, at)):
                tags = f"{tags[:at]}{'Z' if tags[at] == 's' else 'V'}{tags[at + 1 :]}"
            at = tags.find(pair, at + 1)
    at = tags.find("nA")
    while at >= 0:  # "Rebels blow up bridge", "Militants gun down officer"
        is_with_particle = norms[at + 1] in _PARTICLES and tags[at + 2 : at + 3] in _OBJECT
        if is_with_particle and _has_plural_subject(tags, norms, at):
            tags = f"{tags[:at]}V{tags[at + 1 :]}"
        at = tags.find("nA", at + 1)
    at = norms.index(_SHOOTING) if _SHOOTING in norms else 0
    if (
        tags[at : at + 2] == "nP"  # "police fire on marchers", but not "police fire on Monday"
        and norms[at + 1] in _AT_WHOM
        and tags[at + 2 : at + 3] != "t"
        and _has_plural_subject(tags, norms, at)
    ):
        tags = f"{tags[:at]}V{tags[at + 1 :]}"
    return tags


def _has_plural_subject(tags: str, norms: tuple[str, ...], verb: int) -> bool:
    """Whether a plural noun that opens its clause stands before a word that may be its verb."""
    if not verb or tags[verb - 1] not in "NsE" or not norms[verb - 1].endswith(_PLURAL_ENDINGS):
        return False
    at = verb - 1
    while at and tags[at - 1] in _SUBJECT:
        at -= 1
    return not at or tags[at - 1] in _OPENING


def _joins_verb(tags: str, at: int) -> bool:
    """Whether a word stands behind a conjunction or comma, and a verb of the present before it.

    Not where that verb tells what is wanted or usual: "to defend them and", "who torture and".
    """
    verb = max(tags.rfind("V", 0, at), tags.rfind("Z", 0, at))
    return tags[at - 1] in "C," and verb > 0 and tags[verb - 1] not in "TM" and "W" not in tags[:at]


def _with_headline_verb(tags: str, norms: tuple[str, ...]) -> str:
    """A line without a verb may have one that looks like a noun: "Gunmen attack church"."""
    for at in range(1, len(tags) - 1):
        if tags[at] == "J" and norms[at] in _LIKE_ADJECTIVE and tags[at - 1] in "NEs":
            return tags[:at] + "V" + tags[at + 1 :]  # "Rebels free 30 hostages"
    match = _LIKE_VERB.search(tags)
    while match is not None:
        at = match.start()
        if tags[at] == "s":
            return tags[:at] + "Z" + tags[at + 1 :]
        is_claim = tags[at - 1] == "E" and norms[at] == "claim"  # "Taliban claim Kabul blast"
        subject = _SUBJECT_AT_PLACE.match(tags, 0, at)  # "Troops in Mali foil attack"
        last = (
            at - 1
            if subject is None or norms[at] in noun_classes()["business"]
            else subject.end(1) - 1
        )
        if is_claim or norms[last].endswith(_PLURAL_ENDINGS):
            return tags[:at] + "V" + tags[at + 1 :]
        match = _LIKE_VERB.search(tags, at + 1)
    for at in range(1, len(tags) - 1):  # "Car bomb rips through market"
        is_verb = norms[at + 1] in _THROUGH and norms[at][-1] == "s" and tags[at] in "NEs"
        if is_verb and norms[at - 1] in noun_classes()["striker"]:
            return f"{tags[:at]}Z{tags[at + 1 :]}"
    return tags
