"""Acts told in a clause of time or place: "killed when gunmen raided", "at a club, where 82 were".

In: two drafts of one sentence. Out: whether the clause tells how, when or where the other happened.
"""

from coder.events.drafts import Draft

_WHEN = frozenset({"when", "as"})


def is_what_befell(draft: Draft) -> bool:
    """A passive without a doer: "a guard was killed, two shops were burned"."""
    return draft.construction == "passive" and not draft.by_role("perpetrator")


def did_harm_by(one: Draft, other: Draft) -> bool:
    """As in "killed nine marchers when they fired into the crowd": how those who did it did it."""
    doers = {filler.nominal.chunk for filler in one.by_role("perpetrator")}
    return one.frame.does_harm and any(
        filler.antecedent is not None
        and filler.antecedent[0] is one.reading
        and filler.antecedent[1].chunk in doers
        for filler in other.by_role("perpetrator")
    )


def happened_when(one: Draft, other: Draft) -> bool:
    """As in "... when insurgents raided the town": the act told behind "when" or "as"."""
    clauses = other.reading.clauses
    left, _ = clauses.clause(other.chunk)
    if not left or not other.by_role("perpetrator") or one.first > other.first:
        return False
    return other.reading.sentence.norms[clauses.chunks[left - 1].first] in _WHEN


def happened_where(one: Draft, other: Draft) -> bool:
    """As in "the worst attack was at a club, where 82 were shot dead": one place, no other day."""
    clauses = other.reading.clauses
    left, _ = clauses.clause(other.chunk)
    if not left or one.chunk >= left or other.times or other.modality is not one.modality:
        return False
    opening = clauses.chunks[left - 1]
    if opening.kind != "W" or other.reading.sentence.norms[opening.first] != "where":
        return False
    where = set(clauses.antecedent(left - 1))
    hit = {filler.nominal.chunk for filler in one.fillers}
    return not where.isdisjoint(hit)
