"""Words that stand together and are no longer what they are alone: "no longer", "oil well"."""

from coder.lexicon.words import noun_classes

_MAX_NAME = 8  # words from the first dash to the noun: "the A - B - C oil pipeline"


def fixed_words(norms: tuple[str, ...], vocabulary: frozenset[str]) -> list[tuple[int, int, str]]:
    """First token, token behind and tag of each such group of words."""
    found: list[tuple[int, int, str]] = []
    if "longer" in vocabulary:
        found += _no_longer(norms)
    if "well" in vocabulary:
        found += _wells(norms)
    if "-" in vocabulary and not noun_classes()["route"].isdisjoint(vocabulary):
        found += _named_routes(norms)
    return found


def _no_longer(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "no longer holds the town": two words, one adverb."""
    return [
        (at - 1, at + 1, "A")
        for at in range(1, len(norms))
        if norms[at] == "longer" and norms[at - 1] == "no"
    ]


def _named_routes(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "the Kirkuk - Baniyas oil pipeline": the ends of a route are its name.

    Only where the dash stands alone and the route is named by a noun close behind.
    """
    found: list[tuple[int, int, str]] = []
    routes = noun_classes()["route"]
    for at in range(1, len(norms) - 2):
        if norms[at] != "-" or not (norms[at - 1].isalpha() and norms[at + 1].isalpha()):
            continue
        behind = next(
            (k for k in range(at + 2, min(at + _MAX_NAME, len(norms))) if norms[k] in routes), None
        )
        if behind is not None and all(n.isalpha() or n == "-" for n in norms[at:behind]):
            last = max(k for k in range(at, behind) if norms[k] == "-") + 2
            found.append((at - 1, min(last, behind), "E"))
    return found


def _wells(norms: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """As in "an oil well": a thing, and no adverb."""
    return [
        (at, at + 1, "N")
        for at in range(1, len(norms))
        if norms[at] == "well" and norms[at - 1] in noun_classes()["drilled"]
    ]
