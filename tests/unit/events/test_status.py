"""What makes an act planned, denied, habitual, background, or one of many."""

import pytest

from coder.values.labels import Modality, Recency, Scope
from tests.unit.made_readings import draft_of


@pytest.mark.parametrize(
    ("text", "trigger", "modality"),
    [
        ("Rebels attacked a base.", "attacked", Modality.OCCURRED),
        ("Rebels did not attack the base.", "attack", Modality.NEGATED),
        ("No rebels attacked the base.", "attacked", Modality.NEGATED),
        ("A village was shelled but not attacked by rebels.", "attacked", Modality.NEGATED),
        ("Rebels will attack the base.", "attack", Modality.PLANNED),
        ("Rebels could attack the base.", "attack", Modality.HYPOTHETICAL),
        ("If rebels attacked the base, it would fall.", "attacked", Modality.HYPOTHETICAL),
        ("The army denied that soldiers killed two men.", "killed", Modality.DENIED),
        ("Rebels threatened to attack the base.", "attack", Modality.THREATENED),
        ("Rebels tried to attack the base.", "attack", Modality.ATTEMPTED),
        ("Police foiled an attack on a church by rebels.", "attack", Modality.FOILED),
        ("Rebels tried to storm a base, killing three soldiers.", "killing", Modality.OCCURRED),
        ("Rebels attacked a train near Moamba, killing 30 people.", "killing", Modality.OCCURRED),
    ],
)
def test_modality(text: str, trigger: str, modality: Modality) -> None:
    assert draft_of(text, trigger).modality is modality


@pytest.mark.parametrize(
    ("text", "trigger", "recency"),
    [
        ("Rebels attacked a base on Monday.", "attacked", Recency.CURRENT),
        ("Rebels attacked a base in 2014.", "attacked", Recency.BACKGROUND),
        ("Militants frequently ambush convoys.", "ambush", Recency.HABITUAL),
        ("Planes that carry out raids on rebels are known, it said.", "raids", Recency.HABITUAL),
        ("The army has been fighting rebels in the hills.", "fighting", Recency.HABITUAL),
        ("The force fighting rebels in the hills is small.", "fighting", Recency.HABITUAL),
        ("Clashes killed about 100 fighters in the past three days.", "killed", Recency.CURRENT),
        ("Russia declared that Syria was liberated from rebels.", "liberated", Recency.BACKGROUND),
        ("Residents who fled to Dori told reporters of it.", "fled", Recency.BACKGROUND),
        ("Two guards were kidnapped in Gao and continue missing.", "kidnapped", Recency.CURRENT),
    ],
)
def test_recency(text: str, trigger: str, recency: Recency) -> None:
    assert draft_of(text, trigger).recency is recency


@pytest.mark.parametrize(
    ("text", "trigger", "scope", "bounds"),
    [
        ("Rebels attacked a base.", "attacked", Scope.SINGLE, (1, 1)),
        ("Rebels carried out six attacks on a base.", "attacks", Scope.SERIES, (6, 6)),
        ("Rebels carried out attacks on a base.", "attacks", Scope.SERIES, (2, None)),
        ("Rebels killed 500 people since January.", "killed", Scope.SUMMARY, (None, None)),
    ],
)
def test_scope(
    text: str, trigger: str, scope: Scope, bounds: tuple[int | None, int | None]
) -> None:
    draft = draft_of(text, trigger)
    assert (draft.scope, (draft.n_low, draft.n_high)) == (scope, bounds)


def test_a_headline_in_the_present_tells_of_the_past() -> None:
    assert draft_of("Militants ambush convoy near Gao", "ambush").recency is Recency.CURRENT
