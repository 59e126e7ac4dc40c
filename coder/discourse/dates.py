"""The date of an act from the time words of its drafts; codebook 2.4."""

from datetime import date, timedelta

from coder.discourse.acts import Act
from coder.values.events import EventDate
from coder.values.labels import DateBasis, DatePrecision, TimexType
from coder.values.mentions import TimeExpression

_MULTI_DAYS = 6


def event_date(act: Act, reference: date | None, previous: EventDate | None) -> EventDate:
    """The interval of an act, its precision, and how it is known.

    Words that count from the act told before ("the same day") take its date, basis ``inherited``.
    Without a date the act lies on or before the report's date: open, ``pub_date_default``.
    """
    times = _times(act)
    hour = next((time.time_of_day for time in times if time.time_of_day is not None), None)
    for time in times:
        if time.first is not None or time.last is not None:
            return EventDate(
                start=time.first,
                end=time.last,
                precision=time.precision,
                basis=time.basis,
                text=time.text,
                time_of_day=hour,
            )
        if time.event_offset_days is not None:
            shifted = _shift(previous, time.event_offset_days)
            if shifted is not None:
                return EventDate(
                    start=shifted[0],
                    end=shifted[1],
                    precision=previous.precision if previous else DatePrecision.DAY,
                    basis=DateBasis.INHERITED,
                    text=time.text,
                    time_of_day=hour,
                )
    text = next((time.text for time in times if time.type is not TimexType.DURATION), None)
    if reference is None or (text is not None and _is_unresolved_date(times)):
        return EventDate(text=text, time_of_day=hour)
    return EventDate(
        end=reference,
        precision=DatePrecision.OPEN,
        basis=DateBasis.PUB_DATE_DEFAULT,
        text=text,
        time_of_day=hour,
    )


def _is_unresolved_date(times: list[TimeExpression]) -> bool:
    return any(
        time.type is TimexType.DATE and time.event_offset_days is None and time.value is None
        for time in times
    )


def _times(act: Act) -> list[TimeExpression]:
    """Times of the main draft first, then of the others, each once."""
    ordered = {id(time): time for time in act.main.times}
    for draft in act.drafts:
        for time in draft.times:
            ordered.setdefault(id(time), time)
    return list(ordered.values())


def _shift(previous: EventDate | None, days: int) -> tuple[date, date] | None:
    if previous is None or previous.end is None or previous.start is None:
        return None
    step = timedelta(days=days)
    return previous.start + step, previous.end + step
