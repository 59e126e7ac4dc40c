"""Sentence -> one tag character per token: the string every grammar pattern runs on.

=====  ==========================================  =====  =====================================
``D``  determiner, possessive pronoun              ``V``  verb, base or present plural
``J``  adjective                                   ``Z``  verb, third person present
``N``  common noun                                 ``X``  past or participle (same form)
``E``  proper name                                 ``L``  past only ("took")
``n``  noun or base verb ("attack")                ``K``  participle only ("taken")
``s``  plural noun or third person ("attacks")     ``G``  -ing form
``#``  number, quantity word                       ``M``  modal
``R``  pronoun                                     ``B H O``  be, have, do
``A``  adverb                                      ``!``  negation
``P``  preposition                                 ``T``  to
``C``  and, or, but                                ``U``  subordinating conjunction
``W``  relative pronoun                            ``t``  part of a time expression
``S``  possessive mark                             ``" , . : ( )``  punctuation
=====  ==========================================  =====  =====================================

A word's first tag is a dictionary look-up (``first_tags``); substitutions then settle what its
neighbours decide.
"""

import re

from coder.grammar.first_tags import first_tags
from coder.grammar.headlines import with_headline_verbs
from coder.grammar.tag_words import by_words
from coder.grammar.tellers import told_in_tags
from coder.values.labels import CaseProfile
from coder.values.text import Sentence

_MIXED = CaseProfile.MIXED

# Behind a noun group: what shows that a participle was its noun.
_ENDS_GROUP = r"(?=A?[BHMXL]|[PCZ,.:)\"SUW]|$)"
_OPENING = r"(^(?:A{1,2},?|Pt{1,2},?|P[DJ#ENnst]{1,8},)?|U)"  # "Meanwhile,", "In Gao,", "that"
# What neighbours decide: a tag that must be there for the rule to apply, the pattern, what it
# becomes. Each pattern keeps the length of the string; the order is the order of need.
_FIXES: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (needed, re.compile(pattern), replacement)
    for needed, pattern, replacement in (
        # "that": after a noun and before a verb it is relative, after a verb or noun a conjunction.
        ("Q", r"Q(?<=[NEns#,t].)(?=[A!]?[VZXLMBHO])", "W"),
        ("Qs", r"(?<=[NnE])Qs(?=E)", "WZ"),  # "an offshoot that controls Abyan"
        ("Q", r"Q(?<=[DJS][gGV].)(?=[A!]?[XLBHMOZ])", "W"),  # "a shooting that took place"
        ("Q", r"Q(?:(?<=[VZXLKGJNEnsA,\"R)t].)|(?=D))", "U"),
        ("Q", r"Q", "D"),
        ("AS", r"(?<=A)S", "B"),  # "there's one farmer who"
        ("PT", r"(?<=P)T", "P"),  # "according to police"
        ("BL", r"(?<=B)L", "K"),  # "is said to"
        ("DX", r"(?<=[NEs])D(?=X[NDR#PTA.])|(?<=B)D(?=XC)", "A"),  # "were either hit or"
        ("DL", r"(?<=[NEs])D(?=L[NDR#PTA.])", "A"),  # "the two groups both claimed it"
        ("PV", r"(?<=P)V(?=[Nn])", "J"),  # "at close range"
        ("PV", r"(?<=P)V(?=[CP.,:)BHMLXt])", "N"),  # "who were on leave and"
        ("DLP", r"(?<=D)L(?=P)", "N"),  # "a slew of"
        ("DM", r"(?<=D)M", "N"),  # "against their will"
        ("DXV", r"(?<=D)X(?=V)", "N"),  # "the wounded include"
        ("XJ#", r"(?<=X)J(?=#)", '"'),  # "shot dead four gunmen": no word of theirs
        # "to" and modals make a verb of the next word, also behind an adverb.
        ("TN", r"T(?=N[BMHO])|(?<=[Nn])T(?=N[P.,C])", "P"),  # "a boy going to school was"
        ("T", r"(T(?:[A!]{1,2}(?=[nN](?![SP]?[.,])))?)[nN]", r"\1V"),
        ("M", r"(M(?:[A!]{1,2}(?=[nN](?![SP]?[.,])))?)[nN]", r"\1V"),
        ("O", r"(O(?:[A!]{1,2}(?=[nN](?![SP]?[.,])))?)[nN]", r"\1V"),
        ("nD", r"^([OUAM]D?)[VN]n(?=D)", r"\1NV"),  # "did (once) the rebels attack the post"
        ("VV", r"^(U?[MO])VV", r"\1NV"),  # "Should gunmen kill them"
        ("J", r"J(?:(?<=[TM].)(?=[DR])|(?<=[MO][!A].)(?=[D#RNEns]))", "V"),  # "to clear the road"
        ("MJ", r"(?<=[NEnsRD]M)J(?=[#NEns])", "V"),  # "they will free hostages"
        ("L", r"(?<=[TM])L", "V"),  # "to lay down their arms"
        ("CnD", r"^([EVn]D[JNns]+C)n(?=D)", r"\1V"),  # "peel the squash and attack the"
        ("DNn", r"(?<=[NWU]DN)n(?=[.,)])", "V"),
        ("Dsn", r"(?<=[NWU]Ds)n(?=[.,)])", "V"),  # "the villages that the rebels control"
        ("Rn", r"(?<=R)n(?=[DPT#JENo])", "V"),
        ("Wn", r"(?<=W)n(?=[DPT#JERtA])", "V"),  # "who work for", "which force them"
        ("Wn", r"(?<=[Ns]W)n(?=[Nns])", "V"),  # "men who attack oil wells"
        # "militants often ambush convoys", "they now plan to attack"
        ("An", r"(?<=[NsEW]A)n(?=[DJ#ENns])|(?<=[NER]A)n(?=T[VBHO])", "V"),
        ("Rs", r"(?<=R)s", "Z"),
        ("Ws", r"(?<=W)s", "Z"),
        ("Es", r"(?<=[Nn]E)s(?=[.,])", "Z"),  # "a figure Israel disputes"
        # "the group still controls parts of the camp", "he also hopes to take it"
        ("As", r"(?<=[NERA]A)s(?=[DJ#ENRs])|(?<=[NnER]A)s(?=T[VBHO])", "Z"),
        ("UZP", r"(?<=U)Z(?=P)", "N"),  # "when suspects in a car"
        ("ZB", r"Z(?=B)", "s"),  # "where fires were burning"
        # "to" before anything but a verb is a preposition.
        ("TZ", r"(?<=T)Z", "N"),  # "set fire to homes"
        ("T", r"T(?=[DE#JtSRGg]|N|s)", "P"),
        ("HP", r"(?<=H)P(?=[BXKL])", "A"),  # "have since been released"
        ("g", r"g(?:(?<=B.)|(?<=B[A!].)|(?<=B[A!][A!].))(?=[PDTE#])", "G"),  # a verb behind "be"
        ("g", r"(?<=[P,C])g(?=[#DE])", "G"),  # "after kidnapping two nurses", ", looting a shop"
        ("gD", r"(?<=[NEsXLVZ])g(?=D)", "G"),  # "boys handling a shell", "denied bombing the town"
        ("g", r"g", "N"),
        # A determiner, adjective or possessive makes a noun of a verb form.
        ("V", r"V(?![DE#])(?:(?<=[DS].)|(?<=[DS][#J].))", "N"),
        # "arrested the suspect a few streets away": how far or long after stands behind.
        ("V#", r"V(?<=[VXZGPL][DS]V)(?=#{1,2}[tnsN]{1,2}A)", "N"),
        ("G", r"G(?![DE#])(?:(?<=[DS].)|(?<=[DS][#J].))", "N"),
        ("G", r"G(?:(?<=[DS].)|(?<=[DS][#J].))(?=[E#D])", "N"),
        ("JG", r"(?<=J)G(?=[PBHMXLZ,.:)C])", "N"),
        ("Z", r"Z(?:(?<=[DS].)|(?<=[DS][#J].))", "N"),
        ("V", r"V(?<=[#J]V)(?![#DE])", "N"),
        ("Z", r"Z(?<=[#J]Z)(?![#DE])", "N"),
        ("Dt", r"(?<=[VXLKZG])D(?=t+(?:[.,PCU]|$))", "R"),  # "released her three days later"
        # Ages are nouns before a verb with its object, or where no noun follows.
        ("y", r"y(?=X[DR#EPA.t]|X[JNns]+[^BHMOXLZ]*$|[BHMOLZWPCU.,:])", "N"),
        ("y", r"y", "J"),
        ("BJX", r"(?<=B)J(?=XJ[P.,tT])", "A"),  # "was cowardly shot dead in"
        ("ACJ", r"(?<=[BH]AC)J(?=XJ?[P.,tT])", "A"),
        # A participle before a noun, not behind its subject or an auxiliary, is an adjective.
        ("e", r"e(?<=D[JKX].)(?=[VXLBZMHPC.,:t])", "N"),  # "drove a stolen van into"
        ("X", r"X(?<=[DJSP#].)(?=[JXG]?[JNEns])", "J"),
        # "killed two newly hired teachers", "by a recently stolen car"
        ("AX", r"(?:(?<=[VZXLKGPT]DA)|(?<=[VZXKGPT\"]#A))X(?=[JXG]?[JNEns])", "J"),
        ("AK", r"(?:(?<=[VZXLKGPT]DA)|(?<=[VZXKGPT\"]#A))K(?=[JXG]?[JNEns])", "J"),
        ("DX#", r"(?<=[VZXLKPT]D)X(?=#)", "J"),  # "killed a reported 20 people"
        ("X", r"X(?<=[GVZ]X)(?=[Nns])", "J"),  # "a school sheltering displaced people"
        ("XX", _OPENING + r"([D#]?J?[Ns]X)X(?=[Nns])", r"\1\2J"),  # "rebels freed captured men"
        ("JCX", r"(?<=[DPVZG#]JC)X(?=[JNns])", "J"),  # "received heavy and sustained fire"
        ("K", r"(?<=[DJS])(?<![BHO]D)K(?=[JG]?[NEns])", "J"),  # "in a stolen car"
        # Not in a row of verbs: "entered the hall, flogged Father Luc and left".
        (
            "X",
            (
                r"X(?:(?<=^.)|(?<=[VZG:,\"(].))(?=[JNEns]{1,3}[^NEns])(?=[^#D]{1,4}[BHMOXLZVA!])"
                r"(?!(?<=,.)(?:E{1,3}(?:CA?[XL]|U)|[JNEns]{1,3}CA?[XL][DS#R]))"
            ),
            "J",
        ),
        # "Displaced people in the camp took to the streets"
        ("X", _OPENING + r"X(?=[JNns]{1,3}(?:PD?[JNEns]{1,4}){1,2}A?[BHMXLZV])", r"\1J"),
        ("DX", rf"(?<=D)(?<!#D)X{_ENDS_GROUP}", "N"),
        ("SX", rf"(?<=S)X{_ENDS_GROUP}", "N"),
        ("#X", rf"(?<=[DS]#)(?<!#D#)X{_ENDS_GROUP}", "N"),
        ("JX", rf"(?<=[DS]J)(?<!#DJ)X{_ENDS_GROUP}", "N"),
        ("JJX", rf"(?<=[DS]JJ)(?<!#DJJ)X{_ENDS_GROUP}", "N"),  # "a single high-velocity shot"
        ("#X", r"(?<=#)X(?=[NEns])", "J"),
        # "was brutally and cowardly shot", "rebels slowly but surely took the town": of one verb
        ("ACJ", r"(?<=[BH]AC)J(?=[XK](?:[P.,tT]|$))", "A"),
        ("ACA", r"(?<=[BH]A)C(?=A[XKLG])", "A"),
        ("ACA", r"^((?:D?[#J]?[JEnNs]{1,3}|R)A)C(?=A[XZVL])", r"\1A"),
        ("BJX", r"(?<=B)J(?=X(?:[P.,tT]|$))", "A"),  # "was cowardly shot by"
        ("BJK", r"(?<=B)J(?=K(?:[P.,tTCA]|$))", "A"),  # "were first beaten and then"
        ("BJA", r"(?<=B)J(?=A[KX](?:[P.,tTCA]|$))", "A"),  # "were first brutally beaten and"
        # "has attacked and sunk a ship", "have killed two guards in Gao and taken three nurses"
        ("CK", r"(HA?[XLK][JD#REnNsPStA,]{0,14}C)K(?=A?[D#RENJns])", r"\1X"),
        # -s forms between a noun and an object are verbs; so are base forms behind plural subjects.
        ("sD", r"(?<=[NER])s(?=D)", "Z"),
        ("s#", r"(?<=[NER])(?<!P[NE])s(?=#)|(?<=[NE]G)s(?=#)", "Z"),
        ("sR", r"(?<=[NER])s(?=R)", "Z"),
        ("ns#P", r"(?<=n)s(?=#P)", "Z"),  # "the other side reports 18 of"
        # "kills six and wounds 20", "kills six people, wounds 20"
        ("Z#", r"s(?:(?<=Z#[C,].)|(?<=Z#[NEns][C,].))(?=[D#])", "Z"),
        # "a bus stop in Davao": a compound, no sentence.
        ("DnV", r"(?<=Dn)V(?=[P.,BHXLt])", "N"),
        # "dragged 26 pilgrims off a bus" is a preposition, "went off" an adverb.
        ("o", r"(?<=[NEns])o(?=[DJ#ENns])", "P"),
        ("o", r"o", "A"),
        ("SA", r"(?<=S)A(?=[,.:;PBHM)]|$)", "N"),  # "in the country's northwest"
        # "troops, while on patrol, shot", "detectives, while acting on a tip, raided"
        ("U", r"U(?<=[NEns],.)(?=[PG][^,.:;UWQVZXLKMBH]{1,12},A?[BHMXLKVZ])", "A"),
        # Particles of names.
        ("De", r"(?<=D)e(?=[VXLBZMHPC.,])", "N"),  # "in a van"
        ("e", r"e", "E"),
    )
)


# A few words in quotes inside a noun group: 'Maoist "Red Path" rebels', 'the "Red Path" said'.
_QUOTED = re.compile(r'(?<=[DJNEns#PVXLZ])"([JENns]{1,5})"([NEns])|(?<=[DJSP#])"([ENns]{1,4})"')
# 'the eastern UN "safe area"'; in a text of capitals what is quoted so is mostly a name.
_QUOTED_SMALL = re.compile(
    r'(?<=[DJNEns#PVXLZ])"([JENns]{1,5})"([NEns])'
    r'|(?:(?<=[DJSP#])|(?<=[DJ]E))"([JENns]{0,3}[ENns])"'
)


def tag_string(sentence: Sentence, fixed: tuple[tuple[int, int, str], ...] = ()) -> str:
    """One tag a token. ``fixed`` gives token ranges whose tag is known already (names, times).

    >>> from coder.text import normalise, tokenise
    >>> from coder.values.labels import Section
    >>> text = "Gunmen killed three farmers in Mopti."
    >>> tag_string(tokenise(normalise(text, Section.TEXT), 0, len(text), 0))
    'NX#NPE.'
    """
    if not sentence.words:
        return ""
    tags = first_tags(sentence)
    if fixed:
        pieces = list(tags)
        for first, last, tag in fixed:
            pieces[first:last] = tag * (last - first)
        tags = "".join(pieces)
    tags = by_words(tags, sentence)
    if '"' in tags:
        quoted = _QUOTED_SMALL if sentence.case is _MIXED else _QUOTED
        tags = quoted.sub(_without_quotes, tags)
    norms = sentence.norms
    start, end = told_in_tags(tags, norms)
    if not start and end == len(tags):
        return _with_neighbours(tags, norms)
    stop = "." if end < len(tags) and tags[-1] == "." else ""
    line = _with_neighbours(tags[start:end] + stop, norms[start:end] + (stop,) * len(stop))
    behind = _with_neighbours(tags[end:], norms[end:])
    return f"{_with_neighbours(tags[:start], norms[:start])}{line[: end - start]}{behind}"


def _with_neighbours(tags: str, norms: tuple[str, ...]) -> str:
    """What neighbours decide, in order, and the verb of a headline."""
    for needed, pattern, replacement in _FIXES:
        if needed in tags:
            tags = pattern.sub(replacement, tags)
    return with_headline_verbs(tags, norms) if tags else tags


def _without_quotes(match: re.Match[str]) -> str:
    """The quotes as words of the noun group; the closing one only where the group goes on."""
    words, following, name = match.groups()
    return f'J{name}"' if name is not None else f"J{words}J{following}"
