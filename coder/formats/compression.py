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

_PACKED_BYTES = 1 << 15

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
    """Unpacked bytes of a ``.zst`` file; damage and an early end raise, as with gzip."""

    def __init__(self, path: Path) -> None:
        import zstandard  # noqa: PLC0415 - only those who read .zst pay for it

        self._damage = zstandard.ZstdError
        self._unpacker = zstandard.ZstdDecompressor()
        self._frame = self._unpacker.decompressobj()
        self._is_inside = False
        self._waiting = b""
        self._file = path.open("rb")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # narrower
        while not self._waiting:
            raw = self._file.read(_PACKED_BYTES)
            if not raw:
                if self._is_inside:
                    raise EOFError("the Zstandard stream ends early")
                return 0
            self._waiting = self._unpacked(raw)
        size = min(len(buffer), len(self._waiting))
        buffer[:size] = self._waiting[:size]
        self._waiting = self._waiting[size:]
        return size

    def _unpacked(self, raw: bytes) -> bytes:
        """What ``raw`` unpacks to; a file may hold several frames one behind the other."""
        pieces = []
        try:
            while raw:
                self._is_inside = True
                pieces.append(self._frame.decompress(raw))
                raw = b""
                if self._frame.eof:
                    raw = self._frame.unused_data
                    self._frame = self._unpacker.decompressobj()
                    self._is_inside = False
        except self._damage as error:
            raise OSError(f"damaged Zstandard stream: {error}") from error
        return b"".join(pieces)

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()
