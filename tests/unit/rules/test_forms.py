import pytest

from coder.rules.forms import IrregularVerbs, noun_forms, plural, third_person, verb_forms

IRREGULAR: IrregularVerbs = {
    "shoot": (("shot",), (), ()),
    "take": (("took",), ("taken",), ()),
    "hit": (("hit",), ("hit",), ("hitting",)),
    "kidnap": (("kidnapped", "kidnaped"), (), ("kidnapping", "kidnaping")),
    "be": (("was", "were"), ("been",), ("being",)),
}


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("kill", {"kill": "base", "kills": "third", "killed": "past participle"}),
        ("storm", {"storms": "third", "stormed": "past participle", "storming": "gerund"}),
        ("seize", {"seized": "past participle", "seizing": "gerund"}),
        ("stab", {"stabbed": "past participle", "stabbing": "gerund"}),
        ("bury", {"buries": "third", "buried": "past participle", "burying": "gerund"}),
        ("die", {"died": "past participle", "dying": "gerund"}),
        ("flee", {"fleeing": "gerund"}),
        ("raid", {"raided": "past participle", "raiding": "gerund"}),
        ("bomb", {"bombed": "past participle", "bombing": "gerund"}),
        ("shoot", {"shoot": "base", "shot": "past participle", "shooting": "gerund"}),
        ("take", {"took": "past", "taken": "participle", "taking": "gerund"}),
        ("hit", {"hit": "base past participle", "hits": "third", "hitting": "gerund"}),
        ("kidnap", {"kidnapped": "past participle", "kidnaped": "past participle"}),
        ("be", {"is": "third", "was": "past", "were": "past", "been": "participle"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_verb_forms(verb: str, forms: dict[str, str]) -> None:
    found = verb_forms(verb, IRREGULAR)
    assert {form: found.get(form) for form in forms} == forms


@pytest.mark.parametrize(
    ("verb", "third"),
    [
        ("have", "has"),
        ("go", "goes"),
        ("undergo", "undergoes"),
        ("crush", "crushes"),
        ("lay", "lays"),
    ],
)
def test_third_person(verb: str, third: str) -> None:
    assert third_person(verb) == third


@pytest.mark.parametrize(
    ("noun", "several"),
    [
        ("attack", "attacks"),
        ("ambush", "ambushes"),
        ("body", "bodies"),
        ("convoy", "convoys"),
        ("policeman", "policemen"),
        ("german", "germans"),
    ],
)
def test_plural(noun: str, several: str) -> None:
    assert plural(noun) == several


def test_plural_of_a_noun_with_a_phrase_is_that_of_its_head() -> None:
    assert list(noun_forms("exchange of fire")) == [
        (("exchange", "of", "fire"), "singular"),
        (("exchanges", "of", "fire"), "plural"),
    ]


def test_compound_of_two_nouns_is_also_written_with_a_hyphen() -> None:
    assert {words for words, _ in noun_forms("car bombing")} == {
        ("car", "bombing"),
        ("car-bombing",),
        ("car", "bombings"),
        ("car-bombings",),
    }
