"""Amounts as people write them."""

from __future__ import annotations

from typing import Final

MONEY: Final = (
    "about ${a} million", "€{a} million", "${d} billion", "${a} million", "around £{a}m",
    "${a},{z:03},000", "nearly ${a} million", "¥{d} billion", "more than €{d} billion",
    "{a} million euros", "CHF {d} million", "₹{a} crore", "up to ${a} million",
    "between ${a} million and ${b} million", "US$ {d} billion", "roughly €{d} million",
)  # fmt: skip
PRICES: Final = ("${s}.{c} a jar", "€{s}.{c} per kilo", "${s}.{c} per hour", "about £{s} a box")
PERCENT: Final = ("{p}%", "about {p}%", "{p}.{t}%", "more than {p}%", "{p} percent", "nearly {p}%")
PEOPLE: Final = (
    "{a} employees", "about {a},{z:03} people", "{z},{a:03} people", "more than {a},000 employees",
    "nearly {a} people",
)  # fmt: skip
THINGS: Final = ("{a} shops", "about {a} plants", "{a},{z:03} customers", "at least {a} vehicles")
TIMES: Final = ("{s} times", "{s}.{t} times", "about {s} times")
RANKS: Final = ("{s}",)


def amount(patterns: tuple[str, ...], bits: int) -> str:
    """Return an amount in one of some wordings."""
    pattern = patterns[bits % len(patterns)]
    bits >>= 4
    a = 1 + bits % 899
    return pattern.format(
        a=a,
        b=a + 1 + (bits >> 12) % 99,
        d=f"{1 + bits % 88}.{1 + (bits >> 12) % 9}",
        z=1 + (bits >> 14) % 998,
        s=2 + bits % 40,
        c=10 + (bits >> 12) % 90,
        p=2 + bits % 90,
        t=1 + (bits >> 12) % 9,
    )
