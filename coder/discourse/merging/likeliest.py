"""Which of the acts told before a group of drafts most likely tells of: those come first."""

from collections.abc import Iterator, Sequence

from coder.discourse.acts import Act
from coder.discourse.merging.conflicts import compatible_types
from coder.discourse.merging.headlines import is_headline
from coder.discourse.merging.named_kinds import Named, describing, is_of_kind
from coder.discourse.merging.same_numbers import victims
from coder.discourse.merging.totals import killed
from coder.discourse.setting.elaboration import may_lie_within
from coder.events.drafts import Draft, Filler
from coder.events.reading import Reading, is_title
from coder.events.roles.nominals import is_plural
from coder.events.senses.incursions import tells_dead
from coder.events.senses.violence import is_outcome
from coder.events.setting.days_apart import is_days_apart
from coder.events.status.presupposed import is_definite_act
from coder.grammar.clauses import groups_behind
from coder.grammar.relatives import WHO
from coder.lexicon.closed import A_AN, IN_DURING, POSSESSIVES
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES
from coder.text.items import item_of
from coder.values.kinds import ATTACK_OR_KILLING, REMOTE
from coder.values.labels import CasualtyKind, EventType, Modality, Qualifier, Scope

UNDONE = frozenset({Modality.FOILED, Modality.ATTEMPTED})
_BY_SOLDIERS = frozenset({EventType.ARMED_ATTACK, EventType.AIR_STRIKE})
_THOSE = frozenset({"them", "these", "those"})
_SEARCH, _OPERATIONS = "raid_search", frozenset({"operation", "raid", "search", "sweep"})
_OF_AMONG = frozenset({"of", "among"})
_THE_DEAD = frozenset({("the", "dead"), ("the", "victims")})
_AMONG_THOSE = ("among", "those")
_TELLING = 3  # victims: smaller numbers are told of many acts
_SOON = 2  # sentences
_NEAR = 6  # sentences in which "the raid" is still the one told of
_SERIES = Scope.SERIES


def likeliest_first(acts: Sequence[Act], group: Act) -> list[Act]:
    """The acts in the order in which they are to be compared; of equals the last told first."""
    if len(acts) <= 1:
        return list(acts)
    main = group.main
    undone = main.modality in UNDONE
    refers = refers_back(main)
    # "A bus was bombed. ... Police shot two men. ... It claimed the bombing": that of its kind.
    kind = Named.of(main) if refers else None
    is_of_all = main.scope is _SERIES and refers
    # "A second device was defused. The explosion ...": what went off before what did not.
    # "Three hotels were bombed. ... It said it was behind the attacks": all, and not the last one.
    # "A school was hit. Separate raids killed five. ... Nobody died in the school attack".
    named = {*_named(main), *describing(main.reading, main.chunk)} if refers else set()
    # "A blast killed 21 labourers. Another killed two. ... It claimed the attack on the labourers".
    whom = _whom(main) if refers else set()
    toll = _toll(group)
    # "Eleven died in Yala. Three died in Hat Yai. ... She saw the street where eleven had died".
    counted = _numbers_of_another(acts, group)
    # "A gunman killed seven. ... Police shot the gunman dead. ... 28 are dead and 36 wounded".
    is_fate = all(map(is_outcome, group.drafts))
    # "Rebels kidnap tourists, soldiers kill 30": the half of the headline that is of its type.
    deeds = {draft.type for draft in group.drafts if not is_outcome(draft)}
    titles = [act for act in acts if is_title(act.main.reading.sentence)]
    halves = {id(it) for it in titles} if any(it.main.type in deeds for it in titles) else set()
    doers = _words_for_doers(acts) if is_fate else frozenset()
    is_of_many = is_fate and _tells_of_many_dead(main)
    # "A was bombed hours after rockets hit B. The rockets hurt nobody": the act of that weapon.
    arms = _known_arms(main) if is_fate else set()
    if doers and _befell(group, doers):
        doers = frozenset()
    latest = sorted(
        acts,
        key=lambda act: (
            (act.main.modality in UNDONE) is undone,
            bool(arms) and names_in_clause(act, arms, main.reading),
            not (doers and _befell(act, doers)),
            # "killing two. In Lahore no one was hurt. ... The dead were a guard and an officer".
            not (is_fate and _hurt_nobody(act)),
            # "killed 70 at a clinic. A lawyer had been shot. Among the dead were two cameramen"
            not (is_of_many and _killed_one(act)),
            # "A bomb killed nine, a day after blasts in A. The first explosion": what is news
            not is_days_apart(act.main),
            # "Gunmen kill three in Gao, bomb hits police": each half of a headline has its kind.
            act.main.reading.sentence.index >= 0 or _goes_off(act.main) is _goes_off(main),
            act.main.type in deeds or id(act) not in halves,
            bool(named) and _hit_one_of(act, named),
            bool(named) and names_in_clause(act, named),
            bool(whom) and names_in_clause(act, whom),
            kind is not None and is_of_kind(act, kind),
            is_of_all and act.main.scope is _SERIES,
            _known_part(act, toll),
            bool(counted) and not counted.isdisjoint(victims(act)),
            # "14 slain in village; mob kills trader": the line of the headline with its dead.
            _is_untold(act) and bool(victims(act) & victims(group)),
        ),
    )
    return latest[::-1]


def _known_arms(draft: Draft) -> set[str]:
    """The noun for a weapon that opens a sentence and is taken for known: "The rockets caused"."""
    reading = draft.reading
    if reading.sentence.norms[0] != "the" or reading.nominal(0).weapon is None:
        return set()
    return {reading.clauses.head_words[0]}


def _tells_of_many_dead(draft: Draft) -> bool:
    """As in "most of the dead were lawyers", "among those killed was a nurse": several died."""
    norms = draft.reading.sentence.norms
    return any(norms[at : at + 2] == _AMONG_THOSE for at in range(len(norms) - 1)) or any(
        norms[at] in _OF_AMONG and norms[at + 1 : at + 3] in _THE_DEAD
        for at in range(len(norms) - 2)
    )


def _killed_one(act: Act) -> bool:
    return max((claim.best or 0 for claim in killed(act.drafts)), default=0) == 1


def _words_for_doers(acts: Sequence[Act]) -> frozenset[str]:
    """The nouns for those who attacked, and those by which they are taken for known."""
    told = {
        draft.head_word(filler)
        for act in acts
        for draft in act.drafts
        for filler in draft.by_role("perpetrator")
    }
    return noun_classes()["attacker"] | told


def _befell(act: Act, doers: frozenset[str]) -> bool:
    """As in "the gunman was shot dead": what became of whoever had attacked before."""
    hit = [(it, draft) for draft in act.drafts for it in draft.fillers if it.role in HIT_ROLES]
    return bool(hit) and all(
        draft.head_word(filler) in doers
        and (
            filler.nominal.is_definite or draft.head_word(filler) not in noun_classes()["attacker"]
        )
        for filler, draft in hit
    )


def _hurt_nobody(act: Act) -> bool:
    """As in "a mob burned the centre. No one was hurt"."""
    claims = [claim for draft in act.drafts for claim in draft.claims]
    return bool(claims) and all(claim.qualifier is Qualifier.NONE for claim in claims)


def _is_untold(act: Act) -> bool:
    """Whether the title alone has told an act so far."""
    return all(map(_is_of_headline, act.drafts))


def _is_in_headline(act: Act) -> bool:
    return _is_of_headline(act.drafts[0])


def _is_of_headline(draft: Draft) -> bool:
    """Whether a title, or the headline in front of a text, tells an act."""
    return draft.reading.sentence.index <= 0 and (
        draft.reading.sentence.index < 0 or is_headline(draft.reading)
    )


def without_other_lines(acts: Sequence[Act], group: Act) -> Sequence[Act]:
    """Leave out what another line of the headline tells: "14 slain in village; mob kills trader".

    A line that no sentence has told yet must be of the same type, or else of a like one, or count
    the same people.
    """
    lines = [act for act in acts if _is_in_headline(act)]
    if len(lines) <= 1:
        return acts
    types = {draft.type for draft in group.drafts}
    counting = [act for act in lines if victims(act) & victims(group)]
    alike = [act for act in lines if not types.isdisjoint(_types(act))]
    asserts = any(draft.support != "dependent" for draft in group.drafts)
    if asserts and not counting and any(map(_is_untold, alike)):
        meant = [id(act) for act in alike if _is_untold(act)]
        return [act for act in acts if id(act) in meant or not _is_in_headline(act)]
    fitting = counting or alike
    fitting = fitting or [
        act
        for act in lines
        if any(compatible_types(one, other) for one in _types(act) for other in types)
    ]
    return [act for act in acts if not _is_untold(act) or any(it is act for it in fitting)]


def _types(act: Act) -> set[EventType]:
    return {draft.type for draft in act.drafts}


def _goes_off(draft: Draft) -> bool:
    return draft.type in REMOTE


def names_in_clause(act: Act, words: set[str], but: Reading | None = None) -> bool:
    """Whether a clause that tells an act names one of those people; not in the sentence ``but``."""
    for draft in act.witnesses:
        reading = draft.reading
        if reading is but or words.isdisjoint(reading.vocabulary):
            continue
        left, right = reading.clauses.clause(draft.chunk)
        chunks = reading.clauses.chunks
        told = reading.sentence.norms[chunks[left].first : chunks[right - 1].last]
        if not words.isdisjoint(told):
            return True
    return False


def _named(draft: Draft) -> Iterator[str]:
    """The nouns for what was hit, but for "a main street", which may be any."""
    norms = draft.reading.sentence.norms
    for filler in draft.fillers:
        if filler.role in HIT_ROLES and norms[filler.nominal.first] not in A_AN:
            yield draft.head_word(filler)


def _hit_one_of(act: Act, named: set[str]) -> bool:
    """Whether one of those nouns says what an act hit, as in "a convoy of tankers"."""
    return any(
        filler.role in HIT_ROLES
        and not named.isdisjoint(
            draft.reading.sentence.norms[filler.nominal.first : filler.nominal.last]
        )
        for draft in act.witnesses
        for filler in draft.fillers
    )


def _whom(draft: Draft) -> set[str]:
    """The nouns for people known to the reader: "the attack on the labourers"."""
    return {
        draft.head_word(filler)
        for filler in draft.fillers
        if filler.role in HIT_ROLES
        and filler.nominal.is_definite
        and "person" in filler.nominal.fillers
    }


def refers_back(draft: Draft) -> bool:
    """As in "the attack", and not "the killing of a mother", which is known by whom it killed.

    Nor are "their attacks on pipelines", a habit with a thing of its own, nor the attack of "In the
    worst attack of the year, rebels killed a minister".
    """
    if draft.support == "verb" or not is_definite_act(draft) or _is_what_they_do(draft):
        return False
    if _opens_as_the_most(draft):
        return False
    return all(
        filler.nominal.is_definite or not (filler.via == "of" or _is_named_by(draft, filler))
        for filler in draft.fillers
    )


def _opens_as_the_most(draft: Draft) -> bool:
    clauses, norms = draft.reading.clauses, draft.reading.sentence.norms
    group = clauses.chunks[draft.chunk]
    return (
        draft.chunk == 1
        and clauses.first_words[0] == "in"
        and any(it == "worst" or it.endswith("iest") for it in norms[group.first : group.head])
        and "V" in clauses.kinds[2:]
    )


def names_village(act: Act, group: Act, distance: int) -> bool:
    """As in "attacked a village in Niassa. The attack, which took place in A": A lies in Niassa."""
    return (
        0 < distance <= _SOON
        and any(map(refers_back, group.drafts))
        and may_lie_within(group.drafts, act.witnesses)
    )


def _is_named_by(draft: Draft, filler: Filler) -> bool:
    """As in "the fall of a shell": what fell, whichever role it fills."""
    clauses = draft.reading.clauses
    at = draft.chunk + 1
    return filler.nominal.chunk == at + 1 and clauses.first_words[at] == "of"


def _is_what_they_do(draft: Draft) -> bool:
    """As in "stepped up their attacks on pipelines"."""
    group = draft.reading.clauses.chunks[draft.chunk]
    norms = draft.reading.sentence.norms
    return (
        norms[group.first] in POSSESSIVES
        and is_plural(norms[group.head])
        and any(item.role in HIT_ROLES and item.via not in {"of", ""} for item in draft.fillers)
    )


def opens_with_some(draft: Draft) -> bool:
    """As in "Of those, 14 drones were shot down": some of what the sentence before counted."""
    norms = draft.reading.sentence.norms
    return norms[0] == "of" and not _THOSE.isdisjoint(norms[1:2])


def tells_of_those(draft: Draft) -> bool:
    """As in "among those seized was a nun": one of whom the act told before befell."""
    norms, at = draft.reading.sentence.norms, draft.reading.clauses.chunks[draft.chunk].first
    is_done = draft.construction in {"participle", "passive"}
    return is_done and "those" in norms[max(at - 1 - (norms[at - 1] in WHO), 0) : at]


def name_raids(acts: Sequence[Act], drafts: Sequence[Draft]) -> None:
    """Give "the raid" the type of the attack told before: no search of a house."""
    _make_raids_of_searches(acts, drafts)
    for draft in drafts:
        if draft.subtype != _SEARCH or not refers_back(draft):
            continue
        index = draft.reading.sentence.index
        near = (act for act in reversed(acts) if index - act.sentence <= _NEAR)
        told = next((act for act in near if act.main.type in _BY_SOLDIERS), None)
        if told is not None:
            draft.type, draft.subtype = told.main.type, told.main.subtype


def _make_raids_of_searches(acts: Sequence[Act], drafts: Sequence[Draft]) -> None:
    """Make an attack of a search told before: "police raided a slum ... 25 died in the operation".

    So it is where one sentence says both (``settle_searches``).
    """
    for draft in drafts:
        before = acts[-1].main if acts else None
        if before is None or before.subtype != _SEARCH or before.construction != "active":
            return
        is_next = draft.reading.sentence.index == before.reading.sentence.index + 1
        if is_next and (_died_in_it(draft) or _is_shot_there(before, draft)):
            before.type, before.subtype = EventType.ARMED_ATTACK, "raid"


def _is_shot_there(search: Draft, draft: Draft) -> bool:
    """As in "Soldiers raided a camp. Two men were shot dead": by them, then and there.

    Those who search a flat stab nobody; whose murder they look into may be told behind it.
    """
    is_raid = not search.reading.sentence.norms[search.first].startswith("search")
    return (
        is_raid
        and draft.type in ATTACK_OR_KILLING
        and draft.subtype != "melee"
        and draft.construction == "passive"
        and draft.countable
        and bool(draft.claims)
        and not (draft.times or draft.places or draft.by_role("perpetrator"))
        and item_of(search.reading.sentence) == item_of(draft.reading.sentence)
    )


def _died_in_it(draft: Draft) -> bool:
    """As in "six died in the raid", "were killed during the operation"."""
    if not tells_dead(draft):
        return False
    clauses = draft.reading.clauses
    inside = groups_behind(clauses.phrases(draft.chunk), *IN_DURING)
    return any(
        clauses.head_words[number] in _OPERATIONS and draft.reading.nominal(number).is_definite
        for number in inside
    )


def _numbers_of_another(acts: Sequence[Act], group: Act) -> set[tuple[CasualtyKind, int]]:
    """The victims of a sentence that tells no more, where the act told last counts others."""
    before = next((act for act in reversed(acts) if act.is_told_violence), None)
    if before is None or not all(map(is_outcome, group.drafts)):
        return set()
    last = victims(before)
    kinds = {claim.kind for draft in before.witnesses for claim in draft.claims if claim.best}
    numbers = {item for item in victims(group) if item[0] in kinds and item[1] >= _TELLING}
    return numbers - last


def _toll(group: Act) -> int:
    """The number that a toll has reached; 0 where a group tells none."""
    return max(
        (
            claim.best or 0
            for draft in group.drafts
            if "toll" in draft.frame.tags and draft.scope is not Scope.SUMMARY
            for claim in draft.claims
        ),
        default=0,
    )


def _known_part(act: Act, toll: int) -> int:
    """How many of a toll were known before: "rose to 68" is said of 66 dead, and not of nine."""
    if not toll:
        return 0
    known = max((claim.best or 0 for claim in killed(act.drafts)), default=0)
    return known if known <= toll else 0
