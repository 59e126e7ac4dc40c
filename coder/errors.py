"""The error tree.

::

    CoderError
    ├── InputError(ValueError)    source, row, field         a document or row cannot be read
    ├── RuleError(ValueError)     rule_id, file, line, span  a rule or word list is wrong
    ├── SchemaError(ValueError)   found, expected            records of another schema version
    └── PluginError(RuntimeError) name, package              a plug-in failed to load
"""

from pathlib import Path


class CoderError(Exception):
    """The root of every error this package raises on purpose."""


class InputError(CoderError, ValueError):
    """A document, row or file cannot be read. ``row`` counts from 1; null where it has none."""

    def __init__(
        self, message: str, *, source: str, row: int | None = None, field: str | None = None
    ) -> None:
        place = source if row is None else f"{source}, row {row}"
        super().__init__(f"{place}: {message}" if field is None else f"{place}, {field}: {message}")
        self.source = source
        self.row = row
        self.field = field
        self.message = message


class RuleError(CoderError, ValueError):
    """A rule file or word list is wrong; the text shows file, line and a caret under the words."""

    def __init__(
        self,
        message: str,
        *,
        file: Path | str,
        line: int | None = None,
        rule_id: str | None = None,
        snippet: str | None = None,
        span: tuple[int, int] | None = None,
    ) -> None:
        head = f"{rule_id}: {message}" if rule_id else message
        text = f"{head}   {file}" + (f":{line}" if line is not None else "")
        if snippet is not None:
            text += f"\n  {snippet}"
            if span is not None:
                text += f"\n  {' ' * span[0]}{'^' * max(1, span[1] - span[0])}"
        super().__init__(text)
        self.message = message
        self.file = str(file)
        self.line = line
        self.rule_id = rule_id
        self.span = span


class SchemaError(CoderError, ValueError):
    """Records or tables do not fit the schema of this version."""

    def __init__(
        self, message: str, *, found: str | None = None, expected: str | None = None
    ) -> None:
        super().__init__(message)
        self.found = found
        self.expected = expected


class PluginError(CoderError, RuntimeError):
    """A third-party finder or rule pack failed to load."""

    def __init__(self, message: str, *, name: str, package: str | None = None) -> None:
        super().__init__(message)
        self.name = name
        self.package = package
