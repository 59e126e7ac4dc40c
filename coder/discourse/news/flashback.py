"""Episodes of the past in a text of today.

"In 2011 mobs attacked the old market. They killed 30 people. The police shot nine." The day is told
once, and what follows goes on in its time: background like the act it began with (codebook 2.2),
and no part of what the text reports of today. A day of the report's own time, a source or a verb in
the present ends the episode.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from coder.discourse.merging.standing import is_counted_on
from coder.discourse.news.mishaps import refers_back
from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.lexicon.closed import THIS_THAT
from coder.lexicon.words import noun_classes
from coder.values.labels import EventType, Recency, Section, TimexType
from coder.values.mentions import TimeExpression

_PAST = timedelta(days=62)  # codebook 2.2: "within two months"
_NEAR = 2  # sentences from one sentence of an episode to the next
_LEAD = 2  # sentences
_GOING_ON = frozenset(
    {"they", "he", "she", "it", "their", "his", "her", "its", "both", "others", "some", "these"}
)
_ONE = frozenset({"he", "she", "his", "her"})
_TODAY = frozenset({"has", "have", "is", "are", "says", "say"})
_WITHIN = frozenset({"in", "during", "of", "from", "after"})
_NOTE = "goes on with an act of the past"


def settle_flashbacks(
    groups: Sequence[tuple[list[Draft], str]],
    readings: Sequence[Reading],
    reference: date | None,
) -> None:
    """Make acts background that go on with a dated act of the past; needs the report's date."""
    drafts = [draft for group, _ in groups for draft in group]
    if reference is None or not any(
        _is_long_ago(time, reference) for reading in readings for time in reading.times
    ):
        return
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        told.setdefault(id(draft.reading), []).append(draft)
    lead = _words_of_lead(readings, reference)
    is_quiet = not any(_is_news(draft, reference) for draft in drafts)
    episode: list[Reading] = []
    dated: Reading | None = None  # the last sentence with a day of the past
    for reading in readings:
        own = told.get(id(reading), [])
        if any(_is_near(time, reference) for time in reading.times):
            episode, dated = [], None
            continue
        is_behind = dated is not None and _is_near_to(dated, reading)
        is_of_it = is_behind and _is_of_that_act(reading) and not _tells_news(told, dated)
        for draft in own:
            if is_of_it or (is_behind and _tells_back(draft, is_quiet=is_quiet)):
                draft.put_behind(_NOTE)
        if any(_is_long_ago(time, reference) for time in reading.times):
            dated = reading
        if any(_begins(draft, reference) or draft.status_note == _NOTE for draft in own):
            episode = [reading]
            continue
        is_story = is_quiet and is_behind and _is_plain(reading, own)
        episode = [*episode, reading] if is_story or _goes_on(reading, own, episode, lead) else []
        for draft in own if episode else ():
            draft.put_behind(_NOTE)
    _settle_definite(groups, reference)


def _settle_definite(groups: Sequence[tuple[list[Draft], str]], reference: date) -> None:
    """Make "the attack" background where all that was told before it is a dated act of the past.

    Or all that is told behind it: "suspected in the murder. ... In 1999 police found her body."
    """
    acts = sorted((drafts for drafts, _ in groups if drafts), key=_place_of)
    is_past = all(
        _only_refers_back(drafts) or any(_is_past_act(draft, reference) for draft in drafts)
        for drafts in acts
    )
    for drafts in acts:
        current = [draft for draft in drafts if draft.recency is Recency.CURRENT]
        if not current:
            is_past = is_past or any(_is_past_act(draft, reference) for draft in drafts)
        elif is_past and (
            _only_refers_back(current)
            or (any(map(refers_back, current)) and not any(d.times for d in drafts))
        ):
            for draft in current:
                draft.put_behind(_NOTE)
        else:
            return


def _only_refers_back(drafts: Sequence[Draft]) -> bool:
    """As in "the murder": of which nothing is told."""
    return all(
        draft.recency is Recency.CURRENT
        and draft.reading.clauses.kinds[draft.chunk] == "N"
        and draft.reading.nominal(draft.chunk).is_definite
        and not (draft.times or draft.places or draft.claims)
        for draft in drafts
    )


def _is_past_act(draft: Draft, reference: date) -> bool:
    return any(_is_long_ago(time, reference) for time in draft.times)


def _place_of(drafts: Sequence[Draft]) -> tuple[int, int]:
    return min((draft.reading.sentence.index, draft.first) for draft in drafts)


def _begins(draft: Draft, reference: date) -> bool:
    """Whether an act is told with its day, long past, and by a verb in the plain past."""
    if draft.recency is not Recency.BACKGROUND:
        return False
    group = draft.reading.clauses.chunks[draft.chunk]
    words = draft.reading.sentence.norms[group.first : group.last]
    return "had" not in words and any(_is_long_ago(time, reference) for time in draft.times)


def _tells_back(draft: Draft, *, is_quiet: bool) -> bool:
    """As in "that year herders killed a chief": at a time told in the sentence before.

    So is a body known from there: "the 1999 murder ... The body was found in a park." And where
    the text has no news, what "had been" done.
    """
    if draft.recency is not Recency.CURRENT:
        return False
    is_body = draft.subtype == "body_found" or (
        draft.type is EventType.KILLING and draft.support == "dependent"
    )
    if is_body and not draft.times:
        return any(filler.nominal.is_definite for filler in draft.by_role("victim"))
    if not draft.times and is_quiet and _is_past_perfect(draft):
        return True
    return any(time.type is TimexType.DATE and is_counted_on(time) for time in draft.times)


def _is_past_perfect(draft: Draft) -> bool:
    group = draft.reading.clauses.chunks[draft.chunk]
    words = draft.reading.sentence.norms[group.first : group.last]
    return draft.support == "verb" and "had" in words


def _is_of_that_act(reading: Reading) -> bool:
    """As in "Two guards died during that raid": of the act told before."""
    if THIS_THAT.isdisjoint(reading.vocabulary):
        return False
    norms, deeds = reading.sentence.norms, noun_classes()["deed"]
    return any(
        norms[at] in THIS_THAT and norms[at - 1] in _WITHIN and norms[at + 1] in deeds
        for at in range(1, len(norms) - 1)
    )


def _tells_news(told: Mapping[int, Sequence[Draft]], past: Reading | None) -> bool:
    return any(draft.countable for draft in told.get(id(past), ()))


def _is_near_to(past: Reading, reading: Reading) -> bool:
    return 0 < reading.sentence.index - past.sentence.index <= _NEAR


def _is_near(time: TimeExpression, reference: date) -> bool:
    """Whether a time is of the report's own days."""
    last = time.last
    return last is not None and abs(reference - last) <= _PAST


def _is_long_ago(time: TimeExpression, reference: date) -> bool:
    last = time.last or (time.first if time.is_open_start else None)
    return last is not None and reference - last > _PAST


def _words_of_lead(readings: Sequence[Reading], reference: date) -> frozenset[str]:
    words: set[str] = set()
    for reading in readings:
        is_lead = reading.sentence.section is Section.TITLE or reading.sentence.index < _LEAD
        if is_lead and not any(_is_long_ago(time, reference) for time in reading.times):
            words |= reading.vocabulary
    return frozenset(words)


def _is_news(draft: Draft, reference: date) -> bool:
    """Whether an act is told first, or with a day of the report's own time."""
    sentence = draft.reading.sentence
    is_first = sentence.section is Section.TITLE or sentence.index < _LEAD
    return draft.countable and (
        is_first or any(_is_near(time, reference) for time in draft.times) or bool(draft.sources)
    )


def _goes_on(
    reading: Reading, drafts: Sequence[Draft], episode: Sequence[Reading], lead: frozenset[str]
) -> bool:
    """Whether a sentence without a day of its own tells more of the episode."""
    sentence = reading.sentence
    if not episode:
        return False
    if sentence.index - episode[-1].sentence.index > 1 or sentence.section is Section.TITLE:
        return False
    if not _is_plain(reading, drafts) or _goes_back(drafts, episode[-1], lead):
        return False
    if sentence.norms[0] in _GOING_ON:
        # "He was shot as he left church", behind a life that is told: the news
        return sentence.norms[0] not in _ONE or any(d.construction == "active" for d in drafts)
    head = _head_of_subject(reading)
    if head is None or head in lead:
        return False
    return head in episode[-1].vocabulary or len(episode) > 1


def _is_plain(reading: Reading, drafts: Sequence[Draft]) -> bool:
    """Whether a sentence is told as stories are: by nobody in particular, and in no present."""
    return _TODAY.isdisjoint(reading.vocabulary) and not any(draft.sources for draft in drafts)


def _goes_back(drafts: Sequence[Draft], told: Reading, lead: frozenset[str]) -> bool:
    """As in "they overran the base", of which the text told first."""
    return any(
        filler.nominal.is_definite
        and (head := draft.head_word(filler)) in lead
        and head not in told.vocabulary
        for draft in drafts
        for filler in draft.fillers
    )


def _head_of_subject(reading: Reading) -> str | None:
    """The noun a sentence begins with: "the soldiers" (opened fire); null where it has none."""
    clauses = reading.clauses
    if clauses.kinds[:1] != "N":
        return None
    return clauses.head_words[0]
