"""The choices of whoever counts: one declaration for the functions and for the command line."""

from typing import Literal, TypeAlias, get_args

Dates: TypeAlias = Literal["end", "split", "drop"]
"""Where an event with more than one possible day counts."""

WeekStart: TypeAlias = Literal[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
]
Period: TypeAlias = Literal["day", "week", "month", "quarter", "year"]
Label: TypeAlias = Literal["name", "type"]
"""What an actor goes by."""

Perpetrator: TypeAlias = Literal["primary", "any", "fractional"]
"""How an event with several perpetrators counts."""

DATES: tuple[Dates, ...] = get_args(Dates)
WEEK_STARTS: tuple[WeekStart, ...] = get_args(WeekStart)
PERIODS: tuple[Period, ...] = get_args(Period)
LABELS: tuple[Label, ...] = get_args(Label)
PERPETRATORS: tuple[Perpetrator, ...] = get_args(Perpetrator)

MEASURES = (
    "killed",
    "injured",
    "killed_civilians",
    "abducted",
    "arrested",
    "missing",
    "captured",
    "displaced",
    "released",
)
"""Figures in persons that can be added up."""


def checked(value: str, choices: tuple[str, ...], *, name: str) -> None:
    """Raise ``ValueError`` where ``value`` is none of the choices."""
    if value not in choices:
        raise ValueError(f"{name} is {value!r}, should be one of {', '.join(choices)}")
