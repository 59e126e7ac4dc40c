"""Words of the text as the predictions want them: no pronouns, nothing twice."""

from collections.abc import Iterable

from coder.values.events import EventActor

PRONOUNS = frozenset(
    (
        "he she it they him her them his hers its their theirs i we us our you your who whom which "
        "that this these those one ones others another someone somebody himself herself themselves "
        "itself both all some many several none each"
    ).split()
)
ARTICLES = frozenset({"the", "a", "an"})


def is_pronoun(text: str) -> bool:
    """Whether the words only point at somebody named elsewhere."""
    return text.strip().lower() in PRONOUNS


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
