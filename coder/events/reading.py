"""The noun groups of one sentence, typed: what each may be to a frame."""

from dataclasses import replace

from coder.events.counts.shares import debris_of, is_fraction, share_of, sized
from coder.events.found_in_sentence import NEGATIVE, FoundInSentence, Given
from coder.events.roles.dressed import dressed
from coder.events.roles.named_crafts import end_of_craft
from coder.events.roles.nominals import (
    LIFELESS,
    OWNED,
    OWNERS,
    PEOPLE,
    Nominal,
    actor_fillers,
    bombs_on_foot,
    is_aged,
    is_aircraft,
    is_amount,
    is_counted_people,
    is_kind_of_thing,
    is_measure,
    is_named_aircraft,
    is_place_noun,
    is_possession,
    is_side_of_river,
    is_surname,
    is_unheard_of,
    stands_alone,
    target_fillers,
    whose_life,
)
from coder.events.roles.one_of_those import as_one_of_those, is_rank_alone
from coder.events.roles.shared_heads import may_share, shared_with, with_shared_head
from coder.grammar.particles import PARTICLES
from coder.lexicon.closed import ALL_BOTH, KNOWN, OF_FROM
from coder.lexicon.entries import PersonNoun, TargetNoun
from coder.lexicon.words import noun_classes
from coder.mentions.actors.acting_states import (
    acting_nation,
    acting_people,
    seat_actor,
    state_actor,
)
from coder.mentions.actors.typing import type_actor
from coder.mentions.quantities import measures_persons
from coder.mentions.targets import target_at
from coder.mentions.weapons import FIRE, fire_of_arms, is_in_name, weapon_at
from coder.values.labels import ActorType, PlaceLevel
from coder.values.mentions import (
    ActorMention,
    Quantity,
    TargetMention,
    WeaponMention,
)
from coder.values.text import Sentence

_DEFINITE = KNOWN - {"her"}  # "her sister was stabbed" may be news
_THE_NUMBER = ("the", "number")
_MEANT = frozenset({("her",), ("the", "latter"), ("the", "former")})  # "her": alone, whom
LATTER = frozenset({"latter", "former"})
_AIR_FORCES = frozenset({("air", "force"), ("air", "forces")})
_STOPS = frozenset({".", "!", "?", '"', "...", ":"})


class Reading(FoundInSentence):
    """A sentence with everything found in it. Noun groups are typed when first asked for."""

    __slots__ = ()

    def nominal(self, number: int) -> Nominal:
        """The noun group of a chunk, typed."""
        found = self._nominals.get(number)
        if found is None:
            group = self.clauses.chunks[number]
            last, head = end_of_craft(self.sentence, group) or (group.last, group.head)
            found = self._read(number, group.first, last, head)
            found = sized(self, dressed(self.sentence.norms, self.clauses, found))
            if is_rank_alone(self.sentence.norms, group.first, group.last):
                found = as_one_of_those(self, found)
            if may_share(self, found) and (other := shared_with(self.clauses, number)) is not None:
                found = with_shared_head(self, found, self.nominal(other))
            self._nominals[number] = found
        return found

    def is_act(self, number: int) -> bool:
        """Whether a group names an act. One without a noun for acts in it is not typed for that.

        Unless it counts them: "two | of the attacks".
        """
        group = self.clauses.chunks[number]
        if self.event_heads.isdisjoint(range(group.first, group.last)) and (
            not self.event_heads or self.clauses.kinds[number + 1 : number + 2] != "P"
        ):
            return False
        return "event" in self.nominal(number).fillers

    def modifier(self, number: int, first: int, last: int) -> Nominal:
        """Tokens inside a noun group read as a group of their own ("rebel" in "rebel attack")."""
        found = self._read(number, first, last, last - 1, is_modifier=True)
        if found.actor is None and found.weapon is None and found.target is None:
            actor = acting_nation(self.sentence, first, last, self.lexicon)
            while actor is None and first < last - 1 and self.tags[first] == "J":
                first += 1  # "a fresh | Israeli air raid"
                actor = acting_nation(self.sentence, first, last, self.lexicon)
            if actor is not None:
                fillers = frozenset(actor_fillers(actor) | {"armed"})
                return replace(found, first=first, actor=actor, fillers=fillers)
        return found

    def state(self, nominal: Nominal, *, acts: bool = False, bare: bool = False) -> Nominal | None:
        """A country name read as the state that acts ("Israel shelled"); null for other groups.

        ``acts``: a town may be a government too; ``bare``: "Russians" are the forces of Russia.
        """
        place = nominal.place
        group = self.clauses.chunks[nominal.chunk]
        actor = None
        if place is None:
            if acts and nominal.actor is not None:
                span = nominal.first, nominal.head
                actor = acting_people(self.sentence, *span, self.lexicon, is_bare=bare)
        elif acts or place.level is PlaceLevel.COUNTRY:
            read = state_actor if place.level is PlaceLevel.COUNTRY else seat_actor
            actor = read(self.sentence, group.first, group.last, group.head, self.lexicon)
        if actor is None:
            return None
        fillers = frozenset({"authority", "organisation", "armed"})
        return replace(nominal, actor=actor, place=None, fillers=fillers)

    def _read(  # noqa: C901, PLR0912 - one walk, read in one place
        self, number: int, first: int, last: int, head: int, *, is_modifier: bool = False
    ) -> Nominal:
        norms = self.sentence.norms
        if norms[first] in PARTICLES and first < head and self.tags[first] == "A":
            first += 1  # "blew up | two posts"
        quantity = self.quantity_in(first, head)
        inner = None if is_modifier else self._counted(number, head)
        if inner is not None:
            return self._counted_nominal(number, first, head, quantity, self.nominal(inner))
        whose = 0 if is_modifier else whose_life(norms, self.tags, first, head)
        if whose and whose == head:
            return Nominal(number, first, head, first, frozenset({"pronoun"}))
        if whose:
            return self.modifier(number, first, whose)
        is_group = self.clauses.kinds[number] == "N" and not is_modifier
        full = self.clauses.group_end(number) if is_group else last
        given = self.given_at(head) if self.given else None
        place = self.place_at(head, is_modifier=is_modifier) if given is None else None
        if place is not None and norms[head - 1].endswith("-year-old"):
            place = None  # "the 39-year-old Pizarro"
        if given is None:
            actor = type_actor(self.sentence, first, full, head, self.lexicon, quantity)
        else:
            actor = given if isinstance(given, ActorMention) else None
        if actor is not None and place is not None:
            if is_surname(actor, place) or is_counted_people(actor, quantity):
                place = None
            elif not self.is_in_name(head):
                actor = None
        is_craft = is_named_aircraft(self.sentence, first, head)
        if actor is not None and (
            is_craft or is_kind_of_thing(self.sentence, self.lexicon, actor, first)
        ):
            actor = None
        weapon, target, fillers = None, None, set[str]()
        if actor is not None:
            fillers |= actor_fillers(actor) | self._noun_fillers(first, head, actor)
        if place is not None:
            fillers |= {"place", "territory"}
        if actor is None and place is None:
            weapon, target = self._thing(given, first, last, head)
            if target is not None and is_group and target.type in OWNED:
                target = self._with_owner(number, target)
            if weapon is not None:
                fillers |= {"weapon", "thing"}
            if target is not None:
                fillers |= target_fillers(self._target_kind(first, head))
        if is_craft or self._flies(head):
            fillers.add("aircraft")
        if is_place_noun(norms[head]) and actor is None:
            fillers |= {"place", "territory"}
        if head in self.event_heads and actor is None:
            fillers.add("event")
        if is_unknown := not fillers:
            fillers = self._unknown_fillers(first, head, quantity)
        is_new = is_unknown and fillers == LIFELESS and is_unheard_of(self.sentence, head)
        is_the, is_no, told = (
            norms[first] in _DEFINITE,
            self.is_nobody_at(first) or norms[head] in NEGATIVE,
            frozenset(fillers),
        )
        # By position: with keywords it takes thrice as long.
        return Nominal(
            *(number, first, full, head, told, actor, weapon, target, place, quantity),
            *(is_the, is_no, (), is_new),
        )

    def _flies(self, head: int) -> bool:
        """Whether a noun is an aircraft or those who fly one, and no bomber on foot."""
        norms = self.sentence.norms
        is_craft = is_aircraft(norms[head], norms[head - 1] if head else "")
        return (is_craft and not bombs_on_foot(self.sentence, head)) or (
            head > 0 and norms[head - 1 : head + 1] in _AIR_FORCES
        )

    def _thing(
        self, given: Given | None, first: int, last: int, head: int
    ) -> tuple[WeaponMention | None, TargetMention | None]:
        """The weapon and the target that a noun group without an actor stands for."""
        if given is not None and isinstance(given, WeaponMention):
            return given, None
        if given is not None and isinstance(given, TargetMention):
            return None, given
        is_side = is_side_of_river(self.sentence.norms, first, head)
        target = None if is_side else target_at(self.sentence, first, last, head, self.lexicon)
        weapon = weapon_at(self.sentence, first, last, head, self.lexicon)
        if weapon is None and self.sentence.norms[head] == FIRE and self._is_of_force(first, head):
            weapon = fire_of_arms(self.sentence, head)
        is_name = weapon is not None and is_in_name(weapon, self.places)
        return None if is_name else weapon, target

    def _is_of_force(self, first: int, head: int) -> bool:
        """As in "army fire", "the fire of the guards", "fire from rebels": it comes out of arms."""
        number = self.clauses.at_token[head]
        owner = self.of_what(number, OF_FROM)
        last = head - (self.tags[head - 1] == "S")  # "the soldiers' fire"
        before = self.modifier(number, first, last) if first < last else None
        behind = self.nominal(owner) if owner is not None else None
        return any(it is not None and "armed" in it.fillers for it in (before, behind))

    def _with_owner(self, number: int, target: TargetMention) -> TargetMention:
        """As in "the installations of the Third Brigade": what it is, its armed owner says."""
        whole = self.of_what(number)
        owner = self.nominal(whole).actor if whole is not None else None
        kind = OWNERS.get(owner.type) if owner is not None else None
        return target if kind is None else replace(target, type=kind)

    def _unknown_fillers(self, first: int, head: int, quantity: Quantity | None) -> set[str]:
        norms = self.sentence.norms
        tag = "R" if norms[first : head + 1] in _MEANT else self.tags[head]
        if is_aged(norms, head) or (quantity is not None and norms[head].endswith(PEOPLE)):
            return {"person"}
        if tag in "RE":
            is_thing = is_possession(norms[first], self.tags[first:head]) or is_amount(norms, head)
            return {"pronoun" if tag == "R" else "thing" if is_thing else "name"}
        if norms[head] in ALL_BOTH and "but" not in self.vocabulary:
            return {"pronoun"}
        if stands_alone(norms[head], self.tags[head - 1]) or (
            tag in "#J" and quantity is not None and measures_persons(self.sentence, quantity)
        ):
            return {"number"}
        return {"thing"}

    def _noun_fillers(self, first: int, head: int, actor: ActorMention) -> set[str]:
        """What the head noun itself says: "fighters" and "forces" are armed."""
        norms = self.sentence.norms
        found = self.lexicon.persons.ending(norms, first, head + 1)
        entry = found[1][0].entry if found is not None else None
        if not isinstance(entry, PersonNoun):
            return set()
        fillers: set[str] = set()
        if entry.armed or (
            actor.type is ActorType.UNKNOWN and norms[head] in noun_classes()["armed_body"]
        ):
            fillers.add("armed")
        if entry.kind == "body":
            fillers.add("organisation")
        elif entry.kind == "member":
            fillers.add("person")  # "members of the Muslim Brotherhood": people, of a body
        if entry.kind in {"member", "group"} and actor.type is ActorType.UNKNOWN:
            fillers.add("crowd")
        return fillers

    def _target_kind(self, first: int, head: int) -> str:
        found = self.lexicon.targets.ending(self.sentence.norms, first, head + 1)
        entry = found[1][0].entry if found is not None else None
        return entry.kind if isinstance(entry, TargetNoun) else "thing"

    def _counted(self, number: int, head: int) -> int | None:
        """The chunk that is counted or meant: "a group of men", "the windows of the bank"."""
        inner = self.of_what(number)
        if inner is None:
            return debris_of(self, number)
        norms = self.sentence.norms
        first = self.clauses.chunks[number].first
        is_figure = (norms[first], norms[head]) == _THE_NUMBER
        is_counting = self.tags[head] in "#D" or is_measure(norms[head]) or is_fraction(norms, head)
        is_part = norms[head] in noun_classes()["part_noun"]
        is_loose = norms[head] in noun_classes()["loose_body"]  # "gangs of youths"
        is_meant = (
            (is_counting and not is_figure)
            or (is_part and self.nominal(inner).target is not None)
            or (is_loose and "crowd" in self.nominal(inner).fillers)
        )
        return inner if is_meant else debris_of(self, number)

    def _counted_nominal(
        self, number: int, first: int, head: int, quantity: Quantity | None, inner: Nominal
    ) -> Nominal:
        norms = self.sentence.norms
        number_of = share_of(norms, first, head, quantity, inner.quantity)
        known, nobody = norms[first] in _DEFINITE, self.is_nobody_at(first)
        is_measured = "name" in inner.fillers and is_amount(norms, head)  # "15 kg of TATP"
        return replace(
            inner,
            chunk=number,
            first=first,
            quantity=number_of,
            fillers=frozenset({"thing"}) if is_measured else inner.fillers,
            is_definite=known,
            is_negative=nobody,
        )


def is_title(sentence: Sentence) -> bool:
    """Whether a sentence is the title, or a line of its own without a full stop in the text."""
    if sentence.index < 0:
        return True
    return sentence.words[-1][-1] not in _STOPS and sentence.text[sentence.end :][:1] == "\n"
