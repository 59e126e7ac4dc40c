"""Episodes of the past in a text of today.

"In 2011 mobs attacked the old market. They killed 30 people. The police shot nine." The day is told
once, and what follows goes on in its time: background like the act it began with (codebook 2.2),
and no part of what the text reports of today. A day of the report's own time, a source or a verb in
the present ends the episode.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from coder.discourse.merging.standing import is_counted_on
from coder.discourse.news.mishaps import refers_back
from coder.events.drafts import Draft, Filler
from coder.events.reading import Reading
from coder.lexicon.closed import THIS_THOSE
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES
from coder.values.labels import EventType, Modality, Recency, Section, TimexType
from coder.values.mentions import TimeExpression
from coder.values.value import value

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
_ELSEWHERE = frozenset({"elsewhere", "meanwhile", "separately", "another", "also", "separate"})
_SPANS = frozenset({"days", "weeks", "months", "years"})
_OPENING = 3  # words
_THE_THREE = ("the", "three")
_OCCURRED = Modality.OCCURRED
_GAP = 200  # characters before a sentence
_SHORTEST = 20  # characters of a sentence that was not read
_YEAR = re.compile(r"\b(?:[Ii]n|of|by|until|during|[A-Z][a-z]+) ((?:19|20)\d\d)\b")


@value
class _Passage:
    """A sentence of an episode: its number and words, and whether it tells news as well."""

    index: int
    words: frozenset[str]
    is_news: bool
    end: int


def settle_flashbacks(
    groups: Sequence[tuple[list[Draft], str]],
    readings: Sequence[Reading],
    reference: date | None,
) -> None:
    """Make acts background that go on with a dated act of the past; needs the report's date."""
    if (
        reference is not None
        and readings
        and (
            any(_is_long_ago(time, reference) for reading in readings for time in reading.times)
            or _YEAR.search(readings[-1].sentence.text)
        )
    ):
        _settle_episodes(groups, readings, reference)
        _settle_definite(groups, reference)
    _settle_those_told(groups)


def _settle_episodes(  # noqa: C901 - one walk
    groups: Sequence[tuple[list[Draft], str]], readings: Sequence[Reading], reference: date
) -> None:
    drafts = [draft for group, _ in groups for draft in group]
    told: dict[int, list[Draft]] = {}
    for draft in drafts:
        told.setdefault(id(draft.reading), []).append(draft)
    lead = _words_of_lead(readings, reference)
    is_quiet = not any(_is_news(draft, reference) for draft in drafts)
    episode: list[_Passage] = []
    dated: _Passage | None = None  # the last sentence with a day of the past
    before: Reading | None = None
    for reading in readings:
        own = told.get(id(reading), [])
        unread = _unread(before, reading, reference)
        before = reading
        if unread is not None:
            episode, dated = [unread], unread
        if any(_is_near(time, reference) for time in reading.times):
            episode, dated = [], None
            continue
        is_behind = dated is not None and 0 < reading.sentence.index - dated.index <= _NEAR
        is_told = dated is not None and not dated.is_news
        is_of_it = is_behind and is_told and _is_of_that_act(reading)
        is_one = is_quiet or (is_told and _is_plain(reading, own))
        for draft in own:
            if is_of_it or (is_behind and _tells_back(draft, is_quiet=is_one)):
                draft.put_behind(_NOTE)
        passage = _passage_of(reading, own)
        if any(_is_long_ago(time, reference) for time in reading.times):
            dated = passage
        if any(_begins(draft, reference) or draft.status_note == _NOTE for draft in own):
            episode = [passage]
            continue
        is_story = is_quiet and is_behind and _is_plain(reading, own)
        if is_story or _goes_on(reading, own, episode, lead):
            episode = [*episode, passage]
        else:
            episode = [passage] if _is_set_in_past(reading, own, reference) else []
            continue
        for draft in own:
            draft.put_behind(_NOTE)


def _settle_those_told(groups: Sequence[tuple[list[Draft], str]]) -> None:
    """Make background what befell those of whom the sentence before tells nothing that counts.

    As in "90 have been kidnapped since 2008. Most of them were freed", "the killing of three of its
    leaders in 1999. The three were shot in a forest".
    """
    before: list[Draft] = []
    of_last: list[Draft] = []
    for drafts, _ in groups:
        if of_last and drafts and drafts[0].reading is not of_last[0].reading:
            before, of_last = of_last, []
        of_last += drafts
        current = [it for it in drafts if it.recency is Recency.CURRENT]
        if not (before and current) or any(draft.times for draft in drafts):
            continue
        told = next((it for it in (_of_those(draft, before) for draft in current) if it), None)
        if told is not None and not told.countable and told.modality is _OCCURRED:
            for draft in current:
                draft.put_behind(_NOTE)


def _of_those(draft: Draft, before: Sequence[Draft]) -> Draft | None:
    """The act of the sentence before that befell those whom this one befalls."""
    if draft.reading.sentence.index - before[0].reading.sentence.index > 1:
        return None
    for filler in draft.fillers:
        if filler.role not in HIT_ROLES:
            continue
        meant = filler.antecedent[1] if filler.antecedent is not None else None
        count = _count_meant(draft, filler)
        for told in before:
            if meant is not None and any(meant is item.nominal for item in told.fillers):
                return told
            if count is not None and any(claim.best == count for claim in told.claims):
                return told
    return None


def _count_meant(draft: Draft, filler: Filler) -> int | None:
    """How many "the three" are, where no noun says who."""
    nominal = filler.nominal
    words = draft.reading.sentence.norms[nominal.first : nominal.last]
    if len(words) != len(_THE_THREE) or words[0] != "the" or nominal.quantity is None:
        return None
    return nominal.quantity.best


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
    """As in "Two guards died during that raid": of the act told before.

    And in "in the days after those attacks", "in the weeks that followed".
    """
    if THIS_THOSE.isdisjoint(reading.vocabulary):
        return False
    norms, deeds = reading.sentence.norms, noun_classes()["deed"]
    return any(
        norms[at] in THIS_THOSE
        and (
            (norms[at - 1] in _WITHIN and norms[at + 1].removesuffix("s") in deeds)
            or (norms[at - 1] in _SPANS and norms[at + 1] == "followed")
        )
        for at in range(1, len(norms) - 1)
    )


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
    reading: Reading, drafts: Sequence[Draft], episode: Sequence[_Passage], lead: frozenset[str]
) -> bool:
    """Whether a sentence without a day of its own tells more of the episode."""
    sentence = reading.sentence
    if not episode or sentence.index - episode[-1].index > 1 or sentence.section is Section.TITLE:
        return False
    last = episode[-1]
    if not _is_plain(reading, drafts) or _goes_back(drafts, last.words, lead):
        return False
    if sentence.norms[0] in _GOING_ON:
        # "He was shot as he left church", behind a life that is told: the news
        return sentence.norms[0] not in _ONE or any(d.construction == "active" for d in drafts)
    head = _head_of_subject(reading)
    if head is None or head in lead:
        return False
    if head in last.words or len(episode) > 1:
        return True
    return _runs_on(last, reading) and _ELSEWHERE.isdisjoint(sentence.norms[:_OPENING])


def _runs_on(last: _Passage, reading: Reading) -> bool:
    """Whether a paragraph goes on that told of a time, and of nothing that is so since then."""
    is_one = "\n" not in reading.sentence.text[last.end : reading.sentence.start]
    return is_one and _TODAY.isdisjoint(last.words)


def _unread(before: Reading | None, reading: Reading, reference: date) -> _Passage | None:
    """What stands unread before a sentence, where it tells a year long past."""
    sentence = reading.sentence
    start = before.sentence.end if before is not None else 0
    if sentence.section is not Section.TEXT or sentence.start - start < _SHORTEST:
        return None
    text = sentence.text[max(start, sentence.start - _GAP) : sentence.start]
    years = [int(year) for year in _YEAR.findall(text)]
    if not years or not all(reference - date(year, 12, 31) > _PAST for year in years):
        return None
    words = frozenset(text.lower().split())
    return _Passage(index=sentence.index - 1, words=words, is_news=False, end=sentence.start)


def _passage_of(reading: Reading, drafts: Sequence[Draft]) -> _Passage:
    return _Passage(
        index=reading.sentence.index,
        words=reading.vocabulary,
        is_news=any(draft.countable for draft in drafts),
        end=reading.sentence.end,
    )


def _is_set_in_past(reading: Reading, drafts: Sequence[Draft], reference: date) -> bool:
    """As in "The truce collapsed in May 2012": no act, but the time of what follows."""
    if any(draft.countable for draft in drafts) or not _is_plain(reading, drafts):
        return False
    norms, starts = reading.sentence.norms, reading.sentence.starts
    return any(
        _is_long_ago(time, reference)
        and not time.is_open_start
        and norms[bisect_left(starts, time.start) - 1] != "since"
        for time in reading.times
    )


def _is_plain(reading: Reading, drafts: Sequence[Draft]) -> bool:
    """Whether a sentence is told as stories are: by nobody in particular, and in no present."""
    return _TODAY.isdisjoint(reading.vocabulary) and not any(map(_is_said, drafts))


def _is_said(draft: Draft) -> bool:
    """Whether somebody else than who did it tells an act; no "accused A of lies and killed B"."""
    own = {filler.nominal.chunk for filler in draft.fillers if filler.role == "perpetrator"}
    return any(it.nominal is None or it.nominal.chunk not in own for it in draft.sources)


def _goes_back(drafts: Sequence[Draft], told: frozenset[str], lead: frozenset[str]) -> bool:
    """As in "they overran the base", of which the text told first."""
    return any(
        filler.nominal.is_definite
        and (head := draft.head_word(filler)) in lead
        and head not in told
        for draft in drafts
        for filler in draft.fillers
    )


def _head_of_subject(reading: Reading) -> str | None:
    """The noun a sentence begins with: "the soldiers" (opened fire); null where it has none.

    Also behind a phrase that says no place: "Under the deal, prisoners were released".
    """
    clauses = reading.clauses
    at = 0
    if clauses.kinds[:4] in {"PN,N", "PNCN"} and clauses.chunks[1].last > 1:
        end = clauses.chunks[2].first
        at = 0 if any(place.first < end for place in reading.places) else 3
    if clauses.kinds[at : at + 1] != "N":
        return None
    return clauses.head_words[at]
