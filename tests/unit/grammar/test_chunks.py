"""Noun groups, verb groups and what stands between them."""

import pytest

from coder.grammar.chunks import chunk


def kinds(tags: str) -> str:
    return "".join(group.kind for group in chunk(tags))


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        pytest.param("NX#NPE.", "NXNPN.", id="active clause"),
        pytest.param("#NBXPN.", "NVPN.", id="passive"),
        pytest.param("NHBGDN", "NVN", id="perfect progressive"),
        pytest.param("NMVDN", "NVN", id="modal"),
        pytest.param("NXTVDN", "NXIN", id="infinitive"),
        pytest.param("N,GDN", "N,GN", id="participle behind a comma"),
        pytest.param("NX#NJ", "NXNJ", id="adjective behind its noun"),
        pytest.param("NBJ", "NVJ", id="predicate"),
        pytest.param("DttnnX", "NX", id="day inside a noun group"),
        pytest.param("Ptt,NX", "Pt,NX", id="day of its own"),
        pytest.param("PN#NBX", "PNNV", id="number begins a group"),
        pytest.param("RSN", "N", id="possessive pronoun"),
    ],
)
def test_chunk_kinds(tags: str, expected: str) -> None:
    assert kinds(tags) == expected


def test_verb_group_knows_voice_modal_and_negation() -> None:
    (_, group) = chunk("NM!BX")
    assert (group.passive, group.negated, group.modal, group.aux) == (True, True, 1, "M!B")


def test_head_of_a_noun_group_is_its_last_noun() -> None:
    (group,) = chunk("DJNE")
    assert group.head == 3


def test_group_without_a_noun_has_its_last_word_for_head() -> None:
    (group, _) = chunk("##,")
    assert group.head == 1


def test_a_line_of_nouns_costs_no_more_than_its_length() -> None:
    assert len(chunk("N" * 5000)) == 125
