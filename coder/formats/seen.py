"""The ids a run has seen, in a few bytes each: memory must stay flat over millions of documents."""

from array import array
from hashlib import blake2b

_SMALLEST = 1 << 10
_FULLEST = 0.6  # beyond this share of filled slots the searches get long
_SIGNATURE_BYTES = 8  # two of ten million ids share one with a probability of about 3 in a million


class SeenTexts:
    """Id -> digest of the text it came with first: a hash table of two arrays of integers.

    A dictionary of the same takes ten times the memory.
    """

    def __init__(self) -> None:
        self._resize(_SMALLEST)

    def _resize(self, slots: int) -> None:
        self._mask = slots - 1
        self._keys = array("Q", bytes(_SIGNATURE_BYTES * slots))
        self._values = array("Q", bytes(_SIGNATURE_BYTES * slots))
        self._count = 0

    def first(self, doc_id: str, digest: bytes) -> int | None:
        """Remember the text of an id that is new; else the number of the text it came with before.

        Compare the result with :func:`number_of`.
        """
        if self._count > _FULLEST * self._mask:
            self._grow()
        return self._put(_signature(doc_id), number_of(digest))

    def _put(self, key: int, value: int) -> int | None:
        keys, mask = self._keys, self._mask
        slot = key & mask
        while keys[slot]:
            if keys[slot] == key:
                return self._values[slot]
            slot = (slot + 1) & mask
        keys[slot] = key
        self._values[slot] = value
        self._count += 1
        return None

    def _grow(self) -> None:
        keys, values = self._keys, self._values
        self._resize(2 * len(keys))
        for key, value in zip(keys, values, strict=True):
            if key:
                self._put(key, value)


def _signature(doc_id: str) -> int:
    digest = blake2b(doc_id.encode("utf-8", "surrogatepass"), digest_size=_SIGNATURE_BYTES)
    return int.from_bytes(digest.digest(), "little") or 1  # zero is an empty slot


def number_of(digest: bytes) -> int:
    """The digest of a text as the table holds it."""
    return int.from_bytes(digest[:_SIGNATURE_BYTES], "little")
