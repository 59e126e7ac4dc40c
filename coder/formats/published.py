"""The ``published`` cell of an input -> a day. What counts as a date is decided in ``mentions``."""

from datetime import date, datetime

from coder.mentions.times.published import PublishedError, parse_published
from coder.mentions.times.tokens import DateOrder as Reading
from coder.values.options import DateOrder

_ISO_DAY = 10

__all__ = ["PublishedError", "read_published"]


def read_published(raw: object, order: DateOrder | None) -> date | None:
    """The day; null where nothing is stated. Raises :class:`PublishedError`.

    The day is the one written down: a time zone does not move it.

    >>> read_published("2017-12-12T23:30:00Z", None)
    datetime.date(2017, 12, 12)
    """
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return None
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, str) and len(raw) == _ISO_DAY and raw[4] == "-":
        try:
            return date.fromisoformat(raw)
        except ValueError:
            pass
    return parse_published(raw, order=Reading.UNDECLARED if order is None else Reading[order.name])
