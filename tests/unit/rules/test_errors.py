"""What a person sees who made a mistake in a rule file."""

import pytest

from coder.errors import RuleError
from coder.rules.loader import load_rules
from coder.rules.model import RuleSource

GOOD = """\
- id: bushwhack
  status: stable
  type: armed_attack/ambush
  why: Somebody is bushwhacked.
  triggers: {verb: [bushwhack]}
  roles:
    victim: {is: [person], as: object}
"""


def failure(text: str, name: str = "pack/f.yaml") -> RuleError:
    with pytest.raises(RuleError) as caught:
        load_rules([RuleSource(name, text)])
    return caught.value


@pytest.mark.parametrize(
    ("old", "new", "message", "line", "marked"),
    [
        ("victim:", "victm:", "unknown role 'victm' (did you mean 'victim'?)", 7, "victm"),
        ("[person]", "[persn]", "unknown value 'persn' (did you mean 'person'?)", 7, "persn"),
        ("as: object", "as: objekt", "did you mean 'object'?", 7, "objekt"),
        ("as: object", "az: object", "unknown key 'az' (did you mean 'as'?)", 7, "az"),
        (
            "status: stable",
            "stauts: stable",
            "unknown key 'stauts' (did you mean 'status'?)",
            2,
            "stauts",
        ),
        ("verb:", "verbs:", "unknown key 'verbs' (did you mean 'verb'?)", 5, "verbs"),
        ("armed_attack/ambush", "armed_atack", "did you mean 'armed_attack'?", 3, "armed_atack"),
        (
            "armed_attack/ambush",
            "armed_attack/ambus",
            "did you mean 'armed_attack/ambush'?",
            3,
            "armed_attack/ambus",
        ),
        ("status: stable", "status: done", "one of preview, stable, deprecated", 2, "done"),
        ("Somebody is bushwhacked.", "Why", "at least 10 characters", 4, "Why"),
        ("{verb: [bushwhack]}", "{}", "a frame needs a trigger", 5, "{}"),
        ("  roles:", "  needs: [target]\n  roles:", "needs 'target', which is no role", 1, None),
        ("  roles:", "  strength: weak\n  roles:", "a weak trigger must say which role", 1, None),
        ("  roles:", "  reciprocal: true\n  roles:", "needs the role 'participant'", 1, None),
        (
            "  roles:",
            "  strength: weak\n  bare: true\n  needs: victim\n  roles:",
            "cannot stand bare",
            1,
            None,
        ),
        ("  why: Somebody is bushwhacked.\n", "", "'why' is missing", 1, None),
        ("id: bushwhack", "id: Bush Whack", "string should match pattern", 1, "Bush Whack"),
    ],
)
def test_mistake_is_shown_with_line_and_caret(
    old: str, new: str, message: str, line: int, marked: str | None
) -> None:
    error = failure(GOOD.replace(old, new))
    assert message in str(error)
    assert error.line == line
    assert f"pack/f.yaml:{line}" in str(error)
    if marked is not None:
        *_, snippet, carets = str(error).splitlines()
        start = carets.index("^")
        assert snippet[start : len(carets)] == marked


def test_error_names_the_rule() -> None:
    assert failure(GOOD.replace("victim:", "victm:")).rule_id == "bushwhack"


def test_key_given_twice_is_refused() -> None:
    error = failure(GOOD.replace("  status: stable", "  status: stable\n  status: preview"))
    assert "'status' is given twice" in str(error)
    assert error.line == 3


def test_text_that_is_no_yaml_is_refused() -> None:
    error = failure("- id: [unclosed\n  status: stable\n")
    assert error.line is not None
    assert "^" in str(error)


def test_unprintable_character_is_refused() -> None:
    assert "f.yaml" in str(failure("- id: \x07\n"))


def test_file_that_is_no_list_is_refused() -> None:
    assert "a list of frames" in str(failure("id: bushwhack\n"))


def test_deep_nesting_is_refused() -> None:
    assert "nested too deep" in str(failure("- " + "[" * 20 + "]" * 20))


def test_empty_file_holds_no_frames() -> None:
    rules = load_rules([RuleSource("pack/f.yaml", "")])
    assert rules.frames == load_rules().frames


def test_id_in_use_is_refused() -> None:
    error = failure(GOOD.replace("id: bushwhack", "id: ambush"))
    assert "the id is taken by armed_attack.yaml" in str(error)


def test_id_used_twice_in_a_pack_is_refused() -> None:
    assert "the id is taken by pack/f.yaml" in str(failure(GOOD + GOOD))


@pytest.mark.parametrize("rank", ["", "  rank: 2\n"])
def test_equal_ranks_on_one_trigger_are_refused(rank: str) -> None:
    text = GOOD + rank + GOOD.replace("id: bushwhack", "id: other") + rank
    error = failure(text)
    assert "ties with 'bushwhack' on the verb 'bushwhack'" in str(error)
    assert error.rule_id == "other"


@pytest.mark.parametrize(
    ("name", "text", "message", "marked"),
    [
        (
            "cues.tsv",
            "maybe\thypotetical\tword\tany\n",
            "did you mean 'hypothetical'?",
            "hypotetical",
        ),
        ("cues.tsv", "maybe\tplanned\tword\n", "3 columns, not 4", "word"),
        ("light_verbs.tsv", "do\tagent\tevent\n", "unknown value 'agent'", "agent"),
        ("refinements.tsv", "kiling\tword\tx\tkilling\t1\n", "did you mean 'killing'?", "kiling"),
        ("refinements.tsv", "killing/x\tword\tx\tkilling\t1\n", "unknown value", "killing/x"),
        ("refinements.tsv", "killing\tweapon\tbomb\tkilling\t1\n", "unknown value 'bomb'", "bomb"),
        ("refinements.tsv", "killing\tfiller\tx=y\tkilling\t1\n", "unknown value 'x=y'", "x=y"),
        ("refinements.tsv", "killing\tword\tTNT\tkilling\t1\n", "lower case", "TNT"),
        ("refinements.tsv", "killing\tword\ttnt\tkilling\thigh\n", "is no number", "high"),
        (
            "refinements.tsv",
            "killing\tweapon\tmortar\tbombing\t1\n",
            "refined to 'shelling' elsewhere",
            "bombing",
        ),
    ],
)
def test_mistake_in_a_word_list_is_shown(name: str, text: str, message: str, marked: str) -> None:
    error = failure(text, f"pack/{name}")
    assert message in str(error)
    *_, snippet, carets = str(error).splitlines()
    assert snippet[carets.index("^") : len(carets)] == marked
