"""Tables in the shape that plain text can hold."""

from collections.abc import Collection

import polars as pl

LIST_SEPARATOR = ";"

_FORMULA_START = r"^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]"
"""What makes a spreadsheet run a cell as a formula, also in full-width forms (CSV injection).

A text that has the apostrophe already gets another one, so that it can be taken off again.
"""
MARKED = r"^'('*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])"
"""A text that :func:`flat_for_csv` made harmless: the apostrophe, and where the text begins."""


def flat_for_csv(
    frame: pl.DataFrame, *, harmless: bool = True, codes: Collection[str] = ()
) -> pl.DataFrame:
    """The frame as CSV can hold it: lists joined by ``;``, no binary columns.

    An empty list becomes null, since both mean that nothing is stated. With ``harmless`` a text
    that a spreadsheet would run as a formula gets an apostrophe in front; columns of ``codes`` hold
    no words of a text and are left as they are.
    """
    columns = []
    for name, dtype in frame.schema.items():
        if dtype == pl.Binary:
            continue
        column = pl.col(name)
        if isinstance(dtype, pl.List):
            joined = column.cast(pl.List(pl.String)).list.join(LIST_SEPARATOR)
            column = pl.when(column.list.len() > 0).then(joined)
        is_text = harmless and name not in codes
        if is_text and (isinstance(dtype, pl.List) or dtype == pl.String):
            is_formula = column.str.contains(_FORMULA_START)
            column = pl.when(is_formula).then(pl.concat_str(pl.lit("'"), column)).otherwise(column)
        columns.append(column.alias(name))
    return frame.select(columns)
