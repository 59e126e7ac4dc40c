"""PETRARCH verb dictionaries -> frames of ours, where a code has a type of ours.

Taken over is what a verb means by itself: the code of the verb, else that of its block. Patterns
and synonym sets depend on PETRARCH's parser and are reported; a verb that is a trigger of our rules
already is left to them.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from coder.importers.petrarch_text import Unmapped, data_rows, lines
from coder.lexicon.tsv import ListText
from coder.rules.forms import regular_past

_BLOCK: Final = re.compile(r"---[^\[]*(?:\[(?P<code>[^\]]*)\])?[^\[]*---")
_VERB: Final = re.compile(
    r"(?P<verb>[^\[{]+?)\s*(?:\{(?P<forms>[^}]*)\})?\s*(?:\[(?P<code>[^\]]*)\])?\s*"
)
_NULL: Final = frozenset({"---", "+++", ""})
_COLUMNS: Final = ("code", "type", "role", "is", "effect", "example")


class _Target(NamedTuple):
    type: str
    role: str
    fillers: tuple[str, ...]
    effect: str
    example: str


class _Verb(NamedTuple):
    line: int
    lemma: str
    past: str
    code: str


def import_verbs(source: ListText, known_triggers: Collection[str]) -> tuple[str, list[Unmapped]]:
    """The text of a rule file, and what could not be taken over.

    ``known_triggers`` are the verbs of our own rules, in their base form.
    """
    left: list[Unmapped] = []
    by_target: dict[_Target, dict[str, _Verb]] = defaultdict(dict)
    for verb in _verbs(source, left):
        reason = ""
        target = target_of(verb.code)
        if verb.code in _NULL:
            reason = "no event by itself"
        elif target is None:
            reason = f"CAMEO {verb.code} has no type of ours"
        elif verb.lemma in known_triggers:
            reason = "a trigger of our own rules already"
        if reason or target is None:
            left.append(_left(source, verb.line, verb.lemma, reason))
            continue
        by_target[target].setdefault(verb.lemma, verb)
        if _is_irregular(verb):
            reason = "irregular forms: a frame derives the regular ones"
            left.append(_left(source, verb.line, f"{verb.lemma} ({verb.past})", reason))
    frames = [_frame(source.name, target, by_target[target]) for target in sorted(by_target)]
    return "".join(frames), left


def _verbs(source: ListText, left: list[Unmapped]) -> Iterator[_Verb]:
    block = ""
    in_synset = False
    for number, raw in lines(source, marks="#"):
        text = raw.partition(";")[0].strip()
        opening = _BLOCK.fullmatch(text)
        if opening is not None:
            block, in_synset = (opening["code"] or "").strip(), False
            continue
        if not text or text.startswith("&"):
            in_synset = text.startswith("&")
            if in_synset:
                left.append(_left(source, number, text, "a synonym set of patterns"))
            continue
        if text.startswith("-"):
            left.append(_left(source, number, text, "a pattern"))
            continue
        if in_synset:
            continue
        entry = _VERB.fullmatch(text)
        if entry is None:
            left.append(_left(source, number, text, "the line cannot be read"))
            continue
        yield _verb(number, entry, block)


def _verb(number: int, entry: re.Match[str], block: str) -> _Verb:
    lemma = _words(entry["verb"])
    forms = [_words(form) for form in (entry["forms"] or "").split()]
    past = next((form for form in forms if not form.endswith(("s", "ing"))), "")
    code = (entry["code"] if entry["code"] is not None else block).split(":")[0].strip()
    return _Verb(number, lemma, past, code)


def _words(phrase: str) -> str:
    return " ".join(re.split(r"[\s_+]+", phrase.strip(" _+").lower()))


@cache
def _targets() -> Mapping[str, _Target]:
    return {
        row["code"]: _Target(
            row["type"], row["role"], row.alternatives("is"), row["effect"], row["example"]
        )
        for row in data_rows("petrarch_cameo.tsv", _COLUMNS)
    }


def target_of(code: str) -> _Target | None:
    """What a CAMEO code becomes; null where we have no such type."""
    for size in range(len(code), 1, -1):
        found = _targets().get(code[:size])
        if found is not None:
            return found
    return None


def _frame(name: str, target: _Target, verbs: Mapping[str, _Verb]) -> str:
    """One frame for all verbs of a type, as YAML, with examples made of a verb it can inflect."""
    first = min(verbs.values(), key=lambda verb: (_is_irregular(verb), " " in verb.lemma, verb))
    past = _past(first.lemma)
    slug = re.sub(r"[^a-z0-9]+", "-", target.type).strip("-")
    crowd = target.type.startswith(("protest", "riot"))
    who, people = (
        ("Villagers", "crowd, person") if crowd else ("Gunmen", "armed, authority, person")
    )
    said = f"{who} {past} {target.example}".rstrip()
    roles = [f"    perpetrator: {{is: [{people}], as: subject, after: [by]}}"]
    needs = "perpetrator"
    if target.role:
        effect = f", effect: {target.effect}" if target.effect else ""
        filled = ", ".join(target.fillers)
        roles.append(f"    {target.role}: {{is: [{filled}], as: object{effect}}}")
        needs = target.role
    triggers = ", ".join(f'"{verb}"' for verb in sorted(verbs))
    denied = f"{who} did not {first.lemma} {target.example}".rstrip()
    return "\n".join(
        [
            f"- id: petrarch-{slug}",
            "  status: stable",
            f"  type: {target.type}",
            f"  why: Verbs imported from {Path(name).name}.",
            f"  triggers: {{verb: [{triggers}]}}",
            "  strength: weak",
            f"  needs: [{needs}]",
            "  roles:",
            *roles,
            "  match:",
            f'    - text: "{said} in the town of Tin Azouk on Monday."',
            "  no_match:",
            f'    - text: "{denied} in the town of Tin Azouk on Monday."',
            "      why: it did not happen",
            "",
        ]
    )


def _past(lemma: str) -> str:
    """The regular past of a verb, whose first word is inflected."""
    verb, _, rest = lemma.partition(" ")
    return f"{regular_past(verb)} {rest}".rstrip()


def _is_irregular(verb: _Verb) -> bool:
    return verb.past not in {"", _past(verb.lemma)}


def _left(source: ListText, line: int, text: str, reason: str) -> Unmapped:
    return Unmapped(file=source.name, line=line, text=text.strip(), reason=reason)
