"""Entry points of installed packages; the only module that reads them.

``coder.mention_finders``
    An object with a ``label`` that is called with a sentence and returns mentions:
    :class:`MentionFinder`.
``coder.rule_packs``
    A package or module whose folder holds rule files, a folder, or a function that returns one.

Both are loaded in the order of their names, so that the order of installation changes nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import ModuleType, UnionType
from typing import Protocol, TypeVar, cast, runtime_checkable

from coder.errors import PluginError
from coder.values.mentions import Mention
from coder.values.options import SourceText
from coder.values.text import Sentence

FINDER_GROUP = "coder.mention_finders"
RULE_GROUP = "coder.rule_packs"
Found = TypeVar("Found", bound=Mention)
RULE_SUFFIXES = (".yaml", ".yml", ".tsv")


@runtime_checkable
class MentionFinder(Protocol):
    """Finds mentions in one sentence. Pure: the same sentence gives the same mentions.

    Offsets of a mention count in the normalised section, like those of the sentence; its token
    range counts in the sentence. A mention stands in ``annotate``, where it takes the place of
    those of its own type that it overlaps. In coding, a place, time or quantity is used like one
    of the engine's own, and an actor, weapon or target stands for the noun group whose head it
    covers, whatever the word lists say of that. A mention makes no sentence worth reading: one
    without a trigger word is not given to finders when coding.
    """

    label: str

    def __call__(self, sentence: Sentence) -> tuple[Mention, ...]:
        """The mentions of one sentence, in the order of the text."""
        ...


@cache
def mention_finders() -> tuple[MentionFinder, ...]:
    """The finders of installed packages; raises :class:`PluginError` for one that does not load."""
    return tuple(_finder(entry) for entry in _entries(FINDER_GROUP))


def find_by_plugins(finders: Iterable[MentionFinder], sentence: Sentence) -> tuple[Mention, ...]:
    """What finders find in one sentence, those of the first finder first.

    Raises :class:`PluginError`, naming the finder, where one fails or returns no mentions of the
    sentence.
    """
    found: list[Mention] = []
    for finder in finders:
        try:
            mentions = tuple(finder(sentence))
        except Exception as error:  # whatever a stranger's code raises
            raise PluginError(
                f"{FINDER_GROUP}: '{finder.label}' failed: {error!r}", name=finder.label
            ) from error
        for mention in mentions:
            if not isinstance(mention, Mention) or not (
                sentence.start <= mention.start < mention.end <= sentence.end
            ):
                raise PluginError(
                    f"{FINDER_GROUP}: '{finder.label}' found what is no mention within its "
                    f"sentence: {mention!r}",
                    name=finder.label,
                )
        found += mentions
    return tuple(found)


def with_given(
    own: Iterable[Found], given: Iterable[Mention], kind: type[Found] | UnionType
) -> tuple[Found, ...]:
    """The engine's mentions and those of plug-ins that are of a kind, ordered by position.

    An own mention that overlaps a given one of its type is left out.
    """
    added = cast("list[Found]", [mention for mention in given if isinstance(mention, kind)])
    kept = (
        mention
        for mention in own
        if not any(
            type(mention) is type(other) and other.start < mention.end and mention.start < other.end
            for other in added
        )
    )
    return tuple(sorted((*kept, *added), key=lambda mention: (mention.start, mention.end)))


@cache
def rule_packs() -> tuple[SourceText, ...]:
    """The content of the rule files that installed packages bring; raises :class:`PluginError`."""
    return tuple(source for entry in _entries(RULE_GROUP) for source in _rule_files(entry))


def _entries(group: str) -> list[EntryPoint]:
    # One package can be found twice, installed and in the working folder.
    found = {(entry.name, entry.value): entry for entry in entry_points(group=group)}
    return [found[key] for key in sorted(found)]


def _load(entry: EntryPoint) -> object:
    try:
        return entry.load()
    except Exception as error:  # whatever a stranger's module raises when it is imported
        raise _failure(entry, f"cannot be loaded: {error!r}") from error


def _finder(entry: EntryPoint) -> MentionFinder:
    loaded = _load(entry)
    if isinstance(loaded, type):
        loaded = loaded()
    if not isinstance(loaded, MentionFinder):
        raise _failure(entry, "is no mention finder: it needs a label and must be callable")
    return loaded


def _rule_files(entry: EntryPoint) -> Iterator[SourceText]:
    folder = _folder(entry, _load(entry))
    found = sorted(_source_files(folder), key=lambda pair: pair[0])
    if not found:
        raise _failure(entry, f"holds no rule file ({', '.join(RULE_SUFFIXES)})")
    for name, file in found:
        yield SourceText(name=f"{entry.name}:{name}", content=file.read_text(encoding="utf-8"))


def _folder(entry: EntryPoint, loaded: object) -> Traversable:
    if isinstance(loaded, ModuleType):
        # A plain module stands for the folder it lies in.
        return files(loaded if hasattr(loaded, "__path__") else loaded.__package__ or "")
    if callable(loaded):
        loaded = cast("Callable[[], object]", loaded)()
    folder = Path(loaded) if isinstance(loaded, str) else loaded
    if not isinstance(folder, Traversable) or not folder.is_dir():
        raise _failure(entry, f"points to no folder but {loaded!r}")
    return folder


def _source_files(folder: Traversable, inside: str = "") -> Iterator[tuple[str, Traversable]]:
    for item in folder.iterdir():
        name = f"{inside}{item.name}"
        if item.is_dir():
            yield from _source_files(item, f"{name}/")
        elif item.name.endswith(RULE_SUFFIXES):
            yield name, item


def _failure(entry: EntryPoint, message: str) -> PluginError:
    package = entry.dist.name if entry.dist is not None else None
    return PluginError(
        f"{entry.group}: '{entry.name}' of {package or 'an unknown package'} {message}",
        name=entry.name,
        package=package,
    )
