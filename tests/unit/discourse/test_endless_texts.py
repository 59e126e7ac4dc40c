"""A text of many acts costs each of them no more than a short one."""

import pytest

from coder.discourse.acts import HORIZON, Act
from coder.discourse.merging import identity
from coder.discourse.merging.same_persons import same_person
from coder.pipeline import Engine
from coder.values.text import Document

_ACTS = 450
_TOWNS = ("Gao", "Mopti", "Kidal", "Kano", "Jos")


@pytest.mark.parametrize("mark", ["", "- "])
def test_an_act_is_compared_with_a_bounded_number_of_acts(
    mark: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[Act] = []

    def asked_of_each(act: Act, group: Act) -> bool:
        compared.append(act)
        return same_person(act, group)

    monkeypatch.setattr(identity, "same_person", asked_of_each)
    lines = [f"{mark}Police arrested {2 + at % 7} men in {_TOWNS[at % 5]}." for at in range(_ACTS)]
    events = Engine().code(Document(doc_id="d", text="\n".join(lines))).events
    assert len(events) > HORIZON
    assert HORIZON < len(compared) <= _ACTS * HORIZON < _ACTS * (_ACTS - 1) // 2
