"""Who rejects an account or a charge told before: "the army denied it", "Kigali called it a lie".

Such sentences need no act of their own. The act meant is the one of violence told last.
"""

from collections.abc import Iterator, Sequence

from coder.discourse.acts import Act
from coder.events.attribution import find_sources
from coder.events.denials import DENYING, rejects_account
from coder.events.drafts import SourceDraft
from coder.events.reading import Reading
from coder.values.labels import Stance

_SOON = 4  # sentences
_DENY = Stance.DENY


def attach_deniers(acts: Sequence[Act], reading: Reading) -> None:
    """Give the act of violence that a sentence rejects the one who rejects it."""
    if not acts or not reading.signs & DENYING:
        return
    for source in _deniers(reading):
        act = _act_meant(acts, reading)
        if act is not None:
            act.deniers.append(source)


def _deniers(reading: Reading) -> Iterator[SourceDraft]:
    for source in find_sources(reading):
        if source.stance is _DENY and source.verb is not None:
            verb = source.verb
            if rejects_account(reading, verb, is_denial=True) or rejects_account(
                reading, verb, is_denial=False
            ):
                yield source


def _act_meant(acts: Sequence[Act], reading: Reading) -> Act | None:
    """The act told in the sentence, else the last one told shortly before."""
    index = reading.sentence.index
    near = [
        act
        for act in acts
        if any(index - _SOON <= draft.reading.sentence.index <= index for draft in act.drafts)
    ]
    told = [act for act in near if any(draft.reading is reading for draft in act.drafts)]
    return max(told or near, key=lambda act: act.sentence, default=None)
