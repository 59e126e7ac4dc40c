"""Who fills which role, in each construction the grammar derives."""

import pytest

import coder
from coder.values.labels import ActorType
from tests.unit.made_readings import draft_of, drafts, words


@pytest.mark.parametrize(
    ("text", "trigger", "role", "expected"),
    [
        pytest.param("Rebels attacked a base.", "attacked", "perpetrator", ["Rebels"], id="active"),
        pytest.param(
            "A base was attacked by rebels.", "attacked", "perpetrator", ["rebels"], id="passive"
        ),
        pytest.param("A base was attacked.", "attacked", "target", ["A base"], id="agentless"),
        pytest.param(
            "Twelve people killed in a blast were buried.",
            "killed",
            "victim",
            ["Twelve people"],
            id="participle",
        ),
        pytest.param(
            "Two rockets landed in a field near Sderot.",
            "landed",
            "instrument",
            ["Two rockets"],
            id="a past form that is no passive",
        ),
        pytest.param(
            "The attack by rebels on a base near Gao failed.",
            "attack",
            "target",
            ["a base"],
            id="nominal",
        ),
        pytest.param(
            "A rebel attack on a base killed two.",
            "attack",
            "perpetrator",
            ["rebel"],
            id="modifier",
        ),
        pytest.param(
            "The army announced its withdrawal from Gao.",
            "withdrawal",
            "perpetrator",
            ["The army"],
            id="possessive pronoun",
        ),
        pytest.param(
            "Regime barrel bombs killed nine people.",
            "killed",
            "perpetrator",
            ["Regime"],
            id="owner of the weapon",
        ),
        pytest.param(
            "Israel shelled a village.", "shelled", "perpetrator", ["Israel"], id="state that acts"
        ),
        pytest.param(
            "The coalition carried out six air strikes on Sanaa.",
            "air strikes",
            "perpetrator",
            ["The coalition"],
            id="light verb",
        ),
        pytest.param(
            "An attack launched by rebels on a base killed two.",
            "attack",
            "perpetrator",
            ["rebels"],
            id="light verb as participle",
        ),
        pytest.param(
            "Near Sirte, two strikes destroyed a command post and damaged three vehicles.",
            "strikes",
            "target",
            ["a command post", "three vehicles"],
            id="one verb after another",
        ),
        pytest.param(
            "Heavy fighting was reported around the airport between troops and militiamen.",
            "Heavy fighting",
            "participant",
            ["troops", "militiamen"],
            id="phrases behind the verb",
        ),
        pytest.param(
            "The air force bombed a depot.",
            "bombed",
            "perpetrator",
            ["The air force"],
            id="air force",
        ),
        pytest.param(
            "Guerrillas attacked the ballot boxes in Juba.",
            "attacked",
            "perpetrator",
            ["Guerrillas"],
            id="armed people attack any thing",
        ),
        pytest.param(
            "Hundreds rallied in Lusaka.", "rallied", "perpetrator", ["Hundreds"], id="a number"
        ),
        pytest.param(
            "Turkish forces shelled a village.",
            "shelled",
            "perpetrator",
            ["Turkish forces"],
            id="forces of a state",
        ),
    ],
)
def test_role(text: str, trigger: str, role: str, expected: list[str]) -> None:
    assert words(draft_of(text, trigger), role) == expected


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The senator attacked the budget.", "cancelled by a word"),
        ("An earthquake killed 12 people.", "accident"),
        ("Ten people were killed when their bus hit a tree.", "crash behind"),
        ("The bus plunged into a ravine, killing 18 people.", "crash before"),
        ("A fire in a kitchen killed two people.", "fire"),
        ("A gas explosion killed two cooks.", "mishap"),
        ("Hail bombarded vineyards around Mendoza.", "a thing acts"),
        ("Boys took pictures of the parade.", "foreign object"),
        ("The clashes fought the army.", "an act is no party"),
        ("The inspectors left the site.", "no trigger that fits"),
    ],
)
def test_other_sense_gives_no_act_of_its_own(text: str, why: str) -> None:
    assert [draft for draft in drafts(text) if draft.support != "dependent"] == [], why


def test_attack_told_by_its_sides_is_repelled() -> None:
    draft = draft_of("Troops repelled an attack by rebels on Gao.", "repelled")
    assert (words(draft, "target"), words(draft, "instrument")) == (["Troops"], [])
    assert draft.causes


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They were freed on Thursday.", "four farmers"),
        ("They then killed a guard.", "Armed men"),
    ],
)
def test_pronoun_stands_for_the_one_with_the_same_part_before(text: str, expected: str) -> None:
    before = drafts("Armed men kidnapped four farmers near Jos.")
    (draft, *_) = drafts(text, earlier=before, index=1)
    (told,) = [f.antecedent for f in draft.fillers if f.antecedent is not None]
    reading, nominal = told
    assert reading.words(nominal.first, nominal.last) == expected


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("The rebels said they had attacked a base.", "attacked", "The rebels"),
        ("The army said it had shelled a village.", "shelled", "The army"),
    ],
)
def test_pronoun_stands_for_the_speaker_above_it(text: str, trigger: str, expected: str) -> None:
    draft = draft_of(text, trigger)
    (filler,) = draft.by_role("perpetrator")
    assert filler.antecedent is not None
    reading, nominal = filler.antecedent
    assert reading.words(nominal.first, nominal.last) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Soldiers fired on them.", id="not on themselves"),
        pytest.param("It attacked a base.", id="nobody told before"),
        pytest.param("He attacked a base, the group said.", id="one man is no group"),
    ],
)
def test_pronoun_without_a_fitting_group_stands_for_nobody(text: str) -> None:
    assert all(f.antecedent is None for draft in drafts(text) for f in draft.fillers)


def test_pronoun_does_not_reach_beyond_two_sentences() -> None:
    before = drafts("Armed men kidnapped four farmers near Jos.")
    (draft, *_) = drafts("They killed a guard.", earlier=before, index=5)
    assert all(filler.antecedent is None for filler in draft.fillers)


def test_a_title_in_the_plural_is_everybodys() -> None:
    (draft,) = drafts("Rebels John Okot and Mary Apio were killed by gunmen in Gulu.")
    kinds = [f.nominal.actor.type for f in draft.by_role("victim") if f.nominal.actor is not None]
    assert kinds == [ActorType.REBEL_GROUP, ActorType.REBEL_GROUP]


def test_a_title_in_the_singular_is_one_persons() -> None:
    (draft,) = drafts("Colonel John Okot and Mary Apio were killed by gunmen in Gulu.")
    kinds = {f.nominal.actor.type for f in draft.by_role("victim") if f.nominal.actor is not None}
    assert kinds == {ActorType.STATE_MILITARY}


@pytest.mark.parametrize(
    "text",
    [
        "The gunmen took hostage two engineers in Warri.",
        "The gunmen fled, taking as hostages two engineers.",
    ],
)
def test_hostages_may_stand_behind_the_word_for_them(text: str) -> None:
    draft = draft_of(text, "took hostage" if "took" in text else "taking as hostages")
    assert words(draft, "victim") == ["two engineers"]


@pytest.mark.parametrize(
    ("text", "trigger", "whom"),
    [
        ("Militants shot dead Ali Khan in Wana.", "shot dead", "Ali Khan"),
        ("Men shot dead Constable Imran Shah.", "shot dead", "Constable Imran Shah"),
        ("Rebels took hostage Turkish engineers.", "took hostage", "Turkish engineers"),
        ("Rebels took as hostages Turkish engineers.", "took as hostages", "Turkish engineers"),
        ("Police shot dead four knifemen.", "shot dead", "four knifemen"),
    ],
)
def test_what_became_of_them_is_no_part_of_their_name(text: str, trigger: str, whom: str) -> None:
    assert words(draft_of(text, trigger), "victim") == [whom]


def test_a_noun_in_a_row_has_phrases_of_its_own() -> None:
    text = "The men were jailed for the burning of a school and a raid on a police post."
    assert words(draft_of(text, "burning"), "target") == ["a school"]
    assert words(draft_of(text, "raid"), "target") == ["a police post"]


def test_two_nouns_with_one_name_are_read_alike_at_the_very_end_of_a_text() -> None:
    text = "Gunmen killed a lawyer and human rights activist Aliya Serik"
    stopped = words(draft_of(f"{text}.", "killed"), "victim")
    assert stopped
    assert words(draft_of(text, "killed"), "victim") == stopped


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("chief of the Zetas cartel", ActorType.CRIMINAL_GROUP),
        ("a Taliban commander", ActorType.REBEL_GROUP),
        ("an opponent of the Taliban", ActorType.UNKNOWN),
        ("the victim of the Cali cartel", ActorType.UNKNOWN),
    ],
)
def test_who_is_of_a_named_body_is_of_its_kind(told: str, expected: ActorType) -> None:
    [event] = coder.code(f"Jose Ramos, {told}, was shot dead on Monday.").events
    assert [actor.actor_type for actor in event.actors] == [expected]
