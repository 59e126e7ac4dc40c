import pickle
from pathlib import Path

import pytest

from coder.errors import RuleError
from coder.rules.loader import load_rules, read_sources
from coder.rules.model import RuleSource
from coder.values.labels import EventType, Modality

FRAME = """\
- id: {id}
  status: {status}
  type: armed_attack/ambush
  why: Somebody is bushwhacked by armed people.
  triggers: {{verb: [{verb}], noun: [bush whack]}}
  rank: {rank}
  needs: victim
  roles:
    perpetrator: {{is: [armed], as: subject, after: by}}
    victim: {{is: [person], as: object, after: [of], heads: [body], effect: killed}}
  cancel: [film]
  match:
    - text: "Gunmen bushwhacked two farmers near Mopti."
      roles: {{perpetrator: Gunmen}}
      count: {{killed: [2, null, "2"]}}
  no_match:
    - text: "They bushwhacked through the jungle."
      why: another sense
"""


def frame(
    frame_id: str = "bushwhack", verb: str = "bushwhack", rank: int = 0, status: str = "stable"
) -> RuleSource:
    text = FRAME.format(id=frame_id, verb=verb, rank=rank, status=status)
    return RuleSource("pack/frames.yaml", text)


def test_user_frame_is_added_behind_the_shipped_ones() -> None:
    shipped, rules = load_rules(), load_rules([frame()])
    assert rules.frames[: len(shipped.frames)] == shipped.frames
    added = rules.frame("bushwhack")
    assert (added.type, added.subtype, added.needs) == (
        EventType.ARMED_ATTACK,
        "ambush",
        ("victim",),
    )
    form, act = rules.trigger_forms["bushwhacking"]
    assert rules.frames[form.frame] is added
    assert (form.pos, form.form, form.words, form.gap) == ("verb", "gerund", (), False)
    assert (act.pos, act.form) == ("noun", "gerund")  # "the bushwhacking of"
    assert {item.form for item in rules.trigger_forms["bush-whack"]} == {"singular"}


def test_role_keeps_place_prepositions_heads_and_effect() -> None:
    role = load_rules([frame()]).frame("bushwhack").role("victim")
    assert role is not None
    assert (role.places, role.prepositions, role.effect) == (("object",), ("of",), "killed")
    assert role.heads == {"body", "bodies"}
    assert load_rules([frame()]).frame("bushwhack").role("mediator") is None


def test_version_tells_the_content() -> None:
    shipped, one, other = load_rules(), load_rules([frame()]), load_rules([frame(rank=1)])
    assert len({shipped.version, one.version, other.version}) == 3
    assert one.version == load_rules([frame()]).version
    assert shipped.version.startswith("0.1.0+")


def test_rules_travel_by_content() -> None:
    rules = load_rules([frame()])
    assert load_rules(pickle.loads(pickle.dumps(rules.user_sources))).version == rules.version  # noqa: S301


def test_frame_on_trial_runs_only_when_asked() -> None:
    source = frame(status="preview")
    assert "bushwhacked" not in load_rules([source]).trigger_forms
    assert "bushwhacked" in load_rules([source], preview=True).trigger_forms


def test_longer_triggers_and_higher_ranks_are_tried_first() -> None:
    rules = load_rules()
    for forms in rules.trigger_forms.values():
        order = [(-len(form.words), -rules.frames[form.frame].rank) for form in forms]
        assert order == sorted(order)


def test_gap_is_where_an_object_may_stand() -> None:
    forms = load_rules().trigger_forms["shot"]
    dead = next(form for form in forms if form.lemma == "shoot ... dead")
    assert (dead.words, dead.gap, dead.form) == (("dead",), True, "past participle")


def test_folder_is_read_in_the_order_of_names(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "b.yaml").write_text(frame("one", "bushwhack").text, encoding="utf-8")
    (tmp_path / "deep" / "c.yaml").write_text(
        frame("two", "waylay-twice", 1).text, encoding="utf-8"
    )
    (tmp_path / "notes.txt").write_text("no rules", encoding="utf-8")
    assert [Path(item.name).name for item in read_sources([tmp_path])] == ["b.yaml", "c.yaml"]
    assert [item.frame_id for item in load_rules([tmp_path]).frames[-2:]] == ["one", "two"]


@pytest.mark.parametrize("name", ["missing.yaml", "empty"])
def test_path_without_rules_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(RuleError, match=name):
        load_rules([tmp_path / name])


def test_file_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "latin.yaml"
    path.write_bytes(b"- id: \xe9")
    with pytest.raises(RuleError, match="not UTF-8"):
        load_rules([path])


def test_user_word_lists_are_added() -> None:
    sources = [
        RuleSource("p/light_verbs.tsv", "verb\tsubject\tobject\nfling off\tperpetrator\tevent\n"),
        RuleSource("p/cues.tsv", "# a comment\n\nmaybe so\thypothetical\tword\tany\n"),
        RuleSource("p/refinements.tsv", "killing\tword\tby blowgun\tkilling/execution\t5\n"),
        RuleSource("p/irregular_verbs.tsv", "grok\tgrokt\tgrokken\t\n"),
        frame(verb="grok"),
    ]
    rules = load_rules(sources)
    assert rules.light_verbs["flung"][0].words == ("off",)
    assert rules.cues["maybe"][0].kind == "hypothetical"
    assert any(item.cue == "by blowgun" for item in rules.refinements)
    assert rules.trigger_forms["grokken"][0].form == "participle"


def test_refinements_stand_with_the_higher_rank_first() -> None:
    ranks = [item.rank for item in load_rules().refinements]
    assert ranks == sorted(ranks, reverse=True)


def test_unknown_frame_names_the_nearest() -> None:
    with pytest.raises(KeyError, match="did you mean 'ambush'"):
        load_rules().frame("ambsh")


def test_defusing_says_foiled() -> None:
    assert load_rules().frame("device-defused-after-laying").modality is Modality.FOILED
