"""Who has a part in an act by a predicate: "X is linked to the murder", "X was suspected".

The act is named behind the predicate ("guilty of the killing") or stands elsewhere in the text ("X
is believed to be responsible"). How sure such words are is never more than an accusation.
"""

from collections.abc import Iterator, Mapping, Sequence

from coder.discourse.blame.party import Blame
from coder.events.reading import Reading
from coder.events.roles.doers import share_in
from coder.grammar.clauses import groups_behind
from coder.lexicon.closed import A_AN, KNOWN
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.values.labels import Certainty

# What has to stand between the predicate and the act.
_TIES: Mapping[str, frozenset[str]] = {
    "guilty": frozenset({"of"}),
    "blame": frozenset({"for"}),
    "responsible": frozenset({"for"}),
    "accountable": frozenset({"for"}),
    "answerable": frozenset({"for"}),
    "culpable": frozenset({"for"}),
    "linked": frozenset({"to", "with"}),
    "tied": frozenset({"to"}),
    "connected": frozenset({"to", "with"}),
    "involved": frozenset({"in"}),
    "implicated": frozenset({"in"}),
    "participated": frozenset({"in"}),
    "complicit": frozenset({"in"}),
    "suspected": frozenset({"of", "in"}),
    "accused": frozenset({"of"}),
    "behind": frozenset({"the", "this", "these", "that", "those", "it"}),
}
_WORDS = frozenset(_TIES)
# Whom the law takes for an act: verbs that take for the doer, and those that only suspect.
_HELD: Mapping[str, Certainty] = {
    **dict.fromkeys(
        ("charged", "indicted", "convicted", "sentenced", "jailed", "imprisoned", "prosecuted"),
        Certainty.ACCUSED,
    ),
    **dict.fromkeys(
        (
            *("arrested", "detained", "held", "captured", "wanted", "sought", "apprehended"),
            *("seized", "hunting", "hunted"),
        ),
        Certainty.SUSPECTED,
    ),
}
HELD_WORDS = frozenset(_HELD)
"""What the law does to those it takes for the doers, also as an adjective: "the arrested men"."""
_HELD_FOR = frozenset({"for", "over", "of", "with", "in", "on"})
_GROUNDS = frozenset({"connection", "relation", "charges", "charge", "suspicion"})
_STANDING = frozenset({"stands", "stood", "stand"})
_SUSPECTED = "suspected"
_INVOLVED = "involved"
_LINKING = frozenset({"linked", "tied", "connected"})
_ALONE = noun_classes()["answerable"] | {_SUSPECTED, "blame"}
_TAKING = noun_classes()["taking_people"]
_MAX_LEFT = 3  # chunks: "are most certainly to blame"
_OPINION = 2  # chunks: "is suspected of being behind"
_MAX_SHARE = 8  # chunks: "the involvement of A, B and C in the murder"
_OF_HELD, _OF_SHARE, _TYING = sign(HELD_WORDS), sign("share_in"), sign(_WORDS)
TIED = _OF_HELD | _OF_SHARE | _TYING
_DOUBTED = frozenset({"possible", "supposed", "alleged", "suspected", "presumed", "apparent"})


def find_tied(reading: Reading) -> Iterator[Blame]:
    """The parties the predicates of one sentence tie to an act, in the order of the text."""
    if reading.signs & _OF_HELD:
        yield from _find_held(reading)
    if reading.signs & _OF_SHARE:
        yield from _find_sharing(reading)
    if not reading.signs & _TYING:
        return
    norms = reading.sentence.norms
    clauses = reading.clauses
    is_denied = not noun_classes()["denied"].isdisjoint(reading.vocabulary)
    for token, norm in enumerate(norms):
        if norm not in _WORDS:
            continue
        number = clauses.at_token[token]
        if not is_denied and _ties_to_deed(reading, token):
            yield _inverted(reading, number) or _tied(reading, number)
        elif norm in _LINKING and not is_denied and clauses.chunks[number].head == token:
            yield from _linked(reading, number)
        elif norm == _INVOLVED and not is_denied and clauses.chunks[number].head == token:
            yield from _taking_part(reading, number)
        elif (
            norm in _ALONE
            and clauses.kinds[number] == ("I" if norm == "blame" else "J")  # "was to blame"
            and clauses.chunks[number].head == token
            and _ends_there(reading, number)
        ):
            yield from _of_predicate(reading, number)


def _find_sharing(reading: Reading) -> Iterator[Blame]:
    """As in "the involvement of soldiers in the murder", "the army's role in the massacre"."""
    clauses = reading.clauses
    norms, shares = reading.sentence.norms, noun_classes()["share_in"]
    if not noun_classes()["denied"].isdisjoint(reading.vocabulary):
        return
    for number in clauses.headed(shares, "N"):
        group = clauses.chunks[number]
        for deed in range(number + 2, min(number + _MAX_SHARE, len(clauses.kinds))):
            is_deed = clauses.head_words[deed] in noun_classes()["deed"]
            if is_deed and share_in(reading, deed) == number:
                holders = [number] if deed == number + 2 else clauses.conjoined_left(deed - 2)
                is_doubted = not _DOUBTED.isdisjoint(norms[group.first : group.last])
                certainty = Certainty.SUSPECTED if is_doubted else Certainty.ACCUSED
                yield Blame(holders, certainty, deed=deed)


def _ties_to_deed(reading: Reading, token: int) -> bool:
    """Whether a known act stands behind: "linked to the murder", "guilty of his death"."""
    norms = reading.sentence.norms
    clauses = reading.clauses
    at = token + 1
    number = clauses.at_token[token] + 1
    if clauses.kinds[number : number + 3] == "PtP":  # "guilty on Friday of the murder"
        at = clauses.chunks[number + 2].first
    if norms[at : at + 1] == () or norms[at] not in _TIES[norms[token]]:
        return False
    behind = at if norms[token] == "behind" else at + 1
    if behind >= len(norms) or clauses.kinds[clauses.at_token[behind]] != "N":
        return False
    group = clauses.chunks[clauses.at_token[behind]]
    if norms[group.head] == "it":
        return True
    is_headline = norms[token] == _SUSPECTED and group.first == group.head  # "suspected in raid on"
    return (is_headline or norms[group.first] in KNOWN) and (
        norms[group.head] in noun_classes()["deed"]
    )


def _tied(reading: Reading, number: int) -> Blame:
    """The subject of the verb, or the group that a participle stands behind."""
    clauses = reading.clauses
    verb = number
    while verb > 0 and number - verb < _MAX_LEFT and clauses.kinds[verb] not in "VXN":
        verb -= 1
    if clauses.kinds.endswith("VPN", 0, verb + 1) and clauses.kinds[verb + 1] == "I":
        verb -= 2  # "the raiders were believed by villagers to be responsible"
    groups: Sequence[int] = ()
    if clauses.kinds[verb] == "N":
        groups = clauses.conjoined_left(verb)
    elif clauses.kinds[verb - 1 : verb + 1] in ("NX", "NK"):
        groups = clauses.conjoined_left(verb - 1)  # "the arrest of two men accused of the murder"
    elif clauses.kinds[verb] in "VX":
        groups = clauses.subject(verb)
    is_sure = clauses.chunks[verb].modal is None and not _is_opinion(reading, number, verb)
    return Blame(groups, Certainty.ACCUSED if is_sure else Certainty.SUSPECTED)


def _inverted(reading: Reading, number: int) -> Blame | None:
    """As in "behind the murder were the Front", "behind the attack stands a rival clan"."""
    clauses = reading.clauses
    verb = number + 2
    if clauses.kinds[number : verb + 2] not in {"PNVN", "PNXN"}:
        return None
    group, before = clauses.chunks[verb], clauses.kinds[number - 1 : number]
    head = reading.sentence.norms[group.head]
    is_first = number == 0 or before in {",", "U", "C", "W", ":"}
    if group.negated or not is_first or (reading.tags[group.head] != "B" and head not in _STANDING):
        return None
    certainty = Certainty.ACCUSED if group.modal is None else Certainty.SUSPECTED
    return Blame(clauses.conjoined_right(verb + 1), certainty)


def _is_opinion(reading: Reading, number: int, verb: int) -> bool:
    """As in "is suspected of the raid", "police believe it was behind the raid"."""
    clauses = reading.clauses
    told = set(clauses.head_words[max(verb - _OPINION, 0) : number + 1])
    subject = clauses.subject(verb)
    told |= {clauses.head_words[subject[0] - 1]} if subject and subject[0] else set()
    classes = noun_classes()
    return not told.isdisjoint(classes["presuming"] | classes["believing"])


def _taking_part(reading: Reading, verb: int) -> Iterator[Blame]:
    """As in "the kidnapping involved members of the Front": who took part in the deed."""
    clauses = reading.clauses
    group = clauses.chunks[verb]
    if clauses.kinds[verb] not in "VXI" or group.passive or group.negated:
        return
    deeds = noun_classes()["deed"]
    if clauses.has_head(clauses.subject(verb), deeds):
        is_doubted = group.modal is not None or not noun_classes()["presuming"].isdisjoint(
            reading.vocabulary
        )
        certainty = Certainty.SUSPECTED if is_doubted else Certainty.STATED
        yield Blame(clauses.objects(verb), certainty)


def _linked(reading: Reading, verb: int) -> Iterator[Blame]:
    """As in "linked the blast to the Front", "the blast was linked to it", "linked X to it"."""
    clauses = reading.clauses
    group = clauses.chunks[verb]
    if clauses.kinds[verb] not in "VXI" or group.negated:
        return
    told = clauses.befallen(verb)
    ends = groups_behind(clauses.phrases(verb), *_TIES["linked"])
    if not told or not ends:
        return
    deeds = noun_classes()["deed"]
    if clauses.head_words[told[0]] in deeds:
        yield Blame(ends, Certainty.SUSPECTED)
    elif not group.passive and clauses.head_words[ends[0]] in deeds:
        yield Blame(told, Certainty.SUSPECTED)


def _ends_there(reading: Reading, number: int) -> bool:
    """As in "was suspected", "suspected of involvement", and not "responsible for the area"."""
    clauses = reading.clauses
    if clauses.kinds[number + 1 : number + 3] != "PN":
        return True
    return clauses.head_words[number + 2] in noun_classes()["share_in"]


def _of_predicate(reading: Reading, number: int) -> Iterator[Blame]:
    """As in "X was responsible", "officials suspected X", "X suspected." at the end."""
    clauses = reading.clauses
    kinds = clauses.kinds
    found = _before_be(reading, number)
    if found is not None:
        yield found
    elif clauses.head_words[number] != _SUSPECTED:
        return
    elif kinds[number + 1 : number + 2] in {"", "."} and kinds[number - 1 : number] in {"N", ")"}:
        yield Blame(clauses.subject(number), Certainty.SUSPECTED)
    elif kinds[number - 1 : number] == "N" and kinds[number + 1 : number + 2] == "N":
        yield Blame([_involved(reading, number + 1)], Certainty.SUSPECTED)


def _involved(reading: Reading, number: int) -> int:
    """The party of "the involvement of X"; the group itself where it is none of that."""
    clauses = reading.clauses
    is_noun = clauses.head_words[number] in noun_classes()["share_in"]
    return number + 2 if is_noun and clauses.kinds[number + 1 : number + 3] == "PN" else number


def _before_be(reading: Reading, number: int) -> Blame | None:
    """The subject of a "be" before a predicate, also that of "is believed to be"."""
    clauses = reading.clauses
    verb = number - 1
    while verb > 0 and clauses.kinds[verb] == "A":
        verb -= 1
    if verb < 0 or clauses.kinds[verb] not in "VI":
        return None
    group = clauses.chunks[verb]
    norms = reading.sentence.norms
    if group.passive and not group.negated and norms[group.head] in noun_classes()["presuming"]:
        return Blame(clauses.subject(verb), Certainty.SUSPECTED)  # "is believed responsible"
    if group.negated or reading.tags[group.head] != "B":
        return None
    is_doubted = clauses.head_words[number] == _SUSPECTED
    subject = clauses.subject(verb)
    if clauses.kinds.endswith("VIV", 0, verb + 1):
        verb -= 1  # "is believed to have | been"
    if clauses.kinds[verb] == "I":
        if verb == 0 or clauses.kinds[verb - 1] != "V":
            return None
        is_doubted, subject = True, clauses.subject(verb - 1)
    return Blame(subject, Certainty.SUSPECTED if is_doubted else Certainty.ACCUSED)


def _find_held(reading: Reading) -> Iterator[Blame]:
    """As in "two men were arrested for the killing", "jailed an officer over the massacre"."""
    clauses = reading.clauses
    doers = noun_classes()["attacker"]
    for number, kind in enumerate(clauses.kinds):
        if kind not in "VXK":
            continue
        group = clauses.chunks[number]
        certainty = _HELD.get(reading.sentence.norms[group.head])
        if certainty is None or group.negated:
            continue
        deed = _held_for(reading, number)
        if deed is None:
            continue
        held = clauses.objects(number)
        if group.passive or not held:
            held = clauses.subject(number)
            if kind != "V" and clauses.kinds[number - 1 : number] == "N":
                held = clauses.conjoined_left(number - 1)  # "men arrested for the killing"
        if not clauses.has_head(held, doers):
            # "The killers were arrested" does not tell who they are.
            yield Blame(held, certainty, deed=deed)


def _is_ground(reading: Reading, preposition: str, deed: int) -> bool:
    """As in "arrested in a stabbing": no raid or ambush in which they were taken."""
    is_some = reading.clauses.first_words[deed] in A_AN
    return preposition == "in" and is_some and reading.clauses.head_words[deed] not in _TAKING


def _held_for(reading: Reading, verb: int) -> int | None:
    """The act that stands behind: "for the killing", "in connection with the attack"."""
    clauses = reading.clauses
    grounds = False
    for phrase in clauses.phrases(verb):
        group = phrase.groups[0]
        head = clauses.head_words[group]
        if phrase.preposition in _HELD_FOR and head in noun_classes()["deed"]:
            is_bare = phrase.preposition not in {"in", "on"}
            return (
                group
                if grounds or is_bare or _is_ground(reading, phrase.preposition, group)
                else None
            )
        grounds = grounds or head in _GROUNDS or head in noun_classes()["share_in"]
    return None
