"""What is wanted, feared, prevented, dreamt, played or asked is no act that counts."""

from pathlib import Path
from typing import Any

import pytest
import yaml

import coder

_LISTS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "fixtures" / "non_acts.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("template", _LISTS["templates"])
def test_no_act_is_counted(template: str) -> None:
    for act in _LISTS["acts"]:
        sentence = template.format(**act)
        text = sentence[0].upper() + sentence[1:]
        events = coder.code(text, published=_LISTS["published"]).events
        assert [event.event_type for event in events if event.countable] == [], text


@pytest.mark.parametrize("template", _LISTS["told_as_done"])
def test_what_was_done_is_counted(template: str) -> None:
    for act in _LISTS["acts"]:
        sentence = template.format(**act)
        text = sentence[0].upper() + sentence[1:]
        events = coder.code(text, published=_LISTS["published"]).events
        assert any(event.countable for event in events), text


@pytest.mark.parametrize("act", _LISTS["acts"], ids=lambda act: act["base"])
def test_the_plain_act_is_counted(act: dict[str, str]) -> None:
    doers = act["doers"][0].upper() + act["doers"][1:]
    text = f"{doers} {act['past']} {act['object']} {act['place']} {act['day']}."
    (event,) = coder.code(text, published=_LISTS["published"]).events
    assert event.countable
