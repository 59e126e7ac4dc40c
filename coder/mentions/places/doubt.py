"""After the document is resolved: which possible names are no places after all."""

from collections.abc import Iterator, Mapping, Sequence

from coder.gazetteer.names import name_key
from coder.gazetteer.store import Entry
from coder.gazetteer.words import capitals
from coder.lexicon.closed import A_AN, ARTICLES
from coder.lexicon.entries import PersonNoun
from coder.lexicon.load import load_lexicon
from coder.lexicon.words import noun_classes, word_tags
from coder.mentions.places.spans import DocumentNames, PlaceSpan
from coder.values.kinds import BELOW_PROVINCE
from coder.values.labels import CaseProfile, PlaceLevel
from coder.values.text import Sentence

_WELL_KNOWN = 500_000  # a city of this size is no surname even as a subject of "said"
_LARGE = 100_000
_TOWN = 50_000
_VILLAGE = 20_000
_KNOWN = 5_000
_TOLD = 0.55  # the weight of a country whose people are named
_ONLY_ITS_OWN = 0.51  # a country's weight when nothing but the name itself speaks for it
_MAIN_COUNTRY = 0.85
_MIN_CONTEXT = 0.5  # a merely possible name counts when its country is talked about this much
_AGE_DIGITS = 2
_LEAST_BEFORE = 2  # tokens: a noun and a bracket
_LADY_OF = ("lady", "of")  # "Our Lady of Lourdes": whom a church is called after
_LOOKS = 20  # mentions of a name that are looked at
_LONGEST_GIVEN = 20
_THINGS = frozenset({"N", "n", "s", "J"})  # tags
_IN = frozenset({"in", "near", "at"})
_OF_ONE_PEOPLE = frozenset({"community", "communities", "tribe", "clan", "tribesmen"})
_BEFORE_UNKNOWN = _IN | {"outside", "nearby", "neighbouring", "neighboring", "from"}
_INSIDE_OF = frozenset({"in", "near"})  # "at Vodafone Kenya": several words are a firm as often
_GROUND = frozenset({"in", "into", "near", "outside", "around"})
_DETERMINING = 3  # "in the Afghan capital"
_BEHIND_PERSON = frozenset({",", ".", "who", "from", "in", "at", "of", "with"})
_WHERE_IT_IS = frozenset({"in", "near", "outside", ","})
_NAMED_LIKE_PEOPLE = BELOW_PROVINCE | {PlaceLevel.PLACE}
_REALMS = frozenset({"republic", "kingdom", "emirate", "province", "state"})
_INSIDE = frozenset(
    {
        PlaceLevel.PLACE,
        PlaceLevel.FEATURE,
        PlaceLevel.ADMIN1,
        PlaceLevel.ADMIN2,
        PlaceLevel.ADMIN3,
        PlaceLevel.DISTRICT,
    }
)


def _is_nationality(span: PlaceSpan, entry: Entry, sentence: Sentence) -> bool:
    """As in "one peacekeeper (India) was killed": where somebody is from."""
    norms = sentence.norms
    is_country = entry.level is PlaceLevel.COUNTRY
    if not is_country or span.first < _LEAST_BEFORE or norms[span.first - 1] != "(":
        return False
    is_closed = norms[span.last : span.last + 1] == (")",)
    return is_closed and load_lexicon().persons.get(norms[span.first - 2]) is not None


def _names_people(span: PlaceSpan, sentence: Sentence) -> bool:
    """As in "three Kuki villages", "the Kuki rebels": a people, and no village called so."""
    entry = span.chosen
    if entry is not None and entry.level not in _NAMED_LIKE_PEOPLE:
        return False
    if not span.first or sentence.norms[span.first - 1] in _BEFORE_UNKNOWN:
        return False
    terms = load_lexicon().persons.get(sentence.norms[span.first]) or ()
    return (
        any(isinstance(it.entry, PersonNoun) and it.entry.is_open for it in terms)
        and span.name == sentence.norms[span.first]
        and _is_thing(span.first + 1, sentence)
    )


class Doubts:
    """What a resolved document says against its less certain spans."""

    def __init__(
        self,
        spans: Sequence[PlaceSpan],
        names: DocumentNames,
        weights: Mapping[str, float],
        sentences: Sequence[Sentence],
    ) -> None:
        self.names = names
        self.lists = names.lists
        self.weights = weights
        self.heaviest = max(weights.values(), default=0.0)
        self.told_in = {
            span.chosen.iso2
            for span in spans
            if span.chosen is not None and _places_story(span, sentences[span.sentence])
        }
        abroad = [span for span in spans if self._is_of_forces(span, sentences[span.sentence])]
        self.by_forces_alone = {iso for span in abroad for iso in _countries(span)}
        if abroad:
            self.by_forces_alone -= {
                iso for span in spans if span not in abroad for iso in _countries(span)
            }
        self.at_home = max(
            (weight for iso, weight in weights.items() if iso not in self.by_forces_alone),
            default=0.0,
        )
        self.starts = {(span.sentence, span.first): span.chosen for span in spans}
        self.sure = {span.name for span in spans if span.certain and span.name not in names.persons}

    def _is_of_forces(self, span: PlaceSpan, sentence: Sentence) -> bool:
        """As in "US drones struck": forces act abroad, too; those that only speak tell no place."""
        noun, verb = (*sentence.norms[span.last : span.last + 2], "", "")[:2]
        return noun in noun_classes()["expeditionary"] and verb not in self.lists.saying

    def is_kept(self, span: PlaceSpan, sentence: Sentence) -> bool:
        """Whether the span becomes a mention."""
        entry = span.chosen
        if span.is_demonym or _names_people(span, sentence):
            return span.is_demonym and span.certain
        if entry is None:
            return self._is_kept_unlisted(span, sentence)
        if (
            self._opens_name(span, sentence)
            or sentence.norms[span.first - 2 : span.first] == _LADY_OF
            or self._is_of_street(span, sentence)
            or self._is_of_building(span, entry, sentence)
            or self._is_of_people(span, entry, sentence)
            or (
                not span.cue
                and (
                    self._is_persons(span, entry, sentence)
                    or _is_nationality(span, entry, sentence)
                )
            )
        ):
            return False
        if not span.cue and entry.level in _NAMED_LIKE_PEOPLE and span.is_single:
            is_famous = entry.population >= _WELL_KNOWN and span.key == name_key(entry.name)
            if not is_famous and self._is_other(span, sentence):
                return False
            if entry.population < _LARGE and self._is_elsewhere(entry):
                return False
        is_kept = span.certain or self._fits(span, entry, sentence)
        if span.is_spelling and span.cue and not is_kept:
            is_kept = self._is_unknown_word(span, sentence)
        is_kept = is_kept and not self._ends_full_name(span, entry, sentence)
        if (
            is_kept
            and span.is_single
            and span.area is None
            and (self._is_far_town(span, entry) or _ends_unknown_name(span, sentence))
        ):
            span.chosen = None  # some village of that name here, which no gazetteer has
        return is_kept

    def _is_kept_unlisted(self, span: PlaceSpan, sentence: Sentence) -> bool:
        """Proved once, a name is a place in the whole document."""
        if span.name in _REALMS and sentence.norms[span.last : span.last + 1] == ("of",):
            return False  # "the southern Republic of Ingushetia"
        return span.certain or (
            span.cue and (span.name in self.sure or self._is_unknown_word(span, sentence))
        )

    def _opens_name(self, span: PlaceSpan, sentence: Sentence) -> bool:
        """As in "at Cerro El Nance": the first word of an unlisted hill, and no town called so.

        Nor is what has an article of its own: in capitals, "THE BOMBING OF A UNION HALL".
        """
        if sentence.case is not CaseProfile.MIXED and sentence.norms[span.first - 1] in A_AN:
            behind = (*sentence.norms[span.last : span.last + 1], ".")[0]
            return not behind.isalpha() or word_tags().get(behind, "N") in "PBHMUWC"
        if not span.is_single or span.name not in self.lists.prefixes:
            return False
        behind = (*sentence.words[span.last : span.last + 1], "")[0]
        if sentence.case is CaseProfile.MIXED:
            return behind[:1].isupper()
        return behind.isalpha() and word_tags().get(behind.lower(), "E") in "Ee"

    def _is_of_building(self, span: PlaceSpan, entry: Entry, sentence: Sentence) -> bool:
        """As in "at Modelo prison in Bogota": what a building is called, and no town elsewhere."""
        building, where = (*sentence.norms[span.last : span.last + 2], "", "")[:2]
        is_called = sentence.norms[span.first - 1] not in ARTICLES  # not "a Damascus prison"
        if building not in noun_classes()["building"]:
            return False
        if entry.level is PlaceLevel.ADMIN1 and self._is_elsewhere(entry):
            return True  # "the Litoral prison", and no province of another country
        if entry.population < _TOWN and entry.level is PlaceLevel.PLACE:
            return self._weight(entry) < self.heaviest  # "the Westgate centre" in Kenya
        if where not in _WHERE_IT_IS or not is_called:
            return False
        town = self.starts.get((span.sentence, span.last + 2))
        is_town = entry.level is PlaceLevel.PLACE
        return is_town and town is not None and entry.iso2 not in town.countries

    def _is_of_people(self, span: PlaceSpan, entry: Entry, sentence: Sentence) -> bool:
        """As in "houses of the Kuki community": people, and no town of a country not told of."""
        following = (*sentence.norms[span.last : span.last + 1], "")[0]
        return following in _OF_ONE_PEOPLE and self._weight(entry) < self.heaviest

    def _is_of_street(self, span: PlaceSpan, sentence: Sentence) -> bool:
        """As in "Baghdad Street in Hama", "Hama's Baghdad Street": what a street is called."""
        street, where = (*sentence.norms[span.last : span.last + 2], "", "")[:2]
        if street not in self.lists.streets or not sentence.words[span.last][0].isupper():
            return False
        return where in _WHERE_IT_IS or sentence.norms[span.first - 1] == "'s"

    def _is_unknown_word(self, span: PlaceSpan, sentence: Sentence) -> bool:
        """As in "in Seytenga", "in Kara Zhol": behind "in", and no word, person or body."""
        words = span.name.split()
        if span.name in self.names.persons or words[0] in self.names.surnames:
            return False
        if sentence.norms[span.first - 1] not in (
            _BEFORE_UNKNOWN if span.is_single else _INSIDE_OF
        ):
            return False
        if not word_tags().keys().isdisjoint(words):
            return False
        if span.name.endswith("s") and self.names.gazetteer.lookup(span.name[:-1]):
            return False  # "in Syrias north": an apostrophe is lost
        # "in Maoist ambush": a word that says which thing is meant, and no place.
        is_day = span.last < len(sentence.norms) and (sentence.norms[span.last] in self.lists.times)
        return is_day or not _is_thing(span.last, sentence)

    def _fits(self, span: PlaceSpan, entry: Entry, sentence: Sentence) -> bool:
        """A possible name counts when its country is the document's."""
        if span.name in self.lists.common or span.name in self.lists.given_names:
            return False
        in_context = self._weight(entry) >= _MIN_CONTEXT
        if sentence.case is not CaseProfile.MIXED:
            return in_context and span.cue
        return in_context or span.name in self.sure

    def _is_persons(self, span: PlaceSpan, entry: Entry, sentence: Sentence) -> bool:
        """As in "the minister, Pedro Osorio, was": a small town called like a person."""
        if span.name in self.names.persons and entry.level is not PlaceLevel.COUNTRY:
            return True
        if sentence.norms[max(span.first - 1, 0)] in noun_classes()["kin"]:
            return True  # "his wife Fanta"
        if (
            entry.level not in _NAMED_LIKE_PEOPLE
            or entry.population >= _LARGE
            or span.area is not None
            or span.head is not None
        ):
            return False
        if entry.level is PlaceLevel.PLACE and sentence.norms[span.first] in self.lists.given_names:
            return True
        return _is_harmed(span, sentence) or _is_introduced(span, sentence)

    def _ends_full_name(self, span: PlaceSpan, entry: Entry, sentence: Sentence) -> bool:
        """As in "the home of Morales" where the text, maybe far off, names a David Morales."""
        is_plain = span.is_single and span.head is None and span.area is None
        if not is_plain or entry.level is not PlaceLevel.PLACE or entry.population >= _LARGE:
            return False
        if sentence.case is not CaseProfile.MIXED or sentence.norms[span.first - 1] in _IN:
            return False
        text, word = sentence.text, sentence.words[span.first]
        at = text.find(word)
        for _ in range(_LOOKS):
            if at < 0:
                break
            *_, given, gap = ("", *text[max(at - _LONGEST_GIVEN, 0) : at].split(" "))
            if not gap and given[:1].isupper() and given.lower() in self.lists.given_names:
                return True
            at = text.find(word, at + 1)
        return False

    def _weight(self, entry: Entry) -> float:
        return max((self.weights.get(iso, 0.0) for iso in entry.countries), default=0.0)

    def _is_elsewhere(self, entry: Entry) -> bool:
        """Whether the document is clearly about other countries than the one of this town."""
        return self._weight(entry) < _ONLY_ITS_OWN and self.heaviest >= _MAIN_COUNTRY

    def _is_far_town(self, span: PlaceSpan, entry: Entry) -> bool:
        """Whether a small town of another country is called so, and not the one meant.

        Where only its name says where it happened, a town that is the only one of it is meant:
        "in Loikaw, with rifles bought in Bulgaria". A town that is not, and of whose country
        nothing is told, has to be a city; "the Boma peninsula" is no town far away.
        """
        weight = self._weight(entry)
        is_town = entry.level is PlaceLevel.PLACE
        if is_town and span.head == "feature" and weight < _ONLY_ITS_OWN:
            return len(self.weights) > 1
        is_told_elsewhere = bool(self.told_in - {entry.iso2})
        is_only = len({other.iso2 for other in span.entries}) == 1 and span.certain
        if is_only and not is_told_elsewhere and entry.population >= _KNOWN:
            return False
        is_open = weight == 0 and is_told_elsewhere and self.heaviest > 0
        largest = (_LARGE if is_open else _TOWN) if is_told_elsewhere else _VILLAGE
        return (
            (is_town or entry.level in BELOW_PROVINCE)
            and (not is_town or entry.population < largest)
            and weight < _ONLY_ITS_OWN
            and (is_open or self.at_home >= _TOLD)
        )

    def _is_other(self, span: PlaceSpan, sentence: Sentence) -> bool:
        """A speaker, a surname, somebody with an age ("Campbell, 42,"), a street."""
        norms, j = sentence.norms, span.last
        following = norms[j] if j < len(norms) else ""
        previous = norms[span.first - 1] if span.first else ""
        if following in self.lists.saying or previous in self.lists.saying:
            return True
        if following in self.lists.streets or span.name in self.names.surnames:
            return True
        if self._is_corner(sentence, j):
            return True
        age = norms[j + 1 : j + 3]
        return (
            following == ","
            and len(age) == 2  # noqa: PLR2004 - the figure and what closes it
            and age[0].isdigit()
            and len(age[0]) == _AGE_DIGITS
            and age[1] in {",", "."}
        )

    def _is_corner(self, sentence: Sentence, behind: int) -> bool:
        """As in "Queen and Nelson Streets": the plural says what both names are of."""
        words = sentence.words[behind : behind + 3]
        if words[:1] == ("and",) and words[1:2] and words[1][:1].isupper():
            words = words[2:]
        plural = words[0] if words else ""
        return (
            plural[:1].isupper()
            and plural.endswith("s")
            and plural[:-1].lower() in self.lists.streets
            and sentence.case is CaseProfile.MIXED
        )


def _is_harmed(span: PlaceSpan, sentence: Sentence) -> bool:
    """As in "Mir Ali was shot dead", "police arrested Mohammad Agha": what befalls people alone.

    Not in "the mayor of Loikaw was killed", which tells what befell another.
    """
    before = sentence.norms[max(span.first - 2, 0) : span.first]
    if before[1:] == ("of",) and before[0] in noun_classes()["rank_official"]:
        return False
    harms = noun_classes()["befalls_people"]
    if sentence.norms[span.first - 1] in harms:
        return not _is_thing(span.last, sentence)
    verb = sentence.norms[span.last : span.last + 2]
    return verb[:1] == ("was",) and not harms.isdisjoint(verb[1:])


def _is_introduced(span: PlaceSpan, sentence: Sentence) -> bool:
    """As in "Mir Ali, a shopkeeper,": behind the name stands what somebody is."""
    comma, article, noun, following = (*sentence.norms[span.last : span.last + 4], *[""] * 4)[:4]
    if comma != "," or article not in ARTICLES or following not in _BEHIND_PERSON:
        return False
    terms = load_lexicon().persons.get(noun) or ()
    return any(getattr(term.entry, "kind", None) == "person" for term in terms)


def _is_thing(at: int, sentence: Sentence) -> bool:
    """Whether an ordinary noun or adjective stands there, or a word that no list has."""
    word = sentence.words[at] if at < len(sentence.words) else "."
    return word_tags().get(word, "N" if word[0].isalpha() else ".") in _THINGS


def _ends_unknown_name(span: PlaceSpan, sentence: Sentence) -> bool:
    """As in "THE KHAIR KHANA DISTRICT": in capitals, behind a word that only a name can be."""
    before = sentence.norms[span.first - 1] if span.first else ""
    return (
        span.head is not None
        and sentence.case is not CaseProfile.MIXED
        and before.isalpha()
        and before not in word_tags()
    )


def _countries(span: PlaceSpan) -> Iterator[str]:
    entries = span.entries[:2] if span.is_demonym else ([span.chosen] if span.chosen else [])
    for entry in entries:
        yield from entry.countries


def _places_story(span: PlaceSpan, sentence: Sentence) -> bool:
    """Whether a name says that something happened in its country: a town or an area of it.

    Not the country itself or its capital, which also stand for its forces and its government: "a US
    strike in Miranshah", "Washington said"; but "into the Afghan capital", "near Damascus".
    """
    entry = span.chosen
    if entry is None or span.is_demonym or entry.level not in _INSIDE:
        return False
    if capitals().get(entry.iso2 or "") != entry.name:
        return True
    return not _GROUND.isdisjoint(sentence.norms[max(span.first - _DETERMINING, 0) : span.first])
