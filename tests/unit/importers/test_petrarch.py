"""Dictionaries in the format of PETRARCH; every entry here is made up for these tests."""

from datetime import date
from pathlib import Path

import pytest

from coder.api.coding import Coder
from coder.api.importing import Imported, import_petrarch
from coder.errors import InputError, RuleError
from coder.importers.petrarch_actors import import_actors, read_code
from coder.importers.petrarch_agents import import_agents
from coder.importers.petrarch_text import Unmapped, words_of, year_of
from coder.importers.petrarch_verbs import import_verbs, target_of
from coder.lexicon.tsv import ListText

ACTORS = """\
<!-- a dictionary of nobody
that runs over two lines -->
TALMORIA_ [TML]
RIVER_LIBERATION_LEAGUE_ [MLIREB]   # the league
+RIVER_LEAGUE
+RLL
DORVAL_COUNCIL  ; somebody
\t[NERREB <20050301]
\t[NERGOV 20050301-20110415]
\t[NEROPP >110415]
MALI [MLI]
+BAMAKO_
WORLD_OBSERVERS [NGOHRI]
BLUE_BERETS [IGOUNOMIL]
NOBODY_INC [---]
LOST_ONE
BAD_CODE [NER GOV 12]
"""
AGENTS = """\
!KIN! = MAN, WOMEN
RANCH!KIN! [~CVL]
CAMEL_RAIDER [~REB]
RIVERKEEPER {RIVERKEEPERS} [~COP] # with the regular plural written out
DUNE_PATROL {} [~MIL]
SEER {SEERFOLK} [~CVL]
OASIS_BUREAU [NGO~]
THING [~ZZZ]
!GHOST!_X [~GOV]
what is this
"""
VERBS = """\
&GOODS
+RICE
+OIL

--- STRIKING [190] ---
ATTACK
WALLOP {WALLOPED WALLOPS} # regular
CLEAVE {CLOVE CLOVEN}
- * &GOODS [017]

--- SNATCHING [---] ---
BAMBOOZLE [181]
PONDER
HAGGLE [036]

--- WALKING [141] ---
CARAVAN
"""


def text(content: str) -> ListText:
    return ListText("made-up.txt", content)


def reasons(left: list[Unmapped]) -> dict[int, str]:
    return {item.line: item.reason for item in left}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Imported]:
    folder = tmp_path_factory.mktemp("petrarch")
    paths = {}
    for name, content in (("actors", ACTORS), ("agents", AGENTS), ("verbs", VERBS)):
        paths[name] = folder / f"{name}.txt"
        paths[name].write_text(content, encoding="utf-8")
    out = folder / "out"
    done = import_petrarch(
        out, actors=[paths["actors"]], agents=[paths["agents"]], verbs=[paths["verbs"]]
    )
    return out, done


@pytest.mark.parametrize(
    ("code", "read"),
    [
        ("MLIREB", ("MLI", "rebel_group", "REB", ())),
        ("MLI", ("MLI", None, None, ())),
        ("IGOUNOMIL", (None, "intl_force", "MIL", ())),
        ("IGOUNO", (None, "organisation", "IGO", ())),
        ("NGOHRI", (None, "organisation", "HRI", ())),
        ("PSEREBHMS", ("PSE", "rebel_group", "REB", ())),
        ("ELF", (None, None, None, ("ELF",))),
        ("ELFREB", (None, "rebel_group", "REB", ())),
        ("NERGOVMIL", ("NER", "state_other", "GOV", ())),
    ],
)
def test_codes(code: str, read: tuple[object, ...]) -> None:
    assert read_code(code) == read


@pytest.mark.parametrize(
    ("date_text", "year"),
    [("980101", 1998), ("050101", 2005), ("300101", 2030), ("310101", 1931), ("19891109", 1989)],
)
def test_years_of_two_digits_belong_to_the_century_petrarch_means(
    date_text: str, year: int
) -> None:
    assert year_of(date_text) == year


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("AL-QAEDA_NETWORK_", "Al-Qaeda Network"),
        ("FRONT OF THE RIVER", "Front of the River"),
        ("RLL", "RLL"),
        ("TALMORIA_", "Talmoria"),
    ],
)
def test_phrases_get_the_capitals_of_a_text(phrase: str, words: str) -> None:
    assert words_of(phrase) == words


def test_synonyms_become_aliases_and_codes_become_types() -> None:
    rows, _ = import_actors(text(ACTORS))
    league = next(row for row in rows if row[1] == "River Liberation League")
    assert league[2:6] == ("River League|RLL", "rebel_group", "MLI", "REB")
    assert league[-1] == "imported from made-up.txt, line 4"


def test_a_code_for_a_time_becomes_a_row_with_years() -> None:
    rows, _ = import_actors(text(ACTORS))
    council = [row[3:8] for row in rows if row[1] == "Dorval Council"]
    assert council == [
        ("rebel_group", "NER", "REB", "", "2005"),
        ("state_other", "NER", "GOV", "2005", "2011"),
        ("organisation", "NER", "OPP", "2011", ""),
    ]


def test_what_is_no_actor_of_ours_is_reported_with_its_line() -> None:
    rows, left = import_actors(text(ACTORS))
    assert {row[1] for row in rows} == {
        "River Liberation League", "Dorval Council", "World Observers", "Blue Berets",
    }  # fmt: skip
    told = reasons(left)
    assert "unknown part of a code: TML" in told[3]
    assert "years" in told[8]
    assert "a country or place" in told[11]
    assert "a code for nobody" in told[15]
    assert told[16] == "no code"
    assert any(item.reason == "the code cannot be read" and item.line == 17 for item in left)


def test_a_synonym_of_nothing_is_reported() -> None:
    rows, left = import_actors(text("+RLL\n"))
    assert (rows, reasons(left)) == ([], {1: "a synonym of nothing"})


def test_agents_get_their_plurals_and_the_words_of_markers() -> None:
    rows, left = import_agents(text(AGENTS))
    assert [row[:3] for row in rows] == [
        ("camel raider", "", "rebel_group"),
        ("dune patrol", "-", "state_military"),
        ("oasis bureau", "", "organisation"),
        ("ranchman", "-", "civilians"),
        ("ranchwomen", "-", "civilians"),
        ("riverkeeper", "", "state_police"),
        ("seer", "seerfolk", "civilians"),
    ]
    assert reasons(left) == {
        8: "unknown code ~ZZZ",
        9: "undefined marker !GHOST!",
        10: "the line cannot be read",
    }


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("190", "armed_attack/unspecified"),
        ("1831", "bombing/suicide_bomb"),
        ("1834", "bombing/unspecified"),
        ("036", None),
        ("1", None),
    ],
)
def test_the_longest_prefix_of_a_cameo_code_gives_the_type(code: str, kind: str | None) -> None:
    target = target_of(code)
    assert (target.type if target else None) == kind


def test_verbs_without_an_event_and_patterns_are_reported() -> None:
    rules, left = import_verbs(text(VERBS), {"attack"})
    assert '"cleave", "wallop"' in rules
    assert reasons(left) == {
        1: "a synonym set of patterns",
        6: "a trigger of our own rules already",
        8: "irregular forms: a frame derives the regular ones",
        9: "a pattern",
        13: "no event by itself",
        14: "CAMEO 036 has no type of ours",
    }


def test_the_written_files_are_named_and_counted(imported: tuple[Path, Imported]) -> None:
    out, done = imported
    assert {path.relative_to(out).as_posix(): count for path, count in done.written} == {
        "actors.tsv": 6,
        "persons.tsv": 7,
        "rules/petrarch.yaml": 3,
        "report.tsv": len(done.left),
    }
    report = (out / "report.tsv").read_text(encoding="utf-8").splitlines()
    assert report[0] == "file\tline\ttext\treason"
    assert len(report) == len(done.left) + 1


@pytest.mark.parametrize(("year", "kind"), [(2003, "rebel_group"), (2008, "state_other")])
def test_the_year_of_the_report_chooses_among_the_times_of_an_actor(
    imported: tuple[Path, Imported], year: int, kind: str
) -> None:
    out, _ = imported
    coder = Coder(actors=[out / "actors.tsv"], persons=[out / "persons.tsv"], rules=[out / "rules"])
    told = "Camel raiders walloped the Dorval Council on Monday."
    (event,) = coder.code(told, published=date(year, 5, 4)).events
    raiders, council = event.actors
    assert (raiders.text, raiders.actor_type.value) == ("Camel raiders", "rebel_group")
    assert (council.name, council.actor_type.value) == ("Dorval Council", kind)


def test_an_output_that_exists_is_kept(imported: tuple[Path, Imported], tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(ACTORS, encoding="utf-8")
    with pytest.raises(InputError, match="exists already"):
        import_petrarch(imported[0], actors=[source])
    assert import_petrarch(tmp_path / "new", actors=[source]).written[0][1] == 6


def test_a_file_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="cannot be read"):
        import_petrarch(tmp_path / "out", actors=[tmp_path / "absent.txt"])
