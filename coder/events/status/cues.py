"""The words that bear on the status of an act, in its noun group, its clause and its verbs."""

import re
from collections.abc import Iterator

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import is_rank, ranks_an_act
from coder.events.setting.days_of_subject import dates_whom, tells_scene
from coder.events.status.habits import is_present
from coder.events.status.ranked import only_ranks
from coder.grammar.chunks import FINITE
from coder.rules.model import Cue
from coder.rules.ruleset import RuleSet

STANDING = frozenset({"every", "each", "any"})
_SUCH = "such"
_USED_TO = ("used", "to")
_SPAN = ("#", "t", "N", "J", "s")
_SINCE = "since"
_OF_ONE_VERB = frozenset({"habitual", "summary"})
_LAST = "last"  # "last year"; other times of a relative clause are often those of the whole story
_AGO = "ago"
_TO = "to"
_UNREAL = frozenset({"hypothetical", "planned"})
_UNDONE = frozenset({"foiled", "negated"})
_EXPECTED = frozenset({"expected", "planned", "scheduled", "feared", "envisaged"})
_FINITE_VERB = re.compile("[VX]")
_COMPLEMENTS = frozenset("NVXIJ")
_PERIODS = frozenset({"background", "summary"})
_PREPOSITIONS = frozenset({"at", "by", "for", "in", "of", "over", "with", "against"})
_SINCE_THEN = ("since", "then")  # "was taken from his house; no word of him since then"
_PERSONS = frozenset({"person", "armed", "crowd"})
_PREDICATES = frozenset("VXKGJ")
_RANK_REACH = 8  # tokens: "one of the worst attacks on politicians in recent years"


def cues_of_word(
    reading: Reading, rules: RuleSet, token: int, positions: set[str]
) -> Iterator[tuple[str, str]]:
    """Kinds and words of the cues that begin with a word, if they may stand in these positions."""
    norms = reading.sentence.norms
    is_noun = _is_in_noun_group(reading, token)
    for cue in rules.cues.get(norms[token], ()):
        size = len(cue.words)
        if norms[token : token + size] != cue.words or cue.position not in positions:
            continue
        if cue.pos == ("verb" if is_noun else "noun"):
            continue  # "a train", no "train to attack"
        if _is_use_made(reading, cue, token):
            continue
        yield cue.kind, " ".join(cue.words)


def _is_in_noun_group(reading: Reading, token: int) -> bool:
    """Whether a word is part of a noun group, or stands with a gerund ("in earlier shelling").

    No gerund before the group: "held for planning attacks".
    """
    number = reading.clauses.at_token[token]
    group = reading.clauses.chunks[number]
    if group.kind != "N":
        return group.kind == "G" and token < group.head
    return not (
        token == group.first < group.head
        and reading.clauses.kinds[max(number - 1, 0)] == "P"
        and reading.sentence.norms[token].endswith("ing")
    )


def _is_use_made(reading: Reading, cue: Cue, token: int) -> bool:
    """As in "drones were used to hit the plant", "the gun used to kill her": no habit of theirs."""
    if cue.words != _USED_TO:
        return False
    number = reading.clauses.at_token[token]
    used = reading.clauses.subject(number)
    return reading.clauses.chunks[number].passive or any(
        "thing" in reading.nominal(thing).fillers for thing in used
    )


def word_cues(draft: Draft, rules: RuleSet) -> Iterator[tuple[Cue, int]]:
    """Adverbs and phrases in the trigger's clause."""
    reading = draft.reading
    norms = reading.sentence.norms
    left, right = reading.clauses.clause(draft.chunk)
    first = reading.clauses.chunks[left].first
    last = reading.clauses.chunks[right - 1].last
    # "before a truce was due to begin, killing two": what came of it is not due
    is_result = reading.clauses.kinds.endswith(",G", 0, draft.chunk + 1)
    own = reading.clauses.chunks[draft.chunk].first if is_result else first
    done = -1
    for token, cue in reading.cues(rules):
        if cue.pos != "word" or token == done or not first <= token < last:
            continue
        size = len(cue.words)
        if token <= draft.first < token + size:
            continue
        if cue.position == "before" and (
            not draft.first - 5 < token + size <= draft.first
            or (
                cue.words[-1] == _TO
                and (cue.kind != "background" or _is_dated(draft))  # "in response to the bombing"
                and reading.tags[token + size - 1] == "P"
            )
            or token < own
            or _is_of_other_gerund(draft, token + size)
            or _is_about_noun(draft, cue, token)
        ):
            continue  # too far, or "going to school"
        if cue.position == "after" and not (
            draft.last <= token <= draft.last + 6
            and (draft.support != "verb" or not _is_other_verb(draft, token))
        ):
            continue
        if _is_of_another(draft, cue, token) or only_ranks(draft, token):
            continue
        if (
            cue.position == "governs"
            or _goes_on(reading, token + size - 1)
            or _is_use_made(reading, cue, token)
        ):
            continue
        if cue.kind == "background" and (
            draft.is_behind_participle(reading.clauses.at_token[token])
            or draft.is_behind_gerund(reading.clauses.at_token[token])
            or (cue.words[0] == _SINCE and _is_ranked(draft))
            or (cue.words == _SINCE_THEN and draft.support == "verb" and draft.last <= token)
        ):
            continue
        if cue.kind in _PERIODS and any(
            ranks_an_act(norms, at) for at in range(max(first, token - _RANK_REACH), token)
        ):
            continue
        yield cue, token
        done = token


def _is_dated(draft: Draft) -> bool:
    """As in "in response to Monday's raid", not "to a raid they | shot two on Monday"."""
    clauses = draft.reading.clauses
    verb = _FINITE_VERB.search(clauses.kinds, draft.chunk + 1)
    end = verb.start() if verb else len(clauses.kinds)
    return any(draft.reading.chunk_of(time) < end for time in draft.times)


def _is_about_noun(draft: Draft, cue: Cue, token: int) -> bool:
    """As in "youths angered by the killings blocked a road": what they did is not behind "by".

    Nor what was done to them: "a clerk convicted of fraud was shot". Nor is it behind "to" in "men
    who were told to guard the mine killed two".
    """
    clauses = draft.reading.clauses
    is_about_verb = cue.words[-1] == _TO and draft.support == "verb"
    if cue.words[-1] not in _PREPOSITIONS and not is_about_verb:
        return False
    verb = clauses.chunks[draft.chunk]
    if verb.kind not in "VX" or (draft.reading.tags[verb.head] == "V" and not verb.aux):
        return False  # "charges of rape and pillage"
    if is_about_verb and not _has_other_infinitive(draft, token + len(cue.words) - 1):
        return False
    subjects = draft.subjects or (clauses.subject(draft.chunk) if verb.passive else ())
    if not subjects:
        return False
    subject = subjects[0]
    behind = clauses.at_token[token + len(cue.words) - 1] + 1
    if is_about_verb and subject == behind and "W" in clauses.kinds[:behind]:
        return bool(clauses.objects(draft.chunk))  # "men who were told to hold | a base killed two"
    return subject < behind or bool({",", "N"} & set(clauses.kinds[behind:subject]))


def _has_other_infinitive(draft: Draft, to: int) -> bool:
    """As in "unable to flee, were shot"; not "meant to be caught and | shot"."""
    clauses = draft.reading.clauses
    number = clauses.at_token[to]
    between = clauses.kinds[number : draft.chunk]
    norms = draft.reading.sentence.norms
    return (
        between.startswith("I")
        and norms[clauses.chunks[draft.chunk].first] != "be"
        and not (clauses.chunks[number].passive and not clauses.chunks[draft.chunk].aux)
    )


def _goes_on(reading: Reading, last: int) -> bool:
    """As in "in the past" is a span of time and no adverb in "in the past three days"."""
    return reading.sentence.norms[last] == "past" and reading.tags[last + 1 : last + 2] in _SPAN


def _is_of_other_noun(draft: Draft, token: int) -> bool:
    """As in "were neutralised in an ongoing operation": the word is about the operation."""
    number = draft.reading.clauses.at_token[token]
    group = draft.reading.clauses.chunks[number]
    return draft.support == "verb" and group.kind == "N" and group.head > token


def _is_of_another(draft: Draft, cue: Cue, token: int) -> bool:
    """Whether the words go with another noun or verb than the trigger."""
    if cue.kind == "ongoing":
        return _is_of_other_noun(draft, token)
    clauses = draft.reading.clauses
    number = clauses.at_token[token]
    is_habit = cue.kind == "habitual"
    is_aside = is_habit and draft.reading.sentence.norms[token - 1] == "as"
    if (
        is_aside  # "as always, the raiders burned the mill"
        # "was seized by men in hoods, a ruse often used by the gang"
        or (is_habit and draft.last <= token and ",N" in clauses.kinds[draft.chunk : number])
        or (cue.kind in _PERIODS and tells_scene(draft, number))
        or (
            cue.kind == "background"
            and (
                _is_in_phrase_before(draft, token)
                or dates_whom(draft, number)
                # "they are suspected of killing him": the news
                or clauses.kinds[number - 1 : number + 1] == "VJ"
            )
        )
        or clauses.described_by(number, draft.chunk) is not None  # "due to marry"
        or (_may_open(draft, cue) and _is_in_opening(draft, number))
        or (cue.kind in _UNDONE and _is_in_aside(draft, number))
    ):
        return True
    if cue.kind == "series":
        return _counts_people(draft, token + len(cue.words))
    is_of_one = cue.kind in _OF_ONE_VERB or cue.words[0] == _LAST or cue.words[-1] == _AGO
    return is_of_one and (
        _is_in_relative_before(draft, token) or _is_of_first_clause(draft, number)
    )


def _may_open(draft: Draft, cue: Cue) -> bool:
    if cue.kind in _UNREAL:  # but "in the worst case, they kill"
        return not is_present(draft.reading, draft.reading.clauses.chunks[draft.chunk])
    return cue.kind == "background" and cue.position == "before"


def _is_in_opening(draft: Draft, number: int) -> bool:
    """As in "before talks were due to begin, gunmen killed two", "fearing arrest, he shot her".

    What opens the sentence has its own complement and a comma, and the past verb its own subject.
    """
    clauses = draft.reading.clauses
    if not draft.subjects or draft.subjects[0] < number:
        return False
    opening, comma, _ = clauses.kinds[number : draft.subjects[0]].rpartition(",")
    verb = clauses.chunks[draft.chunk]
    is_past = clauses.kinds[draft.chunk] in "VX" and verb.modal is None
    return bool(comma) and is_past and not _COMPLEMENTS.isdisjoint(opening[1:])


def _is_in_aside(draft: Draft, number: int) -> bool:
    """As in "gunmen, no longer content to wait, shot a judge": said of them on the way."""
    if draft.support != "verb" or not draft.subjects or draft.subjects[0] > number:
        return False
    kinds = draft.reading.clauses.kinds
    before, behind = kinds[draft.subjects[0] : number], kinds[number : draft.chunk]
    return before.endswith(",") and "," in behind and FINITE.isdisjoint(before + behind)


def _counts_people(draft: Draft, behind: int) -> bool:
    """As in "at least two traders were shot", "dozens of men marched": no number of acts."""
    reading = draft.reading
    if draft.support != "verb":
        return False
    nominal = reading.nominal(reading.clauses.at_token[behind])
    return behind <= nominal.head < draft.first and not _PERSONS.isdisjoint(nominal.fillers)


def _is_in_phrase_before(draft: Draft, token: int) -> bool:
    """As in "after living there for many years, he was shot": the time is of what stands before."""
    clauses = draft.reading.clauses
    number = clauses.at_token[token]
    if "," not in clauses.kinds[number : draft.chunk]:
        return False
    opening = max(clauses.kinds.rfind(mark, 0, number) for mark in ",UW:") + 1
    return not _PREDICATES.isdisjoint(clauses.kinds[opening:number])


def _is_in_relative_before(draft: Draft, token: int) -> bool:
    """As in "men who often cross the border killed two", "a cook who had come last year was shot".

    The habit, or the time, is of the clause inside, which has a verb of its own.
    """
    clauses = draft.reading.clauses
    number = clauses.at_token[token]
    if draft.support != "verb" or number >= draft.chunk:
        return False
    kinds = clauses.kinds
    relative = kinds.rfind("W", 0, number)
    return (
        relative >= 0
        and any(kind in "VX" for kind in kinds[relative : draft.chunk])
        and "C" not in kinds[number : draft.chunk]
        and any(subject < relative for subject in clauses.subject(draft.chunk))
    )


def _is_of_first_clause(draft: Draft, number: int) -> bool:
    """As in "rebels raid the town every winter, and on Monday they killed two": a day is told."""
    if draft.support != "verb" or not draft.subjects or not draft.times:
        return False
    clauses = draft.reading.clauses
    subject = draft.subjects[0]
    left, _ = clauses.clause(draft.chunk)
    return (
        number < subject < draft.chunk
        and "C" in clauses.kinds[number:subject]
        and not FINITE.isdisjoint(clauses.kinds[left:number])
        and all(draft.reading.chunk_of(time) > number for time in draft.times)
    )


def _is_of_other_gerund(draft: Draft, token: int) -> bool:
    """As in "men suspected of | belonging to the Front killed two": what they are suspected of."""
    number = draft.reading.clauses.at_token[token]
    return (
        draft.support == "verb"
        and number < draft.chunk
        and draft.reading.clauses.kinds[number] == "G"
    )


def _is_other_verb(draft: Draft, token: int) -> bool:
    """As in "were kidnapped and continue missing": the cue is a verb of its own.

    Not in "a bomb planted in the hall did not explode", which says what came of it.
    """
    if draft.reading.sentence.norms[token] == "did":
        return False
    number = draft.reading.clauses.at_token[token]
    return number != draft.chunk and draft.reading.clauses.kinds[number] == "V"


def _is_ranked(draft: Draft) -> bool:
    """As in "the deadliest attack since 2012": the year is that of one still worse."""
    norms = draft.reading.sentence.norms
    before = norms[draft.reading.clauses.chunks[draft.chunk].first : draft.first]
    return any(map(is_rank, before))


def noun_cues(draft: Draft, rules: RuleSet) -> Iterator[tuple[str, str]]:
    """Words of the trigger's own noun group: "attempted", "series of attacks"."""
    reading = draft.reading
    group = reading.clauses.chunks[draft.chunk]
    norms = reading.sentence.norms
    if norms[group.first] in STANDING:
        yield "hypothetical", norms[group.first]
    yield from _cues_of_whole(draft, rules)
    if _SUCH in norms[group.first : draft.first] and _are_of_a_kind(draft):
        yield "habitual", _SUCH
    number = reading.number_in(draft.chunk)
    is_some = number is not None and number.high != 0  # "no fewer than 12 deaths"
    first = max(group.first, number.last) if number is not None and is_some else group.first
    for token in range(first, group.last):
        if not draft.first <= token < draft.last:
            yield from cues_of_word(reading, rules, token, {"before", "any", "after", "governs"})


def _cues_of_whole(draft: Draft, rules: RuleSet) -> Iterator[tuple[str, str]]:
    """As in "constant violence, including car bombings and air raids": they are as constant."""
    reading = draft.reading
    if "including" not in reading.vocabulary or draft.claims:
        return
    clauses = reading.clauses
    at = draft.chunk - 1
    while at > 0 and clauses.kinds[at] in "NC,":
        at -= 1
    if at < 1 or clauses.first_words[at] != "including":
        return
    whole = clauses.chunks[at - 1 - (clauses.kinds[at - 1] == ",")]
    for token in range(whole.first, whole.last) if whole.kind == "N" else ():
        cues = cues_of_word(reading, rules, token, {"governs"})
        yield from ((kind, words) for kind, words in cues if kind == "habitual")


def _are_of_a_kind(draft: Draft) -> bool:
    """As in "has carried out many such attacks": more than one, and nobody says how many."""
    quantity = draft.reading.number_in(draft.chunk)
    is_plural = draft.reading.tags[draft.last - 1] == "s"
    return is_plural and (quantity is None or quantity.best is None)


def cues_of_passive(reading: Reading, rules: RuleSet, number: int) -> Iterator[tuple[str, str]]:
    """As in "an attempt to blow up the bridge was foiled", "a march was called off": not done.

    And in "a curfew is expected": not yet.
    """
    clauses = reading.clauses
    if clauses.kinds[number] != "N":
        return
    verb = clauses.kinds.find("V", number)
    if verb > 0 and clauses.chunks[verb].passive and number in clauses.subject(verb):
        said = clauses.head_words[verb]
        if said in _EXPECTED:
            yield "planned", said
        cues = cues_of_word(reading, rules, clauses.chunks[verb].head, {"governs"})
        yield from (cue for cue in cues if cue[0] in _UNDONE)
