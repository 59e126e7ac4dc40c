"""Who tells a clause between its subject and its verb, as in "gunmen", he said, "shot a judge".

The marks around the teller become commas, as in "gunmen, he said, shot a judge": one clause, of
which every walk knows the subject.
"""

import re
from dataclasses import replace

from coder.grammar.chunks import Chunk
from coder.grammar.interruptions import DASHES
from coder.lexicon.words import noun_classes

_TELLER = r"(?:N(?P<after>[VX])[NPt]*|(?P<before>[VX])N(?:PN)*)"
_DASHED = re.compile(r"(?<=N):(?P<said>[UC][^:.()\"]{2,12}):(?=[VX])")
_BETWEEN = re.compile(
    rf"(?<=N)(?:(?P<open>,\"|\",){_TELLER},(?P<close>\")(?=[VX])"
    rf"|(?P<dash>:){_TELLER.replace('after', 'later').replace('before', 'first')}:(?=[VX]))"
)


def with_tellers_between(norms: tuple[str, ...], chunks: list[Chunk]) -> list[Chunk]:
    """The chunks of a sentence with commas around who tells it between subject and verb."""
    kinds = "".join([chunk.kind for chunk in chunks])
    dashed = _DASHED.search(kinds)
    if dashed is not None and norms[chunks[dashed.start()].first] in DASHES:
        for mark in (dashed.start(), dashed.end() - 1):
            chunks[mark] = replace(chunks[mark], kind=",")
        return chunks
    found = _BETWEEN.search(kinds)
    if found is None:
        return chunks
    verb = max(found.start(name) for name in ("after", "before", "later", "first"))
    if norms[chunks[verb].head] not in noun_classes()["clausal"]:
        return chunks
    first, last = found.start(), found.end() - 1
    if found["dash"]:
        for mark in (first, last):
            chunks[mark] = replace(chunks[mark], kind=",")
        return chunks
    quote = first + (kinds[first] == ",")
    return [chunk for at, chunk in enumerate(chunks) if at not in (quote, last)]
