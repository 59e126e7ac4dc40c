"""Places a sentence names that are not where the act was: whose a thing is, a party, a posting."""

import re

from coder.events.drafts import Draft
from coder.events.reading import Reading, is_title
from coder.events.roles.names import is_in_person_name
from coder.lexicon.closed import ALL_OF_BE
from coder.lexicon.words import noun_classes
from coder.rules.model import DOING_ROLES
from coder.values.labels import ActorType, CaseProfile, DatePrecision, PlaceLevel
from coder.values.mentions import PlaceMention
from coder.values.text import Sentence

WAY = frozenset({"from", "to", "into", "towards", "toward", "for"})
_BESIDE = frozenset({"with", "like", "by"})  # "a clash with China", "wanted by Spain": a party
_CHAIN = frozenset({"NP", "NC"})
_FOR_WHAT = frozenset({"for", "to"})
_CARE = noun_classes()["hospital"]
_MAX_LYING = 6  # tokens between the verb and the hospital
_VERBS = frozenset("BGHILVXZ")
_AS_ADJECTIVES = frozenset({"US", "U.S.", "UK", "U.K.", "United States", "United Kingdom"})
_COUNTRY = PlaceLevel.COUNTRY
_LONG, _TWO = 5, 2
_OVER = frozenset({"over"})
_SITES = frozenset({"garrison", "base", "post", "checkpoint", "outpost", "command"})
_LINE = 2  # chunks in front of what is bordered: "the border | with"
_OF_YOUTH = frozenset({"born", "educated", "raised", "trained"})
_OF_STATE = frozenset({ActorType.STATE_MILITARY, ActorType.STATE_OTHER})
_HEARD = frozenset({"monitored", "received", "heard", "picked", "relayed", "carried"})
_HEARD_IN = re.compile(r"N,?([XK])A?(?:PN)*P\Z")
_LINES = frozenset({("border",), ("frontier",)})


def is_modifier(reading: Reading, place: PlaceMention) -> bool:
    """As in "a US strike", "Peru's football team": whose it is, not where."""
    clauses = reading.clauses
    number = clauses.at_token[place.first]
    if place.level is _COUNTRY and reading.sentence.norms[place.last : place.last + 1] in _LINES:
        return True  # "near the Pakistan border": on which side of it is told elsewhere
    if _is_bordered(reading, place):
        return True
    if (
        _opens_name(reading, place)
        or _is_origin(reading, number)
        or _is_seat(reading, place)
        or (not _HEARD.isdisjoint(reading.vocabulary) and _is_where_heard(reading, number))
    ):
        return True
    if place.text in _AS_ADJECTIVES and place.last < clauses.chunks[number].last:
        return True
    is_whose = place.level is _COUNTRY and reading.tags[place.last : place.last + 1] == "S"
    if not is_whose or clauses.kinds[number] != "N":
        return False
    nominal = reading.nominal(number)
    return nominal.actor is not None and "armed" not in nominal.fillers


def _is_seat(reading: Reading, place: PlaceMention) -> bool:
    """As in "Hanoi's troops", "the Luanda government": the seat of a state stands for the state."""
    number = reading.clauses.at_token[place.first]
    if reading.clauses.kinds[number] != "N" or reading.lexicon.seated(place.text.lower()) is None:
        return False
    nominal, word = reading.nominal(number), reading.clauses.head_words[number]
    if place.last > nominal.head or word in _SITES:
        return False
    is_of_state = nominal.actor is not None and nominal.actor.type in _OF_STATE
    return is_of_state or word in noun_classes()["crewed"]


def _is_where_heard(reading: Reading, number: int) -> bool:
    """As in "the radio, monitored by the BBC in Nairobi, said", "a broadcast received in Aden"."""
    clauses = reading.clauses
    phrases = _HEARD_IN.search(clauses.kinds, 0, number)
    if phrases is None or clauses.head_words[phrases.start(1)] not in _HEARD:
        return False
    behind = number + 1 + (clauses.kinds[number + 1 : number + 2] == ",")
    is_said = clauses.kinds[behind : behind + 1] in set("VX") and (
        clauses.head_words[behind] in reading.lexicon.speech_words
    )
    return is_said or clauses.head_words[phrases.start()] in noun_classes()["aired"]


def _is_bordered(reading: Reading, place: PlaceMention) -> bool:
    """As in "a town bordering Iran", "on the border with Iran": what lies on the other side."""
    clauses = reading.clauses
    number = clauses.at_token[place.first]
    if noun_classes()["borders"].isdisjoint(reading.vocabulary) or number < _LINE:
        return False
    at = number - 2 if clauses.first_words[number - 1] == "with" else number - 1
    is_line = at == number - 1 or clauses.kinds[at] == "N"
    return is_line and clauses.head_words[at] in noun_classes()["borders"]


def is_home_of_doers(draft: Draft, number: int) -> bool:
    """As in "rebels based in Chad": where the doers of an act are at home.

    Whom an act hits was hit there, unless the words are of their youth: "a nurse born in Chad".
    """
    clauses = draft.reading.clauses
    words = noun_classes()["at_home"]
    if words.isdisjoint(draft.reading.vocabulary) or clauses.kinds[number - 1 : number] != "P":
        return False
    at = number - 2
    if at < 1 or clauses.head_words[at] not in words:
        return False
    who = at - 2 if clauses.kinds[at - 1] == "W" else at - 1
    return clauses.head_words[at] in _OF_YOUTH or any(
        it.nominal.chunk == who and it.role in DOING_ROLES for it in draft.fillers
    )


def _is_origin(reading: Reading, number: int) -> bool:
    """As in "the attackers were from Zamfara": where people come from."""
    clauses = reading.clauses
    return (
        clauses.kinds[number - 2 : number] == "VP"
        and clauses.first_words[number - 1] == "from"
        and clauses.head_words[number - 2] in ALL_OF_BE
    )


def _opens_name(reading: Reading, place: PlaceMention) -> bool:
    """As in "at Niger Bridge in Onitsha", "near Mali Khel": a name that begins with a country's.

    Where another place is named. Capitals, and a headline's, do not show where a name ends.
    """
    sentence = reading.sentence
    return (
        place.level is _COUNTRY
        and sentence.case is CaseProfile.MIXED
        and not (is_title(sentence) and _has_capitals_throughout(sentence))
        and reading.tags[place.last : place.last + 1] == "E"
        and any(not it.is_demonym and it is not place for it in reading.places)
        and not any(other.first == place.last for other in reading.places)
    )


def _has_capitals_throughout(sentence: Sentence) -> bool:
    """As in "Gunmen Attack Niger Post": no two long words of a headline begin small."""
    small = [word for word in sentence.words if len(word) >= _LONG and word[0].islower()]
    return len(small) < _TWO


def is_of_another(reading: Reading, place: PlaceMention, act: int) -> bool:
    """Whether a place is that of another act, or of people who met over this one."""
    number = reading.clauses.at_token[place.first]
    return _is_of_dated_act(reading, place, act) or is_of_meeting(reading, number, act)


def _is_of_dated_act(reading: Reading, place: PlaceMention, act: int) -> bool:
    """As in "a blast as the court hears of the 1972 Derry shootings": where those were."""
    clauses = reading.clauses
    number = clauses.at_token[place.first]
    is_other = number != act and clauses.chunks[number].head in reading.event_heads
    return is_other and any(
        reading.chunk_of(time) == number - 1 and time.precision is DatePrecision.YEAR
        for time in reading.times
    )


def is_of_meeting(reading: Reading, number: int, act: int) -> bool:
    """As in "talks in Lima on Friday | after the murder of two": where and when people met over it.

    Of the act, which a noun behind "after" or "over" tells, the place or day is not told.
    """
    clauses = reading.clauses
    kinds, words = clauses.kinds, noun_classes()["meeting"]
    if words.isdisjoint(reading.vocabulary) or number > act or not kinds.endswith("P", 0, act):
        return False
    if clauses.first_words[act - 1] not in noun_classes()["behind_prep"] | _OVER:
        return False
    at = number - 1
    while at >= 0 and kinds[at] in "PNtA":
        if clauses.head_words[at] in words:
            return True
        at -= 1
    if at < 0 or kinds[at] not in "VXGI":
        return False
    return clauses.head_words[at] in words or any(
        clauses.head_words[one] in words for one in clauses.subject(at)
    )


def is_of_avenged(reading: Reading, act: int, number: int) -> bool:
    """As in "bombed a bar in revenge for raids on Libya last week": what is behind "for"."""
    if noun_classes()["revenge"].isdisjoint(reading.vocabulary):
        return False
    clauses = reading.clauses
    return any(
        clauses.kinds[at : at + 2] == "NP"
        and clauses.head_words[at] in noun_classes()["revenge"]
        and clauses.first_words[at + 1] in _FOR_WHAT
        for at in range(act + 1, number - 1)
    )


def is_party(reading: Reading, place: PlaceMention) -> bool:
    """As in "a clash with China", "killed Judge Amina Bala": one of the parties, and no place."""
    if _is_government(reading, place):
        return True
    if place.level is _COUNTRY:
        before = _led_by(reading, reading.clauses.at_token[place.first])
        if before in _BESIDE or (before == "to" and _is_posting(reading, place)):
            return True
    return is_in_person_name(reading, place) or _is_in_demand(reading, place)


def _is_in_demand(reading: Reading, place: PlaceMention) -> bool:
    """As in "the rebels, demanding an end to the war in A, seized": where the war is."""
    clauses, demanding = reading.clauses, noun_classes()["demanding"]
    if demanding.isdisjoint(reading.vocabulary):
        return False
    number = at = clauses.at_token[place.first]
    while clauses.kinds.endswith("NP", 0, at):
        at -= 2
    if clauses.kinds[at - 1 : at] != "G" or clauses.head_words[at - 1] not in demanding:
        return False
    return any(clauses.head_words[it] in noun_classes()["war"] for it in range(at, number))


def _is_government(reading: Reading, place: PlaceMention) -> bool:
    """As in "since Moscow invaded its neighbour": the seat that acts, where none is told to see."""
    clauses, number = reading.clauses, reading.clauses.at_token[place.first]
    verb = number + 1
    if clauses.kinds[verb : verb + 1] not in {"V", "X"} or clauses.chunks[verb].passive:
        return False
    group = clauses.chunks[number]
    name = " ".join(reading.sentence.norms[group.first : group.last])
    return (
        reading.lexicon.seated(name) is not None
        and bool(clauses.objects(verb))
        and clauses.head_words[verb] not in noun_classes()["seeing"]
        and clauses.subject(verb) == [number]
    )


def _led_by(reading: Reading, number: int) -> str:
    """The preposition a group stands behind, by itself or in a list ("by Iran and Russia")."""
    clauses = reading.clauses
    while clauses.kinds.endswith("NC", 0, number):
        number -= 2
    if not clauses.kinds.endswith("P", 0, number):
        return ""
    return reading.sentence.norms[clauses.chunks[number - 1].last - 1]


def _is_posting(reading: Reading, place: PlaceMention) -> bool:
    """As in "a former ambassador to Spain": whom he was sent to, not where he was."""
    number = reading.clauses.at_token[place.first]
    return (
        reading.clauses.kinds.endswith("NP", 0, number)
        and "authority" in reading.nominal(number - 2).fillers
    )


def is_of_care(reading: Reading, place: PlaceMention) -> bool:
    """As in "died in Nakuru hospital", "taken to Guwahati": not where they came to harm."""
    clauses, norms, kinds = reading.clauses, reading.sentence.norms, reading.clauses.kinds
    number = clauses.at_token[place.first]
    if clauses.head_words[number] in _CARE:
        return True
    while kinds[number - 1 : number] == "C":
        number -= 2
    if not kinds.endswith("P", 0, number):
        return False
    if norms[clauses.chunks[number - 1].last - 1] in WAY:
        return True
    care = clauses.chunks[max(number - 2, 0)]  # "taken to hospital in Guwahati"
    if norms[care.head] not in _CARE:
        return False
    led = {norms[care.first], *norms[max(care.first - 2, 0) : care.first]}
    return not led.isdisjoint(WAY) or _is_lying(reading, care.first)


def _is_lying(reading: Reading, token: int) -> bool:
    """As in "was last night in hospital in Newry", and not "were shot at a hospital in Newry"."""
    for at in range(token - 1, max(token - _MAX_LYING, 0), -1):
        if reading.tags[at] in _VERBS:
            return reading.sentence.norms[at] in noun_classes()["in_care"]
    return False


def is_by_known_act(reading: Reading, whom: int) -> bool:
    """Whether what befell a group is told of an act known before: "the attack killed two"."""
    clauses = reading.clauses
    verb = whom - 1 - (clauses.kinds[whom - 1 : whom] in "JK")
    doers = clauses.subject(verb) if clauses.kinds[verb : verb + 1] in ("V", "X") else []
    return any(
        reading.nominal(at).is_definite and "event" in reading.nominal(at).fillers for at in doers
    )


def is_nationality(reading: Reading, place: PlaceMention) -> bool:
    """As in "Two Lesotho soldiers were hurt", behind the sentence of the act: who they were."""
    return place.level is PlaceLevel.COUNTRY and reading.sentence.index > 0


def is_of_other_act(reading: Reading, act: int, number: int) -> bool:
    """As in "carried out the bombings to avenge an offensive on A": A saw the offensive.

    And in "strikes that followed, the heaviest since the attacks on A and B".
    """
    clauses = reading.clauses
    kinds = clauses.kinds
    if is_of_avenged(reading, act, number):
        return True
    purpose = kinds.find("IN", act + 1, number)
    if purpose >= 0 and clauses.chunks[purpose + 1].head in reading.event_heads:
        return True
    if "since" not in reading.vocabulary:
        return False
    at = number
    while kinds[at - 2 : at] in _CHAIN:
        at -= 2
        if at != act and clauses.chunks[at].head in reading.event_heads:
            since = clauses.chunks[at - 1] if at else None
            return since is not None and reading.sentence.norms[since.first] == "since"
    return False


def without_homes(reading: Reading, places: list[PlaceMention], act: int) -> list[PlaceMention]:
    """The places by their distance from an act; where fighters are from only if alone.

    As in "bombed the Misrata fighters in Tripoli", "fought the brigades of Zintan in Tripoli".
    """
    if len(places) > 1:
        homes = [place for place in places if _is_home_of_fighters(reading, place)]
        rest = [place for place in places if place not in homes]
        if any(place.level is not _COUNTRY for place in rest):
            places = rest
    return sorted(places, key=lambda place: abs(place.first - act))


def _is_home_of_fighters(reading: Reading, place: PlaceMention) -> bool:
    clauses = reading.clauses
    number = clauses.at_token[place.first]
    group = clauses.chunks[number]
    if place.level is _COUNTRY or clauses.kinds[number] != "N":
        return False
    if place.last < group.last:
        return place.last <= group.head and "armed" in reading.nominal(number).fillers
    is_of = clauses.kinds[number - 2 : number] == "NP" and (clauses.first_words[number - 1] == "of")
    # "An assault on the garrison of Boma": there
    is_site = is_of and clauses.head_words[number - 2] in _SITES
    return is_of and not is_site and "armed" in reading.nominal(number - 2).fillers
