"""Files a user names -> the content that options carry, so that no process needs the files."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from coder.errors import RuleError
from coder.plugins import rule_packs
from coder.values.options import EngineOptions, SourceText

Given = str | Path | SourceText
"""A file or folder, or its content under a name."""


def engine_options(
    base: EngineOptions | None = None,
    *,
    rules: Sequence[Given] = (),
    actors: Sequence[Given] = (),
    places: Sequence[Given] = (),
    weapons: Sequence[Given] = (),
    persons: Sequence[Given] = (),
    settings: Mapping[str, object] | None = None,
) -> EngineOptions:
    """The options with the content of files, and of the rule packs of installed packages, in them.

    Raises :class:`RuleError` for a file that cannot be read, :class:`PluginError` for a broken
    pack.
    """
    base = base or EngineOptions()
    given = {**dict(base), **(settings or {})}
    use_plugins = bool(given["plugins"])
    packs = rule_packs() if use_plugins else ()
    known = {source.name for source in base.rules}
    given["rules"] = (
        *(pack for pack in packs if pack.name not in known),
        *base.rules,
        *_rule_content(rules),
    )
    added = {"actors": actors, "places": places, "weapons": weapons, "persons": persons}
    for name, lists in added.items():
        given[name] = (*getattr(base, name), *_list_content(lists))
    return EngineOptions.model_validate(given)


def _rule_content(given: Iterable[Given]) -> Iterable[SourceText]:
    from coder.rules.loader import read_sources  # noqa: PLC0415 - only with rules of the user's own

    for item in given:
        if isinstance(item, SourceText):
            yield item
        else:
            for source in read_sources([Path(item)]):
                yield SourceText(name=source.name, content=source.text)


def _list_content(given: Iterable[Given]) -> Iterable[SourceText]:
    for item in given:
        if isinstance(item, SourceText):
            yield item
            continue
        try:
            yield SourceText.read(item)
        except UnicodeDecodeError as error:
            raise RuleError(f"is not UTF-8 (byte {error.start})", file=item) from error
        except OSError as error:
            raise RuleError(f"cannot be read: {error.strerror}", file=item) from error
