"""The check itself, on events made by hand."""

from typing import Any

import pytest

from coder.rules.examples import iter_examples, run_examples
from coder.rules.model import RuleSource
from coder.values.events import Casualty, CodedDocument, Event, EventActor, EventDate, EventPlace
from coder.values.labels import (
    ActorType,
    CasualtyKind,
    Certainty,
    EventClass,
    EventType,
    Modality,
    Qualifier,
    Recency,
    Role,
    Scope,
    Section,
)
from coder.values.text import Span

SPAN = Span(Section.TEXT, 0, 4)
HEAD = """\
- id: {id}
  status: stable
  type: killing
  why: Only made for a test.
  triggers: {{verb: [bushwhack]}}
  roles: {{victim: {{is: person, as: object}}}}
"""


def rules(body: str, frame_id: str = "bushwhack") -> list[RuleSource]:
    return [RuleSource("f.yaml", HEAD.format(id=frame_id) + body)]


def actor(text: str, role: Role) -> EventActor:
    return EventActor(
        actor_id=None,
        name=None,
        text=text,
        description=None,
        number=None,
        nationality=None,
        type=ActorType.UNKNOWN,
        role=role,
        side=None,
        certainty=Certainty.STATED,
        country=None,
        sector=None,
        is_civilian=None,
        is_primary=True,
        is_organisation=False,
        sent_idx=0,
        span=SPAN,
    )


def casualty(kind: CasualtyKind, count: int, text: str) -> Casualty:
    return Casualty(
        casualty_id="c1",
        kind=kind,
        low=count,
        best=count,
        high=count,
        qualifier=Qualifier.EXACT,
        victim_type=ActorType.CIVILIANS,
        victim_group=None,
        nationality=None,
        side=None,
        is_civilian=True,
        is_attacker=False,
        subset_of=None,
        is_event_total=False,
        is_cumulative=False,
        is_superseded=False,
        period_start=None,
        actor_idx=None,
        attribution_idx=None,
        text=text,
        sent_idx=0,
        span=SPAN,
    )


def event(**changes: Any) -> Event:  # noqa: ANN401 - any field of an event
    fields: dict[str, Any] = {
        "event_id": "ev",
        "doc_id": "d",
        "sent_idx": 0,
        "trigger": SPAN,
        "evidence_sentence": SPAN,
        "evidence_text": "text",
        "event_class": EventClass.VIOLENCE,
        "event_type": EventType.KILLING,
        "event_subtype": "unspecified",
        "modality": Modality.OCCURRED,
        "recency": Recency.CURRENT,
        "scope": Scope.SINGLE,
        "n_incidents_low": 1,
        "n_incidents_high": 1,
        "date": EventDate(),
        "place": EventPlace(),
        "actors": (actor("the masked gunmen", Role.PERPETRATOR),),
        "casualties": (casualty(CasualtyKind.KILLED, 3, "three policemen"),),
        "rule_ids": ("bushwhack",),
    }
    return Event(**(fields | changes))


def reasons(body: str, *events: Event) -> list[str | None]:
    document = CodedDocument(
        doc_id="d",
        n_sentences=1,
        dateline_place=None,
        reference_date=None,
        events=events,
    )
    report = run_examples(lambda _: document, rules(body))
    return [outcome.reason for outcome in report.outcomes]


MATCH = '  match:\n    - text: "Gunmen bushwhacked people."\n'


@pytest.mark.parametrize(
    ("extra", "reason"),
    [
        ("", None),
        ("      roles: {perpetrator: Masked gunmen, victim: policemen}\n", None),
        ("      roles: {perpetrator: rebels}\n", "perpetrator is the masked gunmen, not rebels"),
        ("      roles: {instrument: bomb}\n", "instrument is missing, not bomb"),
        ("      type: killing\n", None),
        ("      type: killing/massacre\n", "is killing/unspecified, not killing/massacre"),
        ("      count: {killed: [3, 3, 3]}\n", None),
        ("      count: {killed: [3, 3, null]}\n", "killed is [(3, 3, 3)], not (3, 3, None)"),
        ("      count: {injured: [1, 1, 1]}\n", "injured is missing, not (1, 1, 1)"),
        ("      modality: foiled\n", "is occurred, not foiled"),
        ("      scope: single\n", None),
    ],
)
def test_match_must_be_met_in_all_it_says(extra: str, reason: str | None) -> None:
    assert reasons(MATCH + extra, event()) == [reason]


def test_match_without_a_record_fails() -> None:
    assert reasons(MATCH) == ["the frame gives no record"]
    assert reasons(MATCH, event(rule_ids=("other",))) == ["the frame gives no record"]


def test_match_must_be_countable_unless_it_says_otherwise() -> None:
    planned = event(modality=Modality.PLANNED)
    assert reasons(MATCH, planned) == ["is not countable (planned, current, single)"]
    assert reasons(MATCH + "      modality: planned\n", planned) == [None]


def test_counterexample_must_give_no_countable_record() -> None:
    body = '  no_match:\n    - {text: "A film.", why: fiction}\n'
    assert reasons(body) == [None]
    assert reasons(body, event(modality=Modality.NEGATED)) == [None]
    assert reasons(body, event()) == ["gives a countable record of the frame"]


def test_known_miss_that_works_must_be_moved() -> None:
    body = '  known_miss:\n    - {text: "Gunmen bushwhacked.", why: not yet}\n'
    assert reasons(body) == [None]
    assert reasons(body, event()) == ["is found now: move it to match"]


def test_report_names_file_line_and_frames_without_examples() -> None:
    document = CodedDocument(
        doc_id="d",
        n_sentences=1,
        dateline_place=None,
        reference_date=None,
        events=(),
    )
    report = run_examples(lambda _: document, rules(MATCH))
    assert list(report.lines()) == [
        "f.yaml:8: bushwhack (match): the frame gives no record",
        "    Gunmen bushwhacked people.",
        "bushwhack: needs both match and no_match",
        "0 passed, 1 failed",
    ]


def test_examples_name_their_frame_and_line() -> None:
    (example,) = iter_examples(rules(MATCH))
    assert (example.name, example.file, example.line) == ("bushwhack-match-8", "f.yaml", 8)
    assert sum(1 for _ in iter_examples()) > 400
