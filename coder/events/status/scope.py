"""Whether a draft is one act, several or a sum: scope (codebook 2.2)."""

from datetime import timedelta

from coder.events.drafts import Draft, Filler
from coder.events.roles.nominals import Nominal, is_amount, is_plural
from coder.events.senses.violence import is_outcome
from coder.events.setting.opening import is_live
from coder.events.status.one_act import (
    acts_met,
    in_separate_incidents,
    is_by_several,
    is_of_more_than_told,
    is_one_act,
)
from coder.events.status.presupposed import is_definite_act
from coder.events.status.summing import TOLLS, is_day, is_sum, is_sum_since, tells_total_apart
from coder.grammar.chunks import Chunk
from coder.grammar.clauses import groups_behind
from coder.lexicon.closed import ARTICLES, IS_ARE_SHORT
from coder.lexicon.words import noun_classes
from coder.mentions.times.entry_days import heads_entry
from coder.rules.model import HIT_ROLES
from coder.values.kinds import ATTACK_OR_KILLING, LEAVING
from coder.values.labels import DateBasis, DatePrecision, EventType, PlaceLevel, Scope, Section
from coder.values.mentions import TimeExpression

_SUMMARY_DAYS = 21
_ONCE_IN = (
    *("earlier ", "early ", "late ", "mid-", "mid "),
    *("the beginning ", "the start ", "the middle ", "the end "),
)
_COUNTLESS = frozenset({"numerous", "countless", "many", "innumerable"})
_WARS = frozenset({"war", "wars"})
_IN_WAR = frozenset({"in", "during", "by"})
_TIMES = "times"
_INVOLVING = frozenset({"involved", "involve", "included"})
_SINCE = "since"
_SO_FAR, _THIS = "so far ", "this "
_PERIODS = ("reporting period", "reporting week")
_NEAR_RELATIVE = 4  # chunks: "robberies | of | banks | that"
_THOUSANDS = 1_000
_BEFELL = frozenset({"passive", "participle"})
_TERRITORIAL_CHANGE = EventType.TERRITORIAL_CHANGE
_SEPARATE = "separate"
_SUMMARY = Scope.SUMMARY

_OF_ONE = frozenset({_SEPARATE})
_OF_VICTIMS = frozenset({"double", "triple", "quadruple"})
_STOPS = frozenset({".", '"', "!"})


def settle_scope(draft: Draft, kinds: dict[str, str]) -> None:
    """Set ``scope`` and how many incidents a draft tells."""
    reading = draft.reading
    # "Shot dead on Monday, the twelfth killed this year": the nearest time is the day of the act.
    has_day = bool(draft.times) and is_day(draft.times[0])
    has_total = tells_total_apart(draft)
    is_one = is_one_act(draft) and not _is_many_times(draft)
    has_span = any(_is_long(draft, time) for time in draft.times)
    if has_span and not (has_day or has_total or is_one):
        draft.scope = _SUMMARY
    # "killed two on Monday, 40 so far this month"; "so far this week" itself is no day
    is_so_far = kinds.get("summary", "").startswith(_SO_FAR)
    is_apart = not TOLLS.isdisjoint(reading.vocabulary) or (
        is_so_far and has_day and not draft.times[0].text.lower().startswith(_THIS)
    )
    is_beside = has_total or (has_day and is_apart)
    # In the period of a report one act may be told; only what came of acts is a sum for sure.
    is_of_report = kinds.get("summary", "").endswith(_PERIODS) and not is_outcome(draft)
    is_told = "summary" in kinds and not (is_beside or is_of_report)
    is_ground = draft.type is _TERRITORIAL_CHANGE  # "captured wide areas": a campaign
    is_summed = is_told or (is_sum(draft) and not (has_total or is_one))
    is_total = (bool(draft.claims) and is_summed) or (is_ground and is_told)
    if is_total or _is_general(draft) or _are_without_number(draft) or _are_since(draft):
        draft.scope = _SUMMARY
    if _are_things_by_thousands(draft) or _is_done_by_war(draft) or _have_gathered(draft):
        draft.scope = _SUMMARY
    if (
        (not has_day and _is_kind_of_many(draft))
        or _only_grows(draft)
        or is_of_more_than_told(draft)
    ):
        draft.scope = _SUMMARY
    if draft.scope is _SUMMARY:
        draft.n_low = draft.n_high = None
        return
    group = reading.clauses.chunks[draft.chunk]
    is_plural = draft.support != "verb" and "plural" in _form(draft) and not _is_one_of(draft)
    is_plural = is_plural and "count" not in draft.frame.tags  # "nine casualties": of people
    quantity = reading.number_in(draft.chunk) if group.kind == "N" else None
    if is_plural and quantity is not None and quantity.best is not None and quantity.best > 1:
        draft.scope = Scope.SERIES
        draft.n_low, draft.n_high = quantity.low, quantity.high
    elif (counted := acts_met(draft)) is not None:
        draft.scope = Scope.SERIES
        draft.n_low, draft.n_high = counted.low, counted.high
    elif (apart := in_separate_incidents(draft)) is not None:
        draft.scope = Scope.SERIES
        draft.n_low, draft.n_high = apart.low, apart.high
    elif is_plural or kinds.get("series", _SEPARATE) not in _one_act_for(draft):
        draft.scope = Scope.SERIES
        draft.n_low, draft.n_high = 2, None


def _one_act_for(draft: Draft) -> frozenset[str]:
    """Words of no series: "a separate attack", "a double shooting" (of two); no double bombing."""
    word = draft.reading.sentence.norms[draft.last - 1]
    is_on_people = draft.type in ATTACK_OR_KILLING and word.endswith(("ing", "murder", "homicide"))
    return _OF_ONE | _OF_VICTIMS if is_on_people else _OF_ONE


def _is_kind_of_many(draft: Draft) -> bool:
    """As in "of 52 incidents in May 23 involved violence": a kind of what was counted."""
    clauses, verb = draft.reading.clauses, draft.chunk - 1
    if draft.support == "verb" or clauses.kinds[max(verb, 0)] not in "VX":
        return False
    if clauses.head_words[verb] not in _INVOLVING:
        return False
    numbers = [draft.reading.number_in(at) for at in clauses.subject(verb)]
    return any(it is not None and (it.best or 0) > 1 for it in numbers)


def _have_gathered(draft: Draft) -> bool:
    """As in "By Monday 2,000 people had fled the city": all that had until then."""
    reading = draft.reading
    return (
        draft.type is EventType.DISPLACEMENT
        and reading.clauses.kinds[:2] == "Pt"
        and reading.sentence.norms[0] == "by"
        and "had" in reading.vocabulary
    )


def _is_one_of(draft: Draft) -> bool:
    """As in "in one of the worst attacks in years"."""
    clauses = draft.reading.clauses
    at = draft.chunk
    if not clauses.kinds.endswith("NP", 0, at):
        return False
    norms = draft.reading.sentence.norms
    one, of = clauses.chunks[at - 2], clauses.chunks[at - 1]
    return norms[one.head] == "one" and norms[of.first] == "of"


def _form(draft: Draft) -> str:
    words = draft.reading.sentence.norms[draft.first : draft.last]
    norm = words[words.index("of") - 1] if "of" in words[1:] else words[-1]  # "a hail of bullets"
    return "plural" if norm.endswith("s") and not norm.endswith("ss") else ""


def _is_long(draft: Draft, time: TimeExpression) -> bool:
    """A time that says of no act when it was, but of many; "earlier this month" was one day.

    The month in front of an entry ("May 1993: ...") is no time over which its acts are summed.
    Fighting or flight "since Friday" goes on; deaths since Friday are a sum.
    """
    if time.is_open_start:
        return time.basis is not DateBasis.WEEKDAY or draft.frame.tells_outcome
    is_part = time.precision is DatePrecision.MONTH and time.text.lower().startswith(_ONCE_IN)
    if is_part and not is_by_several(draft):
        return False
    return (
        time.first is not None
        and time.last is not None
        and time.last - time.first > timedelta(days=_SUMMARY_DAYS)
        and not heads_entry(draft.reading.sentence, time)
    )


def _is_many_times(draft: Draft) -> bool:
    """As in "have blown it up 23 times so far this year"."""
    reading = draft.reading
    if _TIMES not in reading.vocabulary or draft.support != "verb":
        return False
    norms, verb = reading.sentence.norms, reading.clauses.chunks[draft.chunk]
    at = norms.index(_TIMES)
    return "H" in verb.aux and verb.last < at and reading.tags[at - 1] == "#"


def _is_general(draft: Draft) -> bool:
    """As in "they have murdered judges": no day, place, number or person makes it one act."""
    if draft.times or any(place.level is not PlaceLevel.COUNTRY for place in draft.places):
        return False
    harmed = [
        filler for filler in draft.fillers if filler.role in HIT_ROLES and not _is_where(filler)
    ]
    if not harmed:
        return _are_some_or_other(draft)
    if not all(_is_kind_told(draft, filler) for filler in harmed):
        return False
    if draft.support == "bare":  # "repression in the form of raids on universities"
        are_all = all(_is_whole_people(draft, filler.nominal) for filler in harmed)
        return draft.construction == "nominal" and (are_all or not is_definite_act(draft))
    verb = draft.chunk if draft.support == "verb" else draft.governor
    if draft.support not in {"verb", "light"} or verb is None:
        return False
    group = draft.reading.clauses.chunks[verb]
    is_present = draft.support == "light" and draft.reading.tags[group.head] in "VZB"
    is_present = is_present or _is_going_on(draft)
    is_loose = group.kind == "I" or (group.kind == "G" and not _comes_with_deed(draft, verb))
    return is_loose or _is_perfect(draft, verb) or is_present


def _comes_with_deed(draft: Draft, gerund: int) -> bool:
    """As in "they walked in, shooting guests", "before opening fire on guests": told of one day."""
    clauses = draft.reading.clauses
    before = clauses.kinds[gerund - 1]
    at = clauses.kinds.rfind("X", 0, gerund)
    if at < 0 or clauses.chunks[at].aux or not {*"UWV:"}.isdisjoint(clauses.kinds[at:gerund]):
        return False
    is_next = before == "C" and "G" in clauses.kinds[at:gerund]  # "shooting men and taking women"
    is_with = before == "," or is_next or at == gerund - 1
    return is_with or clauses.first_words[gerund - 1] == "before"


def _is_going_on(draft: Draft) -> bool:
    """As in "the army is bombing civilians", "journalists are murdered": of no day, as they do.

    A line without a full stop is a headline, and a live report tells what happens now.
    """
    reading = draft.reading
    group = _first_of_row(draft, draft.chunk)
    if group is None or "H" in group.aux or reading.sentence.norms[group.first] not in IS_ARE_SHORT:
        return False
    is_told = reading.sentence.section is Section.TEXT and reading.sentence.words[-1] in _STOPS
    is_violence = draft.support == "verb" and draft.type not in LEAVING
    return is_violence and is_told and not is_live(reading)


def _is_whole_people(draft: Draft, nominal: Nominal) -> bool:
    """As in "the civilian population", "its own people": nobody in particular.

    Not "the people who had gathered", "the people in a bus".
    """
    reading = draft.reading
    clauses = reading.clauses
    if (
        nominal.quantity is not None
        or reading.sentence.norms[nominal.head] not in (noun_classes()["whole_people"])
    ):
        return False
    behind = clauses.at_token[nominal.last - 1] + 1
    return clauses.kinds[behind : behind + 1] != "W" and not (
        clauses.kinds[behind : behind + 2] == "PN" and clauses.first_words[behind + 1] in ARTICLES
    )


def _only_grows(draft: Draft) -> bool:
    """As in "raids on the port have increased", "attacks have grown": how often it is done.

    "The fighting intensified on Sunday" is told of one.
    """
    verb = draft.governor
    is_told = bool(draft.claims) or any(map(is_day, draft.times))
    if draft.construction != "nominal" or verb is None or is_told:
        return False
    grows = draft.reading.clauses.head_words[verb] in noun_classes()["act_grows"]
    return grows and draft.support == "occurrence" and _is_perfect(draft, verb)


def _is_perfect(draft: Draft, verb: int) -> bool:
    """As in "have murdered judges and | kidnapped | mayors": also by the verb before."""
    opening = _first_of_row(draft, verb)
    return opening is not None and "H" in opening.aux


def _first_of_row(draft: Draft, verb: int) -> Chunk | None:
    """The verb with the auxiliary of a row: "have murdered ... and | kidnapped"."""
    clauses = draft.reading.clauses
    while verb >= 0 and clauses.kinds[verb] in "VXK":
        if clauses.chunks[verb].aux:
            return clauses.chunks[verb]
        if verb == 0 or clauses.kinds[verb - 1] not in "C,":
            return None
        verb -= 1
        while verb >= 0 and clauses.kinds[verb] in "C,NPtAJ":
            verb -= 1
    return None


def _is_where(filler: Filler) -> bool:
    """As in "has carried out many bombings in Israel": a country as where they happened."""
    place = filler.nominal.place
    return filler.via == "in" and place is not None and place.level is PlaceLevel.COUNTRY


def _are_some_or_other(draft: Draft) -> bool:
    """As in "the group has staged a string of attacks": acts of a doer, and nothing of any one."""
    if draft.support != "light" or draft.governor is None:
        return False
    if any(claim.best is not None for claim in draft.claims):
        return False
    group = draft.reading.clauses.chunks[draft.governor]
    quantity = draft.reading.number_in(draft.chunk)
    is_counted = quantity is not None and quantity.best is not None
    return "H" in group.aux and bool(_form(draft)) and not is_counted and not is_definite_act(draft)


def _are_without_number(draft: Draft) -> bool:
    """As in "the group has carried out numerous bombings in Lagos": a record of years."""
    if draft.times or draft.support != "light" or draft.governor is None:
        return False
    chunks, norms = draft.reading.clauses.chunks, draft.reading.sentence.norms
    own = norms[chunks[draft.chunk].first : draft.first]
    return "H" in chunks[draft.governor].aux and not _COUNTLESS.isdisjoint(own)


def _are_since(draft: Draft) -> bool:
    """As in "22 robberies that have taken place since the truce": acts of a time that goes on."""
    reading = draft.reading
    if _SINCE not in reading.vocabulary:
        return False
    if draft.support == "verb":
        return is_sum_since(draft) and _is_perfect(draft, draft.chunk)
    if not _form(draft):
        return False
    clauses, norms = reading.clauses, reading.sentence.norms
    at = clauses.kinds.find("W", draft.chunk + 1, draft.chunk + _NEAR_RELATIVE)
    if at < 0 or clauses.kinds[at + 1 : at + 2] != "V" or "V" in clauses.kinds[draft.chunk : at]:
        return False
    verb = clauses.chunks[at + 1]
    return "H" in verb.aux and _SINCE in norms[verb.last :]


def _is_done_by_war(draft: Draft) -> bool:
    """As in "the church was damaged in the civil war", "the war destroyed it": no one act."""
    if draft.type is not EventType.PROPERTY_ATTACK or draft.times:
        return False
    reading = draft.reading
    if _WARS.isdisjoint(reading.vocabulary):
        return False
    clauses = reading.clauses
    groups = [*draft.subjects, *clauses.subject(draft.chunk)]
    groups += groups_behind(clauses.phrases(draft.chunk), *_IN_WAR)
    return clauses.has_head(groups, _WARS)


def _are_things_by_thousands(draft: Draft) -> bool:
    """As in "the raids have destroyed thousands of homes": no one act, where no day is told.

    Nor in "thousands have been held captive, raped and beaten".
    """
    if draft.times or draft.frame.type in LEAVING:
        return False
    are_people = draft.construction in _BEFELL and _is_perfect(draft, draft.chunk)
    return any(
        (filler.role == "target" or (are_people and filler.role == "victim"))
        and filler.nominal.quantity is not None
        and (filler.nominal.quantity.best or filler.nominal.quantity.low or 0) >= _THOUSANDS
        and (filler.nominal.actor is None or filler.role == "victim")
        and not is_amount(draft.reading.sentence.norms, filler.nominal.head)
        for filler in draft.fillers
    )


def _is_kind_told(draft: Draft, filler: Filler) -> bool:
    """Whether whom or what an act hit is a kind of people or things."""
    nominal = filler.nominal
    if _is_whole_people(draft, nominal):
        return True
    if nominal.actor is not None or nominal.target is None:
        return is_kind(nominal)
    head = draft.reading.sentence.norms[nominal.head]
    return is_plural(head) and not nominal.is_definite and nominal.quantity is None


def is_kind(nominal: Nominal) -> bool:
    """A bare plural: a kind of people or things, and nobody and nothing in particular."""
    if nominal.is_definite or nominal.is_negative or "name" in nominal.fillers:
        return False
    if nominal.quantity is not None and nominal.quantity.best is not None:
        return False
    return nominal.actor is not None and nominal.actor.is_plural and nominal.actor.name is None
