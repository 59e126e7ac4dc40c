"""What an act was done with (codebook 2.3)."""

from collections.abc import Iterator

from coder.discourse.acts import Act
from coder.discourse.spans import Spans
from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.events.roles.nominals import is_aircraft
from coder.events.setting.elsewhere import is_of_avenged
from coder.events.status.known_for import is_attribute
from coder.events.together.sequels import is_sequel
from coder.lexicon.closed import AT_PLACE, OF_FROM
from coder.lexicon.words import noun_classes
from coder.mentions.weapons import FIRE, find_weapons
from coder.values.events import Weapon
from coder.values.labels import DamageEffect, EventType, WeaponType
from coder.values.mentions import WeaponMention

_VERBS = "VXLKZG"
_GOVERNING = "VXGIK"  # chunks that hold a verb
_PITS = frozenset({WeaponType.LANDMINE, WeaponType.MELEE})  # mines and clubs
_LOSING = frozenset({"lost", "lose", "losing"})
_DISRUPTION = EventType.WEAPONS_DISRUPTION
_EFFECTS = {str(effect): effect for effect in DamageEffect}
_WITH = frozenset({"with", "in", "on", "aboard", "behind"})
_FOR = frozenset({"by", "for"})
_BETWEEN = "NPtAJC"
_VERBAL = frozenset("VXIG")
_TANK = WeaponType.TANK


def collect_weapons(act: Act, spans: Spans) -> list[Weapon]:
    """The weapons in the clauses that tell the act, each type and wording once."""
    found: dict[tuple[WeaponType, str], Weapon] = {}
    for reading, weapon in (*_weapons_in_clauses(act), *act.means):
        kind = weapon.type
        if kind is WeaponType.EXPLOSIVE_DEVICE and act.main.type is EventType.AIR_STRIKE:
            kind = WeaponType.AERIAL_BOMB  # "jets dropped two bombs"
        key = (kind, weapon.text.lower())
        if key not in found:
            span = spans.at(reading.sentence.section, weapon.start, weapon.end)
            found[key] = Weapon(
                text=spans.text(span), type=kind, sent_idx=reading.sentence.index, span=span
            )
    return list(found.values())


def _weapons_in_clauses(act: Act) -> Iterator[tuple[Reading, WeaponMention]]:
    mentions: dict[int, tuple[WeaponMention, ...]] = {}
    for draft in act.drafts:
        if is_attribute(draft):
            continue  # "the recently murdered senator" in a sentence about a bomb
        reading = draft.reading
        yield from _ranked_before(draft)
        if id(reading) not in mentions:
            mentions[id(reading)] = (
                *(mention for mention in reading.given if isinstance(mention, WeaponMention)),
                *find_weapons(reading.sentence, reading.lexicon, reading.places),
                *_fire_of_arms(reading),
            )
        if not mentions[id(reading)]:
            continue
        chunks = reading.clauses.chunks
        left, right = _part_telling(draft)
        first, last = chunks[left].first, chunks[right - 1].last
        # "the bomb that killed four": what acts may stand outside the clause
        acting = {item.nominal.head for item in draft.fillers if item.nominal.weapon is not None}
        for weapon in mentions[id(reading)]:
            is_verb = weapon.last - weapon.first == 1 and reading.tags[weapon.first] in _VERBS
            if is_verb or weapon.last - 1 in draft.weapons_apart or _is_hit(act, draft, weapon):
                continue  # "was shot" names no shot, "fired on a helicopter" no air strike
            if (
                _is_taken(act, reading, weapon)
                or _acts_itself(act, draft, weapon)
                or _is_come_with(draft, weapon)
                or _is_charge(act, reading, weapon)
                or is_of_avenged(reading, draft.chunk, reading.clauses.at_token[weapon.first])
            ):
                continue
            is_here = first <= weapon.first < last and not _is_pit(reading, weapon)
            if is_here or weapon.last - 1 in acting:
                yield reading, weapon


def _fire_of_arms(reading: Reading) -> Iterator[WeaponMention]:
    """As in "killed by army fire": what only its noun group tells from a blaze."""
    if FIRE in reading.vocabulary:
        for number in reading.clauses.headed({FIRE}, "N"):
            weapon = reading.nominal(number).weapon
            if weapon is not None and weapon.last - weapon.first == 1:
                yield weapon


def _ranked_before(draft: Draft) -> Iterator[tuple[Reading, WeaponMention]]:
    """As in "Two bombs went off. The first killed four": with the words that told it before."""
    told: Reading | None = draft.reading
    for filler in draft.by_role("instrument"):
        weapon = filler.nominal.weapon
        own = draft.reading.sentence.starts[filler.nominal.first]
        if weapon is None or weapon.start >= own:
            continue
        while told is not None and told.sentence.start > weapon.start:
            told = told.previous
        if told is not None:
            yield told, weapon


def _acts_itself(act: Act, told: Draft, weapon: WeaponMention) -> bool:
    """As in "Gunmen kill three, bomb hits police": behind a comma, the subject of another verb.

    And in "Bomb hits police, two activists shot", the other way round.
    """
    clauses = told.reading.clauses
    number = clauses.at_token[weapon.first]
    if number < told.chunk and told.subjects and number < (own := min(told.subjects)):
        # "Car bomb kills four, sniper wounds soldier"
        return told.reading.sentence.index < 0 and clauses.kinds[own - 1] in ",:"
    verb = number + 1
    if number < told.chunk:
        comma = clauses.kinds.rfind(",", verb, told.chunk)
        if comma < 0 or clauses.kinds[comma + 1 : told.chunk] != "N":
            return False
    elif number == told.chunk or clauses.kinds[number - 1 : number + 1] != ",N":
        return False  # "Meanwhile, a bomb attack occurred": its own words
    return clauses.kinds[verb : verb + 1] in ("V", "X") and all(
        draft.chunk != verb or draft.reading is not told.reading for draft in act.drafts
    )


def _is_taken(act: Act, reading: Reading, weapon: WeaponMention) -> bool:
    """As in "raided a house, recovering a suicide vest": found or taken, and not used.

    And as in "the army lost two soldiers and a helicopter", "were flown to A by helicopter".
    """
    taking, leading = noun_classes()["taking_away"], noun_classes()["led_away"]
    if act.main.type is _DISRUPTION or (taking | leading | _LOSING).isdisjoint(reading.vocabulary):
        return False
    clauses = reading.clauses
    at = number = clauses.at_token[weapon.first]
    while at >= 0 and clauses.kinds[at] not in _GOVERNING:
        at -= 1
    is_lost = clauses.head_words[at] in _LOSING and "P" not in clauses.kinds[at:number]
    is_ride = clauses.head_words[at] in leading and is_aircraft(
        reading.sentence.norms[weapon.last - 1]
    )
    return at >= 0 and (is_lost or is_ride or clauses.head_words[at] in taking)


def _is_charge(act: Act, reading: Reading, weapon: WeaponMention) -> bool:
    """As in "shot three boys accused of throwing stones": what those hit are charged with."""
    clauses = reading.clauses
    number = clauses.at_token[weapon.first]
    return (
        act.main.type is not EventType.ARREST
        and clauses.kinds.endswith("PGN", 0, number + 1)
        and clauses.head_words[number - 3] in noun_classes()["charging"]
    )


def _is_pit(reading: Reading, weapon: WeaponMention) -> bool:
    """As in "guards at the mine", "hired by the mine", "inside the club": no means."""
    number = reading.clauses.at_token[weapon.first] if weapon.type in _PITS else 0
    if not number or reading.nominal(number).target is None:
        return False
    before = reading.clauses.first_words[number - 1]
    is_employer = before in _FOR and reading.clauses.kinds[max(number - 2, 0)] in "XKG"
    return is_employer or before in AT_PLACE | OF_FROM


def _is_hit(act: Act, told: Draft, weapon: WeaponMention) -> bool:
    """Whether a draft says it was hit: a craft, a club that is no stick, a tank that burned."""
    reading, head = told.reading, weapon.last - 1
    clause = reading.clauses.clause
    may_be_hit = weapon.type is WeaponType.MELEE or is_aircraft(reading.sentence.norms[head])
    is_tank = weapon.type is WeaponType.TANK
    is_pit = weapon.type is WeaponType.LANDMINE and told.type is not _DISRUPTION
    return any(
        draft.reading is reading
        and item.nominal.head == head
        and (
            (is_tank and item.effect in _EFFECTS)
            or (is_pit and item.nominal.target is not None)  # "attacked a mine": its miners work
            or (may_be_hit and clause(draft.chunk) == clause(told.chunk))
        )
        for draft in act.drafts
        for item in draft.by_role("target")
    )


def implied_weapons(act: Act, spans: Spans) -> list[Weapon]:
    """What the words of an act that names no weapon say of it: "shot", "stabbed", "set on fire"."""
    found: dict[WeaponType, Weapon] = {}
    for draft in act.drafts:
        means = draft.frame.means
        if means is None or means in found or is_attribute(draft):
            continue
        span = spans.of(draft.reading, draft.first, draft.last)
        found[means] = Weapon(
            text=spans.text(span),
            type=means,
            sent_idx=draft.reading.sentence.index,
            span=span,
        )
    return list(found.values())


def with_implied(act: Act, spans: Spans, named: list[Weapon]) -> list[Weapon]:
    """What an act names, and what other sentences of it imply: "a mine ... then opened fire"."""
    told, kinds = {weapon.sent_idx for weapon in named}, {weapon.type for weapon in named}
    implied = implied_weapons(act, spans)
    return named + [it for it in implied if it.sent_idx not in told and it.type not in kinds]


def _is_come_with(draft: Draft, weapon: WeaponMention) -> bool:
    """Whether a tank stands with a verb of coming, and the act is another verb's."""
    if weapon.type is not _TANK:
        return False
    clauses = draft.reading.clauses
    at = clauses.at_token[weapon.first] - 1
    if clauses.kinds[max(at, 0)] != "P" or clauses.first_words[at] not in _WITH:
        return False
    while at >= 0 and clauses.kinds[at] in _BETWEEN:
        at -= 1
    if at < 0 or at == draft.chunk or clauses.kinds[at] not in _VERBAL:
        return False
    classes = noun_classes()
    return clauses.head_words[at] in classes["coming"] | classes["coming_by"]


def _part_telling(draft: Draft) -> tuple[int, int]:
    """The chunks of the clause of an act, without those of acts before or after it."""
    clauses = draft.reading.clauses
    left, right = clauses.clause(draft.chunk)
    before = draft.chunk - 1
    if is_sequel(draft) or (
        draft.construction == "gerund" and clauses.kinds[max(before, 0) : draft.chunk] == "P"
    ):
        right = clauses.kinds.find(",", draft.chunk, right) + 1 or right
    if draft.construction == "nominal" and before > left and _follows_on(draft, before):
        left = before  # "fired tear gas after the arrest of two men"
    return _behind_joined_act(draft, left), _before_other_act(draft, right)


def _behind_joined_act(draft: Draft, left: int) -> int:
    """As in "a bomb attack in Gao and | an ambush in Kidal": that bomb is the first act's."""
    clauses, number = draft.reading.clauses, draft.chunk
    before = clauses.kinds[number - 1 : number]
    if draft.construction != "nominal" or before != "C":
        return left
    heads = draft.reading.event_heads
    is_row = any(clauses.chunks[at].head in heads for at in range(left, number - 1))
    return number if is_row else left


def _before_other_act(draft: Draft, right: int) -> int:
    """As in "stormed the school after the explosion of two bombs": those bombs are another's."""
    kinds, chunks = draft.reading.clauses.kinds, draft.reading.clauses.chunks
    at = kinds.find("CN", draft.chunk + 1, right)
    if (
        draft.construction == "nominal"
        and at > 0
        and chunks[at + 1].head in draft.reading.event_heads
    ):
        right = at  # "an ambush in Gao | and a grenade attack in Kidal"
    at = kinds.find("PN", draft.chunk + 1, right)
    while at > 0:
        if _follows_on(draft, at) and chunks[at + 1].head in draft.reading.event_heads:
            return at
        at = kinds.find("PN", at + 1, right)
    return right


def _follows_on(draft: Draft, preposition: int) -> bool:
    return draft.reading.clauses.first_words[preposition] in noun_classes()["behind_prep"]
