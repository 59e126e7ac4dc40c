"""An arrest that a text tells again: "one man has been arrested ... A man in his 30s was held"."""

from collections.abc import Iterator, Sequence

from coder.discourse.acts import Act
from coder.discourse.counts.wholes import adds
from coder.discourse.merging.conflicts import days_conflict, places_conflict
from coder.discourse.merging.own_doers import has_own_doers
from coder.events.drafts import Claim, Draft
from coder.values.labels import CasualtyKind, EventType, Modality, Scope

ARRESTED_AGAIN = "the one arrest of the text, told again"
_ARREST, _OCCURRED, _SINGLE = EventType.ARREST, Modality.OCCURRED, Scope.SINGLE
_ARRESTED = CasualtyKind.ARRESTED
_VERBAL = frozenset({"verb", "light"})
_SUSPECTS = frozenset({"suspect", "suspects"})


def arrested_again(acts: Sequence[Act], group: Act) -> tuple[Act, str] | None:
    """The only arrest told so far, where as many of the same are arrested and nothing is new."""
    if not _is_arrest(group) or group.main.support not in _VERBAL:
        return None
    told = [act for act in acts if _is_arrest(act)]
    if len(told) != 1:
        return None
    [act] = told
    is_one = (
        act.main.reading is not group.main.reading
        and not days_conflict(act, group)
        and not places_conflict(act, group)
        and not has_own_doers(act, group)
        and _are_those(act, group)
    )
    if not is_one:
        return None
    whole = next(_arrested(act.drafts))
    for claim in (claim for draft in group.drafts for claim in draft.claims):
        if claim.kind is _ARRESTED:
            claim.subset_of = claim.subset_of or whole
    return act, ARRESTED_AGAIN


def _is_arrest(act: Act) -> bool:
    main = act.main
    return (
        main.type is _ARREST
        and main.subtype == "arrest"
        and main.modality is _OCCURRED
        and main.scope is _SINGLE
        and main.countable
    )


def _are_those(act: Act, group: Act) -> bool:
    """Whether as many are arrested, who may be the same: "one man ... A man in his 30s"."""
    old, new = list(_arrested(act.drafts)), list(_arrested(group.drafts))
    if not old:
        return False
    if not new:  # "The suspects were arrested at a house"
        return _are_the_suspects(group.main)
    return (
        len(old) == len(new) == 1
        and not adds(new[0])
        and old[0].best == new[0].best
        and _may_be_one_person(old[0].head_word, new[0].head_word)
    )


def _arrested(drafts: Sequence[Draft]) -> Iterator[Claim]:
    for draft in drafts:
        yield from (it for it in draft.claims if it.kind is _ARRESTED and it.best)


def _are_the_suspects(draft: Draft) -> bool:
    return any(
        item.nominal.is_definite and draft.head_word(item) in _SUSPECTS
        for item in draft.by_role("victim")
    )


def _may_be_one_person(old: str, new: str) -> bool:
    """As in "a man", "a suspect" and "a man"; not "a man" and "a woman", "a nurse" and a guard."""
    return old == new or not {old, new}.isdisjoint(_SUSPECTS)
