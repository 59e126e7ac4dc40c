"""A stranger's package on the path: its rules and finders are found, its mistakes are named."""

import importlib
import pickle
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coder import plugins
from coder.api.coding import Coder
from coder.errors import PluginError
from coder.values.labels import DocumentStatus
from coder.values.options import SourceText

RULE = """\
- id: frobnicate
  status: stable
  type: killing
  why: A verb nobody has, so that nothing else can find it.
  triggers: {verb: [frobnicate]}
  roles:
    perpetrator: {is: [person, armed], as: subject}
    victim: {is: [person], as: object, effect: killed}
  match:
    - text: "Raiders frobnicated two farmers."
  no_match:
    - text: "The farmers slept."
      why: nobody did anything
"""
FINDER = """\
class Finder:
    label = "ships"

    def __call__(self, sentence):
        return ()
"""
FINDERS = """\
from coder.values.labels import (
    ActorType, Certainty, GeoPrecision, PlaceLevel, Qualifier, TargetType, WeaponType
)
from coder.values.mentions import (
    ActorMention, PlaceMention, Quantity, TargetMention, WeaponMention
)


def spans(sentence, *words):
    for first in range(len(sentence.norms)):
        if sentence.norms[first : first + len(words)] == words:
            start, end = sentence.starts[first], sentence.ends[first + len(words) - 1]
            yield {
                "start": start, "end": end, "first": first, "last": first + len(words),
                "text": " ".join(words), "rule_id": "strange",
            }


class Finder:
    label = "strange words"

    def __call__(self, sentence):
        found = []
        for span in spans(sentence, "blorbs"):
            found.append(ActorMention(
                **span, head=span["last"] - 1, name="Blorb League", actor_id="blorb",
                type=ActorType.REBEL_GROUP, country=None, nationality=None, sector=None,
                number=None, victim_group=None, is_civilian=False, is_plural=True,
                certainty=Certainty.STATED, description=None,
            ))
        for span in spans(sentence, "zapstick"):
            found.append(WeaponMention(**span, type=WeaponType.EXPLOSIVE_DEVICE, is_suicide=False))
        for span in spans(sentence, "quibblery"):
            found.append(TargetMention(
                **span, head=span["last"] - 1, type=TargetType.HEALTH, number=None,
                nationality=None,
            ))
        for span in spans(sentence, "outer", "vroom"):
            found.append(PlaceMention(
                **span, name="Outer Vroom", level=PlaceLevel.PLACE, kind=None, country=None,
                iso3=None, iso2=None, admin1=None, admin1_code=None, admin2=None,
                admin2_code=None, latitude=1.5, longitude=2.5, gazetteer_id="strange:1",
                population=None, precision=GeoPrecision.POINT,
            ))
        for span in spans(sentence, "a", "snork", "of"):
            found.append(Quantity(
                **span, low=20, best=20, high=20, qualifier=Qualifier.EXACT,
            ))
        return tuple(found)
"""
Install = Callable[..., None]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """Install a small package by hand: its files and the metadata an installer writes."""

    def put(entry_points: str, files: dict[str, str]) -> None:
        information = tmp_path / "strange_pack-1.0.dist-info"
        information.mkdir()
        (information / "METADATA").write_text(
            "Metadata-Version: 2.1\nName: strange-pack\nVersion: 1.0\n", encoding="utf-8"
        )
        (information / "entry_points.txt").write_text(entry_points, encoding="utf-8")
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding="utf-8")
        importlib.invalidate_caches()

    monkeypatch.syspath_prepend(tmp_path)
    plugins.rule_packs.cache_clear()
    plugins.mention_finders.cache_clear()
    yield put
    plugins.rule_packs.cache_clear()
    plugins.mention_finders.cache_clear()
    for name in ("strange_pack", "strange_finder"):
        sys.modules.pop(name, None)


def test_third_party_pack_is_found_and_used(install: Install) -> None:
    install(
        "[coder.rule_packs]\nstrange = strange_pack\n",
        {
            "strange_pack/__init__.py": "",
            "strange_pack/deep/r.yaml": RULE,
        },
    )
    (pack,) = plugins.rule_packs()
    assert pack.name == "strange:deep/r.yaml"
    coder = Coder()
    assert coder.options.rules == (pack,)
    (event,) = coder.code("Raiders frobnicated two farmers in Basra.").events
    assert event.rule_ids == ("frobnicate",)
    assert coder.test_rules().bare_frames == ()


def test_options_that_hold_the_pack_already_do_not_get_it_twice(install: Install) -> None:
    install(
        "[coder.rule_packs]\nstrange = strange_pack\n",
        {"strange_pack/__init__.py": "", "strange_pack/r.yaml": RULE},
    )
    coder = Coder()
    assert Coder(coder.options).options == coder.options


def test_plugins_can_be_left_out(install: Install) -> None:
    install(
        "[coder.rule_packs]\nstrange = strange_pack\n",
        {"strange_pack/__init__.py": "", "strange_pack/r.yaml": RULE},
    )
    assert Coder(plugins=False).options.rules == ()


@pytest.mark.parametrize(
    "value",
    ["strange_pack:folder", "strange_pack:find_folder", "strange_pack:words"],
)
def test_pack_may_be_a_folder_a_function_or_a_path(install: Install, value: str) -> None:
    module = (
        "from pathlib import Path\n"
        "folder = Path(__file__).parent / 'rules'\n"
        "words = str(folder)\n"
        "def find_folder():\n    return folder\n"
    )
    install(
        f"[coder.rule_packs]\nstrange = {value}\n",
        {"strange_pack.py": module, "rules/r.yaml": RULE},
    )
    assert [pack.content for pack in plugins.rule_packs()] == [RULE]


@pytest.mark.parametrize(
    ("module", "words"),
    [
        ("raise ValueError('broken')", "cannot be loaded.*broken"),
        ("", "cannot be loaded"),
        ("rules = 5", "points to no folder but 5"),
        ("rules = '/nowhere/at/all'", "points to no folder"),
    ],
)
def test_broken_pack_names_itself_and_its_package(
    install: Install, module: str, words: str
) -> None:
    install("[coder.rule_packs]\nstrange = strange_pack:rules\n", {"strange_pack.py": module})
    with pytest.raises(PluginError, match=f"'strange' of strange-pack {words}") as raised:
        plugins.rule_packs()
    assert (raised.value.name, raised.value.package) == ("strange", "strange-pack")


def test_pack_without_rules_is_a_mistake(install: Install) -> None:
    install(
        "[coder.rule_packs]\nstrange = strange_pack\n",
        {"strange_pack/__init__.py": ""},
    )
    with pytest.raises(PluginError, match="holds no rule file"):
        plugins.rule_packs()


@pytest.mark.parametrize("value", ["strange_finder:Finder", "strange_finder:finder"])
def test_finder_is_a_class_or_an_object(install: Install, value: str) -> None:
    install(
        f"[coder.mention_finders]\nships = {value}\n",
        {"strange_finder.py": FINDER + "\nfinder = Finder()\n"},
    )
    assert [finder.label for finder in plugins.mention_finders()] == ["ships"]


def test_what_cannot_be_called_is_no_finder(install: Install) -> None:
    install(
        "[coder.mention_finders]\nships = strange_finder:label\n",
        {"strange_finder.py": "label = 'ships'\n"},
    )
    with pytest.raises(PluginError, match="is no mention finder"):
        plugins.mention_finders()


def install_finder(install: Install, code: str = FINDERS) -> None:
    install(
        "[coder.mention_finders]\nstrange = strange_finder:Finder\n", {"strange_finder.py": code}
    )


def test_what_a_finder_finds_is_annotated(install: Install) -> None:
    install_finder(install)
    found = Coder().annotate("The Blorbs had no zapstick in Outer Vroom.")
    strange = [mention.text for mention in found if mention.rule_id == "strange"]
    assert strange == ["Blorbs", "zapstick", "Outer Vroom"]
    plain = Coder(plugins=False).annotate("The Blorbs had no zapstick in Outer Vroom.")
    assert all(mention.rule_id != "strange" for mention in plain)


def test_frames_use_what_a_finder_finds(install: Install) -> None:
    install_finder(install)
    text = "Blorbs attacked the quibblery with a zapstick in Outer Vroom, killing four people."
    (event,) = Coder().code(text).events
    assert event.actors[0].name == "Blorb League"
    assert event.actors[0].actor_id == "blorb"
    assert [target.target_type for target in event.targets] == ["health"]
    assert [weapon.weapon_type for weapon in event.weapons] == ["explosive_device"]
    assert event.place.gazetteer_id == "strange:1"


def test_a_number_of_a_finder_counts(install: Install) -> None:
    install_finder(install)
    (event,) = Coder().code("Gunmen killed a snork of villagers.").events
    assert [claim.best for claim in event.casualties] == [20]


def test_the_explanation_shows_what_a_finder_found(install: Install) -> None:
    install_finder(install)
    trace = Coder().explain("Blorbs attacked the quibblery.").trace
    found = [mention.rule_id for item in trace.sentences for mention in item.mentions]
    assert found == ["strange", "strange"]


def test_a_coder_with_a_pack_a_finder_and_lists_survives_a_pickle(install: Install) -> None:
    install(
        "[coder.mention_finders]\nstrange = strange_finder:Finder\n"
        "[coder.rule_packs]\nstrange = strange_pack\n",
        {
            "strange_finder.py": FINDERS,
            "strange_pack/__init__.py": "",
            "strange_pack/r.yaml": RULE,
        },
    )
    actors = SourceText(name="mine.tsv", content="id\tname\ttype\nx\tXyloband\trebel_group\n")
    coder = pickle.loads(pickle.dumps(Coder(actors=[actors])))  # noqa: S301 - our own bytes
    (event,) = coder.code("Xyloband fighters frobnicated two farmers in Outer Vroom.").events
    assert (event.rule_ids, event.place.gazetteer_id) == (("frobnicate",), "strange:1")
    assert event.actors[0].actor_id == "x"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        pytest.param("raise ValueError('broken')", "failed: ValueError", id="raises"),
        pytest.param("return 5", "failed: TypeError", id="returns-no-tuple"),
        pytest.param("return ('word',)", "no mention within its sentence: 'word'", id="no-mention"),
    ],
)
def test_a_finder_that_fails_is_named_and_the_run_goes_on(
    install: Install, body: str, words: str
) -> None:
    code = (
        f"class Finder:\n    label = 'ships'\n\n    def __call__(self, sentence):\n        {body}\n"
    )
    install_finder(install, code)
    with pytest.raises(PluginError, match=f"'ships' .*{words}"):
        Coder().annotate("Gunmen killed a guard.")
    (result,) = Coder().code_documents(["Gunmen killed a guard."])
    assert result.status is DocumentStatus.ERROR
    assert "ships" in (result.errors[0].detail or "")
