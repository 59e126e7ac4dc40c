"""The collector of cycles, which rests while much is made that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest(*, is_for_good: bool = True) -> Iterator[None]:
    """Without collections inside, which would look again and again at what is made.

    ``is_for_good``: what is made stays, and counts as old at the end, so that no small collection
    behind looks at all of it.

    >>> with collector_at_rest():
    ...     gc.isenabled()
    False
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if is_for_good and not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()  # into the oldest generation
            gc.enable()
