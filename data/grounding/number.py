"""Whether a figure's number is in its words: amount, scale, unit and hedge, all in one place.

A number is read from the words exactly as it is read from a data file, so "nearly half" carries
45 to under 50 % and nothing else. Where the figure was written as a bare number, its wording
(`as_written`) carries it, unless that wording reads as another number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

from scale_explorer.models.evidence import Direction
from scale_explorer.models.figure import Figure
from scale_explorer.models.frozen import dataclass
from scale_explorer.models.quantity.hedge import Hedge
from scale_explorer.models.quantity.interval import Interval
from scale_explorer.models.quantity.ranks import RANK, find_ranks
from scale_explorer.models.quantity.reading import Reading, find_amounts
from scale_explorer.models.quantity.unit import Unit

from .fold import fold
from .quotes import Cited

_NUMBER_WORDS = frozenset({
    "half", "third", "thirds", "quarter", "quarters", "fifth", "most", "double", "doubled",
    "doubles", "twice", "triple", "tripled", "million", "millions", "billion", "billions",
})  # fmt: skip
_THOUSANDS = frozenset(Decimal(10) ** power for power in range(-15, 16, 3) if power)


@dataclass(frozen=True, slots=True)
class NumberProof:
    """What the quotes of a figure say of its number.

    `evidence` is the id of the quote that carries it, or None. Then `nearest` is the amount in them
    that comes closest, as it is written; `differs` names in what: amount, scale, unit, hedge or
    precision ($29.0 billion is not $29 billion).
    """

    evidence: str | None
    nearest: str = ""
    differs: tuple[str, ...] = ()


def number_proof(figure: Figure, quotes: Iterable[Cited]) -> NumberProof | None:
    """Look for the number of a stated figure in its quotes; a derived one has none to look for."""
    if figure.value is None:
        return None
    supporting = [cited for cited in quotes if cited.quote.direction is Direction.SUPPORTS]
    found = [(reading, cited.id) for cited in supporting for reading in readings(figure, cited)]
    judged = [(_differences(figure, figure.value, reading), reading, key) for reading, key in found]
    for differs, _, key in judged:
        if not differs:
            return NumberProof(key)
    if not figure.as_written or _reads_as_number(figure):
        return _nearest(judged)
    return _by_wording(figure, supporting) or _nearest(judged)


def readings(figure: Figure, cited: Cited) -> tuple[Reading, ...]:
    """Return the numbers in a quote: places in an order for a figure that is one, else amounts."""
    return (_ranks if _is_rank(figure) else amounts_in)(cited.quote.exact)


@lru_cache(maxsize=4096)
def amounts_in(words: str) -> tuple[Reading, ...]:
    """Return the amounts in some words; a quote is often read for several claims."""
    return find_amounts(words)


@lru_cache(maxsize=1024)
def _ranks(words: str) -> tuple[Reading, ...]:
    return find_ranks(words)


def unsaid_amounts(told: str, quotes: Iterable[Cited]) -> Iterator[str]:
    """Yield the amounts in the author's own words that no quote has, in the same unit.

    Only amounts with a unit count: "the two merge" is no number. A paraphrase may hedge otherwise,
    so ranges that meet are enough.
    """
    if not (any(map(str.isdigit, told)) or _NUMBER_WORDS & set(told.casefold().split())):
        return  # most texts have no number, and looking closer takes its time
    own = [amount for amount in amounts_in(told) if not _is_count(amount.unit)]
    said = [each for cited in quotes if own for each in amounts_in(cited.quote.exact)]
    for amount in own:
        alike = (each for each in said if _same_unit(amount.unit, each.unit))
        if not any(amount.interval.meets(each.interval) for each in alike):
            yield amount.as_written


def _is_rank(figure: Figure) -> bool:
    return figure.unit == str(RANK)


def _reads_as_number(figure: Figure) -> bool:
    return bool((_ranks if _is_rank(figure) else amounts_in)(figure.as_written))


def _by_wording(figure: Figure, quotes: Iterable[Cited]) -> NumberProof | None:
    """Accept the author's wording of a number that no rule reads, where it is in a quote."""
    for cited in quotes:
        if fold(figure.as_written).text in fold(cited.quote.exact).text:
            return NumberProof(cited.id)
    return None


def _nearest(judged: Iterable[tuple[tuple[str, ...], Reading, str]]) -> NumberProof:
    ranked = sorted(judged, key=lambda each: _distance(each[0]))
    if not ranked:
        return NumberProof(None)
    differs, reading, _ = ranked[0]
    return NumberProof(None, reading.as_written, differs)


def _distance(differs: tuple[str, ...]) -> tuple[int, int]:
    """Rank a wrong amount as further off than any other difference."""
    return len(differs), "amount" in differs


def _differences(figure: Figure, value: Interval, reading: Reading) -> tuple[str, ...]:
    """Name all that keeps a reading from carrying the figure."""
    return tuple(dict.fromkeys(_differing(figure, value, reading)))


def _differing(figure: Figure, value: Interval, reading: Reading) -> Iterator[str]:
    if not value.same_as(reading.interval) and not _is_point(value, reading.interval):
        yield _how_far(value, reading.interval, same_hedge=figure.hedge is reading.hedge)
    if not _same_unit(Unit.parse(figure.unit), reading.unit):
        yield "unit"
    ranged = not figure.as_written and value.same_as(reading.interval)
    if figure.hedge is not reading.hedge and not (ranged and figure.hedge is Hedge.EXACT):
        yield "hedge"


def _is_point(value: Interval, read: Interval) -> bool:
    """Say whether a bare number in a file is the one that the words state."""
    return value.low is not None and value.low == value.high == read.stated


def _how_far(value: Interval, read: Interval, *, same_hedge: bool) -> str:
    """Tell a slip of scale, such as million for billion, and a hedge apart from another amount."""
    stated, said = value.stated, read.stated
    if stated is None or said is None:
        return "amount"
    if stated == said:
        return "precision" if same_hedge else "hedge"
    return "scale" if stated and said / stated in _THOUSANDS else "amount"


def _same_unit(unit: Unit, read: Unit) -> bool:
    """Say whether a unit is the one in the words.

    A bare count may be of anything that is counted, and a noun may be another: 100 workers are 100
    people. What it is counted by must be the same, but for "each", which leaves it to the context.
    """
    if unit == read:
        return True
    same_below = unit.below == read.below or (read.below == ("each",) and bool(unit.below))
    if _is_count(unit) and _is_count(read):
        return same_below
    return unit.above == read.above and same_below


def _is_count(unit: Unit) -> bool:
    return unit.currency is None and (unit.base.above == unit.above)
