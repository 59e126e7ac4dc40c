"""Numbers as the text states them, with the bounds of codebook 2.5.

In: a sentence, and for :func:`read_quantity` the token a number phrase begins at. Out: a
:class:`Quantity` over the whole phrase ("at least two dozen", "between 20 and 25"), without a
following "of". What the number counts is not decided here, but :func:`measures_persons` tells ages,
distances,
sums of money and the like from what can be a number of persons. "a" and "an" alone are no numbers
here.
"""

from dataclasses import replace
from itertools import compress

from coder.lexicon.closed import ARTICLES, LIST_MARKS, POSSESSIVES
from coder.lexicon.numbers import Measure, number_table
from coder.lexicon.words import noun_classes
from coder.mentions.number_words import Value, read_value
from coder.values.kept import Kept
from coder.values.labels import Qualifier
from coder.values.mentions import Quantity
from coder.values.text import Sentence

_YEARS = range(1900, 2100)
_YEAR_DIGITS = 4
_DAY_DIGITS = 2
_JOINTS = frozenset({"to", "or", "-", "--"})
_DASHES = frozenset({"-", "--"})
_OPENED_JOINTS = _JOINTS | {"and"}
_PERHAPS = frozenset({"possibly", "perhaps", "maybe"})
_MAX_BEFORE = 6  # tokens of a number before a noun
_MAX_LEADS = 3  # "at least some 50", "only about 20"
_NO, _TWICE = "no", "twice"
_LEAST = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})


_YEARS_OLD = ("years", "old")
_AGES = frozenset({"age", "aged", "ages"})
_TO_UPPER = frozenset({"and", "to"})
_SHARES = frozenset({"third", "thirds", "quarter", "quarters", "fifth", "fifths"})
_ONE_NOUN = ARTICLES | POSSESSIVES
_MAX_NOUN = 8  # tokens: "the district police chief"
_EQUAL = frozenset({"equal", "same", "similar"})
_LABEL = Measure.LABEL


class _Beginnings(Kept[str, bool]):
    """Whether a number can begin with a word."""

    most = 40_000

    def __missing__(self, norm: str) -> bool:
        return self.keep(norm, norm in number_table().starts or "0" <= norm[0] <= "9")


_beginnings = _Beginnings()


def find_quantities(sentence: Sentence) -> tuple[Quantity, ...]:
    """All number phrases of a sentence in order, without zeros and parts of dates and labels."""
    norms = sentence.norms
    found: list[Quantity] = []
    behind = 0
    for position in compress(range(len(norms)), map(_beginnings.__getitem__, norms)):
        if position < behind:
            continue
        norm = norms[position]
        if _is_other_word(norms, position):
            continue
        quantity = read_quantity(sentence, position)
        if quantity is None and norm == "as" and found:
            quantity = _as_many(sentence, position, found[-1])
        if quantity is None or quantity.high == 0 or not _is_free(sentence, quantity):
            continue
        found.append(quantity)
        behind = quantity.last
    if found and "number" in sentence.vocabulary:
        found = _with_equal_numbers(sentence, found)
    return tuple(found)


def _is_other_word(norms: tuple[str, ...], position: int) -> bool:
    """Whether what may begin a number begins none: "up the hill", "handed over nine prisoners"."""
    norm, table = norms[position], number_table()
    if norm == "over" and position and norms[position - 1] in noun_classes()["handing"]:
        return True
    if norm == "both":
        return is_conjunction(norms, position)
    if norm not in table.soft_starts:
        return False
    following = norms[position + 1] if position + 1 < len(norms) else "."
    if norm in table.seconds:
        return following not in table.seconds[norm]
    return following not in table.follows and not following[0].isdigit()


def is_conjunction(norms: tuple[str, ...], position: int) -> bool:
    """As in "both the headmaster and a guard", "both men and women": no number of headmasters."""
    behind = norms[position + 1 : position + _MAX_NOUN]
    if behind[1:2] == ("and",):
        joined = norms[position + 3 : position + 4]  # "both men and a girl": two men
        return _ONE_NOUN.isdisjoint(joined) and not any(map(_beginnings.__getitem__, joined))
    if "and" not in behind or behind[0] not in _ONE_NOUN:
        return False
    second = position + 2 + behind.index("and")
    return not _ONE_NOUN.isdisjoint(norms[second : second + 1]) and "," not in behind


def _as_many(sentence: Sentence, first: int, told: Quantity) -> Quantity | None:
    """As in "two were killed and as many injured": the number told before; "twice as many"."""
    norms = sentence.norms
    if norms[first + 1 : first + 2] != ("many",) or norms[first + 2 : first + 3] == ("as",):
        return None
    if norms[first - 1] != _TWICE or told.best is None:
        return _told_again(sentence, first, first + 2, told)
    lead = number_table().leads.longest(norms, first - 3) if first > _MAX_LEADS else None
    is_least = lead is not None and lead[0] == 2 and lead[1] in _LEAST  # noqa: PLR2004 - "at least"
    again = _told_again(sentence, first - (3 if is_least else 1), first + 2, told)
    number = 2 * told.best
    if lead is not None and is_least:
        return replace(again, low=number, best=number, high=None, qualifier=lead[1])
    low, high = (None if it is None else it * 2 for it in (told.low, told.high))
    return replace(again, low=low, best=number, high=high)


def _with_equal_numbers(sentence: Sentence, found: list[Quantity]) -> list[Quantity]:
    """As in "two were killed and an equal number injured": the number told before."""
    norms = sentence.norms
    for at in range(2, len(norms)):
        if norms[at] == "number" and norms[at - 1] in _EQUAL:
            told = next((item for item in reversed(found) if item.last <= at - 2), None)
            if told is not None:
                found.append(_told_again(sentence, at - 2, at + 1, told))
    return sorted(found, key=lambda item: item.first)


def _told_again(sentence: Sentence, first: int, last: int, told: Quantity) -> Quantity:
    start, end = sentence.starts[first], sentence.ends[last - 1]
    return replace(
        told, start=start, end=end, first=first, last=last, text=sentence.text[start:end]
    )


def quantity_before(sentence: Sentence, first: int, behind: int) -> Quantity | None:
    """The longest number that ends right before a token and does not begin before another."""
    for start in range(max(behind, first - _MAX_BEFORE), first):
        quantity = read_quantity(sentence, start)
        if quantity is not None and quantity.last == first:
            return quantity
    return None


def read_quantity(sentence: Sentence, first: int) -> Quantity | None:
    """The longest number phrase that begins at token ``first``; null where none does.

    "no" before a noun is a reported zero (0/0/0, qualifier ``none``).
    """
    table = number_table()
    norms = sentence.norms
    norm = norms[first]
    if not (norm in table.starts or norm[0].isdigit() or norm == _NO):
        return None
    position, qualifier = first, None
    for _ in range(_MAX_LEADS):
        is_led = position < len(norms) and norms[position] in table.leads.first_words
        lead = table.leads.longest(norms, position) if is_led else None
        if lead is None:
            break
        position += lead[0]
        if lead[1] is Qualifier.RANGE:
            return _opened_range(sentence, first, position)
        qualifier = lead[1] if qualifier in {None, Qualifier.EXACT} else qualifier
    if position >= len(norms):
        return None
    value = read_value(norms, position)
    if value is None:
        return _zero(sentence, first) if norm == _NO and position == first else None
    value = _continued(norms, value)
    if norms[value.last : value.last + 1] == ("(",):
        value = _in_figures(norms, value)
    is_trailed = value.last < len(norms) and norms[value.last] in table.trails.first_words
    trail = table.trails.longest(norms, value.last) if is_trailed else None
    if trail is None or _opens_next(norms, value.last + trail[0]):
        return _quantity(sentence, first, value.last, value, qualifier)
    return _quantity(sentence, first, value.last + trail[0], value, qualifier or trail[1])


def _in_figures(norms: tuple[str, ...], value: Value) -> Value:
    """As in "three (3) officers", "02 (two) men": the same number once more."""
    again = read_value(norms, value.last + 1) if value.last + 1 < len(norms) else None
    if again is None or again.low != value.low or norms[again.last : again.last + 1] != (")",):
        return value
    return value._replace(last=again.last + 1)


def _opens_next(norms: tuple[str, ...], position: int) -> bool:
    """As in "26 April 2017 at least six were killed": the words qualify the number behind them."""
    if position >= len(norms):
        return False
    return norms[position][0].isdigit() or norms[position] in number_table().words


def measures_persons(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number may count persons: no age, distance, money, share, date or label."""
    measures = number_table().measures
    norms = sentence.norms
    size = len(norms)
    after = norms[quantity.last] if quantity.last < size else ""
    before = norms[quantity.first - 1] if quantity.first else ""
    if measures.get(after) is Measure.AFTER or measures.get(before) is Measure.BEFORE:
        return False
    beyond = quantity.last + 1
    ends = {",", ")", "."} if quantity.qualifier is Qualifier.ABOUT else {",", ")"}
    if before in {",", "("} and (after in ends or _is_age_in_list(sentence, quantity)):
        return False  # an age in apposition: "the farmer, 43, said"
    if after in {"of", "more", "other"} and beyond < size:
        return measures.get(norms[beyond]) is not Measure.AFTER
    return _is_free(sentence, quantity)


def _is_age_in_list(sentence: Sentence, quantity: Quantity) -> bool:
    """As in "Ana Ruiz, 35 and Luis Paz, 29": a figure between two names."""
    words, last = sentence.words, quantity.last
    return (
        quantity.text.isdigit()
        and words[last : last + 1] == ("and",)
        and words[quantity.first - 2 : quantity.first - 1] != ()
        and words[quantity.first - 2][0].isupper()
        and last + 1 < len(words)
        and words[last + 1][0].isupper()
    )


def _is_free(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the number is no year, day or label ("Resolution 1701"), nor of a share.

    As in "one third of the crew".
    """
    table = number_table()
    norms = sentence.norms
    before = norms[quantity.first - 1] if quantity.first else ""
    after = norms[quantity.last] if quantity.last < len(norms) else ""
    if table.measures.get(before) is _LABEL or after in _SHARES or _is_age(norms, quantity.last):
        return False
    if before in _TO_UPPER and not _AGES.isdisjoint(
        norms[max(quantity.first - 4, 0) : quantity.first]
    ):
        return False  # "men between the ages of 24 and 41"
    if not quantity.text[-1].isdigit():
        return True
    if after in table.months or (before in table.months and not _has_day(norms, quantity.first)):
        return False
    if quantity.qualifier is Qualifier.RANGE and quantity.low in _YEARS and quantity.high in _YEARS:
        return False
    is_bare = len(quantity.text) == _YEAR_DIGITS and quantity.text.isdigit()
    return not (is_bare and quantity.best in _YEARS)


def _is_age(norms: tuple[str, ...], behind: int) -> bool:
    """As in "two girls, 9 and 14 years old": of the first, as the years stand behind the second."""
    return norms[behind : behind + 1] == ("and",) and norms[behind + 2 : behind + 4] == _YEARS_OLD


def _has_day(norms: tuple[str, ...], position: int) -> bool:
    """As in "on 13 March 3 dead", "By 12 May 1,900": a day is in front, the number no year."""
    day = norms[position - 2] if position > 1 else ""
    return (
        day.isdigit()
        and len(day) <= _DAY_DIGITS
        and (len(norms[position]) <= _DAY_DIGITS or "," in norms[position])
        and norms[position + 1 : position + 2] not in {(), (",",), (".",), (":",)}
    )


def _zero(sentence: Sentence, first: int) -> Quantity | None:
    """Read "no soldiers" as a reported zero; null in "no longer", "no one"."""
    following = sentence.norms[first + 1] if first + 1 < len(sentence.norms) else ""
    if not following[:1].isalpha() or following in number_table().zero_stops:
        return None
    return _quantity(sentence, first, first + 1, Value(first + 1, 0, 0, "exact"), None)


def _opened_range(sentence: Sentence, first: int, position: int) -> Quantity | None:
    """Read "between 20 and 25", "from two to three"."""
    norms = sentence.norms
    lower = read_value(norms, position) if position < len(norms) else None
    if lower is None:
        return None
    if lower.kind == "range":
        return _quantity(sentence, first, lower.last, lower, None)
    if lower.last + 1 >= len(norms) or norms[lower.last] not in _OPENED_JOINTS:
        return None
    upper = read_value(norms, lower.last + 1)
    value = _ranged(lower, upper) if upper is not None else None
    return _quantity(sentence, first, value.last, value, None) if value is not None else None


def _continued(norms: tuple[str, ...], value: Value) -> Value:
    """The value, or the range it opens: "two to three", "5 or 6", "20 - 25"."""
    joint = value.last
    if value.kind == "range" or joint + 1 >= len(norms):
        return value
    if norms[joint] in LIST_MARKS and norms[joint + 1] in _PERHAPS:
        joint += 1  # "three and possibly four soldiers"
    elif norms[joint] not in _JOINTS:
        return value
    elif norms[joint] in _DASHES and norms[joint - 1].isdigit() != norms[joint + 1].isdigit():
        return value  # "5 - Six killed": the day in front of an entry
    upper = read_value(norms, joint + 1) if joint + 1 < len(norms) else None
    if upper is None or upper.kind in {"many", "range"} or value.kind == "many":
        return value
    return _ranged(value, upper) or value


def _ranged(lower: Value, upper: Value) -> Value | None:
    """The range of two numbers; a scale word of the second covers both ("20 to 30 thousand")."""
    low, high = lower.low, upper.high
    if upper.scale > 1 and lower.scale == 1 and low < high // upper.scale:
        low *= upper.scale
    return Value(upper.last, low, high, "range") if low < high else None


def _quantity(
    sentence: Sentence, first: int, last: int, value: Value, qualifier: Qualifier | None
) -> Quantity:
    low, best, high, stated = _bounds(value, qualifier)
    start, end = sentence.starts[first], sentence.ends[last - 1]
    return Quantity(
        start=start,
        end=end,
        first=first,
        last=last,
        text=sentence.text[start:end],
        low=low,
        best=best,
        high=high,
        qualifier=stated,
        rule_id=f"quantity-{stated.value.replace('_', '-')}",
    )


def _bounds(  # noqa: C901, PLR0911 - one return a row of the table
    value: Value, qualifier: Qualifier | None
) -> tuple[int | None, int | None, int | None, Qualifier]:
    """Low, best, high and qualifier: the expression table of codebook 2.5."""
    low, high, kind = value.low, value.high, value.kind
    if kind == "exact" and qualifier is None and high:
        return low, low, high, Qualifier.EXACT
    if kind == "range":
        if qualifier is Qualifier.AT_LEAST:
            return low, low, None, qualifier  # "a minimum of three and possibly four"
        return low, low, high, Qualifier.RANGE
    if kind == "many":
        vague = Qualifier.PLURAL if low > 1 else Qualifier.UNSPECIFIED
        return low, None, None, vague
    if low == high == 0:
        return 0, 0, 0, Qualifier.NONE
    if kind == "least" and qualifier is not Qualifier.MORE_THAN:
        qualifier = Qualifier.AT_LEAST
    if qualifier in {Qualifier.AT_LEAST, Qualifier.MORE_THAN}:
        return low, low, None, qualifier
    if qualifier is Qualifier.NEARLY:
        return None, low, low, qualifier
    if qualifier is Qualifier.UP_TO:
        return None, None, low, qualifier
    if kind == "vague":
        return low, low, None, Qualifier.VAGUE
    if qualifier is Qualifier.ABOUT or kind == "about":
        return None, low, None, Qualifier.ABOUT
    return low, low, high, Qualifier.EXACT
