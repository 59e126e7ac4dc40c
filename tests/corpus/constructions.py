"""Constructions against frames: one sentence each, made from the frame, and whether it is read.

    python -m tests.corpus.constructions [--check]

A frame names its roles in the plain active clause; the grammar derives the other constructions.
This module writes the sentences from the frames' own verbs and nouns and fills
``docs/constructions.md`` with what comes out. With ``--check`` it only compares.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import yaml

from coder.pipeline import Engine
from coder.rules.forms import IrregularVerbs, verb_forms
from coder.values.events import Event
from coder.values.options import EngineOptions
from coder.values.text import Document

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "constructions.md"
_RULES = ROOT / "coder" / "rules" / "data"
_PUBLISHED = date(2020, 3, 12)

AGENTS = {"armed": "the rebels", "authority": "the police", "crowd": "the protesters"}
PATIENTS = {
    "person": "three teachers",
    "facility": "two warehouses",
    "thing": "two warehouses",
    "vehicle": "two buses",
}
"""What fills a role, by the first of its types that is listed."""

CONSTRUCTIONS = {
    "active": "{A} {past} {p} near Mopti on Monday.",
    "passive": "{P} were {participle} by {a} near Mopti on Monday.",
    "agentless": "{P} were {participle} near Mopti on Monday.",
    "reported": "{P} were reported {participle} near Mopti on Monday.",
    "perfect": "{A} have {participle} {p} near Mopti, officials said on Monday.",
    "relative": "{A}, who {past} {p} near Mopti on Monday, fled.",
    "relative passive": "{P}, which were {participle} by {a} near Mopti on Monday, were old.",
    "object relative": "{P} which {a} {past} near Mopti on Monday were old.",
    "reduced": "A monitor listed {p} {participle} by {a} near Mopti on Monday.",
    "participle": "{A} entered the village near Mopti on Monday, {gerund} {p}.",
    "gerund": "{A} fled on Monday after {gerund} {p} near Mopti.",
    "infinitive": "{A} managed to {base} {p} near Mopti on Monday.",
    "conjunction": "{A} entered the village near Mopti and {past} {p} on Monday.",
    "capitals": "{AA} {PAST} {PP} NEAR MOPTI ON MONDAY.",
    "noun": "The {noun} of {p} by {a} near Mopti on Monday was confirmed.",
}
_WITHOUT_AGENT = {"agentless", "reported"}
_OF_PERSONS = {
    "relative passive": "{P}, who were {participle} by {a} near Mopti on Monday, had fled.",
    "object relative": "{P} whom {a} {past} near Mopti on Monday had fled.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a frame is tried with. ``noun`` is null where it has none of one word."""

    frame_id: str
    type: str
    verb: str
    noun: str | None
    agent: str
    patient: str


def subjects(text: str) -> Iterator[Subject]:
    """The frames of a rule file that say who does what to whom with a verb of one word.

    And no more than that: a frame that asks for its means besides is told by other sentences.
    """
    for frame in yaml.load(text, yaml.CBaseLoader):  # noqa: S506 - every scalar a string
        verbs = [word for word in frame["triggers"].get("verb", ()) if " " not in word]
        agent = patient = None
        told: set[str] = set()
        for name, role in frame["roles"].items():
            places = role.get("as", ())
            if "subject" in places and "heads" not in role and agent is None:
                agent = _first(role, AGENTS)
                told.add(name)
            if "object" in places and "heads" not in role:
                patient = patient or _first(role, PATIENTS)
                told.add(name)
        needs = {*frame.get("needs", told)}
        is_told = bool(needs & told) and told.issuperset(frame.get("requires", ()))
        if verbs and agent and patient and is_told and "count" not in frame.get("tags", ()):
            nouns = [word for word in frame["triggers"].get("noun", ()) if " " not in word]
            yield Subject(
                frame_id=frame["id"],
                type=frame["type"].partition("/")[0],
                verb=verbs[0],
                noun=nouns[0] if nouns else None,
                agent=agent,
                patient=patient,
            )


def _first(role: dict[str, list[str]], table: dict[str, str]) -> str | None:
    return next((table[kind] for kind in role.get("is", ()) if kind in table), None)


@lru_cache(maxsize=1)
def _irregular() -> IrregularVerbs:
    lines = (_RULES / "irregular_verbs.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {}
    for line in lines:
        if line and not line.startswith("#"):
            base, *forms = (*line.split("\t"), "", "", "")[:4]
            past, participle, gerund = (tuple(filter(None, form.split("|"))) for form in forms)
            found[base] = past, participle, gerund
    return found


def sentence(construction: str, subject: Subject) -> str | None:
    """The sentence of a construction; null where the frame has no word for it."""
    if construction == "noun" and subject.noun is None:
        return None
    forms: dict[str, str] = {}
    for spelling, tags in verb_forms(subject.verb, _irregular()).items():
        for tag in tags.split():
            forms.setdefault(tag, spelling)
    pattern = CONSTRUCTIONS[construction]
    if subject.patient == PATIENTS["person"]:
        pattern = _OF_PERSONS.get(construction, pattern)
    return pattern.format(
        a=subject.agent,
        A=_capital(subject.agent),
        AA=subject.agent.upper(),
        p=subject.patient,
        P=_capital(subject.patient),
        PP=subject.patient.upper(),
        PAST=forms["past"].upper(),
        noun=subject.noun,
        **forms,
    )


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


def is_read(engine: Engine, construction: str, subject: Subject) -> bool | None:
    """Whether both parties come out in one event; null where the construction has no sentence."""
    text = sentence(construction, subject)
    if text is None:
        return None
    events = engine.code(Document(doc_id="c", text=text, published=_PUBLISHED)).events
    wanted = [subject.patient.split()[-1]]
    if construction not in _WITHOUT_AGENT:
        wanted.append(subject.agent.split()[-1])
    return any(all(word in _told(event) for word in wanted) for event in events)


def _told(event: Event) -> str:
    words = [actor.text for actor in event.actors]
    words += [target.text for target in event.targets]
    words += [row.text for row in event.casualties]
    return " ".join(words).lower()


@lru_cache(maxsize=1)
def derived() -> dict[str, dict[str, bool | None]]:
    """For each frame what its constructions give, in the order of the rule files."""
    engine = Engine(EngineOptions())
    return {
        subject.frame_id: {name: is_read(engine, name, subject) for name in CONSTRUCTIONS}
        for path in sorted(_RULES.glob("*.yaml"))
        for subject in subjects(path.read_text(encoding="utf-8"))
    }


_MARKS = {True: "yes", False: "-", None: ""}


_HEAD = """# Constructions and frames

A frame names its roles in the plain active clause. The grammar derives the constructions; no frame
lists them. Each cell is a sentence made from the frame's own verb or noun: *yes* where who acted
and whom or what it hit come out in one event, *-* where they do not, empty where it has no word
for it. A weak frame reads no sentence that leaves the agent out: "two warehouses were destroyed"
may be a storm. Made by `python -m tests.corpus.constructions`; a test holds that every *yes* is so.

| construction | sentence | read |
|---|---|---|""".splitlines()


def promised(text: str) -> dict[str, dict[str, bool]]:
    """What a page says is read, by frame and construction."""
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    return {
        cells[1].strip(" `"): {
            name: cell.strip() == _MARKS[True]
            for name, cell in zip(CONSTRUCTIONS, cells[2:-1], strict=True)
        }
        for cells in (row.split("|") for row in rows)
    }


def page() -> str:
    """The page of the documentation."""
    table = derived()
    names = list(CONSTRUCTIONS)
    lines = [*_HEAD]
    for name in names:
        tried = [row[name] for row in table.values() if row[name] is not None]
        lines.append(
            f"| {name} | {CONSTRUCTIONS[name]} | {sum(map(bool, tried))} of {len(tried)} |"
        )
    lines += ["", "| frame | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    lines += [
        f"| `{frame}` | " + " | ".join(_MARKS[row[name]] for name in names) + " |"
        for frame, row in table.items()
    ]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the page, or compare it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    made = page()
    if parser.parse_args().check:
        return int(PAGE.read_text(encoding="utf-8") != made)
    PAGE.write_text(made, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
