from pathlib import Path

import pytest

from coder.errors import InputError
from coder.gazetteer.user_places import read_user_places
from coder.values.labels import PlaceLevel


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_with_all_columns(tmp_path: Path) -> None:
    path = write(
        tmp_path / "own.csv",
        "# our posts\nid,name,alternatives,level,kind,latitude,longitude,iso2,admin1,population\n"
        "7,Post Seven,P7|Seven,site,camp,1.5,-2,sy,Homs,30\n",
    )
    (row,) = read_user_places(path)
    assert row.gazetteer_id == "user:7"
    assert row.alternatives == ("P7", "Seven")
    assert (row.level, row.kind, row.population) == (PlaceLevel.SITE, "camp", 30)
    assert (row.latitude, row.longitude, row.iso2, row.admin1) == (1.5, -2.0, "SY", "Homs")


def test_a_name_alone_is_enough(tmp_path: Path) -> None:
    (row,) = read_user_places(write(tmp_path / "own.tsv", "name\tiso2\nHill 402\t\n"))
    assert (row.gazetteer_id, row.level, row.latitude, row.iso2) == (
        "user:hill-402",
        PlaceLevel.PLACE,
        None,
        None,
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("town\nX\n", "name is needed"),
        ("name,colour\nX,red\n", "unknown: \\['colour'\\]"),
        ('name\n""\n', "row 2, name: is empty"),
        ("name,latitude\nX,5\n", "needs both coordinates"),
        ("name,latitude,longitude\nX,95,5\n", "'95' is no latitude"),
        ("name,latitude,longitude\nX,5,east\n", "'east' is no longitude"),
        ("name,level\nX,planet\n", "'planet' is none of"),
        ("name,population\nX,many\n", "'many' is no number"),
    ],
    ids=[
        "no-name-column",
        "unknown-column",
        "empty-name",
        "half-a-point",
        "beyond-the-pole",
        "no-figure",
        "unknown-level",
        "population",
    ],
)
def test_mistakes_name_row_and_field(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read_user_places(write(tmp_path / "own.csv", text))
