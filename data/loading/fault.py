"""Whether a data file can be read at all, whatever may be wrong with single records in it."""

from __future__ import annotations

from .listing import is_spreadsheet
from .parse import parse
from .spreadsheet.sheet import read_sheet


def refuse_unreadable(content: bytes, name: str) -> None:
    """Raise ParseError, with the place, when a TOML or CSV file of a set cannot be read at all.

    Other files hold no records, and are let pass.
    """
    if name.endswith(".toml"):
        parse(content, name)
    elif is_spreadsheet(name):
        read_sheet(content, name, name)
