"""A lexicon as text and back.

The text is blocks divided by empty lines; the first line of a block is its name. Of every term
table there are ``entries`` (one a line, see :mod:`coder.lexicon.folding`), ``forms`` (the form,
then its terms) and the words that ``begin`` and ``end`` forms under the numbers of tokens such
forms have. Plain lines are split by the interpreter faster than any structured format is read.
"""

from collections import defaultdict
from collections.abc import Mapping

from coder.lexicon.entries import SpeechVerb, TargetModifier
from coder.lexicon.folding import fold_entry, unfold_entry
from coder.lexicon.model import TABLES, Lexicon
from coder.lexicon.spelling import form_of
from coder.lexicon.terms import CaseNeed, FoldedTermTable, Term, TermTable


def dump_lexicon(lexicon: Lexicon) -> str:
    """The text of the pack; same lexicon, same text."""
    blocks: dict[str, list[str]] = {}
    for name in TABLES:
        blocks |= _table_blocks(name, getattr(lexicon, name))
    blocks["target_modifiers"] = [fold_entry(entry) for entry in lexicon.target_modifiers.values()]
    verbs = dict.fromkeys(lexicon.speech.values())
    blocks["speech"] = [fold_entry(verb) for verb in verbs]
    blocks["seats"] = ["\t".join(pair) for pair in lexicon.seats.items()]
    blocks["given_names"] = sorted(lexicon.given_names)
    blocks["word_names"] = sorted(lexicon.word_names)
    blocks["linking_suffixes"] = sorted(lexicon.linking_suffixes)
    blocks["force_words"] = list(lexicon.force_words)
    return "\n\n".join("\n".join((name, *lines)) for name, lines in blocks.items()) + "\n"


def parse_lexicon(text: str) -> Lexicon:
    """The lexicon of a text written by :func:`dump_lexicon`; terms are made when looked up."""
    blocks = {
        name: body for name, _, body in (block.partition("\n") for block in text[:-1].split("\n\n"))
    }
    tables = {name: _table(name, blocks) for name in TABLES}
    modifiers: list[TargetModifier] = [
        unfold_entry(line) for line in blocks["target_modifiers"].split("\n")
    ]
    verbs: list[SpeechVerb] = [unfold_entry(line) for line in blocks["speech"].split("\n")]
    return Lexicon(
        **tables,
        target_modifiers={form_of(entry.term): entry for entry in modifiers},
        speech={form: verb for verb in verbs for form in verb.forms},
        seats=dict(line.split("\t") for line in blocks["seats"].split("\n")),
        given_names=frozenset(blocks["given_names"].split("\n")),
        word_names=frozenset(blocks["word_names"].split("\n")),
        linking_suffixes=frozenset(blocks["linking_suffixes"].split("\n")),
        force_words=tuple(blocks["force_words"].split("\n")),
    )


def _table_blocks(name: str, table: TermTable) -> dict[str, list[str]]:
    entries = table.entries()
    numbers = {id(entry): number for number, entry in enumerate(entries)}
    forward, backward = table.sizes()
    return {
        f"{name}.entries": [fold_entry(entry) for entry in entries],
        f"{name}.forms": [
            "\t".join((form, ";".join(_fold_term(term, numbers) for term in table.get(form) or ())))
            for form in table.forms()
        ],
        f"{name}.begin": _by_sizes(forward),
        f"{name}.end": _by_sizes(backward),
    }


def _fold_term(term: Term, numbers: Mapping[int, int]) -> str:
    cells = [str(numbers[id(term.entry)]), term.category.value]
    if term.is_plural or term.need is not CaseNeed.ANY or term.capital or term.is_contested:
        cells += ["plural" if term.is_plural else "", term.need.value, str(term.capital)]
        cells.append("contested" if term.is_contested else "")
    return ",".join(cells)


def _by_sizes(words: Mapping[str, tuple[int, ...]]) -> list[str]:
    by_sizes: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for word, sizes in words.items():
        by_sizes[sizes].append(word)
    return [
        "\t".join((" ".join(map(str, sizes)), " ".join(sorted(found))))
        for sizes, found in sorted(by_sizes.items())
    ]


def _table(name: str, blocks: Mapping[str, str]) -> TermTable:
    cells = blocks[f"{name}.forms"].replace("\n", "\t").split("\t")
    return FoldedTermTable(
        dict(zip(cells[::2], cells[1::2], strict=True)),
        blocks[f"{name}.entries"].split("\n"),
        forward=_sizes(blocks[f"{name}.begin"]),
        backward=_sizes(blocks[f"{name}.end"]),
    )


def _sizes(block: str) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for line in block.split("\n"):
        sizes, _, words = line.partition("\t")
        found.update(dict.fromkeys(words.split(" "), tuple(map(int, sizes.split(" ")))))
    return found
