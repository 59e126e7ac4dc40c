"""Papers, slogans and initials: whose were left where an act was, and who speaks in one.

And what such papers and their writers say of an act: that it was theirs, or done in revenge.

A signature claims the act; leaflets and slogans only make their group suspected.
"""

from collections.abc import Iterator

from coder.discourse.blame.party import Blame, party_of
from coder.events.reading import Reading
from coder.lexicon.closed import OF_FROM
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.rules.model import BANDS
from coder.values.kinds import ARMED_GROUPS
from coder.values.labels import Certainty

_THEIRS = frozenset({"ours", "theirs"})
_OWN = frozenset({"its", "our", "their"})
_WORK = frozenset({"doing", "handiwork", "work"})
_AVENGED = frozenset({"avenged", "avenges"})
_BEING = frozenset({"is", "are", "was", "were", "had", "been", "came"})
_SIGNED = frozenset({"signed", "issued", "written", "sent"})  # but "received by the agency"
_MAX_AHEAD = 14  # chunks from the paper to the verb
_NEAR = 5
_SIGNED_BY = "signed"
_WHOSE = frozenset({"of", "by", "from"})
LEFT = sign("left_behind")
_PLACED = sign("left_there")
_MAX_BACK = 6  # chunks from the party to the paper or mark


def writer_of(reading: Reading, paper: int, verb: int) -> int | None:
    """The chunk of whose paper it is: "signed by", "bearing the crest of", "in the name of"."""
    clauses, norms = reading.clauses, reading.sentence.norms
    is_paper = clauses.head_words[paper] in noun_classes()["paper"] and verb - paper <= _MAX_AHEAD
    if not is_paper or party_of(reading, paper) is not None:
        return None
    for at in range(verb - 1, paper + 1, -1):
        before = norms[clauses.chunks[at - 1].last - 1]
        is_whose = before in OF_FROM or (before == "by" and clauses.head_words[at - 2] in _SIGNED)
        party = party_of(reading, at) if is_whose else None
        if party is not None and party.fillers & BANDS:
            return at
    return None


def owns_act(reading: Reading, speaker: int, verb: int, clause: int) -> bool:
    """As in "say the salvo was theirs", "said the killing avenged two of its men"."""
    if not is_unofficial(reading, speaker, verb):
        return False
    clauses, norms = reading.clauses, reading.sentence.norms
    deed = clauses.chunks[clause] if clauses.kinds[clause : clause + 1] == "N" else None
    if deed is None or not (
        norms[deed.head] in noun_classes()["deed"] or deed.head in reading.event_heads
    ):
        return False
    behind = norms[deed.last : deed.last + _NEAR]
    if not _AVENGED.isdisjoint(behind):
        return True
    if _BEING.isdisjoint(behind[:2]):
        return False
    is_work = any(
        word in _OWN and not _WORK.isdisjoint(behind[at + 1 :]) for at, word in enumerate(behind)
    )
    return is_work or not (_THEIRS | noun_classes()["revenge"]).isdisjoint(behind)


def tells_gain(reading: Reading, speaker: int, verb: int) -> bool:
    """As in "claimed the taking of the barracks and the death of 16 soldiers": its own deed."""
    heads = {reading.clauses.head_words[at] for at in reading.clauses.objects(verb)}
    return not heads.isdisjoint(noun_classes()["gain"]) and is_unofficial(reading, speaker, verb)


def is_unofficial(reading: Reading, speaker: int, verb: int) -> bool:
    """Whether who speaks is an armed group, or writes for one."""
    writer = writer_of(reading, speaker, verb)
    nominal = party_of(reading, speaker if writer is None else writer)
    return nominal is not None and nominal.actor is not None and nominal.actor.type in ARMED_GROUPS


def find_left_behind(reading: Reading) -> Iterator[Blame]:
    """The armed groups whose papers or marks one sentence tells to have been left."""
    if not (reading.signs & LEFT and reading.signs & _PLACED) or "not" in reading.vocabulary:
        return
    clauses = reading.clauses
    for number, kind in enumerate(clauses.kinds):
        if kind != "N" or number < 2 or clauses.first_words[number - 1] not in _WHOSE:  # noqa: PLR2004
            continue
        party = party_of(reading, number)
        if party is None or party.actor is None or party.actor.type not in ARMED_GROUPS:
            continue
        is_signed = clauses.head_words[number - 2] == _SIGNED_BY
        if is_signed or _is_mark(reading, number - 2):
            certainty = Certainty.CLAIMED if is_signed else Certainty.SUSPECTED
            if any(_is_mark(reading, at) for at in range(max(0, number - _MAX_BACK), number)):
                yield Blame([number], certainty)


def _is_mark(reading: Reading, number: int) -> bool:
    """As in "a leaflet", "the initials", "slogans": what somebody may leave as a sign."""
    is_noun = reading.clauses.kinds[number] == "N"
    return is_noun and reading.clauses.head_words[number] in noun_classes()["left_behind"]
