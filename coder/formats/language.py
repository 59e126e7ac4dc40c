"""Is a text English? A cheap look at scripts and function words, enough not to code Spanish.

The question is only whether *another* language is evident. Capitals, telegraphic style, lists of
names and short texts have few function words of any language and pass.
"""

from functools import cache
from importlib.resources import files
from string import ascii_letters

_SAMPLE = 2_000
_BEGINNING = 900  # characters
_ENOUGH_WORDS = 12
_ENGLISH_SHARE = 0.08  # running English has .3 to .45, headlines and cables .1 and more
_OTHER_SHARE = 0.08
_OTHER_DISTINCT = 3  # "de", "la" and "al" alone may be names
_FOREIGN_LETTERS = 0.5
_LETTERS = ascii_letters.encode()

# First code point of the blocks of letters that no text in English is written in, and a language
# most news in that script is in. A script is no proof of a language; "und" says so.
_SCRIPTS = (
    (0x0370, "el"),
    (0x0400, "ru"),
    (0x0530, "hy"),
    (0x0590, "he"),
    (0x0600, "ar"),
    (0x0700, "und"),
    (0x0900, "hi"),
    (0x0980, "bn"),
    (0x0A00, "und"),
    (0x0E00, "th"),
    (0x0E80, "und"),
    (0x1000, "my"),
    (0x10A0, "ka"),
    (0x1100, "ko"),
    (0x1200, "am"),
    (0x1300, "und"),
    (0x1780, "km"),
    (0x1800, "und"),
    (0x1E00, ""),
    (0x3040, "ja"),
    (0x3100, "zh"),
    (0xAC00, "ko"),
    (0xD7B0, "und"),
)
_FIRST_FOREIGN = _SCRIPTS[0][0]


def other_language(text: str, declared: str | None = None) -> str | None:
    """The ISO 639-1 code of the language the text is evidently in; null for English or undecidable.

    ``declared`` is the input's own word on it: a code such as ``fr`` or ``pt-BR``, or a name.

    >>> other_language("El grupo atacó el pueblo en la noche y mató a dos de los soldados")
    'es'
    """
    if declared and not _says_english(declared):
        return declared
    sample = text[:_SAMPLE]
    if not sample.isascii() and not _is_mostly_latin(sample):
        script = _foreign_script(sample)
        if script is not None:
            return script
    # The beginning of an English text has enough words of English for all of the sample, which has
    # about as many words as blanks.
    enough = _ENGLISH_SHARE * (sample.count(" ") + sample.count("\n") + 1)
    if _english_words(sample[:_BEGINNING].lower().split()) >= enough:
        return None
    return _by_function_words(sample.lower().split())


def _says_english(declared: str) -> bool:
    code = declared.strip().lower().replace("_", "-")
    return code in ("english", "und", "unknown", "") or code.split("-")[0] in ("en", "eng")


def _is_mostly_latin(sample: str) -> bool:
    """Whether letters of ASCII alone outnumber all that may be letters of another script."""
    plain = sample.encode("utf-8", "surrogatepass")  # each character of another takes further bytes
    return len(plain) - len(plain.translate(None, _LETTERS)) >= len(plain) - len(sample)


def _foreign_script(sample: str) -> str | None:
    letters = [ord(letter) for letter in sample if letter.isalpha()]
    foreign = [point for point in letters if point >= _FIRST_FOREIGN]
    if len(foreign) <= _FOREIGN_LETTERS * len(letters):
        return None
    names: dict[str, int] = {}
    for point in foreign:
        name = next(name for start, name in reversed(_SCRIPTS) if point >= start)
        if name:
            names[name] = names.get(name, 0) + 1
    return max(names, key=lambda name: names[name]) if names else None


def _english_words(words: list[str]) -> int:
    return sum(map(_function_words()[0].__contains__, words))


def _by_function_words(words: list[str]) -> str | None:
    if len(words) < _ENOUGH_WORDS:
        return None
    known = _function_words()[1]
    english = _english_words(words)
    if english >= _ENGLISH_SHARE * len(words):
        return None
    found: dict[str, list[str]] = {}
    for word in words:
        for language in known.get(word, ()):
            found.setdefault(language, []).append(word)
    if not found:
        return None
    best = max(found, key=lambda language: (len(set(found[language])), len(found[language])))
    evident = (
        len(found[best]) >= _OTHER_SHARE * len(words)
        and len(set(found[best])) >= _OTHER_DISTINCT
        and len(found[best]) > 2 * english
    )
    return best if evident else None


@cache
def _function_words() -> tuple[frozenset[str], dict[str, tuple[str, ...]]]:
    """The words of English, and word -> languages for those of other languages."""
    english = set()
    table: dict[str, tuple[str, ...]] = {}
    listing = files("coder.formats").joinpath("data/function_words.tsv").read_text("utf-8")
    rows = (line for line in listing.splitlines() if line and not line.startswith("#"))
    next(rows)
    for row in rows:
        word, languages = row.split("\t")
        if languages == "en":
            english.add(word)
        else:
            table[word] = tuple(languages.split("|"))
    return frozenset(english), table
