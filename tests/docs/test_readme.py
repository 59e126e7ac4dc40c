"""What the README states about the product is true."""

import re

from coder.api.default import code
from coder.records.columns import tables
from coder.values.labels import EventClass, EventType
from tests.docs.pages import PAGES, ROOT, marked, table_rows

README = ROOT / "README.md"


def test_no_page_installs_the_strangers_package() -> None:
    for page in (*PAGES, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"):
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"pip3? install[^\n]*\scoder\b", text), page.name


def test_the_readme_record_is_what_the_coder_makes_of_the_sentence() -> None:
    text = README.read_text(encoding="utf-8")
    sentence = next(line[2:] for line in text.splitlines() if line.startswith("> "))
    published = re.search(r"<!-- record: published (\S+) -->", text)
    assert published is not None
    result = code(sentence, published=published[1])
    frame = result.to_polars()
    assert frame.height == 1
    record = frame.row(0, named=True)
    stated = {column: value for column, value, _ in table_rows(marked(README, "record"))}
    assert stated == {column: _as_text(record[column]) for column in stated}


def _as_text(value: object) -> str:
    if value is None:
        return "*null*"
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_the_readme_lists_every_type() -> None:
    listed = {
        event_class: types.split(", ") for event_class, types in table_rows(marked(README, "types"))
    }
    assert list(listed) == [event_class.value for event_class in EventClass]
    assert [name for types in listed.values() for name in types] == [
        event_type.value for event_type in EventType
    ]


def test_the_readme_lists_every_table() -> None:
    names = [cells[0] for cells in table_rows(marked(README, "tables"))]
    listed = [name for cell in names for name in cell.replace("`", "").split(", ")]
    assert sorted(listed) == sorted(tables())


def test_links_between_pages_lead_somewhere() -> None:
    for page in (*PAGES, ROOT / "CONTRIBUTING.md"):
        for link in re.findall(r"\]\(([^)#\s]+)\)", page.read_text(encoding="utf-8")):
            if link.startswith("http"):
                continue
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_the_citation_file_names_the_licence_of_the_project() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert "license: Apache-2.0" in citation
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
