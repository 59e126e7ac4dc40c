"""The actors of an act: one row for one party and role, whatever the sentences call it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from coder.discourse.acts import Act, Named, Responsibility
from coder.discourse.people.addressees import addressee, owners
from coder.discourse.people.bare_tolls import bare_tolls
from coder.discourse.people.doers import (
    CROWDS,
    as_before,
    end_with_looks,
    is_same_again,
    type_by_deed,
    type_when_met,
    with_allies,
)
from coder.discourse.people.fighting import participant_side, settle_answers, side_of_fallen
from coder.discourse.people.one_party import enter, names_of, with_primaries
from coder.discourse.people.own_claims import (
    claims_by_sentence,
    is_claimed,
    rows_of_blamed,
    where_told,
)
from coder.discourse.people.parties import Parties
from coder.discourse.people.victims import counted_victims, tells_only_harm
from coder.discourse.spans import Spans
from coder.events.drafts import Draft, Filler
from coder.events.reading import Reading
from coder.events.roles.crews import is_of_others
from coder.events.roles.group_names import name_of_group, of_band, taken_for
from coder.events.roles.names import description_beside, is_one_person, names_beside
from coder.events.roles.nations import country_of, nation_told
from coder.events.roles.nominals import Nominal
from coder.events.status.doubts import doubt_of, guessed_doers, is_only_called
from coder.events.status.governors import is_believed
from coder.lexicon.closed import AT_PLACE
from coder.mentions.actors.crews import crew_actor
from coder.rules.model import TYPE_PRECEDENCE
from coder.values.events import EventActor, class_of
from coder.values.kinds import REMOTE, SOLDIERS_AND_POLICE
from coder.values.labels import (
    ActorType,
    Certainty,
    EventClass,
    EventType,
    Modality,
    PlaceLevel,
    Role,
    Side,
    TargetType,
)

_ROLES = {
    "perpetrator": Role.PERPETRATOR,
    "target": Role.TARGET,
    "victim": Role.TARGET,
    "participant": Role.PARTICIPANT,
    "gaining_party": Role.GAINING_PARTY,
    "losing_party": Role.LOSING_PARTY,
    "mediator": Role.MEDIATOR,
}
_SIDES = {
    Role.PERPETRATOR: Side.A,
    Role.GAINING_PARTY: Side.A,
    Role.TARGET: Side.B,
    Role.VICTIM: Side.B,
    Role.LOSING_PARTY: Side.B,
}
_BLOWS = frozenset(TYPE_PRECEDENCE)  # "lost five men in an ambush": no ground
_STANDS_FOR = {
    TargetType.MILITARY_POSITION: ActorType.STATE_MILITARY,
    TargetType.POLICE: ActorType.STATE_POLICE,
}
_PERPETRATOR, _PARTICIPANT = Role.PERPETRATOR, Role.PARTICIPANT
_UNKNOWN = ActorType.UNKNOWN
OFFICERS = ("officer", "officers")
"""Of whichever force an act is about, where nothing else says of which."""


def body_of_officers(actors: Sequence[EventActor]) -> ActorType | None:
    """As in "attacked a police post and killed two officers": the force that was hit or fought."""
    for role in (Role.TARGET, _PARTICIPANT):
        found = {actor.type for actor in actors if actor.role is role} & SOLDIERS_AND_POLICE
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def with_officers(actors: list[EventActor]) -> list[EventActor]:
    """The rows with "officers" that nothing describes typed as the force of the act."""
    unsaid = [at for at, row in enumerate(actors) if row.type is _UNKNOWN]
    unsaid = [at for at in unsaid if actors[at].text.lower().endswith(OFFICERS)]
    kind = body_of_officers(actors) if unsaid else None
    if kind is None:
        return actors
    return [
        replace(row, type=kind, is_civilian=False) if at in unsaid else row
        for at, row in enumerate(actors)
    ]


def collect_actors(
    act: Act, spans: Spans, parties: Parties
) -> tuple[list[EventActor], dict[int, int]]:
    """Actor rows in the order of the text, and for each nominal (by ``id``) its row."""
    settle_answers(act)
    rows: list[EventActor] = []
    fallen: set[int] = set()
    keys: list[tuple[set[str], Role]] = []
    index: dict[int, int] = {}
    placed: dict[tuple[int, int], int] = {}
    told = list(_fillers(act))
    fillers = [filler for _, filler in told]
    bare = bare_tolls(act)
    for draft, filler in told:
        if id(filler.nominal) in bare or (
            tells_only_harm(draft.reading, filler.nominal) and (act.named or _is_told(act))
        ):
            continue  # "The blast left six dead"
        if is_of_others(filler, fillers) or _is_nobody_known(draft.reading, filler):
            continue  # "the navy sent jets, which bombed the camp"
        row = _row(act, draft, filler, spans)
        if row is None:
            continue
        reading, nominal = filler.antecedent or (draft.reading, filler.nominal)
        meant = parties.named(row, reading, nominal)
        row = row if _did_it(meant, rows) and row.name is None else meant
        beside = names_beside(reading, nominal)
        names = names_of(reading, nominal)
        if row.actor_id is not None:
            names.add(row.actor_id)
        elif row.is_organisation and row.name is not None:
            names |= {row.name.lower(), row.name.lower().rsplit(" ", 1)[-1]}
        if row.name is None and is_same_again(reading, nominal):
            row, known = as_before(row, rows, keys)
            names |= known
        if len(beside) == 1 and is_one_person(nominal):
            row = _named_row(row, reading, beside.pop(), spans, is_same=True)
            names |= {(row.name or "").lower(), (row.name or "").lower().split(" ")[-1]}
        has_fallen = row.role is _PARTICIPANT and filler.role == "victim"
        entered = enter(rows, keys, row, names, part=has_fallen)
        index[id(filler.nominal)] = placed[where_told(reading, nominal)] = entered
        fallen |= {entered} if has_fallen and entered == len(rows) - 1 else set()
        for member in beside:
            one = _named_row(row, reading, member, spans, is_same=False)
            enter(rows, keys, one, names_of(reading, member))
    index |= {toll: index[whom] for toll, whom in bare.items() if whom in index}
    return with_primaries(rows, fallen), {**rows_of_blamed(act, placed), **index}


def _did_it(row: EventActor, rows: list[EventActor]) -> bool:
    """As in "gunmen of the cartel kidnapped the group": who did it is not whom it was done to."""
    return (
        row.role is Role.TARGET
        and row.actor_id is not None
        and any(other.role is _PERPETRATOR and other.actor_id == row.actor_id for other in rows)
    )


def _is_nobody_known(reading: Reading, filler: Filler) -> bool:
    """As in "a car whose occupants fired": whoever they are, the words do not say."""
    nominal = filler.nominal
    if filler.role != "perpetrator" or filler.antecedent is not None:
        return False
    is_relative = reading.sentence.norms[nominal.first] == "whose"
    return (is_relative and "armed" not in nominal.fillers) or is_only_called(reading, nominal)


def _is_told(act: Act) -> bool:
    """Whether the act says who came to harm by more than "the dead", "the wounded"."""
    return any(
        not tells_only_harm(claim.reading, claim.nominal) and claim.nominal.actor is not None
        for draft in act.drafts
        for claim in draft.claims
    )


def _named_row(
    row: EventActor, reading: Reading, name: Nominal, spans: Spans, *, is_same: bool
) -> EventActor:
    """The row of a person whose name stands beside the noun of ``row``: itself, or a member."""
    actor = name.actor
    span = spans.of(reading, name.first, name.last)
    said = actor.name if actor is not None and actor.name is not None else spans.text(span)
    if is_same:
        return replace(row, name=said, description=row.description or row.text)
    own = description_beside(reading, name)
    what = row.description if own is None else spans.text(spans.of(reading, own.first, own.last))
    return replace(row, name=said, text=spans.text(span), description=what, number=1, span=span)


def _fillers(act: Act) -> Iterator[tuple[Draft | Responsibility | Named, Filler]]:
    """The parties of the drafts, then those said to be behind the act, then victims by name."""
    accused = {
        where_told(item.reading, item.nominal): item.certainty
        for item in act.responsibilities
        if not item.is_nobody
    }
    claims = claims_by_sentence(act)
    told: set[tuple[int, int]] = set()
    for draft in act.drafts:
        # Who claims an act by its own people has a row itself.
        claimed = claims.get(id(draft.reading), ())
        for filler in (item for item in draft.fillers if not is_claimed(claimed, draft, item)):
            where = where_told(*draft.meant_by(filler))
            certainty = accused.get(where)
            if certainty is not None and filler.role == "perpetrator":
                told.add(where)
                filler.certainty = certainty
            elif filler.role == "perpetrator" and filler.certainty is None:
                filler.certainty = _how_sure(act, draft, filler)
            yield draft, filler
        yield from ((draft, guessed) for guessed in guessed_doers(draft))
    yield from owners(act)
    for item in act.responsibilities:
        if not item.is_nobody and where_told(item.reading, item.nominal) not in told:
            yield item, Filler("perpetrator", item.nominal, None, "said", item.certainty)
    for named in (*act.named, *counted_victims(act)):
        yield named, Filler("victim", named.nominal, None, "named")
    if class_of(act.main.type) is EventClass.DEMONSTRATION and not any(
        (filler.role == "target" and filler.nominal.actor is not None)
        or filler.via == "between"  # two crowds that fight each other
        for draft in act.drafts
        for filler in draft.fillers
    ):
        aimed_at = addressee(act.main)
        if aimed_at is not None:
            yield act.main, Filler("target", aimed_at, None, "against")


def _how_sure(act: Act, draft: Draft, filler: Filler) -> Certainty | None:
    """As in "rebels may be behind the attack" that happened, "police believe rebels did it"."""
    is_open = draft.modality is Modality.HYPOTHETICAL
    if (is_open and act.main.modality is not Modality.HYPOTHETICAL) or is_believed(
        draft.reading, filler.nominal
    ):
        return Certainty.SUSPECTED
    if draft.modality is Modality.DENIED:
        return Certainty.DENIED  # "denied that its planes had hit the camp"
    return doubt_of(draft.reading, filler.nominal.chunk, draft.chunk)


def _row(
    act: Act, draft: Draft | Responsibility | Named, filler: Filler, spans: Spans
) -> EventActor | None:
    role = _ROLES.get(filler.role)
    reading, nominal = filler.antecedent or (draft.reading, filler.nominal)
    if role is None or nominal.is_zero or filler.is_unknown:
        return None
    if role is _PERPETRATOR:
        nominal = of_band(reading, name_of_group(reading, nominal))
    nominal = taken_for(reading, nominal)
    nominal = _with_owner(reading, nominal)
    if filler.role == "victim" and act.main.type in REMOTE:
        role = Role.VICTIM
    elif role is Role.LOSING_PARTY and act.main.type in _BLOWS:
        role = _PARTICIPANT if act.main.type is EventType.ARMED_CLASH else Role.TARGET
    actor = nominal.actor
    side = _SIDES.get(role)
    if role is _PARTICIPANT and isinstance(draft, Draft):
        side = participant_side(draft, filler)
    elif filler.role == "victim" and (fought := side_of_fallen(act, filler)) is not None:
        role, side = _PARTICIPANT, fought
    kind, is_civilian = _type_of(nominal, role, filler.via, act.main.type)
    if kind is None:
        return None
    if side is not Side.B or role is _PARTICIPANT:
        kind, is_civilian = type_by_deed(reading, nominal, act.main.type, role, (kind, is_civilian))
    kind = type_when_met(filler, act.main.type, kind)
    sentence = reading.sentence
    is_doer = role is _PERPETRATOR
    end = end_with_looks(reading, nominal) if is_doer else nominal.last
    span = spans.of(reading, nominal.first, end)
    certainty = filler.certainty or (actor.certainty if actor is not None else Certainty.STATED)
    is_name = actor is None and "name" in nominal.fillers
    text = spans.text(span)
    bare = _bare_name(reading, nominal, spans) if is_name else text
    country = actor.country if actor is not None else country_of(reading, nominal)
    nationality = actor.nationality if actor is not None else None
    beside = description_beside(reading, nominal)
    described = None if beside is None else spans.text(spans.of(reading, beside.first, beside.last))
    told = beside.actor if beside is not None else None
    nation = nation_told(reading, nominal, act.main.type) if nationality is None else None
    is_guess = actor is None or kind is _UNKNOWN
    if told is not None and is_guess and told.type is not _UNKNOWN:
        kind, is_civilian = told.type, told.is_civilian  # "Ahmed Saleh, a teacher, was killed"
    return EventActor(
        actor_id=actor.actor_id if actor else None,
        name=with_allies(actor.name, text)
        if actor
        else (bare if is_name or nominal.place else None),
        text=text,
        description=(actor.description if actor else None) or described,
        number=nominal.quantity.best if nominal.quantity is not None else None,
        nationality=nationality if nation is None else nation.country,
        type=kind,
        role=role,
        side=side,
        certainty=certainty,
        country=country if nation is None else country or nation.iso3,
        sector=actor.sector if actor else None,
        is_civilian=is_civilian,
        is_primary=False,
        is_organisation="organisation" in nominal.fillers,
        sent_idx=sentence.index,
        span=span,
    )


def _bare_name(reading: Reading, nominal: Nominal, spans: Spans) -> str:
    """The name alone: "Wilson Kago" of "26-year-old Wilson Kago", "Grace" of "his wife Grace"."""
    tags = reading.tags
    first = nominal.head
    while first > nominal.first and tags[first - 1] == "E":
        first -= 1
    return spans.text(spans.of(reading, first, nominal.head + 1))


def _with_owner(reading: Reading, nominal: Nominal) -> Nominal:
    """A post or vehicle with the force that holds it ("rebel positions", "bases of the PKK")."""
    if nominal.actor is not None or nominal.target is None:
        return nominal
    if nominal.target.type not in _STANDS_FOR:
        return nominal
    owner = None
    if (whose := reading.of_what(nominal.chunk)) is not None:
        owner = reading.nominal(whose).actor
    elif nominal.head > nominal.first:
        owner = crew_actor(
            reading.sentence, nominal.first, nominal.head + 1, nominal.head, reading.lexicon
        )
    return nominal if owner is None else replace(nominal, actor=owner)


def _type_of(
    nominal: Nominal, role: Role, via: str, of: EventType
) -> tuple[ActorType | None, bool | None]:
    """The actor type of a nominal in a role of an act; null where it stands for no actor.

    A country is a target only where an act is aimed at it: "in Peru" says where.
    """
    if nominal.actor is not None:
        return nominal.actor.type, nominal.actor.is_civilian
    if nominal.target is not None:
        stands_for = _STANDS_FOR.get(nominal.target.type)
        if role is _PERPETRATOR and "aircraft" in nominal.fillers:
            stands_for = ActorType.STATE_MILITARY  # "jets bombed a school"
        return (stands_for, False) if stands_for is not None else (None, None)
    if nominal.place is not None and nominal.place.level is PlaceLevel.COUNTRY:
        is_aim = role is Role.TARGET and via not in AT_PLACE
        return (ActorType.STATE_OTHER, None) if is_aim else (None, None)
    if "name" in nominal.fillers:
        if role in {Role.TARGET, Role.VICTIM}:
            return ActorType.CIVILIANS, True
        return ActorType.UNKNOWN, None
    is_crowd = role is _PERPETRATOR and "number" in nominal.fillers  # "hundreds marched"
    is_somebody = nominal.is_unheard and role in {Role.TARGET, Role.VICTIM}
    return CROWDS.get(of) if is_crowd else ActorType.UNKNOWN if is_somebody else None, None
