"""Identifiers that registers give: what each looks like, and how two of them are compared."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

_LEI = re.compile(r"[0-9A-Z]{18}[0-9]{2}")
_CIK = re.compile(r"[0-9]{1,10}")
_WIKIDATA = re.compile(r"Q[1-9][0-9]{0,11}")
_TICKER = re.compile(r"[0-9A-Z][0-9A-Z.-]{0,9}")


class Shape(NamedTuple):
    """What an identifier looks like: a test, and words for it."""

    fits: Callable[[str], object]
    told: str


def _is_lei(value: str) -> bool:
    """Check the shape and the check digits (ISO 7064 MOD 97-10, letters counting from 10)."""
    if not _LEI.fullmatch(value):
        return False
    return int("".join(str(int(character, 36)) for character in value)) % 97 == 1


SHAPES = {
    "lei": Shape(_is_lei, "20 capitals and digits with sound check digits (ISO 17442)"),
    "cik": Shape(_CIK.fullmatch, "up to 10 digits (SEC)"),
    "wikidata": Shape(_WIKIDATA.fullmatch, "Q and a number, such as Q380"),
}
"""The identifiers whose register says how they are written."""

REGISTERS = {"lei": "LEI", "cik": "CIK", "wikidata": "Wikidata", "ticker": "ticker"}
"""What each identifier is called, those that name an entity most surely first."""


TICKER = "ticker"
"""The identifier that means one company only together with its exchange, as in `NASDAQ:META`."""


def comparable(register: str, value: str) -> str:
    """Return an identifier as two are compared; nothing for one that no register gave.

    Zeros before a CIK do not count. A ticker keeps its exchange, if it has one.
    """
    plain = "".join(value.upper().split())
    if register == TICKER:
        return plain.lstrip(":") if _TICKER.fullmatch(symbol(plain)) else ""
    if not SHAPES[register].fits(plain):
        return ""
    return plain.lstrip("0") if register == "cik" else plain


def symbol(ticker: str) -> str:
    """Return a ticker without its exchange."""
    return ticker.rpartition(":")[2]


def differ(register: str, one: str, other: str) -> bool:
    """Say whether two identifiers, as `comparable` returns them, are not the same.

    Tickers are compared with their exchanges where both have one, else by their symbols.
    """
    if register == TICKER and not (":" in one and ":" in other):
        return symbol(one) != symbol(other)
    return one != other
