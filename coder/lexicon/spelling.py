"""Forms of a listed term: its tokens, spelling variants, plurals and verb forms.

A *form* is what the term looks like in ``Sentence.norms``, joined by one space: lower case, the
possessive "'s" a token of its own, inner hyphens kept.
"""

import re
import unicodedata

_TOKEN = re.compile(r"'s(?!\w)|[^\s'(),;/&]+(?:'(?!s\b)[^\s'(),;/&]+)*|[(),;/&]|'")
_ARTICLES = frozenset({"al", "el", "an", "as", "ar"})
_PEOPLE = (
    "an",
    "i",
    "er",
    "ot",
    "ek",
    "ab",
    "rb",
    "ne",
    "rd",
    "no",
    "na",
    "zakh",
    "que",
    "ech",
    "ak",
    "on",
    "av",
)
_SIBILANTS = ("s", "x", "z", "ch", "sh")
_VOWELS = frozenset("aeiou")
_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "body": "bodies",
    "wife": "wives",
    "knife": "knives",
    "leaf": "leaves",
    "thief": "thieves",
    "foot": "feet",
    "bus": "buses",
    "gas": "gases",
}


def form_of(text: str) -> str:
    """The form of a term as it is written in a list.

    >>> form_of("People's Protection Units")
    "people 's protection units"
    """
    return cased_form(text).lower()


def cased_form(text: str) -> str:
    """The same with the capitals of the list.

    >>> cased_form("People's Protection Units")
    "People 's Protection Units"
    """
    return " ".join(_TOKEN.findall(text))


def without_accents(text: str) -> str:
    """The text with accents and other combining marks taken off; the length may change.

    >>> without_accents("Águilas Negras")
    'Aguilas Negras'
    """
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def variants(form: str, *, joined: bool = True) -> tuple[str, ...]:
    """The form itself, then its spellings without accents, and with hyphens and spaces exchanged.

    Two words are joined by a hyphen only with ``joined``; "al X" and "al-X" always stand for each
    other.

    >>> variants("car bomb")
    ('car bomb', 'car-bomb')
    >>> variants("al-nusra front")
    ('al-nusra front', 'al nusra front')
    """
    found = {form: None}
    if not form.isascii():
        found[without_accents(form)] = None
    for spelling in tuple(found):
        if "-" in spelling:
            if not any(letter.isdigit() for letter in spelling):
                found[spelling.replace("-", " ")] = None
            continue
        first, _, rest = spelling.partition(" ")
        is_pair = joined and first.isalpha() and len(first) > 1 and rest.isalpha()
        if rest and (is_pair or first.lower() in _ARTICLES):
            found[f"{first}-{rest}"] = None
    return tuple(found)


def plural(form: str) -> str:
    """The plural of a noun, or of the head of a compound ("rounds of ammunition").

    >>> plural("police station"), plural("place of worship"), plural("embassy")
    ('police stations', 'places of worship', 'embassies')
    """
    head, preposition, rest = form.partition(" of ")
    before, _, noun = head.rpartition(" ")
    changed = _plural_word(noun)
    start = f"{before} {changed}" if before else changed
    return f"{start}{preposition}{rest}"


def demonym_plural(demonym: str) -> str | None:
    """The name of the people where the demonym makes one by "-s"; null where it does not.

    >>> demonym_plural("Syrian"), demonym_plural("Iraqi"), demonym_plural("French")
    ('Syrians', 'Iraqis', None)
    """
    return f"{demonym}s" if demonym.endswith(_PEOPLE) and not demonym.isupper() else None


def _plural_word(noun: str) -> str:
    for ending, changed in _IRREGULAR.items():
        if noun.endswith(ending) and (noun == ending or noun[: -len(ending)] not in {"hu", "ger"}):
            return noun[: -len(ending)] + changed
    if noun.endswith(_SIBILANTS):
        return f"{noun}es"
    if noun.endswith("y") and len(noun) > 1 and noun[-2] not in _VOWELS:
        return f"{noun[:-1]}ies"
    return f"{noun}s"


def verb_forms(lemma: str, *, past: str = "", participle: str = "") -> tuple[str, ...]:
    """The inflected forms of a verb; of several words ("claim responsibility") the first.

    >>> verb_forms("deny")
    ('deny', 'denies', 'denied', 'denying')
    """
    verb, _, rest = lemma.partition(" ")
    stem = verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")) else verb
    consonant_y = verb.endswith("y") and verb[-2] not in _VOWELS
    third = f"{verb[:-1]}ies" if consonant_y else f"{verb}es" if _hisses(verb) else f"{verb}s"
    regular = f"{verb[:-1]}ied" if consonant_y else f"{stem}ed"
    forms = dict.fromkeys((verb, third, past or regular, participle or past or regular))
    forms[f"{_doubled(stem, past or regular)}ing"] = None
    tail = f" {rest}" if rest else ""
    return tuple(f"{form}{tail}" for form in forms)


def _hisses(verb: str) -> bool:
    return verb.endswith((*_SIBILANTS, "o"))


def _doubled(stem: str, past: str) -> str:
    """The stem before "-ing": with the consonant doubled where the past doubles it ("admitted")."""
    return past[:-2] if past.endswith("ed") and past[:-2] == stem + stem[-1:] else stem
