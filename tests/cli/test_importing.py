from pathlib import Path

import pytest

from coder.cli import run

VERBS = """\
--- BEATING [190] ---
WALLOP
--- WALKING [141] ---
CARAVAN
"""


def test_imported_rules_pass_their_own_examples(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    verbs, out = tmp_path / "verbs.txt", tmp_path / "out"
    verbs.write_text(VERBS, encoding="utf-8")
    assert run(["import", "petrarch", "--verbs", str(verbs), "-o", str(out)]) == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.splitlines() == [
        f"{out / 'rules' / 'petrarch.yaml'}: 2",
        f"{out / 'report.tsv'}: 0",
    ]
    assert run(["rules", "test", "--rules", str(out / "rules")]) == 0
    assert "4 passed" in capsys.readouterr().out


def test_something_to_import_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["import", "petrarch"]) == 2
    assert "--actors, --agents or --verbs" in capsys.readouterr().err


def test_nothing_is_overwritten_without_force(tmp_path: Path) -> None:
    verbs, out = tmp_path / "verbs.txt", tmp_path / "out"
    verbs.write_text(VERBS, encoding="utf-8")
    arguments = ["import", "petrarch", "--verbs", str(verbs), "-o", str(out), "-q"]
    assert [run(arguments), run(arguments), run([*arguments, "--force"])] == [0, 2, 0]
