"""An incident template of the MUC-4 task, and its printed form."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.muc4.nouns import plain

_WIDTH = 36
_NULL = "-"
_INAPPLICABLE = "*"


@dataclass(kw_only=True)
class Instrument:
    """``text`` is null where only the act shows what was used ("shot")."""

    text: str | None
    type: str | None


@dataclass(kw_only=True)
class Organisation:
    """A perpetrator organisation and how sure the text is of it."""

    text: str
    confidence: str


@dataclass(kw_only=True)
class PhysicalFill:
    """A physical target; ``number`` is a printed number or ``PLURAL``."""

    text: str
    type: str
    number: str
    nation: str | None = None
    effect: str | None = None


@dataclass(kw_only=True)
class HumanFill:
    """A human target with a name, a description, or both."""

    name: str | None
    description: str | None
    type: str
    number: str
    nation: str | None = None
    effect: str | None = None

    @property
    def tag(self) -> str:
        """What other slots refer to: the name, else the description."""
        return self.name or self.description or _NULL


@dataclass(kw_only=True)
class Template:
    """One incident. Null or empty where there is nothing to say."""

    message_id: str
    date: str | None
    location: str
    type: str
    stage: str
    category: str | None
    instruments: list[Instrument] = field(default_factory=list)
    individuals: list[str] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    physical: list[PhysicalFill] = field(default_factory=list)
    human: list[HumanFill] = field(default_factory=list)
    untargeted_effect: str | None = None

    def block(self, number: int) -> str:
        """The 25 lines of the template."""
        lines: list[str] = []
        for index, (label, fills) in enumerate(self._slots(number)):
            head = f"{index}.".ljust(4) + label
            printed = list(dict.fromkeys(fills)) or [_NULL]
            lines.append(head.ljust(_WIDTH) + printed[0])
            lines.extend(" " * _WIDTH + fill for fill in printed[1:])
        return "\n".join(lines) + "\n\n"

    def _slots(self, number: int) -> list[tuple[str, list[str]]]:
        return [
            ("MESSAGE: ID", [self.message_id]),
            ("MESSAGE: TEMPLATE", [str(number)]),
            ("INCIDENT: DATE", _given([self.date])),
            ("INCIDENT: LOCATION", [self.location]),
            ("INCIDENT: TYPE", [self.type]),
            ("INCIDENT: STAGE OF EXECUTION", [self.stage]),
            *self._instrument_slots(),
            *self._perpetrator_slots(),
            *self._physical_slots(),
            *self._human_slots(),
        ]

    def _instrument_slots(self) -> list[tuple[str, list[str]]]:
        if self.type in {"ARSON", "KIDNAPPING"}:
            return [
                ("INCIDENT: INSTRUMENT ID", [_INAPPLICABLE]),
                ("INCIDENT: INSTRUMENT TYPE", [_INAPPLICABLE]),
            ]
        return [
            ("INCIDENT: INSTRUMENT ID", [quoted(i.text) for i in self.instruments if i.text]),
            (
                "INCIDENT: INSTRUMENT TYPE",
                [f"{i.type}: {quoted(i.text or _NULL)}" for i in self.instruments if i.type],
            ),
        ]

    def _perpetrator_slots(self) -> list[tuple[str, list[str]]]:
        return [
            ("PERP: INCIDENT CATEGORY", _given([self.category])),
            ("PERP: INDIVIDUAL ID", [quoted(text) for text in self.individuals]),
            ("PERP: ORGANIZATION ID", [quoted(o.text) for o in self.organisations]),
            (
                "PERP: ORGANIZATION CONFIDENCE",
                [f"{o.confidence}: {quoted(o.text)}" for o in self.organisations],
            ),
        ]

    def _physical_slots(self) -> list[tuple[str, list[str]]]:
        labels = ["ID", "TYPE", "NUMBER", "FOREIGN NATION", "EFFECT OF INCIDENT", "TOTAL NUMBER"]
        if self.type == "KIDNAPPING":
            return [(f"PHYS TGT: {label}", [_INAPPLICABLE]) for label in labels]
        things = self.physical
        columns: list[list[str]] = [
            [quoted(t.text) for t in things],
            [f"{t.type}: {quoted(t.text)}" for t in things],
            [f"{t.number}: {quoted(t.text)}" for t in things],
            [f"{t.nation}: {quoted(t.text)}" for t in things if t.nation],
            [f"{t.effect}: {quoted(t.text)}" for t in things if t.effect],
            [],
        ]
        return [(f"PHYS TGT: {label}", fills) for label, fills in zip(labels, columns, strict=True)]

    def _human_slots(self) -> list[tuple[str, list[str]]]:
        people = self.human
        effects = [f"{p.effect}: {quoted(p.tag)}" for p in people if p.effect]
        if not effects and self.untargeted_effect:
            effects = [f"{self.untargeted_effect}: {quoted(_NULL)}"]
        return [
            ("HUM TGT: NAME", [quoted(p.name) for p in people if p.name]),
            ("HUM TGT: DESCRIPTION", [_description(p) for p in people if p.description]),
            ("HUM TGT: TYPE", [f"{p.type}: {quoted(p.tag)}" for p in people]),
            ("HUM TGT: NUMBER", [f"{p.number}: {quoted(p.tag)}" for p in people]),
            (
                "HUM TGT: FOREIGN NATION",
                [f"{p.nation}: {quoted(p.tag)}" for p in people if p.nation],
            ),
            ("HUM TGT: EFFECT OF INCIDENT", effects),
            ("HUM TGT: TOTAL NUMBER", []),
        ]


def quoted(text: str) -> str:
    """The words in quotes, in capitals without accents; quotes inside are escaped."""
    return '"' + " ".join(plain(text).split()).replace('"', '\\"') + '"'


def _given(values: Iterable[str | None]) -> list[str]:
    return [value for value in values if value]


def _description(person: HumanFill) -> str:
    words = quoted(person.description or _NULL)
    return f"{words}: {quoted(person.name)}" if person.name else words
