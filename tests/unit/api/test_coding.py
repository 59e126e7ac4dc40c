import json
import pickle
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from coder.api.coding import Coder, Input
from coder.errors import InputError, RuleError
from coder.formats.columns import WrongColumnError
from coder.values.labels import DocumentStatus
from coder.values.options import DateOrder, Depth, EngineOptions, SourceText
from coder.values.text import Document

TEXT = "Gunmen killed three policemen in Kirkuk on Monday."
OTHER = "Los rebeldes atacaron el pueblo durante la noche y mataron a dos de los soldados que "


def test_one_text_gives_its_events(coder: Coder) -> None:
    result = coder.code(TEXT, published="2017-12-12", id="a", title="Three killed")
    (event,) = result.events
    assert (event.event_type, event.doc_id, event.date.start) == (
        "killing",
        "a",
        date(2017, 12, 11),
    )
    assert result.status is DocumentStatus.CODED
    assert result.errors == ()


@pytest.mark.parametrize(
    "published", [date(2017, 12, 12), datetime(2017, 12, 12, 9, tzinfo=UTC), "12 Dec 2017"]
)
def test_date_may_be_a_day_a_moment_or_words(coder: Coder, published: date | str) -> None:
    (event,) = coder.code(TEXT, published=published).events
    assert event.date.start == date(2017, 12, 11)


def test_without_a_date_nothing_is_invented(coder: Coder) -> None:
    (event,) = coder.code(TEXT).events
    assert event.date.start is None
    assert event.date.text == "Monday"


@pytest.mark.parametrize("published", ["03/04/2020", "some day"])
def test_date_that_cannot_be_used_is_the_callers_mistake(coder: Coder, published: str) -> None:
    with pytest.raises(InputError, match="published"):
        coder.code(TEXT, published=published)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("told", ["", " yesterday", " on Monday", " last month", " ten years ago"])
def test_the_first_and_the_last_day_of_the_calendar_are_days(
    coder: Coder, published: str, told: str
) -> None:
    result = coder.code(f"Gunmen killed two guards in Kano{told}.", published=published)
    assert [event.event_type.value for event in result.events] == ["killing"]
    assert result.errors == ()


@pytest.mark.parametrize(
    "text", ["", " ", "\0", "\ud83d", "<html><p>x</p>", "\u202e", "\U0001f600"]
)
def test_no_text_raises(coder: Coder, text: str) -> None:
    result = coder.code(text)
    assert result.events == ()
    assert "not_coded" not in {row.reason for row in result.errors}
    assert set(result.tables()) >= {"events", "documents", "errors"}


def test_documents_mappings_and_texts_are_coded_in_order(coder: Coder) -> None:
    given: list[Input] = [
        Document(doc_id="a", text=TEXT, published=date(2017, 12, 12)),
        {"id": "b", "text": TEXT, "published": "2017-12-12"},
        TEXT,
        {"id": "c"},
        {"id": "d", "text": TEXT, "published": "03/04/2020"},
        {"id": "e", "text": OTHER},
        {"id": "a", "text": TEXT},
        {"id": "a", "text": "Another text."},
    ]
    results = list(coder.code_documents(given))
    assert [result.status.value for result in results] == [
        "coded",
        "coded",
        "coded",
        "error",
        "coded",
        "other_language",
        "duplicate",
        "error",
    ]
    reasons = [[row.reason for row in result.errors] for result in results]
    assert reasons == [[], [], [], ["missing_text"], ["ambiguous_date"], [], [], ["id_conflict"]]
    assert results[4].errors[0].row == 5


def test_documents_are_read_no_further_than_asked(coder: Coder) -> None:
    read = []

    def documents() -> Iterator[str]:
        for number in range(3):
            read.append(number)
            yield TEXT

    next(coder.code_documents(documents()))
    assert read == [0]


def test_list_gives_the_same_in_batches(coder: Coder) -> None:
    given = [{"id": str(number), "text": TEXT} for number in range(9)]
    in_batches = [result.to_json() for result in coder.code_documents(given)]
    assert in_batches == [result.to_json() for result in coder.code_documents(iter(given))]


def test_fault_of_the_engine_costs_one_document(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    coder = Coder(plugins=False)
    engine_code = coder._engine.code  # noqa: SLF001 - to break it

    def fail(document: Document, *, depth: Depth) -> object:
        if document.doc_id == "bad":
            raise ZeroDivisionError("a fault")
        return engine_code(document, depth=depth)

    monkeypatch.setattr(coder._engine, "code", fail)  # noqa: SLF001 - the same
    given = [{"id": "bad", "text": TEXT}, {"id": "good", "text": TEXT}]
    bad, good = coder.code_documents(given)
    assert bad.status is DocumentStatus.ERROR
    assert [row.reason for row in bad.errors] == ["not_coded"]
    assert bad.record is not None
    assert good.events
    assert coder.code(TEXT, id="bad").status is DocumentStatus.ERROR
    assert caplog.text.count("the engine failed") == 2


def test_order_of_day_and_month_is_an_option() -> None:
    coder = Coder(date_order=DateOrder.DMY, plugins=False)
    result = coder.code("Two men died.", published="03/04/2020")
    assert result.document is not None
    assert result.document.published == date(2020, 4, 3)


def test_coder_pickles_as_its_options(coder: Coder) -> None:
    pickled = pickle.dumps(coder)
    assert len(pickled) < 2_000
    again = pickle.loads(pickled)  # noqa: S301 - written just before
    assert again.options == coder.options
    assert again.code(TEXT, id="a").to_json() == coder.code(TEXT, id="a").to_json()


def test_content_of_users_rules_travels_with_the_pickle(tmp_path: Path) -> None:
    rules = tmp_path / "mine.yaml"
    rules.write_text(RULE, encoding="utf-8")
    coder = Coder(rules=[rules], plugins=False)
    before = coder.code("Raiders frobnicated two farmers in Kirkuk.", id="a")
    assert before.events[0].rule_ids == ("frobnicate",)
    pickled = pickle.dumps(coder)
    rules.unlink()
    again = pickle.loads(pickled)  # noqa: S301 - written just before
    after = again.code("Raiders frobnicated two farmers in Kirkuk.", id="a")
    assert after.to_json() == before.to_json()


RULE = """\
- id: frobnicate
  status: stable
  type: killing
  why: A verb nobody has, so that nothing else can find it.
  triggers: {verb: [frobnicate]}
  roles:
    perpetrator: {is: [person, armed], as: subject}
    victim: {is: [person], as: object, effect: killed}
  match:
    - text: "Raiders frobnicated two farmers."
  no_match:
    - text: "The farmers slept."
      why: nobody did anything
"""


def test_rule_content_is_as_good_as_a_file() -> None:
    coder = Coder(rules=[SourceText(name="mine.yaml", content=RULE)], plugins=False)
    assert coder.code("Raiders frobnicated two farmers in Kirkuk.").events
    report = coder.test_rules()
    assert [outcome.example.frame_id for outcome in report.outcomes] == ["frobnicate"] * 2


def test_options_and_arguments_add_up() -> None:
    source = SourceText(name="mine.yaml", content=RULE)
    coder = Coder(EngineOptions(rules=(source,), plugins=False), published=date(2017, 12, 12))
    assert coder.options.rules == (source,)
    assert coder.code("Two men died.").document.published == date(2017, 12, 12)  # type: ignore[union-attr]


def test_list_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "actors.tsv"
    broken.write_bytes(b"\xff\xfe\xff")
    with pytest.raises(RuleError, match=r"actors\.tsv"):
        Coder(actors=[broken], plugins=False)
    with pytest.raises(RuleError, match="absent"):
        Coder(places=[tmp_path / "absent.tsv"], plugins=False)


def test_one_coder_serves_many_threads(coder: Coder) -> None:
    texts = [f"Gunmen killed {number} policemen in Kirkuk on Monday." for number in range(2, 42)]
    alone = [coder.code(text, id="x").to_json() for text in texts]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda text: coder.code(text, id="x").to_json(), texts))
    assert together == alone


@pytest.mark.parametrize("lazy", [False, True])
def test_frame_gives_the_events_of_its_rows(coder: Coder, lazy: bool) -> None:
    frame = pl.DataFrame(
        {"url": ["u1", "u2"], "body": [TEXT, "Nothing."], "date": [date(2017, 12, 12), None]}
    )
    given = frame.lazy() if lazy else frame
    events = coder.code_frame(given, text="body", published="date", id="url")
    assert events["doc_id"].to_list() == ["u1"]
    assert events["pub_date"].to_list() == [date(2017, 12, 12)]


def test_frame_finds_usual_names_and_logs_what_it_cannot_code(
    coder: Coder, caplog: pytest.LogCaptureFixture
) -> None:
    frame = pl.DataFrame({"id": ["a", "b"], "text": [TEXT, None]})
    assert coder.code_frame(frame)["doc_id"].to_list() == ["a"]
    assert "row 2, text: there is no text" in caplog.text


def test_frame_without_the_column_names_those_it_has(coder: Coder) -> None:
    with pytest.raises(WrongColumnError, match="columns found: words"):
        coder.code_frame(pl.DataFrame({"words": ["x"]}))


def test_files_are_coded_into_a_folder(coder: Coder, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("\n", encoding="utf-8")
    errors = coder.code_to([tmp_path / "a.txt", tmp_path / "b.txt"], tmp_path / "out")
    assert [row.doc_id for row in errors] == ["b"]
    assert pl.read_parquet(tmp_path / "out" / "events.parquet")["doc_id"].to_list() == ["a"]
    assert [result.status.value for result in coder.code_files([tmp_path / "a.txt"])] == ["coded"]


def test_file_of_events_has_those_of_a_folder_and_nothing_else_is_looked_for(
    coder: Coder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Depth] = []
    engine_code = coder._engine.code  # noqa: SLF001 - to watch it

    def watched(document: Document, *, depth: Depth) -> object:
        asked.append(depth)
        return engine_code(document, depth=depth)

    monkeypatch.setattr(coder._engine, "code", watched)  # noqa: SLF001 - the same
    said = f"{TEXT} The president condemned the attack. The rebels control the town of Tabqa."
    (tmp_path / "a.txt").write_text(said, encoding="utf-8")
    for out in ("folder", "events.parquet", "events.jsonl"):
        coder.code_to([tmp_path / "a.txt"], tmp_path / out)
    folder = {path.stem: pl.read_parquet(path) for path in (tmp_path / "folder").glob("*.parquet")}
    assert_frame_equal(pl.read_parquet(tmp_path / "events.parquet"), folder["events"])
    assert not folder["statements"].is_empty()
    told = (tmp_path / "events.jsonl").read_text(encoding="utf-8")
    assert json.loads(told.splitlines()[0])["evidence"]
    assert asked == [Depth.EVERYTHING, Depth.ROWS, Depth.EVENTS]


def test_explanation_draws_itself(coder: Coder) -> None:
    explanation = coder.explain(TEXT, published="2017-12-12")
    assert "killed" in explanation.to_html()
    assert explanation._repr_html_() == explanation.to_html()
    assert list(explanation.renderables())
