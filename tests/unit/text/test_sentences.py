"""Where sentences end: abbreviations, capitals, quotes, glued stops, line breaks."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.text import sentence_spans

CASES = {
    "plain": ("The army left. The town rejoiced.", ["The army left.", "The town rejoiced."]),
    "titles": (
        "Gen. Ruiz met Lt. Col. Ortega. They agreed.",
        ["Gen. Ruiz met Lt. Col. Ortega.", "They agreed."],
    ),
    "initials": ("J. P. Okello was shot. He died.", ["J. P. Okello was shot.", "He died."]),
    "country acronym inside": (
        "The U.S. Marines left. No one was hurt.",
        ["The U.S. Marines left.", "No one was hurt."],
    ),
    "country acronym at the end": (
        "He flew to the U.S. The trial goes on.",
        ["He flew to the U.S.", "The trial goes on."],
    ),
    "no space behind the stop": (
        "The rebels fled.The army followed.",
        ["The rebels fled.", "The army followed."],
    ),
    "no space in capitals": (
        "THE REBELS FLED.THE ARMY FOLLOWED.",
        ["THE REBELS FLED.", "THE ARMY FOLLOWED."],
    ),
    "closing quote": (
        '"We will not leave." He hung up.',
        ['"We will not leave."', "He hung up."],
    ),
    "decimal point and clock": (
        "Some 3.5 tons blew up at 10.30 a.m. on Sunday. Nobody saw it.",
        ["Some 3.5 tons blew up at 10.30 a.m. on Sunday.", "Nobody saw it."],
    ),
    "month abbreviation": (
        "It began on Dec. 3 in Aden. It ended soon.",
        ["It began on Dec. 3 in Aden.", "It ended soon."],
    ),
    "question": ("Who fired? Police deny it.", ["Who fired?", "Police deny it."]),
    "ellipsis that goes on": (
        "They waited ... and left. It was late.",
        ["They waited ... and left.", "It was late."],
    ),
    "lines are paragraphs": (
        "Clash near Mopti\nTwo men died\nThe end",
        ["Clash near Mopti", "Two men died", "The end"],
    ),
    "bullets": (
        "- Shells fell on Taiz\n- A bridge was hit",
        ["- Shells fell on Taiz", "- A bridge was hit"],
    ),
    "dashes between items": (
        "Four died in Gao. -- A bomb hit a train. - Gen. Ruiz agreed. \u2014 He left.",
        ["Four died in Gao.", "-- A bomb hit a train.", "- Gen. Ruiz agreed.", "\u2014 He left."],
    ),
    "pictures in front": (
        "Two died \U0001f622. \U0001f4a5 A bomb hit Gao! \u26a0\ufe0f \U0001f1f2\U0001f1f1 Go.",
        [
            "Two died \U0001f622.",
            "\U0001f4a5 A bomb hit Gao!",
            "\u26a0\ufe0f \U0001f1f2\U0001f1f1 Go.",
        ],
    ),
    "a dash inside a sentence": (
        "The general - Gen. Ruiz - and Lt. - later Capt. - Mora left.",
        ["The general - Gen. Ruiz - and Lt. - later Capt. - Mora left."],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=list(CASES))
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == expected


def test_hard_wrapped_lines_are_no_sentence_ends() -> None:
    text = (
        "The column left the provincial capital before dawn on Tuesday and\n"
        "was ambushed near the second bridge by some forty men who had been\n"
        "waiting in the reeds. Six soldiers died and two trucks were burnt\n"
        "before help arrived.\n\nThe army gave no reason.\n"
    )
    found = [" ".join(text[start:end].split()) for start, end in sentence_spans(text)]
    assert found == [
        (
            "The column left the provincial capital before dawn on Tuesday and was ambushed near "
            "the second bridge by some forty men who had been waiting in the reeds."
        ),
        "Six soldiers died and two trucks were burnt before help arrived.",
        "The army gave no reason.",
    ]


def test_a_line_without_end_is_cut_at_spaces() -> None:
    text = "word " * 5000
    spans = sentence_spans(text)
    assert max(end - start for start, end in spans) <= 1500
    assert "".join(text[a:b] for a, b in spans).replace(" ", "") == text.replace(" ", "")


@given(st.text(alphabet=st.sampled_from("aB.!? \n\"'()3-\u2026"), max_size=80))
def test_spans_are_ordered_trimmed_and_lose_no_word(text: str) -> None:
    spans = sentence_spans(text)
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    kept = "".join(text[start:end] for start, end in spans)
    assert "".join(kept.split()) == "".join(text.split())
