"""YAML with the place of every value, so that an error can point at the words to mend.

The base loader types every scalar as a string: plain YAML turns ``no`` into false and 12:30 into
750.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

import yaml

from coder.errors import RuleError

YamlValue: TypeAlias = "str | list[YamlValue] | dict[str, YamlValue]"
Path: TypeAlias = tuple[str | int, ...]

_LOADER: Final = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_MAX_DEPTH: Final = 12  # a rule file nests six levels; deeper is no rule file


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a value or a key stands: 0-based line, columns half-open on that line."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PositionedYaml:
    """A file's value with the marks of its values and, under ``(*path, key, "")``, of its keys."""

    file: str
    lines: tuple[str, ...]
    value: YamlValue
    marks: Mapping[Path, Mark]

    def error(self, message: str, path: Path, *, key: bool = False) -> RuleError:
        """A :class:`RuleError` that points at the value at ``path``, or at its key."""
        found = self.marks.get((*path, "")) if key else self.marks.get(path)
        while found is None and path:
            path = path[:-1]
            found = self.marks.get(path)
        mark = found or Mark(0, 0, 1)
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        indent = len(line) - len(line.lstrip())
        return RuleError(
            message,
            file=self.file,
            line=mark.line + 1,
            rule_id=self._rule_id(path),
            snippet=line[indent:],
            span=(max(0, mark.start - indent), max(0, mark.end - indent)),
        )

    def _rule_id(self, path: Path) -> str | None:
        if not (path and isinstance(path[0], int) and isinstance(self.value, list)):
            return None
        frame = self.value[path[0]]
        name = frame.get("id") if isinstance(frame, dict) else None
        return name if isinstance(name, str) else None


def read_yaml(text: str, file: str) -> PositionedYaml:
    """Read ``text``; raises :class:`RuleError` for what is no YAML and for a key given twice."""
    lines = tuple(text.splitlines())
    marks: dict[Path, Mark] = {}
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as error:
        raise _syntax_error(error, file, lines) from error
    reader = _Reader(file=file, lines=lines, marks=marks)
    value = reader.value(root, ()) if root is not None else []
    return PositionedYaml(file, lines, value, marks)


def _syntax_error(error: yaml.YAMLError, file: str, lines: tuple[str, ...]) -> RuleError:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or "cannot be read as YAML"
    if mark is None or mark.line >= len(lines):
        return RuleError(problem, file=file, line=None if mark is None else mark.line + 1)
    return RuleError(
        problem,
        file=file,
        line=mark.line + 1,
        snippet=lines[mark.line],
        span=(mark.column, mark.column + 1),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Turns composed nodes into plain values and notes where each stood."""

    file: str
    lines: tuple[str, ...]
    marks: dict[Path, Mark]

    def value(self, node: yaml.Node, path: Path) -> YamlValue:
        self._note(node, path)
        if len(path) > _MAX_DEPTH:
            raise self._error("nested too deep for a rule file", node)
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, index)) for index, item in enumerate(node.value)]
        mapping: dict[str, YamlValue] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in mapping:
                raise self._error(f"'{key}' is given twice", key_node)
            self._note(key_node, (*path, key, ""))
            mapping[key] = self.value(value_node, (*path, key))
        return mapping

    def _note(self, node: yaml.Node, path: Path) -> None:
        self.marks[path] = self._mark(node)

    def _mark(self, node: yaml.Node) -> Mark:
        start, end = node.start_mark, node.end_mark
        line = self.lines[start.line] if start.line < len(self.lines) else ""
        last = end.column if end.line == start.line else len(line)
        return Mark(start.line, start.column, last)

    def _error(self, message: str, node: yaml.Node) -> RuleError:
        mark = self._mark(node)
        snippet = self.lines[mark.line] if mark.line < len(self.lines) else ""
        return RuleError(
            message,
            file=self.file,
            line=mark.line + 1,
            snippet=snippet,
            span=(mark.start, mark.end),
        )
