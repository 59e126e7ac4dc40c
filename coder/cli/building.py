"""Command-line options -> a coder and the way to read files."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

from coder.cli.choices import FIELDS

if TYPE_CHECKING:
    from coder.api.coding import Coder
    from coder.formats.decoding import ReadOptions
    from coder.formats.sources import Kind


class EngineChoices(TypedDict, total=False):
    """The values of ``engine_choices``."""

    published: date | None
    rule_paths: tuple[Path, ...]
    actor_paths: tuple[Path, ...]
    place_paths: tuple[Path, ...]
    weapon_paths: tuple[Path, ...]
    person_paths: tuple[Path, ...]
    gazetteer: Path | None
    preview: bool
    no_plugins: bool
    casualty_policy: str


class InputChoices(TypedDict, total=False):
    """The values of ``input_choices``."""

    input_format: str | None
    encoding: str | None
    replace: bool
    delimiter: str | None
    date_order: str | None
    strip_html: bool
    any_language: bool
    max_chars: int
    id_column: str | None
    text_column: str | None
    title_column: str | None
    published_column: str | None
    source_column: str | None
    url_column: str | None
    language_column: str | None


class Choices(EngineChoices, InputChoices):
    """Both together."""


def build_coder(**given: Unpack[Choices]) -> "Coder":
    """The coder of a command."""
    from coder.api.coding import Coder  # noqa: PLC0415 - heavy
    from coder.values.options import CasualtyPolicy, DateOrder  # noqa: PLC0415 - loads pydantic

    order = given.get("date_order")
    return Coder(
        rules=given.get("rule_paths", ()),
        actors=given.get("actor_paths", ()),
        places=given.get("place_paths", ()),
        weapons=given.get("weapon_paths", ()),
        persons=given.get("person_paths", ()),
        gazetteer=given.get("gazetteer"),
        preview_rules=given.get("preview", False),
        plugins=not given.get("no_plugins", False),
        published=given.get("published"),
        casualty_policy=CasualtyPolicy(given.get("casualty_policy", "conservative")),
        date_order=DateOrder(order) if order else None,
        strip_html=given.get("strip_html", False),
        detect_language=not given.get("any_language", False),
        max_chars=given.get("max_chars", 10_000_000),
    )


def read_options(**given: Unpack[Choices]) -> "ReadOptions":
    """How a command reads its files."""
    from coder.formats.columns import ColumnNames  # noqa: PLC0415 - keeps --help quick
    from coder.formats.decoding import ReadOptions  # noqa: PLC0415 - the same

    columns = {field: given.get(f"{field}_column") for field in FIELDS}
    return ReadOptions(
        columns=ColumnNames(**columns),  # type: ignore[arg-type]  # one text or null each
        encoding=given.get("encoding"),
        replace=given.get("replace", False),
        delimiter=given.get("delimiter"),
    )


def input_kind(given: str | None) -> "Kind | None":
    """The kind of input a user insists on."""
    from coder.formats.sources import Kind  # noqa: PLC0415 - keeps --help quick

    return Kind(given) if given else None
