"""Places: the embedded table in ``data``, its builders, and the look-up (``store``)."""
