"""The part of a sentence that tells one act: what is used outside it is another act's."""

from coder.events.drafts import Draft
from coder.events.together.sequels import is_sequel
from coder.lexicon.words import noun_classes


def part_telling(draft: Draft) -> tuple[int, int]:
    """The chunks of the clause of an act, without those of acts before or after it."""
    clauses = draft.reading.clauses
    left, right = clauses.clause(draft.chunk)
    before = draft.chunk - 1
    if is_sequel(draft) or (
        draft.construction == "gerund" and clauses.kinds[max(before, 0) : draft.chunk] == "P"
    ):
        right = clauses.kinds.find(",", draft.chunk, right) + 1 or right
    if draft.construction == "nominal" and before > left and _follows_on(draft, before):
        left = before  # "fired tear gas after the arrest of two men"
    return left, _before_other_act(draft, right)


def _before_other_act(draft: Draft, right: int) -> int:
    """As in "stormed the school after the explosion of two bombs": those bombs are another's."""
    kinds, chunks = draft.reading.clauses.kinds, draft.reading.clauses.chunks
    at = kinds.find("PN", draft.chunk + 1, right)
    while at > 0:
        if _follows_on(draft, at) and chunks[at + 1].head in draft.reading.event_heads:
            return at
        at = kinds.find("PN", at + 1, right)
    return right


def _follows_on(draft: Draft, preposition: int) -> bool:
    return draft.reading.clauses.first_words[preposition] in noun_classes()["behind_prep"]
