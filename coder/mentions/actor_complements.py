"""What "of" and a country or a typing word behind a noun for people say: "forces of the regime"."""

from coder.lexicon.entries import Demonym, PersonNoun
from coder.lexicon.load import Lexicon
from coder.lexicon.terms import Term
from coder.mentions.actor_readings import Modifiers, read_modifiers
from coder.values.labels import ActorType
from coder.values.text import Sentence

COMPLEMENT_STOPS = frozenset({"of", "and", "or", ",", "in", "from", "who", "(", "'s"})

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
