"""Numbers inside time expressions, and TIMEX3 values of durations."""

from coder.mentions.times.tokens import Scene
from coder.mentions.times.words import letter

_HUNDRED = 100
_HALF = 0.5


def amount_of(scene: Scene, start: int, end: int) -> float | None:
    """The number the tokens ``start:end`` spell; null where it is vague ("several") or a range.

    "two and a half" is 2.5, "a" 1, "half a" 0.5, "twenty-four" 24, "a couple of" 2.
    """
    total = current = 0.0
    seen = False
    for index in range(start, end):
        kind, value = scene.classes[index], scene.values[index]
        if kind in (letter("an"), letter("and"), letter("dash"), letter("of")):
            continue
        if kind == letter("half"):
            current += _HALF
            seen = True
        elif isinstance(value, int | float):
            if value >= _HUNDRED and kind == letter("bignum"):
                total += (current or 1) * value
                current = 0.0
            elif scene.words[index] == "dozen":
                current = (current or 1) * value
            else:
                current += value
            seen = True
        else:
            return None
    if not seen:
        return 1.0
    return total + current


def duration_value(amount: float | None, unit: str) -> str:
    """TIMEX3 value of a duration.

    >>> duration_value(2.5, "Y"), duration_value(None, "D"), duration_value(30, "TM")
    ('P2.5Y', 'PXD', 'PT30M')
    """
    if unit == "DE" and amount is not None:
        amount, unit = amount * 10, "Y"
    elif unit == "CE" and amount is not None:
        amount, unit = amount * 100, "Y"
    elif unit == "FN":
        amount, unit = (amount * 2 if amount else amount), "W"
    elif unit in ("NI", "MO", "AF", "EV"):
        unit = "D"
    number = "X" if amount is None else (f"{amount:g}" if amount < 1_000_000 else f"{amount:.0f}")  # noqa: PLR2004 - where %g turns to exponents
    return f"PT{number}{unit[1:]}" if unit.startswith("T") else f"P{number}{unit}"
