"""What is told again and is no news: acts before a court, in a life story, on a plaque, in a tale.

Such an act is background (codebook 2.2: convictions and trials are out) unless a day of its own
stands behind it.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache

from coder.discourse.merging.standing import is_day_told
from coder.discourse.news.domains import is_dense_with, tells_of_sentence
from coder.discourse.news.word_counts import count_words
from coder.events.drafts import Draft, Filler, put_behind
from coder.events.roles.nominals import is_plural
from coder.lexicon.closed import ARTICLES, ONWARD, TIME_CLAUSES
from coder.lexicon.signs import sign
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES
from coder.values.labels import EventType, Recency
from coder.values.text import NormalisedText

_NO_DEEDS = frozenset(
    {
        *(EventType.ARREST, EventType.RELEASE, EventType.PROTEST, EventType.AGREEMENT),
        *(EventType.DISPLACEMENT, EventType.WEAPONS_DISRUPTION),
    }
)
_LIFE = (
    *("is survived by", "was survived by", "has died aged", "who died aged", "has died at the age"),
    *("dies aged", "died peacefully", "obituary", "Obituary", "OBITUARY"),
)
_JAILED = frozenset({("to", "prison"), ("to", "jail")})
_BODIES = frozenset({"organisation", "authority"})
_SEVERAL = frozenset({"gunmen", "men", "police", "people", "gang", "group"})
_CHARGED = frozenset({"accused", "charged", "indicted", "arraigned", "remanded"})
_DEFENDANTS = frozenset({"defendant", "defendants"})
_A_FEW = 2
_FRONT = 3  # tokens
_JAILING = frozenset({"jailed", "imprisoned", "jails"})
_OUTSIDE, _COURT = "outside", "court"
_FOUND, _GUILTY = "found", "guilty"
_PROSECUTORS = frozenset({"prosecutor", "prosecutors", "prosecution"})
_JUDGES = frozenset({"judge", "judges", "coroner", "coroners"})
_RETELLING = sign("court_noun", "retelling", _JUDGES)
_RULED = frozenset({"ruled", "found", "heard", "held", "concluded"})
_MAINTAINING = frozenset({"maintained", "insisted", "denied", "claimed", "held"})
_EVER = frozenset({"always", "long", "consistently"})
_EVER_BEFORE = 3  # tokens
_ACCUSED = frozenset({"accused", "charged", "for"})
_IN_COURT = "told before a court"
_AGAIN = "told again"
_OF_LIFE = "a life that is told"
_CURRENT = Recency.CURRENT


def settle_trials_and_lives(
    groups: Sequence[tuple[list[Draft], str]],
    sections: Sequence[NormalisedText],
    reference: date | None,
) -> None:
    """Make acts background that the text only tells again.

    Where no day of the report is known, a verdict says that the day of the deed is long past.
    """
    told = [draft for group, _ in groups for draft in group if draft.recency is _CURRENT]
    drafts = [draft for draft in told if not _has_own_day(draft) or _tells_death(draft)]
    tried = drafts if reference is not None else told
    jailed = [draft for draft in told if _is_jailing(draft)]
    if not (tried or jailed):
        return
    text = " ".join(item.text for item in sections)
    if jailed and tells_of_sentence(text):
        put_behind(jailed, _IN_COURT)
    is_death = " died " in text or " dies " in text
    if any(words in text for words in _LIFE) or (is_death and _aged().search(text)):
        put_behind(drafts, _OF_LIFE)
        return
    deeds = [d for d in drafts if d.type not in _NO_DEEDS and not _tells_death(d)]
    put_behind([draft for draft in drafts if _is_of_defendant(draft)], _IN_COURT)
    driven = [draft for draft in drafts if draft.type is EventType.DISPLACEMENT]
    put_behind([draft for draft in driven if _is_retold(draft)], _AGAIN)
    put_behind([draft for draft in deeds if _is_retold(draft) or _is_of_kin(draft)], _AGAIN)
    put_behind([draft for draft in deeds if _is_disputed(draft)], _AGAIN)
    died = [it for it in drafts if _tells_death(it) and _is_in_relative(it)]
    put_behind([draft for draft in (*deeds, *died) if _is_of_convict(draft)], _IN_COURT)
    put_behind([d for d in deeds if _is_of_accused(d) or _is_what_came_before(d)], _IN_COURT)
    if deeds and is_dense_with(text, "court"):
        put_behind([draft for draft in deeds if not _goes_on(draft)], _IN_COURT)
    deeds_tried = [d for d in tried if d.type not in _NO_DEEDS and not _tells_death(d)]
    deeds_tried = [d for d in deeds_tried if not any(_is_in_opening(d, v) for v in _verdicts(d))]
    if deeds_tried and count_words(text).of("cold_case"):
        put_behind(deeds_tried, _IN_COURT)
    if deeds_tried and all(map(_is_by_one, deeds_tried)) and tells_of_sentence(text):
        put_behind(deeds_tried, _IN_COURT)
    charged = [draft for draft in deeds if _is_by_prosecutors(draft)]
    if charged and count_words(text).of("of_trial"):
        put_behind(charged, _IN_COURT)


def _is_of_defendant(draft: Draft) -> bool:
    """As in "the defendant had been arrested at his home": so called before a court."""
    return draft.type is EventType.ARREST and any(
        draft.head_word(filler) in _DEFENDANTS for filler in draft.by_role("victim")
    )


def _is_by_one(draft: Draft) -> bool:
    """As in "Barnes stabbed him", "they fought": no force and no band of armed people acts.

    And where nobody is told to have acted, few suffer.
    """
    acting = draft.by_role("perpetrator")
    return not any(_is_force(draft, filler) for filler in acting) and (
        bool(acting) or all((claim.best or 0) <= _A_FEW for claim in draft.claims)
    )


def _is_force(draft: Draft, filler: Filler) -> bool:
    """Whether a body of people, or several who are armed, may act without being on trial."""
    nominal = filler.nominal
    norm = draft.reading.sentence.norms[nominal.head]
    return (
        bool(nominal.fillers & _BODIES)
        or (nominal.actor is not None and nominal.actor.actor_id is not None)
        or ("armed" in nominal.fillers and (is_plural(norm) or norm in _SEVERAL))
    )


def _is_of_accused(draft: Draft) -> bool:
    """As in "three accused of murdering a boy, who was stabbed, have not yet pleaded"."""
    clauses, norms = draft.reading.clauses, draft.reading.sentence.norms
    return (
        clauses.kinds[draft.chunk - 1 : draft.chunk] == "W"
        and not _CHARGED.isdisjoint(norms[: draft.first])
        and not noun_classes()["at_court"].isdisjoint(norms)
    )


def _is_what_came_before(draft: Draft) -> bool:
    """As in "they were indicted three weeks ago after he was killed": no place of its own."""
    clauses = draft.reading.clauses
    after = clauses.kinds.rfind("U", 0, draft.chunk)
    return (
        after > 0
        and not draft.places
        and clauses.first_words[after] == "after"
        and any(
            kind in "VX" and clauses.head_words[at] in _CHARGED
            for at, kind in enumerate(clauses.kinds[:after])
        )
    )


def _goes_on(draft: Draft) -> bool:
    """As in "Hours later militants killed two": what came after the verdict is no case.

    Nor is what goes on "outside the courthouse" while it sits.
    """
    norms = draft.reading.sentence.norms
    if _OUTSIDE in draft.reading.vocabulary:
        at = norms.index(_OUTSIDE)
        if any(norm.startswith(_COURT) for norm in norms[at : at + _FRONT]):
            return True
    return not ONWARD.isdisjoint(draft.reading.sentence.norms[:_FRONT]) and any(
        "armed" in filler.nominal.fillers for filler in draft.by_role("perpetrator")
    )


def _is_jailing(draft: Draft) -> bool:
    """As in "the thief has been jailed": what a court did."""
    return draft.reading.sentence.norms[draft.first] in _JAILING


def _is_by_prosecutors(draft: Draft) -> bool:
    """As in "prosecutors say he stabbed her 14 times"."""
    return any(
        source.name is None
        and not _PROSECUTORS.isdisjoint(source.reading.sentence.norms[source.first : source.last])
        for source in draft.sources
    )


def _tells_death(draft: Draft) -> bool:
    """Whether it tells no more than that somebody died: in the text of a life, of old age."""
    return draft.reading.sentence.norms[draft.first] in {"died", "dies"}


def _is_in_relative(draft: Draft) -> bool:
    """As in "guilty of setting fire to a house in which two died": of the deed, and no life."""
    kinds = draft.reading.clauses.kinds
    return "W" in kinds[max(draft.chunk - 2, 0) : draft.chunk]


def _has_own_day(draft: Draft) -> bool:
    """Whether a day stands behind the act.

    As in no "on Monday the jury heard that ...", no "who shot him was sentenced on Monday".
    """
    days = list(filter(is_day_told, draft.times))
    if not days:
        return False
    starts = draft.reading.sentence.starts
    clauses = draft.reading.clauses
    main = [at for at in _verdicts(draft) if at > draft.chunk]
    if "W" in clauses.kinds[max(0, draft.chunk - 2) : draft.chunk]:
        main += [  # "who was shot down, died on Monday"
            at
            for at in range(draft.chunk + 1, clauses.told)
            if clauses.kinds[at] in "VX" and clauses.kinds[at - 1] != "C"
        ]
    end = min(
        (starts[clauses.chunks[at].first] for at in main), default=len(draft.reading.sentence.text)
    )
    return any(starts[draft.first] <= day.start < end for day in days)


def _verdicts(draft: Draft) -> list[int]:
    """The chunks of verbs that tell how a trial ended."""
    reading = draft.reading
    verdicts = noun_classes()["court_verb"]
    guilty = _GUILTY in reading.vocabulary
    if not guilty and verdicts.isdisjoint(reading.vocabulary) and "sent" not in reading.vocabulary:
        return []
    clauses = reading.clauses
    return [
        at
        for at, kind in enumerate(clauses.kinds)
        if kind in "VX"
        and (
            clauses.head_words[at] in verdicts
            or (guilty and clauses.head_words[at] == _FOUND)
            or reading.sentence.norms[clauses.chunks[at].last :][:2] in _JAILED
        )
        and at != draft.chunk
    ]


@cache
def _aged() -> re.Pattern[str]:
    """As in "died on Monday at 91", "dies aged 84": of age, as nobody does who is killed."""
    return re.compile(
        r"\bdie[ds]\b[^.]{0,40} (?:at|aged) (?:the age of )?[6-9][0-9]\b(?![%:.,]?\d)"
    )


@cache
def _retelling() -> frozenset[str]:
    return noun_classes()["court_noun"] | noun_classes()["retelling"]


def _is_retold(draft: Draft) -> bool:
    """As in "the jury was told that he stabbed her", "the plaque marks where they were shot"."""
    reading = draft.reading
    if not reading.signs & _RETELLING:
        return False
    tellers = _retelling()
    clauses = reading.clauses
    if (
        draft.support != "light" and clauses.kinds[draft.chunk] == "N"
    ):  # no "a tribunal blamed the army for the disappearance"
        tellers = noun_classes()["retelling"]
    norms = reading.sentence.norms
    for at in range(draft.chunk - 1, -1, -1):
        kind = clauses.kinds[at]
        first = clauses.first_words[at]
        if (kind == "U" and first in TIME_CLAUSES) or (
            kind == "P"
            and first in noun_classes()["behind_prep"]
            and clauses.kinds[at : at + 3] != "PNN"  # "how after the vote the gang shot 13"
        ):
            return False  # "the court was evacuated after a bomb went off"
        if kind not in "VX" or clauses.chunks[at].modal is not None:
            continue
        listening = clauses.subject(at)
        if _goes_on_behind(draft, at) or any(
            norms[clauses.chunks[group].first - 1] in TIME_CLAUSES for group in listening
        ):
            return False  # "hours after the inquest rose"
        subjects = {clauses.head_words[group] for group in listening}
        if clauses.head_words[at] == "told":
            subjects |= {clauses.head_words[group] for group in clauses.objects(at)}
        if subjects & tellers:
            return True
        if subjects & _JUDGES and clauses.head_words[at] in _RULED:
            return True
    return False


def _goes_on_behind(draft: Draft, verb: int) -> bool:
    """As in "on the day the trial began, | gunmen shot two": behind a comma, by whom it did not."""
    between, _, rest = draft.reading.clauses.kinds[verb + 1 : draft.chunk].partition(",")
    opens = draft.chunk - len(rest)
    return "U" not in between and "U" not in rest and opens in draft.subjects[:1]


def _is_disputed(draft: Draft) -> bool:
    """As in "the army has always maintained that it came under fire": an old case."""
    if _EVER.isdisjoint(draft.reading.vocabulary):
        return False
    norms, clauses = draft.reading.sentence.norms, draft.reading.clauses
    start = clauses.kinds.rfind(":", 0, draft.chunk) + 1
    return any(
        kind in "VX"
        and clauses.head_words[at] in _MAINTAINING
        and not _EVER.isdisjoint(
            norms[max(clauses.chunks[at].head - _EVER_BEFORE, 0) :][:_EVER_BEFORE]
        )
        for at, kind in enumerate(clauses.kinds[start : draft.chunk], start)
    )


def _is_of_kin(draft: Draft) -> bool:
    """As in "her grandfather was killed on the Somme"."""
    reading = draft.reading
    norms = reading.sentence.norms
    forebears = noun_classes()["forebear"]
    if forebears.isdisjoint(reading.vocabulary) or any(map(is_day_told, draft.times)):
        return False
    harmed = [it.nominal for it in draft.fillers if it.role in HIT_ROLES]
    return bool(harmed) and all(  # "a grandmother died", "the father and grandmother" are of now
        norms[it.head] in forebears and norms[it.first] not in ARTICLES for it in harmed
    )


def _is_of_convict(draft: Draft) -> bool:
    """As in "a man who set fire to a shop was sentenced", "was cleared of having shot him"."""
    kinds = draft.reading.clauses.kinds
    if _is_tried(draft):
        return True
    ruled = _verdicts(draft)
    if any(at > draft.chunk for at in ruled):  # "who set fire to it was sentenced"
        return kinds[draft.chunk - 1 : draft.chunk] == "W"
    is_clause = kinds[draft.chunk] in "VX" and kinds[draft.chunk - 1 : draft.chunk] != "W"
    return any(
        "U" not in kinds[at : draft.chunk]
        and not (is_clause and (_only_says_who(draft, at) or _is_in_opening(draft, at)))
        for at in ruled
    )


def _only_says_who(draft: Draft, verb: int) -> bool:
    """As in "a thief who was jailed in May shot a warder", "men convicted of murder were shot"."""
    clauses = draft.reading.clauses
    is_relative = clauses.kinds[verb - 1 : verb] == "W"
    return is_relative or clauses.described_by(verb, draft.chunk) is not None


def _is_in_opening(draft: Draft, verb: int) -> bool:
    """As in "hours after a court convicted a rebel of murder, | gunmen shot two": of its own."""
    clauses = draft.reading.clauses
    before = [clauses.first_words[at] for at in range(verb) if clauses.kinds[at] in "PU"]
    return not TIME_CLAUSES.isdisjoint(before) and ",N" in clauses.kinds[verb : draft.chunk]


def _is_tried(draft: Draft) -> bool:
    """As in "went on trial in Chester on Monday accused of killing two"."""
    norms = draft.reading.sentence.norms[: draft.first]
    return "trial" in norms and not _ACCUSED.isdisjoint(norms[norms.index("trial") :])
