"""Who says so: speakers, according to whom, and who is none."""

import pytest

from coder.events.status.attribution import find_sources
from coder.values.labels import SourceType, Stance
from tests.unit.made_readings import read


@pytest.mark.parametrize(
    ("text", "words", "kind", "stance"),
    [
        (
            "Rebels attacked a base, the army said.",
            "the army",
            SourceType.STATE_SECURITY,
            Stance.REPORT,
        ),
        (
            "According to police, two men were shot.",
            "police",
            SourceType.STATE_SECURITY,
            Stance.REPORT,
        ),
        ("Seven people died, a hospital said.", "a hospital", SourceType.MEDICAL, Stance.REPORT),
        ("The army denied the attack.", "The army", SourceType.STATE_SECURITY, Stance.DENY),
        ('"It was a raid," said the mayor.', "the mayor", SourceType.LOCAL_OFFICIAL, Stance.REPORT),
        (
            "Two were shot, it was reported by police.",
            "police",
            SourceType.STATE_SECURITY,
            Stance.REPORT,
        ),
    ],
)
def test_speaker(text: str, words: str, kind: SourceType, stance: Stance) -> None:
    reading = read(text)
    (source,) = find_sources(reading)
    assert reading.words(source.first, source.last) == words
    assert (source.source_type, source.stance) == (kind, stance)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It said nothing.", id="pronoun"),
        pytest.param("The bomb said to weigh a ton went off.", id="weapon"),
        pytest.param("The bakery said it would close.", id="a house that is no source"),
        pytest.param("Quickly said, nothing happened.", id="nobody"),
    ],
)
def test_no_speaker(text: str) -> None:
    assert find_sources(read(text)) == []
