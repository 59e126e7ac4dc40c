"""Which acts of a text are its news, and which it tells again, in passing or in a figure of speech.

The order matters: what is figurative is left out before it is asked whether a text reports violence
at all.
"""

from collections.abc import Sequence
from datetime import date

from coder.discourse.news.chronicle import settle_chronicle, settle_olden
from coder.discourse.news.figures import without_figures
from coder.discourse.news.flashback import settle_flashbacks
from coder.discourse.news.heritage import settle_heritage
from coder.discourse.news.passing import settle_passing
from coder.discourse.news.timeless import Group
from coder.discourse.news.trials_and_lives import settle_trials_and_lives
from coder.events.reading import Reading
from coder.text.items import listing_of
from coder.values.text import NormalisedText


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
        settle_heritage(groups, sections, reference)
    settle_trials_and_lives(groups, sections, reference)
    kept = without_figures(groups, sections)
    settle_passing(kept, sections)
    return kept
