"""The aggregates on coded developer data, and what they cost on a million events.

    python -m benchmarks.aggregates [--scale 1000000]

Codes the developer articles of fakes, links their incidents and prints these by governorate, and by
governorate and month; civilians killed by perpetrator, the share of single sources, and how often
the governorate with the most events of an article is the one its makers matched it to. Figures
only, no text. With ``--scale`` events are repeated under new ids and every aggregate timed.
"""

import argparse
import time
from collections.abc import Callable, Mapping

import polars as pl

from benchmarks.datasets import datasets
from benchmarks.inputs import Row
from benchmarks.shared import absent
from coder import aggregate, link_incidents
from coder.api.coding import Coder
from coder.tables.frames import TableBuilder

Tables = Mapping[str, pl.DataFrame]

GOVERNORATES = {
    "aleppo": "Aleppo",
    "damascus": "Damascus",
    "daraa": "Daraa",
    "deir ezzor": "Deir ez-Zor",
    "hama": "Hama",
    "hasakeh": "Al-Hasakah",
    "homs": "Homs",
    "idlib": "Idlib",
    "lattakia": "Latakia",
    "quneitra": "Quneitra",
    "raqqa": "Ar-Raqqah",
    "tartous": "Tartus",
}
"""The makers' names of governorates and those of the gazetteer."""
_CAPITAL = {"Rif Dimashq": "Damascus"}
"""The makers have one name for the capital and the governorate around it."""
_SHOWN = 12


def code_fakes() -> dict[str, pl.DataFrame]:
    """The tables of the developer articles, coded and linked as a user would."""
    builder = TableBuilder()
    for result in Coder().code_documents(map(_document, datasets()["fakes"].rows())):
        if result.record is not None:
            builder.add(result.record)
    return link_incidents(builder.take())


def _document(row: Row) -> dict[str, object]:
    text = " ".join(row["sentences"])
    return {key: row[key] for key in ("id", "title", "source", "published")} | {"text": text}


def governorate_hits(tables: Tables, labels: Mapping[str, str]) -> tuple[int, int, int]:
    """Of the labelled articles: with a Syrian event, label among its governorates, label first.

    An article whose governorates tie for the first place counts where the label is one of them.
    """
    counted = aggregate.fatalities(
        tables["events"], ["doc_id", "admin1"], representative=False
    ).filter(pl.col("iso3") == "SYR", pl.col("admin1_name").is_not_null())
    of_article: dict[str, dict[str, int]] = {}
    for doc_id, name, number in counted.select("doc_id", "admin1_name", "n_events").iter_rows():
        found = of_article.setdefault(doc_id, {})
        place = _CAPITAL.get(name, name)
        found[place] = found.get(place, 0) + number
    among = first = 0
    for doc_id, found in of_article.items():
        label = GOVERNORATES.get(labels.get(doc_id, ""), "")
        among += label in found
        first += found.get(label) == max(found.values())
    return len(of_article), among, first


def repeated(tables: Tables, height: int) -> dict[str, pl.DataFrame]:
    """The tables with their events repeated, under new ids, up to about ``height`` events."""
    times = max(1, height // max(1, tables["events"].height))
    copies = pl.DataFrame({"_copy": range(times)})
    ids = {"event_id", "incident_id", "doc_id"}
    return {
        name: frame.join(copies, how="cross")
        .with_columns(
            pl.concat_str(column, pl.lit("-"), "_copy").alias(column)
            for column in frame.columns
            if column in ids
        )
        .drop("_copy")
        for name, frame in tables.items()
        if name in ("events", "actors", "attributions", "documents")
    }


def costs(tables: Tables) -> dict[str, float]:
    """Seconds that each aggregate takes, by its name."""
    events = tables["events"]
    counts: dict[str, Callable[[], object]] = {
        "fatalities by admin1 and month": lambda: aggregate.fatalities(events, ["admin1", "month"]),
        "fatalities by week, split": lambda: aggregate.fatalities(events, "week", dates="split"),
        "timeseries": lambda: aggregate.timeseries(events),
        "dyads": lambda: aggregate.dyads(events),
        "panel by admin1 and week": lambda: aggregate.panel(
            events,
            tables["documents"],
            units=aggregate.country_units("SYR"),
            start=events["date_end"].min(),  # type: ignore[arg-type]  # a date
            end=events["date_end"].max(),  # type: ignore[arg-type]  # a date
        ),
        "civilians killed by actor": lambda: aggregate.civilians_killed_by_actor(
            events, tables["actors"]
        ),
        "sources": lambda: aggregate.sources(events, tables["attributions"]),
        "quality": lambda: aggregate.quality(events),
    }
    found = {}
    for name, count in counts.items():
        began = time.perf_counter()
        count()
        found[name] = time.perf_counter() - began
    return found


def report(tables: Tables, labels: Mapping[str, str]) -> None:
    """Print the figures."""
    events = tables["events"]
    places = aggregate.fatalities(events, "admin1").filter(iso3="SYR")
    columns = ["admin1_name", "n_incidents", "killed_sum", "killed_n_known", "killed_n_unknown"]
    print(_text(places.sort("n_incidents", descending=True).select(columns)))
    months = aggregate.fatalities(events, ["admin1", "month"]).filter(iso3="SYR")
    columns[1:1] = ["month"]
    print(_text(months.sort("n_incidents", descending=True).select(columns).head(_SHOWN)))
    civilians = aggregate.civilians_killed_by_actor(events, tables["actors"])
    columns = ["perpetrator", "certainty", "n_events", "n_tied"]
    columns += ["killed_civilians_sum", "killed_civilians_n_known"]
    ranked = civilians.sort("killed_civilians_sum", descending=True, nulls_last=True)
    print(_text(ranked.select(columns).head(_SHOWN)))
    told = aggregate.sources(events, tables["attributions"])
    print(_text(told.drop("filter").unpivot(variable_name="sources", value_name="value")))
    articles, among, first = governorate_hits(tables, labels)
    print(
        f"articles with an event in a governorate: {articles}; the makers' governorate is among "
        f"them in {among} ({among / max(1, articles):.0%}), has the most events in {first} "
        f"({first / max(1, articles):.0%})"
    )


def _text(frame: pl.DataFrame) -> str:
    with pl.Config(tbl_rows=-1, tbl_cols=-1, tbl_hide_dataframe_shape=True):
        return str(frame)


def main(arguments: list[str] | None = None) -> int:
    """The command line; always 0."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.aggregates", description=__doc__)
    parser.add_argument("--scale", type=int, help="time the aggregates on so many events")
    options = parser.parse_args(arguments)
    missing = absent()
    if missing:
        print(missing)
        return 0
    labels = {str(row["id"]): row["labels"]["governorate"] for row in datasets()["fakes"].rows()}
    tables = code_fakes()
    report(tables, labels)
    if options.scale:
        many = repeated(tables, options.scale)
        print(f"{many['events'].height:,} events")
        for name, seconds in costs(many).items():
            print(f"{name:<32} {seconds:6.2f} s")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
