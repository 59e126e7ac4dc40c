"""Dictionaries of other coders as lists and rules of ours, with a report of what was left out."""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TypeVar

from coder.formats.outputs import check_free
from coder.importers import petrarch_actors, petrarch_agents
from coder.importers.petrarch_actors import import_actors, table
from coder.importers.petrarch_agents import import_agents
from coder.importers.petrarch_text import Unmapped
from coder.importers.petrarch_verbs import import_verbs
from coder.lexicon.tsv import ListText
from coder.rules.loader import load_rules

__all__ = ["Imported", "Unmapped", "import_petrarch"]

Value = TypeVar("Value")
_REPORT = ("file", "line", "text", "reason")


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import wrote: the files with the number of their rows or frames, and what is left."""

    written: tuple[tuple[Path, int], ...]
    left: tuple[Unmapped, ...]


def import_petrarch(
    out: str | Path,
    *,
    actors: Sequence[str | Path] = (),
    agents: Sequence[str | Path] = (),
    verbs: Sequence[str | Path] = (),
    force: bool = False,
) -> Imported:
    """Write ``actors.tsv``, ``persons.tsv``, ``rules/petrarch.yaml``, ``report.tsv`` into ``out``.

    Only what was given is written; ``report.tsv`` names every line that could not be taken over,
    or not in full, and why. Raises :class:`coder.errors.RuleError` for a file that cannot be read,
    :class:`coder.errors.InputError` where a file is there already and ``force`` is not set.
    """
    folder = Path(out)
    left: list[Unmapped] = []
    made: dict[str, tuple[str, int]] = {}
    if actors:
        rows = [row for source in _read(actors) for row in _kept(import_actors(source), left)]
        made["actors.tsv"] = (table(petrarch_actors.COLUMNS, sorted(rows)), len(rows))
    if agents:
        rows = [row for source in _read(agents) for row in _kept(import_agents(source), left)]
        made["persons.tsv"] = (table(petrarch_agents.COLUMNS, sorted(rows)), len(rows))
    if verbs:
        text = "".join(_kept(import_verbs(source, _triggers()), left) for source in _read(verbs))
        made["rules/petrarch.yaml"] = (text or "[]\n", text.count("- id:"))
    report = [tuple(map(str, astuple(item))) for item in left]
    made["report.tsv"] = (table(_REPORT, report), len(report))
    written = [(folder / name, count) for name, (_, count) in made.items()]
    for path, _ in written:
        check_free(path, force=force, is_file=True, inputs=())
    for (path, _), (text, _) in zip(written, made.values(), strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Imported(written=tuple(written), left=tuple(left))


def _read(paths: Iterable[str | Path]) -> Iterable[ListText]:
    return [ListText.read(Path(path)) for path in paths]


def _kept(result: tuple[Value, list[Unmapped]], left: list[Unmapped]) -> Value:
    """What was taken over; what was not goes to the report."""
    left += result[1]
    return result[0]


def _triggers() -> frozenset[str]:
    """Every verb that is a trigger of our rules, in its base form."""
    forms = (form for found in load_rules().trigger_forms.values() for form in found)
    return frozenset(" ".join((form.lemma, *form.words)) for form in forms if form.pos == "verb")
