"""Days that are no act's: of the text itself, of its subject, of when that spoke of an act."""

import re
from bisect import bisect_left

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.status.presupposed import is_definite_act
from coder.grammar.chunks import FINITE, VERBAL
from coder.lexicon.closed import KNOWN
from coder.lexicon.words import noun_classes
from coder.values.labels import DateBasis, DatePrecision
from coder.values.mentions import TimeExpression

_PARTICIPLE = re.compile(r"N[AtJ]?([XK])[^,:CUWVXKIG]*\Z")
_ERRAND = re.compile(r"[VX]P?t(?:IN(?:PN)*[XKWU]|PN(?:PN)*W)")
_OPENS_OTHER = frozenset("CWU:")
_OTHER_CLAUSE = VERBAL | frozenset(",:CUW")
_ABOUT = frozenset({"about", "against", "concerning", "for", "into", "of", "over", "regarding"})
_CITED_FROM, _CITED_TO = frozenset({"(", ";"}), frozenset({(")",), (";",)})
_LONGEST_SOURCE = 4  # words
_AS_OF = ("as", "of")
_PUBLICATION = frozenset({"published", "publication", "posted", "updated", "dated"})


def tells_scene(draft: Draft, number: int) -> bool:
    """As in "killed two in Gao, the scene of heavy fighting last year": of the other act."""
    clauses = draft.reading.clauses
    comma = clauses.kinds.find(",N", draft.chunk, number)
    if comma < 0 or not FINITE.isdisjoint(clauses.kinds[comma:number]):
        return False
    return any(
        clauses.chunks[at].head in draft.reading.event_heads and clauses.kinds[at - 1] == "P"
        for at in range(comma + 2, number)
    )


def _is_of_errand(draft: Draft, number: int) -> bool:
    """As in "searched on Monday for the men who killed a judge": the day of the search."""
    clauses = draft.reading.clauses
    verb = number - 1 - (clauses.kinds[number - 1] == "P")
    if verb < 0 or clauses.head_words[verb] not in noun_classes()["errand"]:
        return False
    errand = _ERRAND.match(clauses.kinds, verb)
    return errand is not None and errand.end() <= draft.chunk + 1


def dates_whom(draft: Draft, number: int) -> bool:
    """As in "Pupils abducted in April were freed": the participle of the subject has the date.

    And in "cited a treaty signed in 1914, to drop the murder case", "a man jailed for a raid died";
    the verb behind a relative clause in "the gang that took a trader was broken up on Monday".
    And what is done about it: "relatives met on Sunday to bury men killed when a bomb went off".
    """
    clauses = draft.reading.clauses
    whom = clauses.described_by(*sorted((number, draft.chunk)))
    is_known = whom is not None and clauses.chunks[whom].head not in draft.reading.event_heads
    if is_known or (number < draft.chunk and _is_of_errand(draft, number)):
        return True
    kinds = clauses.kinds
    if number >= draft.chunk:
        return "W" in kinds[: draft.chunk] and _is_behind_main_verb(draft, number)
    participle = _PARTICIPLE.search(kinds, 0, number)
    if participle is None or participle.start(1) == draft.chunk:
        return False
    between = kinds[number : draft.chunk]
    if draft.construction == "nominal":
        is_of_object = kinds[max(participle.start() - 1, 0)] in VERBAL
        return is_of_object and not _OTHER_CLAUSE.isdisjoint(between)
    if kinds[draft.chunk] == "G":  # "a militia formed in 2014 attacked a village, killing six"
        return between[1:2] in {"V", "X"}
    if draft.reading.sentence.norms[0] == "of":
        between = between.replace(",", "", 1)  # "Of the 20 abducted in May, nine fled on Sunday"
    is_verb = draft.support == "verb" and kinds[draft.chunk] in FINITE
    return is_verb and _OTHER_CLAUSE.isdisjoint(between)


def _is_behind_main_verb(draft: Draft, number: int) -> bool:
    """Whether an act is told in a clause about the subject, and a day behind its main verb."""
    clauses = draft.reading.clauses
    opening = clauses.kinds.rfind("W", 0, draft.chunk)
    between = clauses.kinds[opening + 1 : number]
    if clauses.kinds[opening - 1] not in "N," or not _OPENS_OTHER.isdisjoint(between):
        return False
    is_told = not FINITE.isdisjoint(clauses.kinds[opening : draft.chunk]) or draft.support == "verb"
    main = next((at for at in range(draft.chunk + 1, number) if clauses.kinds[at] == "V"), None)
    return is_told and main is not None and clauses.subject(main)[:1] == [opening - 1]


def dates_what_is_known(draft: Draft, number: int) -> bool:
    """As in "on Sunday condemned the killing of six nuns", "today discussed the attack".

    The day before a verb, or between it and the act that it only speaks of, is of the speaking.
    """
    if number >= draft.chunk or draft.support != "bare" or not is_definite_act(draft):
        return False
    clauses, acts = draft.reading.clauses, draft.reading.event_heads
    before = clauses.chunks[: draft.chunk]
    if FINITE.isdisjoint(clauses.kinds[: draft.chunk]) or any(it.head in acts for it in before):
        return False  # "the blast led on Sunday to the killing of two"
    at = draft.chunk - 1
    if clauses.kinds[at] == "P" and clauses.first_words[at] not in _ABOUT:
        return False  # "was in the dark on Friday after the destruction of a pylon"
    return number < draft.chunk - 1 or clauses.first_words[number] not in KNOWN


def dates_the_text(reading: Reading, time: TimeExpression) -> bool:
    """As in "Published April 26, 2017": the date of the text, and of no act.

    And in "as of 27 December": up to which day something is summed up.
    """
    token = bisect_left(reading.sentence.starts, time.start)
    norms = reading.sentence.norms
    if token > 0 and (norms[token - 1] in _PUBLICATION or norms[:token] == _AS_OF):
        return True
    if _is_of_source(reading, token, time):
        return True
    return (
        reading.sentence.index <= 0
        and time.basis is DateBasis.EXPLICIT
        and time.precision is DatePrecision.DAY
        and _is_stamp(reading, token, time)
    )


def _is_stamp(reading: Reading, token: int, time: TimeExpression) -> bool:
    """As in "3 May 2016 Some 40 civilians died": a full date that no word ties to the story.

    A date with a comma, a dash or a preposition beside it is told of something.
    """
    sentence = reading.sentence
    if not time.text[-4:].isdigit() or (token and not sentence.words[token - 1].isupper()):
        return False
    behind = next(
        (word for word, at in zip(sentence.words, sentence.starts, strict=True) if at >= time.end),
        "",
    )
    return behind[:1].isupper() or behind[:1].isdigit()


def _is_of_source(reading: Reading, token: int, time: TimeExpression) -> bool:
    """As in "(Itar-Tass, August 4; NYT, August 5)": the day of the paper that is cited."""
    words, starts = reading.sentence.words, reading.sentence.starts
    behind = bisect_left(starts, time.end)
    if words[max(token - 1, 0)] != "," or words[behind : behind + 1] not in _CITED_TO:
        return False
    opens = next((at for at in range(token - 2, -1, -1) if words[at] in _CITED_FROM), token)
    cited = words[opens + 1 : token - 1]
    return (
        0 < len(cited) <= _LONGEST_SOURCE
        and all(word[0].isupper() or "." in word for word in cited)
        and not any(starts[opens] <= place.start < time.start for place in reading.places)
    )


def dates_paper(draft: Draft, number: int) -> bool:
    """As in "despite a truce signed on 3 May", "before elections set for June": no day of the act.

    At a rally or a funeral that was held people are killed on its day.
    """
    clauses, classes = draft.reading.clauses, noun_classes()
    kinds = clauses.kinds
    at = number - 1 - (kinds[max(number - 1, 0)] == "P")
    return (
        at > 0
        and kinds[at - 1 : at] == "N"
        and kinds[at] in "XKJ"
        and clauses.head_words[at] in classes["dated_verb"]
        and clauses.head_words[at - 1] in classes["dated_noun"]
        and draft.chunk not in {at - 1, at}
    )
