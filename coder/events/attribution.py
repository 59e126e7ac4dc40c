"""Who says so: speech verbs with their speakers, and "according to" phrases (codebook 2.7)."""

from coder.events.drafts import SourceDraft
from coder.events.reading import Reading
from coder.mentions.sources import source_type
from coder.values.labels import ActorType, SourceType, Stance

_ACCORDING = ("according", "to")
_MANY = 3
_NO_SPEAKERS = frozenset({"it", "there", "which", "that", "what"})


def find_sources(reading: Reading) -> list[SourceDraft]:
    """Every speaker of a sentence, in the order of the text."""
    found: list[SourceDraft] = []
    if "according" not in reading.vocabulary and reading.lexicon.speech_words.isdisjoint(
        reading.vocabulary
    ):
        return found
    clauses = reading.clauses
    norms = reading.sentence.norms
    speech = reading.lexicon.speech
    for number, group in enumerate(clauses.chunks):
        if norms[group.first : group.first + 2] == _ACCORDING:
            source = _according(reading, number)
            if source is not None:
                found.append(source)
        elif group.kind in "VXG":
            verb = speech.get(norms[group.head])
            if verb is None or (group.kind == "G" and norms[group.head] != "quoting"):
                continue
            source = _speaker(reading, number, verb.stance)
            if source is not None:
                found.append(source)
    return found


def _speaker(reading: Reading, number: int, stance: Stance) -> SourceDraft | None:
    clauses = reading.clauses
    group = clauses.chunks[number]
    if group.passive:
        agents = [p.groups for p in clauses.phrases(number) if p.preposition == "by"]
        groups = agents[0] if agents else []
    else:
        groups = clauses.subject(number)
        if not groups:
            # Inverted: '"...," said Rami Abdul Rahman'.
            following = number + 1
            if clauses.kinds[following : following + 1] == "N" and clauses.kinds[
                number - 1 : number
            ] in ('"', ",", ""):
                groups = [following]
    if not groups:
        return None
    return _source(reading, groups[0], stance, number)


def _according(reading: Reading, number: int) -> SourceDraft | None:
    clauses = reading.clauses
    for at in range(number, min(number + 4, len(clauses.kinds))):
        if clauses.kinds[at] == "N" and clauses.chunks[at].first > clauses.chunks[number].first:
            return _source(reading, at, Stance.REPORT, number)
    return None


def _source(reading: Reading, group: int, stance: Stance, verb: int) -> SourceDraft | None:
    nominal = reading.nominal(group)
    norms = reading.sentence.norms
    words = norms[nominal.first : nominal.last]
    if "pronoun" in nominal.fillers or norms[nominal.head] in _NO_SPEAKERS:
        return None
    if nominal.quantity is not None and (nominal.quantity.best or 0) > _MANY:
        return None  # "... killed 23 civilians the monitor said": no chorus speaks
    kind = source_type(nominal.actor, words, reading.lexicon)
    if nominal.fillers & {"weapon", "vehicle", "event"} and nominal.actor is None:
        return None
    if "facility" in nominal.fillers and nominal.actor is None and kind is SourceType.OTHER:
        return None
    if kind is SourceType.OTHER and nominal.actor is None and "name" not in nominal.fillers:
        if nominal.place is None:
            return None
        kind = SourceType.STATE_OFFICIAL
    name = _name(reading, nominal.first, nominal.last)
    if name is None and nominal.actor is not None and nominal.actor.type is not ActorType.UNKNOWN:
        name = nominal.actor.name
    return SourceDraft(
        reading=reading,
        first=nominal.first,
        last=nominal.last,
        name=name,
        source_type=kind,
        stance=stance,
        nominal=nominal,
        verb=verb,
    )


def _name(reading: Reading, first: int, last: int) -> str | None:
    """The listed body inside the speaker's words: "director of the Syrian Observatory ..."."""
    for start, end, entry in reading.named:
        if first <= start and end <= last:
            return entry.name
    return None
