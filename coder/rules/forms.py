"""Inflection: the forms of a verb or noun, by rule and by a table of irregular verbs.

Only what a trigger list needs: English as newspapers write it, British and American spelling side
by side. Runs when the pack is built, or when a user's rules are read, never while coding.
"""

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

#: base -> (past forms, participles, gerunds); empty tuples mean: by rule.
IrregularVerbs: TypeAlias = Mapping[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]]

_SIBILANT = re.compile(r"(?:s|x|z|ch|sh)\Z")
_CONSONANT_Y = re.compile(r"[^aeiou]y\Z")
# One vowel between consonants in a verb of one syllable doubles its last letter: rob, slam, gun.
_DOUBLING = re.compile(r"(?:[^aeiou]|qu)*[aeiou][^aeiouwxy]\Z")
_SILENT_E = re.compile(r"(?:[^eoy]|ie)e\Z")


def third_person(verb: str) -> str:
    """The third person singular.

    >>> third_person("storm"), third_person("torch"), third_person("bury"), third_person("destroy")
    ('storms', 'torches', 'buries', 'destroys')
    """
    if verb == "have":
        return "has"
    if _SIBILANT.search(verb) or verb in {"do", "go", "undergo", "overdo"}:
        return verb + "es"
    return verb[:-1] + "ies" if _CONSONANT_Y.search(verb) else verb + "s"


def regular_past(verb: str) -> str:
    """The past of a regular verb.

    >>> regular_past("raid"), regular_past("ambush"), regular_past("rob"), regular_past("seize")
    ('raided', 'ambushed', 'robbed', 'seized')
    """
    if verb.endswith("e"):
        return verb + "d"
    if _CONSONANT_Y.search(verb):
        return verb[:-1] + "ied"
    return _stem(verb) + "ed"


def regular_gerund(verb: str) -> str:
    """The form in -ing.

    >>> regular_gerund("stab"), regular_gerund("die"), regular_gerund("flee")
    ('stabbing', 'dying', 'fleeing')
    """
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if _SILENT_E.search(verb) and verb != "singe":
        return verb[:-1] + "ing"
    return _stem(verb) + "ing"


def _stem(verb: str) -> str:
    return verb + verb[-1] if _DOUBLING.fullmatch(verb) else verb


def verb_forms(verb: str, irregular: IrregularVerbs) -> dict[str, str]:
    """Every spelling of ``verb`` with its form tags, joined by blanks.

    >>> verb_forms("hit", {"hit": (("hit",), ("hit",), ())})
    {'hit': 'base past participle', 'hits': 'third', 'hitting': 'gerund'}
    >>> list(verb_forms("be", {"be": (("was", "were"), ("been",), ("being",))}))
    ['be', 'is', 'are', 'was', 'were', 'been', 'being']
    """
    past, participle, gerund = irregular.get(verb, ((), (), ()))
    present = ("is", "are") if verb == "be" else (third_person(verb),)
    tagged = [("base", verb), *(("third", form) for form in present)]
    tagged += [("past", form) for form in past or (regular_past(verb),)]
    tagged += [("participle", form) for form in participle or past or (regular_past(verb),)]
    tagged += [("gerund", form) for form in gerund or (regular_gerund(verb),)]
    spellings: dict[str, str] = {}
    for tag, form in tagged:
        spellings[form] = f"{spellings[form]} {tag}" if form in spellings else tag
    return spellings


def plural(noun: str) -> str:
    """The plural of a noun of one word.

    >>> plural("attack"), plural("clash"), plural("sortie"), plural("casualty"), plural("gunman")
    ('attacks', 'clashes', 'sorties', 'casualties', 'gunmen')
    """
    if noun.endswith("man") and noun not in {"human", "german"}:
        return noun[:-3] + "men"
    if _SIBILANT.search(noun):
        return noun + "es"
    return noun[:-1] + "ies" if _CONSONANT_Y.search(noun) else noun + "s"


def noun_forms(noun: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Words and form tag of every spelling of a noun of one or more words.

    The head takes the plural: the last word, or the one before the first preposition. Two words are
    also written as one with a hyphen.

    >>> [" ".join(words) for words, _ in noun_forms("exchange of fire")]
    ['exchange of fire', 'exchanges of fire']
    >>> [" ".join(words) for words, _ in noun_forms("gun battle")]
    ['gun battle', 'gun-battle', 'gun battles', 'gun-battles']
    """
    words = tuple(noun.split())
    head = next((i - 1 for i, word in enumerate(words) if i and word in _LINKS), len(words) - 1)
    several = (*words[:head], plural(words[head]), *words[head + 1 :])
    for form, tag in ((words, "singular"), (several, "plural")):
        yield form, tag
        if len(words) == 2 and head == 1:  # noqa: PLR2004 - a compound of two nouns
            yield ("-".join(form),), tag


_LINKS = frozenset({"of", "in", "on", "with", "by", "and", "at", "for", "against"})
