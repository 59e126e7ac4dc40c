import pytest

from coder.lexicon.load import load_lexicon
from coder.mentions.targets import find_targets, target_at
from coder.text import normalise, sentences
from coder.values.labels import Section
from coder.values.text import Sentence


def sentence(text: str) -> Sentence:
    return sentences(normalise(text, Section.TEXT))[0]


@pytest.mark.parametrize(
    ("group", "kind", "nationality"),
    [
        ("the U.S. Embassy", "diplomatic", "United States"),
        ("the French consulate", "diplomatic", "France"),
        ("an army barracks", "military_position", None),
        ("two army trucks", "military_position", None),
        ("a military convoy", "military_position", None),
        ("a guerrilla camp", "military_position", None),
        ("a checkpoint", "military_position", None),
        ("a police checkpoint", "police", None),
        ("the police station", "police", None),
        ("a police patrol car", "police", None),
        ("a municipal building", "government", None),
        ("the governor's office", "government", None),
        ("city hall", "government", None),
        ("the mayor's residence", "government", None),
        ("his residence", "civilian_residence", None),
        ("a Liberian-flagged freighter", "transport_vehicle", "Liberia"),
        ("World Food Programme lorries", "aid", None),
        ("ten houses", "civilian_residence", None),
        ("the fish market", "public_space_market", None),
        ("a Shiite mosque", "religious_site", None),
        ("two Catholic churches", "religious_site", None),
        ("a girls' school", "education", None),
        ("the university campus", "education", None),
        ("a field hospital", "health", None),
        ("an ambulance", "health", None),
        ("the newspaper office", "media", None),
        ("a radio antenna", "media", None),
        ("a passenger bus", "transport_vehicle", None),
        ("an Italian truck", "transport_vehicle", "Italy"),
        ("the railway bridge", "transport_infrastructure", None),
        ("the airport", "transport_infrastructure", None),
        ("three power pylons", "energy", None),
        ("an oil pipeline", "energy", None),
        ("the pumping station", "energy", None),
        ("oil wells", "energy", None),
        ("a water tower", "water", None),
        ("the telephone exchange", "telecom", None),
        ("a bank branch", "business", None),
        ("restaurants", "business", None),
        ("a shop", "business", None),
        ("a coffee farm", "agriculture", None),
        ("a refugee camp", "camp_idp", None),
        ("a UN convoy", "aid", None),
        ("a Red Cross vehicle", "aid", None),
        ("the Conservative Party headquarters", "political_party", None),
        ("the headquarters", "other", None),
    ],
)
def test_targets_of_a_noun_group(group: str, kind: str, nationality: str | None) -> None:
    item = sentence(f"Then {group} fell")
    last = len(item.norms) - 1
    found = target_at(item, 1, last, last - 1, load_lexicon())
    assert found is not None
    assert (found.type.value, found.nationality) == (kind, nationality)
    assert found.text == group


@pytest.mark.parametrize("group", ["the soldiers", "a car bomb", "Tuesday"])
def test_what_is_no_target(group: str) -> None:
    item = sentence(f"Then {group} fell")
    last = len(item.norms) - 1
    assert target_at(item, 1, last, last - 1, load_lexicon()) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "They burned three army trucks and the U.S. Embassy.",
            [("three army trucks", 3), ("U.S. Embassy", None)],
        ),
        (
            "BOMBS HIT A CHURCH, AT LEAST 12 HOUSES AND CROPS.",
            [("CHURCH", None), ("AT LEAST 12 HOUSES", 12), ("CROPS", None)],
        ),
        ("It rained.", []),
        ("Police came.", []),
    ],
)  # fmt: skip
def test_targets_of_a_whole_sentence(text: str, found: list[tuple[str, int | None]]) -> None:
    mentions = find_targets(sentence(text), load_lexicon())
    assert [(m.text, m.number.best if m.number else None) for m in mentions] == found
