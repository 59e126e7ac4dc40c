"""Who did it, told before in a row: "was dragged from his car by gunmen and shot".

In: a passive verb without a doer. Out: the doer of the verb before it in the row, where that one
tells how people come into the hands of others.
"""

from coder.events.reading import Reading
from coder.lexicon.closed import WHILE
from coder.lexicon.words import noun_classes
from coder.rules.model import GROUPS_OF_PEOPLE

_ROW = 12  # chunks: "was stopped by men near Gao, led to a hill and shot"
_BROKEN = "UW:IG"
_CLOSED = "UW:IGV."
_ONESELF = {"he": "him", "she": "her", "they": "them"}


def agent_in_row(reading: Reading, number: int, *, is_taken: bool) -> list[int]:
    """The doer told with the passive before a passive in its row; empty where none is.

    ``is_taken``: the verb tells that somebody was carried off, which is none of the law.
    """
    clauses = reading.clauses
    kinds = clauses.kinds
    joint = len(kinds[:number].rstrip("tA")) - 1
    if "by" not in reading.vocabulary or joint < 1 or kinds[joint] not in ",C":
        return []
    for verb in range(joint - 1, max(-1, joint - _ROW), -1):
        if kinds[verb] in _BROKEN:
            break
        if kinds[verb] not in "VXK":
            continue
        by = [item for item in clauses.phrases(verb) if item.preposition == "by"]
        if by and by[0].position < number:
            norm = clauses.head_words[verb]
            is_handled = norm in noun_classes()["handled"] and not (
                is_taken and norm in noun_classes()["handled_by_law"]
            )
            return list(by[0].groups) if is_handled else []
        if kinds[verb] == "V":
            break
    return []


def is_done_to(reading: Reading, number: int) -> bool:
    """As in "were seized by rebels and marched to a camp": done to them, and not by them."""
    clauses, kinds = reading.clauses, reading.clauses.kinds
    if kinds[number] != "X" or kinds[number - 1 : number] != "C" or clauses.objects(number):
        return False
    verb = max(kinds.rfind(kind, 0, number) for kind in "VX")
    ill = noun_classes()["handled"] | noun_classes()["ill_done"]
    return verb >= 0 and clauses.chunks[verb].passive and clauses.head_words[verb] in ill


def agent_behind_in_row(reading: Reading, number: int) -> list[int]:
    """The doer told with the last of a row of passives: "was slapped and robbed | by soldiers".

    Only where that verb tells ill of whom it befell: "was hurt and flown out by soldiers".
    """
    clauses, kinds = reading.clauses, reading.clauses.kinds
    if "by" not in reading.vocabulary or "C" not in kinds[number:]:
        return []
    ill = noun_classes()["handled"] | noun_classes()["ill_done"]
    for verb in range(number + 2, min(number + _ROW, len(kinds))):
        if kinds[verb] in _CLOSED:
            break
        is_next = kinds[verb] in "XK" and kinds[:verb].rstrip("tA")[-1] in ",C"
        if not is_next or clauses.head_words[verb] not in ill or clauses.objects(verb):
            continue
        for phrase in clauses.phrases(verb):  # "robbed by the road by armed men"
            is_by = phrase.preposition == "by" and phrase.groups
            if is_by and reading.nominal(phrase.groups[0]).fillers & GROUPS_OF_PEOPLE:
                return list(phrase.groups)
    return []


def over_aside(reading: Reading, who: list[int], objects: list[int]) -> list[int]:
    """As in "approached a trader as he closed his shop | and shot him": nobody shoots himself.

    Where subject and object are one and the same pronoun, the subject is that of the verb above.
    """
    if len(who) != 1 or len(objects) != 1 or not who[0]:
        return who
    clauses = reading.clauses
    meant = _ONESELF.get(clauses.head_words[who[0]])
    if meant != clauses.head_words[objects[0]] or clauses.first_words[who[0] - 1] not in WHILE:
        return who
    above = max(clauses.kinds.rfind(kind, 0, who[0]) for kind in "VX")
    return clauses.subject(above) if above >= 0 else who


def _act_before(reading: Reading, gerund: int, who: list[int]) -> list[int]:
    """As in "two were hurt in an attack targeting an escort": the act, not whom it befell."""
    clauses, verb = reading.clauses, gerund - 3
    if not who or not clauses.chunks[verb].passive:
        return []
    is_act = clauses.chunks[gerund - 1].head in reading.event_heads
    return [gerund - 1] if is_act and who == clauses.subject(verb) else []


def over_scene(reading: Reading, gerund: int, who: list[int]) -> list[int]:
    """As in "a bomb went off as police held back the crowd, killing two": the bomb killed them.

    Where a weapon went off and the clause of time behind it tells no force, the outcome is its.
    """
    clauses, norms = reading.clauses, reading.sentence.norms
    if clauses.kinds.endswith("VPN", 0, gerund):
        return _act_before(reading, gerund, who) or who
    if len(who) != 1 or who[0] < 2 or clauses.kinds[max(gerund - 1, 0)] != ",":  # noqa: PLR2004
        return who
    if clauses.first_words[who[0] - 1] not in WHILE:
        return who
    above = max(clauses.kinds.rfind(kind, 0, who[0]) for kind in "VX")
    scene = norms[clauses.chunks[who[0]].first : clauses.chunks[gerund].first]
    fillers = reading.nominal(who[0]).fillers
    if above < 0 or ("armed" in fillers and "authority" not in fillers):
        return who
    if not noun_classes()["force_done"].isdisjoint(scene):
        return who
    cause = clauses.subject(above)
    is_weapon = len(cause) == 1 and reading.nominal(cause[0]).weapon is not None
    return cause if is_weapon else who
