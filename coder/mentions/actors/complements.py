"""What "of" and a country or a typing word behind a noun for people say: "forces of the regime"."""

import re

from coder.lexicon.entries import Demonym, PersonNoun
from coder.lexicon.load import Lexicon
from coder.lexicon.terms import Term
from coder.lexicon.words import noun_classes
from coder.mentions.actors.readings import Modifiers, Reading, read_modifiers
from coder.values.kinds import PLAIN_PEOPLE
from coder.values.labels import ActorType, CaseProfile
from coder.values.mentions import ActorMention
from coder.values.text import Sentence

COMPLEMENT_STOPS = frozenset({"of", "and", "or", ",", "in", "from", "who", "(", "'s"})

_UNARMED_BODIES = frozenset({ActorType.STATE_OTHER, ActorType.ORGANISATION})
_SINGULAR = re.compile(r"(?<=[^s])s\Z")
_MEN = "men"  # "men of the army", but "a man of the opposition"


def type_behind(
    sentence: Sentence, of: int, last: int, noun: Term, lexicon: Lexicon
) -> ActorType | None:
    """The type that the "of" phrase at the token ``of`` gives an open noun; null where none does.

    "A sniper of the regime", "factions of the opposition" are a regime sniper, opposition factions.
    """
    norms = sentence.norms
    if norms[of : of + 1] != ("of",) or not _takes_type(noun):
        return None
    end = next((at for at in range(of + 1, last) if norms[at] in COMPLEMENT_STOPS), last)
    return read_modifiers(sentence, of + 1, end, lexicon).type


def _takes_type(term: Term) -> bool:
    """Whether a noun is open to a type, and no plain member: "members of the opposition" sit."""
    noun = term.entry
    if term.form == _MEN:
        return True
    return isinstance(noun, PersonNoun) and noun.is_open and (noun.armed or noun.kind == "body")


def of_office(
    sentence: Sentence, what: int, reading: Reading, body: ActorMention | None
) -> Reading | None:
    """The reading with the type that heading or belonging to something gives; null for none.

    ``what``: the token of its head noun. In capitals it names a body of whatever kind, and in a
    text in capitals nobody can tell.
    """
    said = sentence.words[what] if sentence.case is CaseProfile.MIXED else sentence.norms[what]
    if sentence.case is not CaseProfile.MIXED and said not in noun_classes()["public_body"]:
        return None
    kind = _type_of_office(reading, said, body)
    return None if kind is None else reading._replace(type=kind, is_civilian=True)


def _type_of_office(reading: Reading, what: str, body: ActorMention | None) -> ActorType | None:
    """What somebody is by what he heads or belongs to, of which ``what`` is the head noun.

    "The head of the education office", "a member of parliament" holds an office, "the leader of
    the miners' union" does not; null where neither can be told.
    """
    classes = noun_classes()
    holder = (reading.description or "").rpartition(" ")[2].lower()
    is_member = holder in classes["sits_in"]
    if reading.type is ActorType.GOVERNMENT_OFFICIAL and holder in classes["presides"]:
        is_civil = _SINGULAR.sub("", what).lower() in classes["civil_body"]
        return ActorType.CIVILIANS if is_civil else None  # "the president of the dockers' union"
    if reading.type not in PLAIN_PEOPLE or not (is_member or holder in classes["presides"]):
        return None
    kind = body.type if body is not None else None
    if body is not None and (body.actor_id is not None or kind not in _UNARMED_BODIES):
        return None
    what = _SINGULAR.sub("", what)
    if kind is ActorType.STATE_OTHER or what in classes["public_body"]:
        return ActorType.GOVERNMENT_OFFICIAL
    if what.lower() in classes["political_body"] and not is_member:
        return ActorType.GOVERNMENT_OFFICIAL
    is_civil = what in classes["civil_body"] or (kind is ActorType.ORGANISATION and what.islower())
    return ActorType.CIVILIANS if is_civil else None


def stands_against(reading: Reading) -> bool:
    """As in "the victims of the cartel", "an opponent of the league": none of theirs."""
    said = (reading.description or "").rpartition(" ")[2].lower()
    return said in noun_classes()["stands_against"]


def with_country(
    sentence: Sentence, position: int, last: int, modifiers: Modifiers, lexicon: Lexicon
) -> Modifiers:
    """The modifiers with the country of "army of Syria", "government of the Philippines"."""
    if modifiers.nation is not None or position >= last:
        return modifiers
    for start in range(position, min(position + 2, last)):
        match = lexicon.nations.longest(sentence.norms, start)
        if match is not None and match[1][0].fits_case(sentence.words, start, sentence.case):
            entry = match[1][0].entry
            if isinstance(entry, Demonym):
                return modifiers._replace(nation=entry)
    return modifiers
