"""Who is behind an act in the words of those who claim, deny or accuse (codebook 2.6, 2.7)."""

from collections.abc import Iterator, Sequence

from coder.discourse.blame.party import UNOFFICIAL, Blame, party_of
from coder.events.attribution import speech_verb
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.values.labels import Certainty, Stance

_NEAR = 7
_GIVING = frozenset({"distributed", "issued", "left", "posted", "published", "released", "sent"})
_PART = frozenset({"part", "role", "hand", "involvement", "link", "links", "connection"})
_VIOLENT = frozenset({"complicity", "terrorism", "genocide", "abuses", "responsibility"})
_OWN = frozenset({"its", "their", "his", "our"})
_PEOPLE = frozenset(
    {"fighters", "fighter", "men", "militants", "members", "forces", "soldiers", "gunmen", "wing"}
    | {"mujahideen", "warriors", "guerrillas", "troops", "bomber", "bombers", "group", "unit"}
    | {"commandos", "commando", "units", "rebels", "column", "columns", "cells", "squads"}
)
_SPEAKING_OF = frozenset({"its", "it", "their", "they", "group"})
_SELF = frozenset({("it",), ("they",), ("that", "it"), ("the", "group")})


def find_spoken(reading: Reading) -> Iterator[Blame]:
    """The claims, denials and accusations of one sentence, in the order of the text."""
    words = reading.vocabulary
    if reading.lexicon.blame_words.isdisjoint(words) and _SPEAKING_OF.isdisjoint(words):
        return
    norms, speech_words = reading.sentence.norms, reading.lexicon.speech_words
    if speech_words.isdisjoint(words):
        return
    for number, group in enumerate(reading.clauses.chunks):
        if group.kind not in "VXGI" or norms[group.head] not in speech_words:
            continue
        verb = speech_verb(reading, number)
        if verb is None:
            continue
        if verb.stance is Stance.ACCUSE and _is_of_deed(reading, number):
            yield Blame(_accused(reading, number), Certainty.ACCUSED, number)
        elif verb.stance in {Stance.CLAIM, Stance.DENY} and (
            _is_about_blame(reading, number) or _is_about_own_act(reading, number)
        ):
            is_claim = verb.stance is Stance.CLAIM
            certainty = Certainty.CLAIMED if is_claim else Certainty.DENIED
            yield Blame(_speakers(reading, number)[:1], certainty, number)
        elif verb.stance is Stance.REPORT and _tells_own_act(reading, number):
            certainty = Certainty.DENIED if _disowns(reading, number) else Certainty.CLAIMED
            yield Blame(_speakers(reading, number)[:1], certainty, number)


def _is_about_own_act(reading: Reading, number: int) -> bool:
    """As in "admitted planting a bomb", "denied it had fired", "claimed to have killed"."""
    at = _behind_circumstances(reading, number)
    return reading.clauses.kinds[at : at + 1] in ("G", "I") or _is_own(reading, at)


def _behind_circumstances(reading: Reading, number: int) -> int:
    """The chunk behind a verb and its circumstances: "said on Friday in a statement that"."""
    kinds = reading.clauses.kinds
    at = number + 1
    while at < len(kinds) and kinds[at] in "tAP":
        at += 1 if kinds[at] != "P" else 2
    return at


def _tells_own_act(reading: Reading, number: int) -> bool:
    """As in "the group said its fighters carried out the raid": codebook 2.12, 6."""
    clauses = reading.clauses
    if not _is_own(reading, _behind_circumstances(reading, number)):
        return False
    speakers = clauses.subject(number)
    if len(speakers) != 1 or clauses.chunks[number].passive:
        return False
    speaker = reading.nominal(speakers[0])
    if reading.sentence.norms[speaker.head] == "group":
        return True  # "a previously unknown group said it"
    return speaker.actor is not None and speaker.actor.type in UNOFFICIAL


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
        or (following[:1] == ("no",) and not _PART.isdisjoint(following))
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
    if not _OWN.isdisjoint(words) and not _PEOPLE.isdisjoint(words):
        return True
    return words in _SELF


def _is_about_blame(reading: Reading, number: int) -> bool:
    """Whether responsibility, or the act itself, is what is claimed or denied."""
    group = reading.clauses.chunks[number]
    blame = noun_classes()["blame"]
    norms = reading.sentence.norms
    said = reading.tags[group.head + 1 : group.head + _NEAR].partition("U")[0]
    if any(norm in blame for norm in norms[group.head + 1 : group.head + 1 + len(said)]):
        return True  # and not "claimed that the attack was"
    if _is_short_claim(reading, number):
        return True
    subject = reading.clauses.subject(number)
    return bool(subject) and norms[reading.nominal(subject[0]).head] in blame


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
        agents = [p.groups for p in clauses.phrases(number) if p.preposition == "by"]
        return agents[0] if agents else []
    if clauses.kinds[number] == "G" and clauses.kinds[number - 2 : number] == "PN":
        at = number - 1
        while clauses.kinds[at - 2 : at] == "NP" and _is_from(reading, at - 1):
            named = party_of(reading, at)
            if named is not None and named.fillers & {"armed", "organisation"}:
                return [at]  # "a call from a member of the Front claiming responsibility"
            at -= 2
    if clauses.kinds[max(number - 2, 0) : number + 1] in {"XNG", "VNG"} and (
        reading.sentence.norms[clauses.chunks[number - 2].head] in _GIVING
    ):
        return clauses.subject(number - 2)  # "the Front left a note claiming responsibility"
    return clauses.subject(number)


def _is_from(reading: Reading, number: int) -> bool:
    return reading.sentence.norms[reading.clauses.chunks[number].first] in {"from", "of", "by"}


def _accused(reading: Reading, number: int) -> Sequence[int]:
    """Whom the accuser names: the object, the subject of a passive, or who stands behind "on".

    As in "blamed the army for attacks on farmers", "blamed the attack on the army".
    """
    clauses = reading.clauses
    is_passive = clauses.chunks[number].passive
    groups = clauses.subject(number) if is_passive else clauses.objects(number)
    if groups and party_of(reading, groups[0]) is not None:
        return groups
    for phrase in clauses.phrases(number):
        if phrase.preposition in {"on", "to"} and party_of(reading, phrase.groups[0]) is not None:
            return phrase.groups
    if not groups and clauses.kinds[number] == "X":
        return clauses.subject(number)  # "Taliban blamed for blast": a headline leaves out "are"
    return groups


def _is_of_deed(reading: Reading, number: int) -> bool:
    """Whether an accusation is of violence, where it says of what: not "of corruption"."""
    clauses = reading.clauses
    groups = [p.groups[0] for p in clauses.phrases(number) if p.preposition == "of"]
    if not groups or party_of(reading, groups[-1]) is not None:
        return True
    head = clauses.chunks[groups[-1]].head
    norm = reading.sentence.norms[head]
    return norm in noun_classes()["deed"] or norm in _PART | _VIOLENT or head in reading.event_heads
