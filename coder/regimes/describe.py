"""Regimes as Markdown, as ``docs/regimes.md`` prints them; a test keeps page and data equal."""

from coder.regimes.model import Regime

_NOTHING = "none"


def coverage_markdown(regime: Regime) -> str:
    """The columns that are filled as a table, and the others by name."""
    lines = ["| column | filled | from what, and what differs |", "|---|---|---|"]
    lines += [
        f"| `{column.name}` | {column.coverage} | {column.how} |"
        for column in regime.columns
        if column.coverage != _NOTHING
    ]
    empty = [f"`{column.name}`" for column in regime.columns if column.coverage == _NOTHING]
    if empty:
        lines += ["", f"Not filled ({len(empty)}): {', '.join(empty)}."]
    return "\n".join(lines)


def criteria_markdown(regime: Regime) -> str:
    """Why events are left out, and the conventions a row may name."""
    lines = ["| rule | left out because |", "|---|---|"]
    lines += [f"| `{rule}` | {why} |" for rule, why in regime.criteria.items()]
    if regime.conventions:
        lines += ["", "| convention | what it does |", "|---|---|"]
        lines += [f"| `{rule}` | {what} |" for rule, what in regime.conventions.items()]
    return "\n".join(lines)


def counts_markdown(regimes: tuple[Regime, ...]) -> str:
    """One line a regime: its data set, the codebook, and how many columns are filled."""
    lines = [
        "| regime | columns of | definitions from | full | partial | not filled |",
        "|---|---|---|---|---|---|",
    ]
    for regime in regimes:
        kinds = [column.coverage for column in regime.columns]
        counts = " | ".join(str(kinds.count(kind)) for kind in ("full", "partial", _NOTHING))
        source = f"[{regime.codebook}]({regime.url})"
        lines.append(f"| `{regime.name}` | {regime.layout} | {source} | {counts} |")
    return "\n".join(lines)
