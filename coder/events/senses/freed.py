"""People let go or fetched out: "rescued a week after he was kidnapped", "arrested and released".

What dates their freedom is background, and what ends hours of custody no release.
"""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.slots import Slots
from coder.lexicon.closed import HAD_WAS_WERE, HE_SHE_THEY, HIM_HER_THEM
from coder.lexicon.words import noun_classes
from coder.values.labels import EventType

_SNATCHED = frozenset({"abducted", "kidnapped", "snatched", "seized", "hijacked"})
_HELD = frozenset({"held", "captured", "taken"})
_TAKEN = _SNATCHED | _HELD
_AS_CAPTIVE = frozenset({"captive", "hostage", "prisoner", "by"})
_FIGHTS = frozenset(
    {"battle", "firefight", "fighting", "gunbattle", "gunfight", "shootout", "shoot-out"}
)
_AFTER = frozenset({"after", "following", "in", "during"})
_SHORT = timedelta(days=2)

_KEPT = frozenset({"held", "kept"})


def settle_freedom(drafts: list[Draft]) -> list[Draft]:
    """What is told of people's freedom: their taking made background, hours of custody left out."""
    _settle_takings(drafts)
    return _without_short_custody(drafts)


def _settle_takings(drafts: Sequence[Draft]) -> None:
    """As in "were freed six days after gunmen seized them": the taking only dates the freedom."""
    freed = [draft.chunk for draft in drafts if draft.type is EventType.RELEASE]
    for draft in drafts if freed else ():
        if draft.type is not EventType.ABDUCTION:
            continue
        is_told_after = min(freed) < draft.chunk and _stands_behind_after(draft)
        if is_told_after or draft.chunk in takings_before(draft.reading, min(freed)):
            draft.put_behind("before they were freed")


def _stands_behind_after(draft: Draft) -> bool:
    """As in "were freed after being held hostage for nine months": no taking with its own day."""
    if draft.reading.sentence.norms[draft.first] not in _KEPT:
        return False
    words = draft.reading.clauses.first_words[draft.chunk - 1 : draft.chunk + 1]
    return words in (["after", "being"], ["after", "having"])


def _without_short_custody(drafts: list[Draft]) -> list[Draft]:
    """The drafts without the release of people whom the sentence has just told arrested.

    As in "were arrested and let go the next morning": hours of custody (codebook 2.12, 19). Days
    or weeks between the two make the release news of its own.
    """
    arrests = [draft for draft in drafts if draft.type is EventType.ARREST]
    if not arrests:
        return drafts
    return [
        draft
        for draft in drafts
        if draft.type is not EventType.RELEASE
        or not any(_is_soon_after(arrest, draft) for arrest in arrests)
    ]


def _is_soon_after(arrest: Draft, release: Draft) -> bool:
    if (
        arrest.chunk > release.chunk
        or arrest.support != "verb"
        or arrest.construction == "participle"
    ):
        return False
    if arrest.reading.clauses.kinds[arrest.chunk - 1 : arrest.chunk] == "W":
        return False  # "those who had been arrested since Monday were released"
    if not _are_the_same(arrest, release):
        return False
    norms = release.reading.sentence.norms
    if not noun_classes()["term"].isdisjoint(norms[arrest.last :]):
        return False
    days = [
        time.first
        for draft in (arrest, release)
        for time in draft.times
        if time.first is not None and time.first == time.last
    ]
    return not days or max(days) - min(days) <= _SHORT


def _are_the_same(arrest: Draft, release: Draft) -> bool:
    """Whether those released are those arrested: by one subject, or by a pronoun."""
    held = {item.nominal.chunk for item in arrest.by_role("victim")}
    freed = release.by_role("victim")
    norms = release.reading.sentence.norms
    return any(
        item.nominal.chunk in held or norms[item.nominal.head] in HIM_HER_THEM | HE_SHE_THEY
        for item in freed
    )


def is_taken_before(reading: Reading, start: int) -> bool:
    """Whether a clause of time tells that they had been taken: "after they were seized"."""
    return not _TAKEN.isdisjoint(reading.vocabulary) and any(
        True for _ in takings_before(reading, start)
    )


def is_out_of_trap(reading: Reading, slots: Slots) -> bool:
    """As in "rescuers freed two hikers", "freed from a lift": nobody is told to have held them.

    Not "rebels freed two hikers", "the hikers, kidnapped in May, were freed".
    """
    classes = noun_classes()
    if classes["trapped"].isdisjoint(reading.vocabulary):
        return False
    if not classes["captors_hands"].isdisjoint(reading.vocabulary):
        return False
    if any("armed" in reading.nominal(at).fillers for at in (*slots.subject, *slots.agent)):
        return False
    phrases = [number for phrase in slots.phrases for number in phrase.groups]
    groups = (*slots.subject, *slots.object, *phrases)
    return reading.clauses.has_head(groups, classes["trapped"])


def is_won_by_force(reading: Reading, start: int) -> bool:
    """As in "rescued nine farmers after a gun battle": those who held them fought for them."""
    if _FIGHTS.isdisjoint(reading.vocabulary):
        return False
    clauses = reading.clauses
    return any(
        kind == "P" and clauses.first_words[at] in _AFTER and clauses.head_words[at + 1] in _FIGHTS
        for at, kind in enumerate(clauses.kinds[start:-1], start)
    )


def takings_before(reading: Reading, start: int) -> Iterator[int]:
    """The verbs behind "after he was" and "after gunmen ... him" that tell who had been taken."""
    clauses, norms = reading.clauses, reading.sentence.norms
    kinds, chunks = clauses.kinds, clauses.chunks
    for at in range(start, len(chunks) - 2):
        if kinds[at] not in "PU" or clauses.first_words[at] != "after":
            continue
        verb = at + 2
        if kinds[verb] not in "VX" or not _tells_of_taking(norms, chunks[verb].head):
            continue
        if clauses.head_words[at + 1] in HE_SHE_THEY:
            if clauses.first_words[verb] in HAD_WAS_WERE:
                yield verb
        elif verb + 1 < len(chunks) and clauses.head_words[verb + 1] in HIM_HER_THEM:
            yield verb


def _tells_of_taking(norms: Sequence[str], verb: int) -> bool:
    """As in "snatched", "taken hostage"; not in "taken ill"."""
    return norms[verb] in _SNATCHED or (
        norms[verb] in _HELD and not _AS_CAPTIVE.isdisjoint(norms[verb + 1 : verb + 3])
    )
