"""The built pack says what the word lists say, and a run reads nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from coder.lexicon import pack
from coder.lexicon.build import build_lexicon
from coder.lexicon.load import load_lexicon
from coder.lexicon.model import TABLES, Lexicon
from coder.lexicon.packed import dump_lexicon, parse_lexicon


@pytest.fixture(scope="module")
def built() -> Lexicon:
    return build_lexicon()


@pytest.fixture(scope="module")
def read(built: Lexicon) -> Lexicon:
    return parse_lexicon(dump_lexicon(built))


def test_pack_is_up_to_date() -> None:
    assert pack.main(["--check"]) == 0, "run python -m coder.lexicon.pack"


def test_stale_pack_is_told_and_rebuilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack, "PACK_FILE", tmp_path / "pack.txt")
    assert pack.main(["--check"]) == 1
    assert pack.main([]) == 0
    assert pack.main(["--check"]) == 0


def test_pack_is_read_back_as_written(built: Lexicon) -> None:
    text = dump_lexicon(built)
    assert dump_lexicon(parse_lexicon(text)) == text


@pytest.mark.parametrize("name", TABLES)
def test_a_table_of_the_pack_is_that_of_the_lists(built: Lexicon, read: Lexicon, name: str) -> None:
    listed, found = getattr(built, name), getattr(read, name)
    forms = listed.forms()
    assert found.forms() == forms
    assert [found.get(form) for form in forms] == [listed.get(form) for form in forms]
    assert found.entries() == listed.entries()
    assert found.sizes() == listed.sizes()
    assert (found.first_words, found.last_words) == (listed.first_words, listed.last_words)


@pytest.mark.parametrize(
    "name",
    [
        "target_modifiers",
        "speech",
        "given_names",
        "word_names",
        "linking_suffixes",
        "force_words",
        "actor_entries",
    ],
)
def test_what_is_no_term_is_that_of_the_lists(built: Lexicon, read: Lexicon, name: str) -> None:
    listed, found = getattr(built, name), getattr(read, name)
    assert found == listed if name != "actor_entries" else dict(found) == dict(listed)


def test_terms_are_made_once_whichever_way_they_are_looked_up() -> None:
    lexicon = parse_lexicon(pack.PACK_FILE.read_text(encoding="utf-8"))
    norms = ("the", "car", "bomb", "went")
    begun = lexicon.weapons.longest(norms, 1)
    ended = lexicon.weapons.ending(norms, 0, 3)
    assert begun is not None
    assert ended is not None
    assert begun[0] == ended[0] == 2
    assert begun[1] is ended[1]
    assert lexicon.weapons.get("car bomb") is begun[1]
    assert lexicon.weapons.get("no such weapon") is None


@pytest.mark.parametrize(
    ("form", "tells"),
    [
        pytest.param("gunmen", True, id="armed-people"),
        pytest.param("protesters", True, id="crowd"),
        pytest.param("car bomb", True, id="weapon"),
        pytest.param("hamas", True, id="armed-group"),
        pytest.param("red cross", False, id="organisation"),
        pytest.param("teachers", False, id="civilians"),
        pytest.param("mend", False, id="name-that-is-a-word"),
    ],
)
def test_words_of_force(form: str, tells: bool) -> None:
    assert (form in load_lexicon().force_words) is tells


def test_run_on_the_pack_reads_no_list() -> None:
    code = (
        "import sys; from coder.lexicon.load import load_lexicon; load_lexicon();"
        "print({'coder.lexicon.rows', 'coder.lexicon.build', 'difflib', 'pydantic'}"
        " & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert found.stdout.strip() == "set()"
