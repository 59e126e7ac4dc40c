"""``fixtures/articles.jsonl`` holds the ten articles with their metadata."""

import json

from tests.corpus.engine import FIXTURES, articles


def test_articles_file_equals_the_documents() -> None:
    lines = (FIXTURES / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line) for line in lines] == [
        {
            "id": document.doc_id,
            "title": document.title,
            "published": document.published and document.published.isoformat(),
            "source": document.source,
            "text": document.text,
        }
        for _, document in articles()
    ]
