"""Whom a pronoun in a role stands for: the last group told that can fill the same role.

"Four aid workers were taken hostage. They were set free": the victims of the act told before.
Inside a sentence it is the subject of the clause above ("the rebels said they had attacked").
"""

from collections.abc import Sequence

from coder.events.counts.predicates import whole_group
from coder.events.drafts import Draft, Filler
from coder.events.reading import LATTER, Reading
from coder.events.roles.agreeing import BODY, SEVERAL, both_told, fits, who_speaks_of, who_was_met
from coder.events.roles.filling import SIDES
from coder.events.roles.first_person import WE, meant_by_we
from coder.events.roles.nominals import Nominal
from coder.events.roles.pronoun_things import is_of_speaker_unknown, thing_meant
from coder.events.roles.role_types import PEOPLE, device_meant
from coder.lexicon.closed import (
    ALL_BOTH,
    HE_OR_SHE,
    HIM_HER_THEM,
    HIS_HER_THEIR,
    TIME_CLAUSES,
)
from coder.lexicon.words import noun_classes
from coder.rules.model import HIT_ROLES, KILLED_OR_INJURED, Frame
from coder.values.kinds import OFFICES, SOLDIERS_AND_POLICE
from coder.values.labels import ActorType, Modality

_ONE = frozenset({"he", "him", "himself", "his", "she", "her", "herself"}) | LATTER
_THEY = "they"
_SUBJECTS = frozenset({"he", "she", _THEY})
_REMAINS = frozenset({"body", "corpse", "everybody", "everyone"})
_IN_CUSTODY = frozenset({"arrested", "released"})
_SILENT = frozenset({"killed", "abducted"})
_OF_THEM = ("of", "them")
_MAX_DISTANCE = 2
_MAX_WALK = 20
_STOPPED = KILLED_OR_INJURED | {"arrested"}


def resolve_pronouns(
    reading: Reading, frame: Frame, fillers: Sequence[Filler], earlier: Sequence[Draft]
) -> None:
    """Set ``antecedent`` of the fillers that are pronouns; left null where nobody fits."""
    _resolve_devices(reading, frame, fillers)
    for filler in sorted(fillers, key=lambda filler: filler.role not in SIDES):
        if "pronoun" not in filler.nominal.fillers:
            continue
        role = frame.role(filler.role)
        norm = reading.sentence.norms[filler.nominal.head]
        if norm in WE and filler.role in SIDES:
            we = meant_by_we(reading, filler.nominal)
            filler.antecedent = None if we is None else (reading, we)
        if role is None or not _may_be_meant(reading, filler.nominal, norm):
            continue
        taken = {item.nominal.chunk for item in fillers}
        taken |= {
            item.antecedent[1].chunk
            for item in fillers
            if item.antecedent is not None and item.antecedent[0] is reading
        }  # "the army says it killed five of them": not of the army
        if filler.role not in SIDES:
            taken |= _not_meant(reading, frame, filler)
        is_harmed = filler.effect in KILLED_OR_INJURED or _is_of_body(norm, filler)
        is_object = norm in HIM_HER_THEM or is_harmed
        if role.effect == "released":
            filler.antecedent = _taken(norm, earlier)
            if filler.antecedent is not None:
                continue
        aimed = _aimed_at(reading, filler, norm, earlier) if is_harmed else None
        met = who_was_met(reading, frame, filler.nominal) if filler.role in SIDES else None
        stopped = None if met is None or met.chunk in taken else (reading, met)
        inside = (
            aimed
            or stopped
            or _inside(
                reading,
                filler.nominal,
                norm,
                role.fillers,
                taken,
                is_object=is_object,
                acts=filler.role in SIDES,
            )
            or (None if filler.role in SIDES else both_told(reading, filler.nominal, role.fillers))
        )
        told = inside or _before(reading, filler, norm, role.fillers, earlier, fillers)
        is_taken = told is not None and role.effect == "abducted"
        filler.antecedent = _whose_bodies(*told) if told is not None and is_taken else told
        if filler.antecedent is None:
            filler.antecedent = _subject_told(reading, filler, norm)
        thing = thing_meant(reading, role, filler.nominal) if filler.antecedent is None else None
        if thing is not None:
            filler.antecedent = reading, thing


def _whose_bodies(reading: Reading, nominal: Nominal) -> tuple[Reading, Nominal]:
    """As in "the bodies of two men were found. They had been seized": the men, as they lived."""
    is_body = reading.clauses.head_words[nominal.chunk] in noun_classes()["remains"]
    whose = reading.of_what(nominal.chunk) if is_body else None
    meant = nominal if whose is None else reading.nominal(whose)
    return reading, meant if meant.actor is not None else nominal


def _may_be_meant(reading: Reading, pronoun: Nominal, norm: str) -> bool:
    """Whether a pronoun stands for somebody told of, and not for a speaker nobody knows."""
    if norm not in SEVERAL | _ONE | BODY:
        return False
    return norm not in BODY or not is_of_speaker_unknown(reading, pronoun)


def _is_of_body(norm: str, filler: Filler) -> bool:
    """As in "fired two shots into his back": whoever was fired at."""
    return norm in HIS_HER_THEIR and filler.role in HIT_ROLES


def _resolve_devices(reading: Reading, frame: Frame, fillers: Sequence[Filler]) -> None:
    """As in "a bomb went off and another one was found": the device that "another" is one of."""
    role = frame.role("instrument")
    if role is None:
        return
    for filler in fillers:
        device = device_meant(reading, role, filler.nominal) if filler.role == role.name else None
        if device is not None:
            filler.antecedent = reading, device


def _taken(norm: str, earlier: Sequence[Draft]) -> tuple[Reading, Nominal] | None:
    """Those last told to be taken: who is let go was held."""
    for draft in reversed(earlier):
        for filler in draft.fillers:
            told = draft.meant_by(filler)
            if filler.effect == "abducted" and fits(*told, norm, PEOPLE):
                return told
    return None


def _not_meant(reading: Reading, frame: Frame, meant: Filler) -> set[int]:
    """Whom a pronoun for people harmed does not stand for.

    No object is its own subject ("lined them up"), and an office that speaks tells of others
    ("prosecutors said they had been tortured"), as kin do, and whoever tells of the dead.
    """
    clauses, pronoun = reading.clauses, meant.nominal.chunk
    kinds = clauses.kinds
    at = whole_group(reading, pronoun) - 1  # "shot seven of them dead"
    if at >= 0 and kinds[at] in "VXGI" and not _tells_of_oneself(reading, frame, meant):
        return set(
            clauses.subject(at) or (_subject_before(reading, at) if kinds[at] == "G" else ())
        )
    verb = pronoun - 2 if kinds[pronoun - 1 : pronoun] == "U" else pronoun - 1
    if verb < 0 or kinds[verb] not in "VX" or kinds[pronoun + 1 : pronoun + 2] != "V":
        return set()
    if verb < pronoun - 1 and clauses.first_words[pronoun - 1] in TIME_CLAUSES:
        return set()  # "a mayor died when he was attacked": told of, and telling nothing
    return {
        number
        for number in clauses.subject(verb)
        if (actor := reading.nominal(number).actor) is not None and actor.type in OFFICES
    }


def _tells_of_oneself(reading: Reading, frame: Frame, meant: Filler) -> bool:
    """As in "a nun said she was hit", "has received death threats": one who speaks of oneself."""
    clauses, pronoun = reading.clauses, meant.nominal.chunk
    speaking = clauses.subject(pronoun - 1)
    return (
        clauses.head_words[pronoun] in _SUBJECTS
        and (meant.effect not in _SILENT or frame.modality is Modality.THREATENED)
        and (noun_classes()["kin"] | _REMAINS).isdisjoint(
            map(clauses.head_words.__getitem__, speaking)
        )
    )


def _subject_before(reading: Reading, gerund: int) -> list[int]:
    """As in "attacked a guard while driving home, killing him": who did what came of it."""
    clauses = reading.clauses
    if clauses.kinds[gerund] != "G":
        return []
    verb = max(clauses.kinds.rfind(kind, 0, gerund) for kind in "VX")
    return clauses.subject(verb) if verb >= 0 and "B" not in clauses.chunks[verb].aux else []


def _inside(  # noqa: C901 - one walk to the left, read in one place
    reading: Reading,
    pronoun: Nominal,
    norm: str,
    wanted: frozenset[str],
    taken: set[int],
    *,
    is_object: bool,
    acts: bool,
) -> tuple[Reading, Nominal] | None:
    """The nearest subject to the left in the same sentence that agrees and fits.

    Groups in ``taken`` have another part in the same act: nobody fires on themselves.
    """
    clauses = reading.clauses
    whole = _whole_before(reading, pronoun.chunk)
    row = _object_in_row(reading, pronoun.chunk - 1, taken) if is_object else []
    for nominal in row if whole is None else [whole, *row]:
        if fits(reading, nominal, norm, wanted):
            return reading, nominal
    walk = range(pronoun.chunk - 1, max(-1, pronoun.chunk - _MAX_WALK), -1)
    for at in walk if norm not in ALL_BOTH else ():
        if clauses.kinds[at] not in "VX":
            continue
        for number in clauses.subject(at):
            nominal = reading.nominal(number)
            if acts and norm in BODY:  # "Kenya said it had"
                nominal = reading.state(nominal, acts=True) or nominal
            if nominal.chunk not in taken and fits(reading, nominal, norm, wanted):
                return reading, nominal
    if is_object or norm in ALL_BOTH:
        aside = _aside_before(reading, pronoun.chunk)
        # "fired at the mayor and killed him": no subject fits, the nearest group before it does.
        for at in walk:
            if clauses.kinds[at] == "N" and at not in aside:
                for nominal in (_counted_group(reading, at), *_owner(reading, at)):
                    if nominal.chunk not in taken and fits(reading, nominal, norm, wanted):
                        return reading, nominal
    return None


def _object_in_row(reading: Reading, verb: int, taken: set[int]) -> list[Nominal]:
    """As in "pupils watched as raiders seized a teacher and shot | him": the object before."""
    clauses, kinds = reading.clauses, reading.clauses.kinds
    if verb < 1 or kinds[verb] not in "VX" or kinds[verb - 1] != "C":
        return []
    before = max(kinds.rfind(kind, 0, verb) for kind in "VX")
    is_same = before >= 0 and clauses.subject(before) == clauses.subject(verb)
    objects = clauses.objects(before) if is_same else []
    return [reading.nominal(number) for number in objects if number not in taken]


def _aimed_at(
    reading: Reading, pronoun: Filler, norm: str, earlier: Sequence[Draft]
) -> tuple[Reading, Nominal] | None:
    """As in "guards fired at two migrants; one of them died": at whom the act before was aimed.

    Of two armed sides it may be either: "rebels attacked a patrol; two of them were killed".
    """
    head = pronoun.nominal.head
    if reading.sentence.norms[head - 1 : head + 1] != _OF_THEM:
        return None
    for draft in reversed(earlier):
        if draft.reading is not reading:
            return None
        for filler in draft.fillers:
            told = draft.meant_by(filler)
            is_hit = filler.role not in SIDES and "armed" not in told[1].fillers
            if is_hit and fits(*told, norm, PEOPLE):
                return told
    return None


def _whole_before(reading: Reading, pronoun: int) -> Nominal | None:
    """As in "found 14 bodies, most of them burned": the group that some are told to be of.

    ``pronoun`` is the chunk of "them", or of the number before it.
    """
    clauses = reading.clauses
    kinds = clauses.kinds
    comma = next((at for at in (pronoun - 3, pronoun - 1) if kinds.startswith(",NPNX", at)), 0)
    at = comma - 1
    while at > 0 and (kinds[at] in "tPA" or (kinds[at] == "N" and clauses.phrase_start(at))):
        at -= 1
    return reading.nominal(at) if at > 0 and kinds[at] == "N" else None


def _owner(reading: Reading, number: int) -> list[Nominal]:
    """As in "entered Ali Omar's house and shot him": whose house it is; empty for nobody's."""
    group = reading.clauses.chunks[number]
    mark = reading.tags.find("S", group.first, group.head)
    return [reading.modifier(number, group.first, mark)] if mark > group.first else []


def _aside_before(reading: Reading, pronoun: int) -> range:
    """As in "the police, who were backed by troops, arrested them": what parts subject and verb."""
    clauses = reading.clauses
    verb = max(clauses.kinds.rfind(kind, 0, pronoun) for kind in "VX")
    subject = clauses.subject(verb) if verb >= 0 else []
    is_parted = bool(subject) and clauses.kinds[verb - 1] == ","
    return range(subject[-1] + 1, verb) if is_parted else range(0)


def _counted_group(reading: Reading, number: int) -> Nominal:
    """The group, or the one whose number counts both ("57 guards and police officers")."""
    nominal = reading.nominal(number)
    first = reading.clauses.conjoined_left(number)[0]
    if first == number or nominal.quantity is not None:
        return nominal
    counted = reading.nominal(first)
    return counted if counted.quantity is not None else nominal


def _before(  # noqa: PLR0917 - who is meant, and all that was told beside and before
    reading: Reading,
    meant: Filler,
    norm: str,
    wanted: frozenset[str],
    earlier: Sequence[Draft],
    beside: Sequence[Filler],
) -> tuple[Reading, Nominal] | None:
    """The same part in the last act told: who acted for who acts, who was hit for who is hit.

    But "a man stabbed two guards. He was shot dead by officers", and "protesters blocked a road.
    Police fired to disperse them": what only crowds are in is done to a crowd, whatever it did.
    """
    index = reading.sentence.index
    is_crowd = "crowd" in wanted and "person" not in wanted
    for draft in reversed(earlier):
        if draft.reading is reading:
            continue
        if index - draft.reading.sentence.index > (1 if norm in ALL_BOTH else _MAX_DISTANCE):
            return None
        acting = meant.role in SIDES or (
            meant.effect in _STOPPED and _is_stopped(draft, meant, beside)
        )
        who = who_speaks_of(draft) if acting and norm == _THEY else None
        if who is not None:
            return draft.reading, who
        for filler in draft.fillers[:: -1 if norm == "latter" else 1]:
            told = draft.meant_by(filler)
            is_named = norm in _ONE and "name" in told[1].fillers  # a name, and nothing is known
            is_part = is_crowd or (filler.role in SIDES) is acting
            if is_part and (is_named or fits(*told, norm, wanted)):
                return told
    return None


def _subject_told(reading: Reading, meant: Filler, norm: str) -> tuple[Reading, Nominal] | None:
    """The subject of the sentence before, of which no act is told."""
    if norm == _THEY and meant.role in SIDES:
        return _who_came(reading)
    is_one = norm in HE_OR_SHE and meant.role in HIT_ROLES and meant.effect not in _IN_CUSTODY
    return _whom_it_befell(reading, norm) if is_one else None


def _who_came(reading: Reading) -> tuple[Reading, Nominal] | None:
    """As in "Rebels came to Tula on Sunday. They killed six men": armed, subject just before.

    Also with sentences between that go on with "they" or tell of nothing that is read.
    """
    before = reading.previous
    while before is not None:
        if reading.sentence.index - before.sentence.index > _MAX_DISTANCE:
            return None
        verb = next((at for at, kind in enumerate(before.clauses.kinds) if kind in "VX"), None)
        subject = [] if verb is None else before.clauses.subject(verb)
        for number in subject:
            nominal = before.nominal(number)
            if "armed" in nominal.fillers and fits(before, nominal, _THEY, PEOPLE):
                return before, nominal
        heads = {before.sentence.norms[before.nominal(number).head] for number in subject}
        if heads != {_THEY}:
            return None
        before = before.previous
    return None


def _whom_it_befell(reading: Reading, norm: str) -> tuple[Reading, Nominal] | None:
    """As in "The mayor was driving home. He was killed when gunmen fired": the subject before."""
    before = reading.previous
    if before is None or reading.sentence.index - before.sentence.index > 1:
        return None
    verb = next((at for at, kind in enumerate(before.clauses.kinds) if kind in "VX"), None)
    for number in [] if verb is None else before.clauses.subject(verb):
        nominal = before.nominal(number)
        is_person = (
            "person" in nominal.fillers and before.clauses.head_words[number] not in _REMAINS
        )
        if is_person and fits(before, nominal, norm, PEOPLE):
            return before, nominal
    return None


def _is_stopped(draft: Draft, meant: Filler, beside: Sequence[Filler]) -> bool:
    """Whether the forces of a state act against whoever, no such force, acted before.

    Whoever arrests is of those forces ("officers arrested him").
    """
    now = {_type(filler) for filler in beside if filler.role == "perpetrator"}
    then = {_type(filler) for filler in draft.by_role("perpetrator")}
    by_forces = meant.effect == "arrested" or bool(now & SOLDIERS_AND_POLICE)
    return bool(then) and by_forces and then.isdisjoint(SOLDIERS_AND_POLICE)


def _type(filler: Filler) -> ActorType | None:
    actor = (filler.antecedent or (None, filler.nominal))[1].actor
    return actor.type if actor is not None else None
