"""Tags of what stands bare before a verb: "the men aboard died", "a man police say was shot".

And of words in -ing that name acts by what stands beside them: "a mass shooting left five dead".

Each function takes the tags and the words of a sentence and returns the tags.
"""

import re

from coder.grammar.retagging import beside, retagged
from coder.lexicon.closed import BEING_HAVING, WAS_WERE, WHILE
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes

_INSIDE = frozenset({"aboard", "inside", "outside"})
_REPORT = frozenset({"report", "claim"})
_TELLERS = re.compile('(?:^|(?<=[,"U]))D?#?J?(?P<who>[Nns])(?:PJ?E{1,2})?n(?=[,.D#RQUs]|J[Nns])')
_REPORTED = frozenset({"reported", "confirmed"})
_BEFORE_FLAT = frozenset({"blazing", "burning", "council", "rented"})
_ABLAZE = frozenset({"ablaze", "alight", "afire"})
_SETTING = frozenset({"set", "sets", "setting"})
FATES = frozenset({"dead", "killed", "wounded", "injured", "hurt", "missing", "kia"})
_WHO_SAYS = re.compile(r"(?<=[D#J][Ns])[Nns](?=[VXZL]B)")
_THROWING = frozenset({"hurled", "pelted", "looted", "torched", "smashed", "stoned", "ransacked"})
_WORK = frozenset({"work", "worship"})
_CROWD_OF = frozenset({"crowd", "mob", "throng", "crowds", "mobs"})
_OF_AND_NUMBER = 4  # tokens: "of an estimated 300"
_STONING = frozenset({"stone-throwing", "stone-pelting", "bottle-throwing", "rock-throwing"})
_PELTING = frozenset({"pelting", "throwing"})
_NO_NOUN = frozenset("NEns")
_ON_THE_MOVE = frozenset({"retreating", "advancing", "fleeing", "marauding", "rampaging"})
_MERELY = frozenset({"only", "just", "merely", "simply"})
_INVERTING = frozenset({"did", "does", "do", "should"})
_EITHER = frozenset({"either", "both"})
_CLAIMING = frozenset({"say", "says", "said", "believe", "believed"})
_GOING = frozenset({"go", "goes", "going", "gone", "went"})
_ON, _ABOUT = frozenset({"on"}), frozenset({"about"})
_THOSE, _AMONG = frozenset({"those"}), frozenset({"among", "amongst"})
_TO, _WITH = frozenset({"to"}), frozenset({"with"})
_MEANS = re.compile(r"P[EJNn]{1,2}s(?=[DE])")
_SURROUNDING, _FEAR = frozenset({"surrounding"}), frozenset({"fear"})
_OFFENSIVE = frozenset({"offensive", "offensives"})
_SUBJECTED = frozenset({"subjected", "exposed", "resorted", "resorting", "led", "leading"})
_HARM = frozenset({"injury", "injuries", "death", "harm"})
_WHOM = frozenset("NEnsDJ#g")  # tags that an object begins with
_INVERTED = re.compile(r"(?:(?<![NEnsR])O|^M)(?:D[J#]?[NnsE]|J?[Ns]|E{1,3})[Vn](?=[DE#RJNns])")
_SEEN = re.compile(r"[XLVZG](?:D?[#J]?[Nns]|#J?[Ns])n(?=[DE#R])")
_SCENE = re.compile(r".[Nns]nP[^BHMXLZV,]*$")
_PLURAL = ("s", "men")
_WHAT = frozenset({"what", "whom", "whoever"})
_DEEDS = frozenset(word for word in noun_classes()["deed"] if word.endswith("ing"))
_MASS = frozenset({"mass", "roadside"})
_INCIDENTS = frozenset({"incident", "incidents", "rampage", "spree"})
_BODIES = frozenset({"army", "cartel", "gang", "mafia", "militia", "mob", "navy", "police"})
_FIGHTING = frozenset({"fighting"})
_WHERE = frozenset({"in", "near", "of", "outside"})

TAGS_OF_DEEDS = (
    beside(_DEEDS, "(?<=PE)G(?=[.,;:]|$)", "N"),  # "Man held over Lyon stabbing"
    beside(_FIGHTING, "(?<=^AB)G(?=[PtC.,])", "N"),  # "There was fighting in Gao"
    beside(_MASS, ".(?=G)", "J"),  # "a mass | shooting left five dead"
    beside(_DEEDS, "(?<=J)G", "N", behind=_MASS),
    beside(_DEEDS, "(?<=P)G", "N", before=_INCIDENTS),  # "dead in shooting spree"
    # "a targeted shooting in Leeds", "a police shooting near Leeds": the noun of an act
    beside(_DEEDS, "(?<=DX)G(?=P)", "N", before=_WHERE),
    beside(_DEEDS, "(?<=D[Nn])G(?=P)", "N", behind=_BODIES, before=_WHERE),
    # "a mosque bombing killed two", "the market shooting was": and no "men shooting were"
    beside(_DEEDS, "(?<=[DE][Nn])G(?=[XLZBHP])", "N", behind=noun_classes()["scene_of_deeds"]),
)
"""Which words they are asked of, and what they change, in the order of ``by_words``."""


def _with_contact_relatives(tags: str, norms: tuple[str, ...]) -> str:
    """Make a group of its own of who says it: "killed a man | police | believe was an officer"."""
    persons = load_lexicon().persons.last_words
    for found in _WHO_SAYS.finditer(tags):
        at = found.start()
        if (
            norms[at + 1] in noun_classes()["said_to_be"]
            and norms[at + 2] in WAS_WERE
            and norms[at - 1] in persons
            and _WHAT.isdisjoint(norms[max(at - 4, 0) : at])
        ):
            tags = retagged(tags, at, "R")
    return tags


def _with_throwing(tags: str, norms: tuple[str, ...]) -> str:
    """Make a verb of "hurled" in "a crowd of about 300 hurled stones": no crowd is of stones."""
    for at in range(2, len(norms) - 1):
        if norms[at] in _THROWING and tags[at - 1 : at + 1] == "#X":
            before = norms[max(at - 2 - _OF_AND_NUMBER, 0) : at]
            if "of" in before and not _CROWD_OF.isdisjoint(before):
                tags = f"{tags[:at]}L{tags[at + 1 :]}"
    return tags


def _with_stoning(tags: str, norms: tuple[str, ...]) -> str:
    """Make a noun of "stone-throwing" where no noun follows: "stone-throwing by youths".

    So also "stone pelting by a crowd".
    """
    for at, norm in enumerate(norms[:-1]):
        is_two = norm in _PELTING and tags[at - 1 : at + 2] == "NGP" and norms[at - 1] == "stone"
        if is_two or (norm in _STONING and tags[at] == "J" and tags[at + 1] not in _NO_NOUN):
            tags = f"{tags[:at]}N{tags[at + 1 :]}"
    return tags


def _with_hurt_as_noun(tags: str, norms: tuple[str, ...]) -> str:
    """Make a noun of "injured" in "a count of dead and injured", where nobody is behind it."""
    for at in range(2, len(norms)):
        is_pair = norms[at] in FATES and norms[at - 2] == "dead" and tags[:at].endswith("NC")
        if is_pair and tags[at] == "X" and tags[at + 1 : at + 2] not in _WHOM:
            tags = retagged(tags, at, "N")
    return tags


def _with_scene_in_present(tags: str, norms: tuple[str, ...]) -> str:
    """As in "Two killed as troops fire on crowd in Bor", "when rebels attack in Bor"."""
    persons = load_lexicon().persons.last_words
    for at, norm in enumerate(norms):
        if norm not in WHILE or _SCENE.match(tags, at) is None:
            continue
        if norms[at + 1] in persons and norms[at + 1].endswith(_PLURAL):
            tags = retagged(retagged(tags, at, "U"), at + 2, "V")
    return tags


def _with_seen_doing(tags: str, norms: tuple[str, ...]) -> str:
    """Make a verb of what people are seen to do: "saw gunmen attack a village"."""
    persons = load_lexicon().persons.last_words
    seeing = noun_classes()["perception"]
    for found in _SEEN.finditer(tags):
        doing = found.end() - 1
        if norms[found.start()] in seeing and norms[doing - 1] in persons:
            tags = retagged(tags, doing, "V")
    return tags


def _with_tellers(tags: str, norms: tuple[str, ...]) -> str:
    """Make a verb of what many people do: "..., residents report.", "Activists claim the army"."""
    persons = load_lexicon().persons.last_words
    for found in _TELLERS.finditer(tags):
        who, telling = found.start("who"), found.end() - 1
        are_many = norms[who].endswith(_PLURAL) and norms[who] in persons
        if are_many and norms[telling] in _REPORT:
            tags = retagged(tags, telling, "V")
    return tags


def _with_inversion(tags: str, _: tuple[str, ...]) -> str:
    """Make a subject of what stands between "did" and a verb: "only then did rebels attack a post".

    And a verb of what follows it: "should a drone strike the town, they would".
    """
    found = _INVERTED.search(tags)
    if found is None:
        return tags
    head = found.end() - 2
    return retagged(tags, head, ("s" if tags[head] == "N" else tags[head]) + "V")


def _with_way_to_work(tags: str, norms: tuple[str, ...]) -> str:
    """As in "shot on her way to work", "driving to work": where one goes, and no aim."""
    for at in range(2, len(norms)):
        is_goal = norms[at] in _WORK and norms[at - 1] == "to" and tags[at - 1] == "T"
        if is_goal and norms[at - 2] in noun_classes()["under_way"]:
            tags = retagged(tags, at - 1, "PN")
    return tags


def _with_means(tags: str, norms: tuple[str, ...]) -> str:
    """Make a noun of the last word in "targeted with Grad rockets the base": what it was done with.

    The object stands behind it, as translations have it.
    """
    for found in _MEANS.finditer(tags):
        if norms[found.start()] == "with" and not {"X", "L", "G"}.isdisjoint(tags[: found.start()]):
            tags = retagged(tags, found.end() - 1, "N")
    return tags


_PARTS = frozenset(side + part for side in ("north", "south") for part in ("", "east", "west"))
TAGS_BESIDE_VERBS = (
    (_REPORT, _with_tellers),
    # "29 people, most of them bound, were found": how they were, and no verb
    beside(frozenset({"bound"}), "(?<=[DR])X(?=[,C])", "J"),
    (_WITH, _with_means),
    (_WORK, _with_way_to_work),
    # "government forces west of Marib", "a checkpoint east of Gao": where they are
    beside(noun_classes()["compass"], "(?<=[Nns])[NnJ](?=P)", "A", before=frozenset({"of"})),
    # "a storm that hit southeast Chad drowned two": a part of the country, and no way there
    beside(_PARTS, "(?<=[XLVPDZ])A(?=E)", "J"),
    # "in Ruvu and surrounding villages": which ones
    beside(_SURROUNDING, "(?<=[PC])[GgZ](?=[JNnsE])", "J"),
    # "not only burned it but looted it": both are told
    beside(frozenset({"not"}), "!A", "A", before=_MERELY),
    (_INVERTING, _with_inversion),
    (noun_classes()["perception"], _with_seen_doing),
    (WHILE, _with_scene_in_present),
    # "they either ignored or misread it": one verb of two
    beside(_EITHER, "(?<=[NEns])D(?=[XLV]C)", "A"),
    # "all ten men aboard were killed", "the family inside died"
    beside(_INSIDE, "(?<=[NEns#])P(?=[BHML]|X[PAtU.,])", "A"),
    # "one soldier reported killed", "two confirmed dead"
    beside(_REPORTED, "(?<=[NEns#])X(?=[XJ])", "A", before=FATES),
    # "set ablaze INEC offices": no word of the group behind it
    beside(_ABLAZE, ".", '"', behind=_SETTING),
    (_CLAIMING, _with_contact_relatives),
    (_THROWING, _with_throwing),
    (_STONING | _PELTING, _with_stoning),
    # "shot by retreating troops", which nobody retreats
    beside(_ON_THE_MOVE, "(?<=P)[^J](?=[NEns])", "J", behind=frozenset({"by"})),
    # "a family of four escaped injury"
    beside(frozenset({"escaped"}), "(?<=#).(?=[Ns])", "L", before=_HARM),
    (frozenset({"dead"}), _with_hurt_as_noun),
    # "rescued from a burning flat"
    beside(frozenset({"flat"}), "(?<=[NG])J(?=[P.,])", "N", behind=_BEFORE_FLAT),
    # "the rebels went on to attack a post": what they did next
    beside(
        _ON, ".T(?:[BHLOVX]|n(?![.,C])|N(?=[D#R]))", "A", behind=_GOING, before=frozenset({"to"})
    ),
    # "launched a ground offensive against the town": the act, and no quality as in "offensive to"
    beside(_OFFENSIVE, "(?<=[Nnsg])[JE](?![NnsEJ#g])|(?<=[DJS])J(?=[PBHMXLVZ.,])", "N"),
    # "were subjected to shelling", "resorted to looting", "led to damage": it was done
    beside(_TO, "T(?=[gGNnsJ])", "P", behind=_SUBJECTED),
    # "villagers fear being killed"
    beside(_FEAR, "(?<=[NEns]).(?=B)", "V", before=BEING_HAVING),
    # "those killed in Gao", which is no noun as in "the killed"
    beside(_THOSE, r"(?<!P)DX(?=A?[BHML]|[PC,.tAGJT]|$)", "DK"),
    beside(_THOSE, r"DX(?=A?[BHML]|[PC,.tAGJT]|$)", "DK", behind=_AMONG),
    # "were about to attack", which is no preposition before another
    beside(_ABOUT, "PT", "A", before=_TO),
)
"""Words without one of which a function changes nothing, and the function."""
