"""Where rules come from: the built pack, and the files users add.

A run without rules of its own reads the pack alone: standard-library JSON, no YAML, no pydantic.
"""

import importlib.resources
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from coder.errors import RuleError
from coder.rules.model import Refinement, RuleSource, TriggerForm
from coder.rules.packing import parse_parts
from coder.rules.ruleset import RuleParts, RuleSet, assemble, version_of
from coder.rules.triggers import Triggers

if TYPE_CHECKING:
    from coder.rules.frames import SourcedFrame

_PACK: Final = "pack.json"
_SUFFIXES: Final = frozenset({".yaml", ".yml", ".tsv"})


def load_rules(extra: Sequence[Path | RuleSource] = (), *, preview: bool = False) -> RuleSet:
    """The shipped rules, with those of ``extra`` added; frames on trial only with ``preview``.

    A path is a rule file, a word list or a folder of them (read in the order of their names,
    folders within it included). Raises :class:`RuleError`, with file, line and caret, for anything
    wrong: an id used twice, frames of equal rank on one trigger, an unknown word.
    """
    if not extra:
        return _shipped_rules(preview)
    sources = read_sources(extra)
    shipped_version, shipped = _shipped_parts()
    added = parts_of(sources, base=shipped)
    version = version_of(shipped_version + "".join(item.text for item in sources))
    return assemble(shipped + added, version, sources, preview=preview)


@lru_cache(maxsize=2)
def _shipped_rules(preview: bool) -> RuleSet:
    version, parts = _shipped_parts()
    return assemble(parts, version, preview=preview)


@cache
def _shipped_parts() -> tuple[str, RuleParts]:
    pack = importlib.resources.files("coder.rules") / "data" / _PACK
    return parse_parts(pack.read_text(encoding="utf-8"))


@cache
def shipped_sources() -> tuple[RuleSource, ...]:
    """The YAML and word lists the pack is built from, in the order of their names."""
    folder = importlib.resources.files("coder.rules") / "data"
    entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    return tuple(
        RuleSource(entry.name, entry.read_text(encoding="utf-8"))
        for entry in entries
        if Path(entry.name).suffix in _SUFFIXES
    )


def read_sources(extra: Iterable[Path | RuleSource]) -> tuple[RuleSource, ...]:
    """The content of rule files, word lists and folders; raises :class:`RuleError`."""
    sources: list[RuleSource] = []
    for item in extra:
        if isinstance(item, RuleSource):
            sources.append(item)
            continue
        if not item.exists():
            raise RuleError("no such rule file or folder", file=item)
        files = sorted(item.rglob("*")) if item.is_dir() else [item]
        found = [file for file in files if file.suffix in _SUFFIXES and file.is_file()]
        if not found:
            raise RuleError("holds no .yaml or .tsv file", file=item)
        sources += [_read_source(file) for file in found]
    return tuple(sources)


def _read_source(file: Path) -> RuleSource:
    try:
        return RuleSource(str(file), file.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise RuleError(f"is not UTF-8 (byte {error.start})", file=file) from error


def parts_of(sources: tuple[RuleSource, ...], base: RuleParts | None = None) -> RuleParts:
    """Everything ``sources`` hold, their frames numbered after those of ``base``.

    Imports the YAML reader and pydantic.
    """
    from coder.rules import wordlists  # noqa: PLC0415 - not needed by a run on the pack
    from coder.rules.frames import build_frames, read_frames  # noqa: PLC0415 - the same

    base = base or RuleParts()
    lists = sources if base.frames == () else (*shipped_sources(), *sources)
    irregular = wordlists.read_irregular_verbs(lists)
    sourced = read_frames(sources)
    taken = {frame.frame_id: frame.source for frame in base.frames}
    frames, forms = build_frames(sourced, irregular, taken=taken, first=len(base.frames))
    refinements = tuple(item for _, item in wordlists.read_refinements(sources))
    parts = RuleParts(
        frames=frames,
        triggers=Triggers.of(forms, (*base.frames, *frames)),
        light_verbs=tuple(wordlists.read_light_verbs(sources, irregular)),
        refinements=refinements,
        cues=tuple(wordlists.read_cues(sources, irregular)),
    )
    _refuse_tied_frames(base + parts, sourced, len(base.frames))
    _refuse_tied_refinements(base + parts, sources)
    return parts


def _refuse_tied_frames(parts: RuleParts, sourced: Sequence["SourcedFrame"], first: int) -> None:
    """Two frames of one rank on one trigger would make the order of files decide."""
    forms = [form for found in parts.triggers.forms.values() for form in found]
    added = {_tried_on(form) for form in forms if form.frame >= first}
    users: dict[tuple[str, str], set[int]] = defaultdict(set)
    for form in forms:
        if (trigger := _tried_on(form)) in added:
            users[trigger].add(form.frame)
    for (pos, lemma), frames in sorted(users.items()):
        by_rank: dict[int, int] = {}
        for position in sorted(frames):
            rank = parts.frames[position].rank
            other = by_rank.setdefault(rank, position)
            if other == position:
                continue
            item = sourced[position - first]
            path = (item.index, "rank" if rank else "id")
            other_id = parts.frames[other].frame_id
            raise item.yaml.error(
                f"ties with '{other_id}' on the {pos} '{lemma}' (rank {rank}); "
                "give one of them another rank",
                path,
            )


def _tried_on(form: TriggerForm) -> tuple[str, str]:
    """Part of speech and lemma, a lemma in two parts as one."""
    return form.pos, form.lemma.replace("... ", "")


def _refuse_tied_refinements(parts: RuleParts, sources: tuple[RuleSource, ...]) -> None:
    from coder.rules import wordlists  # noqa: PLC0415 - only with rule sources

    seen: dict[tuple[str, str | None, str, str], Refinement] = {}
    for item in parts.refinements:
        seen.setdefault((item.from_type, item.from_subtype, item.kind, item.cue), item)
    for row, item in wordlists.read_refinements(sources):
        kept = seen[item.from_type, item.from_subtype, item.kind, item.cue]
        if (kept.to_type, kept.to_subtype) != (item.to_type, item.to_subtype):
            raise row.error(f"'{item.cue}' is refined to '{kept.to_type}' elsewhere", 3)
