"""Names of armed groups that no list has, told by their form: "the Coast Liberation Front (CLF)".

In: the sentences of a document. Out: its lexicon, in which such a name and its short form stand for
one actor, as those of a listed one do. The form of a name is a noun for a band with capital letters
beside it; of which type the band is, its name says, or the noun that follows its short form.
"""

import dataclasses
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coder.gazetteer.store import Gazetteer
from coder.lexicon.entries import ActorEntry, PersonNoun
from coder.lexicon.load import Lexicon
from coder.lexicon.terms import CaseNeed, Term, TermCategory
from coder.lexicon.words import noun_classes, word_tags
from coder.values.kinds import ARMED_GROUPS
from coder.values.labels import ActorType, CaseProfile
from coder.values.mentions import UNLISTED
from coder.values.text import Sentence

_OF_NAME = frozenset({"for", "of", "de", "del", "du", "para", "pour"})
_IN_NAME = frozenset({"and", "the", "de", "del", "du", "la", "las", "los", "el", "et", "y", "des"})
_SMALL = _OF_NAME | _IN_NAME
_OF_FOREIGN = _SMALL - {"and", "the", "of", "for"}
_OWNING = frozenset({"'s", "'"})
_CALLING = frozenset({"calling", "naming", "styling"})
_CALLED = frozenset({"called", "known", "named"})
_ITSELF = frozenset({"itself", "themselves"})
_LETTERS = range(2, 7)
_NO_WORD_OF_NAME = frozenset("DPCUWRABHMST")
_COMMON_NOUNS = frozenset("Nns")
_FREEING = frozenset({"liberation", "armed"})
_OPEN = frozenset({"front", "movement"})
_ARTICLES = frozenset({"al", "ul", "el"})
_BODIES = frozenset({"body", "group"})  # "the Coast Action | Force"
_SHORT = 3  # letters of a word that a headline leaves small
_MAX_SMALL = 2  # small words side by side in a name: "of the", "de la"


class _Name(NamedTuple):
    first: int
    last: int
    type: ActorType


def with_unlisted(lexicon: Lexicon, sentences: Iterable[Sentence], gazetteer: Gazetteer) -> Lexicon:
    """The lexicon with the unlisted groups that some sentences name; the same where they do not.

    A name that a gazetteer has ("Lashkar Gah") is that of a place.
    """
    terms: dict[str, Term] = {}
    for sentence in sentences:
        if sentence.case is not CaseProfile.MIXED or _is_headline(sentence):
            continue
        for name in _names(sentence, lexicon):
            if gazetteer.lookup(" ".join(sentence.norms[name.first : name.last])):
                continue
            for term in _terms(sentence, name):
                terms.setdefault(term.form, term)
    if not terms:
        return lexicon
    return dataclasses.replace(lexicon, actors=lexicon.actors.learned(terms.values()))


def _is_headline(sentence: Sentence) -> bool:
    """As in "Coast Liberation Front Gunmen Kill Two Soldiers": capitals mark no names."""
    return not any(len(word) > _SHORT and word.islower() for word in sentence.words)


def _terms(sentence: Sentence, name: _Name) -> Iterator[Term]:
    """The term of a name, and that of the short form in the parenthesis behind it."""
    norms, words = sentence.norms, sentence.words
    written = sentence.as_written(name.first, name.last)
    form = " ".join(norms[name.first : name.last])
    entry = ActorEntry(actor_id=UNLISTED + form, name=written, aliases=(), type=name.type)
    is_short = name.last - name.first == 1
    yield _term(form, entry, CaseNeed.STRICT_CAPS if is_short else CaseNeed.STRICT_INITIAL)
    short = name.last + 1
    is_enclosed = norms[name.last : short] == ("(",) and norms[short + 1 : short + 2] == (")",)
    if is_enclosed and _is_short_form(words[short]):
        yield _term(norms[short], entry, CaseNeed.STRICT_CAPS)


def _term(form: str, entry: ActorEntry, need: CaseNeed) -> Term:
    return Term(category=TermCategory.ACTOR, form=form, entry=entry, need=need)


def _names(sentence: Sentence, lexicon: Lexicon) -> Iterator[_Name]:
    classes = noun_classes()
    bands, foreign = classes["band_noun"], classes["band_noun_foreign"]
    for word in sentence.vocabulary & (bands | foreign):
        for at, norm in enumerate(sentence.norms):
            if norm != word or not sentence.words[at][0].isupper():
                continue
            name = _named_behind(sentence, at) if norm in foreign else None
            if name is None and norm in bands:
                name = _named_around(sentence, at, lexicon)
            if name is not None and not _is_listed(sentence, name, lexicon):
                yield name
    if not (_CALLING | _CALLED).isdisjoint(sentence.vocabulary):
        yield from _called(sentence, lexicon)
    yield from _by_letters(sentence, lexicon)


def _is_listed(sentence: Sentence, name: _Name, lexicon: Lexicon) -> bool:
    """Whether a list has the name, or a longer one that it is part of."""
    table = lexicon.actors
    return any(
        (found := table.longest(sentence.norms, at)) is not None and at + found[0] > name.first
        for at in range(max(name.first - 3, 0), name.last)
        if sentence.norms[at] in table.first_words
    )


def _named_around(sentence: Sentence, noun: int, lexicon: Lexicon) -> _Name | None:
    """As in "Coast Liberation Front", "Council for the Liberation of the Coast"."""
    if _is_before_head(sentence, noun + 1, lexicon):
        return None
    first, last = _left_end(sentence, noun, lexicon), _right_end(sentence, noun + 1, lexicon)
    kind = _type_of(sentence, first, last, sentence.norms[noun])
    return None if kind is None else _Name(first, last, kind)


def _is_before_head(sentence: Sentence, behind: int, lexicon: Lexicon) -> bool:
    """As in "the Front | Row Club", "the Independence Party Youth League": another noun heads."""
    if behind >= len(sentence.norms) or not _is_capital(sentence, behind):
        return False
    norm, classes = sentence.norms[behind], noun_classes()
    is_noun = word_tags().get(norm, "E") in _COMMON_NOUNS
    is_of_band = norm in classes["band_in_arms"] | classes["band_noun"]
    return is_noun and not is_of_band and not _is_titled(sentence.norms, behind, lexicon)


def _left_end(sentence: Sentence, noun: int, lexicon: Lexicon) -> int:
    first = noun
    while first > 0 and (_is_capital(sentence, first - 1) or sentence.norms[first - 1] in _OWNING):
        first -= 1
    while first < noun and (sentence.norms[first] in _OWNING or _is_no_name(sentence, first)):
        first += 1
    if first == 0 and (terms := lexicon.modifiers.get(sentence.norms[0])) and first < noun:
        first += getattr(terms[0].entry, "certainty", None) is not None  # "Suspected Coast ..."
    return first


def _is_no_name(sentence: Sentence, at: int) -> bool:
    """A first word that has its capital from its place."""
    return at == 0 and word_tags().get(sentence.norms[0], "E") in _NO_WORD_OF_NAME


def _right_end(sentence: Sentence, behind: int, lexicon: Lexicon) -> int:
    """Behind the phrases of a name: "for the Liberation of the Coast", "de la Costa"."""
    norms = sentence.norms
    end = behind
    while end < len(norms):
        step = end
        while step < len(norms) and norms[step] in _SMALL and step - end < _MAX_SMALL:
            step += 1
        is_phrase = step == end or end > behind or norms[end] in _OF_NAME
        if not is_phrase or step >= len(norms) or not _is_capital(sentence, step):
            break
        if _is_titled(norms, step, lexicon):
            break
        end = step + 1
    return end


def _is_titled(norms: tuple[str, ...], at: int, lexicon: Lexicon) -> bool:
    """As in "the Coast Army of | Colonel Bello": a noun for people, and none of a name."""
    found = lexicon.persons.longest(norms, at)
    entry = found[1][0].entry if found is not None else None
    is_person = isinstance(entry, PersonNoun) and entry.kind not in _BODIES
    return is_person and norms[at] not in noun_classes()["band_in_arms"]


def _named_behind(sentence: Sentence, noun: int) -> _Name | None:
    """As in "Frente Popular de la Costa", "Liwa al-Bahr": the noun stands first."""
    end = at = noun + 1
    norms = sentence.norms
    while at < len(norms):
        if _is_capital(sentence, at):
            end = at + 1
        elif norms[at] not in _OF_FOREIGN or at - end >= _MAX_SMALL:
            break
        at += 1
    norm, classes = norms[noun], noun_classes()
    is_english = norm in classes["band_noun"] and _OF_FOREIGN.isdisjoint(norms[noun + 1 : end])
    if end == noun + 1 or is_english:
        return None  # "Front Commander Bello"
    is_arabic = "-" in norms[noun + 1] or norms[noun + 1] in _ARTICLES
    is_sure = is_arabic or norm in classes["band_noun_only"]
    if norm in classes["band_noun_faith"]:
        return _Name(noun, end, ActorType.JIHADIST_GROUP) if is_sure else None
    if norm in classes["band_noun_arabic"]:
        return _Name(noun, end, ActorType.REBEL_GROUP) if is_sure else None
    kind = _type_of(sentence, noun, end, norm)
    return None if kind is None else _Name(noun, end, kind)


def _type_of(sentence: Sentence, first: int, last: int, noun: str) -> ActorType | None:
    """The type that the words of a name give; null where they name no armed group.

    Of a front or movement the type may stay unknown: some are parties.
    """
    said = {*sentence.norms[first:last]}
    classes = noun_classes()
    if last - first == 1 or not said.isdisjoint(classes["band_regular"]):
        return None
    is_in_arms = not said.isdisjoint(classes["band_in_arms"])
    if noun in classes["band_noun_civil"]:
        return ActorType.REBEL_GROUP if not said.isdisjoint(_FREEING) else None
    if not said.isdisjoint(classes["band_faith"]):
        return ActorType.JIHADIST_GROUP
    if is_in_arms:
        return ActorType.REBEL_GROUP
    if noun in _OPEN:
        return ActorType.UNKNOWN
    return None if said.isdisjoint(classes["band_cause"]) else ActorType.REBEL_GROUP


def _called(sentence: Sentence, lexicon: Lexicon) -> Iterator[_Name]:
    """As in "a group calling itself the Sons of the River"."""
    norms, classes = sentence.norms, noun_classes()
    for at in range(1, len(norms) - 3):
        is_own = norms[at] in _CALLING and norms[at + 1] in _ITSELF
        is_given = norms[at] in _CALLED and norms[at - 1] in classes["banded"]
        if not is_own and not is_given:
            continue
        first = at + 1 + (is_own or norms[at + 1] == "as")
        first += norms[first] in {"the", '"'}
        last = _right_end(sentence, first + 1, lexicon)
        if _is_capital(sentence, first):
            kind = _type_of(sentence, first, last, "")
            noun = lexicon.persons.get(norms[at - 1])
            own = noun[0].entry if noun else None
            own_type = own.type if isinstance(own, PersonNoun) else ActorType.UNKNOWN
            name = _Name(first, last, kind or own_type)
            if last - first > 1 and not _is_listed(sentence, name, lexicon):
                yield name


def _by_letters(sentence: Sentence, lexicon: Lexicon) -> Iterator[_Name]:
    """As in "CLF rebels": letters that no list has before a noun for armed people."""
    norms, persons = sentence.norms, lexicon.persons.first_words
    for at in [at for at, norm in enumerate(norms[1:]) if norm in persons]:
        if not _is_short_form(sentence.words[at]) or norms[at] in lexicon.actors.first_words:
            continue
        terms = lexicon.persons.get(norms[at + 1])
        noun = terms[0].entry if terms else None
        if not isinstance(noun, PersonNoun) or noun.type not in ARMED_GROUPS or not noun.is_open:
            continue
        others = lexicon.nations, lexicon.weapons, lexicon.persons, lexicon.modifiers
        if all(norms[at] not in table.first_words for table in others):
            yield _Name(at, at + 1, noun.type)


def _is_short_form(word: str) -> bool:
    return len(word) in _LETTERS and word.isupper() and word.replace("-", "").isalnum()


def _is_capital(sentence: Sentence, at: int) -> bool:
    """A word with a capital, also inside: "al-Bahr"."""
    word = sentence.words[at]
    return word[0].isupper() or ("-" in word and not word.islower())
