"""The rule set of a run, and its way to and from the compact JSON of the built pack."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, Final, TypeVar

from coder.lexicon.words import noun_classes
from coder.rules.asked import Asked, asked_of
from coder.rules.model import (
    KILLED_OR_INJURED,
    RULES_VERSION,
    Cue,
    Frame,
    LightVerb,
    Refinement,
    RoleSpec,
    RuleSource,
    TriggerForm,
)
from coder.rules.together import Refinements, TriggerForms
from coder.values.labels import EventType, Modality, Outcome, Tactic, WeaponType

_HASH_LENGTH: Final = 8
_TWO = 2  # words
_Item = TypeVar("_Item", LightVerb, Cue)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSet:
    """Frames and word lists, ready for the engine; safe to share between threads.

    ``version`` is the semantic version of the rules with the hash of their content
    ("0.1.0+1f0c93aa"). ``trigger_forms``, ``light_verbs`` and ``cues`` are keyed by the lower-cased
    first word. The forms under one word stand in the order to try them: more words first, then the
    higher rank. ``refinements`` stand with the higher rank first, ``refinements_of`` by the type
    they start from. ``cues_by_two`` has the cues that two words can begin, by the first and by the
    second; under the empty word those of one word alone. ``figurative`` has the set phrases that
    tell of no violence by each of their words, with how many words stand before it. ``harm_words``
    are verbs that say people came to harm, whoever did it. ``asked`` is what each frame asks of a
    sentence. ``user_sources`` are the rules a user added, by content.
    """

    version: str
    frames: tuple[Frame, ...]
    trigger_forms: Mapping[str, TriggerForms]
    light_verbs: Mapping[str, tuple[LightVerb, ...]]
    refinements: tuple[Refinement, ...]
    refinements_of: Mapping[EventType, Refinements]
    cues: Mapping[str, tuple[Cue, ...]]
    cues_by_two: Mapping[str, Mapping[str, tuple[Cue, ...]]]
    figurative: Mapping[str, tuple[tuple[int, tuple[str, ...]], ...]]
    harm_words: frozenset[str]
    asked: tuple[Asked, ...]
    user_sources: tuple[RuleSource, ...] = field(default=(), repr=False)

    def frame(self, frame_id: str) -> Frame:
        """The frame of that id; raises :class:`KeyError`, naming the nearest id."""
        for frame in self.frames:
            if frame.frame_id == frame_id:
                return frame
        raise KeyError(_unknown_frame(frame_id, self.frames))

    def cues_in(self, norms: tuple[str, ...]) -> tuple[tuple[int, Cue], ...]:
        """The cues that stand among lower-cased words, each with its first token, in order."""
        table = self.cues_by_two
        behind = (*norms[1:], "")
        return tuple(
            [
                (token, cue)
                for token, norm in enumerate(norms)
                if norm in table
                for cue in table[norm].get(behind[token]) or table[norm][""]
                if len(cue.words) <= _TWO or norms[token : token + len(cue.words)] == cue.words
            ]
        )


def _unknown_frame(frame_id: str, frames: Iterable[Frame]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - only on the way to an error

    close = get_close_matches(frame_id, [frame.frame_id for frame in frames], n=1)
    return f"no frame '{frame_id}'" + (f" (did you mean '{close[0]}'?)" if close else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleParts:
    """What a rule set is assembled from; lists of forms come with their first word."""

    frames: tuple[Frame, ...] = ()
    forms: tuple[tuple[str, TriggerForm], ...] = ()
    light_verbs: tuple[tuple[str, LightVerb], ...] = ()
    refinements: tuple[Refinement, ...] = ()
    cues: tuple[Cue, ...] = ()

    def __add__(self, other: "RuleParts") -> "RuleParts":
        """These parts, then the others."""
        return RuleParts(
            frames=self.frames + other.frames,
            forms=self.forms + other.forms,
            light_verbs=self.light_verbs + other.light_verbs,
            refinements=self.refinements + other.refinements,
            cues=self.cues + other.cues,
        )


def assemble(
    parts: RuleParts,
    version: str,
    user_sources: tuple[RuleSource, ...] = (),
    *,
    preview: bool = False,
) -> RuleSet:
    """The rule set of ``parts``, everything grouped by first word and put in the order of trial.

    A frame on trial keeps its place in ``frames`` but has no trigger unless ``preview``.
    """
    on_trial = {
        position
        for position, frame in enumerate(parts.frames)
        if frame.status == "preview" and not preview
    }
    triggers: dict[str, list[TriggerForm]] = defaultdict(list)
    for first, form in parts.forms:
        if form.frame not in on_trial:
            triggers[first].append(form)
    light_verbs: dict[str, list[LightVerb]] = defaultdict(list)
    for first, verb in parts.light_verbs:
        light_verbs[first].append(verb)
    cues: dict[str, list[Cue]] = defaultdict(list)
    for cue in parts.cues:
        cues[cue.words[0]].append(cue)
    ranks = [frame.rank for frame in parts.frames]
    for forms in triggers.values():
        if len(forms) > 1:
            forms.sort(key=lambda form: (-len(form.words), -ranks[form.frame], form.frame))
    refinements = tuple(
        sorted(parts.refinements, key=lambda item: (-item.rank, item.to_subtype, item.cue))
    )
    refinements_of = {
        kind: Refinements.of(item for item in refinements if item.from_type is kind)
        for kind in EventType
    }
    return RuleSet(
        version=version,
        frames=parts.frames,
        trigger_forms={first: TriggerForms(forms) for first, forms in triggers.items()},
        light_verbs={first: _longest_first(verbs) for first, verbs in light_verbs.items()},
        refinements=refinements,
        harm_words=frozenset(
            first for first, forms in triggers.items() if _does_harm(forms, parts.frames)
        ),
        refinements_of=refinements_of,
        cues={first: _longest_first(items) for first, items in cues.items()},
        cues_by_two={first: _by_second(_longest_first(items)) for first, items in cues.items()},
        figurative=_by_each_word(cue.words for cue in parts.cues if cue.kind == "figurative"),
        asked=tuple(map(asked_of, parts.frames)),
        user_sources=user_sources,
    )


def _does_harm(forms: Sequence[TriggerForm], frames: Sequence[Frame]) -> bool:
    """Whether a verb form alone says that people came to harm ("killed", and not "cut")."""
    parts = noun_classes()["body_part"]
    return any(
        role.effect in KILLED_OR_INJURED and role.heads.isdisjoint(parts)
        for form in forms
        if not form.words and form.pos == "verb"
        for role in frames[form.frame].roles
    )


def _by_second(cues: Sequence[Cue]) -> dict[str, tuple[Cue, ...]]:
    """The cues that may stand where a second word follows, in their order."""
    seconds = {cue.words[1] if len(cue.words) > 1 else "" for cue in cues} | {""}
    return {
        second: tuple(cue for cue in cues if cue.words[1:2] in ((), (second,)))
        for second in seconds
    }


def _by_each_word(
    phrases: Iterable[tuple[str, ...]],
) -> dict[str, tuple[tuple[int, tuple[str, ...]], ...]]:
    """Phrases by each of their words, with how many words stand before it."""
    found: dict[str, list[tuple[int, tuple[str, ...]]]] = defaultdict(list)
    for words in phrases:
        for before, word in enumerate(words):
            found[word].append((before, words))
    return {word: tuple(places) for word, places in found.items()}


def _longest_first(items: list[_Item]) -> tuple[_Item, ...]:
    return tuple(sorted(items, key=lambda item: -len(item.words)))


def dump_parts(parts: RuleParts) -> str:
    """The compact JSON of the pack; same parts, same text."""
    body: dict[str, object] = {
        "frames": [_frame_row(frame) for frame in parts.frames],
        "forms": list(_form_lines(parts.forms)),
        "light_verbs": [
            [first, verb.lemma, verb.words, verb.form, verb.subject, verb.object]
            for first, verb in parts.light_verbs
        ],
        "refinements": [
            [
                item.from_type,
                item.from_subtype,
                item.kind,
                item.cue,
                item.to_type,
                item.to_subtype,
                item.rank,
            ]
            for item in parts.refinements
        ],
        "cues": [[cue.words, cue.kind, cue.pos, cue.position, cue.lemma] for cue in parts.cues],
    }
    lines = [f'"version":{json.dumps(version_of(json.dumps(body)))}']
    for name, rows in body.items():
        assert isinstance(rows, list)  # noqa: S101 - narrows the type
        inner = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows)
        lines.append(f'"{name}":[\n{inner}\n]')
    return "{" + ",\n".join(lines) + "}\n"


def _form_lines(forms: Iterable[tuple[str, TriggerForm]]) -> Iterator[str]:
    """One line a trigger, since a list for each form would take the reader four times as long.

    Blank-separated groups divided by tabs: frame, part of speech, gap, lemma, then each form with
    its tags behind a colon.
    """
    for (frame, pos, gap, lemma), group in groupby(
        forms, key=lambda item: (item[1].frame, item[1].pos, item[1].gap, item[1].lemma)
    ):
        spelled = (" ".join((first, *form.words)) + f":{form.form}" for first, form in group)
        yield "\t".join((str(frame), pos, "1" if gap else "", lemma, *spelled))


def _forms_of(lines: Iterable[str]) -> Iterator[tuple[str, TriggerForm]]:
    for line in lines:
        frame, pos, gap, lemma, *spelled = line.split("\t")
        position, has_gap = int(frame), bool(gap)
        for item in spelled:
            form, _, tags = item.partition(":")
            first, *words = form.split(" ")
            yield (
                first,
                # the pack holds no other part of speech
                TriggerForm(position, lemma, tuple(words), has_gap, pos, tags),  # type: ignore[arg-type]
            )


def version_of(content: str) -> str:
    """The version of rules with that content."""
    digest = hashlib.sha256(content.encode()).hexdigest()[:_HASH_LENGTH]
    return f"{RULES_VERSION}+{digest}"


def _frame_row(frame: Frame) -> dict[str, object]:
    """A frame without its empty fields."""
    row: dict[str, object] = {
        "id": frame.frame_id,
        "type": frame.type,
        "subtype": frame.subtype,
        "status": frame.status,
        "why": frame.why,
        "strength": frame.strength,
        "bare": frame.bare,
        "reciprocal": frame.reciprocal,
        "rank": frame.rank,
        "needs": frame.needs,
        "requires": frame.requires,
        "roles": [
            [
                role.name,
                sorted(role.fillers),
                role.places,
                role.prepositions,
                sorted(role.heads),
                role.effect,
            ]
            for role in frame.roles
        ],
        "cancel": sorted(frame.cancel),
        "modality": frame.modality,
        "outcome": frame.outcome,
        "tactic": frame.tactic,
        "means": frame.means,
        "tags": frame.tags,
        "source": frame.source,
    }
    return {name: value for name, value in row.items() if value or name == "strength"}


def parse_parts(text: str) -> tuple[str, RuleParts]:
    """Version and parts of a pack written by :func:`dump_parts`."""
    pack: dict[str, Any] = json.loads(text)
    return str(pack["version"]), RuleParts(
        frames=tuple(_frame_of(row) for row in pack["frames"]),
        forms=tuple(_forms_of(pack["forms"])),
        light_verbs=tuple(
            (first, LightVerb(lemma, tuple(words), form, subject, held))
            for first, lemma, words, form, subject, held in pack["light_verbs"]
        ),
        refinements=tuple(
            Refinement(EventType(source), subtype, kind, cue, EventType(target), to, rank)
            for source, subtype, kind, cue, target, to, rank in pack["refinements"]
        ),
        cues=tuple(Cue(tuple(words), *rest) for words, *rest in pack["cues"]),
    )


def _frame_of(row: dict[str, Any]) -> Frame:
    return Frame(
        frame_id=row["id"],
        type=EventType(row["type"]),
        subtype=row["subtype"],
        status=row["status"],
        why=row["why"],
        strength=row["strength"],
        bare=row.get("bare", False),
        reciprocal=row.get("reciprocal", False),
        rank=row.get("rank", 0),
        needs=tuple(row.get("needs", ())),
        requires=tuple(row.get("requires", ())),
        roles=tuple(
            RoleSpec(
                name=name,
                fillers=frozenset(fillers),
                places=tuple(places),
                prepositions=tuple(prepositions),
                heads=frozenset(heads),
                effect=effect,
            )
            for name, fillers, places, prepositions, heads, effect in row.get("roles", ())
        ),
        cancel=frozenset(row.get("cancel", ())),
        modality=Modality(row["modality"]) if "modality" in row else None,
        outcome=Outcome(row["outcome"]) if "outcome" in row else None,
        tactic=Tactic(row["tactic"]) if "tactic" in row else None,
        means=WeaponType(row["means"]) if "means" in row else None,
        tags=tuple(row.get("tags", ())),
        source=row["source"],
    )
