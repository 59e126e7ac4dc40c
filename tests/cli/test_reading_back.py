"""``coder diff`` and ``coder merge``: what they print, write and refuse."""

import json
from pathlib import Path

import polars as pl

from coder import diff
from coder.tables.comparing import CHANGES
from tests.cli.conftest import TEXT, Command


def _run(command: Command, folder: Path, texts: dict[str, str], *options: str) -> Path:
    source = folder.with_suffix(".jsonl")
    rows = [json.dumps({"id": name, "text": text}) for name, text in texts.items()]
    source.write_text("\n".join(rows), encoding="utf-8")
    command("code", source, "-o", folder, "--published", "2017-12-12", *options)
    return folder


def test_a_diff_lists_what_changed(command: Command, tmp_path: Path) -> None:
    old = _run(command, tmp_path / "old", {"d1": TEXT, "d2": "Rebels shot two men in Basra."})
    new = _run(command, tmp_path / "new", {"d1": TEXT.replace("three", "seven"), "d3": TEXT})
    done = command("diff", old, new, "-o", tmp_path / "changes.parquet")
    assert done.code == 0
    lines = done.out.splitlines()
    assert lines[:5] == [
        "documents  1 gained, 1 lost, 1 changed",
        "events     2 in OLD, 2 in NEW: 0 the same",
        "  gained                     1",
        "  lost                       1",
        "  changed                    1",
    ]
    assert any(line.startswith("  killed_best") for line in lines)
    assert any(line.startswith("+ d3 ev_") and "Gunmen killed three" in line for line in lines)
    assert any(line.startswith("- d2 ev_") for line in lines)
    assert any(line.endswith("killed_best: 3 -> 7") for line in lines)
    written = pl.read_parquet(tmp_path / "changes.parquet")
    assert written.schema == CHANGES
    assert written.height == diff(old, new).changes.height


def test_a_limit_hides_changes_and_says_so(command: Command, tmp_path: Path) -> None:
    old = _run(command, tmp_path / "old", {"d1": TEXT})
    new = _run(command, tmp_path / "new", {"d2": TEXT})
    done = command("diff", old, new, "--limit", "1")
    assert done.out.splitlines()[-1] == "and 3 more (--limit, or all with -o)"


def test_a_check_fails_where_runs_differ(command: Command, tmp_path: Path) -> None:
    old = _run(command, tmp_path / "old", {"d1": TEXT})
    new = _run(command, tmp_path / "new", {"d1": TEXT}, "--preview")
    assert command("diff", old, new, "--check").code == 0
    other = _run(command, tmp_path / "other", {"d1": "The rain went on."})
    assert command("diff", old, other, "--check").code == 1
    assert command("diff", old, other).code == 0


def test_nested_records_and_tables_of_one_run_are_the_same(
    command: Command, tmp_path: Path
) -> None:
    folder = _run(command, tmp_path / "old", {"d1": TEXT})
    lines = tmp_path / "events.jsonl"
    command("code", tmp_path / "old.jsonl", "-o", lines, "--published", "2017-12-12")
    done = command("diff", folder, lines)
    assert "1 the same" in done.out
    assert command("diff", folder, tmp_path / "absent").code == 2


def test_merged_folders_are_summed_up(command: Command, tmp_path: Path) -> None:
    first = _run(command, tmp_path / "a", {"d1": TEXT, "d2": "Rebels shot two men in Basra."})
    second = _run(command, tmp_path / "b", {"d1": TEXT, "d2": "Rebels shot ten men in Basra."})
    done = command("merge", first, second, "-o", tmp_path / "out")
    assert done.code == 1
    assert done.err.splitlines() == [
        "documents  2, 1 more coded alike",
        "events     2",
        "clashes    1",
        "  d2: b has another text; the document of a stays",
    ]
    assert command("validate", tmp_path / "out").code == 0
    assert command("merge", first, second, "-o", tmp_path / "out").code == 2
    again = command("merge", first, "-o", tmp_path / "out", "--force", "--quiet")
    assert (again.code, again.err) == (0, "")


def test_many_clashes_are_cut_short_and_links_are_told(command: Command, tmp_path: Path) -> None:
    texts = {f"d{number}": f"Gunmen killed {number} men in Basra." for number in range(2, 26)}
    first = _run(command, tmp_path / "a", texts)
    others = {name: text.replace("Basra", "Mosul") for name, text in texts.items()}
    second = _run(command, tmp_path / "b", others)
    events = pl.read_parquet(first / "events.parquet")
    metadata = pl.read_parquet_metadata(first / "events.parquet")
    linked = events.with_columns(incident_id=pl.col("event_id").first())
    metadata.pop("ARROW:schema")
    linked.write_parquet(first / "events.parquet", metadata=metadata)
    lines = command("merge", first, second, "-o", tmp_path / "out").err.splitlines()
    assert "  and 4 more (the table of errors lists all)" in lines
    assert lines[-1].startswith("incidents  were linked")


def test_runs_of_different_versions_are_not_merged_unasked(
    command: Command, tmp_path: Path
) -> None:
    first = _run(command, tmp_path / "a", {"d1": TEXT})
    second = _run(command, tmp_path / "b", {"d2": TEXT}, "--casualty-policy", "max")
    done = command("merge", first, second, "-o", tmp_path / "out", "--mixed")
    assert done.code == 3
    assert "several casualty policies" in done.err
