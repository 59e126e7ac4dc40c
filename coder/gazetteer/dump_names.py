"""Which names of a dump's row are kept as look-up keys.

A dump carries names in every script, airport codes and phrases. Kept are the name itself and other
names in Latin script of ordinary length: what English news can write.
"""

from collections.abc import Container, Iterable

from coder.gazetteer.names import ARTICLES, MAX_NAME_WORDS, name_key

_SHORTEST, _LONGEST = 4, 40
_MOST_NAMES = 40  # of one place; capitals have hundreds, in languages nobody codes


def usable_key(name: str) -> str | None:
    """The key of another name; null for codes, other scripts and phrases.

    >>> usable_key("Deir ez-Zor"), usable_key("DEZ"), usable_key("دير الزور")
    ('deir ez zor', None, None)
    """
    if not _SHORTEST <= len(name) <= _LONGEST or name.isupper():
        return None
    key = name_key(name)
    if not key.isascii() or not key.replace(" ", "").isalpha() or key.count(" ") >= MAX_NAME_WORDS:
        return None
    return key


def other_names(
    name: str, others: Iterable[str], *, taken: Container[str] = (), with_bare: bool = False
) -> list[str]:
    """The keys of a place, its own name first; ``taken`` keys are left to what they mean first.

    ``with_bare``: "Al Mayadin" is also written "Mayadin".
    """
    main = name_key(name)
    keys = dict.fromkeys([main] if main and main.count(" ") < MAX_NAME_WORDS else [])
    article, _, rest = main.partition(" ")
    if with_bare and article in ARTICLES and len(rest) >= _SHORTEST:
        keys[rest] = None
        if rest.endswith("ah"):
            keys[rest[:-1]] = None
    for other in others:
        if len(keys) >= _MOST_NAMES:
            break
        key = usable_key(other)
        if key is not None and key not in taken:
            keys[key] = None
    return list(keys)
