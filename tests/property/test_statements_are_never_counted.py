"""What somebody threatens, offers or asks for is a row of its own, never a counted event."""

from datetime import date

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

import coder

SPEAKERS = ("The rebels", "The army", "A spokesman for the front", "The governor", "Villagers")
SAID = (
    "threatened to attack {place}",
    "vowed to bomb {place}",
    "warned that gunmen might attack {place}",
    "denied that soldiers killed farmers in {place}",
    "demanded that the army withdraw from {place}",
    "urged the militia not to burn houses in {place}",
    "called for an end to the attacks on {place}",
    "offered a ceasefire in {place}",
    "promised to punish any attack on {place}",
    "rejected a plan to raid {place}",
)
PLACES = ("Gao", "Kunduz", "Donetsk", "Jolo", "Arauca", "Mopti")

sentences = st.builds(
    lambda speaker, said, place: f"{speaker} {said.format(place=place)}.",
    st.sampled_from(SPEAKERS),
    st.sampled_from(SAID),
    st.sampled_from(PLACES),
)


@given(st.lists(sentences, min_size=1, max_size=5))
def test_a_text_of_statements_has_no_countable_event(told: list[str]) -> None:
    result = coder.code(" ".join(told), published=date(2015, 6, 10), id="said")
    assert not [event.evidence_text for event in result.events if event.countable]


@given(st.lists(sentences, min_size=1, max_size=5))
def test_every_row_can_be_checked_in_the_text(told: list[str]) -> None:
    text = " ".join(told)
    tables = coder.code(text, published=date(2015, 6, 10), id="said").tables()
    rows = tables["statements"]
    assert rows["statement_id"].is_unique().all()
    events = set(tables["events"]["event_id"])
    for row in rows.iter_rows(named=True):
        assert text[row["char_start"] : row["char_end"]] == row["text"]
        assert text[row["trigger_start"] : row["trigger_end"]] == row["trigger_text"]
        for role in ("speaker", "addressee", "topic"):
            words = row[f"{role}_text"]
            assert (words is None) == (row[f"{role}_start"] is None)
            if words is not None:
                assert text[row[f"{role}_start"] : row[f"{role}_end"]] == words
        assert row["event_id"] is None or row["event_id"] in events


@given(sentences)
def test_each_of_them_is_told(said: str) -> None:
    context = "Gunmen killed three traders near Ber on Monday."
    tables = coder.code(f"{context} {said}", published=date(2015, 6, 10), id="said").tables()
    assert tables["statements"].filter(pl.col("sent_idx") == 1).height >= 1
