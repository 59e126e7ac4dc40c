"""Which class characters a pattern can begin with: rules are tried only where they can match.

Covers the part of the syntax of regular expressions that the grammar uses: characters, sets,
groups, lookarounds, alternation, ``?`` and ``{m,n}``.
"""

from dataclasses import dataclass

ANY = None
_ZERO_WIDTH = ("(?=", "(?!", "(?<=", "(?<!")


@dataclass(slots=True)
class _Reader:
    pattern: str
    at: int = 0

    def peek(self) -> str:
        return self.pattern[self.at] if self.at < len(self.pattern) else ""


def first_characters(pattern: str) -> frozenset[str] | None:
    """The characters a match can begin with; null where any can, or where a match can be empty."""
    characters, is_nullable = _alternatives(_Reader(pattern))
    return None if is_nullable else characters


def _alternatives(reader: _Reader) -> tuple[frozenset[str] | None, bool]:
    found, is_nullable = _sequence(reader)
    while reader.peek() == "|":
        reader.at += 1
        more, also = _sequence(reader)
        found = None if found is None or more is None else found | more
        is_nullable = is_nullable or also
    return found, is_nullable


def _sequence(reader: _Reader) -> tuple[frozenset[str] | None, bool]:
    found: frozenset[str] | None = frozenset()
    is_open = True  # so far everything can be empty
    while reader.peek() and reader.peek() not in "|)":
        characters, is_nullable = _item(reader)
        is_nullable = _quantified(reader) or is_nullable
        if is_open:
            found = None if found is None or characters is None else found | characters
            is_open = is_nullable
    return found, is_open


def _item(reader: _Reader) -> tuple[frozenset[str] | None, bool]:
    character = reader.peek()
    if character == "(":
        return _group(reader)
    if character == "[":
        end = reader.pattern.index("]", reader.at)
        inside = reader.pattern[reader.at + 1 : end]
        reader.at = end + 1
        return frozenset(inside), False
    reader.at += 1
    if character == "$":
        return frozenset(), True
    return (None if character == "." else frozenset(character)), False


def _group(reader: _Reader) -> tuple[frozenset[str] | None, bool]:
    is_zero_width = reader.pattern.startswith(_ZERO_WIDTH, reader.at)
    if reader.pattern.startswith("(?P<", reader.at):
        reader.at = reader.pattern.index(">", reader.at) + 1
    elif reader.pattern.startswith(("(?<=", "(?<!"), reader.at):
        reader.at += 4
    else:
        reader.at += 3 if reader.pattern.startswith("(?", reader.at) else 1
    found = _alternatives(reader)
    reader.at += 1
    return (frozenset(), True) if is_zero_width else found


def _quantified(reader: _Reader) -> bool:
    """Skip a quantifier; whether it lets the item be absent."""
    if reader.peek() == "?":
        reader.at += 1
        return True
    if reader.peek() == "{":
        end = reader.pattern.index("}", reader.at)
        least = reader.pattern[reader.at + 1 : end].partition(",")[0]
        reader.at = end + 1
        return least in ("", "0")
    return False
