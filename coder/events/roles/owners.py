"""Whose act or craft a noun names where another group of the sentence says so.

In: a noun group. Out: the parties it belongs to. A possessive pronoun stands for the subject
("announced its withdrawal"), or for those who get help ("joined the army in its offensive").
"""

from collections.abc import Sequence
from dataclasses import replace

from coder.events.drafts import Filler
from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal, is_rank
from coder.lexicon.closed import POSSESSIVES
from coder.lexicon.terms import TermCategory
from coder.lexicon.words import noun_classes
from coder.rules.model import BANDS, HIT_ROLES

_MAX_GAP = 14
_PLURAL = frozenset({"their"})
_STATE_ARMS = frozenset({"air", "drone", "missile", "artillery", "jet", "warplane"})
_WITHIN = frozenset({"in", "during", "with"})
FATED = "fated"  # among the fillers of who is meant by "his" in "his death", "his arrest"
_WHOSE = "whose"
_CIVILIAN, _MARTYRS = frozenset({"civilian"}), frozenset({"martyr", "martyrs"})
_TWO = "twin"  # "twin blasts" are nobody's
_RECEIVING = frozenset({"for", "of", "to", "with"})


def groups_inside(reading: Reading, hit: Hit) -> list[Nominal]:
    """The groups inside the noun group of a trigger that stand before it; none of a gerund's."""
    group = reading.clauses.chunks[hit.chunk]
    found: list[Nominal] = []
    if group.kind == "G":
        return found
    first = group.first
    tags = reading.tags
    if (owner := _owner_before_day(reading, hit)) is not None:
        found.append(owner)
    while (mark := tags.find("S", first, hit.first)) > first:
        owner = reading.modifier(hit.chunk, first, mark)
        first = mark + 1
        if owner.place is not None or "S" not in tags[first : hit.first]:
            found.append(owner)  # "Malta's bakers' strike", and no "the mayor's brother's murder"
    found += owners(reading, hit.chunk, first)
    norms = reading.sentence.norms
    while first < hit.first and (
        tags[first] in "D#t" or norms[first] == _TWO or _is_grade(norms[first])
    ):
        first += 1
    first += words_of_scene(reading, first, hit.last)
    if (
        first < hit.first
        and not _is_body_part(reading, first, hit.first)
        and not _is_kind_of_people(reading, hit, first)
    ):
        found.append(reading.modifier(hit.chunk, first, hit.first))
    return found


def _owner_before_day(reading: Reading, hit: Hit) -> Nominal | None:
    """As in "the army's 5 March attack", "Tigrayan forces' Monday raid": whose it was."""
    clauses, at = reading.clauses, hit.chunk - 3
    if at < 0 or not clauses.kinds.startswith("NSt", at):
        return None
    return reading.modifier(hit.chunk, clauses.chunks[at].first, clauses.chunks[at].last)


def _is_kind_of_people(reading: Reading, hit: Hit, first: int) -> bool:
    """As in "eight civilian martyrs": of which kind they are, and nobody beside them."""
    norms = reading.sentence.norms
    return hit.first - first == 1 and norms[first] in _CIVILIAN and norms[first + 1] in _MARTYRS


def _is_body_part(reading: Reading, first: int, last: int) -> bool:
    """As in "a head injury", "severe leg wounds": what was hurt of somebody, and nobody."""
    is_part = reading.sentence.norms[last - 1] in noun_classes()["body_part"]
    return is_part and not reading.tags[first : last - 1].strip("J")


def words_of_scene(reading: Reading, first: int, last: int) -> int:
    """As in "Kenya mosque attack leaves two dead": how many words say in which country it was.

    ``first`` and ``last`` bound the noun group. None where it says on whom, and none before the
    arms of a state, with which a country acts.
    """
    norms = reading.sentence.norms
    if norms[last : last + 1] == ("on",) or not _STATE_ARMS.isdisjoint(norms[first:last]):
        return 0
    if norms[last - 1] not in noun_classes()["scene_of"]:
        return 0
    match = reading.lexicon.nations.longest(norms, first)
    return match[0] if match and match[1][0].category == TermCategory.COUNTRY else 0


def _is_grade(norm: str) -> bool:
    """As in "the worst militant attack", "only minor injuries": how grave, and not whose."""
    classes = noun_classes()
    return norm in classes["grade"] or is_rank(norm) or norm in classes["ordinal"]


def owners(reading: Reading, number: int, first: int) -> list[Nominal]:
    """The parties whose act or craft the noun group ``number`` is; empty where nobody is told.

    ``first`` is the token where a possessive pronoun or "the" would stand.
    """
    norm = reading.sentence.norms[first]
    is_possessive = norm in POSSESSIVES
    if not is_possessive and norm != "the":
        return _whose(reading, number) if norm == _WHOSE else []
    helped = _helped(reading, number)
    if helped:
        return [nominal for nominal in helped if norm not in _PLURAL or _is_several(nominal)]
    if not is_possessive:
        return []
    clauses = reading.clauses
    head = clauses.chunks[number].head
    if reading.sentence.norms[head] in noun_classes()["fate_noun"] and (
        reading.of_what(number) is None  # "their killing of the mayor"
    ):
        said = Nominal(number, first, first + 1, first, frozenset({"pronoun"}))
        whose = _fated(reading, number, norm) or [said]
        return [replace(item, fillers=item.fillers | {FATED}) for item in whose]
    for at in range(number - 1, max(-1, number - _MAX_GAP), -1):
        if clauses.kinds[at] in "VX":
            nominals = [reading.nominal(group) for group in clauses.subject(at)]
            found = [item for item in nominals if item.actor is not None][:1]
            return found or _beside(reading, number, norm)
    return []


def _whose(reading: Reading, number: int) -> list[Nominal]:
    nominals = map(reading.nominal, reading.clauses.antecedent(number))
    return [reading.state(item, acts=True) or item for item in nominals]


def resolve_owned(reading: Reading, fillers: Sequence[Filler]) -> None:
    """As in "the Front, whose fighters seized a town": the body that the fighters are of."""
    if _WHOSE not in reading.vocabulary:
        return
    for filler in fillers:
        nominal = filler.nominal
        if filler.role not in HIT_ROLES and reading.sentence.norms[nominal.first] == _WHOSE:
            for owner in owners(reading, nominal.chunk, nominal.first):
                if owner.actor is not None and owner.fillers >= BANDS:
                    filler.antecedent = reading, owner


def _fated(reading: Reading, number: int, norm: str) -> list[Nominal]:
    """As in "fired at a clerk, which led to his death": the last told who is no doer, else one."""
    clauses = reading.clauses
    walk = range(number - 1, max(-1, number - _MAX_GAP), -1)
    doers: list[Nominal] = []
    acting = {
        group
        for verb in walk
        if clauses.kinds[verb] in "VX" and not clauses.chunks[verb].passive
        for group in clauses.subject(verb)
    }
    for at in walk:
        if clauses.kinds[at] != "N":
            continue
        nominals = [reading.nominal(at)]
        if norm in _PLURAL:
            row = clauses.conjoined_left(at)
            nominals = [reading.nominal(group) for group in row]
            agrees = _is_several(nominals[0]) or len(row) > 1
        else:
            agrees = _is_one(nominals[0])
        if not agrees:
            continue
        is_doer = at in acting or (at and clauses.first_words[at - 1] == "by")
        if not is_doer:
            return [item for item in nominals if item.actor is not None]
        doers = doers or nominals[:1]
    return doers


def doer_behind(reading: Reading, verb: int, verbs: str) -> int | None:
    """As in "drones | flown by rebels": the group behind "by" and a participle of a word class."""
    clauses = reading.clauses
    is_doer = (
        clauses.kinds[verb : verb + 3] in {"XPN", "KPN", "JPN"}
        and clauses.head_words[verb] in noun_classes()[verbs]
        and clauses.first_words[verb + 1] == "by"
    )
    return verb + 2 if is_doer else None


def _helped(reading: Reading, number: int) -> list[Nominal]:
    """As in "support for A and B in their fight", "joined the army in its offensive"."""
    if not _stands_within(reading, number):
        return []
    kinds = reading.clauses.kinds
    helping = noun_classes()["helping"]
    groups: list[int] = []
    for at in range(number - 2, max(-1, number - _MAX_GAP), -1):
        is_help = kinds[at] in "NVXIG" and reading.clauses.head_words[at] in helping
        if is_help and groups:
            return _parties(reading, groups)
        if kinds[at] == "N":
            groups.insert(0, at)
        elif kinds[at] == "P":
            word = reading.clauses.first_words[at]
            is_first = at and reading.clauses.head_words[at - 1] in helping
            if word != "of" and not (is_first and word in _RECEIVING):
                return []
        elif kinds[at] not in "C,":
            return []
    return []


def _stands_within(reading: Reading, number: int) -> bool:
    """As in "the army | in its offensive": directly behind another group."""
    clauses = reading.clauses
    return clauses.kinds.endswith("NP", 0, number) and clauses.first_words[number - 1] in _WITHIN


def _parties(reading: Reading, groups: list[int]) -> list[Nominal]:
    """The parties among groups, as bodies that act; "of" phrases belong to what they name."""
    found: list[Nominal] = []
    behind = 0
    for group in groups:
        nominal = reading.nominal(group)
        if nominal.first < behind:
            continue
        behind = nominal.last
        party = nominal if nominal.actor is not None else reading.state(nominal)
        if party is not None and party.actor is not None:
            found.append(replace(party, fillers=party.fillers | {"organisation"}))
    return found


def _beside(reading: Reading, number: int, norm: str) -> list[Nominal]:
    """As in "the losses of the army in its battle": the group before, where it is several."""
    if norm not in _PLURAL or not _stands_within(reading, number):
        return []
    nominal = reading.nominal(number - 2)
    return [nominal] if _is_several(nominal) else []


def _is_one(nominal: Nominal) -> bool:
    return nominal.actor is not None and not nominal.actor.is_plural


def _is_several(nominal: Nominal) -> bool:
    actor = nominal.actor
    return actor is not None and (actor.is_plural or "organisation" in nominal.fillers)
