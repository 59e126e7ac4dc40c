"""One read sentence -> what ``coder explain`` shows of it."""

from collections.abc import Iterable

from coder.events.drafts import Draft
from coder.events.hits import Hit
from coder.events.reading import Reading
from coder.rules.model import Frame
from coder.values.events import CodedDocument
from coder.values.mentions import Mention
from coder.values.trace import ChunkTrace, FrameTrial, SentenceTrace, UnitTrace


def sentence_trace(
    reading: Reading, mentions: Iterable[Mention], trials: list[FrameTrial], coded: CodedDocument
) -> SentenceTrace:
    """What the engine saw in a sentence, the frames it tried, and why there is a record or none."""
    sentence = reading.sentence
    clauses = reading.clauses
    told = tuple(
        event.event_id
        for event in coded.events
        if any(mention.section_sentence == sentence.index for mention in event.mentions)
    )
    if told:
        reason = "told: " + ", ".join(told)
    elif not trials:
        reason = "no trigger word in a place where it can be one"
    elif any(trial.accepted for trial in trials):
        reason = "a frame fits, but the words only name an act and assert none"
    else:
        reason = "no frame fits: " + "; ".join(dict.fromkeys(trial.verdict for trial in trials))
    return SentenceTrace(
        sentence=sentence,
        units=tuple(
            UnitTrace(start=start, end=end, text=word, categories=(tag,))
            for start, end, word, tag in zip(
                sentence.starts, sentence.ends, sentence.words, reading.tags, strict=True
            )
        ),
        mentions=tuple(mentions),
        chunks=tuple(
            ChunkTrace(
                start=sentence.starts[chunk.first],
                end=sentence.ends[chunk.last - 1],
                kind=chunk.kind,
                text=reading.words(chunk.first, chunk.last),
                features=_features(reading, number),
            )
            for number, chunk in enumerate(clauses.chunks)
        ),
        trials=tuple(trials),
        event_ids=told,
        reason=reason,
    )


def _features(reading: Reading, number: int) -> tuple[str, ...]:
    chunk = reading.clauses.chunks[number]
    norms = reading.sentence.norms
    if chunk.kind == "N":
        return (f"head={norms[chunk.head]}", *sorted(reading.nominal(number).fillers))
    if chunk.kind not in "VXKIG":
        return ()
    facts = [f"verb={norms[chunk.head]}"]
    facts += [name for name in ("passive", "negated") if getattr(chunk, name)]
    facts += [f"modal={norms[chunk.modal]}"] if chunk.modal is not None else []
    return tuple(facts)


def frame_trial(
    reading: Reading, hit: Hit, frame: Frame, draft: Draft | None, verdict: str
) -> FrameTrial:
    """One frame tried on one trigger: the roles it filled, or why it made no draft."""
    sentence = reading.sentence
    roles = (
        ()
        if draft is None
        else tuple(
            (filler.role, reading.words(filler.nominal.first, filler.nominal.last))
            for filler in draft.fillers
        )
    )
    return FrameTrial(
        frame_id=frame.frame_id,
        start=sentence.starts[hit.first],
        end=sentence.ends[hit.last - 1],
        trigger=reading.words(hit.first, hit.last),
        construction=None if draft is None else draft.construction,
        roles=roles,
        accepted=draft is not None,
        verdict=verdict,
    )
