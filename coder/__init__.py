"""Turn news text into structured, checkable incident records.

>>> import coder
>>> text = "Gunmen killed three policemen in Kirkuk on Monday."
>>> result = coder.code(text, published="2017-12-12")

What is listed in ``__all__`` is public, nothing else. Names are loaded on first use, so that
importing the package costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from coder.version import __version__

if TYPE_CHECKING:
    from coder import aggregate
    from coder.api.annotations import Annotation
    from coder.api.coding import Coder
    from coder.api.default import annotate, code, code_documents, code_frame
    from coder.api.explanation import Explanation
    from coder.api.exporting import export
    from coder.api.gazetteers import build_gazetteer
    from coder.api.result import Result
    from coder.api.stored import diff, merge, validate
    from coder.errors import CoderError, InputError, PluginError, RuleError, SchemaError
    from coder.incidents.link import link_incidents
    from coder.incidents.options import LinkOptions
    from coder.records.models import Event
    from coder.values.options import CasualtyPolicy, DateOrder, EngineOptions, SourceText
    from coder.values.text import Document

__all__ = [
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
]

_MODULES = frozenset({"aggregate"})
"""Public names that are modules."""

_HOMES = {
    "Annotation": "coder.api.annotations",
    "CasualtyPolicy": "coder.values.options",
    "Coder": "coder.api.coding",
    "CoderError": "coder.errors",
    "DateOrder": "coder.values.options",
    "Document": "coder.values.text",
    "EngineOptions": "coder.values.options",
    "Event": "coder.records.models",
    "Explanation": "coder.api.explanation",
    "InputError": "coder.errors",
    "LinkOptions": "coder.incidents.options",
    "PluginError": "coder.errors",
    "Result": "coder.api.result",
    "RuleError": "coder.errors",
    "SchemaError": "coder.errors",
    "SourceText": "coder.values.options",
    "annotate": "coder.api.default",
    "build_gazetteer": "coder.api.gazetteers",
    "code": "coder.api.default",
    "code_documents": "coder.api.default",
    "code_frame": "coder.api.default",
    "diff": "coder.api.stored",
    "export": "coder.api.exporting",
    "link_incidents": "coder.incidents.link",
    "merge": "coder.api.stored",
    "validate": "coder.api.stored",
}


def __getattr__(name: str) -> object:
    """Load a public name on its first use (PEP 562)."""
    if name in _MODULES:
        return import_module(f"coder.{name}")
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'coder' has no attribute {name!r}")
    from coder.values.collecting import collector_at_rest  # noqa: PLC0415 - what a version needs not

    with collector_at_rest():
        loaded: object = getattr(import_module(home), name)
    globals()[name] = loaded
    return loaded


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
