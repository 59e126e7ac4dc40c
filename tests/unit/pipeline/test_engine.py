"""What the engine promises beyond single sentences."""

import pickle
from datetime import date

import pytest

from coder.pipeline import Engine
from coder.values.labels import EventType, Section
from coder.values.options import EngineOptions
from coder.values.text import Document

TEXT = (
    "Gunmen killed three farmers near Mopti on Monday. The mayor said the harvest was good. "
    "On Tuesday a roadside bomb wounded two soldiers outside Gao."
)


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine()


def code(engine: Engine, text: str, **fields: object) -> list[EventType]:
    document = Document(doc_id="d", text=text, **fields)  # type: ignore[arg-type]  # test helper
    return [event.event_type for event in engine.code(document).events]


def test_two_acts_in_one_text_are_two_events(engine: Engine) -> None:
    assert code(engine, TEXT, published=date(2020, 5, 13)) == [
        EventType.KILLING,
        EventType.BOMBING,
    ]


def test_an_empty_text_has_no_sentence_and_no_event(engine: Engine) -> None:
    coded = engine.code(Document(doc_id="d", text=""))
    assert (coded.n_sentences, coded.events) == (0, ())


def test_sentences_are_counted_without_being_read(engine: Engine) -> None:
    assert (
        engine.code(Document(doc_id="d", text="It rained. It snowed. It thawed.")).n_sentences == 3
    )


def test_a_full_dateline_gives_the_reference_date(engine: Engine) -> None:
    text = "LIMA, 3 Jan 1990 (Wire) -- Rebels shot two judges in Ayacucho yesterday."
    (event,) = engine.code(Document(doc_id="d", text=text)).events
    assert event.date.start == date(1990, 1, 2)


def test_the_dateline_says_when_a_report_was_written(engine: Engine) -> None:
    text = "LIMA, 3 Jan 1990 (Wire) -- Rebels shot two judges in Ayacucho yesterday."
    (event,) = engine.code(Document(doc_id="d", text=text, published=date(1990, 1, 4))).events
    assert event.date.start == date(1990, 1, 2)


def test_an_act_told_in_the_title_alone_stands_there(engine: Engine) -> None:
    document = Document(
        doc_id="d", title="Gunmen kill nine villagers in Zamfara", text="More details follow."
    )
    (event,) = engine.code(document).events
    assert event.sent_idx == -1
    assert event.trigger.section is Section.TITLE


def test_without_merging_every_mention_is_its_own_event(engine: Engine) -> None:
    text = "A bomb killed six people in Quetta on Sunday. The bomb killed six people at a market."
    apart = Engine(EngineOptions(merge=False))
    assert len(code(engine, text)) == 1
    assert len(code(apart, text)) == 2


def test_trace_reads_every_sentence_and_gives_a_reason(engine: Engine) -> None:
    trace = engine.trace(Document(doc_id="d", text=TEXT, published=date(2020, 5, 13)))
    assert [item.sentence.index for item in trace.sentences] == [0, 1, 2]
    assert all(item.reason for item in trace.sentences)
    assert trace.sentences[0].event_ids != ()
    assert trace.sentences[1].event_ids == ()


def test_trace_finds_what_coding_finds(engine: Engine) -> None:
    document = Document(doc_id="d", text=TEXT, published=date(2020, 5, 13))
    assert engine.trace(document).coded.events == engine.code(document).events


def test_annotate_covers_sentences_without_triggers(engine: Engine) -> None:
    document = Document(doc_id="d", text="The minister flew to Nairobi on 3 May 2019.")
    ((section, mentions),) = engine.annotate(document)
    words = {section.text[mention.start : mention.end] for mention in mentions}
    assert {"Nairobi", "3 May 2019"} <= words


def test_an_engine_pickles_as_its_options(engine: Engine) -> None:
    again = pickle.loads(pickle.dumps(engine))  # noqa: S301 - our own bytes
    document = Document(doc_id="d", text=TEXT, published=date(2020, 5, 13))
    assert again.code(document) == engine.code(document)


def test_acts_at_the_same_offsets_of_title_and_text_have_ids_of_their_own(engine: Engine) -> None:
    title = "Gunmen killed three farmers near Mopti"
    text = "Gunmen killed 40 soldiers near Gao on Tuesday."
    coded = engine.code(Document(doc_id="d", title=title, text=text, published=date(2020, 5, 13)))
    assert [event.trigger.section for event in coded.events] == [Section.TITLE, Section.TEXT]
    assert len({event.event_id for event in coded.events}) == 2
