"""Words of the text as the predictions want them: no pronouns, nothing twice."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from coder.values.events import EventActor


@lru_cache(maxsize=2)
def function_words(use: str) -> frozenset[str]:
    """The lower-case words of one use (``pronoun``, ``leading``) in ``function_words.tsv``."""
    lines = Path(__file__).with_name("function_words.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return frozenset(word for kind, word in rows if kind == use)


def is_pronoun(text: str) -> bool:
    """Whether the words only point at somebody named elsewhere."""
    return text.strip().lower() in function_words("pronoun")


def actor_words(actor: EventActor) -> str | None:
    """The words that name an actor; for a pronoun the words it stands for, null when unknown."""
    if not is_pronoun(actor.text):
        return " ".join(actor.text.split()) or None
    return actor.name or actor.description


def distinct(texts: Iterable[str | None]) -> list[str]:
    """The texts without nulls and repetitions, in their order; case is not told apart."""
    kept: dict[str, str] = {}
    for text in texts:
        if text and text.strip():
            kept.setdefault(text.strip().lower(), text.strip())
    return list(kept.values())
