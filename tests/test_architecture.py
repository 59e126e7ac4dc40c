"""The layers of ``docs/design.md`` hold: an import goes down or stays in its package."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "coder"
MAX_LINES = 400
_ROW = re.compile(r"^\| (\d+) \| ([^|]+) \|", re.MULTILINE)
_OUTSIDE = frozenset({"tests", "benchmarks", "scripts", "fixtures"})


def layers() -> dict[str, int]:
    """Package or module of the first level -> its layer, from the table of the design page."""
    text = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    return {
        name: int(layer)
        for layer, names in _ROW.findall(text)
        for name in re.findall(r"`(\w+)`", names)
    }


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def imports(path: Path) -> Iterator[str]:
    """Every module a file imports, also inside functions and for type checkers."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield node.module or ""


def home(path: Path) -> str:
    """``coder/events/match.py`` -> ``events``; ``coder/pipeline.py`` -> ``pipeline``."""
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_every_package_has_a_layer() -> None:
    roots = {"__init__", "__main__"}
    assert {home(path) for path in modules()} - roots <= set(layers())


@pytest.mark.parametrize("path", modules(), ids=name)
def test_imports_go_down(path: Path) -> None:
    if path.parent == PACKAGE and path.stem in ("__init__", "__main__"):
        return  # the public names and the command line
    known = layers()
    here = home(path)
    wrong = []
    for module in imports(path):
        parts = module.split(".")
        if parts[0] in _OUTSIDE or module == "coder":
            wrong.append(module)
        elif (
            parts[0] == "coder"
            and parts[1] != here
            and known.get(parts[1], 99) >= known.get(here, 0)
        ):
            wrong.append(f"{module} (from layer {known.get(here)})")
    assert not wrong


def test_values_and_errors_import_nothing_of_ours() -> None:
    for path in (PACKAGE / "errors.py", *(PACKAGE / "values").glob("*.py")):
        ours = [module for module in imports(path) if module.split(".")[0] == "coder"]
        assert all(module.startswith("coder.values") for module in ours), name(path)


def test_modules_stay_short() -> None:
    lengths = {name(path): path.read_text(encoding="utf-8").count("\n") for path in modules()}
    assert not {path: length for path, length in lengths.items() if length > MAX_LINES}


def test_no_module_gives_a_constant_twice() -> None:
    for path in modules():
        named = [
            target.id
            for node in ast.parse(path.read_text(encoding="utf-8")).body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        ]
        assert len(named) == len(set(named)), path


def label_sets(path: Path) -> Iterator[frozenset[str]]:
    """The sets of labels ("EventType.ARREST") that a module names."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        told = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
        given = told.args[0] if isinstance(told, ast.Call) and told.args else told
        if isinstance(given, ast.Set) and all(isinstance(it, ast.Attribute) for it in given.elts):
            yield frozenset(map(ast.unparse, given.elts))


def test_labels_that_belong_together_have_one_home() -> None:
    homes: dict[frozenset[str], set[str]] = {}
    for path in modules():
        for labels in label_sets(path):
            homes.setdefault(labels, set()).add(name(path))
    shared = {tuple(sorted(labels)): found for labels, found in homes.items() if len(found) > 1}
    assert not shared, "import them from coder/values/kinds.py"


def test_nothing_in_the_package_mentions_the_fixtures() -> None:
    names = [path.stem for path in (ROOT / "fixtures" / "documents").glob("*.txt")]
    for path in PACKAGE.rglob("*"):
        if path.suffix in (".py", ".yaml", ".tsv", ".json"):
            text = path.read_text(encoding="utf-8")
            assert not [entry for entry in (*names, "fixtures/") if entry in text], name(path)


def test_no_committed_text_names_a_machine() -> None:
    """Paths of the machine something was written on are of no use to a reader."""
    machine = re.compile(r"(?<![\w.])/(?:work|root|home/\w+)/")
    folders = ("coder", "tests", "benchmarks", "scripts", "docs", "schemas", "fixtures", ".ci")
    for folder in folders:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".py", ".md", ".yaml", ".tsv", ".toml", ".json", ".jsonl"):
                found = machine.search(path.read_text(encoding="utf-8"))
                assert found is None, f"{name(path)}: {found}"
