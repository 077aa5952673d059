"""Tables for programs with what a day looked at does to the records of their rows."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from scale_explorer.data.store.rows.lens import Lens

from ...day_marks import names_of
from .blocks import Column, Sheet


def with_marks(sheet: Sheet, flags: Iterable[Collection[str]], lens: Lens) -> Sheet:
    """Return a table with a column `marks` at its end, as of a day only; `flags` are its rows'."""
    if lens.as_of is None:
        return sheet
    rows = zip(sheet.rows, flags, strict=True)
    told = tuple((*cells, " | ".join(names_of(held))) for cells, held in rows)
    return Sheet((*sheet.columns, Column("marks")), told, headed=sheet.headed)
