"""The place a report was written in is published with its document."""

import pytest

from coder.pipeline import Engine
from coder.values.text import Document


@pytest.mark.parametrize(
    ("text", "place", "iso3"),
    [
        ("KADUNA (Reuters) - Gunmen killed two farmers on Monday.", "Kaduna", "NGA"),
        ("BEIRUT, Lebanon (AP) -- All was quiet.", "Beirut", "LBN"),
        ("Gunmen killed two farmers on Monday.", None, None),
    ],
)
def test_the_place_of_writing(text: str, place: str | None, iso3: str | None) -> None:
    found = Engine().code(Document(doc_id="d", text=text)).dateline_place
    assert (found.name if found else None, found.iso3 if found else None) == (place, iso3)
