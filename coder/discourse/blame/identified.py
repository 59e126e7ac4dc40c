"""Who did it, told of the act or of those who did it: "it was the work of X", "the killers were X".

Such sentences tell no act of their own; the party goes to the act they stand with.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coder.discourse.blame.party import Blame, party_of
from coder.discourse.blame.tied import HELD_WORDS
from coder.events.reading import Reading
from coder.events.roles.names import is_person_name
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.rules.model import BANDS, GROUPS_OF_PEOPLE
from coder.values.kinds import PLAIN_PEOPLE
from coder.values.labels import ActorType, Certainty

_DEEDS = frozenset({"work", "handiwork", "doing", "action", "act", "responsibility"})
_DID = frozenset({"did", "done", "planted", "placed", "laid", "carried"})
_CALLED = frozenset({"caller", "callers", "telephoned", "phoned"})
_OF = frozenset({"of", "by"})
_BELONGING = frozenset({"belonged", "belong", "belongs", "belonging"})
_LINKED = frozenset({"linked", "affiliated"})
_ORIGIN = frozenset({"from", "of", "to"})
_SEEMING = frozenset({"said", "reported", "known", "appear", "seem"})
_GUILTY = frozenset({"behind", "responsible"})
_SIGNS = frozenset({"hallmark", "hallmarks", "trademark", "trademarks", "signature"})
_FALLING_ON = {
    **dict.fromkeys(("suspicion", "suspicions"), Certainty.SUSPECTED),
    **dict.fromkeys(("blame", "finger", "fingers"), Certainty.ACCUSED),
}
_CLUES = frozenset({"evidence", "signs", "clues", "indications", "findings", "everything"})
_FALLING_ON |= dict.fromkeys(_CLUES, Certainty.SUSPECTED)
_POINTS = frozenset({"pointed", "point", "points", "pointing"})
_AT = frozenset({"on", "upon", "at", "towards", "toward", "to"})
_FOR = frozenset({"for", "over"})
_FEW = 5  # chunks: "suspicion has so far fallen on"
_TELLING = (
    _GUILTY
    | _SIGNS
    | HELD_WORDS
    | _BELONGING
    | _LINKED
    | frozenset(_FALLING_ON)
    | {"who", "it", "believed", "thought", "suspected", "gunmen", "gunman", "sniper", "snipers"}
)
_OF_DEEDS = sign(_DEEDS)
IDENTIFYING = _OF_DEEDS | sign(_TELLING, "attacker", "doer")
_SUSPECTED = Certainty.SUSPECTED
_IN_ARMS = frozenset({"gunmen", "gunman", "sniper", "snipers"})
_REACH = 3  # chunks between a deed and its doers' noun: "the mastermind of the murder"


def find_identified(reading: Reading) -> Iterator[Blame]:
    """The parties one sentence tells to be those behind an act, in the order of the text.

    Who rings up to say so speaks for them: "a caller said the ambush was the work of the Front".
    """
    is_call = not _CALLED.isdisjoint(reading.vocabulary)
    for blame in _find_identified(reading):
        if is_call and blame.certainty is Certainty.ACCUSED and blame.like is None:
            yield replace(blame, certainty=Certainty.CLAIMED)
        else:
            yield blame


def _find_identified(reading: Reading) -> Iterator[Blame]:
    deeds = bool(reading.signs & _OF_DEEDS)
    if not reading.signs & IDENTIFYING:
        return
    clauses = reading.clauses
    norms = reading.sentence.norms
    for number, kind in enumerate(clauses.kinds):
        group = clauses.chunks[number]
        if kind in "VIXKG" and not group.negated:
            yield from _by_verb(reading, number, deeds=deeds)
        elif kind == "N" and norms[group.head] in _FALLING_ON:
            yield from _by_suspicion(reading, number)
        elif kind == "P" and norms[group.head] == "as" and deeds:
            said = _whose_deed(reading, number + 1)
            if said is not None:  # "called the killing the work of", "described as the work of"
                yield Blame([said], Certainty.ACCUSED)


def _by_suspicion(reading: Reading, number: int) -> Iterator[Blame]:
    """As in "suspicion fell on the Front", "is likely to fall on", "fingers pointed at".

    Also over what it is for: "blame for the murder of the mayor | fell on the Front".
    """
    clauses = reading.clauses
    start = number + 1
    if clauses.first_words[start] in _FOR:
        while clauses.kinds.startswith("PN", start):
            start += 2
    for verb in range(start, min(start + _FEW - 1, len(clauses.kinds))):
        if clauses.kinds[verb] in "NPUW:," or clauses.chunks[verb].negated:
            return
        noun, norm = clauses.head_words[number], clauses.head_words[verb]
        if norm in _POINTS or (norm in noun_classes()["suspicion_falls"] and noun not in _CLUES):
            certainty = _FALLING_ON[noun]
            for phrase in clauses.phrases(verb)[:1]:
                if phrase.preposition in _AT:
                    yield Blame(phrase.groups, certainty)
            return


def _by_verb(reading: Reading, number: int, *, deeds: bool) -> Iterator[Blame]:
    clauses = reading.clauses
    norms = reading.sentence.norms
    group = clauses.chunks[number]
    norm = norms[group.head]
    if norm in _BELONGING or (reading.tags[group.head] == "B" and clauses.kinds[number] in "VI"):
        objects = clauses.objects(number)[:1] if deeds else []
        said = _whose_deed(reading, objects[0]) if objects else None
        if said is not None:
            yield Blame([said], Certainty.ACCUSED if _is_sure(reading, number) else _SUSPECTED)
        else:
            yield from _by_being(reading, number)
    elif norm in _LINKED and (told := _described(reading, number)) is not None:
        yield Blame(_complement(reading, number), Certainty.SUSPECTED, like=told)
    elif norm in _DID and norms[group.last : group.last + 1] == ("it",):
        yield from _by_arms(reading, clauses.subject(number), Certainty.ACCUSED)
    elif norm in noun_classes()["bearing"]:
        yield from _by_signs(reading, number)


def _by_being(reading: Reading, verb: int) -> Iterator[Blame]:
    """As in "the killers were soldiers", "the men who shot him were from the Coast Front"."""
    clauses = reading.clauses
    described = _described(reading, verb)
    if described is not None:
        groups = [at for at in _complement(reading, verb) if _tells_whose(reading, at)]
        yield Blame(groups, Certainty.SUSPECTED, like=described)
        return
    is_sure = _is_sure(reading, verb)
    if not is_sure and not _is_of_opinion(reading, verb):
        return
    subject = clauses.subject(verb - (clauses.kinds[verb] == "I")) or clauses.subject(verb)
    if not subject:
        return
    certainty = Certainty.STATED if is_sure else Certainty.SUSPECTED
    head = clauses.head_words[subject[0]]
    behind = clauses.kinds[subject[0] + 1 : subject[0] + 3]
    if head == "it" and "H" in clauses.chunks[verb].aux and not is_sure:
        yield from _by_arms(reading, clauses.objects(verb), certainty)
    elif head in noun_classes()["attacker"] or _is_of_guilty(reading, subject[0]):
        yield Blame(_complement(reading, verb), certainty)
    elif _is_of_held(reading, subject[0], verb):
        yield Blame(_complement(reading, verb), Certainty.SUSPECTED)
    elif _is_doer_of_deed(reading, verb):
        yield Blame(subject, Certainty.ACCUSED if is_sure else certainty)
    elif len(subject) == 1 and is_sure and behind in ("WX", "WV", ",W"):
        yield Blame(_complement(reading, verb), certainty, like=subject[0])
    elif len(subject) == 1 and is_sure and head in _IN_ARMS:
        groups = [at for at in _complement(reading, verb) if _is_of_body(reading, at)]
        yield Blame(groups, certainty, like=subject[0])


def _is_sure(reading: Reading, verb: int) -> bool:
    """As in "was", "is", and not "could be", "is believed to be"."""
    return reading.clauses.chunks[verb].modal is None and reading.clauses.kinds[verb] in "VX"


def _described(reading: Reading, verb: int) -> int | None:
    """As in "men believed to belong to X", "gunmen suspected of belonging to X": who they are."""
    clauses = reading.clauses
    kinds = clauses.kinds
    said = verb - 1 - (kinds[verb - 1 : verb] == "P")
    if said < 1 or not _seems(reading, said):
        return None
    told = said - 1 - (kinds[said - 1] == ",")
    return told if kinds[said] in "XKJ" and told >= 0 and kinds[told] == "N" else None


def _tells_whose(reading: Reading, number: int) -> bool:
    """Whether a group says which side somebody is of, or who: not "thought to be a 20-year-old"."""
    party = party_of(reading, number)
    return party is not None and (bool(party.fillers & GROUPS_OF_PEOPLE) or is_person_name(party))


def _is_of_body(reading: Reading, number: int) -> bool:
    """As in "the gunmen were policemen", and not "were masked men"."""
    party = party_of(reading, number)
    return (
        party is not None
        and party.actor is not None
        and party.actor.type not in PLAIN_PEOPLE | {ActorType.UNIDENTIFIED_ARMED}
    )


def _by_arms(reading: Reading, groups: Sequence[int], certainty: Certainty) -> Iterator[Blame]:
    """As in "the rebels did it", "it could have been the rebels": only of those who bear arms."""
    for at in groups:
        party = party_of(reading, at)
        if party is not None and party.fillers & BANDS:
            yield Blame([at], certainty)


def _by_signs(reading: Reading, verb: int) -> Iterator[Blame]:
    """As in "the blast bore the hallmarks of the Coast Front", also with quotes around them."""
    clauses = reading.clauses
    sign = verb + 1 + (clauses.kinds[verb + 1 : verb + 2] == '"')
    of = sign + 1 + (clauses.kinds[sign + 1 : sign + 2] == '"')
    if (
        clauses.kinds[sign : sign + 1] == "N"
        and clauses.head_words[sign] in _SIGNS
        and clauses.kinds[of : of + 2] == "PN"
        and clauses.first_words[of] == "of"
    ):
        yield Blame([of + 1], Certainty.SUSPECTED)


def _is_of_guilty(reading: Reading, number: int) -> bool:
    """As in "those responsible for the killing are", "the people behind the attack were"."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    if norms[clauses.chunks[number].last - 1] in _GUILTY:
        return True
    return number + 1 < len(clauses.kinds) and clauses.first_words[number + 1] in _GUILTY


def _is_of_held(reading: Reading, number: int, verb: int) -> bool:
    """As in "one of those arrested for the murder is Jan Kowalski": a name of one held."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    between = clauses.chunks[number + 1 : verb]
    return (
        clauses.kinds[verb + 1 : verb + 2] == "N"
        and is_person_name(reading.nominal(verb + 1))
        and any(group.kind in "XKJ" and norms[group.head] in HELD_WORDS for group in between)
    )


def _is_doer_of_deed(reading: Reading, verb: int) -> bool:
    """As in "X is the mastermind of the murder": who did what, said behind "be"."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    at = verb + 1
    if clauses.kinds[at : at + _REACH] != "NPN":
        return False
    deed = clauses.chunks[at + 2].head
    is_deed = norms[deed] in noun_classes()["deed"] or deed in reading.event_heads
    return is_deed and clauses.head_words[at] in noun_classes()["doer"]


def _complement(reading: Reading, verb: int) -> Sequence[int]:
    """Who the subject is, or which body it is from."""
    clauses = reading.clauses
    at = verb + 1
    if clauses.kinds[at : at + 2] != "PN":
        return clauses.objects(verb)
    return [at + 1] if clauses.first_words[at] in _ORIGIN else []


def _is_of_opinion(reading: Reading, number: int) -> bool:
    """As in "could be", "are said to be"."""
    clauses = reading.clauses
    if clauses.kinds[number] == "V":
        return True
    return number > 0 and _seems(reading, number - 1)


def _seems(reading: Reading, number: int) -> bool:
    norm = reading.clauses.head_words[number]
    return norm in _SEEMING or norm in noun_classes()["presuming"]


def _whose_deed(reading: Reading, number: int) -> int | None:
    """The chunk behind "the work of", "an action by"; null where no deed stands there."""
    clauses = reading.clauses
    is_group = clauses.kinds[number : number + 1] == "N"
    if not is_group or clauses.head_words[number] not in _DEEDS:
        return None
    at = number + 1
    is_phrase = clauses.kinds[at : at + 2] == "PN" and clauses.first_words[at] in _OF
    return at + 1 if is_phrase else None
