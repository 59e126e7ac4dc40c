"""Doers that are the party, or its own people, that claims an act in the same sentence."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from coder.discourse.acts import Act, Responsibility
from coder.events.drafts import Draft, Filler
from coder.events.first_person import is_first_person
from coder.events.reading import Reading
from coder.lexicon.closed import POSSESSIVES
from coder.values.labels import Certainty


def claims_by_sentence(act: Act) -> Mapping[int, Sequence[Responsibility]]:
    """Who claims an act, by the reading (its ``id``) of the sentence that says so."""
    claims: dict[int, list[Responsibility]] = defaultdict(list)
    for item in act.responsibilities:
        if item.certainty is Certainty.CLAIMED:
            claims[id(item.reading)].append(item)
    return claims


def is_claimed(claims: Sequence[Responsibility], draft: Draft, filler: Filler) -> bool:
    """Whether the doers are a party that claims the act with them: "the Front said its men did"."""
    return filler.role == "perpetrator" and any(
        _is_own(draft.reading, filler, item) for item in claims
    )


def _is_own(reading: Reading, filler: Filler, claim: Responsibility) -> bool:
    """Whether doers behind a party are the party or its own people: "it", "its fighters"."""
    if is_first_person(reading, filler.nominal.chunk):
        return True
    if filler.nominal.first <= claim.nominal.first:
        return False
    if filler.antecedent is not None:
        said_in, meant = filler.antecedent
        return said_in is reading and meant.first == claim.nominal.first
    return reading.sentence.norms[filler.nominal.first] in POSSESSIVES
