"""The reading of amounts in filters: a comparison, a number with its scale, and a unit."""

from __future__ import annotations

import re
from decimal import Decimal

from .amount_term import Amount, AmountError

_COMPARISONS = (">=", "<=", ">", "<")
_SYMBOLS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_SCALES = {
    "": 0, "k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6,
    "b": 9, "bn": 9, "billion": 9, "t": 12, "tn": 12, "trillion": 12,
}  # fmt: skip
_SHAPE = re.compile(
    r"(?P<before>[$€£¥]|[a-z]{3})?"
    r"(?P<number>\d{1,3}(?:,\d{3}){1,5}|\d{1,18})(?P<fraction>\.\d{1,9})?"
    r"(?P<scale>thousand|million|billion|trillion|k|mn|m|bn|b|tn|t)?"
    r"(?P<after>[%×x]|[a-z]{3})?",
    re.ASCII,
)
# What more typing could turn into an amount: a sign, digits, a scale word half written.
_BEGUN = re.compile(r"=?[$€£¥]?(?:[\d,]{1,24}\.?\d{0,9}[a-z]{0,8})?", re.ASCII)


def read_amount(text: str, *, negated: bool = False) -> Amount:
    """Read a comparison and a number with scale and unit; raises AmountError."""
    comparison = next(sign for sign in _COMPARISONS if text.startswith(sign))
    rest = text.removeprefix(comparison).lower()
    shape = _SHAPE.fullmatch(rest)
    if shape is None:
        raise AmountError(text, unfinished=_BEGUN.fullmatch(rest) is not None)
    number = Decimal(shape["number"].replace(",", "") + (shape["fraction"] or ""))
    unit = _unit(shape["before"], shape["after"])
    return Amount(comparison, number.scaleb(_SCALES[shape["scale"] or ""]), unit, negated)


def _unit(before: str | None, after: str | None) -> str:
    mark = before or after or ""
    return {"x": "×", **_SYMBOLS}.get(mark, mark.upper())
