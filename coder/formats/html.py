"""Is a text HTML, and what is left when its markup is blanked out.

Blanking keeps every offset: a tag becomes as many spaces or line breaks as it has characters, so
evidence still points into the text the user gave. Entities stay; normalisation of the text reads
them.
"""

import re
from functools import cache
from itertools import islice

_TAGS = (
    "a|abbr|article|aside|b|blockquote|body|br|button|caption|center|code|dd|div|dl|dt|em|figure|"
    "figcaption|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|li|link|main|meta|nav|"
    "ol|p|picture|pre|script|section|small|source|span|strong|style|sub|sup|svg|table|tbody|td|th|"
    "thead|time|title|tr|u|ul|video"
)
_BLOCK = (
    "article|aside|blockquote|body|br|center|dd|div|dl|dt|figure|figcaption|footer|form|h[1-6]|head|"
    "header|hr|html|li|main|nav|ol|p|pre|section|table|tbody|td|th|thead|title|tr|ul"
)
_MIN_TAGS = 3  # one "<b>" in a plain text is no page
_MAX_TAG = 4_000
_LOOK_AT = 100_000


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    tag = re.compile(rf"</?(?:{_TAGS})(?:\s[^<>]{{0,{_MAX_TAG}}})?\s?/?>", re.IGNORECASE)
    any_tag = re.compile(rf"<[/!?a-zA-Z][^<>]{{0,{_MAX_TAG}}}>")
    block = re.compile(rf"</?(?:{_BLOCK})\b", re.IGNORECASE)
    document = re.compile(
        r"\s{0,100}(?:<\?xml[^>]{0,200}>\s{0,10})?<(?:!doctype\s+html|html)\b", re.IGNORECASE
    )
    return tag, any_tag, block, document


def looks_like_html(text: str) -> bool:
    """Whether the text is a page or a piece of one; a stray tag is not enough.

    >>> looks_like_html("<p>Two were hurt.</p><p>More soon.</p>"), looks_like_html("a < b, b > c")
    (True, False)
    """
    if "<" not in text:
        return False
    tag, _, _, document = _patterns()
    if document.match(text):
        return True
    tags = tag.finditer(text, 0, _LOOK_AT)
    return len(list(islice(tags, _MIN_TAGS))) == _MIN_TAGS


def blank_markup(text: str) -> str:
    r"""The text with tags, comments, scripts and styles blanked out; of the same length.

    >>> blank_markup("<p>Two <b>men</b></p>")
    '\n\n Two    men    \n\n  '
    """
    if "<" not in text:
        return text
    text = _blank_between(text, "<!--", "-->")
    text = _blank_between(text, "<script", "</script>")
    text = _blank_between(text, "<style", "</style>")
    _, any_tag, block, _ = _patterns()

    def blank(match: re.Match[str]) -> str:
        tag = match.group()
        if block.match(tag):
            return "\n\n" + " " * (len(tag) - 2)
        return " " * len(tag)

    return any_tag.sub(blank, text)


def _blank_between(text: str, opening: str, closing: str) -> str:
    """Blank everything from ``opening`` to ``closing``; to the end where it is never closed."""
    lowered = text.lower()
    if len(lowered) != len(text):  # a few letters grow when lowered and would shift what follows
        lowered = text
    at = lowered.find(opening)
    if at < 0:
        return text
    pieces, done = [], 0
    while at >= 0:
        end = lowered.find(closing, at)
        end = len(text) if end < 0 else end + len(closing)
        pieces += [text[done:at], " " * (end - at)]
        done = end
        at = lowered.find(opening, done)
    return "".join(pieces) + text[done:]
