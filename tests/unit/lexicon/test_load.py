import pickle

from coder.lexicon.load import load_lexicon


def test_every_list_loads_and_pickles_by_content() -> None:
    lexicon = load_lexicon()
    copy = pickle.loads(pickle.dumps(lexicon))  # noqa: S301 - our own bytes
    assert copy.terms.forms() == lexicon.terms.forms()
    assert lexicon.actors.longest(("the", "islamic", "state"), 1) is not None
