"""Captives by the words behind them: "two sailors held by rebels", "rescued two from a gang"."""

from coder.events.nominals import Nominal
from coder.events.reading import Reading

_PARTICIPLE = "KX"
_ABDUCTED = frozenset({"abducted", "kidnapped"})
_HELD = frozenset({"held", "seized", "captured", "taken"})
_CAPTIVELY = frozenset({"captive", "hostage"})
_HOLDING = frozenset({"armed", "organisation"})


def is_held(reading: Reading, nominal: Nominal) -> bool:
    """Whether the words behind people say that somebody holds them."""
    chunks, norms, at = reading.clauses.chunks, reading.sentence.norms, nominal.chunk + 1
    if "person" not in nominal.fillers or at + 2 >= len(chunks):
        return False
    verb, behind = norms[chunks[at].head], norms[chunks[at].head + 1]
    if verb == "from":
        return _is_holder(reading, at + 1)
    if chunks[at].kind not in _PARTICIPLE or verb not in _HELD | _ABDUCTED:
        return False
    is_by = norms[chunks[at + 1].head] == "by"
    return verb in _ABDUCTED or behind in _CAPTIVELY or (is_by and _is_holder(reading, at + 2))


def _is_holder(reading: Reading, chunk: int) -> bool:
    is_noun = reading.clauses.chunks[chunk].kind == "N"
    return is_noun and not _HOLDING.isdisjoint(reading.nominal(chunk).fillers)
