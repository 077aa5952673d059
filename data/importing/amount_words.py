"""Amounts of figures, read by the reader of amounts once for each shape and computed after that.

The reader takes a quarter of a millisecond, mostly to find out what the words around a number are.
Those are the same in all amounts of one shape, `about $000.0 million`: what the reader makes of it
is learned from three numbers that fill it, and the rule must hold for each. What cannot be learned,
such as two numbers in one amount, is left to the reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Final, NamedTuple

from scale_explorer.models.quantity.hedge import Hedge
from scale_explorer.models.quantity.reading import MAX_LENGTH, Reading, UnreadableAmount, read

_DIGITS: Final = re.compile(r"[0-9]")
_RUNS: Final = re.compile(r"[0-9]+(?:[.,'’_\u00a0\u2009\u202f ]*[0-9]+)*")
_NUMERAL: Final = re.compile(r"([0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.([0-9]+))?")
_LONGEST: Final = 30  # digits: with all that a scale adds, no interval needs rounding
_FILLS: Final = ("1" + "0" * MAX_LENGTH, "9" * MAX_LENGTH, "2718281828" * (MAX_LENGTH // 10))
_SHAPES: Final = 4_096
_TEXTS: Final = 50_000  # round amounts come again and again
_ONE_NUMBER: Final = frozenset(Hedge) - {Hedge.BETWEEN, Hedge.MOST}

Json = dict[str, str | bool | None]


class Amount(NamedTuple):
    """An amount as a figure holds it: the interval as JSON values, its unit, hedge and words."""

    value: Json
    unit: str
    hedge: str
    as_written: str


@lru_cache(maxsize=_TEXTS)
def amount(text: str) -> Amount:
    """Return what a text that is one amount says; raises UnreadableAmount as the reader does."""
    numeral = _numeral(text) if len(text) <= MAX_LENGTH else None
    shape = _shape(_DIGITS.sub("0", text)) if numeral else None
    if numeral is None or shape is None:
        reading = read(text)
        value = reading.interval.to_json()
    else:
        reading = shape.reading
        value = shape.interval(numeral)
    # The words are cut from this text: those of the reading are those that it was learned from.
    words = text[reading.start : reading.end]
    return Amount(value, str(reading.unit), reading.hedge.value, words)


class _Numeral(NamedTuple):
    """A number as its digits, and how many of them are decimals."""

    digits: int
    decimals: int


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the reader makes of every amount of one shape, but for its digits.

    The number is multiplied by ten to the power of `scale`; `rounded` ones stand for half a unit of
    their last digit to both sides, and `below` leaves a border out. See the table in
    `models/quantity/hedge.py`.
    """

    scale: int
    rounded: bool
    below: bool
    reading: Reading

    def interval(self, numeral: _Numeral) -> Json:
        """Return the interval that the reader would find for a number, as JSON values."""
        power = self.scale - numeral.decimals - 1
        tenth, whole = numeral.digits, numeral.digits * 10
        half = 5 if self.rounded else 0
        low: int | None = whole
        high: int | None = whole
        low_open = high_open = False
        match self.reading.hedge:
            case Hedge.ABOUT:
                low, high = whole - max(half, tenth), whole + max(half, tenth)
            case Hedge.NEARLY:
                low, high_open = whole - tenth, True
            case Hedge.OVER:
                high, low_open = None, True
            case Hedge.AT_LEAST:
                high = None
            case Hedge.UP_TO:
                low, high_open = 0, self.below
            case _:
                low, high = whole - half, whole + half
        return {
            "stated": _plain(whole, power),
            "low": _plain(low, power),
            "high": _plain(high, power),
            "low_open": low_open,
            "high_open": high_open,
        }


def _plain(number: int | None, power: int) -> str | None:
    """Write a number times a power of ten in full, without zeros behind its point."""
    if number is None:
        return None
    if power >= 0 or not number:
        return f"{number}{'0' * power}" if number else "0"
    digits = str(number).rjust(1 - power, "0")
    fraction = digits[power:].rstrip("0")
    return f"{digits[:power]}.{fraction}" if fraction else digits[:power]


def _numeral(text: str) -> _Numeral | None:
    """Return the only numeral of a text, if it is written the English way and is 1 or more.

    Below 1 half a unit may be more than a tenth, which a shape does not tell.
    """
    runs = _RUNS.findall(text)
    if len(runs) != 1 or (written := _NUMERAL.fullmatch(runs[0])) is None:
        return None
    whole, decimals = written[1].replace(",", ""), written[2] or ""
    if whole[0] == "0" or len(whole) + len(decimals) > _LONGEST:
        return None
    return _Numeral(int(whole + decimals), len(decimals))


@lru_cache(maxsize=_SHAPES)
def _shape(shape: str) -> _Shape | None:
    """Learn what the reader makes of a shape, with zeros for its digits; None if that cannot be.

    The least number that fits tells most: only there may half a unit be more than a tenth.
    """
    texts = [_filled(shape, fill) for fill in _FILLS]
    try:
        readings = [read(text) for text in texts]
    except UnreadableAmount:
        return None
    for rule in _rules(texts[0], readings[0]):
        if all(_says(rule, *each) for each in zip(texts, readings, strict=True)):
            return rule
    return None


def _filled(shape: str, fill: str) -> str:
    digits = iter(fill)
    return _DIGITS.sub(lambda _found: next(digits), shape)


def _rules(text: str, reading: Reading) -> Iterator[_Shape]:
    """Yield the rules by which the number of a text may have become what the reader made of it."""
    numeral, stated = _numeral(text), reading.interval.stated
    if numeral is None or not stated or stated < 0 or reading.hedge not in _ONE_NUMBER:
        return
    power = stated.adjusted() - (len(str(numeral.digits)) - 1 - numeral.decimals)
    for rounded, below in product((False, True), repeat=2):
        yield _Shape(power, rounded, below, reading)


def _says(rule: _Shape, text: str, reading: Reading) -> bool:
    """Say whether a rule comes to what the reader says of a text."""
    numeral, first = _numeral(text), rule.reading
    return (
        numeral is not None
        and (reading.unit, reading.hedge) == (first.unit, first.hedge)
        and (reading.start, reading.end) == (first.start, first.end)
        and rule.interval(numeral) == reading.interval.to_json()
    )
