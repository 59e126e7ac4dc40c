"""Reading of word lists: tab-separated UTF-8 files with a header row, checked cell by cell.

Lines that begin with ``#`` and empty lines are comments. The first other line names the columns; a
row may leave out empty cells at its end. Everything wrong is a :class:`RuleError` with file, line
and a caret under the cell, so that a user can mend the list.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple, TypeVar

from coder.errors import RuleError

Label = TypeVar("Label", bound=StrEnum)
_FLAGS = {"true": True, "false": False}


class ListText(NamedTuple):
    """The text of a word list under the name that errors show."""

    name: str
    text: str

    @classmethod
    def read(cls, path: Path) -> "ListText":
        """The content of a file; raises :class:`RuleError` where it cannot be read."""
        try:
            return cls(str(path), path.read_text(encoding="utf-8-sig"))
        except OSError as error:
            raise RuleError(
                f"the list cannot be read ({error.strerror or error})", file=path
            ) from error
        except UnicodeDecodeError as error:
            raise RuleError(f"the list is not UTF-8 (byte {error.start})", file=path) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class TsvRow:
    """One row of a word list. ``cells`` holds every known column, empty where nothing is said."""

    file: str
    line: int
    snippet: str
    cells: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell, stripped; empty where the row says nothing."""
        return self.cells[column]

    def error(self, column: str, message: str) -> RuleError:
        """A :class:`RuleError` that points at the cell of ``column``."""
        cell = self.cells.get(column, "")
        at = self.snippet.find(cell) if cell else 0
        return RuleError(
            f"{column}: {message}",
            file=self.file,
            line=self.line,
            snippet=self.snippet.replace("\t", " "),
            span=(at, at + max(1, len(cell))),
        )

    def required(self, column: str) -> str:
        """The cell, which may not be empty."""
        cell = self.cells[column]
        if not cell:
            raise self.error(column, "may not be empty")
        return cell

    def label(self, column: str, labels: type[Label]) -> Label | None:
        """The cell as a member of a closed vocabulary; null where it is empty."""
        cell = self.cells[column]
        if not cell:
            return None
        try:
            return labels(cell)
        except ValueError:
            raise self.error(column, _unknown(cell, [str(label) for label in labels])) from None

    def flag(self, column: str) -> bool | None:
        """The cell as true or false; null where it is empty."""
        cell = self.cells[column]
        if not cell:
            return None
        if cell not in _FLAGS:
            raise self.error(column, f"'{cell}' is neither true nor false")
        return _FLAGS[cell]

    def alternatives(self, column: str) -> tuple[str, ...]:
        """The ``|``-separated parts of the cell, without empty ones."""
        cell = self.cells[column]
        return tuple(part.strip() for part in cell.split("|") if part.strip()) if cell else ()


def read_rows(
    source: Path | ListText, columns: Sequence[str], *, required: Sequence[str] = ()
) -> Iterator[TsvRow]:
    """The rows of a word list in file order.

    ``columns`` are the columns a list of this kind may have, ``required`` those it must have. A
    column the file leaves out is empty in every row.

    :raises RuleError: the file cannot be read, or a header or row does not fit
    """
    name, content = ListText.read(source) if isinstance(source, Path) else source
    header: list[str] | None = None
    for number, text in enumerate(content.removeprefix("\ufeff").splitlines(), start=1):
        if not text or text.startswith("#") or not text.strip():
            continue
        parts = [part.strip() for part in text.split("\t")]
        if header is None:
            header = parts
            row = TsvRow(file=name, line=number, snippet=text, cells={})
            _check_header(row, parts, columns, required)
            continue
        if len(parts) > len(header):
            surplus = parts[len(header)]
            at = text.rfind(surplus) if surplus else len(text)
            raise RuleError(
                f"{len(parts)} cells, but the header names {len(header)} columns",
                file=name,
                line=number,
                snippet=text.replace("\t", " "),
                span=(at, len(text)),
            )
        cells = dict.fromkeys(columns, "")
        cells.update(zip(header, parts, strict=False))
        row = TsvRow(file=name, line=number, snippet=text, cells=cells)
        for column in required:
            row.required(column)
        yield row
    if header is None:
        raise RuleError("the list has no header row", file=name)


def _check_header(
    header: TsvRow, names: Sequence[str], columns: Sequence[str], required: Sequence[str]
) -> None:
    for name in names:
        header.cells[name] = name
        if name not in columns:
            raise header.error(name, _unknown(name, columns))
        if names.count(name) > 1:
            raise header.error(name, "this column stands twice")
    for name in required:
        if name not in names:
            raise header.error(name, "this column is missing")


def _unknown(word: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

    close = get_close_matches(word, known, n=1)
    hint = f" (did you mean '{close[0]}'?)" if close else f" (one of {', '.join(known)})"
    return f"unknown '{word}'{hint}"
