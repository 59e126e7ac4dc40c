"""What is said beside an act changes nothing of its record, wherever in the sentence it stands."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from coder import Coder

ROOT = Path(__file__).parents[2]
_TRIED = 3  # sentences a phrase is put into, another three for each
_FORMS = {
    "behind_subject": "{subject} {phrase} {verb} {rest}.",
    "in_front": "{phrase} {opening} {verb} {rest}.",
    "at_the_end": "{subject} {verb} {rest} {phrase}.",
    "behind_verb": "{subject} {verb} {phrase} {rest}.",
}


@cache
def _lists() -> dict[str, Any]:
    text = (ROOT / "fixtures" / "insertions.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.safe_load(text)
    return found


def _cases() -> Iterator[tuple[str, str, int]]:
    lists = _lists()
    for form in (*_FORMS, "around"):
        for number, phrase in enumerate(lists[form]):
            yield form, phrase, number


@cache
def _coder() -> Coder:
    return Coder()


def _records(text: str) -> list[tuple[object, ...]]:
    """Of each counted act its type, numbers, who, whom, town and day."""
    found: list[tuple[object, ...]] = []
    for event in _coder().code(text, published=_lists()["published"]).events:
        who = {role: set[str]() for role in ("perpetrator", "target")}
        for actor in event.actors:
            role = "perpetrator" if actor.role.value == "perpetrator" else "target"
            who[role].add(actor.actor_type.value)
        numbers = sorted((row.kind.value, str(row.best)) for row in event.casualties)
        place, day = event.place.place_name, event.date.start
        if event.countable:
            found.append((event.event_type, numbers, who, place, day))
    return found


@pytest.mark.parametrize(("form", "phrase", "number"), list(_cases()))
def test_what_is_said_beside_an_act_changes_nothing(form: str, phrase: str, number: int) -> None:
    sentences = _lists()["sentences"]
    for at in range(_TRIED):
        subject, verb, rest = sentences[(number + at) % len(sentences)]
        parts = {
            "subject": subject,
            "opening": subject[0].lower() + subject[1:],
            "verb": verb,
            "rest": rest,
        }
        if form == "around":
            text = f"{phrase.format(**parts | {'subject': parts['opening']})}."
        else:
            text = _FORMS[form].format(phrase=phrase, **parts)
        plain = _records(f"{subject} {verb} {rest}.")
        assert plain, "the sentence alone tells its act"
        assert _records(text) == plain, text
