"""Two clauses of a sentence, each with what or who did harm and with whom it harmed: two acts."""

from collections.abc import Iterable, Sequence

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.senses.stopped_bombers import weapon_heads
from coder.events.senses.violence import is_violent
from coder.events.setting.towns import are_told_in_two_towns
from coder.events.together.pairs import in_two_places
from coder.lexicon.closed import ANY_ONE, FULL_STOPS, WHILE
from coder.lexicon.words import noun_classes
from coder.rules.model import DOING_ROLES, HIT_ROLES
from coder.values.kinds import BODILY_HARM
from coder.values.labels import EventType

_WHEN = frozenset({"as", "when"})
_AFTER = frozenset({"after", "before"})
_BEFALLEN = frozenset({"passive", "participle"})
_ATTACK = EventType.ARMED_ATTACK
_OF_THOSE = frozenset({"another", "others", "other", "more", "further", "them", "both", "all"})


def have_own_means(one: Draft, other: Draft) -> bool:
    """As in "a drone killed three rebels and a mine wounded two guards": neither did the other's.

    The second means is told as new ("a mine", "gunmen", "two rockets"), and so are its victims.
    Those who answer an attack and what is done to "others" belong to the first act.
    """
    early, late = (one, other) if one.chunk < other.chunk else (other, one)
    if late.support == "cause":
        return _acts_elsewhere(early, late)
    if late.construction == "gerund" or not early.support == late.support == "verb":
        return False  # "and gunmen stormed the hall, killing nine": a raid told whole
    means, late_means = _means(early), _means(late)
    if _heads_two_tales(early, late, means):
        return True
    if not (means and late_means and _harms(late) and _opens_clause(early, late)):
        return False
    is_elsewhere = in_two_places(early, late)
    if not is_elsewhere and (not _harms(early) or _is_behind(late)):
        return False
    reading = one.reading
    return (
        all(_is_told_anew(reading, item) for item in late_means)
        and _heads(reading, means).isdisjoint(_heads(reading, late_means))
        and _are_other_victims(early, late, means)
    )


def _heads_two_tales(early: Draft, late: Draft, means: list[Nominal]) -> bool:
    """As in the headline "Car bomb kills six in Samarra, aide gunned down": no bomb guns down."""
    clauses = late.reading.clauses
    subject = late.subjects or clauses.subject(late.chunk)
    return (
        bool(subject)
        and late.type is _ATTACK
        and late.construction in _BEFALLEN
        and early.chunk < subject[0]
        and clauses.kinds[subject[0] - 1] == ","
        and any(item.weapon is not None for item in means)
        and late.reading.sentence.words[-1] not in FULL_STOPS
        and not any(item.nominal.is_definite for item in late.fillers if item.role in HIT_ROLES)
    )


def leave_places_ahead(draft: Draft, drafts: Iterable[Draft]) -> None:
    """As in "Car bomb kills six in Samarra, aide gunned down": nobody says where he was."""
    clauses = draft.reading.clauses
    if not draft.places or draft.reading.sentence.words[-1] in FULL_STOPS:
        return
    subject = draft.subjects or clauses.subject(draft.chunk)
    if not subject or subject[0] == 0 or clauses.kinds[subject[0] - 1] != ",":
        return
    start = clauses.chunks[subject[0]].first
    if any(other.chunk < subject[0] and other.support == "verb" for other in drafts):
        draft.places = [place for place in draft.places if place.first >= start]


def _opens_clause(early: Draft, late: Draft) -> bool:
    """Whether "and", "while" or "after" stands between a verb and the second verb's subject."""
    if not late.subjects or not early.chunk < late.subjects[0]:
        return False
    clauses, before = late.reading.clauses, late.subjects[0] - 1
    word = clauses.first_words[before]
    return clauses.kinds[before] == "C" or word in WHILE - _WHEN or _is_behind(late)


def _acts_elsewhere(early: Draft, late: Draft) -> bool:
    """As in "was shot in Gao, and an air strike on a camp near Mopti killed two": of a raid."""
    reading = late.reading
    means = [reading.nominal(late.chunk)]
    return (
        early.support == "verb"
        and reading.clauses.kinds[late.chunk - 1] == "C"
        and bool(_means(early))
        and in_two_places(early, late)
        and _is_told_anew(reading, means[0])
    )


def _is_behind(late: Draft) -> bool:
    clauses, before = late.reading.clauses, late.subjects[0] - 1
    return clauses.kinds[before] == "U" and clauses.first_words[before] in _AFTER


def _means(draft: Draft) -> list[Nominal]:
    """Who or what did harm, as subject of the verb or behind "by"; also an act that did it."""
    acts = [draft.reading.nominal(at) for at in draft.causes if at in draft.subjects]
    return acts + [
        item.nominal
        for item in draft.fillers
        if item.role in DOING_ROLES and (item.via == "by" or item.nominal.chunk in draft.subjects)
    ]


def _harms(draft: Draft) -> bool:
    return any(claim.best and claim.kind in BODILY_HARM for claim in draft.claims)


def _is_told_anew(reading: Reading, means: Nominal) -> bool:
    """As in "a bomb", "two rockets", "gunmen": no forces of order, nothing known or uncounted."""
    if "authority" in means.fillers or means.is_definite:
        return False
    first, tags = reading.sentence.norms[means.first], reading.tags
    is_counted = first in ANY_ONE or tags[means.first] == "#" or tags[means.head] == "N"
    return is_counted and first != "another"


def _heads(reading: Reading, nominals: list[Nominal]) -> set[str]:
    return {reading.sentence.norms[item.head] for item in nominals}


def _are_other_victims(early: Draft, late: Draft, means: list[Nominal]) -> bool:
    norms = early.reading.sentence.norms
    hits = [
        item.nominal
        for item in late.fillers
        if item.role in HIT_ROLES
        and item.nominal.place is None
        and "place" not in item.nominal.fillers
    ]
    told = {norm for hit in hits for norm in norms[hit.first : hit.last]}
    earlier = {item.nominal.chunk for item in early.fillers if item.role in HIT_ROLES}
    is_beside = any(claim.is_partitive or claim.is_beside for claim in late.claims)
    return (
        not is_beside
        and bool(hits)
        and not any(hit.is_definite or hit.chunk in earlier for hit in hits)
        and told.isdisjoint(_OF_THOSE | noun_classes()["harmed"])
        and told.isdisjoint(_heads(early.reading, means))
    )


def part_weapons(groups: Sequence[tuple[list[Draft], str]]) -> None:
    """As in "took a hostage in Kano and threw a grenade in Jos": a role's weapon is of its act."""
    held = [frozenset().union(*map(_own_weapons, members)) for members, _ in groups]
    if not any(held):
        return
    for (members, _), own in zip(groups, held, strict=True):
        for draft in members:
            draft.weapons_apart |= frozenset().union(*held) - own


def _own_weapons(draft: Draft) -> frozenset[int]:
    """Those in its roles, and the words of a noun like "grenade attack"."""
    if draft.construction != "nominal":
        return weapon_heads(draft)
    group = draft.reading.clauses.chunks[draft.chunk]
    return weapon_heads(draft).union(range(group.first, group.last))


def settle_harm_elsewhere(draft: Draft, drafts: Iterable[Draft]) -> None:
    """As in "two were killed in Gao and three guards were wounded in Mopti": told in full."""
    if (
        draft.support == "dependent"
        and _harms(draft)
        and any(
            other.countable
            and other.support == "verb"
            and other.chunk < draft.chunk
            and is_violent(other.type)
            and are_told_in_two_towns(other, draft)
            for other in drafts
        )
    ):
        draft.support = "verb"
