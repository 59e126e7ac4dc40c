"""The areas of a country, as the gazetteer names them: the rows of a panel."""

import sqlite3
from contextlib import ExitStack, closing
from importlib import resources

from coder.values.labels import PlaceLevel

_AREAS = """
WITH RECURSIVE inside(id, depth, a1, a2, a3) AS (
  SELECT a.id, 0, NULL, NULL, NULL FROM area a WHERE a.level = 'country' AND a.iso3 = ?
  UNION ALL
  SELECT a.id, i.depth + 1,
    CASE WHEN a.level = 'admin1' THEN p.name ELSE i.a1 END,
    CASE WHEN a.level = 'admin2' THEN p.name ELSE i.a2 END,
    CASE WHEN a.level = 'admin3' THEN p.name ELSE i.a3 END
  FROM inside i JOIN area a ON a.parent = i.id JOIN place p ON p.id = a.id
  WHERE i.depth < 3 AND a.level IN ('admin1', 'admin2', 'admin3')
)
SELECT DISTINCT a1, a2, a3 FROM inside i JOIN area a ON a.id = i.id WHERE a.level = ?
ORDER BY 1, 2, 3
"""
_DEPTH = {PlaceLevel.ADMIN1: 1, PlaceLevel.ADMIN2: 2, PlaceLevel.ADMIN3: 3}


def areas_of(iso3: str, level: PlaceLevel) -> list[tuple[str | None, ...]]:
    """The areas of a level in a country: the names of their levels from the first one down.

    Sorted; empty where the gazetteer knows none. ``level`` is one of ``admin1`` to ``admin3``.

    >>> areas_of("MLI", PlaceLevel.ADMIN1)[:2]
    [('Bamako',), ('Gao',)]
    """
    with ExitStack() as stack:
        source = resources.files("coder.gazetteer") / "data" / "places.sqlite"
        path = stack.enter_context(resources.as_file(source))
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        connection = stack.enter_context(closing(sqlite3.connect(address, uri=True)))
        rows = connection.execute(_AREAS, (iso3, level.value)).fetchall()
    return [row[: _DEPTH[level]] for row in rows]
