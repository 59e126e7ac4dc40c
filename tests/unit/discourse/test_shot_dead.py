"""Whoever is shot and told in the same words to be dead is counted once, among the dead."""

from coder import Coder

_TITLE = "Man arrested after car driven into crowd in Essen; two dead"
_TEXT = (
    "Two people were killed and nine injured when a lorry was driven into a crowd in Essen on "
    "Saturday. The driver shot himself dead, police said."
)


def test_one_who_shot_himself_dead_is_counted_once() -> None:
    events = Coder().code(f"{_TITLE}\n\n{_TEXT}", published="2019-05-14").events
    told = [row for event in events for row in event.casualties if row.text == "himself"]
    assert [(row.kind, row.best) for row in told] == [("killed", 1)]
