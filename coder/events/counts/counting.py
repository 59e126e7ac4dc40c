"""One noun group -> a claim about a number of people, or none; codebook 2.5."""

from coder.events.counts.tolls import is_update, reached
from coder.events.counts.whole_words import is_whole
from coder.events.drafts import Claim
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.lexicon.closed import A_OR_ANOTHER, ALL_OF_BE
from coder.lexicon.entries import PersonNoun
from coder.lexicon.words import noun_classes
from coder.values.labels import ActorType, CasualtyKind, Qualifier
from coder.values.mentions import Quantity

_PAIR = "couple"
_SIZES = {"pair": 2, "duo": 2, "trio": 3, "quartet": 4}
_BUT = frozenset({"but", "except"})
_REFLEXIVE = frozenset({"himself", "herself"})
_STATES = frozenset({"actor-state", "actor-seat"})
_MORE = "more"
_DECEASED, _WAS = "deceased", ("was",)  # one person: "the deceased was declared dead"
_CREW = "crew"
_BODIES = frozenset({"body", "group"})
_OF_ONE = frozenset((body, "of", one) for body in ("body", "corpse") for one in ("a", "an", "one"))
_TRAILS = frozenset({("or", "more"), ("at", "least")})
_IN_ALL = frozenset({("in", "all"), ("in", "total"), ("of", "them"), ("according", "to")})
_ALTOGETHER = frozenset({("altogether",), (".",), ()})
_NO_PARTS = frozenset({"own", "'s"})  # "one of the commander's brothers": of nobody told before
_TOLD_HURT = frozenset({"injured", "wounded", "dead", "slain", "deceased"})
_HOW_MANY = frozenset({"many", "much", "few"})
_REST = frozenset({"other", "others"})
_ANYBODY = frozenset({"anyone", "anybody", "someone", "somebody", "anything"})
_ONE_BODY = frozenset({"a", "an", "one", "the", "same", "this", "that", "his", "her", "their"})
_NO_ONE = ("no", "one")
_SINGULAR_DETERMINERS = frozenset(
    {"the", "his", "her", "its", "this", "that", "their", "my", "our"}
)


def claim_of(reading: Reading, nominal: Nominal, kind: CasualtyKind) -> Claim | None:  # noqa: C901, PLR0911, PLR0912 - one answer a construction
    """One group of people as a claim; null where its words count nobody."""
    norms = reading.sentence.norms
    norm = norms[nominal.head]
    before = norms[nominal.first - 1] if nominal.first else ""
    if before == "how" and norms[nominal.first] in _HOW_MANY:
        return None  # "it is unclear how many people were hurt"
    if nominal.weapon is not None and nominal.actor is None:
        return None  # "recovered five bodies along with four rifles"
    if before == "not" and norms[nominal.first + 1 : nominal.first + 2] == ("single",):
        return make_claim(reading, nominal, kind, (0, 0, 0), Qualifier.NONE)
    if norm in _REFLEXIVE:
        return make_claim(reading, nominal, kind, (1, 1, 1), Qualifier.EXACT)
    if "pronoun" in nominal.fillers and not nominal.is_negative:
        return None
    if (
        norm in noun_classes()["counted_group"] and not _counts_members(reading, nominal)
    ) or norm in _ANYBODY:
        return _of_members(reading, nominal, kind)
    if norm == _CREW and nominal.quantity is None:
        return _of_members(reading, nominal, kind)  # "seized a dhow with its crew of 24"
    if nominal.is_negative and (only := sole_victim(reading, nominal)) is not None:
        return claim_of(reading, only, kind)
    is_no_one = norms[nominal.first : nominal.first + 2] == _NO_ONE
    if nominal.is_negative and (nominal.quantity is None or not nominal.quantity.best or is_no_one):
        return make_claim(reading, nominal, kind, (0, 0, 0), Qualifier.NONE)
    if nominal.quantity is not None:
        return _of_quantity(reading, nominal, kind, nominal.quantity)
    if norm in _SIZES and nominal.is_definite:
        size = _SIZES[norm]
        return make_claim(reading, nominal, kind, (size, size, size), Qualifier.EXACT)
    if norm == _DECEASED and norms[nominal.last : nominal.last + 1] == _WAS:
        return make_claim(reading, nominal, kind, (1, 1, 1), Qualifier.EXACT)
    if nominal.is_definite and norm in noun_classes()["harmed"]:
        return None  # "the dead", "the victims": told before
    if kind is CasualtyKind.INJURED and norm in noun_classes()["remains"]:
        return None  # "the bodies were burned"
    if norms[nominal.first] == _MORE:
        return None  # "pulled more bodies from the rubble": the toll told beside it has them
    actor = nominal.actor
    is_aged = actor is None and "person" in nominal.fillers and reading.tags[nominal.head] == "E"
    is_plural = actor.is_plural if actor is not None else False
    if nominal.is_definite and norm in noun_classes()["ordinal"]:  # "and the fourth died"
        return make_claim(reading, nominal, kind, (1, 1, 1), Qualifier.EXACT)
    if nominal.is_definite and norm in _REST:
        return _of_the_rest(reading, nominal, kind)
    if is_aged or (norms[nominal.first] in A_OR_ANOTHER and not is_plural):
        if _is_bodily_noun(reading, nominal):
            return None  # "hit a wedding party"
        return make_claim(reading, nominal, kind, (1, 1, 1), Qualifier.EXACT)
    if actor is None and "name" not in nominal.fillers:
        told = norms[nominal.first : nominal.head]
        is_body = any(told[at : at + 3] in _OF_ONE for at in range(3))
        return make_claim(reading, nominal, kind, (1, 1, 1), Qualifier.EXACT) if is_body else None
    if is_plural:
        return _of_plural(reading, nominal, kind)
    if actor is not None and actor.rule_id in _STATES:
        return None  # "the country suffered two days of slaughter"
    is_one = actor is not None and actor.actor_id is None and not _is_bodily_noun(reading, nominal)
    if "name" in nominal.fillers or is_one:
        return make_claim(reading, nominal, kind, (1, 1, 1), Qualifier.EXACT)
    return None


def _of_quantity(
    reading: Reading, nominal: Nominal, kind: CasualtyKind, quantity: Quantity
) -> Claim:
    """As in "at least four drivers": as many as the words say."""
    norms = reading.sentence.norms
    if is_update(reading):
        quantity = reached(quantity)  # "has risen from three to five dead"
    bounds, qualifier = _with_trail(reading, nominal, quantity)
    is_pair = norms[quantity.last - 1] == _PAIR
    if is_pair and norms[quantity.last : quantity.last + 1] != ("of",):
        bounds, qualifier = (2, 2, 2), Qualifier.EXACT  # "a couple and their two daughters"
    claim = make_claim(reading, nominal, kind, bounds, qualifier, quantity)
    claim.is_partitive = _is_partitive(reading, nominal, quantity)
    return claim


def _of_plural(reading: Reading, nominal: Nominal, kind: CasualtyKind) -> Claim | None:
    """As in "killed soldiers": several, unless a body of them or those told before are meant."""
    norms = reading.sentence.norms
    if nominal.actor is not None and _is_body(nominal.actor.type, reading, nominal):
        return None
    if _says_who_were_harmed(reading, nominal.chunk):
        return None
    if nominal.is_definite and not _TOLD_HURT.isdisjoint(norms[nominal.first : nominal.head]):
        return None  # "the injured soldiers were airlifted"
    are_remains = nominal.is_definite and norms[nominal.head] in noun_classes()["remains"]
    if are_remains and norms[nominal.last : nominal.last + 1] != ("of",):
        return None  # "who buried the bodies": counted where they were killed
    return _of_several(reading, nominal, kind)


def _says_who_were_harmed(reading: Reading, number: int) -> bool:
    """As in "the dead were guards", "those killed were also guards": no more than were told."""
    clauses = reading.clauses
    whole = number - 2 - (clauses.kinds[max(number - 2, 0) : number - 1] in ("X", "K"))
    return (
        whole >= 0
        and clauses.kinds[number - 1] == "V"
        and clauses.head_words[number - 1] in ALL_OF_BE
        and clauses.kinds[whole] == "N"
        and is_whole(reading, whole)
    )


def _is_bodily_noun(reading: Reading, nominal: Nominal) -> bool:
    """As in "the army", "the crew", "the population": the noun is that of a body, not of one."""
    found = reading.lexicon.persons.ending(reading.sentence.norms, nominal.first, nominal.head + 1)
    entry = found[1][0].entry if found is not None else None
    return isinstance(entry, PersonNoun) and entry.kind in _BODIES


def _of_the_rest(reading: Reading, nominal: Nominal, kind: CasualtyKind) -> Claim:
    """As in "the other was killed": one of two told before; "the others": some of several."""
    if reading.sentence.norms[nominal.head] == "other":
        claim = make_claim(reading, nominal, kind, (1, 1, 1), Qualifier.EXACT)
    else:
        claim = make_claim(reading, nominal, kind, (2, None, None), Qualifier.PLURAL)
    claim.is_partitive = True
    return claim


def _of_several(reading: Reading, nominal: Nominal, kind: CasualtyKind) -> Claim:
    """A plural without a number: two or more, or what a number noun before "of" says."""
    number = _counting_number(reading, nominal) or _number_in_all(reading, nominal)
    if number is None:
        return make_claim(reading, nominal, kind, (2, None, None), Qualifier.PLURAL)
    return number_claim(reading, nominal, kind, number)


def _counting_number(reading: Reading, nominal: Nominal) -> Quantity | None:
    """As in "an unknown number of others injured": what counts the group behind "of".

    Also of all that are joined behind it: "leaving scores of women and children injured".
    """
    kinds = reading.clauses.kinds
    at = nominal.chunk
    while kinds[at - 3 : at] in {"PNC", "CNC"}:
        at -= 2
    if not kinds.endswith("NP", 0, at):
        return None
    counting = reading.nominal(at - 2)
    of = reading.clauses.chunks[at].head
    return counting.quantity if counting.head in {nominal.head, of} else None


def _number_in_all(reading: Reading, nominal: Nominal) -> Quantity | None:
    """As in "killed militants, at least 21 in all": how many they were, told behind a comma."""
    at = nominal.chunk + 1
    if reading.clauses.kinds[at : at + 2] not in {",N", ":N"}:
        return None
    group = reading.clauses.chunks[at + 1]
    quantity = reading.quantities.get(group.first)
    if quantity is None or quantity.last != group.last:
        return None
    behind = reading.sentence.norms[quantity.last : quantity.last + 2]
    return quantity if behind in _IN_ALL or behind[:1] in _ALTOGETHER else None


def _counts_members(reading: Reading, nominal: Nominal) -> bool:
    """As in "five of a family", "four members of one group": the number counts persons."""
    quantity = nominal.quantity
    if quantity is None or quantity.last >= nominal.head:
        return False
    norms = reading.sentence.norms
    at = next((at for at in range(quantity.last, nominal.head) if norms[at] == "of"), nominal.head)
    return at < nominal.head and norms[at + 1] in _ONE_BODY


def sole_victim(reading: Reading, nominal: Nominal) -> Nominal | None:
    """As in "nobody but the driver", "no one except himself": who alone came to harm."""
    clauses = reading.clauses
    at = nominal.chunk + 1
    if clauses.kinds[at + 1 : at + 2] != "N":
        return None
    is_but = clauses.first_words[at] in _BUT
    return reading.nominal(at + 1) if is_but else None


def _of_members(reading: Reading, nominal: Nominal, kind: CasualtyKind) -> Claim | None:
    """As in "a family of nine", "a group of 20": how many the word itself counts."""
    clauses = reading.clauses
    if nominal.quantity is not None:
        beside = _persons_beside(reading, nominal)
        return claim_of(reading, beside, kind) if beside is not None else None
    number = reading.of_what(clauses.at_token[nominal.head])
    if number is None:
        return None
    group = clauses.chunks[number]
    quantity = reading.quantities.get(group.first)
    if quantity is None or quantity.last != group.last:
        return None
    return number_claim(reading, nominal, kind, quantity)


def _persons_beside(reading: Reading, nominal: Nominal) -> Nominal | None:
    """As in "900 families (5,400 people)", "900 families, or 5,400 people,": the same in heads."""
    clauses = reading.clauses
    opening = clauses.kinds[nominal.chunk + 1 : nominal.chunk + 4]
    if not opening.startswith(("(N", "CN", ",CN")):
        return None
    number = nominal.chunk + 1 + opening.index("N")
    before = clauses.chunks[number - 1]
    if before.kind == "C" and reading.sentence.norms[before.first] != "or":
        return None
    persons = reading.nominal(number)
    is_new = reading.sentence.norms[persons.head] not in noun_classes()["counted_group"]
    return persons if is_new and persons.quantity and "person" in persons.fillers else None


def _with_trail(
    reading: Reading, nominal: Nominal, quantity: Quantity
) -> tuple[tuple[int | None, int | None, int | None], Qualifier]:
    """The bounds, with words behind the noun: "150 people or more", "40 soldiers at least"."""
    norms = reading.sentence.norms
    if quantity.qualifier is Qualifier.EXACT and norms[nominal.last : nominal.last + 2] in _TRAILS:
        following = norms[nominal.last + 2 : nominal.last + 3]
        if not following or not following[0][0].isdigit():
            return (quantity.low, quantity.best, None), Qualifier.AT_LEAST
    return (quantity.low, quantity.best, quantity.high), quantity.qualifier


def _is_partitive(reading: Reading, nominal: Nominal, quantity: Quantity) -> bool:
    """As in "one of them", "three of the wounded": some of people told before."""
    norms = reading.sentence.norms
    if norms[quantity.last : quantity.last + 2] == ("of", "whom"):
        return True
    return (
        norms[quantity.last : quantity.last + 1] == ("of",)
        and quantity.last + 1 < nominal.last
        and _NO_PARTS.isdisjoint(norms[quantity.last : nominal.last])
        and (
            norms[quantity.last + 1] in _SINGULAR_DETERMINERS
            or norms[quantity.last + 1] in {"them", "those", "these"}
        )
    )


def _is_body(kind: ActorType, reading: Reading, nominal: Nominal) -> bool:
    """An organised body as a whole ("the army") is no number of people."""
    actor = nominal.actor
    return kind is ActorType.ORGANISATION or (
        actor is not None and actor.actor_id is not None and reading.tags[nominal.head] == "E"
    )


def make_claim(  # noqa: PLR0917 - what a row is made of
    reading: Reading,
    nominal: Nominal,
    kind: CasualtyKind,
    bounds: tuple[int | None, int | None, int | None],
    qualifier: Qualifier,
    quantity: Quantity | None = None,
) -> Claim:
    """A claim with bounds in persons, told in the words of one noun group."""
    low, best, high = bounds
    return Claim(
        kind=kind,
        low=low,
        best=best,
        high=high,
        qualifier=qualifier,
        nominal=nominal,
        reading=reading,
        first=nominal.first,
        last=nominal.last,
        quantity=quantity,
    )


def number_claim(
    reading: Reading, nominal: Nominal, kind: CasualtyKind, quantity: Quantity
) -> Claim:
    """A claim of what a number says."""
    bounds = (quantity.low, quantity.best, quantity.high)
    return make_claim(reading, nominal, kind, bounds, quantity.qualifier, quantity)


def of_them(reading: Reading, nominal: Nominal, kind: CasualtyKind) -> Claim | None:
    """As in "shot 28 of them dead": a number of people whom nothing before names."""
    quantity = nominal.quantity
    if quantity is None or "pronoun" not in nominal.fillers:
        return None
    return number_claim(reading, nominal, kind, quantity)
