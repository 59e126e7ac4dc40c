"""HTML: a whole page for a trace, a fragment for a result in a notebook. Every text is escaped.

The page is one file without script, font, picture or style from elsewhere.
"""

from collections.abc import Iterable, Sequence
from html import escape

from coder.explain.describing import event_facts, event_headline, mention_kind, mention_value
from coder.explain.evidence import Mark, cut, event_marks, within
from coder.values.events import Event
from coder.values.labels import Section
from coder.values.text import Document, NormalisedText, Span
from coder.values.trace import DocumentTrace, SentenceTrace

_STYLE = """
.coder{font:15px/1.5 system-ui,sans-serif;color:#1b1b1b;background:#fff;max-width:60rem;margin:auto}
.coder mark{background:#fff3c4;text-decoration:underline;text-underline-offset:3px;color:inherit}
.coder .event,.coder .sentence{border:1px solid #ccc;border-radius:6px;padding:.5rem
1rem;margin:1rem 0} .coder .event{border-left:5px solid #a33}.coder
.event.not-countable{border-left-color:#888} .coder table{border-collapse:collapse;margin:.5rem 0}
.coder td,.coder th{border:1px solid #ddd;padding:.15rem .6rem;text-align:left;vertical-align:top}
.coder .reason{color:#555}.coder .number{color:#888;margin-right:.5rem}
.coder .yes{color:#060}.coder .no{color:#a00}
""".strip()


def marked(text: str, marks: Iterable[Mark]) -> str:
    """The text, escaped; marked pieces are ``mark`` elements that say what they stand for."""
    return "".join(
        f'<mark title="{escape(", ".join(piece.labels))}">{escape(piece.text)}</mark>'
        if piece.labels
        else escape(piece.text)
        for piece in cut(text, marks)
    )


def result_fragment(document: Document, events: Sequence[Event]) -> str:
    """A document's events with the evidence marked, for a notebook."""
    body = "".join(_event(document, event) for event in events) or "<p>No events.</p>"
    return f'<div class="coder"><style>{_STYLE}</style>{body}</div>'


def message_fragment(message: str, details: Iterable[str]) -> str:
    """A few lines of text for a notebook."""
    lines = "".join(f"<li>{escape(line)}</li>" for line in details)
    return f'<div class="coder"><p>{escape(message)}</p><ul>{lines}</ul></div>'


def trace_page(document: Document, trace: DocumentTrace) -> str:
    """One self-contained page: the events, then every sentence with all that was looked at."""
    heading = escape(document.title or document.doc_id)
    events = "".join(_event(document, event) for event in trace.coded.events)
    marks = {
        section: [mark for event in trace.coded.events for mark in event_marks(event, section)]
        for section in Section
    }
    sections = {section.section: section for section in trace.sections}
    sentences = "".join(
        _sentence(sections[one.sentence.section], one, marks[one.sentence.section])
        for one in trace.sentences
    )
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{heading}</title><style>{_STYLE}</style></head>\n"
        f'<body><main class="coder"><h1>{heading}</h1><h2>Events</h2>'
        f"{events or '<p>No events.</p>'}<h2>Sentences</h2>{sentences}</main></body></html>\n"
    )


def _event(document: Document, event: Event) -> str:
    span = event.evidence_sentence
    section = (document.title or "") if span.section is Section.TITLE else document.text
    words = marked(
        section[span.start : span.end],
        within(event_marks(event, span.section), span.start, span.end),
    )
    kind = "event" if event.countable else "event not-countable"
    return (
        f'<div class="{kind}" id="{escape(event.event_id)}"><b>{escape(event_headline(event))}</b>'
        f'<p>{words}</p>{_table((), event_facts(event))}<p class="reason">{escape(event.event_id)}'
        "</p></div>"
    )


def _sentence(section: NormalisedText, trace: SentenceTrace, marks: Sequence[Mark]) -> str:
    sentence = trace.sentence
    span: Span = section.original(sentence.start, sentence.end)
    words = marked(
        section.original_text[span.start : span.end], within(marks, span.start, span.end)
    )
    links = " ".join(
        f'<a href="#{escape(event_id)}">{escape(event_id)}</a>' for event_id in trace.event_ids
    )
    return (
        f'<div class="sentence"><p><span class="number">{sentence.index}</span>{words}</p>'
        f'<p class="reason">{escape(trace.reason)} {links}</p>{_details(trace)}</div>'
    )


def _details(trace: SentenceTrace) -> str:
    trials = _table(
        ("frame", "trigger", "construction", "roles", "record", "why"),
        (
            (
                trial.frame_id,
                trial.trigger,
                trial.construction or "",
                "; ".join(f"{role}: {words}" for role, words in trial.roles),
                "yes" if trial.accepted else "no",
                trial.verdict,
            )
            for trial in trace.trials
        ),
    )
    mentions = _table(
        ("mention", "words", "read as", "rule"),
        (
            (mention_kind(one).value, one.text, mention_value(one), one.rule_id)
            for one in trace.mentions
        ),
    )
    chunks = _table(
        ("group", "words", "features"),
        ((one.kind, one.text, ", ".join(one.features)) for one in trace.chunks),
    )
    units = _table(
        ("unit", "classes"), ((one.text, ", ".join(one.categories)) for one in trace.units)
    )
    parts = (("Frames", trials), ("Mentions", mentions), ("Groups", chunks), ("Units", units))
    return "".join(
        f"<details{' open' if name == 'Frames' else ''}><summary>{name}</summary>{table}</details>"
        for name, table in parts
        if table
    )


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    if not body:
        return ""
    top = "".join(f"<th>{escape(cell)}</th>" for cell in head)
    return f"<table>{f'<tr>{top}</tr>' if top else ''}{body}</table>"
