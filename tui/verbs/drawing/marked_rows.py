"""Tables for programs with what a day looked at does to the records of their rows.

As of a day only they have one column more, `marks`, at their end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from scale_explorer.data.store.rows.lens import Lens

from ...day_marks import names_of
from .blocks import Cell, Column, Sheet


def with_marks(sheet: Sheet, flags: Iterable[Collection[str]], lens: Lens) -> Sheet:
    """Return a table with that column; `flags` are its rows'."""
    told = zip(sheet.rows, flags, strict=True)
    rows = tuple(cells_of(cells, held, lens) for cells, held in told)
    return Sheet(columns_of(sheet.columns, lens), rows, headed=sheet.headed)


def columns_of(columns: tuple[Column, ...], lens: Lens) -> tuple[Column, ...]:
    """Return the columns with that one."""
    return columns if lens.as_of is None else (*columns, Column("marks"))


def cells_of(cells: tuple[Cell, ...], flags: Collection[str], lens: Lens) -> tuple[Cell, ...]:
    """Return a row's cells with its cell of that column."""
    return cells if lens.as_of is None else (*cells, " | ".join(names_of(flags)))
