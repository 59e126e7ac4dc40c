"""A frame of stating with its roles -> a row of ``statements``."""

from bisect import bisect_left
from hashlib import blake2b

from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.nonevents.document import Telling as Source
from coder.nonevents.links import event_about
from coder.nonevents.parties import speaker_type
from coder.nonevents.roles import Found, RoleWords
from coder.nonevents.status import is_negated, is_told
from coder.rules.ruleset import RuleSet
from coder.values.labels import Stance
from coder.values.mentions import TimeExpression
from coder.values.nonevent_labels import StatementKind
from coder.values.nonevents import Party, Statement, Words

_VERBS = "VZXLKG"
_ALONE = frozenset({StatementKind.CLAIM, StatementKind.CONDEMNATION, StatementKind.DENIAL})
_NEAR = 3  # tokens between what is stated and the day of the stating


def statement_of(found: Found, source: Source) -> Statement | None:
    """The statement; null where nothing was stated, or not about an act where it must be."""
    frame, reading, hit = found.frame, found.reading, found.hit
    if not is_told(found) or is_negated(found):
        return None
    topic = found.roles.get("topic")
    is_bare = topic is None and "addressee" not in found.roles and hit.form.pos == "verb"
    if is_bare and frame.kind not in _ALONE:
        return None
    if frame.about_acts and (topic is None or not _tells_act(reading, topic, source.rules)):
        return None
    trigger = source.words(reading, hit.first, _trigger_end(found))
    kind = StatementKind(frame.kind)
    speaker = found.roles.get("speaker")
    said = None if topic is None else source.words(reading, topic.first, topic.last)
    when = _day_of_saying(found)
    about = event_about(found, said, source)
    return Statement(
        statement_id=statement_id(source.doc_id, trigger, kind),
        telling=source.telling(reading, trigger, frame.frame_id),
        kind=kind,
        stance=None if frame.stance is None else Stance(frame.stance),
        speaker=_party(found, "speaker", source),
        source_type=None
        if speaker is None or speaker.nominal is None
        else speaker_type(reading, speaker.nominal),
        addressee=_party(found, "addressee", source),
        topic=said,
        first=when.first if when else None,
        last=when.last if when else None,
        time=None if when is None else source.at(reading, when.start, when.end),
        event_id=None if about is None else about[0],
        event_link=None if about is None else about[1],
    )


def statement_id(doc_id: str, trigger: Words, kind: StatementKind) -> str:
    """The same in every run as long as the trigger and the kind stay."""
    return "st_" + digest(doc_id, trigger, kind)


def digest(doc_id: str, trigger: Words, kind: str, ordinal: str = "") -> str:
    """16 hexadecimal digits of the document, the place of the trigger and the kind."""
    key = f"{doc_id}|{trigger.span.section}|{trigger.span.start}|{trigger.span.end}|{kind}{ordinal}"
    return blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _party(found: Found, role: str, source: Source) -> Party | None:
    words = found.roles.get(role)
    if words is None or words.nominal is None:
        return None
    return source.names.party(found.reading, words.nominal, words.last)


def _trigger_end(found: Found) -> int:
    return found.hit.last


def _tells_act(reading: Reading, topic: RoleWords, rules: RuleSet) -> bool:
    """Whether what is stated is an act or a state of force: its head, or a verb of its clause."""
    affairs = noun_classes()["affairs_of_force"]
    norms = reading.sentence.norms
    if topic.nominal is not None and reading.tags[topic.nominal.head] not in "D#":
        inside = range(topic.nominal.first, min(topic.nominal.last, topic.last))
        return any(token in reading.event_heads or norms[token] in affairs for token in inside)
    return any(
        token in reading.event_heads
        or norms[token] in affairs
        or (norms[token] in rules.trigger_forms and reading.tags[token] in _VERBS)
        for token in range(topic.first, topic.last)
    )


def _day_of_saying(found: Found) -> TimeExpression | None:
    """The time beside the trigger that stands outside what is stated: "declared Saturday"."""
    reading = found.reading
    starts = reading.sentence.starts
    topic = found.roles.get("topic")
    inside = range(topic.first, topic.last) if topic is not None else range(0)
    edges = [item.last for item in found.roles.values()]
    for time in reading.times:
        if time.first is None:
            continue
        at = bisect_left(starts, time.start)
        if at in inside or reading.clauses.kinds[reading.clauses.at_token[at]] != "t":
            continue  # "blaming the August 21 attack on the rebels": the day of the act
        if found.hit.first - _NEAR <= at < found.hit.last + _NEAR:
            return time
        if any(edge <= at < edge + _NEAR for edge in edges):
            return time
    return None
