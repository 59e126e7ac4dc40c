"""Rich renderables for the terminal: a trace, and one event with its words marked."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from coder.explain.describing import event_facts, event_headline, mention_kind, mention_value
from coder.explain.evidence import Mark, cut, event_marks, within
from coder.values.events import Event
from coder.values.labels import Section
from coder.values.text import Document, NormalisedText
from coder.values.trace import DocumentTrace, SentenceTrace

_COLOURS = {
    "perpetrator": "red",
    "victim": "magenta",
    "target": "magenta",
    "killed": "bold magenta",
    "injured": "magenta",
    "source": "blue",
    "weapon": "yellow",
}


def marked_text(text: str, marks: Iterable[Mark]) -> Text:
    """The text with marked pieces underlined; nothing in it is read as markup."""
    drawn = Text()
    for piece in cut(text, marks):
        if not piece.labels:
            drawn.append(piece.text)
            continue
        colour = next((_COLOURS[label] for label in piece.labels if label in _COLOURS), "green")
        drawn.append(piece.text, style=f"underline {colour}")
    return drawn


def render_event(document: Document, event: Event) -> RenderableType:
    """One event: its sentence with the words marked, then its fields."""
    span = event.evidence_sentence
    section = (document.title or "") if span.section is Section.TITLE else document.text
    words = marked_text(
        section[span.start : span.end],
        within(event_marks(event, span.section), span.start, span.end),
    )
    return Panel(
        Group(words, fact_table(event_facts(event))),
        title=Text(event_headline(event)),
        title_align="left",
        subtitle=Text(event.event_id),
        subtitle_align="left",
        border_style="red" if event.countable else "dim",
    )


def fact_table(facts: Iterable[tuple[str, str]]) -> Table:
    """Pairs of name and value, one a line."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    for name, value in facts:
        table.add_row(Text(name), Text(value))
    return table


def render_trace(document: Document, trace: DocumentTrace) -> Iterator[RenderableType]:
    """Everything about a document, sentence by sentence, the events last."""
    marks = {
        section: [mark for event in trace.coded.events for mark in event_marks(event, section)]
        for section in Section
    }
    sections = {section.section: section for section in trace.sections}
    for one in trace.sentences:
        section = one.sentence.section
        yield _sentence(sections[section], one, marks[section])
    for event in trace.coded.events:
        yield render_event(document, event)
    if not trace.coded.events:
        yield Text("No events.", style="dim")


def _sentence(
    section: NormalisedText, trace: SentenceTrace, marks: Sequence[Mark]
) -> RenderableType:
    sentence = trace.sentence
    span = section.original(sentence.start, sentence.end)
    words = marked_text(
        section.original_text[span.start : span.end], within(marks, span.start, span.end)
    )
    parts: list[RenderableType] = [words]
    parts += _tables(trace)
    parts.append(Text(trace.reason, style="bold" if trace.event_ids else "dim"))
    parts += [Text(f"-> {event_id}", style="green") for event_id in trace.event_ids]
    title = "title" if sentence.index < 0 else f"sentence {sentence.index}"
    return Panel(Group(*parts), title=title, title_align="left")


def _tables(trace: SentenceTrace) -> Iterator[RenderableType]:
    yield from _table(
        ("unit", "classes"), [(one.text, ", ".join(one.categories)) for one in trace.units]
    )
    yield from _table(
        ("mention", "words", "read as", "rule"),
        [
            (mention_kind(one).value, one.text, mention_value(one), one.rule_id)
            for one in trace.mentions
        ],
    )
    yield from _table(
        ("group", "words", "features"),
        [(one.kind, one.text, ", ".join(one.features)) for one in trace.chunks],
    )
    yield from _table(
        ("frame", "trigger", "construction", "roles", "record", "why"),
        [
            (
                one.frame_id,
                one.trigger,
                one.construction or "",
                "\n".join(f"{role}: {words}" for role, words in one.roles),
                "yes" if one.accepted else "no",
                one.verdict,
            )
            for one in trace.trials
        ],
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[RenderableType]:
    if not rows:
        return
    table = Table(*head, box=None, header_style="bold", pad_edge=False)
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    yield table
