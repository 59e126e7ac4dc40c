"""Who gathers to demand something, and who was only there."""

from collections.abc import Container

from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.grammar.clauses import groups_behind
from coder.lexicon.words import noun_classes
from coder.rules.model import Frame
from coder.values.labels import EventType

_STATIONED = frozenset({"deploy", "redeploy", "mass", "mobilise", "mobilize"})
_MEETING = frozenset({"gather", "congregate", "converge"})
_REPORTING = frozenset({"correspondent", "reporter", "newspaper", "paper", "daily", "outlet"})
_ANYBODY = frozenset({"crowd", "crowds", "people", "onlookers"})
_BEFORE_SEATS = frozenset({"outside", "at", "on", "before", "in"})  # "in the main square"
_TALKS = frozenset({"meeting", "meetings", "conference", "summit", "session", "talks"})
_WHERE_ELSE = "where"
_WHILE = frozenset({"during", "amid"})


def is_setting(reading: Reading, hit: Hit, frame: Frame, governing: int | None) -> bool:
    """As in "a park where families had gathered": who was there, and no demand is told.

    ``governing``: the verb that a noun hangs on and that does not assert it.
    """
    if hit.form.lemma in _STATIONED:
        return _is_who_stands(reading, hit.chunk)
    if hit.form.lemma not in _MEETING:
        is_noun = hit.form.pos == "noun" and frame.type is EventType.PROTEST
        return is_noun and (
            (frame.subtype == "strike" and _is_only_time(reading, hit.chunk))
            or _is_hit_by_others(reading, hit.chunk, governing)
        )
    clauses, norms = reading.clauses, reading.sentence.norms
    if (
        _learns(reading, hit.chunk)
        or _were_hit_there(reading, hit.chunk)
        or _is_for_talks(reading, hit.chunk)
    ):
        return True
    if noun_classes()["demanding"].isdisjoint(reading.vocabulary) and (
        "I" in clauses.kinds[hit.chunk : clauses.clause(hit.chunk)[1] + 1]
        or _looks_on(reading, hit.chunk)
    ):
        return True  # "gathered to drink to the end of an era", "soon a crowd gathered"
    if _WHERE_ELSE not in reading.vocabulary:
        return False
    opening = min((clauses.clause(hit.chunk)[0], *clauses.subject(hit.chunk)))
    first = clauses.chunks[opening].first  # "where lawyers and | reporters had gathered"
    is_inside = _WHERE_ELSE in norms[max(first - 1, 0) : hit.first]
    return is_inside and frame.type is EventType.PROTEST and "I" not in clauses.kinds[hit.chunk :]


def _is_only_time(reading: Reading, number: int) -> bool:
    """As in "two died when a bus was set on fire during a strike": no crowd was there."""
    before = reading.clauses.first_words[number - 1] if number else ""
    return before in _WHILE and not noun_classes()["harmed_killed"].isdisjoint(reading.vocabulary)


def _is_for_talks(reading: Reading, verb: int) -> bool:
    """As in "delegates are gathering for the bank's 20th meeting": they demand nothing."""
    phrases = reading.clauses.phrases(verb)
    return reading.clauses.has_head(groups_behind(phrases, "for"), _TALKS)


def _were_hit_there(reading: Reading, verb: int) -> bool:
    """As in "a bomber killed nine of the mourners gathered at a clinic": who they were."""
    kinds = reading.clauses.kinds
    left, _ = reading.clauses.clause(verb)
    is_bare = kinds[verb - 1 : verb + 1] == "NX" and not reading.clauses.chunks[verb].aux
    return (
        is_bare
        and not {"V", "X"}.isdisjoint(kinds[left : verb - 1])
        and _is_done_by_others(reading, left, verb)
    )


def _is_hit_by_others(reading: Reading, number: int, governing: int | None) -> bool:
    """As in "a bomber killed nine people at a rally": where those were whom no police hit.

    Or what was hit: "gunmen attacked a rally of farmers".
    """
    is_object = governing is not None and number in reading.clauses.objects(governing)
    if not is_object and reading.clauses.kinds[number - 1 : number] != "P":
        return False
    return _is_done_by_others(reading, *reading.clauses.clause(number))


def _is_done_by_others(reading: Reading, left: int, right: int) -> bool:
    """Whether armed people, but no police, or a weapon do what the verbs of a stretch say."""
    clauses = reading.clauses
    doers = [
        reading.nominal(at)
        for verb in range(left, right)
        if clauses.kinds[verb] in "VX"
        for at in (
            groups_behind(clauses.phrases(verb), "by")
            if clauses.chunks[verb].passive
            else clauses.subject(verb)
        )
    ]
    return any(
        it.weapon is not None or ("armed" in it.fillers and "authority" not in it.fillers)
        for it in doers
    )


def _learns(reading: Reading, verb: int) -> bool:
    """As in "our correspondent gathered", "The Post gathered that": who is told, and no crowd."""
    clauses = reading.clauses
    heads = {clauses.head_words[at] for at in clauses.subject(verb)}
    is_told = clauses.kinds[verb + 1 : verb + 2] == "U"
    return is_told or not heads.isdisjoint(_REPORTING)


def _is_who_stands(reading: Reading, verb: int) -> bool:
    """As in "police deployed at the gate stopped him": who they were, before their own verb."""
    kinds = reading.clauses.kinds
    if kinds[verb] not in "XK" or kinds[verb - 1 : verb] != "N":
        return False
    behind = kinds[verb + 1 :].lstrip("PNtA")
    return behind[:1] in ("V", "X")


def _looks_on(reading: Reading, verb: int) -> bool:
    """As in "a crowd gathered", "people gathered around the car": before nobody's seat or gate."""
    clauses = reading.clauses
    subject = clauses.subject(verb)
    if not subject or clauses.head_words[subject[0]] not in _ANYBODY:
        return False
    return all(phrase.preposition not in _BEFORE_SEATS for phrase in clauses.phrases(verb))


def is_protest_met(
    reading: Reading, frame: Frame, nominal: Nominal, filled: Container[str]
) -> bool:
    """As in "police fired on a rally", "broke up a march": the noun stands for who protests.

    ``filled``: the roles that somebody has already; by gunmen it is an attack.
    """
    return (
        frame.type is EventType.PROTEST
        and "perpetrator" in filled
        and reading.sentence.norms[nominal.head] in noun_classes()["protest"]
    )
