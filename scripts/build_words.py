"""Build ``coder/lexicon/data/words_en.tsv`` from the word list of Brill's tagger.

    pip download --no-deps textblob
    python scripts/build_words.py textblob-*.whl

The list (``textblob/en/en-lexicon.txt``) is copyright 1993 by the Massachusetts Institute of
Technology and the University of Pennsylvania, MIT licence. Only lower-case words are kept, with
one tag character each; the characters are explained in ``coder/grammar/tags.py``.
"""

import re
import sys
import zipfile
from collections import defaultdict
from pathlib import Path

OUT = Path(__file__).parent.parent / "coder" / "lexicon" / "data" / "words_en.tsv"
TAGS = {
    "NN": "N", "NNS": "N", "VB": "V", "VBP": "V", "VBZ": "Z", "VBG": "G", "JJ": "J", "JJR": "J",
    "JJS": "J", "RB": "A", "RBR": "A", "RBS": "A", "RP": "A", "IN": "P", "MD": "M", "UH": "A",
    "CD": "#",
}  # fmt: skip
OVERRIDES = {
    name: frozenset(words.split(" "))
    for name, words in (
        line.split("\t")
        for line in (Path(__file__).parent / "build_words.tsv").read_text("utf-8").splitlines()
        if not line.startswith("#")
    )
}
# Verbs whose past and participle are one irregular form, and nouns that are verbs as well.
SAME_PAST = OVERRIDES["same_past"]
NOUN_AND_VERB = OVERRIDES["noun_and_verb"]
PARTICIPLE_ENDING = re.compile(r"(?:[^aeiou]n|en|wn|ne|um|un|ung|unk|ain)$")


def tag(word: str, penn: str) -> str | None:
    """One tag character, or None for a word that is not kept."""
    if word in OVERRIDES["adjective"]:
        return "J"
    if penn in {"VBD", "VBN"}:
        if word.endswith("ed") or word in SAME_PAST:
            return "X"
        if penn == "VBD":
            return "L"
        return "K" if PARTICIPLE_ENDING.search(word) else "X"
    return TAGS.get(penn)


def split_ambiguous(by_tag: dict[str, list[str]]) -> None:
    """Move nouns that are verbs as well ("attack") to "n", their -s forms ("attacks") to "s"."""
    participles = frozenset(by_tag["X"])
    both = {
        word
        for word in (*by_tag["N"], *by_tag["V"])
        if word in NOUN_AND_VERB or (word in by_tag["N"] and participle(word) in participles)
    }
    plurals = {plural(word) for word in both}
    for old in ("N", "V", "Z"):
        kept = [word for word in by_tag[old] if word not in both and word not in plurals]
        by_tag[old] = kept
    by_tag["n"] = sorted(both)
    by_tag["s"] = sorted(plurals)


def participle(word: str) -> str:
    """The regular past form."""
    return word + ("d" if word.endswith("e") else "ed")


def plural(word: str) -> str:
    """The regular -s form of a noun and of a verb."""
    if word.endswith(("s", "sh", "ch", "x", "z")):
        return word + "es"
    return word + "s"


def main(wheel: str) -> None:
    """Write the list, one line a tag, words sorted."""
    with zipfile.ZipFile(wheel) as archive:
        lines = archive.read("textblob/en/en-lexicon.txt").decode("utf-8").splitlines()
    by_tag: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        if line.startswith(";;;") or " " not in line:
            continue
        word, penn = line.split(" ")[:2]
        if not re.fullmatch(r"[a-z][a-z]+(?:-[a-z]+)?", word):
            continue
        found = tag(word, penn)
        if found is not None:
            by_tag[found].append(word)
    split_ambiguous(by_tag)
    header = __doc__.split("\n\n")[2] if __doc__ else ""
    with OUT.open("w", encoding="utf-8") as out:
        out.writelines(f"# {line}\n" for line in header.strip().splitlines())
        out.write("# columns: tag character, words separated by one space\n")
        for found in sorted(by_tag):
            out.write(f"{found}\t{' '.join(sorted(by_tag[found]))}\n")


if __name__ == "__main__":
    main(sys.argv[1])
