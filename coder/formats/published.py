"""The ``published`` cell of an input -> a day, or why not. What a date means is decided in ``mentions``."""

from datetime import date, datetime

from coder.values.options import DateOrder

_ISO_DAY = 10


class PublishedError(ValueError):
    """A date of publication that cannot be used; the text says what to do."""

    def __init__(self, message: str, *, is_ambiguous: bool) -> None:
        super().__init__(message)
        self.is_ambiguous = is_ambiguous


def read_published(raw: object, order: DateOrder | None) -> date | None:
    """The day; null where nothing is stated. Raises :class:`PublishedError`.

    The day is the one written down: a time zone does not move it.

    >>> read_published("2017-12-12T23:30:00Z", None)
    datetime.date(2017, 12, 12)
    """
    if raw is None:
        return None
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    text = str(raw).strip()
    if not text:
        return None
    if len(text) == _ISO_DAY:
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    return _parse(text, order)


def _parse(text: str, order: DateOrder | None) -> date:
    raise PublishedError("not yet", is_ambiguous=False)
