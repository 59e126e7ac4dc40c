import pytest

from coder.lexicon.spelling import form_of, plural, variants, verb_forms


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("People's Protection Units", "people 's protection units"),
        ("Al-Aqsa Martyrs' Brigades", "al-aqsa martyrs ' brigades"),
        ("al-Qa'ida", "al-qa'ida"),
        ("CPI (Maoist)", "cpi ( maoist )"),
        ("Alfaro Lives, Damn It", "alfaro lives , damn it"),
        ("CMDR.", "cmdr."),
    ],
)
def test_forms_are_the_tokens_of_a_text(text: str, form: str) -> None:
    assert form_of(text) == form


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("hand grenade", {"hand grenade", "hand-grenade"}),
        ("hit-man", {"hit-man", "hit man"}),
        (
            "águilas negras",
            {"águilas negras", "aguilas negras", "águilas-negras", "aguilas-negras"},
        ),
        ("ak-47", {"ak-47"}),
        ("al qaeda in iraq", {"al qaeda in iraq", "al-qaeda in iraq"}),
        ("a b", {"a b"}),
    ],
)
def test_hyphens_spaces_and_accents_vary(form: str, found: set[str]) -> None:
    assert set(variants(form)) == found


def test_only_pairs_asked_for_are_joined() -> None:
    assert variants("police officer", joined=False) == ("police officer",)


@pytest.mark.parametrize(
    ("singular", "form"),
    [
        ("bus", "buses"),
        ("church", "churches"),
        ("embassy", "embassies"),
        ("convoy", "convoys"),
        ("policeman", "policemen"),
        ("human", "humans"),
        ("grandchild", "grandchildren"),
        ("round of ammunition", "rounds of ammunition"),
        ("tear gas", "tear gases"),
        ("housewife", "housewives"),
    ],
)
def test_plurals(singular: str, form: str) -> None:
    assert plural(singular) == form


@pytest.mark.parametrize(
    ("lemma", "past", "participle", "forms"),
    [
        ("deny", "", "", {"deny", "denies", "denied", "denying"}),
        ("admit", "admitted", "", {"admit", "admits", "admitted", "admitting"}),
        ("write", "wrote", "written", {"write", "writes", "wrote", "written", "writing"}),
        ("say", "said", "", {"say", "says", "said", "saying"}),
        ("claim responsibility", "", "", {"claim responsibility", "claims responsibility",
                                         "claimed responsibility", "claiming responsibility"}),
        ("stress", "", "", {"stress", "stresses", "stressed", "stressing"}),
    ],
)  # fmt: skip
def test_verb_forms(lemma: str, past: str, participle: str, forms: set[str]) -> None:
    assert set(verb_forms(lemma, past=past, participle=participle)) == forms
