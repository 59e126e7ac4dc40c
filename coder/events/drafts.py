"""Event mentions while they are being made: a frame on a trigger with what fills its roles."""

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from coder.events.reading import Reading
from coder.events.roles.nominals import Nominal
from coder.lexicon.closed import AFTER_SINCE, BEING_HAVING
from coder.rules.model import Frame
from coder.values.events import COUNTABLE_MODALITIES
from coder.values.labels import (
    ActorType,
    CasualtyKind,
    Certainty,
    EventType,
    Modality,
    Qualifier,
    Recency,
    Scope,
    SourceType,
    Stance,
)
from coder.values.mentions import PlaceMention, Quantity, TimeExpression

_CURRENT, _SUMMARY = Recency.CURRENT, Scope.SUMMARY
BRIEF = 900  # characters of a text: four or five sentences


@dataclass(slots=True)
class Filler:
    """A noun group in a role. ``via`` says by which construction ("subject", "by", "object" ...).

    ``antecedent``: the group a pronoun stands for, with the sentence it stands in.
    """

    role: str
    nominal: Nominal
    effect: str | None
    via: str
    certainty: Certainty | None = None
    antecedent: tuple[Reading, Nominal] | None = None

    @property
    def is_unknown(self) -> bool:
        """A pronoun that stands for nobody known."""
        return "pronoun" in self.nominal.fillers and self.antecedent is None


@dataclass(slots=True)
class Claim:
    """A number of people something happened to, before it becomes a casualty row.

    ``is_partitive``: the words say that these are some of people told before ("one of them").
    ``origin``: the group that a pronoun of the same sentence stands for. ``is_listed``: it stands
    behind a label ("Soldiers killed: 4. Civilians killed: 6.") and counts people of its own.
    ``is_beside``: the sentence has counted people before, so that "others" are other than those.
    ``is_of_one``: it counts whom one of several acts hit ("The first killed four").
    ``is_of_doers``: those who attacked, hit by others. ``meant``: the group that a pronoun stands
    for, with the sentence it stands in.
    """

    kind: CasualtyKind
    low: int | None
    best: int | None
    high: int | None
    qualifier: Qualifier
    nominal: Nominal
    reading: Reading
    first: int
    last: int
    quantity: Quantity | None = None
    subset_of: "Claim | None" = None
    is_total: bool = False
    is_cumulative: bool = False
    period_start: date | None = None
    is_superseded: bool = False
    is_partitive: bool = False
    origin: Nominal | None = None
    is_listed: bool = False
    is_beside: bool = False
    is_of_one: bool = False
    is_of_doers: bool = False
    meant: tuple[Reading, Nominal] | None = None
    source: "SourceDraft | None" = None

    @property
    def head_word(self) -> str:
        """The noun that is counted, in small letters."""
        return self.reading.sentence.norms[self.nominal.head]


@dataclass(slots=True)
class SourceDraft:
    """Who says so, in one sentence. Tokens ``first:last`` are the source's words.

    ``is_relay``: it passes on what another one says ("told AFP").
    """

    reading: Reading
    first: int
    last: int
    name: str | None
    source_type: SourceType
    stance: Stance
    nominal: Nominal | None
    verb: int | None
    is_relay: bool = False


@dataclass(slots=True)
class Draft:
    """One trigger with its frame and roles; several drafts may tell one act.

    ``support`` says what asserts a noun trigger: ``verb`` (the trigger is one), ``light``,
    ``occurrence``, ``cause``, ``headline``, ``bare``. ``causes`` are chunks of event nouns that
    fill a role.
    """

    reading: Reading
    chunk: int
    first: int
    last: int
    frame: Frame
    type: EventType
    subtype: str
    construction: str
    support: str
    fillers: list[Filler] = field(default_factory=list)
    causes: list[int] = field(default_factory=list)
    subjects: tuple[int, ...] = ()
    governor: int | None = None
    modality: Modality = Modality.OCCURRED
    recency: Recency = Recency.CURRENT
    scope: Scope = Scope.SINGLE
    n_low: int | None = 1
    n_high: int | None = 1
    times: list[TimeExpression] = field(default_factory=list)
    places: list[PlaceMention] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    sources: list[SourceDraft] = field(default_factory=list)
    tags: set[str] = field(default_factory=set)
    status_note: str = ""
    weapons_apart: frozenset[int] = frozenset()  # heads: those of another act of the sentence

    @property
    def countable(self) -> bool:
        """The derived flag of codebook 2.2, as the statuses of this draft alone give it."""
        return (
            self.modality in COUNTABLE_MODALITIES
            and self.recency is _CURRENT
            and self.scope is not _SUMMARY
        )

    def put_behind(self, note: str) -> None:
        """Make a current act background, for the reason that ``note`` gives."""
        if self.recency is Recency.CURRENT:
            self.recency, self.status_note = Recency.BACKGROUND, note

    def is_behind_participle(self, number: int) -> bool:
        """Whether a chunk behind the trigger belongs to a participle between: "land seized in".

        Or to a clause about what stands between: "the hall which was opened in".
        """
        clauses, tags = self.reading.clauses, self.reading.tags
        return "WV" in clauses.kinds[self.chunk + 1 : number] or any(
            clauses.kinds[at] in "XK" and tags[clauses.chunks[at - 1].head] != "R"
            for at in range(self.chunk + 1, number)  # no "as he cycled home in"
        )

    def is_behind_gerund(self, number: int) -> bool:
        """Whether a chunk is of what went before: "died after having been held for a year"."""
        clauses, norms = self.reading.clauses, self.reading.sentence.norms
        kinds = clauses.kinds
        at = max(kinds.rfind(kind, self.chunk + 1, max(number, self.chunk + 1)) for kind in "GV")
        if at <= self.chunk + 1 or {",", ":", "C", "U"} & set(kinds[at:number]):
            return False
        first = clauses.chunks[at].first
        return norms[clauses.chunks[at - 1].first] in AFTER_SINCE and (
            kinds[at] == "G" or norms[first] in BEING_HAVING
        )

    def by_role(self, role: str) -> list[Filler]:
        """The fillers of one role, in the order of the text."""
        return [filler for filler in self.fillers if filler.role == role]

    def head_word(self, filler: Filler) -> str:
        """The noun of a filler in small letters; of a pronoun the pronoun itself."""
        return self.reading.sentence.norms[filler.nominal.head]

    def is_by(self, kinds: Container[ActorType]) -> bool:
        """Whether a party of one of some types is told to have done it."""
        return any(
            filler.nominal.actor is not None and filler.nominal.actor.type in kinds
            for filler in self.by_role("perpetrator")
        )

    def meant_by(self, filler: Filler) -> tuple[Reading, Nominal]:
        """The words that say who or what fills a role: for a pronoun those it stands for."""
        return filler.antecedent or (self.reading, filler.nominal)

    def noun_meant(self, filler: Filler) -> str:
        """The noun for who or what fills a role: for a pronoun that of those it stands for."""
        reading, nominal = self.meant_by(filler)
        return reading.sentence.norms[nominal.head]


def place_names(drafts: Iterable[Draft]) -> set[str]:
    """The names of all places that some drafts tell."""
    return {place.name for draft in drafts for place in draft.places}


def fillers_in(drafts: Iterable[Draft], roles: frozenset[str]) -> Iterator[tuple[Draft, Filler]]:
    """Who and what fills one of some roles, each with its draft."""
    return ((draft, it) for draft in drafts for it in draft.fillers if it.role in roles)


def put_behind(drafts: Iterable[Draft], note: str) -> None:
    """Make current acts background, for the reason that ``note`` gives."""
    for draft in drafts:
        draft.put_behind(note)
