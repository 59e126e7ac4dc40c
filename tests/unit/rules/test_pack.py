import json
import subprocess
import sys
from pathlib import Path

import jsonschema  # type: ignore[import-untyped]  # ships no types
import pytest
import yaml

from coder.rules import pack
from coder.rules.describing import describe_frame
from coder.rules.examples import iter_examples
from coder.rules.frames import SourcedFrame, read_frames
from coder.rules.loader import load_rules, shipped_sources
from coder.rules.packing import dump_parts, parse_parts
from coder.rules.source import rule_schema_path, rule_schema_text
from coder.rules.wordlists import WORD_LISTS
from coder.values.labels import EventType

SCHEMAS = Path(__file__).parents[3] / "schemas"
DATA = Path(__file__).parents[3] / "coder" / "rules" / "data"
FRAMES = read_frames(shipped_sources())


def test_pack_is_up_to_date() -> None:
    assert pack.main(["--check"]) == 0, "run python -m coder.rules.pack"


def test_stale_pack_is_told_and_rebuilt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack, "PACK_FILE", tmp_path / "pack.json")
    assert pack.main(["--check"]) == 1
    assert pack.main([]) == 0
    assert pack.main(["--check"]) == 0


def test_pack_is_read_back_as_written() -> None:
    text = pack.PACK_FILE.read_text(encoding="utf-8")
    version, parts = parse_parts(text)
    assert dump_parts(parts) == text
    assert version == load_rules().version


def test_run_on_the_pack_imports_neither_yaml_nor_pydantic() -> None:
    code = (
        "import sys; from coder.rules.loader import load_rules; load_rules();"
        "print({'yaml', 'pydantic'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert found.stdout.strip() == "set()"


def test_schema_of_rule_files_is_exported() -> None:
    path = SCHEMAS / rule_schema_path()
    assert path.read_text(encoding="utf-8") == rule_schema_text()


@pytest.mark.parametrize("path", sorted(DATA.glob("*.yaml")), ids=lambda path: path.stem)
def test_shipped_rules_fit_the_schema(path: Path) -> None:
    schema = json.loads(rule_schema_text())
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506
    jsonschema.Draft202012Validator(schema).validate(_as_yaml_1_2(content))


def _as_yaml_1_2(value: object) -> object:
    """Values as an editor sees them, where "on" is a word and not true."""
    if isinstance(value, dict):
        return {key: _as_yaml_1_2(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_yaml_1_2(item) for item in value]
    assert isinstance(value, str)
    plain = {"true": True, "false": False, "null": None}
    return (
        plain[value]
        if value in plain
        else int(value)
        if value.removeprefix("-").isdecimal()
        else value
    )


@pytest.mark.parametrize("event_type", EventType)
def test_every_type_has_frames_and_examples(event_type: EventType) -> None:
    frames = [item.source for item in FRAMES if item.source.type.split("/")[0] == event_type]
    triggers = [
        word
        for frame in frames
        for word in (*frame.triggers.verb, *frame.triggers.noun, *frame.triggers.predicate)
    ]
    assert len(frames) >= 3
    assert len(triggers) >= 10
    positive = [example for frame in frames for example in (*frame.match, *frame.known_miss)]
    assert len(positive) >= 10
    assert sum(len(frame.no_match) for frame in frames) >= 10


@pytest.mark.parametrize("frame", FRAMES, ids=lambda item: item.source.id)
def test_frame_has_examples_of_both_kinds(frame: SourcedFrame) -> None:
    assert frame.source.match
    assert frame.source.no_match


def test_examples_are_written_once() -> None:
    texts = [example.text for example in iter_examples()]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("name", WORD_LISTS)
def test_word_list_is_sorted_and_says_its_licence(name: str) -> None:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    comment = [line for line in lines if line.startswith("#")]
    header, *rows = lines[len(comment) :]
    assert tuple(header.split("\t")) == WORD_LISTS[name]
    assert "Licence: " in " ".join(comment)
    assert [row.split("\t") for row in rows] == sorted(row.split("\t") for row in rows)
    assert len(rows) == len(set(rows))


def test_description_holds_the_words_of_the_file() -> None:
    description = describe_frame(load_rules(), "ambush")
    assert description.type == "armed_attack/ambush"
    nouns = next(words for kind, words in description.triggers if kind == "noun")
    assert nouns[:2] == ("ambush", "ambuscade")
    assert description.match
    assert description.no_match[0][1]
    roles = dict(description.roles)
    assert roles["perpetrator"].endswith("(needed)")
    assert "after on, of, against" in roles["target"]
