"""Tables in the shape that plain text can hold."""

import polars as pl

LIST_SEPARATOR = ";"

_FORMULA_START = r"^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]"
"""What makes a spreadsheet run a cell as a formula, also in full-width forms (CSV injection)."""


def flat_for_csv(frame: pl.DataFrame, *, harmless: bool = True) -> pl.DataFrame:
    """The frame as CSV can hold it: lists joined by ``;``, no binary columns.

    An empty list becomes null, since both mean that nothing is stated. With ``harmless`` a text
    that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    columns = []
    for name, dtype in frame.schema.items():
        if dtype == pl.Binary:
            continue
        column = pl.col(name)
        if isinstance(dtype, pl.List):
            joined = column.cast(pl.List(pl.String)).list.join(LIST_SEPARATOR)
            column = pl.when(column.list.len() > 0).then(joined)
        if harmless and (isinstance(dtype, pl.List) or dtype == pl.String):
            is_formula = column.str.contains(_FORMULA_START)
            column = pl.when(is_formula).then(pl.concat_str(pl.lit("'"), column)).otherwise(column)
        columns.append(column.alias(name))
    return frame.select(columns)
