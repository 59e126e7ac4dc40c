"""Documents for the laws: sentences of the phenomena in any order, and text nobody would write."""

from datetime import date

from hypothesis import strategies as st

from coder.values.text import Document
from tests.corpus.engine import phenomena

SENTENCES = tuple(
    sorted(
        {
            case.text
            for _, phenomenon in phenomena()
            for case in phenomenon.cases
            if case.text.isprintable()
        }
    )
)
_DAYS = st.dates(min_value=date(1980, 1, 1), max_value=date(2035, 12, 31))
_MARKS = st.sampled_from(
    [
        "\n\n",
        "\r\n",
        " -- ",
        "&amp;",
        "&#8217;",
        "\u201c",
        "\u2019s",
        "e\u0301",
        "\U0001f4a5",
        "\u00a0",
    ]
)
_FRAGMENTS = (
    "17 dead",
    "Four killed, nine wounded",
    "Dead: 4. Injured: 2",
    "Killed: 3 soldiers, 2 civilians",
    "including two children",
    "The dead included six officers",
    "one of them died",
    "two more died",
    "all three",
    "a Briton and a Dane",
    "and five others wounded",
    "no one was hurt",
    "a car bomb",
    "gunmen",
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Whole sentences, shuffled, in capitals or not, with odd characters between."""
    picked = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
    pieces = []
    for sentence in picked:
        pieces.append(sentence.upper() if draw(st.booleans()) and draw(st.booleans()) else sentence)
        pieces.append(draw(st.one_of(st.just(" "), _MARKS)))
    return Document(
        doc_id="made",
        text="".join(pieces),
        title=draw(st.none() | st.sampled_from(SENTENCES)),
        published=draw(st.none() | _DAYS),
    )


def any_text() -> st.SearchStrategy[str]:
    """Any code points, words of the trade in a soup, and sentences cut off at both ends."""
    words = sorted({word for sentence in SENTENCES for word in sentence.split()})
    soup = st.lists(st.sampled_from(words), max_size=40).map(" ".join)
    return st.one_of(st.text(max_size=200), soup, _cut_off())


@st.composite
def _cut_off(draw: st.DrawFn) -> str:
    """Some words of a sentence in their order, with a mark before and behind or none."""
    words = draw(st.sampled_from(SENTENCES)).split()
    first = draw(st.integers(min_value=0, max_value=len(words) - 1))
    last = draw(st.integers(min_value=first + 1, max_value=len(words)))
    marks = st.sampled_from(
        ["", "", ")", "(", ",", '"', ":", " 12 km", " of", " the", " and", " /"]
    )
    return draw(marks) + " ".join(words[first:last]) + draw(marks)


def notes() -> st.SearchStrategy[str]:
    """Short notes of tolls, labels and means without a verb, with any mark between or none."""
    told = st.sampled_from([*_FRAGMENTS, *_FRAGMENTS, *SENTENCES])
    marks = st.sampled_from([" ", ". ", ", ", "; ", "\n", " (", ": ", "\n- "])
    return st.lists(st.tuples(told, marks), min_size=1, max_size=7).map(
        lambda pieces: "".join(part for piece in pieces for part in piece)
    )
