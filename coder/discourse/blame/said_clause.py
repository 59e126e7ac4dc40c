"""The clause that a verb of saying has behind it: where it begins, and when it is of."""

from coder.events.reading import Reading


def behind_circumstances(reading: Reading, number: int) -> int:
    """The chunk behind a verb and its circumstances: "said on Friday in a statement that"."""
    kinds = reading.clauses.kinds
    at = number + 1
    while at < len(kinds) and kinds[at] in "tAP":
        at += 1 if kinds[at] != "P" else 2
    return at


def own_clause(reading: Reading, number: int) -> int:
    """Where the clause begins that is said, behind its "that"."""
    at = behind_circumstances(reading, number)
    return at + (reading.clauses.kinds[at : at + 1] == "U")


def is_not_past(reading: Reading, number: int) -> bool:
    """As in "said it condemns such attacks", "said it would strike": nothing it has done."""
    clauses = reading.clauses
    verb = clauses.kinds.find("V", own_clause(reading, number))
    return verb >= 0 and reading.tags[clauses.chunks[verb].first] in "ZM"
