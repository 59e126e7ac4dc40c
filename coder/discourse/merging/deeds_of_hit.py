"""What those hit are said to have done before: "shot a boy. The army said he had thrown a bomb"."""

from collections.abc import Container, Iterator, Sequence

from coder.discourse.acts import Act
from coder.events.drafts import Draft
from coder.events.roles.names import is_one_person
from coder.events.roles.nominals import Nominal
from coder.lexicon.closed import HE_SHE
from coder.rules.model import HIT_ROLES

_NOTE = "what those hit are said to have done before"
_NEAR = 2  # sentences
_DOERS = frozenset({"perpetrator"})


def set_deeds_of_hit_aside(acts: Sequence[Act], drafts: Sequence[Draft]) -> None:
    """Make background what lies before the act told last, and was done by those it hit."""
    for draft in drafts if acts else ():
        if _did_before(acts[-1], draft):
            draft.put_behind(_NOTE)


def is_deed_of_hit(act: Act, group: Act) -> bool:
    """Whether the group tells what those the act hit had done before: no part of the act."""
    return any(_did_before(act, draft) for draft in group.drafts)


def _did_before(act: Act, draft: Draft) -> bool:
    """As in "he had thrown": in the past perfect, of the one person that the act hit."""
    clauses, norms = draft.reading.clauses, draft.reading.sentence.norms
    is_near = 0 < draft.reading.sentence.index - act.sentence <= _NEAR
    doers = draft.by_role("perpetrator") if is_near else []
    if not doers or any(norms[it.nominal.head] not in HE_SHE for it in doers):
        return False
    is_tried = clauses.kinds[draft.chunk] == "I"  # "had tried | to stab"
    if "H" not in clauses.chunks[draft.chunk - is_tried].aux:
        return False
    hit = list(_single(act, HIT_ROLES))
    meant = {id(it.antecedent[1]) for it in doers if it.antecedent is not None}
    if meant:
        return any(id(it) in meant for it in hit)
    return bool(hit) and not any(_single(act, _DOERS))


def _single(act: Act, roles: Container[str]) -> Iterator[Nominal]:
    """Those in some roles of an act that are told as one person."""
    for draft in act.drafts:
        for filler in draft.fillers:
            if filler.role in roles and is_one_person(filler.nominal):
                yield filler.nominal
