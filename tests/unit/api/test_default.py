import polars as pl

import coder

TEXT = "Gunmen killed three policemen in Kirkuk on Monday."


def test_functions_share_one_coder() -> None:
    one = coder.code(TEXT, published="2017-12-12", id="a")
    (two,) = coder.code_documents([{"id": "a", "text": TEXT, "published": "2017-12-12"}])
    frame = pl.DataFrame({"id": ["a"], "text": [TEXT], "published": ["2017-12-12"]})
    three = coder.code_frame(frame)
    assert one.to_json() == two.to_json()
    assert one.to_polars().equals(three)
    assert {mention.kind for mention in coder.annotate(TEXT)} >= {"actor", "place", "time"}
