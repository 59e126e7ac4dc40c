"""Who is behind an act in the words of those who claim, deny or accuse (codebook 2.6, 2.7)."""

from collections.abc import Iterator, Sequence

from coder.discourse.blame.meant import PART, is_deed, is_harmless
from coder.discourse.blame.papers import is_unofficial, owns_act, tells_gain, writer_of
from coder.discourse.blame.party import Blame, is_said_of_other, party_of
from coder.discourse.blame.quoted import behind_circumstances, own_clause
from coder.events.reading import Reading
from coder.events.roles.doers import is_spared
from coder.events.status.attribution import speech_verb
from coder.lexicon.closed import BEING_HAVING
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.values.kinds import ARMED_GROUPS
from coder.values.labels import Certainty, Stance

_NEAR = 7
_GIVING = frozenset({"distributed", "issued", "left", "posted", "published", "released", "sent"})
_LAID = frozenset({"on", "to", "at"})
_REPROVING = ("dismiss", "reject", "repudiat")
_LAYING = frozenset({"lay", "lays", "laid", "laying"})
_AT_WHOSE = frozenset({"door", "feet"})
_CHARGING = ("of", "for", "with")
_CHARGED_OF = frozenset({"accused", "accuse", "accuses", "accusing", "suspected", "suspect"})
_SUSPECTING = frozenset({"suspect", "suspects", "suspected", "suspecting"})
_ATTRIBUTING = frozenset({"attributed", "attribute", "attributes", "attributing"})
_GUILTY = frozenset({"behind", "involved", "guilty", "implicated", "complicit"})
_NOT_DOING = frozenset({"having", "failing", "refusing", "neglecting", "declining"})
_OTHER_ACTS = frozenset({"previous", "past", "earlier", "prior"})
_OWN = frozenset({"its", "their", "his", "our"})
_SPEAKING_OF = frozenset(
    {"its", "it", "their", "they", "group", "his", "theirs", "revenge", "avenged", "retaliation"}
)
_SELF = frozenset({("it",), ("they",), ("that", "it"), ("the", "group")})
_LAWFUL = ("label_arrested", "freed")  # "police claimed to have arrested": no deed of theirs
_CLAUSES = frozenset({"NX", "NK", "NV"})  # "claims two soldiers killed in a blast"
_CLAIM = Stance.CLAIM
_OF_ONESELF = frozenset({Stance.CLAIM, Stance.DENY})
_ON_BEHALF = frozenset({"behalf", "name"})
_LAYS, _DOORS, _SPEAKING = sign(_LAYING), sign(_AT_WHOSE), sign(_SPEAKING_OF)


def find_spoken(reading: Reading) -> Iterator[Blame]:
    """The claims, denials and accusations of one sentence, in the order of the text."""
    words = reading.vocabulary
    if reading.signs & _DOORS and reading.signs & _LAYS:
        yield from _laid_at_door(reading)
    if not reading.signs & _SPEAKING and reading.lexicon.blame_words.isdisjoint(words):
        return
    norms, speech_words = reading.sentence.norms, reading.lexicon.speech_words
    if speech_words.isdisjoint(words):
        return
    for number, group in enumerate(reading.clauses.chunks):
        if group.kind not in "VXGI" or norms[group.head] not in speech_words:
            continue
        verb = speech_verb(reading, number)
        found = None if verb is None else _said(reading, number, verb.stance)
        if found is not None:
            yield found


def _laid_at_door(reading: Reading) -> Iterator[Blame]:
    """As in "laid the blast at the door of the Front": an accusation by a turn of phrase."""
    clauses, norms = reading.clauses, reading.sentence.norms
    for number, group in enumerate(clauses.chunks):
        if group.kind not in "VX" or norms[group.head] not in _LAYING:
            continue
        deeds = clauses.befallen(number)
        at = next((p.groups[-1] for p in clauses.phrases(number) if p.preposition == "at"), None)
        if at is None or not deeds or not is_deed(reading, deeds[0]):
            continue
        if clauses.head_words[at] in _AT_WHOSE and clauses.kinds[at + 1 : at + 3] == "PN":
            is_act = clauses.chunks[deeds[0]].head in reading.event_heads
            done = deeds[0] if is_act else None
            yield Blame([at + 2], Certainty.ACCUSED, number, deed=done)


def _said(reading: Reading, number: int, stance: Stance) -> Blame | None:
    """What a verb of saying with a stance says of who is behind an act; null for nothing."""
    if _is_not_said(reading, number):
        if stance is not _CLAIM or not _is_about_blame(reading, number):
            return None
        groups = _speakers(reading, number)[:1]
        return Blame(groups, Certainty.CLAIMED, number, is_unclaimed=True)
    if stance is Stance.ACCUSE and _is_of_deed(reading, number):
        done = _done_of(reading, number)
        is_guess = reading.clauses.head_words[number] in _SUSPECTING
        certainty = Certainty.SUSPECTED if is_guess else Certainty.ACCUSED
        return Blame(_accused(reading, number), certainty, number, deed=done)
    if (
        stance in _OF_ONESELF
        and not _reproves(reading, number)
        and (
            _is_about_blame(reading, number)
            or _is_about_own_act(reading, number)
            or (stance is _CLAIM and _claims_gain(reading, number))
        )
    ):
        certainty = Certainty.CLAIMED if stance is _CLAIM else Certainty.DENIED
        return Blame(_all_parties(reading, _speakers(reading, number)), certainty, number)
    if stance is Stance.REPORT and _tells_own_act(reading, number):
        is_denial = _disowns(reading, number)
        certainty = Certainty.DENIED if is_denial else Certainty.CLAIMED
        speakers = _speakers(reading, number)[:1]
        return Blame(speakers, certainty, number, is_own_report=not is_denial)
    return None


def _reproves(reading: Reading, number: int) -> bool:
    """As in "the governor repudiated the killing": who rejects a deed did not have to deny it."""
    clauses = reading.clauses
    if not clauses.head_words[number].startswith(_REPROVING):
        return False
    what = clauses.objects(number)
    return bool(what) and clauses.chunks[what[0]].head in reading.event_heads


def _is_not_said(reading: Reading, number: int) -> bool:
    """As in "has not claimed responsibility", "have yet to claim the attack"."""
    clauses = reading.clauses
    if clauses.chunks[number].negated or _is_of_neither(reading, number):
        return True
    first = clauses.chunks[number].first
    before = reading.sentence.norms[first - 1 : first]
    return before == ("never",) or (clauses.kinds[number] == "I" and before == ("yet",))


def _is_of_neither(reading: Reading, number: int) -> bool:
    """As in "neither the Front nor the League has claimed the attack"."""
    if "neither" not in reading.vocabulary:
        return False
    speakers = reading.clauses.subject(number)
    first = reading.clauses.chunks[speakers[0]].first if speakers else 0
    return "neither" in reading.sentence.norms[max(first - 1, 0) : first + 1]


def _is_about_own_act(reading: Reading, number: int) -> bool:
    """As in "admitted planting a bomb", "denied it had fired", "claimed to have killed"."""
    at = behind_circumstances(reading, number)
    kinds, words = reading.clauses.kinds, reading.clauses.first_words
    if kinds[at : at + 1] in ("G", "I") or words[at : at + 1] == ["having"]:
        done = reading.clauses.head_words[at]
        return not any(done in noun_classes()[kind] for kind in _LAWFUL)
    return _is_own(reading, at)


def _tells_own_act(reading: Reading, number: int) -> bool:
    """As in "the group said its fighters carried out the raid": codebook 2.12, 6."""
    clauses = reading.clauses
    speakers = clauses.subject(number)
    if len(speakers) != 1 or clauses.chunks[number].passive:
        return False
    if owns_act(reading, speakers[0], number, own_clause(reading, number)):
        return True
    if not _is_own(reading, behind_circumstances(reading, number)):
        return False
    speaker = reading.nominal(speakers[0])
    norms = reading.sentence.norms
    if norms[speaker.head] == "group" or norms[speaker.first - 1] == "itself":
        return True  # "a previously unknown group said it", "calling itself the Front"
    actor = (party_of(reading, speakers[0]) or speaker).actor
    if actor is None:  # "the Army of the Pure said its fighters"
        is_name = norms[speaker.first] == "the" and "name" in speaker.fillers
        own = reading.clauses.chunks[own_clause(reading, number)]
        return is_name and not noun_classes()["fighter"].isdisjoint(norms[own.first : own.last])
    return actor.type in ARMED_GROUPS


def _claims_gain(reading: Reading, number: int) -> bool:
    speakers = reading.clauses.subject(number)
    return len(speakers) == 1 and tells_gain(reading, speakers[0], number)


def _disowns(reading: Reading, number: int) -> bool:
    """As in "said it was not behind the blast", "had nothing to do with", "no part in"."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    verb = clauses.kinds.find("V", number + 1)
    if verb < 0:
        verb = clauses.kinds.find("X", number + 1)
    if verb < 0:
        return False
    group = clauses.chunks[verb]
    following = norms[group.last : group.last + 3]
    return (
        group.negated
        or following[:1] == ("nothing",)
        or (following[:1] == ("no",) and not PART.isdisjoint(following))
    )


def _is_own(reading: Reading, at: int) -> bool:
    """Whether a clause has the speaker itself or its people as subject: "(that) its fighters"."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    if clauses.kinds[at : at + 1] == "U":
        at += 1
    if clauses.kinds[at : at + 1] != "N":
        return False
    group = clauses.chunks[at]
    last = clauses.group_end(at)
    words = norms[group.first : last]
    if not _OWN.isdisjoint(words) and not noun_classes()["own_people"].isdisjoint(words):
        return True
    return words in _SELF


def _is_about_blame(reading: Reading, number: int) -> bool:
    """Whether responsibility, or the act itself, is what is claimed or denied."""
    group = reading.clauses.chunks[number]
    blame = noun_classes()["blame"]
    norms = reading.sentence.norms
    if not _OTHER_ACTS.isdisjoint(norms[group.last : group.last + 2]):
        return False  # "who have claimed previous attacks"
    if _claims_of_others(reading, number):
        return False
    said = reading.tags[group.head + 1 : group.head + _NEAR].partition("U")[0]
    if any(norm in blame for norm in norms[group.head + 1 : group.head + 1 + len(said)]):
        return True  # and not "claimed that the attack was"
    if _is_short_claim(reading, number):
        return True
    subject = reading.clauses.subject(number)
    return bool(subject) and norms[reading.nominal(subject[0]).head] in blame


def _claims_of_others(reading: Reading, number: int) -> bool:
    """As in "Army claims two soldiers killed in blast": no armed group, and no deed of its own."""
    at = behind_circumstances(reading, number)
    speakers = reading.clauses.subject(number)
    is_clause = reading.clauses.kinds[at : at + 2] in _CLAUSES
    return is_clause and bool(speakers) and not is_unofficial(reading, speakers[0], number)


def _is_short_claim(reading: Reading, number: int) -> bool:
    """As in "Claimed by X." where the act stands in the sentence before."""
    clauses = reading.clauses
    group = clauses.chunks[number]
    behind = reading.sentence.norms[group.last : group.last + 1]
    return clauses.kinds[number] == "X" and behind == ("by",) and not clauses.subject(number)


def _speakers(reading: Reading, number: int) -> Sequence[int]:
    """Who claims or denies: the subject, who stands behind "by", or whose call or letter it is."""
    clauses = reading.clauses
    if clauses.chunks[number].passive or _is_short_claim(reading, number):
        agents = [
            p.groups
            for p in clauses.phrases(number)
            if p.preposition == "by" or (p.preposition == "of" and _is_in_name(reading, p.position))
        ]
        return agents[0] if agents else []
    if clauses.kinds[number] == "G" and clauses.kinds[number - 2 : number] == "PN":
        at = number - 1
        while clauses.kinds[at - 2 : at] == "NP" and _is_from(reading, at - 1):
            named = party_of(reading, at)
            if named is not None and named.fillers & {"armed", "organisation"}:
                return [at]  # "a call from a member of the Front claiming responsibility"
            at -= 2
    if clauses.kinds[number - 2 : number + 1] in {"XNG", "VNG"} and (
        clauses.head_words[number - 2] in _GIVING
    ):
        return clauses.subject(number - 2)  # "the Front left a note claiming responsibility"
    speakers = clauses.subject(number)
    if speakers and clauses.head_words[speakers[0]] in noun_classes()["speaker_noun"]:
        for phrase in clauses.phrases(number):
            is_for = phrase.preposition == "for" and not phrase.is_inner
            if (is_for or clauses.head_words[phrase.position - 1] in _ON_BEHALF) and party_of(
                reading, phrase.groups[0]
            ) is not None:
                return phrase.groups[:1]  # "a caller claimed the attack for the Front"
    writer = writer_of(reading, speakers[0], number) if speakers else None
    return speakers if writer is None else [writer]


def _all_parties(reading: Reading, speakers: Sequence[int]) -> Sequence[int]:
    """Those who speak together, where each is a listed group or body; else the first alone."""
    actors = [reading.nominal(at).actor for at in speakers]
    are_bodies = all(actor is not None and actor.actor_id is not None for actor in actors)
    return speakers if are_bodies else speakers[:1]


def _is_in_name(reading: Reading, number: int) -> bool:
    """As in "was claimed in the name of | the Front", "on behalf of"."""
    before = reading.clauses.chunks[number - 1]
    return reading.sentence.norms[before.head] in {"name", "behalf"}


def _is_from(reading: Reading, number: int) -> bool:
    return reading.clauses.first_words[number] in {"from", "of", "by"}


def _accused(reading: Reading, number: int) -> Sequence[int]:
    """Whom the accuser names: the object, the subject of a passive, or who stands behind "on".

    As in "blamed the army for attacks on farmers", "blamed the attack on the army".
    """
    clauses = reading.clauses
    is_passive = clauses.chunks[number].passive
    groups = clauses.subject(number) if is_passive else clauses.objects(number)
    if groups and party_of(reading, groups[0]) is not None:
        return groups
    laid = [
        phrase
        for phrase in clauses.phrases(number)
        if phrase.preposition in _LAID
        and party_of(reading, phrase.groups[0]) is not None
        and not is_spared(reading, phrase.position)
    ]
    if laid and laid[-1].preposition == "to":
        return [group for phrase in laid for group in phrase.groups]  # "to the A and to the B"
    if laid:
        return laid[-1].groups  # "the attack on the army on rebels"
    if not groups and clauses.kinds[number] == "X" and not is_said_of_other(reading, number):
        return clauses.subject(number)  # "Taliban blamed for blast": a headline leaves out "are"
    return groups


def _is_of_deed(reading: Reading, number: int) -> bool:
    """Whether an accusation is of violence, where it says of what: not "of corruption"."""
    clauses = reading.clauses
    norms = reading.sentence.norms
    if clauses.head_words[number] in _ATTRIBUTING:
        return any(is_deed(reading, at) for at in _attributed(reading, number))
    gerund = _gerund_behind(reading, number)
    if gerund is not None and clauses.head_words[gerund] in _NOT_DOING:
        # "of having Marxist ideas", "of failing to stop it"; not "of refusing aid and of killing"
        return "G" in clauses.kinds[gerund + 1 : gerund + _NEAR]
    if gerund is not None and clauses.head_words[gerund] == "being":
        behind = clauses.chunks[gerund + 1 : gerund + _NEAR]
        said = {norms[token] for group in behind for token in range(group.first, group.last)}
        return not said.isdisjoint(noun_classes()["doer"] | _GUILTY)
    if gerund is not None and is_harmless(reading, gerund):
        return False
    own = _own_of(reading, number)
    charges = [
        phrase.groups[0]
        for phrase in clauses.phrases(number)
        if phrase.preposition in _CHARGING
        and phrase.position != own
        and party_of(reading, phrase.groups[0]) is None
    ]
    return not charges or any(is_deed(reading, at) for at in charges)


def _own_of(reading: Reading, number: int) -> int | None:
    """The "of" of "blamed militants of the Coast Province": whose they are, not of what."""
    clauses = reading.clauses
    if clauses.head_words[number] in _CHARGED_OF or clauses.kinds[number + 1 : number + 4] != "NPN":
        return None
    return number + 2 if clauses.first_words[number + 2] == "of" else None


def _attributed(reading: Reading, number: int) -> Sequence[int]:
    """What is attributed to somebody: the object, or what a participle stands behind."""
    clauses = reading.clauses
    if clauses.chunks[number].passive:
        return clauses.subject(number)
    return clauses.objects(number) or [number - 1]


def _gerund_behind(reading: Reading, number: int) -> int | None:
    """The gerund of "accused the army of killing", "blamed them for opening fire"."""
    clauses = reading.clauses
    for at in range(number + 1, min(number + _NEAR, len(clauses.kinds) - 1)):
        if clauses.kinds[at] in "VXUW":
            return None
        if clauses.kinds[at] == "P":
            gerund = at + 1 + (clauses.kinds[at + 1] in '!"')  # "of not being", 'of "killing"'
            if gerund < len(clauses.kinds) and (
                clauses.kinds[gerund] == "G" or clauses.head_words[gerund] in BEING_HAVING
            ):
                is_charge = clauses.first_words[at] in _CHARGING
                return gerund if is_charge else None
    return None


def _done_of(reading: Reading, number: int) -> int | None:
    """The gerund that alone tells what somebody is accused of: "of killing", not "of ordering it".

    Null where the accusation is of a deed, or of being behind one.
    """
    gerund = _gerund_behind(reading, number)
    if gerund is None or reading.clauses.kinds[gerund + 1 : gerund + 2] in ("I", "J", "P"):
        return None
    objects = reading.clauses.objects(gerund)
    return None if any(is_deed(reading, at) for at in objects) else gerund
