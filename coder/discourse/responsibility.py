"""Who is said to be behind an act: claims, denials, accusations (codebook 2.6, 2.7).

Such sentences tell no act of their own. What they say goes to the act they stand with, else to the
last act of violence told before them.
"""

from collections.abc import Sequence

from coder.discourse.acts import PARTIES, Act, Responsibility
from coder.discourse.doers import find_doers
from coder.discourse.involvement import find_involved
from coder.discourse.suspects import find_suspects
from coder.events.attribution import find_sources, speech_verb
from coder.events.names import name_of_group
from coder.events.nominals import Nominal
from coder.events.reading import Reading
from coder.events.within import is_violent
from coder.lexicon.words import noun_classes
from coder.values.labels import ActorType, Certainty, Stance

_NEAR = 7
_PART = frozenset({"part", "role", "hand", "involvement", "link", "links", "connection"})
_OWN = frozenset({"its", "their", "his", "our"})
_PEOPLE = frozenset(
    {"fighters", "fighter", "men", "militants", "members", "forces", "soldiers", "gunmen", "wing"}
    | {"mujahideen", "warriors", "guerrillas", "troops", "bomber", "bombers", "group", "unit"}
    | {"commandos", "commando", "units", "rebels", "column", "columns", "cells", "squads"}
)
_SPEAKING_OF = frozenset({"its", "it", "their", "they", "group"})
_SPEAKERS = frozenset({"spokesman", "spokesmen", "spokeswoman", "spokesperson", "caller", "man"})
_FOR = frozenset({"for", "of", "from"})
_SELF = frozenset({("it",), ("they",), ("that", "it"), ("the", "group")})
_UNOFFICIAL = frozenset(
    {
        ActorType.REBEL_GROUP,
        ActorType.JIHADIST_GROUP,
        ActorType.POLITICAL_MILITIA,
        ActorType.COMMUNAL_MILITIA,
        ActorType.CRIMINAL_GROUP,
        ActorType.PRO_GOV_MILITIA,
    }
)
_ANYBODY = frozenset({"anyone", "anybody", "someone", "somebody", "everyone", "everybody"})


def attach_responsibility(acts: Sequence[Act], readings: Sequence[Reading]) -> None:
    """Give each act what the text says of who is behind it."""
    if not any(is_violent(act.main.type) for act in acts):
        return
    for reading in readings:
        for found in _all_of(reading):
            act = _act_meant(acts, reading)
            if act is not None:
                act.responsibilities.append(found)


def _all_of(reading: Reading) -> tuple[Responsibility, ...]:
    return (
        *_find_claims(reading),
        *find_doers(reading),
        *find_involved(reading),
        *find_suspects(reading),
    )


def _act_meant(acts: Sequence[Act], reading: Reading) -> Act | None:
    index = reading.sentence.index
    chosen: Act | None = None
    for act in acts:
        if not is_violent(act.main.type):
            continue
        if any(draft.reading is reading for draft in act.drafts):
            return act
        if act.drafts[0].reading.sentence.index <= index:
            chosen = act
    return chosen


def _find_claims(reading: Reading) -> list[Responsibility]:
    """The claims, denials and accusations of one sentence, in the order of the text."""
    found: list[Responsibility] = []
    words = reading.vocabulary
    if reading.lexicon.blame_words.isdisjoint(words) and _SPEAKING_OF.isdisjoint(words):
        return found
    for number, kind in enumerate(reading.clauses.kinds):
        if kind not in "VXGI":
            continue
        verb = speech_verb(reading, number)
        if verb is None:
            continue
        if verb.stance is Stance.ACCUSE:
            party = _accused(reading, number)
            certainty = Certainty.ACCUSED
        elif verb.stance in {Stance.CLAIM, Stance.DENY} and (
            _is_about_blame(reading, number) or _is_about_own_act(reading, number)
        ):
            party = _speaker(reading, number)
            certainty = Certainty.CLAIMED if verb.stance is Stance.CLAIM else Certainty.DENIED
        elif verb.stance is Stance.REPORT and _tells_own_act(reading, number):
            party = _speaker(reading, number)
            certainty = Certainty.DENIED if _disowns(reading, number) else Certainty.CLAIMED
        else:
            continue
        if party is not None:
            party = _spoken_for(reading, party)
            found.append(_responsibility(reading, party, certainty, number))
    return found


def _spoken_for(reading: Reading, party: Nominal) -> Nominal:
    """As in "a spokesman for the Front claimed": whoever speaks for others is not meant."""
    if reading.sentence.norms[party.head] not in _SPEAKERS:
        return party
    clauses = reading.clauses
    at = party.chunk + 1
    if (
        clauses.kinds[at : at + 2] == "PN"
        and reading.sentence.norms[clauses.chunks[at].first] in _FOR
        and reading.nominal(at + 1).fillers & PARTIES
    ):
        return reading.nominal(at + 1)
    return party


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
    return speaker.actor is not None and speaker.actor.type in _UNOFFICIAL


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


def _branch(reading: Reading, groups: Sequence[int]) -> Nominal | None:
    """As in "the Khorasan Province of the Islamic State": a branch named after an area."""
    clauses = reading.clauses
    number = groups[0] if groups else len(clauses.kinds)
    at = number + 2
    if clauses.kinds[number + 1 : number + 3] != "PN":
        return None
    owner = reading.nominal(at)
    is_group = owner.actor is not None and owner.actor.type in _UNOFFICIAL
    is_of = reading.sentence.norms[clauses.chunks[number + 1].first] == "of"
    return owner if is_group and is_of else None


def _speaker(reading: Reading, number: int) -> Nominal | None:
    clauses = reading.clauses
    if clauses.chunks[number].passive or _is_short_claim(reading, number):
        agents = [p.groups for p in clauses.phrases(number) if p.preposition == "by"]
        groups = agents[0] if agents else []
    else:
        groups = clauses.subject(number)
    return _branch(reading, groups) or _party(reading, groups)


def _accused(reading: Reading, number: int) -> Nominal | None:
    """Whom the accuser names: the object, the subject of a passive, or "on X"."""
    clauses = reading.clauses
    for phrase in clauses.phrases(number):
        if phrase.preposition in {"on", "to"}:
            party = _party(reading, phrase.groups)
            if party is not None:
                return party
    if clauses.chunks[number].passive:
        return _party(reading, clauses.subject(number))
    return _party(reading, clauses.objects(number))


def _party(reading: Reading, groups: Sequence[int]) -> Nominal | None:
    for number in groups[:1]:
        nominal = reading.nominal(number)
        if reading.sentence.norms[nominal.head] in _ANYBODY:
            return None
        if nominal.is_negative or nominal.fillers & PARTIES:
            return name_of_group(reading, nominal)
        return reading.state(nominal) or _whose_words(reading, nominal)
    return None


def _whose_words(reading: Reading, nominal: Nominal) -> Nominal | None:
    """As in "an ELN statement took responsibility": the listed group whose words they are."""
    if reading.sentence.norms[nominal.head] not in noun_classes()["figure"]:
        return None
    for first, last, _ in reading.named:
        if nominal.first <= first and last <= nominal.head:
            return reading.modifier(nominal.chunk, first, last)
    return None


def _responsibility(
    reading: Reading, party: Nominal, certainty: Certainty, verb: int
) -> Responsibility:
    source = next((item for item in find_sources(reading) if item.verb == verb), None)
    if source is not None and certainty is Certainty.CLAIMED:
        source.stance = Stance.CLAIM
    if source is not None and certainty is Certainty.DENIED:
        source.stance = Stance.DENY
    return Responsibility(reading, party, certainty, is_nobody=party.is_negative, source=source)
