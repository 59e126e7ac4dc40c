"""Which -ing forms of trigger words are nouns: "rebel shelling of", "the border fighting".

In: the tags of a sentence with the tokens that end a noun trigger. Out: the tags.
"""

from collections.abc import Collection

from coder.lexicon.closed import SINGULAR_VERBS
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes
from coder.mentions.weapons import is_vehicle

_VERBS = tuple("VZXLKMBHO")
_FINITE = tuple("XZMBH")
_SUICIDE = "suicide"
_OBJECTS = frozenset("#DENnsR")
_AT, _DONE = ("at",), frozenset("XVLZ")


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
        is_acts = before in "NE" and (following in {"of", "by", ":"} or is_which)
        is_of_people = token in behind_demonym and not norms[token - 1].endswith("s")
        is_named = is_acts or is_of_people or _is_compound(tags, token, norms)
        has_object = after and after in "#DENnsRJ"  # "a bomb killing six", "a truck hitting cars"
        is_named |= before in "Nn" and not has_object and _is_by_means(norms, token)
        if before in "DJS#" or is_named or _is_dated(tags, token, following):
            is_noun = is_which or not after or after not in "DE#"
        else:
            is_side = tags[token + 1 : token + 3] == "AP" and following in noun_classes()["compass"]
            is_noun = (before in "P^C,:(" or norms[token - 1] in noun_classes()["asserting"]) and (
                is_side
                or following == "there"
                or after in "PWVXBMHLZ.,:CSn"  # "shelling north of the town"
            )
            is_noun = is_noun or _is_subject(tags, token, norms) or _opens_clause(tags, token)
            is_noun = is_noun and not (_is_row(tags, token) or _is_aimed(tags, token, norms))
        if is_noun:
            tags = tags[:token] + "N" + tags[token + 1 :]
    return tags


def _is_row(tags: str, token: int) -> bool:
    """As in "a post, killing and wounding 30 soldiers": two verbs with one object."""
    behind = tags[token + 1 : token + 4]
    return behind[:2] == "CG" and behind[2:] in _OBJECTS and tags[token - 1 : token] in (",", "P")


def _is_aimed(tags: str, token: int, norms: tuple[str, ...]) -> bool:
    """As in "they came on motorbikes, shooting at guests": of the doers of the verb before."""
    is_at = norms[token + 1 : token + 2] == _AT and tags[token - 1 : token] == ","
    return is_at and not _DONE.isdisjoint(tags[:token])


def _is_dated(tags: str, token: int, following: str) -> bool:
    """As in "the recent shelling of a school", "the 16 May bombing", "the Monday killing of"."""
    before = tags[:token].rstrip("t")
    return len(before) < token and (before.endswith("D") or following == "of")


def _is_subject(tags: str, token: int, norms: tuple[str, ...]) -> bool:
    """As in "Overnight shelling damaged a school", "Shelling late on Monday destroyed two".

    Or what the subject is named by: "Bombing suspects were held", but "bombing towns is a crime".
    """
    before = tags[:token].rstrip("t")
    is_first = before[-1:] in ("", ",", ":") or (before[-1] == "P" and len(before) < token)
    if not is_first:
        return False
    behind = tags[token + 1 :]
    if behind.lstrip("At").startswith(_FINITE):
        return True
    named = behind.lstrip("Nn")
    named = named.removeprefix("s")
    at = len(tags) - len(named)
    return (
        token + 1 < at < len(norms)
        and named.startswith(_FINITE)
        and norms[at - 1].endswith("s")
        and norms[at] not in SINGULAR_VERBS
    )


def _is_by_means(norms: tuple[str, ...], token: int) -> bool:
    """As in "a car bombing", "suicide bombing", "gas poisoning": by what it was done, not who."""
    lexicon, means = load_lexicon(), norms[token - 1]
    if means in lexicon.persons.last_words:
        return False  # "fighters firing on the town"
    if means in lexicon.weapons.last_words or means == _SUICIDE:
        return True
    is_flown = means in noun_classes()["aircraft"]
    return not is_flown and is_vehicle(norms, token - 1, token - 1, lexicon)


def _opens_clause(tags: str, token: int) -> bool:
    """As in "it emerged that shelling of Gao killed two", "Then fighting in Yei spread".

    No "while fighting in Yei, two were killed": its own verb comes before any comma.
    """
    before = tags[max(token - 2, 0) : token]
    if not (before.endswith("U") or before in {"A", ",A", "UA", '"'}):
        return False
    end = tags.find(",", token)
    clause = tags[token + 1 : end if end >= 0 else len(tags)]
    return clause[:1] in tuple("PVXMBHLZt") and any(verb in clause for verb in (*_FINITE, "L"))


def _is_compound(tags: str, token: int, norms: tuple[str, ...]) -> bool:
    """As in "the border fighting on Thursday": a noun of one before it, not the people who act."""
    persons = load_lexicon().persons.last_words
    if tags[token - 2 : token] == "DE":
        return tags[token + 1 : token + 2] in ("", "P", "t", ".", ",")  # "the Derry bombing"
    is_between = tags[token - 2 : token] in ("DN", "JN", "Dn", "Jn")
    return (
        is_between
        and norms[token - 1] not in persons
        and tags[token + 1 : token + 2] in ("P", "t")
        and not norms[token - 1].endswith(("s", "men", "people", "women", "police"))
    )
