"""Who says so: speech verbs with their speakers, and "according to" phrases (codebook 2.7)."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from coder.events.counts.gapped import others_telling
from coder.events.drafts import Draft, SourceDraft
from coder.events.reading import Reading
from coder.events.roles.group_names import listed_before
from coder.events.roles.nominals import Nominal
from coder.events.status.denials import DENYING, rejects_account
from coder.grammar.particles import PARTICLES
from coder.lexicon.entries import SpeechVerb
from coder.lexicon.model import BLAMING
from coder.lexicon.words import noun_classes
from coder.mentions.sources import source_type
from coder.values.labels import ActorType, EventType, SourceType, Stance

_ACCORDING = ("according", "to")
_MANY = 3
_NEITHER = frozenset({"neither", "nor"})
NO_SPEAKERS = frozenset({"it", "there", "which", "that", "what", "this"})
_CITING = frozenset({"citing", "quoting"})
_QUOTING = frozenset({"quoted", "quotes", "cited", "cites"})
_ASKED = frozenset({"interviewed", "quoted", "cited", "contacted"})
_TELLING = frozenset({"told", "tell", "tells", "telling"})
_BELONGING = frozenset({"from", "in", "at", "with", "of"})
_SPEAKING_FOR = frozenset({"for", "from", "of"})
_FIGURED = frozenset({"give", "put", "release", "issue"})
_HANDLING = frozenset({"carry", "put", "give"})
_PARTICLES = PARTICLES | {"on"}
_ANSWERING = frozenset({"respond", "reply", "answer", "react"})
_BY_DEED = frozenset({"with", "by"})
_RELAYS = frozenset(
    {SourceType.MEDIA, SourceType.STATE_MEDIA, SourceType.MONITOR_NGO, SourceType.INTL_ORG}
)
_HELD = frozenset({"blamed", "accused"})
_RESPONSIBLE = 6  # tokens: "hold the marines responsible"
_DISPLACEMENT = EventType.DISPLACEMENT


def find_sources(reading: Reading) -> list[SourceDraft]:
    """Every speaker of a sentence, in the order of the text; each verb's speakers joined by "and".

    Who passes on what another one says ("told AFP", "interviewed by HRW") is marked as a relay.
    """
    found: list[SourceDraft] = []
    speech_words = reading.lexicon.speech_words
    accords = "according" in reading.vocabulary
    saying = speech_words
    if reading.signs & DENYING:
        saying = speech_words | noun_classes()["calling"]
    if not accords and saying.isdisjoint(reading.vocabulary):
        return found
    norms = reading.sentence.norms
    for number, group in enumerate(reading.clauses.chunks):
        if accords and norms[group.first : group.first + 2] == _ACCORDING:
            _take(found, _according(reading, number))
        elif group.kind in "VXG" and norms[group.head] in saying:
            _take(found, _told(reading, number))
    return found


def tells_of_speaker(draft: Draft, sources: Sequence[SourceDraft]) -> bool:
    """As in "Residents who fled to Dori put the toll at 40": a flight that only says who speaks."""
    clauses = draft.reading.clauses
    if draft.type is not _DISPLACEMENT or draft.support != "verb":
        return False
    if clauses.kinds[draft.chunk - 1 : draft.chunk] != "W":
        return False
    speakers = {source.nominal.chunk for source in sources if source.nominal is not None}
    return not speakers.isdisjoint(clauses.antecedent(draft.chunk - 1))


def _take(found: list[SourceDraft], sources: Iterator[SourceDraft]) -> None:
    """Add speakers, each with one stance once."""
    for source in sources:
        known = any(item.first == source.first and item.stance is source.stance for item in found)
        if not known:
            found.append(source)


def speech_verb(reading: Reading, number: int) -> SpeechVerb | None:
    """The verb of saying at the head of a verb group; null for other verbs and other senses."""
    norms = reading.sentence.norms
    head = reading.clauses.chunks[number].head
    lexicon = reading.lexicon
    if norms[head] not in lexicon.speech_words:
        return None
    speech = lexicon.speech
    verb = None
    if norms[head] in lexicon.speech_openers:  # "pinned the blame"
        verb = speech.get(" ".join(norms[head : head + 3]))
        verb = verb or speech.get(" ".join(norms[head : head + 2]))
    verb = verb or speech.get(norms[head])
    if verb is None:
        if "responsible" in norms[head + 1 : head + _RESPONSIBLE]:
            return speech.get(f"{norms[head]} responsible")
        return None
    goes_on = " " in verb.lemma and reading.clauses.kinds[number + 1 : number + 3] == "AI"
    if goes_on or _is_deed(verb.lemma, norms[head + 1 : head + 2]):
        return None  # "went on to attack a post"
    if verb.lemma in _FIGURED:
        figures = noun_classes()["figure"]
        objects = reading.clauses.objects(number)[:1]
        return verb if reading.clauses.has_head(objects, figures) else None
    return verb


def _is_deed(lemma: str, behind: Sequence[str]) -> bool:
    """As in "carried out", "put down"; "responded with two air strikes"."""
    if lemma in _HANDLING:
        return not _PARTICLES.isdisjoint(behind)
    return lemma in _ANSWERING and not _BY_DEED.isdisjoint(behind)


def _told(reading: Reading, number: int) -> Iterator[SourceDraft]:
    """The speakers of a verb group, and the one they told it to."""
    clauses = reading.clauses
    norm = clauses.head_words[number]
    verb = speech_verb(reading, number)
    is_usual = verb is None or verb.stance is not Stance.DENY
    if is_usual and rejects_account(reading, number, is_denial=False):
        yield from _sources(reading, clauses.subject(number), Stance.DENY, number)
        return
    if verb is None:
        return
    if clauses.kinds[number] == "G":
        yield from _told_by_gerund(reading, number, verb.stance)
        return
    if _is_only_told_of(reading, number, verb.stance):
        return
    speakers = _speakers(reading, number)
    yield from _sources(reading, speakers, verb.stance, number)
    others = [speaker for speaker, _ in others_telling(reading, number)]
    yield from _sources(reading, others, verb.stance, number)
    heard = clauses.chunks[number + 1 : number + 2]
    if norm in _TELLING and heard and heard[0].kind == "N":
        yield from _relays(reading, number + 1, number)
    if norm in _QUOTING and clauses.kinds[number + 1 : number + 2] == "N":
        whom = clauses.conjoined_right(number + 1)  # "the agency quoted police as saying"
        yield from _sources(reading, whom, verb.stance, number)
    for group in speakers:
        behind = clauses.kinds[group + 1 : group + 4]
        if behind == "XPN" and clauses.head_words[group + 1] in _ASKED:
            yield from _relays(reading, group + 3, number)


def _told_by_gerund(reading: Reading, number: int, stance: Stance) -> Iterator[SourceDraft]:
    """As in "citing the police", "accusing the army of"."""
    clauses = reading.clauses
    if clauses.head_words[number] in _CITING:
        following = number + 1
        if clauses.kinds[following : following + 1] == "N":
            yield from _sources(reading, [following], stance, number)
    elif stance is Stance.ACCUSE:
        yield from _sources(reading, clauses.subject(number), stance, number)


def _is_only_told_of(reading: Reading, verb: int, stance: Stance) -> bool:
    """Of whom it is said, and who says nothing.

    As in "women accused of witchcraft were beaten", "two men believed to be rebels", and in
    headlines.
    """
    clauses = reading.clauses
    if clauses.kinds[verb : verb + 2] == "XI":
        return clauses.head_words[verb] in noun_classes()["presuming"]
    behind = clauses.kinds[verb + 1 : verb + 2]
    if stance is not Stance.ACCUSE or behind not in {"P", "", ".", ","}:
        return False
    word = clauses.first_words[verb + 1] if behind else ""
    if clauses.kinds[verb] == "X" and clauses.head_words[verb] in _HELD and word != "by":
        return not clauses.objects(verb)  # "Rebels blamed for blast"
    return word == "of"


def _speakers(reading: Reading, number: int) -> list[int]:
    clauses = reading.clauses
    if clauses.chunks[number].passive:
        agents = [p.groups for p in clauses.phrases(number) if p.preposition == "by"]
        return agents[0] if agents else []
    groups = _of_matrix(reading, number, clauses.subject(number))
    following = number + 1
    if clauses.kinds[following : following + 1] != "N":
        return groups
    if groups and not _is_told_after(reading, groups[0], number):
        return groups
    # Inverted: '"...," said Rami Abdul Rahman'.
    return [following] if clauses.kinds[number - 1 : number] in ('"', ",", "") else groups


def is_speaker_with_name(reading: Reading, number: int) -> bool:
    """As in "including two women, | the mayor of Djibo, Idrissa Dicko, said": a clause begins."""
    clauses = reading.clauses
    behind = clauses.behind_of(number)
    if not clauses.kinds.startswith((",N,V", ",N,X"), behind):
        return False
    verb = clauses.chunks[behind + 3].head
    return reading.sentence.norms[verb] in reading.lexicon.speech_words


def _is_told_after(reading: Reading, subject: int, number: int) -> bool:
    """As in "The attackers killed nine people in Jos, said Danladi Gyang, a trader".

    The subject has a verb of its own, and who stands behind the verb of saying does nothing.
    """
    clauses = reading.clauses
    between = clauses.kinds[subject:number]
    if not between.endswith(",") or "W" in between or not {"V", "X"} & set(between):
        return False
    at = clauses.behind_of(number + 1)
    if clauses.first_words[at : at + 1] == ["including"]:
        at = clauses.behind_of(at + 1)  # "said a group of watchdogs including Liberty"
    return (
        clauses.kinds[at : at + 1] in {",", ".", ""}
        and reading.nominal(number + 1).quantity is None
    )


def _of_matrix(reading: Reading, number: int, groups: list[int]) -> list[int]:
    """The speakers, where those found are none.

    "Said two workers had been killed and blamed the rebels": no dead accuse; who spoke before does.
    "The rebels and the army each accuse the other": each stands for both.
    """
    clauses = reading.clauses
    if len(groups) != 1:
        return groups
    [group] = groups
    if clauses.first_words[group] == "each" and clauses.kinds[group - 1 : group] == "N":
        return clauses.conjoined_left(group - 1)
    if clauses.kinds[number - 1 : number] != "C" or not _is_harmed(reading, group):
        return groups
    at = group - 1
    while at > 0 and clauses.kinds[at] in "U#PN":
        at -= 1
    is_told = clauses.kinds[at] in "VX" and speech_verb(reading, at) is not None
    return clauses.subject(at) if is_told else groups


def _is_harmed(reading: Reading, group: int) -> bool:
    """Whether a group is the subject of a passive, or died."""
    clauses = reading.clauses
    at = group + 1
    while clauses.kinds[at : at + 1] in {"P", "N", "t", "A"}:
        at += 1
    if clauses.kinds[at : at + 1] not in {"V", "X"}:
        return False
    verb = clauses.chunks[at]
    return verb.passive or reading.sentence.norms[verb.head] in noun_classes()["harmed_killed"]


def _according(reading: Reading, number: int) -> Iterator[SourceDraft]:
    clauses = reading.clauses
    for at in range(number, min(number + 4, len(clauses.kinds))):
        if clauses.kinds[at] == "N" and clauses.chunks[at].first > clauses.chunks[number].first:
            yield from _sources(reading, clauses.conjoined_right(at), Stance.REPORT, number)
            return


def _relays(reading: Reading, group: int, verb: int) -> Iterator[SourceDraft]:
    """As in "told AFP": who is told counts where it is in the business of telling it on."""
    source = _source(reading, group, Stance.REPORT, verb)
    if source is None or source.source_type not in _RELAYS:
        return
    if source.name is not None or "name" in reading.nominal(group).fillers:
        source.is_relay = True
        yield source


def _sources(
    reading: Reading, groups: Sequence[int], stance: Stance, verb: int
) -> Iterator[SourceDraft]:
    for group in groups[:_MANY]:
        source = _source(reading, group, stance, verb)
        if source is not None:
            yield source


_MUTE = frozenset({"weapon", "vehicle", "event", "facility"})


def _source(reading: Reading, group: int, stance: Stance, verb: int) -> SourceDraft | None:
    nominal = listed_before(reading, reading.nominal(group))
    norms = reading.sentence.norms
    if "pronoun" in nominal.fillers or norms[nominal.head] in NO_SPEAKERS:
        return None
    is_neither = nominal.first > 0 and norms[nominal.first - 1] in _NEITHER  # "neither A nor B"
    # "... killed 23 civilians the monitor said": no chorus speaks
    are_many = nominal.quantity is not None and (nominal.quantity.best or 0) > _MANY
    is_nobody = nominal.is_negative or "each" in norms[nominal.first : nominal.last]
    if is_neither or is_nobody or are_many:
        return None  # "no group has claimed": nobody speaks
    last = _behind_name(reading, group, _end(reading, group, nominal.last))
    kind = source_type(nominal.actor, norms[nominal.first : last], reading.lexicon)
    is_voice = kind is not SourceType.OTHER or norms[nominal.head] in _voices(reading)
    mute = _MUTE - {"facility"} if is_voice else _MUTE
    if nominal.fillers & mute and nominal.actor is None:
        return None
    if not is_voice and nominal.actor is None and "name" not in nominal.fillers:
        if nominal.place is None:
            return None
        kind = SourceType.STATE_OFFICIAL
    if kind is SourceType.OTHER:
        kind = _told_beside(reading, nominal, stance)
    name = reading.name_inside(nominal.first, last)
    if name is None and nominal.actor is not None and nominal.actor.type is not ActorType.UNKNOWN:
        name = nominal.actor.name
    return SourceDraft(
        reading=reading,
        first=nominal.first,
        last=last,
        name=name,
        source_type=kind,
        stance=stance,
        nominal=nominal,
        verb=verb,
    )


def _voices(reading: Reading) -> AbstractSet[str]:
    """The last words of listed speakers: "the oil company said"."""
    return reading.lexicon.sources.last_words


def _told_beside(reading: Reading, nominal: Nominal, stance: Stance) -> SourceType:
    """What the words behind a speaker say of who it is."""
    kind = _described(reading, nominal.chunk) if _is_bare_name(nominal) else SourceType.OTHER
    is_open = kind is SourceType.OTHER and stance in BLAMING
    return _of_party(reading, nominal, stance) if is_open else kind


def _of_party(reading: Reading, nominal: Nominal, stance: Stance) -> SourceType:
    """As in "a spokesman for the Front claimed": of whom somebody is who owns up or denies.

    A body that owns up to an act is a party, whatever body it is.
    """
    clauses = reading.clauses
    behind = nominal.chunk + 1
    if clauses.kinds[behind : behind + 2] == "PN" and clauses.first_words[behind] in _SPEAKING_FOR:
        body = reading.nominal(behind + 1)
        words = reading.sentence.norms[body.first : body.last]
        return source_type(body.actor, words, reading.lexicon)
    is_owning_up = stance is Stance.CLAIM and "organisation" in nominal.fillers
    return SourceType.NONSTATE_PARTY if is_owning_up else SourceType.OTHER


def _behind_name(reading: Reading, group: int, last: int) -> int:
    """The end of a name that stands beside a noun: "the rebels' radio, Voice of Tigers, said"."""
    clauses = reading.clauses
    if clauses.head_words[group] not in noun_classes()["named_voice"]:
        return last
    if clauses.kinds[group + 1 : group + 3] != ",N":
        return last
    end = clauses.behind_of(group + 2)
    is_name = reading.tags[clauses.chunks[group + 2].first] == "E"
    return clauses.chunks[end - 1].last if is_name and clauses.kinds[end : end + 1] == "," else last


def _is_bare_name(nominal: Nominal) -> bool:
    """Whether a person is named and nothing said of who it is."""
    actor = nominal.actor
    if actor is None:
        return "name" in nominal.fillers
    return actor.type is ActorType.UNKNOWN and actor.actor_id is None and actor.name is not None


def _described(reading: Reading, group: int) -> SourceType:
    """As in "said Rami Khalil, a resident of the town": the words behind the name say who."""
    clauses = reading.clauses
    if clauses.kinds[group + 1 : group + 3] != ",N":
        return SourceType.OTHER
    beside = reading.nominal(group + 2)
    words = reading.sentence.norms[beside.first : beside.last]
    return source_type(beside.actor, words, reading.lexicon)


def _end(reading: Reading, group: int, last: int) -> int:
    """The end of a speaker's words: "sources in the Anbar police", "members of the council"."""
    clauses = reading.clauses
    if clauses.head_words[group] not in noun_classes()["voice"]:
        return last
    behind = clauses.at_token[last - 1] + 1
    if clauses.kinds[behind : behind + 2] != "PN":
        return last
    if clauses.first_words[behind] not in _BELONGING:
        return last
    inner = reading.nominal(behind + 1)
    return inner.last if inner.actor is not None else last
