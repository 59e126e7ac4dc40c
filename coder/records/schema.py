"""The schema as files: JSON Schema of the event, the data dictionary of each table, the labels.

``schemas/`` in the repository holds what :func:`export_schemas` writes; a test keeps them equal.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from coder.records.columns import Column, Table, tables
from coder.records.models import Event
from coder.records.taxonomy import label_definitions
from coder.records.versions import SCHEMA_VERSION

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def event_schema() -> dict[str, object]:
    """JSON Schema (draft 2020-12) of one line of nested records."""
    generated = Event.model_json_schema(mode="serialization")
    return {"$schema": _DRAFT, "title": "Event", "version": SCHEMA_VERSION, **generated}


def table_schema(table: Table) -> dict[str, object]:
    """The data dictionary of one table: its key, and what values and nulls of each column mean."""
    return {
        "table": table.name,
        "version": SCHEMA_VERSION,
        "key": list(table.key),
        "columns": [_column(column) for column in table.columns],
    }


def _column(column: Column) -> dict[str, object]:
    found: dict[str, object] = {
        "name": column.name,
        "dtype": column.dtype,
        "nullable": column.nullable,
        "meaning": column.meaning,
    }
    optional: Mapping[str, object] = {
        "labels": column.vocabulary.__name__ if column.vocabulary else None,
        "unit": column.unit,
        "references": column.references,
        "null_meaning": column.null_meaning,
    }
    return found | {name: value for name, value in optional.items() if value is not None}


def labels_schema() -> dict[str, object]:
    """Every closed vocabulary with the definition and the source of each label."""
    vocabularies: dict[str, list[dict[str, str]]] = {}
    for entry in label_definitions():
        vocabularies.setdefault(entry.vocabulary, []).append(
            {"label": entry.label, "definition": entry.definition, "source": entry.source}
        )
    return {"version": SCHEMA_VERSION, "vocabularies": vocabularies}


def schema_files() -> dict[str, str]:
    """Every schema file: its path inside the schema folder and its content."""
    version = f"v{SCHEMA_VERSION}"
    files = {
        f"event/{version}.json": event_schema(),
        f"labels/{version}.json": labels_schema(),
    }
    for name, table in tables().items():
        files[f"tables/{version}/{name}.json"] = table_schema(table)
    return {path: _as_text(content) for path, content in files.items()}


def _as_text(content: Mapping[str, object]) -> str:
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def export_schemas(folder: Path) -> list[Path]:
    """Write every schema file under ``folder`` and return the paths, in the order written."""
    written = []
    for path, content in schema_files().items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8", newline="\n")
        written.append(file)
    return written


def dictionary_markdown(table: Table) -> str:
    """The data dictionary of a table as a Markdown table, as ``schemas/codebook.md`` prints it."""
    lines = ["| column | type | what it says | null means |", "|---|---|---|---|"]
    for column in table.columns:
        kind = column.vocabulary.__name__ if column.vocabulary else column.dtype
        key = " (key)" if column.is_key else ""
        null = column.null_meaning if column.nullable else "never null"
        lines.append(f"| `{column.name}`{key} | {kind} | {column.meaning} | {null} |")
    return "\n".join(lines)
