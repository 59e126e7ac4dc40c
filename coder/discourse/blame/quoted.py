"""What a verb of saying has behind it: its clause, and quoted words that own an act."""

from collections.abc import Iterator

from coder.discourse.blame.party import Blame, party_of
from coder.events.reading import Reading
from coder.events.roles.first_person import OUR, WE, is_first_person, speaking
from coder.events.roles.nominals import Nominal
from coder.lexicon.signs import sign
from coder.values.kinds import ARMED_GROUPS
from coder.values.labels import ActorType, Certainty

_FINDING = frozenset({"recovered", "found", "discovered", "retrieved", "unearthed", "buried"})
QUOTED = sign(WE, OUR)


def find_quoted(reading: Reading) -> Iterator[Blame]:
    """What groups of armed men say that they or their people did; of a state's forces nothing.

    Its own forces act as told: that is no claim of responsibility (codebook 2.12, 6).
    """
    clauses, events = reading.clauses, reading.event_heads
    for verb, group in enumerate(clauses.chunks):
        if group.kind not in "VX" or group.negated or group.passive:
            continue
        if clauses.head_words[verb] in _FINDING:
            continue  # "we have recovered 43 bodies": of those whom others killed
        doers = clauses.subject(verb)
        if len(doers) != 1 or not is_first_person(reading, doers[0]):
            continue
        told = speaking(reading, doers[0])
        party = None if told is None else party_of(reading, told[1])
        if told is not None and party is not None and _may_claim(reading, party):
            acts = [at for at in clauses.objects(verb) if clauses.chunks[at].head in events]
            for deed in (verb, *acts):  # "we shot him", "we carried out the attack"
                yield Blame([told[1]], Certainty.CLAIMED, told[0], like=doers[0], deed=deed)


def _may_claim(reading: Reading, party: Nominal) -> bool:
    """Whether a party is an armed group, or one that nobody knows: "the Liberation Tigers"."""
    if party.actor is not None:
        is_unknown = party.actor.type is ActorType.UNKNOWN and "armed" in party.fillers
        return is_unknown or party.actor.type in ARMED_GROUPS
    return "name" in party.fillers and reading.sentence.norms[party.first] == "the"


def behind_circumstances(reading: Reading, number: int) -> int:
    """The chunk behind a verb and its circumstances: "said on Friday in a statement that"."""
    kinds = reading.clauses.kinds
    at = number + 1
    while at < len(kinds) and kinds[at] in "tAP":
        at += 1 if kinds[at] != "P" else 2
    return at


def own_clause(reading: Reading, number: int) -> int:
    """Where the clause begins that is said, behind its "that"."""
    at = behind_circumstances(reading, number)
    return at + (reading.clauses.kinds[at : at + 1] == "U")


def is_not_past(reading: Reading, number: int) -> bool:
    """As in "said it condemns such attacks", "said it would strike": nothing it has done."""
    clauses = reading.clauses
    verb = clauses.kinds.find("V", own_clause(reading, number))
    return verb >= 0 and reading.tags[clauses.chunks[verb].first] in "ZM"
