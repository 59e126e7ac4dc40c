import pickle
from pathlib import Path

import pytest

from coder.lexicon.entries import ActorEntry
from coder.lexicon.load import load_lexicon
from coder.mentions.actors.typing import named_actors
from coder.text import normalise, sentences
from coder.values.labels import ActorType, Section, SourceType


def names(text: str, *files: Path) -> list[str]:
    (sentence,) = sentences(normalise(text, Section.TEXT))
    return [entry.actor_id for _, _, entry in named_actors(sentence, load_lexicon(actors=files))]


def test_it_pickles_by_content() -> None:
    lexicon = load_lexicon()
    copy = pickle.loads(pickle.dumps(lexicon))  # noqa: S301 - our own bytes
    assert copy.actors.forms() == lexicon.actors.forms()
    assert copy.terms.longest(("car", "bomb"), 0) == lexicon.terms.longest(("car", "bomb"), 0)


def test_the_shipped_lexicon_is_built_once() -> None:
    assert load_lexicon() is load_lexicon()


def test_a_user_list_adds_actors_and_replaces_by_id(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_text(
        "id\tname\taliases\ttype\tcountry\tsource_type\n"
        "blue-river\tBlue River Front\tBRFX|Front of the Blue River\trebel_group\tTCD\t\n"
        "hamas\tHamas\t\torganisation\tPSE\tother\n",
        encoding="utf-8",
    )
    assert names("The BRFX and the Front of the Blue River fled.", path) == ["blue-river"] * 2
    entry = load_lexicon(actors=(path,)).actor_entries["hamas"]
    assert (entry.type, entry.source_type) == (ActorType.ORGANISATION, SourceType.OTHER)
    assert load_lexicon().actor_entries["hamas"].type is ActorType.REBEL_GROUP


def test_user_lists_of_weapons_targets_and_persons(tmp_path: Path) -> None:
    (tmp_path / "w.tsv").write_text("term\ttype\nzip gun\tfirearms\n", encoding="utf-8")
    (tmp_path / "t.tsv").write_text("term\ttype\nyam silo\tagriculture\n", encoding="utf-8")
    (tmp_path / "p.tsv").write_text(
        "singular\tactor_type\nyamkeeper\tcivilians\n", encoding="utf-8"
    )
    lexicon = load_lexicon(
        weapons=(tmp_path / "w.tsv",), targets=(tmp_path / "t.tsv",), persons=(tmp_path / "p.tsv",)
    )
    assert lexicon.weapons.get("zip guns")
    assert lexicon.targets.get("yam silos")
    assert lexicon.persons.get("yamkeepers")


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Fighters of the organization of the Islamic State withdrew.", "islamic-state"),
        ("The Islamic State organization said so.", "islamic-state"),
        ("The IS fighters fled.", "islamic-state"),
        ("Syria's democratic forces advanced.", "syrian-democratic-forces"),
        ("Syria's Democratic Forces advanced.", "syrian-democratic-forces"),
        ("the al Nusra front", "jabhat-al-nusra"),
        ("The al Nusra Front advanced.", "jabhat-al-nusra"),
        ("The al-Nusra Front advanced.", "jabhat-al-nusra"),
        ("Al Qaeda claimed it.", "al-qaeda"),
        ("Al-Qaida claimed it.", "al-qaeda"),
        (
            "The Farabundo Marti National Liberation Front left.",
            "farabundo-marti-national-liberation-front",
        ),
        (
            "The Farabundo Martí National Liberation Front left.",
            "farabundo-marti-national-liberation-front",
        ),
        ("People's Protection Units took it.", "people-s-protection-units"),
        ("Túpac Amaru Revolutionary Movement", "tupac-amaru-revolutionary-movement"),
        ("The Lord's Resistance Army came.", "lord-s-resistance-army"),
        ("The M23 advanced.", "march-23-movement"),
        ("HAMAS FIRED ROCKETS.", "hamas"),
        ("THE ELN BLEW UP A PIPELINE.", "national-liberation-army-colombia"),
        ("This is a test.", None),
        ("THIS IS A TEST OF IT.", None),
        ("They mend the road.", None),
        ("THEY MEND THE ROAD.", None),
        ("MEND attacked a rig.", "movement-for-the-emancipation-of-the-niger-delta"),
        ("His friend Ira slept.", None),
        ("The IRA bombed it.", "irish-republican-army"),
        ("The memorial was opened.", None),
        ("Memorial counted the dead.", "memorial"),
    ],
)
def test_spelling_variants_and_capitals(text: str, actor: str | None) -> None:
    assert names(text) == ([actor] if actor else [])


def test_a_parent_is_an_entry() -> None:
    entries = load_lexicon().actor_entries
    assert all(entry.parent in entries for entry in entries.values() if entry.parent)
    assert all(isinstance(entry, ActorEntry) for entry in entries.values())
