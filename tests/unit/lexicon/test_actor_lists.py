"""What the shipped lists of actors promise: enough of every region, no name that means two."""

import itertools
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

import pytest

import coder.lexicon
from coder.lexicon import build, rows
from coder.lexicon.entries import ActorEntry
from coder.lexicon.load import load_lexicon
from coder.lexicon.spelling import form_of
from coder.lexicon.tsv import TsvRow, read_rows
from coder.lexicon.words import word_tags
from coder.mentions.actors.typing import type_actor
from coder.text import normalise, sentences
from coder.values.labels import ActorType, Section

ACTORS = Path(coder.lexicon.__file__).parent / "data" / "actors"
ROOT = Path(__file__).parents[3]
REGIONS = ("africa", "asia", "europe", "latin_america", "mena")
KNOWN_WORDS: set[str] = set()
GROUP_FILES = (*REGIONS, "world")
GROUP_TYPES = {
    ActorType.PRO_GOV_MILITIA,
    ActorType.REBEL_GROUP,
    ActorType.JIHADIST_GROUP,
    ActorType.POLITICAL_MILITIA,
    ActorType.COMMUNAL_MILITIA,
    ActorType.CRIMINAL_GROUP,
    ActorType.PRIVATE_SECURITY,
}


def listed(name: str) -> list[TsvRow]:
    return list(read_rows(ACTORS / f"{name}.tsv", rows.ACTOR_COLUMNS, required=("id", "name")))


def entries() -> dict[str, ActorEntry]:
    return dict(load_lexicon().actor_entries)


def forms() -> dict[str, list[tuple[ActorEntry, bool]]]:
    """The actors of each form that a text may show, and whether the form alone names them."""
    found: dict[str, list[tuple[ActorEntry, bool]]] = defaultdict(list)
    table = load_lexicon().actors
    for form in table.forms():
        for term in table.get(form) or ():
            assert isinstance(term.entry, ActorEntry)
            found[form].append((term.entry, not term.is_contested))
    return found


@pytest.mark.parametrize("region", REGIONS)
def test_no_region_of_the_world_is_thin(region: str) -> None:
    groups = [row for row in listed(region) if row.label("type", ActorType) in GROUP_TYPES]
    assert len(groups) == len(listed(region))
    assert len(groups) >= 80


def test_there_are_enough_actors_and_enough_of_them_are_groups() -> None:
    assert len(entries()) >= 1500
    assert sum(len(listed(region)) for region in GROUP_FILES) >= 700


def test_no_id_stands_in_two_files() -> None:
    ids = Counter(row["id"] for path in ACTORS.glob("*.tsv") for row in listed(path.stem))
    assert [actor_id for actor_id, count in ids.items() if count > 1] == []
    assert set(ids) == set(entries())


def test_no_name_stands_for_two_actors_of_one_country_and_time() -> None:
    clashes = [
        (form, one.actor_id, other.actor_id)
        for form, found in forms().items()
        for (one, _), (other, _) in itertools.combinations(found, 2)
        if one != other and one.country == other.country and _overlap(one, other)
    ]
    assert clashes == []


def _overlap(one: ActorEntry, other: ActorEntry) -> bool:
    began = max(one.since or 0, other.since or 0)
    return began <= min(one.until or 9999, other.until or 9999)


def test_of_a_shared_name_at_most_one_actor_needs_no_context() -> None:
    alone = {
        form: {entry.actor_id for entry, plain in found if plain} for form, found in forms().items()
    }
    assert any(len(found) > 1 for found in forms().values())
    assert [form for form, found in alone.items() if len(found) > 1] == []


def test_an_ordinary_word_alone_names_nobody() -> None:
    """Where a name is one word of the dictionary, its row says what more it needs."""
    words = word_tags()
    table = load_lexicon().actors
    loose = [
        form
        for form in table.forms()
        if form in words
        for term in table.get(form) or ()
        if not term.is_contested and term.need.value not in {"strict_initial", "strict_caps"}
    ]
    assert sorted(set(loose) - KNOWN_WORDS) == []


def test_every_row_says_where_it_comes_from() -> None:
    for path in ACTORS.glob("*.tsv"):
        for row in listed(path.stem):
            assert row["source"], row["id"]
            assert row["source"].startswith("generated") == (path.stem == "states"), row["id"]
            began, ended = row["from"], row["to"]
            assert not (began and ended) or began <= ended, row["id"]


def test_no_group_is_made_from_a_template() -> None:
    """No frame of words stands in the lists again and again with another country in it."""
    nations = load_lexicon().nations
    frames: dict[str, list[str]] = defaultdict(list)
    for region in GROUP_FILES:
        for row in listed(region):
            words = form_of(row["name"]).split(" ")
            frame = " ".join("_" if nations.get(word) else word for word in words)
            frames[frame].append(row["name"])
    assert {frame: found for frame, found in frames.items() if len(found) > 6} == {}


def test_the_rows_of_states_are_generated_from_the_table_of_countries() -> None:
    script = [sys.executable, str(ROOT / "scripts" / "build_states.py"), "--check"]
    assert subprocess.run(script, check=False).returncode == 0  # noqa: S603 - our own script


def test_the_grammar_reads_the_names_of_state_bodies_as_their_rows() -> None:
    """A body also known under a name of its own is that one; its parent is the state's."""
    lexicon = load_lexicon()
    for row in listed("states"):
        for name in (row["name"], *row.alternatives("aliases")):
            (sentence,) = sentences(normalise(f"the {name}", Section.TEXT))
            size = len(sentence.norms)
            actor = type_actor(sentence, 0, size, size - 1, lexicon)
            assert actor is not None, name
            assert actor.type is row.label("type", ActorType), name
            assert actor.country == row["country"], name
            own = lexicon.actor_entries[actor.actor_id or ""]
            assert row["id"] in {own.actor_id, own.parent}, name


def test_bodies_of_states_carry_no_terms_of_their_own() -> None:
    assert load_lexicon().actors.get("syrian armed forces") is None
    assert build.actor_lists()[-1].name.endswith(build.STATES)
