"""Durations ("a two-hour battle") and sets ("every Friday"): they date nothing, and say so."""

import re
from dataclasses import replace

from coder.lexicon.load import load_lexicon
from coder.lexicon.words import word_tags
from coder.mentions.times.numbers import amount_of, duration_value
from coder.mentions.times.rules import Rule
from coder.mentions.times.tokens import Scene
from coder.mentions.times.values import Kind, Reading
from coder.mentions.times.words import OTHER, context, letter
from coder.values.labels import DateBasis, TimexType

_ONE = frozenset({"a", "an", "the", "another", "its", "this", "'s"})
_ADJECTIVE = frozenset({"J", "N", "n"})
_BEHIND_NOUN = frozenset({"P", "X", "V", "B", "H", "W", "C", "L"})


def length(amount: float | None, unit: str) -> Reading:
    """A duration of ``amount`` units; null where the number is vague."""
    return Reading(
        kind=Kind.LENGTH,
        type=TimexType.DURATION,
        value=duration_value(amount, unit),
        basis=DateBasis.NONE,
        length=(amount, unit),
    )


def _unit(match: re.Match[str], scene: Scene) -> str:
    at = match.start("u")
    kind = scene.classes[at]
    if kind == letter("second"):
        return "TS"
    if kind in (letter("quarter"), letter("quarters")):
        return "Q"
    return str(scene.values[at])


def _counted(match: re.Match[str], scene: Scene) -> Reading | None:  # noqa: PLR0911 - one per exception
    """``four years``, ``a two-hour`` (battle), ``nearly an hour``, ``two to three weeks``."""
    first, stop = match.start("n"), match.end("n")
    unit = _unit(match, scene)
    alone = stop - first == 1
    if scene.word(match.end()) == "old" or (
        scene.word(match.end()) == "-" and scene.word(match.end() + 1) in ("old", "olds")
    ):
        return None
    if scene.word(match.end()) == "of" and scene.word(match.end() + 1) == "age":
        return None
    if (
        unit == "Y"
        and scene.word(match.start() - 1) == "of"
        and (scene.word(match.start() - 2) in load_lexicon().persons.last_words)
    ):
        return None  # "a man of 63 years"
    if alone and scene.classes[first] == letter("an"):
        if unit in ("TS", "Q") or scene.classes[match.start("u")] == letter("units"):
            return None
        if _follows_count(scene, match.start()):
            return every(unit, 1)
    if (
        unit == "TS"
        and scene.words[match.start("u")] == "second"
        and scene.word(match.start("u") - 1) != "-"
    ):
        return None
    if unit == "Q" and scene.words[match.start("u")] == "quarter":
        return None
    amount = _amount(match, scene)
    if match.start("h") >= 0 and amount is not None:
        amount += 0.5
    return length(amount, unit)


def _amount(match: re.Match[str], scene: Scene) -> float | None:
    """The number before the unit; null for ranges such as "two to three"."""
    inner = range(match.start("n") + 1, match.end("n"))
    if any(
        scene.classes[index] in (letter("to"), letter("or"), letter("tilde")) for index in inner
    ):
        return None
    pair = scene.values[match.start("n")]
    return None if isinstance(pair, tuple) else amount_of(scene, match.start("n"), match.end("n"))


def _follows_count(scene: Scene, at: int) -> bool:
    """Whether a number or "times" stands before "a year": how often, not how long."""
    before = scene.classes[at - 1] if at else ""
    return before in (
        letter("small"),
        letter("int"),
        letter("number"),
        letter("once"),
        letter("times"),
    )


def _bare(match: re.Match[str], scene: Scene) -> Reading | None:
    """``for years``, ``weeks of fighting``, ``decades-long``."""
    before, after = scene.word(match.start() - 1), scene.word(match.end())
    if (
        match.start("g") < 0
        and before not in context("before_bare_unit")
        and after not in context("after_bare_unit")
    ):
        return None
    if scene.values[match.start("u")] in ("NI", "MO", "EV", "AF"):
        return None
    return length(None, _unit(match, scene))


def _long(match: re.Match[str], scene: Scene) -> Reading | None:
    """``day-long``, ``weeklong``."""
    return length(1.0, str(scene.values[match.start("u")]))


def every(unit: str, amount: float | None) -> Reading:
    """A set: something that happens once in every ``amount`` units."""
    return Reading(
        kind=Kind.OTHER,
        type=TimexType.SET,
        value=duration_value(amount, unit),
        basis=DateBasis.NONE,
    )


def _every(match: re.Match[str], scene: Scene) -> Reading | None:
    """``every Friday``, ``each year``, ``every two weeks``, ``per day``."""
    at = match.start("u")
    kind, value = scene.classes[at], scene.values[at]
    if kind in (letter("weekday"), letter("weekdays")):
        return replace(every("W", 1), value=f"XXXX-WXX-{value}")
    if kind == letter("month"):
        return replace(every("Y", 1), value=f"XXXX-{value:02d}")
    if kind == letter("part"):
        return replace(every("D", 1), value=f"XXXX-XX-XXT{value}")
    if kind in (letter("weekend"), letter("weekends")):
        return replace(every("W", 1), value="XXXX-WXX-WE")
    if scene.word(match.end()) == "of":
        return None
    amount = amount_of(scene, match.start("n"), match.end("n")) if match.start("n") >= 0 else 1
    return every(_unit(match, scene), amount)


def _weekdays(match: re.Match[str], scene: Scene) -> Reading | None:
    if (
        scene.word(match.start() - 1) != "on"
        and scene.classes[match.end() : match.end() + 1] == OTHER
    ):
        return None  # "Tuesdays bombing": an apostrophe was lost
    return replace(every("W", 1), value=f"XXXX-WXX-{scene.values[match.start()]}")


def _is_newspaper(at: int, scene: Scene) -> bool:
    """As in "the daily El Sol", "the weekly paper", "a local daily in": no "the daily shelling"."""
    following = scene.word(at + 1)
    if following in context("newspaper"):
        return True
    before = scene.word(at - 1)
    is_one = before in _ONE or (
        scene.word(at - 2) in _ONE and word_tags().get(before) in _ADJECTIVE
    )
    if not is_one:
        return False
    if not following[:1].isalnum():
        return following != "-"
    if word_tags().get(following) in _BEHIND_NOUN or following in context("article_of_name"):
        return True
    is_name = scene.is_mixed_case and scene.is_capital(at + 1)
    return is_name and following not in load_lexicon().nations.last_words


def _regular(match: re.Match[str], scene: Scene) -> Reading | None:
    """``daily``, ``annual``; not the name of a newspaper, nor a newspaper."""
    at = match.start()
    if (scene.is_mixed_case and at > 0 and scene.is_capital(at)) or _is_newspaper(at, scene):
        return None
    return replace(every("D", 1), value=str(scene.values[at]))


def length_rules() -> tuple[Rule, ...]:
    """The rules of this module, most specific first."""
    half = "(?P<h><and><an><half>)?"
    return (
        Rule(
            rule_id="set-every",
            pattern="<every|per>(?P<n>{NUM}|<ordinal>)?"
            "(?P<u><weekday|month|unit|units|part|weekend|quarter>)",
            build=_every,
        ),
        Rule(
            rule_id="set-times",
            pattern="(?:<once>|{NUM}<times>)<an|per|every>(?P<n>{NUM})?(?P<u><unit>)",
            build=_every,
        ),
        Rule(rule_id="set-weekdays", pattern="<weekdays>", build=_weekdays),
        Rule(rule_id="set-regular", pattern="<regular>", build=_regular),
        Rule(
            rule_id="length",
            pattern="{APPROX}?(?P<n>{NUMRANGE}|<dayrange>)<dash>?<stretch>{0,2}(?P<u>{UNIT})"
            + half
            + "(?:<dash><long>)?(?:<or><so>)?",
            build=_counted,
        ),
        Rule(
            rule_id="length-long",
            pattern="(?P<u><unit_long>|<unit>(?=<dash><long>))(?:<dash><long>)?",
            build=_long,
        ),
        Rule(
            rule_id="length-bare",
            pattern="{APPROX}?(?P<u><units>)(?P<g><dash><long>)?",
            build=_bare,
        ),
    )
