"""Documents that are copies of each other: the same text, or most of the same event sentences.

Copies are found before anything is linked. They are reports of an incident, but not independent
ones. Two documents are copies when their texts have one hash, or when at least
``copy_similarity`` of their minima over runs of three words are equal (an estimate of the share of
runs they have in common) and they appeared within ``copy_days``.
"""

import polars as pl

from coder.incidents.options import LinkOptions
from coder.incidents.words import MINIMA

_BANDS = tuple(zip(MINIMA[::2], MINIMA[1::2], strict=True))
_FEWEST_SHINGLES = 8
"""Fewer runs of words are a headline that two writers may hit on alone."""
_NEIGHBOURS = 2
"""Copies form chains, so the next two of a sorted band are enough."""


def find_copies(
    events: pl.DataFrame,
    words: pl.DataFrame,
    documents: pl.DataFrame | None,
    options: LinkOptions,
) -> pl.DataFrame:
    """``doc_id``, ``doc`` (its number), ``publisher`` (0: unknown) and ``copy``, a row a document.

    ``copy`` is the number of the first document of the group of copies: the same for all of them,
    their own for all others. ``events`` are all events, countable or not, ``words`` the
    :func:`coder.incidents.words.word_columns` of their sentences.
    """
    signed = _signatures(events, words)
    about = _about(documents, signed.select("doc_id"))
    docs = signed.select("doc_id", "doc", "pub_events").join(
        about, on="doc_id", how="left", maintain_order="left"
    ).with_columns(pl.coalesce("pub", "pub_events").alias("pub"))  # fmt: skip
    pairs = pl.concat([_same_hash(docs), _same_words(signed, docs["pub"], options)])
    return docs.select(
        "doc_id",
        "doc",
        pl.col("source").rank("dense").fill_null(0).cast(pl.UInt32).alias("publisher"),
    ).with_columns(group_pairs(docs.height, pairs).alias("copy"))


def _signatures(events: pl.DataFrame, words: pl.DataFrame) -> pl.DataFrame:
    """One row a document: the least minima of its event sentences."""
    told = pl.concat(
        [
            events.select("doc_id", pl.col("pub_date").cast(pl.Int32).alias("pub_events")),
            words.select(*MINIMA, "n_shingles"),
        ],
        how="horizontal",
    )
    return (
        told.group_by("doc_id")
        .agg(pl.col(*MINIMA, "pub_events").min(), pl.col("n_shingles").max())
        .sort("doc_id")
        .with_columns(pl.int_range(pl.len(), dtype=pl.UInt32).alias("doc"))
    )


def _about(documents: pl.DataFrame | None, docs: pl.DataFrame) -> pl.DataFrame:
    """What the table of documents says of each."""
    schema = {
        "doc_id": pl.String(),
        "source": pl.String(),
        "text_sha256": pl.String(),
        "pub": pl.Int32(),
    }
    if documents is None:
        return docs.select("doc_id").with_columns(
            pl.lit(None, dtype).alias(name) for name, dtype in schema.items() if name != "doc_id"
        )
    present = documents.columns
    columns = {"source": "source", "text_sha256": "text_sha256", "pub": "pub_date"}
    return documents.select(
        "doc_id",
        *(
            (pl.col(column) if column in present else pl.lit(None)).cast(schema[name]).alias(name)
            for name, column in columns.items()
        ),
    ).unique("doc_id", keep="first", maintain_order=True)


def _same_hash(docs: pl.DataFrame) -> pl.DataFrame:
    known = docs.filter(pl.col("text_sha256").is_not_null()).sort("text_sha256", "doc")
    same = pl.col("text_sha256") == pl.col("text_sha256").shift(-1)
    return known.select(
        pl.col("doc").alias("a"), pl.col("doc").shift(-1).alias("b"), same.alias("same")
    ).filter("same").select("a", "b")  # fmt: skip


def _same_words(signed: pl.DataFrame, pub: pl.Series, options: LinkOptions) -> pl.DataFrame:
    told = signed.select(*MINIMA, "n_shingles", "doc").with_columns(pub.alias("pub"))
    told = told.filter(pl.col("n_shingles") >= _FEWEST_SHINGLES)
    found = []
    for band in _BANDS:
        ordered = told.select(*band, "pub", "doc").sort(*band, "pub", "doc", nulls_last=True)
        for step in range(1, _NEIGHBOURS + 1):
            same = pl.all_horizontal(pl.col(name) == pl.col(name).shift(-step) for name in band)
            pairs = ordered.select(
                pl.col("doc").alias("a"), pl.col("doc").shift(-step).alias("b"), same.alias("same")
            )
            found.append(_copies_among(pairs.filter("same").select("a", "b"), signed, pub, options))
    return pl.concat(found).unique()


def _copies_among(
    pairs: pl.DataFrame, signed: pl.DataFrame, pub: pl.Series, options: LinkOptions
) -> pl.DataFrame:
    equal = pl.repeat(0, pairs.height, dtype=pl.UInt8, eager=True)
    for name in MINIMA:
        equal += (signed[name].gather(pairs["a"]) == signed[name].gather(pairs["b"])).cast(pl.UInt8)
    days = (pub.gather(pairs["a"]) - pub.gather(pairs["b"])).abs().fill_null(0)
    return pairs.filter(
        (equal >= options.copy_similarity * len(MINIMA)) & (days <= options.copy_days)
    )


def group_pairs(size: int, pairs: pl.DataFrame) -> pl.Series:
    """The smallest member of each one's group, for ``size`` things joined by pairs ``a``, ``b``."""
    parent = list(range(size))
    for a, b in zip(pairs["a"].to_list(), pairs["b"].to_list(), strict=True):
        first, second = _root(parent, a), _root(parent, b)
        if first != second:
            parent[max(first, second)] = min(first, second)
    return pl.Series([_root(parent, one) for one in range(size)], dtype=pl.UInt32)


def _root(parent: list[int], one: int) -> int:
    while parent[one] != one:
        parent[one] = parent[parent[one]]
        one = parent[one]
    return one
