"""A small dump in GeoNames' layout, made up."""

from pathlib import Path


def line(
    number: object,
    name: str,
    *,
    code: str = "P.PPL",
    point: tuple[object, object] = (35.1, 40.1),
    iso2: str = "SY",
    admin1: str = "07",
    admin2: str = "",
    others: str = "",
    population: object = 0,
    also_in: str = "",
    modified: str = "2020-01-01",
) -> str:
    kind, _, feature = code.partition(".")
    cells = (
        number, name, name if name.isascii() else "", others, *point, kind, feature, iso2, also_in,
        admin1, admin2, "", "", population, "", "-9999", "Asia/Damascus", modified,
    )  # fmt: skip
    return "\t".join(map(str, cells)) + "\n"


ROWS = (
    line(101, "Al Zahrabad", admin2="0701", others="Zahrabaad,ZHR,زهرآباد", population=5_000),
    line(102, 'Tell "Qamar"', others="Tell Qamar,,", population=""),
    line(103, "Дубровка-Южная", iso2="UA", admin1="99", admin2="9901"),
    line(104, "Muhafazat Test Nahr", code="A.ADM1", admin1="77", point=(35.5, 40.5)),
    line(105, "Nahr District", code="A.ADM2", admin1="77", admin2="7701"),
    line(106, "Farabad", admin1="77", admin2="7701", population=900),
    line(107, "Wadi Sumar", code="H.WAD", also_in="SY,IQ"),
    line(108, "Euphrates River", code="H.STM", point=(35.3, 40.3)),
    line(109, "Central School", code="S.SCH"),
    line(110, "Kamp Amal", code="S.CMPRF"),
    line(111, "Sumar Quarter", code="P.PPLX", admin1="00"),
    line(112, "Elsewhere", iso2="ZZ"),
    line(113, "Old Point", modified="2023-05-06"),
    "broken row\n",
    line("x14", "No Number"),
    line(115, "Off the Map", point=(95, 40)),
    line(116, "Not a Number", point=("nan", 40)),
    "\n",
)
ADMIN1 = "SY.07\tDayr az Zawr\tDayr az Zawr\t1\nSY.08\tHalab\tHalab\t2\n"
ADMIN2 = "SY.07.0701\tZahrabad District\tZahrabad District\t3\n"
ALTERNATES = (
    "1\t101\ten\tSahrabad City\t\t\t\t\t\t\n"
    "2\t101\tlink\thttps://example.org/a\t\t\t\t\t\t\n"
    "3\t101\tar\tحلب\t\t\t\t\t\t\n"
    "4\t99999999\ten\tNowhere Known\t\t\t\t\t\t\n"
    "5\t106\t\tFarabadi\t\t\t\t1\t\t\n"
    "bad\n"
)
OWN = (
    "id,name,alternatives,level,kind,latitude,longitude,iso2,admin1\n"
    "post-7,Checkpoint Seven,Post Seven,site,base,35.2,40.2,SY,Deir al-Zour\n"
    "geonames:113,New Point,,place,,35.9,40.9,SY,\n"
)


def write_files(folder: Path) -> list[Path]:
    """The five files; the order is not the one they are compiled in."""
    content = {
        "own.csv": OWN,
        "alternateNamesV2.txt": ALTERNATES,
        "SY.txt": "".join(ROWS),
        "admin2Codes.txt": ADMIN2,
        "admin1CodesASCII.txt": ADMIN1,
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in content.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in content]
