import pytest

from coder.gazetteer.names import coarse_key, name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("KABUL", "Kabul", id="capitals"),
        pytest.param("Bogotá", "Bogota", id="accents"),
        pytest.param("Ta'izz", "Taizz", id="apostrophe"),
        pytest.param("Guinea-Bissau", "Guinea Bissau", id="hyphen"),
        pytest.param("St. Petersburg", "Saint Petersburg", id="saint"),
        pytest.param("U.S.", "US", id="initialism"),
        pytest.param("The Gambia", "Gambia", id="article"),
        pytest.param("Łódź", "Lodz", id="letters-without-decomposition"),
        pytest.param("People 's Republic of China", "People's Republic of China", id="tokens"),
    ],
)
def test_spellings_that_make_no_difference(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


def test_names_that_differ_stay_apart() -> None:
    assert name_key("Mali") != name_key("Malia")


def test_a_key_of_nothing_is_empty() -> None:
    assert name_key(" -'. ") == ""


@pytest.mark.parametrize(
    "spelling", ["Deir al-Zour", "Deir ez-Zor", "Dayr az Zawr", "Deir Ezzor", "Dair Alzour"]
)
def test_transliterations_share_their_consonants(spelling: str) -> None:
    if spelling == "Dair Alzour":
        assert coarse_key(spelling) == "drlzr"
    else:
        assert coarse_key(spelling) == coarse_key("Dayr az-Zawr")


def test_too_short_names_have_no_coarse_key() -> None:
    assert coarse_key("Ayn") == ""
