import pytest

from coder.formats.language import other_language

OTHERS = {
    "es": "El gobierno dijo que los rebeldes atacaron el pueblo durante la noche y que dos de los "
    "soldados murieron en el hospital.",
    "fr": "Selon le ministre, les rebelles ont attaqué le village dans la nuit et deux des soldats "
    "sont morts à l'hôpital.",
    "de": "Die Regierung teilte mit, dass die Rebellen das Dorf in der Nacht angegriffen haben und "
    "zwei der Soldaten im Krankenhaus gestorben sind.",
    "pt": "O governo disse que os rebeldes atacaram a aldeia durante a noite e que dois dos "
    "soldados morreram no hospital depois do ataque.",
    "id": "Pemerintah mengatakan bahwa para pemberontak telah menyerang desa itu pada malam hari "
    "dan dua orang dari mereka tewas di rumah sakit.",
    "tr": "Hükümet, bu köye bir saldırı için gelen ve daha sonra geri dönen iki asker ile olarak "  # noqa: RUF001
    "konuşan bir isim daha olduğu gibi ne var dedi.",
    "ru": "Правительство сообщило, что повстанцы напали на деревню ночью.",
    "ar": "قالت الحكومة إن المسلحين هاجموا القرية ليلا وقتلوا جنديين.",
    "zh": "政府表示叛军在夜间袭击了村庄两名士兵死亡。",
}
ENGLISH = {
    "news": "The government said that rebels attacked the village during the night.",
    "capitals": "GUERRILLAS ATTACKED THE TOWN OF SAN PEDRO DE LA SIERRA AND KILLED TWO SOLDIERS.",
    "headline": "Bomb kills 12 in Mogadishu market",
    "short": "Hola, los de la casa.",
    "spanish names": "The mayor of Los Llanos de la Sierra said that gunmen of the Frente de "
    "Liberacion entered the Barrio de las Flores and left with the car of a priest.",
    "arabic names": "Deir ez-Zor (دير الزور) was quiet on Monday, the observers said.",
    "list of names": "Baghdad, Mosul, Basra, Erbil, Kirkuk, Ramadi, Fallujah, Tikrit, Najaf, "
    "Karbala, Nasiriyah, Amarah, Kut, Hilla, Dohuk",
    "translated": "The organization of the islamic state fell upon the elements of the army, and "
    "of them were martyred four, according to the source of the agency.",
    "empty": "",
}


@pytest.mark.parametrize(("language", "text"), OTHERS.items(), ids=OTHERS)
def test_another_language_is_recognised(language: str, text: str) -> None:
    assert other_language(text) == language


@pytest.mark.parametrize("text", OTHERS.values(), ids=OTHERS)
def test_a_declared_english_does_not_make_a_text_english(text: str) -> None:
    assert other_language(text, "en") is not None


@pytest.mark.parametrize("text", ENGLISH.values(), ids=ENGLISH)
def test_english_and_undecidable_texts_pass(text: str) -> None:
    assert other_language(text) is None


@pytest.mark.parametrize("declared", ["fr", "pt-BR", "Spanish"])
def test_a_declared_other_language_is_believed(declared: str) -> None:
    assert other_language("Two men were hurt.", declared) == declared


@pytest.mark.parametrize("declared", ["en", "EN-us", "eng", "English", "und", ""])
def test_declared_english_is_english(declared: str) -> None:
    assert other_language("Two men were hurt.", declared) is None


def test_capitals_of_another_language_are_recognised() -> None:
    assert other_language(OTHERS["es"].upper()) == "es"
