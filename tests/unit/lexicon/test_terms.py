from coder.lexicon.load import load_lexicon
from coder.lexicon.terms import TermCategory


def test_the_longest_term_wins_from_the_left_and_from_the_right() -> None:
    lexicon = load_lexicon()
    norms = ("a", "police", "station", "fell")
    assert (lexicon.targets.longest(norms, 1) or (0,))[0] == 2
    assert (lexicon.targets.ending(norms, 0, 3) or (0,))[0] == 2
    assert lexicon.targets.ending(norms, 2, 3) is not None
    assert lexicon.targets.longest(norms, 3) is None
    assert lexicon.targets.ending(norms, 0, 1) is None


def test_a_term_cut_off_by_the_end_is_not_found() -> None:
    assert load_lexicon().actors.longest(("the", "syrian", "democratic"), 1) is None


def test_one_form_may_stand_for_several_lists() -> None:
    found = load_lexicon().terms.longest(("tanks", "fired"), 0)
    assert found is not None
    assert {term.category for term in found[1]} == {TermCategory.WEAPON, TermCategory.TARGET}


def test_the_union_knows_what_its_tables_know() -> None:
    lexicon = load_lexicon()
    assert len(lexicon.terms) > 10_000
    assert lexicon.terms.get("islamic state")
    assert lexicon.terms.longest(("zzz",), 0) is None
    assert "soldiers" in lexicon.terms.first_words
