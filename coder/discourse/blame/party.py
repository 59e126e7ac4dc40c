"""Who may be said to be behind an act: the party that a noun group means.

In: a chunk of a sentence. Out: the people or the body meant, which may stand beside the group ("a
spokesman for the Front", "a group calling itself X", "an ELN statement"); null for things.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from coder.discourse.acts import PARTIES
from coder.events.reading import Reading
from coder.events.roles.first_person import body_speaking
from coder.events.roles.group_names import name_of_group
from coder.events.roles.nominals import Nominal
from coder.lexicon.closed import A_AN
from coder.lexicon.words import noun_classes
from coder.values.kinds import ARMED_GROUPS
from coder.values.labels import Certainty

_ANYBODY = frozenset({"anyone", "anybody", "someone", "somebody", "everyone", "everybody"})
LINES = frozenset({"position", "positions", "base", "bases", "lines", "trenches"})
_FAR = 16  # chunks: "a man who called the paper and said that he spoke for"
_CLOSE = frozenset({"affiliated", "associated", "linked"})
_BEHIND = frozenset({"of", "with", "to"})  # "an account linked to the Front"
_FOR = frozenset({"for", "of", "from"})


@dataclass(frozen=True, slots=True)
class Blame:
    """Chunks of a sentence whose parties are said to be behind an act, and how surely.

    ``verb`` is the verb of saying, with which "no group" is said to have claimed; null where the
    sentence itself says so. ``like`` is the chunk of those who are said to be the parties: it
    counts only where they did it, or were said just before to have ("He was identified as X").
    ``deed`` is the chunk that names the act; null where the act stands elsewhere.
    ``is_unclaimed``: nobody claims ("the Front has not claimed it").
    ``is_own_report``: by no word of claiming ("said its men raided the base").
    ``is_told_elsewhere``: counts only soon behind an act that nobody is told to have done.
    """

    groups: Sequence[int]
    certainty: Certainty
    verb: int | None = None
    like: int | None = None
    deed: int | None = None
    is_told_elsewhere: bool = False
    is_unclaimed: bool = False
    is_own_report: bool = False


def party_of(reading: Reading, number: int) -> Nominal | None:
    """The party that the noun group of a chunk means; null where it means none."""
    if reading.clauses.kinds[number : number + 1] != "N":
        return None
    nominal = reading.nominal(number)
    norms = reading.sentence.norms
    if norms[nominal.head] in _ANYBODY or norms[nominal.first] == "each":
        return None  # "they accused each other"
    if (body := body_speaking(reading, nominal)) is not None:
        return name_of_group(reading, body)
    owner = _owner(reading, number) or _sharer(reading, number) or _spoken_for(reading, number)
    if owner is None and norms[nominal.head] in noun_classes()["speaker_noun"]:
        owner = _whose_words(reading, nominal)
    if owner is not None:
        return owner
    if nominal.is_negative or nominal.fillers & PARTIES:
        return name_of_group(reading, nominal)
    return reading.state(nominal) or _whose_words(reading, nominal)


def _owner(reading: Reading, number: int) -> Nominal | None:
    """As in "the Khorasan Province of the Islamic State", "a man speaking for the Front"."""
    clauses = reading.clauses
    at = number + 1
    if clauses.kinds[at : at + 1] == "G" and clauses.head_words[at] == "speaking":
        at += 1
    is_close = clauses.kinds[at : at + 1] == "X" and clauses.head_words[at] in _CLOSE
    at += is_close and not reading.nominal(number).fillers & PARTIES
    if clauses.kinds[at : at + 2] != "PN":
        return None
    preposition = clauses.first_words[at]
    owner = reading.nominal(at + 1)
    is_branch = "person" not in reading.nominal(number).fillers and preposition in _BEHIND
    if is_branch and owner.actor is not None and owner.actor.type in ARMED_GROUPS:
        return owner
    is_speaker = clauses.head_words[number] in noun_classes()["speaker_noun"]
    return owner if is_speaker and preposition in _FOR and owner.fillers & PARTIES else None


def _spoken_for(reading: Reading, number: int) -> Nominal | None:
    """As in "a caller who said he spoke for the Front", "Ali, a spokesman for the Front,"."""
    if noun_classes()["for_others"].isdisjoint(reading.vocabulary):
        return None
    clauses = reading.clauses
    is_named = clauses.kinds[number + 1 : number + 5] == ",NPN"
    if not is_named and clauses.head_words[number] not in noun_classes()["speaker_noun"]:
        return None
    last = number + 5 if is_named else min(number + _FAR, len(clauses.kinds))
    for at in range(number + 2, last - 1):
        before = clauses.head_words[at - 1]
        if clauses.kinds[at : at + 2] != "PN" or before not in noun_classes()["for_others"]:
            continue
        if clauses.first_words[at] in _FOR and reading.nominal(at + 1).fillers & PARTIES:
            return reading.nominal(at + 1)
    return None


def _sharer(reading: Reading, number: int) -> Nominal | None:
    """As in "the army's role", "police involvement", "rebel positions": whose it is."""
    group = reading.clauses.chunks[number]
    norm = reading.sentence.norms[group.head]
    if group.first == group.head or (norm not in noun_classes()["share_in"] and norm not in LINES):
        return None
    mark = reading.tags.find("S", group.first, group.head)
    holder = reading.modifier(number, group.first, group.head if mark < 0 else mark)
    return holder if holder.fillers & PARTIES else None


def _whose_words(reading: Reading, nominal: Nominal) -> Nominal | None:
    """As in "an ELN statement", "a Taliban spokesman": the listed group whose words they are."""
    norm = reading.sentence.norms[nominal.head]
    if norm not in noun_classes()["figure"] and norm not in noun_classes()["speaker_noun"]:
        return None
    for first, last, _ in reading.named:
        if nominal.first <= first and last <= nominal.head:
            return reading.modifier(nominal.chunk, first, last)
    return None


def is_said_of_other(reading: Reading, number: int) -> bool:
    """As in "a lawyer for a man accused of rape was stabbed": said of the man, and not of her."""
    clauses = reading.clauses
    before = number - 1
    return (
        clauses.kinds[max(before, 0) : number] == "N"
        and clauses.first_words[before] in A_AN
        and before not in clauses.subject(number)
    )
