"""Which -ing forms of trigger words are nouns: "rebel shelling of", "the border fighting".

In: the tags of a sentence with the tokens that end a noun trigger. Out: the tags.
"""

from collections.abc import Collection

from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes

_VERBS = tuple("VZXLKMBHO")
_FINITE = tuple("XZMBH")


def with_nominal_gerunds(
    tags: str,
    event_heads: frozenset[int],
    norms: tuple[str, ...],
    behind_demonym: Collection[int],
) -> str:
    """Make nouns of the -ing forms that name an act: "rebel shelling of", "Russian shelling".

    ``behind_demonym``: the tokens that stand right behind the name of a people.
    """
    for token in event_heads:
        if tags[token] != "G":
            continue
        before = tags[token - 1] if token else "^"
        after = tags[token + 1 : token + 2]
        following = norms[token + 1] if token + 1 < len(norms) else ""
        is_which = following in {"that", "which"} and tags[token + 2 : token + 3] in _VERBS
        is_acts = before in "NE" and (following in {"of", "by"} or is_which)
        is_of_people = token in behind_demonym and not norms[token - 1].endswith("s")
        is_named = is_acts or is_of_people or _is_compound(tags, token, norms)
        if before in "DJS#" or is_named or _is_dated(tags, token, following):
            is_noun = is_which or not after or after not in "DE#"
        else:
            is_side = tags[token + 1 : token + 3] == "AP" and following in noun_classes()["compass"]
            is_noun = (before in "P^C,:(" or norms[token - 1] in noun_classes()["asserting"]) and (
                is_side
                or following == "there"
                or after in "PWVXBMHLZ.,:CSn"  # "shelling north of the town"
            )
            is_noun = is_noun or _is_subject(tags, token)
        if is_noun:
            tags = tags[:token] + "N" + tags[token + 1 :]
    return tags


def _is_dated(tags: str, token: int, following: str) -> bool:
    """As in "the recent shelling of a school", "the 16 May bombing", "the Monday killing of"."""
    before = tags[:token].rstrip("t")
    return len(before) < token and (before.endswith("D") or following == "of")


def _is_subject(tags: str, token: int) -> bool:
    """As in "Overnight shelling damaged a school", "Shelling late on Monday destroyed two"."""
    before = tags[:token].rstrip("t")
    is_first = before[-1:] in ("", ",", ":") or (before[-1] == "P" and len(before) < token)
    return is_first and tags[token + 1 :].lstrip("At").startswith(_FINITE)


def _is_compound(tags: str, token: int, norms: tuple[str, ...]) -> bool:
    """As in "the border fighting on Thursday": a noun of one before it, not the people who act."""
    persons = load_lexicon().persons.last_words
    is_between = tags[max(token - 2, 0) : token] in ("DN", "JN", "Dn", "Jn")
    return (
        is_between
        and norms[token - 1] not in persons
        and tags[token + 1 : token + 2] in ("P", "t")
        and not norms[token - 1].endswith(("s", "men", "people", "women", "police"))
    )
