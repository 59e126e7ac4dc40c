"""The words of a text that are counted to know what it is about."""

from coder.discourse.news.word_counts import SCORE, count_words


def test_scores_are_counted_and_ranges_are_not() -> None:
    assert count_words("They won 3-1, drew 2-2 and lost 0-4.").counts[SCORE] == 3
    assert count_words("It killed 10-12 soldiers aged 18-25 and hurt 3-4.").counts[SCORE] == 0
