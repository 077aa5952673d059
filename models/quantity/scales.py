"""Scale words: million, bn, Mrd., crore and the like.

A long-scale "billion" (10^12 in German, French and Spanish) is told from the English one by its
form: "Billionen", "billones". "1 Billion Euro" and "3 billions d'euros" could be either and are
refused, as is "mil" alone, a thousand in Spanish and a million in American slang.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ..frozen import dataclass
from .currency import CODES, SIGNS
from .decimals import power_of_ten
from .numerals import Style
from .refusal import RefusedError
from .tokens import Phrases, Tokens

_ENGLISH: Final = {
    "thousand": 3, "million": 6, "mn": 6, "mln": 6, "billion": 9, "bn": 9, "bln": 9, "trillion": 12,
    "tn": 12, "trn": 12, "lakh": 5, "lakhs": 5, "lac": 5, "crore": 7, "crores": 7, "cr": 7,
    "lakh crore": 12, "lakh crores": 12,
}  # fmt: skip
_CONTINENTAL: Final = {
    "tsd": 3, "tsd.": 3, "tausend": 3, "mio": 6, "mio.": 6, "mill.": 6, "millionen": 6, "mrd": 9,
    "mrd.": 9, "milliarde": 9, "milliarden": 9, "billionen": 12,
    "mille": 3, "milliers": 3, "millions": 6, "milliard": 9, "milliards": 9,
    "mil millones": 9, "millón": 6, "millones": 6, "mil mill.": 9, "billones": 12,
    "mil milhões": 9, "milhão": 6, "milhões": 6, "bilhão": 9, "bilhões": 9,
    "mila": 3, "milione": 6, "milioni": 6, "miliardo": 9, "miliardi": 9, "mld": 9, "mld.": 9,
    "miljoen": 6, "miljard": 9, "miljoner": 6, "miljarder": 9, "millioner": 6, "milliarder": 9,
}  # fmt: skip
_ATTACHED: Final = {"k": 3, "K": 3, "m": 6, "M": 6, "B": 9}
_OF_MONEY: Final = _ATTACHED | {"b": 9, "t": 12, "T": 12, "mm": 6, "MM": 6, "Md": 9, "Mds": 9}
_UNDECIDED: Final = {"mil", "billions", "trillions", "billón", "trillón"}
_TWO_SIZES: Final = {"Billion", "Trillion"}


@dataclass(frozen=True, slots=True)
class Scale:
    """What a number is multiplied by; counted scales (a dozen) leave it exact."""

    factor: Decimal
    style: Style | None = None
    counted: bool = False


def _table() -> dict[str, Scale]:
    table = {word: Scale(power_of_ten(n), Style.CONTINENTAL) for word, n in _CONTINENTAL.items()}
    table |= {word: Scale(power_of_ten(n), Style.ENGLISH) for word, n in _ENGLISH.items()}
    table |= {"hundred": Scale(Decimal(100), Style.ENGLISH, counted=True)}
    table |= {word: Scale(Decimal(12), Style.ENGLISH, counted=True) for word in ("dozen", "dozens")}
    return table


_WORDS: Final = Phrases(_table())


def scale_at(tokens: Tokens, place: int, *, money: bool) -> tuple[Scale, int] | None:
    """Return the scale written at a place, right after a number, and the place after it.

    A single letter counts when it is attached to the number ("10k"); with money it may stand off
    ("€ 5 M"), and more letters are allowed. Raises RefusedError for a word of two meanings.
    """
    place = tokens.past_hyphen(place)
    found = _WORDS.at(tokens, place) or _letter_at(tokens, place, money=money)
    if found is None:
        if tokens[place].folded in _UNDECIDED:
            raise RefusedError(
                f"‘{tokens[place].text}’ has two meanings; write the digits", place + 1
            )
        return None
    scale, stop = found
    if tokens[place].text in _TWO_SIZES and tokens[stop].text in {"Euro", "Dollar"}:
        raise RefusedError(f"‘{tokens[place].text}’ is 10^9 or 10^12 here; write the digits", stop)
    if _WORDS.at(tokens, stop):
        raise RefusedError("two scale words follow each other; write the digits", stop + 1)
    return scale, stop


def _letter_at(tokens: Tokens, place: int, *, money: bool) -> tuple[Scale, int] | None:
    token = tokens[place]
    money = money or tokens[place + 1].text in SIGNS or tokens[place + 1].text in CODES
    exponent = _OF_MONEY.get(token.text) if money else None
    if exponent is None and token.glued:
        exponent = _ATTACHED.get(token.text)
    return None if exponent is None else (Scale(power_of_ten(exponent), Style.ENGLISH), place + 1)
