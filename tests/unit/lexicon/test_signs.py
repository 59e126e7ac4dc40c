"""The bits that stand for classes of words."""

from coder.lexicon.signs import sign, signs_of
from coder.lexicon.words import noun_classes


def test_a_bit_says_whether_a_sentence_has_a_word_of_a_class() -> None:
    animals = sign("animal")
    for words in ({"the", "dogs"}, {"the", "men"}, set[str]()):
        held = not noun_classes()["animal"].isdisjoint(words)
        assert bool(signs_of(frozenset(words)) & animals) is held


def test_a_bit_may_stand_for_several_classes_and_sets() -> None:
    asked = sign("animal", frozenset({"zz-one"}), lambda: frozenset({"zz-two"}))
    for word in ("zz-one", "zz-two", next(iter(noun_classes()["animal"]))):
        assert signs_of(frozenset({word, "the"})) & asked
    assert not signs_of(frozenset({"zz-three"})) & asked


def test_what_is_asked_for_late_is_found() -> None:
    assert signs_of(frozenset({"zz-late"})) == 0
    late = sign(frozenset({"zz-late"}))
    assert signs_of(frozenset({"zz-late"})) == late
