"""What users import: listed, typed, and loaded only when used."""

import ast
import inspect
import os
import subprocess
import sys
from pathlib import Path

import pytest

import coder

ROOT = Path(__file__).parents[1]
HEAVY = ("polars", "pydantic", "dateparser", "click", "rich", "yaml", "sqlite3")

EXPECTED = {
    "Annotation",
    "CasualtyPolicy",
    "Coder",
    "CoderError",
    "DateOrder",
    "Document",
    "EngineOptions",
    "Event",
    "Explanation",
    "InputError",
    "LinkOptions",
    "PluginError",
    "Result",
    "RuleError",
    "SchemaError",
    "SourceText",
    "__version__",
    "aggregate",
    "annotate",
    "build_gazetteer",
    "code",
    "code_documents",
    "code_frame",
    "diff",
    "export",
    "link_incidents",
    "merge",
    "validate",
}


def _run(code: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_public_names_change_only_on_purpose() -> None:
    assert set(coder.__all__) == EXPECTED
    assert list(coder.__all__) == sorted(coder.__all__)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_public_name_is_there_and_documented(name: str) -> None:
    found = getattr(coder, name)
    assert name in dir(coder)
    if name != "__version__":
        assert inspect.getdoc(found)


def test_type_checkers_see_every_name() -> None:
    """The imports for type checkers and the table of lazy names say the same."""
    tree = ast.parse((ROOT / "coder" / "__init__.py").read_text(encoding="utf-8"))
    static = {
        alias.name: node.module
        for block in tree.body
        if isinstance(block, ast.If)
        for node in ast.walk(block)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    modules = {name for name, home in static.items() if home == "coder"}
    assert modules == coder._MODULES  # noqa: SLF001 - the table that is checked
    assert {name: home for name, home in static.items() if home != "coder"} == coder._HOMES  # noqa: SLF001 - the same
    assert set(static) == EXPECTED - {"__version__"}


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'cod'"):
        _ = coder.cod


def test_import_loads_nothing_heavy() -> None:
    loaded = _run(f"import sys, coder; print([n for n in {HEAVY!r} if n in sys.modules])")
    assert loaded == "[]"


def test_coding_a_text_needs_neither_polars_nor_dateparser() -> None:
    heavy = ("polars", "dateparser", "rich", "yaml")
    code = (
        "import sys, coder\n"
        "coder.code('Gunmen killed three men in Basra on Monday.', published='2017-12-12')\n"
        f"print([name for name in {heavy!r} if name in sys.modules])"
    )
    assert _run(code) == "[]"


def test_package_is_typed() -> None:
    assert (ROOT / "coder" / "py.typed").exists()


def test_functions_take_what_the_methods_take() -> None:
    for name in ("code", "code_documents", "code_frame", "annotate"):
        function = inspect.signature(getattr(coder, name))
        method = inspect.signature(getattr(coder.Coder, name))
        assert list(function.parameters) == list(method.parameters)[1:], name
