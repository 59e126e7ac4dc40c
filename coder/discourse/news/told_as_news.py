"""Which acts of a text are its news, and which it tells again, in passing or in a figure of speech.

The order matters: what is figurative is left out before it is asked whether a text reports violence
at all.

"Sepoys stormed the outer wall and killed forty defenders. The museum reopens on Saturday." The day
is the museum's, and the act has none: background, where the text also tells an old year or names
what is long gone (codebook 2.2). A text with an act of these days, or one on the place itself,
reports it.
"""

from collections.abc import Sequence
from datetime import date, timedelta

from coder.discourse.news.chronicle import is_undated, settle_chronicle, settle_olden, years_told
from coder.discourse.news.figures import without_figures
from coder.discourse.news.flashback import settle_flashbacks
from coder.discourse.news.passing import settle_reasons, without_passing
from coder.discourse.news.timeless import Group
from coder.discourse.news.trials_and_lives import settle_trials_and_lives
from coder.discourse.news.word_counts import count_words
from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.text.items import listing_of
from coder.values.labels import DateBasis, Recency
from coder.values.text import NormalisedText

_LIFETIME = 60  # years
_UNKNOWN = 2000  # the year of a text without a date
_MANY = 3  # words of the trade, where no year is told
_LONG = timedelta(days=365)
_NOTE = "told by a museum, a guide or a sale"


def settle_news(
    groups: list[Group],
    readings: Sequence[Reading],
    sections: Sequence[NormalisedText],
    reference: date | None,
) -> list[Group]:
    """The groups that tell acts, those that are no news made background."""
    if not listing_of(sections[-1].text).is_chronology:  # the acts of a chronology are its news
        settle_chronicle(groups, readings, sections, reference)
        if reference is None:
            settle_olden(groups, sections)
        settle_flashbacks(groups, readings, reference)
        settle_reasons(groups)
        _settle_heritage(groups, sections, reference)
    settle_trials_and_lives(groups, sections, reference)
    return without_passing(without_figures(groups, sections), sections)


def _settle_heritage(
    groups: Sequence[tuple[list[Draft], str]],
    sections: Sequence[NormalisedText],
    reference: date | None,
) -> None:
    """Make acts without a day background in a text that shows what is left of them."""
    drafts = [draft for group, _ in groups for draft in group]
    current = [draft for draft in drafts if draft.recency is Recency.CURRENT and is_undated(draft)]
    if not current:
        return
    text = " ".join(item.text for item in sections)
    told = count_words(text)
    shown = told.of("heritage")
    if not shown or any(_is_news(draft, reference) for draft in drafts) or _opens(current):
        return
    year = reference.year if reference is not None else _UNKNOWN
    is_old = any(told_year <= year - _LIFETIME for told_year in years_told(text, len(text)))
    is_old = is_old or bool(told.of("bygone") | told.of("olden"))
    least = _MANY if any(draft.sources for draft in drafts) else _MANY - 1
    if is_old or len(shown) >= least:
        for draft in current:
            draft.put_behind(_NOTE)


def _opens(current: Sequence[Draft]) -> bool:
    """Whether a text begins with an act, and names nobody of times long gone with it."""
    classes = noun_classes()
    gone = classes["bygone"] | classes["olden"]
    return any(
        draft.reading.sentence.index == 0
        and gone.isdisjoint(draft.reading.vocabulary)
        and draft.reading.clauses.kinds[draft.chunk - 1 : draft.chunk] != "W"  # "the sword that"
        for draft in current
    )


def _is_news(draft: Draft, reference: date | None) -> bool:
    """Whether an act has a day of late, or befell what is shown or who shows it.

    A weekday is of late also where no date says which.
    """
    if any(
        time.basis is DateBasis.WEEKDAY
        or (time.last is not None and (reference is None or reference - time.last < _LONG))
        for time in draft.times
    ):
        return True
    heritage = noun_classes()["heritage"]
    return any(draft.head_word(filler) in heritage for filler in draft.fillers)
