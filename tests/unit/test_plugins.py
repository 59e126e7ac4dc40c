"""A stranger's package on the path: its rules and finders are found, its mistakes are named."""

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from coder import plugins
from coder.api.coding import Coder
from coder.errors import PluginError

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
