"""``coder aggregate``: what it prints, writes and refuses."""

from pathlib import Path

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from coder import aggregate
from tests.cli.conftest import Command

TEXTS = {
    "a.txt": "Gunmen killed three policemen in Kirkuk on Monday.",
    "b.txt": "A roadside bomb wounded two soldiers near Mosul on Sunday, the army said.",
    "c.txt": "The rebels threatened to kill the mayor of Basra.",
}


@pytest.fixture
def records(tmp_path: Path, command: Command) -> Path:
    (tmp_path / "texts").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "texts" / name).write_text(text, encoding="utf-8")
    out = tmp_path / "records"
    assert command("code", tmp_path / "texts", "--published", "2017-12-12", "-o", out).code == 0
    return out


def test_a_command_prints_what_the_function_finds(command: Command, records: Path) -> None:
    done = command("aggregate", "fatalities", records, "--by", "country", "--by", "week")
    events = pl.read_parquet(records / "events.parquet")
    expected = aggregate.fatalities(events, ["country", "week"])
    assert done.code == 0
    assert done.out == expected.write_csv()
    assert done.err == ""


@pytest.mark.parametrize("suffix", [".parquet", ".arrow", ".csv"])
def test_a_result_goes_to_a_file_once(command: Command, records: Path, suffix: str) -> None:
    out = records.with_name(f"quality{suffix}")
    assert command("aggregate", "quality", records, "-o", out).code == 0
    expected = aggregate.quality(pl.read_parquet(records / "events.parquet"))
    if suffix == ".csv":
        assert out.read_text(encoding="utf-8") == expected.write_csv()
    else:
        read = pl.read_parquet if suffix == ".parquet" else pl.read_ipc
        assert_frame_equal(read(out), expected)
    assert command("aggregate", "quality", records, "-o", out).code == 2
    assert command("aggregate", "quality", records, "-o", out, "--force").code == 0


def test_groups_may_be_listed_with_commas(command: Command, records: Path) -> None:
    listed = command("aggregate", "fatalities", records, "--by", "country,week")
    repeated = command("aggregate", "fatalities", records, "--by", "country", "--by", "week")
    assert listed.code == 0
    assert listed.out == repeated.out


def test_options_reach_the_function(command: Command, records: Path) -> None:
    done = command(
        *("aggregate", "timeseries", records, "--freq", "week", "--week-start", "sunday"),
        *("--dates", "split", "--type", "killing", "--all", "--reports", "--measure", "killed"),
    )
    header, row = done.out.splitlines()
    assert header == "week,event_type,n_events,n_incidents,killed_sum,killed_n_known,filter"
    # The threat names a killing as well; --all counts it.
    assert row.endswith("event_type=killing; dates=split; week_start=sunday")
    assert done.out.count("killing") == 2


def test_plans_and_threats_are_left_out(command: Command, records: Path) -> None:
    few = command("aggregate", "fatalities", records, "--by", "event_type").out
    every = command("aggregate", "fatalities", records, "--by", "event_type", "--all").out
    assert few.count("countable; representative") == 2
    assert "all rows" not in few
    assert every.count("\n") >= few.count("\n")


def test_units_of_a_panel_come_from_a_file_or_the_gazetteer(
    command: Command, records: Path
) -> None:
    span = ("--start", "2017-12-01", "--end", "2017-12-31", "--freq", "month")
    listed = records.with_name("units.csv")
    listed.write_text("iso3,note\nIRQ,home\nSYR,\n", encoding="utf-8")
    found = command(
        "aggregate", "panel", records, "--unit", "country", "--units", listed, *span
    ).out
    assert [line.split(",")[:2] for line in found.splitlines()[1:]] == [
        ["IRQ", "2017-12-01"],
        ["SYR", "2017-12-01"],
    ]
    frame = pl.DataFrame({"iso3": ["IRQ"]})
    frame.write_parquet(records.with_name("units.parquet"))
    found = command(
        *("aggregate", "panel", records, "--unit", "country", *span),
        *("--units", records.with_name("units.parquet"), "--covers", "dateline_iso3"),
    ).out
    assert "coverage=iso3=dateline_iso3" in found
    provinces = command("aggregate", "panel", records, "--country", "IRQ", *span).out
    assert provinces.count("\n") == aggregate.country_units("IRQ").height + 1


def test_a_table_of_incidents_can_be_counted(command: Command, records: Path) -> None:
    done = command("aggregate", "fatalities", records, "--by", "country", "--incidents")
    assert done.out.splitlines()[1].startswith("IRQ,2,2,1,")


def test_nested_records_and_an_events_file_can_be_counted(command: Command, records: Path) -> None:
    texts = records.with_name("texts")
    for name in ("events.jsonl", "events.csv"):
        out = records.with_name(name)
        command("code", texts, "--published", "2017-12-12", "-o", out)
        found = command("aggregate", "fatalities", out, "--by", "country").out
        assert found == command("aggregate", "fatalities", records, "--by", "country").out
    lacking = command("aggregate", "sources", records.with_name("events.csv"))
    assert lacking.code == 2
    assert "holds no table attributions" in lacking.err


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["fatalities", "--by", "week", "--by", "year"], 2, "group by one period"),
        (["fatalities", "--by", "mood"], 3, "events has no column mood"),
        (["fatalities", "--type", "picnic"], 2, "no event type: picnic"),
        (["panel", "--start", "2017-01-01", "--end", "2017-01-02"], 2, "either from a file or"),
        (
            ["panel", "--start", "2017-01-01", "--end", "2017-01-02", "--country", "ATLANTIS"],
            2,
            "the gazetteer has no admin1 of ATLANTIS",
        ),
        (
            ["panel", "--start", "2017-01-01", "--end", "2017-01-02", "--units", "units.csv"],
            2,
            "units.csv: has no column iso3, admin1_name",
        ),
        (
            ["panel", "--start", "2017-01-01", "--end", "2017-01-02", "--units", "no.parquet"],
            2,
            "cannot be read",
        ),
    ],
)
def test_wrong_choices_are_refused(
    *,
    command: Command,
    records: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    code: int,
    message: str,
) -> None:
    monkeypatch.chdir(records.parent)
    Path("units.csv").write_text("name\nGao\n", encoding="utf-8")
    Path("no.parquet").write_text("no", encoding="utf-8")
    done = command("aggregate", arguments[0], records, *arguments[1:])
    assert done.code == code
    assert message in " ".join(done.err.split())


def test_a_folder_without_the_table_is_named(command: Command, records: Path) -> None:
    (records / "actors.parquet").unlink()
    done = command("aggregate", "by-perpetrator", records)
    assert done.code == 2
    assert "holds no actors.parquet" in done.err
    (records / "events.parquet").write_text("broken", encoding="utf-8")
    assert "cannot be read as Parquet" in command("aggregate", "quality", records).err


def test_a_chart_is_drawn_once(command: Command, records: Path) -> None:
    pytest.importorskip("matplotlib", reason="charts need the extra plot")
    out = records.with_name("types.svg")
    done = command("chart", "event-types", records, "--freq", "week", "-o", out, "--title", "Iraq")
    assert (done.code, done.err) == (0, "")
    assert "<svg" in out.read_text(encoding="utf-8")
    assert command("chart", "event-types", records, "-o", out).code == 2
    assert command("chart", "deaths", records, "-o", out, "--force", "--all").code == 0
    wrong = command("chart", "deaths", records, "-o", out.with_suffix(".doc"))
    assert wrong.code == 2
    assert "a chart is .svg, .png or .pdf" in wrong.err
    (records / "documents.parquet").unlink()
    assert "holds no documents.parquet" in command("chart", "deaths", records, "-o", "a.svg").err
