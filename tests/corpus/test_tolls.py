"""How many died and were hurt, in sentences that say so in every way a report may."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import coder

_TOLLS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "fixtures" / "tolls.yaml").read_text(encoding="utf-8")
)
_BOUNDS = ("low", "best", "high")


@pytest.mark.parametrize("case", _TOLLS["cases"], ids=lambda case: case["text"][:60])
def test_toll(case: dict[str, Any]) -> None:
    events = coder.code(case["text"], published=_TOLLS["published"]).to_polars()
    (event,) = events.filter(events["countable"]).iter_rows(named=True)
    for kind in ("killed", "injured"):
        told = tuple(event[f"{kind}_{bound}"] for bound in _BOUNDS)
        want = case.get(kind)
        if want is None:
            assert told in {(None, None, None), (0, 0, 0)}
        else:
            assert told == (tuple(want) if isinstance(want, list) else (want, want, want))
