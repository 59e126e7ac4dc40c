"""Lists of the user's own, given to a coder by content, change what is coded."""

import pickle
from datetime import date
from pathlib import Path

import pytest

from coder.api.coding import Coder
from coder.errors import InputError, RuleError
from coder.pipeline import Engine
from coder.values.options import EngineOptions, SourceText
from coder.values.text import Document

ACTORS = SourceText(
    name="mine-actors.tsv",
    content="id\tname\taliases\ttype\tcountry\n"
    "grey-heron\tGrey Heron Column\tGHC\trebel_group\tTCD\n"
    "hamas\tHamas\t\tpolitical_militia\tPSE\n",
)
WEAPONS = SourceText(
    name="mine-weapons.tsv", content="term\ttype\nwhistle pot\tmortar\ncar bomb\tlandmine\n"
)
PLACES = SourceText(
    name="mine-places.tsv",
    content="id\tname\talternatives\tlatitude\tlongitude\tiso2\n"
    "7\tCamp Oyster\tOyster Field\t13.5\t17.25\tTD\n",
)
TEXT = (
    "Grey Heron Column fighters hit a clinic at Oyster Field with a whistle pot, "
    "killing two nurses."
)
PREVIEW = SourceText(
    name="trial.yaml",
    content="""\
- id: frobnicate
  status: preview
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
""",
)


@pytest.fixture(scope="module")
def coder() -> Coder:
    return Coder(actors=[ACTORS], weapons=[WEAPONS], places=[PLACES])


def test_actors_weapons_and_places_of_the_user_are_coded(coder: Coder) -> None:
    (event,) = coder.code(TEXT).events
    assert event.actors[0].actor_id == "grey-heron"
    assert [weapon.weapon_type for weapon in event.weapons] == ["mortar"]
    assert (event.place.gazetteer_id, event.place.lat, event.place.iso3) == ("user:7", 13.5, "TCD")


def test_nothing_of_it_is_known_without_the_lists() -> None:
    (event,) = Coder().code(TEXT).events
    assert event.actors[0].actor_id is None
    assert event.weapons == ()
    assert event.place.gazetteer_id is None


def test_a_row_of_the_user_wins_over_a_shipped_one(coder: Coder) -> None:
    (event,) = coder.code("Hamas attacked the village with a car bomb.").events
    assert event.actors[0].actor_type == "political_militia"
    assert [weapon.weapon_type for weapon in event.weapons] == ["landmine"]


def test_a_place_under_a_published_id_takes_the_place_of_that_entry() -> None:
    text = "Gunmen killed three farmers in Mopti, Mali, on Monday."
    (before,) = Coder().code(text).events
    assert before.place.gazetteer_id is not None
    moved = SourceText(
        name="moved.csv",
        content="id,name,latitude,longitude,iso2,population\n"
        f"{before.place.gazetteer_id},Mopti,14.25,-4.5,ML,120000\n",
    )
    (event,) = Coder(places=[moved]).code(text).events
    assert event.place.gazetteer_id == before.place.gazetteer_id
    assert (event.place.lat, event.place.lon) == (14.25, -4.5)


def test_it_pickles_with_the_lists_and_needs_no_files(coder: Coder, tmp_path: Path) -> None:
    paths = []
    for source in (ACTORS, WEAPONS, PLACES):
        path = tmp_path / source.name
        path.write_text(source.content, encoding="utf-8")
        paths.append(path)
    actors, weapons, places = paths
    sent = pickle.dumps(Coder(actors=[actors], weapons=[weapons], places=[places]))
    for path in paths:
        path.unlink()
    copy = pickle.loads(sent)  # noqa: S301 - our own bytes
    assert copy.code(TEXT).events == coder.code(TEXT).events


def test_a_wrong_list_is_named_with_line_and_cell() -> None:
    wrong = SourceText(name="wrong.tsv", content="id\tname\ttype\nx\tX Group\trebels\n")
    with pytest.raises(RuleError, match="unknown 'rebels'") as caught:
        Coder(actors=[wrong])
    assert (caught.value.file, caught.value.line) == ("wrong.tsv", 2)


def test_a_wrong_place_is_named_with_row_and_field() -> None:
    wrong = SourceText(name="wrong.csv", content="name,latitude\nCamp Oyster,5\n")
    with pytest.raises(InputError, match=r"wrong\.csv, row 2, latitude"):
        Coder(places=[wrong])


@pytest.mark.parametrize("preview", [True, False], ids=["with-preview", "without"])
def test_frames_on_trial_run_only_with_preview(preview: bool) -> None:
    found = Coder(rules=[PREVIEW], preview_rules=preview).code("Raiders frobnicated two farmers.")
    assert len(found.events) == int(preview)


def test_a_document_without_a_readable_date_is_coded_without_one() -> None:
    coder = Coder(published=date(2020, 5, 6))
    text = "Gunmen killed three farmers on Monday."
    rows = [{"text": text, "published": "the day of the flood"}, {"text": f"{text} It rained."}]
    unreadable, silent = coder.code_documents(rows)
    assert [error.field for error in unreadable.errors] == ["published"]
    assert unreadable.events[0].date.start is None
    assert silent.events[0].date.start == date(2020, 5, 4)


def test_the_engine_takes_the_date_of_the_document_alone() -> None:
    engine = Engine(EngineOptions(published=date(2020, 5, 6)))
    document = Document(doc_id="d", text="Gunmen killed three farmers on Monday.")
    assert engine.code(document).reference_date is None
