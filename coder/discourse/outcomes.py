"""A short note that tells an act by what came of it alone, as in "A car bomb, a market, 17 dead".

Who came to harm makes no act of its own ("two dead" may be of an accident). In a note that also
names a weapon, an armed group or an act by its noun, and nothing that happens without force, it
tells that act.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from coder.discourse.acts import HARM, Act
from coder.events.drafts import Draft, Filler
from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.events.senses.violence import is_outcome, is_violent
from coder.grammar.chunks import FINITE
from coder.lexicon.words import noun_classes
from coder.rules.model import FLYING, THINGS_AND_GROUND
from coder.text.items import Item, item_of
from coder.values.labels import ActorType, EventType, Modality, Recency, Scope, WeaponType

_FIRED = frozenset(
    {WeaponType.MORTAR, WeaponType.ARTILLERY, WeaponType.ROCKET, WeaponType.MISSILE}
    | {WeaponType.GRENADE, WeaponType.AERIAL_BOMB, WeaponType.DRONE}
)
_ONTO = frozenset({"on", "at", "into"})
LONGEST_NOTE = 8  # sentences
_IRREGULAR = frozenset(
    {ActorType.REBEL_GROUP, ActorType.JIHADIST_GROUP, ActorType.POLITICAL_MILITIA}
    | {ActorType.COMMUNAL_MILITIA, ActorType.PRO_GOV_MILITIA, ActorType.UNIDENTIFIED_ARMED}
)
_EVERYDAY = frozenset(
    {WeaponType.MELEE, WeaponType.VEHICLE, WeaponType.INCENDIARY, WeaponType.CROWD_CONTROL}
    | {WeaponType.OTHER}
)  # a knife, stones, petrol: things that may be there for another reason


def tells_outcome_alone(acts: Sequence[Act]) -> bool:
    """Whether a text tells no act, or no more than its dead: "Car bomb at a gate. 9 killed"."""
    return not acts or (len(acts) == 1 and all(map(_only_kills, acts[0].drafts)))


def _only_kills(draft: Draft) -> bool:
    """As in "29 killed": neither by whom nor with what."""
    return (
        (is_outcome(draft) or (draft.type is EventType.KILLING and draft.subtype == "unspecified"))
        and draft.construction == "participle"
        and not (draft.by_role("perpetrator") or draft.by_role("instrument") or draft.causes)
    )


def _with_means(act: Act, readings: Sequence[Reading]) -> list[Act]:
    """The act with the weapons told before it without a verb: "Mine under a bus: 8 killed"."""
    main = act.main
    act.add(
        [
            _beside(main, reading, whom)
            for reading, whom in _means(readings)
            if whom.weapon is not None
            and reading.sentence.index <= main.reading.sentence.index
            and FINITE.isdisjoint(reading.clauses.kinds[: _until(main, reading)])
        ],
        "what it was done with",
    )
    return [act]


def _until(main: Draft, reading: Reading) -> int | None:
    """The chunk up to which a sentence stands before an act."""
    return main.chunk if reading.sentence.start == main.reading.sentence.start else None


def act_of_outcome(
    acts: Sequence[Act], groups: Sequence[tuple[list[Draft], str]], readings: Sequence[Reading]
) -> list[Act]:
    """The act of a note whose clauses tell its outcome alone; empty where it names no force."""
    if acts:
        return _with_means(acts[0], readings)
    told, named = [], []
    for drafts, _ in groups:
        if (all(map(is_outcome, drafts)) and any(map(_is_harm, drafts))) or (
            all(map(_harms_nobody, drafts)) and any(map(_falls_on, readings))
        ):
            told.append(drafts)
        elif any(map(_is_named_act, drafts)):
            named.append(drafts)
    means = [] if named else list(_means(readings))
    classes = noun_classes()
    accident = classes["accident"] | classes["mistake"]
    if any(not classes["mishap_verb"].isdisjoint(reading.vocabulary) for reading in readings):
        means = [found for found in means if FLYING.isdisjoint(found[1].fillers)]
        # "the freighter sank. Helicopters saved nine; four drowned"
    if not told or not (named or means or _names_losers(told)):
        return []
    if not all(accident.isdisjoint(reading.vocabulary) for reading in readings):
        return []
    act = Act()
    for drafts in sorted([*told, *named], key=lambda it: it[0].reading.sentence.index):
        act.add(drafts, "what came of it is told alone")
    main = act.main
    main.modality = Modality.OCCURRED
    victims = {id(filler.nominal) for draft in act.drafts for filler in draft.fillers}
    beside = [_beside(main, *found) for found in means if id(found[1]) not in victims]
    act.add(beside, "what it was done with")
    return [act]


def untold_items(
    acts: Sequence[Act], groups: Sequence[tuple[list[Draft], str]]
) -> dict[Item, list[tuple[list[Draft], str]]]:
    """What each item of a list tells, where it is no act: "- Zenica: mortar bomb, 3 dead"."""
    found: dict[Item, list[tuple[list[Draft], str]]] = {}
    for group in groups:
        item = item_of(group[0][0].reading.sentence)
        if item is not None:
            found.setdefault(item, []).append(group)
    for act in acts:
        for draft in act.drafts:
            if (item := item_of(draft.reading.sentence)) is not None:
                found.pop(item, None)
    return found


def with_acts_of_items(
    acts: list[Act],
    untold: Mapping[Item, Sequence[tuple[list[Draft], str]]],
    readings: Sequence[Reading],
) -> list[Act]:
    """The acts, and those of items that tell their outcome alone, in the order of the text."""
    found = list(acts)
    of_item: dict[Item | None, list[Reading]] = {}
    for reading in readings:
        of_item.setdefault(item_of(reading.sentence), []).append(reading)
    for item, groups in untold.items():
        own = of_item.get(item, [])
        if len(own) <= LONGEST_NOTE:
            found += act_of_outcome([], groups, own)
    return sorted(found, key=lambda act: act.sentence) if len(found) > len(acts) else acts


def _beside(main: Draft, reading: Reading, whom: Nominal) -> Draft:
    """A mention of the means or the party, as a draft of the act."""
    role = "instrument" if whom.weapon is not None else "perpetrator"
    return replace(
        main,
        reading=reading,
        chunk=whom.chunk,
        first=whom.first,
        last=whom.last,
        construction="nominal",
        support="bare",
        fillers=[Filler(role, whom, None, "note")],
        causes=[],
        subjects=(),
        governor=None,
        times=[],
        places=[],
        claims=[],
        sources=[],
    )


def _is_harm(draft: Draft) -> bool:
    """Whether a draft counts people who came to harm, and says that they did."""
    return (
        is_outcome(draft)
        and not (draft.support == "bare" and draft.governor is not None)  # "condemned the killing"
        and draft.modality is Modality.OCCURRED
        and draft.recency is Recency.CURRENT
        and draft.scope is not Scope.SUMMARY
        and any(claim.kind in HARM and (claim.best or claim.low) for claim in draft.claims)
    )


def _harms_nobody(draft: Draft) -> bool:
    """As in "no injuries", "no one hurt"."""
    return (
        is_outcome(draft)
        and draft.modality in {Modality.OCCURRED, Modality.NEGATED}
        and draft.recency is Recency.CURRENT
        and any(claim.kind in HARM and claim.high == 0 for claim in draft.claims)
    )


def _falls_on(reading: Reading) -> bool:
    """As in "Two mortar bombs on the market": what was fired and where it fell, without a verb."""
    clauses = reading.clauses
    if not FINITE.isdisjoint(clauses.kinds):
        return False
    at = clauses.kinds.find("NPN")
    while at >= 0:
        arms = reading.nominal(at).weapon
        word = clauses.first_words[at + 1]
        is_hit = not THINGS_AND_GROUND.isdisjoint(reading.nominal(at + 2).fillers)
        if arms is not None and arms.type in _FIRED and word in _ONTO and is_hit:
            return True
        at = clauses.kinds.find("NPN", at + 1)
    return False


def _names_losers(told: Sequence[list[Draft]]) -> bool:
    """As in "the army lost eleven men at Wad Madani": a force that loses people has fought."""
    return any(draft.by_role("losing_party") for drafts in told for draft in drafts)


def _is_named_act(draft: Draft) -> bool:
    return (
        draft.construction == "nominal"
        and is_violent(draft.type)
        and draft.modality is Modality.OCCURRED
        and draft.recency is Recency.CURRENT
        and "count" not in draft.frame.tags
    )


def _means(readings: Sequence[Reading]) -> Iterator[tuple[Reading, Nominal]]:
    """The weapons and armed groups the note names; those of the state may only have come later."""
    for reading in readings:
        for number, kind in enumerate(reading.clauses.kinds):
            whom = reading.nominal(number) if kind == "N" else None
            if whom is None or whom.is_negative or _is_opposed(reading, number):
                continue
            if (whom.weapon is not None and whom.weapon.type not in _EVERYDAY) or (
                whom.actor is not None and whom.actor.type in _IRREGULAR
            ):
                yield reading, whom


def _is_opposed(reading: Reading, number: int) -> bool:
    """As in "operations against the rebels": whom others acted against."""
    clauses = reading.clauses
    before = clauses.kinds[number - 1 : number] if number else ""
    return before == "P" and clauses.first_words[number - 1] == "against"
