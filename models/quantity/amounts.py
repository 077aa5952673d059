"""The grammar of amounts: hedge, number or range, unit, "or more", "per" something.

`amounts_at` reads what begins at one place of a text, in a bounded number of steps. It gives one
amount; two for a change ("rose from $14 billion to $29 billion"); none where no amount begins. It
raises `RefusedError` where an amount is there but cannot be read without guessing.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from ..frozen import dataclass, replace
from .hedge import BELOW_PREFIXES, PREFIXES, SUFFIXES, Hedge, HedgeError, hedged
from .interval import Interval, IntervalError
from .measures import money_after, noun_at
from .named import multiple_at, part_at, vague_at
from .rates import rate_at
from .refusal import RefusedError
from .scales import scale_at
from .spans import Span, span_at
from .terms import Term, term_at, valued
from .tokens import Phrases, Tokens, alike
from .unit import PERCENT, PLAIN, POINTS, TIMES, Unit, UnitError
from .words import ARTICLES, part_of_scale_at


class Shape(Enum):
    """What an amount is made of, on which depends what it could be mistaken for."""

    PLAIN = auto()
    COUNT = auto()
    MEASURED = auto()
    PART = auto()
    MULTIPLE = auto()
    VAGUE = auto()
    PAIR = auto()
    """Two plain numbers and a dash or a "to"."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount between two places in a text; `number` is the place after its hedge."""

    interval: Interval
    unit: Unit
    shape: Shape
    start: int
    stop: int
    number: int
    hedge: Hedge = Hedge.EXACT
    per: str | None = None
    relative: bool = False


_BEFORE: Final = Phrases(
    {words: (hedge, False) for hedge, phrases in PREFIXES.items() for words in phrases}
    | alike((Hedge.UP_TO, True), *BELOW_PREFIXES)
)
_AFTER: Final = Phrases({words: hedge for hedge, phrases in SUFFIXES.items() for words in phrases})
_DIRECTIONS: Final = {"up": 1, "down": -1}
_TAKES_UP: Final = frozenset({"make", "makes", "made", "making", "take", "takes", "took", "taking"})
_DETERMINERS: Final = frozenset({"a", "an", "the"})
_MAX_RATES: Final = 2


def amounts_at(tokens: Tokens, place: int) -> tuple[Amount, ...]:
    """Return what begins at a place: an amount, the two of a change, or nothing."""
    try:
        direction = _DIRECTIONS.get(tokens[place].folded)
        if direction and not _BEFORE.at(tokens, place):
            return _directed(tokens, place, direction)
        return _hedged(tokens, place)
    except (HedgeError, IntervalError, UnitError) as error:
        raise RefusedError(str(error), place + 1) from None


def _directed(tokens: Tokens, place: int, direction: int) -> tuple[Amount, ...]:
    """Read "up 20 %" and "down more than 3 points": the hedge is on the size of the change."""
    if tokens[place - 1].folded in _TAKES_UP:
        return ()
    amounts = _hedged(tokens, place + 1)
    if len(amounts) != 1 or amounts[0].unit not in {PERCENT, POINTS}:
        return ()
    amount = amounts[0]
    interval = amount.interval if direction > 0 else -amount.interval
    return (replace(amount, interval=interval, start=place, relative=True),)


def _hedged(tokens: Tokens, place: int) -> tuple[Amount, ...]:
    found = _BEFORE.at(tokens, place)
    (hedge, below), number = found or ((Hedge.EXACT, False), place)
    amounts = _bare(tokens, number)
    if found and not amounts and tokens[number].folded in _DETERMINERS:
        number += 1
        amounts = _bare(tokens, number)
    if found and not amounts:
        _refuse_second_hedge(tokens, number)
    if len(amounts) != 1:
        return () if found else amounts
    amount = _with_suffix(tokens, amounts[0], hedge)
    if found:
        amount = _loosened(amount, hedge, below=below)
    return (_with_rates(tokens, replace(amount, start=place, number=number)),)


def _refuse_second_hedge(tokens: Tokens, place: int) -> None:
    """Refuse "up to about 5" as a whole: half of it would say something else."""
    second = _BEFORE.at(tokens, place)
    amounts = _bare(tokens, second[1]) if second else ()
    if amounts:
        raise RefusedError("two hedges on one amount; keep one", amounts[-1].stop)


def _loosened(amount: Amount, hedge: Hedge, *, below: bool = False) -> Amount:
    if amount.hedge not in {Hedge.EXACT, Hedge.BETWEEN}:
        raise RefusedError("two hedges on one amount; keep one", amount.stop)
    try:
        interval = hedged(amount.interval, hedge, below=below)
    except HedgeError as error:
        raise RefusedError(str(error), amount.stop) from None
    return replace(amount, interval=interval, hedge=hedge)


def _with_suffix(tokens: Tokens, amount: Amount, prefix: Hedge) -> Amount:
    """Apply "or more" and its like, unless it already belongs to the next amount."""
    found = _AFTER.at(tokens, amount.stop)
    if found is None or tokens[found[1]].folded == "than" or _begins(tokens, found[1]):
        return amount
    if prefix is not Hedge.EXACT:
        raise RefusedError("two hedges on one amount; keep one", found[1])
    return replace(_loosened(amount, found[0]), stop=found[1])


def _begins(tokens: Tokens, place: int) -> bool:
    return term_at(tokens, place) is not None


def _with_rates(tokens: Tokens, amount: Amount) -> Amount:
    if amount.shape in {Shape.PART, Shape.MULTIPLE, Shape.PAIR}:
        return amount
    nouns: list[str] = []
    unit, stop = amount.unit, amount.stop
    while len(nouns) < _MAX_RATES and (found := rate_at(tokens, stop)):
        noun, stop = found
        unit = unit.per(noun)
        nouns.append(noun)
    return replace(amount, unit=unit, stop=stop, per="/".join(nouns) or None)


def _bare(tokens: Tokens, place: int) -> tuple[Amount, ...]:
    """Read an amount without its hedge."""
    if not part_of_scale_at(tokens, place):
        named = _named(tokens, place)
        if named:
            return (named,)
    if span := span_at(tokens, place):
        return _change(span) if span.is_change else (_range(span),)
    term = term_at(tokens, place)
    return (_number(term, place),) if term else ()


def _number(term: Term, place: int) -> Amount:
    measure = term.measure
    interval = valued(term, term.scale, measure, term.style)
    unit = measure.unit if measure else PLAIN
    shape = Shape.MEASURED if term.scale or measure else Shape.PLAIN
    if measure and measure.counted:
        shape = Shape.COUNT
    if unit == TIMES:
        shape = Shape.MULTIPLE
    amount = Amount(
        interval, unit, shape, place, term.stop, place, relative=unit in {TIMES, POINTS}
    )
    return _loosened(amount, Hedge.AT_LEAST) if term.or_more else amount


def _range(span: Span) -> Amount:
    shape = Shape.MEASURED if span.measured else Shape.PAIR
    if not span.measured and (span.opened or span.unit != PLAIN):
        shape = Shape.COUNT
    return Amount(
        span.interval,
        span.unit,
        shape,
        span.start,
        span.stop,
        span.start,
        Hedge.BETWEEN,
        relative=span.unit in {TIMES, POINTS},
    )


def _change(span: Span) -> tuple[Amount, ...]:
    shape = Shape.MEASURED if span.measured else Shape.COUNT
    opened = span.start + span.opened
    first = Amount(span.first, span.unit, shape, opened, span.middle[0], opened)
    second = Amount(span.second, span.unit, shape, span.middle[1], span.stop, span.middle[1])
    return first, second


def _named(tokens: Tokens, place: int) -> Amount | None:
    if found := multiple_at(tokens, place):
        named, stop = found
        return Amount(named.interval, named.unit, Shape.MULTIPLE, place, stop, place, relative=True)
    if found := part_at(tokens, place):
        named, stop = found
        _refuse_part_of_number(tokens, stop)
        return Amount(named.interval, named.unit, Shape.PART, place, stop, place, named.hedge)
    if found := vague_at(tokens, place):
        return _vague(tokens, found[0].interval, place, found[1])
    return None


def _refuse_part_of_number(tokens: Tokens, place: int) -> None:
    """Refuse "a third of a million": it is no share, and has no end as a number."""
    if tokens[place].folded == "of" and tokens[place + 1].folded in ARTICLES:
        scale = scale_at(tokens, place + 2, money=False)
        if scale:
            raise RefusedError("a part of a number; write the digits", scale[1])


def _vague(tokens: Tokens, interval: Interval, place: int, stop: int) -> Amount:
    """Read on after "several hundred" or "hundreds": a scale word, money, or what is counted."""
    if scaled := scale_at(tokens, stop, money=False):
        interval, stop = interval * scaled[0].factor, scaled[1]
    money = money_after(tokens, stop, scaled=True)
    noun = money or noun_at(tokens, stop + (tokens[stop].folded == "of"))
    measure, stop = noun or (None, stop)
    unit = measure.unit if measure else PLAIN
    return Amount(interval, unit, Shape.VAGUE, place, stop, place, Hedge.BETWEEN)
