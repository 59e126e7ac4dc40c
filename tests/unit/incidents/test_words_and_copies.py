import polars as pl

from coder.incidents.copies import find_copies, group_pairs
from coder.incidents.options import LinkOptions
from coder.incidents.words import MASKS, word_columns, word_masks
from tests.unit.incidents.made import frames

LONG = "Twelve people were killed when a car bomb went off at a market in the old town of Kuda."
EDITED = f"(AGENCY) {LONG}"
OTHER = "An explosion in Kuda left a dozen dead, hospital staff told reporters on the phone today."


def _overlap(first: str, second: str) -> float:
    masks = word_masks(pl.Series([first, second]))
    both = either = 0
    for name in MASKS:
        a, b = masks[name].to_list()
        both += (a & b).bit_count()
        either += (a | b).bit_count()
    return both / either


def test_masks_tell_how_many_content_words_two_texts_share() -> None:
    assert _overlap(LONG, LONG) == 1
    assert _overlap(LONG, EDITED) > 0.7
    assert _overlap(LONG, OTHER) < 0.3


def test_short_words_and_numbers_are_no_content() -> None:
    assert word_masks(pl.Series(["12 of the 40"])).select(pl.sum_horizontal(MASKS)).item() == 0


def test_a_text_without_words_has_no_columns() -> None:
    found = word_columns(pl.Series(["", None, "!!"], dtype=pl.String))
    assert found.height == 3
    assert found.null_count().sum_horizontal().item() == 3 * found.width
    assert word_columns(pl.Series([], dtype=pl.String)).is_empty()


def _copy_groups(*texts: str, sources: dict[str, str] | None = None) -> list[int]:
    tables = frames([{"evidence_text": text} for text in texts], sources)
    words = word_columns(tables["events"]["evidence_text"])
    return find_copies(tables["events"], words, tables["documents"], LinkOptions())[
        "copy"
    ].to_list()


def test_an_edited_wire_copy_is_a_copy_and_another_wording_is_none() -> None:
    assert _copy_groups(LONG, EDITED, OTHER) == [0, 0, 2]


def test_a_short_sentence_is_no_proof_of_a_copy() -> None:
    assert _copy_groups("Bomb kills two in Kuda.", "Bomb kills two in Kuda.") == [0, 1]


def test_equal_texts_are_copies_however_short() -> None:
    tables = frames([{"evidence_text": "Bomb."}, {"evidence_text": "Shots."}])
    same = tables["documents"].with_columns(text_sha256=pl.lit("f" * 64))
    words = word_columns(tables["events"]["evidence_text"])
    groups = find_copies(tables["events"], words, same, LinkOptions())
    assert groups["copy"].to_list() == [0, 0]


def test_groups_are_named_by_their_smallest_member() -> None:
    pairs = pl.DataFrame({"a": [4, 2], "b": [2, 1]}, schema={"a": pl.UInt32, "b": pl.UInt32})
    assert group_pairs(5, pairs).to_list() == [0, 1, 1, 3, 1]
