"""What is told again and is no news: acts before a court, in a life story, on a plaque, in a tale.

Such an act is background (codebook 2.2: convictions and trials are out) unless a day of its own
stands behind it.
"""

from collections.abc import Sequence
from functools import cache

from coder.discourse.figures import is_dense_with
from coder.discourse.standing import POINTS
from coder.events.drafts import Draft
from coder.lexicon.words import noun_classes
from coder.values.labels import EventType, Recency
from coder.values.text import NormalisedText

_NO_DEEDS = frozenset(
    {
        *(EventType.ARREST, EventType.RELEASE, EventType.PROTEST, EventType.AGREEMENT),
        *(EventType.DISPLACEMENT, EventType.WEAPONS_DISRUPTION),
    }
)
_LIFE = (
    *("is survived by", "was survived by", "has died aged", "who died aged", "has died at the age"),
    *("dies aged", "died peacefully", "obituary"),
)
_TIME_CLAUSES = frozenset({"when", "after", "before", "as", "while", "until", "since", "because"})
_JUDGES = frozenset({"judge", "judges"})
_RULED = frozenset({"ruled", "found", "heard", "held"})
_ACCUSED = frozenset({"accused", "charged", "for"})
_IN_COURT = "told before a court"
_AGAIN = "told again"
_OF_LIFE = "a life that is told"


def settle_retold(
    groups: Sequence[tuple[list[Draft], str]], sections: Sequence[NormalisedText]
) -> None:
    """Make acts background that the text only tells again."""
    drafts = [
        draft
        for group, _ in groups
        for draft in group
        if draft.recency is Recency.CURRENT and not _has_own_day(draft)
    ]
    if not drafts:
        return
    text = " ".join(item.text for item in sections)
    if any(words in text for words in _LIFE):
        _settle(drafts, _OF_LIFE)
        return
    deeds = [draft for draft in drafts if draft.type not in _NO_DEEDS]
    _settle([draft for draft in deeds if _is_retold(draft)], _AGAIN)
    _settle([draft for draft in deeds if _is_of_convict(draft)], _IN_COURT)
    if deeds and is_dense_with(text, "court"):
        _settle(deeds, _IN_COURT)


def _settle(drafts: Sequence[Draft], note: str) -> None:
    for draft in drafts:
        if draft.recency is Recency.CURRENT:
            draft.recency = Recency.BACKGROUND
            draft.status_note = note


def _has_own_day(draft: Draft) -> bool:
    """Whether a day stands behind the act.

    As in no "on Monday the jury heard that ...", no "who shot him was sentenced on Monday".
    """
    starts = draft.reading.sentence.starts
    chunks = draft.reading.clauses.chunks
    ruled = [starts[chunks[at].first] for at in _verdicts(draft) if at > draft.chunk]
    end = min(ruled, default=len(draft.reading.sentence.text))
    return any(
        time.type in POINTS and starts[draft.first] <= time.start < end for time in draft.times
    )


def _verdicts(draft: Draft) -> list[int]:
    """The chunks of verbs that tell how a trial ended."""
    reading = draft.reading
    verdicts = noun_classes()["court_verb"]
    if verdicts.isdisjoint(reading.vocabulary):
        return []
    clauses = reading.clauses
    return [
        at
        for at, kind in enumerate(clauses.kinds)
        if kind in "VX"
        and reading.sentence.norms[clauses.chunks[at].head] in verdicts
        and at != draft.chunk
    ]


@cache
def _retelling() -> frozenset[str]:
    return noun_classes()["court_noun"] | noun_classes()["retelling"]


def _is_retold(draft: Draft) -> bool:
    """As in "the jury was told that he stabbed her", "the plaque marks where they were shot"."""
    reading = draft.reading
    tellers = _retelling()
    if (tellers | _JUDGES).isdisjoint(reading.vocabulary):
        return False
    clauses = reading.clauses
    if clauses.kinds[draft.chunk] == "N":
        return False  # "a tribunal held the army responsible for the disappearance"
    norms = reading.sentence.norms
    for at in range(draft.chunk - 1, -1, -1):
        kind = clauses.kinds[at]
        first = norms[clauses.chunks[at].first]
        if (kind == "U" and first in _TIME_CLAUSES) or (
            kind == "P" and first in noun_classes()["behind_prep"]
        ):
            return False  # "the court was evacuated after a bomb went off"
        if kind not in "VX" or clauses.chunks[at].modal is not None:
            continue
        subjects = {norms[clauses.chunks[group].head] for group in clauses.subject(at)}
        if subjects & tellers:
            return True
        if subjects & _JUDGES and norms[clauses.chunks[at].head] in _RULED:
            return True
    return False


def _is_of_convict(draft: Draft) -> bool:
    """As in "a man who set fire to a shop was sentenced", "was cleared of having shot him"."""
    kinds = draft.reading.clauses.kinds
    if _is_tried(draft):
        return True
    ruled = _verdicts(draft)
    if any(at > draft.chunk for at in ruled):  # "who set fire to it was sentenced"
        return kinds[draft.chunk - 1 : draft.chunk] == "W"
    return any("U" not in kinds[at : draft.chunk] for at in ruled)


def _is_tried(draft: Draft) -> bool:
    """As in "went on trial in Chester on Monday accused of killing two"."""
    norms = draft.reading.sentence.norms[: draft.first]
    return "trial" in norms and not _ACCUSED.isdisjoint(norms[norms.index("trial") :])
