"""Acts told in passing: somewhere in a text that reports no violence, without a day of their own.

A report of violence says so in its title or its first sentences, or gives the day. What an article
of some length mentions later, undated and alone, it takes from the past, from a story or from a
way of speaking.
"""

from collections.abc import Sequence
from itertools import chain

from coder.discourse.acts import Act
from coder.discourse.merging.standing import is_day_told
from coder.discourse.news.domains import figurative_domain, names_own_kind, tells_of_hacking
from coder.discourse.news.literal import is_fired_on, is_real, is_weapon_used
from coder.discourse.news.little_told import is_nowhere
from coder.discourse.news.plots import tells_lore, tells_stories
from coder.discourse.news.stories import is_in_present
from coder.discourse.news.timeless import Group
from coder.discourse.news.word_counts import WordCounts, count_words
from coder.events.drafts import Draft, put_behind
from coder.events.senses.crashes import is_armed
from coder.events.senses.violence import is_counted_act, is_violent
from coder.events.status.circumstances import only_says_since_when, tells_at_large
from coder.events.status.scope import is_kind
from coder.lexicon.words import noun_classes
from coder.mentions.places.dateline import read_dateline
from coder.rules.model import DOING_ROLES
from coder.text.items import stands_below_day
from coder.values.events import is_countable
from coder.values.kinds import BOMBARDMENT, POINT_LEVELS
from coder.values.labels import (
    ActorType,
    CaseProfile,
    EventType,
    Recency,
    Section,
    SourceType,
)
from coder.values.text import NormalisedText

_SHORTEST = 200  # characters: two sentences of a review or plot
_LONG = 500  # characters: four sentences; a note goes straight to its matter
_LEAD = 2  # sentences
_FEWEST_PLACED = 2  # sentences of an account of incidents that say where
_FEWEST_TOLD = 3
_APART = 500  # characters from one incident of an account to the next
_OF_WAR = frozenset(
    {
        *(ActorType.STATE_MILITARY, ActorType.REBEL_GROUP, ActorType.JIHADIST_GROUP),
        *(ActorType.PRO_GOV_MILITIA, ActorType.INTL_FORCE, ActorType.POLITICAL_MILITIA),
    }
)
_REPORTING = frozenset(
    {
        *(SourceType.STATE_SECURITY, SourceType.STATE_OFFICIAL, SourceType.STATE_MEDIA),
        *(SourceType.LOCAL_OFFICIAL, SourceType.MEDICAL, SourceType.MEDIA),
        *(SourceType.MONITOR_NGO, SourceType.INTL_ORG),
    }
)
_FEW_ACTS, _SEVERAL_ACTS = 2, 4
_GROUNDS = (2, 1, 0)  # a report has more, by how many words of reports the text has
_MIN_WORDS = 50
_ONE = ("one",)
_GENRES = ("story_sure", "made_up", "play", "lore", "bygone", "olden")
_IN_PASSING = "told in passing"
_HAVE = frozenset({"have", "has"})
_LEFT, _FOUND_WITHIN = "what an attack left behind", 6  # sentences
_FOUND = frozenset({"found", "recovered", "discovered", "retrieved", "collected"})
_SINCE = frozenset({"since", "after", "until", "before", "who", "which"})
_IN_STORY = "told in a story"
_MIXED = CaseProfile.MIXED


def without_passing(groups: list[Group], sections: Sequence[NormalisedText]) -> list[Group]:
    """Make acts of violence background where a text only mentions them, or tells a story.

    Those without a day, a number or a force are left out where nobody reports.
    """
    violent = [draft for group, _ in groups for draft in group if is_violent(draft.type)]
    text = " ".join(item.text for item in sections) if violent else ""
    if len(text) < _SHORTEST:
        return groups
    if _is_no_report(groups, text):
        put_behind(violent, _IN_PASSING)
    elif not (told := [draft for draft in violent if not _is_reported(draft)]):
        return groups
    elif tells_stories(text) or figurative_domain(text) == "fiction" or tells_lore(text):
        put_behind(told, _IN_STORY)
    elif not _opens_with_war(groups) and _is_in_passing(violent, text):
        put_behind(violent, _IN_PASSING)
    else:
        return groups
    return _without_mentions(groups, text)


def settle_told_at_large(acts: Sequence[Act]) -> None:
    """Make background what a report tells behind its news of things hit by their kind alone.

    As in "Five died in Belfast on Monday. A curfew was imposed after gunmen burned shops": without
    a day, a number or a town of its own, and no part of an act told before.
    """
    is_told = False
    violent: Act | None = None  # the news told last
    for act in acts:
        first = act.drafts[0]
        if violent is not None and _is_left_behind(act, violent):
            put_behind(act.drafts, _LEFT)
        if act.main.countable:
            violent = act if is_violent(act.main.type) else None
        is_behind = is_told and first.reading.sentence.index > 0 and act.main.countable
        is_aside = is_behind and (_stands_aside(first) or _is_perfect(first))
        if is_aside and all(map(_is_at_large, act.drafts)):
            put_behind(act.drafts, _IN_PASSING)
        is_told = is_told or (act.main.countable and is_violent(act.main.type))


def _is_left_behind(act: Act, attack: Act) -> bool:
    """As in "Police recovered 23 spent cartridges": what was found of those who attacked.

    Right behind the attack, on no day and in no town of its own; what is seized is another matter.
    """
    return (
        act.main.type is EventType.WEAPONS_DISRUPTION
        and 0 < act.main.reading.sentence.index - attack.sentence <= _FOUND_WITHIN
        and all(
            not draft.times
            and not any(place.level in POINT_LEVELS for place in draft.places)
            and not _FOUND.isdisjoint(draft.reading.sentence.norms[draft.first : draft.last])
            for draft in act.drafts
        )
    )


def settle_reasons(groups: Sequence[tuple[list[Draft], str]]) -> None:
    """The same of what nobody told did, where it only says why: it is no part of an act told.

    As in "A curfew was imposed after | rebels blew up pylons".
    """
    is_told = False
    for drafts, _ in groups:
        first = drafts[0]
        if is_told and first.reading.sentence.index > 0 and _stands_aside(first):
            doers = first.by_role("perpetrator")
            is_new = bool(doers) and all(is_kind(it.nominal) for it in doers)
            if is_new and all(map(_is_at_large, drafts)):
                put_behind(drafts, _IN_PASSING)
        for draft in () if is_told else filter(only_says_since_when, drafts):
            draft.recency = Recency.CURRENT  # "Thousands have fled since rebels took the port"
        is_told = is_told or any(d.countable and is_violent(d.type) for d in drafts)


def _is_at_large(draft: Draft) -> bool:
    return tells_at_large(draft) and not any(place.level in POINT_LEVELS for place in draft.places)


def _is_perfect(draft: Draft) -> bool:
    """As in "rebels have attacked police posts and burned schools": over some time."""
    clauses = draft.reading.clauses
    group = clauses.chunks[draft.chunk]
    return group.kind == "V" and draft.reading.sentence.norms[group.first] in _HAVE


def _stands_aside(draft: Draft) -> bool:
    """Whether an act stands in a clause that only says since or after when something is so."""
    clauses = draft.reading.clauses
    left, _ = clauses.clause(draft.chunk)
    return left > 0 and clauses.first_words[left - 1] in _SINCE


def _opens_with_war(groups: Sequence[Group]) -> bool:
    """Whether its lead tells what an army or rebels did, be it no violence: "troops entered A"."""
    return any(
        draft.reading.sentence.index < _LEAD and draft.countable and _is_of_war(draft)
        for group, _ in groups
        for draft in group
    )


def _is_in_passing(violent: Sequence[Draft], text: str) -> bool:
    """Whether a long text has an act or two that are neither news nor its account."""
    if len(text) < _LONG or any(_is_news(draft) or _is_of_war(draft) for draft in violent):
        return False
    return not (_is_account(violent, len(text)) or _is_sent_by_agency(violent, text))


def _without_mentions(groups: list[Group], text: str) -> list[Group]:
    """Without "the murder of a man whom all liked", where a text tells of no other violence."""
    acts = [drafts for drafts, _ in groups if any(is_violent(draft.type) for draft in drafts)]
    if count_words(text).of("of_report") or not all(map(_is_mention, chain(*acts))):
        return groups
    return [group for group in groups if not any(is_violent(draft.type) for draft in group[0])]


def _is_mention(draft: Draft) -> bool:
    return (
        draft.recency is not Recency.CURRENT
        and is_nowhere(draft)
        and not is_armed(draft.reading)
        and not any(filler.role in DOING_ROLES for filler in draft.fillers)
    )


def _is_no_report(groups: Sequence[tuple[list[Draft], str]], text: str) -> bool:
    """Whether a text of some length tells of an act or two, and of none what a report would tell.

    A report says of its act how many it hit, or at its start that forces did it, or it names an
    office that told it; else at least three of these: the day, the place, that who did it was armed
    and how many they were, the weapon, a word that is always meant. Two are enough beside one word
    of reports, one beside several.
    """
    acts = [drafts for drafts, _ in groups if any(map(is_counted_act, drafts))]
    acts = acts or [
        drafts for drafts, _ in groups if any(is_violent(draft.type) for draft in drafts)
    ]
    if not acts or len(acts) > _SEVERAL_ACTS:
        return False
    told = count_words(text)
    reported = told.share(told.of("of_report"))
    if told.size < _MIN_WORDS or (reported and len(acts) > _FEW_ACTS) or names_own_kind(text):
        return False
    if not _is_of_other_genre(told, text) and any(
        _is_of_force(d) for drafts in acts for d in drafts
    ):
        return False  # a letter, a log or a witness tells of arms as plainly as a report
    most = _GROUNDS[2 if _has_dated_line(text) else min(reported, 2)]
    return all(_is_ungrounded(drafts, most) for drafts in acts)


def _has_dated_line(text: str) -> bool:
    """As in "LONDON, May 12. ": an agency sent it."""
    line = read_dateline(text)
    return line is not None and line.date_text is not None


def _is_sent_by_agency(violent: Sequence[Draft], text: str) -> bool:
    """As in "MORELIA (AP) - ..." of what gunmen did, with how many were hit: an agency's news."""
    line = read_dateline(text)
    return (
        line is not None
        and line.agency is not None
        and any(_is_of_force(draft) for draft in violent)
        and any(_counts_people(draft) for draft in violent)
    )


def _is_of_other_genre(told: WordCounts, text: str) -> bool:
    """Whether words of stories, games, legends or bygone times, or of a trade, are in a text."""
    is_of_story = any(map(told.of, _GENRES)) or tells_of_hacking(text)
    return is_of_story or figurative_domain(text) is not None


def _is_of_force(draft: Draft) -> bool:
    """As in "fighters looted it", "a shell fell", "a lorry was ambushed": arms, plainly told."""
    is_told = draft.recency is Recency.CURRENT and not (_is_aside(draft) or is_in_present(draft))
    if not is_told or not is_real(draft):
        return False
    if any("armed" in draft.meant_by(filler)[1].fillers for filler in draft.by_role("perpetrator")):
        return True
    return _is_by_weapon(draft) or (
        draft.construction == "passive"
        and bool(draft.fillers)
        and (draft.frame.strength == "strong" or is_fired_on(draft))
    )


def _is_ungrounded(drafts: Sequence[Draft], most: int) -> bool:
    """Whether no more than so many of the things are told that a report tells of an act.

    How many were hit, or that a bomb went off, is enough by itself.
    """
    if any(map(_is_told_fully, drafts)):
        return False
    meant = [draft.meant_by(filler)[1] for draft in drafts for filler in draft.fillers]
    grounds = (
        any(is_day_told(time) for draft in drafts for time in draft.reading.times),
        any(draft.places for draft in drafts),
        any("armed" in nominal.fillers for nominal in meant),
        any(nominal.weapon is not None for nominal in meant),
        any(map(_is_meant, drafts)),
        any(map(_counts_armed, drafts)),
    )
    return sum(grounds) <= most


def _counts_armed(draft: Draft) -> bool:
    """As in "four gunmen beat the driver": how many armed people acted."""
    return any(
        "armed" in meant.fillers and reading.tags[reading.clauses.chunks[meant.chunk].first] == "#"
        for reading, meant in map(draft.meant_by, draft.by_role("perpetrator"))
    )


def _opens_report(draft: Draft) -> bool:
    """As in "Rebels attacked a village", "Police opened fire on a crowd" at the start of a text."""
    if draft.reading.sentence.index >= _LEAD:
        return False
    return _is_of_war(draft) or any(
        filler.nominal.actor is not None and filler.nominal.actor.type is ActorType.STATE_POLICE
        for filler in (draft.by_role("perpetrator") if draft.frame.strength == "strong" else ())
    )


def _is_told_fully(draft: Draft) -> bool:
    return (
        _is_in_report(draft)
        or _opens_report(draft)
        or draft.reading.sentence.section is Section.TITLE
        or _counts_people(draft)
        or (draft.frame.strength == "strong" and not _is_aside(draft) and _is_by_weapon(draft))
    )


def _counts_people(draft: Draft) -> bool:
    """As in "wounded nine"; no "sustained multiple injuries", no "made him kill one"."""
    is_of_wounds = draft.support == "dependent" and draft.type is EventType.OTHER_VIOLENCE
    norms = draft.reading.sentence.norms
    return not is_of_wounds and any(
        claim.quantity is not None and norms[claim.first : claim.last] != _ONE
        for claim in draft.claims
    )


def _is_aside(draft: Draft) -> bool:
    """As in "the mines that were planted": a clause that only says which."""
    return draft.reading.clauses.kinds[draft.chunk - 1 : draft.chunk] == "W"


def _is_by_weapon(draft: Draft) -> bool:
    """As in "a bomb blew up in the yard", "shot him with a rifle"."""
    return any(
        is_weapon_used(draft, filler) for filler in draft.fillers if filler.role != "target"
    ) or any(draft.reading.nominal(number).weapon is not None for number in draft.subjects)


def _is_meant(draft: Draft) -> bool:
    """Whether a word of the act, or for those in it, is always meant: "stabbed", "gunmen"."""
    norms = draft.reading.sentence.norms
    words = {*norms[draft.first : draft.last]}
    for reading, nominal in map(draft.meant_by, draft.fillers):
        words.add(reading.sentence.norms[nominal.head])
    return not noun_classes()["literal"].isdisjoint(words)


def _is_in_report(draft: Draft) -> bool:
    """Whether an act stands below a day or in capitals, or an office tells it."""
    sentence = draft.reading.sentence
    return (
        sentence.case is not _MIXED
        or stands_below_day(sentence)
        or any(source.source_type in _REPORTING for source in draft.sources)
    )


def _is_account(violent: Sequence[Draft], length: int) -> bool:
    """Whether a text tells act after act, each with whom or where it hit: a report of incidents."""
    current = [draft for draft in violent if draft.recency is Recency.CURRENT]
    placed = {_line(draft) for draft in current if any(place.iso3 for place in draft.places)}
    told = placed | {_line(draft) for draft in current if draft.claims}
    return len(placed) >= _FEWEST_PLACED and len(told) >= max(_FEWEST_TOLD, length / _APART)


def _line(draft: Draft) -> int:
    return draft.reading.sentence.index


def _is_reported(draft: Draft) -> bool:
    """Whether an act has a day, or an office that says so, as a plot has neither."""
    return _is_in_report(draft) or any(map(is_day_told, draft.times))


def _is_news(draft: Draft) -> bool:
    """Whether an act is told where news is told, or with its day."""
    sentence = draft.reading.sentence
    return is_countable(draft.modality, draft.recency, draft.scope) and (
        sentence.section is Section.TITLE
        or sentence.index < _LEAD
        or stands_below_day(sentence)
        or sentence.case is not CaseProfile.MIXED
        or any(map(is_day_told, draft.times))
    )


def _is_of_war(draft: Draft) -> bool:
    """Whether an army, a militia or rebels are told of: a text of war tells of many acts."""
    reading = draft.reading
    if draft.recency is Recency.CURRENT and draft.type in BOMBARDMENT and draft.claims:
        return True  # "a jet struck the station, wounding 18"
    groups = (number for number, kind in enumerate(reading.clauses.kinds) if kind == "N")
    return draft.recency is Recency.CURRENT and any(
        nominal.actor is not None and "armed" in nominal.fillers and nominal.actor.type in _OF_WAR
        for nominal in map(reading.nominal, groups)
    )
