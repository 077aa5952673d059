"""Reading amounts: from words as people write them to an interval with a unit.

`read` takes a text that is one amount and nothing else, as in a data file, and refuses everything
it cannot account for to the last sign. `find_amounts` finds every amount in running text, in
linear time, and leaves out what only looks like one (`traps` says what). Neither ever guesses: a
numeral that can be read two ways is refused by the one and passed over by the other (`numerals`
has the rule).

What is read, and where its rules are written down:

- digits in English, continental, Swiss and Indian grouping (`numerals`), number words (`words`),
  scale words in seven languages (`scales`);
- the written precision: "$29 billion" is 28.5 to 29.5 billion, "49 %" is 49 (`terms`);
- hedges, as "about" for ±10 % (`hedge`), ranges and changes (`spans`);
- "half", "double", "one in five", "hundreds of millions", "most" (`named`);
- currencies by sign, code and name (`currency`), %, points, multiples, counts (`measures`), and
  "per annotation", "a year", "each" (`rates`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..frozen import dataclass
from .amounts import Amount, Shape, amounts_at
from .refusal import RefusedError
from .tokens import Tokens
from .traps import has_only_years, misleads
from .unit import PERCENT, Unit

if TYPE_CHECKING:
    from .hedge import Hedge
    from .interval import Interval

MAX_LENGTH: Final = 200
"""Most characters of an amount on its own."""

_EXAMPLE: Final = "write it like 'about $150 million', '49 %', '1,416 employees' or '$100 per hour'"
_ARTICLES: Final = frozenset({"a", "an", "the"})
_HOLDINGS: Final = frozenset(
    {"stake", "share", "interest", "holding", "shareholding", "anteil", "beteiligung"}
)


class UnreadableAmount(ValueError):  # noqa: N818 - named for what happened, as callers read it
    """A text that is not one amount; the message says why and gives an example."""

    def __init__(self, text: str, reason: str) -> None:
        shown = text if len(text) <= 60 else f"{text[:60]}…"
        super().__init__(f"cannot read {shown!r} as an amount: {reason}; {_EXAMPLE}")
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Reading:
    """An amount as read from a text, and where it stands there."""

    interval: Interval
    unit: Unit
    hedge: Hedge
    as_written: str
    """The words it was read from: the text from `start` to `end`."""
    start: int
    """The first code point of the words."""
    end: int
    """The code point after the words."""
    per: str | None = None
    """What the amount is counted by, "each" where the noun is left to the context."""
    relative: bool = False
    """Whether it compares with something else: a multiple, points, "up 20 %"."""


def read(text: str) -> Reading:
    """Read a text that is one amount; raises UnreadableAmount."""
    if len(text) > MAX_LENGTH:
        raise UnreadableAmount(text, f"it is longer than {MAX_LENGTH} characters")
    tokens = Tokens(text)
    try:
        amount = _only_amount(tokens)
    except RefusedError as refused:
        raise UnreadableAmount(text, refused.reason) from None
    start, end = tokens[0].start, tokens[len(tokens) - 1].end
    return _reading(amount, text, start, end)


def find_amounts(text: str) -> tuple[Reading, ...]:
    """Find all amounts in running text, in order, none inside another."""
    tokens = Tokens(text)
    found: list[Reading] = []
    place = 0
    while place < len(tokens):
        try:
            amounts = amounts_at(tokens, place)
        except RefusedError as refused:
            place = max(refused.resume, place + 1)
            continue
        place = amounts[-1].stop if amounts else place + 1
        found.extend(
            _reading(amount, text, tokens[amount.start].start, tokens[amount.stop - 1].end)
            for amount in amounts
            if not misleads(tokens, amount)
        )
    return tuple(found)


def _only_amount(tokens: Tokens) -> Amount:
    amounts = amounts_at(tokens, 0)
    if not amounts and tokens[0].folded in _ARTICLES:
        amounts = amounts_at(tokens, 1)
    if len(amounts) != 1:
        reason = "these are two amounts" if amounts else "it does not begin with an amount"
        raise RefusedError(reason, 0)
    amount = amounts[0]
    if amount.shape is Shape.PAIR and has_only_years(tokens, amount):
        raise RefusedError("these look like years", 0)
    stop = amount.stop
    if amount.unit == PERCENT and tokens[stop].folded in _HOLDINGS:
        stop += 1
    if tokens[stop].text == "." and stop == len(tokens) - 1:
        stop += 1
    if stop < len(tokens):
        raise RefusedError(f"{tokens.slice(stop, len(tokens))!r} is left over", 0)
    return amount


def _reading(amount: Amount, text: str, start: int, end: int) -> Reading:
    return Reading(
        amount.interval,
        amount.unit,
        amount.hedge,
        text[start:end],
        start,
        end,
        amount.per,
        amount.relative,
    )
