import pytest

from coder.lexicon.load import load_lexicon
from coder.mentions.actors.typing import type_actor
from coder.mentions.sources import source_type
from coder.text import normalise, sentences
from coder.values.labels import Section, SourceType, Stance


@pytest.mark.parametrize(
    ("group", "kind"),
    [
        ("police", "state_security"),
        ("a police spokesman", "state_security"),
        ("the army", "state_security"),
        ("military sources", "state_security"),
        ("two security officials", "state_security"),
        ("an intelligence official", "state_security"),
        ("the Interior Ministry", "state_official"),
        ("a government official", "state_official"),
        ("officials", "state_official"),
        ("the provincial governor", "state_official"),
        ("President Cristiani", "state_official"),
        ("the district governor", "local_official"),
        ("local officials", "local_official"),
        ("the mayor", "local_official"),
        ("a school principal", "local_official"),
        ("a village elder", "local_official"),
        ("state television", "state_media"),
        ("SANA", "state_media"),
        ("a rebel spokesman", "nonstate_party"),
        ("the Taliban", "nonstate_party"),
        ("a Hamas spokesman", "nonstate_party"),
        ("the Syrian Observatory for Human Rights", "monitor_ngo"),
        ("Amnesty International", "monitor_ngo"),
        ("activists", "monitor_ngo"),
        ("medical sources", "medical"),
        ("a hospital doctor", "medical"),
        ("witnesses", "witness"),
        ("residents", "witness"),
        ("relatives of the victims", "witness"),
        ("the United Nations", "intl_org"),
        ("a UN spokesman", "intl_org"),
        ("the International Committee of the Red Cross", "intl_org"),
        ("Reuters", "media"),
        ("a local newspaper", "media"),
        ("Twitter", "social_media"),
        ("unconfirmed reports", "unnamed"),
        ("sources", "unnamed"),
        ("a spokesman", "other"),
    ],
)
def test_source_types(group: str, kind: str) -> None:
    (item,) = sentences(normalise(f"Then {group} said", Section.TEXT))
    last = len(item.norms) - 1
    lexicon = load_lexicon()
    head = item.norms.index("of") - 1 if "relatives" in item.norms else last - 1
    actor = type_actor(item, 1, last, head, lexicon)
    assert source_type(actor, item.norms[1:last], lexicon) is SourceType(kind)


def test_without_any_word_a_source_is_unnamed() -> None:
    assert source_type(None, (), load_lexicon()) is SourceType.UNNAMED
    assert source_type(None, ("zzz",), load_lexicon()) is SourceType.OTHER


def test_the_type_of_an_actor_decides_where_no_source_noun_stands() -> None:
    (item,) = sentences(normalise("Then bandits said", Section.TEXT))
    actor = type_actor(item, 1, 2, 1, load_lexicon())
    assert source_type(actor, ("bandits",), load_lexicon()) is SourceType.NONSTATE_PARTY


@pytest.mark.parametrize(
    ("verb", "stance"),
    [
        ("say", Stance.REPORT),
        ("said", Stance.REPORT),
        ("report", Stance.REPORT),
        ("claim", Stance.CLAIM),
        ("adopt", Stance.CLAIM),
        ("claimed responsibility", Stance.CLAIM),
        ("take credit", Stance.CLAIM),
        ("blame", Stance.ACCUSE),
        ("accused", Stance.ACCUSE),
        ("deny", Stance.DENY),
        ("rejected", Stance.DENY),
        ("confirm", Stance.CONFIRM),
        ("walk", None),
    ],
)
def test_stance_of_verbs(verb: str, stance: Stance | None) -> None:
    found = load_lexicon().speech.get(verb)
    assert (found.stance if found is not None else None) is stance
