"""The newswire's gold and its scorer; the articles here are ours."""

from pathlib import Path

import pytest

import coder
from benchmarks import wire
from benchmarks.notes import HALVES, Note
from benchmarks.wire import (
    FIGURES,
    Gold,
    absent,
    answers,
    fit,
    main,
    measured,
    pair,
    read_articles,
    read_gold,
)
from coder.records.models import Event

HEADER = "\t".join(wire._COLUMNS)  # noqa: SLF001 - the gold of a test has the same columns
RAID = "Gunmen killed three farmers in the town of Mopti, Mali, on Monday, police said."
BLAST = "A bomb wounded two traders at a market in Kano, Nigeria, on Sunday, doctors said."


def _gold(folder: Path, *lines: str) -> dict[str, Gold]:
    folder.mkdir(exist_ok=True)
    (folder / "developed.tsv").write_text("\n".join((HEADER, *lines)), encoding="utf-8")
    return read_gold("developed", folder)


def _article(folder: Path, text: str, *lines: str) -> Note:
    (gold,) = _gold(folder, *lines).values()
    return Note(id="lee0", published=None, text=text, expect={"gold": gold})


def _line(event: str = "1", **cells: str) -> str:
    told = {
        "doc_id": "lee0", "event": event, "event_type": "killing|armed_attack", "violent": "yes",
        "required": "yes", "reason": "made up",
    }  # fmt: skip
    values = told | cells
    return "\t".join(values.get(column, "") for column in wire._COLUMNS)  # noqa: SLF001


MALI = {"killed": "3", "iso3": "MLI", "place": "Mopti", "perpetrator": "Gunmen"}
KANO = {"event_type": "bombing", "injured": "2", "iso3": "NGA", "place": "Kano"}
QUIET = _line("0", event_type="none", violent="", required="")


def _figures(article: Note) -> dict[str, list[bool]]:
    found: dict[str, list[bool]] = {}
    for answer in answers([article]):
        found.setdefault(answer.figure, []).append(answer.is_right)
    return found


def test_the_gold_has_a_line_for_each_article_and_the_halves_share_none() -> None:
    developed, held = (read_gold(half) for half in HALVES)
    assert (len(developed), len(held)) == (120, 100)
    assert not developed.keys() & held.keys()
    for gold in (*developed.values(), *held.values()):
        assert all(act.event_types for act in gold.acts)
    assert sum(act.is_required for gold in held.values() for act in gold.violent) >= 20
    assert sum(not gold.violent for gold in held.values()) >= 70


def test_acts_that_were_found_are_judged_field_by_field(tmp_path: Path) -> None:
    article = _article(
        tmp_path, f"{RAID} {BLAST}", _line(**MALI), _line("2", **KANO, perpetrator="soldiers")
    )
    assert _figures(article) == {
        "found": [True, True], "true": [True, True], "exact": [True], "deaths": [True],
        "killed": [True, True], "injured": [True], "type": [True, True],
        "country": [True, True], "place": [True, True], "perpetrator": [True, False],
    }  # fmt: skip


def test_a_missed_act_and_a_false_one_are_no_exact_article(tmp_path: Path) -> None:
    article = _article(tmp_path, RAID, _line(**KANO))
    assert _figures(article) == {
        "found": [False], "true": [False], "exact": [False], "deaths": [False],
    }  # fmt: skip


def test_violence_in_an_article_without_it_breaks_the_quiet(tmp_path: Path) -> None:
    assert _figures(_article(tmp_path, RAID, QUIET)) == {"quiet": [False], "true": [False]}
    assert _figures(_article(tmp_path, "The council met.", QUIET)) == {"quiet": [True]}


def test_a_judgement_call_is_neither_asked_nor_held_against_a_record(tmp_path: Path) -> None:
    call = _line(**MALI, required="optional")
    assert _figures(_article(tmp_path, RAID, call)) == {"deaths": [True]}
    assert _figures(_article(tmp_path, "The council met.", call)) == {"deaths": [True]}


def _events(text: str) -> list[Event]:
    return [event for event in coder.code(text).events if event.countable]


def test_each_act_gets_the_record_of_its_own_place(tmp_path: Path) -> None:
    lines = (_line(**MALI), _line("2", **MALI | {"place": "Gao|Mopti", "killed": "1"}))
    (gold,) = _gold(tmp_path, *lines).values()
    gao = _events("Gunmen killed a farmer in the town of Gao, Mali, on Friday.")
    found = pair(gold.acts, [*gao, *_events(RAID)])
    assert [(it.act.number, it.event.place.place_name) for it in found] == [
        ("1", "Mopti"),
        ("2", "Gao"),
    ]


def test_a_second_record_of_one_act_stands_for_nothing(tmp_path: Path) -> None:
    (gold,) = _gold(tmp_path, _line(**MALI)).values()
    assert len(pair(gold.acts, [*_events(RAID), *_events(RAID)])) == 1


@pytest.mark.parametrize(
    ("cells", "fits"),
    [
        pytest.param(MALI, True, id="type-place-and-dead"),
        pytest.param({"iso3": "NGA", "place": "Kano"}, False, id="type-alone"),
        pytest.param({"iso3": "NGA", "place": "Kano", "killed": "3"}, True, id="type-and-dead"),
        pytest.param({"event_type": "bombing", "iso3": "MLI"}, False, id="like-type-and-country"),
        pytest.param({"event_type": "bombing"} | MALI, True, id="like-type-and-more"),
        pytest.param({"event_type": "abduction", "iso3": "MLI"}, False, id="other-type"),
    ],
)
def test_what_has_to_agree_for_a_record_to_stand_for_an_act(
    tmp_path: Path, cells: dict[str, str], fits: bool
) -> None:
    (gold,) = _gold(tmp_path, _line(**cells)).values()
    (event,) = _events(RAID)
    assert (fit(gold.acts[0], event) > 0) is fits


def test_arrests_are_counted_apart(tmp_path: Path) -> None:
    line = _line(event_type="arrest", violent="no", iso3="KEN", place="Nakuru")
    article = _article(tmp_path, "Police arrested nine men in Nakuru, Kenya, on Friday.", line)
    assert _figures(article) == {
        "quiet": [True], "arrests_found": [True], "arrests_true": [True],
    }  # fmt: skip


def test_the_dead_may_be_told_as_a_sum_or_one_by_one(tmp_path: Path) -> None:
    (gold,) = _gold(
        tmp_path, _line(killed="100|96"), _line("2", killed="8", required="optional")
    ).values()
    assert gold.deaths() == {100, 96, 108, 104}
    (gold,) = _gold(tmp_path, _line(killed="100"), _line("total", killed="100|96")).values()
    assert gold.deaths() == {100, 96}
    assert len(gold.acts) == 1


def test_a_line_with_a_column_too_few_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"developed\.tsv, line 2"):
        _gold(tmp_path, "lee0\t1\tkilling")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder like the real one: as many articles, each of them the same."""
    (tmp_path / "lee_background.cor").write_text(f"{RAID}\n \n" * 300, encoding="utf-8")
    (tmp_path / "lee.cor").write_text(f"{BLAST}\n" * 50, encoding="utf-8")
    return tmp_path


def test_articles_are_the_lines_their_ids_name(texts: Path) -> None:
    articles = {article.id: article for article in read_articles("held", texts=texts)}
    assert articles["lee299"].text == RAID
    assert articles["leeb49"].text == BLAST


def test_without_the_texts_it_says_why_and_measures_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("CODER_WIRE", str(tmp_path))
    assert measured() == {}
    assert main([]) == 0
    assert "lee_background.cor and lee.cor not in" in capsys.readouterr().out
    assert "CODER_WIRE" in (absent(None) or "")


def test_errors_of_the_held_half_are_never_printed(
    texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--texts", str(texts), "--errors"])
    printed = capsys.readouterr().out
    assert "! quiet lee0:" in printed
    assert not [name for name in read_gold("held") if f" {name}:" in printed]
    assert all(f"\n{figure} " in f"\n{printed}" for figure in FIGURES)
