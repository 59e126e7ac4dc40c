"""Dates written with the month names of other languages, and who reads them."""

import ast
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

import pytest

from coder.mentions.times import dates as times_dates
from coder.mentions.times.finder import find_times
from coder.mentions.times.foreign_dates import read_foreign
from coder.mentions.times.words import foreign_months
from coder.values.mentions import TimeExpression

ROOT = Path(__file__).resolve().parents[3]
DAY = date(2018, 1, 15)


def _found(text: str, reference: date | None = DAY) -> list[TimeExpression]:
    return list(find_times(text, 0, len(text), reference))


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("Ocurrió el 15 de septiembre de 2016.", "15 de septiembre de 2016", date(2016, 9, 15)),
        ("Le 3 mars, le pont a sauté.", "3 mars", date(2017, 3, 3)),
        ("Am 3. Oktober 2014 brannte es.", "3. Oktober 2014", date(2014, 10, 3)),
        ("Il 9 maggio 2015 a Tripoli.", "9 maggio 2015", date(2015, 5, 9)),
        ("Взрыв 5 марта 2015 года.", "5 марта 2015", date(2015, 3, 5)),
        ("Обстріл 20 червня 2017 року.", "20 червня 2017", date(2017, 6, 20)),
        ("انفجار في 20 مايو 2017 قرب الجسر", "20 مايو 2017", date(2017, 5, 20)),
        ("انفجار في 20 آذار 2017 قرب الجسر", "20 آذار 2017", date(2017, 3, 20)),
    ],
    ids=["spanish", "french", "german", "italian", "russian", "ukrainian", "arabic", "levantine"],
)
def test_dates_with_months_of_other_languages(text: str, words: str, day: date) -> None:
    [found] = _found(text)
    assert (found.text, found.first, found.last) == (words, day, day)


def test_latin_month_names_are_read_by_our_own_list(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("the library was asked")

    monkeypatch.setattr(times_dates, "read_foreign", fail)
    assert [found.first for found in _found("Ocurrió el 4 de abril de 2016.")] == [date(2016, 4, 4)]
    with pytest.raises(AssertionError, match="was asked"):
        _found("Взрыв 5 марта 2015 года.")


@pytest.mark.parametrize(
    "text",
    [
        "Blasts shook the 15 de Septiembre neighborhood.",
        "BLASTS SHOOK THE 15 DE SEPTIEMBRE NEIGHBORHOOD.",
        "The march went along Avenida 9 de Julio.",
        "The 2 de Mayo brigade took the hill.",
    ],
)
def test_a_day_that_names_a_street_or_a_group_is_no_date(text: str) -> None:
    assert _found(text) == []


@pytest.mark.parametrize("text", ["Le 31 février 2016.", "El 45 de marzo de 2016."])
def test_days_outside_the_calendar_are_no_dates_of_that_month(text: str) -> None:
    assert all(found.first is None or found.first.day not in {31, 45} for found in _found(text))


def test_without_a_report_date_a_day_without_a_year_stays_open() -> None:
    [found] = _found("Ocurrió el 15 de septiembre.", None)
    assert (found.text, found.first) == ("15 de septiembre", None)


@pytest.mark.skipif(
    tuple(map(int, version("dateparser").split(".")[:2])) < (1, 5),
    reason="the list has months of languages that older releases of the library do not know",
)
def test_our_months_are_those_the_library_reads() -> None:
    languages = {
        line.split("\t")[0]: line.split("\t")[1]
        for line in (ROOT / "coder" / "lexicon" / "data" / "time_foreign_months.tsv")
        .read_text("utf-8")
        .splitlines()
        if not line.startswith("#")
    }
    checked = 0
    for word, month in foreign_months().items():
        if isinstance(month, int) and word.isascii():
            day = read_foreign(f"14 {word} 2015", languages[word], DAY)
            assert day == date(2015, month, 14), word
            checked += 1
    assert checked > 80


def test_one_module_imports_the_library() -> None:
    importing = []
    for path in sorted((ROOT / "coder").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""]
            if any(name.partition(".")[0] == "dateparser" for name in names):
                importing.append(path.name)
    assert importing == ["foreign_dates.py"]


def test_the_library_is_not_loaded_for_dates_of_english_news() -> None:
    program = (
        "import sys; from datetime import date; from coder.mentions.times.finder import find_times;"
        "texts = ['Shots on 3 May 2016, at 5 p.m.', 'Ocurrió el 4 de abril de 2016.',"
        " 'IN THE 15 DE SEPTIEMBRE NEIGHBORHOOD', 'T-72 tanks, 17-18 November, the 1990s'];"
        "[find_times(t, 0, len(t), date(2018, 1, 15)) for t in texts];"
        "assert 'dateparser' not in sys.modules"
    )
    done = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
