"""Whether a sentence speaks of a match: by a score in figures, or by words of no other trade."""

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.values.labels import CaseProfile

_MAX_SCORE = 3  # digits
_COUNTED = frozenset("NnsJG")
_UPPER = CaseProfile.UPPER


def is_of_match(reading: Reading) -> bool:
    """As in "the striker", "beat them 3-1", "ran in six tries"."""
    classes = noun_classes()
    if not classes["sport_sure"].isdisjoint(reading.vocabulary) or has_score(reading):
        return True
    units = classes["scored"]
    if units.isdisjoint(reading.vocabulary):
        return False
    norms = reading.sentence.norms  # "two goals", "ran in six tries"
    return any(norm in units and reading.tags[at - 1] == "#" for at, norm in enumerate(norms) if at)


def has_score(reading: Reading) -> bool:
    """As in "beat them 3-1": two small numbers joined by a hyphen, which count nobody."""
    norms = reading.sentence.norms
    return reading.sentence.case is not _UPPER and any(
        "-" in norm
        and reading.tags[at] != "t"
        and _is_score(norm)
        and (
            reading.tags[at + 1 : at + 2] not in _COUNTED
            or norms[at + 1] in noun_classes()["sport"]
        )
        for at, norm in enumerate(norms)
    )


def is_scored(draft: Draft) -> bool:
    """As in "was gunned down 6-1": the score stands right behind the verb."""
    return any(map(_is_score, draft.reading.sentence.norms[draft.last : draft.last + 1]))


def _is_score(norm: str) -> bool:
    one, _, other = norm.partition("-")
    return (
        one.isdecimal() and other.isdecimal() and max(len(one), len(other)) <= _MAX_SCORE
    ) and norm not in {"9-11", "24-7"}
