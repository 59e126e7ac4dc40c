"""Gazetteers of the user's own, compiled from GeoNames dumps and lists of places."""

from collections.abc import Callable, Sequence
from pathlib import Path

from coder.formats.outputs import check_free
from coder.gazetteer.compiling import Compiled, compile_gazetteer

__all__ = ["Compiled", "build_gazetteer"]


def build_gazetteer(
    files: Sequence[str | Path],
    out: str | Path,
    *,
    force: bool = False,
    seen: Callable[[int, int], None] | None = None,
) -> Compiled:
    """Compile GeoNames dumps and lists of places into the file ``out``.

    ``files``: ``allCountries.zip`` or any file of that layout, ``admin1CodesASCII.txt``,
    ``admin2Codes.txt``, ``alternateNamesV2.zip``, and ``.csv`` or ``.tsv`` lists of places; their
    order makes no difference. ``seen`` is called with the bytes read so far and in all. The same
    files give the same bytes. Raises :class:`coder.InputError` for a file that is none of these.
    """
    paths, target = [Path(file) for file in files], Path(out)
    check_free(target, force=force, is_file=True, inputs=paths)
    return compile_gazetteer(paths, target, seen)
