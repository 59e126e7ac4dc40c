"""Tags of the words that say more of people and things beside them: "wanted in", "s/o", "Rs. 20".

Each function takes the tags and the words of a sentence and returns the tags.
"""

import re

from coder.grammar.retagging import beside, retagged
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes

_ATTRIBUTING = frozenset({"attribute", "attributed", "attributes", "blame", "blamed", "blames"})
_TO_ON = frozenset({"on", "to"})
_FIGHTING = frozenset({"bombing", "fighting", "rioting", "shelling"})
_FIRING = frozenset({"firing", "shooting"})
_FLEEING = frozenset({"flee", "flees", "fled", "fleeing", "escape", "escaped", "escaping"})
_FOR_NOW = frozenset({"temporarily", "newly", "illegally"})
_FROM = frozenset({"from", "at", "on", "into"})
_HURT = frozenset({"wounded", "injured"})
_KIN = frozenset("cdrsw")  # care, daughter, resident, son, wife of
_LEAVING = frozenset({"advancing", "departing", "fleeing", "retreating", "withdrawing"})
_MADE = frozenset({"drones", "uavs", "missiles", "rockets", "bombers", "tanks", "howitzers"})
_NUMBERED = frozenset(
    {"constable", "sepoy", "havildar", "naik", "jawan", "rifleman", "trooper", "subedar"}
)
_ON_FROM = frozenset({"on", "from"})
_ONE_OTHER = frozenset({("one",), ("other",)})
_SIDE = frozenset({("side",), ("hand",), ("part",)})
_SIDES_TOLD = frozenset({"side", "hand"})
_ROUNDS = re.compile(r"nTn|NTN")
_ROWS = frozenset({"alley", "block", "building", "door", "floor", "house", "room", "street"})
_ROW_LINKS = frozenset({"to", "by"})
_RUPEES = frozenset({"rs", "rs."})
_STATES = frozenset({"burned", "burnt", "charred", "decomposed", "dismembered", "mutilated"})
_TASKS = frozenset({"assault", "reconnaissance", "rescue", "sabotage", "search", "strike"})
_WHO_IS_WANTED = frozenset("NEnsJ,C")


def with_rounds(tags: str, norms: tuple[str, ...]) -> str:
    """What is done from one to the next: "went from room to room shooting patients"."""
    for between in _ROUNDS.finditer(tags):
        at = between.start() + 1
        if norms[at - 1] == norms[at + 1] and norms[at] == "to":
            rest = tags[at + 2 :]
            if rest[:1] in {"g", "N"} and norms[at + 2].endswith("ing"):
                rest = f"G{rest[1:]}"
            tags = f"{tags[:at]}PN{rest}"
    return tags


def with_doings(tags: str, norms: tuple[str, ...]) -> str:
    """Make a verb of what people do to a number: "showing gunmen shooting two shepherds"."""
    persons = load_lexicon().persons.last_words
    at = tags.find("Ng#")
    while at >= 0:
        if norms[at] in persons:
            tags = retagged(tags, at + 1, "G")
        at = tags.find("Ng#", at + 1)
    return tags


def _with_rows(tags: str, norms: tuple[str, ...]) -> str:
    """Make adverbs of "house to house", "street by street", behind what they are done to."""
    for at in range(1, len(norms) - 2):
        is_row = norms[at] in _ROWS and norms[at + 1] in _ROW_LINKS and norms[at + 2] == norms[at]
        if is_row and tags[at - 1] not in "PDJ":
            tags = retagged(tags, at, "AAA")
    return tags


def _with_remains(tags: str, norms: tuple[str, ...]) -> str:
    """Make a noun of "remains" in "remains of two men were found", where nothing remains."""
    at = norms.index("remains")
    if norms[at + 1 : at + 2] == ("of",) and (at == 0 or tags[at - 1] in ".:;,JDA("):
        tags = retagged(tags, at, "N")
    elif at and norms[at + 1 : at + 2] == ("of",) and norms[at - 1] in _STATES:
        tags = retagged(tags, at - 1, "JN")
    return tags


def _with_attributed(tags: str, norms: tuple[str, ...]) -> str:
    """Make an article of "that" in "attributes that shooting to rebels", "blamed that raid on"."""
    at = next(at for at, norm in enumerate(norms) if norm in _ATTRIBUTING)
    if norms[at + 1 : at + 2] == ("that",) and not _TO_ON.isdisjoint(norms[at + 2 :]):
        tags = retagged(tags, at + 1, "D")
    return tags


def _with_wanted(tags: str, norms: tuple[str, ...]) -> str:
    """Make a participle of "wanted" in "a militant wanted in ten cases was", behind who it is."""
    at = norms.index("wanted")
    if tags[at] == "J" and tags[at + 1 : at + 2] == "P" and tags[at - 1 : at] in _WHO_IS_WANTED:
        who = "N" if tags[at - 1] == "J" else tags[at - 1]  # "a militant"
        tags = retagged(tags, at - 1, f"{who}X")
    return tags


def _with_kin(tags: str, norms: tuple[str, ...]) -> str:
    """Make a preposition of "s/o" (son of) and "r/o" (resident of) behind a name."""
    for at in range(1, len(norms) - 3):
        if norms[at + 1] == "/" and norms[at] in _KIN and norms[at + 2] == "o":
            tags = retagged(tags, at, "PPP")
    return tags


def _with_service_numbers(tags: str, norms: tuple[str, ...]) -> str:
    """Make a part of the name of the number in "Constable 417 Ram Singh"."""
    at = tags.find("#E", 1)
    while at >= 0:
        if norms[at - 1] in _NUMBERED:
            tags = retagged(tags, at, "E")
        at = tags.find("#E", at + 1)
    return tags


def _with_makes(tags: str, norms: tuple[str, ...]) -> str:
    """Leave out the make behind a weapon: "14 drones Shahed-136 were shot down"."""
    for at in range(1, len(norms)):
        if norms[at - 1] not in _MADE:
            continue
        end = at
        while end < len(norms) and tags[end] == "E" and any(map(str.isdigit, norms[end])):
            end += 1
        if norms[end : end + 1] == ("/",) and end > at and norms[end + 1 : end + 2] != ():
            end += 2  # "Shahed-136/131"
        tags = retagged(tags, at, "A" * (end - at))
    return tags


def _with_tasks(tags: str, norms: tuple[str, ...]) -> str:
    """Make adjectives of the tasks of a body: "a sabotage and reconnaissance group"."""
    for at in range(len(norms) - 3):
        if norms[at] in _TASKS and norms[at + 1] == "and" and norms[at + 2] in _TASKS:
            is_body = norms[at + 3] in noun_classes()["armed_body"]
            tags = retagged(tags, at, "JCJ") if is_body else tags
    return tags


def _with_held_places(tags: str, norms: tuple[str, ...]) -> str:
    """Make an adjective of "occupied" in "in temporarily occupied Melitopol", and no verb."""
    for at in range(1, len(norms) - 2):
        is_held = norms[at] in _FOR_NOW and tags[at + 1] == "X" and tags[at + 2] in "JNEns"
        if is_held and tags[at - 1] in "DPS":
            tags = retagged(tags, at + 1, "J")
    return tags


def _with_sides(tags: str, norms: tuple[str, ...]) -> str:
    """Make adverbs of "on one side", "from the other side": the parties stand before them."""
    for at in range(1, len(norms) - 1):
        if norms[at] not in _ON_FROM:
            continue
        last = at + 1 + (norms[at + 1] == "the")
        if norms[last : last + 1] not in _ONE_OTHER:
            continue
        last += 1 + (norms[last + 1 : last + 2] in _SIDE)
        if norms[last - 1] == "one" and norms[at + 1] != "the":
            continue  # "on one of them"
        tags = retagged(tags, at, "A" * (last - at))
    return tags


def _with_firing(tags: str, norms: tuple[str, ...]) -> str:
    """Make a participle of "firing" in "a sniper firing from a roof hit": what the person does."""
    persons = load_lexicon().persons.last_words
    for at in range(1, len(norms) - 2):
        if norms[at] in _FIRING and norms[at + 1] in _FROM and norms[at - 1] in persons:
            tags = retagged(tags, at, "G")
    return tags


_SIDES_OF_LAND = frozenset({"north", "south", "east", "west"})
TAGS_OF_ASIDES = (
    (_FIRING, _with_firing),
    (_SIDES_TOLD, _with_sides),
    (_FOR_NOW, _with_held_places),
    (_NUMBERED, _with_service_numbers),
    (frozenset({"wanted"}), _with_wanted),
    (frozenset({"remains"}), _with_remains),
    (_ROWS, _with_rows),
    (_ATTRIBUTING, _with_attributed),
    # as police reports put it before a name: "accused Ram Singh was"
    beside(frozenset({"accused"}), "(?<![^.:;#DUP]).(?=E)", "N"),
    beside(_RUPEES, ".(?=#)", "#"),  # "Rs 500": a word of quantity, as the sign of dollars is one
    # "a clinic run by the Front": whose it is, not who acts
    beside(frozenset({"run"}), "(?<=[NEns]).", "K", before=frozenset({"by"})),
    # "four men said to be rebels were shot"
    beside(frozenset({"said"}), "(?<=[NEns]).T[BHV]", "X", before=frozenset({"to"})),
    # "six patients, two of them wounded fighters"
    beside(_HURT, "(?<=,.P.).(?=[Nns])", "J", behind=frozenset({"them"})),
    beside(_SIDES_OF_LAND, "(?<=D)A(?=[XLBHM])", "N"),  # "the Sons of the South claimed"
    # "four men having lunch in a bar were shot": what they were doing, and no auxiliary
    beside(frozenset({"having"}), "(?<=[NnE])H(?=[JnN#]|D[NnJ])", "G"),
    # "two men close to the party died": what they are, and no verb
    beside(frozenset({"close"}), "(?<=[NnEBA])V[TP]", "JP", before=frozenset({"to"})),
    beside(frozenset({"close"}), "(?<=[NnE]C).(?=N)", "J"),  # "a lawyer and close friend of"
    beside(frozenset({"flying"}), "(?<=P)[GgV](?=[NnsJ])", "J"),  # "hurt by flying glass"
    (frozenset({"/"}), _with_kin),
    (_TASKS, _with_tasks),
    (_MADE, _with_makes),
    # "mines laid by retreating troops", "Retreating troops burned"; not "Fleeing war, thousands"
    beside(_LEAVING, "[Gg](?=[Nns]+[XLZBHM])|(?<=.)[Gg](?=[Nns])", "J"),
    # "arrived in Arua fleeing attacks": what they flee, and no attacks that flee
    beside(_FLEEING, "J(?=[Nns])", "G", before=noun_classes()["fled"]),
    beside(_FLEEING, "(?<=,)J(?=[Nns])", "G"),  # "crossed the border, fleeing mobs"
    beside(_FIGHTING, "[Gg]", "N", behind=_FLEEING),  # "fled fighting around Goma"
    beside(frozenset({"because"}), "U", "P", before=frozenset({"of"})),  # one preposition
)
"""Words without one of which a function changes nothing, and the function."""
