"""Whether two clauses befell the same persons, by their names: nobody is killed twice."""

from collections.abc import Iterator, Sequence

from coder.discourse.acts import Act
from coder.discourse.merging.anew import is_told_anew
from coder.discourse.merging.conflicts import (
    days_conflict,
    days_of,
    places_conflict,
    sets_apart,
)
from coder.discourse.merging.described import number_of
from coder.discourse.merging.own_ground import has_own_ground, stays_there
from coder.discourse.setting.elaboration import finest
from coder.events.drafts import Draft, Filler
from coder.events.roles.names import (
    is_one_name,
    is_one_person,
    is_person_name,
    is_unnamed_person,
    name_words,
)
from coder.events.roles.nominals import Nominal
from coder.events.senses.violence import is_violent
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES
from coder.values.labels import CasualtyKind, EventType, Scope

_SOON = 3  # sentences
_NEXT = 2  # sentences
_ALSO = "also"
_SOME = frozenset({"several", "many", "numerous", "dozens", "scores", "hundreds"})
_HIS_HER = frozenset({"his", "her"})
_RANKS = {
    "cleric": "rank_cleric",
    "clergyman": "rank_cleric",
    "lawmaker": "rank_lawmaker",
    "legislator": "rank_lawmaker",
    "officer": "rank_officer",
    "official": "rank_official",
    "politician": "rank_lawmaker",
    "priest": "rank_cleric",
}


def same_dead(act: Act, group: Act) -> bool:
    """Whether the same named persons are told to have died in both: nobody is killed twice.

    Where one of them names more it must be one act: no list of murders, and the other one of them.
    """
    if not _may_be_one_deed(act, group):
        return False
    new = _dead(group)
    old = new and _dead(act)
    return _are_same(old, new) or (
        act.main.scope is group.main.scope is Scope.SINGLE and _share_full_name(old, new)
    )


def other_dead(act: Act, group: Act) -> bool:
    """As in "Ana Ruiz was shot dead in Lima. Pedro Paz was shot dead in Lima": others died.

    So did one person told by what he is: "A judge was shot dead ... A senator was shot dead".
    """
    old, new = _dead(act), _dead(group)
    if old and new:
        return not any(is_one_name(one, two) for one in old for two in new)
    nouns, others = _one_dead(act), _one_dead(group)
    return nouns is not None and others is not None and nouns != others


def are_said_to_have_killed(act: Act, group: Act) -> bool:
    """As in "killed A and B. The group has killed several people": what else those have done."""
    if not _dead(act):
        return False
    for draft in group.drafts:
        verb = draft.reading.clauses.chunks[draft.chunk]
        has_done = verb.kind == "V" and verb.aux[:1] == "H" and not verb.passive
        dead = [it for it in draft.fillers if it.effect == CasualtyKind.KILLED]
        norms = draft.reading.sentence.norms
        if has_done and dead and all(norms[it.nominal.first] in _SOME for it in dead):
            return True
    return False


def _one_dead(act: Act) -> str | None:
    """What the one person is who is told without a name to be dead; null for more, or for nobody.

    "A man", "somebody" may be anybody told of by another word.
    """
    dead = [
        (draft.head_word(filler), filler.nominal)
        for draft in act.witnesses
        for filler in draft.fillers
        if filler.effect == CasualtyKind.KILLED
    ]
    nouns = {noun for noun, _ in dead}
    if len(nouns) != 1 or not all(is_one_person(whom) and not whom.is_definite for _, whom in dead):
        return None
    return None if nouns & noun_classes()["anybody"] else nouns.pop()


def _share_full_name(old: list[frozenset[str]], new: list[frozenset[str]]) -> bool:
    """Whether somebody is in both lists by the same first and last name."""
    return any(len(name) > 1 for name in set(old) & set(new))


def same_person(act: Act, group: Act) -> bool:
    """Whether the same named persons were attacked in both, with nothing to tell two days."""
    new = (_attacked(group) or _owners_hit(group)) if _may_be_one_deed(act, group) else []
    return (
        bool(new)
        and _are_same(_attacked(act), new)
        and Scope.SUMMARY not in {act.main.scope, group.main.scope}
        and not is_told_anew(group)
        and not days_conflict(act, group)
    )


def named_later(act: Act, group: Act) -> bool:
    """As in "killed the mayor of A. ... Mayor Juan Rojas was dragged from his home and shot".

    One person told by what he is, and a few sentences behind by that word and his name; or as many
    persons as are then named, at once and nowhere else: "Two men were shot. Ali and Omar Aziz".
    """
    distance = group.main.reading.sentence.index - act.sentence
    if not (0 < distance <= _SOON and _may_be_one_deed(act, group)):
        return False
    titles = [
        norm
        for draft in group.drafts
        for filler in draft.fillers
        if filler.role in HIT_ROLES and is_person_name(filler.nominal)
        for norm in draft.reading.sentence.norms[filler.nominal.first : filler.nominal.last]
    ]
    return (
        (_has_title_of(act, titles) or (distance <= _NEXT and _are_as_many(act, group)))
        and Scope.SUMMARY not in {act.main.scope, group.main.scope}
        and not sets_apart(act, group)
    )


def _has_title_of(act: Act, titles: Sequence[str]) -> bool:
    """Whether a single person harmed is told without a name, by what a named one is."""
    return any(
        draft.reading.sentence.norms[nominal.head] in titles
        for draft, nominal in _unnamed_harmed(act)
        if nominal.actor is not None and not nominal.actor.is_plural
    )


def _have_rank_of(group: Act, noun: str) -> bool:
    """As in "killed an army officer. ... Colonel Aziz was shot": a rank that the noun names."""
    ranks = noun_classes().get(_RANKS.get(noun, ""), frozenset())
    return any(
        not ranks.isdisjoint(
            draft.reading.sentence.norms[filler.nominal.first : filler.nominal.last]
        )
        for draft in group.drafts
        for filler in draft.fillers
        if filler.role in HIT_ROLES and is_person_name(filler.nominal)
    )


def _are_as_many(act: Act, group: Act) -> bool:
    """Whether a group names as many as the act harmed, and nothing says that they are others."""
    named = {words for _, words in _named_victims(group)}
    unnamed = {
        (draft.reading.sentence.index, whom.chunk): (draft, whom)
        for draft, whom in _unnamed_harmed(act)
    }
    nouns = {it.reading.sentence.norms[person.head] for it, person in unnamed.values()}
    if not named or len(nouns) != 1 or any(True for _ in _named_victims(act)):
        return False
    [noun] = nouns
    draft, whom = list(unnamed.values())[-1]  # in the headline too: "Mayor's brother shot"
    is_known = _is_victim(group)
    has_rank = _have_rank_of(group, noun)
    return (
        (not whom.is_definite or draft.reading.sentence.norms[whom.head + 1] == "of")
        and number_of(whom) == len(named)
        and _ALSO not in group.main.reading.vocabulary
        and (is_known or noun in noun_classes()["anybody"] or not _have_titles(group) or has_rank)
        and (
            is_known
            or not has_own_ground(group)
            or stays_there(act, group)
            or (has_rank and _opens(act, group))
            or _goes_on_with_name(act, group)
        )
        and not places_conflict(act, group)
    )


def _opens(act: Act, group: Act) -> bool:
    """As in "Rebels have killed an officer in Kivu. They killed Colonel Aziz in A on Monday".

    The first sentence says what happened, the next one when and in which town.
    """
    return (
        act.sentence == 0
        and group.main.reading.sentence.index == 1
        and finest(act) is None
        and all(days_of(draft) is None for draft in act.witnesses)
    )


def _goes_on_with_name(act: Act, group: Act) -> bool:
    """As in "A lawyer was shot in Lebanon. Samir Haddad, 51, was hit outside his house in Tripoli".

    The sentence behind begins with the name, and brings the town that the act has not.
    """
    if group.main.reading.sentence.index != act.sentence + 1 or finest(act) is not None:
        return False
    return any(
        filler.nominal.chunk == 0 and is_person_name(filler.nominal)
        for draft in group.drafts
        for filler in draft.fillers
        if filler.role in HIT_ROLES
    )


def _is_victim(group: Act) -> bool:
    """As in "The victim, student Ana Paz, was found dead": known, whatever else she is called."""
    for draft in group.drafts:
        reading = draft.reading
        for filler in draft.fillers:
            before = filler.nominal.chunk - 2
            if before < 0 or reading.clauses.kinds[before : before + 2] != "N,":
                continue
            told = reading.nominal(before)
            if told.is_definite and reading.sentence.norms[told.head] in noun_classes()["anybody"]:
                return True
    return False


def _have_titles(group: Act) -> bool:
    """Whether named persons harmed are told with what they are: "Judge Paz" is no reporter."""
    return any(
        "N" in draft.reading.tags[filler.nominal.first : filler.nominal.head]
        for draft in group.drafts
        for filler in draft.fillers
        if filler.role in HIT_ROLES and is_person_name(filler.nominal)
    )


def _unnamed_harmed(act: Act) -> Iterator[tuple[Draft, Nominal]]:
    """The persons harmed who are told without a name."""
    for draft in act.witnesses:
        for filler in draft.fillers:
            if filler.role in HIT_ROLES and is_unnamed_person(filler.nominal):
                yield draft, filler.nominal


def _may_be_one_deed(act: Act, group: Act) -> bool:
    """Two acts of violence, or two arrests, of one modality."""
    old, new = act.main, group.main
    return old.modality is new.modality and (
        (is_violent(old.type) and is_violent(new.type)) or old.type is new.type is EventType.ARREST
    )


def _are_same(old: list[frozenset[str]], new: list[frozenset[str]]) -> bool:
    """Whether each name of one list can be one of the other; false for empty lists."""
    return bool(old and new) and all(
        any(is_one_name(name, other) for other in others)
        for names, others in ((old, new), (new, old))
        for name in names
    )


def _dead(act: Act) -> list[frozenset[str]]:
    """The words of each name of a person killed."""
    return [words for filler, words in _named_victims(act) if filler.effect == CasualtyKind.KILLED]


def _attacked(act: Act) -> list[frozenset[str]]:
    """The words of each name of a person hit or aimed at."""
    return [words for _, words in _named_victims(act)]


def _owners_hit(group: Act) -> list[frozenset[str]]:
    """As in "Obi was on his way home when his car was shot at": whose it was, by the name before.

    For things that are taken along and lived in, not for his men.
    """
    draft, clauses = group.main, group.main.reading.clauses
    norms = draft.reading.sentence.norms
    for filler in draft.fillers:
        nominal = filler.nominal
        if filler.role in HIT_ROLES and nominal.target and norms[nominal.first] in _HIS_HER:
            for number in range(nominal.chunk - 1, -1, -1):
                if clauses.kinds[number] == "N":
                    owner = draft.reading.nominal(number)
                    if is_person_name(owner):
                        return [name_words(draft.reading, owner)]
    return []


def _named_victims(act: Act) -> Iterator[tuple[Filler, frozenset[str]]]:
    for draft in act.witnesses:
        for filler in draft.fillers:
            if filler.role not in HIT_ROLES:
                continue
            reading, nominal = draft.meant_by(filler)
            words = name_words(reading, nominal) if is_person_name(nominal) else frozenset()
            if words:
                yield filler, words
