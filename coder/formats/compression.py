"""Plain, gzip and Zstandard files as streams of bytes; zstandard is used nowhere else."""

import gzip
import io
import sys
import zlib
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, cast


class Compression(StrEnum):
    """How the bytes of a file are packed."""

    NONE = "none"
    GZIP = "gz"
    ZSTD = "zst"


SUFFIXES = {".gz": Compression.GZIP, ".zst": Compression.ZSTD}
MAGIC = {Compression.GZIP: b"\x1f\x8b", Compression.ZSTD: b"\x28\xb5\x2f\xfd"}

BROKEN_STREAM = (OSError, EOFError, zlib.error)
"""What reading a stream raises when its bytes are damaged or end early."""


def open_bytes(path: Path | None, compression: Compression) -> BinaryIO:
    """A buffered stream of the unpacked bytes; null is standard input."""
    if path is None:
        return cast("BinaryIO", sys.stdin.buffer)
    if compression is Compression.GZIP:
        return cast("BinaryIO", gzip.open(path, "rb"))
    if compression is Compression.ZSTD:
        return cast("BinaryIO", io.BufferedReader(_ZstdBytes(path), buffer_size=1 << 17))
    return path.open("rb")


class _ZstdBytes(io.RawIOBase):
    """Unpacked bytes of a ``.zst`` file. Damage is an OSError, as with every other file."""

    def __init__(self, path: Path) -> None:
        import zstandard  # noqa: PLC0415 - only those who read .zst pay for it

        self._damage = zstandard.ZstdError
        self._file = path.open("rb")
        self._reader = zstandard.ZstdDecompressor().stream_reader(
            self._file, read_across_frames=True
        )

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # narrower
        try:
            return self._reader.readinto(buffer)
        except self._damage as error:
            raise OSError(f"damaged Zstandard stream: {error}") from error

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()
