"""The words of evidence sentences as numbers: a mask of content words, and minima of shingles.

Hashes come from blake2b, so that they are the same on every machine and in every version of
Polars. The mask has 256 bits (four columns), one bit a content word; the overlap of two masks
estimates the overlap of two sets of words. The minima are a MinHash over runs of three words.
"""

from collections.abc import Iterator
from hashlib import blake2b

import polars as pl

MASKS = ("mask0", "mask1", "mask2", "mask3")
MINIMA = tuple(f"minimum{number}" for number in range(16))
_CHUNK = 25_000
_CONTENT_LETTERS = 4
"""Shorter words are articles, prepositions, names of months: no content."""
_STEM_LETTERS = 7
_WORD = r"[\p{L}\p{N}]+"
_MULTIPLIERS = tuple(
    int.from_bytes(blake2b(b"minimum%d" % number, digest_size=8).digest(), "little") | 1
    for number in range(len(MINIMA) + 2)
)


def word_columns(texts: pl.Series) -> pl.DataFrame:
    """For each text its four masks, its 16 minima and ``n_shingles``; nulls where it has no word.

    The rows follow the rows of ``texts``.
    """
    vocabulary: dict[str, tuple[int, ...]] = {}
    frames = [_chunk(texts.slice(start, _CHUNK), vocabulary) for start in _starts(texts.len())]
    return pl.concat(frames) if frames else pl.DataFrame(schema=_SCHEMA)


def word_masks(texts: pl.Series) -> pl.DataFrame:
    """The four masks of each text alone; nulls where it has no word."""
    vocabulary: dict[str, tuple[int, ...]] = {}
    frames = [
        _rows(texts.slice(start, _CHUNK).len()).join(
            _masks(_tokens(texts.slice(start, _CHUNK), vocabulary)),
            on="row",
            how="left",
            maintain_order="left",
        )
        for start in _starts(texts.len())
    ]
    empty = pl.DataFrame(schema=dict.fromkeys(MASKS, pl.UInt64()))
    return pl.concat(frames).select(MASKS) if frames else empty


_SCHEMA = {
    **dict.fromkeys(MASKS, pl.UInt64()),
    **dict.fromkeys(MINIMA, pl.UInt32()),
    "n_shingles": pl.UInt32(),
}


def _starts(length: int) -> Iterator[int]:
    return iter(range(0, length, _CHUNK))


def _chunk(texts: pl.Series, vocabulary: dict[str, tuple[int, ...]]) -> pl.DataFrame:
    tokens = _tokens(texts, vocabulary)
    same = pl.col("row") == pl.col("row").shift(-2)
    first, second = (pl.lit(value, pl.UInt64) for value in _MULTIPLIERS[-2:])
    shingles = tokens.select(
        "row",
        (
            (pl.col("hash") * first + pl.col("hash").shift(-1)) * second + pl.col("hash").shift(-2)
        ).alias("shingle"),
        same.alias("same"),
    ).filter("same")
    minima = shingles.group_by("row").agg(
        *(
            (pl.col("shingle") * pl.lit(multiplier, pl.UInt64)).min().alias(name)
            for name, multiplier in zip(MINIMA, _MULTIPLIERS, strict=False)
        ),
        pl.len().cast(pl.UInt32).alias("n_shingles"),
    )
    high = pl.lit(1 << 32, pl.UInt64)
    return (
        _rows(texts.len())
        .join(_masks(tokens), on="row", how="left", maintain_order="left")
        .join(minima, on="row", how="left", maintain_order="left")
        .with_columns((pl.col(name) // high).cast(pl.UInt32) for name in MINIMA)
        .select(*_SCHEMA)
    )


def _rows(length: int) -> pl.DataFrame:
    return pl.DataFrame({"row": pl.int_range(length, dtype=pl.UInt32, eager=True)})


def _tokens(texts: pl.Series, vocabulary: dict[str, tuple[int, ...]]) -> pl.DataFrame:
    """Each word of each text with its hash and masks, in the order of the text."""
    words = (
        _rows(texts.len())
        .with_columns(texts.alias("word").str.to_lowercase().str.extract_all(_WORD))
        .filter(pl.col("word").list.len() > 0)
        .explode("word")
    )
    known = _known_words(words["word"].unique(), vocabulary)
    return words.join(known, on="word", how="left", maintain_order="left").drop("word")


def _masks(tokens: pl.DataFrame) -> pl.DataFrame:
    return tokens.group_by("row").agg(pl.col(name).bitwise_or() for name in MASKS)


def _known_words(words: pl.Series, vocabulary: dict[str, tuple[int, ...]]) -> pl.DataFrame:
    """Hash and masks of each word; ``vocabulary`` keeps what was computed before."""
    listed: list[str] = words.drop_nulls().to_list()
    rows = []
    for word in listed:
        found = vocabulary.get(word)
        if found is None:
            found = vocabulary[word] = _hashes(word)
        rows.append(found)
    columns = list(zip(*rows, strict=True)) or [()] * 5
    names = ("hash", *MASKS)
    return pl.DataFrame(
        [
            pl.Series("word", listed, pl.String),
            *(pl.Series(name, c, pl.UInt64) for name, c in zip(names, columns, strict=True)),
        ]
    )


def _hashes(word: str) -> tuple[int, ...]:
    whole = int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "little")
    masks = [0] * len(MASKS)
    if len(word) >= _CONTENT_LETTERS and word[0].isalpha():
        stem = blake2b(word[:_STEM_LETTERS].encode(), digest_size=2).digest()
        masks[stem[0] % len(MASKS)] = 1 << (stem[1] % 64)
    return whole, *masks
