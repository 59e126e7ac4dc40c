"""The frames of what is told and is no event, and their way to and from the built pack.

A frame is one sense of a trigger, as for events: its words, who stands where around them in the
plain active clause, what must be told with it. Families: ``statement`` and ``control``.
"""

import importlib.resources
import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from coder.rules.model import TriggerForm
from coder.rules.triggers import TriggerForms

PACK: Final = "nonevents.json"
FAMILIES: Final = ("statement", "control")
ROLES: Final[Mapping[str, tuple[str, ...]]] = {
    "statement": ("speaker", "addressee", "topic"),
    "control": ("actor", "other", "place"),
}
_COMMON: Final = frozenset({"of", "on", "for", "to", "in", "out", "be", "is", "down", "up", "over"})


@dataclass(frozen=True, slots=True, kw_only=True)
class NonEventFrame:
    """One sense of a trigger that tells no event.

    ``roles``: where each role stands: ``subject``, ``object``, ``clause`` (what is said),
    ``owner`` (a possessor or modifier of a noun), or a preposition. ``needs``: roles of which each
    must be filled. ``about_acts``: the topic must tell an act. ``cancel``: words right behind the
    trigger that make it another sense. ``kind`` and ``stance`` are values
    of the closed vocabularies. ``takes_object`` as in the frames of events.
    """

    frame_id: str
    family: str
    kind: str
    stance: str | None
    roles: Mapping[str, tuple[str, ...]]
    needs: tuple[str, ...]
    about_acts: bool
    cancel: frozenset[str]
    takes_object: bool
    does_harm: bool = False
    takes_people: bool = False
    tells_outcome: bool = False

    def role(self, name: str) -> None:
        """No role of an event: nobody acts on anybody here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NonEventRules:
    """Everything a run needs: forms by their first word, endings of compounds, words of the gate.

    ``phrases`` maps a preposition to the head noun behind it and its frame ("under ... control").
    ``compounds`` maps the last part of "rebel-held" to a frame; ``extents`` a word ("parts") to how
    much of a place it means.
    """

    frames: tuple[NonEventFrame, ...]
    forms: Mapping[str, TriggerForms]
    phrases: Mapping[str, Mapping[str, TriggerForm]]
    phrase_nouns: frozenset[str]
    compounds: Mapping[str, int]
    extents: Mapping[str, str]
    gate_words: frozenset[str]


@cache
def nonevent_rules() -> NonEventRules:
    """The shipped frames, read from the pack on first use."""
    file = importlib.resources.files("coder.rules") / "data" / PACK
    return parse(file.read_text(encoding="utf-8"))


def parse(text: str) -> NonEventRules:
    """The rules that the text of a pack holds."""
    pack = json.loads(text)
    frames = tuple(
        NonEventFrame(
            frame_id=frame_id,
            family=family,
            kind=kind,
            stance=stance,
            roles={name: tuple(places) for name, places in roles.items()},
            needs=tuple(needs),
            about_acts=about,
            cancel=frozenset(cancel),
            takes_object=any("object" in places for places in roles.values()),
        )
        for frame_id, family, kind, stance, roles, needs, about, cancel in pack["frames"]
    )
    forms: dict[str, list[TriggerForm]] = defaultdict(list)
    phrases: dict[str, dict[str, TriggerForm]] = defaultdict(dict)
    words_of_gate: set[str] = set(pack["compounds"])
    for first, frame, lemma, words, gap, pos, tags in pack["forms"]:
        form = TriggerForm(frame, lemma, tuple(words), gap, pos, tags)
        if pos == "predicate":
            phrases[first][words[-1]] = form
            words_of_gate.add(words[-1])
        else:
            forms[first].append(form)
            words_of_gate.add(max((first, *words), key=_rarity))
    return NonEventRules(
        frames=frames,
        forms={
            first: TriggerForms(sorted(found, key=lambda form: -len(form.words)))
            for first, found in forms.items()
        },
        phrases=phrases,
        phrase_nouns=frozenset(noun for nouns in phrases.values() for noun in nouns),
        compounds=dict(pack["compounds"]),
        extents=dict(pack["extents"]),
        gate_words=frozenset(words_of_gate),
    )


def _rarity(word: str) -> tuple[bool, int]:
    return word not in _COMMON, len(word)
