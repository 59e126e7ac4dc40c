"""Parties that claim an act or are blamed for it, and are told as its doers as well."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from coder.discourse.acts import Act, Responsibility
from coder.events.drafts import Draft, Filler
from coder.events.reading import Reading
from coder.events.roles.first_person import is_first_person
from coder.events.roles.group_names import listed_before
from coder.events.roles.nominals import Nominal
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
        return said_in is reading and listed_before(reading, meant).first == claim.nominal.first
    return reading.sentence.norms[filler.nominal.first] in POSSESSIVES


def where_told(reading: Reading, nominal: Nominal) -> tuple[int, int]:
    """The sentence and the group in which a party stands, as a party or as a country."""
    return id(reading), nominal.chunk


def rows_of_blamed(act: Act, placed: Mapping[tuple[int, int], int]) -> dict[int, int]:
    """The rows of those blamed who have one as doers: "Pakistan" as a party and as a country."""
    blamed = (
        (id(item.nominal), where_told(item.reading, item.nominal)) for item in act.responsibilities
    )
    return {number: placed[where] for number, where in blamed if where in placed}
