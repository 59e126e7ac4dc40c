"""Acts that are only told as circumstances of another, or as many of a kind (codebook 2.2).

No news of their own: "died as police were searching the area", "the slain soldiers were deployed to
guard a road", "the group is behind many attacks, including kidnappings".
"""

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import is_plural
from coder.lexicon.closed import A_AN, ALL_OF_BE, WHILE
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES
from coder.values.events import CROWD_TYPES
from coder.values.kinds import OF_DAYS
from coder.values.labels import EventType, Recency

_BEFORE, _SINCE, _THAT = "before", "since", "that"
_BREAKS = frozenset("WU:;")
_MANY_IN = frozenset({"in", "during"})
_NAMED = frozenset({"bare", "light"})
_AFTER = frozenset({"after", "since", "following"})
_IT = frozenset({"it", "this", "that"})
_LISTING = frozenset({"including"})
_LIST = frozenset("NC,JA")
_MANY = frozenset({"of", "in"})
_BODIES = frozenset({"organisation", "crowd", "authority"})
_HELD_BY, _HAD, _THE = "by", "had", frozenset({"the", "these", "those", "they"})
_TERRITORY = EventType.TERRITORIAL_CHANGE
_OPERATION = EventType.MILITARY_OPERATION
_OF_CROWDS = CROWD_TYPES | {EventType.ARREST}
_INSTRUMENT, _HAVE = "instrument", frozenset({"have", "has"})
_ANY_TIME = frozenset({None, "PAST_REF"})  # "recent"


def is_circumstance(draft: Draft) -> bool:
    """Whether an act without a day of its own only goes with what a sentence tells."""
    if draft.subtype == "raid_search":
        return _goes_on_meanwhile(draft)
    is_advance = draft.type is _OPERATION and draft.subtype == "offensive" and _is_by_one(draft)
    is_hold = draft.type is _TERRITORY and _says_who_holds(draft)
    if is_advance or is_hold or _is_state_since(draft):
        return True
    if any(time.first is not None or time.value not in _ANY_TIME for time in draft.times):
        return False
    if draft.type is _OPERATION:
        return _is_known_deployment(draft) or _is_way_home(draft)
    return any(asks(draft) for asks in _ASKED[draft.support == "verb"])


def only_says_since_when(draft: Draft) -> bool:
    """Whether an act is background for what it stands beside alone: the first told is news.

    Not what is only named: "A year has passed since the murder".
    """
    is_named = draft.reading.clauses.first_words[draft.chunk - 1] == _SINCE
    if draft.recency is not Recency.BACKGROUND or (is_named and draft.support != "verb"):
        return False
    return _is_state_since(draft) or _is_in_series(draft)


def _is_state_since(draft: Draft) -> bool:
    """As in "The city has been tense since fighters seized the airport": from when on it is so.

    And in "the only town that rebels have captured since the revolt began". With a day of its own,
    or where a text begins, it is news.
    """
    reading = draft.reading
    sentence, clauses = reading.sentence, reading.clauses
    if _SINCE not in reading.vocabulary or _HAVE.isdisjoint(sentence.norms):
        return False
    if any(time.precision in OF_DAYS for time in draft.times):
        return False
    norms, chunk = sentence.norms, clauses.chunks[draft.chunk]
    if norms[chunk.first] in _HAVE:
        is_aside = (
            "W" in clauses.kinds[: draft.chunk] or _THAT in clauses.first_words[: draft.chunk]
        )
        return is_aside and _SINCE in clauses.first_words[draft.chunk + 1 :]
    since = clauses.first_words.index(_SINCE) if _SINCE in clauses.first_words else draft.chunk
    if since > draft.chunk and _goes_with_perfect(draft, since):
        return True
    return since < draft.chunk and any(
        kind in "VX" and norms[group.first] in _HAVE
        for kind, group in zip(clauses.kinds[:since], clauses.chunks, strict=False)
    )


def _goes_with_perfect(draft: Draft, since: int) -> bool:
    """As in "have killed farmers and | kidnapped travellers since", "rocked by violence since"."""
    clauses, norms = draft.reading.clauses, draft.reading.sentence.norms
    verbs = [at for at in range(since) if clauses.kinds[at] in "VX" and at <= draft.chunk]
    perfect = next((at for at in verbs if norms[clauses.chunks[at].first] in _HAVE), None)
    if perfect is None or not _BREAKS.isdisjoint(clauses.kinds[perfect:since]):
        return False
    is_joined = draft.support == "verb" and clauses.kinds[draft.chunk - 1] == "C"
    return is_joined or (draft.construction == "nominal" and not draft.claims)


def _is_in_series(draft: Draft) -> bool:
    """As in "has seen several attacks in which hundreds were killed": of no one act."""
    reading = draft.reading
    clauses = reading.clauses
    at = clauses.kinds.rfind("NPW", 0, draft.chunk)
    if at < 0 or draft.times:
        return False
    whole = clauses.chunks[at]
    return (
        clauses.first_words[at + 1] in _MANY_IN
        and whole.head in reading.event_heads
        and is_plural(clauses.head_words[at])
        and reading.tags[whole.first] not in "#D"
        and "V" not in clauses.kinds[at + 3 : draft.chunk]
    )


def _has_plural_object(draft: Draft) -> bool:
    """As in "blew up targets": things that no role knows."""
    clauses = draft.reading.clauses
    at = draft.chunk + 1 + (clauses.kinds[draft.chunk + 1 : draft.chunk + 2] == "A")
    return (
        clauses.kinds[at : at + 1] == "N"
        and is_plural(clauses.head_words[at])
        and draft.reading.tags[clauses.chunks[at].first] not in "#D"
    )


def is_superlative(norm: str) -> bool:
    """As in "worst", "deadliest", "biggest"; the latest is only the last."""
    return norm == "worst" or (norm.endswith("est") and norm != "latest")


def _is_ranked_against(draft: Draft) -> bool:
    """As in "It was the third attack this year, after the assault on a museum": told before it."""
    reading = draft.reading
    clauses = reading.clauses
    if _AFTER.isdisjoint(reading.vocabulary) or clauses.kinds[:3] != "NVN" or draft.chunk <= 2:  # noqa: PLR2004 - the predicate
        return False
    if clauses.first_words[0] not in _IT or clauses.head_words[1] not in ALL_OF_BE:
        return False
    group = clauses.chunks[2]
    words = reading.sentence.norms[group.first : group.head]
    is_ranked = any(map(is_superlative, words)) or not noun_classes()["ordinal"].isdisjoint(words)
    return (
        is_ranked
        and group.head in reading.event_heads
        and not _AFTER.isdisjoint(clauses.first_words[3 : draft.chunk + 1])
    )


def tells_at_large(draft: Draft) -> bool:
    """As in "burned shops", "planted mines on the roads": what was hit by its kind, and no day.

    Nobody and nothing is counted or named.
    """
    if draft.support != "verb" or draft.times or draft.type in _OF_CROWDS:
        return False
    hit = [it.nominal for it in draft.fillers if it.role in HIT_ROLES or it.role == _INSTRUMENT]
    norms = draft.reading.sentence.norms
    return (
        (bool(hit) or _has_plural_object(draft))
        and all(
            is_plural(norms[it.head]) and it.quantity is None and not it.is_negative for it in hit
        )
        and not any(it.is_definite and "person" in it.fillers for it in hit)
        and not any(claim.quantity is not None for claim in draft.claims)
    )


def _is_record(draft: Draft) -> bool:
    """As in "clear the town of rebels, who have dug trenches and planted mines": what they do."""
    clauses, norms = draft.reading.clauses, draft.reading.sentence.norms
    at = clauses.kinds.rfind("W", 0, draft.chunk)
    if at < 0 or not tells_at_large(draft):
        return False
    verb = clauses.kinds.find("V", at)
    return 0 < verb <= draft.chunk and norms[clauses.chunks[verb].first] in _HAVE


def is_of_many(draft: Draft) -> bool:
    """As in "a spate of attacks", "a surge in violence", "many attacks, including bombings"."""
    reading = draft.reading
    if draft.construction != "nominal" or not reading.sentence.index > 0:
        return False
    if draft.support not in _NAMED or any(claim.best is not None for claim in draft.claims):
        return False
    clauses, at = reading.clauses, draft.chunk
    if clauses.kinds.endswith("NP", 0, at) and clauses.first_words[at - 1] in _MANY:
        return clauses.head_words[at - 2] in noun_classes()["many_of"]
    return not _LISTING.isdisjoint(reading.vocabulary) and _is_listed(draft)


def _is_listed(draft: Draft) -> bool:
    """As in "attacks, including | bombings and kidnappings": kinds of what was done."""
    reading = draft.reading
    clauses, at = reading.clauses, draft.chunk
    if reading.tags[clauses.chunks[at].first] in "D#" or not is_plural(clauses.head_words[at]):
        return False
    while at > 0 and clauses.kinds[at - 1] in _LIST:
        at -= 1
    if not at or clauses.first_words[at - 1] not in _LISTING:
        return False
    whole = at - 2 - (clauses.kinds[max(at - 2, 0)] == ",")
    return (
        whole >= 0
        and clauses.kinds[whole] == "N"
        and clauses.head_words[whole] in noun_classes()["deed"]
        and is_plural(clauses.head_words[whole])
    )


def _is_by_one(draft: Draft) -> bool:
    """As in "a suicide bomber was seen driving towards the mosque": no force advances."""
    by = [filler.nominal for filler in draft.by_role("perpetrator")]
    norms = draft.reading.sentence.norms
    return bool(by) and all(
        norms[who.first] in A_AN and who.fillers.isdisjoint(_BODIES) for who in by
    )


def _is_known_deployment(draft: Draft) -> bool:
    """As in "reinforcements had been deployed", "the slain men were deployed to guard a road"."""
    reading = draft.reading
    group = reading.clauses.chunks[draft.chunk]
    if draft.subtype != "deployment" or draft.support != "verb" or group.kind != "V":
        return False
    norms = reading.sentence.norms
    if norms[group.first] == _HAD:
        return True
    subject = reading.clauses.subject(draft.chunk)
    is_known = bool(subject) and reading.clauses.first_words[subject[0]] in _THE
    return is_known and group.passive and norms[group.first] in ALL_OF_BE


def _is_way_home(draft: Draft) -> bool:
    """As in "made two arrests before the army withdrew": the end of what it did there."""
    clauses, at = draft.reading.clauses, draft.chunk
    if draft.subtype != "withdrawal" or draft.support != "verb":
        return False
    left, _ = clauses.clause(at)
    opening = clauses.first_words[left - 1] if left else ""
    before = clauses.first_words[max(at - 2, 0)] if clauses.kinds[at - 1 : at] == "N" else ""
    return _BEFORE in (opening, before)


def _goes_on_meanwhile(draft: Draft) -> bool:
    """As in "the car blew up as police were searching the area": where they were."""
    clauses, at = draft.reading.clauses, draft.chunk
    group = clauses.chunks[at]
    if draft.support != "verb" or draft.reading.tags[group.head] != "G" or "B" not in group.aux:
        return False
    subject = clauses.subject(at)
    return bool(subject) and subject[0] > 0 and clauses.first_words[subject[0] - 1] in WHILE


def _says_who_holds(draft: Draft) -> bool:
    """As in "fired missiles at the town occupied by rebels": the state of a place."""
    reading = draft.reading
    clauses, at = reading.clauses, draft.chunk
    return (
        draft.construction == "participle"
        and clauses.kinds[at] in "XK"
        and clauses.first_words[at + 1 : at + 2] == [_HELD_BY]
        and _has_verb_before(reading, at)
        and not any(time.start > reading.sentence.starts[draft.first] for time in draft.times)
    )


def _has_verb_before(reading: Reading, number: int) -> bool:
    return any(kind in "VX" for kind in reading.clauses.kinds[:number])


_ASKED = {True: (_is_record, _is_in_series), False: (is_of_many, _is_in_series, _is_ranked_against)}
