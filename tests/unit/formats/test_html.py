import pytest

from coder.formats.html import blank_markup, looks_like_html

PAGES = {
    "document": "<!DOCTYPE html><html><body>Two men died.</body></html>",
    "xhtml": '<?xml version="1.0"?><html xmlns="x"><body>Two men died.</body></html>',
    "fragment": '<p class="lead">Two men died.</p>\n<p>One was hurt.</p>',
    "links": 'He said <a href="x">so</a> twice.<br/>',
    "capitals": "<P>Two men died.<P>One was hurt.<BR>",
}
TEXTS = {
    "plain": "Two men died.",
    "comparison": "a < b and c > d, if x<y then y>x",
    "one stray tag": "He wrote <b> into the text.",
    "address": "Write to <desk@example.org> or <press@example.org> or <news@example.org>.",
    "placeholders": "<text missing> <name withheld> <unclear> <unclear>",
}


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES)
def test_pages_and_pieces_of_pages_are_html(text: str) -> None:
    assert looks_like_html(text)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_texts_with_angle_brackets_are_not(text: str) -> None:
    assert not looks_like_html(text)


@pytest.mark.parametrize("text", [*PAGES.values(), *TEXTS.values()])
def test_blanking_keeps_every_offset(text: str) -> None:
    blank = blank_markup(text)
    assert len(blank) == len(text)
    assert all(new in (old, " ", "\n") for old, new in zip(text, blank, strict=True))


def test_scripts_styles_and_comments_go_with_their_content() -> None:
    page = "<script>kill()</script><p>Two men died.</p><!-- bomb --><STYLE>p{}</STYLE>"
    assert blank_markup(page).split() == ["Two", "men", "died."]


def test_what_is_never_closed_is_blanked_to_the_end() -> None:
    assert blank_markup("Two men died. <script>while (1) {").rstrip() == "Two men died."


def test_paragraphs_stay_apart() -> None:
    assert "\n\n" in blank_markup("<p>Two men died.</p><p>One was hurt.</p>")


def test_letters_that_grow_when_lowered_shift_nothing() -> None:
    page = "İİ<script>x</script> Two men died."
    assert len(blank_markup(page)) == len(page)


def test_a_million_brackets_are_no_trouble() -> None:
    assert not looks_like_html("<" * 1_000_000)
    assert len(blank_markup("<a" * 200_000)) == 400_000
