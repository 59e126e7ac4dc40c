"""What single words say of the tags around them ("in front of", "the Workers' Party").

In: the tag string of a sentence and its words. Out: the string with some tags changed.
"""

import re

from coder.grammar.particles import (
    CUSTODY,
    FATES,
    PARTICLES,
    with_custody,
    with_fates,
    with_particles,
)
from coder.grammar.retagging import asked_for, beside, places_by_word, retagged
from coder.grammar.tag_asides import TAGS_OF_ASIDES, with_doings, with_rounds
from coder.grammar.tag_beside_verbs import TAGS_BESIDE_VERBS, TAGS_OF_DEEDS
from coder.lexicon.closed import ARTICLES, BE, CROWDS, GOING_ON, ONE_MORE
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes, word_tags
from coder.mentions.quantities import is_conjunction
from coder.values.text import Sentence

_BOARD = frozenset({"board"})
_OPENED = frozenset({"opened"})
_PRINCIPAL = frozenset({"principal"})
_OPENING = frozenset({"opening"})
_FIRE = frozenset({"fire"})
_FIRST = frozenset({"first"})
_EXPLOSIVE = frozenset({"explosive"})
_UNKNOWN = frozenset({"unknown"})
_SUSPECTS = frozenset({"suspect", "suspects"})
_WHAT = frozenset({"what"})
_OUT = frozenset({"out"})
_THANKS = frozenset({"thanks"})
_NURSING = frozenset({"nursing"})
_ALONG = frozenset({"along"})
_BLAME = frozenset({"blame"})
_FREE = frozenset({"free"})
_LIVE = frozenset({"live"})
_HOUSING = frozenset({"housing"})
_TERMS = frozenset({"life", "prison"})  # "sentenced to life for"
_ABSTRACT = ("ence", "ance", "ity", "ism", "ness", "dom")  # behind "to" no verb, as nouns alone
_COMPLEX = {"front": ("in", "front", "of"), "side": ("by", "the", "side", "of")}
_ON_BOARD = ("on", "board")
_OPENS_GROUP = frozenset("D#JNEns")
_NAMED = frozenset('D#JNEns"')
_GOT = re.compile(r"(?:#|(?<=[^DSP#J])J|[,:)])(?=[XJ])")
_IN_TIME = frozenset({"earlier", "later"})
_SENT_IN = frozenset({"in", "out", "back", "over", "on", "up"})
_FALLING = frozenset({"fall", "falls", "fell", "fallen"})
_HARM = frozenset({"injuries", "wounds", "burns"})
_SELVES = frozenset({"himself", "herself", "itself", "themselves"})
_FALLEN = frozenset({"martyr", "kia", "wia"})
_OBJECT_RELATIVE = re.compile(r"(?:R|[DS]?[J#]*[NEns]{1,4})A?H?A?[VXLK](?=[P.,tBHMOA)]|$)")
_TOLD = 5  # words between "told" and "that": "told two of the reporters that"
_ALL = frozenset({"both", "all", "each"})
_FAR = frozenset({"far"})
_CIVILIAN = frozenset({"civilian"})
_SUFFERED = frozenset({"received", "suffered", "sustained", "incurred", "died"})
_AUXILIARY = frozenset("BHM")
_PAST = frozenset("XK")
_GETTING = frozenset({"received", "suffered", "sustained"})
_SHOUTING = frozenset({"chanting", "crying", "reading", "screaming", "shouting", "yelling"})
_TAKING = frozenset({"taken", "took", "brought", "carried", "dragged"})
_LATE = frozenset({"late", "early"})
_PERSONS = frozenset({"assailants", "attackers", "gunmen", "people", "person", "persons"})
_CALLED_AS = frozenset({"describe", "describes", "described", "regards", "regarded", "denounced"})
_WHO_CALLS = frozenset("DJNEnsR#AH")
_MAX_CALLING = 7


def by_words(tags: str, sentence: Sentence) -> str:
    """What single words say of the tags around them."""
    norms, vocabulary = sentence.norms, sentence.vocabulary
    if tags[:2] == "A#" and norms[0] in GOING_ON:
        tags = f"C{tags[1:]}"  # "Meanwhile two men were shot": no word of the number's
    tags = _with_names(tags, sentence)
    if "." in tags[:-1]:
        tags = _with_case(tags, norms)
    if "TN" in tags:
        tags = _with_goals(tags, norms)
    if "nTn" in tags or "NTN" in tags:
        tags = with_rounds(tags, norms)
    if "Ng#" in tags:
        tags = with_doings(tags, norms)
    if "PTV" in tags:
        tags = _with_sent_in(tags, norms)
    if not _HARM.isdisjoint(vocabulary):
        tags = _with_harm(tags, norms)
    for place in asked_for(_PLACES, vocabulary):
        tags = _CHANGES[place][1](tags, norms)
    return tags


def _with_case(tags: str, norms: tuple[str, ...]) -> str:
    """Make a comma of the stop in "Ana Ruiz, 22, student. Abducted by soldiers on 4 May"."""
    at = tags.find(".", 0, -1)
    while at >= 0:
        if norms[at + 1] in noun_classes()["fate_opening"]:
            tags = retagged(tags, at, ",X")
        at = tags.find(".", at + 1, -1)
    return tags


def _with_goals(tags: str, norms: tuple[str, ...]) -> str:
    """Make a preposition of "to" before a noun: "damage to houses", "opposed to independence"."""
    at = tags.find("TN")
    while at >= 0:
        norm = norms[at + 1]
        if (
            norm in _TERMS
            or norm.endswith(_ABSTRACT)
            or (norm.endswith("s") and not norm.endswith("ss"))
        ):
            tags = retagged(tags, at, "P")
        at = tags.find("TN", at + 1)
    return tags


def _with_names(tags: str, sentence: Sentence) -> str:
    """Tags of words in names: "the Workers' Party", "a soldier of 1st Battalion The Rifles"."""
    if "'" in sentence.vocabulary:
        tags = _with_owners(tags, sentence)
    at = tags.find("EDE")
    while at >= 0:
        if sentence.words[at + 1] == "The" and sentence.words[at][0].isupper():
            tags = retagged(tags, at + 1, "E")
        at = tags.find("EDE", at + 1)
    return tags


def _with_sent_in(tags: str, norms: tuple[str, ...]) -> str:
    """Make an adverb of "in" before an infinitive: "were sent in to disarm the gangs"."""
    at = tags.find("PTV")
    while at >= 0:
        if norms[at] in _SENT_IN:
            tags = retagged(tags, at, "A")
        at = tags.find("PTV", at + 1)
    return tags


def _with_crowds(tags: str, norms: tuple[str, ...]) -> str:
    """Part a place from the crowd behind it, and a crowd from its verb.

    As in "in Lagos dozens of traders", "hundreds fled Yei".
    """
    for at in range(len(norms) - 2):
        if norms[at] not in CROWDS:
            continue
        if norms[at + 1] == "of" and at and tags[at - 1] == "E":
            tags = retagged(tags, at, "D")
        elif tags[at + 1] == "X" and (tags[at + 2] in "DE" or norms[at + 1] == "fled"):
            tags = retagged(tags, at + 1, "L")
    return tags


def _with_opened_fire(tags: str, norms: tuple[str, ...]) -> str:
    """Make a verb of "opened" in "gunmen nearby opened fire": no fire is opened."""
    for at in range(1, len(norms) - 1):
        if norms[at] == "opened" and norms[at + 1] == "fire" and tags[at - 1] in "AJNP":
            before = "A" if tags[at - 1] == "P" else tags[at - 1]  # "the men inside"
            tags = retagged(tags, at - 1, f"{before}L")
    return tags


def _with_another(tags: str, norms: tuple[str, ...]) -> str:
    """Make one person of the words for one more: "one was killed and another hurt", "a third"."""
    for at, norm in enumerate(norms[:-1]):
        if tags[at + 1] != "X":
            continue
        if norm == "another":
            # "another received injuries": what happened to it, and no adjective
            is_hurt = norms[at + 1] in _GETTING and not _HARM.isdisjoint(norms[at + 2 : at + 5])
            tags = retagged(tags, at, "#L" if is_hurt else "#X")
        elif norm in ONE_MORE and at and norms[at - 1] == "a":
            tags = retagged(tags, at, "N")
    return tags


def _with_harm(tags: str, norms: tuple[str, ...]) -> str:
    """Make a verb of "received" in "twelve received wounds": no twelve wounds are told.

    And in "those who stood nearby sustained burns".
    """
    for found in _GOT.finditer(tags):
        at = found.end()
        if norms[at] in _GETTING and not _HARM.isdisjoint(norms[at + 1 : at + 4]):
            before = "A" if tags[at - 1] == "J" else tags[at - 1]
            tags = retagged(tags, at - 1, f"{before}L")
    return tags


def _with_all(tags: str, norms: tuple[str, ...]) -> str:
    """Make an adverb of "both" in "were both shot", "have all been freed", and a verb of "shot".

    And in "killed both a nun and her driver", where it is no word of the first group.
    """
    for at in range(len(norms) - 1):
        if norms[at] == "both" and is_conjunction(norms, at):
            tags = retagged(tags, at, "A")
        if not at or norms[at] not in _ALL or tags[at - 1] not in _AUXILIARY:
            continue
        behind = word_tags().get(norms[at + 1], "")
        if tags[at - 1] == "B" and behind in _PAST:
            tags = retagged(tags, at, f"A{behind}")
        elif tags[at + 1] in _AUXILIARY:
            tags = retagged(tags, at, "A")
    return tags


def _with_so_far(tags: str, norms: tuple[str, ...]) -> str:
    """Close "so far" off from "eight people" where a clause opens so: it does not count them."""
    at = norms.index("far")
    opens = at < 2 or tags[at - 2] in "C,:U"  # noqa: PLR2004 - before "so"
    if at and norms[at - 1] == "so" and tags[at + 1 : at + 2] == "#" and opens:
        return retagged(tags, at, ",")
    return tags


def _with_fallen(tags: str, norms: tuple[str, ...]) -> str:
    """What they became: "three soldiers KIA, five WIA" as "three dead", no body; "fell martyr"."""
    for at, norm in enumerate(norms):
        if not at or norm not in _FALLEN:
            continue
        if norm == "martyr":
            tag = "A" if norms[at - 1] in _FALLING else tags[at]
        else:
            is_fate = tags[at - 1] in "#Nns" or tags[:at].endswith("#E")  # "2 ANA KIA"
            tag = "J" if is_fate else tags[at]
        tags = retagged(tags, at, tag)
    return tags


def _with_explosive(tags: str, norms: tuple[str, ...]) -> str:
    """Make a noun of "explosive" in "12 kilos of explosive in a car"; "grew explosive" has none."""
    at = norms.index("explosive")
    is_alone = tags[at + 1 : at + 2] not in _OPENS_GROUP or at + 1 == len(tags)
    if tags[at] == "J" and is_alone and at and tags[at - 1] in "PNnsXDJ":
        tags = retagged(tags, at, "N")
    return tags


def _with_what(tags: str, norms: tuple[str, ...]) -> str:
    """Step over who names a thing: "hit | what the army calls | eleven camps", "it said were"."""
    for at, norm in enumerate(norms[:-2]):
        if norm != "what" or tags.endswith("T", 0, at - 1):
            continue  # "to bring what they call justice": nothing was done
        behind = _behind_calling(tags, norms, at)
        if behind is not None and tags[behind : behind + 1] in _NAMED:
            aside = "A" * (behind - at - 1) + '"'
            tags = retagged(tags, at, aside)
    return tags


def _behind_calling(tags: str, norms: tuple[str, ...], what: int) -> int | None:
    """Behind "what the army calls", "what it described as", "what police say were"."""
    for at in range(what + 2, min(what + _MAX_CALLING, len(norms) - 1)):
        if norms[at] in noun_classes()["called"]:
            return at + 1
        if norms[at] in _CALLED_AS:
            return at + 2 if norms[at + 1] == "as" else None
        if norms[at] in noun_classes()["said_to_be"]:
            return at + 2 if norms[at + 1] in BE else None
        if tags[at] not in _WHO_CALLS:
            return None
    return None


def _with_shouts(tags: str, norms: tuple[str, ...]) -> str:
    """Make one noun group of what is shouted: 'Serbs chanting "Kosovo is ours" stoned a bus'."""
    for at, norm in enumerate(norms[:-2]):
        if norm not in _SHOUTING or norms[at + 1] != '"' or '"' not in norms[at + 3 :]:
            continue
        end = norms.index('"', at + 3)
        tags = retagged(tags, at + 1, f"D{'J' * (end - at - 3)}NA")
    return tags


def _with_nursing(tags: str, norms: tuple[str, ...]) -> str:
    """Make a verb of "nursing" in "15 others nursing bullet wounds": no mothers are told."""
    at = norms.index("nursing")
    if not _HARM.isdisjoint(norms[at + 1 : at + 4]):
        tags = retagged(tags, at, "G")
    return tags


def _with_complex(tags: str, norms: tuple[str, ...]) -> str:
    """Make one preposition of "in front of", "by the side of", whose front or side is no thing."""
    for word, phrase in _COMPLEX.items():
        first = norms.index(word) - phrase.index(word) if word in norms else -1
        if first >= 0 and norms[first : first + len(phrase)] == phrase:
            tags = retagged(tags, first, "P" * len(phrase))
    return tags


def _with_board(tags: str, norms: tuple[str, ...]) -> str:
    """Make one preposition of "on board" before who or what carries: "men on board two trucks"."""
    at = norms.index("board")
    if norms[at - 1 : at + 1] == _ON_BOARD and tags[at + 1 : at + 2] in _OPENS_GROUP:
        return retagged(tags, at - 1, "PP")
    return tags


def _with_object_relatives(tags: str, norms: tuple[str, ...]) -> str:
    """Make a relative pronoun of "that" in "the houses that soldiers burned", behind what is hit.

    Not behind who is told something: "told reporters that gunmen had attacked".
    """
    for at in range(1, len(norms) - 2):
        if norms[at] != "that" or tags[at] != "Q" or not _OBJECT_RELATIVE.match(tags, at + 1):
            continue
        lexicon = load_lexicon()
        is_hit = any(norms[at - 1] in t.last_words for t in (lexicon.persons, lexicon.targets))
        told = noun_classes()["clausal"]
        if is_hit and told.isdisjoint(norms[max(at - _TOLD, 0) : at]):
            tags = retagged(tags, at, "W")
    return tags


def _with_owners(tags: str, sentence: Sentence) -> str:
    """Make a possessive mark of the apostrophe in "the Workers' Party".

    Not where the sentence uses such marks for quotes: one stands before a word.
    """
    norms, starts, ends = sentence.norms, sentence.starts, sentence.ends
    owners = []
    for at in range(len(norms) - 1):
        if norms[at] != "'":
            continue
        if ends[at] == starts[at + 1]:
            return tags
        if at and norms[at - 1].endswith("s") and ends[at - 1] == starts[at]:
            owners.append(at)
    for at in owners:
        if tags[at - 1] in "NEnsZ" and tags[at + 1] in "NEnsJ#XGgt":
            tags = retagged(tags, at, "S")
    return tags


_CHANGES = (
    (frozenset(_COMPLEX), _with_complex),
    (_BOARD, _with_board),
    (CROWDS, _with_crowds),
    (_OPENED, _with_opened_fire),
    beside(_PRINCIPAL, "J(?![JNEns])", "N"),  # "the vice principal of a school"
    beside(_OPENING, "(?<![DSJ])[gN]", "G", before=_FIRE),  # "before opening fire on a bus"
    (ONE_MORE | {"another"}, _with_another),
    (PARTICLES, with_particles),
    (CUSTODY, with_custody),
    # "a civilian received splinter injuries"
    beside(_CIVILIAN, "(?<=[DJ#C])J(?=[XL])", "N", before=_SUFFERED),
    # "Both died at the scene": who it was, and no "slew of"
    beside(_ALL, "(?:^|(?<=[.,:CU]))D(?=L|X[P.,At])", "R"),
    beside(_BLAME, "(?<!.)V(?=[LPHB])", "N"),  # "Blame for it fell on the Front"
    beside(_FREE, "(?<=T)J(?=#)", "V"),  # "to free two men"
    beside(_FREE, "(?<=T)J(?=[Nns])", "V", before=noun_classes()["harmed_abducted"]),
    beside(_LIVE, "(?:^|(?<=[XVGLPZUA,]))V(?=[Nns])", "J"),  # "fired live rounds"
    # "a post housing 20 men", "a school housing displaced families"
    beside(_HOUSING, "(?<=[NnE])[Ng](?=[#DS]|[JX][Nns])", "G"),
    (frozenset({"that"}), _with_object_relatives),
    # "wounded in earlier shelling", "in a later attack"
    beside(_IN_TIME, "(?<=[PD])A(?=[EJNnsg])", "J"),
    # "of the internally recognised government", "of internally displaced persons"
    beside(noun_classes()["how_made"], "AX(?=J?[NEns])", "JJ", behind=ARTICLES | {"of"}),
    beside(_FIRST, "(?<=[MT]).", "A"),  # "must first halt attacks and free"
    (_ALL, _with_all),
    (_FAR, _with_so_far),
    (_FALLEN, _with_fallen),
    beside(_SELVES, "(?<=B).(?=[XK])", "A"),  # "was himself lynched": whom it befell stands before
    (_EXPLOSIVE, _with_explosive),
    *TAGS_OF_ASIDES,
    beside(_LATE, "(?<=t).", "A"),  # "who came an hour late fired"
    # "persons unknown set fire to a bus": a noun where it stands last
    beside(_UNKNOWN, ".", "N", behind=_PERSONS),
    (_WHAT, _with_what),
    # "13 out of 18 passengers": no more than "13 of 18"
    beside(_OUT, "(?<=#)A(?=P#)", "#", before=frozenset({"of"})),
    # "escaped thanks to a storm": one preposition, and no object
    beside(_THANKS, "[NnsZ]", "PP", before=frozenset({"to"})),
    *TAGS_OF_DEEDS,
    beside(_SUSPECTS, "(?<=[D#]y)[VZ]", "N"),  # "arrested the 51-year-old suspect, who"
    (_NURSING, _with_nursing),
    (_SHOUTING, _with_shouts),
    # "whom they had taken along escaped"
    beside(_ALONG, ".(?=[XLVZ])", "A", behind=_TAKING),
    beside(_SELVES, "(?<=[NnsE]).(?=[BHMXLVZ])", "A"),  # "the police themselves burned it"
    (FATES, with_fates),
    *TAGS_BESIDE_VERBS,
)
"""What a sentence must hold for each change, in the order of need."""
_PLACES = places_by_word(signs for signs, _ in _CHANGES)
