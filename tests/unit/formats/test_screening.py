from datetime import date

import pytest

from coder.formats.incoming import Incoming, RawRow, Reason
from coder.formats.screening import Screen, without_lone_surrogates
from coder.values.labels import DocumentStatus
from coder.values.options import DateOrder, EngineOptions

TEXT = "Two men were hurt in the town."


def _row(number: int = 1, /, **fields: object) -> RawRow:
    return RawRow(source="a.jsonl", row=number, fields=fields)


def _admit(options: EngineOptions | None = None, /, **fields: object) -> Incoming:
    return Screen(options or EngineOptions()).admit(_row(**fields))


def _reason(incoming: Incoming) -> Reason:
    (problem,) = incoming.problems
    return problem.reason


def test_good_row_becomes_a_document_with_all_its_fields() -> None:
    incoming = _admit(
        id=7,
        text=TEXT,
        title="Two hurt",
        published="2020-03-04",
        source="Desk",
        url="u",
        language="en",
    )
    document = incoming.document
    assert incoming.status is DocumentStatus.CODED
    assert document is not None
    assert (document.doc_id, document.text, document.title) == ("7", TEXT, "Two hurt")
    assert (document.published, document.source, document.url) == (date(2020, 3, 4), "Desk", "u")


def test_text_without_an_id_is_known_by_its_content() -> None:
    one, two = _admit(text=TEXT).document, _admit(text=TEXT + " ").document
    assert one is not None
    assert two is not None
    assert one.doc_id.startswith("doc_")
    assert one.doc_id != two.doc_id


@pytest.mark.parametrize("text", [None, "", " \n\t", 5, ["a"]])
def test_missing_text_is_an_error_and_no_document(text: object) -> None:
    incoming = _admit(id="x", text=text)
    assert _reason(incoming) is Reason.MISSING_TEXT
    assert incoming.document is None
    assert incoming.problems[0].doc_id == "x"


@pytest.mark.parametrize("published", ["03/04/2020", "3.4.2020"])
def test_ambiguous_date_is_an_error_and_the_document_coded_without_it(published: str) -> None:
    incoming = _admit(EngineOptions(published=date(2021, 1, 1)), text=TEXT, published=published)
    assert _reason(incoming) is Reason.AMBIGUOUS_DATE
    assert incoming.status is DocumentStatus.CODED
    assert incoming.document is not None
    assert incoming.document.published is None
    assert incoming.problems[0].field == "published"


@pytest.mark.parametrize(
    ("order", "day"), [(DateOrder.DMY, date(2020, 4, 3)), (DateOrder.MDY, date(2020, 3, 4))]
)
def test_declared_order_decides_an_all_digit_date(order: DateOrder, day: date) -> None:
    incoming = _admit(EngineOptions(date_order=order), text=TEXT, published="03/04/2020")
    assert incoming.problems == ()
    assert incoming.document is not None
    assert incoming.document.published == day


def test_unreadable_date_is_an_error_and_the_document_coded() -> None:
    incoming = _admit(text=TEXT, published="not so long ago")
    assert _reason(incoming) is Reason.UNREADABLE_DATE
    assert incoming.status is DocumentStatus.CODED


@pytest.mark.parametrize("published", [None, "", "  "])
def test_default_date_stands_in_where_none_is_given(published: str | None) -> None:
    incoming = _admit(EngineOptions(published=date(2021, 1, 1)), text=TEXT, published=published)
    assert incoming.document is not None
    assert incoming.document.published == date(2021, 1, 1)


@pytest.mark.parametrize("field", ["text", "title", "id"])
def test_nul_bytes_are_an_error_of_their_field(field: str) -> None:
    fields = {"id": "x", "text": TEXT, "title": "T"}
    fields[field] += "\0"
    incoming = _admit(**fields)
    assert _reason(incoming) is Reason.NUL_BYTES
    assert incoming.problems[0].field == field
    assert incoming.status is DocumentStatus.ERROR
    assert incoming.document is not None
    assert "\0" not in incoming.document.doc_id + str(incoming.document.title)


def test_html_is_an_error_unless_it_is_stripped() -> None:
    page = "<p>Two men were hurt.</p><p>In the town.</p>"
    assert _reason(_admit(text=page)) is Reason.HTML
    stripped = _admit(EngineOptions(strip_html=True), text=page)
    assert stripped.status is DocumentStatus.CODED
    assert stripped.document is not None
    assert stripped.document.text.split()[:2] == ["Two", "men"]
    assert len(stripped.document.text) == len(page)


def test_long_text_is_an_error_that_names_the_option() -> None:
    incoming = _admit(EngineOptions(max_chars=10), text=TEXT)
    assert _reason(incoming) is Reason.TOO_LONG
    assert "--max-chars is 10" in incoming.problems[0].detail


def test_half_of_a_pair_is_an_error_unless_replaced() -> None:
    broken = TEXT + "\ud83d"
    assert _reason(_admit(text=broken)) is Reason.NOT_UTF8
    mended = Screen(EngineOptions(), replace_surrogates=True).admit(_row(text=broken))
    assert mended.document is not None
    assert mended.document.text == TEXT + "\ufffd"


def test_exact_repeat_is_listed_as_duplicate() -> None:
    screen = Screen(EngineOptions())
    rows = [screen.admit(_row(n, id="x", text=TEXT)) for n in (1, 2, 3)]
    assert [row.status.value for row in rows] == ["coded", "duplicate", "duplicate"]
    ids = [row.document.doc_id for row in rows if row.document is not None]
    assert ids == ["x", "x (repeat 2)", "x (repeat 3)"]
    assert rows[1].reason == "the same text as document x"


def test_repeat_without_an_id_is_a_duplicate_by_its_text() -> None:
    screen = Screen(EngineOptions())
    screen.admit(_row(text=TEXT))
    assert screen.admit(_row(text=TEXT)).status is DocumentStatus.DUPLICATE


def test_same_id_with_another_text_is_an_error_and_the_first_is_kept() -> None:
    screen = Screen(EngineOptions())
    screen.admit(_row(1, id="x", text=TEXT))
    second = screen.admit(_row(2, id="x", text="Another text."))
    assert _reason(second) is Reason.ID_CONFLICT
    assert second.document is None
    assert (second.problems[0].row, second.problems[0].field) == (2, "id")


def test_same_text_under_another_id_is_another_document() -> None:
    screen = Screen(EngineOptions())
    screen.admit(_row(id="x", text=TEXT))
    assert screen.admit(_row(id="y", text=TEXT)).status is DocumentStatus.CODED


def test_refused_document_is_listed_once() -> None:
    screen = Screen(EngineOptions())
    listed = [screen.admit(_row(n, id="x", text=TEXT + "\0")).document for n in (1, 2)]
    assert listed[0] is not None
    assert listed[1] is None


def test_another_language_is_listed_and_not_coded() -> None:
    text = "Los rebeldes atacaron el pueblo durante la noche y mataron a dos de los soldados que "
    incoming = _admit(text=text)
    assert incoming.status is DocumentStatus.OTHER_LANGUAGE
    assert incoming.language == "es"
    assert incoming.problems == ()
    coded = _admit(EngineOptions(detect_language=False), text=text)
    assert coded.status is DocumentStatus.CODED


def test_row_that_could_not_be_read_keeps_its_problem() -> None:
    incoming = Screen(EngineOptions()).admit(RawRow(source="a", row=3, fields=None))
    assert _reason(incoming) is Reason.UNREADABLE_ROW
    assert incoming.status is DocumentStatus.ERROR


def test_white_space_is_no_title() -> None:
    incoming = _admit(text=TEXT, title="  ")
    assert incoming.document is not None
    assert incoming.document.title is None


@pytest.mark.parametrize("text", ["plain", "caf\u00e9", "\U0001f600", "a\ud83db\udc00"])
def test_replacing_broken_pairs_keeps_every_offset(text: str) -> None:
    mended = without_lone_surrogates(text)
    assert len(mended) == len(text)
    mended.encode()
