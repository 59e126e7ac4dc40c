from functools import cache

import pytest

from coder.gazetteer.store import Gazetteer
from coder.gazetteer.user_places import UserPlace
from coder.mentions.places.finder import find_places
from coder.text import normalise, sentences
from coder.values.labels import GeoPrecision, PlaceLevel, Section
from coder.values.mentions import PlaceMention


@cache
def gazetteer() -> Gazetteer:
    return Gazetteer.open()


def places(text: str, *, dateline: str | None = None) -> list[PlaceMention]:
    parts = sentences(normalise(text, Section.TEXT))
    found = find_places(parts, gazetteer(), dateline=dateline)
    return [mention for mentions in found for mention in mentions if not mention.is_demonym]


def names(text: str) -> list[str]:
    return [mention.text for mention in places(text)]


def place(text: str, name: str) -> PlaceMention:
    return next(mention for mention in places(text) if mention.text == name)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen opened fire in Kandahar on Friday.", ["Kandahar"]),
        ("The convoy left Ouagadougou for Kaya.", ["Ouagadougou", "Kaya"]),
        ("Police in San Pedro Sula, Honduras, found the van.", ["San Pedro Sula", "Honduras"]),
        ("Shelling hit al-Bab and Deir al-Zour.", ["al-Bab", "Deir al-Zour"]),
        ("Troops from Cote d'Ivoire arrived.", ["Cote d'Ivoire"]),
        ("The People's Republic of China sent observers.", ["People's Republic of China"]),
        ("Rebels in the Democratic Republic of the Congo withdrew.", None),
    ],
    ids=["town", "two", "chain", "articles", "apostrophe", "possessive-in-name", "long-name"],
)
def test_names_in_ordinary_text(text: str, expected: list[str] | None) -> None:
    assert names(text) == (expected or ["Democratic Republic of the Congo"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Sunday Indiana Governor Ann Reed resigned.", ["Indiana"]),
        ("Critics of Queensland Health Minister Ann Reed left.", ["Queensland"]),
        ("She read China Daily in Beijing.", ["Beijing"]),
        ("He teaches at Ohio State University.", []),
        ("They met at Westminster City Council.", []),
        ("Rebels in Eastern Province in Rwanda fled.", ["Eastern Province", "Rwanda"]),
        ("Bomb Kills Seven Near Kabul Market Entrance", ["Kabul"]),
        ("Protests in Baghdad Monday grew.", ["Baghdad"]),
        ("The U.S. Department of State replied.", ["U.S."]),
        ("The men of Camp Speicher and Lake Chad fled.", ["Camp Speicher", "Lake Chad"]),
        ("Jordan Airports were closed.", []),
        ("The battle was in northern Homs and outside Hama.", ["Homs", "Hama"]),
        ("Lagos\n\nKano", ["Lagos", "Kano"]),
    ],
)
def test_capitalised_neighbours(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Jordan Smith addressed the crowd.",
        "The crowd listened to President Washington.",
        "The Washington Post printed the letter.",
        "He studied at the University of Damascus.",
        "The Bank of Syria closed early.",
        "The court heard Alice Campbell, 42, on Tuesday.",
        "He was reading of a nice mobile phone.",
        "Reading the list took hours.",
        "They met in March and in August.",
        "You'd think the price of US$5 was low.",
        "Dr. Lane treated the wounded.",
        "Two people died of the Marburg virus.",
        "The Islamic State of Iraq and the Levant issued a threat.",
        "The men crossed to the eastern side.",
        "The NATO commander and the FARC agreed.",
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert names(text) == []


def test_a_surname_told_before_is_no_town_later() -> None:
    text = "Annie Kirkland spoke to reporters in Canada. Kirkland has been criticised before."
    assert names(text) == ["Canada"]


def test_a_speaker_is_no_small_town() -> None:
    assert names("The inspector came from Texas. Tyler said two men fled.") == ["Texas"]


@pytest.mark.parametrize(
    ("text", "name", "iso2"),
    [
        ("He was born in Paris, Texas.", "Paris", "US"),
        ("The mayor of Paris, France, resigned.", "Paris", "FR"),
        ("Fighters crossed from Syria. A bomb exploded in Tripoli, Lebanon.", "Tripoli", "LB"),
        ("Libyan militias clashed in Tripoli on Sunday.", "Tripoli", "LY"),
        ("Storms hit Georgia and Alabama. Atlanta closed its schools.", "Georgia", "US"),
        ("The fighting in Abkhazia worried Georgia and Russia.", "Georgia", "GE"),
        ("Colombian soldiers searched houses in Florencia.", "Florencia", "CO"),
        ("Peruvian police searched houses in San Martin.", "San Martin", "PE"),
        ("Salvadoran troops entered San Miguel.", "San Miguel", "SV"),
    ],
)
def test_context_chooses_between_places_of_one_name(text: str, name: str, iso2: str) -> None:
    mention = place(text, name)
    assert mention.iso2 == iso2


def test_one_name_has_one_meaning_in_a_document() -> None:
    text = (
        "Shots were heard in Cordoba. The police of Cordoba, Argentina, arrived. Cordoba was calm."
    )
    assert {mention.iso2 for mention in places(text)} == {"AR"}


def test_the_dateline_weighs_but_is_no_mention() -> None:
    text = "Guards shot a man in Valencia."
    assert places(text, dateline="CARACAS")[0].iso2 == "VE"
    assert places(text, dateline="MADRID")[0].iso2 == "ES"


@pytest.mark.parametrize(
    ("text", "name", "level"),
    [
        ("They drove through Aleppo province.", "Aleppo", PlaceLevel.ADMIN1),
        ("They entered the city of Aleppo.", "Aleppo", PlaceLevel.PLACE),
        ("Clashes spread across the provinces of Hama and Idlib.", "Idlib", PlaceLevel.ADMIN1),
        ("He lives in Nyanza Province in Kenya.", "Nyanza Province", PlaceLevel.ADMIN1),
        ("They crossed the Euphrates River at night.", "Euphrates River", PlaceLevel.FEATURE),
        ("A tent burned in Yarmouk camp in Syria.", "Yarmouk", PlaceLevel.SITE),
        ("Two were shot in the Kenyan county of Lamu.", "Lamu", PlaceLevel.ADMIN1),
        ("Mines went off in the Malian region of Kidal.", "Kidal", PlaceLevel.ADMIN1),
        ("A mine went off in the Zuhur district of Mosul.", "Mosul", PlaceLevel.PLACE),
    ],
)
def test_head_nouns_say_the_level(text: str, name: str, level: PlaceLevel) -> None:
    assert place(text, name).level is level


@pytest.mark.parametrize(
    ("text", "name", "level", "iso3"),
    [
        ("Rebels burned the village of Karzuba.", "Karzuba", PlaceLevel.PLACE, None),
        ("Men fled to Tel Morzan neighborhood.", "Tel Morzan", PlaceLevel.DISTRICT, None),
        ("A bomb went off in Karzuba, Iraq.", "Karzuba", PlaceLevel.PLACE, "IRQ"),
        ("They took the villages of Karzuba, Lomtari and Vorsk.", "Vorsk", PlaceLevel.PLACE, None),
        ("THEY TOOK THE VILLAGE OF KARZUBA.", "KARZUBA", PlaceLevel.PLACE, None),
        ("They camped beside Lake Morzuba.", "Morzuba", PlaceLevel.FEATURE, None),
        ("They climbed Morzuba Mountain at dawn.", "Morzuba Mountain", PlaceLevel.FEATURE, None),
    ],
)
def test_names_without_an_entry_need_proof_and_get_no_point(
    text: str, name: str, level: PlaceLevel, iso3: str | None
) -> None:
    mention = place(text, name)
    assert (mention.level, mention.iso3) == (level, iso3)
    assert (mention.latitude, mention.gazetteer_id) == (None, None)


def test_an_unknown_province_is_its_own_area() -> None:
    mention = place("They held the province of Karzuba.", "Karzuba")
    assert (mention.level, mention.admin1) == (PlaceLevel.ADMIN1, "Karzuba")


@pytest.mark.parametrize(
    "text",
    [
        "They went to Karzuba.",
        "The Interior department sent a letter.",
        "Six soldiers died in Karzuban ambush.",
        "THEY WENT TO KARZUBA.",
    ],
)
def test_unknown_names_without_proof_are_left_out(text: str) -> None:
    assert names(text) == []


def test_another_transliteration_is_found_in_the_country_of_the_document() -> None:
    text = "Syrian and Russian planes bombed Syria. Rebels in Mayadeyn fled Syria."
    assert place(text, "Mayadeyn").admin1 == "Deir ez-Zor"


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("A mine exploded near Gao.", "near"),
        ("A mine exploded near the town of Gao.", "near"),
        ("A mine exploded north of Gao.", "north of"),
        ("A mine exploded 12 km from Gao.", "12 km from"),
        ("A mine exploded on the outskirts of Gao.", "outskirts of"),
        ("A mine exploded outside Gao.", "outside"),
        ("A mine exploded close to Gao.", "close to"),
    ],
)
def test_nearness_is_kept_as_the_text_says_it(text: str, relation: str) -> None:
    (mention,) = places(f"{text} Mali sent troops.")[:1]
    assert mention.relation == relation
    assert mention.precision is GeoPrecision.NEAR_PLACE


def test_the_countryside_of_a_town_is_its_province() -> None:
    mention = place("They shelled the eastern Homs countryside in Syria.", "Homs")
    assert (mention.level, mention.relation) == (PlaceLevel.ADMIN1, "countryside")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels attacked on the West Bank of the river.", []),
        ("Rebels attacked on the west bank of the Euphrates.", ["Euphrates"]),
        ("Soldiers raided a house in the West Bank.", ["West Bank"]),
    ],
)
def test_a_bank_of_a_river_is_not_palestine(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("THE ATTACK TOOK PLACE IN MEDELLIN, COLOMBIA.", ["MEDELLIN", "COLOMBIA"]),
        ("SOLDIERS IN CHALATENANGO DEPARTMENT KILLED TWO MEN.", ["CHALATENANGO"]),
        ("THE MAYOR OF SAN CARLOS WAS FREED NEAR BUCARAMANGA.", ["SAN CARLOS", "BUCARAMANGA"]),
        ("CARLOS CORDOBA SAID THE MAN HAD A NICE CAR AND WOULD READ MORE.", []),
        ("THEY TOLD US THAT PRESIDENT LIMA HAD LEFT.", []),
        ("THE U.S. EMBASSY IN LIMA WAS CLOSED.", ["U.S.", "LIMA"]),
        ("THE SPOKESMAN OF THE ISLAMIC STATE OF IRAQ AND SYRIA SPOKE.", []),
        ("THE HOSPITAL ROSALES TREATED TEN PEOPLE.", []),
        ("FIGHTING SPREAD TO PUERTO SAN FRANCISCO.", []),
        ("SALVADOR SANCHEZ LEFT FOR EL SALVADOR.", ["EL SALVADOR"]),
        ("TEGUCIGALPA, 5 MAY -- A BOMB EXPLODED.", ["TEGUCIGALPA"]),
        ("BOMBS HIT CALI, NEIVA AND TUNJA.", ["CALI", "NEIVA", "TUNJA"]),
        ("ALL CARACAS WAS CALM.", ["CARACAS"]),
        ("THE AREQUIPA UNIVERSITY WAS CLOSED.", []),
        ("PEOPLE SAW HUANTA BURNING.", []),
        ("THE BANK OF GUATEMALA WAS ROBBED.", []),
    ],
    ids=[
        "chain",
        "department",
        "several-words",
        "person",
        "us-is-a-pronoun",
        "initialism",
        "organisation",
        "body",
        "part-of-a-longer-name",
        "given-name",
        "dateline",
        "list",
        "famous-city",
        "body-named-after-a-town",
        "village-without-a-cue",
        "organisation-of",
    ],
)
def test_text_in_capitals_needs_stronger_proof(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_demonyms_say_a_country_and_are_marked() -> None:
    (sentence,) = sentences(normalise("Syrian troops met Kurdish fighters.", Section.TEXT))
    ((syrian, kurdish),) = find_places((sentence,), gazetteer())
    assert (syrian.is_demonym, syrian.iso3) == (True, "SYR")
    assert (kurdish.is_demonym, kurdish.name) == (True, "Kurdistan")


def test_blocked_tokens_are_no_places() -> None:
    (sentence,) = sentences(normalise("Fighters of Homs Brigade left Aleppo.", Section.TEXT))
    (found,) = find_places((sentence,), gazetteer(), blocked=[{(2, 4)}])
    assert [mention.text for mention in found] == ["Aleppo"]


def test_candidates_are_the_best_five_with_falling_scores() -> None:
    mention = place("A man was hurt in Springfield.", "Springfield")
    scores = [score for score, _entry in mention.candidates]
    assert len(scores) == 5
    assert scores == sorted(scores, reverse=True)
    assert mention.candidates[0][1].gazetteer_id == mention.gazetteer_id


def test_offsets_and_tokens_point_at_the_name() -> None:
    text = "On Monday rebels entered Deir al-Zour."
    (sentence,) = sentences(normalise(text, Section.TEXT))
    ((mention,),) = find_places((sentence,), gazetteer())
    assert text[mention.start : mention.end] == mention.text == "Deir al-Zour"
    assert sentence.words[mention.first : mention.last] == ("Deir", "al-Zour")
    assert mention.admin1 == "Deir ez-Zor"


def test_a_place_of_the_user_is_recognised() -> None:
    own = gazetteer().with_places([UserPlace(gazetteer_id="user:x", name="Hill Foxtrot")])
    (sentence,) = sentences(normalise("They held Hill Foxtrot.", Section.TEXT))
    ((mention,),) = find_places((sentence,), own)
    assert mention.gazetteer_id == "user:x"


def test_nothing_in_nothing_out() -> None:
    assert find_places((), gazetteer()) == ()
    (sentence,) = sentences(normalise("they ran away.", Section.TEXT))
    assert find_places((sentence,), gazetteer()) == ((),)


def test_words_in_capitals_that_can_be_no_place_say_nothing_of_others() -> None:
    # Metamora and Morton are towns beside another Washington, but here they are families.
    text = "GUNMEN FIRED AT THE EMBASSY IN WASHINGTON. METAMORA GUARDS FLED FROM MORTON MEN."
    (found,) = (mention for mention in places(text) if mention.text == "WASHINGTON")
    assert found.admin1 == "District of Columbia"


def test_village_named_like_a_town_abroad_is_not_taken_for_it() -> None:
    text = "A shell hit a market in Karma, the Sudanese army said."
    found = place(text, "Karma")
    assert (found.level, found.iso3, found.latitude) == (PlaceLevel.PLACE, None, None)
    assert place("A shell hit a market in Karma, India.", "Karma").iso3 == "IND"


def test_quarter_named_like_a_place_abroad_belongs_to_the_town() -> None:
    text = "Bombs fell on Khartoum. They hit the Yarmouk neighbourhood."
    found = place(text, "Yarmouk")
    assert (found.level, found.latitude) == (PlaceLevel.DISTRICT, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rebels entered Tel Zafran on Monday.", "Tel Zafran"),
        ("The militia took Bulo Garas from the army.", "Bulo Garas"),
        ("Two died in fighting around Al Maleh north of Aleppo.", "Al Maleh"),
        ("Gunmen raided the village of Sangha Do at dusk.", "Sangha Do"),
    ],
)
def test_name_no_gazetteer_has_is_proved_by_its_words(text: str, name: str) -> None:
    assert name in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Troops captured Zarqawi from his home.",
        "Police raided Hassan's home.",
        "She entered Congress in 2002.",
    ],
)
def test_objects_of_taking_that_are_no_places(text: str) -> None:
    assert names(text) == []
