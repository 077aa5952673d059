"""Units: what an amount is an amount of.

A unit is written as one of

- an ISO 4217 code in capitals: `USD`;
- `%` for percent, `pp` for percentage points, `×` for a multiple of something else;
- `1` for a plain number;
- a count of things in lower case: `people`, `data centers`;
- a quotient, and rarely a product, of these: `USD/annotation`, `1/day`, `USD*hour/person`.

In a calculation `%` and `pp` are a hundredth and `×` is one; what remains is cancelled and
compared: USD / USD is a plain share, USD / people is `USD/people`, and USD + EUR is refused.
"""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from typing import Final

from ..frozen import dataclass
from .currency import NAMES, SYMBOLS, is_currency

_HUNDREDTHS: Final = frozenset({"%", "pp"})
_SHARES: Final = _HUNDREDTHS | {"×"}
_MAX_TEXT: Final = 160
_MAX_SYMBOL: Final = 40
_MAX_FACTORS: Final = 4


class UnitError(ValueError):
    """A unit that cannot be read, or two units that do not go together."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A product of symbols over another; plain numbers have neither."""

    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if max(len(self.above), len(self.below)) > _MAX_FACTORS:
            raise UnitError(
                f"a unit has at most {_MAX_FACTORS} factors on either side of the stroke"
            )
        object.__setattr__(self, "above", tuple(sorted(self.above)))
        object.__setattr__(self, "below", tuple(sorted(self.below)))

    @classmethod
    def parse(cls, text: str) -> Unit:
        """Read a unit as the module describes it; raises UnitError."""
        if len(text) > _MAX_TEXT:
            raise UnitError(f"a unit has at most {_MAX_TEXT} characters")
        above, *below = text.split("/")
        return cls(_symbols(above, text), tuple(s for part in below for s in _symbols(part, text)))

    def __str__(self) -> str:
        return "/".join(("*".join(self.above) or "1", *self.below))

    @property
    def base(self) -> Unit:
        """The unit without its shares: what is left of it in a calculation."""
        return _cancelled(self.above, self.below)

    @property
    def factor(self) -> Decimal:
        """What one of this unit is in its base: 0.01 for percent."""
        return Decimal(1).scaleb(-2 * _hundredths(self.above) + 2 * _hundredths(self.below))

    @property
    def is_share(self) -> bool:
        """Whether amounts in this unit are plain numbers to a calculation."""
        return self.base == PLAIN

    @property
    def currency(self) -> str | None:
        """The ISO 4217 code of money, also of money per something."""
        return self.above[0] if len(self.above) == 1 and is_currency(self.above[0]) else None

    def per(self, noun: str) -> Unit:
        """Return this unit for each one of something."""
        return Unit(self.above, (*self.below, _checked(noun, noun)))

    def __mul__(self, other: Unit) -> Unit:
        """Return the unit of a product, shares dropped and equal symbols cancelled."""
        return _cancelled(self.above + other.above, self.below + other.below)

    def __truediv__(self, other: Unit) -> Unit:
        """Return the unit of a quotient, shares dropped and equal symbols cancelled."""
        return _cancelled(self.above + other.below, self.below + other.above)

    def __add__(self, other: Unit) -> Unit:
        """Return the unit of a sum or a difference; raises UnitError when there is none."""
        if self.base != other.base:
            raise UnitError(f"cannot add or compare {self} and {other}")
        return self.base


PLAIN: Final = Unit()
"""The unit of plain numbers, written 1."""
PERCENT: Final = Unit(("%",))
POINTS: Final = Unit(("pp",))
TIMES: Final = Unit(("×",))


def _symbols(part: str, text: str) -> tuple[str, ...]:
    symbols = tuple(_checked(symbol.strip(), text) for symbol in part.split("*"))
    return tuple(symbol for symbol in symbols if symbol != "1")


def _checked(symbol: str, text: str) -> str:
    if symbol in _SHARES or symbol == "1" or is_currency(symbol):
        return symbol
    if len(symbol) == 3 and symbol.isascii() and symbol.isalpha() and symbol.isupper():
        raise UnitError(
            f"{symbol} is not an ISO 4217 currency code; write other units in lower case"
        )
    if symbol.upper() in SYMBOLS or symbol.casefold() in NAMES:
        code = NAMES.get(symbol.casefold(), symbol.upper())
        raise UnitError(f"write the currency {symbol!r} as its ISO 4217 code, {code}")
    if not _is_noun(symbol):
        raise UnitError(
            f"cannot read the unit {text!r}; write a currency code (USD), %, pp, ×, 1, "
            "a count (people) or a quotient of these (USD/annotation)"
        )
    return symbol


def _is_noun(symbol: str) -> bool:
    if not 0 < len(symbol) <= _MAX_SYMBOL or not symbol[0].isalpha() or "  " in symbol:
        return False
    return all(char in " -'’" or unicodedata.category(char)[0] in "LMN" for char in symbol)


def _hundredths(symbols: tuple[str, ...]) -> int:
    return sum(symbol in _HUNDREDTHS for symbol in symbols)


def _cancelled(above: tuple[str, ...], below: tuple[str, ...]) -> Unit:
    """Return above over below without shares and without what stands on both sides."""
    left = [symbol for symbol in above if symbol not in _SHARES]
    right: list[str] = []
    for symbol in below:
        if symbol in left:
            left.remove(symbol)
        elif symbol not in _SHARES:
            right.append(symbol)
    return Unit(tuple(left), tuple(right))
