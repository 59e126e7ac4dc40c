"""Where the triggers of a sentence stand: the forms that agree on their tokens and chunk."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from coder.events.reading import Reading
from coder.grammar.first_tags import is_no_verb
from coder.grammar.particles import PARTICLES
from coder.lexicon.words import noun_classes
from coder.rules.model import OF_ACT, OWNER, TriggerForm
from coder.rules.ruleset import RuleSet
from coder.rules.triggers import TriggerForms
from coder.values.text import Sentence

_VERBAL_KINDS = "VXKIG"
_TELLING = frozenset("GIJKNVX")  # the kinds of chunks in which a trigger may stand
_PAST = frozenset({"X", "K"})
_NOUNS = frozenset({"noun", "item"})
_AT, _DEAD = "at", ("dead",)
_MAX_GAP = 14
_MAX_OWNER = 4
_RANDOM, _HOW = "random", 4  # tokens: "close range at"
_VERBS = re.compile(r"[VLI]|(?<!,N)[XK]")
_STRAIGHT = frozenset({"straight", "point-blank"})


@dataclass(slots=True)
class Hit:
    """A trigger found: its tokens and chunk, with the forms that agree on them."""

    first: int
    last: int
    chunk: int
    form: TriggerForm


def find_hits(reading: Reading, rules: RuleSet) -> Iterator[tuple[int, list[Hit]]]:
    """For each token that begins a trigger the readings that fit, in the order of trial."""
    return hits_of(reading, rules.trigger_forms)


def may_hold_trigger(sentence: Sentence, rules: RuleSet) -> bool:
    """Whether a trigger can stand among the words of a sentence, by these alone."""
    table, norms = rules.trigger_forms, sentence.norms
    return not table.keys().isdisjoint(sentence.vocabulary) and any(
        _may_stand(norms, token, form) and not (form.pos == "verb" and is_no_verb(sentence, token))
        for token, norm in enumerate(norms)
        if norm in table
        for form in table[norm].among(sentence.vocabulary)
    )


def _may_stand(norms: tuple[str, ...], token: int, form: TriggerForm) -> bool:
    """Whether the further words of a form follow, at once or within its gap."""
    words = form.words
    if OWNER in words:
        return _parted_by_owner(norms, token, form) is not None
    size = len(words)
    if words in (norms[token + 1 : token + 1 + size], norms[token + 2 : token + 2 + size]):
        return True
    return form.gap and any(
        norms[at : at + size] == words for at in range(token + 3, min(len(norms), token + _MAX_GAP))
    )


def _parted_by_owner(norms: tuple[str, ...], token: int, form: TriggerForm) -> int | None:
    """The token behind a trigger that holds an owner; of a verb with a gap the one behind it."""
    if not form.gap:
        return _behind_owner(norms, token + 1, form.words)
    begins = range(token + 1, min(len(norms), token + _MAX_GAP))
    is_there = any(_behind_owner(norms, at, form.words) for at in begins)
    return token + 1 if is_there else None


def _behind_owner(norms: tuple[str, ...], first: int, words: tuple[str, ...]) -> int | None:
    """The token behind "in the rebels' hands", for the words "in ~ hands"; null for none."""
    at = words.index(OWNER)
    left, right = words[:at], words[at + 1 :]
    begin = first + at
    if norms[first:begin] != left:
        return None
    for end in range(begin + 1, begin + 1 + _MAX_OWNER):
        if norms[end : end + len(right)] == right:
            return end + len(right)
    return None


def hits_of(reading: Reading, table: Mapping[str, TriggerForms]) -> Iterator[tuple[int, list[Hit]]]:
    """The same for any table of forms by their first word."""
    vocabulary, norms = reading.vocabulary, reading.sentence.norms
    kinds, at_token = reading.clauses.kinds, reading.clauses.at_token
    for token, norm in enumerate(norms):
        if norm in table and kinds[at_token[token]] in _TELLING:
            # Few of the longer forms have their next word anywhere in the sentence.
            forms = table[norm].among(vocabulary)
            hits = _hits(reading, token, forms) if forms else None
            if hits:
                yield token, hits


def _is_left(reading: Reading, number: int, token: int) -> bool:
    """As in "left two dead civilians", which is "left two civilians dead"."""
    clauses = reading.clauses
    return (
        number > 0
        and reading.tags[token] == "J"
        and clauses.kinds[number - 1] in "VX"
        and clauses.head_words[number - 1] in noun_classes()["leaving"]
        and "#" in reading.tags[clauses.chunks[number].first : token]
    )


def _hits(reading: Reading, token: int, forms: Sequence[TriggerForm]) -> list[Hit]:
    clauses = reading.clauses
    number = clauses.at_token[token]
    group = clauses.chunks[number]
    kind = group.kind
    is_head = group.head == token
    is_verb = is_head and kind in _VERBAL_KINDS
    is_predicate = kind in "JXKV" or (
        kind == "N"
        and (is_head or _is_left(reading, number, token))
        and not reading.is_in_name(token)
    )
    norms = reading.sentence.norms
    behind = norms[token + 1 : token + _MAX_GAP]
    near, before = behind[:2], norms[token - 1 : token]
    hits: list[Hit] = []
    for form in forms:
        words = form.words
        # "forcibly recruited" for "recruit ... forcibly"
        is_how = form.gap and words == before and words[0].endswith("ly")
        if words and not is_how and words[0] not in (behind if form.gap else near):
            continue
        pos = form.pos
        if not (is_verb if pos == "verb" else is_predicate if pos == "predicate" else kind in "NG"):
            continue
        last = _last_token(reading, token, form) if words and not is_how else token + 1
        if last is None:
            continue
        if pos in _NOUNS and not _names_act(reading, token, form, last):
            continue
        hits.append(Hit(token, last, number, form))
    return hits


def _names_act(reading: Reading, token: int, form: TriggerForm, last: int) -> bool:
    """Whether a noun that is a trigger is the head of its group, and no part of a name."""
    clauses = reading.clauses
    number = clauses.at_token[token]
    group = clauses.chunks[number]
    if form.form == OF_ACT:
        norms = reading.sentence.norms
        return (group.kind, group.head) == ("N", token) and norms[last : last + 1] == ("of",)
    if group.kind == "G":
        if group.head != token or clauses.objects(number):
            return False
    elif not _is_head(reading, token + 1 + _before_link(form.words), group.head) or (
        form.pos == "item" and not _is_entry(reading, number)
    ):
        return False
    # "in Columbia Falls"
    return not any(place.first < token < place.last for place in reading.places)


def _is_entry(reading: Reading, number: int) -> bool:
    """As in "06.40 - mortars on the airport; two hurt": no verb tells what came about.

    Participles of those hit may follow a comma: ", two killed".
    """
    kinds = reading.clauses.kinds
    left, right = kinds.rfind(":", 0, number) + 1, kinds.find(":", number)
    told = kinds[left : right if right >= 0 else len(kinds)]
    # "Meanwhile, a drone fired": its own verb
    return kinds[number + 1 : number + 2] not in _PAST and not _VERBS.search(told)


def _before_link(words: tuple[str, ...]) -> int:
    """As in "exchange of fire", "number | killed": how many further words belong to the noun."""
    for at, word in enumerate(words):
        if word in noun_classes()["hit_link"]:
            return at
    return len(words)


def _is_head(reading: Reading, last: int, head: int) -> bool:
    """Whether the trigger ends at the head, or only words like "attempt" stand behind."""
    if last > head + 1:
        return False
    heads = noun_classes()["event_head"]
    norms = reading.sentence.norms
    return all(
        norms[token] in heads or token in reading.event_heads for token in range(last, head + 1)
    )


def _last_token(reading: Reading, token: int, form: TriggerForm) -> int | None:
    """The token behind a trigger of several words; null where its words do not follow."""
    words = form.words
    norms = reading.sentence.norms
    if OWNER in words:
        return _parted_by_owner(norms, token, form)
    size = len(words)
    behind = token + 1 + size
    if norms[token + 1 : behind] == words:
        # "fired on Tuesday a missile": the preposition belongs to the day.
        behind = _behind_how(norms, behind, words) if _says_how(norms, behind) else behind
        return None if not behind or _is_before_day(reading, behind - 1) else behind
    # No "shot at a bus, two dead": what is parted is the object.
    is_aimed = words == _DEAD and norms[token + 1] == _AT
    if not form.gap or is_aimed:
        is_parted = form.pos == "verb" and norms[token + 2 : behind + 1] == words
        is_parted = is_parted and not form.gap
        return behind + 1 if is_parted and _parts(reading, token + 1) else None
    for at in range(token + 2, min(len(norms), token + _MAX_GAP)):
        if norms[at : at + size] == words and not _is_of_other_verb(reading, token, at):
            # no "shot a driver, two dead": counted apart
            return token + 1 if reading.tags[at - 2 : at] != ",#" else None
        if reading.tags[at] in ":UW." or reading.tags[at - 1 : at + 1] == ",G":
            return None  # "shot at a bus, leaving two dead": of another verb
    return None


def _parts(reading: Reading, adverb: int) -> bool:
    """As in "fired directly at two men": an adverb between a verb and its preposition."""
    norm, tags = reading.sentence.norms[adverb], reading.tags[adverb : adverb + 2]
    if tags != "AP" and not (norm in _STRAIGHT and tags[1:] == "P"):
        return False
    return norm not in PARTICLES and not _is_before_day(reading, adverb + 1)


def _is_before_day(reading: Reading, token: int) -> bool:
    """Whether a preposition says when; not where it is a length: "fell in two days of fighting"."""
    clauses = reading.clauses
    at = clauses.at_token[token] + 1
    if reading.tags[token : token + 2] != "Pt":
        return False
    return clauses.kinds[at + 1 : at + 3] != "PN" or (clauses.first_words[at + 1] != "of")


def _says_how(norms: tuple[str, ...], behind: int) -> bool:
    """As in "was shot at close range", "fired at random": nobody is aimed at."""
    return norms[behind : behind + 1] == (_RANDOM,) or (
        norms[behind - 1] == "at" and "range" in norms[behind + 1 : behind + 3]
    )


def _behind_how(norms: tuple[str, ...], behind: int, words: tuple[str, ...]) -> int:
    """As in "fired at close range at | marchers": the token behind the preposition told again.

    0 where none is.
    """
    said = norms[behind : behind + _HOW]
    return behind + said.index(words[0]) + 1 if len(words) == 1 and words[0] in said else 0


def _is_of_other_verb(reading: Reading, token: int, at: int) -> bool:
    """As in "a car carrying dynamite went off": the particle stands right behind another verb.

    Or behind its object: "taken for a thief before police led him | away".
    """
    clauses = reading.clauses
    last = clauses.at_token[at - 1]
    if clauses.kinds[last] in "VX":
        return True
    is_pronoun = reading.tags[at - 1] == "R" and reading.sentence.norms[at] in PARTICLES
    return (
        is_pronoun
        and clauses.kinds[max(last - 1, 0)] in "VX"
        and (clauses.at_token[token] < last - 1)
    )
