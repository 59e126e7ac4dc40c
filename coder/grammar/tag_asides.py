"""Tags of the words that say more of people and things beside them: "wanted in", "s/o", "Rs. 20".

Each function takes the tags and the words of a sentence and returns the tags.
"""

import re

from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes

_ATTRIBUTING = frozenset({"attribute", "attributed", "attributes"})
_BEING = frozenset({"be", "have", "belong"})
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
_OPENS_NAME = frozenset(".:;#DUP")
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
            tags = f"{tags[: at + 1]}G{tags[at + 2 :]}"
        at = tags.find("Ng#", at + 1)
    return tags


def _with_rows(tags: str, norms: tuple[str, ...]) -> str:
    """Make adverbs of "house to house", "street by street", behind what they are done to."""
    for at in range(1, len(norms) - 2):
        is_row = norms[at] in _ROWS and norms[at + 1] in _ROW_LINKS and norms[at + 2] == norms[at]
        if is_row and tags[at - 1] not in "PDJ":
            tags = f"{tags[:at]}AAA{tags[at + 3 :]}"
    return tags


def _with_remains(tags: str, norms: tuple[str, ...]) -> str:
    """Make a noun of "remains" in "remains of two men were found", where nothing remains."""
    at = norms.index("remains")
    if norms[at + 1 : at + 2] == ("of",) and (at == 0 or tags[at - 1] in ".:;,JDA("):
        tags = f"{tags[:at]}N{tags[at + 1 :]}"
    elif at and norms[at + 1 : at + 2] == ("of",) and norms[at - 1] in _STATES:
        tags = f"{tags[: at - 1]}JN{tags[at + 1 :]}"
    return tags


def _with_attributed(tags: str, norms: tuple[str, ...]) -> str:
    """Make an article of "that" in "attributes that shooting to rebels"."""
    at = next(at for at, norm in enumerate(norms) if norm in _ATTRIBUTING)
    if norms[at + 1 : at + 2] == ("that",) and "to" in norms[at + 2 :]:
        tags = f"{tags[: at + 1]}D{tags[at + 2 :]}"
    return tags


def _with_wanted(tags: str, norms: tuple[str, ...]) -> str:
    """Make a participle of "wanted" in "a militant wanted in ten cases was", behind who it is."""
    at = norms.index("wanted")
    if tags[at] == "J" and tags[at + 1 : at + 2] == "P" and tags[at - 1 : at] in _WHO_IS_WANTED:
        who = "N" if tags[at - 1] == "J" else tags[at - 1]  # "a militant"
        tags = f"{tags[: at - 1]}{who}X{tags[at + 1 :]}"
    return tags


def _with_run_by(tags: str, norms: tuple[str, ...]) -> str:
    """Make a participle of "run" in "a clinic run by the Front": whose it is, not who acts."""
    for at in range(1, len(norms) - 1):
        if norms[at] == "run" and norms[at + 1] == "by" and tags[at - 1] in "NEns":
            tags = f"{tags[:at]}K{tags[at + 1 :]}"
    return tags


def _with_said_to(tags: str, norms: tuple[str, ...]) -> str:
    """Make a participle of "said" in "four men said to be rebels were shot"."""
    for at in range(1, len(norms) - 2):
        if norms[at] == "said" and norms[at + 1] == "to" and norms[at + 2] in _BEING:
            tags = f"{tags[:at]}X{tags[at + 1 :]}" if tags[at - 1] in "NEns" else tags
    return tags


def _with_some_of_them(tags: str, norms: tuple[str, ...]) -> str:
    """Make an adjective of "wounded" in "six patients, two of them wounded fighters"."""
    for at in range(4, len(norms) - 1):
        if norms[at] in _HURT and norms[at - 2 : at] == ("of", "them") and tags[at - 4] == ",":
            tags = f"{tags[:at]}J{tags[at + 1 :]}" if tags[at + 1] in "Nns" else tags
    return tags


def _with_kin(tags: str, norms: tuple[str, ...]) -> str:
    """Make a preposition of "s/o" (son of) and "r/o" (resident of) behind a name."""
    for at in range(1, len(norms) - 3):
        if norms[at + 1] == "/" and norms[at] in _KIN and norms[at + 2] == "o":
            tags = f"{tags[:at]}PPP{tags[at + 3 :]}"
    return tags


def _with_rupees(tags: str, norms: tuple[str, ...]) -> str:
    """Make a word of quantity of "Rs" before its number, as the sign of dollars is one."""
    for at in range(len(norms) - 1):
        if norms[at] in _RUPEES and tags[at + 1] == "#":
            tags = f"{tags[:at]}#{tags[at + 1 :]}"
    return tags


def _with_accused(tags: str, norms: tuple[str, ...]) -> str:
    """Make a noun of "accused" as police reports put it before a name: "accused Ram Singh was"."""
    at = norms.index("accused")
    if tags[at + 1 : at + 2] == "E" and (not at or tags[at - 1] in _OPENS_NAME):
        tags = f"{tags[:at]}N{tags[at + 1 :]}"
    return tags


def _with_service_numbers(tags: str, norms: tuple[str, ...]) -> str:
    """Make a part of the name of the number in "Constable 417 Ram Singh"."""
    at = tags.find("#E", 1)
    while at >= 0:
        if norms[at - 1] in _NUMBERED:
            tags = f"{tags[:at]}E{tags[at + 1 :]}"
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
        tags = tags[:at] + "A" * (end - at) + tags[end:]
    return tags


def _with_leaving(tags: str, norms: tuple[str, ...]) -> str:
    """Make an adjective of "retreating" in "mines laid by retreating troops"."""
    for at in range(1, len(norms) - 1):
        if norms[at] in _LEAVING and tags[at] in "Gg" and tags[at + 1] in "Nns":
            tags = f"{tags[:at]}J{tags[at + 1 :]}"
    return tags


def _with_fled(tags: str, norms: tuple[str, ...]) -> str:
    """Make a noun of what people flee: "fled fighting around Goma"."""
    for at in range(1, len(norms)):
        if norms[at] in _FIGHTING and tags[at] in "Gg" and norms[at - 1] in _FLEEING:
            tags = f"{tags[:at]}N{tags[at + 1 :]}"
    return tags


def _with_tasks(tags: str, norms: tuple[str, ...]) -> str:
    """Make adjectives of the tasks of a body: "a sabotage and reconnaissance group"."""
    for at in range(len(norms) - 3):
        if norms[at] in _TASKS and norms[at + 1] == "and" and norms[at + 2] in _TASKS:
            is_body = norms[at + 3] in noun_classes()["armed_body"]
            tags = f"{tags[:at]}JCJ{tags[at + 3 :]}" if is_body else tags
    return tags


def _with_held_places(tags: str, norms: tuple[str, ...]) -> str:
    """Make an adjective of "occupied" in "in temporarily occupied Melitopol", and no verb."""
    for at in range(1, len(norms) - 2):
        is_held = norms[at] in _FOR_NOW and tags[at + 1] == "X" and tags[at + 2] in "JNEns"
        if is_held and tags[at - 1] in "DPS":
            tags = f"{tags[: at + 1]}J{tags[at + 2 :]}"
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
        tags = f"{tags[:at]}{'A' * (last - at)}{tags[last:]}"
    return tags


def _with_firing(tags: str, norms: tuple[str, ...]) -> str:
    """Make a participle of "firing" in "a sniper firing from a roof hit": what the person does."""
    persons = load_lexicon().persons.last_words
    for at in range(1, len(norms) - 2):
        if norms[at] in _FIRING and norms[at + 1] in _FROM and norms[at - 1] in persons:
            tags = f"{tags[:at]}G{tags[at + 1 :]}"
    return tags


TAGS_OF_ASIDES = (
    (_FIRING, _with_firing),
    (_SIDES_TOLD, _with_sides),
    (_FOR_NOW, _with_held_places),
    (_NUMBERED, _with_service_numbers),
    (frozenset({"wanted"}), _with_wanted),
    (frozenset({"remains"}), _with_remains),
    (_ROWS, _with_rows),
    (_ATTRIBUTING, _with_attributed),
    (frozenset({"accused"}), _with_accused),
    (_RUPEES, _with_rupees),
    (frozenset({"run"}), _with_run_by),
    (frozenset({"said"}), _with_said_to),
    (frozenset({"them"}), _with_some_of_them),
    (frozenset({"/"}), _with_kin),
    (_TASKS, _with_tasks),
    (_MADE, _with_makes),
    (_LEAVING, _with_leaving),
    (_FLEEING, _with_fled),
)
"""Words without one of which a function changes nothing, and the function."""
