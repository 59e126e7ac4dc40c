"""Outputs of earlier runs: compared, merged and checked."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from coder.errors import InputError, SchemaError
from coder.formats.outputs import check_free
from coder.formats.stored import read_stored
from coder.records.validate import Problem, validate_path, validate_tables
from coder.records.versions import SCHEMA_VERSION, Versions
from coder.tables.comparing import Differences, compare_tables
from coder.tables.merging import Merger, MergeReport
from coder.tables.parquet import SUFFIX, Provenance, TableWriter, read_metadata, read_tables
from coder.values.options import CasualtyPolicy

if TYPE_CHECKING:
    import polars as pl

Tables: TypeAlias = "str | Path | Mapping[str, pl.DataFrame]"
"""The output of a run: where it is stored, or its tables by name."""


def diff(old: Tables, new: Tables) -> Differences:
    """What a new run tells differently: events gained, lost and changed, field by field.

    An event whose trigger or type changed counts as changed, not as lost and gained: what has no
    id in common is matched by trigger, sentence and clause. Raises :class:`coder.InputError` where
    there is no output, :class:`coder.SchemaError` where it has no events.
    """
    return compare_tables(_tables(old), _tables(new))


def validate(tables: Tables, policy: CasualtyPolicy | None = None) -> list[Problem]:
    """What breaks the schema, in each table and across them; empty where all is well.

    Sums of casualties follow from the casualty policy, which files name; for tables in memory they
    are checked where ``policy`` is given.
    """
    if isinstance(tables, Mapping):
        return validate_tables(tables, policy)
    return validate_path(Path(tables))


def merge(
    folders: Sequence[str | Path], out: str | Path, *, force: bool = False, mixed: bool = False
) -> MergeReport:
    """Write the tables of several runs into one folder or events file; each document once.

    Documents that two runs coded alike are taken once; those that clash are named in the report
    and in ``errors``, and the first run's stays. Incidents have to be linked again afterwards.

    All runs must have the schema version of this package and one casualty policy. Other versions
    may differ with ``mixed`` only; the files then name them all. Raises :class:`coder.SchemaError`
    where they do differ, :class:`coder.InputError` where a folder is none or ``out`` is taken.
    """
    paths, place = [Path(folder) for folder in folders], Path(out)
    check_free(place, force=force, inputs=paths)
    names = _names(paths)
    provenance = _provenance(paths, names, mixed=mixed)
    merger = Merger()
    with TableWriter(place, provenance) as writer:
        for path, name in zip(paths, names, strict=True):
            writer.write(merger.add(name, read_tables(path)))
    return merger.report()


def _names(paths: Sequence[Path]) -> list[str]:
    """The bare names of folders, which tell nothing of the machine; numbered if they repeat."""
    names: list[str] = []
    for path in paths:
        name = path.resolve().name
        same = sum(known == name or known.startswith(f"{name} (") for known in names)
        names.append(f"{name} ({same + 1})" if same else name)
    return names


_CHECKED = (
    "coder_version",
    "rules_version",
    "gazetteer_version",
    "crosswalk_version",
    "gazetteer_credit",
)


def _provenance(paths: Sequence[Path], names: Sequence[str], *, mixed: bool) -> Provenance:
    """What the merged files say of their making, if the runs fit together."""
    found = [_metadata(path) for path in paths]
    for metadata, name in zip(found, names, strict=True):
        version = metadata.get("schema_version")
        if version != SCHEMA_VERSION:
            raise SchemaError(
                f"{name} has schema version {version}; this package reads {SCHEMA_VERSION}",
                found=version,
                expected=SCHEMA_VERSION,
            )
    told = {key: _distinct(metadata.get(key, "") for metadata in found) for key in _CHECKED}
    policies = _distinct(metadata.get("casualty_policy", "") for metadata in found)
    if len(policies) > 1:
        raise SchemaError(f"the runs have several casualty policies: {', '.join(policies)}")
    differing = [f"{key}: {', '.join(values)}" for key, values in told.items() if len(values) > 1]
    if differing and not mixed:
        raise SchemaError(
            f"the runs differ in {'; '.join(differing)}; mixed merges them all the same"
        )
    joined = {key: ", ".join(values) for key, values in told.items()}
    return Provenance(
        versions=Versions(
            coder_version=joined["coder_version"],
            rules_version=joined["rules_version"],
            gazetteer_version=joined["gazetteer_version"],
            gazetteer_credit=joined["gazetteer_credit"],
        ),
        policy=CasualtyPolicy(policies[0]),
        created_from=", ".join(names),
        crosswalk_version=joined["crosswalk_version"],
    )


def _metadata(path: Path) -> dict[str, str]:
    file = path / f"events{SUFFIX}"
    if not file.is_file():
        raise InputError(f"holds no {file.name}: give folders of runs", source=str(path))
    return read_metadata(file)


def _distinct(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))


def _tables(given: Tables) -> "Mapping[str, pl.DataFrame]":
    return given if isinstance(given, Mapping) else read_stored(Path(given))
