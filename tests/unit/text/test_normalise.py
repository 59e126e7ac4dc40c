"""One spelling for quotes, dashes and spaces, with offsets that lead back to the user's text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coder.text import normalise
from coder.values.labels import CaseProfile, Section

SAME_LENGTH = {
    "curly quotes": ("\u201cNo\u201d \u2018yes\u2019", "\"No\" 'yes'"),
    "no-break and thin spaces": ("12\u00a0men\u2009fled", "12 men fled"),
    "carriage return and tab": ("one\r\ntwo\tthree", "one \ntwo three"),
    "dashes between numbers": ("20\u201325 men", "20-25 men"),
    "bullets": ("\u2022 Shelling", "* Shelling"),
}
CHANGED_LENGTH = {
    "named entity": ("Marks &amp; Sons", "Marks & Sons", "&", "&amp;"),
    "numeric entity": ("they&#8217;re", "they're", "'", "&#8217;"),
    "hexadecimal entity": ("A&#x26;B", "A&B", "&", "&#x26;"),
    "combining accent": ("Bogota\u0301 fell", "Bogot\u00e1 fell", "\u00e1", "a\u0301"),
    "soft hyphen": ("am\u00adbush", "ambush", "b", "b"),
    "byte order mark": ("\ufeffGunmen", "Gunmen", "G", "G"),
}


@pytest.mark.parametrize(("raw", "expected"), SAME_LENGTH.values(), ids=list(SAME_LENGTH))
def test_one_character_stands_for_one(raw: str, expected: str) -> None:
    section = normalise(raw, Section.TEXT)
    assert section.text == expected
    assert section.breaks == ()


@pytest.mark.parametrize(
    ("raw", "expected", "piece", "original"), CHANGED_LENGTH.values(), ids=list(CHANGED_LENGTH)
)
def test_changed_length_keeps_the_way_back(
    raw: str, expected: str, piece: str, original: str
) -> None:
    section = normalise(raw, Section.TEXT)
    assert section.text == expected
    start = expected.index(piece)
    span = section.original(start, start + len(piece))
    assert raw[span.start : span.end] == original


@pytest.mark.parametrize(
    ("text", "profile"),
    [
        ("GUERRILLAS ATTACKED THE BARRACKS IN AYACUCHO AT DAWN TODAY.", CaseProfile.UPPER),
        ("police open fire on marchers near the bridge, two dead", CaseProfile.LOWER),
        ("Police opened fire on marchers near the bridge.", CaseProfile.MIXED),
        ("1234 5678", CaseProfile.MIXED),
    ],
    ids=["cable", "social media", "news", "no letters"],
)
def test_case_profile_says_what_capitals_prove(text: str, profile: CaseProfile) -> None:
    assert normalise(text, Section.TEXT).case is profile


ODD = st.text(
    alphabet=st.sampled_from("ab \u2019\u00a0&;#8217amp\u0301e\u00ad\U0001f600\r\n."), max_size=60
)


@given(ODD)
def test_every_span_lies_inside_the_original(raw: str) -> None:
    section = normalise(raw, Section.TEXT)
    for start in range(len(section.text)):
        span = section.original(start, start + 1)
        assert 0 <= span.start <= span.end <= len(raw)


@given(ODD)
def test_spans_of_neighbours_do_not_cross(raw: str) -> None:
    section = normalise(raw, Section.TEXT)
    starts = [section.original(at, at + 1).start for at in range(len(section.text))]
    assert starts == sorted(starts)
