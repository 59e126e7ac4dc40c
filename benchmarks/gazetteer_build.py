"""Time, memory and size of compiling a GeoNames dump of any length.

    python -m benchmarks.gazetteer_build [--rows 1000000] [--seed 1] [--keep FILE]

The dump is made up: the real column layout with what real dumps hold besides plain rows (quotes,
empty fields, names in other scripts, codes among the names, rows of every kind of feature, broken
rows). Beside it stand the files with codes of areas and other names. The build runs in a process of
its own, whose peak memory is reported.
"""

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

_SYLLABLES = (
    "ba",
    "bo",
    "da",
    "el",
    "fa",
    "ga",
    "ir",
    "ka",
    "lu",
    "mo",
    "na",
    "or",
    "sa",
    "ur",
    "za",
)
_SCRIPTS = ("مدينة", "Город", "村庄", "Πόλη", "עיר", "शहर")
_COUNTRIES = ("SY", "IQ", "AF", "UA", "NG", "ML", "CO", "PH", "FR", "US", "IN", "XK")
_CODES = (
    *(("P", code) for code in ("PPL", "PPL", "PPL", "PPL", "PPLX", "PPLA3", "PPLQ")),
    *(("H", "STM"), ("T", "MT"), ("S", "SCH"), ("S", "HTL"), ("S", "CMPRF"), ("L", "RGN")),
    *(("R", "RD"), ("A", "ADM1"), ("A", "ADM2"), ("A", "ADM3"), ("V", "FRST"), ("S", "AIRP")),
)
_ADMIN1, _ADMIN2 = 20, 30
_BROKEN = ("", "4711\tToo short", "x\tNo number" + "\t" * 17)


def _word(rng: random.Random) -> str:
    return "".join(rng.choices(_SYLLABLES, k=rng.randint(2, 4))).capitalize()


def _name(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.6:  # noqa: PLR2004 - shares of a made-up dump
        return _word(rng)
    if kind < 0.8:  # noqa: PLR2004
        return f"{_word(rng)} {_word(rng)}"
    if kind < 0.9:  # noqa: PLR2004
        return f"Al {_word(rng)}ah"
    if kind < 0.95:  # noqa: PLR2004
        return f'{_word(rng)} "{_word(rng)}"'
    return f"{_word(rng)}'s {rng.choice(_SCRIPTS)}"


def dump_lines(rows: int, seed: int) -> Iterator[str]:
    """The rows of a dump, every one a line of 19 cells but for a few that are broken."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    for number in range(1, rows + 1):
        if number % 50_000 == 0:
            yield rng.choice(_BROKEN) + "\n"
            continue
        name = _name(rng)
        others = [_name(rng) for _ in range(rng.choice((0, 0, 1, 2, 6)))]
        others += [rng.choice(_SCRIPTS)] if rng.random() < 0.3 else []  # noqa: PLR2004
        others += [name[:3].upper()] if rng.random() < 0.1 else []  # noqa: PLR2004
        kind, code = rng.choice(_CODES)
        country = rng.choice(_COUNTRIES)
        admin1 = f"{rng.randrange(_ADMIN1):02d}" if rng.random() < 0.95 else ""  # noqa: PLR2004
        admin2 = f"{admin1}{rng.randrange(_ADMIN2):02d}" if admin1 and rng.random() < 0.8 else ""  # noqa: PLR2004
        cells = (
            str(number), name, name if name.isascii() else "", ",".join(others),
            f"{rng.uniform(-60, 70):.5f}", f"{rng.uniform(-180, 180):.5f}", kind, code, country,
            "TR" if rng.random() < 0.01 else "", admin1, admin2, "", "",  # noqa: PLR2004
            str(int(rng.paretovariate(0.7) * 200)) if kind == "P" else "0", "", "-9999",
            "Asia/Nowhere", f"20{rng.randrange(10, 24)}-0{rng.randrange(1, 10)}-11",
        )  # fmt: skip
        yield "\t".join(cells) + "\n"


def _area_lines() -> tuple[list[str], list[str]]:
    rng = random.Random(0)  # noqa: S311 - no secret
    first, second, number = [], [], 90_000_000
    for country in _COUNTRIES:
        for one in range(1, _ADMIN1):
            name = _word(rng)
            number += 1
            first.append(f"{country}.{one:02d}\t{name} Province\t{name}\t{number}\n")
            for two in range(_ADMIN2):
                name = _word(rng)
                number += 1
                code = f"{country}.{one:02d}.{one:02d}{two:02d}"
                second.append(f"{code}\t{name} District\t{name}\t{number}\n")
    return first, second


def _alternate_lines(rows: int) -> Iterator[str]:
    rng = random.Random(2)  # noqa: S311 - no secret
    for number in range(1, rows // 2):
        language = rng.choice(("en", "fr", "", "link", "wkdt", "ar"))
        name = rng.choice(_SCRIPTS) if language == "ar" else _name(rng)
        yield f"{number}\t{rng.randint(1, rows)}\t{language}\t{name}\t\t\t\t\t\t\n"


def write_dump(folder: Path, rows: int, seed: int) -> list[Path]:
    """The four files of a made-up dump."""
    paths = [folder / "allCountries.zip", folder / "alternateNamesV2.zip"]
    for path, member, lines in (
        (paths[0], "allCountries.txt", dump_lines(rows, seed)),
        (paths[1], "alternateNamesV2.txt", _alternate_lines(rows)),
    ):
        with (
            zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
            archive.open(member, "w", force_zip64=True) as out,
        ):
            for line in lines:
                out.write(line.encode())
    for name, area_lines in zip(
        ("admin1CodesASCII.txt", "admin2Codes.txt"), _area_lines(), strict=True
    ):
        paths.append(folder / name)
        paths[-1].write_text("".join(area_lines), encoding="utf-8")
    return paths


def main(arguments: list[str] | None = None) -> int:
    """Make the dump, compile it in a child process and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="keep the compiled file here")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = write_dump(folder, options.rows, options.seed)
        out = options.keep or folder / "places.sqlite"
        began = time.perf_counter()
        command = [sys.executable, "-m", "coder", "gazetteer", "build", *map(str, paths)]
        subprocess.run([*command, "-o", str(out), "--force"], check=True)  # noqa: S603 - our own
        seconds = time.perf_counter() - began
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        size = out.stat().st_size / 1e6
        per_million = options.rows / 1e6
        print(
            f"{options.rows:,} rows: {seconds:.1f} s ({seconds / per_million:.1f} s a million), "
            f"peak memory {peak:.0f} MiB, "
            f"file {size:.1f} MB ({size / per_million:.0f} MB a million)"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
