"""Traces and records as HTML and on the terminal."""

import io
from html.parser import HTMLParser

import pytest
from rich.console import Console

from coder.api.coding import Coder
from coder.explain.describing import bounds, event_facts
from coder.explain.page import trace_page
from coder.explain.stored import render_table, render_whole
from coder.explain.terminal import render_event, render_trace
from coder.formats.stored import find_event
from tests.unit.records.made import ATTACK, DOCUMENT, PLAN

EVIL = 'Gunmen killed three <script>alert(1)</script> "policemen" in Kirkuk [bold]on[/bold] Monday.'


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(plugins=False)


def _printed(*parts: object) -> str:
    printed = io.StringIO()
    console = Console(file=printed, width=200, color_system=None)
    for part in parts:
        console.print(part)
    return printed.getvalue()


class _Outline(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("src", "href")]


def test_page_is_self_contained_and_escaped(coder: Coder) -> None:
    explanation = coder.explain(EVIL, title="<i>Title</i>", published="2017-12-12")
    page = explanation.to_html()
    outline = _Outline()
    outline.feed(page)
    assert not {"script", "link", "img", "iframe", "i"} & set(outline.tags)
    assert all(link.startswith("#") for link in outline.links)
    assert "mark" in outline.tags
    assert "&lt;script&gt;" in page


def test_page_says_why_there_is_no_record(coder: Coder) -> None:
    page = coder.explain("The shop sold tea at noon.").to_html()
    assert "No events." in page
    assert "no trigger" in page


def test_terminal_shows_the_text_as_it_is(coder: Coder) -> None:
    explanation = coder.explain(EVIL, published="2017-12-12")
    printed = _printed(*render_trace(explanation.document, explanation.trace))
    assert "[bold]on[/bold]" in printed
    assert "<script>" in printed
    assert "No events." in _printed(*coder.explain("The shop opened.").renderables())


def test_event_is_drawn_with_its_fields() -> None:
    printed = _printed(render_event(DOCUMENT, ATTACK), render_event(DOCUMENT, PLAN))
    assert "countable" in printed
    assert "not countable" in printed
    for name, value in event_facts(ATTACK):
        assert name in printed
        assert value.split()[0] in printed


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ((None, None, None), "?"),
        ((3, 3, 3), "3"),
        ((23, 23, None), "23 (23 to ?)"),
        ((None, None, 5), "? (? to 5)"),
        ((0, 0, 0), "0"),
    ],
)
def test_bounds_never_hide_what_is_unknown(
    given: tuple[int | None, int | None, int | None], shown: str
) -> None:
    assert bounds(*given) == shown


def test_stored_event_is_shown_whole_with_its_words(coder: Coder) -> None:
    result = coder.code(EVIL, published="2017-12-12", id="a")
    tables = result.tables()
    event_id = result.events[0].event_id
    found = find_event(tables, event_id)
    printed = _printed(render_whole(found.row, found.parts))
    assert "[bold]on[/bold]" in printed
    assert "killed_best" in printed
    assert "Gunmen killed three" in printed


def test_table_of_events_has_a_row_each(coder: Coder) -> None:
    events = coder.code(EVIL, published="2017-12-12").to_polars().to_dicts()
    printed = _printed(render_table(events))
    assert str(events[0]["event_type"]) in printed
    assert "2017-12-11" in printed


def test_page_of_a_document_without_a_title_is_named_after_it(coder: Coder) -> None:
    explanation = coder.explain("Nothing.", id="n1")
    assert "<title>n1</title>" in trace_page(explanation.document, explanation.trace)
