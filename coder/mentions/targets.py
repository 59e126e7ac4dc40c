"""Things that can be attacked: a listed noun at the head, typed by the words before it."""

from coder.lexicon.closed import AT_PLACE, WITHIN
from coder.lexicon.entries import ActorEntry, Demonym, TargetNoun
from coder.lexicon.load import Lexicon
from coder.lexicon.words import noun_classes
from coder.mentions.actors.complements import COMPLEMENT_STOPS
from coder.mentions.quantities import quantity_before
from coder.values.kinds import INSURGENTS
from coder.values.labels import CaseProfile, TargetType
from coder.values.mentions import Quantity, TargetMention
from coder.values.text import Sentence

_LONGEST = 3  # words that type a thing: "world food programme"
_LONGEST_OWNER = 6
_HOME, _VEHICLE = TargetType.CIVILIAN_RESIDENCE, "vehicle"
_NGO, _AID = "NGO", TargetType.AID
_STOPS = COMPLEMENT_STOPS | AT_PLACE | WITHIN | {".", "by", "that"}
_BEFORE_PLACE = AT_PLACE | {"the", "a", "to", "from", "into", "on", "through"}
_OWNED = ("-flagged", "-flag", "-owned", "-registered", "-operated", "-run")


def target_at(  # noqa: PLR0917 - the coordinates of a noun group
    sentence: Sentence,
    first: int,
    last: int,
    head: int,
    lexicon: Lexicon,
    quantity: Quantity | None = None,
) -> TargetMention | None:
    """The thing a noun group stands for, or null where its head is no listed thing."""
    norms = sentence.norms
    table = lexicon.targets
    if norms[head] not in table.last_words:
        return None
    match = table.ending(norms, first, head + 1)
    if match is None or (match[0] == 1 and _is_surname(sentence, head, lexicon)):
        return None
    begin = head + 1 - match[0]
    noun = match[1][0].entry
    assert isinstance(noun, TargetNoun)  # noqa: S101 - the table holds nothing else
    kind = noun.type
    if noun.is_open:
        typed = _typed_by(sentence, first, begin, lexicon)
        typed = typed or _typed_by_owner(sentence, head + 1, lexicon)
        if typed is not None and not (typed is _HOME and noun.kind == _VEHICLE):
            kind = typed  # "a civilian car", "a private plane" are no homes
    start, end = sentence.starts[first], sentence.ends[last - 1]
    return TargetMention(
        start=start,
        end=end,
        first=first,
        last=last,
        head=head,
        text=sentence.text[start:end],
        type=kind,
        number=quantity,
        nationality=_nationality(sentence, first, begin, lexicon),
        kind=noun.kind,
        rule_id="target-modified" if kind is not noun.type else "target-noun",
    )


def find_targets(sentence: Sentence, lexicon: Lexicon) -> tuple[TargetMention, ...]:
    """All listed things of a sentence, each with the typing words before it, in order."""
    table = lexicon.targets
    norms = sentence.norms
    if table.last_words.isdisjoint(norms):
        return ()
    found: list[TargetMention] = []
    behind = 0
    for position, norm in enumerate(norms):
        if norm in table.first_words and position >= behind:
            match = table.longest(norms, position)
            if match is None:
                continue
            last = position + match[0]
            first = _group_start(sentence, position, behind, lexicon)
            quantity = quantity_before(sentence, first, behind)
            mention = target_at(
                sentence, quantity.first if quantity else first, last, last - 1, lexicon, quantity
            )
            if mention is not None:
                found.append(mention)
            behind = last
    return tuple(found)


def _is_surname(sentence: Sentence, position: int, lexicon: Lexicon) -> bool:
    """As in "killed David Banks", "Mary Hall was shot": no banks, and no hall.

    What stands "at Victoria Station" or is "the Maria Plaza" is a place.
    """
    words, norms = sentence.words, sentence.norms
    if (
        sentence.case is not CaseProfile.MIXED
        or not words[position].istitle()
        or norms[position - 1] not in lexicon.given_names
        or not position
        or not words[position - 1].istitle()
    ):
        return False
    is_plural = norms[position].endswith("s")
    if not is_plural and norms[position] not in noun_classes()["surname"]:
        return False
    before = norms[position - 2] if position > 1 else ""
    if before in _BEFORE_PLACE or words[position - 2 : position - 1] == ("San",):
        return False
    following = words[position + 1 : position + 2]
    return not following or not following[0].istitle()


def _group_start(sentence: Sentence, position: int, behind: int, lexicon: Lexicon) -> int:
    """Where the typing words and demonyms directly before a noun begin."""
    norms = sentence.norms
    while position > behind and (
        norms[position - 1] in lexicon.target_modifiers
        or lexicon.nations.ending(norms, behind, position) is not None
    ):
        match = lexicon.nations.ending(norms, behind, position)
        position -= match[0] if match is not None else 1
    return position


def _typed_by(sentence: Sentence, first: int, begin: int, lexicon: Lexicon) -> TargetType | None:
    """The type that the nearest typing words before the noun give, the longest first."""
    norms = sentence.norms
    table = lexicon.target_modifiers
    for end in range(begin, first, -1):
        for start in range(max(first, end - _LONGEST), end):
            found = table.get(" ".join(norms[start:end]))
            if found is not None:
                return found.type
    return None


def _typed_by_owner(sentence: Sentence, behind: int, lexicon: Lexicon) -> TargetType | None:
    """As in "the offices of the opposition Coast Party", "a camp for displaced people"."""
    norms = sentence.norms
    if norms[behind : behind + 1] not in {("of",), ("for",)}:
        return None
    first = behind + 1
    while norms[first : first + 1] in {("the",), ("a",), ("an",)}:
        first += 1
    if _is_of_fighters(norms, first, lexicon):
        return None  # "positions of the Islamic State" are none of a state
    last = first
    while last < min(first + _LONGEST_OWNER, len(norms)) and norms[last] not in _STOPS:
        last += 1
    for end in range(last, first, -1):
        for start in range(max(first, end - _LONGEST), end):
            owner = " ".join(norms[start:end])
            found = lexicon.target_modifiers.get(owner) or lexicon.target_modifiers.get(
                owner.removesuffix("s")
            )
            if found is not None:
                return found.type
    return _AID if _is_of_helpers(norms, first, lexicon) else None


def _is_of_helpers(norms: tuple[str, ...], first: int, lexicon: Lexicon) -> bool:
    """As in "the office of Save the Children": a listed body that gives aid."""
    entry = _listed_at(norms, first, lexicon)
    return entry is not None and entry.sector == _NGO


def _is_of_fighters(norms: tuple[str, ...], first: int, lexicon: Lexicon) -> bool:
    entry = _listed_at(norms, first, lexicon)
    return entry is not None and entry.type in INSURGENTS


def _listed_at(norms: tuple[str, ...], first: int, lexicon: Lexicon) -> ActorEntry | None:
    """The body that the words from a token on name."""
    found = lexicon.actors.longest(norms, first) if first < len(norms) else None
    entry = found[1][0].entry if found is not None and found[1] else None
    return entry if isinstance(entry, ActorEntry) else None


def _nationality(sentence: Sentence, first: int, begin: int, lexicon: Lexicon) -> str | None:
    """The country of the last demonym or country name before the noun."""
    norms = sentence.norms
    nations = lexicon.nations
    for end in range(begin, first, -1):
        match = nations.ending(norms, first, end) if norms[end - 1] in nations.last_words else None
        if match is not None:
            term = match[1][0]
            if term.fits_case(sentence.words, end - match[0], sentence.case) and isinstance(
                term.entry, Demonym
            ):
                return term.entry.country
        if norms[end - 1].endswith(_OWNED):  # "a Liberian-flagged tanker"
            owner = (norms[end - 1].rpartition("-")[0],)
            match = nations.ending(owner, 0, 1)
            if match is not None and isinstance(match[1][0].entry, Demonym):
                return match[1][0].entry.country
    return None
