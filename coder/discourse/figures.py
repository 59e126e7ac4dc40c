"""Words of force that tell of no violence: matches, markets and stories in the words of war."""

from collections.abc import Sequence

from coder.events.drafts import Draft
from coder.events.reading import Reading
from coder.lexicon.words import noun_classes
from coder.values.labels import ActorType, EventType
from coder.values.text import NormalisedText

_DOMAINS = ("sport", "business", "fiction")
_FIGURATIVE = frozenset(
    {
        EventType.ARMED_ATTACK,
        EventType.ARMED_CLASH,
        EventType.SHELLING,
        EventType.BOMBING,
        EventType.KILLING,
        EventType.AGREEMENT,
        EventType.MILITARY_OPERATION,
        EventType.TERRITORIAL_CHANGE,
        EventType.PROPERTY_ATTACK,
        EventType.ABDUCTION,
        EventType.RELEASE,
        EventType.AIR_STRIKE,
    }
)
_OPENING = 3  # chunks
_MIN_WORDS = 3
_SHARE = 40  # one telling word in so many
_STRIPPED = ".,;:!?\"'()[]\u2019"

_NICKNAMES = frozenset({ActorType.UNKNOWN, ActorType.PRIVATE_SECURITY})

Group = tuple[list[Draft], str]


def without_figures(groups: list[Group], sections: Sequence[NormalisedText]) -> list[Group]:
    """Leave out acts of force in a text of sport, business or fiction, unless they are real.

    A number of people harmed, an armed party or a victim with a day makes an act real.
    """
    groups = [group for group in groups if not any(_is_in_story(draft) for draft in group[0])]
    doubtful = [group for group in groups if _is_doubtful(group[0])]
    if not doubtful or not is_figurative_domain(" ".join(item.text for item in sections)):
        return groups
    dropped = {id(group) for group in doubtful}
    return [group for group in groups if id(group) not in dropped]


def is_figurative_domain(text: str) -> bool:
    """Whether a text is dense with the words of sport, business or fiction."""
    pieces = text.lower().split()
    words = {piece if piece.isalpha() else piece.strip(_STRIPPED) for piece in set(pieces)}
    classes = noun_classes()
    for domain in _DOMAINS:
        telling = len(words & classes[domain])
        if telling >= _MIN_WORDS and telling * _SHARE >= len(pieces):
            return True
    return False


def _is_in_story(draft: Draft) -> bool:
    """As in "the novel opens with a bombing": what a story tells did not happen."""
    reading = draft.reading
    if _opens_with_story(reading, draft.chunk):
        return True
    verb = draft.chunk if draft.support == "verb" else draft.governor
    if verb is None or reading.clauses.kinds[verb] not in "VXKIG":
        return False
    heads = (reading.clauses.chunks[number].head for number in reading.clauses.subject(verb))
    return any(reading.sentence.norms[head] in noun_classes()["story"] for head in heads)


def _opens_with_story(reading: Reading, number: int) -> bool:
    """As in "in the last episode the detective is kidnapped"."""
    stories = noun_classes()["story"]
    chunks = reading.clauses.chunks[: min(number, _OPENING)]
    return any(
        chunk.kind == "N" and reading.sentence.norms[chunk.head] in stories for chunk in chunks
    )


def _is_doubtful(drafts: Sequence[Draft]) -> bool:
    """Whether nothing in the telling is of flesh and iron."""
    return all(draft.type in _FIGURATIVE for draft in drafts) and not any(
        _is_real(draft) for draft in drafts
    )


def _is_real(draft: Draft) -> bool:
    """A force that is no nickname ("the Gunners"), a suicide bomb, or people counted as harmed."""
    words = draft.reading.sentence.words
    for filler in draft.fillers:
        actor = filler.nominal.actor
        if actor is not None and "armed" in filler.nominal.fillers:
            head = filler.nominal.head
            is_plain = (head == 0 and words[-1] == ".") or not words[head][:1].isupper()
            if actor.actor_id is not None or (actor.type not in _NICKNAMES and is_plain):
                return True
        weapon = filler.nominal.weapon
        if weapon is not None and weapon.is_suicide:
            return True
    return draft.frame.strength == "strong" and any(
        claim.quantity is not None for claim in draft.claims
    )
